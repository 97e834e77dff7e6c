package types

// This file defines the class tuple.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func init() {
	object.TupleType.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if cls == object.TupleType {
			if err := noKeywords("tuple", kwargs); err != nil {
				return nil, err
			}
		}
		if err := atMost("tuple", args, 1); err != nil {
			return nil, err
		}
		var tup starlark.Tuple
		if len(args) == 1 {
			if same, ok := args[0].(starlark.Tuple); ok {
				tup = same
			} else {
				items, err := object.Slice(t, args[0])
				if err != nil {
					return nil, err
				}
				tup = items
			}
		}
		if cls == object.TupleType {
			return tup, nil
		}
		return object.Make(cls, t, tup), nil
	}
	object.TupleType.SetAttrValue("__doc__", starlark.String("Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object."))
	object.TupleType.AddMethods(
		object.Def{Sig: "index(self, value, start=0, stop=9223372036854775807, /)", Fn: tupleIndex},
		object.Def{Sig: "count(self, value, /)", Fn: tupleCount},
		lenMethod(), reprMethod(), containsMethod(), getItemMethod(), classGetItem(),
		method("__iter__", func(t *thread, self value) (value, error) { return iterOf(t, tupleOf(self)) }),
		method("__hash__", func(t *thread, self value) (value, error) { return hashOf(t, tupleOf(self)) }),
		method("__getnewargs__", func(t *thread, self value) (value, error) {
			return starlark.Tuple{tupleOf(self)}, nil
		}),
		binary("__add__", func(t *thread, a, b value) (value, error) {
			y, ok := object.Base(b).(starlark.Tuple)
			if !ok {
				return object.NotImplemented, nil
			}
			x := tupleOf(a)
			return append(x[:len(x):len(x)], y...), nil
		}),
		binary("__mul__", repeatOperator(tupleRepeat)),
		binary("__rmul__", repeatOperator(tupleRepeat)),
	)
	object.TupleType.AddMethods(comparisons(compareBases(object.TupleType), allComparisons...)...)
}

// hashOf is the result of a __hash__ method.
func hashOf(t *thread, v value) (value, error) {
	h, err := Hash(t, v)
	if err != nil {
		return nil, err
	}
	return starlark.MakeInt64(h), nil
}

func tupleRepeat(t *thread, a value, n int) (value, error) {
	elems, err := repeatElems(t, tupleOf(a), n)
	return starlark.Tuple(elems), err
}

func tupleIndex(t *thread, a args) (value, error) {
	tup := tupleOf(a[0])
	lo, hi, err := searchBounds(t, a[2], a[3], len(tup))
	if err != nil {
		return nil, err
	}
	for i := lo; i < hi && i < len(tup); i++ {
		same, err := object.Same(t, tup[i], a[1])
		if err != nil {
			return nil, err
		}
		if same {
			return starlark.MakeInt(i), nil
		}
	}
	return nil, object.Raise(object.ValueError, "tuple.index(x): x not in tuple")
}

func tupleCount(t *thread, a args) (value, error) {
	n := 0
	for _, e := range tupleOf(a[0]) {
		same, err := object.Same(t, e, a[1])
		if err != nil {
			return nil, err
		}
		if same {
			n++
		}
	}
	return starlark.MakeInt(n), nil
}
