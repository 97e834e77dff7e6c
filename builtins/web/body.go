package web

// This file defines Body: where a response's body ends, by its length, its chunks
// or the end of the connection.

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"sync/atomic"
)

type framing uint8

const (
	empty framing = iota
	sized
	chunked
	untilClosed
)

// A Body is the body of a response, as it was encoded. Once it has ended, by its
// own end, an error or Close, it no longer touches the connection.
type Body struct {
	c       *Conn
	framing framing
	left    int64 // of the body, or of the chunk
	got     int64
	before  int64 // what of it came before the present chunk
	keep    bool
	err     error
	ended   atomic.Bool // err is set
}

func newBody(c *Conn, r *Response, method string) *Body {
	b := &Body{c: c}
	conn := strings.ToLower(r.Get("Connection"))
	switch {
	case r.Version == 11:
		b.keep = !strings.Contains(conn, "close")
	default:
		b.keep = strings.Contains(conn, "keep-alive") || r.Get("Keep-Alive") != "" || strings.Contains(strings.ToLower(r.Get("Proxy-Connection")), "keep-alive")
	}
	length, err := strconv.ParseInt(strings.TrimSpace(r.Get("Content-Length")), 10, 64)
	switch {
	case method == "HEAD" || r.Status == 204 || r.Status == 304 || r.Status == 101 || method == "CONNECT" && r.Status == 200:
		b.end()
	case strings.EqualFold(strings.TrimSpace(r.Get("Transfer-Encoding")), "chunked"):
		b.framing = chunked
	case err == nil && length >= 0:
		b.framing, b.left = sized, length
		if length == 0 {
			b.end()
		}
	default:
		b.framing, b.keep = untilClosed, false
	}
	r.KeepAlive = b.keep
	return b
}

// Length is the number of bytes still to come, or -1 if it is not known.
func (b *Body) Length() int64 {
	if b.framing == chunked || b.framing == untilClosed {
		return -1
	}
	return b.left
}

// Chunked reports whether the body comes in chunks.
func (b *Body) Chunked() bool { return b.framing == chunked }

// Got counts the bytes that were read.
func (b *Body) Got() int64 { return b.got }

// Done reports whether the body has ended, by whatever cause.
func (b *Body) Done() bool { return b.err != nil }

// end is the body's own end. A connection of a pool goes back to it; any other is
// its owner's to use again or to close.
func (b *Body) end() {
	b.err = io.EOF
	b.ended.Store(true)
	switch {
	case b.c.pool == nil:
	case b.keep:
		b.c.over = true
	default:
		b.c.Close()
	}
}

func (b *Body) fail(err error) error {
	b.err = err
	b.ended.Store(true)
	b.c.Close()
	return err
}

// Close gives the body up. A connection of which not all was read is closed.
func (b *Body) Close() {
	if b.err == nil {
		b.fail(io.EOF)
	}
}

// Abort makes a read that is under way in another goroutine fail, or closes a
// connection of which not all was read. A body that has ended is left alone.
func (b *Body) Abort() {
	if !b.ended.Load() {
		b.c.Close()
	}
}

// Read reads some of the body, waiting for no more than the server has sent. It
// returns io.EOF at the end. The connection then goes back to its pool.
func (b *Body) Read(ctx context.Context, p []byte) (n int, err error) {
	if b.err != nil || len(p) == 0 {
		return 0, b.err
	}
	err = b.c.during(ctx, func() error {
		n, err = b.read(p)
		return err
	})
	return n, b.note(err)
}

// ReadFull reads until p is full or the body ends, which is no error if it read
// anything.
func (b *Body) ReadFull(ctx context.Context, p []byte) (n int, err error) {
	if b.err != nil || len(p) == 0 {
		return 0, b.err
	}
	err = b.c.during(ctx, func() error {
		for n < len(p) && b.err == nil {
			m, err := b.read(p[n:])
			n += m
			if err != nil {
				return err
			}
		}
		return nil
	})
	return n, b.note(err)
}

// note keeps an error that is not the body's own, such as the context's.
func (b *Body) note(err error) error {
	if err != nil && b.err == nil {
		b.fail(err)
	}
	return err
}

// read is Read without the context.
func (b *Body) read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	if b.framing == chunked && b.left == 0 {
		if err := b.nextChunk(); err != nil {
			return 0, err
		}
	}
	if b.framing != untilClosed && int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.c.br.Read(p)
	b.got += int64(n)
	if b.framing != untilClosed {
		b.left -= int64(n)
	}
	switch {
	case err == io.EOF && b.framing == untilClosed:
		b.end()
		return n, io.EOF
	case err == io.EOF:
		// Of a chunk, it is the chunk that is incomplete.
		return n, b.fail(&Error{Kind: Incomplete, Got: b.got - b.before, Want: b.left})
	case err != nil:
		return n, b.fail(err)
	}
	if b.left == 0 {
		switch b.framing {
		case sized:
			b.end()
		case chunked:
			return n, b.endChunk()
		}
	}
	return n, nil
}

// endChunk takes the line break behind a chunk.
func (b *Body) endChunk() error {
	if _, err := b.c.br.Discard(2); err != nil {
		if err == io.EOF {
			return nil // the next chunk's length will be missing
		}
		return b.fail(err)
	}
	return nil
}

// nextChunk reads a chunk's length, and behind the last one the trailer.
func (b *Body) nextChunk() error {
	line, err := b.c.line("chunk size")
	var e *Error
	if errors.As(err, &e) {
		return b.fail(err)
	}
	size, _, _ := strings.Cut(string(line), ";")
	n, perr := strconv.ParseInt(strings.TrimSpace(size), 16, 63)
	if perr != nil || n < 0 {
		if len(line) == 0 {
			return b.fail(&Error{Kind: NoChunk, Got: b.got})
		}
		return b.fail(&Error{Kind: BadChunk, Text: string(line), Got: b.got})
	}
	b.left, b.before = n, b.got
	if n > 0 {
		return nil
	}
	for {
		line, err := b.c.line("trailer line")
		if errors.As(err, &e) {
			return b.fail(err)
		}
		if len(strings.TrimRight(string(line), "\r\n")) == 0 {
			b.end()
			return io.EOF
		}
	}
}
