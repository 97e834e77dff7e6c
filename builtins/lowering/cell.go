package lowering

// This file defines Cell, and the helpers that delete variables and assign them
// in expressions.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A Cell holds a variable of a function that a part of the function assigns
// which had to become a function of its own, or that a nested function assigns.
// Lowered code reads c.v, or c.f where Python would call the variable free.
type Cell struct {
	opaque
	name string
	v    value // nil: not bound
}

var (
	_ starlark.HasAttrs    = (*Cell)(nil)
	_ starlark.HasSetField = (*Cell)(nil)
)

// NewCell returns the cell of a variable; v may be nil.
func NewCell(name string, v starlark.Value) *Cell { return &Cell{name: name, v: v} }

// Name returns the variable's name.
func (c *Cell) Name() string { return c.name }

// Get returns the variable's value, or nil.
func (c *Cell) Get() starlark.Value { return c.v }

// Set assigns the variable; nil unbinds it.
func (c *Cell) Set(v starlark.Value) { c.v = v }

func (c *Cell) String() string { return fmt.Sprintf("<cell of %s>", c.name) }

// Type implements starlark.Value.
func (c *Cell) Type() string { return "cell" }

// Attr implements starlark.HasAttrs.
func (c *Cell) Attr(name string) (value, error) {
	if c.v == nil {
		if name == "f" {
			return nil, object.FreeVariableError(c.name)
		}
		return nil, object.UnboundLocalFor(c.name)
	}
	return c.v, nil
}

// AttrNames implements starlark.HasAttrs.
func (c *Cell) AttrNames() []string { return nil }

// SetField implements starlark.HasSetField.
func (c *Cell) SetField(_ string, v value) error {
	c.v = v
	return nil
}

func init() {
	functions["cell"] = func(_ *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		c := &Cell{name: string(args[0].(starlark.String))}
		if len(args) > 1 {
			c.v = args[1]
		}
		return c, nil
	}
	functions["delname"] = func(_ *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		return starlark.None, unbind(args, true)
	}
	functions["unbind"] = func(_ *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		return starlark.None, unbind(args, false)
	}
	functions["setname"] = func(_ *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		where := args[0].(starlark.HasSetField)
		return args[2], where.SetField(string(args[1].(starlark.String)), args[2])
	}
}

func unbind(args starlark.Tuple, must bool) error {
	name := string(args[1].(starlark.String))
	switch where := args[0].(type) {
	case *Cell:
		if where.v == nil && must {
			return object.UnboundLocalFor(name)
		}
		where.v = nil
	case *Globals:
		if !where.Delete(name) && must {
			return object.NameErrorFor(name)
		}
	case *classBody:
		if !where.delete(name) && must {
			return object.NameErrorFor(name)
		}
	}
	return nil
}
