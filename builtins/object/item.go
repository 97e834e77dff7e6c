package object

// This file defines subscription and membership.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/text"
)

// baseMethod reports whether m, found on the class of x, is the method that the
// class of x's underlying built-in value has: then the value is asked directly.
func baseMethod(m starlark.Value, x *Instance) bool {
	f, ok := m.(*Func)
	if !ok {
		return false
	}
	b := Base(x)
	return b != starlark.Value(x) && f.owner == ClassOf(b)
}

// Items is implemented by Go values of other packages that support x[key] with
// keys that are not plain ints (slices), or need the thread.
type Items interface {
	GetItem(t *Thread, key starlark.Value) (starlark.Value, error)
}

// SettableItems is implemented by those that support x[key] = v and del x[key];
// v is nil for del.
type SettableItems interface {
	SetItem(t *Thread, key, v starlark.Value) error
}

// Container is implemented by Go values of other packages that support `in`.
type Container interface {
	Contains(t *Thread, v starlark.Value) (bool, error)
}

// SliceHook serves x[a:b:c] and its assignment on built-in sequences; package
// types sets it.
var SliceHook struct {
	Get func(t *Thread, x starlark.Value, s *SliceValue) (starlark.Value, error)
	Set func(t *Thread, x starlark.Value, s *SliceValue, v starlark.Value) error // nil v deletes
}

// GetItem returns x[key].
func GetItem(t *Thread, x, key starlark.Value) (starlark.Value, error) {
	if s, ok := key.(*SliceValue); ok && SliceHook.Get != nil {
		switch x.(type) {
		case *starlark.List, starlark.Tuple, starlark.String:
			return SliceHook.Get(t, x, s)
		}
	}
	switch x := x.(type) {
	case *starlark.Dict:
		v, err := DictGet(t, x, key)
		if v == nil && err == nil {
			err = RaiseArgs(KeyError, key)
		}
		return v, err
	case *starlark.List:
		i, err := sequenceIndex(t, key, x.Len(), "list", "list index out of range")
		if err != nil {
			return nil, err
		}
		return x.Index(i), nil
	case starlark.Tuple:
		i, err := sequenceIndex(t, key, len(x), "tuple", "tuple index out of range")
		if err != nil {
			return nil, err
		}
		return x[i], nil
	case starlark.String:
		n := text.Len(string(x))
		i, err := sequenceIndex(t, key, n, "string", "string index out of range")
		if err != nil {
			return nil, err
		}
		s, err := text.At(string(x), i)
		return starlark.String(s), TextError(err)
	case *Instance:
		m := x.class.Lookup("__getitem__")
		if m != nil && !baseMethod(m, x) {
			return callBound(t, m, x, []starlark.Value{key})
		}
		if b := Base(x); b != starlark.Value(x) {
			if d, ok := b.(*starlark.Dict); ok {
				if mm := x.class.Lookup("__missing__"); mm != nil {
					v, err := DictGet(t, d, key)
					if v != nil || err != nil {
						return v, err
					}
					return callBound(t, mm, x, []starlark.Value{key})
				}
			}
			return GetItem(t, b, key)
		}
		if m != nil {
			return callBound(t, m, x, []starlark.Value{key})
		}
	case *Class:
		if x.Meta != nil {
			if m := x.Meta.Lookup("__getitem__"); m != nil {
				return callBound(t, m, x, []starlark.Value{key})
			}
		}
		if m := x.Lookup("__class_getitem__"); m != nil {
			b, err := x.bindOnClass(t, m)
			if err != nil {
				return nil, err
			}
			if f, ok := b.(*starlark.Function); ok { // implicitly a class method
				b = &BoundMethod{Self: x, Fn: f}
			}
			return Call(t, b, starlark.Tuple{key}, nil)
		}
		return nil, Raise(TypeError, "type '%s' is not subscriptable", x.ClassName)
	case Items:
		return x.GetItem(t, key)
	case starlark.Mapping:
		v, found, err := x.Get(key)
		if err == nil && !found {
			err = RaiseArgs(KeyError, key)
		}
		if err != nil {
			return nil, nativeError(t, err)
		}
		return v, nil
	case starlark.Indexable:
		i, err := sequenceIndex(t, key, x.Len(), TypeName(x), TypeName(x)+" index out of range")
		if err != nil {
			return nil, err
		}
		return x.Index(i), nil
	}
	return nil, Raise(TypeError, "'%s' object is not subscriptable", TypeName(x))
}

// SequenceIndex turns a subscript into an offset within n elements.
func SequenceIndex(t *Thread, key starlark.Value, n int, kind, outOfRange string) (int, error) {
	return sequenceIndex(t, key, n, kind, outOfRange)
}

func sequenceIndex(t *Thread, key starlark.Value, n int, kind, outOfRange string) (int, error) {
	k, ok := key.(starlark.Int)
	if !ok {
		var err error
		if k, err = Index(t, key); err != nil {
			if strings.HasPrefix(err.Error(), "TypeError: '") {
				if kind == "string" {
					return 0, Raise(TypeError, "string indices must be integers, not '%s'", TypeName(key))
				}
				return 0, Raise(TypeError, "%s indices must be integers or slices, not %s", kind, TypeName(key))
			}
			return 0, err
		}
	}
	i, ok := k.Int64()
	if !ok {
		return 0, Raise(IndexError, "cannot fit 'int' into an index-sized integer")
	}
	if i < 0 {
		i += int64(n)
	}
	if i < 0 || i >= int64(n) {
		return 0, Raise(IndexError, "%s", outOfRange)
	}
	return int(i), nil
}

