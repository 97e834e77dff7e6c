// Starpool runs Python-like scripts on the Starlark interpreter, with
// concurrent.futures on a pool engine written in Go.
//
//	starpool [flags] SCRIPT [ARG…]
//	starpool [flags] -c CODE [ARG…]
//
// See README.md and docs/.
package main

import (
	"os"

	"starpool/builtins/procs"
	"starpool/host"
	"starpool/host/command"
)

func main() {
	host.Worker()
	procs.RelaxCollector()
	os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
