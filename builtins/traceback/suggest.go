package traceback

// This file defines "Did you mean: …?", which CPython works out when it prints
// an exception, not when it is raised.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// suggestion returns what is added to the message, or "".
func (w *writer) suggestion(exc *object.Instance) string {
	c := exc.Class()
	s := exc.Exception()
	if c.IsSubclass(object.ImportError) {
		wrong, ok := object.Text(s.Field("name_from"))
		if !ok {
			return ""
		}
		module, _ := object.Text(s.Field("name"))
		v, ok, _ := registry.Loaded.In(w.t.Isolate()).Get(starlark.String(module))
		if !ok {
			return ""
		}
		return meant(nearest(wrong, w.dir(v, !strings.HasPrefix(wrong, "_"))))
	}
	isName := c.IsSubclass(object.NameError)
	if !isName && !c.IsSubclass(object.AttributeError) {
		return ""
	}
	wrong, ok := object.Text(s.Field("name"))
	if !ok {
		return ""
	}
	if !isName {
		return meant(nearest(wrong, w.attributes(exc, wrong)))
	}
	found := nearest(wrong, w.visible(s))
	if registry.Lookup(wrong) != nil && !strings.Contains(wrong, ".") {
		if found != "" {
			return meant(found) + " Or did you forget to import '" + wrong + "'?"
		}
		return ". Did you forget to import '" + wrong + "'?"
	}
	return meant(found)
}

func nearest(wrong string, names []string) string { return object.NearestName(wrong, names) }

func meant(name string) string {
	if name == "" {
		return ""
	}
	return ". Did you mean: '" + name + "'?"
}

// attributes are the names of the object that an AttributeError is about.
func (w *writer) attributes(exc *object.Instance, wrong string) []string {
	s := exc.Exception()
	obj := s.Field("obj")
	hide := !strings.HasPrefix(wrong, "_")
	if obj == starlark.None {
		if c, ok := exc.Extra.(*object.Class); ok { // of the lost object
			return hidden(c.AllNames(), hide)
		}
		if s.Field("obj") == starlark.None && !s.HasField("obj") {
			return nil
		}
	}
	if hide && len(s.Traceback) > 0 {
		// In a method of the object's own class its private names count.
		f := s.Traceback[len(s.Traceback)-1]
		if info := object.InfoAt(w.t, f.Func, f.Pos); info != nil && info.Method && len(info.Params) > 0 && info.Params[0].Name == "self" {
			if owner, _, ok := strings.Cut(info.Qualname, "."); ok && owner == object.ClassOf(obj).ClassName {
				hide = false
			}
		}
	}
	return w.dir(obj, hide)
}

func (w *writer) dir(v starlark.Value, hide bool) []string {
	names, err := object.Dir(w.t, v)
	if err != nil {
		w.t.Pending()
		return nil
	}
	return hidden(names, hide)
}

func hidden(names []string, hide bool) []string {
	if !hide {
		return names
	}
	out := names[:0:0]
	for _, n := range names {
		if !strings.HasPrefix(n, "_") {
			out = append(out, n)
		}
	}
	return out
}

// visible are the names that the innermost frame sees: its variables, those of
// its module, the built-ins.
func (w *writer) visible(s *object.ExceptionState) []string {
	if len(s.Traceback) == 0 {
		return nil
	}
	f := s.Traceback[len(s.Traceback)-1]
	var names []string
	for info := object.InfoAt(w.t, f.Func, f.Pos); info != nil; info = info.Parent {
		names = append(names, info.Locals...)
		for _, v := range info.FreeVars {
			names = append(names, v.Name)
		}
		if !info.Hidden() {
			break
		}
	}
	names = plain(names)
	if c := object.CodeOf(w.t, f.Pos.Filename()); c != nil && c.Globals != nil {
		names = append(names, plain(c.Globals(w.t))...)
	}
	return append(names, BuiltinNames()...)
}

// plain drops the names that the lowering made.
func plain(names []string) []string {
	out := names[:0:0]
	for _, n := range names {
		if !strings.Contains(n, "$") {
			out = append(out, n)
		}
	}
	return out
}

// BuiltinNames lists the built-in functions and classes. Package universe sets
// it, which this package must not import.
var BuiltinNames = func() []string { return nil }
