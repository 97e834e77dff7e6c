package permit

// This file defines which programs a policy lets a script start, and what it may
// do to processes.

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"

	"starpool/builtins/object"
)

// Programs are the programs of a policy, files or folders of them. What is in
// Deny is forbidden even if Allow has it. A program that is started has all the
// rights of this process: no policy goes with it.
type Programs struct {
	All   bool
	Allow []Place
	Deny  []Place
}

// NewPrograms makes places of names, which are looked up in the process's PATH,
// and paths. Names that are not found there are left out.
func NewPrograms(names ...string) ([]Place, error) {
	var paths []string
	for _, n := range names {
		if filepath.Base(n) == n && n != "." {
			found, err := exec.LookPath(n)
			if err != nil {
				continue
			}
			n = found
		}
		paths = append(paths, n)
	}
	return Places(paths...)
}

// has reports whether a program, whose links are resolved, is in a list.
func has(list []Place, real string) bool {
	info, err := os.Stat(real)
	for _, p := range list {
		if inside(real, p.Real) {
			return true
		}
		if same, serr := os.Stat(p.Real); err == nil && serr == nil && os.SameFile(info, same) {
			return true
		}
	}
	return false
}

// Run returns the path by which to start the program that was found at path, if
// that is allowed, or a *Denied. name is what the script called it.
func (p *Policy) Run(name, path string) (string, error) {
	if p == nil || p.Programs.All && len(p.Programs.Deny) == 0 {
		return path, nil
	}
	d := &Denied{Use: "starting '" + name + "'", What: Running, Grant: name}
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	real := realPath(abs)
	if has(p.Programs.Deny, real) {
		d.Refused = true
		return "", d
	}
	if !p.Programs.All && !has(p.Programs.Allow, real) {
		return "", d
	}
	return real, nil
}

// MayRun returns nil if some program may be started, or a *Denied for one that
// was not even looked up.
func (p *Policy) MayRun(name string) error {
	if p == nil || p.Programs.All || len(p.Programs.Allow) > 0 {
		return nil
	}
	return &Denied{Use: "starting '" + name + "'", What: Running, Grant: name}
}

// Missing returns nil if the script may know that a program is not there, or a
// *Denied.
func (p *Policy) Missing(name string) error {
	if p == nil || p.Programs.All {
		return nil
	}
	return &Denied{Use: "starting '" + name + "'", What: Running, Grant: name}
}

// RunEnv returns nil if programs may be started with these variables. Where not
// all programs are allowed, those that make the dynamic linker load other code
// into one that is allowed are not.
func (p *Policy) RunEnv(env []string) error {
	if p == nil || p.Programs.All && len(p.Programs.Deny) == 0 {
		return nil
	}
	for _, kv := range env {
		k, v, _ := strings.Cut(kv, "=")
		if up := strings.ToUpper(k); strings.HasPrefix(up, "LD_") || strings.HasPrefix(up, "DYLD_") {
			if now, ok := os.LookupEnv(k); !ok || now != v {
				return &Denied{Use: "starting a program with the variable " + k, What: Running}
			}
		}
	}
	return nil
}

// Kill returns nil if a signal may be sent to a process that is no child of the
// script's own making, or a *Denied.
func (p *Policy) Kill(pid, signal int) error {
	if p == nil || p.Programs.All && len(p.Programs.Deny) == 0 {
		return nil
	}
	use := fmt.Sprintf("sending signal %d to process %d", signal, pid)
	if pid == os.Getpid() {
		return p.Owns(use)
	}
	return &Denied{Use: use, What: Running}
}

// Owns returns nil if the script may do with the process that it runs in as it
// likes, or a *Denied.
func (p *Policy) Owns(use string) error {
	if p == nil || p.Process {
		return nil
	}
	return &Denied{Use: use, What: Owning}
}

// changes counts what Owns has allowed.
var changes atomic.Uint64

// Changes counts how often scripts were allowed to do with this process as they
// like. While it stays the same, no script has changed anything of the process.
func Changes() uint64 { return changes.Load() }

// Owns is (*Policy).Owns for a module that is about to do so.
func Owns(t *object.Thread, use string) error {
	err := Of(t).Owns(use)
	if err == nil {
		changes.Add(1)
	}
	return Raise(err)
}
