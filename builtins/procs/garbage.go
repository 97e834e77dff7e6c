package procs

// This file defines how a program of ours collects its garbage.

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	relaxed = 400     // percent: Go's own 100 means a collection every 4 MB in a small heap
	small   = 8 << 20 // up to so many live bytes the percentage is relaxed
)

// RelaxCollector makes the garbage collector of this process run less often as
// long as the heap is small: scripts leave much garbage and little else. A heap
// that has grown is collected as Go does by itself. It is for programs of our
// own, not for those that embed the library, and the variable GOGC has the
// last word.
func RelaxCollector() {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(relaxed)
	afterCollection(func() bool {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Kind() == metrics.KindUint64 && live[0].Value.Uint64() > small {
			debug.SetGCPercent(100)
			return false
		}
		return true
	})
}

// afterCollection calls fn after each collection until it returns false.
func afterCollection(fn func() bool) {
	type sentinel struct{ _ *byte } // with a pointer, so that it shares its memory with nothing
	runtime.AddCleanup(&sentinel{}, func(fn func() bool) {
		if fn() {
			afterCollection(fn)
		}
	}, fn)
}
