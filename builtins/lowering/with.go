package lowering

// This file defines with statements.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// with runs body with what the manager's __enter__ returns, and then its
// __exit__. It returns what body returned, or None if the manager has swallowed
// an exception.
func with(r *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
	t := r.iso.Current()
	m, body := args[0], args[1]
	if object.Special(m, "__enter__") == nil {
		return nil, object.Raise(object.TypeError, "'%s' object does not support the context manager protocol", object.TypeName(m))
	}
	exit := object.Special(m, "__exit__")
	if exit == nil {
		return nil, object.Raise(object.TypeError, "'%s' object does not support the context manager protocol (missed __exit__ method)", object.TypeName(m))
	}
	v, _, err := object.CallSpecial(t, m, "__enter__")
	if err != nil {
		return nil, err
	}
	t.Hidden += hiddenFrames
	result, err := starlark.Call(st, body, starlark.Tuple{v}, nil)
	t.Hidden -= hiddenFrames
	if err == nil && t.HasPending() {
		err = t.Pending()
	}
	if err == nil {
		_, err := leaveManager(t, m, starlark.None, starlark.None, starlark.None)
		return result, err
	}
	c := catch(t, st, err)
	if c == nil {
		return nil, err
	}
	// If __exit__ fails, the exception is still being handled: it becomes the
	// context of the new one, and is forgotten when that is caught.
	tb, err := object.GetAttr(t, c.exc, "__traceback__")
	if err != nil {
		return nil, err
	}
	swallow, err := leaveManager(t, m, c.exc.Class(), c.exc, tb)
	if err != nil {
		return nil, err
	}
	ok, err := object.Truth(t, swallow)
	if err != nil {
		return nil, err
	}
	c.h.pop(c.exc)
	if ok {
		return starlark.None, nil
	}
	return nil, raiseAgain(c.exc)
}

func leaveManager(t *isolate.Thread, m value, exc ...value) (value, error) {
	v, _, err := object.CallSpecial(t, m, "__exit__", exc...)
	if err == nil && v == nil {
		v = starlark.None
	}
	return v, err
}

func init() { functions["with"] = with }
