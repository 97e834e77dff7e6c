package functools

// This file defines partial, partialmethod and reduce.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var (
	partialClass = object.NewClass(object.Spec{
		Name: "partial", Module: "functools",
		Doc: "Create a new function with partial application of the given arguments\nand keywords.",
	})
	partialMethodClass = object.NewClass(object.Spec{
		Name: "partialmethod", Module: "functools", Python: true,
		Doc: "Method descriptor with partial application of the given arguments\nand keywords.",
	})
)

// A partial is the State of partial and partialmethod objects.
type partial struct {
	fn       value
	args     starlark.Tuple
	keywords *starlark.Dict
}

// newPartial flattens a partial of a partial.
func newPartial(t *thread, c *object.Class, fn value, a starlark.Tuple, kwargs keys) (*object.Instance, error) {
	p := &partial{fn: fn, keywords: starlark.NewDict(len(kwargs))}
	if x, ok := fn.(*object.Instance); ok && x.Attrs.Len() == 0 && x.Class().IsSubclass(c) {
		inner := x.State.(*partial)
		p.fn = inner.fn
		p.args = append(p.args, inner.args...)
		for _, item := range inner.keywords.Items() {
			p.keywords.SetKey(item[0], item[1])
		}
	}
	p.args = append(p.args, a...)
	for _, kv := range kwargs {
		if err := p.keywords.SetKey(kv[0], kv[1]); err != nil {
			return nil, object.AsException(t, err)
		}
	}
	return object.Make(c, t, p), nil
}

// merge returns the arguments of a call with those that p holds in front.
func (p *partial) merge(a starlark.Tuple, kwargs keys) (starlark.Tuple, keys) {
	all := append(p.args[:len(p.args):len(p.args)], a...)
	if p.keywords.Len() == 0 {
		return all, kwargs
	}
	if len(kwargs) == 0 {
		return all, p.keywords.Items()
	}
	merged := starlark.NewDict(p.keywords.Len() + len(kwargs))
	for _, kv := range p.keywords.Items() {
		merged.SetKey(kv[0], kv[1])
	}
	for _, kv := range kwargs {
		merged.SetKey(kv[0], kv[1])
	}
	return all, merged.Items()
}

// CallObject implements object.Caller.
func (p *partial) CallObject(t *thread, x *object.Instance, a starlark.Tuple, kwargs keys) (value, error) {
	all, kw := p.merge(a, kwargs)
	return object.Call(t, p.fn, all, kw)
}

// repr writes name(fn, args…, key=value…).
func (p *partial) repr(t *thread, self value, name string) (value, error) {
	s, err := object.ReprGuard(t, self, "...", func() (string, error) {
		var parts []string
		for _, v := range append(starlark.Tuple{p.fn}, p.args...) {
			r, err := object.Repr(t, v)
			if err != nil {
				return "", err
			}
			parts = append(parts, r)
		}
		for _, item := range p.keywords.Items() {
			k, err := object.Str(t, item[0])
			if err != nil {
				return "", err
			}
			r, err := object.Repr(t, item[1])
			if err != nil {
				return "", err
			}
			parts = append(parts, k+"="+r)
		}
		return name + "(" + strings.Join(parts, ", ") + ")", nil
	})
	return starlark.String(s), err
}

func qualified(c *object.Class) string {
	if c.Module == "builtins" {
		return c.Qualname
	}
	return c.Module + "." + c.Qualname
}

func partialAttrs() []object.Attr {
	get := func(name string, of func(p *partial) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return of(stateOf[*partial](self)), nil },
			Set: func(t *thread, self, v value) error {
				return object.Raise(object.AttributeError, "readonly attribute")
			}}
	}
	return []object.Attr{
		get("func", func(p *partial) value { return p.fn }),
		get("args", func(p *partial) value { return p.args }),
		get("keywords", func(p *partial) value { return p.keywords }),
	}
}

var reduceDef = object.Def{
	Sig: "reduce(function, iterable, initial=..., /)",
	Doc: "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.",
	Fn: func(t *thread, a args) (value, error) {
		it, err := object.Iter(t, a[1])
		if err != nil {
			if object.IsException(err, object.TypeError) {
				return nil, object.Raise(object.TypeError, "reduce() arg 2 must support iteration")
			}
			return nil, err
		}
		total := a[2]
		for n := 1; ; n++ {
			v, err := it.Next(t)
			if err != nil {
				return nil, err
			}
			if v == nil {
				break
			}
			if total == nil {
				total = v
				continue
			}
			if total, err = object.Call(t, a[0], starlark.Tuple{total, v}, nil); err != nil {
				return nil, err
			}
			if n%1024 == 0 {
				if err := t.Check(); err != nil {
					return nil, err
				}
			}
		}
		if total == nil {
			return nil, object.Raise(object.TypeError, "reduce() of empty iterable with no initial value")
		}
		return total, nil
	},
}

