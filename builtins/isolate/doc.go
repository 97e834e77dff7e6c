// Package isolate defines what one interpreter instance owns besides its
// code: the heap's lock and the script threads that take turns holding it.
//
//	Isolate   one heap, one lock, the threads, per-isolate state   isolate.go
//	Thread    a script thread: identity, context, pending errors   thread.go
//	Scope     what one call of a host's has set going              scope.go
//	lock      the interpreter lock, with pre-emption               lock.go
//
// go.starlark.net's lists, dicts and sets are not safe for concurrent use, not
// even for reading (iteration writes a counter). The rule that keeps scripts
// safe is therefore: no value of a heap is touched without its lock. A Thread
// takes the lock before it runs script code, gives it up around everything
// that waits (Block), and offers it to others at every quantum of interpreter
// steps.
package isolate
