package types

// This file defines the iterator objects that a script sees, and what iter()
// returns.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// The classes of the iterators over built-in containers.
var (
	listIterator             = newIteratorClass("list_iterator")
	listReverseIterator      = newIteratorClass("list_reverseiterator")
	tupleIterator            = newIteratorClass("tuple_iterator")
	strIterator              = newIteratorClass("str_iterator")
	strASCIIIterator         = newIteratorClass("str_ascii_iterator")
	setIterator              = newIteratorClass("set_iterator")
	rangeIterator            = newIteratorClass("range_iterator")
	longRangeIterator        = newIteratorClass("longrange_iterator")
	dictKeyIterator          = newIteratorClass("dict_keyiterator")
	dictValueIterator        = newIteratorClass("dict_valueiterator")
	dictItemIterator         = newIteratorClass("dict_itemiterator")
	dictReverseKeyIterator   = newIteratorClass("dict_reversekeyiterator")
	dictReverseValueIterator = newIteratorClass("dict_reversevalueiterator")
	dictReverseItemIterator  = newIteratorClass("dict_reverseitemiterator")
	callableIterator         = newIteratorClass("callable_iterator")
	sequenceIterator         = newIteratorClass("iterator")
)

// newIteratorClass makes the class of an iterator whose objects hold an
// object.Iterator as their State.
func newIteratorClass(name string) *object.Class {
	return object.NewClass(object.Spec{Name: name, Slots: true, Final: true, Methods: iteratorMethods()})
}

func iteratorMethods() []object.Def {
	return []object.Def{
		method("__iter__", func(t *thread, self value) (value, error) { return self, nil }),
		method("__next__", func(t *thread, self value) (value, error) {
			v, err := self.(*object.Instance).State.(object.Iterator).Next(t)
			if v == nil && err == nil {
				err = object.Raise(object.StopIteration, "")
			}
			return v, err
		}),
		method("__length_hint__", func(t *thread, self value) (value, error) {
			if h, ok := self.(*object.Instance).State.(interface{ Left() int }); ok {
				return starlark.MakeInt(h.Left()), nil
			}
			return object.NotImplemented, nil
		}),
	}
}

// NewIterator makes the object of an iterator class for it.
func NewIterator(t *thread, class *object.Class, it object.Iterator) *object.Instance {
	return object.Make(class, t, it)
}

// NewIteratorClass makes the class of an iterator that another package defines;
// its objects are made with NewIterator.
func NewIteratorClass(module, name string) *object.Class {
	return object.NewClass(object.Spec{Name: name, Module: module, Slots: true, Methods: iteratorMethods()})
}

// iterOf returns the iterator object of a value of a built-in type.
func iterOf(t *thread, v value) (value, error) {
	it, err := object.Iter(t, v)
	if err != nil {
		return nil, err
	}
	if x, ok := it.(value); ok {
		return x, nil
	}
	class := sequenceIterator
	switch x := v.(type) {
	case *starlark.List:
		class = listIterator
	case starlark.Tuple:
		class = tupleIterator
	case starlark.String:
		class = strIterator
		if text.IsASCII(string(x)) {
			class = strASCIIIterator
		}
	case *starlark.Dict:
		class = dictKeyIterator
	case *starlark.Set, *Frozenset:
		class = setIterator
	case *Range:
		class = rangeIterator
		if x.big != nil {
			class = longRangeIterator
		}
	case starlark.Bytes, Bytes:
		class = bytesIterator
	case *Bytearray:
		class = bytearrayIterator
	case *Memoryview:
		class = memoryIterator
	}
	return NewIterator(t, class, it), nil
}

var (
	bytesIterator = newIteratorClass("bytes_iterator")
)

// IterValue is iter(v): an iterator object.
func IterValue(t *thread, v value) (value, error) {
	switch x := v.(type) {
	case *object.Instance:
		m := x.Class().Lookup("__iter__")
		if m == starlark.None {
			return nil, notIterable(v)
		}
		if m == nil {
			break
		}
		r, _, err := object.CallSpecial(t, x, "__iter__")
		if err != nil {
			return nil, err
		}
		if !IsIterator(r) {
			return nil, object.Raise(object.TypeError, "iter() returned non-iterator of type '%s'", object.TypeName(r))
		}
		return r, nil
	case *object.Class:
		if r, found, err := object.CallSpecial(t, x, "__iter__"); found {
			return r, err
		}
		return nil, notIterable(v)
	}
	return iterOf(t, v)
}

func notIterable(v value) error {
	return object.Raise(object.TypeError, "'%s' object is not iterable", object.TypeName(v))
}

// IsIterator reports whether v has __next__.
func IsIterator(v value) bool {
	if _, ok := v.(object.Iterator); ok {
		return true
	}
	return object.Special(v, "__next__") != nil
}

// callableState is iter(fn, sentinel).
type callableState struct{ fn, sentinel value }

// NewCallableIterator is iter(fn, sentinel).
func NewCallableIterator(t *thread, fn, sentinel value) (value, error) {
	if !object.IsCallable(fn) {
		return nil, object.Raise(object.TypeError, "iter(v, w): v must be callable")
	}
	return NewIterator(t, callableIterator, &callableState{fn, sentinel}), nil
}

// Next implements object.Iterator.
func (c *callableState) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if c.fn == nil {
		return nil, nil
	}
	v, err := object.Call(t, c.fn, nil, nil)
	if err != nil {
		if object.IsCaught(t, err, object.StopIteration) {
			c.fn = nil
			return nil, nil
		}
		return nil, err
	}
	same, err := object.Same(t, c.sentinel, v)
	if err != nil {
		return nil, err
	}
	if same {
		c.fn = nil
		return nil, nil
	}
	return v, nil
}

// listReversal walks a list backwards as it is at each step.
type listReversal struct {
	list *starlark.List
	i    int // of the next element
}

func newListReversal(l *starlark.List) *listReversal { return &listReversal{l, l.Len() - 1} }

// Next implements object.Iterator.
func (r *listReversal) Next(t *thread) (value, error) {
	if r.list == nil || r.i < 0 || r.i >= r.list.Len() {
		r.list = nil
		return nil, nil
	}
	v := r.list.Index(r.i)
	r.i--
	return v, nil
}

// Left returns how many elements are still to come.
func (r *listReversal) Left() int {
	if r.list == nil {
		return 0
	}
	return r.i + 1
}
