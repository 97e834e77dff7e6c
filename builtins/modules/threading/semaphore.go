package threading

// This file defines Semaphore and BoundedSemaphore.

import (
	"fmt"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var (
	semaphoreClass = object.NewClass(object.Spec{Name: "Semaphore", Module: "threading", Doc: "This class implements semaphore objects."})
	boundedClass   = object.NewClass(object.Spec{Name: "BoundedSemaphore", Module: "threading", Base: semaphoreClass, Doc: "Implements a bounded semaphore."})
)

type semaphore struct {
	value, initial int
	queue          isolate.WaitQueue
}

func (s *semaphore) acquire(t *isolate.Thread, d time.Duration) (bool, error) {
	until := time.Now().Add(d)
	for s.value == 0 {
		left := d
		if d > 0 {
			left = max(0, time.Until(until))
		}
		woke, err := s.queue.Wait(t, left)
		if err != nil {
			return false, err
		}
		if !woke && s.value == 0 {
			return false, nil
		}
	}
	s.value--
	return true, nil
}

func init() {
	semaphoreClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return object.Make(c, t, &semaphore{value: 1, initial: 1}), nil
	}
	acquire := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		blocking, err := object.Truth(t, a[1])
		if err != nil {
			return nil, err
		}
		if !blocking && a[2] != starlark.None {
			return nil, object.Raise(object.ValueError, "can't specify timeout for non-blocking acquire")
		}
		d := time.Duration(0)
		if blocking {
			if d, err = object.Timeout(t, a[2]); err != nil {
				return nil, err
			}
		}
		ok, err := stateOf[*semaphore](a[0]).acquire(t, d)
		return starlark.Bool(ok), err
	}
	release := func(t *isolate.Thread, self starlark.Value, count starlark.Value) (starlark.Value, error) {
		n, err := object.Int(t, count)
		if err != nil {
			return nil, err
		}
		if n < 1 {
			return nil, object.Raise(object.ValueError, "n must be one or more")
		}
		s := stateOf[*semaphore](self)
		if object.IsInstance(self, boundedClass) && s.value+n > s.initial {
			return nil, object.Raise(object.ValueError, "Semaphore released too many times")
		}
		s.value += n
		s.queue.Wake(n)
		return starlark.None, nil
	}
	one := starlark.MakeInt(1)
	semaphoreClass.AddMethods(
		object.Def{Sig: "def __init__(self, value=1)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			if n < 0 {
				return nil, object.Raise(object.ValueError, "semaphore initial value must be >= 0")
			}
			s := stateOf[*semaphore](a[0])
			s.value, s.initial = n, n
			return starlark.None, nil
		}},
		object.Def{Sig: "def acquire(self, blocking=True, timeout=None)", Fn: acquire, Doc: "Acquire a semaphore, decrementing the internal counter by one."},
		object.Def{Sig: "def release(self, n=1)", Doc: "Release a semaphore, incrementing the internal counter by one or more.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return release(t, a[0], a[1])
		}},
		object.Def{Sig: "def __enter__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			ok, err := stateOf[*semaphore](a[0]).acquire(t, isolate.Forever)
			return starlark.Bool(ok), err
		}},
		object.Def{Sig: "def __exit__(self, t, v, tb)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return release(t, a[0], one)
		}},
		object.Def{Sig: "def __repr__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			c, s := object.ClassOf(a[0]), stateOf[*semaphore](a[0])
			value := fmt.Sprint(s.value)
			if c.IsSubclass(boundedClass) {
				value = fmt.Sprintf("%d/%d", s.value, s.initial)
			}
			return starlark.String(fmt.Sprintf("<%s.%s at 0x%x: value=%s>", c.Module, c.Qualname, object.Address(a[0]), value)), nil
		}},
	)
	semaphoreClass.AddAttrs(object.Attr{Name: "_value", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
		return starlark.MakeInt(stateOf[*semaphore](self).value), nil
	}})
}
