package lowering

// This file defines import statements.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

func init() {
	functions["import"] = func(r *env, _ *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		t := r.iso.Current()
		name := string(a[0].(starlark.String))
		m, err := r.importModule(t, name)
		if err != nil || len(a) > 1 {
			return m, err
		}
		if head, _, dotted := strings.Cut(name, "."); dotted {
			return r.importModule(t, head)
		}
		return m, nil
	}
	functions["importfrom"] = func(r *env, _ *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		t := r.iso.Current()
		if a[0].(starlark.String) == "__future__" && registry.Lookup("__future__") == nil {
			// What it asks for was the front end's business.
			out := make(starlark.Tuple, len(a)-2)
			for i := range out {
				out[i] = starlark.None
			}
			return out, nil
		}
		name, m, err := r.from(t, a)
		if err != nil {
			return nil, err
		}
		out := make(starlark.Tuple, 0, len(a)-2)
		for _, n := range a[2:] {
			v, err := importName(t, m, name, string(n.(starlark.String)))
			if err != nil {
				return nil, err
			}
			out = append(out, v)
		}
		return out, nil
	}
	functions["importstar"] = func(r *env, _ *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		t := r.iso.Current()
		_, m, err := r.from(t, a)
		if err != nil {
			return nil, err
		}
		return starlark.None, r.importStar(t, m)
	}
}

// from returns the module of `from module import …`, a[0], at level a[1].
func (r *env) from(t *thread, a starlark.Tuple) (string, value, error) {
	name, level := string(a[0].(starlark.String)), number(a[1])
	if level > 0 {
		pkg, err := r.packageAt(level)
		if err != nil {
			return "", nil, err
		}
		if name == "" {
			name = pkg
		} else {
			name = pkg + "." + name
		}
	}
	m, err := r.importModule(t, name)
	return name, m, err
}

// importModule imports for the module whose code asks. The standard modules find
// each other whatever a host hides from scripts.
func (r *env) importModule(t *thread, name string) (value, error) {
	if r.g.mod.BuiltIn {
		return registry.ImportInner(t, name)
	}
	return registry.Import(t, name)
}

// packageAt returns the package that a relative import of that level starts
// from.
func (r *env) packageAt(level int) (string, error) {
	pkg, ok := "", false
	if v := r.g.Get("__package__"); v != nil {
		pkg, ok = object.Text(v)
	}
	if !ok || pkg == "" {
		return "", object.Raise(object.ImportError, "attempted relative import with no known parent package")
	}
	for ; level > 1; level-- {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			return "", object.Raise(object.ImportError, "attempted relative import beyond top-level package")
		}
		pkg = pkg[:i]
	}
	return pkg, nil
}

// importName returns what `from module import name` binds: an attribute, or a
// submodule.
func importName(t *thread, m value, module, name string) (value, error) {
	v, err := object.GetAttr(t, m, name)
	if err == nil {
		return v, nil
	}
	if !object.IsCaught(t, err, object.AttributeError) {
		return nil, err
	}
	full := module + "." + name
	if _, perr := object.GetAttr(t, m, "__path__"); perr == nil {
		v, err := registry.Import(t, full)
		if err == nil {
			return v, nil
		}
		if !isMissing(t, err, full) {
			return nil, err
		}
	}
	file := "unknown location"
	if f, err := object.GetAttr(t, m, "__file__"); err == nil {
		if s, ok := object.Text(f); ok {
			file = s
		}
	}
	var failure error
	if mod, ok := m.(*object.Module); ok && mod.Initializing {
		failure = object.Raise(object.ImportError,
			"cannot import name '%s' from partially initialized module '%s' (most likely due to a circular import) (%s)", name, module, file)
	} else {
		failure = object.Raise(object.ImportError, "cannot import name '%s' from '%s' (%s)", name, module, file)
	}
	x := failure.(*object.Error).Exc
	x.Exception().SetField("name", starlark.String(module))
	x.Exception().SetField("name_from", starlark.String(name))
	return nil, failure
}

// isMissing reports whether err says that the module called name does not
// exist, rather than one that it imports.
func isMissing(t *thread, err error, name string) bool {
	e, ok := err.(*object.Error)
	if !ok || !e.Exc.Class().IsSubclass(object.ModuleNotFoundError) {
		return false
	}
	n, gerr := object.GetAttr(t, e.Exc, "name")
	s, ok := object.Text(n)
	return gerr == nil && ok && s == name
}

// importStar binds the names that a module offers: those in __all__, or those
// without a leading underscore.
func (r *env) importStar(t *thread, m value) error {
	var names []string
	all, err := object.GetAttr(t, m, "__all__")
	switch {
	case err == nil:
		list, err := object.Slice(t, all)
		if err != nil {
			return err
		}
		for _, v := range list {
			s, ok := object.Text(v)
			if !ok {
				return object.Raise(object.TypeError, "Item in %s.__all__ must be str, not %s", moduleName(m), object.TypeName(v))
			}
			names = append(names, s)
		}
	case object.IsCaught(t, err, object.AttributeError):
		if mod, ok := m.(*object.Module); ok {
			for _, n := range mod.AttrNames() {
				if !strings.HasPrefix(n, "_") {
					names = append(names, n)
				}
			}
		}
	default:
		return err
	}
	for _, n := range names {
		v, err := object.GetAttr(t, m, n)
		if err != nil {
			return err
		}
		r.g.Set(n, v)
	}
	return nil
}

func moduleName(m value) string {
	if mod, ok := m.(*object.Module); ok {
		return mod.Name
	}
	return object.TypeName(m)
}
