package logging

// This file defines the base class of loggers: what a call costs that is not
// enabled.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// generation changes when any level does: what loggers know of whether they are
// enabled is true for one generation.
var generation = isolate.NewKey(func(*isolate.Isolate) *counter { return new(counter) })

type counter struct{ n int }

// A channel is the State of a logger.
type channel struct {
	generation int
	enabled    map[int]bool
}

var channelClass = object.NewClass(object.Spec{
	Name: "_Channel", Module: "logging", Python: true,
	New: func(t *thread, cls *object.Class, _ starlark.Tuple, _ []starlark.Tuple) (value, error) {
		return object.Make(cls, t, new(channel)), nil
	},
})

// enabled reports whether the logger takes records of the level.
func enabled(t *thread, self value, level int) (bool, error) {
	x := self.(*object.Instance)
	c := x.State.(*channel)
	if off := x.Attrs.Get("disabled"); off != nil && off != starlark.False {
		if yes, err := object.Truth(t, off); err != nil || yes {
			return false, err
		}
	}
	if g := generation.In(t.Isolate()); c.generation != g.n || c.enabled == nil {
		c.generation, c.enabled = g.n, make(map[int]bool)
	}
	if on, ok := c.enabled[level]; ok {
		return on, nil
	}
	v, err := object.CallMethod(t, self, "_ask", starlark.MakeInt(level))
	if err != nil {
		return false, err
	}
	on, err := object.Truth(t, v)
	if err == nil {
		c.enabled[level] = on
	}
	return on, err
}

// allows asks isEnabledFor, which a subclass may have its own of.
func allows(t *thread, self value, level int) (bool, error) {
	if m := self.(*object.Instance).Class().Lookup("isEnabledFor"); !object.IsNativeMethod(m) {
		v, err := object.CallMethod(t, self, "isEnabledFor", starlark.MakeInt(level))
		if err != nil {
			return false, err
		}
		return object.Truth(t, v)
	}
	return enabled(t, self, level)
}

// logs makes the method that logs at a level.
func logs(name, doc string, level int) object.Def {
	number := value(starlark.MakeInt(level))
	quick := func(t *thread, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(a) < 2 || len(kwargs) > 0 {
			return nil, nil
		}
		on, err := allows(t, a[0], level)
		if err != nil || !on {
			return starlark.None, err
		}
		done, err := logPlain(t, a[0].(*object.Instance), number, a[1], a[2:])
		if err == nil && !done {
			err = pass(t, a[0], number, a[1], a[2:], nil)
		}
		return starlark.None, err
	}
	return object.Def{Sig: "def " + name + "(self, msg, *args, **kwargs)", Doc: doc, Quick: quick, Fn: func(t *thread, a args) (value, error) {
		on, err := allows(t, a[0], level)
		if err != nil || !on {
			return starlark.None, err
		}
		return starlark.None, pass(t, a[0], starlark.MakeInt(level), a[1], a[2], a[3])
	}}
}

// pass calls the logger's _log.
func pass(t *thread, self, level, msg, args, kwargs value) error {
	m, err := object.GetAttr(t, self, "_log")
	if err != nil {
		return err
	}
	var kw []starlark.Tuple
	if d, ok := kwargs.(*starlark.Dict); ok && d.Len() > 0 {
		kw = d.Items()
	}
	_, err = object.Call(t, m, starlark.Tuple{level, msg, args}, kw)
	return err
}

func init() {
	channelClass.AddMethods(
		logs("debug", "Log 'msg % args' with severity 'DEBUG'.", 10),
		logs("info", "Log 'msg % args' with severity 'INFO'.", 20),
		logs("warning", "Log 'msg % args' with severity 'WARNING'.", 30),
		logs("error", "Log 'msg % args' with severity 'ERROR'.", 40),
		logs("critical", "Log 'msg % args' with severity 'CRITICAL'.", 50),
		object.Def{Sig: "def isEnabledFor(self, level)", Doc: "Is this logger enabled for level 'level'?", Fn: func(t *thread, a args) (value, error) {
			level, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			on, err := enabled(t, a[0], level)
			return starlark.Bool(on), err
		}},
	)
}
