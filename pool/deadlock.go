package pool

// This file defines DeadlockError.

import "strings"

// DeadlockError is returned by the wait that closes a cycle of tasks of which each waits for the next: none of them could
// ever go on. The other waits of the cycle go on, and see the outcome of the task that got the error.
type DeadlockError struct {
	// Tasks is the cycle. The first task made the wait that failed, and waits for the second; the last waits for the first. A
	// task that waits for itself is a cycle of one.
	Tasks []TaskInfo
}

// Error implements error. It names each task of the cycle, on one line.
func (e *DeadlockError) Error() string {
	var b strings.Builder
	b.WriteString("deadlock: ")
	for i, t := range e.Tasks {
		switch {
		case i == 0:
			b.WriteString(t.String())
		case i == 1:
			b.WriteString(" waits for " + t.String())
		default:
			b.WriteString(", which waits for " + t.String())
		}
	}
	switch len(e.Tasks) {
	case 0:
	case 1:
		b.WriteString(" waits for itself")
	default:
		b.WriteString(", which waits for " + e.Tasks[0].Name)
	}
	return b.String()
}
