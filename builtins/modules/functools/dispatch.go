package functools

// This file defines singledispatch and singledispatchmethod.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/modules/abc"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

// A dispatcher is a generic function: its implementations by class.
type dispatcher struct {
	name     string
	wrapper  *object.Instance
	registry *starlark.Dict // class → function
	cache    map[*object.Class]value
}

// dispatch returns the implementation for a class: the nearest in its MRO, an
// abstract base class standing behind the last class that it covers.
func (d *dispatcher) dispatch(t *thread, c *object.Class) (value, error) {
	if fn, ok := d.cache[c]; ok {
		return fn, nil
	}
	fn, err := d.search(t, c)
	if err != nil {
		return nil, err
	}
	d.cache[c] = fn
	return fn, nil
}

func (d *dispatcher) search(t *thread, c *object.Class) (value, error) {
	var virtual []*object.Class
	for _, k := range d.registry.Keys() {
		if base := k.(*object.Class); base.TypeOfClass().IsSubclass(abc.Meta) && !c.IsSubclass(base) {
			yes, err := abc.IsSubclass(t, c, base)
			if err != nil {
				return nil, err
			}
			if yes {
				virtual = append(virtual, base)
			}
		}
	}
	for i, k := range c.MRO {
		if fn, found, _ := d.registry.Get(k); found {
			return fn, nil
		}
		// Those that cover k and nothing behind it.
		var here []*object.Class
		for _, base := range virtual {
			covered, err := abc.IsSubclass(t, k, base)
			if err != nil {
				return nil, err
			}
			if covered && i+1 < len(c.MRO) {
				behind, err := abc.IsSubclass(t, c.MRO[i+1], base)
				if err != nil {
					return nil, err
				}
				covered = !behind
			}
			if covered {
				here = append(here, base)
			}
		}
		if len(here) == 0 {
			continue
		}
		best := here[0]
		for _, base := range here[1:] {
			if base.IsSubclass(best) {
				best = base
			}
		}
		for _, base := range here {
			if !best.IsSubclass(base) {
				return nil, object.Raise(object.RuntimeError, "Ambiguous dispatch: %s or %s", best.String(), base.String())
			}
		}
		fn, _, _ := d.registry.Get(best)
		return fn, nil
	}
	return starlark.None, nil
}

// classesOf returns the classes that a register argument names: itself, or the
// members of a union.
func classesOf(v value) []*object.Class {
	if c, ok := v.(*object.Class); ok {
		return []*object.Class{c}
	}
	var out []*object.Class
	for _, m := range types.UnionArgs(v) {
		if m == starlark.None {
			m = object.NoneTypeType
		}
		c, ok := m.(*object.Class)
		if !ok {
			return nil
		}
		out = append(out, c)
	}
	return out
}

func (d *dispatcher) register(t *thread, cls, fn value) (value, error) {
	classes := classesOf(cls)
	switch {
	case classes != nil && fn == starlark.None:
		return object.NewModuleFunc("functools", object.Def{Sig: "def <lambda>(f)", Fn: func(t *thread, a args) (value, error) {
			return d.register(t, cls, a[0])
		}}), nil
	case classes == nil && fn != starlark.None:
		r, err := object.Repr(t, cls)
		if err != nil {
			return nil, err
		}
		return nil, object.Raise(object.TypeError, "Invalid first argument to `register()`. %s is not a class or union type.", r)
	case classes == nil:
		fn = cls
		hint, name, err := firstAnnotation(t, fn)
		if err != nil {
			return nil, err
		}
		if hint == starlark.None {
			hint = object.NoneTypeType
		}
		if classes = classesOf(hint); classes == nil {
			r, err := object.Repr(t, hint)
			if err != nil {
				return nil, err
			}
			if types.UnionArgs(hint) != nil {
				return nil, object.Raise(object.TypeError, "Invalid annotation for '%s'. %s not all arguments are classes.", name, r)
			}
			return nil, object.Raise(object.TypeError, "Invalid annotation for '%s'. %s is not a class.", name, r)
		}
	}
	for _, c := range classes {
		if err := d.registry.SetKey(c, fn); err != nil {
			return nil, object.AsException(t, err)
		}
	}
	clear(d.cache)
	return fn, nil
}

// firstAnnotation returns the type that a function names for its first
// annotated parameter. A name in quotes is looked up in its globals and among
// the built-in types.
func firstAnnotation(t *thread, fn value) (hint value, name string, err error) {
	var notes value
	if notes, err = object.GetAttr(t, fn, "__annotations__"); err != nil && !object.IsCaught(t, err, object.AttributeError) {
		return nil, "", err
	}
	d, ok := object.Base(notes).(*starlark.Dict)
	if !ok || d.Len() == 0 {
		r, err := object.Repr(t, fn)
		if err != nil {
			return nil, "", err
		}
		return nil, "", object.Raise(object.TypeError, "Invalid first argument to `register()`: %s. Use either `@register(some_class)` or plain `@register` on an annotated function.", r)
	}
	k, hint, _ := object.FirstItem(d)
	name, _ = object.Text(k)
	if s, ok := hint.(starlark.String); ok {
		if globals, err := object.GetAttr(t, fn, "__globals__"); err == nil && globals != nil {
			if v, err := object.GetItem(t, globals, s); err == nil {
				return v, name, nil
			}
			t.Pending()
		}
		for _, c := range []*object.Class{
			object.IntType, object.StrType, object.FloatType, object.BoolType, object.ListType, object.DictType, object.SetType,
			object.TupleType, object.BytesType, object.FrozensetType, object.ComplexType, object.ObjectType,
		} {
			if c.ClassName == string(s) {
				return c, name, nil
			}
		}
		return nil, name, object.Raise(object.NameError, "name '%s' is not defined", string(s))
	}
	return hint, name, nil
}

