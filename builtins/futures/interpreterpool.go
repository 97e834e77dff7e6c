package futures

// This file defines InterpreterPoolExecutor.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// InterpreterPoolClass is concurrent.futures.InterpreterPoolExecutor, which
// Python has from 3.14 on.
var InterpreterPoolClass = object.NewClass(object.Spec{
	Name: "InterpreterPoolExecutor", Module: "concurrent.futures.interpreter", Base: ThreadPoolClass,
	Doc: "Executes calls asynchronously on a pool of at most max_workers threads, each with an interpreter of its own.",
})

// BrokenInterpreterPool is what a pool raises of which an initializer failed.
var BrokenInterpreterPool = exceptionClass("concurrent.futures.interpreter", "BrokenInterpreterPool", BrokenThreadPool)

// interpreterCounters number the pools without a prefix.
var interpreterCounters = isolate.NewKey(func(*isolate.Isolate) *int { return new(int) })

func init() {
	c := InterpreterPoolClass
	c.AddMethods(
		object.Def{Sig: "def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=())",
			Doc: "Initializes a new InterpreterPoolExecutor instance.", Fn: interpreterPoolInit},
	)
	c.Init = initBy(c)
}

func interpreterPoolInit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	self, ok := a[0].(*object.Instance)
	if !ok {
		return nil, object.Raise(object.TypeError, "descriptor '__init__' requires an 'InterpreterPoolExecutor' object")
	}
	x := &executor{self: self, broken: BrokenInterpreterPool, kind: "thread", remote: &remote{start: startIsolated}}
	n, err := workerCount(t, a[1], min(32, CPUCount()+4))
	if err != nil {
		return nil, err
	}
	x.workers = n
	if err := x.setInitializer(t, a[3], a[4]); err != nil {
		return nil, err
	}
	prefix, err := object.Str(t, a[2])
	if err != nil {
		return nil, err
	}
	if prefix == "" {
		n := interpreterCounters.In(t.Isolate())
		prefix = fmt.Sprintf("InterpreterPoolExecutor-%d", *n)
		*n++
	}
	x.prefix = prefix
	if err := x.open(t); err != nil {
		return nil, err
	}
	self.State = x
	return starlark.None, nil
}
