package collections

// This file defines OrderedDict.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var (
	orderedDict = object.NewClass(object.Spec{
		Name: "OrderedDict", Module: "collections", Base: object.DictType,
		Doc: "Dictionary that remembers insertion order",
	})
	odictKeys     = object.NewClass(object.Spec{Name: "odict_keys", Base: types.DictKeys})
	odictValues   = object.NewClass(object.Spec{Name: "odict_values", Base: types.DictValues})
	odictItems    = object.NewClass(object.Spec{Name: "odict_items", Base: types.DictItems})
	odictIterator = types.NewIteratorClass("builtins", "odict_iterator")
)

// An odictIter walks an OrderedDict and words its changes as CPython does.
type odictIter struct{ *object.TableIterator }

// Next implements object.Iterator.
func (it odictIter) Next(t *thread) (value, error) {
	v, err := it.TableIterator.Next(t)
	if err != nil && object.IsException(err, object.RuntimeError) {
		err = object.Raise(object.RuntimeError, "OrderedDict mutated during iteration")
	}
	return v, err
}

func odictIterate(t *thread, d *starlark.Dict, keys, values, reverse bool) value {
	return types.NewIterator(t, odictIterator, odictIter{object.IterDict(d, keys, values, reverse)})
}

func init() {
	orderedDict.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(c, t, new(starlark.Dict)), nil
	}
	update := func(t *thread, self value, a starlark.Tuple, kwargs []starlark.Tuple) error {
		if len(a) > 1 {
			return object.Raise(object.TypeError, "expected at most 1 arguments, got %d", len(a))
		}
		if !overrides(self, "__setitem__") {
			return types.UpdateDict(t, "update", dictOf(self), a, kwargs)
		}
		// The subclass's __setitem__ sees every item.
		d := new(starlark.Dict)
		if err := types.UpdateDict(t, "update", d, a, kwargs); err != nil {
			return err
		}
		for _, item := range d.Items() {
			if err := object.SetItem(t, self, item[0], item[1]); err != nil {
				return err
			}
		}
		return nil
	}
	orderedDict.Init = update
	duplicate := func(t *thread, self value) (value, error) {
		if c := object.ClassOf(self); c != orderedDict {
			return object.Call(t, c, starlark.Tuple{self}, nil)
		}
		d := starlark.NewDict(dictOf(self).Len())
		return object.Make(orderedDict, t, d), types.UpdateDict(t, "update", d, starlark.Tuple{dictOf(self)}, nil)
	}
	union := func(t *thread, self, a, b value) (value, error) {
		_, ok := object.Base(a).(*starlark.Dict)
		_, ok2 := object.Base(b).(*starlark.Dict)
		if !ok || !ok2 {
			return object.NotImplemented, nil
		}
		r, err := object.Call(t, object.ClassOf(self), starlark.Tuple{a}, nil)
		if err != nil {
			return nil, err
		}
		return r, update(t, r, starlark.Tuple{b}, nil)
	}
	equal := func(t *thread, a, b value) (bool, bool, error) {
		if !object.IsInstance(b, object.DictType) {
			return false, false, nil
		}
		x, y := dictOf(a), dictOf(b)
		same, err := object.Equal(t, x, y)
		if err != nil || !same || !object.IsInstance(b, orderedDict) {
			return same, true, err
		}
		xs, ys := x.Keys(), y.Keys()
		for i := range xs {
			if same, err := object.Same(t, xs[i], ys[i]); err != nil || !same {
				return false, true, err
			}
		}
		return true, true, nil
	}
	compare := func(op object.Op) func(t *thread, a, b value) (value, error) {
		return func(t *thread, a, b value) (value, error) {
			same, known, err := equal(t, a, b)
			if !known {
				return object.NotImplemented, err
			}
			return starlark.Bool(same == (op == syntax.EQL)), err
		}
	}
	view := func(name string, kind *object.Class) object.Def {
		return method(name, func(t *thread, self value) (value, error) {
			base := map[*object.Class]*object.Class{odictKeys: types.DictKeys, odictValues: types.DictValues, odictItems: types.DictItems}[kind]
			return object.Make(kind, t, &types.DictView{Dict: dictOf(self), Owner: self, Kind: base}), nil
		})
	}
	iterate := func(keys, values bool) []object.Def {
		return []object.Def{
			method("__iter__", func(t *thread, self value) (value, error) {
				d := self.(*object.Instance).State.(*types.DictView).Dict
				return odictIterate(t, d, keys, values, false), nil
			}),
			method("__reversed__", func(t *thread, self value) (value, error) {
				d := self.(*object.Instance).State.(*types.DictView).Dict
				return odictIterate(t, d, keys, values, true), nil
			}),
			method("__repr__", func(t *thread, self value) (value, error) {
				items, err := object.Slice(t, self)
				if err != nil {
					return nil, err
				}
				s, err := object.Repr(t, starlark.NewList(items))
				return starlark.String(object.ClassOf(self).ClassName + "(" + s + ")"), err
			}),
		}
	}
	odictKeys.AddMethods(iterate(true, false)...)
	odictValues.AddMethods(iterate(false, true)...)
	odictItems.AddMethods(iterate(true, true)...)

	orderedDict.SetAttrValue("__hash__", starlark.None)
	orderedDict.AddMethods(
		object.Def{Sig: "popitem(self, last=True)", Doc: "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.", Fn: func(t *thread, a args) (value, error) {
			last, err := object.Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			d := dictOf(a[0])
			k, v, ok := object.FirstItem(d)
			if last {
				k, v, ok = object.LastItem(d)
			}
			if !ok {
				return nil, object.Raise(object.KeyError, "dictionary is empty")
			}
			_, err = object.DictDelete(t, d, k)
			return starlark.Tuple{k, v}, err
		}},
		object.Def{Sig: "move_to_end(self, key, last=True)", Doc: "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.", Fn: func(t *thread, a args) (value, error) {
			last, err := object.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			found, err := object.MoveToEnd(t, dictOf(a[0]), a[1], last)
			if err == nil && !found {
				err = object.RaiseArgs(object.KeyError, a[1])
			}
			return none(err)
		}},
		object.Def{Sig: "update(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
			return none(update(t, a[0], a[1].(starlark.Tuple), object.Keywords(a[2])))
		}},
		object.Def{Sig: "pop(self, key, default=...)", Doc: "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.", Fn: func(t *thread, a args) (value, error) {
			v, err := object.DictDelete(t, dictOf(a[0]), a[1])
			switch {
			case v != nil || err != nil:
				return v, err
			case a[2] != nil:
				return a[2], nil
			}
			return nil, object.RaiseArgs(object.KeyError, a[1])
		}},
		method("copy", duplicate), method("__copy__", duplicate),
		view("keys", odictKeys), view("values", odictValues), view("items", odictItems),
		method("__iter__", func(t *thread, self value) (value, error) {
			return odictIterate(t, dictOf(self), true, false, false), nil
		}),
		method("__reversed__", func(t *thread, self value) (value, error) {
			return odictIterate(t, dictOf(self), true, false, true), nil
		}),
		method("__reduce__", func(t *thread, self value) (value, error) {
			items, err := object.CallMethod(t, self, "items")
			if err != nil {
				return nil, err
			}
			it, err := types.IterValue(t, items)
			if err != nil {
				return nil, err
			}
			state := value(starlark.None)
			if x := self.(*object.Instance); x.Attrs.Len() > 0 {
				state = x.Attrs.Dict()
			}
			return starlark.Tuple{object.ClassOf(self), starlark.Tuple(nil), state, starlark.None, it}, nil
		}),
		method("__repr__", func(t *thread, self value) (value, error) {
			name := object.ClassOf(self).ClassName
			d := dictOf(self)
			if d.Len() == 0 {
				return starlark.String(name + "()"), nil
			}
			s, err := object.ReprGuard(t, self, "...", func() (string, error) {
				s, err := object.Repr(t, d)
				return name + "(" + s + ")", err
			})
			return starlark.String(s), err
		}),
		binary("__eq__", compare(syntax.EQL)), binary("__ne__", compare(syntax.NEQ)),
		binary("__or__", func(t *thread, a, b value) (value, error) { return union(t, a, a, b) }),
		binary("__ror__", func(t *thread, a, b value) (value, error) { return union(t, a, b, a) }),
		binary("__ior__", func(t *thread, a, b value) (value, error) { return a, update(t, a, starlark.Tuple{b}, nil) }),
	)
}