func newDispatcher(t *thread, fn value) (*dispatcher, error) {
	d := &dispatcher{name: "singledispatch function", registry: new(starlark.Dict), cache: make(map[*object.Class]value)}
	if n, err := object.GetAttr(t, fn, "__name__"); err == nil {
		if s, ok := object.Text(n); ok {
			d.name = s
		}
	} else if !object.IsCaught(t, err, object.AttributeError) {
		return nil, err
	}
	d.registry.SetKey(object.ObjectType, fn)
	x := newFunction(t, "singledispatch.<locals>.wrapper", func(t *thread, a starlark.Tuple, kwargs keys) (value, error) {
		if len(a) == 0 {
			return nil, object.Raise(object.TypeError, "%s requires at least 1 positional argument", d.name)
		}
		impl, err := d.dispatch(t, object.ClassOf(a[0]))
		if err != nil {
			return nil, err
		}
		return object.Call(t, impl, a, kwargs)
	})
	d.wrapper = x
	def := func(sig string, fn func(t *thread, a args) (value, error)) {
		f := object.NewModuleFunc("functools", object.Def{Sig: "def " + sig, Fn: fn, Wording: "singledispatch.<locals>." + sig[:indexByte(sig, '(')]})
		x.Attrs.Set(f.Name(), f)
	}
	def("register(cls, func=None)", func(t *thread, a args) (value, error) { return d.register(t, a[0], a[1]) })
	def("dispatch(cls)", func(t *thread, a args) (value, error) {
		c, ok := a[0].(*object.Class)
		if !ok {
			return nil, object.Raise(object.TypeError, "dispatch() argument must be a class")
		}
		return d.dispatch(t, c)
	})
	def("_clear_cache()", func(t *thread, a args) (value, error) {
		clear(d.cache)
		return starlark.None, nil
	})
	x.Attrs.Set("registry", types.NewMappingProxy(t, d.registry))
	return d, updateWrapper(t, x, fn, wrapperAssignments, wrapperUpdates)
}

func indexByte(s string, c byte) int {
	for i := range len(s) {
		if s[i] == c {
			return i
		}
	}
	return len(s)
}

var singleDispatchDef = object.Def{
	Sig: "def singledispatch(func)", Doc: "Single-dispatch generic function decorator.",
	Fn: func(t *thread, a args) (value, error) {
		d, err := newDispatcher(t, a[0])
		if err != nil {
			return nil, err
		}
		return d.wrapper, nil
	},
}

var singleDispatchMethodClass = object.NewClass(object.Spec{
	Name: "singledispatchmethod", Module: "functools", Python: true,
	Doc: "Single-dispatch generic method descriptor.\n\nSupports wrapping existing descriptors and handles non-descriptor\ncallables as instance methods.",
})

type dispatchMethod struct {
	fn value
	d  *dispatcher
}

func init() {
	singleDispatchMethodClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs keys) (value, error) {
		return object.Make(c, t, new(dispatchMethod)), nil
	}
	singleDispatchMethodClass.AddMethods(
		object.Def{Sig: "def __init__(self, func)", Fn: func(t *thread, a args) (value, error) {
			if !object.IsCallable(a[1]) && !isDescriptor(a[1]) {
				r, err := object.Repr(t, a[1])
				if err != nil {
					return nil, err
				}
				return nil, object.Raise(object.TypeError, "%s is not callable or a descriptor", r)
			}
			d, err := newDispatcher(t, a[1])
			if err != nil {
				return nil, err
			}
			m := stateOf[*dispatchMethod](a[0])
			m.fn, m.d = a[1], d
			return starlark.None, nil
		}},
		object.Def{Sig: "def register(self, cls, method=None)", Fn: func(t *thread, a args) (value, error) {
			return stateOf[*dispatchMethod](a[0]).d.register(t, a[1], a[2])
		}},
		object.Def{Sig: "def __get__(self, obj, cls=None)", Fn: func(t *thread, a args) (value, error) {
			m := stateOf[*dispatchMethod](a[0])
			obj, cls := a[1], a[2]
			method := newFunction(t, m.d.name, func(t *thread, b starlark.Tuple, kwargs keys) (value, error) {
				if len(b) == 0 {
					return nil, object.Raise(object.TypeError, "%s requires at least 1 positional argument", m.d.name)
				}
				impl, err := m.d.dispatch(t, object.ClassOf(b[0]))
				if err != nil {
					return nil, err
				}
				bound, _, err := bindMethod(t, impl, instance(obj), cls)
				if err != nil {
					return nil, err
				}
				return object.Call(t, bound, b, kwargs)
			})
			if r, err := object.GetAttr(t, a[0], "register"); err == nil {
				method.Attrs.Set("register", r)
			}
			mark, err := object.GetAttr(t, m.fn, "__isabstractmethod__")
			if err == nil {
				method.Attrs.Set("__isabstractmethod__", mark)
			} else if !object.IsCaught(t, err, object.AttributeError) {
				return nil, err
			}
			return method, updateWrapper(t, method, m.fn, wrapperAssignments, wrapperUpdates)
		}},
	)
	singleDispatchMethodClass.AddAttrs(
		object.Attr{Name: "func", Get: func(t *thread, self value) (value, error) { return stateOf[*dispatchMethod](self).fn, nil }},
		object.Attr{Name: "dispatcher", Get: func(t *thread, self value) (value, error) {
			return stateOf[*dispatchMethod](self).d.wrapper, nil
		}},
	)
}
