package host

// This file defines how import finds modules that are files, and load() its
// Starlark modules.

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/modules/sys"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

// extensions of script files, in the order in which import tries them.
var extensions = []string{".py", ".star"}

// searchPath returns the folders that import searches: the script's own, then
// the import path. It is sys.path from the start on; a script may change that.
func (in *Interpreter) searchPath(fs permit.FS, dir string) []string {
	if dir == "" {
		dir, _ = fs.Getwd() // "" is the same, and says no more
	}
	return append([]string{dir}, in.config.path...)
}

// setPath sets sys.path for a program in dir.
func (in *Interpreter) setPath(t *isolate.Thread, dir string) {
	dirs := in.searchPath(permit.Files(t), dir)
	for i, d := range dirs {
		dirs[i] = osText(d)
	}
	sys.SetPath(t, dirs)
}

// sysPath reads sys.path as the script left it.
func sysPath(t *isolate.Thread) []string {
	dirs := slices.Clone(sys.Texts(t, "path"))
	for i, s := range dirs {
		if s == "" {
			s = "."
		}
		dirs[i] = osName(s)
	}
	return dirs
}

// findFile returns the file of the module of that dotted name in the folders,
// or "": name.py, name.star, or the folder name (a package).
//
// Folders that may not be read are passed over, as are those that are not there.
func (in *Interpreter) findFile(fs permit.FS, name string, dirs []string) (string, error) {
	rel := filepath.FromSlash(strings.ReplaceAll(name, ".", "/"))
	for _, dir := range dirs {
		base := filepath.Join(dir, rel)
		for _, ext := range extensions {
			if init := filepath.Join(base, "__init__"+ext); isFile(fs, init) {
				return init, nil
			}
		}
		for _, ext := range extensions {
			if isFile(fs, base+ext) {
				return base + ext, nil
			}
		}
		if info, err := fs.StatFor(base, permit.Module); err == nil && info.IsDir() && dir != "" {
			return base, nil // a namespace package
		}
	}
	return "", nil
}

func isFile(fs permit.FS, path string) bool {
	info, err := fs.StatFor(path, permit.Module)
	return err == nil && !info.IsDir()
}

// find implements registry.Finder: it loads a module from a file.
func (in *Interpreter) find(t *isolate.Thread, name string, path []string) (*object.Module, error) {
	if m, err := in.findLoaded(t, name); m != nil || err != nil {
		return m, err
	}
	leaf := name
	if path == nil {
		path = sysPath(t)
	} else if i := strings.LastIndexByte(name, '.'); i >= 0 {
		leaf = name[i+1:]
	}
	fs := permit.Files(t)
	file, err := in.findFile(fs, leaf, path)
	if err != nil || file == "" {
		return nil, err
	}
	m := &object.Module{Name: name, Iso: t.Isolate(), Initializing: true}
	loaded := registry.Loaded.In(t.Isolate())
	pkg := name
	if info, err := fs.StatFor(file, permit.Module); err == nil && info.IsDir() {
		m.Vars.Set("__path__", stringList(file))
		in.name(m, pkg, "")
		m.Initializing = false
		return m, loaded.SetKey(starlark.String(name), m)
	}
	if strings.HasPrefix(filepath.Base(file), "__init__.") {
		m.Vars.Set("__path__", stringList(filepath.Dir(file)))
	} else if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg = name[:i]
	} else {
		pkg = ""
	}
	in.name(m, pkg, file)
	src, err := fs.ReadFile(file, permit.Module)
	if err != nil {
		return nil, object.RaiseOS(err, file)
	}
	loaded.SetKey(starlark.String(name), m)
	if err := in.exec(t, m, file, src); err != nil {
		loaded.Delete(starlark.String(name))
		return nil, err
	}
	m.Initializing = false
	return m, nil
}

func stringList(s ...string) *starlark.List {
	l := starlark.NewList(nil)
	for _, e := range s {
		l.Append(starlark.String(e))
	}
	return l
}

// name sets the attributes that a module has from the start.
func (in *Interpreter) name(m *object.Module, pkg, file string) {
	m.Vars.Set("__name__", starlark.String(m.Name))
	m.Vars.Set("__doc__", starlark.None)
	m.Vars.Set("__package__", starlark.String(pkg))
	m.Vars.Set("__loader__", starlark.None)
	m.Vars.Set("__spec__", starlark.None)
	if file != "" {
		m.Vars.Set("__file__", starlark.String(osText(file)))
	}
}

// mainModule makes the module of the main program.
func (in *Interpreter) mainModule(t *isolate.Thread, file string) *object.Module {
	m := &object.Module{Name: "__main__", Iso: t.Isolate()}
	in.name(m, "", file)
	m.Vars.Set("__package__", starlark.None)
	registry.Loaded.In(t.Isolate()).SetKey(starlark.String("__main__"), m)
	return m
}

// A loadEntry is a module that load() has run or is running.
type loadEntry struct {
	globals starlark.StringDict
	err     error
	running bool
}

// load implements the load statement: the host's module of that name, or the file beside the running
// one, in the dialect that the file says or the interpreter's, once.
func (in *Interpreter) load(t *isolate.Thread, name string) (starlark.StringDict, error) {
	if in.config.load != nil {
		if d, err := in.config.load(name); d != nil || err != nil {
			return d, err
		}
	}
	path := name
	if !filepath.IsAbs(path) {
		if dirs := sysPath(t); len(dirs) > 0 {
			path = filepath.Join(dirs[0], filepath.FromSlash(name))
		}
	}
	if e, ok := in.loads[path]; ok {
		if e.running {
			return nil, fmt.Errorf("cycle in load graph")
		}
		return e.globals, e.err
	}
	e := &loadEntry{running: true}
	in.loads[path] = e
	e.globals, e.err = in.loadFile(t, name, path)
	e.running = false
	return e.globals, e.err
}

func (in *Interpreter) loadFile(t *isolate.Thread, name, path string) (starlark.StringDict, error) {
	src, err := permit.Files(t).ReadFile(path, permit.Module)
	if err != nil {
		if lib := library(name); lib != nil {
			return lib, nil
		}
	}
	if permit.IsDenied(err) {
		return nil, permit.Raise(err)
	}
	if err != nil {
		var pe *fs.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	m := &object.Module{Iso: t.Isolate(), Name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))}
	in.name(m, "", path)
	if in.dialectOf(src) == Starlark {
		err = in.execStarlark(t, m, path, src, true)
	} else {
		err = in.exec(t, m, path, src)
	}
	if err != nil {
		return nil, err
	}
	out := make(starlark.StringDict)
	for _, n := range m.AttrNames() {
		if v := m.Get(n); v != nil && !strings.HasPrefix(n, "__") {
			out[n] = v
		}
	}
	return out, nil
}
