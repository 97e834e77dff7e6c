package pool

// This file defines the graph of who waits for whom, and what is done about a cycle.
//
// A task that blocks leaves a blockage: what it waits for, and whether it needs all of it or any. A task is stuck if its
// blockage can never end: it needs all and one of them is stuck, or needs any and all of them are. What runs, what is pending,
// and a future that somebody settles by hand, is not stuck.
//
//  1. blockages are read and written under graph.mu, so of two waits that close a cycle together one is first and the
//     other sees it.
//  2. There is no stuck task between calls: a wait that would make one is refused. So a search starts from the new wait
//     alone, and a set of stuck tasks that it finds contains the new one. One thing else makes tasks stuck, for a moment: a
//     FirstException wait whose last free future completes. It wakes up and looks again (recheck).
//  3. A wait with a deadline ends by itself: it counts as not stuck. So does a task in whose name several goroutines wait,
//     since nothing tells which of them the task depends on.
//  4. A search looks at states that other goroutines change. They change from not done to done only, which makes a
//     stuck task free and never a free one stuck, so what it finds stuck is stuck: all tasks of the set are blocked, and the
//     end of each depends on the set alone.
//
// Places: a worker that waits for a future of its own pool lends its place (lend), always: otherwise nested submits on a full
// pool hang. A worker that waits for another pool's future does not, since that pool may be a limit that the program relies on,
// until the graph says that nothing else helps: then a pending task counts as waiting for any holder of a place of its full
// pool, and if it is stuck that way one of the holders lends (relieve).

import (
	"context"
	"fmt"
	"sync"
)

var graph waitGraph

type waitGraph struct{ mu sync.Mutex }

// blockage is what a blocked task, or a callback on a worker, waits for: one, cores, set or pool.
type blockage struct {
	by    party
	cond  Condition
	early bool // a cancelled future ends the wait before it is notified

	one   *core
	cores []*core
	set   *watch
	after int // position in set
	pool  *Pool
	end   <-chan struct{} // of pool

	temporary bool // rule 3
	lent      bool
}

// each calls yield with the futures that b waits for. It reports true if the wait is over already. graph.mu is held.
func (b *blockage) each(yield func(*core) bool) (over bool) {
	switch {
	case b.one != nil:
		yield(b.one)
	case b.set != nil:
		return b.set.each(b.cond, b.after, yield)
	case b.pool != nil:
		select {
		case <-b.end:
			return true
		default:
		}
		for _, c := range b.pool.tasks() {
			if !yield(c) {
				return false
			}
		}
	default:
		for _, c := range b.cores {
			if !yield(c) {
				return false
			}
		}
	}
	return false
}

// own reports whether b waits for a future of its worker's pool.
func (b *blockage) own() bool {
	p := b.by.worker.pool
	switch {
	case b.one != nil:
		return b.one.pool == p
	case b.set != nil:
		return b.set.touches(p)
	case b.pool != nil:
		return b.pool == p
	}
	for _, c := range b.cores {
		if c.pool == p && !c.state().Settled() {
			return true
		}
	}
	return false
}

// enter notes that b.by is about to block. If that closes a cycle it returns a *DeadlockError and notes nothing. Otherwise
// leave must follow.
func (g *waitGraph) enter(ctx context.Context, b *blockage) error {
	if b.by.worker == nil && b.by.task == nil {
		return nil
	}
	b.temporary = temporary(ctx, b.by)
	g.mu.Lock()
	if t := b.by.task; t != nil {
		x := t.extra()
		x.blockers++
		if x.blockers == 1 {
			x.blocked = b
		}
		if err := g.check(b); err != nil {
			return err // unlocked
		}
	}
	if b.by.worker != nil && !b.lent && b.own() {
		b.lent = true
		b.by.worker.lend()
	}
	if b.by.task != nil {
		g.relieveFrom(b.by.task)
	}
	g.mu.Unlock()
	return nil
}

