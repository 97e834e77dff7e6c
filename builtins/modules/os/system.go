package os

// This file defines what a script can ask of the system and of its process, and
// the constants that go with it.

import (
	"context"
	"os"
	"os/user"
	"runtime"
	"strconv"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

var start = time.Now()

// named makes a class of tuples whose items have names, as times_result.
func named(name string, fields ...string) *object.Class {
	c := object.NewClass(object.Spec{Name: name, Module: "posix", Base: object.TupleType})
	for i, f := range fields {
		c.AddAttrs(object.Attr{Name: f, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return object.Base(self).(starlark.Tuple)[i], nil
		}})
	}
	c.AddMethods(object.Def{Sig: "__repr__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		var parts []string
		for i, f := range fields {
			s, err := object.Repr(t, object.Base(a[0]).(starlark.Tuple)[i])
			if err != nil {
				return nil, err
			}
			parts = append(parts, f+"="+s)
		}
		return starlark.String("posix." + name + "(" + strings.Join(parts, ", ") + ")"), nil
	}})
	return c
}

var (
	timesClass = named("times_result", "user", "system", "children_user", "children_system", "elapsed")
	unameClass = named("uname_result", "sysname", "nodename", "release", "version", "machine")
)

func tupleOf(t *isolate.Thread, c *object.Class, items ...starlark.Value) (starlark.Value, error) {
	return object.Call(t, c, starlark.Tuple{starlark.Tuple(items)}, nil)
}

// owned is a function that concerns the whole process, which must be the
// script's own.
func owned(sig, doc, use string, fn func(n []int) (int, error)) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n := make([]int, len(a))
		for i, v := range a {
			var err error
			if n[i], err = object.Int(t, v); err != nil {
				return nil, err
			}
		}
		if err := permit.Owns(t, use); err != nil {
			return nil, err
		}
		r, err := fn(n)
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		if r < 0 {
			return starlark.None, nil
		}
		return starlark.MakeInt(r), nil
	}}
}

var systemFuncs = append([]object.Def{
	{Sig: "times()", Doc: "Return a collection containing process timing information.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		own, system, childUser, childSystem := processTimes()
		f := func(d time.Duration) starlark.Value { return starlark.Float(d.Seconds()) }
		return tupleOf(t, timesClass, f(own), f(system), f(childUser), f(childSystem), f(time.Since(start)))
	}},
	{Sig: "uname()", Doc: "Return an object identifying the current operating system.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		s := systemNames()
		if permit.Machine(t, "the machine's name") != nil {
			s[1] = "" // the system is no secret, the name in the network is
		}
		items := make([]starlark.Value, len(s))
		for i := range s {
			items[i] = starlark.String(s[i])
		}
		return tupleOf(t, unameClass, items...)
	}},
	{Sig: "getlogin()", Doc: "Return the actual login name.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		if err := permit.Env(t, "LOGNAME"); err != nil {
			return nil, err
		}
		u, err := user.Current()
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		return starlark.String(u.Username), nil
	}},
	{Sig: "getloadavg()", Doc: "Return average recent system load information.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		data, err := os.ReadFile("/proc/loadavg")
		fields := strings.Fields(string(data))
		if err != nil || len(fields) < 3 {
			return nil, object.Raise(object.OSError, "Load averages are unobtainable")
		}
		out := make(starlark.Tuple, 3)
		for i := range out {
			f, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, object.Raise(object.OSError, "Load averages are unobtainable")
			}
			out[i] = starlark.Float(f)
		}
		return out, nil
	}},
	{Sig: "abort()", Doc: "Abort the interpreter immediately.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		if err := permit.Owns(t, "ending the process"); err != nil {
			return nil, err
		}
		abort()
		Exit(134)
		return starlark.None, nil
	}},
	{Sig: "sched_yield()", Doc: "Voluntarily relinquish the CPU.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.None, t.Block(func(context.Context) error { runtime.Gosched(); return nil })
	}},
	{Sig: "sched_getaffinity(pid, /)", Doc: "Return the affinity of the process identified by pid (or the current process if zero).", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		set := starlark.NewSet(runtime.NumCPU())
		for i := range runtime.NumCPU() {
			set.Insert(starlark.MakeInt(i))
		}
		return set, nil
	}},
	{Sig: "def get_exec_path(env=None)", Doc: "Returns the sequence of directories that will be searched for the named executable.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		path, _, err := permit.Getenv(t, "PATH")
		if err != nil {
			return nil, err
		}
		var out []starlark.Value
		for _, dir := range strings.Split(path, string(os.PathListSeparator)) {
			out = append(out, starlark.String(dir))
		}
		return starlark.NewList(out), nil
	}},
}, platformFuncs...)

// systemValues are constants, the same on all systems as far as they have them.
func systemValues(values map[string]starlark.Value) {
	for name, n := range map[string]int{
		"EX_USAGE": 64, "EX_DATAERR": 65, "EX_NOINPUT": 66, "EX_NOUSER": 67, "EX_NOHOST": 68, "EX_UNAVAILABLE": 69, "EX_SOFTWARE": 70,
		"EX_OSERR": 71, "EX_OSFILE": 72, "EX_CANTCREAT": 73, "EX_IOERR": 74, "EX_TEMPFAIL": 75, "EX_PROTOCOL": 76, "EX_NOPERM": 77, "EX_CONFIG": 78,
		"P_WAIT": 0, "P_NOWAIT": 1, "P_NOWAITO": 1, "WNOHANG": 1, "WUNTRACED": 2, "WCONTINUED": 8, "PRIO_PROCESS": 0, "PRIO_PGRP": 1, "PRIO_USER": 2,
		"SCHED_OTHER": 0, "SCHED_FIFO": 1, "SCHED_RR": 2, "TMP_MAX": 238328, "NGROUPS_MAX": 65536,
		"F_ULOCK": 0, "F_LOCK": 1, "F_TLOCK": 2, "F_TEST": 3,
	} {
		values[name] = starlark.MakeInt(n)
	}
	for name, n := range openFlags {
		values[name] = starlark.MakeInt(n)
	}
	values["supports_bytes_environ"] = starlark.Bool(runtime.GOOS != "windows")
	values["supports_fd"], values["supports_dir_fd"], values["supports_effective_ids"] = starlark.NewSet(0), starlark.NewSet(0), starlark.NewSet(0)
}
