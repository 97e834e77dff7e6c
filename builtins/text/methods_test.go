package text

import (
	"bufio"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

func textFunc(f func(string) string) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0)), nil }
}

func testFunc(f func(string) bool) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0)), nil }
}

func boundsFunc[T any](f func(s, sub string, b Bounds) T) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0), a.str(1), Bounds{a.int(2), a.int(3)}), nil }
}

func indexFunc(f func(s, sub string, b Bounds) (int, error)) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0), a.str(1), Bounds{a.int(2), a.int(3)}) }
}

func charsFunc(f func(s, chars string) string) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0), a.str(1)), nil }
}

func splitFunc(f func(s string, n int) []string) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0), a.int(1)), nil }
}

func splitSepFunc(f func(s, sep string, n int) ([]string, error)) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0), a.str(1), a.int(2)) }
}

func partitionFunc(f func(s, sep string) (string, string, string, error)) vectorFunc {
	return func(a args) (any, error) {
		x, y, z, err := f(a.str(0), a.str(1))
		return []string{x, y, z}, err
	}
}

func padFunc(f func(s string, width int, fill rune, lim Limits) (string, error)) vectorFunc {
	return func(a args) (any, error) {
		fill, err := FillChar(a.str(2))
		if err != nil {
			return nil, err
		}
		return f(a.str(0), a.int(1), fill, Limits{})
	}
}

func bytePadFunc(f func(s string, width int, fill byte, lim Limits) (string, error)) vectorFunc {
	return func(a args) (any, error) { return f(a.str(0), a.int(1), 0xfe, Limits{}) }
}

func sliceWith(s string, start, stop, step *int, indexed bool) (any, error) {
	lo, hi, by, err := SliceIndices(Len(s), start, stop, step)
	if err != nil {
		return nil, err
	}
	if indexed {
		return NewIndexer(s).Slice(lo, hi, by), nil
	}
	return Slice(s, lo, hi, by), nil
}

func TestStrMethods(t *testing.T) {
	runVectors(t, "methods.tsv", map[string]vectorFunc{
		"upper": textFunc(Upper), "lower": textFunc(Lower), "title": textFunc(Title),
		"capitalize": textFunc(Capitalize), "swapcase": textFunc(Swapcase), "casefold": textFunc(Casefold),
		"strip": textFunc(Strip), "lstrip": textFunc(LStrip), "rstrip": textFunc(RStrip),
		"isalpha": testFunc(IsAlphaText), "isalnum": testFunc(IsAlnumText), "isdecimal": testFunc(IsDecimalText),
		"isdigit": testFunc(IsDigitText), "isnumeric": testFunc(IsNumericText), "isspace": testFunc(IsSpaceText),
		"isprintable": testFunc(IsPrintableText), "isidentifier": testFunc(IsIdentifier),
		"isupper": testFunc(IsUpperText), "islower": testFunc(IsLowerText), "istitle": testFunc(IsTitleText),
		"isascii":    testFunc(IsASCII),
		"splitlines": func(a args) (any, error) { return SplitLines(a.str(0), a.int(1) == 1), nil },
		"split_ws":   splitFunc(SplitSpace), "rsplit_ws": splitFunc(RSplitSpace),
		"split": splitSepFunc(Split), "rsplit": splitSepFunc(RSplit),
		"expandtabs": func(a args) (any, error) { return ExpandTabs(a.str(0), a.int(1), Limits{}) },
		"zfill":      func(a args) (any, error) { return Zfill(a.str(0), a.int(1), Limits{}) },
		"center":     padFunc(Center), "ljust": padFunc(Ljust), "rjust": padFunc(Rjust),
		"at": func(a args) (any, error) {
			v, err := At(a.str(0), a.int(1))
			w, err2 := NewIndexer(a.str(0)).At(a.int(1))
			if v != w || (err == nil) != (err2 == nil) {
				t.Errorf("At(%q, %d) = %q, Indexer.At = %q", a.str(0), a.int(1), v, w)
			}
			return v, err
		},
		"slice": func(a args) (any, error) {
			lo, hi, by := a.int(1), a.int(2), a.int(3)
			v, _ := sliceWith(a.str(0), &lo, &hi, &by, false)
			w, err := sliceWith(a.str(0), &lo, &hi, &by, true)
			if v != w {
				t.Errorf("Slice(%q, %d, %d, %d) = %q, Indexer.Slice = %q", a.str(0), lo, hi, by, v, w)
			}
			return v, err
		},
		"slice_all": func(a args) (any, error) {
			by := a.int(1)
			return sliceWith(a.str(0), nil, nil, &by, false)
		},
		"find": boundsFunc(Find), "rfind": boundsFunc(RFind), "count": boundsFunc(Count),
		"startswith": boundsFunc(StartsWith), "endswith": boundsFunc(EndsWith),
		"index": indexFunc(Index), "rindex": indexFunc(RIndex),
		"replace": func(a args) (any, error) {
			return Replace(a.str(0), a.str(1), a.str(2), a.int(3), Limits{})
		},
		"partition": partitionFunc(Partition), "rpartition": partitionFunc(RPartition),
		"removeprefix": charsFunc(RemovePrefix), "removesuffix": charsFunc(RemoveSuffix),
		"strip_chars": charsFunc(StripChars), "lstrip_chars": charsFunc(LStripChars),
		"rstrip_chars": charsFunc(RStripChars),
		"translate": func(a args) (any, error) {
			return Translate(a.str(0), func(r rune) (string, bool, error) {
				switch r {
				case 'a':
					return "", false, nil
				case 'b':
					return "<b>", false, nil
				case 0xe9:
					return "e", false, nil
				case 0x65e5:
					return "\U0001f600", false, nil
				}
				return "", true, nil
			}, Limits{})
		},
	})
}

