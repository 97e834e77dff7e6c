// Package logging is the module logging, written in the language itself
// (logging.py), but for the look at who called.
package logging

import (
	_ "embed"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed logging.py
var source string

// caller returns (file, line, function) of the code that called into logging:
// the first frame that is not this module's, and stacklevel-1 further out.
func caller(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	level, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	st := t.Starlark()
	own := ""
	for i := 0; i < st.CallStackDepth(); i++ {
		fr := st.DebugFrame(i)
		fn, ok := fr.Callable().(*starlark.Function)
		if !ok {
			continue
		}
		pos := fr.Position()
		if own == "" {
			own = pos.Filename() // we were called by logging.py
		}
		info := object.InfoAt(t, fn.Name(), pos)
		if pos.Filename() == own || info != nil && info.Hidden() {
			continue
		}
		if level--; level > 0 {
			continue
		}
		name := fn.Name()
		switch {
		case name == "<toplevel>":
			name = "<module>"
		case info != nil:
			name = info.Name
		}
		return starlark.Tuple{starlark.String(object.FileName(pos.Filename())), starlark.MakeInt(int(pos.Line)), starlark.String(strings.TrimPrefix(name, "$"))}, nil
	}
	return starlark.Tuple{starlark.String("(unknown file)"), starlark.MakeInt(0), starlark.String("(unknown function)")}, nil
}

func init() {
	registry.Register(&registry.Module{
		Name: "logging", Doc: "Logging package for Python. Based on PEP 282.", Source: source,
		Funcs: []object.Def{{Sig: "_caller(stacklevel, /)", Fn: caller}},
	})
}
