package pool

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"
)

func TestFailuresThatNobodyAskedForAreReportedOnce(t *testing.T) {
	var mu sync.Mutex
	var got []string
	p := newPoolWith(t, Options{MaxWorkers: 1, Unretrieved: func(f Failure) {
		mu.Lock()
		defer mu.Unlock()
		got = append(got, fmt.Sprint(f.Task, ": ", f.Err))
	}})
	fail := func(context.Context) (int, error) { return 0, io.EOF }
	var keep []*Future[int]
	for i := range 4 {
		keep = append(keep, SubmitTask(p, Describe(fmt.Sprint("t", i), func() string { return "f.py:1" }, fail)))
	}
	keep = append(keep, Submit(p, value(1)))
	p.Wait(short(t))
	_ = keep[1].Err(bg)
	p.ReportUnretrieved()
	_ = keep[0].Err(bg)
	p.ReportUnretrieved()
	last := Submit(p, fail)
	if err := p.Shutdown(short(t), 0); err != nil {
		t.Fatal(err)
	}
	runtime.KeepAlive(keep)
	runtime.KeepAlive(last)
	want := []string{"t0 (submitted at f.py:1): EOF", "t2 (submitted at f.py:1): EOF", "t3 (submitted at f.py:1): EOF", "task 6: EOF"}
	if !slices.Equal(got, want) {
		t.Fatalf("%q", got)
	}
}

func TestAFailureIsReportedWhenItsFutureIsCollected(t *testing.T) {
	reported := make(chan Failure, 1)
	p := newPoolWith(t, Options{MaxWorkers: 1, Unretrieved: func(f Failure) { reported <- f }})
	func() {
		Submit(p, func(context.Context) (int, error) { return 0, io.EOF })
		p.Wait(short(t))
	}()
	if v, err := Submit(p, value(1)).Result(short(t)); v != 1 || err != nil { // the worker forgets the failed one
		t.Fatal(v, err)
	}
	deadline := time.After(10 * time.Second)
	for {
		runtime.GC()
		select {
		case f := <-reported:
			if f.Err != io.EOF {
				t.Fatal(f)
			}
			return
		case <-deadline:
			t.Fatal("not reported")
		case <-time.After(time.Millisecond):
		}
	}
}
