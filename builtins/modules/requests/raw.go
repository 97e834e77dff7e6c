package requests

// This file defines the base of urllib3.response.HTTPResponse: the response as it
// comes from the connection.

import (
	"context"
	"io"
	"strings"
	"sync"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/web"
)

var rawClass = object.NewClass(object.Spec{Name: "HTTPResponse", Module: "urllib3.response", Python: true})

// A raw is the State of an HTTPResponse.
type raw struct {
	resp    *web.Response
	stream  *web.Stream // nil until something was read
	decode  bool        // decode_content
	decoded bool        // some was read so
	told    int64
	elapsed time.Duration
	url     string
	headers value

	mu sync.Mutex // one thread reads at a time; taken without the interpreter lock

	loaded  bool // the content was read with the response
	content string
	err     error // what ended reading it
	closed  bool
}

func rawOf(v value) *raw { return v.(*object.Instance).State.(*raw) }

// read returns at most n bytes of the content, all for n < 0. part asks for no
// more than has come.
func (r *raw) read(t *thread, n int, decode, part bool) (value, error) {
	if r.loaded {
		s := r.content
		if n >= 0 && n < len(s) {
			s = s[:n]
		}
		r.content = r.content[len(s):]
		if s == "" && r.err != nil {
			return nil, raiseFailure(t, r.err, r.url)
		}
		if n < 0 && r.err != nil {
			return nil, raiseFailure(t, r.err, r.url)
		}
		r.told += int64(len(s))
		return object.MakeBytes(s), nil
	}
	if r.closed || n == 0 {
		return object.MakeBytes(""), nil
	}
	if r.stream == nil {
		r.stream = r.resp.Stream()
	}
	if !decode && r.decoded {
		return nil, object.Raise(object.RuntimeError, "Calling read(decode_content=False) is not supported after read(decode_content=True) was called.")
	}
	r.decoded = r.decoded || decode && r.stream.Encoding != ""
	encoded := r.stream.Encoding != ""
	var out []byte
	err := t.Block(func(ctx context.Context) (err error) {
		r.mu.Lock()
		defer r.mu.Unlock()
		switch {
		case n < 0 && (decode || !encoded):
			out, err = r.stream.ReadAll(ctx)
			return err
		case n < 0:
			for err == nil {
				var b [32 << 10]byte
				var m int
				m, err = r.resp.Body.Read(ctx, b[:])
				out = append(out, b[:m]...)
			}
		default:
			out = make([]byte, min(n, 1<<20))
			m := 0
			switch {
			case decode && part:
				// Compressed data may come without any content in it.
				for m == 0 && err == nil {
					m, err = r.stream.Read(ctx, out)
				}
			case decode:
				m, err = r.stream.ReadFull(ctx, out)
			case part:
				m, err = r.resp.Body.Read(ctx, out)
			default:
				m, err = r.resp.Body.ReadFull(ctx, out)
			}
			out = out[:m]
			// What a large n asks for beyond the first part.
			for err == nil && !part && len(out) < n && m > 0 {
				b := make([]byte, min(n-len(out), 1<<20))
				if decode {
					m, err = r.stream.ReadFull(ctx, b)
				} else {
					m, err = r.resp.Body.ReadFull(ctx, b)
				}
				out = append(out, b[:m]...)
			}
		}
		if err == io.EOF {
			err = nil
		}
		return err
	})
	r.told = r.resp.Body.Got()
	if err != nil {
		return nil, raiseFailure(t, err, r.url)
	}
	return object.MakeBytes(string(out)), nil
}

// fields makes the header: fields of the same name are joined.
func (r *raw) fields(t *thread) value {
	if r.headers != nil {
		return r.headers
	}
	d := &cidict{items: make([]cipair, 0, len(r.resp.Header))}
	for _, f := range r.resp.Header {
		low := lower(f.Name)
		if i := d.find(low); i >= 0 {
			old, _ := object.Text(d.items[i].val)
			d.items[i].val = starlark.String(old + ", " + f.Value)
			continue
		}
		d.items = append(d.items, cipair{low, starlark.String(f.Name), starlark.String(f.Value)})
	}
	r.headers = makeCI(t, d)
	return r.headers
}

func (r *raw) close() {
	if !r.closed {
		r.closed = true
		if r.mu.TryLock() {
			r.resp.Body.Close()
			r.mu.Unlock()
		} else {
			r.resp.Body.Abort()
		}
	}
}

