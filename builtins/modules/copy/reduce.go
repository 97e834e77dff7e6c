package copy

// This file defines copies of objects: through __reduce__ if the class has one,
// otherwise from their underlying value and attributes.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/object"
)

// ownMethod returns a method that the class has from elsewhere than object.
func ownMethod(v value, name string) value {
	m := object.Special(v, name)
	if f, ok := m.(*object.Func); ok && f.Owner() == object.ObjectType {
		return nil
	}
	return m
}

// objectsOwn reports whether a method is one of object's.
func objectsOwn(method value) bool {
	if b, ok := method.(*object.BoundMethod); ok {
		method = b.Fn
	}
	f, ok := method.(*object.Func)
	return ok && f.Owner() == object.ObjectType
}

// attribute asks an object itself, not only its class, for a method; nil and
// None mean that it has none.
func attribute(t *thread, v value, name string) (value, error) {
	x, ok := v.(*object.Instance)
	var m value
	var err error
	if ok && x.Class().Lookup("__getattr__") == nil && ownMethod(x, "__getattribute__") == nil {
		m, err = x.GenericAttr(t, name) // makes no AttributeError
	} else {
		m, err = object.GetAttr(t, v, name)
	}
	if err != nil && object.IsCaught(t, err, object.AttributeError) {
		return nil, nil
	}
	if m == starlark.None {
		m = nil
	}
	return m, err
}

// rebuild copies an object; m is nil for a shallow copy.
func rebuild(t *thread, v value, m *memo) (value, error) {
	if fn := codec.Reducer(t, object.ClassOf(v)); fn != nil {
		r, err := object.Call(t, fn, starlark.Tuple{v}, nil)
		if err != nil {
			return nil, err
		}
		return reconstruct(t, v, r, m)
	}
	method, err := attribute(t, v, "__reduce_ex__")
	if err != nil {
		return nil, err
	}
	if method != nil && !objectsOwn(method) {
		r, err := object.Call(t, method, starlark.Tuple{starlark.MakeInt(4)}, nil)
		if err != nil {
			return nil, err
		}
		return reconstruct(t, v, r, m)
	}
	if ownMethod(v, "__reduce__") != nil {
		r, _, err := object.CallSpecial(t, v, "__reduce__")
		if err != nil {
			return nil, err
		}
		return reconstruct(t, v, r, m)
	}
	x, ok := v.(*object.Instance)
	if !ok {
		return nil, noCopy(v)
	}
	return duplicate(t, x, m)
}

func noCopy(v value) error {
	return object.Raise(object.TypeError, "cannot pickle '%s' object", object.TypeName(v))
}

func (m *memo) of(t *thread, v value) (value, error) {
	if m == nil {
		return v, nil
	}
	return deep(t, v, m)
}

