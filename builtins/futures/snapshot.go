package futures

// This file defines Snapshot: the executors of an isolate, for people to look at.

import (
	"starpool/builtins/isolate"
	"starpool/pool"
)

// An ExecutorSnapshot describes a live executor at one moment.
type ExecutorSnapshot struct {
	Kind string // "thread", "process", "interpreter"
	pool.Snapshot
}

// Snapshot describes the executors that have not stopped, in the order they were
// made. The caller holds the lock.
func Snapshot(t *isolate.Thread) []ExecutorSnapshot {
	var out []ExecutorSnapshot
	for _, x := range over.In(t.Isolate()).executors {
		select {
		case <-x.pool.Stopped():
		default:
			out = append(out, ExecutorSnapshot{Kind: x.kind, Snapshot: x.pool.Snapshot()})
		}
	}
	return out
}
