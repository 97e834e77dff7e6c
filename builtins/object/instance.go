package object

// This file defines Instance, the one Go type of all objects that have a class
// in the sense of this package: instances of script classes, exceptions, and
// objects of the modules (locks, queues, futures, …).

import (
	"fmt"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
)

// An Instance is an object. State is the part that a class made in Go keeps:
// *ExceptionState for exceptions, the underlying value for subclasses of
// built-in types (a starlark.Value: *starlark.List, starlark.Int, …), a struct
// of the module's own otherwise. There is one Go type for all, so that
// go.starlark.net compares, hashes and calls them through one set of methods,
// and so that a script can subclass any of them.
type Instance struct {
	class *Class
	iso   *isolate.Isolate
	Attrs Namespace
	State any
	Extra any // a second Go payload, free for the class's maker

	slots *Namespace // the values of __slots__ of an object that has a __dict__ too
}

var (
	_ starlark.Callable    = (*Instance)(nil)
	_ starlark.HasAttrs    = (*Instance)(nil)
	_ starlark.HasSetField = (*Instance)(nil)
	_ starlark.HasBinary   = (*Instance)(nil)
	_ starlark.HasUnary    = (*Instance)(nil)
	_ starlark.HasSetKey   = (*Instance)(nil)
	_ starlark.Iterable    = (*Instance)(nil)
	_ starlark.Comparable  = (*Instance)(nil)
	_ Typed                = (*Instance)(nil)
)

// NewInstance returns an object of the class without running its __init__.
func NewInstance(c *Class, t *Thread) *Instance { return Make(c, t, nil) }

// Make returns an object of a class made in Go that holds state. t is nil only
// where go.starlark.net asks a class that isolates share without saying who asks
// (list[int]).
func Make(c *Class, t *Thread, state any) *Instance {
	x := &Instance{class: c, State: state}
	if t != nil {
		x.iso = t.Isolate()
	}
	return x
}

// Init makes x, a zero Instance inside a larger struct, an object of class c
// with that state: object and state are then one allocation.
func (x *Instance) Init(c *Class, t *Thread, state any) {
	x.class, x.iso, x.State = c, t.Isolate(), state
}

// Class implements Typed.
func (x *Instance) Class() *Class { return x.class }

// SetClass assigns __class__.
func (x *Instance) SetClass(c *Class) { x.class = c }

// Isolate returns the isolate the object lives in.
func (x *Instance) Isolate() *isolate.Isolate { return x.iso }

// thread returns the thread that is running, or nil for an exception that was
// made outside any isolate.
func (x *Instance) thread() *Thread {
	if x.iso == nil {
		if x.class.Iso == nil {
			return nil
		}
		return x.class.Iso.Current()
	}
	return x.iso.Current()
}

// Special returns the script-visible method name of v's class, bound to
// nothing, or nil. Operators look their methods up on the class only, as
// Python does.
func Special(v starlark.Value, name string) starlark.Value {
	if x, ok := v.(*Instance); ok {
		return x.class.Lookup(name)
	}
	return ClassOf(v).Lookup(name)
}

// CallSpecial calls the method name of v's class with args. found is false if
// the class has none.
func CallSpecial(t *Thread, v starlark.Value, name string, args ...starlark.Value) (result starlark.Value, found bool, err error) {
	m := Special(v, name)
	if m == nil || m == starlark.None {
		return nil, false, nil
	}
	result, err = callBound(t, m, v, args)
	return result, true, err
}

// callBound calls a method found on a class with self in front, sparing the
// bound method for the usual kinds.
func callBound(t *Thread, m, self starlark.Value, args []starlark.Value) (starlark.Value, error) {
	switch m := m.(type) {
	case *starlark.Function:
		all := make(starlark.Tuple, 0, 4)
		return Call(t, m, append(append(all, self), args...), nil)
	case *Func:
		if m.method {
			all := make(starlark.Tuple, 0, 4)
			return m.Call(t, append(append(all, self), args...), nil)
		}
	}
	b, err := bind(t, m, self, ClassOf(self))
	if err != nil {
		return nil, err
	}
	return Call(t, b, args, nil)
}

// Base returns the underlying built-in value of an instance of a subclass of a
// built-in type, and any other value unchanged.
func Base(v starlark.Value) starlark.Value {
	if x, ok := v.(*Instance); ok {
		switch b := x.State.(type) {
		case starlark.Value:
			return b
		case Lazy:
			forced := b.Force()
			x.State = forced
			return forced
		}
	}
	return v
}

// Lazy is the State of an object of a built-in type whose value is made only
// when someone looks at more than its size. Force is called once, with the lock
// held.
type Lazy interface {
	Force() starlark.Value
	Len() int
}

// String implements starlark.Value; it is Python's repr. An error in __repr__
// is left for the thread's next step.
func (x *Instance) String() string {
	t := x.thread()
	if t == nil {
		return fmt.Sprintf("<%s object>", x.class.FullName())
	}
	s, err := Repr(t, x)
	if err != nil {
		t.Raise(err)
		return "<repr failed>"
	}
	*lastNamed.In(x.iso) = namedObject{x, s}
	return s
}

