package files

import (
	"bytes"
	"context"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

var open = object.NewFunc(object.Def{
	Sig: "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Fn: Open,
})

// syncBuffer is a bytes.Buffer that goroutines may share.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func newThread(t *testing.T, out *syncBuffer) *object.Thread {
	iso := isolate.New(context.Background())
	iso.Stdin, iso.Stdout, iso.Stderr = strings.NewReader("one\ntwo"), out, out
	th := iso.Main()
	th.Acquire()
	t.Cleanup(func() {
		th.Release()
		iso.Close()
	})
	return th
}

// call runs v.name(args…) and returns its result's repr, or the error's text.
func call(th *object.Thread, v starlark.Value, name string, args ...starlark.Value) string {
	r, err := object.CallMethod(th, v, name, args...)
	if err != nil {
		return object.DescribeException(object.Catch(th, err, 0))
	}
	s, _ := object.Repr(th, r)
	return s
}

func mustOpen(t *testing.T, th *object.Thread, args ...starlark.Value) starlark.Value {
	v, err := object.Call(th, open, args, nil)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func str(s string) starlark.Value { return starlark.String(s) }

// What was written through a file object that nobody closed is there for the
// next one: CPython closes it when its last reference goes.
func TestUnclosedFileIsReadBack(t *testing.T) {
	th := newThread(t, new(syncBuffer))
	path := str(filepath.Join(t.TempDir(), "f"))
	call(th, mustOpen(t, th, path, str("w")), "write", str("text"))
	if got := call(th, mustOpen(t, th, path), "read"); got != "'text'" {
		t.Errorf("read %s", got)
	}
}

func TestTellAfterTranslatedNewlines(t *testing.T) {
	th := newThread(t, new(syncBuffer))
	path := str(filepath.Join(t.TempDir(), "f"))
	w := mustOpen(t, th, path, str("w"), starlark.MakeInt(-1), str("utf-8"), starlark.None, str("\r\n"))
	call(th, w, "write", str("a\né\nb"))
	call(th, w, "close")
	f := mustOpen(t, th, path)
	for _, want := range []string{"'a\\n' 3", "'é\\n' 7", "'b' 8", "'' 8"} {
		if got := call(th, f, "readline") + " " + call(th, f, "tell"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := call(th, f, "seek", starlark.MakeInt(3)) + call(th, f, "read"); got != "3'é\\nb'" {
		t.Errorf("after seek: %s", got)
	}
}

func TestOpenAsksThePolicy(t *testing.T) {
	th := newThread(t, new(syncBuffer))
	permit.PolicyIn.Set(th.Isolate(), new(permit.Policy))
	for _, mode := range []string{"r", "w", "r+"} {
		_, err := object.Call(th, open, starlark.Tuple{str("secret"), str(mode)}, nil)
		if !permit.IsDenied(err) {
			t.Errorf("open(%s): %v", mode, err)
		}
	}
	if _, err := object.Call(th, open, starlark.Tuple{starlark.MakeInt(0)}, nil); !object.IsException(err, object.OSError) {
		t.Errorf("open(0) of the process: %v", err)
	}
}

// What a script prints is seen soon, though it goes on without waiting.
func TestPrintedTextComesOutSoon(t *testing.T) {
	out := new(syncBuffer)
	th := newThread(t, out)
	if err := TextWriter(Stdout(th)).WriteText(th, "hello\n"); err != nil {
		t.Fatal(err)
	}
	for end := time.Now().Add(5 * time.Second); out.String() != "hello\n"; {
		if time.Now().After(end) {
			t.Fatalf("after 5 s: %q", out.String())
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// Lines of several threads stay whole, and none is lost.
func TestLinesStayWhole(t *testing.T) {
	out := new(syncBuffer)
	th := newThread(t, out)
	w := TextWriter(Stdout(th))
	const threads, lines = 8, 2000
	var wg sync.WaitGroup
	th.Block(func(context.Context) error {
		for i := range threads {
			wg.Go(func() {
				other := th.Isolate().NewThread("t")
				other.Acquire()
				defer other.Release()
				line := strings.Repeat(string(rune('a'+i)), 60) + "\n"
				for range lines {
					if err := w.WriteText(other, line); err != nil {
						t.Error(err)
					}
					other.Check()
				}
			})
		}
		wg.Wait()
		return nil
	})
	if err := FlushLocked(th); err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(got) != threads*lines {
		t.Fatalf("%d lines, want %d", len(got), threads*lines)
	}
	for _, l := range got {
		if len(l) != 60 || strings.Trim(l, l[:1]) != "" {
			t.Fatalf("a mixed line: %q", l)
		}
	}
}

func TestReadingInput(t *testing.T) {
	th := newThread(t, new(syncBuffer))
	in := Stdin(th)
	for _, want := range []string{`'one\n'`, "'two'", "''"} {
		if got := call(th, in, "readline"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
