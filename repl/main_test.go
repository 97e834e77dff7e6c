package repl_test

import (
	"os"
	"testing"

	"go.uber.org/goleak"

	"starpool/host"
	"starpool/host/command"
)

// childEnv makes the test binary the program itself, for the tests on a terminal.
const childEnv = "STARPOOL_TEST_REPL"

func TestMain(m *testing.M) {
	host.Worker()
	if os.Getenv(childEnv) != "" {
		os.Exit(command.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
	}
	goleak.VerifyTestMain(m)
}
