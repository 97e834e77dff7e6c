// Package threading is the module threading: script threads and what they
// synchronise with.
//
//	Lock, RLock                     lock.go
//	Event, Condition                event.go, condition.go
//	Semaphore, BoundedSemaphore     semaphore.go
//	Barrier                         barrier.go
//	Thread, Timer                   thread.go, timer.go
//	local                           local.go
//	current_thread, enumerate, …    module.go
//
// The interpreter lock guards the state of every object here; who has to wait
// does so in an isolate.WaitQueue.
package threading
