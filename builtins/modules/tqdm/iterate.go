package tqdm

// This file defines the iterator that a loop over a bar walks.

import (
	"starpool/builtins/object"
	"starpool/builtins/types"
)

var iteratorClass = types.NewIteratorClass("tqdm.std", "generator")

// An iteration counts for itself and tells the bar when it is due; what it knows
// of the last drawing is its own, as other code may move the bar meanwhile.
type iteration struct {
	bar     *object.Instance
	c       *counter
	inner   object.Iterator
	n       number
	lastN   number
	lastT   float64
	minTime float64
	from    float64
	handed  bool // an item has been handed out and not been counted
	ended   bool
}

var (
	_ object.Iterator = (*iteration)(nil)
	_ object.Dropper  = (*iteration)(nil)
)

var one = number{i: 1}

func iterate(t *thread, a args) (value, error) {
	bar := a[0].(*object.Instance)
	c := counterOf(bar)
	iterable, err := object.GetAttr(t, bar, "iterable")
	if err != nil {
		return nil, err
	}
	inner, err := object.Iter(t, iterable)
	if err != nil {
		return nil, err
	}
	it := &iteration{bar: bar, c: c, inner: inner}
	if c.off {
		it.c = nil
	} else {
		it.n, it.lastN, it.lastT, it.minTime, it.from = c.n, c.lastN, c.lastT, c.minTime, c.start+c.delay
	}
	return types.NewIterator(t, iteratorClass, it), nil
}

// Next implements object.Iterator.
func (it *iteration) Next(t *thread) (value, error) {
	if it.c == nil {
		return it.inner.Next(t)
	}
	if it.ended {
		return nil, nil
	}
	if it.handed {
		it.handed = false
		if err := it.count(t); err != nil {
			it.end(t)
			return nil, err
		}
	}
	v, err := it.inner.Next(t)
	if v == nil || err != nil {
		if e := it.end(t); err == nil {
			err = e
		}
		return nil, err
	}
	it.handed = true
	return v, nil
}

func (it *iteration) count(t *thread) (err error) {
	if it.n.other == nil {
		it.n.i++
	} else if it.n, err = it.n.plus(t, one); err != nil {
		return err
	}
	since, err := it.n.minus(t, it.lastN)
	if err != nil {
		return err
	}
	_, _, ok, err := it.c.due(t, since, it.lastT, it.minTime, it.from)
	if err != nil || !ok {
		return err
	}
	if _, err := object.CallMethod(t, it.bar, "update", floatValue(since)); err != nil {
		return err
	}
	it.lastN, it.lastT = it.c.lastN, it.c.lastT
	return nil
}

// end closes the bar, once.
func (it *iteration) end(t *thread) error {
	if it.ended || it.c == nil {
		return nil
	}
	it.ended = true
	it.c.n = it.n
	_, err := object.CallMethod(t, it.bar, "close")
	return err
}

// Drop implements object.Dropper: a loop that is left early closes its bar.
func (it *iteration) Drop(t *thread) error {
	if d, ok := it.inner.(object.Dropper); ok {
		defer d.Drop(t)
	}
	return it.end(t)
}
