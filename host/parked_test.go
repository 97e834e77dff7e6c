package host_test

// This file tests the worker processes that wait for the next pool of their
// program: that they are as good as new, or not used again, and that none is left.

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

// reuse is a script's way to see a worker again: it may have to try, because a
// worker that is slow to end its threads is not kept.
const reuse = `
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
def pid(): return os.getpid()
def again(first, second):
    for i in range(50):
        with ProcessPoolExecutor(1) as ex:
            p = ex.submit(pid).result()
            a = ex.submit(first).result()
        with ProcessPoolExecutor(1) as ex:
            q = ex.submit(pid).result()
            b = ex.submit(second).result()
        if p == q: return a, b
    raise AssertionError('no worker was used again')
`

func skipUnlessParking(t *testing.T) {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("looks into /proc")
	}
}

func TestParkedIsFresh(t *testing.T) {
	skipUnlessParking(t)
	out := runScript(t, reuse+`
import atexit, tempfile, builtins, json
n, kept = 0, []
def state():
    global n
    n += 1
    seen = n, os.environ.get('LEFT'), os.getcwd() == HOME, hasattr(builtins, 'left'), hasattr(json, 'left'), sys.getrecursionlimit(), os.environ.get('TOLD'), len(os.listdir('/proc/self/fd'))
    os.environ['LEFT'] = 'x'
    os.chdir('/')
    builtins.left = json.left = 1
    sys.setrecursionlimit(500)
    sys.path.append('left')
    next(i for i in range(5))
    kept.append(open('/dev/null'))
    atexit.register(print, 'bye', seen[0])
    print('in')
    return seen, len(sys.path)
HOME = os.getcwd()
a, b = again(state, state)
assert a == b, (a, b)
assert a[0][:6] == (1, None, True, False, False, sys.getrecursionlimit()), a
print('--')
os.environ['TOLD'] = 'yes'
assert again(state, state)[1][0][6] == 'yes'
def what(): return 'old'
old = what
def what(): return 'new'
assert again(old, what) == ('old', 'new')
class D:
    def __init__(self, x): self.x = x
def make(): return D(1)
d, e = again(make, make)
assert type(d) is D and type(e) is D
`)
	first, _, _ := strings.Cut(out, "--\n")
	if want := "in\nbye 1\n"; first == "" || strings.ReplaceAll(first, want, "") != "" {
		t.Errorf("printed %q, which is not %q over and over", first, want)
	}
	noWorkers(t)
}

// TestParkedIsClean fails if a worker is used again in which something is left.
func TestParkedIsClean(t *testing.T) {
	skipUnlessParking(t)
	runScript(t, reuse+`
import signal, subprocess, threading
def thread(): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
def umask(): os.umask(0o22)
def nice(): os.nice(0)
def handler(): signal.signal(signal.SIGUSR1, lambda *a: None)
def child(): subprocess.Popen(['sleep', '0.2'])
def memory(): return len(bytearray(100 << 20))
for leave in (thread, umask, nice, handler, child, memory):
    for i in range(2):
        with ProcessPoolExecutor(1) as ex:
            p = ex.submit(pid).result()
            ex.submit(leave).result()
            w = ex._processes[p]
        assert not w.is_alive() and w.exitcode == 0, (leave, w.exitcode)
        with ProcessPoolExecutor(1) as ex:
            assert ex.submit(pid).result() != p, leave
# What a program changes of its own process, new workers inherit.
def mask(): return os.umask(0o22)
with ProcessPoolExecutor(1) as ex: ex.submit(pid).result()
before = os.umask(0o27)
with ProcessPoolExecutor(1) as ex: assert ex.submit(mask).result() == 0o27
os.umask(before)
`)
	noWorkers(t)
}

// TestParkedNot fails if a worker is used again that shall not be.
func TestParkedNot(t *testing.T) {
	skipUnlessParking(t)
	runScript(t, reuse+`
import multiprocessing
for i in range(3):
    seen = []
    with ProcessPoolExecutor(1) as ex:
        seen.append(ex.submit(pid).result())
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as ex:
        seen += [ex.submit(pid).result() for _ in range(3)]
    assert len(set(seen)) == 4, seen
    q = multiprocessing.SimpleQueue()
    p = multiprocessing.Process(target=q.put, args=(1,))
    p.start(); p.join()
    assert p.exitcode == 0 and p.pid not in seen
    with ProcessPoolExecutor(1) as ex:
        assert ex.submit(pid).result() not in seen[1:] + [p.pid]
`)
	noWorkers(t)
}

