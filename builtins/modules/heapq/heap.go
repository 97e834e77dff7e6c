package heapq

// This file defines the operations on a list that is a heap: no item is less
// than its parent, and item i has the children 2i+1 and 2i+2.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A heap is a list with its order: max heaps have the largest item first.
type heap struct {
	list *starlark.List
	max  bool
}

func heapOf(v value, fn, what string, max bool) (heap, error) {
	l, ok := object.Base(v).(*starlark.List)
	if !ok {
		return heap{}, object.Raise(object.TypeError, "%s() %s must be list, not %s", fn, what, object.TypeName(v))
	}
	return heap{l, max}, object.CheckList(l)
}

func (h heap) before(t *thread, a, b value) (bool, error) {
	if h.max {
		a, b = b, a
	}
	return object.Less(t, a, b)
}

// before runs script code that may change the list: its length is compared
// after each call.
func (h heap) changed(n int) error {
	if h.list.Len() != n {
		return object.Raise(object.RuntimeError, "list changed size during iteration")
	}
	return nil
}

// up moves the item at i towards the root until its parent is not after it, but
// not above start.
func (h heap) up(t *thread, start, i int) error {
	n := h.list.Len()
	item := h.list.Index(i)
	for i > start {
		parent := (i - 1) / 2
		p := h.list.Index(parent)
		less, err := h.before(t, item, p)
		if err != nil {
			return err
		}
		if err := h.changed(n); err != nil {
			return err
		}
		if !less {
			break
		}
		// Swapping at each step keeps every item in the list even if a comparison
		// fails.
		object.SetIndex(h.list, i, h.list.Index(parent))
		object.SetIndex(h.list, parent, item)
		i = parent
	}
	return nil
}

// down moves the item at i all the way to a leaf, where it mostly belongs, and
// from there up again.
func (h heap) down(t *thread, i int) error {
	n, start := h.list.Len(), i
	for limit := n / 2; i < limit; {
		child := 2*i + 1
		if child+1 < n {
			less, err := h.before(t, h.list.Index(child), h.list.Index(child+1))
			if err != nil {
				return err
			}
			if err := h.changed(n); err != nil {
				return err
			}
			if !less {
				child++
			}
		}
		a, b := h.list.Index(i), h.list.Index(child)
		object.SetIndex(h.list, i, b)
		object.SetIndex(h.list, child, a)
		i = child
	}
	return h.up(t, start, i)
}

func (h heap) pop(t *thread) (value, error) {
	n := h.list.Len()
	if n == 0 {
		return nil, object.Raise(object.IndexError, "index out of range")
	}
	last := h.list.Index(n - 1)
	if err := object.DeleteIndex(t, h.list, n-1); err != nil {
		return nil, err
	}
	if n == 1 {
		return last, nil
	}
	top := h.list.Index(0)
	object.SetIndex(h.list, 0, last)
	return top, h.down(t, 0)
}

func (h heap) push(t *thread, v value) error {
	if err := object.Append(h.list, v); err != nil {
		return err
	}
	return h.up(t, 0, h.list.Len()-1)
}

func (h heap) replace(t *thread, v value) (value, error) {
	if h.list.Len() == 0 {
		return nil, object.Raise(object.IndexError, "index out of range")
	}
	top := h.list.Index(0)
	object.SetIndex(h.list, 0, v)
	return top, h.down(t, 0)
}

func (h heap) pushPop(t *thread, v value) (value, error) {
	if h.list.Len() == 0 {
		return v, nil
	}
	less, err := h.before(t, h.list.Index(0), v)
	if err != nil || !less {
		return v, err
	}
	return h.replace(t, v)
}

func (h heap) heapify(t *thread) error {
	for i := h.list.Len()/2 - 1; i >= 0; i-- {
		if err := h.down(t, i); err != nil {
			return err
		}
		if i%1024 == 0 {
			if err := t.Check(); err != nil {
				return err
			}
		}
	}
	return nil
}

func unaryDef(name, doc string, max bool, fn func(t *thread, h heap) (value, error)) object.Def {
	return object.Def{Sig: name + "(heap, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		h, err := heapOf(a[0], name, "argument", max)
		if err != nil {
			return nil, err
		}
		return fn(t, h)
	}}
}

func binaryDef(name, doc string, max bool, fn func(t *thread, h heap, v value) (value, error)) object.Def {
	return object.Def{Sig: name + "(heap, item, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		h, err := heapOf(a[0], name, "argument 1", max)
		if err != nil {
			return nil, err
		}
		return fn(t, h, a[1])
	}}
}

func popHeap(t *thread, h heap) (value, error)              { return h.pop(t) }
func heapifyHeap(t *thread, h heap) (value, error)          { return starlark.None, h.heapify(t) }
func replaceHeap(t *thread, h heap, v value) (value, error) { return h.replace(t, v) }

var heapFuncs = []object.Def{
	binaryDef("heappush", "Push item onto heap, maintaining the heap invariant.", false, func(t *thread, h heap, v value) (value, error) {
		return starlark.None, h.push(t, v)
	}),
	binaryDef("heappushpop", "Push item on the heap, then pop and return the smallest item from the heap.", false, func(t *thread, h heap, v value) (value, error) {
		return h.pushPop(t, v)
	}),
	binaryDef("heapreplace", "Pop and return the current smallest value, and add the new item.", false, replaceHeap),
	unaryDef("heappop", "Pop the smallest item off the heap, maintaining the heap invariant.", false, popHeap),
	unaryDef("heapify", "Transform list into a heap, in-place, in O(len(heap)) time.", false, heapifyHeap),
	unaryDef("_heappop_max", "Maxheap variant of heappop.", true, popHeap),
	unaryDef("_heapify_max", "Maxheap variant of heapify.", true, heapifyHeap),
	binaryDef("_heapreplace_max", "Maxheap variant of heapreplace.", true, replaceHeap),
}
