package types

// This file defines the class set, and what it shares with frozenset.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// setOperators names the methods of the four set operators.
var setOperators = map[object.Op]struct{ method, reflected, inplace string }{
	syntax.PIPE:       {"__or__", "__ror__", "__ior__"},
	syntax.AMP:        {"__and__", "__rand__", "__iand__"},
	syntax.MINUS:      {"__sub__", "__rsub__", "__isub__"},
	syntax.CIRCUMFLEX: {"__xor__", "__rxor__", "__ixor__"},
}

// members returns the table of a set or frozenset (or an object of a subclass),
// or nil.
func members(v value) *starlark.Set {
	switch x := object.Base(v).(type) {
	case *starlark.Set:
		return x
	case *Frozenset:
		return x.set
	}
	return nil
}

// newSet returns a new set with the values of an iterable.
func newSet(t *thread, iterable value) (*starlark.Set, error) {
	s := starlark.NewSet(0)
	if src := members(iterable); src != nil {
		if _, sub := iterable.(*object.Instance); !sub {
			return copySet(src), nil
		}
	}
	return s, addAll(t, s, iterable)
}

func copySet(s *starlark.Set) *starlark.Set {
	out := starlark.NewSet(s.Len())
	for _, e := range object.Members(s) {
		out.Insert(e) // hashed and compared before
	}
	return out
}

func addAll(t *thread, s *starlark.Set, iterable value) error {
	return object.ForEach(t, iterable, func(e value) error { return object.SetAdd(t, s, e) })
}

// setOperation changes x, a new set, to x OP the values of y.
func setOperation(t *thread, op object.Op, x *starlark.Set, y value) (*starlark.Set, error) {
	switch op {
	case syntax.PIPE:
		return x, addAll(t, x, y)
	case syntax.MINUS:
		return x, object.ForEach(t, y, func(e value) error {
			_, err := object.SetDelete(t, x, e)
			return err
		})
	case syntax.AMP:
		out := starlark.NewSet(0)
		if ys := members(y); ys != nil {
			// The elements that stay are the left operand's; the order too,
			// as a script that prints a set would expect.
			for _, e := range object.Members(x) {
				in, err := object.SetHas(t, ys, e)
				if err != nil {
					return nil, err
				}
				if in {
					out.Insert(e)
				}
			}
			return out, nil
		}
		return out, object.ForEach(t, y, func(e value) error {
			in, err := object.SetHas(t, x, e)
			if err != nil || !in {
				return err
			}
			return object.SetAdd(t, out, e)
		})
	}
	ys, err := newSet(t, y)
	if err != nil {
		return nil, err
	}
	for _, e := range object.Members(ys) {
		found, err := object.SetDelete(t, x, e)
		if err != nil {
			return nil, err
		}
		if !found {
			if err := object.SetAdd(t, x, e); err != nil {
				return nil, err
			}
		}
	}
	return x, nil
}

// likeOperand makes a result of the kind of v: set or frozenset, never a
// subclass, as in CPython.
func likeOperand(v value, s *starlark.Set) value {
	if _, ok := object.Base(v).(*Frozenset); ok {
		return &Frozenset{set: s}
	}
	return s
}

// setOperator is a OP b on sets and frozensets.
func setOperator(t *thread, op object.Op, a, b value) (value, error) {
	x, y := members(a), members(b)
	if x == nil || y == nil {
		return object.NotImplemented, nil
	}
	s, err := setOperation(t, op, copySet(x), likeOperand(b, y))
	return likeOperand(a, s), err
}

// replaceSet makes s hold the elements of with.
func replaceSet(t *thread, s, with *starlark.Set) error {
	if s == with {
		return nil
	}
	elems := object.Members(with)
	if err := s.Clear(); err != nil {
		return object.AsException(t, err)
	}
	for _, e := range elems {
		s.Insert(e)
	}
	return nil
}

// compareSets compares by inclusion.
func compareSets(t *thread, op object.Op, a, b value) (value, error) {
	x, y := members(a), members(b)
	if y == nil {
		if isSetLike(b) {
			return compareViews(t, op, a, b)
		}
		return object.NotImplemented, nil
	}
	r, err := object.CompareSets(t, op, x, y)
	return starlark.Bool(r), err
}

