package object

// This file defines the unpacking of arguments apart from a call, for
// constructors.

import "go.starlark.net/starlark"

// Bind unpacks the arguments of a call by f's signature without calling it. The
// wording of its errors is that of a call.
func (f *Func) Bind(args starlark.Tuple, kwargs []starlark.Tuple) (Args, error) {
	f.once.Do(f.parse)
	return f.bind(args, kwargs)
}