// SetItem assigns x[key] = v.
func SetItem(t *Thread, x, key, v starlark.Value) error {
	if s, ok := key.(*SliceValue); ok && SliceHook.Set != nil {
		if l, ok := x.(*starlark.List); ok {
			return SliceHook.Set(t, l, s, v)
		}
	}
	switch x := x.(type) {
	case *starlark.Dict:
		return DictSet(t, x, key, v)
	case *starlark.List:
		i, err := sequenceIndex(t, key, x.Len(), "list", "list assignment index out of range")
		if err != nil {
			return err
		}
		return SetIndex(x, i, v)
	case *Instance:
		if m := x.class.Lookup("__setitem__"); m != nil && !baseMethod(m, x) {
			_, err := callBound(t, m, x, []starlark.Value{key, v})
			return err
		}
		if b := Base(x); b != starlark.Value(x) {
			return SetItem(t, b, key, v)
		}
	case SettableItems:
		return x.SetItem(t, key, v)
	case starlark.HasSetKey:
		if err := x.SetKey(key, v); err != nil {
			return nativeError(t, err)
		}
		return nil
	}
	return Raise(TypeError, "'%s' object does not support item assignment", TypeName(x))
}

// DelItem deletes x[key].
func DelItem(t *Thread, x, key starlark.Value) error {
	if s, ok := key.(*SliceValue); ok && SliceHook.Set != nil {
		if l, ok := x.(*starlark.List); ok {
			return SliceHook.Set(t, l, s, nil)
		}
	}
	switch x := x.(type) {
	case *starlark.Dict:
		v, err := DictDelete(t, x, key)
		if v == nil && err == nil {
			err = RaiseArgs(KeyError, key)
		}
		return err
	case *starlark.List:
		i, err := sequenceIndex(t, key, x.Len(), "list", "list assignment index out of range")
		if err != nil {
			return err
		}
		return DeleteIndex(t, x, i)
	case *Instance:
		if m := x.class.Lookup("__delitem__"); m != nil && !baseMethod(m, x) {
			_, err := callBound(t, m, x, []starlark.Value{key})
			return err
		}
		if b := Base(x); b != starlark.Value(x) {
			return DelItem(t, b, key)
		}
	case SettableItems:
		return x.SetItem(t, key, nil)
	}
	// CPython words it by whether the type has a table of sequence operations.
	verb := "does not"
	switch ClassOf(x) {
	case StrType, TupleType, BytesType, RangeType, SetType, FrozensetType:
		verb = "doesn't"
	default:
		if _, ok := x.(*Instance); ok {
			verb = "doesn't"
		}
	}
	if _, err := Index(t, key); err != nil {
		verb = "does not"
	}
	return Raise(TypeError, "'%s' object %s support item deletion", TypeName(x), verb)
}

// Contains reports v in x.
func Contains(t *Thread, x, v starlark.Value) (bool, error) {
	switch x := x.(type) {
	case *starlark.Dict:
		got, err := DictGet(t, x, v)
		return got != nil, err
	case *starlark.Set:
		if s, ok := Base(v).(*starlark.Set); ok && FrozenSet != nil {
			v = FrozenSet(s)
		}
		return SetHas(t, x, v)
	case *starlark.List:
		for i := 0; i < x.Len(); i++ {
			if ok, err := Same(t, x.Index(i), v); ok || err != nil {
				return ok, err
			}
			if err := t.Tick(); err != nil {
				return false, err
			}
		}
		return false, nil
	case starlark.Tuple:
		for _, e := range x {
			if ok, err := Same(t, e, v); ok || err != nil {
				return ok, err
			}
			if err := t.Tick(); err != nil {
				return false, err
			}
		}
		return false, nil
	case starlark.String:
		s, ok := Text(v)
		if !ok {
			return false, Raise(TypeError, "'in <string>' requires string as left operand, not %s", TypeName(v))
		}
		return strings.Contains(string(x), s), nil
	case *Instance:
		m := x.class.Lookup("__contains__")
		if m == starlark.None {
			return false, Raise(TypeError, "'%s' object is not a container", x.class.FullName())
		}
		if m != nil && !baseMethod(m, x) {
			r, err := callBound(t, m, x, []starlark.Value{v})
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		}
		if b := Base(x); b != starlark.Value(x) && m != nil {
			return Contains(t, b, v)
		}
		if x.class.Lookup("__iter__") == nil && x.class.Lookup("__getitem__") == nil {
			if _, ok := x.State.(Iterabler); !ok {
				return false, noContainer(x)
			}
		}
	case *Class:
		if x.Meta != nil {
			if r, found, err := CallSpecial(t, x, "__contains__", v); found {
				if err != nil {
					return false, err
				}
				return Truth(t, r)
			}
		}
	case Container:
		return x.Contains(t, v)
	}
	it, err := Iter(t, x)
	if err != nil {
		if IsException(err, TypeError) {
			return false, noContainer(x)
		}
		return false, err
	}
	for {
		e, err := it.Next(t)
		if e == nil || err != nil {
			return false, err
		}
		if ok, err := Same(t, e, v); ok || err != nil {
			return ok, err
		}
	}
}

func noContainer(x starlark.Value) error {
	return Raise(TypeError, "argument of type '%s' is not iterable", TypeName(x))
}
