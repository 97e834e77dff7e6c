package zlib

// This file defines the objects of compressobj and decompressobj.

import (
	"context"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/deflate"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

var (
	compressClass   = object.NewClass(object.Spec{Name: "Compress", Module: "zlib", Final: true, New: noNew})
	decompressClass = object.NewClass(object.Spec{Name: "Decompress", Module: "zlib", Final: true, New: noNew})
)

func noNew(t *thread, cls *object.Class, _ starlark.Tuple, _ []starlark.Tuple) (value, error) {
	return nil, object.Raise(object.TypeError, "cannot create 'zlib.%s' instances", cls.ClassName)
}

// A compressor is the State of a Compress object. Its lock is held during work
// without the interpreter lock: two threads may use one object.
type compressor struct {
	mu sync.Mutex
	c  *deflate.Compressor
}

func compressobj(t *thread, a args) (value, error) {
	n, err := ints(t, a, 0, 1, 2, 3, 4)
	if err != nil {
		return nil, err
	}
	var dict []byte
	if a[5] != nil && a[5] != starlark.None {
		s, ok := types.BytesLike(a[5])
		if !ok {
			return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(a[5]))
		}
		dict = append([]byte{}, s...)
	}
	if n[1] != 8 {
		return nil, object.Raise(object.ValueError, "Invalid initialization option")
	}
	c, err := deflate.NewCompressor(n[0], n[2], n[3], n[4], dict)
	if err != nil {
		return nil, object.Raise(object.ValueError, "Invalid initialization option")
	}
	return object.Make(compressClass, t, &compressor{c: c}), nil
}

// alone runs work on size bytes with the lock of an object. It waits for that
// lock, and works long, without the interpreter lock only.
func alone(t *thread, mu *sync.Mutex, size int, work func(context.Context) error) error {
	if size < large/4 && mu.TryLock() {
		defer mu.Unlock()
		return work(context.Background())
	}
	return t.Block(func(ctx context.Context) error {
		mu.Lock()
		defer mu.Unlock()
		return work(ctx)
	})
}

func (c *compressor) write(t *thread, p string, flush deflate.Flush, doing string) (value, error) {
	var out []byte
	var failed error
	work := func(ctx context.Context) (err error) {
		if c.c.Finished() {
			failed = object.Raise(errorClass, "Error -2 while %s: inconsistent stream state", doing)
			return nil
		}
		out, err = c.c.Write(ctx, nil, []byte(p), flush)
		return err
	}
	if err := alone(t, &c.mu, len(p), work); err != nil {
		return nil, err
	}
	return object.MakeBytes(string(out)), failed
}

// A decompressor is the State of a Decompress object.
type decompressor struct {
	mu         sync.Mutex
	d          *deflate.Decompressor
	unused     string
	unconsumed string
	eof        bool
}

func decompressobj(t *thread, a args) (value, error) {
	n, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	var dict []byte
	if a[1] != nil {
		s, ok := types.BytesLike(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "zdict argument must support the buffer protocol")
		}
		if s != "" {
			dict = []byte(s)
		}
	}
	d, err := deflate.NewDecompressor(n, dict)
	if err != nil {
		return nil, object.Raise(object.ValueError, "Invalid initialization option")
	}
	return object.Make(decompressClass, t, &decompressor{d: d}), nil
}

// read decompresses p up to limit bytes and keeps what is left of it. Without a
// limit of the caller's, the bound on results is an error.
func (d *decompressor) read(t *thread, p string, limit int, doing string) (value, error) {
	most := types.MaxBytes(t)
	bounded := limit > 0 && limit <= most
	if !bounded {
		limit = most + 1
	}
	var out []byte
	var failed error
	err := alone(t, &d.mu, len(p), func(ctx context.Context) error {
		if d.eof {
			d.unused += p
			return nil
		}
		var rest []byte
		var err error
		out, rest, err = d.d.Read(ctx, nil, []byte(p), limit)
		d.unconsumed = ""
		switch {
		case err != nil && err == ctx.Err():
			return err
		case err != nil:
			d.unconsumed = p
			failed = raise(err, doing)
		case d.d.Finished():
			d.eof = true
			d.unused += string(rest)
		default:
			d.unconsumed = string(rest)
			if !bounded && len(out) > most {
				out, failed = nil, TooLarge(most)
			}
		}
		return nil
	})
	if err == nil {
		err = failed
	}
	if err != nil {
		return nil, err
	}
	return object.MakeBytes(string(out)), nil
}