func init() {
	def := func(sig string, fn func(t *thread, r *raw, a args) (value, error)) object.Def {
		return object.Def{Sig: "def " + sig, Fn: func(t *thread, a args) (value, error) { return fn(t, rawOf(a[0]), a) }}
	}
	amount := func(t *thread, v value) (int, error) {
		if v == starlark.None {
			return -1, nil
		}
		return object.Int(t, v)
	}
	decoding := func(t *thread, r *raw, v value) (bool, error) {
		if v == starlark.None {
			return r.decode, nil
		}
		return object.Truth(t, v)
	}
	reader := func(part bool) func(t *thread, r *raw, a args) (value, error) {
		return func(t *thread, r *raw, a args) (value, error) {
			n, err := amount(t, a[1])
			if err != nil {
				return nil, err
			}
			decode, err := decoding(t, r, a[2])
			if err != nil {
				return nil, err
			}
			return r.read(t, n, decode, part && n >= 0)
		}
	}
	rawClass.AddMethods(
		def("read(self, amt=None, decode_content=None, cache_content=False)", reader(false)),
		def("read1(self, amt=None, decode_content=None)", func(t *thread, r *raw, a args) (value, error) {
			if a[1] == starlark.None {
				a[1] = starlark.MakeInt(64 << 10)
			}
			return reader(true)(t, r, a)
		}),
		def("stream(self, amt=65536, decode_content=None)", func(t *thread, r *raw, a args) (value, error) {
			n, err := amount(t, a[1])
			if err != nil {
				return nil, err
			}
			decode, err := decoding(t, r, a[2])
			if err != nil {
				return nil, err
			}
			// Chunks are handed out as they come.
			part := r.resp.Body.Chunked() && !r.loaded
			if part && n < 0 {
				n = 1 << 20
			}
			return object.NewGoGenerator("stream", func(t *thread) (value, error) {
				v, err := r.read(t, n, decode, part)
				if err != nil {
					return nil, err
				}
				if s, _ := object.BytesContent(v); s == "" {
					return nil, nil
				}
				return v, nil
			}, nil), nil
		}),
		def("close(self)", func(t *thread, r *raw, a args) (value, error) { r.close(); return starlark.None, nil }),
		def("release_conn(self)", func(t *thread, r *raw, a args) (value, error) { return starlark.None, nil }),
		def("drain_conn(self)", func(t *thread, r *raw, a args) (value, error) {
			_, err := r.read(t, -1, false, false)
			if err != nil && !object.IsCaught(t, err, object.Exception) {
				return nil, err
			}
			return starlark.None, nil
		}),
		def("tell(self)", func(t *thread, r *raw, a args) (value, error) { return starlark.MakeInt64(r.told), nil }),
		def("isclosed(self)", func(t *thread, r *raw, a args) (value, error) { return starlark.Bool(r.ended()), nil }),
		def("readable(self)", func(t *thread, r *raw, a args) (value, error) { return starlark.True, nil }),
		def("writable(self)", func(t *thread, r *raw, a args) (value, error) { return starlark.False, nil }),
		def("seekable(self)", func(t *thread, r *raw, a args) (value, error) { return starlark.False, nil }),
		def("getheaders(self)", func(t *thread, r *raw, a args) (value, error) { return r.fields(t), nil }),
		def("info(self)", func(t *thread, r *raw, a args) (value, error) { return r.fields(t), nil }),
		def("getheader(self, name, default=None)", func(t *thread, r *raw, a args) (value, error) {
			return object.CallMethod(t, r.fields(t), "get", a[1], a[2])
		}),
		def("_all(self, name)", func(t *thread, r *raw, a args) (value, error) {
			name, _ := object.Text(a[1])
			var out []value
			for _, f := range r.resp.Header {
				if strings.EqualFold(f.Name, name) {
					out = append(out, starlark.String(f.Value))
				}
			}
			return starlark.NewList(out), nil
		}),
		def("__enter__(self)", func(t *thread, r *raw, a args) (value, error) { return a[0], nil }),
		def("__exit__(self, *args)", func(t *thread, r *raw, a args) (value, error) { r.close(); return starlark.None, nil }),
	)
	attr := func(name string, get func(t *thread, r *raw) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return get(t, rawOf(self)), nil }}
	}
	rawClass.AddAttrs(
		attr("status", func(t *thread, r *raw) value { return starlark.MakeInt(r.resp.Status) }),
		attr("reason", func(t *thread, r *raw) value { return starlark.String(r.resp.Reason) }),
		attr("version", func(t *thread, r *raw) value { return starlark.MakeInt(r.resp.Version) }),
		attr("version_string", func(t *thread, r *raw) value {
			if r.resp.Version == 10 {
				return starlark.String("HTTP/1.0")
			}
			return starlark.String("HTTP/1.1")
		}),
		attr("headers", func(t *thread, r *raw) value { return r.fields(t) }),
		attr("closed", func(t *thread, r *raw) value { return starlark.Bool(r.ended()) }),
		attr("chunked", func(t *thread, r *raw) value { return starlark.Bool(r.resp.Body.Chunked()) }),
		attr("_elapsed", func(t *thread, r *raw) value { return starlark.Float(r.elapsed.Seconds()) }),
		attr("_sets_cookies", func(t *thread, r *raw) value { return starlark.Bool(r.resp.Get("Set-Cookie") != "") }),
		object.Attr{Name: "data", Get: func(t *thread, self value) (value, error) { return rawOf(self).read(t, -1, true, false) }},
		object.Attr{Name: "decode_content",
			Get: func(t *thread, self value) (value, error) { return starlark.Bool(rawOf(self).decode), nil },
			Set: func(t *thread, self, v value) error {
				b, err := object.Truth(t, v)
				rawOf(self).decode = b
				return err
			}},
	)
}

func (r *raw) ended() bool { return r.closed || r.loaded && r.content == "" || r.resp.Body.Done() }
