package object

// This file defines how Go code of ours calls script code.

import (
	"fmt"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
)

// Call calls fn on the thread t, which must hold the lock. A returned error is
// the exception (or cancellation) as it travels; pass it on, or Catch it.
func Call(t *Thread, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	switch f := fn.(type) {
	case *Func:
		return f.Call(t, args, kwargs)
	case *BoundMethod:
		// A method made in Go needs no frame either.
		if g, ok := f.Fn.(*Func); ok {
			return g.Call(t, append(append(make(starlark.Tuple, 0, len(args)+1), f.Self), args...), kwargs)
		}
	}
	if _, ok := fn.(starlark.Callable); !ok {
		return nil, Raise(TypeError, "'%s' object is not callable", TypeName(fn))
	}
	v, err := starlark.Call(t.Starlark(), fn, args, kwargs)
	if err == nil && t.HasPending() {
		return nil, t.Pending()
	}
	return v, err
}

// callHidden is Call from a frame that no Python user would count.
func callHidden(t *Thread, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t.Hidden++
	v, err := Call(t, fn, args, kwargs)
	t.Hidden--
	return v, err
}

// CallMethod calls v.name(args...).
func CallMethod(t *Thread, v starlark.Value, name string, args ...starlark.Value) (starlark.Value, error) {
	m, err := GetAttr(t, v, name)
	if err != nil {
		return nil, err
	}
	return Call(t, m, args, nil)
}

// IsCallable reports what callable() says.
func IsCallable(v starlark.Value) bool {
	if x, ok := v.(*Instance); ok {
		return x.class.Lookup("__call__") != nil
	}
	_, ok := v.(starlark.Callable)
	return ok
}

// IsCaught reports whether err is an exception of the class, whether raised by
// us or by go.starlark.net. It leaves the thread ready to go on if so.
func IsCaught(t *Thread, err error, class *Class) bool {
	if err == nil {
		return false
	}
	if !t.HasPending() {
		if e, ok := err.(*Error); ok {
			return e.Exc.class.IsSubclass(class)
		}
	}
	pending := t.Pending()
	if pending != nil {
		if !IsException(pending, class) {
			t.Raise(pending)
			return false
		}
		return true
	}
	if IsException(err, BaseException) {
		return IsException(err, class)
	}
	x := Catch(t, err, t.Starlark().CallStackDepth())
	return x != nil && x.class.IsSubclass(class)
}

// maxGoDepth bounds the recursion of our own Go code (repr, compare, hash,
// copy of nested values): each level costs a few hundred bytes of Go stack.
const maxGoDepth = 10_000

// Enter guards a recursive Go operation on script values: it fails with
// RecursionError when they are nested too deeply, and when the thread is to stop:
// what is nested may be without end to walk. Every Enter that returned nil
// is followed by Leave.
func Enter(t *Thread, where string) error {
	if err := t.Tick(); err != nil {
		return err
	}
	d := t.GoDepth()
	if *d >= maxGoDepth {
		return Raise(RecursionError, "maximum recursion depth exceeded%s", where)
	}
	*d++
	return nil
}

// Leave ends what Enter began.
func Leave(t *Thread) { *t.GoDepth()-- }

// CallInternal implements starlark.Callable: C(args) makes an instance.
func (c *Class) CallInternal(thread *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := isolate.Of(thread)
	if c.Meta != nil {
		if m := c.Meta.Lookup("__call__"); m != nil && !IsNativeMethod(m) {
			b, err := bind(t, m, c, c.Meta)
			if err != nil {
				return nil, err
			}
			return callHidden(t, b, args, kwargs)
		}
	}
	return c.Instantiate(t, args, kwargs)
}

// Instantiate is type.__call__: __new__, then __init__ if what __new__
// returned is an instance of c.
func (c *Class) Instantiate(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if c.madeByNew() {
		return c.New(t, c, args, kwargs)
	}
	if c == TypeType {
		if len(args) == 1 && len(kwargs) == 0 {
			return ClassOf(args[0]), nil // no instance is made, so none is initialised
		}
		if len(args) != 3 {
			return nil, Raise(TypeError, "type() takes 1 or 3 arguments")
		}
	}
	if len(c.Abstract) > 0 {
		return nil, abstractError(c)
	}
	var v starlark.Value
	var err error
	if n := c.scriptNew(); n != nil {
		all := append(starlark.Tuple{c}, args...)
		v, err = callHidden(t, n, all, kwargs)
	} else if alloc := c.allocator(); alloc != nil {
		v, err = alloc(t, c, args, kwargs)
	} else {
		v, err = c.allocate(t, args, kwargs)
	}
	if err != nil {
		return nil, err
	}
	if !ClassOf(v).IsSubclass(c) {
		return v, nil
	}
	return v, c.initialize(t, v, args, kwargs)
}

