package collections

// This file defines deque, its storage and its plain methods; operators and the
// like are in dequeops.go.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var (
	dequeClass = object.NewClass(object.Spec{
		Name: "deque", Module: "collections",
		Doc: "A list-like sequence optimized for data accesses near its endpoints.",
	})
	dequeIterator        = types.NewIteratorClass("collections", "_deque_iterator")
	dequeReverseIterator = types.NewIteratorClass("collections", "_deque_reverse_iterator")
)

// A deque is a ring of a power of two places. changes counts what invalidates
// iterators.
type deque struct {
	ring    []value
	head, n int
	maxlen  int // -1: none
	changes uint64
}

// Hold implements object.Holder.
func (d *deque) Hold(visit func(value)) {
	for _, v := range d.ring {
		visit(v)
	}
}

func dequeOf(v value) *deque { return v.(*object.Instance).State.(*deque) }

func (d *deque) index(i int) int { return (d.head + i) & (len(d.ring) - 1) }
func (d *deque) at(i int) value  { return d.ring[d.index(i)] }

func (d *deque) grow() {
	if d.n < len(d.ring) {
		return
	}
	size := max(8, 2*len(d.ring))
	ring := make([]value, size)
	d.copyTo(ring)
	d.ring, d.head = ring, 0
}

func (d *deque) copyTo(out []value) {
	if d.n == 0 {
		return
	}
	k := copy(out, d.ring[d.head:min(d.head+d.n, len(d.ring))])
	copy(out[k:d.n], d.ring)
}

func (d *deque) list() []value {
	out := make([]value, d.n)
	d.copyTo(out)
	return out
}

func (d *deque) push(v value) {
	if d.maxlen >= 0 && d.n >= d.maxlen {
		if d.maxlen == 0 {
			return
		}
		d.popFront()
	}
	d.grow()
	d.ring[d.index(d.n)] = v
	d.n++
	d.changes++
}

func (d *deque) pushFront(v value) {
	if d.maxlen >= 0 && d.n >= d.maxlen {
		if d.maxlen == 0 {
			return
		}
		d.popBack()
	}
	d.grow()
	d.head = d.index(-1)
	d.ring[d.head] = v
	d.n++
	d.changes++
}

func (d *deque) popFront() value {
	v := d.ring[d.head]
	d.ring[d.head] = nil
	d.head = d.index(1)
	d.n--
	d.changes++
	return v
}

func (d *deque) popBack() value {
	i := d.index(d.n - 1)
	v := d.ring[i]
	d.ring[i] = nil
	d.n--
	d.changes++
	return v
}

func (d *deque) clear() {
	d.ring, d.head, d.n = nil, 0, 0
	d.changes++
}

// rotate moves the last k items to the front.
func (d *deque) rotate(k int) {
	if d.n < 2 {
		return
	}
	k %= d.n
	if k < 0 {
		k += d.n
	}
	if k > d.n/2 {
		for range d.n - k {
			v := d.popFront()
			d.ring[d.index(d.n)] = v
			d.n++
		}
		return
	}
	for range k {
		v := d.popBack()
		d.head = d.index(-1)
		d.ring[d.head] = v
		d.n++
	}
}

// remove deletes the item at i.
func (d *deque) remove(i int) {
	if i < d.n/2 {
		for ; i > 0; i-- {
			d.ring[d.index(i)] = d.ring[d.index(i-1)]
		}
		d.popFront()
		return
	}
	for ; i < d.n-1; i++ {
		d.ring[d.index(i)] = d.ring[d.index(i+1)]
	}
	d.popBack()
}

// insert puts v before the item at i; there is room.
func (d *deque) insert(i int, v value) {
	if i < d.n/2 {
		d.pushFront(v)
		for j := range i {
			d.ring[d.index(j)] = d.ring[d.index(j+1)]
		}
	} else {
		d.push(v)
		for j := d.n - 1; j > i; j-- {
			d.ring[d.index(j)] = d.ring[d.index(j-1)]
		}
	}
	d.ring[d.index(i)] = v
}

