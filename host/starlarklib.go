package host

// This file defines what load finds besides files: the modules json, math and
// time of go.starlark.net.

import (
	"fmt"
	"strings"

	"go.starlark.net/lib/json"
	"go.starlark.net/lib/math"
	libtime "go.starlark.net/lib/time"
	"go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"

	"starpool/builtins/isolate"
	"starpool/builtins/modules/time"
)

// libraries are the modules by the name that load takes, as in
// load("json.star", "json"). A file of that name comes first.
var libraries = map[string]*starlarkstruct.Module{
	"json.star": replaced(json.Module, map[string]*starlark.Builtin{
		"encode": guarded(json.Module.Members["encode"].(*starlark.Builtin)),
		"decode": shallow(json.Module.Members["decode"].(*starlark.Builtin)),
		"indent": shallow(json.Module.Members["indent"].(*starlark.Builtin)),
	}),
	"math.star": math.Module,
	"time.star": replaced(libtime.Module, map[string]*starlark.Builtin{
		"now": starlark.NewBuiltin("time.now", func(st *starlark.Thread, b *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			if err := starlark.UnpackPositionalArgs(b.Name(), args, kwargs, 0); err != nil {
				return nil, err
			}
			return libtime.Time(time.ClockIn.In(isolate.Of(st).Isolate()).Now()), nil
		}),
	}),
}

// library returns what load of a name gives, or nil.
func library(name string) starlark.StringDict {
	m := libraries[name]
	if m == nil {
		return nil
	}
	return starlark.StringDict{m.Name: m}
}

// replaced is a module with some of its functions replaced.
func replaced(m *starlarkstruct.Module, with map[string]*starlark.Builtin) *starlarkstruct.Module {
	members := make(starlark.StringDict, len(m.Members))
	for name, v := range m.Members {
		members[name] = v
	}
	for name, b := range with {
		members[name] = b
	}
	return &starlarkstruct.Module{Name: m.Name, Members: members}
}

// shallow is a function of a JSON text that refuses one that nests too deeply
// for a parser that recurses.
func shallow(b *starlark.Builtin) *starlark.Builtin {
	return starlark.NewBuiltin(b.Name(), func(st *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) > 0 {
			if s, ok := starlark.AsString(args[0]); ok && brackets(s) > maxNest {
				return nil, fmt.Errorf("%s: text nests too deeply", b.Name())
			}
		}
		return b.CallInternal(st, args, kwargs)
	})
}

// brackets is how deeply a JSON text may nest: its opening brackets before their
// closing ones, those in strings counted too.
func brackets(s string) int {
	depth, deepest := 0, 0
	for {
		i := strings.IndexAny(s, "[]{}")
		if i < 0 {
			return deepest
		}
		if s[i] == '[' || s[i] == '{' {
			depth++
			deepest = max(deepest, depth)
		} else {
			depth--
		}
		s = s[i+1:]
	}
}
