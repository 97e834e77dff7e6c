package pool

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func count(read *atomic.Int32) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; ; i++ {
			read.Add(1)
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapYieldsInOrderWhateverCompletesFirst(t *testing.T) {
	p := newPool(t, 4)
	for _, buffer := range []int{0, 1, 3, 100} {
		var got []int
		in := []int{5, 3, 1, 4, 2, 0}
		for v, err := range Map(short(t), p, slices.Values(in), func(_ context.Context, i int) (int, error) {
			time.Sleep(time.Duration(i) * time.Millisecond)
			return i * i, nil
		}, buffer) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, v)
		}
		if !slices.Equal(got, []int{25, 9, 1, 16, 4, 0}) {
			t.Fatal(buffer, got)
		}
	}
}

func TestMapWithABufferReadsNoFurtherThanItMust(t *testing.T) {
	p := newPool(t, 2)
	var read atomic.Int32
	n := 0
	for v, err := range Map(short(t), p, count(&read), func(_ context.Context, i int) (int, error) { return i, nil }, 5) {
		if err != nil || v != n {
			t.Fatal(v, err)
		}
		if n++; n == 20 {
			break
		}
	}
	if r := read.Load(); r > 26 {
		t.Fatalf("%d items read for 20 results with a buffer of 5", r)
	}
}

func TestLeavingMapCancelsWhatHasNotStarted(t *testing.T) {
	p := newPool(t, 1)
	var ran atomic.Int32
	release := make(chan struct{})
	for v, err := range Map(short(t), p, slices.Values(make([]int, 50)), func(context.Context, int) (int32, error) {
		if n := ran.Add(1); n > 1 {
			<-release
		}
		return ran.Load(), nil
	}, 0) {
		if v < 1 || err != nil {
			t.Fatal(v, err)
		}
		break
	}
	close(release)
	p.Wait(short(t))
	if n := ran.Load(); n > 3 {
		t.Fatalf("%d ran", n)
	}
}

func TestMapYieldsEachItemsErrorAndEndsWithTheContexts(t *testing.T) {
	p := newPool(t, 1)
	var errs []error
	for _, err := range Map(short(t), p, slices.Values([]int{0, 1, 2}), func(_ context.Context, i int) (int, error) {
		if i == 1 {
			return 0, io.EOF
		}
		return i, nil
	}, 0) {
		errs = append(errs, err)
	}
	if len(errs) != 3 || errs[0] != nil || errs[1] != io.EOF || errs[2] != nil {
		t.Fatal(errs)
	}
	ctx, cancel := context.WithTimeout(bg, time.Millisecond)
	defer cancel()
	gate := make(chan struct{})
	errs = nil
	for _, err := range Map(ctx, p, slices.Values([]int{0, 1, 2}), func(context.Context, int) (int, error) { <-gate; return 0, nil }, 0) {
		errs = append(errs, err)
	}
	close(gate)
	if len(errs) != 1 || !errors.Is(errs[0], context.DeadlineExceeded) {
		t.Fatal(errs)
	}
}

func ExampleMap() {
	p := MustNew(Options{MaxWorkers: 4})
	defer p.Close()
	square := func(_ context.Context, n int) (int, error) { return n * n, nil }
	for v, err := range Map(context.Background(), p, slices.Values([]int{1, 2, 3}), square, 0) {
		fmt.Println(v, err)
	}
	// Output:
	// 1 <nil>
	// 4 <nil>
	// 9 <nil>
}
