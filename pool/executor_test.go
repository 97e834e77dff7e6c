package pool

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func TestOptionsAreCheckedAndFilledIn(t *testing.T) {
	if _, err := New(Options{MaxWorkers: -1}); err == nil {
		t.Fatal("negative MaxWorkers accepted")
	}
	p := newPoolWith(t, Options{})
	if p.opts.MaxWorkers != DefaultMaxWorkers() || p.Name() != "pool" {
		t.Fatalf("%+v", p.opts)
	}
}

func TestNoGoroutineBeforeTheFirstTaskAndAnIdleOneIsReused(t *testing.T) {
	p := newPool(t, 10)
	if s := p.Stats(); s.Workers != 0 {
		t.Fatalf("%+v", s)
	}
	for range 20 {
		if _, err := Submit(p, value(1)).Result(short(t)); err != nil {
			t.Fatal(err)
		}
		for p.Stats().Idle == 0 {
			runtime.Gosched()
		}
	}
	if s := p.Stats(); s.Workers != 1 {
		t.Fatalf("sequential tasks started more than one worker: %+v", s)
	}
}

func TestTasksStartInOrderOfSubmission(t *testing.T) {
	p := newPool(t, 1)
	var got []int
	gate := make(chan struct{})
	Submit(p, func(context.Context) (int, error) { <-gate; return 0, nil })
	for i := range 100 {
		Submit(p, func(context.Context) (int, error) { got = append(got, i); return 0, nil })
	}
	close(gate)
	if err := p.Wait(short(t)); err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(got) || len(got) != 100 {
		t.Fatal(got)
	}
}

