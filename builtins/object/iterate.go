package object

// This file defines iteration with Python's meaning.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/text"
)

// An Iterator yields the values of one iteration. Next returns nil, nil at the
// end. It is used with the lock held.
type Iterator interface {
	Next(t *Thread) (starlark.Value, error)
}

// Iterabler is implemented by Go values of other packages that can be iterated
// over with Python's meaning (generators, views, files).
type Iterabler interface {
	Iter(t *Thread) (Iterator, error)
}

// Pusher is implemented by iterables that can hand all their values to a
// function faster than one at a time: generators.
type Pusher interface {
	// Push calls yield for each value until it returns an error.
	Push(t *Thread, yield func(starlark.Value) error) error
}

// A Dropper is an iterator that wants to know when the loop that drew on it is
// over, also where it was left early: CPython's reference counts would tell it.
type Dropper interface {
	Drop(t *Thread) error
}

// Drop tells it, if it is a Dropper, that nobody asks for more. It is for loops
// that may be left by an exception, which stays the one that is raised.
func Drop(t *Thread, it Iterator) {
	d, ok := it.(Dropper)
	if !ok {
		return
	}
	pending := t.Pending() // what runs now must not meet it
	if err := d.Drop(t); err != nil && pending == nil {
		pending = err
	}
	t.Raise(pending)
}

// IteratorFunc makes an Iterator of a function.
type IteratorFunc func(t *Thread) (starlark.Value, error)

// Next implements Iterator.
func (f IteratorFunc) Next(t *Thread) (starlark.Value, error) { return f(t) }

// Iter returns an iterator over v, or TypeError `'int' object is not iterable`.
func Iter(t *Thread, v starlark.Value) (Iterator, error) {
	switch x := v.(type) {
	case *Instance:
		return x.iter(t)
	case *starlark.List:
		return &ListIterator{list: x}, nil
	case starlark.Tuple:
		return &tupleIterator{tuple: x}, nil
	case starlark.String:
		return &stringIterator{s: string(x)}, nil
	case *starlark.Dict:
		return IterDict(x, true, false, false), nil
	case *starlark.Set:
		return IterSet(x), nil
	case Iterabler:
		return x.Iter(t)
	case Iterator:
		return x, nil
	case *Class:
		if x.Meta != nil {
			if m := x.Meta.Lookup("__iter__"); m != nil {
				r, err := callBound(t, m, x, nil)
				if err != nil {
					return nil, err
				}
				return iteratorOf(t, r)
			}
		}
	case starlark.Iterable:
		return &nativeIter{x.Iterate()}, nil
	}
	return nil, Raise(TypeError, "'%s' object is not iterable", TypeName(v))
}

func setElems(s *starlark.Set) []starlark.Value {
	out := make([]starlark.Value, 0, s.Len())
	it := s.Iterate()
	defer it.Done()
	var v starlark.Value
	for it.Next(&v) {
		out = append(out, v)
	}
	return out
}

func (x *Instance) iter(t *Thread) (Iterator, error) {
	m := x.class.Lookup("__iter__")
	switch {
	case m == starlark.None:
	case m != nil && !baseMethod(m, x):
		r, err := callBound(t, m, x, nil)
		if err != nil {
			return nil, err
		}
		return iteratorOf(t, r)
	case Base(x) != starlark.Value(x):
		return Iter(t, Base(x))
	case x.class.Lookup("__getitem__") != nil:
		i := 0
		return IteratorFunc(func(t *Thread) (starlark.Value, error) {
			if i < 0 {
				return nil, nil
			}
			v, err := GetItem(t, x, starlark.MakeInt(i))
			if err != nil {
				if IsCaught(t, err, IndexError) || IsCaught(t, err, StopIteration) {
					i = -1
					return nil, nil
				}
				return nil, err
			}
			i++
			return v, nil
		}), nil
	}
	if it, ok := x.State.(Iterabler); ok {
		return it.Iter(t)
	}
	return nil, Raise(TypeError, "'%s' object is not iterable", x.class.FullName())
}

// iteratorOf checks what __iter__ returned.
func iteratorOf(t *Thread, v starlark.Value) (Iterator, error) {
	switch x := v.(type) {
	case Iterator:
		return x, nil
	case *Instance:
		if it, ok := x.State.(Iterator); ok && IsNativeMethod(x.class.Lookup("__next__")) {
			return it, nil
		}
		if m := x.class.Lookup("__next__"); m != nil {
			return &scriptIterator{x, m}, nil
		}
	case Iterabler:
		// A generator is its own iterator.
		return x.Iter(t)
	}
	return nil, Raise(TypeError, "iter() returned non-iterator of type '%s'", TypeName(v))
}

// NextOf advances v, which must be an iterator as scripts see it. It returns
// nil, nil at the end.
func NextOf(t *Thread, v starlark.Value) (starlark.Value, error) {
	switch x := v.(type) {
	case Iterator:
		return x.Next(t)
	case *Instance:
		if x.class.Lookup("__next__") != nil {
			it, err := iteratorOf(t, x)
			if err != nil {
				return nil, err
			}
			return it.Next(t)
		}
	}
	return nil, Raise(TypeError, "'%s' object is not an iterator", TypeName(v))
}

// scriptIterator calls a script's __next__.
type scriptIterator struct {
	x *Instance
	m starlark.Value
}

func (s *scriptIterator) Next(t *Thread) (starlark.Value, error) {
	v, err := callBound(t, s.m, s.x, nil)
	if err != nil {
		if IsCaught(t, err, StopIteration) {
			return nil, nil
		}
		return nil, err
	}
	return v, nil
}