// recheck looks for a cycle again after one of the futures of a FirstException wait has completed without an error: that, too, can
// leave only stuck ones. If there is one it returns the error, and leave must not follow.
func (g *waitGraph) recheck(b *blockage) error {
	if b.by.task == nil {
		return nil
	}
	g.mu.Lock()
	if err := g.check(b); err != nil {
		return err
	}
	g.relieveFrom(b.by.task)
	g.mu.Unlock()
	return nil
}

// check returns an error, and removes b and unlocks g.mu, if b's task is stuck. Otherwise it leaves all as it is.
func (g *waitGraph) check(b *blockage) error {
	x := b.by.task.extra()
	if b.temporary || x.blocked != b || x.blockers > 1 {
		return nil
	}
	cycle := search(b.by.task, false).cycle()
	if cycle == nil {
		return nil
	}
	payloads := make([]any, len(cycle))
	for i, c := range cycle {
		payloads[i] = c.payload()
	}
	g.remove(b)
	g.mu.Unlock()
	err := new(DeadlockError)
	for i, c := range cycle {
		err.Tasks = append(err.Tasks, describe(c, payloads[i])) // user code: not under the lock
	}
	if p := b.by.task.pool; p != nil && p.opts.Events.Deadlock != nil {
		contain(p, func() { p.opts.Events.Deadlock(err) })
	}
	return err
}

// leave notes that b.by goes on.
func (g *waitGraph) leave(b *blockage) {
	if b.by.worker == nil && b.by.task == nil {
		return
	}
	g.mu.Lock()
	g.remove(b)
	g.mu.Unlock()
}

func (g *waitGraph) remove(b *blockage) {
	if t := b.by.task; t != nil {
		x := t.extra()
		x.blockers--
		if x.blocked == b {
			x.blocked = nil
		}
	}
	if b.lent {
		b.lent = false
		b.by.worker.takeBack()
	}
}

// temporary reports whether ctx ends the wait by itself. The deadline of the task's own pool ends the whole pool, so it does
// not count.
func temporary(ctx context.Context, by party) bool {
	d, ok := ctx.Deadline()
	if !ok {
		return false
	}
	if by.task != nil && by.task.pool != nil {
		if pd, ok := by.task.pool.ctx.Deadline(); ok && pd.Equal(d) {
			return false
		}
	}
	return true
}

// lend gives the worker's place to another while it waits. Waits may nest through callbacks: the first one lends.
func (w *Worker) lend() {
	p := w.pool
	p.mu.Lock()
	w.lent++
	var next *Worker
	if w.lent == 1 {
		p.active--
		p.lent++
		next = p.kick()
	}
	p.mu.Unlock()
	if next != nil {
		next.signal()
	}
}

// takeBack takes the place again, at once (rule 4 of executor.go).
func (w *Worker) takeBack() {
	p := w.pool
	p.mu.Lock()
	w.lent--
	if w.lent == 0 {
		p.active++
		p.lent--
	}
	p.mu.Unlock()
}

// tasks returns the tasks that the pool's workers are in.
func (p *Pool) tasks() []*core {
	p.mu.Lock()
	defer p.mu.Unlock()
	var cs []*core
	for _, w := range p.workers {
		if w.inTask {
			cs = append(cs, w.task)
		}
	}
	return cs
}

// holders returns the tasks that hold all the pool's places. It returns nil if a place is free, or is held by a task that is not
// blocked or by a worker that is between tasks and will look at the queue. graph.mu is held.
func (p *Pool) holders() []*core {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.active < p.opts.MaxWorkers || p.waking {
		return nil
	}
	var cs []*core
	for _, w := range p.workers {
		if w.inTask && w.lent == 0 {
			if w.task.blockage() == nil {
				return nil // the usual case, and soon found
			}
			cs = append(cs, w.task)
		}
	}
	if len(cs) < p.active {
		return nil
	}
	return cs
}

