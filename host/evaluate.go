package host

// This file defines eval, exec and compile.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/host/dialect"
)

// codeClass is the type of code objects.
var codeClass = object.NewClass(object.Spec{Name: "code", Final: true})

// A code is what compile() returns: source that is known to be a program.
type code struct {
	src      []byte
	filename string
	mode     string
}

func (in *Interpreter) compileHook(t *isolate.Thread, source starlark.Value, filename, mode string) (starlark.Value, error) {
	c, err := readCode(t, source, filename, mode)
	if err != nil {
		return nil, err
	}
	if c.filename != filename {
		return source, nil // a code object
	}
	m, err := modeOf(mode)
	if err != nil {
		return nil, err
	}
	if _, err := in.compile(t, "__main__", filename, c.src, m, dialect.Options{OpenGlobals: true}); err != nil {
		return nil, err
	}
	return object.Make(codeClass, t, c), nil
}

func modeOf(mode string) (dialect.Mode, error) {
	switch mode {
	case "exec":
		return dialect.File, nil
	case "eval":
		return dialect.Eval, nil
	case "single":
		return dialect.Single, nil
	}
	return 0, object.Raise(object.ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
}

// readCode reads the source argument of compile, exec and eval.
func readCode(t *isolate.Thread, source starlark.Value, filename, mode string) (*code, error) {
	if x, ok := source.(*object.Instance); ok {
		if c, ok := x.State.(*code); ok {
			return c, nil
		}
	}
	if s, ok := object.Text(source); ok {
		if mode == "eval" {
			// Leading blanks are allowed before an expression.
			for len(s) > 0 && (s[0] == ' ' || s[0] == '\t') {
				s = s[1:]
			}
		}
		return &code{[]byte(s), filename, mode}, nil
	}
	if object.IsInstance(source, object.BytesType) || object.IsInstance(source, object.BytearrayType) {
		r, err := object.CallMethod(t, source, "decode")
		if err != nil {
			return nil, err
		}
		s, _ := object.Text(r)
		return &code{[]byte(s), filename, mode}, nil
	}
	return nil, object.Raise(object.TypeError, "%s() arg 1 must be a string, bytes or code object", mode)
}

// runHook implements exec and eval: the code runs with open globals in a module
// whose variables are the globals dict. With locals of their own, names are
// assigned there and looked up there first.
func (in *Interpreter) runHook(t *isolate.Thread, source starlark.Value, mode string, globals, locals starlark.Value) (starlark.Value, error) {
	c, err := readCode(t, source, "<string>", mode)
	if err != nil {
		return nil, err
	}
	if c.mode != mode {
		mode = c.mode
	}
	dm, err := modeOf(mode)
	if err != nil {
		return nil, err
	}
	if globals == nil || globals == starlark.None {
		if globals, err = callerGlobals(t); err != nil {
			return nil, err
		}
	}
	gd, ok := object.Base(globals).(*starlark.Dict)
	if !ok {
		return nil, object.Raise(object.TypeError, "%s() globals must be a dict, not %s", mode, object.TypeName(globals))
	}
	name := "__main__"
	if v, ok, _ := gd.Get(starlark.String("__name__")); ok {
		if s, ok := object.Text(v); ok {
			name = s
		}
	}
	m := &object.Module{Name: name, Iso: t.Isolate()}
	m.Vars.SetDict(gd)
	if ld, ok := locals.(*starlark.Dict); ok && ld != gd {
		m.Vars.SetDict(ld)
		m.Missing = func(t *isolate.Thread, n string) (starlark.Value, error) {
			if v, found, err := gd.Get(starlark.String(n)); found || err != nil {
				return v, err
			}
			return nil, nil
		}
	}
	prog, err := in.compile(t, name, c.filename, c.src, dm, dialect.Options{OpenGlobals: true})
	if err != nil {
		return nil, err
	}
	out, err := prog.prog.Init(t.Starlark(), lowering.Predeclared(t, m, in.env, true, prog.uses))
	if err != nil {
		return nil, err
	}
	if dm != dialect.Eval {
		return starlark.None, nil
	}
	v, ok := out[dialect.Result]
	if !ok {
		return nil, fmt.Errorf("eval left no value")
	}
	return v, nil
}
