package procs

// This file defines how a worker process is connected on Windows: by its
// standard input and output, which the worker's scripts then do not have.

import (
	"os"
	"os/exec"
	"os/signal"
)

func connect(cmd *exec.Cmd) (*link, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &link{in: out, out: in}, cmd.Start()
}

func connected() (*link, error) {
	signal.Ignore(os.Interrupt)
	l := &link{in: os.Stdin, out: os.Stdout}
	os.Stdin, _ = os.Open(os.DevNull)
	os.Stdout = os.Stderr
	return l, nil
}

// hasChildren is not asked: no worker is parked on Windows.
func hasChildren() bool { return true }

func terminate(p *os.Process)              { p.Kill() }
func signalNumber(s *os.ProcessState) int  { return 0 }
func signalName(s *os.ProcessState) string { return "" }
