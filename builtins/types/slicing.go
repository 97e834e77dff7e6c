package types

// This file defines slices: of lists, tuples and text, and the class slice.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

func init() {
	object.SliceHook.Get = getSlice
	object.SliceHook.Set = setSlice

	c := object.SliceType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if err := noKeywords("slice", kwargs); err != nil {
			return nil, err
		}
		if len(args) == 0 {
			return nil, object.Raise(object.TypeError, "slice expected at least 1 argument, got 0")
		}
		if err := atMost("slice", args, 3); err != nil {
			return nil, err
		}
		s := &object.SliceValue{Start: starlark.None, Stop: starlark.None, Step: starlark.None}
		switch len(args) {
		case 1:
			s.Stop = args[0]
		case 3:
			s.Step = args[2]
			fallthrough
		case 2:
			s.Start, s.Stop = args[0], args[1]
		}
		return s, nil
	}
	c.SetAttrValue("__doc__", starlark.String("slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for extended slicing (e.g. a[0:10:2])."))
	part := func(name string, get func(*object.SliceValue) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return get(self.(*object.SliceValue)), nil }, Set: readonlyAttr, Del: readonlyDel}
	}
	c.AddAttrs(
		part("start", func(s *object.SliceValue) value { return s.Start }),
		part("stop", func(s *object.SliceValue) value { return s.Stop }),
		part("step", func(s *object.SliceValue) value { return s.Step }),
	)
	c.AddMethods(
		reprMethod(),
		object.Def{Sig: "indices(self, object, /)", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Index(t, a[1])
			if err != nil {
				return nil, err
			}
			if n.Sign() < 0 {
				return nil, object.Raise(object.ValueError, "length should not be negative")
			}
			start, stop, step, err := bigIndices(t, a[0].(*object.SliceValue), n.BigInt())
			if err != nil {
				return nil, err
			}
			return starlark.Tuple{starlark.MakeBigInt(start), starlark.MakeBigInt(stop), starlark.MakeBigInt(step)}, nil
		}},
		method("__hash__", func(t *thread, self value) (value, error) {
			s := self.(*object.SliceValue)
			return hashOf(t, starlark.Tuple{s.Start, s.Stop, s.Step})
		}),
	)
	c.AddMethods(comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		x := a.(*object.SliceValue)
		y, ok := b.(*object.SliceValue)
		if !ok {
			return object.NotImplemented, nil
		}
		return object.Compare(t, op, starlark.Tuple{x.Start, x.Stop, x.Step}, starlark.Tuple{y.Start, y.Stop, y.Step})
	}, allComparisons...)...)
}

// getSlice is x[a:b:c] of a list, tuple or str.
func getSlice(t *thread, x value, s *object.SliceValue) (value, error) {
	switch x := x.(type) {
	case *starlark.List:
		out, err := sliceElems(t, x.Len, func() []value { return object.Elems(x) }, s)
		return starlark.NewList(out), err
	case starlark.Tuple:
		if s.Start == starlark.None && s.Stop == starlark.None && s.Step == starlark.None {
			return x, nil
		}
		out, err := sliceElems(t, x.Len, func() []value { return x }, s)
		return starlark.Tuple(out), err
	case starlark.String:
		return sliceText(t, x, s)
	}
	return nil, nil
}

// sliceElems copies the selected elements; the bounds come first, as their
// __index__ may change the list.
func sliceElems(t *thread, length func() int, elems func() []value, s *object.SliceValue) ([]value, error) {
	start, stop, step, err := resolve(t, s, length)
	if err != nil {
		return nil, err
	}
	e := elems()
	n := object.SliceLen(start, stop, step)
	if n == 0 {
		return nil, nil
	}
	if step == 1 {
		return append(make([]value, 0, n), e[start:start+n]...), nil
	}
	out := make([]value, n)
	for i := range out {
		out[i] = e[start+i*step]
	}
	return out, nil
}

