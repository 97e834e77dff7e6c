package sys

// This file defines the hooks of sys: what is called with a value at the prompt
// and with an exception that nobody caught.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/traceback"
)

var displayHook = object.NewModuleFunc("sys", object.Def{
	Sig: "displayhook(object, /)", Doc: "Print an object to sys.stdout and also save it in builtins._",
	Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		if a[0] == starlark.None {
			return starlark.None, nil
		}
		s, err := object.Repr(t, a[0])
		if err != nil {
			return nil, err
		}
		_, err = object.CallMethod(t, files.Stdout(t), "write", starlark.String(s+"\n"))
		return starlark.None, err
	},
})

var exceptHook = object.NewModuleFunc("sys", object.Def{
	Sig: "excepthook(exctype, value, traceback, /)", Doc: "Handle an exception by displaying it with a traceback on sys.stderr.",
	Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		x, ok := a[1].(*object.Instance)
		if !ok || x.Exception() == nil {
			return nil, object.Raise(object.TypeError, "print_exception(): Exception expected for value, %s found", object.TypeName(a[1]))
		}
		files.WriteStderr(t, traceback.Format(t, x))
		return starlark.None, nil
	},
})

// Excepthook calls the script's own sys.excepthook with an uncaught exception.
// It reports whether there is one; what it raises itself is returned.
func Excepthook(t *isolate.Thread, exc *object.Instance) (called bool, err error) {
	m := loaded(t)
	if m == nil {
		return false, nil
	}
	hook := m.Vars.Get("excepthook")
	if hook == nil || hook == starlark.Value(exceptHook) {
		return false, nil
	}
	tb, err := object.GetAttr(t, exc, "__traceback__")
	if err != nil {
		return true, err
	}
	_, err = object.Call(t, hook, starlark.Tuple{exc.Class(), exc, tb}, nil)
	return true, err
}
