package text

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"
)

// This file fuzzes what reads text that a script may have made up: no input
// panics, results stay within the limits, and what is encoded comes back.

// fuzzLimits keeps every result small; slack is what a result may be longer by,
// as a limit bounds the padding and not the text that was there before.
var fuzzLimits = Limits{MaxBytes: 1 << 14}

const slack = 1 << 12

func checkResult(t *testing.T, what, s string, err error) {
	t.Helper()
	var e *Error
	if err != nil && !errors.As(err, &e) {
		t.Fatalf("%s: error of type %T", what, err)
	}
	if len(s) > fuzzLimits.MaxBytes+slack {
		t.Fatalf("%s: a result of %d bytes", what, len(s))
	}
}

func FuzzFormatSpec(f *testing.F) {
	for _, s := range []string{"", "d", "*^20,.3f", "#010_x", "z+.2%", "é>99999999999s", "0,", ".2147483647f",
		"020_b", "99999999999999999999", "\xed\xa0\x80<5", "1000000,d", ".99999g", "#.9999e"} {
		f.Add(s, int64(-1234567), 1.5)
	}
	huge := new(big.Int).Exp(big.NewInt(-7), big.NewInt(301), nil)
	f.Fuzz(func(t *testing.T, spec string, i int64, d float64) {
		if len(spec) > slack/4 {
			return
		}
		s, err := FormatInt(i, spec, "int", fuzzLimits)
		checkResult(t, "int", s, err)
		s, err = FormatBigInt(huge, spec, "int", fuzzLimits)
		checkResult(t, "big int", s, err)
		s, err = FormatFloat(d, spec, "float", fuzzLimits)
		checkResult(t, "float", s, err)
		s, err = FormatComplex(complex(d, float64(i)), spec, "complex", fuzzLimits)
		checkResult(t, "complex", s, err)
		s, err = FormatStr("aé\U0001f600", spec, "str", fuzzLimits)
		checkResult(t, "str", s, err)
		if err == nil && Valid(spec) && !Valid(s) {
			t.Fatalf("format(str, %q) = %q is no WTF-8", spec, s)
		}
	})
}

func FuzzStrFormat(f *testing.F) {
	for _, s := range []string{"{} {0}", "{a!r:>{w}}", "{{{2[2][k]}}}", "{b[1][0]:{:{}}}", "{:99999999}", "{a.b[c}]}",
		"{!", "{0!é}", "{:{}{}{}}"} {
		f.Add(s)
	}
	values := formatValues
	f.Fuzz(func(t *testing.T, format string) {
		if len(format) > slack {
			return
		}
		s, err := Format[any](format, limitedValues{values}, fuzzLimits)
		checkResult(t, "format", s, err)
		n := 0
		for field, err := range Fields(format) {
			n += len(field.Literal) + len(field.Name) + len(field.Spec)
			if err != nil {
				break
			}
		}
		if n > len(format) {
			t.Fatalf("fields of %q are longer than it", format)
		}
	})
}

// limitedValues is testValues with the limits of the fuzz targets.
type limitedValues struct{ testValues }

func (v limitedValues) Format(x any, spec string) (string, error) {
	switch x := x.(type) {
	case int:
		return FormatInt(int64(x), spec, "int", fuzzLimits)
	case float64:
		return FormatFloat(x, spec, "float", fuzzLimits)
	}
	return FormatStr(strValue(x), spec, "str", fuzzLimits)
}

func FuzzPercent(f *testing.F) {
	for _, s := range []string{"%d %s", "%(s)5.2f%%", "%*.*f", "%-+#0999999999x", "%.99999999d", "%(a", "%ld%c%r%a", "%\xff",
		"%5%", "%é", "%.2147483647x", "%(s)s %s"} {
		f.Add(s)
	}
	list := []any{5, 3, 3.5, "aé", bytesValue("\xff"), nil, power(10, 30), -3, math.Inf(-1)}
	f.Fuzz(func(t *testing.T, format string) {
		if len(format) > slack {
			return
		}
		for n := 0; n <= len(list); n++ {
			s, err := Percent[any](format, testArgs{list: list[:n], n: n}, fuzzLimits)
			checkResult(t, "str %", s, err)
			s, err = BytesPercent[any](format, testArgs{list: list[:n], n: n, raw: true}, fuzzLimits)
			checkResult(t, "bytes %", s, err)
		}
		s, err := Percent[any](format, testArgs{n: -1, dict: percentValues}, fuzzLimits)
		checkResult(t, "str % dict", s, err)
	})
}

