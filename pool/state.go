package pool

// This file defines State, the five states of a future.

import "fmt"

// State is the state of a future. The states and their names are those of CPython 3.13's concurrent.futures._base.
type State uint32

const (
	// Pending: not started. The zero value.
	Pending State = iota
	// Running: a worker, or the owner of a manual future, has begun it. It can no longer be cancelled.
	Running
	// Cancelled: cancelled, and those who wait for several futures have not been told yet. A wait for this one future, its
	// callbacks and its Done channel have been told.
	Cancelled
	// CancelledAndNotified: cancelled, and its pool has dropped it from the queue. Final.
	CancelledAndNotified
	// Finished: it has a result or an error. Final.
	Finished
)

// String returns Python's name of the state, such as "CANCELLED_AND_NOTIFIED".
func (s State) String() string {
	switch s {
	case Pending:
		return "PENDING"
	case Running:
		return "RUNNING"
	case Cancelled:
		return "CANCELLED"
	case CancelledAndNotified:
		return "CANCELLED_AND_NOTIFIED"
	case Finished:
		return "FINISHED"
	}
	return fmt.Sprintf("State(%d)", uint32(s))
}

// Done reports whether a future in this state has an outcome: it is finished or cancelled.
func (s State) Done() bool { return s >= Cancelled }

// Settled reports whether the state is final. Wait, WaitSet and AsCompleted count settled futures only: a future that is
// cancelled but not yet notified is still to come for them, as in CPython.
func (s State) Settled() bool { return s >= CancelledAndNotified }
