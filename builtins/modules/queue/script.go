package queue

// This file defines queues whose order a script decides: subclasses that
// override _init, _put, _get or _qsize.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var orderMethods = []string{"_init", "_qsize", "_put", "_get"}

// useScript makes x keep its items through its own methods if its class
// overrides one of them.
func useScript(t *isolate.Thread, x *object.Instance, maxsize starlark.Value) error {
	for _, name := range orderMethods {
		if !object.IsNativeMethod(x.Class().Lookup(name)) {
			stateOf(x).items = &scripted{x: x}
			_, err := object.CallMethod(t, x, "_init", maxsize)
			return err
		}
	}
	return nil
}

// scripted is an order that calls the object's methods. An error in _qsize is
// left for the thread.
type scripted struct{ x *object.Instance }

func (s *scripted) len() int {
	t := s.x.Isolate().Current()
	v, err := object.CallMethod(t, s.x, "_qsize")
	if err == nil {
		var n int
		if n, err = object.Int(t, v); err == nil {
			return n
		}
	}
	t.Raise(err)
	return 0
}

func (s *scripted) push(t *isolate.Thread, v starlark.Value) error {
	_, err := object.CallMethod(t, s.x, "_put", v)
	return err
}

func (s *scripted) pop(t *isolate.Thread) (starlark.Value, error) {
	return object.CallMethod(t, s.x, "_get")
}

func (s *scripted) list() []starlark.Value {
	t := s.x.Isolate().Current()
	vals, err := object.Slice(t, s.x.Attrs.Get("queue"))
	t.Raise(err)
	return vals
}

// storage makes the container that CPython keeps such a queue's items in.
func storage(t *isolate.Thread, x *object.Instance, items []starlark.Value) (starlark.Value, error) {
	list := starlark.NewList(items)
	if x.Class().IsSubclass(lifoClass) || x.Class().IsSubclass(priorityClass) {
		return list, nil
	}
	m, err := registry.Get(t, "collections")
	if err != nil || m == nil {
		return list, err
	}
	return object.CallMethod(t, m, "deque", list)
}

func init() {
	items := func(v starlark.Value) starlark.Value { return v.(*object.Instance).Attrs.Get("queue") }
	queueClass.AddMethods(
		object.Def{Sig: "def _init(self, maxsize)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			x := a[0].(*object.Instance)
			v, err := storage(t, x, nil)
			if err != nil {
				return nil, err
			}
			x.Attrs.Set("queue", v)
			return starlark.None, nil
		}},
		object.Def{Sig: "def _qsize(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			if q := stateOf(a[0]); !isScripted(q) {
				return starlark.MakeInt(q.items.len()), nil
			}
			n, err := object.Len(t, items(a[0]))
			return starlark.MakeInt(n), err
		}},
		object.Def{Sig: "def _put(self, item)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			q := stateOf(a[0])
			switch {
			case !isScripted(q):
				return starlark.None, q.items.push(t, a[1])
			case object.IsInstance(a[0], priorityClass):
				return heap(t, "heappush", items(a[0]), a[1])
			}
			return object.CallMethod(t, items(a[0]), "append", a[1])
		}},
		object.Def{Sig: "def _get(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			q := stateOf(a[0])
			switch {
			case !isScripted(q):
				return q.items.pop(t)
			case object.IsInstance(a[0], priorityClass):
				return heap(t, "heappop", items(a[0]))
			case object.IsInstance(a[0], lifoClass):
				return object.CallMethod(t, items(a[0]), "pop")
			}
			return object.CallMethod(t, items(a[0]), "popleft")
		}},
	)
}

func isScripted(q *queue) bool {
	_, ok := q.items.(*scripted)
	return ok
}

func heap(t *isolate.Thread, fn string, args ...starlark.Value) (starlark.Value, error) {
	m, err := registry.Get(t, "heapq")
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, object.Raise(object.ModuleNotFoundError, "No module named 'heapq'")
	}
	return object.CallMethod(t, m, fn, args...)
}