// includes reports whether every element of y is in x.
func includes(t *thread, x, y *starlark.Set) (bool, error) {
	if y.Len() > x.Len() {
		return false, nil
	}
	for _, e := range object.Members(y) {
		in, err := object.SetHas(t, x, e)
		if err != nil || !in {
			return false, err
		}
	}
	return true, nil
}

// hashableElement turns a set that is looked for or removed into a frozenset:
// CPython looks for that where a set is not hashable.
func hashableElement(v value) value {
	if s, ok := object.Base(v).(*starlark.Set); ok {
		return &Frozenset{set: s}
	}
	return v
}

// sharedSetMethods are the methods that set and frozenset have in common.
func sharedSetMethods(c *object.Class) []object.Def {
	algebra := func(name string, op object.Op) object.Def {
		return object.Def{Sig: name + "(self, /, *others)", Fn: func(t *thread, a args) (value, error) {
			s := copySet(members(a[0]))
			for _, o := range a[1].(starlark.Tuple) {
				var err error
				if s, err = setOperation(t, op, s, o); err != nil {
					return nil, err
				}
			}
			return likeOperand(a[0], s), nil
		}}
	}
	defs := []object.Def{
		algebra("union", syntax.PIPE),
		algebra("intersection", syntax.AMP),
		algebra("difference", syntax.MINUS),
		{Sig: "symmetric_difference(self, other, /)", Fn: func(t *thread, a args) (value, error) {
			s, err := setOperation(t, syntax.CIRCUMFLEX, copySet(members(a[0])), a[1])
			return likeOperand(a[0], s), err
		}},
		{Sig: "issubset(self, other, /)", Fn: func(t *thread, a args) (value, error) {
			y := members(a[1])
			if y == nil {
				var err error
				if y, err = newSet(t, a[1]); err != nil {
					return nil, err
				}
			}
			r, err := includes(t, y, members(a[0]))
			return starlark.Bool(r), err
		}},
		{Sig: "issuperset(self, other, /)", Fn: func(t *thread, a args) (value, error) {
			all := true
			err := object.ForEach(t, a[1], func(e value) error {
				in, err := object.SetHas(t, members(a[0]), e)
				all = all && in
				return err
			})
			return starlark.Bool(all), err
		}},
		{Sig: "isdisjoint(self, other, /)", Fn: func(t *thread, a args) (value, error) {
			disjoint := true
			err := object.ForEach(t, a[1], func(e value) error {
				in, err := object.SetHas(t, members(a[0]), e)
				disjoint = disjoint && !in
				return err
			})
			return starlark.Bool(disjoint), err
		}},
		{Sig: "__contains__(self, object, /)", Fn: func(t *thread, a args) (value, error) {
			in, err := object.SetHas(t, members(a[0]), hashableElement(a[1]))
			return starlark.Bool(in), err
		}},
		lenMethod(), classGetItem(),
		method("__iter__", func(t *thread, self value) (value, error) {
			return NewIterator(t, setIterator, object.IterSet(members(self))), nil
		}),
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := setRepr(t, self)
			return starlark.String(s), err
		}),
	}
	for op, names := range setOperators {
		defs = append(defs,
			binary(names.method, func(t *thread, a, b value) (value, error) { return setOperator(t, op, a, b) }),
			binary(names.reflected, func(t *thread, a, b value) (value, error) { return setOperator(t, op, b, a) }))
	}
	return append(defs, comparisons(compareSets, allComparisons...)...)
}

// setRepr writes a set or frozenset: a plain set with braces alone, any other
// class by its name.
func setRepr(t *thread, v value) (string, error) {
	s, name := members(v), object.ClassOf(v).ClassName
	if s.Len() == 0 {
		return name + "()", nil
	}
	return object.ReprGuard(t, object.Base(v), name+"(...)", func() (string, error) {
		out := []byte("{")
		if name != "set" {
			out = []byte(name + "({")
		}
		for i, e := range object.Members(s) {
			r, err := object.Repr(t, e)
			if err != nil {
				return "", err
			}
			if i > 0 {
				out = append(out, ", "...)
			}
			out = append(out, r...)
		}
		out = append(out, '}')
		if name != "set" {
			out = append(out, ')')
		}
		return string(out), nil
	})
}

