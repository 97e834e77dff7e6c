package threading

// This file defines excepthook: what reports an exception that ended a thread.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/traceback"
)

// hookArgsClass is the named tuple that the hook gets.
var hookArgsClass = object.NewClass(object.Spec{Name: "_ExceptHookArgs", Module: "_thread", Base: object.TupleType})

func init() {
	for i, name := range []string{"exc_type", "exc_value", "exc_traceback", "thread"} {
		hookArgsClass.AddAttrs(object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return object.Base(self).(starlark.Tuple)[i], nil
		}})
	}
}

var exceptHook = object.NewModuleFunc("_thread", object.Def{
	Sig: "_excepthook(args, /)", Doc: "Handle uncaught Thread.run() exception.",
	Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		fields, ok := object.Base(a[0]).(starlark.Tuple)
		if !ok || len(fields) != 4 {
			return nil, object.Raise(object.TypeError, "_thread._excepthook argument type must be ExceptHookArgs")
		}
		exc, ok := fields[1].(*object.Instance)
		if !ok || exc.Class().IsSubclass(object.SystemExit) {
			return starlark.None, nil
		}
		name := "<unknown>"
		if x := stateOf[*thread](fields[3]); x != nil {
			name = x.label()
		}
		files.WriteStderr(t, fmt.Sprintf("Exception in thread %s:\n%s", name, traceback.Format(t, exc)))
		return starlark.None, nil
	},
})
