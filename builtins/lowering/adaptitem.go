package lowering

// This file defines the adaptors of attributes and items, and of * and ** in
// calls.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// att gives the values of go.starlark.net Python's attributes.
type att struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a att) Get(x value) (value, bool, error) {
	switch x.(type) {
	case *object.Instance, *object.Class, *object.Module:
		return x, true, nil
	}
	return &attributes{iso: a.iso, v: x}, true, nil
}

// met is att for an attribute that is called at once: x.name(...). What it gives
// need not be a method object.
type met struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a met) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case *object.Instance, *object.Class, *object.Module:
		return x, true, nil
	case *starlark.Dict:
		return (*dictMethods)(x), true, nil
	}
	return &attributes{iso: a.iso, v: x}, true, nil
}

// dictMethods is a dict under other methods.
type dictMethods starlark.Dict

var _ starlark.HasAttrs = (*dictMethods)(nil)

func (a *dictMethods) String() string        { return (*starlark.Dict)(a).String() }
func (a *dictMethods) Type() string          { return "dict" }
func (a *dictMethods) Freeze()               {}
func (a *dictMethods) Truth() starlark.Bool  { return true }
func (a *dictMethods) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }

// Attr implements starlark.HasAttrs.
func (a *dictMethods) Attr(name string) (value, error) {
	if name == "get" {
		return (*dictGet)(a), nil
	}
	return object.GetAttr(nil, (*starlark.Dict)(a), name)
}

// AttrNames implements starlark.HasAttrs.
func (a *dictMethods) AttrNames() []string { return nil }

// dictGet is the method get of a dict.
type dictGet starlark.Dict

var _ starlark.Callable = (*dictGet)(nil)

func (a *dictGet) String() string        { return "<built-in method get>" }
func (a *dictGet) Type() string          { return "builtin_function_or_method" }
func (a *dictGet) Freeze()               {}
func (a *dictGet) Truth() starlark.Bool  { return true }
func (a *dictGet) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }
func (a *dictGet) Name() string          { return "get" }

// CallInternal implements starlark.Callable.
func (a *dictGet) CallInternal(st *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	d := (*starlark.Dict)(a)
	if n := len(args); n == 0 || n > 2 || len(kwargs) > 0 {
		m, err := object.GetAttr(nil, d, "get")
		if err != nil {
			return nil, err
		}
		return object.Call(isolate.Of(st), m, args, kwargs)
	}
	v, found, err := d.Get(args[0])
	if !found {
		if _, plain := args[0].(starlark.String); !plain {
			if v, err = object.DictGet(isolate.Of(st), d, args[0]); v != nil {
				return v, nil
			}
		}
		if err != nil {
			return nil, err
		}
		if len(args) > 1 {
			return args[1], nil
		}
		return starlark.None, nil
	}
	return v, nil
}

type attributes struct {
	opaque
	iso *isolate.Isolate
	v   value
}

var (
	_ starlark.HasAttrs    = (*attributes)(nil)
	_ starlark.HasSetField = (*attributes)(nil)
)

func (a *attributes) String() string { return a.v.String() }

// Type implements starlark.Value.
func (a *attributes) Type() string { return a.v.Type() }

// Attr implements starlark.HasAttrs.
func (a *attributes) Attr(name string) (value, error) {
	return object.GetAttr(a.iso.Current(), a.v, name)
}

// AttrNames implements starlark.HasAttrs.
func (a *attributes) AttrNames() []string { return nil }

// SetField implements starlark.HasSetField.
func (a *attributes) SetField(name string, v value) error {
	return object.SetAttr(a.iso.Current(), a.v, name, v)
}

// sub gives the values of go.starlark.net Python's items.
type sub struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a sub) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case *starlark.List:
		return (*listItems)(x), true, nil
	case *starlark.Dict:
		return (*dictItems)(x), true, nil
	case *object.Instance:
		return x, true, nil
	}
	return &items{iso: a.iso, v: x}, true, nil
}

// subNum is sub for an item that becomes an operand: $subnum[x][y] is
// $num[$sub[x][y]].
type subNum struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a subNum) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case *starlark.List:
		return (*listNums)(x), true, nil
	}
	return &itemNums{items{iso: a.iso, v: x}}, true, nil
}