func init() {
	comp := func(v value) *compressor { return v.(*object.Instance).State.(*compressor) }
	decomp := func(v value) *decompressor { return v.(*object.Instance).State.(*decompressor) }
	copyComp := func(t *thread, a args) (value, error) {
		c := comp(a[0])
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.c.Finished() {
			return nil, object.Raise(object.ValueError, "Inconsistent stream state")
		}
		return object.Make(compressClass, t, &compressor{c: c.c.Clone()}), nil
	}
	compressClass.AddMethods(
		object.Def{Sig: "compress(self, data, /)", Doc: "Returns a bytes object containing compressed data.", Fn: func(t *thread, a args) (value, error) {
			p, err := content(a[1])
			if err != nil {
				return nil, err
			}
			return comp(a[0]).write(t, p, deflate.NoFlush, "compressing data")
		}},
		object.Def{Sig: "flush(self, mode=4, /)", Doc: "Return a bytes object containing any remaining compressed data.", Fn: func(t *thread, a args) (value, error) {
			mode, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			if mode == 0 {
				return object.MakeBytes(""), nil
			}
			if mode < 0 || mode > 5 {
				return nil, object.Raise(errorClass, "Error -2 while flushing: inconsistent stream state")
			}
			return comp(a[0]).write(t, "", deflate.Flush(mode), "flushing")
		}},
		object.Def{Sig: "copy(self, /)", Doc: "Return a copy of the compression object.", Fn: copyComp},
		object.Def{Sig: "__copy__(self, /)", Fn: copyComp},
		object.Def{Sig: "__deepcopy__(self, memo, /)", Fn: copyComp},
	)
	copyDecomp := func(t *thread, a args) (value, error) {
		d := decomp(a[0])
		d.mu.Lock()
		defer d.mu.Unlock()
		return object.Make(decompressClass, t, &decompressor{d: d.d.Clone(), unused: d.unused, unconsumed: d.unconsumed, eof: d.eof}), nil
	}
	decompressClass.AddMethods(
		object.Def{Sig: "decompress(self, data, /, max_length=0)", Doc: "Return a bytes object containing the decompressed version of the data.", Fn: func(t *thread, a args) (value, error) {
			p, err := content(a[1])
			if err != nil {
				return nil, err
			}
			limit, err := object.Int(t, a[2])
			if err != nil {
				return nil, err
			}
			if limit < 0 {
				return nil, object.Raise(object.ValueError, "max_length must be non-negative")
			}
			return decomp(a[0]).read(t, p, limit, "decompressing")
		}},
		object.Def{Sig: "flush(self, length=16384, /)", Doc: "Return a bytes object containing any remaining decompressed data.", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			if n <= 0 {
				return nil, object.Raise(object.ValueError, "length must be greater than zero")
			}
			d := decomp(a[0])
			d.mu.Lock()
			rest, eof := d.unconsumed, d.eof
			d.mu.Unlock()
			if eof {
				return object.MakeBytes(""), nil
			}
			return d.read(t, rest, 0, "flushing")
		}},
		object.Def{Sig: "copy(self, /)", Doc: "Return a copy of the decompression object.", Fn: copyDecomp},
		object.Def{Sig: "__copy__(self, /)", Fn: copyDecomp},
		object.Def{Sig: "__deepcopy__(self, memo, /)", Fn: copyDecomp},
	)
	attr := func(name string, get func(d *decompressor) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, v value) (value, error) {
			d := decomp(v)
			d.mu.Lock()
			defer d.mu.Unlock()
			return get(d), nil
		}, Set: func(*thread, value, value) error {
			return object.Raise(object.AttributeError, "readonly attribute")
		}}
	}
	decompressClass.AddAttrs(
		attr("unused_data", func(d *decompressor) value { return object.MakeBytes(d.unused) }),
		attr("unconsumed_tail", func(d *decompressor) value { return object.MakeBytes(d.unconsumed) }),
		attr("eof", func(d *decompressor) value { return starlark.Bool(d.eof) }),
	)
}