// ForEach calls fn for each value of v.
func ForEach(t *Thread, v starlark.Value, fn func(starlark.Value) error) error {
	switch x := v.(type) {
	case Pusher:
		return x.Push(t, fn)
	case starlark.Tuple:
		for _, e := range x {
			if err := fn(e); err != nil {
				return err
			}
		}
		return nil
	}
	it, err := Iter(t, v)
	if err != nil {
		return err
	}
	for n := 1; ; n++ {
		e, err := it.Next(t)
		if e == nil || err != nil {
			return err
		}
		if err := fn(e); err != nil {
			return err
		}
		if n%1024 == 0 {
			if err := t.Check(); err != nil {
				return err
			}
		}
	}
}

// MaxElements is how many values one operation may collect: beyond it, MemoryError,
// as the process would be killed otherwise.
const MaxElements = 1 << 27

// Slice collects the values of v.
func Slice(t *Thread, v starlark.Value) ([]starlark.Value, error) {
	var out []starlark.Value
	switch x := v.(type) {
	case starlark.Tuple:
		return append(out, x...), nil
	case *starlark.List:
		if err := ChargeSlots(t, x.Len()); err != nil {
			return nil, err
		}
		out = make([]starlark.Value, x.Len())
		for i := range out {
			out[i] = x.Index(i)
		}
		return out, nil
	}
	if x, ok := v.(interface{ Len() int }); ok {
		if x.Len() > MaxElements {
			return nil, Raise(MemoryError, "") // a range
		}
		if err := ChargeSlots(t, x.Len()); err != nil {
			return nil, err
		}
	}
	err := ForEach(t, v, func(e starlark.Value) error {
		if len(out) == MaxElements {
			return Raise(MemoryError, "")
		}
		out = append(out, e)
		return nil
	})
	return out, err
}

// A ListIterator walks a list as it is at each step.
type ListIterator struct {
	list *starlark.List
	i    int
}

// Next implements Iterator.
func (it *ListIterator) Next(t *Thread) (starlark.Value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if it.list == nil || it.i >= it.list.Len() {
		it.list = nil
		return nil, nil
	}
	v := it.list.Index(it.i)
	it.i++
	return v, nil
}

// Left returns how many elements are still to come.
func (it *ListIterator) Left() int {
	if it.list == nil {
		return 0
	}
	return max(it.list.Len()-it.i, 0)
}

type tupleIterator struct {
	tuple starlark.Tuple
	i     int
}

func (it *tupleIterator) Next(t *Thread) (starlark.Value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if it.i >= len(it.tuple) {
		return nil, nil
	}
	it.i++
	return it.tuple[it.i-1], nil
}

// Left returns how many elements are still to come.
func (it *tupleIterator) Left() int { return len(it.tuple) - it.i }

type stringIterator struct {
	s string
	i int
}

func (it *stringIterator) Next(t *Thread) (starlark.Value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if it.i >= len(it.s) {
		return nil, nil
	}
	_, n := text.Decode(it.s[it.i:])
	it.i += n
	return starlark.String(it.s[it.i-n : it.i]), nil
}

// dictIterator walks a snapshot of keys and notices that the table grew or
// shrank meanwhile.
type dictIterator struct {
	owner   starlark.Value
	length  func() int
	n, i    int
	keys    []starlark.Value
	message string
}

func newDictIterator(owner starlark.Value, length func() int, keys []starlark.Value, message string) *dictIterator {
	return &dictIterator{owner: owner, length: length, n: length(), keys: keys, message: message}
}

// NewTableIterator returns an iterator over a snapshot of what a dict or set
// holds that fails with RuntimeError when its size changes. length reports the
// size now.
func NewTableIterator(owner starlark.Value, length func() int, items []starlark.Value, message string) Iterator {
	return newDictIterator(owner, length, items, message)
}

func (it *dictIterator) Next(t *Thread) (starlark.Value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if it.keys == nil {
		return nil, nil
	}
	if it.length() != it.n {
		it.keys = it.keys[:0]
		it.i = 0
		it.n = -1
		return nil, Raise(RuntimeError, "%s", it.message)
	}
	if it.i >= len(it.keys) {
		it.keys = nil
		return nil, nil
	}
	it.i++
	return it.keys[it.i-1], nil
}

// nativeIter walks a value that a host made.
type nativeIter struct{ it starlark.Iterator }

func (n *nativeIter) Next(t *Thread) (starlark.Value, error) {
	if n.it == nil {
		return nil, nil
	}
	var v starlark.Value
	if !n.it.Next(&v) {
		n.it.Done()
		n.it = nil
		if err := t.Pending(); err != nil {
			return nil, err
		}
		return nil, nil
	}
	return v, nil
}

// NativeIterator makes go.starlark.net's kind of iterator over v. Errors are
// left for the thread's next step.
func NativeIterator(t *Thread, v starlark.Value) starlark.Iterator {
	it, err := Iter(t, v)
	if err != nil {
		t.Raise(err)
		return &nativeAdapter{t, nil}
	}
	return &nativeAdapter{t, it}
}

// AdaptIterator makes go.starlark.net's kind of iterator of ours.
func AdaptIterator(t *Thread, it Iterator) starlark.Iterator { return &nativeAdapter{t, it} }

type nativeAdapter struct {
	t  *Thread
	it Iterator
}

func (n *nativeAdapter) Next(p *starlark.Value) bool {
	if n.it == nil {
		return false
	}
	v, err := n.it.Next(n.t)
	if err != nil {
		n.t.Raise(err)
		n.it = nil
		return false
	}
	if v == nil {
		return false
	}
	*p = v
	return true
}

func (n *nativeAdapter) Done() {
	if n.it != nil && n.t != nil {
		Drop(n.t, n.it)
	}
}
