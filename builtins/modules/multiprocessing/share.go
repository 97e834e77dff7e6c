package multiprocessing

// This file defines how a proxy asks the process that its object lives in.

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/procs"
	"starpool/builtins/registry"
)

// home names the heap in which shared objects live.
var home = isolate.NewKey(func(*isolate.Isolate) string {
	var b [8]byte
	rand.Read(b[:])
	return fmt.Sprintf("%d-%s", os.Getpid(), hex.EncodeToString(b[:]))
})

var shareFuncs = []object.Def{
	{Sig: "_home()", Fn: func(t *thread, a args) (starlark.Value, error) { return starlark.String(home.In(t.Isolate())), nil }},
	{Sig: "_ask(home, key, method, args, kwargs, /)", Doc: "Calls a method of an object that lives elsewhere.", Fn: askFor},
}

// What an answer begins with.
const (
	answerValue  = 'v'
	answerRaised = 'e'
)

func askFor(t *thread, a args) (starlark.Value, error) {
	request, link, err := procs.Question(t, starlark.Tuple(a))
	if err != nil {
		return nil, err
	}
	ask := procs.AskIn.In(t.Isolate())
	var reply []byte
	err = t.Block(func(ctx context.Context) error {
		type answer struct {
			b   []byte
			err error
		}
		ch := make(chan answer, 1)
		go func() {
			b, err := ask(request)
			ch <- answer{b, err}
		}()
		select {
		case x := <-ch:
			reply = x.b
			return x.err
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	if err != nil {
		if err == procs.ErrNoParent {
			return nil, object.Raise(object.RuntimeError, "the process in which this object lives cannot be reached")
		}
		return nil, err
	}
	if len(reply) == 0 {
		return nil, object.Raise(object.EOFError, "")
	}
	v, err := codec.Decode(t, link, reply[1:])
	if err != nil {
		if bad, ok := err.(*codec.Error); ok {
			err = object.Raise(codec.UnpicklingError, "%s", bad.Error())
		}
		return nil, err
	}
	if reply[0] == answerRaised {
		exc, ok := v.(*object.Instance)
		if !ok || exc.Exception() == nil {
			return nil, object.Raise(object.RuntimeError, "malformed answer")
		}
		exc.Exception().Traceback = nil
		return nil, object.RaiseValue(exc)
	}
	return v, nil
}

// answer implements procs.Answer: it makes the call on a thread of its own, which
// is interrupted if the one who asked is gone, so that nothing is taken out of a
// queue for a dead process.
func answer(iso *isolate.Isolate, c *procs.Caller, gone <-chan struct{}, request []byte) []byte {
	t := iso.NewThread("Asked")
	t.Hide()
	defer t.Exit()
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-gone:
			t.Interrupt(object.Raise(object.EOFError, ""))
		case <-done:
		}
	}()
	t.Acquire()
	defer t.Release()
	v, link, err := answerCall(t, c, request)
	kind := byte(answerValue)
	if err == nil {
		var b []byte
		if b, err = codec.Encode(t, link, v); err == nil {
			return append([]byte{kind}, b...)
		}
	}
	exc := object.Catch(t, err, 0)
	if exc == nil {
		return nil
	}
	b, err := codec.Encode(t, link, exc)
	if err != nil {
		exc = object.NewException(object.RuntimeError, starlark.String(object.DescribeException(exc)))
		if b, err = codec.Encode(t, link, exc); err != nil {
			return nil
		}
	}
	return append([]byte{answerRaised}, b...)
}

func answerCall(t *thread, c *procs.Caller, request []byte) (starlark.Value, *codec.Link, error) {
	v, link, err := procs.Asked(t, c, request)
	if err != nil {
		return nil, link, object.Raise(codec.UnpicklingError, "%s", err.Error())
	}
	a, ok := v.(starlark.Tuple)
	if !ok {
		return nil, link, object.Raise(object.RuntimeError, "%s", procs.ErrMalformed.Error())
	}
	m, err := registry.Get(t, "multiprocessing")
	if err != nil {
		return nil, link, err
	}
	v, err = object.Call(t, m.Get("_answer"), a, nil)
	return v, link, err
}
