package files

// This file defines the standard streams of an isolate.

import (
	"io"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// standard are the streams as the isolate began with them.
type standard struct{ in, out, err *object.Instance }

var standardIn = isolate.NewKey(func(iso *isolate.Isolate) *standard {
	s := &standard{
		in:  newStandard(iso, "<stdin>", iso.Stdin, nil, "strict"),
		out: newStandard(iso, "<stdout>", nil, iso.Stdout, "strict"),
		err: newStandard(iso, "<stderr>", nil, iso.Stderr, "backslashreplace"),
	}
	// Where both go to one place, a person reads them in the order in which they
	// were written.
	s.err.State.(*Text).before = s.out.State.(*Text).buffer
	return s
})

func newStandard(iso *isolate.Isolate, name string, r io.Reader, w io.Writer, errors string) *object.Instance {
	t := iso.Main()
	f := &raw{name: starlark.String(name), mode: "wb", r: r, w: w, readable: r != nil, writable: w != nil, keep: true}
	class, mode := BufferedWriter, "w"
	if r != nil {
		f.mode, class, mode = "rb", BufferedReader, "r"
	}
	b := newBuffered(t, f, defaultBuffer)
	b.soon = true
	text := &Text{buffer: b, object: object.Make(class, t, b), mode: mode}
	text.setNewline(nil)
	text.setEncoding("utf-8", errors)
	// A person reads along on a terminal; errors are seen at once anywhere.
	text.lines = w != nil && (f.isatty() || name == "<stderr>")
	return object.Make(TextIOWrapper, t, text)
}

// OriginalStdin, OriginalStdout and OriginalStderr are sys.__stdin__ and its kin:
// text files over the isolate's streams.
func OriginalStdin(t *object.Thread) *object.Instance  { return standardIn.In(t.Isolate()).in }
func OriginalStdout(t *object.Thread) *object.Instance { return standardIn.In(t.Isolate()).out }
func OriginalStderr(t *object.Thread) *object.Instance { return standardIn.In(t.Isolate()).err }

// Redirect puts other streams under the standard ones, which keep their buffers
// and settings; nil leaves one as it is. The prompt stands between a session and
// its terminal so. The caller holds the lock.
func Redirect(t *object.Thread, in io.Reader, out, err io.Writer) {
	FlushLocked(t)
	s := standardIn.In(t.Isolate())
	for _, to := range []struct {
		x *object.Instance
		r io.Reader
		w io.Writer
	}{{s.in, in, nil}, {s.out, nil, out}, {s.err, nil, err}} {
		raw := to.x.State.(*Text).buffer.raw
		raw.mu.Lock()
		if to.r != nil {
			raw.r = to.r
		}
		if to.w != nil {
			raw.w = to.w
		}
		raw.mu.Unlock()
	}
}

// Stdin, Stdout and Stderr are sys.stdin and its kin as they are now: a script
// may have replaced them. None if it has deleted one.
func Stdin(t *object.Thread) starlark.Value {
	return current(t, "stdin", standardIn.In(t.Isolate()).in)
}
func Stdout(t *object.Thread) starlark.Value {
	return current(t, "stdout", standardIn.In(t.Isolate()).out)
}
func Stderr(t *object.Thread) starlark.Value {
	return current(t, "stderr", standardIn.In(t.Isolate()).err)
}

func current(t *thread, name string, otherwise *object.Instance) value {
	if m, ok, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String("sys")); ok {
		if m, ok := m.(*object.Module); ok {
			if v := m.Get(name); v != nil {
				return v
			}
			return starlark.None
		}
	}
	return otherwise
}

// TextWriter returns the text stream of v if it is a file of ours whose write
// method is its own, else nil.
func TextWriter(v starlark.Value) *Text {
	x, ok := v.(*object.Instance)
	if !ok || x.Class() != TextIOWrapper || x.Attrs.Len() > 0 && x.Attrs.Get("write") != nil {
		return nil
	}
	w, _ := x.State.(*Text)
	return w
}

// WriteStderr writes s to sys.stderr: tracebacks, warnings. An error has nowhere
// to go.
func WriteStderr(t *object.Thread, s string) {
	v := Stderr(t)
	if w := TextWriter(v); w != nil {
		flushStandard(t)
		w.WriteText(t, s)
		w.buffer.flush(t)
		return
	}
	if v != starlark.None {
		object.CallMethod(t, v, "write", starlark.String(s))
	}
}

// flushStandard writes out what standard output holds.
func flushStandard(t *thread) error {
	s := standardIn.In(t.Isolate())
	for _, x := range []*object.Instance{s.out, s.err} {
		if b := x.State.(*Text).buffer; !b.raw.closed {
			if err := b.flush(t); err != nil {
				return err
			}
		}
	}
	return nil
}
