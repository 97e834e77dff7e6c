package collections

// This file defines the operators and special methods of deque.

import (
	"strconv"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

// maxItems bounds what a repetition may make.
const maxItems = 1 << 27

func dequeIndex(t *thread, d *deque, key value) (int, error) {
	if !object.IsInstance(key, object.IntType) && object.Special(key, "__index__") == nil {
		return 0, object.Raise(object.TypeError, "sequence index must be integer, not '%s'", object.TypeName(key))
	}
	return object.SequenceIndex(t, key, d.n, "deque", "deque index out of range")
}

// copyDeque makes a deque of the class of self with its items.
func copyDeque(t *thread, self value) (value, error) {
	d, c := dequeOf(self), object.ClassOf(self)
	if c == dequeClass {
		e, x := newDeque(t, self, d.maxlen)
		if d.n > 0 {
			e.ring = make([]value, len(d.ring))
			d.copyTo(e.ring)
			e.n = d.n
		}
		return x, nil
	}
	a := starlark.Tuple{self}
	if d.maxlen >= 0 {
		a = append(a, starlark.MakeInt(d.maxlen))
	}
	return object.Call(t, c, a, nil)
}

// repeat makes d hold its items n times over.
func (d *deque) repeat(n int) error {
	items := d.list()
	if n > 0 && len(items) > maxItems/n {
		return object.Raise(object.MemoryError, "")
	}
	if n <= 0 {
		d.clear()
		return nil
	}
	times := n - 1
	if d.maxlen >= 0 && len(items) > 0 {
		times = min(times, d.maxlen/len(items)+1)
	}
	for range times {
		for _, v := range items {
			d.push(v)
		}
	}
	return nil
}

// repeatCount reads the operand of *.
func repeatCount(t *thread, v value) (int, error) {
	n, err := object.Index(t, v)
	if err != nil {
		return 0, object.Raise(object.TypeError, "can't multiply sequence by non-int of type '%s'", object.TypeName(v))
	}
	i, ok := n.Int64()
	if !ok {
		return 0, object.Raise(object.OverflowError, "cannot fit '%s' into an index-sized integer", object.TypeName(v))
	}
	return int(i), nil
}

func compareDeques(op object.Op) func(t *thread, a, b value) (value, error) {
	return func(t *thread, a, b value) (value, error) {
		if !object.IsInstance(b, dequeClass) {
			return object.NotImplemented, nil
		}
		return object.Compare(t, op, starlark.Tuple(dequeOf(a).list()), starlark.Tuple(dequeOf(b).list()))
	}
}

func init() {
	repeated := func(t *thread, self, n value) (value, error) {
		count, err := repeatCount(t, n)
		if err != nil {
			return nil, err
		}
		x, err := copyDeque(t, self)
		if err != nil {
			return nil, err
		}
		return x, dequeOf(x).repeat(count)
	}
	iterate := func(class *object.Class, reverse bool) func(t *thread, self value) (value, error) {
		return func(t *thread, self value) (value, error) {
			d := dequeOf(self)
			return types.NewIterator(t, class, &dequeIter{d: d, changes: d.changes, reverse: reverse}), nil
		}
	}
	dequeClass.AddMethods(
		method("__len__", func(t *thread, self value) (value, error) { return starlark.MakeInt(dequeOf(self).n), nil }),
		method("__iter__", iterate(dequeIterator, false)),
		method("__reversed__", iterate(dequeReverseIterator, true)),
		object.Def{Sig: "__getitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			i, err := dequeIndex(t, d, a[1])
			if err != nil {
				return nil, err
			}
			return d.at(i), nil
		}},
		object.Def{Sig: "__setitem__(self, key, value, /)", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			i, err := dequeIndex(t, d, a[1])
			if err != nil {
				return nil, err
			}
			d.ring[d.index(i)] = a[2]
			return starlark.None, nil
		}},
		object.Def{Sig: "__delitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			i, err := dequeIndex(t, d, a[1])
			if err != nil {
				return nil, err
			}
			d.remove(i)
			return starlark.None, nil
		}},
		object.Def{Sig: "__contains__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			d := dequeOf(a[0])
			i, err := d.find(t, a[1], 0, d.n)
			return starlark.Bool(i >= 0), err
		}},
		method("copy", copyDeque), method("__copy__", copyDeque),
		method("__reduce__", func(t *thread, self value) (value, error) {
			d, x := dequeOf(self), self.(*object.Instance)
			var ctor starlark.Tuple
			if d.maxlen >= 0 {
				ctor = starlark.Tuple{starlark.Tuple(nil), starlark.MakeInt(d.maxlen)}
			}
			state := value(starlark.None)
			if x.Attrs.Len() > 0 {
				state = x.Attrs.Dict()
			}
			it, err := types.IterValue(t, self)
			return starlark.Tuple{x.Class(), ctor, state, it}, err
		}),
		binary("__add__", func(t *thread, a, b value) (value, error) {
			if !object.IsInstance(b, dequeClass) {
				return nil, object.Raise(object.TypeError, "can only concatenate deque (not \"%s\") to deque", object.TypeName(b))
			}
			x, err := copyDeque(t, a)
			if err != nil {
				return nil, err
			}
			return x, dequeOf(x).extend(t, x, b, false)
		}),
		binary("__iadd__", func(t *thread, a, b value) (value, error) {
			return a, dequeOf(a).extend(t, a, b, false)
		}),
		binary("__mul__", repeated), binary("__rmul__", repeated),
		binary("__imul__", func(t *thread, a, b value) (value, error) {
			n, err := repeatCount(t, b)
			if err != nil {
				return nil, err
			}
			return a, dequeOf(a).repeat(n)
		}),
		binary("__eq__", compareDeques(syntax.EQL)), binary("__ne__", compareDeques(syntax.NEQ)),
		binary("__lt__", compareDeques(syntax.LT)), binary("__le__", compareDeques(syntax.LE)),
		binary("__gt__", compareDeques(syntax.GT)), binary("__ge__", compareDeques(syntax.GE)),
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := object.ReprGuard(t, self, "[...]", func() (string, error) {
				d := dequeOf(self)
				s, err := object.Repr(t, starlark.NewList(d.list()))
				if err != nil {
					return "", err
				}
				if d.maxlen >= 0 {
					s += ", maxlen=" + strconv.Itoa(d.maxlen)
				}
				return object.ClassOf(self).ClassName + "(" + s + ")", nil
			})
			return starlark.String(s), err
		}),
		object.Def{Sig: "__class_getitem__(cls, item, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
			return types.NewGenericAlias(t, a[0], a[1]), nil
		}},
	)
}
