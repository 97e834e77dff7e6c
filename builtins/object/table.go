package object

// This file defines access to dicts and sets with Python's notion of a key.

import (
	"unsafe"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// Aliaser is implemented by Go values of other packages that may equal keys of
// other types.
type Aliaser interface{ KeyAliases() []starlark.Value }

// In go.starlark.net True and 1 are different keys with different hashes; in
// Python they are one. aliases returns the other keys under which an equal one
// may have been stored; most keys have none.
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
		// An equal plain value has the same hash, and is found by it.
		switch b := Base(k).(type) {
		case starlark.Bool, starlark.Int, starlark.Float:
			return aliases(b)
		}
	}
	return nil
}

// FrozenSet makes a frozenset that shares a set's elements: what CPython looks for
// in a set in place of a set, which has no hash. Package types sets it.
var FrozenSet func(*starlark.Set) starlark.Value

// otherKey returns the key under which a table holds something equal to k that
// go.starlark.net does not find by k, or nil. has asks the table.
func otherKey(t *Thread, table unsafe.Pointer, k starlark.Value, has func(starlark.Value) bool) (starlark.Value, error) {
	x, err := storedEqual(t, table, k)
	if x != nil || err != nil {
		return x, err
	}
	for _, a := range aliases(k) {
		if has(a) {
			return a, nil
		}
	}
	return nil, nil
}

func otherDictKey(t *Thread, d *starlark.Dict, k starlark.Value) (starlark.Value, error) {
	return otherKey(t, unsafe.Pointer(d), k, func(a starlark.Value) bool {
		_, found, _ := d.Get(a)
		return found
	})
}

func otherSetKey(t *Thread, s *starlark.Set, k starlark.Value) (starlark.Value, error) {
	return otherKey(t, unsafe.Pointer(s), k, func(a starlark.Value) bool {
		found, _ := s.Has(a)
		return found
	})
}

// maxKeyTuples is how many tuples a key may hold, each counted as often as it is
// met: go.starlark.net's hash walks all of them, and nothing can stop it.
const maxKeyTuples = 1 << 24

// CheckKey fails with RecursionError if go.starlark.net cannot hash k: a tuple that
// nests so deeply that its recursion would overflow the Go stack, which ends the
// process, or one that would take for ever.
func CheckKey(k starlark.Value) error {
	if tuple, ok := k.(starlark.Tuple); ok {
		for _, e := range tuple {
			if _, nested := e.(starlark.Tuple); nested {
				n := 0
				return checkNest(tuple, 0, &n)
			}
		}
	}
	return nil
}

func checkNest(tuple starlark.Tuple, depth int, n *int) error {
	if *n++; depth > maxGoDepth || *n > maxKeyTuples {
		return Raise(RecursionError, "maximum recursion depth exceeded while calling a Python object")
	}
	for _, e := range tuple {
		if inner, ok := e.(starlark.Tuple); ok {
			if err := checkNest(inner, depth+1, n); err != nil {
				return err
			}
		}
	}
	return nil
}

// DictGet returns d[k], or nil if there is none.
func DictGet(t *Thread, d *starlark.Dict, k starlark.Value) (starlark.Value, error) {
	if err := CheckKey(k); err != nil {
		return nil, err
	}
	v, found, err := d.Get(k)
	if found {
		return v, nil
	}
	if err != nil {
		return nil, nativeError(t, err)
	}
	if d.Len() == 0 {
		return nil, nil
	}
	o, err := otherDictKey(t, d, k)
	if o == nil || err != nil {
		return nil, err
	}
	v, _, err = d.Get(o)
	return v, err
}

// DictSet assigns d[k] = v. The key that d has stays, as in CPython.
func DictSet(t *Thread, d *starlark.Dict, k, v starlark.Value) error {
	if err := CheckKey(k); err != nil {
		return err
	}
	if n := d.Len(); n > 0 {
		if n >= largeValue && t != nil {
			if err := ChargeDict(t, d); err != nil {
				return err
			}
		}
		o, err := otherDictKey(t, d, k)
		if err != nil {
			return nativeError(t, err)
		}
		if o != nil {
			k = o
		}
	}
	if err := d.SetKey(k, v); err != nil {
		return nativeError(t, err)
	}
	return nil
}

