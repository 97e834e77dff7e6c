//go:build !windows

package procs

// This file defines how a worker process is connected on Unix: by pipes at file
// descriptors 3 and 4, so that its standard streams stay free.

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

func connect(cmd *exec.Cmd) (in io.WriteCloser, out io.ReadCloser, err error) {
	requests, in, err := os.Pipe()
	if err != nil {
		return nil, nil, err
	}
	outR, replies, err := os.Pipe()
	if err != nil {
		requests.Close()
		in.Close()
		return nil, nil, err
	}
	cmd.ExtraFiles = []*os.File{requests, replies}
	cmd.Stdout = os.Stdout
	err = cmd.Start()
	requests.Close()
	replies.Close()
	if err != nil {
		in.Close()
		outR.Close()
		return nil, nil, err
	}
	return in, outR, nil
}

// connected returns the worker's ends of the pipes.
func connected() (in io.Reader, out io.Writer) {
	signal.Ignore(os.Interrupt) // Ctrl-C is the parent's to handle
	for _, fd := range []int{3, 4} {
		syscall.CloseOnExec(fd)
	}
	return os.NewFile(3, "requests"), os.NewFile(4, "replies")
}

func terminate(p *os.Process) { p.Signal(syscall.SIGTERM) }

func signalNumber(s *os.ProcessState) int {
	if ws, ok := s.Sys().(syscall.WaitStatus); ok && ws.Signaled() {
		return int(ws.Signal())
	}
	return 0
}

var signalNames = map[syscall.Signal]string{
	syscall.SIGKILL: "SIGKILL", syscall.SIGTERM: "SIGTERM", syscall.SIGINT: "SIGINT", syscall.SIGSEGV: "SIGSEGV",
	syscall.SIGABRT: "SIGABRT", syscall.SIGHUP: "SIGHUP", syscall.SIGQUIT: "SIGQUIT", syscall.SIGBUS: "SIGBUS",
	syscall.SIGFPE: "SIGFPE", syscall.SIGILL: "SIGILL", syscall.SIGPIPE: "SIGPIPE", syscall.SIGALRM: "SIGALRM",
	syscall.SIGUSR1: "SIGUSR1", syscall.SIGUSR2: "SIGUSR2",
}

func signalName(s *os.ProcessState) string {
	n := signalNumber(s)
	if n == 0 {
		return ""
	}
	if name, ok := signalNames[syscall.Signal(n)]; ok {
		return name
	}
	return syscall.Signal(n).String()
}
