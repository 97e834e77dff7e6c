package stdlib_test

// This file runs the scripts in testdata, whose output CPython 3.13 wrote.

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"starpool/builtins/isolate"
	"starpool/builtins/registry"
	"starpool/host"
)

func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(strings.TrimSuffix(file, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			var out, errs bytes.Buffer
			in, err := host.New(host.WithAll(), host.WithStdout(&out), host.WithStderr(&errs))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			if err := in.RunFile(context.Background(), file); err != nil {
				t.Errorf("%v\n%s", err, errs.String())
			}
			got, wanted := strings.Split(out.String(), "\n"), strings.Split(string(want), "\n")
			for i := range max(len(got), len(wanted)) {
				g, w := "", ""
				if i < len(got) {
					g = got[i]
				}
				if i < len(wanted) {
					w = wanted[i]
				}
				if g != w {
					t.Fatalf("line %d:\n got %s\nwant %s", i+1, g, w)
				}
			}
		})
	}
}

// TestWithoutFrontEnd makes the modules that are all Go in isolates that cannot
// run scripts.
func TestWithoutFrontEnd(t *testing.T) {
	for _, name := range []string{
		"abc", "bisect", "collections", "collections.abc", "copy", "functools", "heapq", "itertools", "math", "operator", "random",
	} {
		iso := isolate.New(context.Background())
		th := iso.Main()
		th.Acquire()
		if m, err := registry.Get(th, name); m == nil || err != nil {
			t.Errorf("%s: %v, %v", name, m, err)
		}
		th.Release()
		iso.Close()
	}
}
