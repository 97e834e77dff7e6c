package pool

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestNestedSubmitsOnAFullPoolFinish(t *testing.T) {
	for _, workers := range []int{1, 2, 5} {
		p := newPool(t, workers)
		var down func(depth int) func(context.Context) (int, error)
		down = func(depth int) func(context.Context) (int, error) {
			return func(ctx context.Context) (int, error) {
				if depth == 0 {
					return 1, nil
				}
				a, b := Submit(p, down(depth-1)), Submit(p, down(depth-1))
				x, err := a.Result(ctx)
				if err != nil {
					return 0, err
				}
				y, err := b.Result(ctx)
				return x + y, err
			}
		}
		if v, err := Submit(p, down(8)).Result(short(t)); v != 256 || err != nil {
			t.Fatal(v, err, p.Stats())
		}
	}
}

func TestLentPlacesAreTakenBack(t *testing.T) {
	const workers = 2
	p := newPool(t, workers)
	f := Submit(p, func(ctx context.Context) (int, error) {
		var fs []*Future[int]
		for range 20 {
			fs = append(fs, Submit(p, value(1)))
		}
		for _, f := range fs {
			if err := f.Err(ctx); err != nil {
				return 0, err
			}
		}
		return 0, nil
	})
	if err := f.Err(short(t)); err != nil {
		t.Fatal(err)
	}
	var now, most atomic.Int32
	for range 100 {
		Submit(p, func(context.Context) (int, error) {
			if n := now.Add(1); n > most.Load() {
				most.Store(n)
			}
			time.Sleep(100 * time.Microsecond)
			now.Add(-1)
			return 0, nil
		})
	}
	p.Wait(short(t))
	if s := p.Stats(); most.Load() > workers || s.Workers > workers || s.Lent != 0 {
		t.Fatal(most.Load(), p.Stats())
	}
}

// two makes two tasks that wait for each other's future, the second closing the cycle.
func TestTwoTasksThatWaitForEachOtherAreACycleThatNamesBoth(t *testing.T) {
	var told atomic.Int32
	p := newPoolWith(t, Options{MaxWorkers: 2, Name: "duo", Events: EventListener{Deadlock: func(*DeadlockError) { told.Add(1) }}})
	var a, b *Future[int]
	ready := make(chan struct{})
	a = SubmitTask(p, Describe("waiting_b", func() string { return "script.py:17" }, func(ctx context.Context) (int, error) {
		<-ready
		return b.Result(ctx)
	}))
	b = SubmitTask(p, Describe("waiting_a", func() string { return "script.py:18" }, func(ctx context.Context) (int, error) {
		<-ready
		for p.Stats().Lent == 0 { // a waits
			time.Sleep(time.Millisecond)
		}
		return a.Result(ctx)
	}))
	close(ready)
	var da, db *DeadlockError
	if err := b.Err(short(t)); !errors.As(err, &db) {
		t.Fatal(err)
	}
	if err := a.Err(short(t)); !errors.As(err, &da) || da != db {
		t.Fatal("the other wait must see the outcome of the task that got the error", da, db)
	}
	want := "deadlock: waiting_a (submitted at script.py:18) waits for waiting_b (submitted at script.py:17), which waits for waiting_a"
	if db.Error() != want || told.Load() != 1 {
		t.Fatalf("%v\n%d", db, told.Load())
	}
}

func TestATaskThatWaitsForItselfIsACycleOfOne(t *testing.T) {
	p := newPool(t, 1)
	self := make(chan *Future[int], 1)
	f := Submit(p, func(ctx context.Context) (int, error) { return (<-self).Result(ctx) })
	self <- f
	var de *DeadlockError
	if err := f.Err(short(t)); !errors.As(err, &de) || len(de.Tasks) != 1 || !strings.HasSuffix(de.Error(), "waits for itself") {
		t.Fatal(err)
	}
}

func TestWaitForAllFindsACycleThroughAnyOfThem(t *testing.T) {
	p := newPool(t, 1)
	self := make(chan *Future[int], 1)
	f := Submit(p, func(ctx context.Context) (int, error) {
		_, _, err := Wait(ctx, []*Future[int]{Submit(p, value(1)), <-self, Submit(p, value(2))}, AllCompleted)
		return 0, err
	})
	self <- f
	if err := f.Err(short(t)); !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
}

