// Package multiprocessing is the module multiprocessing. Its classes are written
// in the language itself (the .py files); here is what they stand on:
//
//	asking the process that an object lives in   share.go
//	starting a process                           process.go
//	memory that is mapped into several processes sharedmemory.go
//
// Objects that processes share (queues, locks, values, what a manager makes)
// live in the process that made them. Elsewhere they are proxies that ask it, over
// the pipe to the parent: a worker asks its parent, which asks its own if the
// object is not there either.
package multiprocessing

import (
	"embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/procs"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
)

//go:embed *.py
var files embed.FS

func init() {
	procs.Answer = answer
	registry.Register(&registry.Module{
		Name: "multiprocessing", Doc: "Processes as CPython's module of this name has them, on the workers of the process pool.",
		Funcs:  append(shareFuncs, processFuncs...),
		Script: registry.Joined(files, "shared", "queues", "synchronize", "values", "pipes", "managers", "processes", "pools", "contexts"),
	})
	registry.Register(&registry.Module{Name: "multiprocessing.connection", Script: registry.Joined(files, "connection")})
	registry.Register(&registry.Module{Name: "multiprocessing.dummy", Script: registry.Joined(files, "dummy"),
		Values: map[string]starlark.Value{"dict": object.DictType, "list": object.ListType}})
	registry.Register(&registry.Module{
		Name: "multiprocessing.shared_memory", Doc: "Memory that processes share, mapped into each.",
		Funcs: sharedMemoryFuncs, Script: registry.Joined(files, "sharedmemory"),
	})
	registry.Register(&registry.Module{Name: "multiprocessing.dummy.connection", Script: registry.Joined(files, "dummyconnection")})
	for name, names := range map[string][]string{
		"multiprocessing.context":      {"BaseContext", "Process", "SpawnProcess", "ProcessError", "BufferTooShort", "TimeoutError", "AuthenticationError"},
		"multiprocessing.process":      {"BaseProcess", "current_process", "active_children", "parent_process"},
		"multiprocessing.queues":       {"Queue", "SimpleQueue", "JoinableQueue"},
		"multiprocessing.synchronize":  {"Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier"},
		"multiprocessing.sharedctypes": {"Value", "Array", "RawValue", "RawArray"},
		"multiprocessing.util":         {"get_logger", "log_to_stderr"},
		"multiprocessing.pool": {"Pool", "ThreadPool", "AsyncResult", "ApplyResult", "MapResult", "IMapIterator", "IMapUnorderedIterator",
			"RemoteTraceback", "MaybeEncodingError"},
		"multiprocessing.managers": {"BaseManager", "SyncManager", "SharedMemoryManager", "BaseProxy", "AutoProxy", "MakeProxyType", "DictProxy", "ListProxy",
			"NamespaceProxy", "ValueProxy", "ArrayProxy", "Namespace", "ProcessError"},
	} {
		registry.Register(&registry.Module{Name: name, Init: func(t *thread, m *object.Module) error {
			parent, err := registry.Get(t, "multiprocessing")
			if err != nil {
				return err
			}
			for _, n := range names {
				if v := parent.Get(n); v != nil {
					m.Vars.Set(n, v)
				}
			}
			return nil
		}})
	}
}
