package abc

// This file defines the methods of Mapping and MutableMapping.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/modules/abc"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

// lookup is self[key], or nil if that raises KeyError.
func lookup(t *thread, self, key value) (value, error) {
	v, err := object.GetItem(t, self, key)
	if err != nil && object.IsCaught(t, err, object.KeyError) {
		return nil, nil
	}
	return v, err
}

// itemsOf collects the items of any mapping in a dict.
func itemsOf(t *thread, m value) (*starlark.Dict, error) {
	d := new(starlark.Dict)
	err := object.ForEach(t, m, func(k value) error {
		v, err := object.GetItem(t, m, k)
		if err != nil {
			return err
		}
		return object.DictSet(t, d, k, v)
	})
	return d, err
}

func mappingMethods() {
	abc.Abstract(Mapping, raising(object.KeyError, "__getitem__(self, key)"))
	Mapping.SetAttrValue("__reversed__", starlark.None)
	Mapping.SetAttrValue("__hash__", starlark.None)
	view := func(name string, class *object.Class) object.Def {
		return python(name+"(self)", "", func(t *thread, a args) (value, error) {
			return object.Call(t, class, starlark.Tuple{a[0]}, nil)
		})
	}
	equal := func(t *thread, a args) (bool, bool, error) {
		mapping, err := IsInstance(t, a[1], Mapping)
		if err != nil || !mapping {
			return false, false, err
		}
		x, err := itemsOf(t, a[0])
		if err != nil {
			return false, false, err
		}
		y, err := itemsOf(t, a[1])
		if err != nil {
			return false, false, err
		}
		same, err := object.Equal(t, x, y)
		return same, true, err
	}
	Mapping.AddMethods(
		python("get(self, key, default=None)", "D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.", func(t *thread, a args) (value, error) {
			v, err := lookup(t, a[0], a[1])
			if v == nil {
				v = a[2]
			}
			return v, err
		}),
		python("__contains__(self, key)", "", func(t *thread, a args) (value, error) {
			v, err := lookup(t, a[0], a[1])
			return truth(v != nil, err)
		}),
		view("keys", KeysView), view("items", ItemsView), view("values", ValuesView),
		python("__eq__(self, other)", "", func(t *thread, a args) (value, error) {
			same, known, err := equal(t, a)
			if !known {
				return object.NotImplemented, err
			}
			return truth(same, err)
		}),
	)
	abc.Abstract(MutableMapping,
		raising(object.KeyError, "__setitem__(self, key, value)"),
		raising(object.KeyError, "__delitem__(self, key)"))
	MutableMapping.AddMethods(
		python("pop(self, key, default=...)", "D.pop(k[,d]) -> v, remove specified key and return the corresponding value.\nIf key is not found, d is returned if given, otherwise KeyError is raised.", func(t *thread, a args) (value, error) {
			v, err := object.GetItem(t, a[0], a[1])
			if err != nil {
				if a[2] != nil && object.IsCaught(t, err, object.KeyError) {
					return a[2], nil
				}
				return nil, err
			}
			return v, object.DelItem(t, a[0], a[1])
		}),
		python("popitem(self)", "D.popitem() -> (k, v), remove and return some (key, value) pair\nas a 2-tuple; but raise KeyError if D is empty.", func(t *thread, a args) (value, error) {
			it, err := object.Iter(t, a[0])
			if err != nil {
				return nil, err
			}
			k, err := it.Next(t)
			if err != nil {
				return nil, err
			}
			if k == nil {
				return nil, object.Raise(object.KeyError, "")
			}
			v, err := object.GetItem(t, a[0], k)
			if err != nil {
				return nil, err
			}
			return starlark.Tuple{k, v}, object.DelItem(t, a[0], k)
		}),
		python("clear(self)", "D.clear() -> None.  Remove all items from D.", func(t *thread, a args) (value, error) {
			for {
				if _, err := object.CallMethod(t, a[0], "popitem"); err != nil {
					if object.IsCaught(t, err, object.KeyError) {
						return starlark.None, nil
					}
					return nil, err
				}
			}
		}),
		python("update(self, other=(), /, **kwds)", "D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.", func(t *thread, a args) (value, error) {
			d := new(starlark.Dict)
			if err := types.UpdateDict(t, "update", d, starlark.Tuple{a[1]}, object.Keywords(a[2])); err != nil {
				return nil, err
			}
			for _, item := range d.Items() {
				if err := object.SetItem(t, a[0], item[0], item[1]); err != nil {
					return nil, err
				}
			}
			return starlark.None, nil
		}),
		python("setdefault(self, key, default=None)", "D.setdefault(k[,d]) -> D.get(k,d), also set D[k]=d if k not in D", func(t *thread, a args) (value, error) {
			v, err := lookup(t, a[0], a[1])
			if v != nil || err != nil {
				return v, err
			}
			return a[2], object.SetItem(t, a[0], a[1], a[2])
		}),
	)
}
