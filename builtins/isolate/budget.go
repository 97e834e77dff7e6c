package isolate

// This file defines Budget, the limits of a run and what the run has used of
// them.

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"
	"time"
)

// A Limit is something that a host can limit.
type Limit uint8

// The limits.
const (
	Steps   Limit = iota // of the interpreter
	Time                 // of the wall clock
	Depth                // of calls
	Memory               // bytes
	Output               // bytes on the standard streams
	Threads              // alive at once
	Workers              // other processes and interpreters, alive at once
	Queued               // tasks that wait for a worker
	limits
)

var limitNames = [limits]string{"steps", "time", "recursion depth", "memory", "output", "threads", "workers", "queued tasks"}

// String names the limit as error messages do.
func (l Limit) String() string {
	if l < limits {
		return limitNames[l]
	}
	return fmt.Sprintf("Limit(%d)", uint8(l))
}

// A LimitError says which limit a script has reached. It stops the script for
// good: none of its handlers sees it.
type LimitError struct {
	Limit Limit
	Max   int64 // what was allowed: a count, bytes, or nanoseconds
}

// Error implements error.
func (e *LimitError) Error() string {
	switch e.Limit {
	case Time:
		return fmt.Sprintf("the script exceeded its limit of time: %v", time.Duration(e.Max))
	case Memory, Output:
		return fmt.Sprintf("the script exceeded its limit of %v: %d bytes", e.Limit, e.Max)
	}
	return fmt.Sprintf("the script exceeded its limit of %v: %d", e.Limit, e.Max)
}

// Is reports whether target is a *LimitError of the same limit that states no
// Max, or the same one.
func (e *LimitError) Is(target error) bool {
	t, ok := target.(*LimitError)
	return ok && t.Limit == e.Limit && (t.Max == 0 || t.Max == e.Max)
}

// Unwrap makes the limit of time a context.DeadlineExceeded.
func (e *LimitError) Unwrap() error {
	if e.Limit == Time {
		return context.DeadlineExceeded
	}
	return nil
}

// Limits are the limits of a run; 0 is none.
type Limits [limits]int64

// Any reports whether there is any.
func (l Limits) Any() bool { return l != Limits{} }

// A Lessor grants a budget what it needs of a limit, or refuses. A negative n
// gives back.
type Lessor func(l Limit, n int64) bool

// A Budget is what the isolates of one run share: the limits and what was used.
// Its methods are safe for concurrent use, need no lock, and take a nil Budget,
// which limits nothing.
//
// A worker process has a budget of its own, whose amounts it leases from its
// parent's, so that the sum holds.
type Budget struct {
	max    Limits
	used   [limits]atomic.Int64
	leased [limits]atomic.Int64 // granted by lessor
	lessor Lessor
	leaseM sync.Mutex

	over atomic.Pointer[LimitError]

	mu       sync.Mutex
	isolates map[*Isolate]struct{}

	memory memory
}

// NewBudget returns a budget with nothing used. lessor is nil except in a
// worker.
func NewBudget(max Limits, lessor Lessor) *Budget {
	return &Budget{max: max, lessor: lessor, isolates: make(map[*Isolate]struct{})}
}

// Max returns a limit, 0 for none.
func (b *Budget) Max(l Limit) int64 {
	if b == nil {
		return 0
	}
	return b.max[l]
}

// Limits returns all limits.
func (b *Budget) Limits() Limits {
	if b == nil {
		return Limits{}
	}
	return b.max
}

// Used returns how much of a limit is used. Steps are counted a quantum at a
// time.
func (b *Budget) Used(l Limit) int64 {
	if b == nil {
		return 0
	}
	if l == Memory {
		return b.memory.used()
	}
	return b.used[l].Load()
}

// Reset forgets the steps and the output that were used.
func (b *Budget) Reset() {
	if b != nil {
		b.used[Steps].Store(0)
		b.used[Output].Store(0)
	}
}

// Over returns the limit that was reached, or nil.
func (b *Budget) Over() *LimitError {
	if b == nil {
		return nil
	}
	return b.over.Load()
}

// Use takes n of a limit and returns nil, or else stops everything that shares
// the budget and returns the *LimitError.
func (b *Budget) Use(l Limit, n int64) error {
	if b == nil || b.max[l] == 0 {
		return nil
	}
	used := b.used[l].Add(n)
	if used <= b.max[l] && (b.lessor == nil || n <= 0 || used <= b.leased[l].Load() || b.lease(l, used)) {
		return nil
	}
	return b.Exceed(l)
}

// Free gives n back.
func (b *Budget) Free(l Limit, n int64) {
	if b == nil || b.max[l] == 0 {
		return
	}
	b.used[l].Add(-n)
	if b.lessor != nil && l != Steps {
		b.leaseM.Lock()
		defer b.leaseM.Unlock()
		b.leased[l].Add(-n)
		b.lessor(l, -n)
	}
}

// chunks are how many parts a limit has that workers lease one at a time.
const chunks = 64

// lease asks for so much that used is granted.
func (b *Budget) lease(l Limit, used int64) bool {
	b.leaseM.Lock()
	defer b.leaseM.Unlock()
	need := used - b.leased[l].Load()
	if need <= 0 {
		return true
	}
	if l == Steps || l == Memory {
		if more := need + b.max[l]/chunks; b.lessor(l, more) {
			b.leased[l].Add(more)
			return true
		}
	}
	if b.lessor(l, need) {
		b.leased[l].Add(need)
		return true
	}
	return false
}

