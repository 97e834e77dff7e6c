package itertools

// This file defines the iterators that transform others as they go.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// checkEvery is how many items a loop that looks for the next one passes over
// before it looks at the world.
const checkEvery = 1024

// seek takes items from it until accept says yes.
func seek(t *thread, it iterator, accept func(v value) (bool, error)) (value, error) {
	for n := 1; ; n++ {
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		if ok, err := accept(v); err != nil || ok {
			return v, err
		}
		if n%checkEvery == 0 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
}

// A chainer yields the items of the iterables that source yields.
type chainer struct{ source, current iterator }

// Next implements object.Iterator.
func (c *chainer) Next(t *thread) (value, error) {
	for n := 1; ; n++ {
		if c.current != nil {
			v, err := c.current.Next(t)
			if v != nil || err != nil {
				return v, err
			}
			c.current = nil
		}
		if c.source == nil {
			return nil, nil
		}
		next, err := c.source.Next(t)
		if err != nil {
			return nil, err
		}
		if next == nil {
			c.source = nil
			return nil, nil
		}
		if c.current, err = object.Iter(t, next); err != nil {
			return nil, err
		}
		if n%checkEvery == 0 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
}

var chainClass = declare("chain", "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.", func(t *thread, a starlark.Tuple, kwargs []starlark.Tuple) (iterator, error) {
	if len(kwargs) > 0 {
		return nil, object.Raise(object.TypeError, "chain() takes no keyword arguments")
	}
	source, err := object.Iter(t, append(starlark.Tuple(nil), a...))
	return &chainer{source: source}, err
})

// NewChain returns a chain object that yields what it does.
func NewChain(t *thread, it object.Iterator) value {
	return object.Make(chainClass, t, &chainer{current: it})
}

// An accumulator is accumulate(iterable, func, initial=…).
type accumulator struct {
	it      iterator
	fn      value // nil: +
	total   value
	initial value
}

// Next implements object.Iterator.
func (c *accumulator) Next(t *thread) (value, error) {
	if c.initial != nil {
		c.total, c.initial = c.initial, nil
		return c.total, nil
	}
	v, err := c.it.Next(t)
	if v == nil || err != nil {
		return nil, err
	}
	switch {
	case c.total == nil:
		c.total = v
		return v, nil
	case c.fn == nil:
		v, err = object.Binary(t, syntax.PLUS, c.total, v)
	default:
		v, err = object.Call(t, c.fn, starlark.Tuple{c.total, v}, nil)
	}
	if err != nil {
		return nil, err
	}
	c.total = v
	return v, nil
}

var _ = define("accumulate", "(iterable, func=None, *, initial=None)", "Return series of accumulated sums (or other binary function results).", func(t *thread, a args) (iterator, error) {
	it, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	c := &accumulator{it: it}
	if a[1] != starlark.None {
		c.fn = a[1]
	}
	if a[2] != starlark.None {
		c.initial = a[2]
	}
	return c, nil
})

type batcher struct {
	it     iterator
	n      int
	strict bool
}

// Next implements object.Iterator.
func (b *batcher) Next(t *thread) (value, error) {
	if b.it == nil {
		return nil, nil
	}
	var out starlark.Tuple
	for len(out) < b.n {
		v, err := b.it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			b.it = nil
			if len(out) == 0 {
				return nil, nil
			}
			if b.strict {
				return nil, object.Raise(object.ValueError, "batched(): incomplete batch")
			}
			break
		}
		out = append(out, v)
		if len(out)%checkEvery == 0 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
}

var _ = define("batched", "(iterable, n, *, strict=False)", "Batch data into tuples of length n. The last batch may be shorter than n.", func(t *thread, a args) (iterator, error) {
	n, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 1 {
		return nil, object.Raise(object.ValueError, "n must be at least one")
	}
	strict, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	it, err := object.Iter(t, a[0])
	return &batcher{it, n, strict}, err
})

var _ = define("compress", "(data, selectors)", "Return data elements corresponding to true selector elements.", func(t *thread, a args) (iterator, error) {
	data, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	selectors, err := object.Iter(t, a[1])
	if err != nil {
		return nil, err
	}
	return object.IteratorFunc(func(t *thread) (value, error) {
		ended := false
		v, err := seek(t, data, func(value) (bool, error) {
			s, err := selectors.Next(t)
			if err != nil || s == nil {
				ended = true
				return true, err
			}
			return object.Truth(t, s)
		})
		if ended {
			return nil, err
		}
		return v, err
	}), nil
})

var _ = definePlain("dropwhile", 2, 2, "Drop items from the iterable while predicate(item) is true.", func(t *thread, a starlark.Tuple) (iterator, error) {
	it, err := object.Iter(t, a[1])
	if err != nil {
		return nil, err
	}
	fn, started := a[0], false
	return object.IteratorFunc(func(t *thread) (value, error) {
		if started {
			return it.Next(t)
		}
		return seek(t, it, func(v value) (bool, error) {
			drop, err := test(t, fn, v)
			started = !drop && err == nil
			return !drop, err
		})
	}), nil
})

var _ = definePlain("takewhile", 2, 2, "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.", func(t *thread, a starlark.Tuple) (iterator, error) {
	it, err := object.Iter(t, a[1])
	if err != nil {
		return nil, err
	}
	fn, ended := a[0], false
	return object.IteratorFunc(func(t *thread) (value, error) {
		if ended {
			return nil, nil
		}
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		ok, err := test(t, fn, v)
		if err != nil {
			return nil, err
		}
		if !ok {
			ended = true
			return nil, nil
		}
		return v, nil
	}), nil
})

var _ = definePlain("filterfalse", 2, 2, "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.", func(t *thread, a starlark.Tuple) (iterator, error) {
	it, err := object.Iter(t, a[1])
	if err != nil {
		return nil, err
	}
	fn := a[0]
	return object.IteratorFunc(func(t *thread) (value, error) {
		return seek(t, it, func(v value) (bool, error) {
			var ok bool
			var err error
			if fn == starlark.None || fn == value(object.BoolType) {
				ok, err = object.Truth(t, v)
			} else {
				ok, err = test(t, fn, v)
			}
			return !ok, err
		})
	}), nil
})

var _ = definePlain("starmap", 2, 2, "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.", func(t *thread, a starlark.Tuple) (iterator, error) {
	it, err := object.Iter(t, a[1])
	if err != nil {
		return nil, err
	}
	fn := a[0]
	return object.IteratorFunc(func(t *thread) (value, error) {
		v, err := it.Next(t)
		if v == nil || err != nil {
			return nil, err
		}
		params, ok := v.(starlark.Tuple)
		if !ok {
			if params, err = object.Slice(t, v); err != nil {
				return nil, err
			}
		}
		return object.Call(t, fn, params, nil)
	}), nil
})

var _ = definePlain("pairwise", 1, 1, "Return an iterator of overlapping pairs taken from the input iterator.", func(t *thread, a starlark.Tuple) (iterator, error) {
	it, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	var old value
	return object.IteratorFunc(func(t *thread) (value, error) {
		if it == nil {
			return nil, nil
		}
		if old == nil {
			if old, err = it.Next(t); old == nil || err != nil {
				it = nil
				return nil, err
			}
		}
		v, err := it.Next(t)
		if v == nil || err != nil {
			it, old = nil, nil
			return nil, err
		}
		pair := starlark.Tuple{old, v}
		old = v
		return pair, nil
	}), nil
})

// A slicer is islice(iterable, start, stop, step); stop is negative for none.
type slicer struct {
	it                   iterator
	next, stop, step, at int
}

// Next implements object.Iterator.
func (s *slicer) Next(t *thread) (value, error) {
	if s.it == nil {
		return nil, nil
	}
	stop := s.next
	if s.stop >= 0 {
		stop = min(s.next, s.stop)
	}
	for s.at < stop {
		v, err := s.it.Next(t)
		if v == nil || err != nil {
			s.it = nil
			return nil, err
		}
		if s.at++; s.at%checkEvery == 0 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
	if s.stop >= 0 && s.at >= s.stop {
		s.it = nil
		return nil, nil
	}
	v, err := s.it.Next(t)
	if v == nil || err != nil {
		s.it = nil
		return nil, err
	}
	s.at++
	if s.next += s.step; s.next < 0 || s.stop >= 0 && s.next > s.stop {
		if s.stop >= 0 {
			s.next = s.stop
		} else {
			s.next = int(^uint(0) >> 1)
		}
	}
	return v, nil
}

var _ = definePlain("islice", 2, 4, "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object", func(t *thread, a starlark.Tuple) (iterator, error) {
	const bound = " for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	read := func(v value, none, least int) (int, bool) {
		if v == starlark.None {
			return none, true
		}
		if !object.IsInstance(v, object.IntType) && object.Special(v, "__index__") == nil {
			return 0, false
		}
		n, err := object.Int(t, v)
		return n, err == nil && n >= least
	}
	s := &slicer{step: 1}
	var ok bool
	if len(a) == 2 {
		if s.stop, ok = read(a[1], -1, 0); !ok {
			return nil, object.Raise(object.ValueError, "Stop argument%s", bound)
		}
	} else {
		if s.stop, ok = read(a[2], -1, 0); !ok {
			return nil, object.Raise(object.ValueError, "Stop argument%s", bound)
		}
		if s.next, ok = read(a[1], 0, 0); !ok {
			return nil, object.Raise(object.ValueError, "Indices%s", bound)
		}
	}
	if len(a) == 4 {
		if s.step, ok = read(a[3], 1, 1); !ok {
			return nil, object.Raise(object.ValueError, "Step for islice() must be a positive integer or None.")
		}
	}
	var err error
	s.it, err = object.Iter(t, a[0])
	return s, err
})

// A longest is zip_longest(*iterables, fillvalue=None).
type longest struct {
	its  []iterator // nil: exhausted
	fill value
	left int
}

// Next implements object.Iterator.
func (z *longest) Next(t *thread) (value, error) {
	if z.left == 0 {
		return nil, nil
	}
	out := make(starlark.Tuple, len(z.its))
	for i, it := range z.its {
		if it == nil {
			out[i] = z.fill
			continue
		}
		v, err := it.Next(t)
		if err != nil {
			z.left = 0
			return nil, err
		}
		if v == nil {
			if z.left--; z.left == 0 {
				return nil, nil
			}
			z.its[i] = nil
			v = z.fill
		}
		out[i] = v
	}
	return out, nil
}

var _ = declare("zip_longest", "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.", func(t *thread, a starlark.Tuple, kwargs []starlark.Tuple) (iterator, error) {
	z := &longest{fill: starlark.None, left: len(a)}
	for _, kv := range kwargs {
		if kv[0] != starlark.String("fillvalue") {
			return nil, object.Raise(object.TypeError, "zip_longest() got an unexpected keyword argument")
		}
		z.fill = kv[1]
	}
	for _, v := range a {
		it, err := object.Iter(t, v)
		if err != nil {
			return nil, err
		}
		z.its = append(z.its, it)
	}
	return z, nil
})

func init() {
	chainClass.AddMethods(
		object.Def{Sig: "from_iterable(cls, iterable, /)", Class: true, Doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily.", Fn: func(t *thread, a args) (value, error) {
			source, err := object.Iter(t, a[1])
			return object.Make(a[0].(*object.Class), t, &chainer{source: source}), err
		}},
		object.Def{Sig: "__class_getitem__(cls, item, /)", Class: true, Fn: func(t *thread, a args) (value, error) { return a[0], nil }},
	)
}
