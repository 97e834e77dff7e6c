package requests

// This file defines requests.structures.CaseInsensitiveDict.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var cidictClass = object.NewClass(object.Spec{
	Name: "CaseInsensitiveDict", Module: "requests.structures", Python: true,
	Doc: "A case-insensitive dict-like object that remembers the case of the key that was last set.",
	New: func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(cls, t, &cidict{}), nil
	},
})

// A cidict is the State of a CaseInsensitiveDict: what header fields are kept in.
// There are few of them, so they are a list that is searched.
type cidict struct{ items []cipair }

type cipair struct {
	lower string
	key   value // as it was last set
	val   value
}

func (d *cidict) find(lower string) int {
	for i := range d.items {
		if d.items[i].lower == lower {
			return i
		}
	}
	return -1
}

// get returns the value of a name in lower case, or nil.
func (d *cidict) get(lower string) value {
	if i := d.find(lower); i >= 0 {
		return d.items[i].val
	}
	return nil
}

func (d *cidict) set(lower string, key, val value) {
	if i := d.find(lower); i >= 0 {
		d.items[i].key, d.items[i].val = key, val
		return
	}
	d.items = append(d.items, cipair{lower, key, val})
}

func (d *cidict) delete(lower string) bool {
	i := d.find(lower)
	if i >= 0 {
		// What iterates over the old items must not see them move.
		d.items = append(append([]cipair(nil), d.items[:i]...), d.items[i+1:]...)
	}
	return i >= 0
}

func (d *cidict) clone() *cidict { return &cidict{append([]cipair(nil), d.items...)} }

func (d *cidict) dict() *starlark.Dict {
	out := starlark.NewDict(len(d.items))
	for _, p := range d.items {
		out.SetKey(p.key, p.val)
	}
	return out
}

// Iter implements object.Iterabler: the keys.
func (d *cidict) Iter(t *thread) (object.Iterator, error) {
	items := d.items
	i := 0
	return object.IteratorFunc(func(*thread) (value, error) {
		if i >= len(items) {
			return nil, nil
		}
		i++
		return items[i-1].key, nil
	}), nil
}

// ciKey is the lower case of a key, which is text; Python calls its lower().
func ciKey(k value) (string, error) {
	if s, ok := object.Text(k); ok {
		return lower(s), nil
	}
	if b, ok := object.BytesContent(k); ok {
		return lower(b), nil
	}
	return "", object.Raise(object.AttributeError, "'%s' object has no attribute 'lower'", object.TypeName(k))
}

