package permit

// This file defines FS, the file system as an isolate may use it.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// An FS is the file system under a policy, with a working directory. Its methods
// take paths as scripts write them and behave as the functions of package os of
// the same name, whose errors they return, or a *Denied. They wait, so they are
// called without the isolate's lock.
type FS struct {
	policy *Policy
	dir    string // the working directory; "" is the process's
}

// dirIn is the working directory of an isolate. chdir changes it and not the
// process's, which other interpreters and the host share.
var dirIn = isolate.NewKey(func(*isolate.Isolate) string { return "" })

// Files is the file system as the thread's isolate may use it.
func Files(t *object.Thread) FS { return FilesOf(t.Isolate()) }

// FilesOf is the file system as an isolate may use it. The lock is held.
func FilesOf(iso *isolate.Isolate) FS { return FS{PolicyIn.In(iso), dirIn.In(iso)} }

// SetDir sets the working directory of an isolate; "" is the process's. The
// lock is held.
func SetDir(iso *isolate.Isolate, dir string) { dirIn.Set(iso, dir) }

// Dir is the working directory of an isolate if it is not the process's, else "".
// The lock is held.
func Dir(iso *isolate.Isolate) string { return dirIn.In(iso) }

// free reports whether an access needs no check.
func (f FS) free(what Access) bool {
	p := f.policy
	return p == nil || (what&(Read|Module) == 0 || p.Read.free()) && (what&Write == 0 || p.Write.free())
}

// Limited reports whether the policy limits the file system at all.
func (f FS) Limited() bool { return !f.free(Read | Write) }

// plain is the path as package os takes it.
func (f FS) plain(path string) string {
	if f.dir == "" || path == "" || filepath.IsAbs(path) {
		return path
	}
	p, err := f.absolute(path)
	if err != nil {
		return path
	}
	return p
}

// on runs an operation on the spot that a path leads to, and again if a file was
// replaced meanwhile.
func (f FS) on(path string, what Access, follow bool, do func(*spot) error) error {
	if err := nul(path); err != nil {
		return err
	}
	for range maxRetries {
		s, err := f.at(path, what, follow)
		if err != nil {
			return f.wrap(path, err)
		}
		err = do(s)
		s.close()
		if err != errChanged {
			return f.wrap(path, err)
		}
	}
	return f.wrap(path, syscall.EAGAIN)
}

// wrap gives an error the path that the script named.
func (f FS) wrap(path string, err error) error {
	var d *Denied
	var pe *fs.PathError
	switch {
	case err == nil, errors.As(err, &d):
		return err
	case errors.As(err, &pe):
		err = pe.Err
	}
	return &fs.PathError{Op: "open", Path: path, Err: err}
}

// onEntry is on for what changes an entry of a folder.
func (f FS) onEntry(path string, what Access, do func(*spot) error) error {
	return f.on(path, what, false, func(s *spot) error {
		if err := s.holder(); err != nil {
			return err
		}
		return do(s)
	})
}

// accessOf is what flags of OpenFile ask for.
func accessOf(flag int) Access {
	what := Read
	switch flag & (os.O_RDONLY | os.O_WRONLY | os.O_RDWR) {
	case os.O_RDONLY:
	case os.O_WRONLY:
		what = Write
	default:
		what = Read | Write
	}
	if flag&(os.O_CREATE|os.O_TRUNC|os.O_APPEND) != 0 {
		what |= Write
	}
	return what
}

// OpenFile is os.OpenFile.
func (f FS) OpenFile(path string, flag int, perm os.FileMode) (*os.File, error) {
	return f.open(path, flag, perm, accessOf(flag))
}

// Open is os.Open.
func (f FS) Open(path string) (*os.File, error) { return f.open(path, os.O_RDONLY, 0, Read) }

