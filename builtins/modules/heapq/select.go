package heapq

// This file defines merge, nlargest and nsmallest.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

// An entry is an item with what it is compared by and its place: of equal ones
// the earlier counts as nearer to what is wanted.
type entry struct {
	key, item value
	order     int
}

// A selection is a heap of entries whose root is the first to leave.
type selection struct {
	entries []entry
	leaves  func(t *thread, a, b *entry) (bool, error) // a leaves before b
}

func (s *selection) down(t *thread, i int) error {
	n := len(s.entries)
	for {
		child := 2*i + 1
		if child >= n {
			return nil
		}
		if child+1 < n {
			first, err := s.leaves(t, &s.entries[child+1], &s.entries[child])
			if err != nil {
				return err
			}
			if first {
				child++
			}
		}
		first, err := s.leaves(t, &s.entries[child], &s.entries[i])
		if err != nil || !first {
			return err
		}
		s.entries[i], s.entries[child] = s.entries[child], s.entries[i]
		i = child
	}
}

func (s *selection) heapify(t *thread) error {
	for i := len(s.entries)/2 - 1; i >= 0; i-- {
		if err := s.down(t, i); err != nil {
			return err
		}
	}
	return nil
}

func keyOf(t *thread, key, v value) (value, error) {
	if key == starlark.None {
		return v, nil
	}
	return object.Call(t, key, starlark.Tuple{v}, nil)
}

// precedes reports whether a comes before b in the order of merge and the
// selections.
func precedes(t *thread, a, b value, largest bool) (bool, error) {
	if largest {
		a, b = b, a
	}
	return object.Less(t, a, b)
}

// choose returns the n largest or smallest items in order.
func choose(t *thread, count, iterable, key value, largest bool) (value, error) {
	if size, err := object.Len(t, iterable); err == nil {
		all, err := object.Compare(t, syntax.GE, count, starlark.MakeInt(size))
		if err != nil {
			return nil, err
		}
		if all == starlark.True {
			items, err := object.Slice(t, iterable)
			if err != nil {
				return nil, err
			}
			return starlark.NewList(items), types.SortValues(t, items, key, largest)
		}
	} else if !object.IsCaught(t, err, object.TypeError) {
		return nil, err
	}
	n, err := object.Int(t, count)
	if err != nil {
		if object.IsException(err, object.TypeError) {
			err = object.Raise(object.TypeError, "slice indices must be integers or None or have an __index__ method")
		}
		return nil, err
	}
	// The root is the entry that the next better one drives out.
	s := &selection{leaves: func(t *thread, a, b *entry) (bool, error) {
		worse, err := precedes(t, b.key, a.key, largest)
		if err != nil || worse {
			return worse, err
		}
		better, err := precedes(t, a.key, b.key, largest)
		return !better && a.order > b.order, err
	}}
	it, err := object.Iter(t, iterable)
	if err != nil {
		return nil, err
	}
	if n <= 0 {
		return starlark.NewList(nil), nil
	}
	for i := 0; ; i++ {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			break
		}
		k, err := keyOf(t, key, v)
		if err != nil {
			return nil, err
		}
		if len(s.entries) < n {
			s.entries = append(s.entries, entry{k, v, i})
			if len(s.entries) == n {
				if err := s.heapify(t); err != nil {
					return nil, err
				}
			}
			continue
		}
		better, err := precedes(t, k, s.entries[0].key, largest)
		if err != nil {
			return nil, err
		}
		if better {
			s.entries[0] = entry{k, v, i}
			if err := s.down(t, 0); err != nil {
				return nil, err
			}
		}
		if i%1024 == 1023 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
	if len(s.entries) < n {
		if err := s.heapify(t); err != nil {
			return nil, err
		}
	}
	out := make([]value, len(s.entries))
	for i := len(out) - 1; i >= 0; i-- {
		out[i] = s.entries[0].item
		last := len(s.entries) - 1
		s.entries[0] = s.entries[last]
		s.entries = s.entries[:last]
		if err := s.down(t, 0); err != nil {
			return nil, err
		}
	}
	return starlark.NewList(out), nil
}

// merge merges sorted iterables.
func merge(t *thread, iterables starlark.Tuple, key value, reverse bool) value {
	var s *selection
	var sources []object.Iterator
	advance := func(t *thread, e *entry) (bool, error) {
		v, err := sources[e.order].Next(t)
		if v == nil || err != nil {
			return false, err
		}
		e.item = v
		e.key, err = keyOf(t, key, v)
		return true, err
	}
	started := false
	return object.NewGoGenerator("merge", func(t *thread) (value, error) {
		if !started {
			started = true
			s = &selection{leaves: func(t *thread, a, b *entry) (bool, error) {
				first, err := precedes(t, a.key, b.key, reverse)
				if err != nil || first {
					return first, err
				}
				second, err := precedes(t, b.key, a.key, reverse)
				return !second && a.order < b.order, err
			}}
			for i, v := range iterables {
				it, err := object.Iter(t, v)
				if err != nil {
					return nil, err
				}
				sources = append(sources, it)
				e := entry{order: i}
				ok, err := advance(t, &e)
				if err != nil {
					return nil, err
				}
				if ok {
					s.entries = append(s.entries, e)
				}
			}
			if err := s.heapify(t); err != nil {
				return nil, err
			}
		} else if len(s.entries) > 0 {
			ok, err := advance(t, &s.entries[0])
			if err != nil {
				return nil, err
			}
			if !ok {
				last := len(s.entries) - 1
				s.entries[0] = s.entries[last]
				s.entries = s.entries[:last]
			}
			if err := s.down(t, 0); err != nil {
				return nil, err
			}
		}
		if len(s.entries) == 0 {
			return nil, nil
		}
		return s.entries[0].item, nil
	}, nil)
}

var selectFuncs = []object.Def{
	{Sig: "def merge(*iterables, key=None, reverse=False)", Doc: "Merge multiple sorted inputs into a single sorted output.", Fn: func(t *thread, a args) (value, error) {
		reverse, err := object.Truth(t, a[2])
		if err != nil {
			return nil, err
		}
		return merge(t, a[0].(starlark.Tuple), a[1], reverse), nil
	}},
	{Sig: "def nlargest(n, iterable, key=None)", Doc: "Find the n largest elements in a dataset.", Fn: func(t *thread, a args) (value, error) {
		return choose(t, a[0], a[1], a[2], true)
	}},
	{Sig: "def nsmallest(n, iterable, key=None)", Doc: "Find the n smallest elements in a dataset.", Fn: func(t *thread, a args) (value, error) {
		return choose(t, a[0], a[1], a[2], false)
	}},
}
