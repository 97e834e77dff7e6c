package pool

import (
	"errors"
	"io"
	"math/rand/v2"
	"testing"
)

// world is a set of running tasks that wait for each other, and a brute-force oracle of who is stuck.
type world struct {
	t     testing.TB
	tasks []*Future[int]
	waits map[*core]*blockage
	sets  map[*core][]*core // what each blockage was made from
}

func newWorld(t testing.TB, n int) *world {
	w := &world{t: t, waits: map[*core]*blockage{}, sets: map[*core][]*core{}}
	for range n {
		f := NewFuture[int]()
		if ok, err := f.SetRunningOrNotifyCancel(); !ok || err != nil {
			t.Fatal(ok, err)
		}
		w.tasks = append(w.tasks, f)
	}
	return w
}

// stuck is the oracle: assume that all that are blocked are stuck, and free those that cannot be until nothing changes.
func (w *world) stuck() map[*core]bool {
	stuck := map[*core]bool{}
	for c, b := range w.waits {
		stuck[c] = !b.temporary
	}
	for changed := true; changed; {
		changed = false
		for c, b := range w.waits {
			if stuck[c] && !w.mustStay(b, w.sets[c], stuck) {
				stuck[c] = false
				changed = true
			}
		}
	}
	return stuck
}

func (w *world) mustStay(b *blockage, targets []*core, stuck map[*core]bool) bool {
	anyStuck, allStuck := false, true
	for _, c := range targets {
		if c.state() == Finished {
			if b.cond == FirstCompleted || b.cond == FirstException && c.failed() {
				return false
			}
			continue
		}
		anyStuck = anyStuck || stuck[c]
		allStuck = allStuck && stuck[c]
	}
	if b.cond == AllCompleted {
		return anyStuck
	}
	return anyStuck && allStuck
}

// block makes a task wait, and compares what the graph says with the oracle.
func (w *world) block(f *Future[int], cond Condition, targets []*core, kind int) {
	c := &f.core
	b := &blockage{by: party{task: c}, cond: cond}
	switch {
	case kind == 0 && len(targets) == 1:
		b.one, b.cond, b.early = targets[0], AllCompleted, true
	case kind == 1:
		var fs []*Future[int]
		for _, t := range targets {
			for _, f := range w.tasks {
				if &f.core == t {
					fs = append(fs, f)
				}
			}
		}
		b.set = newWatch(unique(fs))
		if b.set.met(cond, 0) {
			b.set.close()
			return
		}
	default:
		b.cores = targets
	}
	w.waits[c], w.sets[c] = b, targets
	want := w.stuck()[c]
	err := graph.enter(bg, b)
	w.compare(c, err, want)
	w.nobodyIsStuck()
}

// compare checks an answer of the graph for c's wait against the oracle's, and drops the wait if it was refused.
func (w *world) compare(c *core, err error, want bool) {
	var de *DeadlockError
	if got := errors.As(err, &de); got != want {
		w.t.Fatalf("the graph says deadlock=%v, the oracle %v", got, want)
	}
	if err == nil {
		return
	}
	if len(de.Tasks) == 0 {
		w.t.Fatal("an empty cycle")
	}
	w.drop(c)
}

// nobodyIsStuck checks that what the graph lets wait can go on.
func (w *world) nobodyIsStuck() {
	for _, s := range w.stuck() {
		if s {
			w.t.Fatal("a task is stuck, and no wait was refused")
		}
	}
}

func (w *world) drop(c *core) {
	if b := w.waits[c]; b.set != nil {
		b.set.close()
	}
	delete(w.waits, c)
	delete(w.sets, c)
}

// finish completes a task that is not blocked; waits that are over leave, and those for a first exception look again.
func (w *world) finish(f *Future[int], fail bool) {
	if fail {
		_ = f.SetError(io.EOF)
	} else {
		_ = f.SetResult(1)
	}
	for _, f := range w.tasks {
		c := &f.core
		b := w.waits[c]
		if b == nil {
			continue
		}
		pending, first := false, false
		for _, t := range w.sets[c] {
			pending = pending || t.state() != Finished
			first = first || t.state() == Finished && (b.cond == FirstCompleted || t.failed())
		}
		if !pending || b.cond != AllCompleted && first {
			graph.leave(b)
			w.drop(c)
			continue
		}
		if b.cond == FirstException {
			// Several may be stuck at once, and one that only waits for another's cycle is not refused.
			stuck := w.stuck()[c]
			if err := graph.recheck(b); err != nil {
				w.compare(c, err, stuck)
			}
		}
	}
	w.nobodyIsStuck()
}

// play makes a world live by the bytes given.
func play(t testing.TB, data []byte) {
	next := func() int {
		if len(data) == 0 {
			return -1
		}
		v := int(data[0])
		data = data[1:]
		return v
	}
	w := newWorld(t, 2+max(0, next())%9)
	conds := []Condition{AllCompleted, AllCompleted, FirstCompleted, FirstException}
	for {
		op := next()
		if op < 0 {
			break
		}
		f := w.tasks[max(0, next())%len(w.tasks)]
		if w.waits[&f.core] != nil || f.State() != Running {
			continue
		}
		switch op % 8 {
		case 0:
			w.finish(f, op&8 != 0)
		default:
			var targets []*core
			for range 1 + max(0, next())%3 {
				targets = append(targets, &w.tasks[max(0, next())%len(w.tasks)].core)
			}
			over := true
			for _, t := range targets {
				over = over && t.state() == Finished
			}
			if !over {
				w.block(f, conds[op/8%4], targets, op/32%3)
			}
		}
	}
	for c, b := range w.waits {
		graph.leave(b)
		w.drop(c)
	}
	for _, f := range w.tasks {
		if x := f.ext.Load(); x != nil && (x.blocked != nil || x.blockers != 0) {
			t.Fatal("a blockage is left")
		}
	}
}

func FuzzCyclesAgainstBruteForce(f *testing.F) {
	f.Add([]byte{3, 1, 0, 0, 1, 1, 1, 0, 0})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 4096 {
			return
		}
		play(t, data)
	})
}

func TestCyclesAgainstBruteForce(t *testing.T) {
	seed := rand.Uint64()
	r := rand.New(rand.NewPCG(seed, 0))
	n := 3000
	if raceEnabled {
		n = 300
	}
	for range n {
		data := make([]byte, 10+r.IntN(300))
		for i := range data {
			data[i] = byte(r.Uint32())
		}
		play(t, data)
	}
	if t.Failed() {
		t.Log("seed", seed)
	}
}
