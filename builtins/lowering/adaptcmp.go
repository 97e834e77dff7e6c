package lowering

// This file defines the adaptors of comparisons.

import (
	"fmt"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// compare is $lt and its kin: $lt[x][y] is x < y.
//
// What $lt[x] returns lives only until it is subscripted, so it is used again:
// free holds those that were. One whose y failed is left to the garbage collector.
type compare struct {
	adaptor
	iso  *isolate.Isolate
	op   object.Op
	free []*comparison
}

// Get implements starlark.Mapping.
func (c *compare) Get(x value) (value, bool, error) {
	n := len(c.free)
	if n == 0 {
		return &comparison{c: c, x: x}, true, nil
	}
	h := c.free[n-1]
	c.free = c.free[:n-1]
	h.x = x
	return h, true, nil
}

type comparison struct {
	adaptor
	c *compare
	x value
}

// Get implements starlark.Mapping.
func (c *comparison) Get(y value) (value, bool, error) {
	left := c.x
	c.x = nil
	c.c.free = append(c.c.free, c)
	switch x := left.(type) {
	case starlark.Int:
		if y, ok := y.(starlark.Int); ok {
			n, _ := x.Cmp(y, 1)
			return starlark.Bool(ordered(c.c.op, n)), true, nil
		}
	case starlark.String:
		if y, ok := y.(starlark.String); ok {
			return starlark.Bool(compareStrings(c.c.op, string(x), string(y))), true, nil
		}
	}
	v, err := object.Compare(c.c.iso.Current(), c.c.op, left, y)
	return v, true, err
}

// ordered reports whether op holds for operands of which the first is less than
// (-1), equal to (0) or greater than (+1) the second.
func ordered(op object.Op, n int) bool {
	switch op {
	case syntax.EQL:
		return n == 0
	case syntax.NEQ:
		return n != 0
	case syntax.LT:
		return n < 0
	case syntax.LE:
		return n <= 0
	case syntax.GT:
		return n > 0
	}
	return n >= 0
}

func compareStrings(op object.Op, x, y string) bool {
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

// cmp is $cmpint and its kin: $cmpint[x] < y is right for any x if y is an int.
// go.starlark.net asks values of its own types and of different types first; x
// of another kind is wrapped in a value that says it is of y's type and compares
// as Python does.
type cmp struct {
	adaptor
	iso     *isolate.Isolate
	typ     string // y's
	flipped bool   // the source has y op x
}

// Get implements starlark.Mapping.
func (c *cmp) Get(x value) (value, bool, error) {
	switch v := x.(type) {
	case starlark.Int, starlark.Float:
		if c.typ != "string" || !c.flipped {
			return x, true, nil
		}
	case starlark.String:
		if c.typ == "string" || !c.flipped {
			return x, true, nil
		}
	case starlark.Bool:
		if c.typ != "string" {
			return intOf(v), true, nil
		}
	case starlark.NoneType, *starlark.List, starlark.Tuple, *starlark.Dict:
		if !c.flipped {
			return x, true, nil
		}
	}
	return &compared{c: c, v: x}, true, nil
}

type compared struct {
	c *cmp
	v value
}

var _ starlark.Comparable = (*compared)(nil)

func (c *compared) String() string        { return c.v.String() }
func (c *compared) Type() string          { return c.c.typ }
func (c *compared) Freeze()               {}
func (c *compared) Truth() starlark.Bool  { return true }
func (c *compared) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }

// CompareSameType implements starlark.Comparable.
func (c *compared) CompareSameType(op syntax.Token, y value, depth int) (bool, error) {
	t := c.c.iso.Current()
	var v value
	var err error
	if c.c.flipped {
		v, err = object.Compare(t, mirror(op), y, c.v)
	} else {
		v, err = object.Compare(t, op, c.v, y)
	}
	if err != nil {
		return false, err
	}
	return object.Truth(t, v)
}

func mirror(op object.Op) object.Op {
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

// in is for the right side of in.
type in struct {
	adaptor
	iso *isolate.Isolate
}

// Get implements starlark.Mapping.
func (a in) Get(x value) (value, bool, error) {
	switch x := x.(type) {
	case *starlark.Dict:
		return (*dictItems)(x), true, nil
	case *starlark.Set:
		return (*setItems)(x), true, nil
	}
	return &container{iso: a.iso, v: x}, true, nil
}

// setItems is a set under other methods, as dictItems is a dict.
type setItems starlark.Set

var (
	_ starlark.Container = (*setItems)(nil)
	_ starlark.Container = (*dictItems)(nil)
)

func (a *setItems) String() string        { return (*starlark.Set)(a).String() }
func (a *setItems) Type() string          { return "set" }
func (a *setItems) Freeze()               {}
func (a *setItems) Truth() starlark.Bool  { return true }
func (a *setItems) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }

// Has implements starlark.Container.
func (a *setItems) Has(x value) (bool, error) {
	s := (*starlark.Set)(a)
	if k, ok := x.(starlark.String); ok {
		return s.Has(k)
	}
	return object.Contains(threadOf(x), s, x)
}

// Has implements starlark.Container.
func (a *dictItems) Has(x value) (bool, error) {
	d := (*starlark.Dict)(a)
	if k, ok := x.(starlark.String); ok {
		_, found, err := d.Get(k)
		return found, err
	}
	return object.Contains(threadOf(x), d, x)
}

type container struct {
	opaque
	iso *isolate.Isolate
	v   value
}

var _ starlark.Container = (*container)(nil)

func (c *container) String() string { return c.v.String() }

// Type implements starlark.Value.
func (c *container) Type() string { return c.v.Type() }

// Has implements starlark.Container.
func (c *container) Has(x value) (bool, error) { return object.Contains(c.iso.Current(), c.v, x) }

func init() {
	for name, op := range map[string]object.Op{"eq": syntax.EQL, "ne": syntax.NEQ, "lt": syntax.LT, "le": syntax.LE,
		"gt": syntax.GT, "ge": syntax.GE} {
		adaptors[name] = func(r *env) value { return &compare{iso: r.iso, op: op} }
	}
	for name, c := range map[string]cmp{"cmpint": {typ: "int"}, "cmpstr": {typ: "string"}, "cmpfloat": {typ: "float"},
		"cmpintr": {typ: "int", flipped: true}, "cmpstrr": {typ: "string", flipped: true}} {
		adaptors[name] = func(r *env) value { return &cmp{iso: r.iso, typ: c.typ, flipped: c.flipped} }
	}
	adaptors["in"] = func(r *env) value { return in{iso: r.iso} }
	functions["is"] = plain(func(_ *thread, a starlark.Tuple) (value, error) {
		return starlark.Bool(object.Is(a[0], a[1])), nil
	})
}
