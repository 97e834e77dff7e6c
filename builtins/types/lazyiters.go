package types

// This file defines the classes enumerate, zip, map, filter and reversed.

import (
	"strconv"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// The classes.
var (
	EnumerateType = object.NewClass(object.Spec{Name: "enumerate", Slots: true, Methods: iteratorMethods()})
	ZipType       = object.NewClass(object.Spec{Name: "zip", Slots: true, Methods: iteratorMethods()})
	MapType       = object.NewClass(object.Spec{Name: "map", Slots: true, Methods: iteratorMethods()})
	FilterType    = object.NewClass(object.Spec{Name: "filter", Slots: true, Methods: iteratorMethods()})
	ReversedType  = object.NewClass(object.Spec{Name: "reversed", Slots: true, Methods: iteratorMethods()})
)

func init() {
	EnumerateType.New = newEnumerate
	ZipType.New = newZip
	MapType.New = newMap
	FilterType.New = newFilter
	ReversedType.New = newReversed
	EnumerateType.AddMethods(classGetItem())
}

// enumeration is the State of an enumerate object.
type enumeration struct {
	it   object.Iterator
	n    int
	big  starlark.Int // used from the largest int on
	over bool
}

func newEnumerate(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if n := len(args) + len(kwargs); n > 2 {
		return nil, object.Raise(object.TypeError, "enumerate() takes at most 2 arguments (%d given)", n)
	}
	var iterable, start value
	if len(args) > 0 {
		iterable = args[0]
	}
	if len(args) > 1 {
		start = args[1]
	}
	for _, kv := range kwargs {
		switch name, _ := object.Text(kv[0]); {
		case name == "iterable" && iterable == nil:
			iterable = kv[1]
		case name == "start" && start == nil:
			start = kv[1]
		default:
			return nil, object.Raise(object.TypeError, "'%s' is an invalid keyword argument for enumerate()", name)
		}
	}
	if iterable == nil {
		return nil, object.Raise(object.TypeError, "enumerate() missing required argument 'iterable'")
	}
	e := new(enumeration)
	if start != nil {
		n, err := object.Index(t, start)
		if err != nil {
			return nil, err
		}
		if i, ok := n.Int64(); ok {
			e.n = int(i)
		} else {
			e.big, e.over = n, true
		}
	}
	it, err := object.Iter(t, iterable)
	if err != nil {
		return nil, err
	}
	e.it = it
	return object.Make(cls, t, e), nil
}

// Next implements object.Iterator.
func (e *enumeration) Next(t *thread) (value, error) {
	v, err := e.it.Next(t)
	if v == nil || err != nil {
		return nil, err
	}
	if e.over {
		n := e.big
		e.big = n.Add(starlark.MakeInt(1))
		return starlark.Tuple{n, v}, nil
	}
	n := e.n
	e.n++
	if e.n < n {
		e.over = true
		e.big = starlark.MakeInt(n).Add(starlark.MakeInt(1))
	}
	return starlark.Tuple{starlark.MakeInt(n), v}, nil
}

// zipper is the State of a zip object.
type zipper struct {
	its    []object.Iterator
	strict bool
}

// Drop implements object.Dropper.
func (e *enumeration) Drop(t *thread) error { return drop(t, e.it) }

// drop hands on that a loop is over.
func drop(t *thread, its ...object.Iterator) (err error) {
	for _, it := range its {
		if d, ok := it.(object.Dropper); ok {
			if e := d.Drop(t); err == nil {
				err = e
			}
		}
	}
	return err
}

func newZip(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	z := &zipper{its: make([]object.Iterator, len(args))}
	for _, kv := range kwargs {
		name, _ := object.Text(kv[0])
		if name != "strict" {
			return nil, object.Raise(object.TypeError, "zip() got an unexpected keyword argument '%s'", name)
		}
		strict, err := object.Truth(t, kv[1])
		if err != nil {
			return nil, err
		}
		z.strict = strict
	}
	for i, a := range args {
		it, err := object.Iter(t, a)
		if err != nil {
			return nil, err
		}
		z.its[i] = it
	}
	return object.Make(cls, t, z), nil
}

// Next implements object.Iterator.
func (z *zipper) Next(t *thread) (value, error) {
	if len(z.its) == 0 {
		return nil, nil
	}
	out := make(starlark.Tuple, len(z.its))
	for i, it := range z.its {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			if z.strict {
				return nil, z.mismatch(t, i)
			}
			return nil, nil
		}
		out[i] = v
	}
	return out, nil
}

// Drop implements object.Dropper.
func (z *zipper) Drop(t *thread) error { return drop(t, z.its...) }

// mismatch is the error of strict zipping when the iterator i ended first, or
// nil if all ended together.
func (z *zipper) mismatch(t *thread, i int) error {
	word := func(i int, than string) error {
		earlier := "argument 1"
		if i > 1 {
			earlier = "arguments 1-" + strconv.Itoa(i)
		}
		return object.Raise(object.ValueError, "zip() argument %d is %s than %s", i+1, than, earlier)
	}
	if i > 0 {
		return word(i, "shorter")
	}
	for i := 1; i < len(z.its); i++ {
		v, err := z.its[i].Next(t)
		if err != nil {
			return err
		}
		if v != nil {
			return word(i, "longer")
		}
	}
	return nil
}

