package host

// This file measures what lowering costs: programs that plain Starlark can run,
// as the python dialect runs them and as go.starlark.net does by itself.

import (
	"fmt"
	"os"
	"sort"
	"testing"
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/host/dialect"
)

// speedPrograms define main(). They are valid in both dialects and mean the
// same.
var speedPrograms = []struct{ name, src string }{
	{"fib", `
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
def main():
    return fib(20)
`},
	{"is_prime", `
def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True
def main():
    count = 0
    for n in range(2000):
        if is_prime(n):
            count += 1
    return count
`},
	{"sieve", `
def sieve(n):
    flags = [True] * (n + 1)
    for i in range(2, n + 1):
        if flags[i]:
            for j in range(i * i, n + 1, i):
                flags[j] = False
    count = 0
    for i in range(2, n + 1):
        if flags[i]:
            count += 1
    return count
def main():
    return sieve(10000)
`},
	{"nested_loops", `
def main():
    total = 0
    for i in range(100):
        for j in range(100):
            total += i * j % 7
    return total
`},
	{"list_sum", `
def total(xs):
    t = 0
    for x in xs:
        t = t + x
    return t
def main():
    xs = []
    for i in range(5000):
        xs.append(i)
    return total(xs)
`},
	{"dict_count", `
def count(words):
    d = {}
    for w in words:
        if w in d:
            d[w] += 1
        else:
            d[w] = 1
    return d
words = [str(i % 100) for i in range(5000)]
def main():
    return len(count(words))
`},
	{"dict_get", `
def count(words):
    d = {}
    for w in words:
        d[w] = d.get(w, 0) + 1
    return d
words = [str(i % 100) for i in range(5000)]
def main():
    return len(count(words))
`},
	{"string_build", `
def main():
    s = ""
    for i in range(500):
        s += "x" + str(i)
    parts = []
    for i in range(1000):
        parts.append(str(i))
    return len(s) + len(",".join(parts))
`},
	{"collatz", `
def steps(n):
    c = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        c += 1
    return c
def main():
    best = 0
    for i in range(1, 300):
        s = steps(i)
        if s > best:
            best = s
    return best
`},
	{"matrix", `
def mul(a, b, n):
    c = []
    for i in range(n):
        row = []
        for j in range(n):
            t = 0
            for k in range(n):
                t += a[i][k] * b[k][j]
            row.append(t)
        c.append(row)
    return c
def main():
    n = 20
    a = [[i * j for j in range(n)] for i in range(n)]
    return mul(a, a, n)[3][4]
`},
	{"bubble", `
def sort(xs):
    n = len(xs)
    for i in range(n):
        for j in range(n - 1 - i):
            if xs[j] > xs[j + 1]:
                t = xs[j]
                xs[j] = xs[j + 1]
                xs[j + 1] = t
    return xs
def main():
    return sort([(i * 7919) % 101 for i in range(100)])[5]
`},
	{"float_loop", `
def main():
    x = 0.0
    for i in range(5000):
        x = x * 0.5 + i * 1.5
    return x
`},
	{"comprehension", `
def main():
    return len([x * x for x in range(5000) if x % 3 == 0])
`},
	{"gcd", `
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
def main():
    t = 0
    for i in range(1, 60):
        for j in range(1, 60):
            t += gcd(i, j)
    return t
`},
}

// bareMain returns main of the program as go.starlark.net runs it.
func bareMain(t testing.TB, src string) (*starlark.Thread, starlark.Value) {
	opts := &syntax.FileOptions{Set: true, While: true, TopLevelControl: true, GlobalReassign: true, Recursion: true}
	th := &starlark.Thread{}
	g, err := starlark.ExecFileOptions(opts, th, "bare.star", src, nil)
	if err != nil {
		t.Fatal(err)
	}
	return th, g["main"]
}

// loweredMain returns main of the program as the python dialect runs it. The
// caller holds the interpreter's lock until it calls done.
func loweredMain(t testing.TB, src string, noVersions bool) (th *starlark.Thread, main starlark.Value, done func()) {
	in, err := New(WithAll())
	if err != nil {
		t.Fatal(err)
	}
	it := in.iso.Main()
	it.Acquire()
	m := in.mainModule(it, "")
	prog, err := in.compile(it, "__main__", "lowered.py", []byte(src), dialect.File, dialect.Options{NoVersions: noVersions})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := prog.prog.Init(it.Starlark(), lowering.Predeclared(it, m, in.env, false, prog.uses)); err != nil {
		t.Fatal(err)
	}
	return it.Starlark(), m.Get("main"), func() {
		it.Release()
		in.Close()
	}
}

func callMain(t testing.TB, th *starlark.Thread, main starlark.Value) starlark.Value {
	v, err := starlark.Call(th, main, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestSpeedPrograms checks that the programs mean the same in both dialects.
func TestSpeedPrograms(t *testing.T) {
	for _, p := range speedPrograms {
		t.Run(p.name, func(t *testing.T) {
			th, main := bareMain(t, p.src)
			want := callMain(t, th, main)
			for _, noVersions := range []bool{false, true} {
				th, main, done := loweredMain(t, p.src, noVersions)
				got := callMain(t, th, main)
				if same, err := object.Equal(nil, got, want); !same || err != nil {
					t.Errorf("noVersions=%t: got %v, want %v", noVersions, got, want)
				}
				done()
			}
		})
	}
}

// TestLoweringCost prints how the two compare; SPEED=1 go test -run LoweringCost -v ./host
// runs it. Single timings vary, so it takes turns and shows the median ratio.
func TestLoweringCost(t *testing.T) {
	if os.Getenv("SPEED") == "" {
		t.Skip("set SPEED=1 to measure")
	}
	for _, p := range speedPrograms {
		bareTh, bare := bareMain(t, p.src)
		th, main, done := loweredMain(t, p.src, os.Getenv("SPEED") == "nov")
		var ratios []float64
		b0, l0 := time.Hour, time.Hour
		for range 61 {
			start := time.Now()
			callMain(t, bareTh, bare)
			b := time.Since(start)
			start = time.Now()
			callMain(t, th, main)
			l := time.Since(start)
			ratios = append(ratios, float64(l)/float64(b))
			b0, l0 = min(b, b0), min(l, l0)
		}
		done()
		sort.Float64s(ratios)
		t.Logf("%-14s median %.3f  fastest %.3f (%v, bare %v)", p.name, ratios[len(ratios)/2], float64(l0)/float64(b0), l0, b0)
	}
}

func BenchmarkLowering(b *testing.B) {
	for _, p := range speedPrograms {
		b.Run(fmt.Sprintf("%s/bare", p.name), func(b *testing.B) {
			th, main := bareMain(b, p.src)
			for b.Loop() {
				callMain(b, th, main)
			}
		})
		b.Run(fmt.Sprintf("%s/lowered", p.name), func(b *testing.B) {
			th, main, done := loweredMain(b, p.src, false)
			defer done()
			for b.Loop() {
				callMain(b, th, main)
			}
		})
	}
}
