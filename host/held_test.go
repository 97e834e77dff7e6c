package host_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"testing"

	"starpool/host"
)

// TestOneHungry runs a script that takes all it can get beside five that stay far
// below their limits: it is stopped, and they are not.
func TestOneHungry(t *testing.T) {
	if testing.Short() {
		t.Skip("short")
	}
	const limit = 24 << 20
	hungry := []string{
		"l = []\nwhile True: l.append('a' * 5000 + str(len(l)))",
		"def f():\n    d = {}\n    while True: d[len(d)] = [0] * 100\nf()",
		"class C: pass\nroot = None\nwhile True:\n    c = C(); c.next = root; c.data = b'x' * 3000 + bytes(1); root = c",
		"l = [str(i) * 50 for i in range(10**9)]",
		"from concurrent.futures import ThreadPoolExecutor\nwith ThreadPoolExecutor(1) as ex:\n    fs = []\n    while True: fs.append(ex.submit(lambda i: str(i) * 2000, len(fs))); fs[-1].result()",
	}
	frugal := "keep = [str(i) for i in range(5000)]\nwhile not enough():\n    x = [keep[i] + 'x' for i in range(500)]\n"
	for i, src := range hungry {
		if i%2 != 0 && os.Getenv("STARPOOL_HOSTILE") == "" {
			continue // they take seconds
		}
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			over := make(chan struct{})
			enough := func() bool {
				select {
				case <-over:
					return true
				default:
					return false
				}
			}
			run := func(src string) error {
				in, err := host.New(host.WithMaxMemory(limit), host.WithGlobals(map[string]any{"enough": enough}), host.WithStdout(io.Discard), host.WithStderr(io.Discard))
				if err != nil {
					return err
				}
				defer in.Close()
				return in.Run(context.Background(), "script.py", []byte(src))
			}
			var wg sync.WaitGroup
			for range 5 {
				wg.Go(func() {
					if err := run(frugal); err != nil {
						t.Errorf("a frugal script: %v", err)
					}
				})
			}
			err := run(src)
			close(over)
			wg.Wait()
			var exc *host.Error
			if !errors.Is(err, &host.LimitError{Limit: host.Memory}) && !(errors.As(err, &exc) && exc.Class == "MemoryError") {
				t.Errorf("the hungry script: %v", err)
			}
		})
	}
}
