package host_test

// This file tests the worker processes: that a killed one settles every future,
// that none is left behind, and that nothing leaks.

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"starpool/host"
)

// programVariable makes the test binary run a script as a program of its own
// would.
const programVariable = "STARPOOL_TEST_PROGRAM"

func TestMain(m *testing.M) {
	host.Worker()
	if path := os.Getenv(programVariable); path != "" {
		os.Unsetenv(programVariable)
		in, err := host.New(host.WithAll())
		if err == nil {
			err = in.RunFile(context.Background(), path)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	goleak.VerifyTestMain(m) // no test leaves a goroutine behind
}

var kills = flag.Int("kills", 60, "how many workers TestKilledWorkers kills; CI and releases: 500")

func runScript(t *testing.T, src string, opts ...host.Option) string {
	t.Helper()
	var out bytes.Buffer
	in, err := host.New(append([]host.Option{host.WithAll(), host.WithStdout(&out), host.WithStderr(io.Discard)}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 4*time.Minute+time.Duration(*kills)*time.Second/2)
	defer cancel()
	if err := in.Run(ctx, "test.py", []byte(src)); err != nil {
		if e, ok := err.(*host.Error); ok {
			t.Fatalf("%s\n%s", out.String(), e.Traceback)
		}
		t.Fatalf("%s\n%v", out.String(), err)
	}
	return out.String()
}

// TestKilledWorkers kills workers at random moments while they start, read, run
// and write. Every future must be settled, with its result or BrokenProcessPool.
func TestKilledWorkers(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("os.kill with a signal")
	}
	n := *kills
	if testing.Short() {
		n = 10
	}
	out := runScript(t, fmt.Sprintf(`
import os, random, time
from concurrent.futures import CancelledError, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

def work(i, payload):
    time.sleep(random.random() * 0.005)
    if i %% 5 == 0:
        print('task', i)
    return payload + payload

random.seed(%d)
kills = submitted = settled = 0
while kills < %d:
    ex = ProcessPoolExecutor(3)
    try:
        fs = [ex.submit(work, i, bytes(random.randrange(200000))) for i in range(20)]
    except BrokenProcessPool:
        continue
    submitted += len(fs)
    time.sleep(random.random() * 0.02)
    for pid in list(ex._processes or {})[:random.randrange(3)]:
        try:
            os.kill(pid, 9)
            kills += 1
        except ProcessLookupError:
            pass
    for f in fs:
        try:
            assert len(f.result(timeout=30)) %% 2 == 0
            settled += 1
        except BrokenProcessPool:
            settled += 1
    ex.shutdown()
    assert all(f.done() for f in fs)
print('all', submitted == settled)
`, time.Now().UnixNano()%1000, n))
	if !strings.HasSuffix(out, "all True\n") {
		t.Errorf("%s", out[max(0, len(out)-300):])
	}
	noWorkers(t)
}

// TestNothingLeft fails if pools that were used leave goroutines behind.
func TestNothingLeft(t *testing.T) {
	run := func() {
		runScript(t, `
from concurrent.futures import *
def f(x): return x + 1
for cls in (ProcessPoolExecutor, InterpreterPoolExecutor):
    with cls(2) as ex:
        assert list(ex.map(f, range(20))) == list(range(1, 21))
`)
	}
	run()
	before := runtime.NumGoroutine()
	for range 3 {
		run()
	}
	for end := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; {
		if time.Now().After(end) {
			buf := make([]byte, 1<<20)
			t.Fatalf("%d goroutines, %d before\n%s", runtime.NumGoroutine(), before, buf[:runtime.Stack(buf, true)])
		}
		time.Sleep(10 * time.Millisecond)
	}
	noWorkers(t)
}

// children returns the processes whose parent is pid, from /proc.
func children(pid int) []int {
	var out []int
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, path := range stats {
		data, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		_, rest, ok := strings.Cut(string(data), ") ")
		fields := strings.Fields(rest)
		if !ok || len(fields) < 2 || fields[0] == "Z" {
			continue
		}
		if ppid, _ := strconv.Atoi(fields[1]); ppid == pid {
			n, _ := strconv.Atoi(filepath.Base(filepath.Dir(path)))
			out = append(out, n)
		}
	}
	return out
}

func noWorkers(t *testing.T) {
	t.Helper()
	for end := time.Now().Add(5 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		left := children(os.Getpid())
		if len(left) == 0 {
			return
		}
		if time.Now().After(end) {
			t.Fatalf("worker processes %v are left", left)
		}
	}
}

func alive(pid int) bool {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return false
	}
	_, rest, _ := strings.Cut(string(data), ") ")
	return !strings.HasPrefix(rest, "Z")
}

// TestParentKilled fails if a worker outlives a parent that was killed, or that
// Ctrl-C ended, in the middle of a task that never ends.
func TestParentKilled(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("looks into /proc")
	}
	script := filepath.Join(t.TempDir(), "busy.py")
	os.WriteFile(script, []byte(`
import time
from concurrent.futures import ProcessPoolExecutor
def busy(x):
    while True: pass
with ProcessPoolExecutor(2) as ex:
    fs = [ex.submit(busy, i) for i in range(4)]
    while len(ex._processes) < 2: time.sleep(0.01)
    print(*ex._processes, flush=True)
    fs[0].result()
`), 0o600)
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), programVariable+"="+script)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	cmd.Process.Kill()
	cmd.Wait()
	for _, f := range strings.Fields(line) {
		pid, _ := strconv.Atoi(f)
		for end := time.Now().Add(5 * time.Second); alive(pid); time.Sleep(20 * time.Millisecond) {
			if time.Now().After(end) {
				if p, err := os.FindProcess(pid); err == nil {
					p.Kill()
				}
				t.Fatalf("worker %d outlived its parent", pid)
			}
		}
	}
}

// TestClosedInterpreter fails if a pool that nobody shut down outlives the
// interpreter.
func TestClosedInterpreter(t *testing.T) {
	in, err := host.New(host.WithAll(), host.WithStdout(io.Discard), host.WithStderr(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		for len(children(os.Getpid())) == 0 {
			time.Sleep(5 * time.Millisecond)
		}
		cancel()
	}()
	err = in.Run(ctx, "test.py", []byte(`
from concurrent.futures import ProcessPoolExecutor
def busy():
    while True: pass
ProcessPoolExecutor(1).submit(busy).result()
`))
	if err == nil {
		t.Error("the program ended by itself")
	}
	in.Close()
	noWorkers(t)
}