func TestWaitForTheFirstIsNoCycleWhileOneMayComplete(t *testing.T) {
	p := newPool(t, 1)
	self := make(chan *Future[int], 1)
	f := Submit(p, func(ctx context.Context) (int, error) {
		me := <-self
		other := Submit(p, value(5))
		done, _, err := Wait(ctx, []*Future[int]{me, other}, FirstCompleted)
		if err != nil || len(done) != 1 || done[0] != other {
			return 0, fmt.Errorf("%v %w", done, err)
		}
		if _, _, err := Wait(ctx, []*Future[int]{me, me}, FirstCompleted); !errors.As(err, new(*DeadlockError)) {
			return 0, fmt.Errorf("waiting for the first of itself alone: %v", err)
		}
		return 1, nil
	})
	self <- f
	if v, err := f.Result(short(t)); v != 1 || err != nil {
		t.Fatal(v, err)
	}
}

func TestFirstExceptionBecomesACycleWhenTheLastFreeOneCompletes(t *testing.T) {
	p := newPool(t, 2)
	self := make(chan *Future[int], 1)
	f := Submit(p, func(ctx context.Context) (int, error) {
		me := <-self
		other := Submit(p, func(context.Context) (int, error) { time.Sleep(10 * time.Millisecond); return 1, nil })
		_, _, err := Wait(ctx, []*Future[int]{me, other}, FirstException)
		return 0, err
	})
	self <- f
	if err := f.Err(short(t)); !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
}

func TestAManualFutureIsNoCycle(t *testing.T) {
	p := newPool(t, 1)
	m := NewFuture[int]()
	f := Submit(p, func(ctx context.Context) (int, error) { return m.Result(ctx) })
	time.Sleep(5 * time.Millisecond)
	_ = m.SetResult(4)
	if v, err := f.Result(short(t)); v != 4 || err != nil {
		t.Fatal(v, err)
	}
}

func TestAWaitWithADeadlineIsNoPartOfACycle(t *testing.T) {
	p := newPool(t, 2)
	var a, b *Future[int]
	ready := make(chan struct{})
	a = Submit(p, func(ctx context.Context) (int, error) {
		<-ready
		ctx, cancel := context.WithTimeout(ctx, 30*time.Millisecond)
		defer cancel()
		if err := b.Err(ctx); !errors.Is(err, context.DeadlineExceeded) {
			return 0, fmt.Errorf("want the deadline, got %v", err)
		}
		return 1, nil
	})
	b = Submit(p, func(ctx context.Context) (int, error) {
		<-ready
		time.Sleep(5 * time.Millisecond)
		return a.Result(ctx)
	})
	close(ready)
	if v, err := b.Result(short(t)); v != 1 || err != nil {
		t.Fatal(v, err)
	}
}

func TestAPoolWithADeadlineStillFindsCycles(t *testing.T) {
	p := newPoolWith(t, Options{MaxWorkers: 1, Context: short(t)})
	self := make(chan *Future[int], 1)
	f := Submit(p, func(ctx context.Context) (int, error) { return (<-self).Result(ctx) })
	self <- f
	if err := f.Err(short(t)); !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
}

func TestADoneCallbackMayWait(t *testing.T) {
	p := newPoolWith(t, Options{MaxWorkers: 1, WorkerStart: func(w *Worker) error { w.SetValue(w.Context()); return nil }})
	gate := make(chan struct{})
	result := NewFuture[int]()
	var ctx context.Context
	f := Submit(p, func(taskCtx context.Context) (int, error) {
		ctx = CurrentWorker(taskCtx).Value().(context.Context)
		<-gate
		return 1, nil
	})
	g := Submit(p, value(6))
	f.OnDone(func(f *Future[int]) { // runs on the pool's only worker, which lends its place
		if err := f.Err(ctx); err != nil {
			t.Error("a callback waits for its own future", err)
		}
		v, err := g.Result(ctx)
		if err != nil {
			t.Error(err)
		}
		_ = result.SetResult(v)
	})
	close(gate)
	if v, err := result.Result(short(t)); v != 6 || err != nil {
		t.Fatal(v, err)
	}
}

