package pool

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func manual(n int) []*Future[int] {
	fs := make([]*Future[int], n)
	for i := range fs {
		fs[i] = NewFuture[int]()
	}
	return fs
}

func TestAnUnknownConditionIsRefused(t *testing.T) {
	if _, _, err := Wait[*Future[int]](bg, nil, "SOME"); err == nil || err.Error() != `invalid return condition: "SOME"` {
		t.Fatal(err)
	}
}

func TestWaitForNothingReturnsAtOnce(t *testing.T) {
	for _, c := range []Condition{FirstCompleted, FirstException, AllCompleted} {
		if done, notDone, err := Wait[*Future[int]](bg, nil, c); len(done)+len(notDone) > 0 || err != nil {
			t.Fatal(done, notDone, err)
		}
	}
}

func TestWaitReturnsEachFutureOnce(t *testing.T) {
	for _, n := range []int{3, 300} {
		fs := manual(n)
		for i := 0; i < n; i += 2 {
			_ = fs[i].SetResult(i)
		}
		given := append(append([]*Future[int]{}, fs...), fs...)
		given = append(given, fs[1], fs[0])
		for range 2 { // the marks must be gone after the first
			done, notDone, err := Wait(bg, given, FirstCompleted)
			if err != nil || len(done) != (n+1)/2 || len(notDone) != n/2 {
				t.Fatal(n, len(done), len(notDone), err)
			}
		}
	}
}

func TestUniqueKeepsTheFirstOfEachAndItsOrder(t *testing.T) {
	pool := manual(40)
	for range 200 {
		var in, want []*Future[int]
		for range rand.IntN(60) {
			f := pool[rand.IntN(len(pool))]
			in = append(in, f)
			if !slices.Contains(want, f) {
				want = append(want, f)
			}
		}
		before := slices.Clone(in)
		if got := unique(in); !slices.Equal(got, want) || !slices.Equal(in, before) {
			t.Fatal("wrong")
		}
	}
}

func TestABareCancelledFutureIsNotDoneUntilNotified(t *testing.T) {
	fs := manual(2)
	fs[0].Cancel()
	ctx, cancel := context.WithTimeout(bg, time.Millisecond)
	defer cancel()
	done, notDone, err := Wait(ctx, fs[:1], AllCompleted)
	if len(done) != 0 || len(notDone) != 1 || !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(done, notDone, err)
	}
	for _, c := range []Condition{FirstCompleted, AllCompleted, FirstException} {
		fs := manual(2)
		fs[0].Cancel()
		time.AfterFunc(time.Millisecond, func() {
			_, _ = fs[0].SetRunningOrNotifyCancel()
			if c != FirstCompleted {
				_ = fs[1].SetResult(1)
			}
		})
		if done, _, err := Wait(short(t), fs, c); err != nil || len(done) == 0 {
			t.Fatal(c, done, err)
		}
	}
}

func TestFirstExceptionIgnoresCancelledOnes(t *testing.T) {
	fs := manual(3)
	fs[0].Cancel()
	_, _ = fs[0].SetRunningOrNotifyCancel()
	time.AfterFunc(time.Millisecond, func() {
		_ = fs[1].SetResult(1)
		time.Sleep(time.Millisecond)
		_ = fs[2].SetError(io.EOF)
	})
	done, notDone, err := Wait(short(t), fs, FirstException)
	if len(done) != 3 || len(notDone) != 0 || err != nil {
		t.Fatal(done, notDone, err)
	}
}

func TestWaitUnderAnEndedContextStillTellsWhatIsDone(t *testing.T) {
	fs := manual(3)
	_ = fs[1].SetResult(1)
	ctx, cancel := context.WithCancel(bg)
	cancel()
	done, notDone, err := Wait(ctx, fs, AllCompleted)
	if len(done) != 1 || len(notDone) != 2 || !errors.Is(err, context.Canceled) {
		t.Fatal(done, notDone, err)
	}
	if _, _, err := Wait(ctx, fs, FirstCompleted); err != nil {
		t.Fatal("the condition holds, so the context does not matter:", err)
	}
}

func TestWaitLeavesNothingRegistered(t *testing.T) {
	fs := manual(20)
	ctx, cancel := context.WithTimeout(bg, time.Millisecond)
	defer cancel()
	for _, c := range []Condition{FirstCompleted, FirstException, AllCompleted} {
		_, _, _ = Wait(ctx, fs, c)
	}
	for _, f := range fs {
		if x := f.ext.Load(); x != nil && x.waiters.first != nil {
			t.Fatal("a registration is left")
		}
	}
}

func TestAsCompletedYieldsDoneOnesFirstThenByCompletion(t *testing.T) {
	fs := manual(5)
	_ = fs[3].SetResult(3)
	_ = fs[1].SetResult(1)
	go func() {
		for _, i := range []int{4, 0, 2} {
			time.Sleep(time.Millisecond)
			_ = fs[i].SetResult(i)
		}
	}()
	var got []int
	for f, err := range AsCompleted(short(t), append(fs, fs...)) {
		if err != nil {
			t.Fatal(err)
		}
		v, _ := f.Result(bg)
		got = append(got, v)
	}
	if !slices.Equal(got, []int{1, 3, 4, 0, 2}) {
		t.Fatal(got)
	}
}

