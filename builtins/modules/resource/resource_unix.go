//go:build unix

// Package resource is the module resource: what the process and its children have
// used, and the limits of the system. As in CPython, there is none on Windows.
package resource

import (
	_ "embed"
	"math/big"
	"os"
	"runtime"

	"go.starlark.net/starlark"
	"golang.org/x/sys/unix"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

//go:embed resource.py
var source string

func usage(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	who, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	var ru unix.Rusage
	if err := unix.Getrusage(who, &ru); err != nil {
		return nil, object.Raise(object.ValueError, "invalid who parameter")
	}
	seconds := func(tv unix.Timeval) starlark.Value {
		return starlark.Float(float64(tv.Nano()) / 1e9)
	}
	out := starlark.Tuple{seconds(ru.Utime), seconds(ru.Stime)}
	for _, n := range []int64{
		int64(ru.Maxrss), int64(ru.Ixrss), int64(ru.Idrss), int64(ru.Isrss), int64(ru.Minflt), int64(ru.Majflt), int64(ru.Nswap),
		int64(ru.Inblock), int64(ru.Oublock), int64(ru.Msgsnd), int64(ru.Msgrcv), int64(ru.Nsignals), int64(ru.Nvcsw), int64(ru.Nivcsw),
	} {
		out = append(out, starlark.MakeInt64(n))
	}
	return out, nil
}

// infinity is RLIM_INFINITY as scripts see it.
const infinity = -1

func limitValue(n uint64) starlark.Value {
	if n >= unlimited {
		return starlark.MakeInt(infinity)
	}
	return starlark.MakeUint64(n)
}

// unlimited is RLIM_INFINITY, or more, to the system.
const unlimited = 1<<63 - 1

func limitOf(t *isolate.Thread, v starlark.Value) (uint64, error) {
	i, err := object.Index(t, v)
	if err != nil {
		return 0, err
	}
	n := i.BigInt()
	if n.Sign() < 0 || n.Cmp(new(big.Int).SetUint64(unlimited)) >= 0 {
		return unix.RLIM_INFINITY, nil
	}
	return n.Uint64(), nil
}

func getLimit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	which, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	var lim unix.Rlimit
	if err := unix.Getrlimit(which, &lim); err != nil {
		return nil, object.Raise(object.ValueError, "invalid resource specified")
	}
	return starlark.Tuple{limitValue(uint64(lim.Cur)), limitValue(uint64(lim.Max))}, nil
}

func setLimit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	which, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	pair, err := object.Slice(t, a[1])
	if err != nil {
		return nil, err
	}
	if len(pair) != 2 {
		return nil, object.Raise(object.ValueError, "expected a tuple of 2 integers")
	}
	if err := permit.Owns(t, "setting the limits of the process"); err != nil {
		return nil, err // the limits are the whole process's
	}
	var lim unix.Rlimit
	for i, to := range []func(uint64){func(n uint64) { setRlim(&lim.Cur, n) }, func(n uint64) { setRlim(&lim.Max, n) }} {
		n, err := limitOf(t, pair[i])
		if err != nil {
			return nil, err
		}
		to(n)
	}
	switch err := unix.Setrlimit(which, &lim); err {
	case nil:
		return starlark.None, nil
	case unix.EINVAL:
		return nil, object.Raise(object.ValueError, "current limit exceeds maximum limit")
	case unix.EPERM:
		return nil, object.Raise(object.ValueError, "not allowed to raise maximum limit")
	default:
		return nil, object.RaiseOS(err, "")
	}
}

// setRlim fills a field whose type is not the same everywhere.
func setRlim[T int64 | uint64](to *T, n uint64) { *to = T(n) }

func init() {
	values := map[string]starlark.Value{"RLIM_INFINITY": starlark.MakeInt(infinity)}
	for name, n := range map[string]int{
		"RUSAGE_SELF": unix.RUSAGE_SELF, "RUSAGE_CHILDREN": unix.RUSAGE_CHILDREN, "RLIMIT_AS": unix.RLIMIT_AS, "RLIMIT_CORE": unix.RLIMIT_CORE,
		"RLIMIT_CPU": unix.RLIMIT_CPU, "RLIMIT_DATA": unix.RLIMIT_DATA, "RLIMIT_FSIZE": unix.RLIMIT_FSIZE,
		"RLIMIT_NOFILE": unix.RLIMIT_NOFILE, "RLIMIT_STACK": unix.RLIMIT_STACK,
	} {
		values[name] = starlark.MakeInt(n)
	}
	if runtime.GOOS == "linux" {
		for name, n := range map[string]int{"RUSAGE_THREAD": 1, "RLIMIT_RSS": 5, "RLIMIT_NPROC": 6, "RLIMIT_MEMLOCK": 8} {
			values[name] = starlark.MakeInt(n)
		}
	}
	registry.Register(&registry.Module{
		Name: "resource", Doc: "Resource usage information.", Source: source, Values: values,
		Funcs: []object.Def{
			{Sig: "_usage(who, /)", Fn: usage},
			{Sig: "getrlimit(resource, /)", Doc: "Return the soft and hard limits of a resource.", Fn: getLimit},
			{Sig: "setrlimit(resource, limits, /)", Doc: "Set the soft and hard limits of a resource.", Fn: setLimit},
			{Sig: "getpagesize()", Doc: "Return the number of bytes in a system page.", Fn: func(*isolate.Thread, object.Args) (starlark.Value, error) {
				return starlark.MakeInt(os.Getpagesize()), nil
			}},
		},
	})
}