// extend adds the items of an iterable at the end, or at the front.
func (d *deque) extend(t *thread, self, iterable value, front bool) error {
	if iterable == self { // while growing it would never end
		iterable = starlark.Tuple(d.list())
	}
	return object.ForEach(t, iterable, func(v value) error {
		if front {
			d.pushFront(v)
		} else {
			d.push(v)
		}
		return nil
	})
}

// A dequeIter walks a deque as long as nothing changes it.
type dequeIter struct {
	d       *deque
	i       int
	changes uint64
	reverse bool
}

// Next implements object.Iterator.
func (it *dequeIter) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	d := it.d
	if d == nil {
		return nil, nil
	}
	if d.changes != it.changes {
		it.d = nil
		return nil, object.Raise(object.RuntimeError, "deque mutated during iteration")
	}
	if it.i >= d.n {
		it.d = nil
		return nil, nil
	}
	i := it.i
	if it.reverse {
		i = d.n - 1 - i
	}
	it.i++
	return d.at(i), nil
}

// Left tells how many items are to come.
func (it *dequeIter) Left() int {
	if it.d == nil || it.d.changes != it.changes {
		return 0
	}
	return it.d.n - it.i
}

// find returns the index of the first item in [lo, hi) that equals v, or -1.
func (d *deque) find(t *thread, v value, lo, hi int) (int, error) {
	changes := d.changes
	for i := lo; i < hi && i < d.n; i++ {
		same, err := object.Same(t, d.at(i), v)
		if err != nil {
			return -1, err
		}
		if d.changes != changes {
			return -1, object.Raise(object.RuntimeError, "deque mutated during iteration")
		}
		if same {
			return i, nil
		}
	}
	return -1, nil
}

func newDeque(t *thread, like value, maxlen int) (*deque, value) {
	d := &deque{maxlen: maxlen}
	return d, object.Make(dequeClass, t, d)
}

