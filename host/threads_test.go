package host_test

// This file runs programs with many threads and tasks, and programs that leave
// some behind.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"testing"
	"time"

	"go.uber.org/goleak"

	"starpool/host"
)

func TestTenThousandSleepingTasks(t *testing.T) {
	n := 10000
	if testing.Short() {
		n = 1000
	}
	prints(t, fmt.Sprintf(`
import time
with ThreadPoolExecutor(%[1]d) as ex:
    start = time.time()
    fs = [ex.submit(time.sleep, 0.5) for _ in range(%[1]d)]
    done, pending = wait(fs)
    took = time.time() - start
print(len(done), len(pending), took < 60)
`, n), fmt.Sprintf("%d 0 True\n", n))
}

func TestBusyTaskDoesNotStarveOthers(t *testing.T) {
	for name, busy := range map[string]string{
		"loop":     "while not stop: pass",
		"built-in": "s = 'a' * 10**5\n    while not stop: s.replace('a', 'b')",
		"operator": "s = 'a' * 10**5\n    while not stop: x = s + s",
	} {
		t.Run(name, func(t *testing.T) {
			prints(t, `
import time
stop = False
def busy():
    `+busy+`
def short(i): return i
with ThreadPoolExecutor(8) as ex:
    fs = [ex.submit(busy) for _ in range(3)]
    print(sum(ex.map(short, range(50))))
    for i in range(5): time.sleep(0.001)
    stop = True
print("end")
`, "1225\nend\n")
		})
	}
}

func TestSharedContainers(t *testing.T) {
	prints(t, `
import threading
d, l, s = {}, [], set()
lock = threading.Lock()
count = 0
def work(k):
    global count
    for i in range(500):
        d[(k, i)] = i
        l.append(i)
        s.add(i % 50)
        for x in list(s): pass
        if i % 3 == 0: d.pop((k, i))
        with lock: count += 1
threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
for t in threads: t.start()
for t in threads: t.join()
print(len(d), len(l), len(s), count)
`, "2664 4000 50 4000\n")
}

func TestNestedPools(t *testing.T) {
	prints(t, `
def fib(ex, n):
    if n < 2: return n
    a, b = ex.submit(fib, ex, n - 1), ex.submit(fib, ex, n - 2)
    return a.result() + b.result()
with ThreadPoolExecutor(2) as ex:
    print(ex.submit(fib, ex, 11).result())
def inner(i):
    with ThreadPoolExecutor(3) as ex:
        return sum(ex.map(lambda x: x * i, range(10)))
with ThreadPoolExecutor(4) as ex:
    print(sum(ex.map(inner, range(20))))
`, "89\n8550\n")
}

func TestCancelAndCallbackRaces(t *testing.T) {
	prints(t, `
import threading, time
calls = []
def note(f): calls.append(f.cancelled())
with ThreadPoolExecutor(3) as ex:
    fs = []
    def cancel():
        for f in list(fs): f.cancel()
    for i in range(300):
        f = ex.submit(time.sleep, 0)
        f.add_done_callback(note)
        fs.append(f)
        if i % 50 == 0:
            threading.Thread(target=cancel).start()
    cancel()
    cancel()
wait(fs)
print(len(calls), calls.count(True) == sum(f.cancelled() for f in fs), all(f.done() for f in fs))
f = Future()
seen = []
def add():
    for i in range(100): f.add_done_callback(lambda f: seen.append(1))
ts = [threading.Thread(target=add) for _ in range(4)]
for t in ts: t.start()
f.set_result(1)
for t in ts: t.join()
print(len(seen))
`, "300 True True\n400\n")
}