// DictDelete removes k from d and returns its value, or nil if it was not there.
func DictDelete(t *Thread, d *starlark.Dict, k starlark.Value) (starlark.Value, error) {
	if err := CheckKey(k); err != nil {
		return nil, err
	}
	v, found, err := d.Delete(k)
	if err != nil {
		return nil, nativeError(t, err)
	}
	if found {
		return v, nil
	}
	o, err := otherDictKey(t, d, k)
	if o == nil || err != nil {
		return nil, err
	}
	v, _, err = d.Delete(o)
	return v, err
}

// SetHas reports whether k is in s.
func SetHas(t *Thread, s *starlark.Set, k starlark.Value) (bool, error) {
	if err := CheckKey(k); err != nil {
		return false, err
	}
	found, err := s.Has(k)
	if err != nil {
		return false, nativeError(t, err)
	}
	if found {
		return true, nil
	}
	o, err := otherSetKey(t, s, k)
	return o != nil, err
}

// SetAdd adds k to s.
func SetAdd(t *Thread, s *starlark.Set, k starlark.Value) error {
	if err := CheckKey(k); err != nil {
		return err
	}
	if s.Len() > 0 {
		if o, err := otherSetKey(t, s, k); o != nil || err != nil {
			return nativeErrorOrNil(t, err)
		}
	}
	if n := s.Len(); n >= largeValue && t != nil {
		if err := Charge(t, tableGrowth(n, unsafe.Pointer(s))); err != nil {
			return err
		}
	}
	return nativeErrorOrNil(t, s.Insert(k))
}

// SetDelete removes k from s and reports whether it was there.
func SetDelete(t *Thread, s *starlark.Set, k starlark.Value) (bool, error) {
	if err := CheckKey(k); err != nil {
		return false, err
	}
	found, err := s.Delete(k)
	if err != nil {
		return false, nativeError(t, err)
	}
	if found {
		return true, nil
	}
	o, err := otherSetKey(t, s, k)
	if o == nil || err != nil {
		return false, err
	}
	return s.Delete(o)
}

func nativeErrorOrNil(t *Thread, err error) error {
	if err == nil {
		return nil
	}
	return nativeError(t, err)
}

// Members returns the elements of a set in their order.
func Members(s *starlark.Set) []starlark.Value { return orderInts(setElems(s)) }

// AsException makes an exception of an error that a value of go.starlark.net
// returned as plain text; other errors stay as they are.
func AsException(t *Thread, err error) error {
	if err == nil {
		return nil
	}
	return nativeError(t, err)
}

// CompareSets compares by inclusion: x < y is "x is a proper subset of y".
func CompareSets(t *Thread, op Op, x, y *starlark.Set) (bool, error) {
	n, m := x.Len(), y.Len()
	switch op {
	case syntax.EQL:
		return setIncludes(t, y, x, n == m)
	case syntax.NEQ:
		eq, err := setIncludes(t, y, x, n == m)
		return !eq, err
	case syntax.LE:
		return setIncludes(t, y, x, n <= m)
	case syntax.LT:
		return setIncludes(t, y, x, n < m)
	case syntax.GE:
		return setIncludes(t, x, y, n >= m)
	}
	return setIncludes(t, x, y, n > m)
}

// setIncludes reports whether x has every element of y, unless their sizes have
// shown that the answer is no.
func setIncludes(t *Thread, x, y *starlark.Set, possible bool) (bool, error) {
	if !possible {
		return false, nil
	}
	for _, e := range setElems(y) {
		in, err := SetHas(t, x, e)
		if err != nil || !in {
			return false, err
		}
	}
	return true, nil
}
