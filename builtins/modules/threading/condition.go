package threading

// This file defines Condition.

import (
	"fmt"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var conditionClass = object.NewClass(object.Spec{Name: "Condition", Module: "threading", Doc: "Class that implements a condition variable."})

type condition struct {
	lock  starlark.Value // what acquire and release go to
	mutex *mutex         // lock's state if it is one of ours
	queue isolate.WaitQueue
}

// owned reports whether t holds the condition's lock.
func (c *condition) owned(t *isolate.Thread) (bool, error) {
	if c.mutex != nil {
		if c.mutex.reentrant {
			return c.mutex.owner == t, nil
		}
		return c.mutex.count > 0, nil
	}
	r, err := object.CallMethod(t, c.lock, "acquire", starlark.False)
	if err != nil {
		return false, err
	}
	got, err := object.Truth(t, r)
	if err != nil || !got {
		return err == nil, err
	}
	_, err = object.CallMethod(t, c.lock, "release")
	return false, err
}

// wait gives the lock up, waits for a notify, and takes the lock back.
func (c *condition) wait(t *isolate.Thread, d time.Duration) (bool, error) {
	ok, err := c.owned(t)
	if err != nil {
		return false, err
	}
	if !ok {
		return false, object.Raise(object.RuntimeError, "cannot wait on un-acquired lock")
	}
	if c.mutex != nil {
		n := c.mutex.releaseAll()
		woke, err := c.queue.Wait(t, d)
		if rerr := c.mutex.restore(t, n); err == nil {
			err = rerr
		}
		return woke, err
	}
	if _, err := object.CallMethod(t, c.lock, "release"); err != nil {
		return false, err
	}
	woke, err := c.queue.Wait(t, d)
	if _, aerr := object.CallMethod(t, c.lock, "acquire"); err == nil {
		err = aerr
	}
	return woke, err
}

func init() {
	conditionClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return object.Make(c, t, &condition{}), nil
	}
	notify := func(t *isolate.Thread, c *condition, n int) (starlark.Value, error) {
		ok, err := c.owned(t)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, object.Raise(object.RuntimeError, "cannot notify on un-acquired lock")
		}
		c.queue.Wake(n)
		return starlark.None, nil
	}
	notifyAll := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		c := stateOf[*condition](a[0])
		return notify(t, c, c.queue.Len())
	}
	forward := func(name string) func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			m, err := object.GetAttr(t, stateOf[*condition](a[0]).lock, name)
			if err != nil {
				return nil, err
			}
			return object.Call(t, m, a[1].(starlark.Tuple), a[2].(*starlark.Dict).Items())
		}
	}
	conditionClass.AddMethods(
		object.Def{Sig: "def __init__(self, lock=None)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			c := stateOf[*condition](a[0])
			c.lock = a[1]
			if a[1] == starlark.None {
				c.lock = object.Make(rlockClass, t, &mutex{reentrant: true})
			}
			c.mutex = mutexOf(c.lock)
			return starlark.None, nil
		}},
		object.Def{Sig: "def acquire(self, *args, **kwargs)", Fn: forward("acquire")},
		object.Def{Sig: "def release(self, *args, **kwargs)", Fn: forward("release")},
		object.Def{Sig: "def __enter__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return object.CallMethod(t, stateOf[*condition](a[0]).lock, "__enter__")
		}},
		object.Def{Sig: "def __exit__(self, *args)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return object.CallMethod(t, stateOf[*condition](a[0]).lock, "__exit__", a[1].(starlark.Tuple)...)
		}},
		object.Def{Sig: "def wait(self, timeout=None)", Doc: "Wait until notified or until a timeout occurs.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			d, err := object.Timeout(t, a[1])
			if err != nil {
				return nil, err
			}
			ok, err := stateOf[*condition](a[0]).wait(t, d)
			return starlark.Bool(ok), err
		}},
		object.Def{Sig: "def wait_for(self, predicate, timeout=None)", Doc: "Wait until a condition evaluates to True.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			d, err := object.Timeout(t, a[2])
			if err != nil {
				return nil, err
			}
			until := time.Now().Add(d)
			for {
				v, err := object.Call(t, a[1], nil, nil)
				if err != nil {
					return nil, err
				}
				ok, err := object.Truth(t, v)
				if err != nil || ok {
					return v, err
				}
				left := d
				if d >= 0 {
					if left = time.Until(until); left <= 0 {
						return v, nil
					}
				}
				if _, err := stateOf[*condition](a[0]).wait(t, left); err != nil {
					return nil, err
				}
			}
		}},
		object.Def{Sig: "def notify(self, n=1)", Doc: "Wake up one or more threads waiting on this condition, if any.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return notify(t, stateOf[*condition](a[0]), n)
		}},
		object.Def{Sig: "def notify_all(self)", Doc: "Wake up all threads waiting on this condition.", Fn: notifyAll},
		object.Def{Sig: "def notifyAll(self)", Fn: notifyAll},
		object.Def{Sig: "def __repr__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			c := stateOf[*condition](a[0])
			s, err := object.Repr(t, c.lock)
			return starlark.String(fmt.Sprintf("<Condition(%s, %d)>", s, c.queue.Len())), err
		}},
	)
}
