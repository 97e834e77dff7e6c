package web

// This file defines the errors of a request.

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
)

// A Kind says which step of a request failed.
type Kind uint8

// The kinds of failure.
const (
	Resolve        Kind = iota + 1 // the host's name has no address
	Connect                        // no connection: refused, unreachable
	ConnectTimeout                 // no connection in time
	Secure                         // the TLS handshake failed
	Tunnel                         // the proxy did not let us through
	ReadTimeout                    // the server sent nothing for too long
	WriteTimeout                   // the server took nothing for too long
	Disconnected                   // the connection closed before a response began
	BadStatus                      // what came is not a status line
	LongLine                       // a line of the head is longer than 64 KiB
	ManyFields                     // more than 100 header fields
	BadField                       // a header field to be sent has a line break in it
	Incomplete                     // the body ended early
	BadChunk                       // a chunk's length makes no sense
	NoChunk                        // the connection closed where a chunk's length was due
	BadContent                     // the body is not in the encoding that it claims
	Bomb                           // the body expands beyond all bounds
	Broken                         // any other failure of the connection
)

// An Error is a request that failed.
type Error struct {
	Kind Kind
	Err  error // the cause, or nil

	// Proxy is true if it was the proxy that could not be reached or refused.
	Proxy bool
	// Text is the detail that messages quote: the status line, the chunk's
	// length line, the part of the head that was too long, OpenSSL's words for
	// a failed handshake, the proxy's status.
	Text string
	// Encoding is what the body was said to be in, for BadContent.
	Encoding string
	// Number is OpenSSL's code of a failed handshake (1, or 8 for an end of
	// file), the status of a proxy, or getaddrinfo's error.
	Number int
	// Got and Want count the body's bytes for Incomplete and BadChunk: read, and
	// missing.
	Got, Want int64
}

var kindTexts = [...]string{
	Resolve: "cannot resolve name", Connect: "cannot connect", ConnectTimeout: "connect timed out", Secure: "TLS handshake failed",
	Tunnel: "proxy refused", ReadTimeout: "read timed out", WriteTimeout: "write timed out",
	Disconnected: "remote end closed connection without response", BadStatus: "bad status line", LongLine: "line too long",
	ManyFields: "got more than 100 headers", BadField: "line break in header field", Incomplete: "incomplete read", BadChunk: "bad chunk length", NoChunk: "response ended prematurely",
	BadContent: "cannot decode content", Bomb: "content expands too much", Broken: "connection broken",
}

// Error implements error.
func (e *Error) Error() string {
	s := "web: " + kindTexts[e.Kind]
	if e.Text != "" {
		s += ": " + e.Text
	}
	if e.Kind == Incomplete {
		s += fmt.Sprintf(" (%d bytes read, %d missing)", e.Got, e.Want)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Timeout reports whether time ran out.
func (e *Error) Timeout() bool {
	return e.Kind == ConnectTimeout || e.Kind == ReadTimeout || e.Kind == WriteTimeout
}

func isTimeout(err error) bool {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return true
	}
	var n net.Error
	return errors.As(err, &n) && n.Timeout()
}

// ended returns ctx's error in place of err if ctx is what ended the operation.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}
