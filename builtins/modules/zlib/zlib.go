// Package zlib is the module zlib, over package deflate: its functions and
// constants (this file) and the objects that work piece by piece (objects.go).
//
// A result in memory is bounded by types.Limits, 512 MB unless the host says
// otherwise: data that would decompress to more is a MemoryError, and no more
// than that is ever held.
package zlib

import (
	"context"
	"errors"
	"hash/crc32"

	"go.starlark.net/starlark"

	"starpool/builtins/deflate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// large is the size from which work gives the lock up.
const large = 16 << 10

var errorClass = object.NewClass(object.Spec{Name: "error", Module: "zlib", Base: object.Exception})

// block runs work on size bytes, without the lock if that is worth it.
func block(t *thread, size int, work func(context.Context) error) error {
	if size < large {
		return work(context.Background())
	}
	return t.Block(work)
}

func content(v value) (string, error) {
	s, ok := types.BytesLike(v)
	if !ok {
		return "", object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	return s, nil
}

// raise turns what package deflate says into zlib's errors.
func raise(err error, doing string) error {
	var data *deflate.DataError
	switch {
	case errors.Is(err, deflate.ErrDict):
		return object.Raise(errorClass, "Error 2 while %s data", doing)
	case errors.As(err, &data) && data.Msg == "":
		return object.Raise(errorClass, "Error -3 while setting zdict: invalid input data")
	case errors.As(err, &data):
		return object.Raise(errorClass, "Error -3 while %s data: %s", doing, data.Msg)
	}
	return err
}

func ints(t *thread, a args, at ...int) ([]int, error) {
	out := make([]int, len(at))
	for i, k := range at {
		n, err := object.Int(t, a[k])
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

func compress(t *thread, a args) (value, error) {
	p, err := content(a[0])
	if err != nil {
		return nil, err
	}
	n, err := ints(t, a, 1, 2)
	if err != nil {
		return nil, err
	}
	c, err := deflate.NewCompressor(n[0], n[1], 8, deflate.DefaultStrategy, nil)
	if err != nil {
		return nil, object.Raise(errorClass, "Bad compression level")
	}
	var out []byte
	err = block(t, len(p), func(ctx context.Context) (err error) {
		out, err = c.Write(ctx, nil, []byte(p), deflate.Finish)
		return err
	})
	return object.MakeBytes(string(out)), err
}

func decompress(t *thread, a args) (value, error) {
	p, err := content(a[0])
	if err != nil {
		return nil, err
	}
	n, err := ints(t, a, 1, 2)
	if err != nil {
		return nil, err
	}
	if n[1] <= 0 {
		return nil, object.Raise(object.ValueError, "bufsize must be non-zero")
	}
	d, err := deflate.NewDecompressor(n[0], nil)
	if err != nil {
		return nil, object.Raise(errorClass, "Error -2 while preparing to decompress data: inconsistent stream state")
	}
	var out []byte
	most := types.MaxBytes(t)
	err = t.Block(func(ctx context.Context) (err error) {
		out, _, err = d.Read(ctx, nil, []byte(p), most+1)
		return err
	})
	switch {
	case err != nil:
		return nil, raise(err, "decompressing")
	case len(out) > most:
		return nil, TooLarge(most)
	case !d.Finished():
		return nil, object.Raise(errorClass, "Error -5 while decompressing data: incomplete or truncated stream")
	}
	return object.MakeBytes(string(out)), nil
}

// TooLarge is the error of data that decompresses to more than most bytes.
func TooLarge(most int) error {
	return object.Raise(object.MemoryError, "decompressed data is larger than the limit of %d bytes", most)
}

func checksum(name string, update func(sum uint32, p []byte) uint32) func(t *thread, a args) (value, error) {
	return func(t *thread, a args) (value, error) {
		p, err := content(a[0])
		if err != nil {
			return nil, err
		}
		start, ok := object.BigInt(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeName(a[1]))
		}
		sum := uint32(start.Uint64())
		if start.Sign() < 0 {
			sum = -sum
		}
		err = block(t, len(p), func(context.Context) error {
			sum = update(sum, []byte(p))
			return nil
		})
		return starlark.MakeUint(uint(sum)), err
	}
}

func init() {
	values := map[string]value{"ZLIB_VERSION": starlark.String("1.2.13"), "ZLIB_RUNTIME_VERSION": starlark.String("1.2.13"), "__version__": starlark.String("1.0")}
	for name, n := range map[string]int{
		"DEFLATED": 8, "DEF_MEM_LEVEL": 8, "DEF_BUF_SIZE": 16384, "MAX_WBITS": 15,
		"Z_BEST_COMPRESSION": 9, "Z_BEST_SPEED": 1, "Z_NO_COMPRESSION": 0, "Z_DEFAULT_COMPRESSION": -1,
		"Z_DEFAULT_STRATEGY": 0, "Z_FILTERED": 1, "Z_HUFFMAN_ONLY": 2, "Z_RLE": 3, "Z_FIXED": 4,
		"Z_NO_FLUSH": 0, "Z_PARTIAL_FLUSH": 1, "Z_SYNC_FLUSH": 2, "Z_FULL_FLUSH": 3, "Z_FINISH": 4, "Z_BLOCK": 5, "Z_TREES": 6,
	} {
		values[name] = starlark.MakeInt(n)
	}
	registry.Register(&registry.Module{
		Name: "zlib", Doc: "The functions in this module allow compression and decompression using the zlib library, which is based on GNU zip.",
		Classes: []*object.Class{errorClass}, Values: values,
		Funcs: []object.Def{
			{Sig: "compress(data, /, level=-1, wbits=15)", Doc: "Returns a bytes object containing compressed data.", Fn: compress},
			{Sig: "decompress(data, /, wbits=15, bufsize=16384)", Doc: "Returns a bytes object containing the uncompressed data.", Fn: decompress},
			{Sig: "compressobj(level=-1, method=8, wbits=15, memLevel=8, strategy=0, zdict=None)", Doc: "Return a compressor object.", Fn: compressobj},
			{Sig: "decompressobj(wbits=15, zdict=...)", Doc: "Return a decompressor object.", Fn: decompressobj},
			{Sig: "crc32(data, value=0, /)", Doc: "Compute a CRC-32 checksum of data.", Fn: checksum("crc32", func(sum uint32, p []byte) uint32 {
				return crc32.Update(sum, crc32.IEEETable, p)
			})},
			{Sig: "adler32(data, value=1, /)", Doc: "Compute an Adler-32 checksum of data.", Fn: checksum("adler32", deflate.Adler32)},
		},
	})
}
