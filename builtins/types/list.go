package types

// This file defines the class list.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// maxElements bounds what a repetition may make: beyond it, MemoryError, as the
// process would be killed otherwise.
const maxElements = 1 << 27

func init() {
	object.ListType.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		l := starlark.NewList(nil)
		if cls == object.ListType {
			return l, nil
		}
		return object.Make(cls, t, l), nil
	}
	object.ListType.Init = func(t *thread, self value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		if object.ClassOf(self) == object.ListType {
			if err := noKeywords("list", kwargs); err != nil {
				return err
			}
		}
		if err := atMost("list", args, 1); err != nil {
			return err
		}
		l := listOf(self)
		if len(args) == 0 {
			return object.SetElems(l, nil)
		}
		items, err := object.Slice(t, args[0])
		if err != nil {
			return err
		}
		return object.SetElems(l, items)
	}
	object.ListType.SetAttrValue("__doc__", starlark.String("Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified."))
	object.ListType.SetAttrValue("__hash__", starlark.None)
	object.ListType.AddMethods(
		object.Def{Sig: "append(self, object, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, object.Append(listOf(a[0]), a[1])
		}},
		object.Def{Sig: "extend(self, iterable, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, listExtend(t, listOf(a[0]), a[1])
		}},
		object.Def{Sig: "insert(self, index, object, /)", Fn: listInsert},
		object.Def{Sig: "remove(self, value, /)", Fn: listRemove},
		object.Def{Sig: "pop(self, index=-1, /)", Fn: listPop},
		method("clear", func(t *thread, self value) (value, error) {
			return starlark.None, object.SetElems(listOf(self), nil)
		}),
		object.Def{Sig: "index(self, value, start=0, stop=9223372036854775807, /)", Fn: listIndex},
		object.Def{Sig: "count(self, value, /)", Fn: listCount},
		object.Def{Sig: "sort(self, *, key=None, reverse=False)", Fn: listSort, Wording: "sort"},
		method("reverse", func(t *thread, self value) (value, error) {
			l := listOf(self)
			if err := object.CheckList(l); err != nil {
				return nil, err
			}
			e := object.Elems(l)
			for i, j := 0, len(e)-1; i < j; i, j = i+1, j-1 {
				e[i], e[j] = e[j], e[i]
			}
			return starlark.None, nil
		}),
		method("copy", func(t *thread, self value) (value, error) {
			if err := object.Charge(t, object.SizeOf(self)); err != nil {
				return nil, err
			}
			return copyList(listOf(self)), nil
		}),
		lenMethod(), reprMethod(), containsMethod(), getItemMethod(), classGetItem(),
		object.Def{Sig: "__setitem__(self, key, value, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, object.SetItem(t, listOf(a[0]), a[1], a[2])
		}},
		object.Def{Sig: "__delitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, object.DelItem(t, listOf(a[0]), a[1])
		}},
		method("__iter__", func(t *thread, self value) (value, error) { return iterOf(t, listOf(self)) }),
		method("__reversed__", func(t *thread, self value) (value, error) {
			return NewIterator(t, listReverseIterator, newListReversal(listOf(self))), nil
		}),
		binary("__add__", func(t *thread, a, b value) (value, error) {
			y, ok := object.Base(b).(*starlark.List)
			if !ok {
				return object.NotImplemented, nil
			}
			return concatLists(listOf(a), y), nil
		}),
		binary("__iadd__", func(t *thread, a, b value) (value, error) { return a, listExtend(t, listOf(a), b) }),
		binary("__mul__", repeatOperator(listRepeat)),
		binary("__rmul__", repeatOperator(listRepeat)),
		binary("__imul__", repeatOperator(func(t *thread, a value, n int) (value, error) {
			r, err := listRepeat(t, a, n)
			if err != nil {
				return nil, err
			}
			return a, object.SetElems(listOf(a), object.Elems(r.(*starlark.List)))
		})),
	)
	object.ListType.AddMethods(comparisons(compareBases(object.ListType), allComparisons...)...)
}

func copyList(l *starlark.List) *starlark.List {
	return starlark.NewList(append([]value(nil), object.Elems(l)...))
}

func concatLists(x, y *starlark.List) *starlark.List {
	out := make([]value, 0, x.Len()+y.Len())
	return starlark.NewList(append(append(out, object.Elems(x)...), object.Elems(y)...))
}

// repeatOperator makes the method of * for a sequence from repeat.
func repeatOperator(repeat func(t *thread, a value, n int) (value, error)) func(t *thread, a, b value) (value, error) {
	return func(t *thread, a, b value) (value, error) {
		if !isIndex(b) {
			return object.NotImplemented, nil
		}
		n, err := object.Index(t, b)
		if err != nil {
			return nil, err
		}
		i, ok := n.Int64()
		if !ok {
			return nil, object.Raise(object.OverflowError, "cannot fit '%s' into an index-sized integer", object.TypeName(b))
		}
		return repeat(t, a, int(max(i, 0)))
	}
}

