package host_test

// This file runs the example scripts that draw bars, take arguments or end with a
// status of their own, and compares with what CPython 3.13 prints
// (testdata/examples/runs).

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

func TestExampleRuns(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		exit int
	}{
		{name: "hash_files"},
		{name: "bars_and_maps"},
		{name: "check_sites", args: []string{"demo"}, exit: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			want, err := os.ReadFile(filepath.Join("..", "testdata", "examples", "runs", c.name+".out"))
			if err != nil {
				t.Fatal(err)
			}
			stdout, stderr, exit := runExample(t, c.name, c.args...)
			if diff := firstDifference(string(want), stdout); diff != "" {
				t.Errorf("standard output differs from CPython's %s\nstandard error:\n%s", diff, tail(stderr, 30))
			}
			if exit != c.exit {
				t.Errorf("exit status %d, want %d", exit, c.exit)
			}
		})
	}
}

// TestTestedExample runs the tests that an example has of itself.
func TestTestedExample(t *testing.T) {
	_, stderr, exit := runExample(t, "tested_worker", "-v")
	if exit != 0 || !strings.Contains(stderr, "Ran 6 tests") || !strings.HasSuffix(stderr, "\nOK\n") {
		t.Errorf("exit status %d\n%s", exit, stderr)
	}
}

func runExample(t *testing.T, name string, args ...string) (stdout, stderr string, exit int) {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "scripts", name+".py"))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	var out, errs bytes.Buffer
	in, err := host.New(host.WithAll(), host.WithStdin(strings.NewReader("")), host.WithStdout(&out), host.WithStderr(&errs),
		host.WithArgs(append([]string{path}, args...)...))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	err = in.RunFile(ctx, path)
	in.Close()
	var ended *host.ExitError
	switch {
	case errors.As(err, &ended):
		exit = ended.Code
	case err != nil:
		t.Fatalf("%v\n%s", err, errs.String())
	}
	return out.String(), errs.String(), exit
}
