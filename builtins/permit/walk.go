package permit

// This file defines how a path is resolved under a policy so that what was
// checked is what is used.
//
// 1. A path is made absolute. As far as it is outside of the places that the
//    policy names it is only text: the file system is not asked, so that nothing
//    is learned about it.
// 2. From the outermost place that the path enters on, it is walked one name at
//    a time, each folder opened relative to the one before. The operating system
//    follows no link: links are read and their text is walked. A folder counts as
//    entered only if what was opened is what was looked at, by identity.
// 3. So the names that were walked are the real path, which the policy decides
//    about, and the open folder at its end is where the operation then takes
//    place. A link that another thread puts anywhere on the way in between is
//    never followed.
// 4. No ancestor of the outermost place can be changed by the script, so that
//    one may be opened by its path.

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"starpool/builtins/object"
)

// A spot is where a path leads: a name in an open folder.
type spot struct {
	dir   *os.Root
	name  string        // "." if the path is the folder itself
	real  string        // the path without links
	info  os.FileInfo   // nil if there is nothing of that name
	chain []os.FileInfo // of the folders on the way, and info

	above []*os.Root // the folders before dir that are open
}

func (s *spot) close() {
	for _, r := range s.above {
		r.Close()
	}
	s.dir.Close()
}

const (
	maxLinks   = 40  // as Linux
	maxRetries = 200 // what is looked at was changed meanwhile
)

// errChanged says that a file was replaced while it was opened.
var errChanged = errors.New("changed meanwhile")

// split cuts a path into names, without empty ones and dots.
func split(path string) []string {
	return strings.FieldsFunc(path, func(r rune) bool { return r < 0x80 && os.IsPathSeparator(uint8(r)) })
}

// absolute makes a path absolute without touching its names.
func (f FS) absolute(path string) (string, error) {
	if path == "" {
		return "", syscall.ENOENT
	}
	if filepath.IsAbs(path) {
		return path, nil
	}
	dir := f.dir
	if dir == "" {
		var err error
		if dir, err = os.Getwd(); err != nil {
			return "", err
		}
	}
	if os.IsPathSeparator(path[0]) { // Windows: of the current drive
		return filepath.VolumeName(dir) + path, nil
	}
	return dir + string(filepath.Separator) + path, nil
}

// starts are the places that a walk may start from.
func (p *Policy) starts(what Access) func(volume, path string) (Place, bool) {
	all := p.Write.All || what&Write == 0 && p.Read.All
	return func(volume, path string) (Place, bool) {
		if all {
			root := volume + string(filepath.Separator)
			return Place{root, root}, true
		}
		for _, list := range [][]Place{p.Read.Allow, p.Write.Allow, p.Modules} {
			for _, place := range list {
				if sameText(path, place.Given) || sameText(path, place.Real) {
					return place, true
				}
			}
		}
		return Place{}, false
	}
}

// at resolves a path for an access. follow says whether a link at its end is
// followed. The error is a *Denied, or one of the operating system's for a path
// about which the script may know.
func (f FS) at(path string, what Access, follow bool) (*spot, error) {
	text, err := f.absolute(path)
	if err != nil {
		return nil, err
	}
	for range maxRetries {
		s, err := f.walk(text, what, follow)
		if err != errChanged {
			return s, err
		}
	}
	return nil, syscall.EAGAIN
}

// deny is the error for a path that the script named, and where it leads.
func (f FS) deny(what Access, text, real string, chain []os.FileInfo) error {
	lacks, refused, ok := f.policy.allows(what, real, chain)
	if ok {
		return nil
	}
	// Only the names that the script has used are told.
	clean := filepath.Clean(text)
	verb := "reading"
	switch {
	case lacks == Writing:
		verb = "writing"
	case what&Module != 0:
		verb = "importing"
	}
	return &Denied{Use: verb + " '" + clean + "'", What: lacks, Grant: clean, Refused: refused}
}

func (f FS) walk(text string, what Access, follow bool) (*spot, error) {
	start := f.policy.starts(what)
	volume := filepath.VolumeName(text)
	todo := split(text[len(volume):])
	folder := false
	if n := len(text); n > len(volume) && os.IsPathSeparator(text[n-1]) && len(todo) > 0 {
		follow, folder = true, true // "link/" is the folder behind it
	}
	links := 0
	for {
		// Outside: text only.
		at := volume + string(filepath.Separator)
		place, ok := start(volume, at)
		for !ok && len(todo) > 0 {
			name := todo[0]
			todo = todo[1:]
			switch name {
			case ".":
			case "..":
				at = filepath.Dir(at)
			default:
				at = filepath.Join(at, name)
			}
			place, ok = start(volume, at)
		}
		if !ok {
			return nil, f.deny(what, text, at, nil)
		}
		s, outside, err := f.inside(text, place, todo, what, follow, &links)
		if s != nil && folder && s.info != nil && !s.info.IsDir() {
			s.close()
			return nil, syscall.ENOTDIR
		}
		if s != nil || err != nil {
			return s, err
		}
		volume = filepath.VolumeName(outside)
		todo = split(outside[len(volume):])
	}
}

