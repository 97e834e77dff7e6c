package codec

// This file defines the exceptions of values that cannot travel, in CPython's
// words.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func pickleException(name string, base *object.Class) *object.Class {
	return object.NewClass(object.Spec{Name: name, Module: "_pickle", Base: base})
}

// The exception classes of module pickle.
var (
	PickleError     = pickleException("PickleError", object.Exception)
	PicklingError   = pickleException("PicklingError", PickleError)
	UnpicklingError = pickleException("UnpicklingError", PickleError)
)

// CPython names what it could not pickle inside the object; these are the names
// for our objects, which keep the same in Go.
var insideOf = map[string]string{
	"threading.Event": "_thread.lock", "threading.Condition": "_thread.RLock", "threading.Semaphore": "_thread.lock",
	"threading.BoundedSemaphore": "_thread.lock", "threading.Barrier": "_thread.lock", "threading.Thread": "_thread._ThreadHandle",
	"threading.Timer": "_thread._ThreadHandle", "queue.Queue": "_thread.lock", "queue.LifoQueue": "_thread.lock",
	"queue.PriorityQueue": "_thread.lock", "queue.SimpleQueue": "_queue.SimpleQueue",
	"concurrent.futures._base.Future": "_thread.RLock", "concurrent.futures.thread.ThreadPoolExecutor": "_queue.SimpleQueue",
	"concurrent.futures.process.ProcessPoolExecutor": "_thread.lock", "concurrent.futures.interpreter.InterpreterPoolExecutor": "_queue.SimpleQueue",
	"threading.local": "_thread._local", "threading.RLock": "_thread.RLock", "threading.Lock": "_thread.lock",
	"_thread.local": "_thread._local", "_thread.lock": "_thread.lock", "_thread.RLock": "_thread.RLock",
}

// cannot is the error of a value that cannot travel.
func cannot(v starlark.Value) error {
	c := object.ClassOf(v)
	if c == object.ModuleType {
		return object.Raise(object.TypeError, "cannot pickle 'module' object")
	}
	for _, k := range c.MRO {
		if k.Module == "_io" || k.Module == "io" {
			return object.Raise(object.TypeError, "cannot pickle '%s' instances", k.ClassName)
		}
		if inner, ok := insideOf[k.Module+"."+k.Qualname]; ok {
			return object.Raise(object.TypeError, "cannot pickle '%s' object", inner)
		}
	}
	if c.ClassName == "memoryview" {
		return object.Raise(object.TypeError, "cannot pickle memoryview objects")
	}
	return object.Raise(object.TypeError, "cannot pickle '%s' object", object.TypeName(v))
}

// cannotName is the error of something that travels by name and is not found
// under it.
func cannotName(t *object.Thread, v starlark.Value, module, qualname string, other bool) error {
	if i := strings.LastIndex(qualname, "<locals>."); i >= 0 {
		return object.Raise(object.AttributeError, "Can't get local object '%s'", qualname)
	}
	repr, err := object.Repr(t, v)
	if err != nil {
		return err
	}
	if other {
		return object.Raise(PicklingError, "Can't pickle %s: it's not the same object as %s.%s", repr, module, qualname)
	}
	return object.Raise(PicklingError, "Can't pickle %s: attribute lookup %s on %s failed", repr, qualname, module)
}
