package isolate

// This file defines how the memory of a run is measured.
//
// go.starlark.net allocates behind our back (a + b, frames, dicts), and what it
// lets go of only the garbage collector knows. So nothing is added up: the heap
// itself is asked, which is process-wide.
//
//  1. used is what the heap and the stacks have grown by since the first of the
//     budgets that now live joined, the base. It counts garbage that was not
//     collected yet, and what the host allocates meanwhile.
//  2. If that is under the limit, so is the script. Reading it takes a microsecond,
//     and happens between quanta, and before allocations that are large or have
//     added up.
//  3. Otherwise garbage is collected, and what is left decides. To keep collections
//     apart, the heap may grow by an eighth of the limit before the next one: that
//     and 1 MiB a thread is the slack.
//  4. With several budgets, the heap is compared with the sum of their limits. When
//     that is exceeded a round begins: each isolate estimates at its next look what
//     its script holds, and a budget whose isolates hold more than its own limit is
//     stopped. What a round cannot see (values that only Go code refers to) is the
//     reason for the backstop: at twice the sum, the budget that holds the largest
//     part of its limit is stopped.

import (
	"math"
	"runtime"
	"runtime/metrics"
	"sync"
	"sync/atomic"
	"time"
)

// memory is the part of a budget that measures.
type memory struct {
	pending atomic.Int64 // announced since the last look
	looked  atomic.Int64 // when, in nanoseconds since epoch
	seen    atomic.Int64 // what the last look saw to be used
}

// announceLimit is how much may be announced without a look.
const announceLimit = 1 << 20

// lookEvery is the least time between two looks that nothing large causes.
const lookEvery = 100 * time.Microsecond

// gcEvery is the least time between two collections for allocations that are
// refused.
const gcEvery = 5 * time.Millisecond

var epoch = time.Now()

// The heap is the process's: this state is not an interpreter's.
var heap struct {
	mu      sync.Mutex
	sample  []metrics.Sample
	members map[*Budget]struct{}
	sum     int64 // of the members' limits
	base    int64
	floor   int64 // what was left by the last collection when there were no members, or 0
	nextGC  int64 // collect no sooner, in bytes of the heap
	left    int64 // what the last collection left
	lastGC  time.Duration
	began   time.Duration // the last round
	round   atomic.Int64
}

// roundEvery is the least time between two rounds.
const roundEvery = 20 * time.Millisecond

// estimate is what an isolate knows of its own size.
type estimate struct {
	round int64         // the last that it has seen; the holder's
	next  time.Duration // estimate no sooner; the holder's
	held  atomic.Int64
}

// takeRound estimates what the isolate holds if a round asks for it. The lock is
// held.
func (t *Thread) takeRound(b *Budget) {
	e := &t.iso.estimate
	round, now := heap.round.Load(), time.Since(epoch)
	if round == e.round || t.iso.Held == nil || now < e.next {
		return
	}
	e.round = round
	e.held.Store(t.iso.Held(b.max[Memory] + 1))
	took := time.Since(epoch) - now
	e.next = now + took + max(roundEvery, 10*took)
	if b.held() > b.max[Memory] {
		b.Exceed(Memory)
	}
}

// held is what the budget's isolates hold by their last estimates.
func (b *Budget) held() (sum int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for iso := range b.isolates {
		sum += iso.estimate.held.Load()
	}
	return sum
}

// ask begins a round, or stops somebody if rounds have not helped. heap.mu is
// held; it reports whether b may have n more bytes.
func (m *memory) ask(b *Budget, used, allowed, n int64) bool {
	if at := time.Since(epoch); at-heap.began >= roundEvery {
		heap.began = at
		heap.round.Add(1)
	}
	if used > addLimit(allowed, allowed) {
		most, share := b, -1.0
		for o := range heap.members {
			if s := float64(o.held()) / float64(o.max[Memory]); s > share && o.Over() == nil {
				most, share = o, s
			}
		}
		most.Exceed(Memory)
	}
	return b.Over() == nil && b.held()+n <= b.max[Memory]
}

