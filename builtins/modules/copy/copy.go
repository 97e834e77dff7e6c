// Package copy is the module copy: the functions (this file), and how objects
// say what they are made of (reduce.go).
package copy

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

var errorClass = object.NewClass(object.Spec{Name: "Error", Module: "copy", Base: object.Exception, Python: true})

// atomic reports whether v is its own copy.
func atomic(v value) bool {
	switch v.(type) {
	case starlark.NoneType, starlark.Bool, starlark.Int, starlark.Float, starlark.String, starlark.Bytes,
		*starlark.Function, *starlark.Builtin, *object.Func, *object.Class, *object.Property:
		return true
	case *object.Instance:
		return false
	}
	switch object.ClassOf(v) {
	case object.RangeType, object.ComplexType, object.EllipsisType, object.NotImplementedType, object.BuiltinType:
		return true
	}
	return false
}

// shallow is copy.copy.
func shallow(t *thread, v value) (value, error) {
	if atomic(v) {
		return v, nil
	}
	switch x := v.(type) {
	case starlark.Tuple, *object.SliceValue, *object.BoundMethod:
		return x, nil
	case *starlark.List:
		return starlark.NewList(append([]value(nil), object.Elems(x)...)), nil
	case *starlark.Dict:
		return copyDict(x), nil
	case *starlark.Set:
		return copySet(t, x)
	case *types.Frozenset:
		return x, nil
	case *types.Bytearray:
		b, _ := types.BytesLike(x)
		return types.NewBytearray([]byte(b)), nil
	}
	if r, found, err := object.CallSpecial(t, v, "__copy__"); found {
		return r, err
	}
	return rebuild(t, v, nil)
}

func copyDict(d *starlark.Dict) *starlark.Dict {
	out := starlark.NewDict(d.Len())
	for _, item := range d.Items() {
		out.SetKey(item[0], item[1])
	}
	return out
}

