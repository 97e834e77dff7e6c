package pool

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var bg = context.Background()

// short returns a context for waits that are expected to end by themselves: a test fails with it instead of hanging.
func short(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(bg, 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func newPool(t testing.TB, workers int) *Pool {
	t.Helper()
	return newPoolWith(t, Options{MaxWorkers: workers})
}

func newPoolWith(t testing.TB, opts Options) *Pool {
	t.Helper()
	p, err := New(opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Shutdown(short(t), CancelPending); err != nil {
			t.Errorf("shutdown: %v, %+v", err, p.Stats())
		}
	})
	return p
}

func value[T any](v T) func(context.Context) (T, error) {
	return func(context.Context) (T, error) { return v, nil }
}

func TestStateNamesArePythons(t *testing.T) {
	want := []string{"PENDING", "RUNNING", "CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED"}
	for i, w := range want {
		if got := State(i).String(); got != w {
			t.Errorf("State(%d) = %q, want %q", i, got, w)
		}
	}
}

func TestManualFutureGoesThroughItsStates(t *testing.T) {
	f := NewFuture[int]()
	if f.State() != Pending || f.IsDone() || f.Running() || f.Cancelled() {
		t.Fatalf("new: %v", f)
	}
	if ok, err := f.SetRunningOrNotifyCancel(); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if !f.Running() || f.Cancel() {
		t.Fatalf("a running future must not be cancellable: %v", f)
	}
	if _, err := f.SetRunningOrNotifyCancel(); !isInvalid(err, Running) {
		t.Fatalf("second start: %v", err)
	}
	if err := f.SetResult(7); err != nil {
		t.Fatal(err)
	}
	if v, err := f.Result(bg); v != 7 || err != nil {
		t.Fatal(v, err)
	}
	if err := f.SetResult(8); !isInvalid(err, Finished) {
		t.Fatalf("second result: %v", err)
	}
	if err := f.SetError(io.EOF); !isInvalid(err, Finished) {
		t.Fatalf("error after result: %v", err)
	}
	if v, _ := f.Result(bg); v != 7 {
		t.Fatalf("the refused result replaced the first: %d", v)
	}
}

func isInvalid(err error, s State) bool {
	var e *InvalidStateError
	return errors.As(err, &e) && e.State == s
}

func TestCancelTwiceIsTrueBothTimesAndNotifiesOnce(t *testing.T) {
	f := NewFuture[int]()
	calls := 0
	f.OnDone(func(*Future[int]) { calls++ })
	if !f.Cancel() || !f.Cancel() {
		t.Fatal("cancel of a pending future must be true, repeatably")
	}
	if f.State() != Cancelled || calls != 1 {
		t.Fatal(f, calls)
	}
	if _, err := f.Result(bg); !errors.Is(err, ErrCancelled) {
		t.Fatal(err)
	}
	if err := f.SetResult(1); !isInvalid(err, Cancelled) {
		t.Fatal(err)
	}
	if ok, err := f.SetRunningOrNotifyCancel(); ok || err != nil {
		t.Fatal(ok, err)
	}
	if f.State() != CancelledAndNotified || !f.Cancel() || calls != 1 {
		t.Fatal(f, calls)
	}
}

func TestCallbacksRunInOrderAfterWaitersWakeAndOutlivePanics(t *testing.T) {
	var stray []string
	HandleStrayPanics(func(e *PanicError) { stray = append(stray, e.Error()) })
	defer HandleStrayPanics(nil)
	f := NewFuture[int]()
	var got []int
	f.OnDone(func(*Future[int]) { got = append(got, 1) })
	f.OnDone(func(*Future[int]) { panic("two") })
	f.OnDone(func(g *Future[int]) {
		select {
		case <-g.Done():
		default:
			t.Error("a callback ran before the done channel was closed")
		}
		got = append(got, 3)
	})
	woken := f.Done()
	if err := f.SetResult(1); err != nil {
		t.Fatal(err)
	}
	<-woken
	f.OnDone(func(*Future[int]) { got = append(got, 4) })
	if !slices.Equal(got, []int{1, 3, 4}) || !slices.Equal(stray, []string{"panic: two"}) {
		t.Fatal(got, stray)
	}
}

func TestResultOfATaskThatReturnsBothKeepsBoth(t *testing.T) {
	p := newPool(t, 1)
	f := Submit(p, func(context.Context) (int, error) { return 3, io.EOF })
	if v, err := f.Result(short(t)); v != 3 || err != io.EOF {
		t.Fatal(v, err)
	}
}

func TestAWaitThatTimesOutIsToldFromATaskThatDoes(t *testing.T) {
	p := newPool(t, 1)
	ctx, cancel := context.WithTimeout(bg, time.Millisecond)
	defer cancel()
	release := make(chan struct{})
	f := Submit(p, func(context.Context) (int, error) { <-release; return 0, context.DeadlineExceeded })
	err := f.Err(ctx)
	var we *WaitError
	if !errors.As(err, &we) || !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	close(release)
	if err := f.Err(short(t)); err != context.DeadlineExceeded {
		t.Fatal(err)
	}
	if err := f.Err(ctx); err != context.DeadlineExceeded {
		t.Fatalf("a done future must give its outcome even under an ended context: %v", err)
	}
}

func TestPanicOfATaskIsItsOutcome(t *testing.T) {
	p := newPool(t, 1)
	f := Submit(p, func(context.Context) (int, error) { panic(io.ErrUnexpectedEOF) })
	err := f.Err(short(t))
	var pe *PanicError
	if !errors.As(err, &pe) || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Fatalf("%T %v", err, err)
	}
	if !strings.Contains(string(pe.Stack), "TestPanicOfATask") {
		t.Errorf("the stack does not show the task:\n%s", pe.Stack)
	}
	frame, _ := runtime.CallersFrames(pe.Callers).Next()
	if frame.Function == "" {
		t.Error("no callers")
	}
	if v, err := Submit(p, value(1)).Result(short(t)); v != 1 || err != nil {
		t.Fatal("the worker did not survive", v, err)
	}
}