func TestADetachedGoroutineMayWaitForItsOwnTask(t *testing.T) {
	p := newPool(t, 1)
	self, got := make(chan *Future[int], 1), make(chan error, 1)
	f := Submit(p, func(ctx context.Context) (int, error) {
		me := <-self
		go func() { got <- me.Err(Detach(ctx)) }()
		return 1, nil
	})
	self <- f
	if err := <-got; err != nil {
		t.Fatal(err)
	}
	f.Wait(short(t))
}

func TestAContextThatOutlivesItsTaskIsNobodys(t *testing.T) {
	p := newPool(t, 1)
	f := Submit(p, func(ctx context.Context) (context.Context, error) { return ctx, nil })
	ctx, err := f.Result(short(t))
	if err != nil {
		t.Fatal(err)
	}
	g := Submit(p, func(context.Context) (int, error) { time.Sleep(time.Millisecond); return 1, nil })
	if v, err := g.Result(ctx); v != 1 || err != nil {
		t.Fatal(v, err)
	}
	if s := p.Stats(); s.Lent != 0 {
		t.Fatalf("%+v", s)
	}
}

func TestShutdownFromATaskOfThePoolIsACycle(t *testing.T) {
	p := newPool(t, 1)
	f := Submit(p, func(ctx context.Context) (int, error) { return 0, p.Wait(ctx) })
	if err := f.Err(short(t)); !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
	f = Submit(p, func(ctx context.Context) (int, error) { return 0, p.Shutdown(ctx, 0) })
	if err := f.Err(short(t)); !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
}

func TestShutdownFromADoneCallbackOnTheWorkerIsRefused(t *testing.T) {
	p := newPool(t, 1)
	got := make(chan error, 1)
	gate := make(chan struct{})
	var ctx context.Context
	f := Submit(p, func(taskCtx context.Context) (int, error) {
		ctx = CurrentWorker(taskCtx).Context()
		<-gate
		return 1, nil
	})
	f.OnDone(func(*Future[int]) { got <- p.Shutdown(ctx, 0) })
	close(gate)
	if err := <-got; !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
}

func TestACycleThroughAThreadThatIsNoPoolsIsFound(t *testing.T) {
	p := newPool(t, 1)
	thread := NewFutureOf[int](Describe("Thread-1", nil, value(0)))
	if ok, err := thread.SetRunningOrNotifyCancel(); !ok || err != nil {
		t.Fatal(ok, err)
	}
	f := SubmitTask(p, Describe("joiner", nil, func(ctx context.Context) (int, error) { return 5, thread.Wait(ctx) }))
	waits := func() bool {
		graph.mu.Lock()
		defer graph.mu.Unlock()
		x := f.ext.Load()
		return x != nil && x.blocked != nil
	}
	for !waits() {
		time.Sleep(time.Millisecond)
	}
	_, err := f.ResultFrom(bg, thread.Task())
	if err == nil || err.Error() != "deadlock: Thread-1 waits for joiner, which waits for Thread-1" {
		t.Fatal(err)
	}
	_ = thread.SetResult(0)
	if v, err := f.Result(short(t)); v != 5 || err != nil {
		t.Fatal(v, err)
	}
}

func TestANameThatPanicsDoesNotHideTheCycle(t *testing.T) {
	p := newPool(t, 1)
	self := make(chan *Future[int], 1)
	f := SubmitTask(p, Describe("n", func() string { panic("where") }, func(ctx context.Context) (int, error) { return (<-self).Result(ctx) }))
	self <- f
	if err := f.Err(short(t)); !errors.As(err, new(*DeadlockError)) || !strings.Contains(err.Error(), "task 1") {
		t.Fatal(err)
	}
}

func TestShutdownOfAnInnerPoolWhoseTaskWaitsForTheOuterTaskIsACycle(t *testing.T) {
	outer := newPool(t, 2)
	self := make(chan *Future[int], 1)
	f := Submit(outer, func(ctx context.Context) (int, error) {
		me := <-self
		inner := MustNew(Options{MaxWorkers: 1, Name: "inner"})
		g := Submit(inner, func(ctx context.Context) (int, error) { return me.Result(ctx) })
		err := inner.Shutdown(ctx, 0) // one of the two closes the cycle
		if err == nil {
			err = g.Err(ctx)
		}
		return 0, err
	})
	self <- f
	if err := f.Err(short(t)); !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
}

