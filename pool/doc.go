// Package pool runs tasks on bounded pools of goroutines and hands out futures for their results.
//
// It is a plain Go library; it also carries the semantics of Python's concurrent.futures (CPython 3.13) for an embedded
// interpreter, so that states, the order of callbacks and the conditions of waiting are those of that module.
//
// A map of the package, each thing in a line:
//
//	Pool         bounded workers, started lazily, an idle one reused first; one FIFO of tasks (executor.go)
//	Options      what a Pool is made from; each field states its default (options.go)
//	Worker       a goroutine of a pool, with an index and a slot for the owner's own value (worker.go)
//	Submit       queues a func and returns its Future; SubmitTask a Runner; SubmitInto fills a Future of the caller's
//	Map          runs a func over a sequence, yields the results in order (map.go)
//	Future[T]    the eventual outcome of a task, or one made and settled by hand; its zero value is ready (future.go)
//	State        PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED (state.go)
//	Runner[T]    what a task is: one method, Run; optionally Named and Located for diagnosis (task.go)
//	Task         the handle of a task that runs: who it is, where it was submitted; a wait can be made in its name
//	Wait         blocks until the first completes, the first fails, or all complete (wait.go)
//	WaitSet      the same for repeated waits: registers once, each wait costs what completed since (waitset.go)
//	AsCompleted  iterates over futures in the order in which they complete (ascompleted.go)
//	EventListener  optional funcs that are told of what happens in a pool (options.go)
//
// Errors: ErrCancelled, ErrShutdown, ErrBroken with *BrokenError, ErrGoexit, *InvalidStateError, *WaitError (errors.go),
// *PanicError (panic.go), *DeadlockError (deadlock.go).
//
// # Who waits for whom
//
// Each task runs with a context that knows the task. A wait made with that context, or with one derived from it, is the
// task's wait: its worker lends its place in the pool meanwhile when it waits for a future of its own pool, so nested
// submits on a full pool finish; and the wait that closes a cycle of tasks, each waiting for the next, returns a
// *DeadlockError at once instead of blocking for ever (graph.go). A goroutine that a task starts and does not wait for
// should wait with [Detach]ed context, since its waits do not hold the task up.
//
// # What a task costs
//
// A submitted task is one allocation, its Future, which is also the queue's node, besides the closure that the caller
// makes: 64 bytes for results of up to 8 bytes, 80 for results of up to 24. A done signal is made only when someone waits
// before the task is done.
package pool