// mapper is the State of a map object.
type mapper struct {
	fn  value
	its []object.Iterator
}

func newMap(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if cls == MapType {
		if err := noKeywords("map", kwargs); err != nil {
			return nil, err
		}
	}
	if len(args) < 2 {
		return nil, object.Raise(object.TypeError, "map() must have at least two arguments.")
	}
	m := &mapper{fn: args[0], its: make([]object.Iterator, len(args)-1)}
	for i, a := range args[1:] {
		it, err := object.Iter(t, a)
		if err != nil {
			return nil, err
		}
		m.its[i] = it
	}
	return object.Make(cls, t, m), nil
}

// Next implements object.Iterator.
func (m *mapper) Next(t *thread) (value, error) {
	args := make(starlark.Tuple, len(m.its))
	for i, it := range m.its {
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		args[i] = v
	}
	r, err := object.Call(t, m.fn, args, nil)
	if err != nil && object.IsCaught(t, err, object.StopIteration) {
		return nil, nil // it ends the iteration, as in CPython
	}
	return r, err
}

// Drop implements object.Dropper.
func (m *mapper) Drop(t *thread) error { return drop(t, m.its...) }

// selector is the State of a filter object.
type selector struct {
	fn value // nil: the values' own truth
	it object.Iterator
}

func newFilter(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if cls == FilterType {
		if err := noKeywords("filter", kwargs); err != nil {
			return nil, err
		}
	}
	if err := exactly("filter", args, 2); err != nil {
		return nil, err
	}
	it, err := object.Iter(t, args[1])
	if err != nil {
		return nil, err
	}
	s := &selector{it: it}
	if args[0] != starlark.None && args[0] != value(object.BoolType) {
		s.fn = args[0]
	}
	return object.Make(cls, t, s), nil
}

// Next implements object.Iterator.
func (s *selector) Next(t *thread) (value, error) {
	for n := 1; ; n++ {
		v, err := s.it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		test := v
		if s.fn != nil {
			if test, err = object.Call(t, s.fn, starlark.Tuple{v}, nil); err != nil {
				return nil, err
			}
		}
		ok, err := object.Truth(t, test)
		if err != nil {
			return nil, err
		}
		if ok {
			return v, nil
		}
		if n%1024 == 0 { // nothing passes: the thread must still be stoppable
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
}

// Drop implements object.Dropper.
func (s *selector) Drop(t *thread) error { return drop(t, s.it) }

// reversal is the State of a reversed object: a sequence read backwards.
type reversal struct {
	seq value
	i   int // of the next element; negative at the end
}

func newReversed(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if cls == ReversedType {
		if err := noKeywords("reversed", kwargs); err != nil {
			return nil, err
		}
	}
	if err := exactly("reversed", args, 1); err != nil {
		return nil, err
	}
	seq := args[0]
	m := object.Special(seq, "__reversed__")
	if m == starlark.None {
		return nil, object.Raise(object.TypeError, "'%s' object is not reversible", object.TypeName(seq))
	}
	if m != nil {
		r, _, err := object.CallSpecial(t, seq, "__reversed__")
		return r, err
	}
	if !isSequence(seq) {
		return nil, object.Raise(object.TypeError, "'%s' object is not reversible", object.TypeName(seq))
	}
	if s, ok := seq.(starlark.String); ok {
		// Reading text backwards by index costs a pass over it each time.
		chars, err := object.Slice(t, s)
		if err != nil {
			return nil, err
		}
		seq = starlark.Tuple(chars)
	}
	n, err := object.Len(t, seq)
	if err != nil {
		return nil, err
	}
	return object.Make(cls, t, &reversal{seq, n - 1}), nil
}

// isSequence reports whether v supports the sequence protocol: subscription
// with ints that is not a mapping's.
func isSequence(v value) bool {
	switch object.Base(v).(type) {
	case *starlark.List, starlark.Tuple, starlark.String, starlark.Bytes:
		return true
	case *starlark.Dict, *starlark.Set:
		return false
	}
	if _, ok := v.(*object.Class); ok {
		return false
	}
	return object.Special(v, "__getitem__") != nil && !object.IsInstance(v, mappingProxyType)
}

// Next implements object.Iterator.
func (r *reversal) Next(t *thread) (value, error) {
	if r.i < 0 {
		return nil, nil
	}
	v, err := object.GetItem(t, r.seq, starlark.MakeInt(r.i))
	if err != nil {
		r.i = -1
		if object.IsCaught(t, err, object.IndexError) || object.IsCaught(t, err, object.StopIteration) {
			return nil, nil
		}
		return nil, err
	}
	r.i--
	return v, nil
}

// Left returns how many elements are still to come.
func (r *reversal) Left() int { return r.i + 1 }