func init() {
	partialClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs keys) (value, error) {
		if len(a) == 0 {
			return nil, object.Raise(object.TypeError, "type 'partial' takes at least one argument")
		}
		if !object.IsCallable(a[0]) {
			return nil, object.Raise(object.TypeError, "the first argument must be callable")
		}
		x, err := newPartial(t, partialClass, a[0], a[1:], kwargs)
		if err != nil {
			return nil, err
		}
		x.SetClass(c)
		return x, nil
	}
	partialClass.AddAttrs(partialAttrs()...)
	partialClass.AddMethods(callMethod, classGetItem,
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			return stateOf[*partial](a[0]).repr(t, a[0], qualified(object.ClassOf(a[0])))
		}},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
			x := a[0].(*object.Instance)
			p := x.State.(*partial)
			own := value(starlark.None)
			if x.Attrs.Len() > 0 {
				own = x.Attrs.Dict()
			}
			return starlark.Tuple{x.Class(), starlark.Tuple{p.fn}, starlark.Tuple{p.fn, p.args, p.keywords, own}}, nil
		}},
		object.Def{Sig: "__setstate__(self, state, /)", Fn: func(t *thread, a args) (value, error) {
			state, ok := a[1].(starlark.Tuple)
			if !ok || len(state) != 4 || !object.IsCallable(state[0]) {
				return nil, object.Raise(object.TypeError, "invalid partial state")
			}
			held, ok := object.Base(state[1]).(starlark.Tuple)
			if !ok {
				return nil, object.Raise(object.TypeError, "invalid partial state")
			}
			x := a[0].(*object.Instance)
			p := &partial{fn: state[0], args: held, keywords: new(starlark.Dict)}
			if d, ok := object.Base(state[2]).(*starlark.Dict); ok {
				for _, item := range d.Items() {
					p.keywords.SetKey(item[0], item[1])
				}
			}
			x.State = p
			if d, ok := object.Base(state[3]).(*starlark.Dict); ok {
				x.Attrs.SetDict(d)
			}
			return starlark.None, nil
		}},
	)

	partialMethodClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs keys) (value, error) {
		if len(a) == 0 {
			return nil, object.Raise(object.TypeError, "partialmethod.__init__() missing 1 required positional argument: 'func'")
		}
		if !object.IsCallable(a[0]) && !isDescriptor(a[0]) {
			r, err := object.Repr(t, a[0])
			if err != nil {
				return nil, err
			}
			return nil, object.Raise(object.TypeError, "%s is not callable or a descriptor", r)
		}
		x, err := newPartial(t, partialMethodClass, a[0], a[1:], kwargs)
		if err != nil {
			return nil, err
		}
		x.SetClass(c)
		return x, nil
	}
	partialMethodClass.AddAttrs(partialAttrs()...)
	partialMethodClass.AddMethods(classGetItem,
		object.Def{Sig: "def __repr__(self)", Fn: func(t *thread, a args) (value, error) {
			return stateOf[*partial](a[0]).repr(t, a[0], qualified(object.ClassOf(a[0])))
		}},
		object.Def{Sig: "def __get__(self, obj, cls=None)", Fn: func(t *thread, a args) (value, error) {
			p := stateOf[*partial](a[0])
			switch p.fn.(type) {
			case *starlark.Function, *object.Func:
			default:
				bound, changed, err := bindMethod(t, p.fn, instance(a[1]), a[2])
				if err != nil {
					return nil, err
				}
				if changed {
					x, err := newPartial(t, partialClass, bound, p.args, object.Keywords(p.keywords))
					return x, err
				}
			}
			// The object comes before the arguments that are held.
			method := newFunction(t, "partialmethod._make_unbound_method.<locals>._method", func(t *thread, b starlark.Tuple, kwargs keys) (value, error) {
				if len(b) == 0 {
					return nil, object.Raise(object.TypeError, "partialmethod._make_unbound_method.<locals>._method() missing 1 required positional argument: 'cls_or_self'")
				}
				all, kw := p.merge(b[1:], kwargs)
				return object.Call(t, p.fn, append(starlark.Tuple{b[0]}, all...), kw)
			})
			if a[1] == starlark.None {
				return method, nil
			}
			return &object.BoundMethod{Self: a[1], Fn: method}, nil
		}},
		object.Def{Sig: "def __set_name__(self, owner, name)", Fn: func(t *thread, a args) (value, error) { return starlark.None, nil }},
	)
}
