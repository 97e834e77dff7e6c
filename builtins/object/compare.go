package object

// This file defines comparison and hashing with Python's meaning: values of
// different types may be equal (True == 1, a subclass and its base), and what
// is one object is equal to itself inside containers.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

type compareNames struct{ method, reflected string }

var compareOps = map[Op]compareNames{
	syntax.EQL: {"__eq__", "__eq__"},
	syntax.NEQ: {"__ne__", "__ne__"},
	syntax.LT:  {"__lt__", "__gt__"},
	syntax.LE:  {"__le__", "__ge__"},
	syntax.GT:  {"__gt__", "__lt__"},
	syntax.GE:  {"__ge__", "__le__"},
}

// Comparer is implemented by Go values of other packages that compare with
// values of other Go types (views, ranges, bytes and bytearray). ok is false
// if v cannot be compared with the receiver so.
type Comparer interface {
	CompareWith(t *Thread, op Op, v starlark.Value) (result, ok bool, err error)
}

// Equal reports whether a == b.
func Equal(t *Thread, a, b starlark.Value) (bool, error) {
	switch x := a.(type) {
	case starlark.String:
		if y, ok := b.(starlark.String); ok {
			return x == y, nil
		}
	case starlark.Int:
		if y, ok := b.(starlark.Int); ok {
			c, _ := x.Cmp(y, 1)
			return c == 0, nil
		}
	case starlark.NoneType:
		if b == starlark.None {
			return true, nil
		}
	}
	v, err := Compare(t, syntax.EQL, a, b)
	if err != nil {
		return false, err
	}
	if r, ok := v.(starlark.Bool); ok {
		return bool(r), nil
	}
	return Truth(t, v)
}

// Same reports whether a and b count as the same element of a container:
// identical or equal.
func Same(t *Thread, a, b starlark.Value) (bool, error) {
	switch a.(type) {
	case starlark.Int, starlark.String: // equality says it all
		return Equal(t, a, b)
	}
	if Is(a, b) {
		return true, nil
	}
	return Equal(t, a, b)
}

// Less reports whether a < b; sorting and heaps use it.
func Less(t *Thread, a, b starlark.Value) (bool, error) {
	switch x := a.(type) {
	case starlark.Int:
		if y, ok := b.(starlark.Int); ok {
			c, _ := x.Cmp(y, 1)
			return c < 0, nil
		}
	case starlark.String:
		if y, ok := b.(starlark.String); ok {
			return x < y, nil
		}
	case starlark.Tuple:
		if y, ok := b.(starlark.Tuple); ok {
			return compareSequences(t, syntax.LT, sequence{tuple: x}, sequence{tuple: y})
		}
	}
	v, err := Compare(t, syntax.LT, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, v)
}

// Compare computes the rich comparison a OP b. The result of a script's
// comparison method may be any value.
func Compare(t *Thread, op Op, a, b starlark.Value) (starlark.Value, error) {
	ca, cb := customOperand(a), customOperand(b)
	if ca || cb {
		names := compareOps[op]
		ka, kb := ClassOf(a), ClassOf(b)
		if ka != kb && kb.IsSubclass(ka) && cb {
			if r, err := compareBy(t, kb, names.reflected, b, a); r != nil || err != nil {
				return r, err
			}
			cb = false
		}
		if ca {
			if r, err := compareBy(t, ka, names.method, a, b); r != nil || err != nil {
				return r, err
			}
		}
		if cb {
			if r, err := compareBy(t, kb, names.reflected, b, a); r != nil || err != nil {
				return r, err
			}
		}
		ua, ub := Base(a), Base(b)
		if customOperand(ua) || customOperand(ub) {
			switch op {
			case syntax.EQL:
				return starlark.Bool(Is(a, b)), nil
			case syntax.NEQ:
				return starlark.Bool(!Is(a, b)), nil
			}
			return nil, unorderable(op, a, b)
		}
		r, err := compareBuiltin(t, op, ua, ub)
		if err != nil && op != syntax.EQL && op != syntax.NEQ && IsException(err, TypeError) && err.Error() == unorderable(op, ua, ub).Error() {
			err = unorderable(op, a, b) // in the names of the subclasses
		}
		return starlark.Bool(r), err
	}
	r, err := compareBuiltin(t, op, a, b)
	return starlark.Bool(r), err
}

// compareBy asks the class's method; nil, nil means it has none that decides.
func compareBy(t *Thread, c *Class, method string, self, other starlark.Value) (starlark.Value, error) {
	m := c.Lookup(method)
	if f, ok := m.(*Func); ok && f.owner == ObjectType {
		m = nil
	}
	if m == nil {
		if method != "__ne__" {
			return nil, nil
		}
		// object.__ne__ inverts __eq__.
		r, err := compareBy(t, c, "__eq__", self, other)
		if r == nil || err != nil {
			return nil, err
		}
		eq, err := Truth(t, r)
		return starlark.Bool(!eq), err
	}
	if m == starlark.None {
		return nil, nil
	}
	return operatorResult(callBound(t, m, self, []starlark.Value{other}))
}

