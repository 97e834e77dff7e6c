package host_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"go.starlark.net/starlark"

	"starpool/host"
)

// limited runs src under the options and returns how it ended and what it printed.
func limited(t *testing.T, src string, opts ...host.Option) (error, string) {
	t.Helper()
	var out bytes.Buffer
	in, err := host.New(append([]host.Option{host.WithStdout(&out), host.WithStderr(&out), host.WithUnretrieved(false)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	return in.Run(context.Background(), "limited.py", []byte(src)), out.String()
}

func TestLimitErrors(t *testing.T) {
	for _, c := range []struct {
		src   string
		opt   host.Option
		limit host.Limit
		max   int64
	}{
		{"while True: pass", host.WithMaxSteps(10_000), host.Steps, 10_000},
		{"while True: pass", host.WithTimeout(50 * time.Millisecond), host.Time, int64(50 * time.Millisecond)},
		{"def f(): f()\nf()", host.WithMaxDepth(100), host.Depth, 100},
		{"x = []\nwhile True: x.append([])", host.WithMaxMemory(20 << 20), host.Memory, 20 << 20},
		{"'a' * 10**9", host.WithMaxMemory(20 << 20), host.Memory, 20 << 20},
		{"while True: print('spam')", host.WithMaxOutput(1000), host.Output, 1000},
		{"import threading, time\nfor i in range(9): threading.Thread(target=time.sleep, args=(9,)).start()", host.WithMaxThreads(3), host.Threads, 3},
		{"from concurrent.futures import *\nimport time\nwith InterpreterPoolExecutor(9) as e:\n  for i in range(9): e.submit(time.sleep, 9)", host.WithMaxWorkers(2), host.Workers, 2},
		{"from concurrent.futures import *\nimport time\nwith ThreadPoolExecutor(1) as e:\n  for i in range(99): e.submit(time.sleep, 9)", host.WithMaxQueued(5), host.Queued, 5},
	} {
		t.Run(c.limit.String(), func(t *testing.T) {
			err, _ := limited(t, c.src, c.opt)
			var limit *host.LimitError
			if !errors.As(err, &limit) || limit.Limit != c.limit || limit.Max != c.max {
				t.Fatalf("got %v", err)
			}
			if !errors.Is(err, &host.LimitError{Limit: c.limit}) || errors.Is(err, &host.LimitError{Limit: c.limit + 1}) {
				t.Errorf("errors.Is does not tell the limit of %v", err)
			}
			if errors.Is(err, context.DeadlineExceeded) != (c.limit == host.Time) {
				t.Errorf("deadline exceeded: %v", err)
			}
		})
	}
}

// TestLimitsKept runs scripts that keep to their limits.
func TestLimitsKept(t *testing.T) {
	err, out := limited(t, `
from concurrent.futures import *
import threading
with ThreadPoolExecutor(2) as ex: a = sum(ex.map(lambda x: x, range(50)))
for i in range(20):
    t = threading.Thread(target=lambda: None)
    t.start(); t.join()
x = ['a' * 1000 for i in range(1000)]
s = ','.join(x)
for i in range(100): s.upper()
print(a, len(s), 2 ** 1000 % 7, len([0] * 10**5 + [1] * 10**5), 'ab' * 3, 3 * (1, 2), len({**dict.fromkeys(range(100))}))
`, host.WithMaxSteps(1_000_000), host.WithTimeout(time.Minute), host.WithMaxDepth(200), host.WithMaxMemory(64<<20),
		host.WithMaxOutput(100), host.WithMaxThreads(4), host.WithMaxQueued(100), host.WithMaxWorkers(1))
	if err != nil || out != "1225 1000999 2 200000 ababab (1, 2, 1, 2, 1, 2) 100\n" {
		t.Errorf("%v %q", err, out)
	}
}

// TestLimitStopsAllForGood has handlers of every kind, none of which runs, and an
// interpreter that is over afterwards.
func TestLimitStopsAllForGood(t *testing.T) {
	var out bytes.Buffer
	in, err := host.New(host.WithStdout(&out), host.WithMaxSteps(20_000))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	err = in.Run(context.Background(), "stop.py", []byte(`
import atexit, contextlib
atexit.register(print, 'atexit')
class M:
    def __enter__(self): return self
    def __exit__(self, *a): print('exit')
def g():
    try: yield 1
    finally: print('generator')
def f():
    with M(), contextlib.suppress(BaseException):
        for x in g():
            try:
                while True: pass
            except BaseException: print('except')
            finally: print('finally')
f()
`))
	want := &host.LimitError{Limit: host.Steps, Max: 20_000}
	if !errors.Is(err, want) || out.Len() > 0 {
		t.Errorf("%v, printed %q", err, &out)
	}
	if err := in.Run(context.Background(), "again.py", []byte("print(1)")); !errors.Is(err, want) {
		t.Errorf("a run after the limit: %v", err)
	}
	if _, err := in.Call(context.Background(), starlark.Universe["len"], starlark.String("a")); !errors.Is(err, want) {
		t.Errorf("a call after the limit: %v", err)
	}
}

// TestLimitAcrossThreads has steps that only together are too many.
func TestLimitAcrossThreads(t *testing.T) {
	const src = `
from concurrent.futures import %s
def work(n):
    for i in range(n): pass
    return n
with %[1]s(4) as ex: print(sum(ex.map(work, [20_000] * 8)))
`
	for _, kind := range []string{"ThreadPoolExecutor", "InterpreterPoolExecutor", "ProcessPoolExecutor"} {
		t.Run(kind, func(t *testing.T) {
			src := fmt.Sprintf(src, kind)
			if err, out := limited(t, src, host.WithAll(), host.WithMaxSteps(100_000)); !errors.Is(err, &host.LimitError{Limit: host.Steps}) {
				t.Errorf("%v %q", err, out)
			}
			if err, out := limited(t, src, host.WithAll(), host.WithMaxSteps(10_000_000)); err != nil || out != "160000\n" {
				t.Errorf("%v %q", err, out)
			}
		})
	}
}

// TestLimitOfOutputWritesWhatFits counts the bytes of both streams.
func TestLimitOfOutputWritesWhatFits(t *testing.T) {
	err, out := limited(t, "import sys\nprint('12345', flush=True)\nsys.stderr.write('67890')\n", host.WithMaxOutput(8))
	if !errors.Is(err, &host.LimitError{Limit: host.Output, Max: 8}) || out != "12345\n67" {
		t.Errorf("%v %q", err, out)
	}
}

// TestMemoryErrorIsCaught refuses single allocations, which a script may survive.
func TestMemoryErrorIsCaught(t *testing.T) {
	err, out := limited(t, `
for make in (lambda: 'a' * 10**9, lambda: [0] * 10**9, lambda: 10**10**9, lambda: '%1000000000d' % 1, lambda: bytes(10**9), lambda: list(range(10**9))):
    try: make()
    except MemoryError: print('refused')
`, host.WithMaxMemory(32<<20))
	if err != nil || out != strings.Repeat("refused\n", 6) {
		t.Errorf("%v %q", err, out)
	}
}

// TestLimitsOfOneInterpreter runs scripts that break their limits beside others
// that keep to theirs.
func TestLimitsOfOneInterpreter(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			if i%2 == 0 {
				err, _ := limited(t, "x = 0\nwhile True: x += 1", host.WithMaxSteps(50_000), host.WithTimeout(time.Minute))
				if !errors.Is(err, &host.LimitError{Limit: host.Steps}) {
					t.Errorf("a loop ended by %v", err)
				}
				return
			}
			err, out := limited(t, "print(sum(range(1000)))", host.WithMaxSteps(50_000), host.WithTimeout(time.Minute))
			if err != nil || out != "499500\n" {
				t.Errorf("%v %q", err, out)
			}
		})
	}
	wg.Wait()
}

func TestUsage(t *testing.T) {
	var out bytes.Buffer
	in, err := host.New(host.WithStdout(&out), host.WithMaxSteps(1_000_000), host.WithMaxOutput(1000))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := in.Run(context.Background(), "usage.py", []byte("for i in range(1000): pass\nprint('abc')\n")); err != nil {
		t.Fatal(err)
	}
	u := in.Usage()
	if u.Steps < 2000 || u.Steps > 100_000 || u.Output != 4 {
		t.Errorf("%+v", u)
	}
	in.ResetUsage()
	if u := in.Usage(); u.Steps != 0 || u.Output != 0 {
		t.Errorf("after ResetUsage: %+v", u)
	}
}
