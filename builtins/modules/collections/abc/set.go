package abc

// This file defines the methods of Set and MutableSet.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/modules/abc"
	"starpool/builtins/object"
)

// subset reports whether every element of a is in b.
func subset(t *thread, a, b value) (bool, error) {
	all := true
	err := eachUntil(t, a, func(v value) (bool, error) {
		in, err := object.Contains(t, b, v)
		all = in
		return !in, err
	})
	return all, err
}

func lengths(t *thread, a, b value) (int, int, error) {
	n, err := object.Len(t, a)
	if err != nil {
		return 0, 0, err
	}
	m, err := object.Len(t, b)
	return n, m, err
}

// fromItems makes a set of self's class.
func fromItems(t *thread, self value, items []value) (value, error) {
	return object.CallMethod(t, self, "_from_iterable", starlark.NewList(items))
}

// choose collects the elements of a that are (or are not) in b.
func choose(t *thread, a, b value, in bool) ([]value, error) {
	var out []value
	err := object.ForEach(t, a, func(v value) error {
		has, err := object.Contains(t, b, v)
		if has == in {
			out = append(out, v)
		}
		return err
	})
	return out, err
}

func setMethods() {
	relation := func(name string, holds func(t *thread, a, b value, n, m int) (bool, error)) object.Def {
		return python(name+"(self, other)", "", func(t *thread, a args) (value, error) {
			set, err := IsInstance(t, a[1], Set)
			if err != nil {
				return nil, err
			}
			if !set {
				return object.NotImplemented, nil
			}
			n, m, err := lengths(t, a[0], a[1])
			if err != nil {
				return nil, err
			}
			return truth(holds(t, a[0], a[1], n, m))
		})
	}
	within := func(t *thread, a, b value, ok bool) (bool, error) {
		if !ok {
			return false, nil
		}
		return subset(t, a, b)
	}
	operator := func(name string, op func(t *thread, self, other value) ([]value, error), swap bool) object.Def {
		return python(name+"(self, other)", "", func(t *thread, a args) (value, error) {
			iterable, err := IsInstance(t, a[1], Iterable)
			if err != nil {
				return nil, err
			}
			if !iterable {
				return object.NotImplemented, nil
			}
			other := a[1]
			if set, err := IsInstance(t, other, Set); err != nil {
				return nil, err
			} else if !set {
				items, err := object.Slice(t, other)
				if err != nil {
					return nil, err
				}
				if other, err = fromItems(t, a[0], items); err != nil {
					return nil, err
				}
			}
			x, y := a[0], other
			if swap {
				x, y = y, x
			}
			items, err := op(t, x, y)
			if err != nil {
				return nil, err
			}
			return fromItems(t, a[0], items)
		})
	}
	and := func(t *thread, a, b value) ([]value, error) { return choose(t, b, a, true) }
	sub := func(t *thread, a, b value) ([]value, error) { return choose(t, a, b, false) }
	or := func(t *thread, a, b value) ([]value, error) {
		x, err := object.Slice(t, a)
		if err != nil {
			return nil, err
		}
		y, err := object.Slice(t, b)
		return append(x, y...), err
	}
	xor := func(t *thread, a, b value) ([]value, error) {
		x, err := sub(t, a, b)
		if err != nil {
			return nil, err
		}
		y, err := sub(t, b, a)
		return append(x, y...), err
	}
	Set.SetAttrValue("__hash__", starlark.None)
	Set.AddMethods(
		relation("__le__", func(t *thread, a, b value, n, m int) (bool, error) { return within(t, a, b, n <= m) }),
		relation("__lt__", func(t *thread, a, b value, n, m int) (bool, error) { return within(t, a, b, n < m) }),
		relation("__ge__", func(t *thread, a, b value, n, m int) (bool, error) { return within(t, b, a, n >= m) }),
		relation("__gt__", func(t *thread, a, b value, n, m int) (bool, error) { return within(t, b, a, n > m) }),
		relation("__eq__", func(t *thread, a, b value, n, m int) (bool, error) { return within(t, a, b, n == m) }),
		object.Def{Sig: "def _from_iterable(cls, it)", Class: true, Fn: func(t *thread, a args) (value, error) {
			return object.Call(t, a[0], starlark.Tuple{a[1]}, nil)
		}},
		operator("__and__", and, false), operator("__rand__", and, false),
		operator("__or__", or, false), operator("__ror__", or, false),
		operator("__sub__", sub, false), operator("__rsub__", sub, true),
		operator("__xor__", xor, false), operator("__rxor__", xor, false),
		python("isdisjoint(self, other)", "Return True if two sets have a null intersection.", func(t *thread, a args) (value, error) {
			disjoint := true
			err := eachUntil(t, a[1], func(v value) (bool, error) {
				in, err := object.Contains(t, a[0], v)
				disjoint = !in
				return in, err
			})
			return truth(disjoint, err)
		}),
		python("_hash(self)", "Compute the hash value of a set.", func(t *thread, a args) (value, error) {
			items, err := object.Slice(t, a[0])
			if err != nil {
				return nil, err
			}
			frozen, err := object.Call(t, object.FrozensetType, starlark.Tuple{starlark.NewList(items)}, nil)
			if err != nil {
				return nil, err
			}
			h, err := frozen.Hash()
			return starlark.MakeInt64(int64(h)), object.AsException(t, err)
		}),
	)
	abc.Abstract(MutableSet, raising(object.NotImplementedError, "add(self, value)"), raising(object.NotImplementedError, "discard(self, value)"))
	call := func(t *thread, self value, name string, items []value) error {
		for _, v := range items {
			if _, err := object.CallMethod(t, self, name, v); err != nil {
				return err
			}
		}
		return nil
	}
	pop := func(t *thread, self value) (value, error) {
		it, err := object.Iter(t, self)
		if err != nil {
			return nil, err
		}
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			return nil, object.Raise(object.KeyError, "")
		}
		return v, call(t, self, "discard", []value{v})
	}
	inplace := func(name string, step func(t *thread, self, other value) error) object.Def {
		return python(name+"(self, it)", "", func(t *thread, a args) (value, error) {
			return a[0], step(t, a[0], a[1])
		})
	}
	MutableSet.AddMethods(
		python("remove(self, value)", "Remove an element. If not a member, raise a KeyError.", func(t *thread, a args) (value, error) {
			in, err := object.Contains(t, a[0], a[1])
			if err != nil {
				return nil, err
			}
			if !in {
				return nil, object.RaiseArgs(object.KeyError, a[1])
			}
			return none(call(t, a[0], "discard", a[1:2]))
		}),
		python("pop(self)", "Return the popped value.  Raise KeyError if empty.", func(t *thread, a args) (value, error) { return pop(t, a[0]) }),
		python("clear(self)", "This is slow (creates N new iterators!) but effective.", func(t *thread, a args) (value, error) {
			for {
				if _, err := object.CallMethod(t, a[0], "pop"); err != nil {
					if object.IsCaught(t, err, object.KeyError) {
						return starlark.None, nil
					}
					return nil, err
				}
			}
		}),
		inplace("__ior__", func(t *thread, self, other value) error {
			items, err := object.Slice(t, other)
			if err != nil {
				return err
			}
			return call(t, self, "add", items)
		}),
		inplace("__iand__", func(t *thread, self, other value) error {
			items, err := sub(t, self, other)
			if err != nil {
				return err
			}
			return call(t, self, "discard", items)
		}),
		inplace("__ixor__", func(t *thread, self, other value) error {
			if self == other {
				_, err := object.CallMethod(t, self, "clear")
				return err
			}
			items, err := object.Slice(t, other)
			if err != nil {
				return err
			}
			for _, v := range items {
				in, err := object.Contains(t, self, v)
				if err != nil {
					return err
				}
				name := "add"
				if in {
					name = "discard"
				}
				if err := call(t, self, name, []value{v}); err != nil {
					return err
				}
			}
			return nil
		}),
		inplace("__isub__", func(t *thread, self, other value) error {
			if self == other {
				_, err := object.CallMethod(t, self, "clear")
				return err
			}
			items, err := object.Slice(t, other)
			if err != nil {
				return err
			}
			return call(t, self, "discard", items)
		}),
	)
}
