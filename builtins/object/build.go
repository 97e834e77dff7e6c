package object

// This file defines how a class statement and type(name, bases, dict) make a
// class, and the class object's own attributes.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/text"
)

// BuildClass makes a class from a finished namespace: what type.__new__ does.
// meta is the metaclass or nil. kwargs are the class statement's keywords other
// than metaclass; they go to __init_subclass__.
func BuildClass(t *Thread, meta *Class, name string, bases []starlark.Value, ns *Namespace, kwargs []starlark.Tuple) (*Class, error) {
	classes := make([]*Class, 0, len(bases))
	for _, b := range bases {
		c, ok := b.(*Class)
		if !ok {
			return nil, Raise(TypeError, "bases must be types")
		}
		classes = append(classes, c)
	}
	c, err := NewScriptClass(t, name, classes, ns)
	if err != nil {
		return nil, err
	}
	if meta != nil && meta != TypeType {
		c.Meta = meta
	}
	if err := c.takeSlots(t); err != nil {
		return nil, err
	}
	for _, n := range []string{"__new__", "__init_subclass__", "__class_getitem__"} {
		if f, ok := c.Dict.Get(n).(*starlark.Function); ok {
			if n == "__new__" {
				c.Dict.Set(n, &StaticMethod{f})
			} else {
				c.Dict.Set(n, &ClassMethod{f})
			}
		}
	}
	for _, n := range c.Dict.Names() {
		v := c.Dict.Get(n)
		if p, ok := v.(*Property); ok && p.PropName == "" {
			p.PropName = n
		}
		if x, ok := v.(*Instance); ok {
			if _, found, err := CallSpecial(t, x, "__set_name__", c, starlark.String(n)); found && err != nil {
				return nil, err
			}
		}
	}
	for _, k := range c.TypeOfClass().MRO {
		if k.Built != nil {
			if err := k.Built(t, c); err != nil {
				return nil, err
			}
			break
		}
	}
	for _, k := range c.MRO[1:] {
		if k.Dict.Get("__init_subclass__") == nil {
			continue
		}
		m, err := (&Super{After: c, Self: c, Of: c}).getAttr(t, "__init_subclass__")
		if err != nil {
			return nil, err
		}
		if _, err := Call(t, m, nil, kwargs); err != nil {
			return nil, err
		}
		return c, nil
	}
	if len(kwargs) > 0 {
		return nil, Raise(TypeError, "%s.__init_subclass__() takes no keyword arguments", c.ClassName)
	}
	return c, nil
}

// takeSlots makes descriptors of the names in __slots__.
func (c *Class) takeSlots(t *Thread) error {
	s := c.Dict.Get("__slots__")
	if s == nil {
		return nil
	}
	var names []string
	if one, ok := s.(starlark.String); ok {
		names = []string{string(one)}
	} else {
		vals, err := Slice(t, s)
		if err != nil {
			return err
		}
		for _, v := range vals {
			n, ok := Text(v)
			if !ok {
				return Raise(TypeError, "__slots__ items must be strings, not '%s'", TypeName(v))
			}
			names = append(names, n)
		}
	}
	for _, n := range names {
		if !text.IsIdentifier(n) {
			return Raise(TypeError, "__slots__ must be identifiers")
		}
	}
	if b := c.solid(); len(names) > 0 && (b == IntType || b == TupleType || b == BytesType || b == TypeType) {
		return Raise(TypeError, "nonempty __slots__ not supported for subtype of '%s'", b.ClassName)
	}
	slots := true
	for _, b := range c.Bases {
		if b != ObjectType && !b.Slots && !(b.Iso == nil && !b.Exception) {
			slots = false
		}
	}
	for _, n := range names {
		if n == "__dict__" {
			slots = false
			continue
		}
		if c.Dict.Get(n) != nil {
			return Raise(ValueError, "'%s' in __slots__ conflicts with class variable", n)
		}
		c.Dict.Set(n, &slotDescriptor{c, n})
	}
	c.Slots = slots
	c.SlotNames = names
	return nil
}

// Metaclass returns the metaclass of a class statement: the explicit one or
// type, or the most derived of the bases' if that is a subclass of it.
func Metaclass(explicit *Class, bases []starlark.Value) (*Class, error) {
	winner := explicit
	if winner == nil {
		winner = TypeType
	}
	for _, b := range bases {
		m := ClassOf(b)
		switch {
		case winner.IsSubclass(m):
		case m.IsSubclass(winner):
			winner = m
		default:
			return nil, Raise(TypeError, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
		}
	}
	return winner, nil
}
