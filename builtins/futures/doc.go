// Package futures is concurrent.futures: its classes and functions over the pool
// engine, with a script thread for each worker.
//
//	Future               future.go, with its callbacks in callback.go
//	Executor             the base class and map: executor.go, executormap.go
//	                     what the executors share as classes: shared.go
//	ThreadPoolExecutor   threadpool.go
//	ProcessPoolExecutor  processpool.go, and InterpreterPoolExecutor: interpreterpool.go,
//	                     over what they share: remote.go
//	wait                 wait.go
//	as_completed         ascompleted.go
//	errors               the exception classes, and how the engine's errors become
//	                     exceptions: errors.go
//	unretrieved          reports of exceptions nobody asked for: unretrieved.go
//	module               the modules and the end of the program: module.go
//
// # The lock
//
// The engine knows nothing of scripts. A task takes the interpreter lock for its
// worker's thread, runs, and gives it up; whatever waits does so inside
// Thread.Block, in the name of the engine's task, so that the engine can lend
// the worker's place and find cycles. Settling a future by hand, and cancelling
// one, happen with the lock held: they do not wait, and the callbacks that they
// run are the calling thread's.
package futures