func copySet(t *thread, s *starlark.Set) (*starlark.Set, error) {
	out := starlark.NewSet(s.Len())
	for _, v := range object.Members(s) {
		if err := object.SetAdd(t, out, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// A memo remembers the copies by the id of the original. It is a dict because
// __deepcopy__ methods get it; kept holds the originals, whose ids would
// otherwise be used again.
type memo struct {
	dict *starlark.Dict
	kept *starlark.List
}

func id(v value) starlark.Int { return starlark.MakeUint64(uint64(object.Address(v))) }

func memoOf(t *thread, v value) (*memo, error) {
	if v == nil || v == starlark.None {
		return &memo{dict: new(starlark.Dict)}, nil
	}
	d, ok := object.Base(v).(*starlark.Dict)
	if !ok {
		return nil, object.Raise(object.TypeError, "deepcopy() memo must be a dict, not %s", object.TypeName(v))
	}
	m := &memo{dict: d}
	if kept, found, _ := d.Get(id(d)); found {
		m.kept, _ = kept.(*starlark.List)
	}
	return m, nil
}

func (m *memo) get(v value) value {
	c, found, _ := m.dict.Get(id(v))
	if !found {
		return nil
	}
	return c
}

func (m *memo) put(v, c value) error {
	if err := m.dict.SetKey(id(v), c); err != nil {
		return err
	}
	if m.kept == nil {
		m.kept = starlark.NewList(nil)
		if err := m.dict.SetKey(id(m.dict), m.kept); err != nil {
			return err
		}
	}
	return object.Append(m.kept, v)
}

// deep is copy.deepcopy.
func deep(t *thread, v value, m *memo) (value, error) {
	if atomic(v) {
		return v, nil
	}
	if c := m.get(v); c != nil {
		return c, nil
	}
	if err := object.Enter(t, ""); err != nil {
		return nil, err
	}
	defer object.Leave(t)
	switch x := v.(type) {
	case starlark.Tuple:
		return deepTuple(t, x, m)
	case *starlark.List:
		out := starlark.NewList(make([]value, 0, x.Len()))
		if err := m.put(v, out); err != nil {
			return nil, err
		}
		return out, deepItems(t, x, out, m)
	case *starlark.Dict:
		out := starlark.NewDict(x.Len())
		if err := m.put(v, out); err != nil {
			return nil, err
		}
		return out, deepDict(t, x, out, m)
	case *starlark.Set:
		items, err := deepTuple(t, object.Members(x), m)
		if err != nil {
			return nil, err
		}
		out, err := object.Call(t, object.SetType, starlark.Tuple{items}, nil)
		if err != nil {
			return nil, err
		}
		return out, m.put(v, out)
	case *types.Frozenset:
		items, err := object.Slice(t, x)
		if err != nil {
			return nil, err
		}
		copied, err := deepTuple(t, items, m)
		if err != nil {
			return nil, err
		}
		out, err := object.Call(t, object.FrozensetType, starlark.Tuple{copied}, nil)
		if err != nil {
			return nil, err
		}
		return out, m.put(v, out)
	case *object.BoundMethod:
		self, err := deep(t, x.Self, m)
		return &object.BoundMethod{Self: self, Fn: x.Fn}, err
	case *object.SliceValue, *types.Bytearray:
		return shallow(t, v)
	}
	method, err := attribute(t, v, "__deepcopy__")
	if err != nil {
		return nil, err
	}
	if method != nil {
		r, err := object.Call(t, method, starlark.Tuple{m.dict}, nil)
		if err == nil && !object.Is(r, v) {
			err = m.put(v, r)
		}
		return r, err
	}
	return rebuild(t, v, m)
}

// deepTuple copies a tuple; one whose elements are their own copies is itself.
func deepTuple(t *thread, x starlark.Tuple, m *memo) (value, error) {
	out := make(starlark.Tuple, len(x))
	same := true
	for i, e := range x {
		c, err := deep(t, e, m)
		if err != nil {
			return nil, err
		}
		out[i] = c
		same = same && object.Is(c, e)
	}
	if len(x) > 0 {
		// Copying an element may have copied the tuple by way of a cycle.
		if c := m.get(x); c != nil {
			return c, nil
		}
	}
	if same {
		return x, nil
	}
	return out, m.put(x, out)
}

func deepItems(t *thread, from, to *starlark.List, m *memo) error {
	for i := 0; i < from.Len(); i++ {
		c, err := deep(t, from.Index(i), m)
		if err != nil {
			return err
		}
		if err := object.Append(to, c); err != nil {
			return err
		}
		if i%1024 == 1023 {
			if err := t.Check(); err != nil {
				return err
			}
		}
	}
	return nil
}

func deepDict(t *thread, from, to *starlark.Dict, m *memo) error {
	for _, item := range from.Items() {
		k, err := deep(t, item[0], m)
		if err != nil {
			return err
		}
		v, err := deep(t, item[1], m)
		if err != nil {
			return err
		}
		if err := object.DictSet(t, to, k, v); err != nil {
			return err
		}
	}
	return nil
}

func init() {
	errorClass.Exception = true
	registry.Register(&registry.Module{
		Name: "copy", Doc: "Generic (shallow and deep) copying operations.",
		Classes: []*object.Class{errorClass},
		Values: map[string]value{
			"error":   errorClass,
			"__all__": starlark.Tuple{starlark.String("Error"), starlark.String("copy"), starlark.String("deepcopy"), starlark.String("replace")},
		},
		Funcs: []object.Def{
			{Sig: "def copy(x)", Doc: "Shallow copy operation on arbitrary Python objects.", Fn: func(t *thread, a args) (value, error) { return shallow(t, a[0]) }},
			{Sig: "def deepcopy(x, memo=None, _nil=...)", Doc: "Deep copy operation on arbitrary Python objects.", Fn: func(t *thread, a args) (value, error) {
				m, err := memoOf(t, a[1])
				if err != nil {
					return nil, err
				}
				return deep(t, a[0], m)
			}},
			{Sig: "def replace(obj, /, **changes)", Doc: "Return a new object replacing specified fields with new values.", Fn: func(t *thread, a args) (value, error) {
				m := object.Special(a[0], "__replace__")
				if m == nil {
					return nil, object.Raise(object.TypeError, "replace() does not support %s objects", object.ClassOf(a[0]).ClassName)
				}
				return object.Call(t, m, starlark.Tuple{a[0]}, object.Keywords(a[1]))
			}},
		},
	})
}