func lower(s string) string {
	for i := range len(s) {
		if c := s[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}

func ciOf(v value) *cidict {
	x, ok := v.(*object.Instance)
	if !ok {
		return nil
	}
	d, _ := x.State.(*cidict)
	return d
}

// makeCI makes a CaseInsensitiveDict.
func makeCI(t *thread, d *cidict) value { return object.Make(cidictClass, t, d) }

// update sets what a mapping or a sequence of pairs holds.
func (d *cidict) update(t *thread, v value) error {
	if v == starlark.None {
		return nil
	}
	if o := ciOf(v); o != nil {
		for _, p := range o.items {
			d.set(p.lower, p.key, p.val)
		}
		return nil
	}
	return eachPair(t, v, func(k, v value) error {
		low, err := ciKey(k)
		if err == nil {
			d.set(low, k, v)
		}
		return err
	})
}

// eachPair calls fn for the items of a mapping or of a sequence of pairs.
func eachPair(t *thread, v value, fn func(k, v value) error) error {
	if d, ok := v.(*starlark.Dict); ok {
		for _, kv := range d.Items() {
			if err := fn(kv[0], kv[1]); err != nil {
				return err
			}
		}
		return nil
	}
	if object.Special(v, "keys") != nil {
		keys, err := object.CallMethod(t, v, "keys")
		if err != nil {
			return err
		}
		return object.ForEach(t, keys, func(k value) error {
			x, err := object.GetItem(t, v, k)
			if err != nil {
				return err
			}
			return fn(k, x)
		})
	}
	return object.ForEach(t, v, func(e value) error {
		pair, err := object.Slice(t, e)
		if err != nil {
			return err
		}
		if len(pair) > 2 {
			return object.Raise(object.ValueError, "too many values to unpack (expected 2)")
		}
		if len(pair) < 2 {
			return object.Raise(object.ValueError, "not enough values to unpack (expected 2, got %d)", len(pair))
		}
		return fn(pair[0], pair[1])
	})
}

func init() {
	def := func(sig string, fn func(t *thread, d *cidict, a args) (value, error)) object.Def {
		return object.Def{Sig: "def " + sig, Fn: func(t *thread, a args) (value, error) { return fn(t, ciOf(a[0]), a) }}
	}
	fill := func(t *thread, d *cidict, a args) error {
		if a[1] != starlark.None {
			if err := d.update(t, a[1]); err != nil {
				return err
			}
		}
		return d.update(t, a[2])
	}
	items := func(d *cidict) value {
		out := make([]value, len(d.items))
		for i, p := range d.items {
			out[i] = starlark.Tuple{p.key, p.val}
		}
		return starlark.NewList(out)
	}
	pop := func(t *thread, d *cidict, k value) (value, error) {
		low, err := ciKey(k)
		if err != nil {
			return nil, err
		}
		v := d.get(low)
		d.delete(low)
		return v, nil
	}
	equal := func(t *thread, a, b value) (value, error) {
		x := ciOf(a)
		y := ciOf(b)
		if y == nil {
			if !object.IsInstance(b, object.DictType) && object.Special(b, "keys") == nil {
				return object.NotImplemented, nil
			}
			y = &cidict{}
			if err := y.update(t, b); err != nil {
				return nil, err
			}
		}
		if len(x.items) != len(y.items) {
			return starlark.False, nil
		}
		for _, p := range x.items {
			v := y.get(p.lower)
			if v == nil {
				return starlark.False, nil
			}
			if same, err := object.Same(t, p.val, v); err != nil || !same {
				return starlark.False, err
			}
		}
		return starlark.True, nil
	}
	cidictClass.SetAttrValue("__hash__", starlark.None)
	cidictClass.AddMethods(
		def("__init__(self, data=None, **kwargs)", func(t *thread, d *cidict, a args) (value, error) {
			return starlark.None, fill(t, d, a)
		}),
		def("update(self, other=None, /, **kwds)", func(t *thread, d *cidict, a args) (value, error) {
			return starlark.None, fill(t, d, a)
		}),
		def("__getitem__(self, key)", func(t *thread, d *cidict, a args) (value, error) {
			low, err := ciKey(a[1])
			if err != nil {
				return nil, err
			}
			if v := d.get(low); v != nil {
				return v, nil
			}
			return nil, object.RaiseArgs(object.KeyError, starlark.String(low))
		}),
		def("__setitem__(self, key, value)", func(t *thread, d *cidict, a args) (value, error) {
			low, err := ciKey(a[1])
			if err == nil {
				d.set(low, a[1], a[2])
			}
			return starlark.None, err
		}),
		def("__delitem__(self, key)", func(t *thread, d *cidict, a args) (value, error) {
			low, err := ciKey(a[1])
			if err == nil && !d.delete(low) {
				err = object.RaiseArgs(object.KeyError, starlark.String(low))
			}
			return starlark.None, err
		}),
		def("__contains__(self, key)", func(t *thread, d *cidict, a args) (value, error) {
			low, err := ciKey(a[1])
			return starlark.Bool(err == nil && d.find(low) >= 0), err
		}),
		def("__len__(self)", func(t *thread, d *cidict, a args) (value, error) { return starlark.MakeInt(len(d.items)), nil }),
		def("__iter__(self)", func(t *thread, d *cidict, a args) (value, error) {
			keys := make([]value, len(d.items))
			for i, p := range d.items {
				keys[i] = p.key
			}
			return object.CallMethod(t, starlark.NewList(keys), "__iter__")
		}),
		def("get(self, key, default=None)", func(t *thread, d *cidict, a args) (value, error) {
			low, err := ciKey(a[1])
			if err != nil {
				return nil, err
			}
			if v := d.get(low); v != nil {
				return v, nil
			}
			return a[2], nil
		}),
		def("setdefault(self, key, default=None)", func(t *thread, d *cidict, a args) (value, error) {
			low, err := ciKey(a[1])
			if err != nil {
				return nil, err
			}
			if v := d.get(low); v != nil {
				return v, nil
			}
			d.set(low, a[1], a[2])
			return a[2], nil
		}),
		def("pop(self, key, default=...)", func(t *thread, d *cidict, a args) (value, error) {
			v, err := pop(t, d, a[1])
			if v == nil && err == nil {
				if a[2] == nil {
					low, _ := ciKey(a[1])
					return nil, object.RaiseArgs(object.KeyError, starlark.String(low))
				}
				v = a[2]
			}
			return v, err
		}),
		def("popitem(self)", func(t *thread, d *cidict, a args) (value, error) {
			if len(d.items) == 0 {
				return nil, object.Raise(object.KeyError, "")
			}
			p := d.items[0]
			d.delete(p.lower)
			return starlark.Tuple{p.key, p.val}, nil
		}),
		def("clear(self)", func(t *thread, d *cidict, a args) (value, error) { d.items = nil; return starlark.None, nil }),
		def("copy(self)", func(t *thread, d *cidict, a args) (value, error) {
			return object.Make(object.ClassOf(a[0]), t, d.clone()), nil
		}),
		def("keys(self)", func(t *thread, d *cidict, a args) (value, error) { return object.CallMethod(t, d.dict(), "keys") }),
		def("values(self)", func(t *thread, d *cidict, a args) (value, error) { return object.CallMethod(t, d.dict(), "values") }),
		def("items(self)", func(t *thread, d *cidict, a args) (value, error) { return object.CallMethod(t, d.dict(), "items") }),
		def("lower_items(self)", func(t *thread, d *cidict, a args) (value, error) {
			out := make([]value, len(d.items))
			for i, p := range d.items {
				out[i] = starlark.Tuple{starlark.String(p.lower), p.val}
			}
			return object.CallMethod(t, starlark.NewList(out), "__iter__")
		}),
		def("__eq__(self, other)", func(t *thread, d *cidict, a args) (value, error) { return equal(t, a[0], a[1]) }),
		def("__ne__(self, other)", func(t *thread, d *cidict, a args) (value, error) {
			v, err := equal(t, a[0], a[1])
			if b, ok := v.(starlark.Bool); ok {
				v = !b
			}
			return v, err
		}),
		def("__repr__(self)", func(t *thread, d *cidict, a args) (value, error) {
			s, err := object.Repr(t, d.dict())
			return starlark.String(s), err
		}),
		def("__reduce__(self)", func(t *thread, d *cidict, a args) (value, error) {
			return starlark.Tuple{object.ClassOf(a[0]), starlark.Tuple{items(d)}}, nil
		}),
	)
}
