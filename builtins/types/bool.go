package types

// This file defines the class bool. Most of its methods are int's.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

func init() {
	c := object.BoolType
	c.New = func(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if err := noKeywords("bool", kwargs); err != nil {
			return nil, err
		}
		if err := atMost("bool", as, 1); err != nil {
			return nil, err
		}
		if len(as) == 0 {
			return starlark.False, nil
		}
		ok, err := object.Truth(t, as[0])
		return starlark.Bool(ok), err
	}
	c.AddMethods(arithmetic(isIntValue, nil, syntax.AMP, syntax.PIPE, syntax.CIRCUMFLEX)...)
	c.AddMethods(reprMethod(), unaryMethod("__invert__", syntax.TILDE))
}
