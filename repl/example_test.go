package repl_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"starpool/host"
	"starpool/repl"
)

// A Go program opens a session on an interpreter of its own, here with lines that
// it has itself.
func ExampleRun() {
	in, err := host.New(host.WithAll(), host.WithStdout(os.Stdout))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	lines := strings.NewReader("x = 20\nx * 2 + 2\nexit(3)\n")
	err = repl.Run(context.Background(), in, repl.WithInput(lines), repl.WithOutput(os.Stdout, os.Stdout))
	fmt.Println("left:", err)
	// Output:
	// >>> >>> 42
	// >>> left: exit status 3
}

func TestRunEndsWithItsContext(t *testing.T) {
	in, err := host.New(host.WithAll())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r, w := io.Pipe()
	defer w.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if err := repl.Run(ctx, in, repl.WithInput(r), repl.WithOutput(io.Discard, io.Discard)); err != context.DeadlineExceeded {
		t.Error(err)
	}
}
