//go:build !unix

package subprocess

import (
	"os"
	"os/exec"

	"go.starlark.net/starlark"
)

func setGroup(*exec.Cmd, bool, starlark.Value) {}

func sendSignal(p *os.Process, n int) error {
	if n == 2 {
		return p.Signal(os.Interrupt)
	}
	return p.Kill()
}
