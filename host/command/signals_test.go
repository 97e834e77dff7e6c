//go:build unix

package command_test

// This file sends Ctrl-C to the real program, as a signal and from the keyboard
// of a pseudo-terminal.

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// soon is how long the program may take to end. A person is given 200 ms; a
// machine that runs other tests gets more.
const soon = 10 * time.Second

// A program is a script that runs, whose standard output is read by lines.
type program struct {
	t     *testing.T
	cmd   *exec.Cmd
	lines *bufio.Scanner
	errs  bytes.Buffer
	ended chan error
}

func start(t *testing.T, script string) *program {
	t.Helper()
	file := filepath.Join(t.TempDir(), "script.py")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	p := &program{t: t, cmd: exec.Command("starpool", file), ended: make(chan error, 1)}
	stdin, err := p.cmd.StdinPipe() // never closed: input() waits
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	p.cmd.Stderr = &p.errs
	p.lines = bufio.NewScanner(out)
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		p.cmd.Process.Kill()
		stdin.Close()
	})
	return p
}

// line waits for the next line of standard output.
func (p *program) line() string {
	p.t.Helper()
	if !p.lines.Scan() {
		p.cmd.Wait()
		p.t.Fatalf("the program ended: %s", p.errs.String())
	}
	return p.lines.Text()
}

func (p *program) expect(want string) {
	p.t.Helper()
	if got := p.line(); got != want {
		p.t.Fatalf("got line %q, want %q", got, want)
	}
}

func (p *program) interrupt() {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGINT); err != nil {
		p.t.Fatal(err)
	}
}

// end waits for the end of the program and returns its exit status and what it
// had left to print.
func (p *program) end() (status int, rest []string) {
	p.t.Helper()
	began := time.Now()
	timer := time.AfterFunc(soon, func() { p.cmd.Process.Kill() })
	for p.lines.Scan() {
		rest = append(rest, p.lines.Text())
	}
	err := p.cmd.Wait()
	if !timer.Stop() {
		p.t.Fatalf("still running after %v", soon)
	}
	p.t.Logf("ended after %v", time.Since(began).Round(time.Millisecond))
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	return p.cmd.ProcessState.ExitCode(), rest
}

const ready = "print('ready', flush=True)\n"

// waits are the ways to wait or to be busy that Ctrl-C must end.
var waits = map[string]string{
	"busy loop":           "while True: pass",
	"busy function":       "def f():\n    while True: pass\nf()",
	"busy generator":      "def g():\n    while True: yield 1\nfor x in g(): pass",
	"busy comprehension":  "x = [i for i in iter(int, 1)]",
	"busy sum":            "sum(range(10**15))",
	"long built-in calls": "s = 'a' * 10**6\nwhile True: s.replace('a', 'b')",
	"sleep":               "import time\ntime.sleep(1000)",
	"result":              "import time\nThreadPoolExecutor().submit(time.sleep, 1000).result()",
	"result of busy task": "def f():\n    while True: pass\nThreadPoolExecutor().submit(f).result()",
	"result with timeout": "import time\nThreadPoolExecutor().submit(time.sleep, 1000).result(timeout=1000)",
	"exception":           "import time\nThreadPoolExecutor().submit(time.sleep, 1000).exception()",
	"wait":                "import time\nwait([ThreadPoolExecutor().submit(time.sleep, 1000)])",
	"as_completed":        "import time\nfor f in as_completed([ThreadPoolExecutor().submit(time.sleep, 1000)]): pass",
	"map":                 "import time\nlist(ThreadPoolExecutor().map(time.sleep, [1000] * 3))",
	"with executor":       "import time\nwith ThreadPoolExecutor(2) as ex:\n    for i in range(9): ex.submit(time.sleep, 1000)",
	"shutdown":            "import time\nex = ThreadPoolExecutor()\nex.submit(time.sleep, 1000)\nex.shutdown()",
	"end with tasks":      "import time\nex = ThreadPoolExecutor()\nex.submit(time.sleep, 1000)",
	"end with thread":     "import threading, time\nthreading.Thread(target=time.sleep, args=(1000,)).start()",
	"queue.get":           "import queue\nqueue.Queue().get()",
	"queue.put":           "import queue\nq = queue.Queue(1)\nq.put(1)\nq.put(2)",
	"queue.join":          "import queue\nq = queue.Queue()\nq.put(1)\nq.join()",
	"lock":                "import threading\nl = threading.Lock()\nl.acquire()\nl.acquire()",
	"join":                "import threading, time\nt = threading.Thread(target=time.sleep, args=(1000,))\nt.start()\nt.join()",
	"event":               "import threading\nthreading.Event().wait()",
	"condition":           "import threading\nc = threading.Condition()\nwith c: c.wait()",
	"semaphore":           "import threading\nthreading.Semaphore(0).acquire()",
	"barrier":             "import threading\nthreading.Barrier(2).wait()",
	"input":               "input()",
	"stdin":               "import sys\nsys.stdin.read()",
}

