// Package procs runs calls in other heaps: in worker processes, which are this
// executable started again, and in isolates of this process. Both take the same
// messages (package codec) and are a Worker to the pools that use them.
//
//	Worker, Reply      the end that asks                    worker.go
//	Server             the end that runs the calls          server.go
//	process worker     starting, talking, ending            process.go
//	link, voice, ear   what goes through which pipe         link.go
//	frames             the form of what goes through        frame.go
//	eager              reading without going to sleep       eager_unix.go
//	isolate worker     an isolate as a worker               isolated.go
//	carrier, lot       parking between pools            park.go
//	footprint          what a pool's work has left      footprint.go
//	Main               the program of a worker process      main.go
//	RelaxCollector     how often garbage is collected       garbage.go
//	Sink               what workers print                   sink.go
//
// # How processes end
//
// A worker process listens to its parent on a goroutine of its own and ends at
// once when the connection closes: that is how it learns that its parent is gone,
// killed or not. A parent that is done says so first, and then the worker finishes what
// the end of a program entails. One that is asked to park says whether anything of
// its work is left; if not, it waits for the setup of another pool of the same
// isolate, which it serves with a new isolate of its own. Workers leave Ctrl-C to their parent, which
// closes the pipe.
package procs