// inside walks the names from an allowed place on. If the way leads out of it,
// it returns the path at which to go on instead.
func (f FS) inside(text string, place Place, todo []string, what Access, follow bool, links *int) (s *spot, outside string, err error) {
	rest := func(names []string) string { return strings.Join(names, string(filepath.Separator)) }
	// told is an error of the operating system, if the script may know of the path
	// that it is about.
	told := func(real string, err error, names ...string) error {
		var chain []os.FileInfo
		if s != nil {
			chain = s.chain
		}
		if d := f.deny(what, text, filepath.Join(append([]string{real}, names...)...), chain); d != nil {
			return d
		}
		return err
	}
	// A place that is a file, or is not there, is a name in the folder above.
	info, err := os.Lstat(place.Real)
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, "", told(place.Real, syscall.ELOOP)
	}
	if err != nil || !info.IsDir() {
		return f.alone(place, info, err, todo, what, text)
	}
	root, err := os.OpenRoot(place.Real)
	if err != nil {
		return nil, "", told(place.Real, err, todo...)
	}
	s = &spot{dir: root, real: place.Real, chain: []os.FileInfo{info}}
	defer func() {
		if err != nil || outside != "" {
			s.close()
			s = nil
		}
	}()
	if here, err := root.Stat("."); err != nil || !os.SameFile(info, here) {
		return s, "", errChanged
	}
	for len(todo) > 0 {
		name := todo[0]
		todo = todo[1:]
		last := len(todo) == 0
		switch {
		case name == ".":
			continue
		case name == "..":
			if len(s.above) == 0 {
				return s, filepath.Dir(s.real) + string(filepath.Separator) + rest(todo), nil
			}
			s.dir.Close()
			n := len(s.above) - 1
			s.dir, s.above, s.chain = s.above[n], s.above[:n], s.chain[:len(s.chain)-1]
			s.real = filepath.Dir(s.real)
			continue
		case runtime.GOOS == "windows" && !filepath.IsLocal(name):
			return s, "", told(s.real, syscall.EINVAL, name)
		}
		info, err := s.dir.Lstat(name)
		real := filepath.Join(s.real, name)
		switch {
		case err != nil && last && errors.Is(err, fs.ErrNotExist):
			return f.end(s, name, real, nil, what, text)
		case err != nil:
			return s, "", told(real, err, todo...)
		case info.Mode()&fs.ModeSymlink != 0 && (follow || !last):
			if *links++; *links > maxLinks {
				return s, "", told(real, syscall.ELOOP)
			}
			if f.policy.refuses(what, real, s.chain) {
				return s, "", f.deny(what, text, real, s.chain)
			}
			target, err := s.dir.Readlink(name)
			if err != nil {
				return s, "", errChanged
			}
			if filepath.IsAbs(target) || filepath.VolumeName(target) != "" || target != "" && os.IsPathSeparator(target[0]) {
				if filepath.VolumeName(target) == "" {
					target = filepath.VolumeName(s.real) + target
				}
				return s, target + string(filepath.Separator) + rest(todo), nil
			}
			todo = append(split(target), todo...)
		case last:
			return f.end(s, name, real, info, what, text)
		case !info.IsDir():
			return s, "", told(real, syscall.ENOTDIR, todo...)
		default:
			sub, err := s.dir.OpenRoot(name)
			if err != nil {
				return s, "", told(real, err, todo...)
			}
			s.above, s.dir = append(s.above, s.dir), sub
			s.real, s.chain = real, append(s.chain, info)
			if here, err := sub.Stat("."); err != nil || !os.SameFile(info, here) {
				return s, "", errChanged
			}
		}
	}
	return f.end(s, ".", s.real, s.chain[len(s.chain)-1], what, text)
}

// refuses reports whether a denial holds for a path.
func (p *Policy) refuses(what Access, real string, chain []os.FileInfo) bool {
	return what&(Read|Module) != 0 && p.Read.denied(real, chain) || what&Write != 0 && p.Write.denied(real, chain)
}

// end asks the policy about where a walk has led.
func (f FS) end(s *spot, name, real string, info os.FileInfo, what Access, text string) (*spot, string, error) {
	s.name, s.real, s.info = name, real, info
	if info != nil && name != "." {
		s.chain = append(s.chain, info)
	}
	if err := f.deny(what, text, real, s.chain); err != nil {
		return s, "", err
	}
	return s, "", nil
}

// alone is the spot of a place that is no folder. err says that it is not there.
func (f FS) alone(place Place, info os.FileInfo, err error, todo []string, what Access, text string) (*spot, string, error) {
	real := filepath.Join(append([]string{place.Real}, todo...)...)
	if d := f.deny(what, text, real, nil); d != nil {
		return nil, "", d
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, "", err
	}
	if len(todo) > 0 { // not even "file/..": it is no folder
		return nil, "", notFolder(err)
	}
	dir, oerr := os.OpenRoot(filepath.Dir(place.Real))
	if oerr != nil {
		return nil, "", oerr
	}
	s := &spot{dir: dir}
	name := filepath.Base(place.Real)
	if now, lerr := dir.Lstat(name); (lerr == nil) != (info != nil) || lerr == nil && !os.SameFile(now, info) {
		dir.Close()
		return nil, "", errChanged
	}
	return f.end(s, name, place.Real, info, what, text)
}

func notFolder(err error) error {
	if err != nil {
		return err
	}
	return syscall.ENOTDIR
}

// holder makes the spot a name in the folder that holds it, where it is the
// folder itself: for what changes a folder's entry.
func (s *spot) holder() error {
	if s.name != "." {
		return nil
	}
	if n := len(s.above); n > 0 {
		s.dir.Close()
		s.dir, s.above = s.above[n-1], s.above[:n-1]
	} else {
		dir, err := os.OpenRoot(filepath.Dir(s.real))
		if err != nil {
			return err
		}
		s.dir.Close()
		s.dir = dir
	}
	s.name = filepath.Base(s.real)
	now, err := s.dir.Lstat(s.name)
	if err != nil {
		return err
	}
	if !os.SameFile(now, s.info) {
		return errChanged
	}
	return nil
}

// nul is the exception for a path with a zero byte, which the operating system
// would cut.
func nul(path string) error {
	if strings.IndexByte(path, 0) >= 0 {
		return object.Raise(object.ValueError, "embedded null byte")
	}
	return nil
}
