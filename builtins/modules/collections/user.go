package collections

// This file defines ChainMap, UserDict, UserList and UserString, which are
// written in the language itself and compiled when a script first asks for one.

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed user.py
var userSource string

const userModule = "_collections_user"

func init() {
	registry.Register(&registry.Module{Name: userModule, Source: userSource})
}
