//go:build unix

package os

// This file defines the functions that only Unix has.

import (
	"context"
	"errors"
	"os"
	"syscall"
	"time"

	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

var openFlags = map[string]int{
	"O_CLOEXEC": syscall.O_CLOEXEC, "O_NONBLOCK": syscall.O_NONBLOCK, "O_NDELAY": syscall.O_NONBLOCK, "O_SYNC": syscall.O_SYNC,
	"O_NOCTTY": syscall.O_NOCTTY, "O_NOFOLLOW": syscall.O_NOFOLLOW, "O_DIRECTORY": syscall.O_DIRECTORY, "O_ACCMODE": syscall.O_ACCMODE,
}

func processTimes() (user, system, childUser, childSystem time.Duration) {
	var own, children syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &own)
	syscall.Getrusage(syscall.RUSAGE_CHILDREN, &children)
	d := func(t syscall.Timeval) time.Duration { return time.Duration(t.Nano()) }
	return d(own.Utime), d(own.Stime), d(children.Utime), d(children.Stime)
}

func systemNames() [5]string {
	var u unix.Utsname
	unix.Uname(&u)
	s := func(b []byte) string { return unix.ByteSliceToString(b) }
	return [5]string{s(u.Sysname[:]), s(u.Nodename[:]), s(u.Release[:]), s(u.Version[:]), s(u.Machine[:])}
}

func abort() { syscall.Kill(os.Getpid(), syscall.SIGABRT) }

// replaceProcess is execve.
func replaceProcess(path string, argv, env []string) error { return syscall.Exec(path, argv, env) }

// waitFor is waitpid: it looks again and again, so that a wait can be given up,
// and does not take from package os what that waits for itself.
func waitFor(t *isolate.Thread, pid, options int) (starlark.Value, error) {
	if err := permit.Owns(t, "waiting for a process"); err != nil {
		return nil, err
	}
	var got int
	var status syscall.WaitStatus
	err := t.Block(func(ctx context.Context) error {
		for pause := time.Millisecond; ; pause = min(2*pause, 20*time.Millisecond) {
			var err error
			if got, err = syscall.Wait4(pid, &status, options|syscall.WNOHANG, nil); err != nil && !errors.Is(err, syscall.EINTR) {
				return err
			}
			if got > 0 || options&syscall.WNOHANG != 0 {
				return nil
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(pause):
			}
		}
	})
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return nil, object.RaiseOS(errno, "")
	}
	if err != nil {
		return nil, err
	}
	return starlark.Tuple{starlark.MakeInt(max(got, 0)), starlark.MakeInt(int(status))}, nil
}

var platformFuncs = []object.Def{
	{Sig: "waitpid(pid, options, /)", Doc: "Wait for completion of a given child process.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		pid, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		options, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		return waitFor(t, pid, options)
	}},
	{Sig: "wait()", Doc: "Wait for completion of a child process.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return waitFor(t, -1, 0)
	}},
	owned("umask(mask, /)", "Set the current numeric umask and return the previous umask.", "changing the process's umask", func(n []int) (int, error) {
		return syscall.Umask(n[0]), nil
	}),
	owned("nice(increment, /)", "Add increment to the priority of process and return the new priority.", "changing the process's priority", func(n []int) (int, error) {
		now, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
		if err != nil {
			return 0, err
		}
		now = min(20-now+n[0], 19) // the system call counts from 40 down
		return now, unix.Setpriority(unix.PRIO_PROCESS, 0, now)
	}),
	owned("getpgid(pid)", "Call the system call getpgid(), and return the result.", "asking about a process", func(n []int) (int, error) { return syscall.Getpgid(n[0]) }),
	owned("getsid(pid, /)", "Call the system call getsid(pid) and return the result.", "asking about a process", func(n []int) (int, error) { return unix.Getsid(n[0]) }),
	owned("getpgrp()", "Return the current process group id.", "asking about the process", func([]int) (int, error) { return syscall.Getpgrp(), nil }),
	owned("setpgid(pid, pgrp, /)", "Call the system call setpgid(pid, pgrp).", "changing a process's group", func(n []int) (int, error) { return -1, syscall.Setpgid(n[0], n[1]) }),
	owned("setsid()", "Call the system call setsid().", "changing the process's session", func([]int) (int, error) { _, err := syscall.Setsid(); return -1, err }),
	owned("killpg(pgid, signal, /)", "Kill a process group with a signal.", "sending signals to a process group", func(n []int) (int, error) {
		return -1, syscall.Kill(-n[0], syscall.Signal(n[1]))
	}),
	owned("sync()", "Force write of everything to disk.", "flushing the system's disks", func([]int) (int, error) { unix.Sync(); return -1, nil }),
	{Sig: "getgroups()", Doc: "Return list of supplemental group IDs for the process.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		groups, err := syscall.Getgroups()
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		var out []starlark.Value
		for _, g := range groups {
			out = append(out, starlark.MakeInt(g))
		}
		return starlark.NewList(out), nil
	}},
}