// Type implements starlark.Value. go.starlark.net takes values whose types have
// one name for values of one Go type, so a script's class must not pass for one
// of its own.
func (x *Instance) Type() string {
	switch name := x.class.ClassName; name {
	case "int", "float", "string", "bool", "bytes", "NoneType", "list", "tuple", "dict", "set", "range",
		"function", "builtin_function_or_method":
		return "object " + name
	default:
		return name
	}
}

// Freeze implements starlark.Value. Objects of scripts do not freeze: the
// interpreter lock protects them.
func (x *Instance) Freeze() {}

// Truth implements starlark.Value: __bool__, else __len__, else true.
func (x *Instance) Truth() starlark.Bool {
	t := x.thread()
	if t == nil {
		return true
	}
	ok, err := Truth(t, x)
	if err != nil {
		t.Raise(err)
	}
	return starlark.Bool(ok)
}

// Hash implements starlark.Value: __hash__.
func (x *Instance) Hash() (uint32, error) {
	m := x.class.Lookup("__hash__")
	switch m := m.(type) {
	case starlark.NoneType:
		return 0, Raise(TypeError, "unhashable type: '%s'", x.class.FullName())
	case nil:
		return hashPointer(x), nil
	case *Func:
		if m.owner == ObjectType {
			return hashPointer(x), nil
		}
	}
	if !objectKeys.Load() {
		objectKeys.Store(true)
	}
	if b := Base(x); b != starlark.Value(x) && IsNativeMethod(m) {
		return b.Hash() // so that it finds what the plain value stored
	}
	t := x.thread()
	h, err := callBound(t, m, x, nil)
	if err != nil {
		return 0, err
	}
	n, ok := Base(h).(starlark.Int)
	if !ok {
		return 0, Raise(TypeError, "__hash__ method should return an integer")
	}
	return n.Hash()
}

// IsNativeMethod reports whether a method found on a class was made in Go.
func IsNativeMethod(m starlark.Value) bool {
	_, ok := m.(*Func)
	return ok
}

// Attr implements starlark.HasAttrs.
func (x *Instance) Attr(name string) (starlark.Value, error) {
	return GetAttr(x.thread(), x, name)
}

// AttrNames implements starlark.HasAttrs.
func (x *Instance) AttrNames() []string { return nil }

// SetField implements starlark.HasSetField.
func (x *Instance) SetField(name string, v starlark.Value) error {
	return SetAttr(x.thread(), x, name, v)
}

// Get implements starlark.Mapping: x[key].
func (x *Instance) Get(key starlark.Value) (starlark.Value, bool, error) {
	v, err := GetItem(x.thread(), x, key)
	return v, true, err
}

// SetKey implements starlark.HasSetKey: x[key] = v.
func (x *Instance) SetKey(key, v starlark.Value) error { return SetItem(x.thread(), x, key, v) }

// Binary implements starlark.HasBinary.
func (x *Instance) Binary(op Op, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	y = Plain(y)
	if side == starlark.Left {
		return Binary(x.thread(), op, x, y)
	}
	return Binary(x.thread(), op, y, x)
}

// Unary implements starlark.HasUnary.
func (x *Instance) Unary(op Op) (starlark.Value, error) { return Unary(x.thread(), op, x) }

// Iterate implements starlark.Iterable.
func (x *Instance) Iterate() starlark.Iterator { return NativeIterator(x.thread(), x) }

// CompareSameType implements starlark.Comparable.
func (x *Instance) CompareSameType(op Op, y starlark.Value, depth int) (bool, error) {
	t := x.thread()
	switch op {
	case syntax.EQL:
		return Equal(t, x, y)
	case syntax.NEQ:
		eq, err := Compare(t, op, x, y)
		if err != nil {
			return false, err
		}
		return Truth(t, eq)
	}
	v, err := Compare(t, op, x, y)
	if err != nil {
		return false, err
	}
	return Truth(t, v)
}

// Name implements starlark.Callable.
func (x *Instance) Name() string { return x.class.ClassName }

// CallInternal implements starlark.Callable: __call__.
func (x *Instance) CallInternal(thread *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := isolate.Of(thread)
	m := x.class.Lookup("__call__")
	if m == nil {
		return nil, Raise(TypeError, "'%s' object is not callable", x.class.FullName())
	}
	if c, ok := x.State.(Caller); ok && IsNativeMethod(m) {
		return c.CallObject(t, x, args, kwargs)
	}
	b, err := bind(t, m, x, x.class)
	if err != nil {
		return nil, err
	}
	return callHidden(t, b, args, kwargs)
}

// Caller is implemented by the State of objects whose class, made in Go, has a
// __call__ that takes any arguments: it is called without unpacking them.
type Caller interface {
	CallObject(t *Thread, x *Instance, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
}
