package procs

// This file defines Worker, what a pool asks of a heap that runs its calls, and
// Caller, which makes requests of calls and values of replies.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/object"
)

// A Worker runs requests, one at a time.
type Worker interface {
	// Do runs a request and returns the reply. An error means that the worker
	// is gone: a *DeadError. The interpreter lock is not held.
	Do(request []byte) (reply []byte, err error)
	// Close lets the worker end in good order and waits until it has.
	Close()
	// Refer says which end of the link the worker's questions refer to. It is
	// called before the first Do.
	Refer(c *Caller)
	// Kill ends it at once; a Do that is under way fails. It may be called
	// from any goroutine, with or without a lock.
	Kill()
}

// A DeadError says that a worker has ended without a reply.
type DeadError struct {
	PID  int
	Code int    // exit status; negative: the signal that ended it
	How  string // "exit code 3", "signal SIGKILL"
}

func (e *DeadError) Error() string {
	return fmt.Sprintf("Process %d terminated abruptly with %s", e.PID, e.How)
}

// What a request begins with.
const (
	requestNext  byte = iota
	requestFresh      // forget what was told: a reply could not be read
)

// What a reply begins with.
const (
	replyValue    byte = 'v'
	replyRaised   byte = 'e'
	replyFresh    byte = 'f' // raised; forget what was told: the request could not be read
	replyStopped  byte = 's' // the worker was told to stop
	replyUnfitted byte = 'u' // the value cannot travel; raised
)

// A RemoteError is an exception that a call raised in its worker.
type RemoteError struct {
	Exc *object.Instance
	// Traceback is the worker's, as text.
	Traceback string
	// Unfitted is true if the call returned a value that cannot travel.
	Unfitted bool
}

func (e *RemoteError) Error() string { return object.DescribeException(e.Exc) }

// A Caller is the asking end of the link to a worker.
type Caller struct {
	link  *codec.Link
	age   uint64 // how many links there were before
	fresh bool
}

// NewCaller returns the end for a new worker.
func NewCaller() *Caller { return &Caller{link: codec.NewLink(true)} }

// forget begins with a new link.
func (c *Caller) forget() { c.link, c.age = codec.NewLink(true), c.age+1 }

// Request makes the request of a call. The lock is held.
func (c *Caller) Request(t *object.Thread, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) ([]byte, error) {
	var named starlark.Value = starlark.None
	if len(kwargs) > 0 {
		d := starlark.NewDict(len(kwargs))
		for _, kv := range kwargs {
			d.SetKey(kv[0], kv[1])
		}
		named = d
	}
	b, err := codec.EncodeCall(t, c.link, fn, args, named)
	if err != nil {
		return nil, err
	}
	head := requestNext
	if c.fresh {
		head = requestFresh
		c.fresh = false
	}
	return append([]byte{head}, b...), nil
}

// Value reads a reply. Its error is a *RemoteError for an exception of the call,
// else the exception that reading the reply raised. The lock is held.
func (c *Caller) Value(t *object.Thread, reply []byte) (starlark.Value, error) {
	if len(reply) == 0 {
		return nil, fmt.Errorf("empty reply")
	}
	kind := reply[0]
	if kind == replyStopped {
		return nil, &object.Cancellation{Err: fmt.Errorf("the worker was stopped")}
	}
	if kind == replyFresh {
		c.forget()
	}
	v, err := codec.Decode(t, c.link, reply[1:])
	if err != nil {
		c.forget()
		c.fresh = true
		if bad, ok := err.(*codec.Error); ok {
			err = object.Raise(codec.UnpicklingError, "%s", bad.Error())
		}
		return nil, err
	}
	if kind == replyValue {
		return v, nil
	}
	pair, ok := v.(starlark.Tuple)
	if !ok || len(pair) != 2 {
		return nil, fmt.Errorf("malformed reply")
	}
	exc, ok := pair[0].(*object.Instance)
	if !ok || exc.Exception() == nil {
		return nil, fmt.Errorf("malformed reply")
	}
	text, _ := object.Text(pair[1])
	return nil, &RemoteError{Exc: exc, Traceback: text, Unfitted: kind == replyUnfitted}
}

// SmallInt reads a reply that is a small int without a heap to put it into.
func SmallInt(reply []byte) (n int, ok bool) {
	if len(reply) == 0 || reply[0] != replyValue {
		return 0, false
	}
	return codec.SmallInt(reply[1:])
}