func init() {
	dequeClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(c, t, &deque{maxlen: -1}), nil
	}
	signature := object.NewFunc(object.Def{Sig: "deque(iterable=..., maxlen=None)"})
	dequeClass.Init = func(t *thread, self value, positional starlark.Tuple, kwargs []starlark.Tuple) error {
		a, err := signature.Bind(positional, kwargs)
		if err != nil {
			return err
		}
		maxlen := -1
		if a[1] != starlark.None {
			if !object.IsInstance(a[1], object.IntType) {
				return object.Raise(object.TypeError, "an integer is required")
			}
			if maxlen, err = object.Int(t, a[1]); err != nil {
				return err
			}
			if maxlen < 0 {
				return object.Raise(object.ValueError, "maxlen must be non-negative")
			}
		}
		d := dequeOf(self)
		if d.n > 0 {
			d.clear()
		}
		d.maxlen = maxlen
		if a[0] == nil {
			return nil
		}
		return d.extend(t, self, a[0], false)
	}
	dequeClass.SetAttrValue("__hash__", starlark.None)
	dequeClass.AddMethods(
		object.Def{Sig: "append(self, item, /)", Doc: "Add an element to the right side of the deque.", Fn: func(t *thread, a args) (value, error) {
			dequeOf(a[0]).push(a[1])
			return starlark.None, nil
		}},
		object.Def{Sig: "appendleft(self, item, /)", Doc: "Add an element to the left side of the deque.", Fn: func(t *thread, a args) (value, error) {
			dequeOf(a[0]).pushFront(a[1])
			return starlark.None, nil
		}},
		object.Def{Sig: "extend(self, iterable, /)", Doc: "Extend the right side of the deque with elements from the iterable.", Fn: func(t *thread, a args) (value, error) {
			return none(dequeOf(a[0]).extend(t, a[0], a[1], false))
		}},
		object.Def{Sig: "extendleft(self, iterable, /)", Doc: "Extend the left side of the deque with elements from the iterable.", Fn: func(t *thread, a args) (value, error) {
			return none(dequeOf(a[0]).extend(t, a[0], a[1], true))
		}},
		object.Def{Sig: "pop(self, /)", Doc: "Remove and return the rightmost element.", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			if d.n == 0 {
				return nil, object.Raise(object.IndexError, "pop from an empty deque")
			}
			return d.popBack(), nil
		}},
		object.Def{Sig: "popleft(self, /)", Doc: "Remove and return the leftmost element.", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			if d.n == 0 {
				return nil, object.Raise(object.IndexError, "pop from an empty deque")
			}
			return d.popFront(), nil
		}},
		object.Def{Sig: "clear(self, /)", Doc: "Remove all elements from the deque.", Fn: func(t *thread, a args) (value, error) {
			dequeOf(a[0]).clear()
			return starlark.None, nil
		}},
		object.Def{Sig: "count(self, value, /)", Doc: "Return number of occurrences of value.", Fn: func(t *thread, a args) (value, error) {
			d, n := dequeOf(a[0]), 0
			for i := 0; ; i++ {
				at, err := d.find(t, a[1], i, d.n)
				if err != nil {
					return nil, err
				}
				if at < 0 {
					return starlark.MakeInt(n), nil
				}
				i = at
				n++
			}
		}},
		object.Def{Sig: "index(self, value, start=0, stop=9223372036854775807, /)", Doc: "Return first index of value.\n\nRaises ValueError if the value is not present.", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			bound := func(v value) (int, error) {
				i, err := object.ClampedInt(t, v)
				if err != nil {
					return 0, object.Raise(object.TypeError, "slice indices must be integers or have an __index__ method")
				}
				if i < 0 {
					i = max(i+d.n, 0)
				}
				return min(i, d.n), nil
			}
			lo, err := bound(a[2])
			if err != nil {
				return nil, err
			}
			hi, err := bound(a[3])
			if err != nil {
				return nil, err
			}
			i, err := d.find(t, a[1], lo, hi)
			if err != nil {
				return nil, err
			}
			if i < 0 {
				r, err := object.Repr(t, a[1])
				if err != nil {
					return nil, err
				}
				return nil, object.Raise(object.ValueError, "%s is not in deque", r)
			}
			return starlark.MakeInt(i), nil
		}},
		object.Def{Sig: "insert(self, index, value, /)", Doc: "Insert value before index.", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			i, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			if d.maxlen >= 0 && d.n >= d.maxlen {
				return nil, object.Raise(object.IndexError, "deque already at its maximum size")
			}
			if i < 0 {
				i = max(i+d.n, 0)
			}
			d.insert(min(i, d.n), a[2])
			return starlark.None, nil
		}},
		object.Def{Sig: "remove(self, value, /)", Doc: "Remove first occurrence of value.", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			changes := d.changes
			for i := 0; i < d.n; i++ {
				same, err := object.Same(t, d.at(i), a[1])
				if err != nil {
					return nil, err
				}
				if d.changes != changes {
					return nil, object.Raise(object.IndexError, "deque mutated during remove().")
				}
				if same {
					d.remove(i)
					return starlark.None, nil
				}
			}
			r, err := object.Repr(t, a[1])
			if err != nil {
				return nil, err
			}
			return nil, object.Raise(object.ValueError, "%s is not in deque", r)
		}},
		object.Def{Sig: "reverse(self, /)", Doc: "Reverse *IN PLACE*.", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
				p, q := d.index(i), d.index(j)
				d.ring[p], d.ring[q] = d.ring[q], d.ring[p]
			}
			return starlark.None, nil
		}},
		object.Def{Sig: "rotate(self, n=1, /)", Doc: "Rotate the deque n steps to the right.  If n is negative, rotates left.", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			dequeOf(a[0]).rotate(n)
			return starlark.None, nil
		}},
	)
	dequeClass.AddAttrs(object.Attr{Name: "maxlen", Doc: "maximum size of a deque or None if unbounded", Get: func(t *thread, self value) (value, error) {
		if m := dequeOf(self).maxlen; m >= 0 {
			return starlark.MakeInt(m), nil
		}
		return starlark.None, nil
	}})
}
