package permit

// This file defines which paths a policy allows: by their text, once links are
// resolved, and by identity.

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// Paths are the files and folders of one capability. A folder stands for all
// that is below it. What is in Deny is forbidden even if Allow has it.
type Paths struct {
	All   bool // all that Deny does not have
	Allow []Place
	Deny  []Place
}

// A Place is a file or folder that a policy names. It need not exist.
type Place struct {
	Given string // absolute, as the host wrote it
	Real  string // the same with links resolved when the policy was made
}

// NewPlace returns the place of a path, relative to the process's working
// directory.
func NewPlace(path string) (Place, error) {
	given, err := filepath.Abs(path)
	if err != nil {
		return Place{}, err
	}
	return Place{given, realPath(given)}, nil
}

// realPath resolves the links of an absolute path as far as it exists.
func realPath(path string) string {
	rest := ""
	for dir := path; ; {
		if r, err := filepath.EvalSymlinks(dir); err == nil {
			return filepath.Join(r, rest)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return path
		}
		rest = filepath.Join(filepath.Base(dir), rest)
		dir = parent
	}
}

// Places makes places of paths.
func Places(paths ...string) ([]Place, error) {
	out := make([]Place, 0, len(paths))
	for _, p := range paths {
		place, err := NewPlace(p)
		if err != nil {
			return nil, err
		}
		out = append(out, place)
	}
	return out, nil
}

func (p *Paths) free() bool { return p.All && len(p.Deny) == 0 }

// foldCase says that names which differ in case alone are usually one file here.
// Nothing is allowed by it that would not be otherwise: a path that begins as an
// allowed one goes on from the folder that was allowed itself.
const foldCase = runtime.GOOS == "windows" || runtime.GOOS == "darwin" || runtime.GOOS == "ios"

func sameText(a, b string) bool {
	if foldCase {
		return strings.EqualFold(a, b)
	}
	return a == b
}

// inside reports whether the clean path is dir or below it.
func inside(path, dir string) bool {
	if len(path) < len(dir) || !sameText(path[:len(dir)], dir) {
		return false
	}
	return len(path) == len(dir) || os.IsPathSeparator(path[len(dir)]) || os.IsPathSeparator(dir[len(dir)-1])
}

func insideAny(path string, places []Place) bool {
	for _, p := range places {
		if inside(path, p.Real) {
			return true
		}
	}
	return false
}

// An Access is what a script wants to do with a path.
type Access uint8

// The kinds of access. They may be combined.
const (
	Read   Access = 1 << iota // content, names, existence
	Write                     // create, change, rename or remove
	Module                    // load as a module
)

// allows decides about a resolved path. chain are the files that the way to it
// passed through and its own, by which a denied place is known under any name.
// The capability is the one that lacks.
func (p *Policy) allows(what Access, real string, chain []os.FileInfo) (lacks Capability, refused, ok bool) {
	if p == nil {
		return Capability{}, false, true
	}
	if what&Module != 0 && p.read(real, chain) != nil && !insideAny(real, p.Modules) {
		return Reading, false, false
	}
	if what&Read != 0 {
		if r := p.read(real, chain); r != nil {
			return Reading, *r, false
		}
	}
	if what&Write != 0 {
		if r := p.Write.lacks(real, chain); r != nil {
			return Writing, *r, false
		}
	}
	return Capability{}, false, true
}

func (p *Policy) read(real string, chain []os.FileInfo) *bool { return p.Read.lacks(real, chain) }

// lacks returns nil if a path is allowed, else whether that is for a denial.
func (p *Paths) lacks(real string, chain []os.FileInfo) *bool {
	refused := p.denied(real, chain)
	if refused || !p.All && !insideAny(real, p.Allow) {
		return &refused
	}
	return nil
}

func (p *Paths) denied(real string, chain []os.FileInfo) bool {
	if insideAny(real, p.Deny) {
		return true
	}
	for _, d := range p.Deny {
		info, err := os.Stat(d.Real)
		if err != nil {
			continue
		}
		for _, c := range chain {
			if os.SameFile(info, c) {
				return true
			}
		}
	}
	return false
}

// holds reports whether a place that is denied is below dir.
func (p *Paths) holds(dir string) bool {
	for _, d := range p.Deny {
		if inside(d.Real, dir) {
			return true
		}
	}
	return false
}