// blockage returns what a blocked task waits for, or nil if it is not blocked, or not for good (rule 3). graph.mu is held.
func (c *core) blockage() *blockage {
	if c.state() != Running {
		return nil
	}
	x := c.ext.Load()
	if x == nil || x.blocked == nil || x.blockers > 1 || x.blocked.temporary {
		return nil
	}
	return x.blocked
}

// relieve lends a place of p if its first task is stuck for want of one.
func (g *waitGraph) relieve(p *Pool) {
	p.mu.Lock()
	j := p.head
	p.mu.Unlock()
	if j == nil {
		return
	}
	g.mu.Lock()
	g.relieveFrom(j.node())
	g.mu.Unlock()
}

// relieveFrom lends places until root is not stuck for want of one. g.mu is held.
func (g *waitGraph) relieveFrom(root *core) {
	for {
		stuck := search(root, true)
		if stuck == nil || !stuck.lendOne() {
			return
		}
	}
}

// lendOne makes one holder of a place that a stuck pending task needs lend it.
func (s *stuckSet) lendOne() bool {
	try := func(n *vertex) bool {
		if n.free || !n.slot {
			return false
		}
		for _, k := range n.kids {
			if k.blocked != nil && k.blocked.by.worker != nil && !k.blocked.lent {
				k.blocked.lent = true
				k.blocked.by.worker.lend()
				return true
			}
		}
		return false
	}
	if try(s.root) {
		return true
	}
	for _, n := range s.nodes {
		if try(n) {
			return true
		}
	}
	return false
}

// stuckSet is what a search has reached. Its nodes that are not free are stuck.
type stuckSet struct {
	root  *vertex
	nodes map[*core]*vertex // all but root
	slots bool
}

// vertex is a task that is blocked or, if slot is set, pending in a full pool.
type vertex struct {
	core    *core
	blocked *blockage
	slot    bool
	places  []*core // of a slot: the holders
	free    bool
	need    int       // how many kids must become free before it is
	kids    []*vertex // what it waits for
	parents []*vertex // what waits for it
}

// search returns nil if root is not stuck, otherwise what it depends on. With slots, pending tasks of full pools count as waiting
// for a place. graph.mu is held.
//
// The cost is that of one look at the first free future for a wait for any, one at each future for a wait for all, and beyond
// that proportional to the blocked tasks and waits that root depends on.
func search(root *core, slots bool) *stuckSet {
	// Most waits are for one future that is free. Those are settled here, without an allocation.
	if b := root.blockage(); b != nil && b.one != nil && b.one.plainlyFree(slots) {
		return nil
	}
	s := &stuckSet{slots: slots}
	first := s.vertex(root)
	if first == nil {
		return nil
	}
	s.root = first
	todo := []*vertex{first}
	var free []*vertex
	for len(todo) > 0 {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		todo = s.expand(n, todo)
		if n.free {
			if n == first {
				return nil
			}
			free = append(free, n)
		}
	}
	for len(free) > 0 {
		n := free[len(free)-1]
		free = free[:len(free)-1]
		for _, parent := range n.parents {
			if parent.free {
				continue
			}
			if parent.need--; parent.need <= 0 {
				parent.free = true
				free = append(free, parent)
			}
		}
	}
	if first.free {
		return nil
	}
	return s
}

// plainlyFree reports that vertex would return nil. It may return false when it would, too.
func (c *core) plainlyFree(slots bool) bool {
	switch c.state() {
	case Running:
		return c.blockage() == nil
	case Pending, Cancelled:
		return !slots || c.pool == nil || c.pool.holders() == nil
	}
	return true
}

// vertex returns a new vertex for c, or nil if c is plainly free: running, done, settled by hand, or sure to be started.
func (s *stuckSet) vertex(c *core) *vertex {
	switch c.state() {
	case Running:
		if b := c.blockage(); b != nil {
			return &vertex{core: c, blocked: b}
		}
	case Pending, Cancelled:
		if !s.slots || c.pool == nil {
			return nil
		}
		if places := c.pool.holders(); places != nil {
			return &vertex{core: c, slot: true, places: places}
		}
	}
	return nil
}