type itemNums struct{ items }

// Get implements starlark.Mapping.
func (a *itemNums) Get(key value) (value, bool, error) {
	v, _, err := a.items.Get(key)
	if err != nil {
		return nil, false, err
	}
	return num{}.Get(v)
}

type listNums starlark.List

func (a *listNums) String() string        { return (*starlark.List)(a).String() }
func (a *listNums) Type() string          { return "list" }
func (a *listNums) Freeze()               {}
func (a *listNums) Truth() starlark.Bool  { return true }
func (a *listNums) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }

// Get implements starlark.Mapping.
func (a *listNums) Get(key value) (value, bool, error) {
	v, _, err := (*listItems)(a).Get(key)
	if b, ok := v.(starlark.Bool); ok {
		v = intOf(b)
	}
	return v, true, err
}

// items is any value, subscripted as Python does.
type items struct {
	opaque
	iso *isolate.Isolate
	v   value
}

func (a *items) String() string { return a.v.String() }

// Type implements starlark.Value.
func (a *items) Type() string { return a.v.Type() }

// Get implements starlark.Mapping.
func (a *items) Get(key value) (value, bool, error) {
	v, err := object.GetItem(a.iso.Current(), a.v, key)
	return v, true, err
}

// listItems and dictItems are lists and dicts under other methods: making one
// costs nothing.
type (
	listItems starlark.List
	dictItems starlark.Dict
)

var (
	_ starlark.HasSetKey = (*listItems)(nil)
	_ starlark.HasSetKey = (*dictItems)(nil)
	_ starlark.HasSetKey = (*items)(nil)
)

func (a *listItems) String() string        { return (*starlark.List)(a).String() }
func (a *listItems) Type() string          { return "list" }
func (a *listItems) Freeze()               {}
func (a *listItems) Truth() starlark.Bool  { return true }
func (a *listItems) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }

// Get implements starlark.Mapping.
func (a *listItems) Get(key value) (value, bool, error) {
	l := (*starlark.List)(a)
	if k, ok := key.(starlark.Int); ok {
		if i, ok := k.Int64(); ok {
			n := int64(l.Len())
			if i < 0 {
				i += n
			}
			if i >= 0 && i < n {
				return l.Index(int(i)), true, nil
			}
		}
	}
	v, err := object.GetItem(threadOf(key), l, key)
	return v, true, err
}

// SetKey implements starlark.HasSetKey.
func (a *listItems) SetKey(key, v value) error {
	l := (*starlark.List)(a)
	if k, ok := key.(starlark.Int); ok {
		if i, ok := k.Int64(); ok {
			n := int64(l.Len())
			if i < 0 {
				i += n
			}
			if i >= 0 && i < n {
				return object.SetIndex(l, int(i), v)
			}
		}
	}
	return object.SetItem(threadOf(key), l, key, v)
}

// SetKey implements starlark.HasSetKey.
func (a *dictItems) SetKey(key, v value) error {
	return object.DictSet(threadOf(key), (*starlark.Dict)(a), key, v)
}

// SetKey implements starlark.HasSetKey.
func (a *items) SetKey(key, v value) error {
	return object.SetItem(a.iso.Current(), a.v, key, v)
}

// threadOf finds the running thread by a key that may be an object of a script,
// the only kind of key that needs it.
func threadOf(key value) *thread {
	if x, ok := key.(*object.Instance); ok && x.Isolate() != nil {
		return x.Isolate().Current()
	}
	return nil
}

func (a *dictItems) String() string        { return (*starlark.Dict)(a).String() }
func (a *dictItems) Type() string          { return "dict" }
func (a *dictItems) Freeze()               {}
func (a *dictItems) Truth() starlark.Bool  { return true }
func (a *dictItems) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }

// Get implements starlark.Mapping.
func (a *dictItems) Get(key value) (value, bool, error) {
	d := (*starlark.Dict)(a)
	if err := object.CheckKey(key); err != nil {
		return nil, false, err
	}
	v, found, err := d.Get(key)
	if found {
		return v, true, nil
	}
	if err == nil {
		v, err = object.DictGet(threadOf(key), d, key)
		if v != nil {
			return v, true, nil
		}
		if err == nil {
			return nil, false, object.RaiseArgs(object.KeyError, key)
		}
	}
	return nil, false, object.AsException(threadOf(key), err)
}