// isIndex reports whether v is an int or has __index__.
func isIndex(v value) bool {
	switch object.Base(v).(type) {
	case starlark.Int, starlark.Bool:
		return true
	}
	return object.Special(v, "__index__") != nil
}

func repeatElems(t *thread, elems []value, n int) ([]value, error) {
	if n > 0 && len(elems) > maxElements/n {
		return nil, object.Raise(object.MemoryError, "")
	}
	if err := object.ChargeSlots(t, len(elems)*n); err != nil {
		return nil, err
	}
	out := make([]value, 0, len(elems)*n)
	for range n {
		out = append(out, elems...)
	}
	return out, nil
}

func listRepeat(t *thread, a value, n int) (value, error) {
	elems, err := repeatElems(t, object.Elems(listOf(a)), n)
	return starlark.NewList(elems), err
}

// listExtend adds the items of an iterable one by one, so that what was added
// before a failure stays, as in CPython.
func listExtend(t *thread, l *starlark.List, v value) error {
	if err := object.CheckList(l); err != nil {
		return err
	}
	switch y := object.Base(v).(type) {
	case *starlark.List:
		if v != value(y) {
			break // a subclass may iterate differently
		}
		if err := object.ChargeSlots(t, l.Len()+y.Len()); err != nil {
			return err
		}
		return object.SetElems(l, append(object.Elems(l), object.Elems(y)...))
	case starlark.Tuple:
		if _, sub := v.(*object.Instance); sub {
			break
		}
		if err := object.ChargeSlots(t, l.Len()+len(y)); err != nil {
			return err
		}
		return object.SetElems(l, append(object.Elems(l), y...))
	}
	return object.ForEach(t, v, func(e value) error { return object.Append(l, e) })
}

func listInsert(t *thread, a args) (value, error) {
	l := listOf(a[0])
	i, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := object.CheckList(l); err != nil {
		return nil, err
	}
	e := object.Elems(l)
	if i < 0 {
		i = max(i+len(e), 0)
	}
	i = min(i, len(e))
	e = append(e, nil)
	copy(e[i+1:], e[i:])
	e[i] = a[2]
	return starlark.None, object.SetElems(l, e)
}

func listRemove(t *thread, a args) (value, error) {
	l := listOf(a[0])
	for i := 0; i < l.Len(); i++ {
		same, err := object.Same(t, l.Index(i), a[1])
		if err != nil {
			return nil, err
		}
		if same {
			if i >= l.Len() { // the comparison shrank the list
				break
			}
			return starlark.None, object.DeleteIndex(t, l, i)
		}
	}
	return nil, object.Raise(object.ValueError, "list.remove(x): x not in list")
}

func listPop(t *thread, a args) (value, error) {
	l := listOf(a[0])
	i, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	n := l.Len()
	if n == 0 {
		return nil, object.Raise(object.IndexError, "pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if i < 0 || i >= n {
		return nil, object.Raise(object.IndexError, "pop index out of range")
	}
	v := l.Index(i)
	return v, object.DeleteIndex(t, l, i)
}

// searchBounds resolves the start and stop of an index method.
func searchBounds(t *thread, start, stop value, n int) (lo, hi int, err error) {
	bound := func(v value) (int, error) {
		if !isIndex(v) {
			return 0, object.Raise(object.TypeError, "slice indices must be integers or have an __index__ method")
		}
		i, err := object.ClampedInt(t, v)
		if i < 0 {
			i = max(i+n, 0)
		}
		return i, err
	}
	if lo, err = bound(start); err != nil {
		return
	}
	hi, err = bound(stop)
	return
}

func listIndex(t *thread, a args) (value, error) {
	l := listOf(a[0])
	lo, hi, err := searchBounds(t, a[2], a[3], l.Len())
	if err != nil {
		return nil, err
	}
	for i := lo; i < hi && i < l.Len(); i++ {
		same, err := object.Same(t, l.Index(i), a[1])
		if err != nil {
			return nil, err
		}
		if same {
			return starlark.MakeInt(i), nil
		}
	}
	r, err := object.Repr(t, a[1])
	if err != nil {
		return nil, err
	}
	return nil, object.Raise(object.ValueError, "%s is not in list", r)
}

func listCount(t *thread, a args) (value, error) {
	l, n := listOf(a[0]), 0
	for i := 0; i < l.Len(); i++ {
		same, err := object.Same(t, l.Index(i), a[1])
		if err != nil {
			return nil, err
		}
		if same {
			n++
		}
	}
	return starlark.MakeInt(n), nil
}

func listSort(t *thread, a args) (value, error) {
	l := listOf(a[0])
	reverse, err := object.Truth(t, a[2])
	if err != nil {
		return nil, err
	}
	if err := object.CheckList(l); err != nil {
		return nil, err
	}
	// The list is empty while its elements are sorted, so that a comparison
	// that looks at it or changes it does no harm.
	items := object.Elems(l)
	object.SetElems(l, nil)
	err = SortValues(t, items, a[1], reverse)
	changed := object.Elems(l) != nil
	object.SetElems(l, items)
	if err == nil && changed {
		err = object.Raise(object.ValueError, "list modified during sort")
	}
	return starlark.None, err
}
