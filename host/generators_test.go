package host_test

import (
	"context"
	"runtime"
	"testing"
	"time"

	"starpool/host"
)

// TestGeneratorsLeakNothing checks that generators which a script drops half
// way, and those that it still holds when its interpreter is closed, leave no
// goroutine behind.
func TestGeneratorsLeakNothing(t *testing.T) {
	before := runtime.NumGoroutine()
	in, err := host.New(host.WithAll())
	if err != nil {
		t.Fatal(err)
	}
	err = in.Run(context.Background(), "generators.py", []byte(`
def g():
    try:
        yield 1
        yield 2
    finally:
        closed.append(1)
closed = []
kept = []
for i in range(500):
    x = g()
    next(x)
    if i % 2:
        kept.append(x)
x = None
`))
	if err != nil {
		t.Fatal(err)
	}
	runtime.GC()
	if err := in.Close(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if n := runtime.NumGoroutine(); n <= before {
			return
		} else if time.Now().After(deadline) {
			t.Fatalf("%d goroutines before, %d after", before, n)
		}
	}
}

// TestDroppedGeneratorsAreClosed checks that the garbage collector closes what
// a script has dropped, and that its finally clauses run.
func TestDroppedGeneratorsAreClosed(t *testing.T) {
	in, err := host.New(host.WithAll())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				runtime.GC()
			}
		}
	}()
	defer close(done)
	err = in.Run(context.Background(), "generators.py", []byte(`
import time
closed = []
def g():
    try:
        yield 1
    finally:
        closed.append(1)
def make():
    x = g()
    next(x)
for i in range(20):
    make()
for i in range(200):
    time.sleep(0.01)
    for j in range(3000): pass
    if len(closed) >= 19: break
assert len(closed) >= 19, len(closed)
`))
	if err != nil {
		t.Fatal(err)
	}
}
