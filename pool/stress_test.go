package pool

import (
	"context"
	"errors"
	"io"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Everything at once, on two small pools: nested submits, waits of all kinds in and out of tasks, cancelling, callbacks, panics,
// timeouts, and a shutdown in the midst of it. Afterwards every future is settled, every callback has run once, and no worker
// is left (TestMain looks for goroutines).
func TestStress(t *testing.T) {
	rounds := 60
	if testing.Short() {
		rounds = 10
	}
	for round := range rounds {
		stress(t, rand.New(rand.NewPCG(rand.Uint64(), uint64(round))))
	}
}

func stress(t *testing.T, r *rand.Rand) {
	parent, end := context.WithCancel(bg)
	defer end()
	opts := Options{MaxWorkers: 1 + r.IntN(4), Context: parent}
	if r.IntN(3) == 0 {
		opts.IdleTimeout = time.Duration(r.IntN(200)) * time.Microsecond
	}
	if r.IntN(3) == 0 {
		opts.WorkerStart = func(*Worker) error { time.Sleep(10 * time.Microsecond); return nil }
	}
	var started, ended atomic.Int64
	var running sync.Map // *Task: a task that is queued when its pool breaks fails without a start
	opts.Events.TaskStarted = func(t *Task) { started.Add(1); running.Store(t, true) }
	opts.Events.TaskFinished = func(*Task) { ended.Add(1) }
	opts.Events.TaskFailed = func(t *Task, _ error) {
		if _, ok := running.LoadAndDelete(t); ok {
			ended.Add(1)
		}
	}
	pools := []*Pool{MustNew(opts), MustNew(opts)}

	var (
		mu        sync.Mutex
		all       []*Future[int]
		accepted  atomic.Int64
		callbacks atomic.Int64
	)
	remember := func(f *Future[int]) {
		accepted.Add(1)
		f.OnDone(func(*Future[int]) { callbacks.Add(1) })
		mu.Lock()
		all = append(all, f)
		mu.Unlock()
	}
	some := func(r *rand.Rand) *Future[int] {
		mu.Lock()
		defer mu.Unlock()
		if len(all) == 0 {
			return nil
		}
		return all[r.IntN(len(all))]
	}
	var task func(seed uint64, depth int) func(context.Context) (int, error)
	step := func(ctx context.Context, r *rand.Rand, depth int) error {
		switch r.IntN(10) {
		case 0:
			if f := some(r); f != nil {
				f.Cancel()
			}
		case 1: // wait for anything: may close a cycle, which must be told
			if f := some(r); f != nil {
				return f.Wait(ctx)
			}
		case 2:
			var fs []*Future[int]
			for range 1 + r.IntN(4) {
				if f := some(r); f != nil {
					fs = append(fs, f)
				}
			}
			c := []Condition{FirstCompleted, FirstException, AllCompleted}[r.IntN(3)]
			_, _, err := Wait(ctx, fs, c)
			return err
		case 3:
			ctx, cancel := context.WithTimeout(ctx, time.Duration(r.IntN(300))*time.Microsecond)
			defer cancel()
			if f := some(r); f != nil {
				return f.Wait(ctx)
			}
		case 4:
			if depth > 2 {
				panic(io.EOF)
			}
		case 5:
			time.Sleep(time.Duration(r.IntN(50)) * time.Microsecond)
		default:
			if depth > 4 {
				return nil
			}
			f := Submit(pools[r.IntN(2)], task(r.Uint64(), depth+1))
			remember(f)
			if r.IntN(3) > 0 {
				return f.Wait(ctx)
			}
		}
		return nil
	}
	task = func(seed uint64, depth int) func(context.Context) (int, error) {
		return func(ctx context.Context) (int, error) {
			r := rand.New(rand.NewPCG(seed, 1))
			for range r.IntN(4) {
				if err := step(ctx, r, depth); err != nil {
					return 0, err
				}
			}
			return 1, nil
		}
	}
	var wg sync.WaitGroup
	outside, stop := context.WithTimeout(bg, 20*time.Second)
	defer stop()
	for range 3 {
		r := rand.New(rand.NewPCG(r.Uint64(), 2))
		wg.Go(func() {
			for range 60 {
				if err := step(outside, r, 0); errors.Is(err, context.DeadlineExceeded) && outside.Err() != nil {
					t.Errorf("a wait from outside never ended: %+v %+v", pools[0].Stats(), pools[1].Stats())
					return
				}
			}
		})
	}
	ending := r.IntN(4)
	early := r.IntN(2) == 0
	if early {
		time.Sleep(time.Duration(r.IntN(500)) * time.Microsecond)
		finish(t, ending, pools, end)
	}
	wg.Wait()
	if !early {
		finish(t, ending, pools, end)
	}
	for _, p := range pools {
		if err := p.Shutdown(outside, 0); err != nil {
			t.Fatalf("ending %d: %v %+v", ending, err, p.Stats())
		}
		if s := p.Stats(); s != (Stats{}) || p.active != 0 || p.waking || p.starting != 0 {
			t.Fatalf("ending %d: %+v active=%d waking=%v starting=%d", ending, s, p.active, p.waking, p.starting)
		}
	}
	if _, notDone, err := Wait(outside, all, AllCompleted); err != nil || len(notDone) > 0 {
		t.Fatalf("ending %d: %d futures left unsettled: %v", ending, len(notDone), err)
	}
	if started.Load() != ended.Load() || callbacks.Load() != accepted.Load() {
		t.Fatalf("started %d, ended %d; futures %d, callbacks %d", started.Load(), ended.Load(), accepted.Load(), callbacks.Load())
	}
	for _, f := range all {
		if x := f.ext.Load(); x != nil && (x.blocked != nil || x.blockers != 0 || x.waiters.first != nil) {
			t.Fatal("a waiter or blockage is left")
		}
	}
}

func finish(t *testing.T, how int, pools []*Pool, end func()) {
	for _, p := range pools {
		switch how {
		case 0:
			_ = p.Shutdown(bg, NoWait)
		case 1:
			_ = p.Shutdown(bg, NoWait|CancelPending)
		case 2:
			p.Break(io.EOF)
		case 3:
			end()
		}
	}
}

// Many submitters and many workers, nothing else: no wake-up may be lost.
func TestNoWakeUpIsLost(t *testing.T) {
	for _, workers := range []int{1, 2, 8, 100} {
		p := newPool(t, workers)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for i := range 500 {
					f := Submit(p, value(i))
					if i%3 == 0 {
						if v, err := f.Result(short(t)); v != i || err != nil {
							t.Error(v, err, p.Stats())
							return
						}
					}
				}
			})
		}
		wg.Wait()
		if err := p.Wait(short(t)); err != nil {
			t.Fatal(err, p.Stats())
		}
	}
}