func TestInterruptEndsEveryWait(t *testing.T) {
	for name, body := range waits {
		t.Run(name, func(t *testing.T) {
			p := start(t, ready+body)
			p.expect("ready")
			time.Sleep(20 * time.Millisecond) // so that it waits, most of the time
			p.interrupt()
			status, rest := p.end()
			if status != 130 || len(rest) > 0 {
				t.Errorf("status %d and output %q, want 130 and none", status, rest)
			}
			if errs := p.errs.String(); !strings.HasSuffix(errs, "KeyboardInterrupt\n") || strings.Contains(errs, "goroutine ") {
				t.Errorf("standard error: %s", errs)
			}
		})
	}
}

func TestInterruptRunsHandlers(t *testing.T) {
	p := start(t, `
import time
class Room:
    def __enter__(self): return self
    def __exit__(self, *exc): print("left", exc[0].__name__)
try:
    try:
        with Room():
            print("ready", flush=True)
            time.sleep(1000)
    finally:
        print("finally")
except KeyboardInterrupt as e:
    print("caught", repr(e))
print("goes on")
`)
	p.expect("ready")
	p.interrupt()
	status, rest := p.end()
	if got := strings.Join(rest, "|"); status != 0 || got != "left KeyboardInterrupt|finally|caught KeyboardInterrupt()|goes on" {
		t.Errorf("status %d, output %q", status, got)
	}
	if p.errs.Len() > 0 {
		t.Errorf("standard error: %s", p.errs.String())
	}
}

func TestInterruptInBusyLoopIsCaught(t *testing.T) {
	p := start(t, `
def busy():
    n = 0
    print("ready", flush=True)
    while True:
        n += 1
try:
    busy()
except Exception:
    print("not this one")
except BaseException as e:
    print(type(e).__name__)
`)
	p.expect("ready")
	p.interrupt()
	if status, rest := p.end(); status != 0 || strings.Join(rest, "|") != "KeyboardInterrupt" {
		t.Errorf("status %d, output %q, errors %s", status, rest, p.errs.String())
	}
}

func TestSecondInterruptEndsTheProgram(t *testing.T) {
	p := start(t, `
import time
while True:
    try:
        print("ready", flush=True)
        time.sleep(1000)
    except KeyboardInterrupt:
        print("caught", flush=True)
`)
	p.expect("ready")
	p.interrupt()
	p.expect("caught")
	p.interrupt()
	if status, _ := p.end(); status != 130 {
		t.Errorf("status %d, want 130; standard error: %s", status, p.errs.String())
	}
}

func TestSecondInterruptKeepsOutput(t *testing.T) {
	p := start(t, `
import time
try:
    print("ready", flush=True)
    time.sleep(1000)
finally:
    print("cleaning up", flush=True)
    print("printed without a flush")
    while True: pass
`)
	p.expect("ready")
	p.interrupt()
	p.expect("cleaning up")
	p.expect("printed without a flush")
	p.interrupt()
	if status, _ := p.end(); status != 130 {
		t.Errorf("status %d, want 130", status)
	}
}