func TestBytesMethods(t *testing.T) {
	runVectors(t, "bytesmethods.tsv", map[string]vectorFunc{
		"upper": textFunc(BytesUpper), "lower": textFunc(BytesLower), "title": textFunc(BytesTitle),
		"capitalize": textFunc(BytesCapitalize), "swapcase": textFunc(BytesSwapcase),
		"strip": textFunc(BytesStrip), "lstrip": textFunc(BytesLStrip), "rstrip": textFunc(BytesRStrip),
		"isalpha": testFunc(BytesIsAlpha), "isalnum": testFunc(BytesIsAlnum), "isdigit": testFunc(BytesIsDigit),
		"isspace": testFunc(BytesIsSpace), "isupper": testFunc(BytesIsUpper), "islower": testFunc(BytesIsLower),
		"istitle":    testFunc(BytesIsTitle),
		"splitlines": func(a args) (any, error) { return BytesSplitLines(a.str(0), a.int(1) == 1), nil },
		"split_ws":   splitFunc(BytesSplitSpace), "rsplit_ws": splitFunc(BytesRSplitSpace),
		"expandtabs": func(a args) (any, error) { return BytesExpandTabs(a.str(0), a.int(1), Limits{}) },
		"zfill":      func(a args) (any, error) { return BytesZfill(a.str(0), a.int(1), Limits{}) },
		"center":     bytePadFunc(BytesCenter), "ljust": bytePadFunc(BytesLjust), "rjust": bytePadFunc(BytesRjust),
		"find": boundsFunc(BytesFind), "rfind": boundsFunc(BytesRFind), "count": boundsFunc(BytesCount),
		"startswith": boundsFunc(BytesStartsWith), "endswith": boundsFunc(BytesEndsWith),
		"index": indexFunc(BytesIndex), "rindex": indexFunc(BytesRIndex),
		"replace": func(a args) (any, error) {
			return BytesReplace(a.str(0), a.str(1), a.str(2), a.int(3), Limits{})
		},
		"strip_chars": charsFunc(BytesStripChars), "lstrip_chars": charsFunc(BytesLStripChars),
		"rstrip_chars": charsFunc(BytesRStripChars),
		"translate": func(a args) (any, error) {
			table, err := BytesMakeTrans("ab", "xy")
			if err != nil {
				return nil, err
			}
			return BytesTranslate(a.str(0), table, a.str(1))
		},
	})
}

// readLines calls f with the fields of each line of a file in testdata.
func readLines(t *testing.T, file string, f func(fields []string)) {
	t.Helper()
	data, err := os.Open(filepath.Join(*vectors, file))
	if err != nil {
		t.Fatal(err)
	}
	defer data.Close()
	in := bufio.NewScanner(data)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		f(strings.Split(in.Text(), "\t"))
	}
	if in.Err() != nil {
		t.Fatal(in.Err())
	}
}

func hexRune(t *testing.T, s string) rune {
	n, err := strconv.ParseInt(s, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	return rune(n)
}

// needUnicode15 skips a test of every code point where package unicode has other
// tables than those that predicates.go completes to Unicode 15.1.
func needUnicode15(t *testing.T) {
	t.Helper()
	if unicode.Version != "15.0.0" {
		t.Skip("package unicode is of version", unicode.Version)
	}
}

// TestProperties compares every property for every code point.
func TestProperties(t *testing.T) {
	needUnicode15(t)
	props := map[string]func(rune) bool{
		"isalpha": IsAlpha, "isdecimal": IsDecimal, "isdigit": IsDigit, "isnumeric": IsNumeric,
		"isspace": IsSpace, "isprintable": IsPrintable, "isidentifier": IsIdentStart, "isupper": IsUpper,
		"islower": IsLower, "iscontinue": IsIdentPart, "isignorable": isCaseIgnorable,
	}
	readLines(t, "properties.tsv", func(fields []string) {
		prop := props[fields[0]]
		bad := 0
		check := func(from, to rune, want bool) {
			for r := from; r < to; r++ {
				if prop(r) != want && bad < 20 {
					bad++
					t.Errorf("%s(U+%04X) = %v", fields[0], r, !want)
				}
			}
		}
		last := rune(0) // the end of the range before
		next := rune(0)
		for _, rg := range strings.Split(fields[1], ",") {
			from, n, _ := strings.Cut(rg, ".")
			lo := last + hexRune(t, from)
			hi := lo
			if n != "" {
				hi += hexRune(t, n)
			}
			check(next, lo, false)
			check(lo, hi+1, true)
			last, next = hi, hi+1
		}
		check(next, MaxRune+1, false)
	})
}

// TestCaseOfEveryRune compares every case mapping of every code point.
func TestCaseOfEveryRune(t *testing.T) {
	needUnicode15(t)
	funcs := []func(string) string{Upper, Lower, Title, Casefold, Swapcase}
	names := []string{"upper", "lower", "title", "casefold", "swapcase"}
	next := rune(0)
	same := func(to rune) {
		for r := next; r < to; r++ {
			s := runeString(r)
			for i, f := range funcs {
				if f(s) != s {
					t.Errorf("%s(U+%04X) = %q", names[i], r, f(s))
				}
			}
		}
	}
	readLines(t, "case.tsv", func(fields []string) {
		r := hexRune(t, fields[0])
		same(r)
		next = r + 1
		for i, f := range funcs {
			want := runeString(r)
			if fields[i+1] != "" {
				want = ""
				for _, h := range strings.Split(fields[i+1], ".") {
					want += runeString(hexRune(t, h))
				}
			}
			if got := f(runeString(r)); got != want {
				t.Errorf("%s(U+%04X) = %q, want %q", names[i], r, got, want)
			}
		}
	})
	same(MaxRune + 1)
}
