package os

// This file defines the functions on file descriptors.

import (
	"context"
	"errors"
	"io"
	"os"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

// opened are the files that a script has opened by descriptor. They are kept so
// that Go does not close them before the isolate does.
var opened = isolate.NewKey(func(iso *isolate.Isolate) map[int]*os.File {
	m := make(map[int]*os.File)
	iso.OnClose(func() {
		for _, f := range m {
			f.Close()
		}
	})
	return m
})

func addFile(t *isolate.Thread, f *os.File) starlark.Value {
	fd := permit.AddFile(t.Isolate(), f)
	opened.In(t.Isolate())[fd] = f
	return starlark.MakeInt(fd)
}

func fileOf(t *isolate.Thread, v starlark.Value) (int, *os.File, error) {
	fd, err := object.Int(t, v)
	if err != nil {
		return 0, nil, err
	}
	f := permit.KnownFile(t.Isolate(), fd)
	if f == nil {
		return fd, nil, &object.Error{Exc: object.OSErrorOf(9, "Bad file descriptor", nil, nil)}
	}
	return fd, f, nil
}

// onFile runs a system call on an open file without the lock.
func onFile(t *isolate.Thread, v starlark.Value, fn func(f *os.File) error) error {
	_, f, err := fileOf(t, v)
	if err != nil {
		return err
	}
	var oserr error
	if err := t.Block(func(context.Context) error { oserr = fn(f); return nil }); err != nil {
		return err
	}
	if oserr != nil {
		var pe *os.PathError
		if errors.As(oserr, &pe) {
			oserr = pe.Err
		}
		return object.RaiseOS(oserr, "")
	}
	return nil
}

func fileFunc(sig, doc string, fn func(t *isolate.Thread, a object.Args, f *os.File) error) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.None, onFile(t, a[0], func(f *os.File) error { return fn(t, a, f) })
	}}
}

var descriptorFuncs = []object.Def{
	{Sig: "open(path, flags, mode=511, *, dir_fd=None)", Doc: "Open a file for low level IO. Returns a file descriptor (integer).", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "open")
		if err != nil {
			return nil, err
		}
		flags, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		mode, err := modeArg(t, a[2])
		if err != nil {
			return nil, err
		}
		var f *os.File
		fs := permit.Files(t)
		if err := do(t, p, func() (err error) { f, err = fs.OpenFile(p, flags, mode); return err }); err != nil {
			return nil, err
		}
		return addFile(t, f), nil
	}},
	{Sig: "close(fd)", Doc: "Close a file descriptor.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		fd, _, err := fileOf(t, a[0])
		if err != nil {
			return nil, err
		}
		if fd > 2 || permit.OwnsDescriptors(t.Isolate()) { // else a stream of the host's
			err = onFile(t, a[0], (*os.File).Close)
		}
		permit.ForgetFile(t.Isolate(), fd)
		delete(opened.In(t.Isolate()), fd)
		return starlark.None, err
	}},
	{Sig: "read(fd, length, /)", Doc: "Read from a file descriptor. Returns a bytes object.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		if n < 0 || n > 1<<30 {
			return nil, &object.Error{Exc: object.OSErrorOf(22, "Invalid argument", nil, nil)}
		}
		buf := make([]byte, n)
		var got int
		err = onFile(t, a[0], func(f *os.File) (err error) {
			got, err = f.Read(buf)
			if err == io.EOF {
				err = nil
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		return newBytes(buf[:got]), nil
	}},
	{Sig: "write(fd, data, /)", Doc: "Write a bytes object to a file descriptor.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		if !object.IsInstance(a[1], object.BytesType) && !object.IsInstance(a[1], object.BytearrayType) {
			return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(a[1]))
		}
		b, err := object.Call(t, object.BytesType, starlark.Tuple{a[1]}, nil)
		if err != nil {
			return nil, err
		}
		data := []byte(b.(types.Bytes))
		var n int
		err = onFile(t, a[0], func(f *os.File) (err error) { n, err = f.Write(data); return err })
		return starlark.MakeInt(n), err
	}},
	{Sig: "lseek(fd, position, whence, /)", Doc: "Set the position of a file descriptor.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		off, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		whence, err := object.Int(t, a[2])
		if err != nil {
			return nil, err
		}
		var pos int64
		err = onFile(t, a[0], func(f *os.File) (err error) { pos, err = f.Seek(int64(off), whence); return err })
		return starlark.MakeInt64(pos), err
	}},
	{Sig: "fstat(fd)", Doc: "Perform a stat system call on the given file descriptor.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		var info os.FileInfo
		if err := onFile(t, a[0], func(f *os.File) (err error) { info, err = f.Stat(); return err }); err != nil {
			return nil, err
		}
		return newStat(t, info), nil
	}},
	{Sig: "pipe()", Doc: "Create a pipe. Returns a tuple of two file descriptors: (read_fd, write_fd)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		r, w, err := os.Pipe() // reaches nothing outside
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		return starlark.Tuple{addFile(t, r), addFile(t, w)}, nil
	}},
	{Sig: "def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **kwargs)", Doc: "Supply os.fdopen()", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		m, err := registry.Get(t, "builtins")
		if err != nil {
			return nil, err
		}
		args := append(starlark.Tuple{a[0], a[1], a[2], a[3]}, a[4].(starlark.Tuple)...)
		return object.Call(t, m.Get("open"), args, a[5].(*starlark.Dict).Items())
	}},
	{Sig: "isatty(fd, /)", Doc: "Return True if the fd is connected to a terminal.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		tty := false
		err := onFile(t, a[0], func(f *os.File) error {
			info, err := f.Stat()
			tty = err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
			return err
		})
		return starlark.Bool(tty), err
	}},
	fileFunc("fsync(fd)", "Force write of fd to disk.", func(t *isolate.Thread, a object.Args, f *os.File) error { return f.Sync() }),
	{Sig: "ftruncate(fd, length, /)", Doc: "Truncate a file, specified by file descriptor, to a specific length.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		return starlark.None, onFile(t, a[0], func(f *os.File) error { return f.Truncate(int64(n)) })
	}},
}
