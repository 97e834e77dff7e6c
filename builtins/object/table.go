package object

// This file defines access to dicts and sets with Python's notion of a key.

import (
	"go.starlark.net/starlark"
)

// Aliaser is implemented by Go values of other packages that may equal keys of
// other types.
type Aliaser interface{ KeyAliases() []starlark.Value }

// In go.starlark.net True and 1 are different keys, and so are "a" and an
// object of a subclass of str that equals "a"; in Python they are not. aliases
// returns the other keys under which an equal one may have been stored; most
// keys have none.
func aliases(k starlark.Value) []starlark.Value {
	switch k := k.(type) {
	case starlark.Bool:
		return []starlark.Value{intOf(bool(k))}
	case starlark.Int:
		if n, ok := k.Int64(); ok && (n == 0 || n == 1) {
			return []starlark.Value{starlark.Bool(n == 1)}
		}
	case starlark.Float:
		if k == 0 || k == 1 {
			return []starlark.Value{starlark.Bool(k == 1)}
		}
	case Aliaser:
		return k.KeyAliases()
	case *Instance:
		b := Base(k)
		if b == starlark.Value(k) || !IsNativeMethod(k.class.Lookup("__hash__")) || !IsNativeMethod(k.class.Lookup("__eq__")) {
			return nil
		}
		return append([]starlark.Value{b}, aliases(b)...)
	}
	return nil
}

// FrozenSet makes a frozenset that shares a set's elements: what CPython looks for
// in a set in place of a set, which has no hash. Package types sets it.
var FrozenSet func(*starlark.Set) starlark.Value

// DictGet returns d[k], or nil if there is none.
func DictGet(t *Thread, d *starlark.Dict, k starlark.Value) (starlark.Value, error) {
	v, found, err := d.Get(k)
	if found {
		return v, nil
	}
	if err != nil {
		return nil, nativeError(t, err)
	}
	for _, a := range aliases(k) {
		if v, found, _ := d.Get(a); found {
			return v, nil
		}
	}
	return nil, nil
}

// DictSet assigns d[k] = v.
func DictSet(t *Thread, d *starlark.Dict, k, v starlark.Value) error {
	for _, a := range aliases(k) {
		if _, found, _ := d.Get(a); found {
			k = a
			break
		}
	}
	if err := d.SetKey(k, v); err != nil {
		return nativeError(t, err)
	}
	return nil
}

// DictDelete removes k from d and returns its value, or nil if it was not there.
func DictDelete(t *Thread, d *starlark.Dict, k starlark.Value) (starlark.Value, error) {
	v, found, err := d.Delete(k)
	if err != nil {
		return nil, nativeError(t, err)
	}
	if found {
		return v, nil
	}
	for _, a := range aliases(k) {
		if v, found, err := d.Delete(a); found && err == nil {
			return v, nil
		}
	}
	return nil, nil
}

// SetHas reports whether k is in s.
func SetHas(t *Thread, s *starlark.Set, k starlark.Value) (bool, error) {
	found, err := s.Has(k)
	if err != nil {
		return false, nativeError(t, err)
	}
	if found {
		return true, nil
	}
	for _, a := range aliases(k) {
		if found, _ := s.Has(a); found {
			return true, nil
		}
	}
	return false, nil
}

// SetAdd adds k to s.
func SetAdd(t *Thread, s *starlark.Set, k starlark.Value) error {
	for _, a := range aliases(k) {
		if found, _ := s.Has(a); found {
			return nil
		}
	}
	if err := s.Insert(k); err != nil {
		return nativeError(t, err)
	}
	return nil
}

// SetDelete removes k from s and reports whether it was there.
func SetDelete(t *Thread, s *starlark.Set, k starlark.Value) (bool, error) {
	found, err := s.Delete(k)
	if err != nil {
		return false, nativeError(t, err)
	}
	if found {
		return true, nil
	}
	for _, a := range aliases(k) {
		if found, err := s.Delete(a); found && err == nil {
			return true, nil
		}
	}
	return false, nil
}

// Members returns the elements of a set in their order.
func Members(s *starlark.Set) []starlark.Value { return setElems(s) }

// AsException makes an exception of an error that a value of go.starlark.net
// returned as plain text; other errors stay as they are.
func AsException(t *Thread, err error) error {
	if err == nil {
		return nil
	}
	return nativeError(t, err)
}
