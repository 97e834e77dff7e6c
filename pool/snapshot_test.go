package pool

import (
	"context"
	"testing"
	"time"
)

func waitUntil(t *testing.T, cond func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !cond(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it did not happen")
		}
	}
}

func TestSnapshot(t *testing.T) {
	p := MustNew(Options{Name: "crawl", MaxWorkers: 2})
	defer p.Close()
	gate := new(Future[int])
	inner := SubmitTask(p, Describe("fetch", func() string { return "crawl.py:3" }, func(ctx context.Context) (int, error) {
		return gate.Result(ctx)
	}))
	outer := SubmitTask(p, Describe("page", nil, func(ctx context.Context) (int, error) { return inner.Result(ctx) }))
	waitUntil(t, func() bool {
		n := 0
		for _, task := range p.Snapshot().Tasks {
			n += len(task.WaitsFor)
		}
		return n == 2
	})
	s := p.Snapshot()
	if s.Name != "crawl" || s.MaxWorkers != 2 || s.Stats.Running != 2 || s.Done != 0 || s.Closed {
		t.Errorf("snapshot %+v", s)
	}
	for _, task := range s.Tasks {
		if task.Name == "page" && task.WaitsFor[0].String() != "fetch (submitted at crawl.py:3)" {
			t.Errorf("page waits for %v", task.WaitsFor)
		}
	}
	if err := gate.SetResult(1); err != nil {
		t.Fatal(err)
	}
	if _, err := outer.Result(context.Background()); err != nil {
		t.Fatal(err)
	}
	waitUntil(t, func() bool { return p.Snapshot().Done == 2 })
}
