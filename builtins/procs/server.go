package procs

// This file defines Server, the end that runs the calls.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/traceback"
)

// A Server runs requests on the main thread of an isolate.
type Server struct {
	iso  *isolate.Isolate
	link *codec.Link
	age  uint64 // how many links there were before
	out  []*lineWriter
}

// serverIn is the server of an isolate that is a worker.
var serverIn = isolate.NewKey(func(*isolate.Isolate) *Server { return nil })

// NewServer returns the end for an isolate. out are its standard streams. The
// lock must not be held.
func NewServer(iso *isolate.Isolate, out ...*lineWriter) *Server {
	s := &Server{iso: iso, link: codec.NewLink(false), out: out}
	t := iso.Main()
	t.Acquire()
	serverIn.Set(iso, s)
	t.Release()
	return s
}

// forget begins with a new link.
func (s *Server) forget() { s.link, s.age = codec.NewLink(false), s.age+1 }

// Handle runs a request and returns the reply. What the call printed has been
// written when it returns. The lock must not be held.
func (s *Server) Handle(request []byte) []byte {
	t := s.iso.Main()
	t.Acquire()
	reply := s.handle(t, request)
	s.iso.RunDeferred(t)
	t.Release()
	s.flush()
	return reply
}

// flush writes what was printed.
func (s *Server) flush() {
	files.FlushAll(s.iso)
	for _, w := range s.out {
		w.end()
	}
}

func (s *Server) handle(t *isolate.Thread, request []byte) []byte {
	if len(request) > 0 && request[0] == requestFresh {
		s.forget()
	}
	kind := replyValue
	v, err := s.run(t, request, &kind)
	if err == nil {
		b, eerr := s.encode(t, kind, v)
		if eerr == nil {
			return b
		}
		kind, err = replyUnfitted, eerr
	}
	exc := object.Catch(t, err, 0)
	if exc == nil {
		return []byte{replyStopped}
	}
	if kind == replyValue {
		kind = replyRaised
	}
	return s.raised(t, kind, exc)
}

func (s *Server) encode(t *isolate.Thread, kind byte, v starlark.Value) ([]byte, error) {
	b, err := codec.Encode(t, s.link, v)
	if err != nil {
		return nil, err
	}
	return append([]byte{kind}, b...), nil
}

// run decodes the request and makes the call. A panic of a built-in becomes an
// exception.
func (s *Server) run(t *isolate.Thread, request []byte, kind *byte) (v starlark.Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = object.FromPanic(p)
		}
	}()
	if len(request) == 0 {
		return nil, fmt.Errorf("empty request")
	}
	v, err = codec.Decode(t, s.link, request[1:])
	if err != nil {
		s.forget()
		*kind = replyFresh
		if bad, ok := err.(*codec.Error); ok {
			err = object.Raise(codec.UnpicklingError, "%s", bad.Error())
		}
		return nil, err
	}
	call, ok := v.(starlark.Tuple)
	if !ok || len(call) != 3 {
		return nil, fmt.Errorf("malformed request")
	}
	args, _ := call[1].(starlark.Tuple)
	var kwargs []starlark.Tuple
	if d, ok := call[2].(*starlark.Dict); ok {
		kwargs = d.Items()
	}
	return object.Call(t, call[0], args, kwargs)
}

// raised makes the reply of an exception. One that cannot travel as it is goes
// with its text alone, one whose class cannot as a RuntimeError that names it.
func (s *Server) raised(t *isolate.Thread, kind byte, exc *object.Instance) []byte {
	text := starlark.String(traceback.Format(t, exc))
	state := exc.Exception()
	msg, err := object.Str(t, exc)
	if err != nil {
		t.Pending()
		msg = "<exception str() failed>"
	}
	plain := object.NewException(exc.Class(), starlark.String(msg))
	last := object.NewException(object.RuntimeError, starlark.String(object.DescribeException(exc)))
	// The cause and the context are part of the text.
	state.Cause, state.Context, state.Traceback = nil, nil, nil
	for _, x := range []*object.Instance{exc, plain, last} {
		if b, err := s.encode(t, kind, starlark.Tuple{x, text}); err == nil {
			return b
		}
		t.Pending()
	}
	return []byte{replyStopped}
}
