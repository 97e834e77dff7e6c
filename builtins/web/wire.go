package web

// This file defines Request and Response: the head of a message as bytes.

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
)

// The bounds that http.client has.
const (
	maxLine   = 65536
	maxFields = 100
)

// A Field is one header field, its name as it was or will be written. Both are
// text; on the wire they are ISO 8859-1.
type Field struct{ Name, Value string }

// A Request is what is sent. Nothing is added to its fields.
type Request struct {
	Method string
	Path   string // the request target: "/a?b", or a whole URL for a proxy
	Header []Field
	// Body is sent right behind the head. What is longer than memory allows is
	// sent with Write afterwards.
	Body []byte
	// Version is 11 or 10; 0 means 11.
	Version int
}

// A Response is the head of what came back, and its body.
type Response struct {
	Version int // 10 or 11
	Status  int
	Reason  string
	Header  []Field
	Body    *Body
	// KeepAlive is true if the server leaves the connection open for another
	// request once the body has ended.
	KeepAlive bool
}

// Get returns the value of the first field of that name, in any case.
func (r *Response) Get(name string) string {
	for _, f := range r.Header {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// latin1 appends text as ISO 8859-1; ok is false if it has other characters.
func latin1(b []byte, s string) (_ []byte, ok bool) {
	if isASCII(s) {
		return append(b, s...), true
	}
	for _, r := range s {
		if r > 0xff {
			return b, false
		}
		b = append(b, byte(r))
	}
	return b, true
}

// fromLatin1 reads ISO 8859-1 as text.
func fromLatin1(b []byte) string {
	for _, c := range b {
		if c >= 0x80 {
			r := make([]rune, len(b))
			for i, c := range b {
				r[i] = rune(c)
			}
			return string(r)
		}
	}
	return string(b)
}

func (r *Request) head() ([]byte, error) {
	version := " HTTP/1.1\r\n"
	if r.Version == 10 {
		version = " HTTP/1.0\r\n"
	}
	b := make([]byte, 0, 512+len(r.Body))
	for _, s := range []string{r.Method, " ", r.Path} {
		if strings.ContainsAny(s, "\r\n") {
			return nil, &Error{Kind: BadField, Text: s}
		}
		var ok bool
		if b, ok = latin1(b, s); !ok {
			return nil, &Error{Kind: BadField, Text: s}
		}
	}
	b = append(b, version...)
	for _, f := range r.Header {
		if strings.ContainsAny(f.Name, "\r\n:") || strings.ContainsAny(f.Value, "\r\n") {
			return nil, &Error{Kind: BadField, Text: f.Name}
		}
		var ok1, ok2 bool
		b, ok1 = latin1(b, f.Name)
		b = append(b, ": "...)
		b, ok2 = latin1(b, f.Value)
		if !ok1 || !ok2 {
			return nil, &Error{Kind: BadField, Text: f.Name}
		}
		b = append(b, "\r\n"...)
	}
	return append(b, "\r\n"...), nil
}

// Send writes the head of a request and its Body.
func (c *Conn) Send(ctx context.Context, r *Request) error {
	b, err := r.head()
	if err != nil {
		return err
	}
	if len(r.Body) <= 64<<10 {
		b = append(b, r.Body...)
		return c.Write(ctx, b)
	}
	return c.during(ctx, func() error {
		if err := c.write(b); err != nil {
			return err
		}
		return c.write(r.Body)
	})
}

// Write sends bytes as they are: parts of a body.
func (c *Conn) Write(ctx context.Context, p []byte) error {
	return c.during(ctx, func() error { return c.write(p) })
}

// WriteChunk sends a chunk of a chunked body; an empty one ends it.
func (c *Conn) WriteChunk(ctx context.Context, p []byte) error {
	b := strconv.AppendInt(make([]byte, 0, len(p)+16), int64(len(p)), 16)
	b = append(b, "\r\n"...)
	b = append(b, p...)
	return c.Write(ctx, append(b, "\r\n"...))
}

// Receive reads the head of the response to a request of that method. Responses
// that only say "continue" are passed over.
func (c *Conn) Receive(ctx context.Context, method string) (*Response, error) {
	var resp *Response
	err := c.during(ctx, func() (err error) {
		resp, err = c.receive(method)
		return err
	})
	if err != nil {
		return nil, err
	}
	return resp, nil
}

func (c *Conn) receive(method string) (*Response, error) {
	for {
		resp, err := c.receiveHead()
		if err != nil {
			return nil, err
		}
		if resp.Status >= 100 && resp.Status < 200 && resp.Status != 101 {
			continue
		}
		resp.Body = newBody(c, resp, method)
		return resp, nil
	}
}

// line reads up to the line break and returns what is before it.
func (c *Conn) line(what string) ([]byte, error) {
	b, err := c.br.ReadSlice('\n')
	if err == bufio.ErrBufferFull {
		b = append([]byte(nil), b...)
		for err == bufio.ErrBufferFull && len(b) <= maxLine {
			var more []byte
			more, err = c.br.ReadSlice('\n')
			b = append(b, more...)
		}
	}
	if len(b) > maxLine {
		return nil, &Error{Kind: LongLine, Text: what}
	}
	return b, err
}

func (c *Conn) receiveHead() (*Response, error) {
	b, err := c.line("status line")
	if err != nil && (err != io.EOF || len(b) == 0) {
		var e *Error
		if err == io.EOF {
			return nil, &Error{Kind: Disconnected}
		}
		if errors.As(err, &e) {
			return nil, e
		}
		return nil, &Error{Kind: Broken, Err: err}
	}
	resp := &Response{}
	if err := resp.parseStatus(fromLatin1(b)); err != nil {
		return nil, err
	}
	stopped := false
	for n := 0; ; n++ {
		b, err := c.line("header line")
		if err != nil && err != io.EOF {
			return nil, err
		}
		if n > maxFields {
			return nil, &Error{Kind: ManyFields}
		}
		line := strings.TrimRight(fromLatin1(b), "\r\n")
		if line == "" {
			return resp, nil
		}
		// As http.client's parser has it, a line that is no field ends the fields.
		last := len(resp.Header) - 1
		name, value, ok := strings.Cut(line, ":")
		switch {
		case stopped:
		case (line[0] == ' ' || line[0] == '\t') && last >= 0:
			resp.Header[last].Value += " " + strings.TrimSpace(line)
		case !ok || name == "" || strings.ContainsAny(name, " \t"):
			stopped = true
		default:
			resp.Header = append(resp.Header, Field{name, strings.TrimLeft(value, " \t")})
		}
	}
}

func (r *Response) parseStatus(line string) error {
	version, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
	code, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
	if !strings.HasPrefix(version, "HTTP/") {
		return &Error{Kind: BadStatus, Text: line}
	}
	status, err := strconv.Atoi(code)
	if err != nil || status < 100 || status > 999 {
		return &Error{Kind: BadStatus, Text: line}
	}
	r.Status, r.Reason = status, strings.TrimSpace(reason)
	switch {
	case version == "HTTP/1.0" || version == "HTTP/0.9":
		r.Version = 10
	case strings.HasPrefix(version, "HTTP/1."):
		r.Version = 11
	default:
		return &Error{Kind: BadStatus, Text: version}
	}
	return nil
}
