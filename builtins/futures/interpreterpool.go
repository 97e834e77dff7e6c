package futures

// This file defines InterpreterPoolExecutor.

import (
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
	return starlark.None, initThreads(t, a, "InterpreterPoolExecutor", interpreterCounters,
		&executor{broken: BrokenInterpreterPool, kind: "thread", remote: &remote{start: startIsolated}})
}
