package text

import (
	"errors"
	"math/big"
	"strings"
	"testing"
)

// TestLimits checks that what would be too long is a MemoryError at once.
func TestLimits(t *testing.T) {
	small := Limits{MaxBytes: 100}
	long := strings.Repeat("x", 60)
	result := func(s string, err error) error {
		if err == nil && len(s) > small.MaxBytes {
			return errors.New("a result beyond the limit")
		}
		return err
	}
	args := testArgs{list: []any{5}, n: 1}
	for name, err := range map[string]error{
		"ljust":       result(Ljust("x", 1<<40, ' ', small)),
		"rjust wide":  result(Rjust("x", 40, '😀', small)),
		"center":      result(Center("x", maxInt, ' ', small)),
		"zfill":       result(Zfill("-1", maxInt, small)),
		"expandtabs":  result(ExpandTabs("\t", maxInt, small)),
		"repeat":      result(Repeat(long, maxInt, small)),
		"join":        result(Join(long, []string{"", "", ""}, small)),
		"replace":     result(Replace(long, "x", "yyy", -1, small)),
		"replace ''":  result(Replace(long, "", "y", -1, small)),
		"bytes ''":    result(BytesReplace(long, "", "y", -1, small)),
		"hex":         result(BytesHexSep(long, ":", 1, small)),
		"str":         result(FormatStr("x", "101", "str", small)),
		"str default": result(FormatStr("x", "999999999999", "str", Limits{})),
		"int":         result(FormatInt(1, "0101,", "int", small)),
		"int b":       result(FormatBigInt(power(2, 500), "b", "int", small)),
		"float":       result(FormatFloat(1, ".1000f", "float", small)),
		"float e":     result(FormatFloat(1, ".2147483000e", "float", Limits{})),
		"float #g":    result(FormatFloat(1, "#.2147483000g", "float", Limits{})),
		"complex":     result(FormatComplex(1i, "1000", "complex", small)),
		"% width":     result(Percent[any]("%1000d", args, small)),
		"% precision": result(Percent[any]("%.1000d", args, small)),
		"% float":     result(Percent[any]("%.1000f", args, small)),
		"bytes %":     result(BytesPercent[any]("%-1000d", args, small)),
		"format":      result(Format[any](strings.Repeat("{0:50}", 3), limitedValues{formatValues}, small)),
		"translate": result(Translate(long, func(rune) (string, bool, error) {
			return "yyy", false, nil
		}, small)),
	} {
		var e *Error
		if !errors.As(err, &e) || e.Class != "MemoryError" {
			t.Errorf("%s: %v, want a MemoryError", name, err)
		}
	}
	// Without '#' a precision for g costs nothing.
	if s, err := FormatFloat(0.5, ".2147483647g", "float", small); s != "0.5" || err != nil {
		t.Errorf("%q, %v", s, err)
	}
}

func TestDigitLimit(t *testing.T) {
	x := power(10, 700)
	if _, err := IntText(x, Limits{MaxDigits: 700}); err == nil {
		t.Error("701 digits with a limit of 700")
	}
	for _, lim := range []Limits{{}, {MaxDigits: 701}, {MaxDigits: -1}} {
		s, err := IntText(x, lim)
		if err != nil || len(s) != 701 {
			t.Errorf("%+v: %d digits, %v", lim, len(s), err)
		}
		_, y, err := ParseInt(s, 10, lim)
		if err != nil || y.Cmp(x) != 0 {
			t.Errorf("%+v: %v", lim, err)
		}
	}
	text := new(big.Int).Neg(power(32, 5000)).Text(32)
	if _, y, err := ParseInt(text, 32, Limits{}); err != nil || y.Text(32) != text {
		t.Errorf("a power of two has no limit: %v", err)
	}
}

func TestChrOrd(t *testing.T) {
	for _, r := range []int{0, 'a', 0x7f, 0x80, 0xd800, 0xdfff, 0xffff, MaxRune} {
		s, err := Chr(r)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Ord(s); err != nil || int(back) != r {
			t.Errorf("Ord(Chr(%#x)) = %#x, %v", r, back, err)
		}
	}
	for _, r := range []int{-1, MaxRune + 1} {
		if _, err := Chr(r); err == nil || err.Error() != "ValueError: chr() arg not in range(0x110000)" {
			t.Errorf("Chr(%d): %v", r, err)
		}
	}
	_, err := Ord("éé")
	if err == nil || err.Error() != "TypeError: ord() expected a character, but string of length 2 found" {
		t.Error(err)
	}
	if _, _, _, err := SliceIndices(3, nil, nil, new(int)); err == nil || err.Error() != "ValueError: slice step cannot be zero" {
		t.Error(err)
	}
}

// TestSurrogates checks that two lone surrogates stay two code points.
func TestSurrogates(t *testing.T) {
	s := runeString(0xD83D) + runeString(0xDE00)
	if Len(s) != 2 || s == "😀" || !Valid(s) || !HasSurrogates(s) {
		t.Errorf("%q: %d code points", s, Len(s))
	}
	for _, bad := range []string{"\xff", "\xed\xa0", "a\x80", "\xc3", "\xf4\x90\x80\x80"} {
		if Valid(bad) {
			t.Errorf("Valid(%q)", bad)
		}
	}
}

// TestInvalidText checks that text that is not WTF-8 makes nothing panic.
func TestInvalidText(t *testing.T) {
	for _, s := range []string{"\x80", "\xff\xfe", "a\xc3", "\xed\xa0", "\xf0\x9f\x98", "\xce\xa3\xce", "\x80\x80\x80\x80\x80\x80\x80\x80\x80"} {
		n := Len(s)
		x := NewIndexer(s)
		for i := -2; i < len(s)+2; i++ {
			At(s, i)
			x.At(i)
			ByteOffset(s, i)
			RuneOffset(s, i)
			for _, step := range []int{1, 2, -1, -2} {
				lo, hi, by, _ := SliceIndices(n, &i, nil, &step)
				Slice(s, lo, hi, by)
				x.Slice(lo, hi, by)
			}
			Find(s, "\x80", Bounds{i, maxInt})
			Replace(s, "", "-", i, Limits{})
		}
		for _, f := range []func(string) string{Upper, Lower, Title, Capitalize, Swapcase, Casefold, Strip, Repr, ASCII} {
			f(s)
		}
		SplitSpace(s, -1)
		RSplitSpace(s, 1)
		SplitLines(s, true)
		FormatStr(s, s+"<5", "str", Limits{})
		Percent[any](s+"%"+s, testArgs{n: 0}, Limits{})
		Format[any](s+"{0!"+s, formatValues, Limits{})
		EncodeText(s, "utf-16", "replace")
		ParseInt(s, 10, Limits{})
	}
}