func FuzzCodecs(f *testing.F) {
	for _, s := range []string{"", "abc", "é日😀", "\xed\xa0\x80", "\xff\xfea\x00", "\xef\xbb\xbfx", "\xf0\x9f\x98", "\xe2\x82",
		"\x00\xd8\x00\xdc", "\x00\x00\xfe\xff\x00\x00\x00a"} {
		f.Add(s, 2)
	}
	handlers := []string{"strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"}
	encodings := []string{"utf-8", "utf-8-sig", "ascii", "latin-1", "utf-16", "utf-16-be", "utf-32", "utf-32-le", "cp1252"}
	f.Fuzz(func(t *testing.T, b string, cut int) {
		for _, name := range encodings {
			c, err := LookupCodec(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range handlers {
				s, err := c.Decode(b, h)
				if err == nil && !Valid(s) {
					t.Fatalf("%s, %s: %q gives %q, which is no WTF-8", name, h, b, s)
				}
				if _, err := c.Encode(s, h); err != nil && h != "strict" && h != "surrogateescape" && h != "surrogatepass" {
					t.Fatalf("%s, %s: %q: %v", name, h, s, err)
				}
				if err != nil || cut < 0 || cut > len(b) || strings.HasSuffix(name, "16") || strings.HasSuffix(name, "32") ||
					name == "utf-8-sig" {
					continue
				}
				// In pieces it is the same. (A stream differs where it must
				// have a byte order mark.)
				d := c.NewDecoder(h)
				s1, err1 := d.Decode(b[:cut], false)
				s2, err2 := d.Decode(b[cut:], true)
				if err1 != nil || err2 != nil || s1+s2 != s {
					t.Fatalf("%s, %s: %q cut at %d gives %q and %q (%v, %v), not %q", name, h, b, cut, s1, s2, err1, err2, s)
				}
			}
		}
		// Any bytes survive as text, and any text as bytes.
		for _, name := range []string{"utf-8", "ascii"} {
			s, err := DecodeBytes(b, name, "surrogateescape")
			if err != nil {
				t.Fatal(err)
			}
			if back, err := EncodeText(s, name, "surrogateescape"); err != nil || back != b {
				t.Fatalf("%s: %q comes back as %q (%v)", name, b, back, err)
			}
		}
		if !Valid(b) {
			return
		}
		for _, name := range []string{"utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"} {
			e, err := EncodeText(b, name, "surrogatepass")
			if err != nil {
				t.Fatal(err)
			}
			s, err := DecodeBytes(e, name, "surrogatepass")
			// Two lone surrogates in a row are a pair in UTF-16.
			if err != nil || s != b && !(strings.HasPrefix(name, "utf-16") && HasSurrogates(b)) {
				t.Fatalf("%s: %q comes back as %q (%v)", name, b, s, err)
			}
		}
	})
}

// FuzzRunes compares the functions on code points with a []rune.
func FuzzRunes(f *testing.F) {
	f.Add("aé日😀\xed\xa0\x80b", 1, 4, 2)
	f.Add(strings.Repeat("é😀x", 100), -5, 3, -3)
	f.Fuzz(func(t *testing.T, s string, start, stop, step int) {
		if !Valid(s) {
			return
		}
		rs := Runes(s)
		if Len(s) != len(rs) || FromRunes(rs) != s {
			t.Fatalf("Len(%q) = %d, want %d", s, Len(s), len(rs))
		}
		x := NewIndexer(s)
		b := 0
		for i, r := range rs {
			if ByteOffset(s, i) != b || x.Offset(i) != b || RuneOffset(s, b) != i {
				t.Fatalf("offsets of code point %d of %q", i, s)
			}
			b += RuneLen(r)
		}
		lo, hi, by, err := SliceIndices(len(rs), &start, &stop, &step)
		if err != nil {
			return
		}
		var want []rune
		for i, n := lo, SliceLen(lo, hi, by); n > 0; i, n = i+by, n-1 {
			want = append(want, rs[i])
		}
		if got := Slice(s, lo, hi, by); got != FromRunes(want) || x.Slice(lo, hi, by) != got {
			t.Fatalf("Slice(%q, %d, %d, %d) = %q, want %q", s, lo, hi, by, got, FromRunes(want))
		}
		for _, f := range []func(string) string{Upper, Lower, Title, Capitalize, Swapcase, Casefold, Strip, Repr} {
			if out := f(s); !Valid(out) {
				t.Fatalf("%q is no WTF-8", out)
			}
		}
		if i, large, err := ParseInt(s, 0, Limits{}); err == nil && large == nil {
			if back, _, err := ParseInt(signedText(i), 10, Limits{}); err != nil || back != i {
				t.Fatal(s)
			}
		}
		ParseFloat(s)
		ParseComplex(s)
		FloatFromHex(s)
		BytesFromHex(s)
	})
}

// signedText is str(i) with its sign, by way of the formatter.
func signedText(i int64) string {
	s, _ := FormatInt(i, "+", "int", Limits{})
	return s
}
