package host_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"slices"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

// The limits that hostile scripts run under.
const (
	hostileTime   = 250 * time.Millisecond
	hostileMemory = 64 << 20
	hostileSteps  = 300_000
	// A script that fills its memory gets the time for that.
	fillingTime = 2 * time.Second
	// graceTime is how long after its limit a script may take to end: a second, and
	// more where the machine is busy or the race detector runs.
	graceTime = 15 * time.Second
	// graceMemory is how much the heap may exceed the limit for a moment: what is
	// copied while it grows, and what several threads allocate during a collection.
	graceMemory = 3 * hostileMemory
)

// stride says which part of the larger files runs unless STARPOOL_HOSTILE is set: all
// of them take minutes.
var stride = map[string]int{"handlers": 5, "loops": 12, "memory": 25, "pools": 3, "recursion": 12, "slow": 10}

// TestHostile runs the scripts of testdata/hostile, many in a file, between lines
// "---". The first line of each names the ways in which it may end: limits, classes
// of exceptions, or ok. Each must end so, soon after its limit, without taking more
// memory than allowed; and all of them leave this process, and the next script,
// alone.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	files, err := filepath.Glob("../testdata/hostile/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	before := runtime.NumGoroutine()
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".py")
		t.Run(name, func(t *testing.T) {
			for i, script := range strings.Split(string(src), "\n---\n") {
				if i%stride[name] != 0 && os.Getenv("STARPOOL_HOSTILE") == "" {
					continue
				}
				ends, _, _ := strings.Cut(strings.TrimPrefix(script, "# "), "\n")
				t.Run(fmt.Sprint(i), func(t *testing.T) { hostile(t, strings.Split(ends, ", "), script) })
			}
		})
	}
	good(t)
	deadline := time.Now().Add(graceTime)
	for runtime.NumGoroutine() > before+10 && time.Now().Before(deadline) {
		time.Sleep(10 * time.Millisecond)
	}
	if n := runtime.NumGoroutine(); n > before+10 {
		t.Errorf("%d goroutines are left of the hostile scripts", n-before)
	}
}

func hostile(t *testing.T, ends []string, script string) {
	limit := hostileTime
	opts := []host.Option{
		host.WithAll(), host.WithStdin(strings.NewReader("")), host.WithUnretrieved(false),
		host.WithMaxMemory(hostileMemory), host.WithMaxOutput(1 << 20), host.WithMaxDepth(20_000),
		host.WithMaxThreads(50), host.WithMaxWorkers(3), host.WithMaxQueued(1000),
	}
	switch ends[0] {
	case "memory", "MemoryError":
		limit = fillingTime
	case "steps":
		opts = append(opts, host.WithMaxSteps(hostileSteps))
	}
	var out bytes.Buffer
	opts = append(opts, host.WithTimeout(limit), host.WithStdout(&out), host.WithStderr(&out))
	in, err := host.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	peak := watchHeap()
	begin := time.Now()
	err = in.Run(context.Background(), "hostile.py", []byte(script))
	took := time.Since(begin)
	grew := peak()
	in.Close()
	t.Logf("%.2fs, %d MiB", took.Seconds(), grew>>20)
	if end := ending(err); !slices.Contains(ends, end) {
		t.Errorf("ended by %q (%v), want one of %q\n%s", end, err, ends, script)
	}
	if took > limit+graceTime {
		t.Errorf("took %v with a limit of %v\n%s", took, limit, script)
	}
	if grew > hostileMemory+graceMemory {
		t.Errorf("the heap grew by %d MiB with a limit of %d\n%s", grew>>20, hostileMemory>>20, script)
	}
}

// ending names the way in which a script ended.
func ending(err error) string {
	var limit *host.LimitError
	var exc *host.Error
	var exit *host.ExitError
	switch {
	case err == nil:
		return "ok"
	case errors.As(err, &exc):
		return exc.Class
	case errors.As(err, &limit):
		switch limit.Limit {
		case host.Depth:
			return "depth"
		}
		return limit.Limit.String()
	case errors.As(err, &exit):
		return "ok"
	}
	return err.Error()
}

// watchHeap measures how far the heap grows until the function that it returns is
// called.
func watchHeap() (peak func() int64) {
	read := func() int64 {
		s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
		metrics.Read(s)
		return int64(s[0].Value.Uint64() + s[1].Value.Uint64())
	}
	runtime.GC()
	base := read()
	stop, result := make(chan struct{}), make(chan int64)
	go func() {
		most := base
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			most = max(most, read())
			select {
			case <-tick.C:
			case <-stop:
				result <- most - base
				return
			}
		}
	}()
	return func() int64 {
		close(stop)
		return <-result
	}
}

// good runs a script that does nothing wrong, under the same limits.
func good(t *testing.T) {
	var out bytes.Buffer
	in, err := host.New(host.WithStdout(&out), host.WithMaxMemory(hostileMemory), host.WithTimeout(graceTime), host.WithMaxSteps(hostileSteps), host.WithMaxThreads(4))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	src := "from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(2) as ex: print(sum(ex.map(lambda x: x * x, range(100))))\n"
	if err := in.Run(context.Background(), "good.py", []byte(src)); err != nil || out.String() != "328350\n" {
		t.Errorf("after hostile scripts: %v, %q", err, &out)
	}
}
