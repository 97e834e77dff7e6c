package host

// This file runs go.starlark.net's own test files in the starlark dialect, and
// what the dialect has besides. It follows the conventions of their eval_test:
// chunks split by ---, errors expected by comments ### "regexp".

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	starlarkjson "go.starlark.net/lib/json"
	starlarkmath "go.starlark.net/lib/math"
	starlarktime "go.starlark.net/lib/time"
	"go.starlark.net/starlark"
	"go.starlark.net/starlarkstruct"
	"go.starlark.net/starlarktest"
	"go.starlark.net/syntax"
)

// starlarkFiles are the files that go.starlark.net's TestExecFile runs, but
// proto.star: protocol buffers are a library of their own.
var starlarkFiles = []string{
	"assign", "bool", "builtins", "bytes", "control", "dict", "float", "function", "int", "json",
	"list", "math", "misc", "module", "recursion", "set", "string", "time", "tuple", "while",
}

func TestStarlarkOwnFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("looks up the module's folder")
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "go.starlark.net").Output()
	if err != nil {
		t.Skipf("no go command to find the module with: %v", err)
	}
	dir := filepath.Join(strings.TrimSpace(string(out)), "starlark", "testdata")
	for _, name := range starlarkFiles {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(dir, name+".star")
			for _, c := range readChunks(t, file) {
				runChunk(t, dir, file, c)
			}
		})
	}
}

// A chunk is a part of a test file, padded so that its lines keep their numbers.
type chunk struct {
	src  string
	want map[int]*regexp.Regexp // expected errors by line
}

var expectation = regexp.MustCompile("###\\s*(\".*\"|`.*`)\\s*$")

func readChunks(t *testing.T, file string) []chunk {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []chunk
	line := 1
	for part := range strings.SplitSeq(string(data), "\n---\n") {
		c := chunk{src: strings.Repeat("\n", line-1) + part, want: make(map[int]*regexp.Regexp)}
		for text := range strings.SplitSeq(part, "\n") {
			if m := expectation.FindStringSubmatch(text); m != nil {
				pattern, err := strconv.Unquote(m[1])
				if err != nil {
					t.Fatalf("%s:%d: %v", file, line, err)
				}
				c.want[line] = regexp.MustCompile(pattern)
			}
			line++
		}
		line++ // the separator
		out = append(out, c)
	}
	return out
}

func runChunk(t *testing.T, dir, file string, c chunk) {
	in, err := New(
		WithAll(), WithDialect(Starlark), WithStdout(new(bytes.Buffer)),
		WithPredeclared(starlark.StringDict{
			"hasfields": starlark.NewBuiltin("hasfields", newHasFields),
			"fibonacci": fibonacci{},
			"struct":    starlark.NewBuiltin("struct", starlarkstruct.Make),
		}),
		WithLoad(func(name string) (starlark.StringDict, error) {
			switch name {
			case "assert.star":
				return starlarktest.LoadAssertModule()
			case "json.star":
				return starlark.StringDict{"json": starlarkjson.Module}, nil
			case "math.star":
				return starlark.StringDict{"math": starlarkmath.Module}, nil
			case "time.star":
				return starlark.StringDict{"time": starlarktime.Module}, nil
			}
			src, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				return nil, err
			}
			return starlark.ExecFileOptions(&syntax.FileOptions{}, new(starlark.Thread), name, src, nil)
		}),
	)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	starlarktest.SetReporter(in.iso.Main().Starlark(), t)
	err = in.Run(context.Background(), file, []byte(c.src))
	var ev *starlark.EvalError
	switch {
	case err == nil:
	case errors.As(err, &ev):
		line := 0 // of the innermost frame in the file
		for _, f := range ev.CallStack {
			if f.Pos.Filename() == file {
				line = int(f.Pos.Line)
			}
		}
		if line == 0 {
			t.Error(ev.Backtrace())
			return
		}
		want := c.want[line]
		delete(c.want, line)
		if want == nil || !want.MatchString(ev.Error()) {
			t.Errorf("%s:%d: got error %q, want %v", file, line, ev.Error(), want)
		}
	default:
		t.Errorf("%s: %v", file, err)
	}
	for line, want := range c.want {
		t.Errorf("%s:%d: no error that matches %q", file, line, want)
	}
}

// fibonacci iterates over the Fibonacci numbers.
type fibonacci struct{}

func (fibonacci) Freeze()                    {}
func (fibonacci) String() string             { return "fibonacci" }
func (fibonacci) Type() string               { return "fibonacci" }
func (fibonacci) Truth() starlark.Bool       { return true }
func (fibonacci) Hash() (uint32, error)      { return 0, errors.New("unhashable") }
func (fibonacci) Iterate() starlark.Iterator { return &fibonacciIterator{0, 1} }

type fibonacciIterator struct{ x, y int }

func (it *fibonacciIterator) Next(p *starlark.Value) bool {
	*p = starlark.MakeInt(it.x)
	it.x, it.y = it.y, it.x+it.y
	return true
}
func (it *fibonacciIterator) Done() {}

// hasFields is an object whose fields can be set, until it is frozen.
type hasFields struct {
	fields starlark.StringDict
	frozen bool
}

func newHasFields(*starlark.Thread, *starlark.Builtin, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	return &hasFields{fields: make(starlark.StringDict)}, nil
}

func (h *hasFields) String() string                           { return "hasfields" }
func (h *hasFields) Type() string                             { return "hasfields" }
func (h *hasFields) Truth() starlark.Bool                     { return true }
func (h *hasFields) Hash() (uint32, error)                    { return 42, nil }
func (h *hasFields) Attr(name string) (starlark.Value, error) { return h.fields[name], nil }
func (h *hasFields) AttrNames() []string                      { return h.fields.Keys() }

func (h *hasFields) Freeze() {
	if !h.frozen {
		h.frozen = true
		h.fields.Freeze()
	}
}

func (h *hasFields) SetField(name string, v starlark.Value) error {
	if h.frozen {
		return errors.New("cannot set field on a frozen hasfields")
	}
	if strings.HasPrefix(name, "no") {
		return starlark.NoSuchAttrError(fmt.Sprintf("no .%s field", name))
	}
	h.fields[name] = v
	return nil
}

// Binary makes list + hasfields 42.
func (h *hasFields) Binary(op syntax.Token, y starlark.Value, side starlark.Side) (starlark.Value, error) {
	if _, ok := y.(*starlark.List); ok && op == syntax.PLUS {
		return starlark.MakeInt(42), nil
	}
	return nil, nil
}
