package deflate

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"context"
	"errors"
	"hash/crc32"
	"io"
	"math/rand"
	"testing"
)

// samples are inputs of every kind that the coder treats in its own way.
func samples() [][]byte {
	r := rand.New(rand.NewSource(1))
	noise := make([]byte, 100_000)
	r.Read(noise)
	words := []byte{}
	for len(words) < 300_000 {
		n := r.Intn(2000)
		words = append(words, []byte("word ")...)
		words = append(words, byte('a'+n%26), byte('a'+n/26%26), byte('a'+n/676), ' ')
	}
	return [][]byte{
		nil, []byte("a"), []byte("hello hello hello hello"), bytes.Repeat([]byte{0}, 200_000), noise, words,
		append(append([]byte{}, noise[:40_000]...), noise[:40_000]...), bytes.Repeat(noise[:300], 900),
	}
}

func compressed(t *testing.T, p []byte, lvl, wbits, mem, strategy, step int) []byte {
	t.Helper()
	c, err := NewCompressor(lvl, wbits, mem, strategy, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	modes := []Flush{NoFlush, NoFlush, SyncFlush, NoFlush, FullFlush, PartialFlush}
	for i := 0; step > 0 && len(p) > step; i++ {
		if out, err = c.Write(context.Background(), out, p[:step], modes[i%len(modes)]); err != nil {
			t.Fatal(err)
		}
		p = p[step:]
	}
	if out, err = c.Write(context.Background(), out, p, Finish); err != nil {
		t.Fatal(err)
	}
	return out
}

// TestAgainstGo lets Go's own readers read what the compressor writes.
func TestAgainstGo(t *testing.T) {
	for i, p := range samples() {
		for lvl := -1; lvl <= 9; lvl++ {
			for strategy := range 5 {
				for _, step := range []int{0, 7777} {
					if step > 0 && lvl%5 != 1 || strategy > 0 && lvl%5 != 1 {
						continue
					}
					z := compressed(t, p, lvl, []int{15, -15, 31}[(lvl+1)%3], 8, strategy, step)
					var r io.Reader
					var err error
					switch (lvl + 1) % 3 {
					case 0:
						r, err = zlib.NewReader(bytes.NewReader(z))
					case 1:
						r = flate.NewReader(bytes.NewReader(z))
					case 2:
						r, err = gzip.NewReader(bytes.NewReader(z))
					}
					if err != nil {
						t.Fatal(i, lvl, strategy, step, err)
					}
					got, err := io.ReadAll(r)
					if err != nil || !bytes.Equal(got, p) {
						t.Fatal("sample", i, "level", lvl, "strategy", strategy, "step", step, err, len(got), len(p))
					}
				}
			}
		}
	}
}

// TestPieces decompresses in pieces of every size, with limits, from copies.
func TestPieces(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for i, p := range samples() {
		for _, lvl := range []int{0, 1, 6} {
			z := append(compressed(t, p, lvl, 31, 8, 0, 50_000), "tail"...)
			for _, limit := range []int{1 << 40, 1000} {
				d, err := NewDecompressor(47, nil)
				if err != nil {
					t.Fatal(err)
				}
				var out []byte
				in := z
				for !d.Finished() && (len(in) > 0 || limit < 1<<40) {
					n := min(len(in), 1+r.Intn(1+len(z)/50))
					var rest []byte
					before := len(out)
					out, rest, err = d.Read(context.Background(), out, in[:n], limit)
					if err != nil {
						t.Fatal(i, lvl, err)
					}
					if len(out)-before > limit {
						t.Fatal("limit not kept")
					}
					in = in[n-len(rest):]
					d = d.Clone()
				}
				if !bytes.Equal(out, p) || string(in) != "tail" {
					t.Fatal("sample", i, "level", lvl, len(out), len(p), len(in))
				}
			}
		}
	}
}

func TestDictionary(t *testing.T) {
	dict := []byte("the quick brown fox jumps over the lazy dog")
	text := []byte("the lazy dog jumps over the quick brown fox")
	for _, wbits := range []int{15, -15} {
		c, _ := NewCompressor(6, wbits, 8, 0, dict)
		z, _ := c.Write(context.Background(), nil, text, Finish)
		d, _ := NewDecompressor(wbits, dict)
		if got, _, err := d.Read(context.Background(), nil, z, 1<<20); err != nil || !bytes.Equal(got, text) {
			t.Fatal(wbits, err, string(got))
		}
	}
	c, _ := NewCompressor(6, 15, 8, 0, dict)
	z, _ := c.Write(context.Background(), nil, text, Finish)
	d, _ := NewDecompressor(15, nil)
	if _, _, err := d.Read(context.Background(), nil, z, 1<<20); err != ErrDict {
		t.Fatal(err)
	}
}

func TestErrors(t *testing.T) {
	good := compressed(t, []byte("hello hello hello hello"), 6, 15, 8, 0, 0)
	bad := func(change func(z []byte)) string {
		z := bytes.Clone(good)
		change(z)
		d, _ := NewDecompressor(15, nil)
		_, _, err := d.Read(context.Background(), nil, z, 1<<20)
		var e *DataError
		if !errors.As(err, &e) {
			return "no error"
		}
		return e.Msg
	}
	for want, change := range map[string]func(z []byte){
		"incorrect header check":     func(z []byte) { z[0] = 0 },
		"unknown compression method": func(z []byte) { z[0], z[1] = 0x79, 31-byte(0x7900%31) },
		"invalid window size":        func(z []byte) { z[0], z[1] = 0x88, 31-byte(0x8800%31) },
		"invalid block type":         func(z []byte) { z[2] |= 7 },
		"incorrect data check":       func(z []byte) { z[len(z)-1] ^= 1 },
	} {
		if got := bad(change); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// FuzzDecompress holds the decompressor to Go's own: it never panics, keeps the
// limit, and accepts what Go accepts, with the same result.
func FuzzDecompress(f *testing.F) {
	for _, p := range samples() {
		if len(p) > 2000 {
			p = p[:2000]
		}
		c, _ := NewCompressor(6, -15, 8, 0, nil)
		z, _ := c.Write(context.Background(), nil, p, Finish)
		f.Add(z)
		if len(z) > 20 {
			z = bytes.Clone(z)
			z[10] ^= 0x55
			f.Add(z)
			f.Add(z[:15])
		}
	}
	f.Fuzz(func(t *testing.T, z []byte) {
		const limit = 1 << 20
		d, _ := NewDecompressor(-15, nil)
		got, _, err := d.Read(context.Background(), nil, z, limit)
		if len(got) > limit {
			t.Fatal("limit not kept")
		}
		want, goErr := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(z)), limit))
		if goErr == nil && (err != nil || !bytes.Equal(got, want)) {
			t.Fatalf("%v: %x, Go has %x", err, crc32.ChecksumIEEE(got), crc32.ChecksumIEEE(want))
		}
		for _, wbits := range []int{15, 31, 47} {
			d, _ := NewDecompressor(wbits, nil)
			for i := range z {
				if _, _, err := d.Read(context.Background(), nil, z[i:i+1], 100); err != nil {
					break
				}
			}
		}
	})
}

func BenchmarkDecompress(b *testing.B) {
	p := samples()[5]
	c, _ := NewCompressor(6, 15, 8, 0, nil)
	z, _ := c.Write(context.Background(), nil, p, Finish)
	b.SetBytes(int64(len(p)))
	for b.Loop() {
		d, _ := NewDecompressor(15, nil)
		d.Read(context.Background(), nil, z, 1<<30)
	}
}

func BenchmarkCompress(b *testing.B) {
	p := samples()[5]
	b.SetBytes(int64(len(p)))
	for b.Loop() {
		c, _ := NewCompressor(6, 15, 8, 0, nil)
		c.Write(context.Background(), nil, p, Finish)
	}
}
