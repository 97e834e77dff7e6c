package object

// This file defines SliceValue, Python's slice object.

import (
	"go.starlark.net/starlark"
)

// A SliceValue is slice(start, stop, step); absent bounds are None.
type SliceValue struct {
	Start, Stop, Step starlark.Value
}

func (s *SliceValue) String() string {
	return "slice(" + s.Start.String() + ", " + s.Stop.String() + ", " + s.Step.String() + ")"
}
func (s *SliceValue) Type() string          { return "slice" }
func (s *SliceValue) Freeze()               {}
func (s *SliceValue) Truth() starlark.Bool  { return true }
func (s *SliceValue) Hash() (uint32, error) { return hashPointer(s), nil }
func (s *SliceValue) Class() *Class         { return SliceType }

// Attr implements starlark.HasAttrs.
func (s *SliceValue) Attr(name string) (starlark.Value, error) { return ClassAttr(s, name) }

// AttrNames implements starlark.HasAttrs.
func (s *SliceValue) AttrNames() []string { return nil }

// Repr implements Reprer.
func (s *SliceValue) Repr(t *Thread) (string, error) {
	out := "slice("
	for i, v := range []starlark.Value{s.Start, s.Stop, s.Step} {
		r, err := Repr(t, v)
		if err != nil {
			return "", err
		}
		if i > 0 {
			out += ", "
		}
		out += r
	}
	return out + ")", nil
}

// CompareWith implements Comparer: slices compare as tuples of their parts.
func (s *SliceValue) CompareWith(t *Thread, op Op, v starlark.Value) (result, ok bool, err error) {
	y, isSlice := v.(*SliceValue)
	if !isSlice {
		return false, false, nil
	}
	r, err := compareBuiltin(t, op, starlark.Tuple{s.Start, s.Stop, s.Step}, starlark.Tuple{y.Start, y.Stop, y.Step})
	return r, true, err
}

// Indices returns the range that the slice selects of n elements, as
// slice.indices does: start, stop, step.
func (s *SliceValue) Indices(t *Thread, n int) (start, stop, step int, err error) {
	step = 1
	if s.Step != starlark.None {
		if step, err = s.bound(t, s.Step); err != nil {
			return
		}
		if step == 0 {
			return 0, 0, 0, Raise(ValueError, "slice step cannot be zero")
		}
	}
	lo, hi := 0, n
	if step < 0 {
		lo, hi = -1, n-1
	}
	clamp := func(i int) int {
		if i < 0 {
			i += n
			if i < lo {
				i = lo
			}
		} else if i > hi {
			i = hi
		}
		return i
	}
	if step > 0 {
		start, stop = 0, n
	} else {
		start, stop = n-1, -1
	}
	if s.Start != starlark.None {
		if start, err = s.bound(t, s.Start); err != nil {
			return
		}
		start = clamp(start)
	}
	if s.Stop != starlark.None {
		if stop, err = s.bound(t, s.Stop); err != nil {
			return
		}
		stop = clamp(stop)
	}
	return
}

func (s *SliceValue) bound(t *Thread, v starlark.Value) (int, error) {
	i, err := ClampedInt(t, v)
	if err != nil && IsException(err, TypeError) {
		return 0, Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	return i, err
}

// SliceLen returns how many elements start, stop, step select.
func SliceLen(start, stop, step int) int {
	switch {
	case step > 0 && start < stop:
		return (stop-start-1)/step + 1
	case step < 0 && stop < start:
		return (start-stop-1)/-step + 1
	}
	return 0
}
