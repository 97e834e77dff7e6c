package procs

// This file defines how a worker process is connected on Windows: by its
// standard input and output, which the worker's scripts then do not have.

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
)

func connect(cmd *exec.Cmd) (in io.WriteCloser, out io.ReadCloser, err error) {
	if in, err = cmd.StdinPipe(); err != nil {
		return nil, nil, err
	}
	if out, err = cmd.StdoutPipe(); err != nil {
		return nil, nil, err
	}
	return in, out, cmd.Start()
}

func connected() (in io.Reader, out io.Writer) {
	signal.Ignore(os.Interrupt)
	in, out = os.Stdin, os.Stdout
	os.Stdin, _ = os.Open(os.DevNull)
	os.Stdout = os.Stderr
	return in, out
}

func terminate(p *os.Process)              { p.Kill() }
func signalNumber(s *os.ProcessState) int  { return 0 }
func signalName(s *os.ProcessState) string { return "" }