func TestAllPlacesAreUsedAndNoMore(t *testing.T) {
	const workers = 7
	p := newPool(t, workers)
	var now, most atomic.Int32
	all := make(chan struct{})
	for i := range 50 {
		Submit(p, func(context.Context) (int, error) {
			n := now.Add(1)
			defer now.Add(-1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			if i < workers { // the first ones meet: all workers must come up
				if n == workers {
					close(all)
				}
				<-all
			}
			return 0, nil
		})
	}
	if err := p.Wait(short(t)); err != nil {
		t.Fatal(err)
	}
	if most.Load() != workers {
		t.Fatalf("%d at once, want %d", most.Load(), workers)
	}
}

func TestShutdownRunsWhatIsQueuedAndRefusesMore(t *testing.T) {
	p := newPool(t, 2)
	var ran atomic.Int32
	for range 100 {
		Submit(p, func(context.Context) (int, error) { ran.Add(1); return 0, nil })
	}
	if err := p.Shutdown(short(t), 0); err != nil {
		t.Fatal(err)
	}
	if ran.Load() != 100 || p.Stats().Workers != 0 {
		t.Fatal(ran.Load(), p.Stats())
	}
	f := Submit(p, value(1))
	if err := f.Err(bg); !errors.Is(err, ErrShutdown) {
		t.Fatal(err)
	}
	if err := SubmitInto(p, new(Future[int]), RunnerFunc[int](value(1))); !errors.Is(err, ErrShutdown) {
		t.Fatal(err)
	}
	if err := p.Shutdown(short(t), CancelPending); err != nil {
		t.Fatal("second shutdown", err)
	}
}

func TestShutdownWithCancelPendingNotifiesSoThatWaitsEnd(t *testing.T) {
	p := newPool(t, 1)
	gate, started := make(chan struct{}), make(chan struct{})
	first := Submit(p, func(context.Context) (int, error) { close(started); <-gate; return 1, nil })
	<-started
	var rest []*Future[int]
	for range 10 {
		rest = append(rest, Submit(p, value(2)))
	}
	rest[3].Cancel() // cancelled before, and still in the queue
	if err := p.Shutdown(bg, CancelPending|NoWait); err != nil {
		t.Fatal(err)
	}
	done, notDone, err := Wait(short(t), rest, AllCompleted)
	if len(done) != 10 || len(notDone) != 0 || err != nil {
		t.Fatal(done, notDone, err)
	}
	for _, f := range rest {
		if f.State() != CancelledAndNotified {
			t.Fatal(f)
		}
	}
	close(gate)
	if v, err := first.Result(short(t)); v != 1 || err != nil {
		t.Fatal("a running task must finish", v, err)
	}
}

func TestShutdownReturnsWhenItsContextEndsAndGoesOn(t *testing.T) {
	p := newPool(t, 1)
	gate := make(chan struct{})
	Submit(p, func(context.Context) (int, error) { <-gate; return 0, nil })
	ctx, cancel := context.WithTimeout(bg, time.Millisecond)
	defer cancel()
	if err := p.Shutdown(ctx, 0); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	close(gate)
	select {
	case <-p.Stopped():
	case <-short(t).Done():
		t.Fatal("did not stop")
	}
}

func TestAnEndedContextCancelsWhatIsPendingAndReachesWhatRuns(t *testing.T) {
	ctx, cancel := context.WithCancelCause(bg)
	p := newPoolWith(t, Options{MaxWorkers: 1, Context: ctx})
	started := make(chan struct{})
	running := Submit(p, func(ctx context.Context) (int, error) {
		close(started)
		<-ctx.Done()
		return 0, context.Cause(ctx)
	})
	<-started
	pending := Submit(p, value(1))
	cancel(io.EOF)
	if err := running.Err(short(t)); err != io.EOF {
		t.Fatal(err)
	}
	if _, _, err := Wait(short(t), []*Future[int]{pending}, AllCompleted); err != nil || pending.State() != CancelledAndNotified {
		t.Fatal(err, pending)
	}
	err := Submit(p, value(1)).Err(bg)
	if !errors.Is(err, ErrShutdown) || !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
}

func TestAnInitializerThatFailsBreaksThePool(t *testing.T) {
	for name, init := range map[string]func(*Worker) error{
		"error":  func(*Worker) error { return io.EOF },
		"panic":  func(*Worker) error { panic(io.EOF) },
		"goexit": func(*Worker) error { runtime.Goexit(); return nil },
	} {
		t.Run(name, func(t *testing.T) {
			p := newPoolWith(t, Options{MaxWorkers: 2, Initializer: init})
			var fs []*Future[int]
			for range 5 {
				fs = append(fs, Submit(p, value(1)))
			}
			for _, f := range fs {
				err := f.Err(short(t))
				var be *BrokenError
				var ie *InitializerError
				if !errors.As(err, &be) || !errors.As(err, &ie) || !errors.Is(err, ErrBroken) {
					t.Fatal(err)
				}
				if name != "goexit" && !errors.Is(err, io.EOF) {
					t.Fatal(err)
				}
			}
			if err := Submit(p, value(1)).Err(bg); !errors.Is(err, ErrBroken) {
				t.Fatal(err)
			}
			if err := p.Shutdown(short(t), 0); err != nil {
				t.Fatal(err)
			}
			if err := p.Err(); !errors.Is(err, ErrBroken) {
				t.Fatal("a broken pool that is shut down is still broken:", err)
			}
		})
	}
}

func TestBreakFailsWhatIsPendingAndKeepsWhatIsCancelled(t *testing.T) {
	var told int
	p := newPoolWith(t, Options{MaxWorkers: 1, Events: EventListener{Broken: func(*BrokenError) { told++ }}})
	gate, started := make(chan struct{}), make(chan struct{})
	running := Submit(p, func(context.Context) (int, error) { close(started); <-gate; return 1, nil })
	<-started
	pending, cancelled := Submit(p, value(2)), Submit(p, value(3))
	cancelled.Cancel()
	if !p.Break(io.EOF) || p.Break(io.ErrClosedPipe) {
		t.Fatal("a pool breaks once")
	}
	if err := pending.Err(short(t)); !errors.Is(err, io.EOF) || !errors.Is(err, ErrBroken) {
		t.Fatal(err)
	}
	if cancelled.State() != CancelledAndNotified {
		t.Fatal(cancelled)
	}
	close(gate)
	if v, err := running.Result(short(t)); v != 1 || err != nil || told != 1 {
		t.Fatal(v, err, told)
	}
}

func TestASlowStartDoesNotHoldBackOtherWorkers(t *testing.T) {
	const n = 4
	var all sync.WaitGroup
	all.Add(n)
	p := newPoolWith(t, Options{MaxWorkers: n, Initializer: func(*Worker) error { all.Done(); all.Wait(); return nil }})
	for range n {
		Submit(p, value(1))
	}
	if err := p.Wait(short(t)); err != nil {
		t.Fatal(err)
	}
}

func TestWorkerHooksPairAndCarryAValue(t *testing.T) {
	var mu sync.Mutex
	var log []string
	note := func(s string, w *Worker) {
		mu.Lock()
		defer mu.Unlock()
		log = append(log, fmt.Sprint(s, w.Index()))
	}
	p := newPoolWith(t, Options{
		MaxWorkers:  1,
		WorkerStart: func(w *Worker) error { w.SetValue("thread"); note("start", w); return nil },
		Initializer: func(w *Worker) error { note("init", w); return nil },
		WorkerStop:  func(w *Worker) { note(fmt.Sprint("stop ", w.Value(), " "), w) },
	})
	f := Submit(p, func(ctx context.Context) (any, error) { return CurrentWorker(ctx).Value(), nil })
	if v, err := f.Result(short(t)); v != "thread" || err != nil {
		t.Fatal(v, err)
	}
	if err := p.Shutdown(short(t), 0); err != nil {
		t.Fatal(err)
	}
	if want := []string{"start0", "init0", "stop thread 0"}; !slices.Equal(log, want) {
		t.Fatal(log)
	}
}

func TestIdleWorkersEndAfterTheTimeout(t *testing.T) {
	for _, d := range []time.Duration{-1, time.Millisecond} {
		p := newPoolWith(t, Options{MaxWorkers: 3, IdleTimeout: d})
		for range 50 {
			if v, err := Submit(p, value(1)).Result(short(t)); v != 1 || err != nil {
				t.Fatal(v, err)
			}
		}
		deadline := time.Now().Add(10 * time.Second)
		for p.Stats().Workers > 0 {
			if time.Now().After(deadline) {
				t.Fatalf("%v: %+v", d, p.Stats())
			}
			time.Sleep(time.Millisecond)
		}
	}
}

func TestEventsTellTheLifeOfATask(t *testing.T) {
	var mu sync.Mutex
	var log []string
	note := func(s string) { mu.Lock(); log = append(log, s); mu.Unlock() }
	p := newPoolWith(t, Options{MaxWorkers: 1, Events: EventListener{
		TaskSubmitted: func(t *Task) { note("submitted " + t.Name()) },
		TaskStarted:   func(t *Task) { note("started " + t.Name()) },
		TaskFinished:  func(t *Task) { note("finished " + t.Name()) },
		TaskFailed:    func(t *Task, err error) { note("failed " + t.Name() + " " + err.Error()) },
		TaskCancelled: func(i TaskInfo) { note("cancelled " + i.String()) },
		WorkerStarted: func(*Worker) { note("worker started") },
		WorkerStopped: func(*Worker) { note("worker stopped") },
	}})
	gate := make(chan struct{})
	a := SubmitTask(p, Describe("a", nil, func(context.Context) (int, error) { <-gate; return 1, nil }))
	b := SubmitTask(p, Describe("b", func() string { return "x.py:3" }, value(1)))
	c := SubmitTask(p, Describe("c", nil, func(context.Context) (int, error) { return 0, io.EOF }))
	b.Cancel()
	close(gate)
	a.Wait(short(t))
	c.Wait(short(t))
	p.Shutdown(short(t), 0)
	for _, want := range []string{"submitted a", "worker started", "started a", "cancelled b (submitted at x.py:3)", "finished a",
		"started c", "failed c EOF", "worker stopped"} {
		if !slices.Contains(log, want) {
			t.Errorf("missing %q in %q", want, log)
		}
	}
	if slices.Contains(log, "started b") {
		t.Errorf("a cancelled task was started: %q", log)
	}
}

func TestEventListenersThatPanicDoNoHarm(t *testing.T) {
	var caught atomic.Int32
	boom := func() { panic("boom") }
	p := newPoolWith(t, Options{MaxWorkers: 1, WorkerStop: func(*Worker) { boom() }, Events: EventListener{
		TaskSubmitted:    func(*Task) { boom() },
		TaskStarted:      func(*Task) { boom() },
		TaskFinished:     func(*Task) { boom() },
		WorkerStarted:    func(*Worker) { boom() },
		CallbackPanicked: func(*PanicError) { caught.Add(1) },
	}})
	if v, err := Submit(p, value(1)).Result(short(t)); v != 1 || err != nil {
		t.Fatal(v, err)
	}
	p.Shutdown(short(t), 0)
	if caught.Load() != 5 {
		t.Fatal(caught.Load())
	}
}

func TestSubmitIntoMakesAStructItsOwnFuture(t *testing.T) {
	type object struct {
		Future[string]
		name string
	}
	p := newPool(t, 1)
	o := &object{name: "o"}
	if err := SubmitInto(p, &o.Future, RunnerFunc[string](value("v"))); err != nil {
		t.Fatal(err)
	}
	if err := SubmitInto(p, &o.Future, RunnerFunc[string](value("w"))); !errors.As(err, new(*InvalidStateError)) {
		t.Fatal("a future was submitted twice:", err)
	}
	done, _, err := Wait(short(t), []*object{o, o}, AllCompleted)
	if err != nil || len(done) != 1 || done[0].name != "o" {
		t.Fatal(done, err)
	}
}

func TestNilTasksFailTheirFuture(t *testing.T) {
	p := newPool(t, 1)
	if err := Submit[int](p, nil).Err(bg); !errors.Is(err, ErrNilTask) {
		t.Fatal(err)
	}
	if err := SubmitTask[int](p, nil).Err(bg); !errors.Is(err, ErrNilTask) {
		t.Fatal(err)
	}
}

func TestAFutureSettledByHandWhileQueuedIsNotRun(t *testing.T) {
	p := newPool(t, 1)
	gate := make(chan struct{})
	Submit(p, func(context.Context) (int, error) { <-gate; return 0, nil })
	f := Submit(p, func(context.Context) (int, error) { t.Error("ran"); return 0, nil })
	if err := f.SetResult(9); err != nil {
		t.Fatal(err)
	}
	close(gate)
	p.Wait(short(t))
	if v, err := f.Result(bg); v != 9 || err != nil {
		t.Fatal(v, err)
	}
}

// A pending task may cost 100 bytes and two allocations, the caller's closure included.
func TestAPendingTaskCostsAtMost100BytesAnd2Allocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	p := newPool(t, 1)
	gate := make(chan struct{})
	Submit(p, func(context.Context) (int, error) { <-gate; return 0, nil })
	const n = 20000
	measure := func(submit func(i int)) (bytes, allocs float64) {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for i := range n {
			submit(i)
		}
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc-before.TotalAlloc) / n, float64(after.Mallocs-before.Mallocs) / n
	}
	check := func(what string, submit func(i int)) {
		bytes, allocs := measure(submit)
		t.Logf("%s: %.1f bytes, %.2f allocations", what, bytes, allocs)
		if bytes > 100.5 || allocs > 2.05 {
			t.Errorf("%s: %.1f bytes, %.2f allocations", what, bytes, allocs)
		}
	}
	check("int", func(i int) { Submit(p, func(context.Context) (int, error) { return i, nil }) })
	check("any", func(i int) { Submit(p, func(context.Context) (any, error) { return i, nil }) })
	check("string", func(i int) { Submit(p, func(context.Context) (string, error) { return "x"[:i&1], nil }) })
	runner := Describe("named", func() string { return "here" }, value[any](1))
	check("named, runner shared", func(i int) { SubmitTask(p, runner) })
	close(gate)
	p.Wait(short(t))
}

