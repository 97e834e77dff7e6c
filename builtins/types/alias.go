package types

// This file defines which keys of other types a complex number equals.

import "go.starlark.net/starlark"

// KeyAliases implements object.Aliaser.
func (c Complex) KeyAliases() []value {
	if imag(c) != 0 {
		return nil
	}
	keys := []value{starlark.Float(real(c))}
	if real(c) == 0 || real(c) == 1 {
		keys = append(keys, starlark.Bool(real(c) == 1))
	}
	return keys
}
