package collections

// This file defines Counter's operators and comparisons.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/modules/collections/abc"
	"starpool/builtins/object"
)

func isMapping(t *thread, v value) (bool, error) {
	return abc.IsInstance(t, v, abc.Mapping)
}

func countIn(t *thread, d *starlark.Dict, key value) (value, error) {
	v, err := object.DictGet(t, d, key)
	if v == nil {
		v = zero
	}
	return v, err
}

func positive(t *thread, n value) (bool, error) {
	if i, ok := n.(starlark.Int); ok {
		return i.Sign() > 0, nil
	}
	return object.Less(t, zero, n)
}

// combine makes the counter of an operator: each key of both with the count
// that op makes, as long as it is positive.
func combine(t *thread, x, y *starlark.Dict, op func(t *thread, a, b value) (value, error), both bool) (value, error) {
	out := new(starlark.Dict)
	put := func(key, n value) error {
		ok, err := positive(t, n)
		if err != nil || !ok {
			return err
		}
		return object.DictSet(t, out, key, n)
	}
	for _, item := range x.Items() {
		other, err := countIn(t, y, item[0])
		if err != nil {
			return nil, err
		}
		n, err := op(t, item[1], other)
		if err != nil {
			return nil, err
		}
		if err := put(item[0], n); err != nil {
			return nil, err
		}
	}
	if both {
		for _, item := range y.Items() {
			have, err := object.DictGet(t, x, item[0])
			if err != nil {
				return nil, err
			}
			if have != nil {
				continue
			}
			n, err := op(t, zero, item[1])
			if err != nil {
				return nil, err
			}
			if err := put(item[0], n); err != nil {
				return nil, err
			}
		}
	}
	return object.Make(counter, t, out), nil
}

func plus(t *thread, a, b value) (value, error)  { return addCounts(t, syntax.PLUS, a, b) }
func minus(t *thread, a, b value) (value, error) { return addCounts(t, syntax.MINUS, a, b) }

func larger(t *thread, a, b value) (value, error) {
	less, err := object.Less(t, a, b)
	if less {
		return b, err
	}
	return a, err
}

func smaller(t *thread, a, b value) (value, error) {
	less, err := object.Less(t, a, b)
	if less {
		return a, err
	}
	return b, err
}

// keepPositive deletes what an in-place operator left without a positive count.
func keepPositive(t *thread, self value) (value, error) {
	d := dictOf(self)
	for _, item := range d.Items() {
		ok, err := positive(t, item[1])
		if err != nil {
			return nil, err
		}
		if !ok {
			if _, err := object.DictDelete(t, d, item[0]); err != nil {
				return nil, err
			}
		}
	}
	return self, nil
}

// relate reports whether op holds for the counts of every key of both.
func relate(t *thread, op object.Op, x, y *starlark.Dict) (bool, error) {
	for _, side := range []*starlark.Dict{x, y} {
		for _, key := range side.Keys() {
			a, err := countIn(t, x, key)
			if err != nil {
				return false, err
			}
			b, err := countIn(t, y, key)
			if err != nil {
				return false, err
			}
			r, err := object.Compare(t, op, a, b)
			if err != nil {
				return false, err
			}
			if ok, err := object.Truth(t, r); err != nil || !ok {
				return false, err
			}
		}
	}
	return true, nil
}

func init() {
	def := func(name string, fn func(t *thread, a, b value) (value, error)) object.Def {
		return object.Def{Sig: "def " + name + "(self, other)", Fn: func(t *thread, a args) (value, error) {
			if !object.IsInstance(a[1], counter) {
				return object.NotImplemented, nil
			}
			return fn(t, a[0], a[1])
		}}
	}
	operator := func(name string, op func(t *thread, a, b value) (value, error), both bool) object.Def {
		return def(name, func(t *thread, a, b value) (value, error) {
			return combine(t, dictOf(a), dictOf(b), op, both)
		})
	}
	compare := func(name string, fn func(t *thread, x, y *starlark.Dict) (bool, error)) object.Def {
		return def(name, func(t *thread, a, b value) (value, error) {
			ok, err := fn(t, dictOf(a), dictOf(b))
			return starlark.Bool(ok), err
		})
	}
	equal := func(t *thread, x, y *starlark.Dict) (bool, error) { return relate(t, syntax.EQL, x, y) }
	within := func(t *thread, x, y *starlark.Dict) (bool, error) { return relate(t, syntax.LE, x, y) }
	less := func(t *thread, x, y *starlark.Dict) (bool, error) {
		ok, err := within(t, x, y)
		if err != nil || !ok {
			return false, err
		}
		same, err := equal(t, x, y)
		return !same, err
	}
	inplace := func(name string, step func(t *thread, d, other *starlark.Dict) error) object.Def {
		return object.Def{Sig: "def " + name + "(self, other)", Fn: func(t *thread, a args) (value, error) {
			other, ok := object.Base(a[1]).(*starlark.Dict)
			if !ok {
				return object.NotImplemented, nil
			}
			if err := step(t, dictOf(a[0]), other); err != nil {
				return nil, err
			}
			return keepPositive(t, a[0])
		}}
	}
	each := func(op func(t *thread, d *starlark.Dict, key, n value) error) func(t *thread, d, other *starlark.Dict) error {
		return func(t *thread, d, other *starlark.Dict) error {
			for _, item := range other.Items() {
				if err := op(t, d, item[0], item[1]); err != nil {
					return err
				}
			}
			return nil
		}
	}
	counter.SetAttrValue("__hash__", starlark.None)
	counter.AddMethods(
		operator("__add__", plus, true), operator("__sub__", minus, true),
		operator("__or__", larger, true), operator("__and__", smaller, false),
		compare("__eq__", equal),
		compare("__ne__", func(t *thread, x, y *starlark.Dict) (bool, error) {
			ok, err := equal(t, x, y)
			return !ok, err
		}),
		compare("__le__", within), compare("__lt__", less),
		compare("__ge__", func(t *thread, x, y *starlark.Dict) (bool, error) { return within(t, y, x) }),
		compare("__gt__", func(t *thread, x, y *starlark.Dict) (bool, error) { return less(t, y, x) }),
		object.Def{Sig: "def __pos__(self)", Fn: func(t *thread, a args) (value, error) {
			return combine(t, dictOf(a[0]), new(starlark.Dict), plus, false)
		}},
		object.Def{Sig: "def __neg__(self)", Fn: func(t *thread, a args) (value, error) {
			return combine(t, new(starlark.Dict), dictOf(a[0]), minus, true)
		}},
		inplace("__iadd__", each(func(t *thread, d *starlark.Dict, key, n value) error { return addTo(t, d, key, n, syntax.PLUS) })),
		inplace("__isub__", each(func(t *thread, d *starlark.Dict, key, n value) error { return addTo(t, d, key, n, syntax.MINUS) })),
		inplace("__ior__", each(func(t *thread, d *starlark.Dict, key, n value) error {
			have, err := countIn(t, d, key)
			if err != nil {
				return err
			}
			less, err := object.Less(t, have, n)
			if err != nil || !less {
				return err
			}
			return object.DictSet(t, d, key, n)
		})),
		inplace("__iand__", func(t *thread, d, other *starlark.Dict) error {
			for _, item := range d.Items() {
				n, err := countIn(t, other, item[0])
				if err != nil {
					return err
				}
				less, err := object.Less(t, n, item[1])
				if err != nil {
					return err
				}
				if less {
					if err := object.DictSet(t, d, item[0], n); err != nil {
						return err
					}
				}
			}
			return nil
		}),
	)
}