// A terminal runs a script on a pseudo-terminal, with what it shows.
type terminal struct {
	*program
	keys *os.File
	mu   sync.Mutex
	text bytes.Buffer
}

func startTerminal(t *testing.T, script string, env ...string) *terminal {
	t.Helper()
	file := filepath.Join(t.TempDir(), "script.py")
	if err := os.WriteFile(file, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	x := &terminal{program: &program{t: t, cmd: exec.Command("starpool", file), ended: make(chan error, 1)}}
	x.cmd.Env = append(append(os.Environ(), "NO_COLOR=", "TERM=xterm"), env...)
	keys, err := pty.Start(x.cmd)
	if err != nil {
		t.Skipf("no pseudo-terminal: %v", err)
	}
	x.keys = keys
	t.Cleanup(func() {
		x.cmd.Process.Kill()
		keys.Close()
	})
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := keys.Read(buf)
			x.mu.Lock()
			x.text.Write(buf[:n])
			x.mu.Unlock()
			if err != nil {
				x.ended <- x.cmd.Wait()
				return
			}
		}
	}()
	return x
}

func (x *terminal) shown() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return strings.ReplaceAll(x.text.String(), "\r\n", "\n")
}

// until waits until the terminal shows text.
func (x *terminal) until(text string) {
	x.t.Helper()
	for end := time.Now().Add(soon); !strings.Contains(x.shown(), text); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			x.t.Fatalf("%q is not shown: %q", text, x.shown())
		}
	}
}

func (x *terminal) press(keys string) {
	x.t.Helper()
	if _, err := io.WriteString(x.keys, keys); err != nil {
		x.t.Fatal(err)
	}
}

func (x *terminal) end() int {
	x.t.Helper()
	select {
	case <-x.ended:
	case <-time.After(soon):
		x.t.Fatalf("still running after %v: %s", soon, x.shown())
	}
	return x.cmd.ProcessState.ExitCode()
}

func TestTerminalInterrupt(t *testing.T) {
	for name, body := range map[string]string{
		"sleep":  "import time\ntime.sleep(1000)",
		"busy":   "while True: pass",
		"result": "import time\nThreadPoolExecutor().submit(time.sleep, 1000).result()",
		"input":  "input('name? ')",
	} {
		t.Run(name, func(t *testing.T) {
			x := startTerminal(t, "print('ready')\n"+body)
			x.until("ready") // a terminal needs no flush
			time.Sleep(20 * time.Millisecond)
			x.press("\x03")
			if status := x.end(); status != 130 || !strings.Contains(x.shown(), "KeyboardInterrupt") {
				t.Errorf("status %d, shown %q", status, x.shown())
			}
		})
	}
}

func TestTerminalInput(t *testing.T) {
	x := startTerminal(t, "print('hello ' + input('name? '))\ntry:\n    input('more? ')\nexcept EOFError:\n    print('end of file')\n")
	x.until("name? ")
	x.press("Ada\n")
	x.until("hello Ada")
	x.until("more? ")
	x.press("\x04")
	if status := x.end(); status != 0 || !strings.Contains(x.shown(), "end of file") {
		t.Errorf("status %d, shown %q", status, x.shown())
	}
}

func TestTerminalColour(t *testing.T) {
	const script = "def f():\n    return 1/0\nf()\n"
	x := startTerminal(t, script)
	if status := x.end(); status != 1 || !strings.Contains(x.shown(), "\x1b[") || !strings.Contains(x.shown(), "ZeroDivisionError") {
		t.Errorf("status %d, shown %q", status, x.shown())
	}
	for _, env := range []string{"NO_COLOR=1", "TERM=dumb"} {
		x = startTerminal(t, script, env)
		if x.end(); strings.Contains(x.shown(), "\x1b") {
			t.Errorf("%s, and yet there is colour: %q", env, x.shown())
		}
	}
}

func TestTerminalShowsPartOfALine(t *testing.T) {
	x := startTerminal(t, "import time\nprint('working', end='')\ntime.sleep(1000)\n")
	x.until("working")
	x.press("\x03")
	if status := x.end(); status != 130 {
		t.Errorf("status %d", status)
	}
}
