package threading

// This file defines the module and its functions.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

func currentThread(t *isolate.Thread, a object.Args) (starlark.Value, error) { return ObjectOf(t), nil }

// alive lists the Thread objects of the threads that live.
func alive(t *isolate.Thread) []starlark.Value {
	var out []starlark.Value
	for _, s := range t.Isolate().Threads() {
		out = append(out, ObjectOf(s))
	}
	return out
}

func activeCount(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	return starlark.MakeInt(len(t.Isolate().Threads())), nil
}

func init() {
	nothing := func(*isolate.Thread, object.Args) (starlark.Value, error) { return starlark.None, nil }
	funcs := []object.Def{
		{Sig: "def settrace(func)", Doc: "Accepted: nothing is traced.", Fn: nothing},
		{Sig: "def setprofile(func)", Doc: "Accepted: nothing is profiled.", Fn: nothing},
		{Sig: "def settrace_all_threads(func)", Doc: "Accepted: nothing is traced.", Fn: nothing},
		{Sig: "def setprofile_all_threads(func)", Doc: "Accepted: nothing is profiled.", Fn: nothing},
		{Sig: "def gettrace()", Fn: nothing}, {Sig: "def getprofile()", Fn: nothing},
		{Sig: "def current_thread()", Doc: "Return the current Thread object.", Fn: currentThread},
		{Sig: "def currentThread()", Fn: currentThread},
		{Sig: "def main_thread()", Doc: "Return the main thread object.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return ObjectOf(t.Isolate().Main()), nil
		}},
		{Sig: "def active_count()", Doc: "Return the number of Thread objects currently alive.", Fn: activeCount},
		{Sig: "def activeCount()", Fn: activeCount},
		{Sig: "def enumerate()", Doc: "Return a list of all Thread objects currently alive.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.NewList(alive(t)), nil
		}},
		{Sig: "get_ident()", Doc: "Return a non-zero integer that uniquely identifies the current thread.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt64(ident(t)), nil
		}},
		{Sig: "get_native_id()", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt64(ident(t)), nil
		}},
		{Sig: "stack_size(size=0, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return starlark.MakeInt(0), nil }},
	}
	rlock := object.Def{Sig: "def RLock(*args, **kwargs)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return object.Call(t, rlockClass, nil, nil)
	}}
	registry.Register(&registry.Module{
		Name: "threading", Differs: "trace and profile functions are accepted and never called.",
		Doc:     "Thread module emulating a subset of Java's threading model.",
		Funcs:   append(funcs, rlock),
		Classes: []*object.Class{threadClass, timerClass, eventClass, conditionClass, semaphoreClass, boundedClass, barrierClass, localClass, brokenBarrier},
		Values: map[string]starlark.Value{
			"Lock": lockClass, "TIMEOUT_MAX": starlark.Float(object.MaxTimeout), "ThreadError": object.RuntimeError,
			"_MainThread": mainThreadClass, "ExceptHookArgs": hookArgsClass,
			"excepthook": exceptHook, "__excepthook__": exceptHook,
		},
	})
}
