// Package tracemalloc is the module tracemalloc, as far as a garbage-collected
// heap tells: how much memory the program's objects take, now and at most since
// start(). Go does not say which line allocated what, so snapshots hold no
// traces. The heap is the process's: other interpreters in it count too.
package tracemalloc

import (
	_ "embed"
	"runtime"
	"runtime/metrics"
	"sync"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed tracemalloc.py
var source string

// A tracer remembers the most that the heap has held since it began.
type tracer struct {
	mu   sync.Mutex
	base uint64
	peak uint64
	stop chan struct{} // nil: not tracing
}

var tracerIn = isolate.NewKey(func(iso *isolate.Isolate) *tracer {
	tr := new(tracer)
	iso.OnClose(tr.end)
	return tr
})

// heap is what the objects on the heap take, those among them that the collector
// has not found dead yet.
func heap() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

func (tr *tracer) note() uint64 {
	now := heap()
	tr.mu.Lock()
	defer tr.mu.Unlock()
	tr.peak = max(tr.peak, now)
	return now
}

func (tr *tracer) begin() {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	if tr.stop != nil {
		return
	}
	runtime.GC()
	tr.base = heap()
	tr.peak = tr.base
	stop := make(chan struct{})
	tr.stop = stop
	go func() {
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				tr.note()
			}
		}
	}()
}

func (tr *tracer) end() {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	if tr.stop != nil {
		close(tr.stop)
		tr.stop = nil
	}
}

func (tr *tracer) tracing() bool {
	tr.mu.Lock()
	defer tr.mu.Unlock()
	return tr.stop != nil
}

// above is a size of the heap less what it held at first.
func (tr *tracer) above(n uint64) starlark.Value {
	if n < tr.base {
		return starlark.MakeInt(0)
	}
	return starlark.MakeUint64(n - tr.base)
}

func init() {
	registry.Register(&registry.Module{
		Name: "tracemalloc", Doc: "How much memory the program takes.", Source: source,
		Funcs: []object.Def{
			{Sig: "start(nframe=1, /)", Doc: "Start measuring.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				n, err := object.Int(t, a[0])
				if err != nil {
					return nil, err
				}
				if n < 1 || n > 65535 {
					return nil, object.Raise(object.ValueError, "the number of frames must be in range [1; 65535]")
				}
				tracerIn.In(t.Isolate()).begin()
				return starlark.None, nil
			}},
			{Sig: "stop()", Doc: "Stop measuring.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				tracerIn.In(t.Isolate()).end()
				return starlark.None, nil
			}},
			{Sig: "is_tracing()", Doc: "Whether memory is measured.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.Bool(tracerIn.In(t.Isolate()).tracing()), nil
			}},
			{Sig: "get_traced_memory()", Doc: "Get the current size and peak size of the heap since start().", Fn: traced},
			{Sig: "reset_peak()", Doc: "Set the peak size to the current size.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				tr := tracerIn.In(t.Isolate())
				now := heap()
				tr.mu.Lock()
				defer tr.mu.Unlock()
				tr.peak = now
				return starlark.None, nil
			}},
		},
	})
}

func traced(t *object.Thread, a object.Args) (starlark.Value, error) {
	tr := tracerIn.In(t.Isolate())
	if !tr.tracing() {
		return starlark.Tuple{starlark.MakeInt(0), starlark.MakeInt(0)}, nil
	}
	tr.note()
	// What is garbage is none of the program's.
	runtime.GC()
	now := tr.note()
	tr.mu.Lock()
	defer tr.mu.Unlock()
	return starlark.Tuple{tr.above(now), tr.above(tr.peak)}, nil
}
