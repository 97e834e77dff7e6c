// Package time is the module time: clocks and sleep (time.go), broken-down time
// (struct.go), strftime and strptime (format.go).
package time

// This file defines the clocks and sleep.

import (
	"context"
	"math"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// A Clock is where the module gets its time from. A host may put another in its
// place.
type Clock struct {
	Now   func() time.Time
	Start time.Time // the zero of the monotonic clocks
	Sleep func(ctx context.Context, d time.Duration) error
}

// ClockIn is the clock of an isolate.
var ClockIn = isolate.NewKey(func(*isolate.Isolate) *Clock { return &Clock{Now: time.Now, Start: start, Sleep: sleep} })

// SetClock gives an isolate a clock, whose monotonic clocks begin at what it shows
// first. Sleeping goes by the real one. The lock is held.
func SetClock(iso *isolate.Isolate, now func() time.Time) {
	ClockIn.Set(iso, &Clock{Now: now, Start: now(), Sleep: sleep})
}

// start is the zero of the monotonic clocks.
var start = time.Now()

// sleep waits on the process's own clock. A zero wait still lets others run.
func sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// seconds turns a number of seconds into a duration.
func seconds(t *isolate.Thread, v starlark.Value) (time.Duration, error) {
	s, err := object.Float(t, v)
	if err != nil {
		return 0, object.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeName(v))
	}
	switch {
	case math.IsNaN(s):
		return 0, object.Raise(object.ValueError, "Invalid value NaN (not a number)")
	case s > object.MaxTimeout:
		return 0, object.TooLong(v)
	}
	return time.Duration(s * float64(time.Second)), nil
}

func sleepFor(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	d, err := seconds(t, a[0])
	if err != nil {
		return nil, err
	}
	if d < 0 {
		return nil, object.Raise(object.ValueError, "sleep length must be non-negative")
	}
	clock := ClockIn.In(t.Isolate())
	return starlark.None, t.Block(func(ctx context.Context) error { return clock.Sleep(ctx, d) })
}

// clock defines a clock in seconds and its sibling in nanoseconds.
func clock(name, doc string, read func(t *isolate.Thread) time.Duration) []object.Def {
	return []object.Def{
		{Sig: name + "()", Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.Float(read(t).Seconds()), nil
		}},
		{Sig: name + "_ns()", Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt64(int64(read(t))), nil
		}},
	}
}

// infoClass is the type of what get_clock_info returns.
var infoClass = object.NewClass(object.Spec{Name: "namespace", Module: "time"})

func clockInfo(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	name, ok := object.Text(a[0])
	if !ok {
		return nil, object.Raise(object.TypeError, "get_clock_info() argument 1 must be str, not %s", object.TypeName(a[0]))
	}
	id, ok := map[string]string{
		"time": "REALTIME", "monotonic": "MONOTONIC", "perf_counter": "MONOTONIC",
		"process_time": "PROCESS_CPUTIME_ID", "thread_time": "THREAD_CPUTIME_ID",
	}[name]
	if !ok {
		return nil, object.Raise(object.ValueError, "unknown clock")
	}
	x := object.NewInstance(infoClass, t)
	x.Attrs.Set("implementation", starlark.String("clock_gettime(CLOCK_"+id+")"))
	x.Attrs.Set("monotonic", starlark.Bool(name != "time"))
	x.Attrs.Set("adjustable", starlark.Bool(name == "time"))
	x.Attrs.Set("resolution", starlark.Float(1e-09))
	return x, nil
}

func now(t *isolate.Thread) time.Time { return ClockIn.In(t.Isolate()).Now() }

func init() {
	var funcs []object.Def
	monotonic := func(t *isolate.Thread) time.Duration { c := ClockIn.In(t.Isolate()); return c.Now().Sub(c.Start) }
	funcs = append(funcs, clock("monotonic", "Monotonic clock, cannot go backward.", monotonic)...)
	funcs = append(funcs, clock("perf_counter", "Performance counter for benchmarking.", monotonic)...)
	funcs = append(funcs, clock("process_time", "Process time for profiling: sum of the kernel and user-space CPU time.", func(*isolate.Thread) time.Duration { return cpuTime() })...)
	funcs = append(funcs, clock("thread_time", "Thread time for profiling.", func(*isolate.Thread) time.Duration { return cpuTime() })...)
	funcs = append(funcs,
		object.Def{Sig: "time()", Doc: "Return the current time in seconds since the Epoch.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.Float(float64(now(t).UnixNano()) / 1e9), nil
		}},
		object.Def{Sig: "time_ns()", Doc: "Return the current time in nanoseconds since the Epoch.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt64(now(t).UnixNano()), nil
		}},
		object.Def{Sig: "get_clock_info(name, /)", Doc: "Get information of the specified clock.", Fn: clockInfo},
		object.Def{Sig: "sleep(object, /)", Doc: "Delay execution for a given number of seconds.", Fn: sleepFor},
	)
	funcs = append(funcs, clockIDFuncs...)
	funcs = append(funcs, structFuncs...)
	funcs = append(funcs, formatFuncs...)
	registry.Register(&registry.Module{
		Name: "time", Doc: "This module provides various functions to manipulate time values.",
		Funcs: funcs, Classes: []*object.Class{structClass}, Values: clockIDs,
		Init: func(t *isolate.Thread, m *object.Module) error {
			std, dst := zones()
			m.Vars.Set("tzname", starlark.Tuple{starlark.String(std.name), starlark.String(dst.name)})
			m.Vars.Set("timezone", starlark.MakeInt(-std.offset))
			m.Vars.Set("altzone", starlark.MakeInt(-dst.offset))
			daylight := 0
			if std != dst {
				daylight = 1
			}
			m.Vars.Set("daylight", starlark.MakeInt(daylight))
			return nil
		},
	})
}

type zone struct {
	name   string
	offset int // seconds east of UTC
}

// zones returns the local zone's standard and daylight-saving forms.
func zones() (std, dst zone) {
	year := time.Now().Year()
	for _, month := range []time.Month{time.January, time.July} {
		t := time.Date(year, month, 1, 0, 0, 0, 0, time.Local)
		name, off := t.Zone()
		if t.IsDST() {
			dst = zone{name, off}
		} else {
			std = zone{name, off}
		}
	}
	if dst.name == "" {
		dst = std
	}
	return std, dst
}