// TestParkedEnds covers parked workers that die, the objects of those that have
// parked, and the end of the time that they stay.
func TestParkedEnds(t *testing.T) {
	skipUnlessParking(t)
	runScript(t, reuse+`
import multiprocessing
for i in range(20):
    with ProcessPoolExecutor(2) as ex:
        p = ex.submit(pid).result()
        w = ex._processes[p]
    assert not w.is_alive() and w.exitcode == 0 and w.join() is None
    assert not multiprocessing.active_children()
    if i % 2:
        try: os.kill(p, 9)
        except ProcessLookupError: pass
    else:
        w.kill(); w.terminate() # not its process any more
    with ProcessPoolExecutor(2) as ex:
        if i % 2 == 0: w.kill(); w.terminate()
        assert list(ex.map(abs, range(-5, 0))) == [5, 4, 3, 2, 1]
again(pid, pid)
def children():
    out = []
    for name in os.listdir('/proc'):
        try:
            with open('/proc/' + name + '/stat') as f: fields = f.read().rsplit(')', 1)[1].split()
        except OSError: continue
        if int(fields[1]) == os.getpid() and fields[0] != 'Z': out.append(name)
    return out
assert children()
end = time.monotonic() + 30
while children(): 
    assert time.monotonic() < end, 'a worker stays'
    time.sleep(0.1)
with ProcessPoolExecutor(2) as ex: assert ex.submit(abs, -1).result() == 1
`)
	noWorkers(t)
}

// TestParkedParentKilled fails if parked workers outlive a program that is killed.
func TestParkedParentKilled(t *testing.T) {
	skipUnlessParking(t)
	script := filepath.Join(t.TempDir(), "parked.py")
	os.WriteFile(script, []byte(reuse+`
again(pid, pid)
print('parked', flush=True)
time.sleep(60)
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
	bufio.NewReader(out).ReadString('\n')
	workers := children(cmd.Process.Pid)
	cmd.Process.Kill()
	cmd.Wait()
	for _, pid := range workers {
		for end := time.Now().Add(5 * time.Second); alive(pid); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("worker %d outlived its parent", pid)
			}
		}
	}
}

// TestParkedRights fails if a worker that is used again may do more, or less, than a
// new one.
func TestParkedRights(t *testing.T) {
	skipUnlessParking(t)
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "f"), []byte("text"), 0o600)
	script := reuse + fmt.Sprintf(`
def uses():
    out = [open(%q).read()]
    for f in (lambda: os.listdir('/'), lambda: os.umask(0), lambda: os.environ['HOME']):
        try: out.append(f())
        except PermissionError as e: out.append(' is not allowed here; ' in str(e))
    return out
a, b = again(uses, uses)
assert a == b == ['text', True, True, True], (a, b)
`, filepath.Join(dir, "f"))
	in, err := host.New(host.WithRead(dir), host.WithMaxMemory(200<<20), host.WithMaxSteps(1<<40))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := in.Run(t.Context(), "test.py", []byte(script)); err != nil {
		t.Fatal(err)
	}
	// The limits hold in one that is used again.
	err = in.Run(t.Context(), "test.py", []byte(reuse+`
def grow(): return len(bytearray(150 << 20)) + len([bytes(1 << 20) for i in range(150)])
again(pid, grow)
`))
	if err == nil || !strings.Contains(err.Error(), "limit of memory") {
		t.Errorf("the limit of memory gave %v", err)
	}
	in.Close()
	noWorkers(t)
}

// TestParkedWorkersLimit fails if parked workers exceed the limit of workers.
func TestParkedWorkersLimit(t *testing.T) {
	skipUnlessParking(t)
	out := runScript(t, `
import os
from concurrent.futures import ProcessPoolExecutor
def pid(): return os.getpid()
for i in range(5):
    with ProcessPoolExecutor(1) as ex: p = ex.submit(pid).result()
    print(os.path.exists('/proc/%d' % p))
`, host.WithMaxWorkers(1))
	if out != strings.Repeat("False\n", 5) {
		t.Errorf("parked under a limit of workers: %s", strconv.Quote(out))
	}
}
