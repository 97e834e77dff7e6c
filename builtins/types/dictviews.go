package types

// This file defines the views of a dict: what keys(), values() and items()
// return.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// The classes of the views.
var (
	DictKeys   = object.NewClass(object.Spec{Name: "dict_keys", Slots: true, Final: true})
	DictValues = object.NewClass(object.Spec{Name: "dict_values", Slots: true, Final: true})
	DictItems  = object.NewClass(object.Spec{Name: "dict_items", Slots: true, Final: true})
)

// A DictView is the State of a view: it is live. Owner is the dict as the script
// sees it, which may be an object of a subclass.
type DictView struct {
	Dict  *starlark.Dict
	Owner value
	Kind  *object.Class
}

// NewDictView returns a view of a dict or of an object of a subclass.
func NewDictView(t *thread, kind *object.Class, owner value) value {
	return object.Make(kind, t, &DictView{dictOf(owner), owner, kind})
}

func tableIterator(d *starlark.Dict, kind *object.Class) object.Iterator {
	return object.IterDict(d, kind != DictValues, kind != DictKeys, false)
}

func reverseTableIterator(d *starlark.Dict, kind *object.Class) object.Iterator {
	return object.IterDict(d, kind != DictValues, kind != DictKeys, true)
}

// Iter implements object.Iterabler.
func (v *DictView) Iter(t *thread) (object.Iterator, error) {
	return tableIterator(v.Dict, v.Kind), nil
}

// Contains implements object.Container.
func (v *DictView) Contains(t *thread, x value) (bool, error) {
	switch v.Kind {
	case DictKeys:
		got, err := object.DictGet(t, v.Dict, x)
		return got != nil, err
	case DictItems:
		pair, ok := object.Base(x).(starlark.Tuple)
		if !ok || len(pair) != 2 {
			return false, nil
		}
		got, err := object.DictGet(t, v.Dict, pair[0])
		if got == nil || err != nil {
			return false, err
		}
		return object.Same(t, got, pair[1])
	}
	it := tableIterator(v.Dict, v.Kind)
	for {
		e, err := it.Next(t)
		if e == nil || err != nil {
			return false, err
		}
		if same, err := object.Same(t, e, x); same || err != nil {
			return same, err
		}
	}
}

func viewOf(v value) *DictView { return v.(*object.Instance).State.(*DictView) }

func init() {
	forward := map[*object.Class]*object.Class{DictKeys: dictKeyIterator, DictValues: dictValueIterator, DictItems: dictItemIterator}
	backward := map[*object.Class]*object.Class{DictKeys: dictReverseKeyIterator, DictValues: dictReverseValueIterator, DictItems: dictReverseItemIterator}
	for _, kind := range []*object.Class{DictKeys, DictValues, DictItems} {
		kind.AddMethods(
			method("__len__", func(t *thread, self value) (value, error) { return starlark.MakeInt(viewOf(self).Dict.Len()), nil }),
			method("__iter__", func(t *thread, self value) (value, error) {
				return NewIterator(t, forward[kind], tableIterator(viewOf(self).Dict, kind)), nil
			}),
			method("__reversed__", func(t *thread, self value) (value, error) {
				return NewIterator(t, backward[kind], reverseTableIterator(viewOf(self).Dict, kind)), nil
			}),
			method("__repr__", func(t *thread, self value) (value, error) {
				s, err := object.ReprGuard(t, self, "...", func() (string, error) {
					items, err := object.Slice(t, self)
					if err != nil {
						return "", err
					}
					s, err := object.Repr(t, starlark.NewList(items))
					return kind.ClassName + "(" + s + ")", err
				})
				return starlark.String(s), err
			}),
		)
		kind.AddAttrs(object.Attr{Name: "mapping", Get: func(t *thread, self value) (value, error) {
			return NewMappingProxy(t, viewOf(self).Owner), nil
		}})
		if kind == DictValues {
			continue
		}
		kind.SetAttrValue("__hash__", starlark.None)
		kind.AddMethods(
			object.Def{Sig: "__contains__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
				ok, err := viewOf(a[0]).Contains(t, a[1])
				return starlark.Bool(ok), err
			}},
			object.Def{Sig: "isdisjoint(self, other, /)", Fn: func(t *thread, a args) (value, error) {
				disjoint := true
				err := object.ForEach(t, a[1], func(e value) error {
					in, err := viewOf(a[0]).Contains(t, e)
					disjoint = disjoint && !in
					return err
				})
				return starlark.Bool(disjoint), err
			}},
		)
		kind.AddMethods(comparisons(compareViews, allComparisons...)...)
		for _, op := range []object.Op{syntax.AMP, syntax.PIPE, syntax.MINUS, syntax.CIRCUMFLEX} {
			names := setOperators[op]
			kind.AddMethods(
				binary(names.method, func(t *thread, a, b value) (value, error) { return viewOperator(t, op, a, b) }),
				binary(names.reflected, func(t *thread, a, b value) (value, error) { return viewOperator(t, op, b, a) }),
			)
		}
	}
}

// viewOperator computes a set operation with a view on either side. The other
// operand may be any iterable, as in CPython.
func viewOperator(t *thread, op object.Op, a, b value) (value, error) {
	x, err := newSet(t, a)
	if err != nil {
		return nil, err
	}
	return setOperation(t, op, x, b)
}

// isSetLike reports whether v compares with views: a set, a frozenset or a view
// other than of values.
func isSetLike(v value) bool {
	if members(v) != nil {
		return true
	}
	c := object.ClassOf(v)
	return c == DictKeys || c == DictItems
}

func compareViews(t *thread, op object.Op, a, b value) (value, error) {
	if !isSetLike(b) {
		return object.NotImplemented, nil
	}
	n, err := object.Len(t, a)
	if err != nil {
		return nil, err
	}
	m, err := object.Len(t, b)
	if err != nil {
		return nil, err
	}
	small, large := a, b
	switch op {
	case syntax.EQL, syntax.NEQ:
		if n != m {
			return starlark.Bool(op == syntax.NEQ), nil
		}
	case syntax.LT:
		if n >= m {
			return starlark.False, nil
		}
	case syntax.LE:
		if n > m {
			return starlark.False, nil
		}
	case syntax.GT:
		if n <= m {
			return starlark.False, nil
		}
		small, large = b, a
	case syntax.GE:
		if n < m {
			return starlark.False, nil
		}
		small, large = b, a
	}
	it, err := object.Iter(t, small)
	if err != nil {
		return nil, err
	}
	for {
		e, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if e == nil {
			return starlark.Bool(op != syntax.NEQ), nil
		}
		in, err := object.Contains(t, large, e)
		if err != nil {
			return nil, err
		}
		if !in {
			return starlark.Bool(op == syntax.NEQ), nil
		}
	}
}
