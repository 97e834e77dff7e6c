package host_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"time"

	"starpool/host"
)

// runLimited runs a script and prints how it ended.
func runLimited(src string, opts ...host.Option) {
	in, err := host.New(append(opts, host.WithStdout(os.Stdout))...)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	fmt.Println(in.Run(context.Background(), "script.py", []byte(src)))
}

func ExampleWithMaxSteps() {
	runLimited("while True: pass", host.WithMaxSteps(100_000))
	// Output: the script exceeded its limit of steps: 100000
}

func ExampleWithTimeout() {
	in, _ := host.New(host.WithTimeout(50 * time.Millisecond))
	defer in.Close()
	err := in.Run(context.Background(), "script.py", []byte("import threading\nthreading.Event().wait()"))
	fmt.Println(err)
	fmt.Println(errors.Is(err, context.DeadlineExceeded))
	// Output:
	// the script exceeded its limit of time: 50ms
	// true
}

func ExampleWithMaxMemory() {
	runLimited("x = []\nwhile True: x.append('spam' * 1000)", host.WithMaxMemory(32<<20))
	runLimited("try: 'a' * 10**10\nexcept MemoryError: print('refused')", host.WithMaxMemory(32<<20))
	// Output:
	// the script exceeded its limit of memory: 33554432 bytes
	// refused
	// <nil>
}

func ExampleWithMaxDepth() {
	runLimited("import sys\nsys.setrecursionlimit(10**6)\ndef f(): f()\nf()", host.WithMaxDepth(5000))
	// Output: the script exceeded its limit of recursion depth: 5000
}

func ExampleWithMaxOutput() {
	runLimited("while True: print('spam')", host.WithMaxOutput(10))
	// Output:
	// spam
	// spam
	// the script exceeded its limit of output: 10 bytes
}

func ExampleWithMaxThreads() {
	runLimited("import threading, time\nwhile True: threading.Thread(target=time.sleep, args=(60,)).start()", host.WithMaxThreads(10))
	// Output: the script exceeded its limit of threads: 10
}

func ExampleWithMaxWorkers() {
	runLimited(`
from concurrent.futures import InterpreterPoolExecutor
import time
with InterpreterPoolExecutor(8) as ex: list(ex.map(time.sleep, [60] * 8))
`, host.WithMaxWorkers(4))
	// Output: the script exceeded its limit of workers: 4
}

func ExampleWithMaxQueued() {
	runLimited(`
from concurrent.futures import ThreadPoolExecutor
import time
with ThreadPoolExecutor(2) as ex:
    for i in range(1000): ex.submit(time.sleep, 60)
`, host.WithMaxQueued(100))
	// Output: the script exceeded its limit of queued tasks: 100
}

func ExampleWithListener() {
	runLimited(`
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1) as ex: ex.submit(int, 'x').exception()
`, host.WithListener(host.Listener{
		TaskFailed: func(e host.TaskEvent) { fmt.Printf("%s, submitted at %s: %v\n", e.Function, e.Submitted, e.Err) },
	}))
	// Output:
	// int, submitted at script.py:3: ValueError: invalid literal for int() with base 10: 'x'
	// <nil>
}

func ExampleLogListener() {
	plain := func(_ []string, a slog.Attr) slog.Attr {
		switch a.Key {
		case slog.TimeKey, "queued", "run":
			return slog.Attr{}
		}
		return a
	}
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: plain}))
	runLimited(`
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1) as ex: ex.submit(int, 'x').exception()
`, host.WithListener(host.LogListener(log)))
	// Output:
	// level=WARN msg="task failed" executor=ThreadPoolExecutor-0 kind=thread task=1 function=int submitted=script.py:3 worker=0 err="ValueError: invalid literal for int() with base 10: 'x'"
	// <nil>
}
