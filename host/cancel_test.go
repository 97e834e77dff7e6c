package host_test

// This file tests that the end of a context ends a program, a call, and all that
// they started, whatever it waits in.

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"starpool/host"
)

// waits are programs that never end by themselves.
var waits = map[string]string{
	"loop":            "while True: pass",
	"for":             "import itertools\nfor x in itertools.count(): pass",
	"comprehension":   "import itertools\n[x for x in itertools.count() if x < 0]",
	"built-in":        "sum(iter(int, 1))",
	"big ints":        "x = 3\nwhile True: x = x * 3 % (1 << 4000)",
	"recursion":       "def f(n):\n    while True:\n        if n: f(n - 1)\n        else: return\nf(400)",
	"try":             "while True:\n    try: raise ValueError\n    except BaseException: pass\n    finally: pass",
	"catch all":       "import time\nwhile True:\n    try: time.sleep(100)\n    except BaseException: pass",
	"finally":         "import time\ntry: time.sleep(100)\nfinally:\n    time.sleep(100)",
	"sleep":           "import time\ntime.sleep(1000)",
	"lock":            "import threading\nl = threading.Lock(); l.acquire(); l.acquire()",
	"condition":       "import threading\nc = threading.Condition()\nwith c: c.wait()",
	"event":           "import threading\nthreading.Event().wait()",
	"join":            "import threading, time\nt = threading.Thread(target=time.sleep, args=(1000,)); t.start(); t.join()",
	"left thread":     "import threading\ndef busy():\n    while True: pass\nthreading.Thread(target=busy).start()",
	"daemon":          "import threading, time\ndef busy():\n    while True: pass\nthreading.Thread(target=busy, daemon=True).start()\ntime.sleep(1000)",
	"queue":           "import queue\nqueue.Queue().get()",
	"result":          "import time\nex = ThreadPoolExecutor(1); ex.submit(time.sleep, 1000).result()",
	"as_completed":    "import time\nex = ThreadPoolExecutor(1)\nfor f in as_completed([ex.submit(time.sleep, 1000)]): pass",
	"wait":            "import time\nex = ThreadPoolExecutor(1); wait([ex.submit(time.sleep, 1000)])",
	"with pool":       "def busy():\n    while True: pass\nwith ThreadPoolExecutor(3) as ex:\n    for _ in range(20): ex.submit(busy)",
	"busy tasks":      "def busy():\n    while True:\n        try: 1 // 0\n        except: pass\nex = ThreadPoolExecutor(4)\nfor _ in range(8): ex.submit(busy)",
	"pools in pools":  "def busy(n):\n    with ThreadPoolExecutor(2) as ex:\n        if n: list(ex.map(busy, [n - 1] * 2))\n        else:\n            while True: pass\nbusy(3)",
	"submits forever": "ex = ThreadPoolExecutor(2)\ndef again(): ex.submit(again)\nagain()\nwhile True: pass",
	"map":             "import time\nex = ThreadPoolExecutor(2); list(ex.map(time.sleep, [1000] * 4))",
	"generator":       "def g():\n    while True: yield 1\nfor x in g(): pass",
	"deep generator":  "def g():\n    while True: pass\n    yield 1\nnext(g())",
	"interpreters":    "def busy():\n    while True: pass\nwith InterpreterPoolExecutor(2) as ex: ex.submit(busy); ex.submit(busy)",
	"processes":       "def busy():\n    while True: pass\nwith ProcessPoolExecutor(2) as ex: ex.submit(busy); ex.submit(busy)",
	"subprocess":      "import subprocess, sys\nsubprocess.run(['sleep', '1000'])",
	"socket":          "import socket\ns = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(); s.accept()",
	"socket recv":     "import socket\na, b = socket.socketpair(); a.recv(1)",
	"http":            "import socket, urllib.request\ns = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()\nurllib.request.urlopen('http://127.0.0.1:%d/' % s.getsockname()[1])",
	"atexit":          "import atexit, time\natexit.register(time.sleep, 1000)",
	"class body":      "class A:\n    while True: pass",
	"sort":            "while True: sorted(range(10000), key=lambda x: -x)",
	"dunder":          "class A:\n    def __eq__(self, o):\n        while True: pass\nA() == A()",
	"excepthook":      "import sys\ndef hook(*a):\n    while True: pass\nsys.excepthook = hook\n1 // 0",
}

func modulesMissing(err error) bool {
	var e *host.Error
	return errors.As(err, &e) && e.Class == "ModuleNotFoundError"
}

