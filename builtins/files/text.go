package files

// This file defines Text, a stream of text over a Buffered: TextIOWrapper.

import (
	"runtime"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// A Text is the State of a TextIOWrapper. The lock of its buffer guards it: a
// method takes it through the methods of Buffered, and what it does between two
// of them is done with the interpreter lock held.
type Text struct {
	buffer   *Buffered
	before   *Buffered        // written out before this: standard output before errors
	object   *object.Instance // the buffer's, as scripts see it
	codec    *text.Codec
	encoding string
	errors   string
	mode     string // as passed to open
	newline  string // how lines end in the stream: "", "\n", "\r", "\r\n"
	universal,
	translate bool // reading: newline=None, or ""
	lines   bool // line_buffering
	through bool // write_through
	started bool // a byte order mark is written

	decoder *text.Decoder
	ends    text.NewlineDecoder
	chars   string // decoded, not yet taken
	eof     bool

	// The last piece that was decoded, for tell: where it began and its bytes.
	pieceAt int64
	piece,
	pieceText string
	taken    int  // bytes of text of the piece that were taken
	iterated bool // tell is off between two next()
}

// setNewline takes open's newline argument; none is nil.
func (w *Text) setNewline(newline *string) {
	switch {
	case newline == nil:
		w.universal, w.translate, w.newline = true, true, "\n"
		if runtime.GOOS == "windows" {
			w.newline = "\r\n"
		}
	case *newline == "":
		w.universal, w.translate, w.newline = true, false, ""
	default:
		w.universal, w.translate, w.newline = false, false, *newline
	}
	w.ends = text.NewlineDecoder{Translate: w.translate}
}

func (w *Text) setEncoding(encoding, errors string) error {
	c, err := text.LookupCodec(encoding)
	if err != nil {
		return object.TextError(err)
	}
	w.codec, w.encoding, w.errors = c, encoding, errors
	w.decoder = c.NewDecoder(errors)
	return nil
}

func (w *Text) closed() bool { return w.buffer.raw.closed }

func (w *Text) checkOpen() error {
	if w.closed() {
		return object.Raise(object.ValueError, "I/O operation on closed file.")
	}
	return nil
}

// WriteText writes s as the script's write method does.
func (w *Text) WriteText(t *object.Thread, s string) error {
	if err := w.checkOpen(); err != nil {
		return err
	}
	if !w.buffer.raw.writable {
		return object.Raise(UnsupportedOperation, "not writable")
	}
	if s == "" {
		return nil
	}
	newline := strings.IndexByte(s, '\n') >= 0
	flush := w.through || w.lines && (newline || strings.IndexByte(s, '\r') >= 0)
	if newline {
		s = text.WriteNewlines(s, w.newline)
	}
	p, err := w.encode(s)
	if err != nil {
		return object.TextError(err)
	}
	if w.chars != "" || w.piece != "" {
		// Reading went ahead of the script.
		if err := w.sync(t); err != nil {
			return err
		}
	}
	if flush && w.before != nil && !w.before.raw.closed {
		w.before.flushAside(t)
	}
	return w.buffer.write(t, p, flush)
}

func (w *Text) encode(s string) (string, error) {
	if w.codec.Name() == "utf-8" && (text.IsASCII(s) || !text.HasSurrogates(s)) {
		return s, nil
	}
	p, err := w.codec.Encode(s, w.errors)
	if err != nil {
		return "", err
	}
	if w.started {
		p = withoutMark(w.codec, p)
	}
	w.started = true
	return p, nil
}

// withoutMark takes a byte order mark off what is not the start of a stream.
func withoutMark(c *text.Codec, p string) string {
	mark, err := c.Encode("", "strict")
	if err != nil || mark == "" {
		return p
	}
	return strings.TrimPrefix(p, mark)
}

// sync makes the buffer's position that of the script.
func (w *Text) sync(t *thread) error {
	if w.buffer.raw.seekable() {
		pos, err := w.position(t)
		if err != nil {
			return err
		}
		if _, err := w.buffer.seek(t, pos, 0); err != nil {
			return err
		}
	}
	w.forget()
	return nil
}

// forget drops what was read ahead.
func (w *Text) forget() {
	w.chars, w.piece, w.pieceText, w.taken, w.eof = "", "", "", 0, false
	w.decoder.Reset()
	w.ends.Reset()
}

func (w *Text) checkReadable() error {
	if err := w.checkOpen(); err != nil {
		return err
	}
	if !w.buffer.raw.readable {
		return object.Raise(UnsupportedOperation, "not readable")
	}
	return nil
}

// more decodes another piece; false at the end.
func (w *Text) more(t *thread) (bool, error) {
	if w.eof {
		// A terminal or a growing file may have more later.
		w.eof = false
	}
	if w.buffer.raw.f != nil && w.piece == "" {
		if pos, err := w.buffer.tell(t); err == nil {
			w.pieceAt = pos
		}
	} else {
		w.pieceAt += int64(len(w.piece))
	}
	pending := w.decoder.Pending()
	if w.ends.Pending() {
		pending = "\r" + pending
	}
	p, err := w.buffer.read(t, 8192, true)
	if err != nil {
		return false, err
	}
	s, err := w.decoder.Decode(p, p == "")
	if err != nil {
		w.piece = p
		return false, object.TextError(err)
	}
	if w.universal {
		s = w.ends.Decode(s, p == "")
	}
	w.pieceAt -= int64(len(pending))
	w.piece, w.pieceText, w.taken = pending+p, s, 0
	w.chars = s
	if p == "" {
		w.eof = true
		return s != "", nil
	}
	return true, nil
}

func (w *Text) take(n int) string {
	s := w.chars[:n]
	w.chars = w.chars[n:]
	w.taken += n
	return s
}

// ReadText reads n characters, or all if n < 0.
func (w *Text) ReadText(t *object.Thread, n int) (string, error) {
	if err := w.checkReadable(); err != nil {
		return "", err
	}
	if err := w.beforeRead(t); err != nil {
		return "", err
	}
	if n < 0 {
		return w.readAll(t)
	}
	var out strings.Builder
	for n > 0 {
		if w.chars == "" {
			more, err := w.more(t)
			if err != nil {
				return "", err
			}
			if !more {
				break
			}
			continue
		}
		k := text.ByteOffset(w.chars, n)
		s := w.take(k)
		if err := object.Charge(t, 2*int64(k)); err != nil {
			return "", err
		}
		n -= text.Len(s)
		out.WriteString(s)
	}
	return out.String(), nil
}

func (w *Text) readAll(t *thread) (string, error) {
	head := w.take(len(w.chars))
	p, err := w.buffer.read(t, -1, false)
	if err != nil {
		return "", err
	}
	s, err := w.decoder.Decode(p, true)
	if err != nil {
		return "", object.TextError(err)
	}
	if w.universal {
		s = w.ends.Decode(s, true)
	}
	w.forget()
	if head == "" {
		return s, nil
	}
	return head + s, nil
}

// beforeRead writes out what was written, and what standard output holds before
// standard input is waited for.
func (w *Text) beforeRead(t *thread) error {
	w.iterated = false
	if w.buffer.raw.writable {
		return w.buffer.flush(t)
	}
	if w.buffer.soon {
		return flushStandard(t)
	}
	return nil
}

// ReadLine reads a line with its end, at most limit characters if limit >= 0;
// empty at the end.
func (w *Text) ReadLine(t *object.Thread, limit int) (string, error) {
	if err := w.checkReadable(); err != nil {
		return "", err
	}
	if err := w.beforeRead(t); err != nil {
		return "", err
	}
	return w.line(t, limit)
}

func (w *Text) line(t *thread, limit int) (string, error) {
	end := w.newline
	if w.universal && w.translate {
		end = "\n"
	}
	out, have := "", 0
	for {
		if w.chars == "" {
			more, err := w.more(t)
			if err != nil {
				return "", err
			}
			if w.chars == "" {
				if more {
					continue
				}
				return out, nil
			}
		}
		// A line end of two characters may be cut by the piece's end.
		k := text.FindLine(out+w.chars, end)
		if out != "" && k > 0 && k <= len(out) {
			k = -1
		}
		found := k >= 0
		if found {
			k -= len(out)
		} else {
			k = len(w.chars)
		}
		if limit >= 0 {
			if n := text.Len(w.chars[:k]); have+n >= limit {
				k = text.ByteOffset(w.chars, limit-have)
				found = true
			}
		}
		s := w.take(k)
		if err := object.Charge(t, 2*int64(len(out)+k)); err != nil {
			return "", err
		}
		have += text.Len(s)
		if out == "" {
			out = s
		} else {
			out += s
		}
		if found {
			return out, nil
		}
	}
}

func init() {
	TextIOWrapper.AddMethods(
		object.Def{Sig: "read(self, size=-1, /)", Fn: func(t *thread, a args) (value, error) {
			w, err := textOf(a[0])
			if err != nil {
				return nil, err
			}
			n, err := sizeArg(t, a[1])
			if err != nil {
				return nil, err
			}
			s, err := w.ReadText(t, n)
			return starlark.String(s), err
		}},
		object.Def{Sig: "readline(self, size=-1, /)", Fn: func(t *thread, a args) (value, error) {
			w, err := textOf(a[0])
			if err != nil {
				return nil, err
			}
			n, err := object.ClampedInt(t, a[1])
			if err != nil {
				return nil, err
			}
			s, err := w.ReadLine(t, max(n, -1))
			return starlark.String(s), err
		}},
		object.Def{Sig: "__next__(self, /)", Fn: func(t *thread, a args) (value, error) {
			w, err := textOf(a[0])
			if err != nil {
				return nil, err
			}
			v, err := w.Next(t)
			if v == nil && err == nil {
				err = object.Raise(object.StopIteration, "")
			}
			return v, err
		}},
		object.Def{Sig: "write(self, text, /)", Fn: func(t *thread, a args) (value, error) {
			w, err := textOf(a[0])
			if err != nil {
				return nil, err
			}
			s, ok := object.Text(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "write() argument must be str, not %s", object.TypeName(a[1]))
			}
			if err := w.WriteText(t, s); err != nil {
				return nil, err
			}
			return starlark.MakeInt(text.Len(s)), nil
		}},
		object.Def{Sig: "flush(self, /)", Fn: func(t *thread, a args) (value, error) {
			w, err := textOf(a[0])
			if err != nil {
				return nil, err
			}
			if err := w.checkOpen(); err != nil {
				return nil, err
			}
			return starlark.None, w.buffer.flush(t)
		}},
		object.Def{Sig: "seek(self, cookie, whence=0, /)", Fn: textSeek},
		object.Def{Sig: "tell(self, /)", Fn: textTell},
		object.Def{Sig: "truncate(self, pos=None, /)", Fn: textTruncate},
		object.Def{Sig: "detach(self, /)", Fn: func(t *thread, a args) (value, error) {
			w, err := textOf(a[0])
			if err != nil {
				return nil, err
			}
			return w.object, w.buffer.flush(t)
		}},
		object.Def{Sig: "reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None)", Fn: reconfigure},
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			w, err := textOf(a[0])
			if err != nil {
				return nil, err
			}
			name, err := object.Repr(t, w.buffer.raw.name)
			return starlark.String("<_io.TextIOWrapper name=" + name + " mode=" + text.Repr(w.mode) + " encoding=" + text.Repr(w.encoding) + ">"), err
		}},
	)
	get := func(name string, f func(w *Text) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) {
			w, err := textOf(self)
			if err != nil {
				return nil, err
			}
			return f(w), nil
		}}
	}
	TextIOWrapper.AddAttrs(
		get("encoding", func(w *Text) value { return starlark.String(w.encoding) }),
		get("errors", func(w *Text) value { return starlark.String(w.errors) }),
		get("buffer", func(w *Text) value { return w.object }),
		get("line_buffering", func(w *Text) value { return starlark.Bool(w.lines) }),
		get("write_through", func(w *Text) value { return starlark.Bool(w.through) }),
		get("mode", func(w *Text) value { return starlark.String(w.mode) }),
		get("newlines", func(w *Text) value { return newlinesSeen(w.ends.Seen) }),
	)
}

