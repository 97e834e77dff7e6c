package random

import (
	"bufio"
	"context"
	"encoding/hex"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// TestSeeds compares with CPython 3.13: lines of a kind of seed, the seed, two
// floats, bits of four lengths, and a float 700 floats later.
func TestSeeds(t *testing.T) {
	f, err := os.Open("testdata/seeds.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		w := strings.Fields(sc.Text())
		var g generator
		raw, _ := hex.DecodeString(strings.Trim(w[1], "-"))
		var seed value
		version := 2
		switch w[0] {
		case "int":
			n, _ := new(big.Int).SetString(w[1], 10)
			seed = starlark.MakeBigInt(n)
		case "float":
			x, err := strconv.ParseFloat(w[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			seed = starlark.Float(x)
		case "bytes":
			seed = starlark.Bytes(raw)
		default:
			seed = starlark.String(raw)
			if w[0] == "old" {
				version = 1
			}
		}
		if err := g.seed(nil, seed, version); err != nil {
			t.Fatal(err)
		}
		check := func(i int) {
			want, _ := strconv.ParseFloat(w[i], 64)
			if got := g.float(); got != want {
				t.Errorf("%s %s: field %d: got %v, want %v", w[0], w[1], i, got, want)
			}
		}
		check(2)
		check(3)
		for i, k := range []int{1, 32, 33, 64} {
			if got := strconv.FormatUint(g.bits(k), 10); got != w[4+i] {
				t.Errorf("%s %s: %d bits: got %s, want %s", w[0], w[1], k, got, w[4+i])
			}
		}
		for range 700 {
			g.float()
		}
		check(8)
	}
}

// TestModule checks that the module's functions share one generator in an
// isolate, and that isolates do not share it.
func TestModule(t *testing.T) {
	draw := func() float64 {
		iso := isolate.New(context.Background())
		defer iso.Close()
		th := iso.Main()
		th.Acquire()
		defer th.Release()
		m, err := registry.Get(th, "random")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := object.CallMethod(th, m, "seed", starlark.MakeInt(1)); err != nil {
			t.Fatal(err)
		}
		v, err := object.CallMethod(th, m, "random")
		if err != nil {
			t.Fatal(err)
		}
		return float64(v.(starlark.Float))
	}
	for range 2 {
		if got := draw(); got != 0.13436424411240122 {
			t.Errorf("random() after seed(1) = %v", got)
		}
	}
}

func BenchmarkRandint(b *testing.B) {
	iso := isolate.New(context.Background())
	defer iso.Close()
	th := iso.Main()
	th.Acquire()
	defer th.Release()
	m, err := registry.Get(th, "random")
	if err != nil {
		b.Fatal(err)
	}
	f := m.Get("randint")
	a := starlark.Tuple{starlark.MakeInt(1), starlark.MakeInt(6)}
	b.ReportAllocs()
	for range b.N {
		if _, err := object.Call(th, f, a, nil); err != nil {
			b.Fatal(err)
		}
	}
}
