// Package bisect is the module bisect.
package bisect

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// find returns where x belongs in a[lo:hi]: after equal elements, or with left
// before them. The elements are compared by key(element), x as it is.
func find(t *thread, a, x, lo, hi, key value, left bool) (int, error) {
	from, err := object.Int(t, lo)
	if err != nil {
		return 0, err
	}
	if from < 0 {
		return 0, object.Raise(object.ValueError, "lo must be non-negative")
	}
	to := 0
	if hi == starlark.None {
		to, err = object.Len(t, a)
	} else {
		to, err = object.Int(t, hi)
	}
	if err != nil {
		return 0, err
	}
	for from < to {
		mid := int(uint(from+to) / 2)
		e, err := at(t, a, mid)
		if err != nil {
			return 0, err
		}
		if key != starlark.None {
			if e, err = object.Call(t, key, starlark.Tuple{e}, nil); err != nil {
				return 0, err
			}
		}
		var less bool
		if left {
			less, err = object.Less(t, e, x)
		} else {
			less, err = object.Less(t, x, e)
		}
		if err != nil {
			return 0, err
		}
		if less == left {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return from, nil
}

func at(t *thread, a value, i int) (value, error) {
	if l, ok := a.(*starlark.List); ok && i < l.Len() {
		return l.Index(i), nil
	}
	return object.GetItem(t, a, starlark.MakeInt(i))
}

func insert(t *thread, a args, left bool) (value, error) {
	x := a[1]
	if a[4] != starlark.None {
		k, err := object.Call(t, a[4], starlark.Tuple{x}, nil)
		if err != nil {
			return nil, err
		}
		x = k
	}
	i, err := find(t, a[0], x, a[2], a[3], a[4], left)
	if err != nil {
		return nil, err
	}
	if l, ok := a[0].(*starlark.List); ok {
		e := append(object.Elems(l), nil)
		i = min(i, len(e)-1)
		copy(e[i+1:], e[i:])
		e[i] = a[1]
		return starlark.None, object.SetElems(l, e)
	}
	_, err = object.CallMethod(t, a[0], "insert", starlark.MakeInt(i), a[1])
	return starlark.None, err
}

func init() {
	const params = "(a, x, lo=0, hi=None, *, key=None)"
	search := func(name, doc string, left bool) object.Def {
		return object.Def{Sig: name + params, Doc: doc, Fn: func(t *thread, a args) (value, error) {
			i, err := find(t, a[0], a[1], a[2], a[3], a[4], left)
			return starlark.MakeInt(i), err
		}}
	}
	insort := func(name, doc string, left bool) object.Def {
		return object.Def{Sig: name + params, Doc: doc, Fn: func(t *thread, a args) (value, error) { return insert(t, a, left) }}
	}
	registry.Register(&registry.Module{
		Name: "bisect", Doc: "Bisection algorithms.\n\nThis module provides support for maintaining a list in sorted order without\nhaving to sort the list after each insertion.",
		Funcs: []object.Def{
			search("bisect_left", "Return the index where to insert item x in list a, assuming a is sorted.", true),
			search("bisect_right", "Return the index where to insert item x in list a, assuming a is sorted.", false),
			insort("insort_left", "Insert item x in list a, and keep it sorted assuming a is sorted.", true),
			insort("insort_right", "Insert item x in list a, and keep it sorted assuming a is sorted.", false),
		},
		Init: func(t *thread, m *object.Module) error {
			m.Vars.Set("bisect", m.Vars.Get("bisect_right"))
			m.Vars.Set("insort", m.Vars.Get("insort_right"))
			return nil
		},
	})
}
