package time

// This file defines the clocks that a script names by number.

import (
	"syscall"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// clockIDs are the numbers of Linux on every system.
var clockIDs = map[string]starlark.Value{
	"CLOCK_REALTIME": starlark.MakeInt(0), "CLOCK_MONOTONIC": starlark.MakeInt(1), "CLOCK_PROCESS_CPUTIME_ID": starlark.MakeInt(2),
	"CLOCK_THREAD_CPUTIME_ID": starlark.MakeInt(3), "CLOCK_MONOTONIC_RAW": starlark.MakeInt(4), "CLOCK_BOOTTIME": starlark.MakeInt(7),
	"CLOCK_TAI": starlark.MakeInt(11),
}

// readClock returns what the clock of a number shows, since its zero.
func readClock(t *isolate.Thread, v starlark.Value) (time.Duration, error) {
	id, err := object.Int(t, v)
	if err != nil {
		return 0, err
	}
	switch id {
	case 0, 11:
		return time.Duration(now(t).UnixNano()), nil
	case 1, 4, 7:
		c := ClockIn.In(t.Isolate())
		return c.Now().Sub(c.Start), nil
	case 2, 3:
		return cpuTime(), nil
	}
	return 0, object.RaiseOS(syscall.EINVAL, "")
}

var clockIDFuncs = []object.Def{
	{Sig: "clock_gettime(clk_id, /)", Doc: "Return the time of the specified clock clk_id as a float.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		d, err := readClock(t, a[0])
		return starlark.Float(d.Seconds()), err
	}},
	{Sig: "clock_gettime_ns(clk_id, /)", Doc: "Return the time of the specified clock clk_id as nanoseconds (int).", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		d, err := readClock(t, a[0])
		return starlark.MakeInt64(int64(d)), err
	}},
	{Sig: "clock_getres(clk_id, /)", Doc: "Return the resolution (precision) of the specified clock clk_id.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		_, err := readClock(t, a[0])
		return starlark.Float(1e-9), err
	}},
}
