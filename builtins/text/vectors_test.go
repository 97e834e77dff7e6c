package text

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"math/big"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// This file runs the recorded vectors in testdata: calls with the result that
// CPython 3.13 gave. A line has tab-separated fields: a function, arguments,
// and "=" with the result or "!" with the exception. Text is percent-encoded
// WTF-8, a list is joined by "|".

var vectors = flag.String("vectors", "testdata", "folder with the recorded vectors")

// args are the decoded fields of a line.
type args struct {
	t    *testing.T
	list []string
}

func (a args) str(i int) string { return unquote(a.t, a.list[i]) }

func (a args) int(i int) int {
	n, err := strconv.Atoi(a.list[i])
	if err != nil {
		a.t.Fatal(err)
	}
	return n
}

func (a args) big(i int) *big.Int {
	x, ok := new(big.Int).SetString(a.list[i], 0)
	if !ok {
		a.t.Fatalf("not an int: %q", a.list[i])
	}
	return x
}

func (a args) float(i int) float64 { return hexFloat(a.t, a.list[i]) }

func (a args) complex(i int) complex128 {
	re, im, _ := strings.Cut(a.list[i], ",")
	return complex(hexFloat(a.t, re), hexFloat(a.t, im))
}

func hexFloat(t *testing.T, s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func unquote(t *testing.T, s string) string {
	out, err := url.PathUnescape(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func quote(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x20 && c < 0x7f && c != '%' && c != '|' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// show writes a result as the recorder does.
func show(v any) string {
	switch v := v.(type) {
	case string:
		return quote(v)
	case bool:
		if v {
			return "1"
		}
		return "0"
	case int:
		return strconv.Itoa(v)
	case *big.Int:
		if v.BitLen() > 13000 {
			return strings.Replace("0x"+v.Text(16), "0x-", "-0x", 1)
		}
		return v.String()
	case float64:
		return FloatHex(v)
	case complex128:
		return FloatHex(real(v)) + "," + FloatHex(imag(v))
	case []string:
		if len(v) == 0 {
			return "[]"
		}
		q := make([]string, len(v))
		for i := range v {
			q[i] = quote(v[i])
		}
		return strings.Join(q, "|")
	}
	return fmt.Sprintf("%T", v)
}

func showError(err error) string {
	var e *Error
	if !errors.As(err, &e) {
		return "!" + err.Error()
	}
	s := "!" + e.Class
	if e.Msg != "" {
		s += ": " + quote(e.Msg)
	}
	if e.Encoding != "" {
		s += fmt.Sprintf(" @%s,%d,%d,%s", e.Encoding, e.Start, e.End, quote(e.Reason))
	}
	return s
}

// vectorFunc calls one function of the package with recorded arguments.
type vectorFunc func(a args) (any, error)

func runVectors(t *testing.T, file string, funcs map[string]vectorFunc) {
	t.Helper()
	f, err := os.Open(filepath.Join(*vectors, file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	lines, failed := 0, 0
	for in.Scan() {
		lines++
		fields := strings.Split(in.Text(), "\t")
		fn, ok := funcs[fields[0]]
		if !ok {
			t.Fatalf("no function for %q", fields[0])
		}
		want := fields[len(fields)-1]
		v, err := fn(args{t, fields[1 : len(fields)-1]})
		got := ""
		if err != nil {
			got = showError(err)
		} else {
			got = "=" + show(v)
		}
		if got != want {
			t.Errorf("%s\n got %s", in.Text(), got)
			if failed++; failed == 30 {
				t.Fatal("too many failures")
			}
		}
	}
	if err := in.Err(); err != nil || lines == 0 {
		t.Fatal("no vectors", err)
	}
}

// ok makes a vectorFunc result of a call without an error.
func ok[T any](v T) (any, error) { return v, nil }

func TestFormat(t *testing.T) {
	runVectors(t, "format.tsv", map[string]vectorFunc{
		"int": func(a args) (any, error) { return FormatBigInt(a.big(0), a.str(1), "int", Limits{}) },
		"bool": func(a args) (any, error) {
			return FormatInt(1, a.str(0), "bool", Limits{})
		},
		"float":        func(a args) (any, error) { return FormatFloat(a.float(0), a.str(1), "float", Limits{}) },
		"complex":      func(a args) (any, error) { return FormatComplex(a.complex(0), a.str(1), "complex", Limits{}) },
		"str":          func(a args) (any, error) { return FormatStr(a.str(0), a.str(1), "str", Limits{}) },
		"repr_complex": func(a args) (any, error) { return ok(ReprComplex(a.complex(0))) },
	})
}

func TestRound(t *testing.T) {
	runVectors(t, "round.tsv", map[string]vectorFunc{
		"roundf":   func(a args) (any, error) { return RoundFloat(a.float(0), a.int(1)) },
		"roundi":   func(a args) (any, error) { return RoundToInt(a.float(0)) },
		"inti":     func(a args) (any, error) { return FloatToInt(a.float(0)) },
		"roundint": func(a args) (any, error) { return ok(RoundInt(a.big(0), -a.int(1))) },
	})
}

func TestRepr(t *testing.T) {
	runVectors(t, "repr.tsv", map[string]vectorFunc{
		"repr":       func(a args) (any, error) { return ok(Repr(a.str(0))) },
		"ascii":      func(a args) (any, error) { return ok(ASCII(a.str(0))) },
		"repr_bytes": func(a args) (any, error) { return ok(ReprBytes(a.str(0))) },
		"repr_float": func(a args) (any, error) { return ok(ReprFloat(a.float(0))) },
		"int_text":   func(a args) (any, error) { return IntText(a.big(0), Limits{}) },
	})
}
