//go:build !windows

package procs

// This file defines how a worker process is connected on Unix: by a pipe for
// requests, a pipe for replies and a socket for the rest, at file descriptors 3
// to 5, so that its standard streams stay free.

import (
	"os"
	"os/exec"
	"os/signal"
	"syscall"
)

// connect starts the process.
func connect(cmd *exec.Cmd) (*link, error) {
	var open []*os.File
	undo := func(err error) (*link, error) {
		for _, f := range open {
			f.Close()
		}
		return nil, err
	}
	requests, in, err := os.Pipe()
	if err != nil {
		return undo(err)
	}
	open = append(open, requests, in)
	out, replies, err := os.Pipe()
	if err != nil {
		return undo(err)
	}
	open = append(open, out, replies)
	ours, theirs, err := socketPair()
	if err != nil {
		return undo(err)
	}
	open = append(open, ours, theirs)
	r, err := newEager(out)
	if err != nil {
		return undo(err)
	}
	cmd.ExtraFiles = []*os.File{requests, replies, theirs}
	cmd.Stdout = os.Stdout
	if err := cmd.Start(); err != nil {
		return undo(err)
	}
	requests.Close()
	replies.Close()
	theirs.Close()
	return &link{in: r, out: in, aside: ours}, nil
}

func socketPair() (a, b *os.File, err error) {
	syscall.ForkLock.RLock()
	fds, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err == nil {
		syscall.CloseOnExec(fds[0])
		syscall.CloseOnExec(fds[1])
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		return nil, nil, os.NewSyscallError("socketpair", err)
	}
	syscall.SetNonblock(fds[0], true)
	return os.NewFile(uintptr(fds[0]), "aside"), os.NewFile(uintptr(fds[1]), "aside"), nil
}

// connected returns the worker's ends.
func connected() (*link, error) {
	signal.Ignore(os.Interrupt) // Ctrl-C is the parent's to handle
	for _, fd := range []int{3, 4, 5} {
		syscall.CloseOnExec(fd)
	}
	for _, fd := range []int{3, 5} {
		syscall.SetNonblock(fd, true)
	}
	r, err := newEager(os.NewFile(3, "requests"))
	if err != nil {
		return nil, err
	}
	return &link{in: r, out: os.NewFile(4, "replies"), aside: os.NewFile(5, "aside")}, nil
}

// hasChildren reports whether this process has child processes, ended or not. One
// that has ended may be forgotten by that.
func hasChildren() bool {
	_, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
	return err != syscall.ECHILD
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
