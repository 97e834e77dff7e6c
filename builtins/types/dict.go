package types

// This file defines the class dict.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func init() {
	object.DictType.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		d := new(starlark.Dict)
		if cls == object.DictType {
			return d, nil
		}
		return object.Make(cls, t, d), nil
	}
	object.DictType.Init = func(t *thread, self value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		return UpdateDict(t, "dict", dictOf(self), args, kwargs)
	}
	object.DictType.SetAttrValue("__doc__", starlark.String("dict() -> new empty dictionary\ndict(mapping) -> new dictionary initialized from a mapping object's\n    (key, value) pairs\ndict(iterable) -> new dictionary initialized as if via:\n    d = {}\n    for k, v in iterable:\n        d[k] = v\ndict(**kwargs) -> new dictionary initialized with the name=value pairs\n    in the keyword argument list.  For example:  dict(one=1, two=2)"))
	object.DictType.SetAttrValue("__hash__", starlark.None)
	object.DictType.AddMethods(
		object.Def{Sig: "get(self, key, default=None, /)", Fn: func(t *thread, a args) (value, error) {
			v, err := object.DictGet(t, dictOf(a[0]), a[1])
			if v == nil {
				v = a[2]
			}
			return v, err
		}},
		object.Def{Sig: "setdefault(self, key, default=None, /)", Fn: func(t *thread, a args) (value, error) {
			d := dictOf(a[0])
			v, err := object.DictGet(t, d, a[1])
			if v != nil || err != nil {
				return v, err
			}
			return a[2], object.DictSet(t, d, a[1], a[2])
		}},
		object.Def{Sig: "pop(self, key, default=..., /)", Fn: func(t *thread, a args) (value, error) {
			v, err := object.DictDelete(t, dictOf(a[0]), a[1])
			switch {
			case v != nil || err != nil:
				return v, err
			case a[2] != nil:
				return a[2], nil
			}
			return nil, object.RaiseArgs(object.KeyError, a[1])
		}},
		method("popitem", func(t *thread, self value) (value, error) {
			d := dictOf(self)
			k, v, ok := object.LastItem(d)
			if !ok {
				return nil, object.Raise(object.KeyError, "popitem(): dictionary is empty")
			}
			if _, _, err := d.Delete(k); err != nil {
				return nil, object.AsException(t, err)
			}
			return starlark.Tuple{k, v}, nil
		}),
		object.Def{Sig: "update(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, UpdateDict(t, "update", dictOf(a[0]), a[1].(starlark.Tuple), object.Keywords(a[2]))
		}},
		method("clear", func(t *thread, self value) (value, error) {
			if err := dictOf(self).Clear(); err != nil {
				return nil, object.AsException(t, err)
			}
			return starlark.None, nil
		}),
		method("copy", func(t *thread, self value) (value, error) {
			if err := object.Charge(t, object.SizeOf(self)); err != nil {
				return nil, err
			}
			return copyDict(dictOf(self)), nil
		}),
		method("keys", func(t *thread, self value) (value, error) { return NewDictView(t, DictKeys, self), nil }),
		method("values", func(t *thread, self value) (value, error) { return NewDictView(t, DictValues, self), nil }),
		method("items", func(t *thread, self value) (value, error) { return NewDictView(t, DictItems, self), nil }),
		object.Def{Sig: "fromkeys(cls, iterable, value=None, /)", Class: true, Fn: dictFromKeys},
		lenMethod(), reprMethod(), containsMethod(), classGetItem(),
		object.Def{Sig: "__getitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			v, err := object.DictGet(t, dictOf(a[0]), a[1])
			if v != nil || err != nil {
				return v, err
			}
			if x, ok := a[0].(*object.Instance); ok {
				if v, found, err := object.CallSpecial(t, x, "__missing__", a[1]); found {
					return v, err
				}
			}
			return nil, object.RaiseArgs(object.KeyError, a[1])
		}},
		object.Def{Sig: "__setitem__(self, key, value, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, object.DictSet(t, dictOf(a[0]), a[1], a[2])
		}},
		object.Def{Sig: "__delitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			v, err := object.DictDelete(t, dictOf(a[0]), a[1])
			if v == nil && err == nil {
				err = object.RaiseArgs(object.KeyError, a[1])
			}
			return starlark.None, err
		}},
		method("__iter__", func(t *thread, self value) (value, error) {
			return NewIterator(t, dictKeyIterator, tableIterator(dictOf(self), DictKeys)), nil
		}),
		method("__reversed__", func(t *thread, self value) (value, error) {
			return NewIterator(t, dictReverseKeyIterator, reverseTableIterator(dictOf(self), DictKeys)), nil
		}),
		binary("__or__", func(t *thread, a, b value) (value, error) { return dictUnion(t, a, b) }),
		binary("__ror__", func(t *thread, a, b value) (value, error) { return dictUnion(t, b, a) }),
		binary("__ior__", func(t *thread, a, b value) (value, error) {
			return a, UpdateDict(t, "update", dictOf(a), starlark.Tuple{b}, nil)
		}),
	)
	object.DictType.AddMethods(comparisons(compareBases(object.DictType), equality...)...)
	object.DictType.AddMethods(orderless(object.DictType)...)
}

