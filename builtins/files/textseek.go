package files

// This file defines seek, tell and truncate of text files. A position is a
// number of bytes, as in CPython for the codecs that keep no state.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// position is the place in the stream of the next character.
func (w *Text) position(t *thread) (int64, error) {
	if w.chars != "" {
		return w.pieceAt + int64(w.bytesTaken()), nil
	}
	pos, err := w.buffer.tell(t)
	if err != nil {
		return 0, err
	}
	pos -= int64(len(w.decoder.Pending()))
	if w.ends.Pending() {
		pos--
	}
	return pos, nil
}

// bytesTaken is how many bytes of the piece the characters taken of it were.
func (w *Text) bytesTaken() int {
	if w.taken == 0 {
		return 0
	}
	crlf := strings.IndexByte(w.piece, '\r') >= 0
	if w.codec.Name() == "utf-8" && !crlf && w.errors == "strict" {
		return w.taken
	}
	if !crlf || strings.HasPrefix(w.codec.Name(), "utf-16") || strings.HasPrefix(w.codec.Name(), "utf-32") {
		p, err := w.codec.Encode(w.pieceText[:w.taken], "strict")
		if err == nil {
			if w.pieceAt > 0 {
				p = withoutMark(w.codec, p)
			}
			return len(p)
		}
	}
	// Decode byte by byte until the characters are there.
	d := w.codec.NewDecoder(w.errors)
	ends := text.NewlineDecoder{Translate: w.translate}
	have := 0
	for i := 0; i < len(w.piece); i++ {
		s, err := d.Decode(w.piece[i:i+1], false)
		if err != nil {
			return i
		}
		if w.universal {
			s = ends.Decode(s, false)
		}
		have += len(s)
		if have >= w.taken {
			n := i + 1
			if have > w.taken { // a \r that was held back and what followed it
				n--
			}
			return n
		}
	}
	return len(w.piece)
}

func (w *Text) checkSeekable() error {
	if err := w.checkOpen(); err != nil {
		return err
	}
	if !w.buffer.raw.seekable() {
		return object.Raise(UnsupportedOperation, "underlying stream is not seekable")
	}
	return nil
}

func textSeek(t *thread, a args) (value, error) {
	w, err := textOf(a[0])
	if err != nil {
		return nil, err
	}
	if err := w.checkSeekable(); err != nil {
		return nil, err
	}
	cookie, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	whence, err := object.Int(t, a[2])
	if err != nil {
		return nil, err
	}
	switch {
	case whence < 0 || whence > 2:
		return nil, object.Raise(object.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
	case whence == 1 && cookie != 0:
		return nil, object.Raise(UnsupportedOperation, "can't do nonzero cur-relative seeks")
	case whence == 2 && cookie != 0:
		return nil, object.Raise(UnsupportedOperation, "can't do nonzero end-relative seeks")
	case whence == 0 && cookie < 0:
		return nil, object.Raise(object.ValueError, "negative seek position %d", cookie)
	}
	if err := w.buffer.flush(t); err != nil {
		return nil, err
	}
	offset := int64(cookie)
	if whence == 1 {
		if offset, err = w.position(t); err != nil {
			return nil, err
		}
		whence = 0
	}
	pos, err := w.buffer.seek(t, offset, whence)
	if err != nil {
		return nil, err
	}
	w.forget()
	w.started = pos > 0
	return starlark.MakeInt64(pos), nil
}

func textTell(t *thread, a args) (value, error) {
	w, err := textOf(a[0])
	if err != nil {
		return nil, err
	}
	if err := w.checkSeekable(); err != nil {
		return nil, err
	}
	if w.iterated && w.chars != "" {
		return nil, object.Raise(object.OSError, "telling position disabled by next() call")
	}
	if err := w.buffer.flush(t); err != nil {
		return nil, err
	}
	pos, err := w.position(t)
	return starlark.MakeInt64(pos), err
}

func textTruncate(t *thread, a args) (value, error) {
	w, err := textOf(a[0])
	if err != nil {
		return nil, err
	}
	if err := w.checkOpen(); err != nil {
		return nil, err
	}
	if !w.buffer.raw.writable {
		return nil, object.Raise(UnsupportedOperation, "truncate")
	}
	if err := w.buffer.flush(t); err != nil {
		return nil, err
	}
	var size int64
	if a[1] == starlark.None {
		if size, err = w.position(t); err != nil {
			return nil, err
		}
	} else {
		n, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		size = int64(n)
	}
	size, err = w.buffer.truncate(t, size)
	return starlark.MakeInt64(size), err
}
