package os

// This file defines scandir and walk.

import (
	"fmt"
	"os"
	"path/filepath"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

var (
	direntryClass = object.NewClass(object.Spec{Name: "DirEntry", Module: "posix"})
	scandirClass  = object.NewClass(object.Spec{Name: "ScandirIterator", Module: "posix"})
)

// A direntry is the State of a DirEntry.
type direntry struct {
	name, path string
	entry      os.DirEntry
}

func (d *direntry) is(t *isolate.Thread, follow starlark.Value, want func(os.FileMode) bool) (starlark.Value, error) {
	mode := d.entry.Type()
	if mode&os.ModeSymlink != 0 && bool(follow.Truth()) {
		info, err := permit.Files(t).Stat(d.path)
		if permit.IsDenied(err) {
			return nil, permit.Raise(err)
		}
		if err != nil {
			return starlark.False, nil
		}
		mode = info.Mode()
	}
	return starlark.Bool(want(mode)), nil
}

// entries is the State of what scandir returns.
type entries struct {
	list []*object.Instance
}

// Next implements object.Iterator.
func (e *entries) Next(t *isolate.Thread) (starlark.Value, error) {
	if len(e.list) == 0 {
		return nil, nil
	}
	x := e.list[0]
	e.list = e.list[1:]
	return x, nil
}

// Iter implements object.Iterabler.
func (e *entries) Iter(t *isolate.Thread) (object.Iterator, error) { return e, nil }

func readEntries(t *isolate.Thread, dir string) ([]*object.Instance, error) {
	var list []os.DirEntry
	f := permit.Files(t)
	err := do(t, dir, func() (err error) { list, err = f.ReadDir(dir); return err })
	if err != nil {
		return nil, err
	}
	out := make([]*object.Instance, len(list))
	for i, e := range list {
		out[i] = object.Make(direntryClass, t, &direntry{name: e.Name(), path: join(dir, e.Name()), entry: e})
	}
	return out, nil
}

func init() {
	state := func(v starlark.Value) *direntry { return v.(*object.Instance).State.(*direntry) }
	isDir := func(m os.FileMode) bool { return m.IsDir() }
	isFile := func(m os.FileMode) bool { return m.IsRegular() }
	direntryClass.AddMethods(
		object.Def{Sig: "is_dir(self, *, follow_symlinks=True)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return state(a[0]).is(t, a[1], isDir)
		}},
		object.Def{Sig: "is_file(self, *, follow_symlinks=True)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return state(a[0]).is(t, a[1], isFile)
		}},
		object.Def{Sig: "is_symlink(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.Bool(state(a[0]).entry.Type()&os.ModeSymlink != 0), nil
		}},
		object.Def{Sig: "stat(self, *, follow_symlinks=True)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			call := permit.FS.Stat
			if !a[1].Truth() {
				call = permit.FS.Lstat
			}
			return statWith(call, "stat")(t, object.Args{starlark.String(state(a[0]).path)})
		}},
		object.Def{Sig: "inode(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			info, err := permit.Files(t).Lstat(state(a[0]).path)
			if err != nil {
				return nil, object.RaiseOS(err, state(a[0]).path)
			}
			ino, _, _, _, _, _, _ := statFields(info)
			return starlark.MakeUint64(ino), nil
		}},
		object.Def{Sig: "__fspath__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.String(state(a[0]).path), nil
		}},
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			s, err := object.Repr(t, starlark.String(state(a[0]).name))
			return starlark.String(fmt.Sprintf("<DirEntry %s>", s)), err
		}},
	)
	direntryClass.AddAttrs(
		object.Attr{Name: "name", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.String(state(self).name), nil
		}},
		object.Attr{Name: "path", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.String(state(self).path), nil
		}},
	)
	scandirClass.AddMethods(
		object.Def{Sig: "__enter__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return a[0], nil }},
		object.Def{Sig: "__exit__(self, *args)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			a[0].(*object.Instance).State.(*entries).list = nil
			return starlark.None, nil
		}},
		object.Def{Sig: "close(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			a[0].(*object.Instance).State.(*entries).list = nil
			return starlark.None, nil
		}},
		object.Def{Sig: "__iter__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return a[0], nil }},
		object.Def{Sig: "__next__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			v, err := a[0].(*object.Instance).State.(*entries).Next(t)
			if v == nil && err == nil {
				err = object.Raise(object.StopIteration, "")
			}
			return v, err
		}},
	)
}

