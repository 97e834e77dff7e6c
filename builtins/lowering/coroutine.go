package lowering

// This file defines coroutine, which runs the body of a generator.

import (
	"errors"
	"fmt"
	"iter"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

type coroutineState uint8

const (
	created coroutineState = iota
	suspended
	finished
)

// A coroutine is a generator's body with a starlark.Thread of its own. Go's
// iter.Pull switches between it and whoever resumes it; the interpreter lock
// stays held meanwhile, and the script thread's innermost starlark.Thread is
// switched with it.
type coroutine struct {
	r    *env
	body *starlark.Function
	args starlark.Tuple
	born uint64 // the step at which the generator was made

	state   coroutineState
	running bool
	st      *starlark.Thread
	next    func() (value, bool)
	stop    func()
	yieldTo func(value) bool // within the coroutine

	sent   value // what the yield expression gives
	thrown error // or raises
	result value // of the return statement
	failed error
}

// A yielder is the $y of a generator's body: calling it yields.
type yielder interface {
	starlark.Callable
	yield(v value) (value, error)
}

// errStopped unwinds a body that nobody will resume: its isolate is closed.
var errStopped = &object.Cancellation{Err: errors.New("generator abandoned")}

// start makes the coroutine; the body has not begun when it returns.
func (c *coroutine) start(t *isolate.Thread) error {
	caller := t.Starlark()
	outer := handledOf(caller)
	depth := t.Depth()
	// A body that stops at once never gets to a quantum's end.
	if err := t.Look(depth); err != nil {
		return err
	}
	if depth > c.r.iso.RecursionLimit {
		return object.Raise(object.RecursionError, "maximum recursion depth exceeded")
	}
	c.st = t.Coroutine(caller.Name)
	c.st.SetLocal(handledKey, &handled{outer: outer, depth: depth})
	c.next, c.stop = iter.Pull(func(yield func(value) bool) {
		c.yieldTo = yield
		c.run()
	})
	c.state = suspended
	live := liveIn.In(c.r.iso)
	live.add(c)
	return nil
}

// run is the coroutine's function.
func (c *coroutine) run() {
	if c.thrown != nil {
		return
	}
	args := append(starlark.Tuple{(*coYielder)(c)}, c.args...)
	v, err := starlark.Call(c.st, c.body, args, nil)
	if err == nil {
		c.result = v
		return
	}
	c.failed = err
}

// resume runs the body until it yields, returns or fails. It returns nil, nil
// when it has returned.
func (c *coroutine) resume(t *isolate.Thread, v value, thrown error) (value, error) {
	c.sent, c.thrown = v, thrown
	h := c.st.Local(handledKey).(*handled)
	h.outer = handledOf(t.Starlark())
	previous, hidden := t.Switch(c.st), t.Hidden
	t.Hidden = -h.depth // the body's calls count on top of its caller's
	c.running = true
	panicked := true
	defer func() {
		c.running = false
		t.Switch(previous)
		t.Hidden = hidden
		if panicked {
			c.finish()
		}
	}()
	out, ok := c.next()
	panicked = false
	h.outer = nil
	if ok {
		return out, nil
	}
	if c.failed == nil && c.thrown != nil {
		c.failed, c.thrown = c.thrown, nil
	}
	err := c.failed
	if err == nil && t.HasPending() {
		err = t.Pending()
	}
	if err != nil {
		err = bodyError(t, err)
	}
	c.finish()
	return nil, err
}

// bodyError makes the error that leaves a generator: the exception with the
// frames of the body, onto which those of whoever resumed it follow.
func bodyError(t *isolate.Thread, err error) error {
	exc := object.Catch(t, err, 0)
	if exc == nil {
		return err
	}
	if exc.Class().IsSubclass(object.StopIteration) {
		// PEP 479.
		e := object.Raise(object.RuntimeError, "generator raised StopIteration").(*object.Error)
		s := e.Exc.Exception()
		s.Cause, s.Context, s.SuppressContext = exc, exc, true
		s.Traceback = exc.Exception().Traceback
		return object.RaiseValue(e.Exc)
	}
	return object.RaiseValue(exc)
}

// finish forgets the coroutine, which has ended or never began.
func (c *coroutine) finish() {
	c.state = finished
	if c.stop != nil {
		liveIn.In(c.r.iso).remove(c)
	}
	c.args, c.sent, c.failed, c.thrown, c.yieldTo, c.next = nil, nil, nil, nil, nil, nil
}

// close ends the generator by GeneratorExit.
func (c *coroutine) close(t *isolate.Thread) error {
	switch {
	case c.running:
		return object.Raise(object.ValueError, "generator already executing")
	case c.state == created:
		c.finish()
		return nil
	case c.state == finished:
		return nil
	}
	if t.Isolate().Stopped() != nil {
		c.kill(t)
		return nil
	}
	v, err := c.resume(t, nil, object.Raise(object.GeneratorExit, ""))
	switch {
	case v != nil:
		return object.Raise(object.RuntimeError, "generator ignored GeneratorExit")
	case err == nil:
		return nil
	case object.IsException(err, object.GeneratorExit), object.IsException(err, object.StopIteration):
		return nil
	}
	return err
}

// abandon is called by the garbage collector, from any goroutine.
func (c *coroutine) abandon() {
	iso := c.r.iso
	iso.Defer(func(t *isolate.Thread) {
		if c.state != suspended || c.running {
			return
		}
		if err := c.close(t); err != nil && iso.Hooks.Unraisable != nil {
			iso.Hooks.Unraisable(t, "generator", err)
		}
	})
}

// kill stops the body without running any more of it, when the isolate ends.
func (c *coroutine) kill(t *isolate.Thread) {
	if c.state != suspended || c.running {
		return
	}
	c.state = finished
	c.thrown = errStopped
	defer t.Switch(t.Switch(c.st))
	c.stop()
}

// coYielder is the $y of a body that runs as a coroutine.
type coYielder coroutine

func (y *coYielder) String() string        { return "<yield>" }
func (y *coYielder) Type() string          { return "yield" }
func (y *coYielder) Freeze()               {}
func (y *coYielder) Truth() starlark.Bool  { return true }
func (y *coYielder) Hash() (uint32, error) { return 0, fmt.Errorf("unhashable") }
func (y *coYielder) Name() string          { return "yield" }

func (y *coYielder) yield(v value) (value, error) {
	c := (*coroutine)(y)
	if c.yieldTo == nil || !c.yieldTo(v) {
		return nil, errStopped
	}
	if err := c.thrown; err != nil {
		c.thrown = nil
		return nil, err
	}
	return c.sent, nil
}

// CallInternal implements starlark.Callable.
func (y *coYielder) CallInternal(_ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	v, err := y.yield(args[0])
	if err == nil && y.genexp() {
		return starlark.None, nil // the condition of a comprehension: keep nothing
	}
	return v, err
}

func (y *coYielder) genexp() bool {
	return y.body.Name() == "lambda" && y.body.NumParams() == 2 && isGenexp(y.body)
}

// isGenexp reports whether a body is that of a generator expression, whose
// second parameter is the iterable.
func isGenexp(fn *starlark.Function) bool {
	name, _ := fn.Param(1)
	return name == "$it"
}

// push runs the whole body, handing each value to fn. If fn fails, the body is
// closed, as if its generator had been dropped, and push returns fn's error.
func (c *coroutine) push(t *isolate.Thread, fn func(value) error) error {
	c.running = true
	defer func() {
		c.running = false
		c.finish()
	}()
	st := t.Starlark()
	y := &pushYielder{fn: fn}
	v, err := starlark.Call(st, c.body, append(starlark.Tuple{y}, c.args...), nil)
	if err == nil && t.HasPending() {
		err = t.Pending()
	}
	if y.err != nil {
		// What the body made of being closed does not matter, unless it failed.
		if err != nil && !errors.Is(err, errClosed) && !object.IsException(err, object.GeneratorExit) {
			return bodyErrorBelow(t, st, err)
		}
		handledOf(st).drop(st.CallStackDepth())
		return y.err
	}
	if err != nil {
		return bodyErrorBelow(t, st, err)
	}
	c.result = v
	return nil
}

// bodyErrorBelow is bodyError for a body that ran on the caller's own stack.
func bodyErrorBelow(t *isolate.Thread, st *starlark.Thread, err error) error {
	exc := object.Catch(t, err, st.CallStackDepth())
	if exc == nil {
		return err
	}
	return bodyError(t, object.RaiseValue(exc))
}

var errClosed = errors.New("closed")

// pushYielder is the $y of a body that is pushed.
type pushYielder struct {
	opaque
	fn  func(value) error
	err error
}

func (y *pushYielder) String() string { return "<yield>" }

// Type implements starlark.Value.
func (y *pushYielder) Type() string { return "yield" }

// Name implements starlark.Callable.
func (y *pushYielder) Name() string { return "yield" }

func (y *pushYielder) yield(v value) (value, error) {
	if y.err != nil {
		return nil, object.Raise(object.RuntimeError, "generator ignored GeneratorExit")
	}
	if err := y.fn(v); err != nil {
		y.err = err
		if object.IsCancellation(err) {
			return nil, err // the body's handlers do not see it
		}
		return nil, object.Raise(object.GeneratorExit, "")
	}
	return starlark.None, nil
}

// CallInternal implements starlark.Callable.
func (y *pushYielder) CallInternal(_ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
	return y.yield(args[0])
}

// live is the set of an isolate's suspended generators, so that none outlives
// it. The garbage collector removes those that are dropped.
type live struct {
	mu  sync.Mutex
	set map[*coroutine]struct{}
}

var liveIn = isolate.NewKey(func(iso *isolate.Isolate) *live {
	l := &live{set: make(map[*coroutine]struct{})}
	iso.OnClose(func() { l.killAll(iso.Main()) })
	return l
})

func (l *live) add(c *coroutine) {
	l.mu.Lock()
	l.set[c] = struct{}{}
	l.mu.Unlock()
}

func (l *live) remove(c *coroutine) {
	l.mu.Lock()
	delete(l.set, c)
	l.mu.Unlock()
}

func (l *live) killAll(t *isolate.Thread) {
	t.Acquire()
	defer t.Release()
	l.mu.Lock()
	all := l.set
	l.set = make(map[*coroutine]struct{})
	l.mu.Unlock()
	for c := range all {
		c.kill(t)
	}
}

// yieldFrom is yield from x within the body of y.
func yieldFrom(t *isolate.Thread, y yielder, x value) (value, error) {
	it, err := object.Iter(t, x)
	if err != nil {
		return nil, err
	}
	sub, _ := it.(object.Generator)
	if g, ok := x.(object.Generator); ok {
		sub = g
	}
	v, err := it.Next(t)
	for {
		if err != nil {
			return nil, err
		}
		if v == nil {
			if sub != nil && sub.Returned() != nil {
				return sub.Returned(), nil
			}
			return returnedOf(it), nil
		}
		sent, thrown := y.yield(v)
		switch {
		case thrown == nil && (sent == starlark.None || sent == nil):
			v, err = it.Next(t)
		case thrown == nil && sub != nil:
			v, err = sub.Send(t, sent)
		case thrown == nil:
			v, err = object.CallMethod(t, x, "send", sent)
			v, err = endOf(t, v, err)
		case errors.Is(thrown, errStopped):
			return nil, thrown
		case object.IsException(thrown, object.GeneratorExit):
			if sub != nil {
				if err := sub.Close(t); err != nil {
					return nil, err
				}
			} else if m, err := object.GetAttr(t, x, "close"); err == nil {
				if _, err := object.Call(t, m, nil, nil); err != nil {
					return nil, err
				}
			}
			return nil, thrown
		case sub != nil:
			v, err = sub.Throw(t, thrown)
		default:
			var e *object.Error
			m, merr := object.GetAttr(t, x, "throw")
			if merr != nil || !errors.As(thrown, &e) {
				return nil, thrown
			}
			v, err = object.Call(t, m, starlark.Tuple{e.Exc}, nil)
			v, err = endOf(t, v, err)
		}
	}
}

// endOf turns the StopIteration of a script's send or throw method into the end.
func endOf(t *isolate.Thread, v value, err error) (value, error) {
	if err != nil && object.IsCaught(t, err, object.StopIteration) {
		return nil, nil
	}
	return v, err
}

// returnedOf is the value of a yield from over an iterator that is no
// generator.
func returnedOf(it object.Iterator) value {
	if r, ok := it.(interface{ Returned() value }); ok && r.Returned() != nil {
		return r.Returned()
	}
	return starlark.None
}
