package host_test

// This file tests Submit and SubmitTo.

import (
	"context"
	"errors"
	"testing"
	"time"

	"starpool/host"
	"starpool/pool"
)

const submits = `
import time
threads = ThreadPoolExecutor(2)
isolates = InterpreterPoolExecutor(1)
processes = ProcessPoolExecutor(1)
def work(n, *, plus=0): return n * n + plus
def fail(n): raise KeyError(n)
def forever():
    while True: pass
`

func TestSubmit(t *testing.T) {
	in, out := newHost(t)
	ctx := context.Background()
	if err := in.Exec(ctx, "submit.py", []byte(submits)); err != nil {
		t.Fatal(err)
	}
	check := func(name string, submit func(ctx context.Context, fn any, args ...any) *pool.Future[host.Value]) {
		var fs []*pool.Future[host.Value]
		for i := range 50 {
			fs = append(fs, submit(ctx, "work", i, host.Kwargs{"plus": 1}))
		}
		for i, f := range fs {
			v, err := f.Result(ctx)
			if n, err2 := host.As[int](v); err != nil || err2 != nil || n != i*i+1 {
				t.Fatalf("%s: %v %v %v", name, n, err, err2)
			}
		}
		if _, err := submit(ctx, "fail", 3).Result(ctx); !errors.Is(err, host.Builtin("KeyError")) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := submit(ctx, "nope").Result(ctx); !errors.Is(err, host.Builtin("NameError")) {
			t.Errorf("%s: %v", name, err)
		}
		short, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
		defer cancel()
		if _, err := submit(short, "forever").Result(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: %v", name, err)
		}
		if v, err := submit(ctx, "work", 3).Result(ctx); err != nil || v.String() != "9" {
			t.Errorf("%s: after a cancelled call: %v %v", name, v, err)
		}
	}
	check("own", in.Submit)
	for _, name := range []string{"threads", "isolates", "processes"} {
		check(name, func(ctx context.Context, fn any, args ...any) *pool.Future[host.Value] {
			return in.SubmitTo(ctx, name, fn, args...)
		})
	}
	v, _ := in.Get("threads")
	stop, cancel := context.WithCancel(ctx)
	in.SubmitTo(stop, v, "forever")
	in.SubmitTo(stop, v, "forever")
	queued := in.SubmitTo(ctx, v, "work", 1)
	if !queued.Cancel() {
		t.Error("a queued call could not be cancelled")
	}
	cancel()
	if _, err := in.SubmitTo(ctx, 3, "work", 1).Result(ctx); err == nil || err.Error() != "AttributeError: 'int' object has no attribute 'submit'" {
		t.Error(err)
	}
	if err := in.End(ctx); err != nil {
		t.Error(err)
	}
	if _, err := in.SubmitTo(ctx, v, "work", 1).Result(ctx); !errors.Is(err, host.Builtin("RuntimeError")) {
		t.Error(err)
	}
	if out.Len() > 0 {
		t.Error(out.String())
	}
}
