package lowering

// This file defines try, raise and their kin. The form of the lowered code is
// described in package dialect, where try statements are lowered.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A Raised is the completion of a protected body that ended by an exception.
type Raised struct {
	opaque
	st    *starlark.Thread
	h     *handled
	exc   *object.Instance
	depth int
}

var (
	_ starlark.Mapping  = (*Raised)(nil)
	_ starlark.HasAttrs = (*Raised)(nil)
)

func (c *Raised) String() string { return "<raised " + object.DescribeException(c.exc) + ">" }

// Type implements starlark.Value.
func (c *Raised) Type() string { return "raised" }

// Attr implements starlark.HasAttrs: the exception.
func (c *Raised) Attr(string) (value, error) { return c.exc, nil }

// AttrNames implements starlark.HasAttrs.
func (c *Raised) AttrNames() []string { return nil }

// Get implements starlark.Mapping: c[0] raises the exception again, c[T] tells
// whether except T matches it.
func (c *Raised) Get(key value) (value, bool, error) {
	if _, again := key.(starlark.Int); again {
		c.h.pop(c.exc)
		return nil, false, raiseAgain(c.exc)
	}
	ok, err := matches(c.exc, key)
	return starlark.Bool(ok), true, err
}

// raiseAgain is the error of an exception that leaves the frame in which it was
// caught.
func raiseAgain(exc *object.Instance) error {
	return &object.Error{Exc: exc, Tail: exc.Exception().Traceback, Bare: true}
}

// matches reports whether an except clause for types handles exc.
func matches(exc *object.Instance, types value) (bool, error) {
	switch c := types.(type) {
	case *object.Class:
		if c.Exception {
			return exc.Class().IsSubclass(c), nil
		}
	case starlark.Tuple:
		for _, e := range c {
			k, ok := e.(*object.Class)
			if !ok || !k.Exception {
				return false, notAnException()
			}
		}
		for _, e := range c {
			if exc.Class().IsSubclass(e.(*object.Class)) {
				return true, nil
			}
		}
		return false, nil
	}
	return false, notAnException()
}

func notAnException() error {
	return object.Raise(object.TypeError, "catching classes that do not inherit from BaseException is not allowed")
}

// hiddenFrames is how many frames a protected body adds to the call stack.
const hiddenFrames = 2

// try runs a protected body.
func try(r *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
	t := r.iso.Current()
	t.Hidden += hiddenFrames
	v, err := starlark.Call(st, args[0], nil, nil)
	t.Hidden -= hiddenFrames
	if err == nil {
		if !t.HasPending() {
			return v, nil
		}
		err = t.Pending()
	}
	c := catch(t, st, err)
	if c == nil {
		return nil, err
	}
	return c, nil
}

// catch makes a completion of the error of a protected body, in a helper that
// the function around the body has called. It returns nil for errors that no
// script may catch.
func catch(t *isolate.Thread, st *starlark.Thread, err error) *Raised {
	depth := st.CallStackDepth() - 1 // of the function around
	exc := object.Catch(t, err, depth-1)
	if exc == nil {
		return nil
	}
	h := handledOf(st)
	h.push(exc, depth)
	return &Raised{st: st, h: h, exc: exc, depth: depth}
}

// frameDepth is the depth of the innermost function of the script, of which
// the innermost frames may be protected bodies. It is called from a helper.
func frameDepth(st *starlark.Thread) int {
	n := st.CallStackDepth()
	for i := 1; i < n; i++ {
		switch f := st.DebugFrame(i).Callable().(type) {
		case *helper:
			continue
		case *starlark.Function:
			if f.Name() == "$body" {
				continue
			}
		}
		return n - i
	}
	return 0
}

func init() {
	functions["try"] = try
	functions["leave"] = func(_ *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		if c, ok := args[0].(*Raised); ok {
			c.h.pop(c.exc)
		}
		return starlark.None, nil
	}
	functions["raise"] = raise
	functions["reraise"] = func(_ *env, st *starlark.Thread, _ starlark.Tuple, _ []starlark.Tuple) (value, error) {
		h := handledOf(st)
		exc := h.now(st)
		if exc == nil {
			return nil, object.Raise(object.RuntimeError, "No active exception to reraise")
		}
		if n := len(h.entries); n > 0 && h.entries[n-1].depth >= frameDepth(st) {
			return nil, raiseAgain(exc)
		}
		return nil, object.RaiseValue(exc)
	}
	functions["assert"] = func(_ *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		err := object.RaiseArgs(object.AssertionError, args...)
		return nil, err
	}
	adaptors["raised"] = func(r *env) value { return raisedAdaptor{} }
}

// raise raises exc, with a cause if there are two arguments.
func raise(r *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
	t := r.iso.Current()
	exc, err := object.ExceptionOf(t, args[0], nil)
	if err != nil {
		return nil, err
	}
	if len(args) > 1 {
		s := exc.Exception()
		switch cause := args[1].(type) {
		case starlark.NoneType:
			s.Cause, s.SuppressContext = nil, true
		default:
			x, isExc := cause.(*object.Instance)
			c, isClass := cause.(*object.Class)
			if !(isExc && x.Exception() != nil) && !(isClass && c.Exception) {
				return nil, object.Raise(object.TypeError, "exception causes must derive from BaseException")
			}
			if s.Cause, err = object.ExceptionOf(t, cause, nil); err != nil {
				return nil, err
			}
			s.SuppressContext = true
		}
	}
	if cur := handledOf(st).now(st); cur != nil {
		setContext(exc, cur)
	}
	return nil, object.RaiseValue(exc)
}

type raisedAdaptor struct{ opaque }

func (raisedAdaptor) String() string { return "<raised>" }
func (raisedAdaptor) Type() string   { return "adaptor" }

// Get implements starlark.Mapping.
func (raisedAdaptor) Get(x value) (value, bool, error) {
	_, ok := x.(*Raised)
	return starlark.Bool(ok), true, nil
}
