package host

// This file defines the modules that a host brings along, and which of the
// built-in ones scripts may import.

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

// WithGlobals adds names that every program has without an import, as Go values:
// see ToValue. They win over those of WithPredeclared. Default: none.
func WithGlobals(names map[string]any) Option {
	return func(c *config) { c.globals = merge(c.globals, names) }
}

// WithModule adds a module that scripts import by that name, which may have dots.
// members is a map[string]any, or a struct or a pointer to one, whose fields and
// methods the module has, by their snake_case names or tags. The values are made
// when a script first imports the module (see ToValue). It wins over a built-in
// module of that name. Default: none.
func WithModule(name string, members any) Option {
	return func(c *config) {
		c.modules = merge(c.modules, map[string]any{name: members})
	}
}

// A Loader finds the source of modules that are scripts. It returns the text and a
// name for tracebacks; an error that is fs.ErrNotExist says that it has no such
// module. name has dots for packages; a package is asked for as name first and as
// name.__init__ if that is not found.
type Loader func(name string) (file string, source []byte, err error)

// WithLoader adds a place where imports find modules that are scripts, in front of
// the import path: from is an fs.FS (an embed.FS; a.b is a/b.py, a/b.star or the
// package a/b/__init__.py) or a Loader. Several are asked in the order given.
func WithLoader(from any) Option {
	return func(c *config) {
		switch l := from.(type) {
		case fs.FS:
			c.loaders = append(slices.Clip(c.loaders), fsLoader(l))
		case Loader:
			c.loaders = append(slices.Clip(c.loaders), l)
		case func(string) (string, []byte, error):
			c.loaders = append(slices.Clip(c.loaders), l)
		default:
			c.bad = errors.Join(c.bad, fmt.Errorf("host: WithLoader: want an fs.FS or a Loader, got %T", from))
		}
	}
}

// WithModules lets scripts import only these of the built-in modules, and what is
// below them (concurrent stands for concurrent.futures). Modules that these need
// themselves work. Default: all.
func WithModules(names ...string) Option {
	return func(c *config) {
		c.only = append([]string{}, names...)
	}
}

// WithoutModules hides built-in modules, and what is below them, from scripts:
// importing one raises ModuleNotFoundError. Default: none.
func WithoutModules(names ...string) Option {
	return func(c *config) { c.without = append(slices.Clip(c.without), names...) }
}

func merge(a, b map[string]any) map[string]any {
	out := make(map[string]any, len(a)+len(b))
	for k, v := range a {
		out[k] = v
	}
	for k, v := range b {
		out[k] = v
	}
	return out
}

// fsLoader looks modules up in a file system.
func fsLoader(fsys fs.FS) Loader {
	return func(name string) (string, []byte, error) {
		file := strings.ReplaceAll(name, ".", "/")
		for _, ext := range extensions {
			src, err := fs.ReadFile(fsys, file+ext)
			if err == nil || !errors.Is(err, fs.ErrNotExist) {
				return file + ext, src, err
			}
		}
		return "", nil, fs.ErrNotExist
	}
}

// isBelow reports whether name is one of the modules, or within one.
func isBelow(name string, modules []string) bool {
	return slices.ContainsFunc(modules, func(m string) bool {
		return name == m || strings.HasPrefix(name, m+".")
	})
}

// hides reports whether scripts may not import the built-in module.
func (c *config) hides(name string) bool {
	if isBelow(name, c.without) {
		return true
	}
	if c.only == nil || name == "builtins" || name == "sys" {
		return false
	}
	// concurrent has to be there for concurrent.futures to be.
	above := slices.ContainsFunc(c.only, func(m string) bool { return strings.HasPrefix(m, name+".") })
	return !above && !isBelow(name, c.only)
}

// owns reports whether the host brings the module along, or one below it.
func (c *config) owns(name string) bool {
	for m := range c.modules {
		if m == name || strings.HasPrefix(m, name+".") {
			return true
		}
	}
	return false
}

// setModules tells the registry what is special about the interpreter's modules.
func (in *Interpreter) setModules() {
	c := &in.config
	if c.only == nil && len(c.without) == 0 && len(c.modules) == 0 {
		return
	}
	registry.ChoiceIn.Set(in.iso, &registry.Choice{
		Hides: func(name string) bool { return c.owns(name) || c.hides(name) },
		Own:   in.ownModule,
		Owns:  c.owns,
	})
}

// ownModule makes a module that the host brings along; nil, nil if there is none.
func (in *Interpreter) ownModule(t *isolate.Thread, name string) (*object.Module, error) {
	members, ok := in.config.modules[name]
	if !ok {
		if in.config.owns(name) {
			return in.newModule(name), nil // a package of nothing but modules
		}
		return nil, nil
	}
	m := in.newModule(name)
	if err := in.fillModule(t, m, reflect.ValueOf(members)); err != nil {
		return nil, convertFailed(within(err, "module "+name))
	}
	return m, nil
}

