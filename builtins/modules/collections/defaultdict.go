package collections

// This file defines defaultdict.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

// defaultDict's objects hold the dict as State and the factory as Extra.
var defaultDict = object.NewClass(object.Spec{
	Name: "defaultdict", Module: "collections", Base: object.DictType,
	Doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.",
})

func factoryOf(v value) value {
	if f, ok := v.(*object.Instance).Extra.(value); ok {
		return f
	}
	return starlark.None
}

// newDefaultDict makes an object of v's class with its factory and a copy of d.
func newDefaultDict(t *thread, v value, d *starlark.Dict) (value, error) {
	c := object.ClassOf(v)
	if c != defaultDict {
		return object.Call(t, c, starlark.Tuple{factoryOf(v), d}, nil)
	}
	copied := starlark.NewDict(d.Len())
	x := object.Make(c, t, copied)
	x.Extra = factoryOf(v)
	return x, types.UpdateDict(t, "dict", copied, starlark.Tuple{d}, nil)
}

func init() {
	defaultDict.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(c, t, new(starlark.Dict)), nil
	}
	defaultDict.Init = func(t *thread, self value, a starlark.Tuple, kwargs []starlark.Tuple) error {
		x := self.(*object.Instance)
		x.Extra = starlark.None
		if len(a) > 0 {
			if a[0] != starlark.None && !object.IsCallable(a[0]) {
				return object.Raise(object.TypeError, "first argument must be callable or None")
			}
			x.Extra = a[0]
			a = a[1:]
		}
		return types.UpdateDict(t, "dict", dictOf(self), a, kwargs)
	}
	duplicate := func(t *thread, self value) (value, error) { return newDefaultDict(t, self, dictOf(self)) }
	union := func(t *thread, self, a, b value) (value, error) {
		x, ok := object.Base(a).(*starlark.Dict)
		y, ok2 := object.Base(b).(*starlark.Dict)
		if !ok || !ok2 {
			return object.NotImplemented, nil
		}
		r, err := newDefaultDict(t, self, x)
		if err != nil {
			return nil, err
		}
		return r, types.UpdateDict(t, "dict", dictOf(r), starlark.Tuple{y}, nil)
	}
	defaultDict.AddMethods(
		object.Def{Sig: "__missing__(self, key, /)", Doc: "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\nif self.default_factory is None: raise KeyError((key,))\nself[key] = value = self.default_factory()\nreturn value", Fn: func(t *thread, a args) (value, error) {
			f := factoryOf(a[0])
			if f == starlark.None {
				return nil, object.RaiseArgs(object.KeyError, a[1])
			}
			v, err := object.Call(t, f, nil, nil)
			if err != nil {
				return nil, err
			}
			if overrides(a[0], "__setitem__") {
				return v, object.SetItem(t, a[0], a[1], v)
			}
			return v, object.DictSet(t, dictOf(a[0]), a[1], v)
		}},
		method("copy", duplicate), method("__copy__", duplicate),
		method("__reduce__", func(t *thread, self value) (value, error) {
			var ctor starlark.Tuple
			if f := factoryOf(self); f != starlark.None {
				ctor = starlark.Tuple{f}
			}
			items, err := object.CallMethod(t, self, "items")
			if err != nil {
				return nil, err
			}
			it, err := types.IterValue(t, items)
			return starlark.Tuple{object.ClassOf(self), ctor, starlark.None, starlark.None, it}, err
		}),
		method("__repr__", func(t *thread, self value) (value, error) {
			base, err := object.Repr(t, dictOf(self))
			if err != nil {
				return nil, err
			}
			f, err := object.ReprGuard(t, self, "...", func() (string, error) { return object.Repr(t, factoryOf(self)) })
			return starlark.String(object.ClassOf(self).ClassName + "(" + f + ", " + base + ")"), err
		}),
		binary("__or__", func(t *thread, a, b value) (value, error) { return union(t, a, a, b) }),
		binary("__ror__", func(t *thread, a, b value) (value, error) { return union(t, a, b, a) }),
	)
	defaultDict.AddAttrs(object.Attr{
		Name: "default_factory", Doc: "Factory for default value called by __missing__().",
		Get: func(t *thread, self value) (value, error) { return factoryOf(self), nil },
		Set: func(t *thread, self, v value) error {
			self.(*object.Instance).Extra = v
			return nil
		},
	})
}
