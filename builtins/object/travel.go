package object

// This file defines what package codec needs to take objects apart and to put
// them together again in another heap.

import (
	"reflect"
	"unsafe"

	"go.starlark.net/starlark"
)

// nativeClasses are all classes made in Go.
var nativeClasses []*Class

// NativeClasses returns the classes made in Go, in the order they were made.
func NativeClasses() []*Class { return nativeClasses }

// Fields are the attributes of an exception that its class defines and that are
// not in its __dict__.
func (s *ExceptionState) Fields() *Namespace { return &s.fields }

// RestoreClass makes a class from its parts without what a class statement runs
// besides: no __set_name__, no __init_subclass__. The namespace is filled with
// RestoreNames afterwards.
func RestoreClass(t *Thread, meta *Class, name string, bases []*Class) (*Class, error) {
	for _, b := range bases {
		if b.Iso != nil && b.Iso != t.Isolate() {
			return nil, Raise(TypeError, "a base of %s belongs to another interpreter", name)
		}
	}
	c, err := NewScriptClass(t, name, bases, nil)
	if err != nil {
		return nil, err
	}
	if meta != nil && meta != TypeType {
		c.Meta = meta
	}
	return c, nil
}

// RestoreNames gives a class that RestoreClass made its namespace.
func (c *Class) RestoreNames(t *Thread, names []string, values []starlark.Value) error {
	var ns Namespace
	for i, n := range names {
		ns.Set(n, values[i])
	}
	c.Dict = ns
	c.invalidate()
	return c.takeSlots(t)
}

// MadeByClass reports whether a value in a class's namespace was put there by
// the class itself: it is not part of what has to travel.
func MadeByClass(v starlark.Value) bool {
	_, ok := v.(*slotDescriptor)
	return ok
}

// DataPointer is the address that tells one object from another, for values
// that are pointers.
func DataPointer(v starlark.Value) unsafe.Pointer { return reflect.ValueOf(v).UnsafePointer() }

// NativeMethod returns the function that a class made in Go itself binds name
// to, as a method of any kind, or nil.
func (c *Class) NativeMethod(name string) *Func {
	if c.Iso != nil {
		return nil
	}
	switch m := c.own(name).(type) {
	case *Func:
		return m
	case *StaticMethod:
		f, _ := m.Fn.(*Func)
		return f
	case *ClassMethod:
		f, _ := m.Fn.(*Func)
		return f
	}
	return nil
}
