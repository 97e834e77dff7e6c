// Package traceback is the module traceback: the texts come from package
// builtins/traceback, the rest is written in the language itself (traceback.py).
package traceback

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/traceback"
)

//go:embed traceback.py
var source string

func init() {
	registry.Register(&registry.Module{
		Name: "traceback", Doc: "Extract, format and print information about Python stack traces.",
		Funcs: []object.Def{
			{Sig: "_text(exc, limit, chain, /)", Fn: text},
			{Sig: "_only(exc, /)", Fn: only},
			{Sig: "_entries(tb, /)", Fn: entries},
			{Sig: "_lines(tb, /)", Fn: lines},
			{Sig: "_stack(/)", Fn: stack},
		},
		Source: source,
	})
}

func exception(v starlark.Value) (*object.Instance, error) {
	if x, ok := v.(*object.Instance); ok && x.Exception() != nil {
		return x, nil
	}
	return nil, object.Raise(object.TypeError, "Exception expected for value, %s found", object.TypeName(v))
}

func text(t *object.Thread, a object.Args) (starlark.Value, error) {
	exc, err := exception(a[0])
	if err != nil {
		return nil, err
	}
	o := traceback.Options{NoChain: a[2] == starlark.False}
	if a[1] != starlark.None {
		if o.Limit, err = object.Int(t, a[1]); err != nil {
			return nil, err
		}
	}
	return starlark.String(traceback.FormatWith(t, exc, o)), nil
}

func only(t *object.Thread, a object.Args) (starlark.Value, error) {
	exc, err := exception(a[0])
	if err != nil {
		return nil, err
	}
	return starlark.String(traceback.FormatOnly(t, exc)), nil
}

func frames(v starlark.Value) ([]object.Frame, error) {
	switch tb := v.(type) {
	case starlark.NoneType:
		return nil, nil
	case *object.Traceback:
		return tb.Frames(), nil
	}
	return nil, object.Raise(object.TypeError, "expected a traceback object or None, got %s", object.TypeName(v))
}

// entries lists the frames of a traceback as (file, line, function) tuples.
func entries(t *object.Thread, a object.Args) (starlark.Value, error) {
	fs, err := frames(a[0])
	if err != nil {
		return nil, err
	}
	return list(t, fs), nil
}

func list(t *object.Thread, fs []object.Frame) starlark.Value {
	out := make([]starlark.Value, len(fs))
	for i, f := range fs {
		src, _ := object.SourceLine(t, f.Pos.Filename(), int(f.Pos.Line))
		out[i] = starlark.Tuple{
			starlark.String(object.FileName(f.Pos.Filename())), starlark.MakeInt(int(f.Pos.Line)),
			starlark.String(object.FrameName(t, f)), starlark.String(src),
		}
	}
	return starlark.NewList(out)
}

// lines formats each frame of a traceback.
func lines(t *object.Thread, a object.Args) (starlark.Value, error) {
	fs, err := frames(a[0])
	if err != nil {
		return nil, err
	}
	out := make([]starlark.Value, len(fs))
	for i := range fs {
		out[i] = starlark.String(traceback.FormatFrames(t, fs[i:i+1]))
	}
	return starlark.NewList(out), nil
}

// stack lists the frames of the caller and of what called it.
func stack(t *object.Thread, a object.Args) (starlark.Value, error) {
	return list(t, object.StackFrames(t)), nil
}
