package operator

// This file defines itemgetter, attrgetter and methodcaller.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var (
	itemGetter   = object.NewClass(object.Spec{Name: "itemgetter", Module: "operator", Doc: "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])"})
	attrGetter   = object.NewClass(object.Spec{Name: "attrgetter", Module: "operator", Doc: "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name."})
	methodCaller = object.NewClass(object.Spec{Name: "methodcaller", Module: "operator", Doc: "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name()."})
)

// A getter is the State of all three: what it fetches, or the method's name, its
// arguments and keywords.
type getter struct {
	kind   *object.Class
	items  starlark.Tuple
	paths  [][]string // of attributes
	kwargs []starlark.Tuple
}

// CallObject implements object.Caller.
func (g *getter) CallObject(t *thread, x *object.Instance, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if len(kwargs) > 0 {
		return nil, object.Raise(object.TypeError, "%s() takes no keyword arguments", g.kind.ClassName)
	}
	if len(a) != 1 {
		return nil, object.Raise(object.TypeError, "%s expected 1 argument, got %d", g.kind.ClassName, len(a))
	}
	if g.kind == methodCaller {
		m, err := object.GetAttr(t, a[0], g.paths[0][0])
		if err != nil {
			return nil, err
		}
		return object.Call(t, m, g.items[1:], g.kwargs)
	}
	if len(g.items) == 1 {
		return g.fetch(t, a[0], 0)
	}
	out := make(starlark.Tuple, len(g.items))
	for i := range out {
		v, err := g.fetch(t, a[0], i)
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

func (g *getter) fetch(t *thread, v value, i int) (value, error) {
	if g.kind == itemGetter {
		return object.GetItem(t, v, g.items[i])
	}
	for _, name := range g.paths[i] {
		var err error
		if v, err = object.GetAttr(t, v, name); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// partialOf returns functools.partial(class, name, **kwargs). The package
// functools is not imported for it.
var partialOf = isolate.NewKey(func(*isolate.Isolate) func(t *thread, cls *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	return func(t *thread, cls *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		m, err := registry.Import(t, "functools")
		if err != nil {
			return nil, err
		}
		p, err := object.GetAttr(t, m, "partial")
		if err != nil {
			return nil, err
		}
		return object.Call(t, p, append(starlark.Tuple{cls}, a...), kwargs)
	}
})

func init() {
	itemGetter.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(kwargs) > 0 {
			return nil, object.Raise(object.TypeError, "itemgetter() takes no keyword arguments")
		}
		if len(a) == 0 {
			return nil, object.Raise(object.TypeError, "itemgetter expected 1 argument, got 0")
		}
		return object.Make(c, t, &getter{kind: itemGetter, items: append(starlark.Tuple(nil), a...)}), nil
	}
	attrGetter.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(kwargs) > 0 {
			return nil, object.Raise(object.TypeError, "attrgetter() takes no keyword arguments")
		}
		if len(a) == 0 {
			return nil, object.Raise(object.TypeError, "attrgetter expected 1 argument, got 0")
		}
		g := &getter{kind: attrGetter, items: append(starlark.Tuple(nil), a...)}
		for _, v := range a {
			name, ok := object.Text(v)
			if !ok {
				return nil, object.Raise(object.TypeError, "attribute name must be a string")
			}
			g.paths = append(g.paths, strings.Split(name, "."))
		}
		return object.Make(c, t, g), nil
	}
	methodCaller.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(a) == 0 {
			return nil, object.Raise(object.TypeError, "methodcaller needs at least one argument, the method name")
		}
		name, ok := object.Text(a[0])
		if !ok {
			return nil, object.Raise(object.TypeError, "method name must be a string")
		}
		return object.Make(c, t, &getter{kind: methodCaller, items: append(starlark.Tuple(nil), a...), paths: [][]string{{name}}, kwargs: kwargs}), nil
	}
	of := func(v value) *getter { return v.(*object.Instance).State.(*getter) }
	for _, c := range []*object.Class{itemGetter, attrGetter, methodCaller} {
		c.AddMethods(
			object.Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
				return of(a[0]).CallObject(t, a[0].(*object.Instance), a[1].(starlark.Tuple), object.Keywords(a[2]))
			}},
			object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
				g := of(a[0])
				s, err := object.ReprGuard(t, a[0], "...", func() (string, error) {
					var parts []string
					for _, v := range g.items {
						r, err := object.Repr(t, v)
						if err != nil {
							return "", err
						}
						parts = append(parts, r)
					}
					for _, kv := range g.kwargs {
						r, err := object.Repr(t, kv[1])
						if err != nil {
							return "", err
						}
						name, _ := object.Text(kv[0])
						parts = append(parts, name+"="+r)
					}
					return "operator." + object.ClassOf(a[0]).ClassName + "(" + strings.Join(parts, ", ") + ")", nil
				})
				return starlark.String(s), err
			}},
			object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
				g, cls := of(a[0]), object.ClassOf(a[0])
				if len(g.kwargs) == 0 {
					return starlark.Tuple{cls, g.items}, nil
				}
				p, err := partialOf.In(t.Isolate())(t, cls, g.items[:1], g.kwargs)
				return starlark.Tuple{p, g.items[1:]}, err
			}},
		)
	}
}