// Next implements object.Iterator.
func (w *Text) Next(t *object.Thread) (starlark.Value, error) {
	if err := w.checkReadable(); err != nil {
		return nil, err
	}
	if err := w.beforeRead(t); err != nil {
		return nil, err
	}
	s, err := w.line(t, -1)
	if err != nil || s == "" {
		return nil, err
	}
	w.iterated = true
	return starlark.String(s), nil
}

func newlinesSeen(seen text.LineEnds) value {
	var out starlark.Tuple
	for _, e := range []struct {
		bit  text.LineEnds
		text string
	}{{text.SeenCR, "\r"}, {text.SeenLF, "\n"}, {text.SeenCRLF, "\r\n"}} {
		if seen&e.bit != 0 {
			out = append(out, starlark.String(e.text))
		}
	}
	switch len(out) {
	case 0:
		return starlark.None
	case 1:
		return out[0]
	}
	return out
}

func reconfigure(t *thread, a args) (value, error) {
	w, err := textOf(a[0])
	if err != nil {
		return nil, err
	}
	if err := w.buffer.flush(t); err != nil {
		return nil, err
	}
	encoding, errors := w.encoding, w.errors
	if a[1] != starlark.None {
		s, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "reconfigure() argument 'encoding' must be str or None, not %s", object.TypeName(a[1]))
		}
		encoding = s
		if a[2] == starlark.None {
			errors = "strict"
		}
	}
	if a[2] != starlark.None {
		s, ok := object.Text(a[2])
		if !ok {
			return nil, object.Raise(object.TypeError, "reconfigure() argument 'errors' must be str or None, not %s", object.TypeName(a[2]))
		}
		errors = s
	}
	if err := w.setEncoding(encoding, errors); err != nil {
		return nil, err
	}
	if a[3] != nil {
		newline, err := newlineArg(a[3])
		if err != nil {
			return nil, err
		}
		w.setNewline(newline)
	}
	for i, p := range []*bool{&w.lines, &w.through} {
		if v := a[4+i]; v != starlark.None {
			b, err := object.Truth(t, v)
			if err != nil {
				return nil, err
			}
			*p = b
		}
	}
	return starlark.None, nil
}

// newlineArg checks a newline argument; nil means None.
func newlineArg(v value) (*string, error) {
	if v == starlark.None {
		return nil, nil
	}
	s, ok := object.Text(v)
	if !ok {
		return nil, object.Raise(object.TypeError, "open() argument 'newline' must be str or None, not %s", object.TypeName(v))
	}
	if err := text.CheckNewline(s); err != nil {
		return nil, object.TextError(err)
	}
	return &s, nil
}

// sizeArg is an optional size: None and negative numbers mean no limit.
func sizeArg(t *thread, v value) (int, error) {
	if v == starlark.None {
		return -1, nil
	}
	n, err := object.ClampedInt(t, v)
	if err != nil {
		if object.IsException(err, object.TypeError) {
			return 0, object.Raise(object.TypeError, "argument should be integer or None, not '%s'", object.TypeName(v))
		}
		return 0, err
	}
	return max(n, -1), nil
}