func (f FS) open(path string, flag int, perm os.FileMode, what Access) (*os.File, error) {
	if f.free(what) {
		if err := nul(path); err != nil {
			return nil, err
		}
		file, err := os.OpenFile(f.plain(path), flag, perm)
		if err == nil && f.policy != nil && isKernel(file) {
			file.Close()
			return nil, kernelDenied(path)
		}
		return file, err
	}
	flag &= os.O_RDONLY | os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREATE | os.O_EXCL | os.O_SYNC | os.O_TRUNC | openFlags
	exclusive := flag&(os.O_CREATE|os.O_EXCL) == os.O_CREATE|os.O_EXCL
	var file *os.File
	err := f.on(path, what, !exclusive, func(s *spot) (err error) {
		if s.info == nil {
			if flag&os.O_CREATE == 0 {
				return syscall.ENOENT
			}
			file, err = s.dir.OpenFile(s.name, flag&^os.O_TRUNC|os.O_EXCL, perm)
			if errors.Is(err, fs.ErrExist) && !exclusive {
				return errChanged
			}
			return err
		}
		if exclusive {
			return syscall.EEXIST
		}
		// What is emptied is what was looked at.
		file, err = s.dir.OpenFile(s.name, flag&^(os.O_TRUNC|os.O_CREATE|os.O_EXCL), perm)
		if err != nil {
			return err
		}
		info, err := file.Stat()
		switch {
		case f.policy.unnamed(what, s.real) && isKernel(file):
			err = kernelDenied(path)
		case err == nil && !os.SameFile(info, s.info):
			err = errChanged
		case err == nil && flag&os.O_TRUNC != 0 && info.Mode().IsRegular():
			err = file.Truncate(0)
		}
		if err != nil {
			file.Close()
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return file, nil
}

// unnamed reports whether a path is allowed only as everything is.
func (p *Policy) unnamed(what Access, real string) bool {
	return what&Read != 0 && !insideAny(real, p.Read.Allow) || what&Write != 0 && !insideAny(real, p.Write.Allow)
}

// kernelDenied is the error for a file of /proc or /sys under a policy that allows
// all files but not everything else: the process's environment and memory are
// there.
func kernelDenied(path string) error {
	return &Denied{Use: "opening '" + filepath.Clean(path) + "', a view of the system's state,", What: Capability{"All", ""}}
}

// ReadFile is os.ReadFile, as data or as a module.
func (f FS) ReadFile(path string, as Access) ([]byte, error) {
	file, err := f.open(path, os.O_RDONLY, 0, as)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

// Stat is os.Stat.
func (f FS) Stat(path string) (os.FileInfo, error) { return f.StatFor(path, Read) }

// StatFor is os.Stat for an access.
func (f FS) StatFor(path string, what Access) (os.FileInfo, error) {
	return f.stat(path, what, true, os.Stat)
}

// Lstat is os.Lstat.
func (f FS) Lstat(path string) (os.FileInfo, error) { return f.stat(path, Read, false, os.Lstat) }

func (f FS) stat(path string, what Access, follow bool, plain func(string) (os.FileInfo, error)) (info os.FileInfo, err error) {
	if f.free(what) {
		if err := nul(path); err != nil {
			return nil, err
		}
		return plain(f.plain(path))
	}
	err = f.on(path, what, follow, func(s *spot) error {
		if s.info == nil {
			return syscall.ENOENT
		}
		info = s.info
		return nil
	})
	return info, err
}

// ReadDir lists a folder in the order of the system.
func (f FS) ReadDir(path string) ([]os.DirEntry, error) {
	dir, err := f.Open(path)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}

// ReadNames lists the names in a folder in the order of the system.
func (f FS) ReadNames(path string) ([]string, error) {
	dir, err := f.Open(path)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.Readdirnames(-1)
}

// Mkdir is os.Mkdir.
func (f FS) Mkdir(path string, perm os.FileMode) error {
	if f.free(Write) {
		return cmpOr(nul(path), func() error { return os.Mkdir(f.plain(path), perm) })
	}
	return f.on(path, Write, false, func(s *spot) error {
		if s.info != nil {
			return syscall.EEXIST
		}
		return s.dir.Mkdir(s.name, perm)
	})
}

// MkdirAll is os.MkdirAll.
func (f FS) MkdirAll(path string, perm os.FileMode) error {
	if f.free(Write) {
		return cmpOr(nul(path), func() error { return os.MkdirAll(f.plain(path), perm) })
	}
	info, err := f.stat(path, Write, true, nil)
	switch {
	case err == nil && info.IsDir():
		return nil
	case err == nil:
		return f.wrap(path, syscall.ENOTDIR)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	parent := filepath.Dir(filepath.Clean(path))
	if err = f.Mkdir(path, perm); !errors.Is(err, fs.ErrNotExist) || parent == filepath.Clean(path) {
		return err
	}
	if err := f.MkdirAll(parent, 0o777); err != nil {
		return err
	}
	if err = f.Mkdir(path, perm); errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

func cmpOr(err error, do func() error) error {
	if err != nil {
		return err
	}
	return do()
}

// Remove removes what is no folder.
func (f FS) Remove(path string) error {
	if f.free(Write) {
		return cmpOr(nul(path), func() error { return removeFile(f.plain(path)) })
	}
	return f.onEntry(path, Write, func(s *spot) error {
		switch {
		case s.info == nil:
			return syscall.ENOENT
		case s.info.IsDir():
			return syscall.EISDIR
		}
		return s.dir.Remove(s.name)
	})
}

// RemoveDir removes an empty folder.
func (f FS) RemoveDir(path string) error {
	if f.free(Write) {
		return cmpOr(nul(path), func() error { return removeDir(f.plain(path)) })
	}
	return f.onEntry(path, Write, func(s *spot) error {
		switch {
		case s.info == nil:
			return syscall.ENOENT
		case !s.info.IsDir():
			return syscall.ENOTDIR
		}
		return s.dir.Remove(s.name)
	})
}

// Rename is os.Rename. Renaming may not make readable what was not, nor take a
// place that is denied out of the policy's sight.
func (f FS) Rename(src, dst string) error {
	if f.free(Read | Write) {
		return cmpOr(nul(src+dst), func() error { return os.Rename(f.plain(src), f.plain(dst)) })
	}
	return f.onEntry(src, Write, func(a *spot) error {
		if a.info == nil {
			return syscall.ENOENT
		}
		p := f.policy
		for _, list := range []*Paths{&p.Read, &p.Write} {
			if list.holds(a.real) {
				return &Denied{Use: "renaming '" + filepath.Clean(src) + "', which holds something that is refused,", What: Writing, Refused: true}
			}
		}
		return f.onEntry(dst, Write, func(b *spot) error {
			if _, _, ok := p.allows(Read, b.real, b.chain); ok {
				if err := f.deny(Read, src, a.real, a.chain); err != nil {
					return err
				}
			}
			return renameAt(a, b)
		})
	})
}

// Link is os.Link. A hard link is one file under two names, so both names need
// the rights to the file.
func (f FS) Link(src, dst string) error {
	if f.free(Read | Write) {
		return cmpOr(nul(src+dst), func() error { return os.Link(f.plain(src), f.plain(dst)) })
	}
	return f.onEntry(src, Read|Write, func(a *spot) error {
		if a.info == nil {
			return syscall.ENOENT
		}
		return f.onEntry(dst, Write, func(b *spot) error {
			if b.info != nil {
				return syscall.EEXIST
			}
			return linkAt(a, b)
		})
	})
}

// Symlink is os.Symlink. The target must be a path that the script may read and
// write: others may follow the link.
func (f FS) Symlink(target, path string) error {
	if f.free(Read | Write) {
		return cmpOr(nul(target+path), func() error { return os.Symlink(target, f.plain(path)) })
	}
	if err := nul(target); err != nil {
		return err
	}
	return f.onEntry(path, Write, func(s *spot) error {
		if s.info != nil {
			return syscall.EEXIST
		}
		there := FS{f.policy, filepath.Dir(s.real)}
		end, err := there.at(target, Read|Write, true)
		switch {
		case err == nil:
			end.close()
		case errors.Is(err, fs.ErrNotExist):
			// No folder of its way is there yet.
			text, err := there.absolute(target)
			if err != nil {
				return err
			}
			if err := there.deny(Read|Write, text, filepath.Clean(text), nil); err != nil {
				return err
			}
		default:
			return err
		}
		return s.dir.Symlink(target, s.name)
	})
}

// Readlink is os.Readlink.
func (f FS) Readlink(path string) (target string, err error) {
	if f.free(Read) {
		if err := nul(path); err != nil {
			return "", err
		}
		return os.Readlink(f.plain(path))
	}
	err = f.on(path, Read, false, func(s *spot) (err error) {
		switch {
		case s.info == nil:
			return syscall.ENOENT
		case s.info.Mode()&fs.ModeSymlink == 0:
			return syscall.EINVAL
		}
		target, err = s.dir.Readlink(s.name)
		return err
	})
	return target, err
}

// Realpath is the path with its links resolved, as far as it exists.
func (f FS) Realpath(path string) (string, error) {
	if err := nul(path); err != nil {
		return "", err
	}
	if f.free(Read) {
		abs, err := f.absolute(path)
		if err != nil {
			return "", err
		}
		return realPath(filepath.Clean(abs)), nil
	}
	var rest []string
	for {
		real := ""
		err := f.on(path, Read, true, func(s *spot) error { real = s.real; return nil })
		parent := filepath.Dir(filepath.Clean(path))
		if !errors.Is(err, fs.ErrNotExist) || parent == path {
			return filepath.Join(append([]string{real}, rest...)...), err
		}
		rest = slices.Insert(rest, 0, filepath.Base(path))
		path = parent
	}
}

// Chmod is os.Chmod.
func (f FS) Chmod(path string, mode os.FileMode) error {
	if f.free(Write) {
		return cmpOr(nul(path), func() error { return os.Chmod(f.plain(path), mode) })
	}
	return f.existing(path, Write, func(s *spot) error { return s.dir.Chmod(s.name, mode) })
}

// Chtimes is os.Chtimes.
func (f FS) Chtimes(path string, at, mt time.Time) error {
	if f.free(Write) {
		return cmpOr(nul(path), func() error { return os.Chtimes(f.plain(path), at, mt) })
	}
	return f.existing(path, Write, func(s *spot) error { return s.dir.Chtimes(s.name, at, mt) })
}

func (f FS) existing(path string, what Access, do func(*spot) error) error {
	return f.on(path, what, true, func(s *spot) error {
		if s.info == nil {
			return syscall.ENOENT
		}
		return do(s)
	})
}

// Truncate is os.Truncate.
func (f FS) Truncate(path string, size int64) error {
	if f.free(Write) {
		return cmpOr(nul(path), func() error { return os.Truncate(f.plain(path), size) })
	}
	file, err := f.open(path, os.O_WRONLY, 0, Write)
	if err != nil {
		return err
	}
	defer file.Close()
	return f.wrap(path, file.Truncate(size))
}

// Modes of Access.
const (
	accessWrite = 2
	accessExec  = 1
)

// Access is access(2): whether the process may use the path, and the policy lets
// it.
func (f FS) Access(path string, mode int) (bool, error) {
	if f.free(Read | Write) {
		return accessible(f.plain(path), mode), nul(path)
	}
	info, err := f.Stat(path)
	if err != nil {
		var d *Denied
		if errors.As(err, &d) {
			return false, err
		}
		return false, nil
	}
	if mode&accessWrite != 0 && !f.free(Write) {
		if s, err := f.at(path, Write, true); err != nil {
			return false, nil
		} else {
			s.close()
		}
	}
	return permits(info, mode), nil
}

// Path returns a path for the operating system, once an access to it is allowed:
// for the few things that cannot be done relative to an open folder.
func (f FS) Path(path string, what Access) (string, error) {
	if err := nul(path); err != nil {
		return "", err
	}
	if f.free(what) {
		return f.plain(path), nil
	}
	real := ""
	err := f.on(path, what, true, func(s *spot) error { real = s.real; return nil })
	return real, err
}

// Getwd is the working directory.
func (f FS) Getwd() (string, error) {
	dir := f.dir
	if dir == "" {
		var err error
		if dir, err = os.Getwd(); err != nil {
			return "", err
		}
	}
	if !f.free(Read) {
		s, err := f.at(dir, Read, true)
		if err != nil {
			return "", err
		}
		s.close()
	}
	return dir, nil
}

// Resolve returns the absolute path of a folder that can be the working
// directory, for SetDir.
func (f FS) Resolve(path string) (string, error) {
	info, err := f.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		return "", f.wrap(path, syscall.ENOTDIR)
	}
	if ok, err := f.Access(path, accessExec); err != nil || !ok {
		return "", f.wrap(path, syscall.EACCES)
	}
	return f.Realpath(path)
}
