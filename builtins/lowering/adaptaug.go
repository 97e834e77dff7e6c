package lowering

// This file defines aug, the adaptor of x[i] op= y: its items are ready for the
// operator, and can be assigned.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// aug is the adaptor. What $aug[x] returns lives until the item is assigned, so
// it is used again: free holds those that were. One whose statement failed is
// left to the garbage collector.
type aug struct {
	adaptor
	iso  *isolate.Isolate
	free []*augItems
}

// Get implements starlark.Mapping.
func (a *aug) Get(x value) (value, bool, error) {
	n := len(a.free)
	if n == 0 {
		return &augItems{a: a, v: x}, true, nil
	}
	h := a.free[n-1]
	a.free = a.free[:n-1]
	h.v = x
	return h, true, nil
}

type augItems struct {
	opaque
	a *aug
	v value
}

var _ starlark.HasSetKey = (*augItems)(nil)

func (h *augItems) String() string { return h.v.String() }

// Type implements starlark.Value.
func (h *augItems) Type() string { return h.v.Type() }

// Get implements starlark.Mapping.
func (h *augItems) Get(key value) (v value, _ bool, err error) {
	switch x := h.v.(type) {
	case *starlark.Dict:
		v, _, err = (*dictItems)(x).Get(key)
	case *starlark.List:
		v, _, err = (*listItems)(x).Get(key)
	default:
		v, err = object.GetItem(h.a.iso.Current(), x, key)
	}
	if err != nil {
		return nil, false, err
	}
	return inp{iso: h.a.iso}.Get(v)
}

// SetKey implements starlark.HasSetKey.
func (h *augItems) SetKey(key, v value) error {
	x := h.v
	h.v = nil
	h.a.free = append(h.a.free, h)
	switch x := x.(type) {
	case *starlark.Dict:
		return (*dictItems)(x).SetKey(key, v)
	case *starlark.List:
		return (*listItems)(x).SetKey(key, v)
	}
	return object.SetItem(h.a.iso.Current(), x, key, v)
}

func init() { adaptors["aug"] = func(r *env) value { return &aug{iso: r.iso} } }