func abstractError(c *Class) error {
	names := make([]string, len(c.Abstract))
	for i, n := range c.Abstract {
		names[i] = "'" + n + "'"
	}
	s := ""
	if len(names) > 1 {
		s = "s"
	}
	list := names[0]
	for _, n := range names[1:] {
		list += ", " + n
	}
	return Raise(TypeError, "Can't instantiate abstract class %s without an implementation for abstract method%s %s", c.ClassName, s, list)
}

// scriptNew returns a __new__ that a script defined, or nil.
func (c *Class) scriptNew() starlark.Value {
	if c.Iso == nil {
		return nil
	}
	switch n := c.Lookup("__new__").(type) {
	case *StaticMethod:
		if IsNativeMethod(n.Fn) {
			return nil
		}
		return n.Fn
	case *starlark.Function:
		return n
	case nil, *Func:
		return nil
	default:
		return n
	}
}

// allocate makes an instance of a class that has no allocator.
func (c *Class) allocate(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args)+len(kwargs) > 0 && !c.hasInit() {
		return nil, Raise(TypeError, "%s() takes no arguments", c.ClassName)
	}
	return NewInstance(c, t), nil
}

func (c *Class) initialize(t *Thread, v starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
	m := ClassOf(v).Lookup("__init__")
	switch f := m.(type) {
	case *starlark.Function:
		if s := ClassOf(v).ShortcutFor(f); s != nil {
			if done, err := s.Fill(t, v.(*Instance), args, kwargs); done || err != nil {
				return err
			}
		}
	case *Func:
		switch {
		case f.slot:
			return f.owner.Init(t, v, args, kwargs)
		case f.owner == ObjectType:
			// __new__ has judged the arguments unless a script wrote it.
			if c.scriptNew() != nil && len(args)+len(kwargs) > 0 {
				return InitObject(v, args, kwargs)
			}
			return nil
		}
	}
	if m == nil {
		return nil
	}
	b, err := bind(t, m, v, ClassOf(v))
	if err != nil {
		return err
	}
	r, err := callHidden(t, b, args, kwargs)
	if err != nil {
		return err
	}
	if r != starlark.None {
		return Raise(TypeError, "__init__() should return None, not '%s'", TypeName(r))
	}
	return nil
}

// CallInit runs the initialiser that a class made in Go has or inherits, for
// super().__init__(…) from a script.
func (c *Class) CallInit(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if init := c.initializer(); init != nil {
		return init(t, self, args, kwargs)
	}
	return nil
}

// CallNew runs the allocator that a class made in Go has or inherits, for
// super().__new__(cls, …) from a script.
func (c *Class) CallNew(t *Thread, cls *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if alloc := c.allocator(); alloc != nil {
		return alloc(t, cls, args, kwargs)
	}
	return NewInstance(cls, t), nil
}

// FunctionQualname is the __qualname__ of anything callable.
func FunctionQualname(fn starlark.Value) string {
	switch f := fn.(type) {
	case *Func:
		return f.Qualname()
	case *Class:
		return f.Qualname
	case *starlark.Function:
		if FunctionAttrs.Get != nil {
			if q, err := FunctionAttrs.Get(nil, f, "__qualname__"); err == nil {
				if s, ok := q.(starlark.String); ok {
					return withoutTag(string(s))
				}
			}
		}
		return withoutTag(f.Name())
	case *BoundMethod:
		return FunctionQualname(f.Fn)
	case starlark.Callable:
		return f.Name()
	}
	return fmt.Sprintf("<%s>", fn.Type())
}

// withoutTag takes off what the lowering puts before some names.
func withoutTag(name string) string {
	if _, rest, ok := strings.Cut(name, "$."); ok {
		return rest
	}
	return name
}