// compareBuiltin compares values of built-in types.
func compareBuiltin(t *Thread, op Op, a, b starlark.Value) (bool, error) {
	if x, ok := a.(starlark.Bool); ok {
		if y, ok := b.(starlark.Bool); ok && (op == syntax.EQL || op == syntax.NEQ) {
			return (x == y) == (op == syntax.EQL), nil
		}
		a = intOf(bool(x))
	}
	if y, ok := b.(starlark.Bool); ok {
		b = intOf(bool(y))
	}
	switch x := a.(type) {
	case *starlark.List:
		if y, ok := b.(*starlark.List); ok {
			return compareSequences(t, op, sequence{list: x}, sequence{list: y})
		}
	case starlark.Tuple:
		if y, ok := b.(starlark.Tuple); ok {
			return compareSequences(t, op, sequence{tuple: x}, sequence{tuple: y})
		}
	case *starlark.Dict:
		if y, ok := b.(*starlark.Dict); ok && (op == syntax.EQL || op == syntax.NEQ) {
			eq, err := equalDicts(t, x, y)
			return eq == (op == syntax.EQL), err
		}
	case starlark.Float:
		switch y := b.(type) {
		case starlark.Float:
			return compareFloats(op, x, y), nil
		case starlark.Int:
			if x != x {
				return op == syntax.NEQ, nil
			}
		}
	case starlark.Int:
		if y, ok := b.(starlark.Float); ok && y != y {
			return op == syntax.NEQ, nil
		}
	case *starlark.Set:
		if y, ok := b.(*starlark.Set); ok {
			return CompareSets(t, op, x, y)
		}
	case Comparer:
		if r, ok, err := x.CompareWith(t, op, b); ok || err != nil {
			return r, err
		}
	}
	if y, ok := b.(Comparer); ok {
		if r, ok, err := y.CompareWith(t, mirror(op), a); ok || err != nil {
			return r, err
		}
	}
	switch op {
	case syntax.EQL, syntax.NEQ:
		r, err := starlark.Compare(op, a, b)
		if err != nil {
			return false, nativeError(t, err)
		}
		return r, nil
	}
	r, err := starlark.Compare(op, a, b)
	if err != nil {
		if IsException(err, BaseException) {
			return false, err
		}
		return false, unorderable(op, a, b)
	}
	if a == starlark.None || b == starlark.None {
		return false, unorderable(op, a, b)
	}
	return r, nil
}

// compareFloats compares as IEEE 754 has it: a NaN equals nothing and has no
// order. go.starlark.net orders all floats.
func compareFloats(op Op, x, y starlark.Float) bool {
	switch op {
	case syntax.EQL:
		return x == y
	case syntax.NEQ:
		return x != y
	case syntax.LT:
		return x < y
	case syntax.LE:
		return x <= y
	case syntax.GT:
		return x > y
	}
	return x >= y
}

// mirror returns the operator that b has to a if a OP b.
func mirror(op Op) Op {
	switch op {
	case syntax.LT:
		return syntax.GT
	case syntax.LE:
		return syntax.GE
	case syntax.GT:
		return syntax.LT
	case syntax.GE:
		return syntax.LE
	}
	return op
}

// A sequence is a list or a tuple.
type sequence struct {
	list  *starlark.List
	tuple starlark.Tuple
}

// elems returns the elements as they are now: a comparison may run script code,
// which may change a list.
func (s sequence) elems() []starlark.Value {
	if s.list != nil {
		return Elems(s.list)
	}
	return s.tuple
}

func compareSequences(t *Thread, op Op, a, b sequence) (bool, error) {
	n, m := len(a.elems()), len(b.elems())
	if n != m && op == syntax.EQL {
		return false, nil
	}
	if n != m && op == syntax.NEQ {
		return true, nil
	}
	if err := Enter(t, " in comparison"); err != nil {
		return false, err
	}
	defer Leave(t)
	for i := 0; ; i++ {
		x, y := a.elems(), b.elems()
		if i >= len(x) || i >= len(y) {
			n, m = len(x), len(y)
			break
		}
		p, q := x[i], y[i]
		same, err := Same(t, p, q)
		if err != nil {
			return false, err
		}
		if !same {
			switch op {
			case syntax.EQL:
				return false, nil
			case syntax.NEQ:
				return true, nil
			case syntax.LT:
				return Less(t, p, q)
			}
			r, err := Compare(t, op, p, q)
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		}
	}
	switch op {
	case syntax.EQL:
		return n == m, nil
	case syntax.NEQ:
		return n != m, nil
	case syntax.LT:
		return n < m, nil
	case syntax.LE:
		return n <= m, nil
	case syntax.GT:
		return n > m, nil
	}
	return n >= m, nil
}

func equalDicts(t *Thread, x, y *starlark.Dict) (bool, error) {
	if x.Len() != y.Len() {
		return false, nil
	}
	if err := Enter(t, " in comparison"); err != nil {
		return false, err
	}
	defer Leave(t)
	for _, item := range x.Items() {
		v, err := DictGet(t, y, item[0])
		if v == nil || err != nil {
			return false, err
		}
		same, err := Same(t, item[1], v)
		if err != nil || !same {
			return false, err
		}
	}
	return true, nil
}
