package host_test

// This file compares the tracebacks of uncaught exceptions with CPython's.

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"starpool/host"
)

var sectionHead = regexp.MustCompile(`(?m)^-- (\S+) --\n`)

// TestTracebacks fails if an uncaught exception is not shown as CPython 3.13
// shows it, to the last caret.
func TestTracebacks(t *testing.T) {
	data, err := os.ReadFile("../testdata/tracebacks.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	heads := sectionHead.FindAllStringSubmatchIndex(text, -1)
	if len(heads) < 200 {
		t.Fatalf("only %d sections", len(heads))
	}
	section := func(i int) (name, body string) {
		end := len(text)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		return text[heads[i][2]:heads[i][3]], text[heads[i][1]:end]
	}
	for i := 0; i+1 < len(heads); i += 2 {
		name, script := section(i)
		_, want := section(i + 1)
		t.Run(strings.TrimSuffix(name, ".py"), func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(script), 0o666); err != nil {
				t.Fatal(err)
			}
			in, err := host.New(host.WithAll(), host.WithStdin(strings.NewReader("")), host.WithStdout(io.Discard), host.WithStderr(io.Discard))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			err = in.RunFile(context.Background(), path)
			var exc *host.Error
			if !errors.As(err, &exc) {
				t.Fatalf("ended with %v", err)
			}
			got := strings.ReplaceAll(exc.Traceback, dir+string(filepath.Separator), "")
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}
