package lowering

// This file defines unpacking: a, b = x and a, *b = x.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// unpacker is what unpack(n) returns.
type unpacker struct {
	adaptor
	iso *isolate.Isolate
	n   int
}

// Get implements starlark.Mapping.
func (u *unpacker) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case starlark.Tuple:
		if len(x) == u.n {
			return x, true, nil
		}
	case *starlark.List:
		if x.Len() == u.n {
			return x, true, nil
		}
	}
	v, err := unpack(u.iso.Current(), x, u.n)
	return v, true, err
}

// unpack returns the n values of x, or fails as CPython does.
func unpack(t *thread, x value, n int) (starlark.Tuple, error) {
	it, err := unpackIter(t, x)
	if err != nil {
		return nil, err
	}
	out := make(starlark.Tuple, 0, n)
	for {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		switch {
		case v == nil && len(out) == n:
			return out, nil
		case v == nil:
			return nil, object.Raise(object.ValueError, "not enough values to unpack (expected %d, got %d)", n, len(out))
		case len(out) == n:
			return nil, object.Raise(object.ValueError, "too many values to unpack (expected %d)", n)
		}
		out = append(out, v)
	}
}

func unpackIter(t *thread, x value) (object.Iterator, error) {
	it, err := object.Iter(t, x)
	if err != nil && object.Special(x, "__iter__") == nil && object.IsCaught(t, err, object.TypeError) {
		return nil, object.Raise(object.TypeError, "cannot unpack non-iterable %s object", object.TypeName(x))
	}
	return it, err
}

// unpackerEx is what unpackex(before, after) returns.
type unpackerEx struct {
	adaptor
	iso           *isolate.Isolate
	before, after int
}

// Get implements starlark.Mapping.
func (u *unpackerEx) Get(x value) (value, bool, error) {
	t := u.iso.Current()
	it, err := unpackIter(t, x)
	if err != nil {
		return nil, false, err
	}
	var all []value
	for {
		v, err := it.Next(t)
		if err != nil {
			return nil, false, err
		}
		if v == nil {
			break
		}
		all = append(all, v)
	}
	if len(all) < u.before+u.after {
		return nil, false, object.Raise(object.ValueError, "not enough values to unpack (expected at least %d, got %d)", u.before+u.after, len(all))
	}
	out := make(starlark.Tuple, 0, u.before+u.after+1)
	out = append(out, all[:u.before]...)
	out = append(out, starlark.NewList(append([]value(nil), all[u.before:len(all)-u.after]...)))
	return append(out, all[len(all)-u.after:]...), true, nil
}

func init() {
	functions["unpack"] = func(r *env, _ *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		n, _ := starlark.AsInt32(a[0])
		return &unpacker{iso: r.iso, n: n}, nil
	}
	functions["unpackex"] = func(r *env, _ *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		before, _ := starlark.AsInt32(a[0])
		after, _ := starlark.AsInt32(a[1])
		return &unpackerEx{iso: r.iso, before: before, after: after}, nil
	}
}
