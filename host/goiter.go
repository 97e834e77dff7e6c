package host

// This file defines how Go's channels and iterators look to a script.

import (
	"context"
	"iter"
	"reflect"
	"runtime"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// isSeq reports whether a func type is that of an iter.Seq or iter.Seq2.
func isSeq(t reflect.Type) bool {
	return t.Kind() == reflect.Func && (t.CanSeq() || t.CanSeq2())
}

var seqClass = object.NewHostClass(object.Spec{Name: "Seq", Module: "host", Final: true, Slots: true, Python: true})

// A goSeq is the State of an iter.Seq or iter.Seq2. Each loop over it calls the
// function anew.
type goSeq struct {
	in *Interpreter
	v  reflect.Value
}

func (in *Interpreter) goSeq(t *isolate.Thread, v reflect.Value) starlark.Value {
	return object.Make(seqClass, t, &goSeq{in, v})
}

// A pulled is an iteration that has begun. Its function must be stopped if a
// script goes no further, or it would hold its goroutine for good.
type pulled struct {
	next func() (reflect.Value, reflect.Value, bool)
	stop func()
	done func() // it needs no stop any more
	two  bool
}

// Iter implements object.Iterabler.
func (s *goSeq) Iter(t *isolate.Thread) (object.Iterator, error) {
	p := &pulled{}
	if s.v.Type().CanSeq2() {
		p.two = true
		p.next, p.stop = iter.Pull2(s.v.Seq2())
	} else {
		next, stop := iter.Pull(s.v.Seq())
		p.stop = stop
		p.next = func() (a, b reflect.Value, ok bool) {
			a, ok = next()
			return a, reflect.Value{}, ok
		}
	}
	p.done = s.in.stopAtClose(p.stop)
	g := object.NewGoGenerator("Seq", func(t *isolate.Thread) (starlark.Value, error) {
		v, err := s.step(t, p)
		if v == nil {
			p.done()
		}
		return v, err
	}, func(t *isolate.Thread) error {
		p.done()
		return unlocked(t, "iterator", p.stop)
	}).In(t.Isolate())
	runtime.AddCleanup(g, func(p *pulled) {
		p.done()
		go p.stop()
	}, p)
	return g, nil
}

func (s *goSeq) step(t *isolate.Thread, p *pulled) (starlark.Value, error) {
	var a, b reflect.Value
	var ok bool
	if err := unlocked(t, "iterator", func() { a, b, ok = p.next() }); err != nil || !ok {
		return nil, err
	}
	c := toScript{in: s.in, t: t}
	v, err := c.convert(a)
	if err != nil {
		return nil, convertFailed(err)
	}
	if !p.two {
		return v, nil
	}
	w, err := c.convert(b)
	if err != nil {
		return nil, convertFailed(err)
	}
	return starlark.Tuple{v, w}, nil
}

// stopAtClose has stop called when the interpreter closes, unless done is called
// first.
func (in *Interpreter) stopAtClose(stop func()) (done func()) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if in.stops == nil {
		in.stops = make(map[int]func())
		in.iso.OnClose(in.stopAll)
	}
	in.lastStop++
	n := in.lastStop
	in.stops[n] = stop
	return func() {
		in.mu.Lock()
		delete(in.stops, n)
		in.mu.Unlock()
	}
}

func (in *Interpreter) stopAll() {
	in.mu.Lock()
	stops := in.stops
	in.stops = nil
	in.mu.Unlock()
	for _, stop := range stops {
		func() {
			defer func() { recover() }() // the iterator's own failure, which nobody waits for
			stop()
		}()
	}
}

var channelClass = object.NewHostClass(object.Spec{Name: "Channel", Module: "host", Final: true, Slots: true, Python: true,
	Doc: "A Go channel. Iterating receives until it is closed."})

// A goChannel is the State of a channel.
type goChannel struct {
	in *Interpreter
	v  reflect.Value
}

func (in *Interpreter) goChannel(t *isolate.Thread, v reflect.Value) starlark.Value {
	return object.Make(channelClass, t, &goChannel{in, v})
}

func init() {
	self := func(a object.Args) *goChannel { return a[0].(*object.Instance).State.(*goChannel) }
	channelClass.AddMethods(
		object.Def{Sig: "def send(self, value)", Doc: "Send a value, waiting until somebody takes it.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.None, self(a).send(t, a[1])
		}},
		object.Def{Sig: "def recv(self)", Doc: "Wait for a value. EOFError if the channel is closed.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			v, err := self(a).recv(t)
			if v == nil && err == nil {
				return nil, object.Raise(object.EOFError, "the channel is closed")
			}
			return v, err
		}},
		object.Def{Sig: "def close(self)", Doc: "Close the channel: its receivers end.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			c := self(a)
			if c.v.Type().ChanDir()&reflect.SendDir == 0 {
				return nil, object.Raise(object.TypeError, "the channel can only be received from")
			}
			return starlark.None, unlocked(t, "close", c.v.Close)
		}},
		object.Def{Sig: "def __len__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt(self(a).v.Len()), nil
		}},
		object.Def{Sig: "def __bool__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.True, nil
		}},
		object.Def{Sig: "def __repr__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.String("<" + self(a).v.Type().String() + ">"), nil
		}},
		object.Def{Sig: "def __iter__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			c := self(a)
			if err := c.canReceive(); err != nil {
				return nil, err
			}
			return object.NewGoGenerator("Channel", c.recv, nil).In(t.Isolate()), nil
		}},
	)
}

func (c *goChannel) canReceive() error {
	if c.v.Type().ChanDir()&reflect.RecvDir == 0 {
		return object.Raise(object.TypeError, "the channel can only be sent to")
	}
	return nil
}

// recv waits for a value; nil, nil when the channel is closed.
func (c *goChannel) recv(t *isolate.Thread) (starlark.Value, error) {
	if err := c.canReceive(); err != nil {
		return nil, err
	}
	var v reflect.Value
	var ok bool
	err := t.Block(func(ctx context.Context) error {
		if v, ok = c.v.TryRecv(); ok || v.IsValid() {
			return nil
		}
		var chosen int
		chosen, v, ok = reflect.Select([]reflect.SelectCase{
			{Dir: reflect.SelectRecv, Chan: c.v},
			{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ctx.Done())},
		})
		if chosen == 1 {
			ok = false
			return context.Cause(ctx)
		}
		return nil
	})
	if err != nil || !ok {
		return nil, err
	}
	conv := toScript{in: c.in, t: t}
	out, err := conv.convert(v)
	if err != nil {
		return nil, convertFailed(err)
	}
	return out, nil
}

func (c *goChannel) send(t *isolate.Thread, v starlark.Value) error {
	if c.v.Type().ChanDir()&reflect.SendDir == 0 {
		return object.Raise(object.TypeError, "the channel can only be received from")
	}
	x := reflect.New(c.v.Type().Elem()).Elem()
	if err := c.in.fromValue(t, v, x); err != nil {
		return convertFailed(within(err, "send() argument"))
	}
	return t.Block(func(ctx context.Context) (err error) {
		defer func() {
			if p := recover(); p != nil { // closed
				err = object.Raise(object.ValueError, "send on closed channel")
			}
		}()
		chosen, _, _ := reflect.Select([]reflect.SelectCase{
			{Dir: reflect.SelectSend, Chan: c.v, Send: x},
			{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(ctx.Done())},
		})
		if chosen == 1 {
			return context.Cause(ctx)
		}
		return nil
	})
}