func TestGoexitInATaskDoesNotCostTheWorker(t *testing.T) {
	p := newPool(t, 1)
	for range 3 {
		f := Submit(p, func(context.Context) (int, error) { runtime.Goexit(); return 0, nil })
		if err := f.Err(short(t)); !errors.Is(err, ErrGoexit) {
			t.Fatal(err)
		}
	}
	if v, err := Submit(p, value(1)).Result(short(t)); v != 1 || err != nil {
		t.Fatal(v, err)
	}
	if s := p.Stats(); s.Workers != 1 {
		t.Fatalf("%+v", s)
	}
}

func TestManyWaitersOnOneFutureAllWake(t *testing.T) {
	f := NewFuture[int]()
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			if i%2 == 0 { // these give up, in the midst of the others
				ctx, cancel := context.WithTimeout(bg, time.Duration(i)*20*time.Microsecond)
				defer cancel()
				_ = f.Wait(ctx)
				return
			}
			if v, err := f.Result(short(t)); v != 5 || err != nil {
				t.Error(v, err)
			}
		})
	}
	time.Sleep(time.Millisecond)
	_ = f.SetResult(5)
	wg.Wait()
}

func TestTryResultNeverBlocks(t *testing.T) {
	f := NewFuture[string]()
	if _, done, err := f.TryResult(); done || err != nil {
		t.Fatal(done, err)
	}
	_ = f.SetError(io.EOF)
	if _, done, err := f.TryResult(); !done || err != io.EOF {
		t.Fatal(done, err)
	}
	if _, done, err := f.Peek(); !done || err != io.EOF {
		t.Fatal(done, err)
	}
}

func TestSetResultRacesHaveOneWinner(t *testing.T) {
	for range 200 {
		f := NewFuture[int]()
		var wins [8]bool
		var wg sync.WaitGroup
		for i := range wins {
			wg.Go(func() {
				switch {
				case i == 0:
					wins[i] = f.Cancel()
				default:
					wins[i] = f.SetResult(i) == nil
				}
			})
		}
		wg.Wait()
		n := 0
		for _, w := range wins {
			if w {
				n++
			}
		}
		if n != 1 {
			t.Fatalf("%d winners: %v", n, wins)
		}
	}
}

func ExampleFuture_OnDone() {
	f := NewFuture[int]()
	f.OnDone(func(f *Future[int]) { fmt.Println("done:", f) })
	_ = f.SetResult(42)
	// Output: done: future FINISHED with int
}
