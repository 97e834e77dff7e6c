package types

// This file defines the class frozenset.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// A Frozenset is Python's frozenset: a set that cannot change, and so can be an
// element of sets and a key of dicts.
type Frozenset struct {
	set    *starlark.Set
	hash   uint32
	hashed bool
}

var (
	_ object.Typed        = (*Frozenset)(nil)
	_ starlark.HasAttrs   = (*Frozenset)(nil)
	_ object.Iterabler    = (*Frozenset)(nil)
	_ object.Container    = (*Frozenset)(nil)
	_ object.Reprer       = (*Frozenset)(nil)
	_ object.Comparer     = (*Frozenset)(nil)
	_ starlark.Sequence   = (*Frozenset)(nil)
	_ starlark.Comparable = (*Frozenset)(nil)
	_ starlark.HasBinary  = (*Frozenset)(nil)
)

// NewFrozenset returns a frozenset with the given elements; the caller must not
// use the set any more.
func NewFrozenset(s *starlark.Set) *Frozenset { return &Frozenset{set: s} }

// Members returns the elements in their order.
func (f *Frozenset) Members() []value { return object.Members(f.set) }

func (f *Frozenset) String() string       { return "frozenset(" + f.set.String() + ")" }
func (f *Frozenset) Type() string         { return "frozenset" }
func (f *Frozenset) Freeze()              {}
func (f *Frozenset) Truth() starlark.Bool { return f.set.Len() > 0 }
func (f *Frozenset) Len() int             { return f.set.Len() }

// Attr implements starlark.HasAttrs.
func (f *Frozenset) Attr(name string) (value, error) { return object.ClassAttr(f, name) }

// AttrNames implements starlark.HasAttrs.
func (f *Frozenset) AttrNames() []string { return nil }

// Class implements object.Typed.
func (f *Frozenset) Class() *object.Class { return object.FrozensetType }

// Hash does not depend on the order of the elements.
func (f *Frozenset) Hash() (uint32, error) {
	if f.hashed {
		return f.hash, nil
	}
	h := uint32(1927868237) * uint32(f.set.Len()+1)
	for _, e := range object.Members(f.set) {
		x, err := e.Hash()
		if err != nil {
			return 0, err
		}
		// Mixed, so that the sets of neighbouring numbers differ.
		h ^= (x ^ (x << 16) ^ 89869747) * 3644798167
	}
	f.hash, f.hashed = h*69069+907133923, true
	return f.hash, nil
}

// Iterate implements starlark.Iterable. A snapshot will do: nothing can change.
func (f *Frozenset) Iterate() starlark.Iterator {
	return starlark.Tuple(object.Members(f.set)).Iterate()
}

// Iter implements object.Iterabler.
func (f *Frozenset) Iter(t *thread) (object.Iterator, error) { return object.IterSet(f.set), nil }

// Contains implements object.Container.
func (f *Frozenset) Contains(t *thread, v value) (bool, error) {
	return object.SetHas(t, f.set, hashableElement(v))
}

// Repr implements object.Reprer.
func (f *Frozenset) Repr(t *thread) (string, error) {
	if f.set.Len() == 0 {
		return "frozenset()", nil
	}
	s, err := object.Repr(t, f.set)
	return "frozenset(" + s + ")", err
}

// CompareWith implements object.Comparer.
func (f *Frozenset) CompareWith(t *thread, op object.Op, v value) (result, ok bool, err error) {
	y := members(v)
	if y == nil {
		return false, false, nil
	}
	result, err = object.CompareSets(t, op, f.set, y)
	return result, true, err
}

// CompareSameType implements starlark.Comparable.
func (f *Frozenset) CompareSameType(op syntax.Token, y value, depth int) (bool, error) {
	other, ok := y.(*Frozenset)
	if !ok {
		return op == syntax.NEQ, nil
	}
	return object.CompareSets(nil, op, f.set, other.set)
}

// Binary implements starlark.HasBinary.
func (f *Frozenset) Binary(op syntax.Token, y value, side starlark.Side) (value, error) {
	if _, ok := setOperators[op]; !ok {
		return nil, nil
	}
	a, b := value(f), y
	if side == starlark.Right {
		a, b = b, a
	}
	r, err := setOperator(nil, op, a, b)
	if r == object.NotImplemented {
		return nil, nil
	}
	return r, err
}

func init() {
	c := object.FrozensetType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if cls == object.FrozensetType {
			if err := noKeywords("frozenset", kwargs); err != nil {
				return nil, err
			}
		}
		if err := atMost("frozenset", args, 1); err != nil {
			return nil, err
		}
		f := &Frozenset{set: starlark.NewSet(0)}
		if len(args) == 1 {
			if same, ok := args[0].(*Frozenset); ok {
				f = same
			} else {
				s, err := newSet(t, args[0])
				if err != nil {
					return nil, err
				}
				f.set = s
			}
		}
		if cls == object.FrozensetType {
			return f, nil
		}
		return object.Make(cls, t, f), nil
	}
	c.SetAttrValue("__doc__", starlark.String("Build an immutable unordered collection of unique elements."))
	c.AddMethods(sharedSetMethods(c)...)
	c.AddMethods(
		method("copy", func(t *thread, self value) (value, error) { return object.Base(self), nil }),
		method("__hash__", func(t *thread, self value) (value, error) { return hashOf(t, object.Base(self)) }),
	)
}