func TestACycleThroughTwoPoolsIsFound(t *testing.T) {
	p, q := newPool(t, 1), newPool(t, 1)
	var a, b *Future[int]
	ready := make(chan struct{})
	a = Submit(p, func(ctx context.Context) (int, error) { <-ready; return b.Result(ctx) })
	b = Submit(q, func(ctx context.Context) (int, error) { <-ready; return a.Result(ctx) })
	close(ready)
	if err := a.Err(short(t)); !errors.As(err, new(*DeadlockError)) {
		t.Fatal(err)
	}
	b.Wait(short(t))
}

func TestAPlaceIsLentToAnotherPoolOnlyWhenNothingElseHelps(t *testing.T) {
	p, q := newPool(t, 1), newPool(t, 1)
	// A limit of one across a wait for another pool: p's tasks must not overlap.
	var inside, overlap atomic.Int32
	for range 20 {
		Submit(p, func(ctx context.Context) (int, error) {
			if inside.Add(1) > 1 {
				overlap.Add(1)
			}
			defer inside.Add(-1)
			return Submit(q, func(context.Context) (int, error) { time.Sleep(100 * time.Microsecond); return 1, nil }).Result(ctx)
		})
	}
	p.Wait(short(t))
	if overlap.Load() > 0 {
		t.Fatal("a place was lent without need")
	}
	// There and back again: without lending this hangs.
	f := Submit(p, func(ctx context.Context) (int, error) {
		return Submit(q, func(ctx context.Context) (int, error) {
			return Submit(p, value(3)).Result(ctx)
		}).Result(ctx)
	})
	if v, err := f.Result(short(t)); v != 3 || err != nil {
		t.Fatal(v, err)
	}
}

func TestFirstExceptionLendsAPlaceWhenTheLastFreeOneCompletes(t *testing.T) {
	p, q := newPool(t, 1), newPool(t, 1)
	outer := make(chan *Future[int], 1)
	f := Submit(p, func(ctx context.Context) (int, error) {
		me := <-outer
		started := make(chan struct{})
		holder := Submit(q, func(ctx context.Context) (int, error) { close(started); return me.Result(ctx) })
		<-started
		queued := Submit(q, func(context.Context) (int, error) { return 0, errBoom })
		own := Submit(p, func(context.Context) (int, error) { time.Sleep(10 * time.Millisecond); return 1, nil })
		// own completes; then only queued can end the wait, and holder must lend its place to it.
		done, notDone, err := Wait(ctx, []*Future[int]{queued, own, holder}, FirstException)
		if err != nil || len(done) != 2 || len(notDone) != 1 {
			return 0, fmt.Errorf("%v %v %w", done, notDone, err)
		}
		return 1, nil
	})
	outer <- f
	if v, err := f.Result(short(t)); v != 1 || err != nil {
		t.Fatal(v, err)
	}
}

var errBoom = errors.New("boom")

func TestWaitsInTheNameOfATaskGivenByHandle(t *testing.T) {
	p := newPool(t, 1)
	self := make(chan *Future[int], 1)
	f := Submit(p, func(ctx context.Context) (int, error) {
		me, task := <-self, CurrentTask(ctx)
		v, err := Submit(p, value(2)).ResultFrom(bg, task) // lends, though bg knows nothing
		if v != 2 || err != nil {
			return 0, err
		}
		if err := me.WaitFrom(bg, task); !errors.As(err, new(*DeadlockError)) {
			return 0, fmt.Errorf("handle: %w", err)
		}
		if err := me.Wait(WithTask(bg, task)); !errors.As(err, new(*DeadlockError)) {
			return 0, fmt.Errorf("context: %w", err)
		}
		return 1, nil
	})
	self <- f
	if v, err := f.Result(short(t)); v != 1 || err != nil {
		t.Fatal(v, err)
	}
}

func ExampleDeadlockError() {
	p := MustNew(Options{MaxWorkers: 2})
	defer p.Close()
	self := make(chan *Future[int], 1)
	f := SubmitTask(p, Describe("ouroboros", nil, func(ctx context.Context) (int, error) {
		f := <-self
		return f.Result(ctx)
	}))
	self <- f
	_, err := f.Result(context.Background())
	fmt.Println(err)
	// Output: deadlock: ouroboros waits for itself
}
