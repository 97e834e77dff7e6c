package host_test

import (
	"bytes"
	"context"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"starpool/host"
)

// recorder notes the names of events.
type recorder struct {
	mu     sync.Mutex
	events []string
	tasks  map[string]host.TaskEvent // the last event of a kind
}

func (r *recorder) task(kind string) func(host.TaskEvent) {
	return func(e host.TaskEvent) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.tasks == nil {
			r.tasks = make(map[string]host.TaskEvent)
		}
		r.events = append(r.events, kind)
		r.tasks[kind] = e
	}
}

func (r *recorder) worker(kind string) func(host.WorkerEvent) {
	return func(host.WorkerEvent) {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.events = append(r.events, kind)
	}
}

func (r *recorder) count(kind string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for _, e := range r.events {
		if e == kind {
			n++
		}
	}
	return n
}

func (r *recorder) listener() host.Listener {
	return host.Listener{
		TaskSubmitted: r.task("submitted"), TaskStarted: r.task("started"), TaskFinished: r.task("finished"),
		TaskFailed: r.task("failed"), TaskCancelled: r.task("cancelled"), Unretrieved: r.task("unretrieved"),
		WorkerStarted: r.worker("worker started"), WorkerStopped: r.worker("worker stopped"),
		PoolBroken: func(host.PoolEvent) { r.task("broken")(host.TaskEvent{}) },
		Deadlock:   func(e host.DeadlockEvent) { r.task("deadlock")(e.Tasks[0]) },
	}
}

func listen(t *testing.T, r *recorder, src string) {
	t.Helper()
	var out bytes.Buffer
	in, err := host.New(host.WithStdout(&out), host.WithStderr(&out), host.WithListener(r.listener()))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := in.Run(context.Background(), "listen.py", []byte(src)); err != nil {
		t.Logf("%v\n%s", err, &out)
	}
}

func TestListenerTasks(t *testing.T) {
	for _, kind := range []struct{ class, name string }{
		{"ThreadPoolExecutor", "thread"}, {"ProcessPoolExecutor", "process"}, {"InterpreterPoolExecutor", "interpreter"},
	} {
		t.Run(kind.name, func(t *testing.T) {
			var r recorder
			listen(t, &r, `
from concurrent.futures import `+kind.class+`
import time
def work(x):
    time.sleep(0.01)
    return 1 // x
with `+kind.class+`(1) as ex:
    good = ex.submit(work, 1)
    bad = ex.submit(work, 0)
    late = ex.submit(work, 2)
    late.cancel()
    bad.exception()
`)
			for event, n := range map[string]int{"submitted": 3, "started": 2, "finished": 1, "failed": 1, "cancelled": 1, "worker started": 1, "worker stopped": 1, "unretrieved": 0} {
				if got := r.count(event); got != n {
					t.Errorf("%d times %s, want %d", got, event, n)
				}
			}
			e := r.tasks["failed"]
			if e.Kind != kind.name || e.Task != 2 || e.Function != "work" || e.Submitted != "listen.py:9" || e.Worker != 0 {
				t.Errorf("failed: %+v", e)
			}
			if e.Err == nil || !strings.HasPrefix(e.Err.Error(), "ZeroDivisionError: ") {
				t.Errorf("error: %v", e.Err)
			}
			if e.Run < 10*time.Millisecond || e.Queued <= 0 {
				t.Errorf("ran %v, queued %v", e.Run, e.Queued)
			}
			if s := r.tasks["submitted"]; s.Worker != -1 || s.Task != 3 {
				t.Errorf("submitted: %+v", s)
			}
		})
	}
}

func TestListenerDeadlock(t *testing.T) {
	var r recorder
	listen(t, &r, `
from concurrent.futures import ThreadPoolExecutor
ex = ThreadPoolExecutor(2)
f = []
import threading
ready = threading.Event()
def wait(i):
    ready.wait()
    return f[i].result()
f += [ex.submit(wait, 1), ex.submit(wait, 0)]
ready.set()
`)
	if r.count("deadlock") != 1 || r.tasks["deadlock"].Function != "wait" {
		t.Errorf("events %v, deadlock %+v", r.events, r.tasks["deadlock"])
	}
	if r.count("unretrieved") == 0 {
		t.Errorf("nobody was told of the exceptions: %v", r.events)
	}
}

// TestListenerBroken has an initializer that fails with tasks queued.
func TestListenerBroken(t *testing.T) {
	var r recorder
	listen(t, &r, `
from concurrent.futures import ThreadPoolExecutor
import time
def init():
    time.sleep(0.05)
    raise ValueError
ex = ThreadPoolExecutor(1, initializer=init)
fs = [ex.submit(print, i) for i in range(3)]
for f in fs: f.exception()
`)
	if r.count("broken") != 1 || r.count("failed") != 3 || r.count("started") != 0 {
		t.Errorf("events %v", r.events)
	}
}

// TestListenerPanics has a listener that panics: tasks go on.
func TestListenerPanics(t *testing.T) {
	var out bytes.Buffer
	boom := func(host.TaskEvent) { panic("boom") }
	in, err := host.New(host.WithStdout(&out), host.WithListener(host.Listener{TaskSubmitted: boom, TaskStarted: boom, TaskFinished: boom}))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	src := "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor() as ex: print(ex.submit(lambda: 7).result())\n"
	if err := in.Run(context.Background(), "panics.py", []byte(src)); err != nil || out.String() != "7\n" {
		t.Errorf("%v %q", err, &out)
	}
}

func TestLogListener(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	var out bytes.Buffer
	in, err := host.New(host.WithStdout(&out), host.WithStderr(&out), host.WithListener(host.LogListener(logger)))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	src := "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(1) as ex:\n    ex.submit(len, 'a')\n    ex.submit(len, 1)\n"
	if err := in.Run(context.Background(), "log.py", []byte(src)); err != nil {
		t.Fatal(err)
	}
	var got []string
	for line := range strings.Lines(log.String()) {
		if i := strings.Index(line, "msg="); i >= 0 {
			msg := line[i+4:]
			if msg[0] == '"' {
				msg = msg[1 : 1+strings.IndexByte(msg[1:], '"')]
			}
			got = append(got, msg)
		}
	}
	slices.Sort(got)
	want := []string{"exception that nobody asked for", "task failed", "task finished", "task started", "task started", "task submitted", "task submitted", "worker started", "worker stopped"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q\n%s", got, want, &log)
	}
	if !strings.Contains(log.String(), "function=len submitted=log.py:4") {
		t.Errorf("log: %s", &log)
	}
}
