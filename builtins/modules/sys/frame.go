package sys

// This file defines sys._getframe and what a frame knows of its module.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

func getFrame(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	depth, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	frames := object.StackFrames(t)
	n := len(frames) - max(depth, 0)
	if n <= 0 {
		return nil, object.Raise(object.ValueError, "call stack is not deep enough")
	}
	return object.NewFrame(t, frames[:n]), nil
}

func init() {
	object.FrameType.AddAttrs(object.Attr{Name: "f_globals", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
		m, ok, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String(object.FrameModule(t, self)))
		if !ok {
			return starlark.NewDict(0), nil
		}
		return object.GetAttr(t, m, "__dict__")
	}})
}
