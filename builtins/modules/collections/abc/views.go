package abc

// This file defines MappingView and its kin, and the views that Mapping's
// methods return.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func mappingOf(self value) value {
	if m, ok := self.(*object.Instance).State.(*viewState); ok {
		return m.mapping
	}
	return starlark.None
}

// viewState is the State of a view.
type viewState struct{ mapping value }

func viewMethods() {
	MappingView.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(c, t, &viewState{starlark.None}), nil
	}
	MappingView.AddMethods(
		python("__init__(self, mapping)", "", func(t *thread, a args) (value, error) {
			a[0].(*object.Instance).State.(*viewState).mapping = a[1]
			return starlark.None, nil
		}),
		python("__len__(self)", "", func(t *thread, a args) (value, error) {
			n, err := object.Len(t, mappingOf(a[0]))
			return starlark.MakeInt(n), err
		}),
		python("__repr__(self)", "", func(t *thread, a args) (value, error) {
			s, err := object.Repr(t, mappingOf(a[0]))
			return starlark.String(object.ClassOf(a[0]).ClassName + "(" + s + ")"), err
		}),
	)
	MappingView.AddAttrs(object.Attr{Name: "_mapping", Get: func(t *thread, self value) (value, error) { return mappingOf(self), nil }})
	fromIterable := object.Def{Sig: "def _from_iterable(cls, it)", Class: true, Fn: func(t *thread, a args) (value, error) {
		return object.Call(t, object.SetType, starlark.Tuple{a[1]}, nil)
	}}
	each := func(self value, make func(t *thread, k value) (value, error)) (value, error) {
		var it object.Iterator
		return iterator(nil, func(t *thread) (value, error) {
			if it == nil {
				var err error
				if it, err = object.Iter(t, mappingOf(self)); err != nil {
					return nil, err
				}
			}
			k, err := it.Next(t)
			if k == nil || err != nil {
				return nil, err
			}
			return make(t, k)
		}), nil
	}
	KeysView.AddMethods(fromIterable,
		python("__contains__(self, key)", "", func(t *thread, a args) (value, error) {
			return truth(object.Contains(t, mappingOf(a[0]), a[1]))
		}),
		python("__iter__(self)", "", func(t *thread, a args) (value, error) {
			return each(a[0], func(t *thread, k value) (value, error) { return k, nil })
		}),
	)
	ItemsView.AddMethods(fromIterable,
		python("__contains__(self, item)", "", func(t *thread, a args) (value, error) {
			pair, err := object.Slice(t, a[1])
			if err != nil {
				return nil, err
			}
			if len(pair) != 2 {
				return starlark.False, nil
			}
			v, err := lookup(t, mappingOf(a[0]), pair[0])
			if v == nil || err != nil {
				return starlark.False, err
			}
			return truth(object.Same(t, v, pair[1]))
		}),
		python("__iter__(self)", "", func(t *thread, a args) (value, error) {
			return each(a[0], func(t *thread, k value) (value, error) {
				v, err := object.GetItem(t, mappingOf(a[0]), k)
				return starlark.Tuple{k, v}, err
			})
		}),
	)
	ValuesView.AddMethods(
		python("__contains__(self, value)", "", func(t *thread, a args) (value, error) {
			found := false
			err := eachUntil(t, mappingOf(a[0]), func(k value) (bool, error) {
				v, err := object.GetItem(t, mappingOf(a[0]), k)
				if err != nil {
					return false, err
				}
				found, err = object.Same(t, v, a[1])
				return found, err
			})
			return truth(found, err)
		}),
		python("__iter__(self)", "", func(t *thread, a args) (value, error) {
			return each(a[0], func(t *thread, k value) (value, error) { return object.GetItem(t, mappingOf(a[0]), k) })
		}),
	)
}