// Lease is the Lessor that grants parts of this budget.
func (b *Budget) Lease(l Limit, n int64) bool {
	if l >= limits {
		return false
	}
	if b == nil || b.max[l] == 0 {
		return true
	}
	if n < 0 {
		b.Free(l, -n)
		return true
	}
	if b.used[l].Add(n) <= b.max[l] && b.Over() == nil {
		if l == Memory && !b.memory.fits(b, n) {
			b.used[l].Add(-n)
			return false
		}
		return true
	}
	b.used[l].Add(-n)
	return false
}

// Exceed notes that the limit was reached and stops everything that shares the
// budget. It returns the first limit that was.
func (b *Budget) Exceed(l Limit) error {
	e := &LimitError{Limit: l, Max: b.max[l]}
	if !b.over.CompareAndSwap(nil, e) {
		return b.over.Load()
	}
	b.mu.Lock()
	for iso := range b.isolates {
		iso.cancel(e)
	}
	b.mu.Unlock()
	if b.lessor != nil {
		b.lessor(l, 0) // all others of the run stop too
	}
	return e
}

// checkDepth compares the depth of a call stack with its limit.
func (b *Budget) checkDepth(depth int) {
	if b != nil && b.max[Depth] != 0 && int64(depth) > b.max[Depth] {
		b.Exceed(Depth)
	}
}

// attach lets iso be stopped by b.
func (b *Budget) attach(iso *Isolate) {
	b.mu.Lock()
	b.isolates[iso] = struct{}{}
	first := len(b.isolates) == 1
	b.mu.Unlock()
	if first && b.max[Memory] > 0 {
		b.memory.join(b)
	}
	if e := b.over.Load(); e != nil {
		iso.cancel(e)
	}
}

func (b *Budget) detach(iso *Isolate) {
	if b == nil {
		return
	}
	b.mu.Lock()
	delete(b.isolates, iso)
	last := len(b.isolates) == 0
	b.mu.Unlock()
	if last && b.max[Memory] > 0 {
		b.memory.leave(b)
	}
}

// Begin starts the clock for a program or call and returns what stops it.
func (b *Budget) Begin() (end func()) {
	if b == nil || b.max[Time] == 0 {
		return func() {}
	}
	timer := time.AfterFunc(time.Duration(b.max[Time]), func() { b.Exceed(Time) })
	return func() { timer.Stop() }
}

// SetBudget puts the isolate under a budget. It is called once, before anything
// runs, with the lock held.
func (iso *Isolate) SetBudget(b *Budget) {
	if b == nil {
		return
	}
	iso.budget = b
	iso.main.meter(iso.main.inner)
	b.attach(iso)
}

// Budget returns the isolate's budget, or nil.
func (iso *Isolate) Budget() *Budget { return iso.budget }

// Stopped returns the limit that stopped the isolate, or nil.
func (iso *Isolate) Stopped() *LimitError { return iso.budget.Over() }

// stepsKey is the starlark thread-local that holds how many of a thread's steps
// were counted.
const stepsKey = "starpool.steps"

// meter makes the steps of st count.
func (t *Thread) meter(st stepper) {
	n := new(uint64)
	st.SetLocal(stepsKey, n)
}

type stepper interface {
	SetLocal(key string, value any)
	Local(key string) any
}

// count takes the steps that st has made since it was called last.
func (t *Thread) count(st stepper, steps uint64) {
	b := t.iso.budget
	if b == nil || b.max[Steps] == 0 {
		return
	}
	last, ok := st.Local(stepsKey).(*uint64)
	if !ok || steps == *last {
		return
	}
	n := steps - *last
	*last = steps
	b.Use(Steps, int64(n))
}

// room is how many steps may be made before the next look.
func (t *Thread) room(quantum uint64) uint64 {
	b := t.iso.budget
	if b == nil || b.max[Steps] == 0 {
		return quantum
	}
	left := b.max[Steps] - b.used[Steps].Load() + 1
	return min(quantum, uint64(max(left, 1)))
}

// Fits reports whether n more bytes may be allocated in one piece; a false
// answer becomes a MemoryError. It is called before allocations that can be
// large, with the lock held.
func (t *Thread) Fits(n int64) bool {
	if t == nil {
		return true
	}
	fits := t.iso.budget.Fits(n)
	if b := t.iso.budget; b != nil && b.max[Memory] != 0 && heap.round.Load() != t.iso.estimate.round {
		t.takeRound(b)
	}
	return fits
}

// Note says that n bytes were allocated, or may have been: what Fits was not asked
// about. The lock is held.
func (t *Thread) Note(n int64) {
	if b := t.iso.budget; b != nil && b.max[Memory] != 0 && b.memory.pending.Add(min(n, announceLimit)) >= announceLimit {
		b.memory.pending.Store(0)
		b.memory.fits(b, 0)
	}
}

// Fits is Thread.Fits for goroutines without a thread.
func (b *Budget) Fits(n int64) bool {
	if b == nil || b.max[Memory] == 0 {
		return true
	}
	return b.memory.announce(b, n)
}

// Metered reports whether the isolate has a limit that long computations run
// into: of memory, time or steps.
func (iso *Isolate) Metered() bool {
	b := iso.budget
	return b != nil && (b.max[Memory] != 0 || b.max[Time] != 0 || b.max[Steps] != 0)
}