// resolve finds the bounds of a slice of something whose length the bounds'
// __index__ methods may change.
func resolve(t *thread, s *object.SliceValue, length func() int) (start, stop, step int, err error) {
	plain := &object.SliceValue{Start: s.Start, Stop: s.Stop, Step: s.Step}
	for _, v := range []*value{&plain.Start, &plain.Stop, &plain.Step} {
		if x, ok := (*v).(*object.Instance); ok && isIndex(x) {
			n, err := object.Index(t, x)
			if err != nil {
				return 0, 0, 0, err
			}
			*v = n
		}
	}
	return plain.Indices(t, length())
}

func sliceText(t *thread, x starlark.String, s *object.SliceValue) (value, error) {
	start, stop, step, err := s.Indices(t, text.Len(string(x)))
	if err != nil {
		return nil, err
	}
	n := object.SliceLen(start, stop, step)
	if n == 0 {
		return starlark.String(""), nil
	}
	if text.IsASCII(string(x)) {
		if step == 1 {
			return x[start : start+n], nil
		}
		out := make([]byte, n)
		for i := range out {
			out[i] = x[start+i*step]
		}
		return starlark.String(out), nil
	}
	if step == 1 {
		from := text.ByteOffset(string(x), start)
		to := from + text.ByteOffset(string(x[from:]), n)
		return x[from:to], nil
	}
	runes := make([]rune, 0, len(x))
	for _, r := range text.All(string(x)) {
		runes = append(runes, r)
	}
	out := make([]rune, n)
	for i := range out {
		out[i] = runes[start+i*step]
	}
	return starlark.String(text.FromRunes(out)), nil
}

// setSlice is x[a:b:c] = v, and with a nil v del x[a:b:c].
func setSlice(t *thread, x value, s *object.SliceValue, v value) error {
	l, ok := x.(*starlark.List)
	if !ok {
		return nil
	}
	var items []value
	if v != nil {
		var err error
		if items, err = object.Slice(t, v); err != nil {
			if !isIterable(v) && object.IsCaught(t, err, object.TypeError) {
				return object.Raise(object.TypeError, "must assign iterable to extended slice")
			}
			return err
		}
	}
	start, stop, step, err := resolve(t, s, l.Len)
	if err != nil {
		return err
	}
	if err := object.CheckList(l); err != nil {
		return err
	}
	elems := object.Elems(l)
	if step == 1 {
		stop = max(start, stop)
		return object.SetElems(l, splice(elems, start, stop, items))
	}
	n := object.SliceLen(start, stop, step)
	if v == nil {
		if n == 0 {
			return nil
		}
		if step < 0 { // the same elements from the left
			start, step = start+(n-1)*step, -step
		}
		kept := elems[:start]
		for i := start; i < len(elems); i++ {
			if d := i - start; d%step == 0 && d/step < n {
				continue
			}
			kept = append(kept, elems[i])
		}
		clear(elems[len(kept):])
		return object.SetElems(l, kept)
	}
	if len(items) != n {
		return object.Raise(object.ValueError, "attempt to assign sequence of size %d to extended slice of size %d", len(items), n)
	}
	for i, item := range items {
		elems[start+i*step] = item
	}
	return nil
}

// splice replaces elems[start:stop] by items, in place where that fits.
func splice(elems []value, start, stop int, items []value) []value {
	grow := len(items) - (stop - start)
	switch {
	case grow == 0:
		copy(elems[start:], items)
		return elems
	case grow < 0:
		copy(elems[start:], items)
		copy(elems[start+len(items):], elems[stop:])
		clear(elems[len(elems)+grow:])
		return elems[:len(elems)+grow]
	}
	n := len(elems)
	for range grow {
		elems = append(elems, nil)
	}
	copy(elems[stop+grow:], elems[stop:n])
	copy(elems[start:], items)
	return elems
}

// isIterable reports whether iter(v) can work.
func isIterable(v value) bool {
	switch v.(type) {
	case starlark.Iterable, object.Iterabler, object.Iterator:
		if x, ok := v.(*object.Instance); ok {
			c := x.Class()
			return c.Lookup("__iter__") != nil || c.Lookup("__getitem__") != nil
		}
		return true
	case starlark.String:
		return true
	}
	return false
}
