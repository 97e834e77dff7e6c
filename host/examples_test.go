package host_test

// This file runs the example scripts that have a recorded output.

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

// TestExamples runs scripts/NAME.py for each testdata/examples/NAME.out, which
// CPython 3.13 wrote.
func TestExamples(t *testing.T) {
	outs, err := filepath.Glob("../testdata/examples/*.out")
	if err != nil || len(outs) == 0 {
		t.Fatal("no examples", err)
	}
	for _, out := range outs {
		name := strings.TrimSuffix(filepath.Base(out), ".out")
		t.Run(name, func(t *testing.T) {
			want, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			var got, errs bytes.Buffer
			in, err := host.New(host.WithAll(), host.WithStdout(&got), host.WithStderr(&errs))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			if err := in.RunFile(ctx, filepath.Join("../scripts", name+".py")); err != nil {
				t.Fatalf("%v\n%s", err, errs.String())
			}
			if got.String() != string(want) {
				t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
			}
			if errs.Len() > 0 {
				t.Errorf("standard error:\n%s", errs.String())
			}
		})
	}
}