func copyDict(d *starlark.Dict) *starlark.Dict {
	out := starlark.NewDict(d.Len())
	for _, item := range d.Items() {
		out.SetKey(item[0], item[1]) // the keys hashed and compared before
	}
	return out
}

func dictUnion(t *thread, a, b value) (value, error) {
	x, ok := object.Base(a).(*starlark.Dict)
	y, ok2 := object.Base(b).(*starlark.Dict)
	if !ok || !ok2 {
		return object.NotImplemented, nil
	}
	if err := object.Charge(t, object.SizeOf(x)+object.SizeOf(y)); err != nil {
		return nil, err
	}
	out := copyDict(x)
	return out, mergeDict(t, out, y)
}

// mergeDict adds the items of y to d.
func mergeDict(t *thread, d, y *starlark.Dict) error {
	if err := object.Charge(t, object.SizeOf(y)); err != nil {
		return err
	}
	for _, item := range y.Items() {
		if err := object.DictSet(t, d, item[0], item[1]); err != nil {
			return err
		}
	}
	return nil
}

// UpdateDict is dict.update(*args, **kwargs); fn is the function's name in
// messages about the arguments.
func UpdateDict(t *thread, fn string, d *starlark.Dict, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if err := atMost(fn, args, 1); err != nil {
		return err
	}
	if len(args) == 1 {
		if err := updateFrom(t, d, args[0]); err != nil {
			return err
		}
	}
	for _, kv := range kwargs {
		if err := object.DictSet(t, d, kv[0], kv[1]); err != nil {
			return err
		}
	}
	return nil
}

// updateFrom adds the items of a mapping (what has keys()) or of an iterable of
// pairs.
func updateFrom(t *thread, d *starlark.Dict, from value) error {
	if y, ok := object.Base(from).(*starlark.Dict); ok {
		// A subclass that iterates on its own is asked for its keys.
		if x, sub := from.(*object.Instance); !sub || object.IsNativeMethod(x.Class().Lookup("__iter__")) && object.IsNativeMethod(x.Class().Lookup("keys")) {
			return mergeDict(t, d, y)
		}
	}
	keys, err := object.GetAttr(t, from, "keys")
	if err != nil && !object.IsCaught(t, err, object.AttributeError) {
		return err
	}
	if err == nil {
		list, err := object.Call(t, keys, nil, nil)
		if err != nil {
			return err
		}
		return object.ForEach(t, list, func(k value) error {
			v, err := object.GetItem(t, from, k)
			if err != nil {
				return err
			}
			return object.DictSet(t, d, k, v)
		})
	}
	n := 0
	return object.ForEach(t, from, func(e value) error {
		pair, ok := e.(starlark.Tuple)
		if !ok {
			items, err := object.Slice(t, e)
			if err != nil {
				if object.IsCaught(t, err, object.TypeError) {
					return object.Raise(object.TypeError, "cannot convert dictionary update sequence element #%d to a sequence", n)
				}
				return err
			}
			pair = items
		}
		if len(pair) != 2 {
			return object.Raise(object.ValueError, "dictionary update sequence element #%d has length %d; 2 is required", n, len(pair))
		}
		n++
		return object.DictSet(t, d, pair[0], pair[1])
	})
}

func dictFromKeys(t *thread, a args) (value, error) {
	cls := a[0].(*object.Class)
	if cls == object.DictType {
		d := new(starlark.Dict)
		return d, object.ForEach(t, a[1], func(k value) error { return object.DictSet(t, d, k, a[2]) })
	}
	d, err := object.Call(t, cls, nil, nil)
	if err != nil {
		return nil, err
	}
	return d, object.ForEach(t, a[1], func(k value) error { return object.SetItem(t, d, k, a[2]) })
}

// orderless makes the ordering methods of a class that only knows equality.
func orderless(c *object.Class) []object.Def {
	return comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		return object.NotImplemented, nil
	}, allComparisons[2:]...)
}
