package codec_test

// This file tests the codec: values that make the trip, bytes that are no
// message, and what two ends of a link know of each other.

import (
	"fmt"
	"io"
	"math/rand"
	"strings"
	"testing"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/types"
	"starpool/host"
)

func newThread(t testing.TB) (*host.Interpreter, *isolate.Thread) {
	in, err := host.New(host.WithAll(), host.WithStdout(io.Discard), host.WithStderr(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	th := in.Isolate().Main()
	th.Acquire()
	t.Cleanup(func() {
		th.Release()
		in.Close()
	})
	return in, th
}

// generate makes a random value of plain types, with shared references.
func generate(r *rand.Rand, depth int, made *[]starlark.Value) starlark.Value {
	if len(*made) > 0 && r.Intn(8) == 0 {
		return (*made)[r.Intn(len(*made))]
	}
	n := 10
	if depth > 0 {
		n = 16
	}
	var v starlark.Value
	switch r.Intn(n) {
	case 0:
		return starlark.None
	case 1:
		return starlark.Bool(r.Intn(2) == 0)
	case 2:
		return starlark.MakeInt64(int64(r.Uint64()))
	case 3:
		return starlark.MakeInt(r.Intn(300) - 150)
	case 4:
		big := starlark.MakeUint64(r.Uint64())
		return big.Mul(big).Mul(starlark.MakeInt(r.Intn(3) - 1))
	case 5:
		return starlark.Float(r.NormFloat64())
	case 6:
		return starlark.String(strings.Repeat(string(rune(r.Intn(0xd800))), r.Intn(5)))
	case 7:
		return object.MakeBytes(fmt.Sprint(r.Int()))
	case 8:
		return types.Complex(complex(r.Float64(), r.Float64()))
	case 9:
		return object.Ellipsis
	case 10, 11:
		l := starlark.NewList(nil)
		*made = append(*made, l)
		for range r.Intn(5) {
			l.Append(generate(r, depth-1, made))
		}
		return l
	case 12:
		tup := make(starlark.Tuple, r.Intn(4))
		for i := range tup {
			tup[i] = generate(r, depth-1, made)
		}
		v = tup
	case 13, 14:
		d := starlark.NewDict(4)
		for range r.Intn(5) {
			d.SetKey(starlark.String(fmt.Sprint("k", r.Intn(9))), generate(r, depth-1, made))
		}
		v = d
	default:
		s := starlark.NewSet(4) // of one at most: the order of more depends on their past
		for range r.Intn(2) {
			s.Insert(starlark.MakeInt(r.Intn(100)))
		}
		v = s
	}
	*made = append(*made, v)
	return v
}

// TestRoundTrip sends generated values there and back.
func TestRoundTrip(t *testing.T) {
	_, th := newThread(t)
	for seed := range int64(2000) {
		r := rand.New(rand.NewSource(seed))
		v := generate(r, 4, new([]starlark.Value))
		b, err := codec.Dumps(th, v)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		w, err := codec.Loads(th, b)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		// A value can contain itself: compare what repr shows.
		want, _ := object.Repr(th, v)
		got, _ := object.Repr(th, w)
		if got != want {
			t.Fatalf("seed %d: %s came back as %s", seed, want, got)
		}
		again, err := codec.Dumps(th, w)
		if err != nil || string(again) != string(b) {
			t.Fatalf("seed %d: %s has other bytes the second time", seed, want)
		}
		if n, err := codec.Size(b); err != nil || n != len(b) {
			t.Fatalf("seed %d: Size says %d, %v of %d", seed, n, err, len(b))
		}
		for range 3 {
			cut := r.Intn(len(b))
			if _, err := codec.Loads(th, b[:cut]); err == nil {
				t.Fatalf("seed %d: %d of %d bytes were read", seed, cut, len(b))
			}
		}
	}
}

// TestDeep reads and writes nests that are deeper than any stack allows.
func TestDeep(t *testing.T) {
	_, th := newThread(t)
	l := starlark.NewList(nil)
	for range 1_000_000 {
		l = starlark.NewList([]starlark.Value{l})
	}
	if _, err := codec.Dumps(th, l); !object.IsException(err, object.RecursionError) {
		t.Errorf("writing: %v", err)
	}
	if *th.GoDepth() != 0 {
		t.Errorf("depth %d is left", *th.GoDepth())
	}
	l = starlark.NewList(nil)
	for range 5000 {
		l = starlark.NewList([]starlark.Value{l})
	}
	b, err := codec.Dumps(th, l)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := codec.Loads(th, b); err != nil {
		t.Error(err)
	}
	if *th.GoDepth() != 0 {
		t.Errorf("depth %d is left", *th.GoDepth())
	}
}

// TestClaims reads messages that claim more than they hold.
func TestClaims(t *testing.T) {
	_, th := newThread(t)
	for tag := range 60 {
		for _, body := range []string{"\xff\xff\xff\xff\x0f", "\xff\xff\xff\xff\xff\xff\xff\xff\x7f", "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", "\x02\x01\x01"} {
			msg := codec.Magic + string([]byte{codec.Version, byte(len(body) + 1), byte(tag)}) + body
			codec.Inert(th, []byte(msg)) // must return, and allocate little
		}
	}
}

// FuzzDecode holds decoding to its word: any bytes give a value or an error. A
// value that was read can be written.
func FuzzDecode(f *testing.F) {
	_, th := newThread(f)
	for seed := range int64(50) {
		b, err := codec.Dumps(th, generate(rand.New(rand.NewSource(seed)), 4, new([]starlark.Value)))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, v := range []starlark.Value{object.ValueError, object.NewException(object.KeyError, starlark.None), &object.SliceValue{Start: starlark.None, Stop: starlark.None, Step: starlark.None}} {
		b, err := codec.Dumps(th, v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		v, err := codec.Inert(th, b)
		if *th.GoDepth() != 0 {
			t.Fatalf("depth %d is left", *th.GoDepth())
		}
		if err != nil {
			th.Pending()
			return
		}
		if _, err := codec.Dumps(th, v); err != nil {
			th.Pending()
		}
	})
}
