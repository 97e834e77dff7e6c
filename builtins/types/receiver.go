package types

// This file defines what the methods of containers share: their receivers and
// the registration of methods that all containers have.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// Methods may trust that their receiver is of their class or a subclass
// (object.Func checks it), so these conversions cannot fail.

func listOf(v starlark.Value) *starlark.List { return object.Base(v).(*starlark.List) }
func tupleOf(v starlark.Value) starlark.Tuple {
	return object.Base(v).(starlark.Tuple)
}
func dictOf(v starlark.Value) *starlark.Dict { return object.Base(v).(*starlark.Dict) }

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// comparison makes the six comparison methods of a class from compare, which
// returns object.NotImplemented for operands it does not know.
func comparisons(compare func(t *thread, op object.Op, a, b value) (value, error), ops ...object.Op) []object.Def {
	defs := make([]object.Def, len(ops))
	for i, op := range ops {
		defs[i] = object.Def{
			Sig: comparisonNames[op] + "(self, value, /)",
			Fn:  func(t *thread, a args) (value, error) { return compare(t, op, a[0], a[1]) },
		}
	}
	return defs
}

var comparisonNames = map[object.Op]string{
	syntax.EQL: "__eq__", syntax.NEQ: "__ne__", syntax.LT: "__lt__",
	syntax.LE: "__le__", syntax.GT: "__gt__", syntax.GE: "__ge__",
}

var (
	allComparisons = []object.Op{syntax.EQL, syntax.NEQ, syntax.LT, syntax.LE, syntax.GT, syntax.GE}
	equality       = []object.Op{syntax.EQL, syntax.NEQ}
)

// compareBases compares the underlying values if b is of the class too.
func compareBases(c *object.Class) func(t *thread, op object.Op, a, b value) (value, error) {
	return func(t *thread, op object.Op, a, b value) (value, error) {
		if !object.IsInstance(b, c) {
			return object.NotImplemented, nil
		}
		return object.Compare(t, op, object.Base(a), object.Base(b))
	}
}

// binary makes an operator method: apply gets the operands in the order in
// which they stand in the expression.
func binary(name string, apply func(t *thread, a, b value) (value, error)) object.Def {
	return object.Def{Sig: name + "(self, value, /)", Fn: func(t *thread, a args) (value, error) {
		return apply(t, a[0], a[1])
	}}
}

// method is a Def for a method without parameters beyond self.
func method(name string, fn func(t *thread, self value) (value, error)) object.Def {
	return object.Def{Sig: name + "(self, /)", Fn: func(t *thread, a args) (value, error) { return fn(t, a[0]) }}
}

// lenMethod, iterMethod, reprMethod and containsMethod make a built-in
// container's special methods from what package object does for it.
func lenMethod() object.Def {
	return method("__len__", func(t *thread, self value) (value, error) {
		n, err := object.Len(t, object.Base(self))
		return starlark.MakeInt(n), err
	})
}

func reprMethod() object.Def {
	return method("__repr__", func(t *thread, self value) (value, error) {
		s, err := object.Repr(t, object.Base(self))
		return starlark.String(s), err
	})
}

func containsMethod() object.Def {
	return object.Def{Sig: "__contains__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
		ok, err := object.Contains(t, object.Base(a[0]), a[1])
		return starlark.Bool(ok), err
	}}
}

func getItemMethod() object.Def {
	return object.Def{Sig: "__getitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
		return object.GetItem(t, object.Base(a[0]), a[1])
	}}
}

// classGetItem is __class_getitem__: list[int].
func classGetItem() object.Def {
	return object.Def{Sig: "__class_getitem__(cls, key, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
		return NewGenericAlias(t, a[0], a[1]), nil
	}}
}

// noKeywords is the error of a constructor that takes no keywords.
func noKeywords(name string, kwargs []starlark.Tuple) error {
	if len(kwargs) > 0 {
		return object.Raise(object.TypeError, "%s() takes no keyword arguments", name)
	}
	return nil
}

// atMost and atLeast check the number of a constructor's arguments.
func atMost(name string, args starlark.Tuple, n int) error {
	if len(args) > n {
		return object.Raise(object.TypeError, "%s expected at most %d argument%s, got %d", name, n, plural(n), len(args))
	}
	return nil
}

func exactly(name string, args starlark.Tuple, n int) error {
	if len(args) != n {
		return object.Raise(object.TypeError, "%s expected %d argument%s, got %d", name, n, plural(n), len(args))
	}
	return nil
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
