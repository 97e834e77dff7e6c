package object

// This file defines the order in which small sets of ints are walked.

import (
	"go.starlark.net/starlark"
)

// CPython walks a set in the order of its hash table. For text that order
// changes from run to run, so nobody relies on it; for ints it is always the
// same, and scripts print it: list(set([3, 1, 2])) is [1, 2, 3]. So small sets
// of ints are walked as a table that was filled in the order of insertion would
// be. Larger ones, and all others, are walked in the order of insertion.
const maxOrderedSet = 512

// Constants of CPython's setobject.c.
const (
	setMinSize      = 8
	setLinearProbes = 9
	setPerturbShift = 5
)

// setTable is an open-addressing table of the positions of elements, plus one.
type setTable struct {
	slots  []int32
	hashes []uint64
}

// insert is set_insert_clean: the elements are known to be different.
func (t *setTable) insert(i int32) {
	mask := uint64(len(t.slots) - 1)
	h := t.hashes[i]
	at, perturb := h&mask, h
	for {
		probes := uint64(0)
		if at+setLinearProbes <= mask {
			probes = setLinearProbes
		}
		for p := uint64(0); p <= probes; p++ {
			if t.slots[at+p] == 0 {
				t.slots[at+p] = i + 1
				return
			}
		}
		perturb >>= setPerturbShift
		at = (at*5 + 1 + perturb) & mask
	}
}

// orderInts returns the elements in CPython's order if all are small ints, else
// as they are.
func orderInts(elems []starlark.Value) []starlark.Value {
	n := len(elems)
	if n < 2 || n > maxOrderedSet {
		return elems
	}
	hashes := make([]uint64, n)
	for i, e := range elems {
		switch x := e.(type) {
		case starlark.Int:
			v, ok := x.Int64()
			if !ok || v >= 1<<61-1 || v <= -(1<<61-1) {
				return elems
			}
			if v == -1 {
				v = -2
			}
			hashes[i] = uint64(v)
		case starlark.Bool:
			if x {
				hashes[i] = 1
			}
		default:
			return elems
		}
	}
	t := setTable{make([]int32, setMinSize), hashes}
	for i := range n {
		t.insert(int32(i))
		fill := i + 1
		if fill*5 < (len(t.slots)-1)*3 {
			continue
		}
		size := setMinSize
		for size <= fill*4 {
			size <<= 1
		}
		old := t.slots
		t.slots = make([]int32, size)
		for _, s := range old {
			if s != 0 {
				t.insert(s - 1)
			}
		}
	}
	out := make([]starlark.Value, 0, n)
	for _, s := range t.slots {
		if s != 0 {
			out = append(out, elems[s-1])
		}
	}
	return out
}