func TestQueuesBetweenThreads(t *testing.T) {
	prints(t, `
import queue, threading
q, results = queue.Queue(maxsize=4), queue.SimpleQueue()
def work():
    while (x := q.get()) is not None:
        results.put(x * x)
        q.task_done()
    q.task_done()
ts = [threading.Thread(target=work) for _ in range(5)]
for t in ts: t.start()
for i in range(400): q.put(i)
for t in ts: q.put(None)
q.join()
for t in ts: t.join()
print(sum(results.get() for _ in range(400)), results.empty())
b = threading.Barrier(4)
c = threading.Condition()
n = 0
def meet():
    global n
    for _ in range(20):
        b.wait()
        with c:
            n += 1
            c.notify_all()
ts = [threading.Thread(target=meet) for _ in range(4)]
for t in ts: t.start()
with c: c.wait_for(lambda: n == 80, timeout=60)
for t in ts: t.join()
print(n)
`, "21253400 True\n80\n")
}

// leftovers are programs that end with something still alive.
var leftovers = map[string]string{
	"pool not shut down":       "ex = ThreadPoolExecutor(4)\nprint(ex.submit(int).result())",
	"pools dropped":            "for i in range(50): ThreadPoolExecutor(2).submit(int).result()\nprint(0)",
	"shutdown without wait":    "import time\nex = ThreadPoolExecutor(2)\nf = ex.submit(time.sleep, 0.1)\nex.shutdown(wait=False)\nprint(0)",
	"generator abandoned":      "def g():\n    while True: yield 0\ng1 = g()\nfor i in range(20): print(next(g())) if i == 0 else next(g())\nnext(g1)",
	"generator with finally":   "def g():\n    try:\n        while True: yield 0\n    finally: pass\nx = g()\nprint(next(x))",
	"map abandoned":            "import time\nex = ThreadPoolExecutor(2)\nm = ex.map(lambda x: x, range(100))\nprint(next(m))",
	"as_completed abandoned":   "ex = ThreadPoolExecutor(2)\nfor f in as_completed([ex.submit(int) for i in range(9)]):\n    print(f.result())\n    break",
	"daemon sleeps":            "import threading, time\nthreading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\nprint(0)",
	"daemon is busy":           "import threading\ndef f():\n    while True: pass\nthreading.Thread(target=f, daemon=True).start()\nprint(0)",
	"daemon waits for a queue": "import queue, threading\nthreading.Thread(target=queue.Queue().get, daemon=True).start()\nprint(0)",
	"daemon waits for a lock":  "import threading\nl = threading.Lock()\nl.acquire()\nthreading.Thread(target=l.acquire, daemon=True).start()\nprint(0)",
	"daemon waits for input":   "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\nprint(0)",
	"timer":                    "import threading\nt = threading.Timer(1000, print)\nt.daemon = True\nt.start()\nprint(0)",
	"future never set":         "f = Future()\nf.add_done_callback(print)\nprint(0)",
}

func TestNothingIsLeftBehind(t *testing.T) {
	for name, src := range leftovers {
		t.Run(name, func(t *testing.T) {
			defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
			prints(t, src, "0\n")
		})
	}
}

// TestCancelledContext ends programs through the context of Run: scripts cannot
// catch that, and nothing is waited for.
func TestCancelledContext(t *testing.T) {
	for name, src := range map[string]string{
		"busy":   "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
		"sleep":  "import time\nwhile True:\n    try: time.sleep(1000)\n    except BaseException: pass",
		"result": "import time\nex = ThreadPoolExecutor(2)\nex.submit(time.sleep, 1000).result()",
		"tasks":  "import time\nex = ThreadPoolExecutor(2)\nfor i in range(10): ex.submit(time.sleep, 1000)",
		"loop":   "def f():\n    while True: pass\nex = ThreadPoolExecutor(2)\nex.submit(f)\nex.submit(f)",
	} {
		t.Run(name, func(t *testing.T) {
			defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
			in, err := host.New(host.WithAll(), host.WithStdout(io.Discard), host.WithStderr(io.Discard))
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
			defer cancel()
			err = in.Run(ctx, "test.py", []byte(src))
			in.Close()
			if !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("got %v", err)
			}
		})
	}
}