// expand finds what n waits for, appends what is new to todo, and notes if n is free already.
func (s *stuckSet) expand(n *vertex, todo []*vertex) []*vertex {
	visit := func(c *core, all bool) bool {
		k := s.nodes[c]
		if c == s.root.core {
			k = s.root
		}
		if k == nil {
			if k = s.vertex(c); k == nil { // free
				n.free = !all
				return all
			}
			if s.nodes == nil { // most searches end before
				s.nodes = map[*core]*vertex{}
			}
			s.nodes[c] = k
			todo = append(todo, k)
		}
		k.parents = append(k.parents, n)
		n.kids = append(n.kids, k)
		return true
	}
	if n.slot {
		for _, c := range n.places {
			if !visit(c, false) {
				return todo
			}
		}
		n.need = 1
		n.free = len(n.kids) == 0
		return todo
	}
	b := n.blocked
	all := b.cond == AllCompleted
	over := b.each(func(c *core) bool {
		if st := c.state(); st.Settled() || b.early && st.Done() {
			// An end that the waiter has only to notice.
			if b.cond == FirstCompleted || b.cond == FirstException && c.failed() {
				n.free = true
				return false
			}
			return true
		}
		return visit(c, all)
	})
	n.need = 1
	if all {
		n.need = len(n.kids)
	}
	n.free = n.free || over || len(n.kids) == 0
	return todo
}

// cycle returns the shortest cycle of stuck tasks through root, root first. It returns nil if root is not stuck, or stuck only
// because it waits for a FirstException wait that is about to look again and find itself in a cycle (recheck).
func (s *stuckSet) cycle() []*core {
	if s == nil {
		return nil
	}
	from := map[*vertex]*vertex{}
	queue := []*vertex{s.root}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for _, k := range n.kids {
			if k == s.root {
				var path []*core
				for v := n; ; v = from[v] {
					path = append(path, v.core)
					if v == s.root {
						break
					}
				}
				for i, j := 0, len(path)-1; i < j; i, j = i+1, j-1 {
					path[i], path[j] = path[j], path[i]
				}
				return path
			}
			if _, seen := from[k]; !seen && !k.free {
				from[k] = n
				queue = append(queue, k)
			}
		}
	}
	return nil
}

// wait blocks on one future.
func (c *core) wait(ctx context.Context, by party) error {
	if ctx.Err() != nil {
		return &WaitError{context.Cause(ctx)}
	}
	if by.worker == nil && by.task == nil {
		if !c.park(ctx.Done(), true) {
			return &WaitError{context.Cause(ctx)}
		}
		return nil
	}
	b := &blockage{by: by, cond: AllCompleted, early: true, one: c}
	if err := graph.enter(ctx, b); err != nil {
		return err
	}
	defer graph.leave(b)
	if !c.park(ctx.Done(), true) {
		return &WaitError{context.Cause(ctx)}
	}
	return nil
}

// await blocks until the pool's channel end is closed.
func (p *Pool) await(ctx context.Context, end <-chan struct{}) error {
	select {
	case <-end:
		return nil
	default:
	}
	if ctx.Err() != nil {
		return &WaitError{context.Cause(ctx)}
	}
	by := partyOf(ctx)
	if w := by.worker; w != nil && w.pool == p && by.task == nil {
		// A callback on the worker that the pool would have to wait for. The graph knows tasks only.
		return &DeadlockError{Tasks: []TaskInfo{{Name: fmt.Sprintf("a callback on worker %d", w.index), Pool: p.opts.Name}}}
	}
	b := &blockage{by: by, cond: AllCompleted, pool: p, end: end}
	if err := graph.enter(ctx, b); err != nil {
		return err
	}
	defer graph.leave(b)
	select {
	case <-end:
		return nil
	case <-ctx.Done():
		return &WaitError{context.Cause(ctx)}
	}
}
