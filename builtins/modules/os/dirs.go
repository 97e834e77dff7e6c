package os

// This file defines the functions on files and folders.

import (
	"os"
	"path/filepath"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

func optPath(t *isolate.Thread, v starlark.Value, fn string) (string, error) {
	if v == starlark.None {
		return ".", nil
	}
	return Fspath(t, v, fn)
}

func listdir(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	p, err := optPath(t, a[0], "listdir")
	if err != nil {
		return nil, err
	}
	f := permit.Files(t)
	var names []string
	if err := do(t, p, func() (err error) { names, err = f.ReadNames(p); return err }); err != nil {
		return nil, err
	}
	out := make([]starlark.Value, len(names))
	for i, n := range names {
		out[i] = starlark.String(n)
	}
	return starlark.NewList(out), nil
}

func modeArg(t *isolate.Thread, v starlark.Value) (os.FileMode, error) {
	n, err := object.Int(t, v)
	return os.FileMode(n) & 0o777, err
}

func makedirs(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	p, err := Fspath(t, a[0], "makedirs")
	if err != nil {
		return nil, err
	}
	mode, err := modeArg(t, a[1])
	if err != nil {
		return nil, err
	}
	exist, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	f := permit.Files(t)
	return starlark.None, do(t, p, func() error {
		info, err := f.StatFor(p, permit.Write)
		if permit.IsDenied(err) {
			return err
		}
		if err == nil {
			if info.IsDir() && exist {
				return nil
			}
			return &os.PathError{Op: "mkdir", Path: p, Err: errExist}
		}
		return f.MkdirAll(p, mode)
	})
}

var dirFuncs = []object.Def{
	{Sig: "listdir(path=None)", Doc: "Return a list containing the names of the files in the directory.", Fn: listdir},
	{Sig: "getcwd()", Doc: "Return a unicode string representing the current working directory.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		dir, err := permit.Files(t).Getwd()
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		return starlark.String(dir), nil
	}},
	{Sig: "chdir(path)", Doc: "Change the current working directory to the specified path.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "chdir")
		if err != nil {
			return nil, err
		}
		f, dir := permit.Files(t), ""
		if err := do(t, p, func() (err error) { dir, err = f.Resolve(p); return err }); err != nil {
			return nil, err
		}
		permit.SetDir(t.Isolate(), dir)
		return starlark.None, nil
	}},
	onPath("rmdir(path, *, dir_fd=None)", "Remove a directory.", permit.FS.RemoveDir),
	onPath("remove(path, *, dir_fd=None)", "Remove a file (same as unlink()).", permit.FS.Remove),
	onPath("unlink(path, *, dir_fd=None)", "Remove a file (same as remove()).", permit.FS.Remove),
	onPath("def removedirs(name)", "Super-rmdir; remove a leaf directory and all empty intermediate ones.", func(f permit.FS, p string) error {
		if err := f.RemoveDir(p); err != nil {
			return err
		}
		for dir := filepath.Dir(filepath.Clean(p)); dir != "." && dir != string(filepath.Separator); dir = filepath.Dir(dir) {
			if f.RemoveDir(dir) != nil {
				break
			}
		}
		return nil
	}),
	onPaths("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file or directory.", permit.FS.Rename),
	onPaths("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", "Rename a file or directory, overwriting the destination.", permit.FS.Rename),
	onPaths("def renames(old, new)", "Super-rename; create directories as necessary.", func(f permit.FS, src, dst string) error {
		if err := f.MkdirAll(filepath.Dir(dst), 0o777); err != nil {
			return err
		}
		return f.Rename(src, dst)
	}),
	onPaths("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", "Create a hard link to a file.", permit.FS.Link),
	onPaths("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", "Create a symbolic link pointing to src named dst.", permit.FS.Symlink),
	{Sig: "readlink(path, *, dir_fd=None)", Doc: "Return a string representing the path to which the symbolic link points.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "readlink")
		if err != nil {
			return nil, err
		}
		f := permit.Files(t)
		var target string
		err = do(t, p, func() (err error) { target, err = f.Readlink(p); return err })
		return starlark.String(target), err
	}},
	{Sig: "mkdir(path, mode=511, *, dir_fd=None)", Doc: "Create a directory.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "mkdir")
		if err != nil {
			return nil, err
		}
		mode, err := modeArg(t, a[1])
		if err != nil {
			return nil, err
		}
		f := permit.Files(t)
		return starlark.None, do(t, p, func() error { return f.Mkdir(p, mode) })
	}},
	{Sig: "def makedirs(name, mode=511, exist_ok=False)", Doc: "Super-mkdir; create a leaf directory and all intermediate ones.", Fn: makedirs},
	{Sig: "chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", Doc: "Change the access permissions of a file.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "chmod")
		if err != nil {
			return nil, err
		}
		mode, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		f := permit.Files(t)
		return starlark.None, do(t, p, func() error { return f.Chmod(p, os.FileMode(mode&0o777)) })
	}},
	{Sig: "truncate(path, length)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "truncate")
		if err != nil {
			return nil, err
		}
		n, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		f := permit.Files(t)
		return starlark.None, do(t, p, func() error { return f.Truncate(p, int64(n)) })
	}},
	{Sig: "utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", Doc: "Set the access and modified time of path.", Fn: utime},
	{Sig: "access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", Doc: "Use the real uid/gid to test for access to a path.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "access")
		if err != nil {
			return nil, err
		}
		mode, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		f, ok := permit.Files(t), false
		err = do(t, p, func() (err error) { ok, err = f.Access(p, mode); return err })
		return starlark.Bool(ok), err
	}},
}

func utime(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	p, err := Fspath(t, a[0], "utime")
	if err != nil {
		return nil, err
	}
	at, mt := time.Now(), time.Now()
	read := func(v starlark.Value, unit float64) error {
		pair, err := object.Slice(t, v)
		if err != nil || len(pair) != 2 {
			return object.Raise(object.TypeError, "utime: 'times' must be either a tuple of two ints or None")
		}
		for i, dst := range []*time.Time{&at, &mt} {
			f, err := object.Float(t, pair[i])
			if err != nil {
				return err
			}
			*dst = time.Unix(0, int64(f*unit))
		}
		return nil
	}
	if a[1] != starlark.None {
		if err := read(a[1], 1e9); err != nil {
			return nil, err
		}
	} else if a[2] != starlark.None {
		if err := read(a[2], 1); err != nil {
			return nil, err
		}
	}
	f := permit.Files(t)
	return starlark.None, do(t, p, func() error { return f.Chtimes(p, at, mt) })
}