func (in *Interpreter) newModule(name string) *object.Module {
	m := &object.Module{Name: name, Iso: in.iso}
	pkg := ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg = name[:i]
	}
	for other := range in.config.modules {
		if strings.HasPrefix(other, name+".") {
			pkg = name
			m.Vars.Set("__path__", starlark.NewList(nil))
			break
		}
	}
	in.name(m, pkg, "")
	return m
}

func (in *Interpreter) fillModule(t *isolate.Thread, m *object.Module, members reflect.Value) error {
	set := func(name string, x reflect.Value) error {
		v, err := in.toValueNamed(t, name, x.Interface())
		if err != nil {
			return within(err, name)
		}
		m.Vars.Set(name, v)
		return nil
	}
	switch v := reflect.Indirect(members); {
	case v.Kind() == reflect.Map && v.Type().Key().Kind() == reflect.String:
		keys := v.MapKeys()
		slices.SortFunc(keys, compareKeys)
		for _, k := range keys {
			if err := set(k.String(), v.MapIndex(k)); err != nil {
				return err
			}
		}
		return nil
	case v.Kind() == reflect.Struct:
		shape := shapeOf(v.Type())
		if !v.CanAddr() { // so that methods of the pointer work on one copy
			p := reflect.New(v.Type())
			p.Elem().Set(v)
			v = p.Elem()
		}
		for _, f := range shape.fields {
			x, err := v.FieldByIndexErr(f.path)
			if err != nil {
				continue
			}
			if err := set(f.name, x); err != nil {
				return err
			}
		}
		for name, goName := range shape.methods {
			if name != goName || snakeCase(name) == name {
				if err := set(name, v.Addr().MethodByName(goName)); err != nil {
					return err
				}
			}
		}
		return nil
	}
	return &ConvertError{Reason: fmt.Sprintf("want a map of names or a struct, got %s", members.Type())}
}

// loadSource finds a module among the loaders' sources. isPackage tells that it
// has modules below it.
func (in *Interpreter) loadSource(t *isolate.Thread, name string) (file string, src []byte, isPackage, found bool, err error) {
	for _, l := range in.config.loaders {
		for _, pkg := range []bool{false, true} {
			ask := name
			if pkg {
				ask += ".__init__"
			}
			file, src, err := l(ask)
			if err == nil {
				if file == "" {
					file = strings.ReplaceAll(ask, ".", "/") + ".py"
				}
				return file, src, pkg, true, nil
			}
			if !errors.Is(err, fs.ErrNotExist) {
				return "", nil, false, false, &object.Error{Exc: in.exceptionOf(t, err)}
			}
		}
	}
	return "", nil, false, false, nil
}

// findLoaded makes a module of a loader's source; nil, nil if there is none.
func (in *Interpreter) findLoaded(t *isolate.Thread, name string) (*object.Module, error) {
	file, src, isPackage, found, err := in.loadSource(t, name)
	if err != nil || !found {
		return nil, err
	}
	m := &object.Module{Name: name, Iso: t.Isolate(), Initializing: true}
	pkg := ""
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg = name[:i]
	}
	if isPackage {
		pkg = name
		m.Vars.Set("__path__", stringList(path.Dir(file)))
	}
	in.name(m, pkg, file)
	loaded := registry.Loaded.In(t.Isolate())
	loaded.SetKey(starlark.String(name), m)
	if err := in.exec(t, m, file, src); err != nil {
		loaded.Delete(starlark.String(name))
		return nil, err
	}
	m.Initializing = false
	return m, nil
}

// locate and runFile implement registry.Scripts.
func (in *Interpreter) locate(t *isolate.Thread, name string, dirs []string) (*registry.Script, error) {
	file, _, isPackage, found, err := in.loadSource(t, name)
	if err != nil {
		return nil, err
	}
	if !found {
		leaf := name
		if dirs == nil {
			dirs = sysPath(t)
		} else if i := strings.LastIndexByte(name, '.'); i >= 0 {
			leaf = name[i+1:]
		}
		if file, err = in.findFile(permit.Files(t), leaf, dirs); err != nil || file == "" {
			return nil, err
		}
		isPackage = strings.HasPrefix(filepath.Base(file), "__init__.")
	}
	return &registry.Script{File: file, Package: isPackage}, nil
}

func (in *Interpreter) runFile(t *isolate.Thread, m *object.Module, file string) error {
	if loaded, src, _, found, err := in.loadSource(t, m.Name); err != nil {
		return err
	} else if found && loaded == file {
		return in.exec(t, m, file, src)
	}
	src, err := permit.Files(t).ReadFile(file, permit.Module)
	if err != nil {
		return object.RaiseOS(err, file)
	}
	return in.exec(t, m, file, src)
}