// reconstruct makes a copy of v from what its __reduce__ returned: a callable,
// its arguments, and optionally a state, list items and dict items.
func reconstruct(t *thread, v, reduced value, m *memo) (value, error) {
	if _, ok := object.Text(reduced); ok {
		return v, nil
	}
	parts, ok := object.Base(reduced).(starlark.Tuple)
	if !ok {
		return nil, object.Raise(object.TypeError, "Value after * must be an iterable, not %s", object.TypeName(reduced))
	}
	if len(parts) < 2 || len(parts) > 5 {
		return nil, object.Raise(object.TypeError, "_reconstruct() takes from 4 to 7 positional arguments but %d were given", len(parts)+2)
	}
	ctor, err := object.Slice(t, parts[1])
	if err != nil {
		return nil, err
	}
	for i := range ctor {
		if ctor[i], err = m.of(t, ctor[i]); err != nil {
			return nil, err
		}
	}
	y, err := object.Call(t, parts[0], ctor, nil)
	if err != nil {
		return nil, err
	}
	if m != nil {
		if err := m.put(v, y); err != nil {
			return nil, err
		}
	}
	part := func(i int) value {
		if i < len(parts) && parts[i] != starlark.None {
			return parts[i]
		}
		return nil
	}
	if state := part(2); state != nil {
		if state, err = m.of(t, state); err != nil {
			return nil, err
		}
		if err := setState(t, y, state); err != nil {
			return nil, err
		}
	}
	if items := part(3); items != nil {
		err := object.ForEach(t, items, func(e value) error {
			e, err := m.of(t, e)
			if err != nil {
				return err
			}
			_, err = object.CallMethod(t, y, "append", e)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	if items := part(4); items != nil {
		err := object.ForEach(t, items, func(e value) error {
			pair, err := object.Slice(t, e)
			if err != nil {
				return err
			}
			if len(pair) != 2 {
				return object.Raise(object.ValueError, "not enough values to unpack (expected 2, got %d)", len(pair))
			}
			for i := range pair {
				if pair[i], err = m.of(t, pair[i]); err != nil {
					return err
				}
			}
			return object.SetItem(t, y, pair[0], pair[1])
		})
		if err != nil {
			return nil, err
		}
	}
	return y, nil
}

// setState gives a new object its state: through __setstate__, or as
// attributes, those of slots apart.
func setState(t *thread, y, state value) error {
	if m := ownMethod(y, "__setstate__"); m != nil {
		_, _, err := object.CallSpecial(t, y, "__setstate__", state)
		return err
	}
	var slots value
	if pair, ok := state.(starlark.Tuple); ok && len(pair) == 2 {
		state, slots = pair[0], pair[1]
	}
	x, ok := y.(*object.Instance)
	for _, part := range []value{state, slots} {
		if part == nil || part == starlark.None {
			continue
		}
		d, isDict := object.Base(part).(*starlark.Dict)
		if !isDict {
			return object.Raise(object.TypeError, "'%s' object is not a mapping", object.TypeName(part))
		}
		for _, item := range d.Items() {
			name, isText := object.Text(item[0])
			if !isText {
				return object.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeName(item[0]))
			}
			if ok {
				x.Attrs.Set(name, item[1])
			} else if err := object.SetAttr(t, y, name, item[1]); err != nil {
				return err
			}
		}
	}
	return nil
}

// duplicate copies an object whose class says nothing of its copies: one of a
// script's class, perhaps derived from a built-in type, or an exception.
func duplicate(t *thread, x *object.Instance, m *memo) (value, error) {
	y := object.NewInstance(x.Class(), t)
	y.Extra = x.Extra
	var fill func() error
	switch s := x.State.(type) {
	case nil:
	case *object.ExceptionState:
		return copyException(t, x, s, m)
	case starlark.Tuple:
		y.State = s
		if m != nil {
			c, err := deep(t, s, m)
			if err != nil {
				return nil, err
			}
			y.State = c
		}
	case *starlark.List:
		list := starlark.NewList(nil)
		y.State = list
		fill = func() error {
			if m != nil {
				return deepItems(t, s, list, m)
			}
			return object.SetElems(list, append([]value(nil), object.Elems(s)...))
		}
	case *starlark.Dict:
		d := starlark.NewDict(s.Len())
		y.State = d
		fill = func() error {
			if m != nil {
				return deepDict(t, s, d, m)
			}
			for _, item := range s.Items() {
				d.SetKey(item[0], item[1])
			}
			return nil
		}
	case value:
		c, err := shallow(t, s)
		if m != nil {
			c, err = deep(t, s, m)
		}
		if err != nil {
			return nil, err
		}
		y.State = c
	default:
		return nil, noCopy(x)
	}
	if m != nil {
		if err := m.put(x, y); err != nil {
			return nil, err
		}
	}
	if fill != nil {
		if err := fill(); err != nil {
			return nil, err
		}
	}
	if ownMethod(x, "__getstate__") != nil {
		state, _, err := object.CallSpecial(t, x, "__getstate__")
		if err != nil {
			return nil, err
		}
		if state == starlark.None {
			return y, nil
		}
		if state, err = m.of(t, state); err != nil {
			return nil, err
		}
		return y, setState(t, y, state)
	}
	return y, copyAttrs(t, x, y, m)
}

func copyAttrs(t *thread, x, y *object.Instance, m *memo) error {
	if ownMethod(y, "__setstate__") != nil && x.Attrs.Len() > 0 {
		state, err := m.of(t, copyDict(x.Attrs.Dict()))
		if err != nil {
			return err
		}
		return setState(t, y, state)
	}
	for _, name := range x.Attrs.Names() {
		v, err := m.of(t, x.Attrs.Get(name))
		if err != nil {
			return err
		}
		y.Attrs.Set(name, v)
	}
	return nil
}

// copyException calls the class with the args, as exceptions reduce themselves.
func copyException(t *thread, x *object.Instance, s *object.ExceptionState, m *memo) (value, error) {
	ctor, err := m.of(t, s.Args)
	if err != nil {
		return nil, err
	}
	y, err := object.Call(t, x.Class(), ctor.(starlark.Tuple), nil)
	if err != nil {
		return nil, err
	}
	if m != nil {
		if err := m.put(x, y); err != nil {
			return nil, err
		}
	}
	z, ok := y.(*object.Instance)
	if !ok {
		return y, nil
	}
	return z, copyAttrs(t, x, z, m)
}
