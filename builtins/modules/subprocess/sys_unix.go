//go:build unix

package subprocess

import (
	"os"
	"os/exec"
	"syscall"

	"go.starlark.net/starlark"
)

func setGroup(cmd *exec.Cmd, session bool, group starlark.Value) {
	attr := &syscall.SysProcAttr{Setsid: session}
	if n, ok := group.(starlark.Int); ok {
		if id, ok := n.Int64(); ok && id >= 0 {
			attr.Setpgid, attr.Pgid = true, int(id)
		}
	}
	cmd.SysProcAttr = attr
}

func sendSignal(p *os.Process, n int) error { return p.Signal(syscall.Signal(n)) }
