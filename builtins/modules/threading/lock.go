package threading

// This file defines Lock and RLock.

import (
	"fmt"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var (
	lockClass  = object.NewClass(object.Spec{Name: "lock", Module: "_thread", Final: true})
	rlockClass = object.NewClass(object.Spec{Name: "RLock", Module: "_thread"})
)

// A mutex is the State of both kinds of lock. owner is nil for a Lock, which any
// thread may release.
type mutex struct {
	reentrant bool
	count     int
	owner     *isolate.Thread
	queue     isolate.WaitQueue
}

// acquire takes the lock and reports whether it could within the timeout.
func (m *mutex) acquire(t *isolate.Thread, timeout time.Duration) (bool, error) {
	if m.reentrant && m.owner == t {
		m.count++
		return true, nil
	}
	var deadline time.Time
	if timeout > 0 {
		deadline = time.Now().Add(timeout)
	}
	for m.count > 0 {
		woke, err := m.queue.Wait(t, timeout)
		if err != nil {
			return false, err
		}
		if !woke {
			return false, nil
		}
		if timeout > 0 {
			timeout = max(0, time.Until(deadline))
		}
	}
	m.count, m.owner = 1, t
	return true, nil
}

func (m *mutex) release(t *isolate.Thread) error {
	switch {
	case m.reentrant && m.owner != t:
		return object.Raise(object.RuntimeError, "cannot release un-acquired lock")
	case m.count == 0:
		return object.Raise(object.RuntimeError, "release unlocked lock")
	}
	m.count--
	if m.count == 0 {
		m.owner = nil
		m.queue.Wake(1)
	}
	return nil
}

// releaseAll gives up every level of a lock and returns how many there were.
func (m *mutex) releaseAll() int {
	n := m.count
	m.count, m.owner = 0, nil
	m.queue.Wake(1)
	return n
}

func (m *mutex) restore(t *isolate.Thread, n int) error {
	// Taking the lock back must succeed even when the wait was interrupted.
	for m.count > 0 && m.owner != t {
		if _, err := m.queue.Wait(t, isolate.Forever); err != nil {
			return err
		}
	}
	m.count, m.owner = n, t
	return nil
}

// acquireTimeout reads acquire's blocking and timeout.
func acquireTimeout(t *isolate.Thread, blocking, timeout starlark.Value) (time.Duration, error) {
	block, err := object.Truth(t, blocking)
	if err != nil {
		return 0, err
	}
	s, err := object.Float(t, timeout)
	if err != nil {
		return 0, object.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeName(timeout))
	}
	switch {
	case !block && s != -1:
		return 0, object.Raise(object.ValueError, "can't specify a timeout for a non-blocking call")
	case s < 0 && s != -1:
		return 0, object.Raise(object.ValueError, "timeout value must be a non-negative number")
	case s > object.MaxTimeout:
		return 0, object.TooLong(timeout)
	case !block:
		return 0, nil
	case s == -1:
		return isolate.Forever, nil
	}
	return isolate.Seconds(s), nil
}

func mutexOf(v starlark.Value) *mutex {
	if x, ok := v.(*object.Instance); ok {
		m, _ := x.State.(*mutex)
		return m
	}
	return nil
}

func init() {
	acquire := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		d, err := acquireTimeout(t, a[1], a[2])
		if err != nil {
			return nil, err
		}
		ok, err := mutexOf(a[0]).acquire(t, d)
		return starlark.Bool(ok), err
	}
	release := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.None, mutexOf(a[0]).release(t)
	}
	repr := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		m := mutexOf(a[0])
		word := "unlocked"
		if m.count > 0 {
			word = "locked"
		}
		if m.reentrant {
			owner := int64(0)
			if m.owner != nil {
				owner = ident(m.owner)
			}
			return starlark.String(fmt.Sprintf("<%s _thread.RLock object owner=%d count=%d at 0x%x>", word, owner, m.count, object.Address(a[0]))), nil
		}
		return starlark.String(fmt.Sprintf("<%s _thread.lock object at 0x%x>", word, object.Address(a[0]))), nil
	}
	for _, c := range []*object.Class{lockClass, rlockClass} {
		reentrant := c == rlockClass
		c.New = func(t *isolate.Thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return object.Make(cls, t, &mutex{reentrant: reentrant}), nil
		}
		c.AddMethods(
			object.Def{Sig: "acquire(self, blocking=True, timeout=-1)", Fn: acquire, Doc: "Lock the lock."},
			object.Def{Sig: "release(self, /)", Fn: release, Doc: "Release the lock."},
			object.Def{Sig: "__enter__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
				ok, err := mutexOf(a[0]).acquire(t, isolate.Forever)
				return starlark.Bool(ok), err
			}},
			object.Def{Sig: "__exit__(self, *args)", Fn: release},
			object.Def{Sig: "__repr__(self, /)", Fn: repr},
		)
	}
	locked := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.Bool(mutexOf(a[0]).count > 0), nil
	}
	lockClass.AddMethods(
		object.Def{Sig: "locked(self, /)", Fn: locked, Doc: "Return whether the lock is locked."},
		object.Def{Sig: "acquire_lock(self, blocking=True, timeout=-1)", Fn: acquire},
		object.Def{Sig: "release_lock(self, /)", Fn: release},
		object.Def{Sig: "locked_lock(self, /)", Fn: locked},
	)
	rlockClass.AddMethods(object.Def{Sig: "_is_owned(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.Bool(mutexOf(a[0]).owner == t), nil
	}})
}
