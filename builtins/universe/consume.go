package universe

// This file defines the functions that consume an iterable: sum, min, max, any,
// all, sorted, len, iter, next. A generator is consumed by pushing, with no
// switch for each item.

import (
	"errors"
	"math"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var consumeDefs = []object.Def{
	{Sig: "len(obj, /)", Fn: func(t *thread, a args) (value, error) {
		n, err := object.Len(t, a[0])
		return starlark.MakeInt(n), err
	}},
	{Sig: "sum(iterable, /, start=0)", Fn: sum},
	{Sig: "any(iterable, /)", Fn: func(t *thread, a args) (value, error) { return quantify(t, a[0], true) }},
	{Sig: "all(iterable, /)", Fn: func(t *thread, a args) (value, error) { return quantify(t, a[0], false) }},
	{Sig: "min(*args, key=None, default=...)", Fn: func(t *thread, a args) (value, error) { return extreme(t, a, "min", syntax.LT) }},
	{Sig: "max(*args, key=None, default=...)", Fn: func(t *thread, a args) (value, error) { return extreme(t, a, "max", syntax.GT) }},
	{Sig: "sorted(*args, **kwargs)", Fn: sorted},
	{Sig: "iter(object, sentinel=..., /)", Fn: func(t *thread, a args) (value, error) {
		if a[1] != nil {
			if !object.IsCallable(a[0]) {
				return nil, object.Raise(object.TypeError, "iter(v, w): v must be callable")
			}
			return types.NewCallableIterator(t, a[0], a[1])
		}
		return types.IterValue(t, a[0])
	}},
	{Sig: "next(iterator, default=..., /)", Fn: next},
}

// errDone stops a ForEach early.
var errDone = errors.New("done")

func quantify(t *thread, iterable value, stopAt bool) (value, error) {
	result := !stopAt
	err := object.ForEach(t, iterable, func(v value) error {
		ok, err := object.Truth(t, v)
		if err != nil {
			return err
		}
		if ok == stopAt {
			result = stopAt
			return errDone
		}
		return nil
	})
	if err != nil && err != errDone {
		return nil, err
	}
	return starlark.Bool(result), nil
}

// An adder sums values as CPython's sum does: ints while they fit, then floats
// with compensation (Neumaier's), then with the + operator.
type adder struct {
	mode  addMode
	n     int64
	f, c  float64 // the sum and what rounding lost of it
	total value
}

type addMode uint8

const (
	addInts addMode = iota
	addFloats
	addValues
)

func (s *adder) start(v value) {
	switch x := v.(type) {
	case starlark.Int:
		if n, ok := x.Int64(); ok {
			s.n = n
			return
		}
	case starlark.Float:
		s.mode, s.f = addFloats, float64(x)
		return
	}
	s.mode, s.total = addValues, v
}

func (s *adder) value() value {
	switch s.mode {
	case addInts:
		return starlark.MakeInt64(s.n)
	case addFloats:
		if s.c != 0 && !math.IsInf(s.c, 0) && !math.IsNaN(s.c) {
			return starlark.Float(s.f + s.c)
		}
		return starlark.Float(s.f)
	}
	return s.total
}

func (s *adder) addFloat(x float64) {
	t := s.f + x
	if math.Abs(s.f) >= math.Abs(x) {
		s.c += (s.f - t) + x
	} else {
		s.c += (x - t) + s.f
	}
	s.f = t
}

func (s *adder) add(t *thread, v value) error {
	switch s.mode {
	case addInts:
		switch x := v.(type) {
		case starlark.Int:
			if n, ok := x.Int64(); ok {
				if r, fits := addFits(s.n, n); fits {
					s.n = r
					return nil
				}
			}
		case starlark.Bool:
			if !x {
				return nil
			}
			if r, fits := addFits(s.n, 1); fits {
				s.n = r
				return nil
			}
		case starlark.Float:
			s.mode, s.f, s.c = addFloats, float64(s.n)+float64(x), 0
			return nil
		}
		s.mode, s.total = addValues, starlark.MakeInt64(s.n)
	case addFloats:
		switch x := v.(type) {
		case starlark.Float:
			s.addFloat(float64(x))
			return nil
		case starlark.Int:
			if n, ok := x.Int64(); ok {
				s.f += float64(n)
				return nil
			}
		}
		s.mode, s.total = addValues, s.value()
	}
	r, err := object.Binary(t, syntax.PLUS, s.total, v)
	if err != nil {
		return err
	}
	s.total = r
	return nil
}

func sum(t *thread, a args) (value, error) {
	start := a[1]
	if object.IsInstance(start, object.StrType) {
		return nil, object.Raise(object.TypeError, "sum() can't sum strings [use ''.join(seq) instead]")
	}
	if object.IsInstance(start, object.BytesType) {
		return nil, object.Raise(object.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]")
	}
	if object.IsInstance(start, object.BytearrayType) {
		return nil, object.Raise(object.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]")
	}
	var s adder
	s.start(start)
	if err := object.ForEach(t, a[0], func(v value) error { return s.add(t, v) }); err != nil {
		return nil, err
	}
	return s.value(), nil
}

func extreme(t *thread, a args, name string, op syntax.Token) (value, error) {
	items := a[0].(starlark.Tuple)
	key, def := a[1], a[2]
	if key == starlark.None {
		key = nil
	}
	var from value = items
	switch {
	case len(items) == 0:
		return nil, object.Raise(object.TypeError, "%s expected at least 1 argument, got 0", name)
	case len(items) == 1:
		from = items[0]
	case def != nil:
		return nil, object.Raise(object.TypeError, "Cannot specify a default for %s() with multiple positional arguments", name)
	}
	var best, bestKey value
	err := object.ForEach(t, from, func(v value) error {
		k := v
		if key != nil {
			r, err := object.Call(t, key, starlark.Tuple{v}, nil)
			if err != nil {
				return err
			}
			k = r
		}
		if best == nil {
			best, bestKey = v, k
			return nil
		}
		better, err := ordered(t, op, k, bestKey)
		if err != nil {
			return err
		}
		if better {
			best, bestKey = v, k
		}
		return nil
	})
	switch {
	case err != nil:
		return nil, err
	case best != nil:
		return best, nil
	case def != nil:
		return def, nil
	}
	return nil, object.Raise(object.ValueError, "%s() iterable argument is empty", name)
}

// ordered reports a OP b, with the usual types first.
func ordered(t *thread, op syntax.Token, a, b value) (bool, error) {
	switch x := a.(type) {
	case starlark.Int:
		if y, ok := b.(starlark.Int); ok {
			c, _ := x.Cmp(y, 1)
			return (op == syntax.LT) == (c < 0) && c != 0, nil
		}
	case starlark.Float:
		if y, ok := b.(starlark.Float); ok {
			if op == syntax.LT {
				return x < y, nil
			}
			return x > y, nil
		}
	}
	v, err := object.Compare(t, op, a, b)
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

func sorted(t *thread, a args) (value, error) {
	items := a[0].(starlark.Tuple)
	if len(items) != 1 {
		return nil, object.Raise(object.TypeError, "sorted expected 1 argument, got %d", len(items))
	}
	var key value = starlark.None
	reverse := false
	for _, kv := range a[1].(*starlark.Dict).Items() {
		switch name, _ := object.Text(kv[0]); name {
		case "key":
			key = kv[1]
		case "reverse":
			var err error
			if reverse, err = object.Truth(t, kv[1]); err != nil {
				return nil, err
			}
		default:
			return nil, object.Raise(object.TypeError, "sort() got an unexpected keyword argument '%s'", name)
		}
	}
	list, err := object.Slice(t, items[0])
	if err != nil {
		return nil, err
	}
	if err := types.SortValues(t, list, key, reverse); err != nil {
		return nil, err
	}
	return starlark.NewList(list), nil
}

func next(t *thread, a args) (value, error) {
	v, err := Next(t, a[0])
	if err == nil || a[1] == nil {
		return v, err
	}
	if object.IsCaught(t, err, object.StopIteration) {
		return a[1], nil
	}
	return nil, err
}

// Next is next(v): it raises StopIteration at the end.
func Next(t *object.Thread, v starlark.Value) (starlark.Value, error) {
	if x, ok := v.(*object.Instance); ok {
		// The method's own StopIteration may carry a value.
		if r, found, err := object.CallSpecial(t, x, "__next__"); found {
			return r, err
		}
	}
	r, err := object.NextOf(t, v)
	if r != nil || err != nil {
		return r, err
	}
	if g, ok := v.(object.Generator); ok {
		if ret := g.Returned(); ret != nil && ret != starlark.None {
			return nil, object.RaiseArgs(object.StopIteration, ret)
		}
	}
	return nil, object.Raise(object.StopIteration, "")
}