// read returns the bytes in the heap, garbage included, and in stacks. heap.mu
// is held.
func readHeap() int64 {
	if heap.sample == nil {
		heap.sample = []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
	}
	metrics.Read(heap.sample)
	return int64(heap.sample[0].Value.Uint64() + heap.sample[1].Value.Uint64())
}

func (m *memory) join(b *Budget) {
	heap.mu.Lock()
	defer heap.mu.Unlock()
	if heap.members == nil {
		heap.members = make(map[*Budget]struct{})
	}
	if len(heap.members) == 0 {
		now := readHeap()
		if heap.floor == 0 || now-heap.floor > b.max[Memory]/4 {
			runtime.GC() // or the last run's garbage would raise the base
			now = readHeap()
			heap.floor = now
		}
		heap.base, heap.nextGC, heap.lastGC = now, 0, -gcEvery
	}
	heap.members[b] = struct{}{}
	heap.sum = addLimit(heap.sum, b.max[Memory])
}

func (m *memory) leave(b *Budget) {
	heap.mu.Lock()
	defer heap.mu.Unlock()
	if _, ok := heap.members[b]; !ok {
		return
	}
	delete(heap.members, b)
	heap.sum = 0
	for o := range heap.members {
		heap.sum = addLimit(heap.sum, o.max[Memory])
	}
}

func addLimit(a, b int64) int64 {
	if a > math.MaxInt64-b {
		return math.MaxInt64
	}
	return a + b
}

// used is what the budget's members use together, and what its workers lease.
func (m *memory) used() int64 {
	heap.mu.Lock()
	defer heap.mu.Unlock()
	return max(0, readHeap()-heap.base)
}

// announce is Fits.
func (m *memory) announce(b *Budget, n int64) bool {
	if n < 0 {
		return false
	}
	if n < announceLimit && m.pending.Add(n) < announceLimit {
		return true
	}
	m.pending.Store(0)
	return m.fits(b, n)
}

// tick looks if it is time. It is called between quanta.
func (m *memory) tick(b *Budget) {
	now := int64(time.Since(epoch))
	if last := m.looked.Load(); now-last < int64(lookEvery) || !m.looked.CompareAndSwap(last, now) {
		return
	}
	m.fits(b, 0)
}

// fits reports whether n more bytes are within the limit, and stops the run if it
// is beyond it already.
func (m *memory) fits(b *Budget, n int64) bool {
	limit := b.max[Memory]
	if n > limit {
		return false
	}
	heap.mu.Lock()
	defer heap.mu.Unlock()
	leased := b.used[Memory].Load() // by workers
	if b.lessor != nil {
		leased = 0
	}
	allowed := limit - leased
	if len(heap.members) > 1 {
		allowed = addLimit(allowed, heap.sum-limit)
	}
	now := readHeap()
	defer func() { m.seen.Store(now - heap.base) }()
	if now-heap.base+n <= allowed {
		return b.lessor == nil || m.leaseTo(b, now-heap.base+n)
	}
	if n < limit/8 && now < heap.nextGC {
		return true
	}
	if at := time.Since(epoch); now < heap.nextGC && at-heap.lastGC < gcEvery {
		return heap.left-heap.base+n <= allowed // of many refusals, not each is worth a collection
	}
	runtime.GC()
	now = readHeap()
	used := now - heap.base
	heap.left, heap.lastGC = now, time.Since(epoch)
	heap.nextGC = now + max(allowed-used, limit/8)
	if used > allowed && len(heap.members) > 1 {
		return m.ask(b, used, allowed, n)
	}
	if used > allowed {
		b.Exceed(Memory)
		return false
	}
	return used+n <= allowed && (b.lessor == nil || m.leaseTo(b, used+n))
}

// leaseTo makes the lease of a worker process cover used bytes.
func (m *memory) leaseTo(b *Budget, used int64) bool {
	b.used[Memory].Store(used)
	if used <= b.leased[Memory].Load() || b.lease(Memory, used) {
		return true
	}
	b.Exceed(Memory)
	return false
}