func ExampleSubmit() {
	p := MustNew(Options{MaxWorkers: 4})
	defer p.Close()
	f := Submit(p, func(ctx context.Context) (int, error) { return 6 * 7, nil })
	v, err := f.Result(context.Background())
	fmt.Println(v, err)
	// Output: 42 <nil>
}

func ExampleSubmitTask() {
	p := MustNew(Options{MaxWorkers: 1, Name: "crawler"})
	defer p.Close()
	f := SubmitTask(p, Describe("fetch", func() string { return "crawl.go:12" }, func(ctx context.Context) (string, error) {
		t := CurrentTask(ctx)
		return t.Info().String(), nil
	}))
	fmt.Println(f.Result(context.Background()))
	// Output: fetch (submitted at crawl.go:12) <nil>
}

func TestTenThousandSleepersSleepAtOnce(t *testing.T) {
	n := 10_000
	if raceEnabled {
		n = 1000 // the detector allows 8,128 goroutines
	}
	p := newPool(t, n)
	start := time.Now()
	for range n {
		Submit(p, func(context.Context) (int, error) { time.Sleep(100 * time.Millisecond); return 1, nil })
	}
	if err := p.Wait(short(t)); err != nil {
		t.Fatal(err, p.Stats())
	}
	if d := time.Since(start); d > 5*time.Second {
		t.Fatalf("%d sleepers of 100 ms took %v", n, d)
	}
}
