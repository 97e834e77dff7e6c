package threading

// This file defines Barrier and BrokenBarrierError.

import (
	"fmt"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var (
	barrierClass  = object.NewClass(object.Spec{Name: "Barrier", Module: "threading", Doc: "Implements a Barrier."})
	brokenBarrier = object.NewClass(object.Spec{Name: "BrokenBarrierError", Module: "threading", Base: object.RuntimeError})
)

// A barrier lets its parties through in rounds. Who waits holds on to its round,
// which is over for it even when the next has begun.
type barrier struct {
	parties int
	action  starlark.Value
	timeout starlark.Value
	waiting int
	broken  bool
	round   *round
	queue   isolate.WaitQueue
}

type round struct{ passed, broken bool }

func (b *barrier) wait(t *isolate.Thread, timeout starlark.Value) (starlark.Value, error) {
	if timeout == starlark.None {
		timeout = b.timeout
	}
	d, err := object.Timeout(t, timeout)
	if err != nil {
		return nil, err
	}
	if b.broken {
		return nil, object.Raise(brokenBarrier, "")
	}
	index, r := b.waiting, b.round
	b.waiting++
	if b.waiting == b.parties {
		if b.action != starlark.None {
			if _, err := object.Call(t, b.action, nil, nil); err != nil {
				b.abort()
				return nil, err
			}
		}
		r.passed = true
		b.next()
		return starlark.MakeInt(index), nil
	}
	until := time.Now().Add(d)
	for !r.passed && !r.broken {
		left := d
		if d > 0 {
			left = max(0, time.Until(until))
		}
		woke, err := b.queue.Wait(t, left)
		if err != nil {
			b.abort()
			return nil, err
		}
		if !woke && !r.passed && !r.broken {
			b.abort()
		}
	}
	if r.broken {
		return nil, object.Raise(brokenBarrier, "")
	}
	return starlark.MakeInt(index), nil
}

// next ends the round for all who wait.
func (b *barrier) next() {
	b.waiting, b.round = 0, new(round)
	b.queue.WakeAll()
}

func (b *barrier) abort() {
	b.broken, b.round.broken = true, true
	b.next()
}

func init() {
	brokenBarrier.Exception = true
	barrierClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return object.Make(c, t, &barrier{round: new(round)}), nil
	}
	barrierClass.AddMethods(
		object.Def{Sig: "def __init__(self, parties, action=None, timeout=None)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			if n < 1 {
				return nil, object.Raise(object.ValueError, "parties must be > 0")
			}
			b := stateOf[*barrier](a[0])
			b.parties, b.action, b.timeout = n, a[2], a[3]
			return starlark.None, nil
		}},
		object.Def{Sig: "def wait(self, timeout=None)", Doc: "Wait for the barrier.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return stateOf[*barrier](a[0]).wait(t, a[1])
		}},
		object.Def{Sig: "def reset(self)", Doc: "Reset the barrier to the initial state.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			b := stateOf[*barrier](a[0])
			if b.waiting > 0 { // they are let out with an error
				b.round.broken = true
				b.next()
			}
			b.broken = false
			return starlark.None, nil
		}},
		object.Def{Sig: "def abort(self)", Doc: "Place the barrier into a 'broken' state.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			stateOf[*barrier](a[0]).abort()
			return starlark.None, nil
		}},
		object.Def{Sig: "def __repr__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			b, c := stateOf[*barrier](a[0]), object.ClassOf(a[0])
			state := fmt.Sprintf("waiters=%d/%d", b.waiting, b.parties)
			if b.broken {
				state = "broken"
			}
			return starlark.String(fmt.Sprintf("<%s.%s at 0x%x: %s>", c.Module, c.Qualname, object.Address(a[0]), state)), nil
		}},
	)
	get := func(name string, f func(b *barrier) starlark.Value) {
		barrierClass.AddAttrs(object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return f(stateOf[*barrier](self)), nil
		}})
	}
	get("parties", func(b *barrier) starlark.Value { return starlark.MakeInt(b.parties) })
	get("n_waiting", func(b *barrier) starlark.Value { return starlark.MakeInt(b.waiting) })
	get("broken", func(b *barrier) starlark.Value { return starlark.Bool(b.broken) })
}