func init() {
	object.FrozenSet = func(s *starlark.Set) value { return &Frozenset{set: s} }
	c := object.SetType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		s := starlark.NewSet(0)
		if cls == object.SetType {
			return s, nil
		}
		return object.Make(cls, t, s), nil
	}
	c.Init = func(t *thread, self value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		if err := noKeywords("set", kwargs); err != nil {
			return err
		}
		if err := atMost("set", args, 1); err != nil {
			return err
		}
		s := members(self)
		if s.Len() > 0 {
			if err := s.Clear(); err != nil {
				return object.AsException(t, err)
			}
		}
		if len(args) == 0 {
			return nil
		}
		return addAll(t, s, args[0])
	}
	c.SetAttrValue("__doc__", starlark.String("Build an unordered collection of unique elements."))
	c.SetAttrValue("__hash__", starlark.None)
	update := func(name string, op object.Op) object.Def {
		return object.Def{Sig: name + "(self, /, *others)", Fn: func(t *thread, a args) (value, error) {
			s := members(a[0])
			for _, o := range a[1].(starlark.Tuple) {
				if err := updateSet(t, op, s, o); err != nil {
					return nil, err
				}
			}
			return starlark.None, nil
		}}
	}
	c.AddMethods(sharedSetMethods(c)...)
	c.AddMethods(
		object.Def{Sig: "add(self, object, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, object.SetAdd(t, members(a[0]), a[1])
		}},
		object.Def{Sig: "discard(self, object, /)", Fn: func(t *thread, a args) (value, error) {
			_, err := object.SetDelete(t, members(a[0]), hashableElement(a[1]))
			return starlark.None, err
		}},
		object.Def{Sig: "remove(self, object, /)", Fn: func(t *thread, a args) (value, error) {
			found, err := object.SetDelete(t, members(a[0]), hashableElement(a[1]))
			if !found && err == nil {
				err = object.RaiseArgs(object.KeyError, a[1])
			}
			return starlark.None, err
		}},
		method("pop", func(t *thread, self value) (value, error) {
			s := members(self)
			if s.Len() == 0 {
				return nil, object.Raise(object.KeyError, "pop from an empty set")
			}
			v := object.FirstMember(s)
			if _, err := s.Delete(v); err != nil {
				return nil, object.AsException(t, err)
			}
			return v, nil
		}),
		method("clear", func(t *thread, self value) (value, error) {
			if err := members(self).Clear(); err != nil {
				return nil, object.AsException(t, err)
			}
			return starlark.None, nil
		}),
		method("copy", func(t *thread, self value) (value, error) {
			if err := object.Charge(t, object.SizeOf(self)); err != nil {
				return nil, err
			}
			return copySet(members(self)), nil
		}),
		update("update", syntax.PIPE),
		update("intersection_update", syntax.AMP),
		update("difference_update", syntax.MINUS),
		object.Def{Sig: "symmetric_difference_update(self, other, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, updateSet(t, syntax.CIRCUMFLEX, members(a[0]), a[1])
		}},
	)
	for op, names := range setOperators {
		c.AddMethods(binary(names.inplace, func(t *thread, a, b value) (value, error) {
			if members(b) == nil {
				return object.NotImplemented, nil
			}
			return a, updateSet(t, op, members(a), b)
		}))
	}
}

// updateSet changes s to s OP the values of v.
func updateSet(t *thread, op object.Op, s *starlark.Set, v value) error {
	if m := members(v); m == s {
		// Reading and changing one table at a time is asking for trouble.
		v = copySet(s)
	}
	r, err := setOperation(t, op, s, v)
	if err != nil || r == s {
		return err
	}
	return replaceSet(t, s, r)
}
