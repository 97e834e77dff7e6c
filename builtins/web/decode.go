package web

// This file defines Stream: a body with its content encodings undone.

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"io"
	"strings"
)

// A body that is expanded in memory may grow to MaxGrowth times its size once it
// is larger than FreeGrowth bytes: what compresses better than that is made to
// fill the memory, and fails with kind Bomb.
const (
	FreeGrowth = 64 << 20
	MaxGrowth  = 100
)

// A Stream reads a response's body with gzip and deflate undone.
type Stream struct {
	Body *Body
	// Encoding is what the server called it; empty if nothing has to be undone.
	Encoding string

	r   io.Reader
	ctx context.Context
	out int64
	err error
}

// Stream returns the reader for the body of a response. Encodings that are not
// known are left in it, as requests leaves them.
func (r *Response) Stream() *Stream {
	s := &Stream{Body: r.Body}
	s.r = source{s}
	encoding := r.Get("Content-Encoding")
	if encoding == "" {
		return s
	}
	parts := strings.Split(strings.ToLower(encoding), ",")
	for _, p := range parts {
		switch strings.TrimSpace(p) {
		case "gzip", "x-gzip", "deflate":
		default:
			return s
		}
	}
	if len(parts) > 5 {
		s.err = &Error{Kind: BadContent, Text: "Too many content encodings in the chain"}
		return s
	}
	s.Encoding = strings.ToLower(encoding)
	for i := len(parts) - 1; i >= 0; i-- {
		if strings.TrimSpace(parts[i]) == "deflate" {
			s.r = &inflater{in: bufio.NewReader(s.r)}
		} else {
			s.r = &gunzipper{in: bufio.NewReader(s.r)}
		}
	}
	return s
}

// source is the body as an io.Reader, under the context of the call that reads.
type source struct{ s *Stream }

func (r source) Read(p []byte) (int, error) { return r.s.Body.Read(r.s.ctx, p) }

// Read reads some of the content; io.EOF is its end.
func (s *Stream) Read(ctx context.Context, p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	s.ctx = ctx
	n, err := s.r.Read(p)
	s.ctx = nil
	s.out += int64(n)
	if err != nil && err != io.EOF {
		var e *Error
		if !errors.As(err, &e) && ctx.Err() == nil {
			err = &Error{Kind: BadContent, Err: err, Text: zlibText(err), Encoding: s.Encoding}
		}
		s.Body.Close()
	}
	if err != nil {
		s.err = err
		if err == io.EOF {
			s.drain(ctx)
		}
	}
	return n, err
}

// drain reads what follows the end of compressed content, so that the connection
// can be used again.
func (s *Stream) drain(ctx context.Context) {
	if s.Encoding == "" {
		return
	}
	var b [512]byte
	for range 16 {
		if _, err := s.Body.Read(ctx, b[:]); err != nil {
			return
		}
	}
	s.Body.Close()
}

// ReadFull reads until p is full or the content ends, which is no error if it
// read anything.
func (s *Stream) ReadFull(ctx context.Context, p []byte) (n int, err error) {
	for n < len(p) && err == nil {
		var m int
		m, err = s.Read(ctx, p[n:])
		n += m
	}
	if err == io.EOF && n > 0 {
		err = nil
	}
	return n, err
}

// ReadAll reads all that is left, within the bounds for growth.
func (s *Stream) ReadAll(ctx context.Context) ([]byte, error) {
	size := 512
	if n := s.Body.Length(); n >= 0 && s.Encoding == "" {
		size = int(min(n, 16<<20)) + 1
	}
	b := make([]byte, 0, size)
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := s.Read(ctx, b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == io.EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
		if s.Encoding != "" && s.out > FreeGrowth && s.out > MaxGrowth*s.Body.Got() {
			s.err = &Error{Kind: Bomb, Got: s.out}
			s.Body.Close()
			return nil, s.err
		}
	}
}

// zlibText is the message of Python's zlib for what is wrong with the data.
func zlibText(err error) string {
	what := "invalid block type"
	var c *corruption
	switch {
	case errors.As(err, &c):
		what = c.text()
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, zlib.ErrHeader):
		what = "incorrect header check"
	case errors.Is(err, gzip.ErrChecksum), errors.Is(err, zlib.ErrChecksum):
		what = "incorrect data check"
	case errors.Is(err, zlib.ErrDictionary):
		return "Error 2 while decompressing data"
	}
	return "Error -3 while decompressing data: " + what
}

// A gunzipper undoes gzip. Content that stops early ends early, and what follows
// a whole member and is not another is passed over, as requests has both.
type gunzipper struct {
	in *bufio.Reader
	z  *gzip.Reader
}

func (g *gunzipper) Read(p []byte) (int, error) {
	if g.z == nil {
		if _, err := g.in.Peek(1); err != nil {
			return 0, err
		}
		z, err := gzip.NewReader(g.in)
		if err != nil {
			return 0, early(err)
		}
		z.Multistream(false)
		g.z = z
	}
	for {
		n, err := g.z.Read(p)
		if err == io.EOF {
			if g.z.Reset(g.in) != nil {
				return n, io.EOF
			}
			g.z.Multistream(false)
			err = nil
		}
		if n > 0 || err != nil || len(p) == 0 {
			return n, early(err)
		}
	}
}

func early(err error) error {
	if err == io.ErrUnexpectedEOF {
		return io.EOF
	}
	return err
}

// An inflater undoes deflate, with zlib's header as it should be or without.
type inflater struct {
	in    *bufio.Reader
	z     io.Reader
	first byte // of what has no header
}

func (d *inflater) Read(p []byte) (int, error) {
	if d.z == nil {
		head, err := d.in.Peek(2)
		if len(head) < 2 {
			return 0, early(err)
		}
		if head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
			z, err := zlib.NewReader(d.in)
			if err != nil {
				return 0, early(err)
			}
			d.z = z
		} else {
			d.first = head[0]
			d.z = flate.NewReader(d.in)
		}
	}
	n, err := d.z.Read(p)
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) {
		err = &corruption{err, d.first >> 1 & 3}
	}
	return n, early(err)
}

// A corruption is corrupt data, with the kind of its first block.
type corruption struct {
	error
	block byte
}

func (c *corruption) text() string {
	return [...]string{"invalid stored block lengths", "invalid distance too far back", "invalid code lengths set", "invalid block type"}[c.block]
}
