package abc

// This file defines the methods of Sequence and MutableSequence.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/modules/abc"
	"starpool/builtins/object"
)

func sequenceMethods() {
	abc.Abstract(Sequence, raising(object.IndexError, "__getitem__(self, index)"))
	// walk yields self[0], self[1], … until IndexError.
	walk := func(self value) func(t *thread) (value, error) {
		i := 0
		return func(t *thread) (value, error) {
			v, err := object.GetItem(t, self, starlark.MakeInt(i))
			if err != nil {
				if object.IsCaught(t, err, object.IndexError) {
					return nil, nil
				}
				return nil, err
			}
			i++
			return v, nil
		}
	}
	Sequence.AddMethods(
		python("__iter__(self)", "", func(t *thread, a args) (value, error) { return iterator(t, walk(a[0])), nil }),
		python("__contains__(self, value)", "", func(t *thread, a args) (value, error) {
			found := false
			err := eachUntil(t, a[0], func(v value) (bool, error) {
				same, err := object.Same(t, v, a[1])
				found = same
				return same, err
			})
			return truth(found, err)
		}),
		python("__reversed__(self)", "", func(t *thread, a args) (value, error) {
			n, err := object.Len(t, a[0])
			if err != nil {
				return nil, err
			}
			return iterator(t, func(t *thread) (value, error) {
				if n == 0 {
					return nil, nil
				}
				n--
				return object.GetItem(t, a[0], starlark.MakeInt(n))
			}), nil
		}),
		python("index(self, value, start=0, stop=None)", "S.index(value, [start, [stop]]) -> integer -- return first index of value.\nRaises ValueError if the value is not present.", sequenceIndex),
		python("count(self, value)", "S.count(value) -> integer -- return number of occurrences of value", func(t *thread, a args) (value, error) {
			n := 0
			err := object.ForEach(t, a[0], func(v value) error {
				same, err := object.Same(t, v, a[1])
				if same {
					n++
				}
				return err
			})
			return starlark.MakeInt(n), err
		}),
	)
	abc.Abstract(MutableSequence,
		raising(object.IndexError, "__setitem__(self, index, value)"),
		raising(object.IndexError, "__delitem__(self, index)"),
		raising(object.IndexError, "insert(self, index, value)"))
	appendOne := func(t *thread, self, v value) error {
		n, err := object.Len(t, self)
		if err != nil {
			return err
		}
		_, err = object.CallMethod(t, self, "insert", starlark.MakeInt(n), v)
		return err
	}
	extend := func(t *thread, self, values value) error {
		if values == self {
			items, err := object.Slice(t, values)
			if err != nil {
				return err
			}
			values = starlark.Tuple(items)
		}
		return object.ForEach(t, values, func(v value) error {
			_, err := object.CallMethod(t, self, "append", v)
			return err
		})
	}
	MutableSequence.AddMethods(
		python("append(self, value)", "S.append(value) -- append value to the end of the sequence", func(t *thread, a args) (value, error) {
			return none(appendOne(t, a[0], a[1]))
		}),
		python("clear(self)", "S.clear() -> None -- remove all items from S", func(t *thread, a args) (value, error) {
			for {
				if _, err := object.CallMethod(t, a[0], "pop"); err != nil {
					if object.IsCaught(t, err, object.IndexError) {
						return starlark.None, nil
					}
					return nil, err
				}
			}
		}),
		python("reverse(self)", "S.reverse() -- reverse *IN PLACE*", func(t *thread, a args) (value, error) {
			n, err := object.Len(t, a[0])
			if err != nil {
				return nil, err
			}
			for i := range n / 2 {
				p, q := starlark.MakeInt(i), starlark.MakeInt(n-i-1)
				x, err := object.GetItem(t, a[0], p)
				if err != nil {
					return nil, err
				}
				y, err := object.GetItem(t, a[0], q)
				if err != nil {
					return nil, err
				}
				if err := object.SetItem(t, a[0], p, y); err != nil {
					return nil, err
				}
				if err := object.SetItem(t, a[0], q, x); err != nil {
					return nil, err
				}
			}
			return starlark.None, nil
		}),
		python("extend(self, values)", "S.extend(iterable) -- extend sequence by appending elements from the iterable", func(t *thread, a args) (value, error) {
			return none(extend(t, a[0], a[1]))
		}),
		python("pop(self, index=-1)", "S.pop([index]) -> item -- remove and return item at index (default last).\nRaise IndexError if list is empty or index is out of range.", func(t *thread, a args) (value, error) {
			v, err := object.GetItem(t, a[0], a[1])
			if err != nil {
				return nil, err
			}
			return v, object.DelItem(t, a[0], a[1])
		}),
		python("remove(self, value)", "S.remove(value) -- remove first occurrence of value.\nRaise ValueError if the value is not present.", func(t *thread, a args) (value, error) {
			i, err := object.CallMethod(t, a[0], "index", a[1])
			if err != nil {
				return nil, err
			}
			return none(object.DelItem(t, a[0], i))
		}),
		python("__iadd__(self, values)", "", func(t *thread, a args) (value, error) {
			m, err := object.GetAttr(t, a[0], "extend")
			if err != nil {
				return nil, err
			}
			_, err = object.Call(t, m, starlark.Tuple{a[1]}, nil)
			return a[0], err
		}),
	)
}

// eachUntil calls fn for the values of v until it returns true.
func eachUntil(t *thread, v value, fn func(v value) (bool, error)) error {
	it, err := object.Iter(t, v)
	if err != nil {
		return err
	}
	for {
		e, err := it.Next(t)
		if e == nil || err != nil {
			return err
		}
		if done, err := fn(e); done || err != nil {
			return err
		}
	}
}

func sequenceIndex(t *thread, a args) (value, error) {
	start, err := object.ClampedInt(t, a[2])
	if err != nil {
		return nil, err
	}
	stop := -1
	if a[3] != starlark.None {
		if stop, err = object.ClampedInt(t, a[3]); err != nil {
			return nil, err
		}
	}
	if start < 0 || a[3] != starlark.None && stop < 0 {
		n, err := object.Len(t, a[0])
		if err != nil {
			return nil, err
		}
		if start < 0 {
			start = max(n+start, 0)
		}
		if a[3] != starlark.None && stop < 0 {
			stop = max(n+stop, 0)
		}
	}
	for i := start; a[3] == starlark.None || i < stop; i++ {
		v, err := object.GetItem(t, a[0], starlark.MakeInt(i))
		if err != nil {
			if object.IsCaught(t, err, object.IndexError) {
				break
			}
			return nil, err
		}
		same, err := object.Same(t, v, a[1])
		if err != nil {
			return nil, err
		}
		if same {
			return starlark.MakeInt(i), nil
		}
	}
	return nil, object.Raise(object.ValueError, "")
}
