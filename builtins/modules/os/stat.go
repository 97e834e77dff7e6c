package os

// This file defines stat and stat_result.

import (
	"fmt"
	"os"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

var statClass = object.NewClass(object.Spec{Name: "stat_result", Module: "os", Base: object.TupleType})

var statNames = []string{"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime"}

// A statTime holds the nanoseconds that the tuple's seconds leave out.
type statTime struct{ atime, mtime, ctime int64 }

// unixMode is st_mode: the permission bits and the kind of file.
func unixMode(m os.FileMode) int {
	n := int(m.Perm())
	switch {
	case m&os.ModeDir != 0:
		n |= 0o040000
	case m&os.ModeSymlink != 0:
		n |= 0o120000
	case m&os.ModeNamedPipe != 0:
		n |= 0o010000
	case m&os.ModeSocket != 0:
		n |= 0o140000
	case m&os.ModeCharDevice != 0:
		n |= 0o020000
	case m&os.ModeDevice != 0:
		n |= 0o060000
	default:
		n |= 0o100000
	}
	if m&os.ModeSetuid != 0 {
		n |= 0o4000
	}
	if m&os.ModeSetgid != 0 {
		n |= 0o2000
	}
	if m&os.ModeSticky != 0 {
		n |= 0o1000
	}
	return n
}

func newStat(t *isolate.Thread, info os.FileInfo) starlark.Value {
	ino, dev, nlink, uid, gid, atime, ctime := statFields(info)
	mtime := info.ModTime().UnixNano()
	u := func(n uint64) starlark.Value { return starlark.MakeUint64(n) }
	sec := func(ns int64) starlark.Value { return starlark.MakeInt64(ns / 1e9) }
	x := object.Make(statClass, t, starlark.Tuple{
		starlark.MakeInt(unixMode(info.Mode())), u(ino), u(dev), u(nlink), u(uid), u(gid),
		starlark.MakeInt64(info.Size()), sec(atime), sec(mtime), sec(ctime),
	})
	x.Extra = statTime{atime, mtime, ctime}
	return x
}

func init() {
	for i, name := range statNames[:7] {
		statClass.AddAttrs(object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return object.Base(self).(starlark.Tuple)[i], nil
		}})
	}
	for _, f := range []struct {
		name string
		get  func(statTime) int64
	}{
		{"st_atime", func(s statTime) int64 { return s.atime }},
		{"st_mtime", func(s statTime) int64 { return s.mtime }},
		{"st_ctime", func(s statTime) int64 { return s.ctime }},
	} {
		times := func(self starlark.Value) int64 {
			s, _ := self.(*object.Instance).Extra.(statTime)
			return f.get(s)
		}
		statClass.AddAttrs(
			object.Attr{Name: f.name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
				return starlark.Float(float64(times(self)) / 1e9), nil
			}},
			object.Attr{Name: f.name + "_ns", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
				return starlark.MakeInt64(times(self)), nil
			}},
		)
	}
	statClass.AddMethods(object.Def{Sig: "__repr__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		tuple := object.Base(a[0]).(starlark.Tuple)
		parts := make([]string, len(tuple))
		for i, v := range tuple {
			parts[i] = fmt.Sprintf("%s=%s", statNames[i], v)
		}
		return starlark.String("os.stat_result(" + strings.Join(parts, ", ") + ")"), nil
	}})
}

func statWith(call func(permit.FS, string) (os.FileInfo, error), name string) func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	return func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], name)
		if err != nil {
			return nil, err
		}
		stat := call
		if len(a) > 2 && a[2] == starlark.False {
			stat = permit.FS.Lstat
		}
		f := permit.Files(t)
		var info os.FileInfo
		if err := do(t, p, func() (err error) { info, err = stat(f, p); return err }); err != nil {
			return nil, err
		}
		return newStat(t, info), nil
	}
}

var statFuncs = []object.Def{
	{Sig: "stat(path, *, dir_fd=None, follow_symlinks=True)", Doc: "Perform a stat system call on the given path.", Fn: statWith(permit.FS.Stat, "stat")},
	{Sig: "lstat(path, *, dir_fd=None)", Doc: "Perform a stat system call on the given path, without following symbolic links.", Fn: statWith(permit.FS.Lstat, "lstat")},
}
