package object

// This file maps the plain-text errors of go.starlark.net to the exception
// classes and the wording of CPython 3.13.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/text"
)

// FromNative makes the exception for an error that go.starlark.net raised as
// plain text. stack is the call stack at that point, if known.
func FromNative(t *Thread, err error, stack starlark.CallStack) *Instance {
	if ev, ok := err.(*starlark.EvalError); ok {
		err = ev.Unwrap()
	}
	return NewException(RuntimeError, starlark.String(err.Error()))
}

// isArityError reports whether err says that a call did not fit its function's
// parameters: the frame of the callee is then not part of the traceback.
func isArityError(err error) bool {
	var ev *starlark.EvalError
	msg := err.Error()
	_ = ev
	return strings.HasPrefix(msg, "function ") && (strings.Contains(msg, " accepts ") || strings.Contains(msg, " missing ") || strings.Contains(msg, " got "))
}

func fromText(err error) error {
	if e, ok := err.(*text.Error); ok {
		for _, c := range []*Class{ValueError, TypeError, OverflowError, IndexError, LookupError, MemoryError, UnicodeDecodeError, UnicodeEncodeError, KeyError} {
			if c.ClassName == e.Class {
				return Raise(c, "%s", e.Msg)
			}
		}
	}
	return Raise(RuntimeError, "%s", err.Error())
}