func scandir(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	p, err := optPath(t, a[0], "scandir")
	if err != nil {
		return nil, err
	}
	list, err := readEntries(t, p)
	if err != nil {
		return nil, err
	}
	return object.Make(scandirClass, t, &entries{list}), nil
}

// walk yields (folder, names of folders, names of files). Top down, the script
// may change the list of folders to say where to go on.
func walk(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	top, err := Fspath(t, a[0], "")
	if err != nil {
		return nil, err
	}
	topdown, follow := bool(a[1].Truth()), bool(a[3].Truth())
	onerror := a[2]
	type visit struct {
		dir   string
		yield starlark.Value // set: bottom up, the folder is done
	}
	stack := []visit{{dir: top}}
	var pending *starlark.List // the list of folders that was handed out last
	var pendingDir string
	push := func(t *isolate.Thread, dir string, names starlark.Value) error {
		vals, err := object.Slice(t, names)
		if err != nil {
			return err
		}
		for i := len(vals) - 1; i >= 0; i-- {
			n, ok := object.Text(vals[i])
			if !ok {
				continue
			}
			sub := join(dir, n)
			if !follow {
				if info, err := permit.Files(t).Lstat(sub); err == nil && info.Mode()&os.ModeSymlink != 0 {
					continue
				}
			}
			stack = append(stack, visit{dir: sub})
		}
		return nil
	}
	next := func(t *isolate.Thread) (starlark.Value, error) {
		if pending != nil {
			if err := push(t, pendingDir, pending); err != nil {
				return nil, err
			}
			pending = nil
		}
		for len(stack) > 0 {
			v := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			if v.yield != nil {
				return v.yield, nil
			}
			list, err := readEntries(t, v.dir)
			if err != nil {
				if !object.IsCaught(t, err, object.OSError) {
					return nil, err
				}
				if onerror == starlark.None && v.dir == top && permit.IsDenied(err) {
					return nil, err // nobody would hear of it
				}
				if onerror != starlark.None {
					exc := object.Catch(t, err, 0)
					if _, err := object.Call(t, onerror, starlark.Tuple{exc}, nil); err != nil {
						return nil, err
					}
				}
				continue
			}
			dirs, files := starlark.NewList(nil), starlark.NewList(nil)
			for _, e := range list {
				d := e.State.(*direntry)
				// A link to where the script may not look is no folder to it.
				isDir, _ := d.is(t, starlark.True, func(m os.FileMode) bool { return m.IsDir() })
				if isDir == starlark.True {
					dirs.Append(starlark.String(d.name))
				} else {
					files.Append(starlark.String(d.name))
				}
			}
			result := starlark.Tuple{starlark.String(v.dir), dirs, files}
			if topdown {
				pending, pendingDir = dirs, v.dir
				return result, nil
			}
			stack = append(stack, visit{yield: result})
			if err := push(t, v.dir, dirs); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return object.NewGoGenerator("walk", next, nil), nil
}

func join(dir, name string) string {
	if dir == "" || dir[len(dir)-1] == filepath.Separator || dir[len(dir)-1] == '/' {
		return dir + name
	}
	return dir + string(filepath.Separator) + name
}

var scandirFuncs = []object.Def{
	{Sig: "scandir(path=None)", Doc: "Return an iterator of DirEntry objects for given path.", Fn: scandir},
	{Sig: "def walk(top, topdown=True, onerror=None, followlinks=False)", Doc: "Directory tree generator.", Fn: walk},
}
