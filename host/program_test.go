package host_test

// This file tests Program and the cache of compiled files.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"go.starlark.net/starlark"

	"starpool/host"
)

func TestProgramIsShared(t *testing.T) {
	p, err := host.Compile("shared.py", []byte("import sys\nn = 0\nfor i in range(100): n += i\nprint(n, sys.argv[0])\n"))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Go(func() {
			var out bytes.Buffer
			in, err := host.New(host.WithAll(), host.WithStdout(&out), host.WithArgs(fmt.Sprint("run", i)))
			if err != nil {
				t.Error(err)
				return
			}
			defer in.Close()
			for range 3 {
				if err := in.RunProgram(context.Background(), p); err != nil {
					t.Error(err)
				}
			}
			if want := strings.Repeat(fmt.Sprintf("4950 run%d\n", i), 3); out.String() != want {
				t.Errorf("got %q, want %q", out.String(), want)
			}
		})
	}
	wg.Wait()
}

func TestCompileFails(t *testing.T) {
	for _, src := range []string{"x = = 1", "# dialect: starlark\nx = = 1"} {
		_, err := host.Compile("bad.py", []byte(src))
		var e *host.Error
		if !errors.As(err, &e) || e.Class != "SyntaxError" || !strings.Contains(e.Traceback, "bad.py") && !strings.Contains(e.Message, "bad.py") {
			t.Errorf("%q: %#v", src, err)
		}
	}
}

// A program compiled for one set of predeclared names runs where there is another.
func TestProgramAndPredeclared(t *testing.T) {
	for _, d := range []host.Dialect{host.Python, host.Starlark} {
		p, err := host.Compile("names.py", []byte("print(answer)\n"), host.WithDialect(d),
			host.WithPredeclared(starlark.StringDict{"answer": starlark.None}))
		if err != nil {
			t.Fatal(err)
		}
		for _, names := range []starlark.StringDict{{"answer": starlark.MakeInt(42)}, {"answer": starlark.MakeInt(42), "other": starlark.None}} {
			var out bytes.Buffer
			in, _ := host.New(host.WithAll(), host.WithStdout(&out), host.WithPredeclared(names))
			if err := in.RunProgram(context.Background(), p); err != nil || out.String() != "42\n" {
				t.Errorf("%v %q", err, out.String())
			}
			in.Close()
		}
		in, _ := host.New(host.WithAll())
		if err := in.RunProgram(context.Background(), p); err == nil {
			t.Error("answer is not there, but nothing failed")
		}
		in.Close()
	}
}

// Two texts under one name keep their own lines and names in tracebacks.
func TestOneNameTwoTexts(t *testing.T) {
	in, _ := host.New(host.WithAll())
	defer in.Close()
	ctx := context.Background()
	if err := in.Run(ctx, "same.py", []byte("import sys\ndef first(): raise ValueError('one')\nsys.first = first\n")); err != nil {
		t.Fatal(err)
	}
	err := in.Run(ctx, "same.py", []byte("\n\n\nimport sys\nsys.first()\n"))
	var e *host.Error
	if !errors.As(err, &e) {
		t.Fatal(err)
	}
	for _, want := range []string{"File \"same.py\", line 5, in <module>\n    sys.first()", "line 2, in first\n    def first(): raise ValueError('one')"} {
		if !strings.Contains(e.Traceback, want) {
			t.Errorf("no %q in\n%s", want, e.Traceback)
		}
	}
}