// star is for x in f(*x).
type star struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a star) Get(x value) (value, bool, error) {
	switch x.(type) {
	case starlark.Tuple, *starlark.List:
		return x, true, nil
	}
	t := a.iso.Current()
	if _, err := object.Iter(t, x); err != nil {
		if object.IsCaught(t, err, object.TypeError) {
			// The call says what it wants and has got.
			return notIterable{typ: object.TypeName(x)}, true, nil
		}
		return nil, false, err
	}
	list, err := object.Slice(t, x)
	return starlark.Tuple(list), true, err
}

type notIterable struct {
	opaque
	typ string
}

func (n notIterable) String() string { return n.typ }

// Type implements starlark.Value.
func (n notIterable) Type() string { return n.typ }

// kwstar is for x in f(**x).
type kwstar struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a kwstar) Get(x value) (value, bool, error) {
	if d, ok := x.(*starlark.Dict); ok {
		for _, k := range d.Keys() {
			if _, ok := k.(starlark.String); !ok {
				return a.copy(x)
			}
		}
		return d, true, nil
	}
	if _, err := object.GetAttr(a.iso.Current(), x, "keys"); err != nil {
		return notIterable{typ: object.TypeName(x)}, true, nil
	}
	return a.copy(x)
}

func (a kwstar) copy(x value) (value, bool, error) {
	d := new(starlark.Dict)
	err := eachItem(a.iso.Current(), x, func(k, v value) error {
		s, ok := object.Text(k)
		if !ok {
			return object.Raise(object.TypeError, "keywords must be strings")
		}
		return d.SetKey(starlark.String(s), v)
	})
	return d, true, err
}

// eachItem calls fn for the items of a mapping: anything with keys().
func eachItem(t *thread, x value, fn func(k, v value) error) error {
	if d, ok := x.(*starlark.Dict); ok {
		for _, item := range d.Items() {
			if err := fn(item[0], item[1]); err != nil {
				return err
			}
		}
		return nil
	}
	m, err := object.GetAttr(t, x, "keys")
	if err != nil {
		if object.IsCaught(t, err, object.AttributeError) {
			return object.Raise(object.TypeError, "'%s' object is not a mapping", object.TypeName(x))
		}
		return err
	}
	keys, err := object.Call(t, m, nil, nil)
	if err != nil {
		return err
	}
	list, err := object.Slice(t, keys)
	if err != nil {
		return err
	}
	for _, k := range list {
		v, err := object.GetItem(t, x, k)
		if err != nil {
			return err
		}
		if err := fn(k, v); err != nil {
			return err
		}
	}
	return nil
}

func init() {
	adaptors["att"] = func(r *env) value { return att{iso: r.iso} }
	adaptors["met"] = func(r *env) value { return met{iso: r.iso} }
	adaptors["sub"] = func(r *env) value { return sub{iso: r.iso} }
	adaptors["subnum"] = func(r *env) value { return subNum{iso: r.iso} }
	adaptors["star"] = func(r *env) value { return star{iso: r.iso} }
	adaptors["kwstar"] = func(r *env) value { return kwstar{iso: r.iso} }

	mkslice := func(a, b, c value) *object.SliceValue { return &object.SliceValue{Start: a, Stop: b, Step: c} }
	functions["mkslice"] = plain(func(_ *thread, a starlark.Tuple) (value, error) { return mkslice(a[0], a[1], a[2]), nil })
	functions["slice"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return object.GetItem(t, a[0], mkslice(a[1], a[2], a[3]))
	})
	functions["setslice"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return starlark.None, object.SetItem(t, a[0], mkslice(a[1], a[2], a[3]), a[4])
	})
	functions["delitem"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return starlark.None, object.DelItem(t, a[0], a[1])
	})
	functions["delattr"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return starlark.None, object.DelAttr(t, a[0], string(a[1].(starlark.String)))
	})
}