func TestAsCompletedEndsWithTheContextsError(t *testing.T) {
	fs := manual(2)
	_ = fs[0].SetResult(0)
	ctx, cancel := context.WithTimeout(bg, time.Millisecond)
	defer cancel()
	n, last := 0, error(nil)
	for f, err := range AsCompleted(ctx, fs) {
		if last = err; err == nil && f != nil {
			n++
		}
	}
	if n != 1 || !errors.Is(last, context.DeadlineExceeded) {
		t.Fatal(n, last)
	}
	for range AsCompleted(bg, fs) {
		break
	}
	if fs[1].ext.Load().waiters.first != nil {
		t.Fatal("an iteration that was left is still registered")
	}
}

func TestWaitSetReadersKeepTheirOwnPosition(t *testing.T) {
	fs := manual(6)
	set := NewWaitSet(fs)
	_ = fs[4].SetResult(4)
	_ = fs[2].SetError(io.EOF)
	a, err := set.Wait(bg, FirstCompleted, 0)
	if err != nil || !slices.Equal(a, []*Future[int]{fs[4], fs[2]}) {
		t.Fatal(a, err)
	}
	if left := set.NotDone(1); len(left) != 5 || left[2] != fs[2] {
		t.Fatal(left)
	}
	if a, err := set.Wait(bg, FirstException, 1); err != nil || len(a) != 1 {
		t.Fatal(a, err)
	}
	ctx, cancel := context.WithTimeout(bg, time.Millisecond)
	defer cancel()
	if a, err := set.Wait(ctx, FirstException, 2); !errors.Is(err, context.DeadlineExceeded) || len(a) != 0 {
		t.Fatal("the failure was seen before position 2", a, err)
	}
	time.AfterFunc(time.Millisecond, func() {
		for _, i := range []int{0, 1, 3, 5} {
			_ = fs[i].SetResult(i)
		}
	})
	if a, err := set.Wait(short(t), AllCompleted, 2); err != nil || len(a) != 4 || set.Count() != 6 || len(set.NotDone(6)) != 0 {
		t.Fatal(a, err)
	}
	if a, err := set.Wait(bg, FirstCompleted, 6); err != nil || len(a) != 0 {
		t.Fatal("nothing left to wait for", a, err)
	}
}

// A loop over FirstCompleted must cost O(n) in all.
func TestAFirstCompletedLoopCostsInProportionToWhatCompleted(t *testing.T) {
	loop := func(n int) time.Duration {
		fs := manual(n)
		set := NewWaitSet(fs)
		start := time.Now()
		for seen := 0; seen < n; {
			_ = fs[n-1-seen].SetResult(1) // the last ones first: nothing may depend on the order
			done, err := set.Wait(bg, FirstCompleted, seen)
			if err != nil || len(done) != 1 {
				t.Fatal(done, err)
			}
			seen += len(done)
		}
		return time.Since(start)
	}
	best := func(n int) time.Duration {
		return min(loop(n), loop(n), loop(n), loop(n), loop(n))
	}
	small, large := best(2000), best(64000)
	t.Logf("n=2000 %v, n=64000 %v", small, large)
	if large > small*32*8 { // quadratic would be 1024 times
		t.Errorf("2,000 futures took %v, 64,000 took %v", small, large)
	}
}

func TestAFirstCompletedLoopInsideATaskIsLinearToo(t *testing.T) {
	p := newPool(t, 2)
	const n = 20000
	f := Submit(p, func(ctx context.Context) (int, error) {
		var fs []*Future[int]
		for range n {
			fs = append(fs, Submit(p, value(1)))
		}
		seen := 0
		for f, err := range AsCompleted(ctx, fs) {
			if err != nil || !f.IsDone() {
				return 0, err
			}
			seen++
		}
		return seen, nil
	})
	start := time.Now()
	if v, err := f.Result(short(t)); v != n || err != nil {
		t.Fatal(v, err)
	}
	t.Log(time.Since(start))
}

func ExampleWait() {
	p := MustNew(Options{MaxWorkers: 2})
	defer p.Close()
	fs := []*Future[string]{
		Submit(p, func(context.Context) (string, error) { return "quick", nil }),
		Submit(p, func(context.Context) (string, error) { return "", io.EOF }),
	}
	done, notDone, err := Wait(context.Background(), fs, AllCompleted)
	fmt.Println(len(done), len(notDone), err)
	// Output: 2 0 <nil>
}

func ExampleAsCompleted() {
	slow, quick := NewFuture[string](), NewFuture[string]()
	_ = quick.SetResult("quick")
	time.AfterFunc(time.Millisecond, func() { _ = slow.SetResult("slow") })
	for f, err := range AsCompleted(context.Background(), []*Future[string]{slow, quick}) {
		if err != nil {
			break
		}
		fmt.Println(f.Result(context.Background()))
	}
	// Output:
	// quick <nil>
	// slow <nil>
}

func ExampleWaitSet() {
	fs := []*Future[int]{NewFuture[int](), NewFuture[int](), NewFuture[int]()}
	set := NewWaitSet(fs)
	_ = fs[2].SetResult(2)
	done, _ := set.Wait(context.Background(), FirstCompleted, 0)
	fmt.Println(len(done), "done,", len(set.NotDone(len(done))), "left")
	// Output: 1 done, 2 left
}
