package socket

// This file defines what the modules select and selectors wait with.

import (
	"context"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// pollFunc waits for descriptors: it takes a list of (fd, events) pairs and
// returns those that are ready, with what they are ready for.
var pollFunc = object.Def{Sig: "_poll(descriptors, timeout, /)", Fn: func(t *thread, a args) (value, error) {
	var fds []pollFd
	err := object.ForEach(t, a[0], func(v value) error {
		pair, err := object.Slice(t, v)
		if err != nil {
			return err
		}
		if len(pair) != 2 {
			return object.Raise(object.ValueError, "not a pair")
		}
		fd, err := object.Int(t, pair[0])
		if err != nil {
			return err
		}
		if err := checkNumber(t, fd); err != nil {
			return err
		}
		events, err := object.Int(t, pair[1])
		fds = append(fds, newPollFd(fd, events))
		return err
	})
	if err != nil {
		return nil, err
	}
	timeout := time.Duration(-1)
	if a[1] != starlark.None {
		s, err := object.Float(t, a[1])
		if err != nil {
			return nil, err
		}
		timeout = isolate.Seconds(s)
	}
	if timeout == 0 {
		if _, err := pollNow(fds, 0); err != nil {
			return nil, object.RaiseOS(err, "")
		}
	} else if err := t.Block(func(ctx context.Context) error { return pollAll(ctx, fds, timeout) }); err != nil {
		return nil, object.RaiseOS(err, "")
	}
	var out []starlark.Value
	for _, f := range fds {
		if fd, events := f.ready(); events != 0 {
			out = append(out, starlark.Tuple{starlark.MakeInt(fd), starlark.MakeInt(events)})
		}
	}
	return starlark.NewList(out), nil
}}