func TestCancelEverything(t *testing.T) {
	for name, src := range waits {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in, out := newHost(t, host.WithRun(), host.WithNet())
			ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
			defer cancel()
			began := time.Now()
			err := in.Run(ctx, "wait.py", []byte(src))
			if modulesMissing(err) {
				t.Skip(err)
			}
			if failed := name == "excepthook" && errors.Is(err, host.Builtin("ZeroDivisionError")); !failed && !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %v, want %v", err, context.DeadlineExceeded)
			}
			if took := time.Since(began); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
			says(t, in, out, "with ThreadPoolExecutor(2) as ex: print(sum(ex.map(abs, [-1, -2])))", "3\n")
		})
	}
}

func TestCancelCall(t *testing.T) {
	for name, src := range waits {
		if name == "atexit" || name == "excepthook" || name == "left thread" || name == "busy tasks" {
			continue // these end; what they leave is the program's
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in, out := newHost(t, host.WithRun(), host.WithNet())
			def := "def call():\n    " + strings.ReplaceAll(src, "\n", "\n    ") + "\n"
			if err := in.Exec(context.Background(), "call.py", []byte(def)); err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(context.Background())
			time.AfterFunc(50*time.Millisecond, cancel)
			_, err := in.Call(ctx, "call")
			if modulesMissing(err) {
				t.Skip(err)
			}
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got %v, want %v", err, context.Canceled)
			}
			says(t, in, out, "with ThreadPoolExecutor(2) as ex: print(sum(ex.map(abs, [-1, -2])))", "3\n")
		})
	}
}

// What a cancelled program and call leave behind: nothing.
func TestCancelLeavesNothing(t *testing.T) {
	before := goleak.IgnoreCurrent()
	for _, name := range []string{"busy tasks", "left thread", "pools in pools", "queue", "interpreters", "processes", "generator", "socket recv"} {
		in, _ := newHost(t, host.WithNet())
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		if err := in.Run(ctx, "wait.py", []byte(waits[name])); !errors.Is(err, context.DeadlineExceeded) && !modulesMissing(err) {
			t.Errorf("%s: %v", name, err)
		}
		cancel()
		if name != "interpreters" && name != "processes" { // these end with Close
			if err := goleak.Find(before); err != nil {
				t.Errorf("%s: before Close: %v", name, err)
			}
		}
		in.Close()
		if err := goleak.Find(before); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Calls do not stop each other, and tasks of one call stop with it alone.
func TestCancelOneCall(t *testing.T) {
	in, _ := newHost(t)
	err := in.Exec(context.Background(), "calls.py", []byte(`
import time, threading
pool = ThreadPoolExecutor(8)
turns = [0, 0, 0]
def forever(who):
    while True:
        time.sleep(0.001)
        turns[who] += 1
def call(who): return pool.submit(forever, who).result()
def good(n): return pool.submit(pow, n, 2).result()
`))
	if err != nil {
		t.Fatal(err)
	}
	ctx1, cancel1 := context.WithCancel(context.Background())
	ctx2, cancel2 := context.WithCancel(context.Background())
	done := make(chan error, 2)
	go func() { _, err := in.Call(ctx1, "call", 1); done <- err }()
	go func() { _, err := in.Call(ctx2, "call", 2); done <- err }()
	time.Sleep(50 * time.Millisecond)
	cancel1()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	turns := func(who int) int {
		v, _ := in.Get("turns")
		list, err := host.As[[]int](v)
		if err != nil {
			t.Fatal(err)
		}
		return list[who]
	}
	stopped := func(who int) bool {
		n := turns(who)
		time.Sleep(20 * time.Millisecond)
		return turns(who) == n
	}
	waitFor(t, func() bool { return stopped(1) })
	for n := range 100 {
		v, err := in.Call(context.Background(), "good", n)
		if got, _ := host.As[int](v); err != nil || got != n*n {
			t.Fatal(got, err)
		}
	}
	before := turns(2)
	waitFor(t, func() bool { return turns(2) > before }) // the other call's task goes on
	cancel2()
	if err := <-done; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	waitFor(t, func() bool { return stopped(2) })
	if err := in.End(context.Background()); err != nil {
		t.Error(err)
	}
}

func waitFor(t *testing.T, ok func() bool) {
	t.Helper()
	for range 2000 {
		if ok() {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Error("it never came about")
}

func TestCancelCause(t *testing.T) {
	in, _ := newHost(t)
	mine := errors.New("mine")
	ctx, cancel := context.WithCancelCause(context.Background())
	time.AfterFunc(20*time.Millisecond, func() { cancel(fmt.Errorf("because: %w", mine)) })
	if err := in.Run(ctx, "wait.py", []byte("while True: pass")); !errors.Is(err, mine) {
		t.Error(err)
	}
	if err := in.Run(ctx, "late.py", []byte("print(1)")); !errors.Is(err, mine) {
		t.Error(err)
	}
}
