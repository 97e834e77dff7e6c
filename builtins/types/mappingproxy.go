package types

// This file defines mappingproxy, the read-only view of a mapping that
// Class.__dict__ is.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var mappingProxyType = object.NewClass(object.Spec{Name: "mappingproxy", Slots: true, Final: true})

// MappingProxyType is the class mappingproxy.
func MappingProxyType() *object.Class { return mappingProxyType }

// proxyState is the State of a mappingproxy: of a class's namespace or of any
// mapping.
type proxyState struct {
	class   *object.Class
	mapping value
}

// NewMappingProxy returns a read-only view of a mapping.
func NewMappingProxy(t *thread, mapping value) value {
	return object.Make(mappingProxyType, t, &proxyState{mapping: mapping})
}

func newClassProxy(t *thread, c *object.Class) value {
	return object.Make(mappingProxyType, t, &proxyState{class: c})
}

// target returns the mapping behind a proxy. A class's namespace is copied: what
// a script holds must not become the storage of a class, which other isolates
// may share.
func (p *proxyState) target() value {
	if p.class == nil {
		return p.mapping
	}
	names := p.class.Dict.Names()
	d := starlark.NewDict(len(names))
	for _, n := range names {
		d.SetKey(starlark.String(n), p.class.Dict.Get(n))
	}
	return d
}

func proxyOf(v value) *proxyState { return v.(*object.Instance).State.(*proxyState) }

func init() {
	c := mappingProxyType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(args)+len(kwargs) != 1 || len(kwargs) == 1 && kwargs[0][0] != starlark.String("mapping") {
			if len(args)+len(kwargs) == 0 {
				return nil, object.Raise(object.TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)")
			}
			return nil, object.Raise(object.TypeError, "mappingproxy() takes at most 1 argument (%d given)", len(args)+len(kwargs))
		}
		var m value
		if len(args) == 1 {
			m = args[0]
		} else {
			m = kwargs[0][1]
		}
		switch object.Base(m).(type) {
		case *starlark.List, starlark.Tuple:
			return nil, object.Raise(object.TypeError, "mappingproxy() argument must be a mapping, not %s", object.TypeName(m))
		}
		if _, ok := object.Base(m).(*starlark.Dict); !ok && object.Special(m, "__getitem__") == nil {
			return nil, object.Raise(object.TypeError, "mappingproxy() argument must be a mapping, not %s", object.TypeName(m))
		}
		return NewMappingProxy(t, m), nil
	}
	forward := func(name string) object.Def {
		return object.Def{Sig: name + "(self, /, *args)", Fn: func(t *thread, a args) (value, error) {
			return object.CallMethod(t, proxyOf(a[0]).target(), name, a[1].(starlark.Tuple)...)
		}}
	}
	c.AddMethods(
		forward("keys"), forward("values"), forward("items"), forward("copy"), forward("get"),
		method("__len__", func(t *thread, self value) (value, error) {
			n, err := object.Len(t, proxyOf(self).target())
			return starlark.MakeInt(n), err
		}),
		method("__iter__", func(t *thread, self value) (value, error) { return IterValue(t, proxyOf(self).target()) }),
		method("__reversed__", func(t *thread, self value) (value, error) {
			return object.Call(t, ReversedType, starlark.Tuple{proxyOf(self).target()}, nil)
		}),
		object.Def{Sig: "__contains__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			ok, err := object.Contains(t, proxyOf(a[0]).target(), a[1])
			return starlark.Bool(ok), err
		}},
		object.Def{Sig: "__getitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			return object.GetItem(t, proxyOf(a[0]).target(), a[1])
		}},
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := object.Repr(t, proxyOf(self).target())
			return starlark.String("mappingproxy(" + s + ")"), err
		}),
		method("__str__", func(t *thread, self value) (value, error) {
			s, err := object.Str(t, proxyOf(self).target())
			return starlark.String(s), err
		}),
		method("__hash__", func(t *thread, self value) (value, error) { return hashOf(t, proxyOf(self).target()) }),
		binary("__or__", func(t *thread, a, b value) (value, error) { return proxyUnion(t, a, b) }),
		binary("__ror__", func(t *thread, a, b value) (value, error) { return proxyUnion(t, b, a) }),
		classGetItem(),
	)
	c.AddMethods(comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		if x, ok := b.(*object.Instance); ok && x.Class() == mappingProxyType {
			b = proxyOf(b).target()
		}
		return object.Compare(t, op, proxyOf(a).target(), b)
	}, equality...)...)
}

func proxyUnion(t *thread, a, b value) (value, error) {
	open := func(v value) value {
		if x, ok := v.(*object.Instance); ok && x.Class() == mappingProxyType {
			return proxyOf(v).target()
		}
		return v
	}
	return dictUnion(t, open(a), open(b))
}
