// Package bench measures package pool beside its peers. It is a module of its own so that they do not enter the root's go.mod.
//
//	cd pool/bench && go test -bench . -benchtime 1x -count 5
package bench

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"testing"

	"github.com/alitto/pond/v2"
	"github.com/panjf2000/ants/v2"
	concpool "github.com/sourcegraph/conc/pool"

	"starpool/pool"
)

const tasks = 1_000_000

var (
	widths = []int{2, 100, 10_000}
	bg     = context.Background()
)

// perTask runs round, which does n tasks and returns the sum of their results, b.N times.
func perTask(b *testing.B, n int, round func(n int) int) {
	b.ReportAllocs()
	runtime.GC()
	cpu := cpuTime()
	b.ResetTimer()
	for range b.N {
		if sum := round(n); sum != n {
			b.Fatalf("sum %d, want %d", sum, n)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/task")
	b.ReportMetric(float64(cpuTime()-cpu)/float64(b.N)/float64(n), "cpu-ns/task")
}

func one(context.Context) (int, error) { return 1, nil }

// Submit a million tasks that do nothing, keep a future or the like of each, wait for all, and look at each result.
func BenchmarkSubmitAndWaitAll(b *testing.B) {
	for _, workers := range widths {
		b.Run(fmt.Sprintf("pool/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runPool(workers, n) }) })
		b.Run(fmt.Sprintf("pool-from-a-task/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runPoolFromTask(workers, n) }) })
		b.Run(fmt.Sprintf("pond-result/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runPond(workers, n) }) })
		b.Run(fmt.Sprintf("conc-result/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runConc(workers, n) }) })
		b.Run(fmt.Sprintf("ants-future-by-hand/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runAnts(workers, n) }) })
		b.Run(fmt.Sprintf("channel-future-by-hand/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runChannel(workers, n) }) })
		b.Run(fmt.Sprintf("channel-no-results/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runBareChannel(workers, n) }) })
		b.Run(fmt.Sprintf("ants-no-results/workers=%d", workers), func(b *testing.B) { perTask(b, tasks, func(n int) int { return runBareAnts(workers, n) }) })
	}
}

func runPool(workers, n int) int {
	p := pool.MustNew(pool.Options{MaxWorkers: workers})
	defer p.Close()
	fs := make([]*pool.Future[int], n)
	for i := range fs {
		fs[i] = pool.Submit(p, one)
	}
	return sumPool(bg, fs)
}

func sumPool(ctx context.Context, fs []*pool.Future[int]) int {
	done, _, err := pool.Wait(ctx, fs, pool.AllCompleted)
	if err != nil {
		return -1
	}
	sum := 0
	for _, f := range done {
		v, _ := f.Result(ctx)
		sum += v
	}
	return sum
}

// The same with the submitter itself a task of the pool, so that the graph of waits takes part.
func runPoolFromTask(workers, n int) int {
	p := pool.MustNew(pool.Options{MaxWorkers: workers})
	defer p.Close()
	sum, _ := pool.Submit(p, func(ctx context.Context) (int, error) {
		fs := make([]*pool.Future[int], n)
		for i := range fs {
			fs[i] = pool.Submit(p, one)
		}
		return sumPool(ctx, fs), nil
	}).Result(bg)
	return sum
}

func runPond(workers, n int) int {
	p := pond.NewResultPool[int](workers)
	defer p.StopAndWait()
	fs := make([]pond.Result[int], n)
	for i := range fs {
		fs[i] = p.Submit(func() int { return 1 })
	}
	sum := 0
	for _, f := range fs {
		v, _ := f.Wait()
		sum += v
	}
	return sum
}

func runConc(workers, n int) int {
	p := concpool.NewWithResults[int]().WithMaxGoroutines(workers)
	for range n {
		p.Go(func() int { return 1 })
	}
	sum := 0
	for _, v := range p.Wait() {
		sum += v
	}
	return sum
}

// slot is the least future that one would write by hand: a value and a wait group for all.
type slot struct{ v int }

func runAnts(workers, n int) int {
	p, err := ants.NewPool(workers)
	if err != nil {
		return -1
	}
	defer p.Release()
	var wg sync.WaitGroup
	wg.Add(n)
	fs := make([]*slot, n)
	for i := range fs {
		s := new(slot)
		fs[i] = s
		_ = p.Submit(func() { s.v = 1; wg.Done() })
	}
	wg.Wait()
	sum := 0
	for _, s := range fs {
		sum += s.v
	}
	return sum
}

func runBareAnts(workers, n int) int {
	p, err := ants.NewPool(workers)
	if err != nil {
		return -1
	}
	defer p.Release()
	var wg sync.WaitGroup
	wg.Add(n)
	for range n {
		_ = p.Submit(wg.Done)
	}
	wg.Wait()
	return n
}

func runChannel(workers, n int) int {
	ch := make(chan func(), 1024)
	var wg sync.WaitGroup
	wg.Add(n)
	for range workers {
		go func() {
			for fn := range ch {
				fn()
			}
		}()
	}
	fs := make([]*slot, n)
	for i := range fs {
		s := new(slot)
		fs[i] = s
		ch <- func() { s.v = 1; wg.Done() }
	}
	close(ch)
	wg.Wait()
	sum := 0
	for _, s := range fs {
		sum += s.v
	}
	return sum
}

func runBareChannel(workers, n int) int {
	ch := make(chan func(), 1024)
	var wg sync.WaitGroup
	wg.Add(n)
	for range workers {
		go func() {
			for fn := range ch {
				fn()
			}
		}()
	}
	for range n {
		ch <- wg.Done
	}
	close(ch)
	wg.Wait()
	return n
}

// One task at a time: submit it and wait for its result.
func BenchmarkRoundTrip(b *testing.B) {
	b.Run("pool", func(b *testing.B) {
		p := pool.MustNew(pool.Options{MaxWorkers: 2})
		defer p.Close()
		b.ReportAllocs()
		for b.Loop() {
			if v, _ := pool.Submit(p, one).Result(bg); v != 1 {
				b.Fatal(v)
			}
		}
	})
	b.Run("pond-result", func(b *testing.B) {
		p := pond.NewResultPool[int](2)
		defer p.StopAndWait()
		b.ReportAllocs()
		for b.Loop() {
			if v, _ := p.Submit(func() int { return 1 }).Wait(); v != 1 {
				b.Fatal(v)
			}
		}
	})
	b.Run("ants-and-a-channel", func(b *testing.B) {
		p, err := ants.NewPool(2)
		if err != nil {
			b.Fatal(err)
		}
		defer p.Release()
		b.ReportAllocs()
		for b.Loop() {
			ch := make(chan int, 1)
			_ = p.Submit(func() { ch <- 1 })
			if v := <-ch; v != 1 {
				b.Fatal(v)
			}
		}
	})
	b.Run("new-goroutine-and-a-channel", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			ch := make(chan int, 1)
			go func() { ch <- 1 }()
			if v := <-ch; v != 1 {
				b.Fatal(v)
			}
		}
	})
	b.Run("two-goroutine-switches", func(b *testing.B) {
		there, back := make(chan int), make(chan int)
		go func() {
			for v := range there {
				back <- v
			}
		}()
		defer close(there)
		for b.Loop() {
			there <- 1
			if v := <-back; v != 1 {
				b.Fatal(v)
			}
		}
	})
}

// What one task costs in memory while it waits for a worker, the caller's closure included.
func BenchmarkPendingTask(b *testing.B) {
	const n = 200_000
	measure := func(b *testing.B, submit func(i int), release func()) {
		runtime.GC()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for i := range n {
			submit(i)
		}
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/n, "bytes/task")
		b.ReportMetric(float64(after.Mallocs-before.Mallocs)/n, "allocs/task")
		release()
	}
	b.Run("pool", func(b *testing.B) {
		for range b.N {
			p := pool.MustNew(pool.Options{MaxWorkers: 1})
			gate := make(chan struct{})
			pool.Submit(p, func(context.Context) (int, error) { <-gate; return 0, nil })
			measure(b, func(i int) { pool.Submit(p, func(context.Context) (int, error) { return i, nil }) },
				func() { close(gate); p.Close() })
		}
	})
	b.Run("pond-result", func(b *testing.B) {
		for range b.N {
			p := pond.NewResultPool[int](1)
			gate := make(chan struct{})
			p.Submit(func() int { <-gate; return 0 })
			measure(b, func(i int) { p.Submit(func() int { return i }) }, func() { close(gate); p.StopAndWait() })
		}
	})
}

// Take futures one by one as they complete, of n that complete one by one.
func BenchmarkFirstCompletedLoop(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprintf("waitset/n=%d", n), func(b *testing.B) {
			perTask(b, n, func(n int) int {
				fs := make([]*pool.Future[int], n)
				for i := range fs {
					fs[i] = pool.NewFuture[int]()
				}
				set, seen := pool.NewWaitSet(fs), 0
				for seen < n {
					_ = fs[seen].SetResult(1)
					done, _ := set.Wait(bg, pool.FirstCompleted, seen)
					seen += len(done)
				}
				return seen
			})
		})
		if n > 10_000 {
			continue
		}
		b.Run(fmt.Sprintf("plain-wait/n=%d", n), func(b *testing.B) {
			perTask(b, n, func(n int) int {
				fs := make([]*pool.Future[int], n)
				for i := range fs {
					fs[i] = pool.NewFuture[int]()
				}
				left, seen := fs, 0
				for len(left) > 0 {
					_ = left[0].SetResult(1)
					done, notDone, _ := pool.Wait(bg, left, pool.FirstCompleted)
					left, seen = notDone, seen+len(done)
				}
				return seen
			})
		})
	}
}

// Tasks that submit tasks and wait for them, on a full pool.
func BenchmarkNested(b *testing.B) {
	for _, workers := range []int{1, 4} {
		b.Run(fmt.Sprintf("fib/workers=%d", workers), func(b *testing.B) {
			p := pool.MustNew(pool.Options{MaxWorkers: workers})
			defer p.Close()
			var fib func(n int) func(context.Context) (int, error)
			fib = func(n int) func(context.Context) (int, error) {
				return func(ctx context.Context) (int, error) {
					if n < 2 {
						return n, nil
					}
					x, y := pool.Submit(p, fib(n-1)), pool.Submit(p, fib(n-2))
					a, err := x.Result(ctx)
					if err != nil {
						return 0, err
					}
					c, err := y.Result(ctx)
					return a + c, err
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				if v, err := pool.Submit(p, fib(12)).Result(bg); v != 144 || err != nil {
					b.Fatal(v, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/465, "ns/task")
		})
	}
}
