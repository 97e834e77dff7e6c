package text

import (
	"strings"
	"testing"
)

// This file holds the benchmarks of the paths that ordinary scripts take, and
// the tests that they do not allocate more than their results.

const asciiLine = "the quick brown fox jumps over the lazy dog, 12 times a day"
const wideLine = "Falsches Üben von Xylophonmusik quält jeden größeren Zwerg 日本語 😀"

var (
	sinkString  string
	sinkStrings []string
	sinkInt     int
	sinkBool    bool
)

func TestAllocations(t *testing.T) {
	x := NewIndexer(strings.Repeat(wideLine, 10))
	for _, c := range []struct {
		name string
		max  float64
		f    func()
	}{
		{"Len", 0, func() { sinkInt = Len(wideLine) }},
		{"IsASCII", 0, func() { sinkBool = IsASCII(asciiLine) }},
		{"At", 0, func() { sinkString, _ = At(wideLine, -1) }},
		{"Slice", 0, func() { sinkString = Slice(wideLine, 3, 40, 1) }},
		{"Indexer.At", 0, func() { sinkString, _ = x.At(500) }},
		{"Chars", 0, func() {
			for c := range Chars(wideLine) {
				sinkString = c
			}
		}},
		{"FormatInt", 1, func() { sinkString, _ = FormatInt(1234567, "", "int", Limits{}) }},
		{"FormatInt 5d", 2, func() { sinkString, _ = FormatInt(123, "5d", "int", Limits{}) }},
		{"FormatFloat .2f", 1, func() { sinkString, _ = FormatFloat(3.14159, ".2f", "float", Limits{}) }},
		{"FormatFloat 8.2f", 2, func() { sinkString, _ = FormatFloat(3.14159, "8.2f", "float", Limits{}) }},
		{"FormatStr >70", 1, func() { sinkString, _ = FormatStr(asciiLine, ">70", "str", Limits{}) }},
		{"ReprFloat", 1, func() { sinkString = ReprFloat(0.1) }},
		{"Repr", 1, func() { sinkString = Repr("a short text") }},
		{"Strip", 0, func() { sinkString = Strip("  both ends\n") }},
		{"StripChars", 0, func() { sinkString = StripChars("--both--", "-") }},
		{"Lower", 0, func() { sinkString = Lower(asciiLine) }},
		{"SplitSpace", 1, func() { sinkStrings = SplitSpace(asciiLine, -1) }},
		{"Split", 1, func() { sinkStrings, _ = Split(asciiLine, ",", -1) }},
		{"Find", 0, func() { sinkInt = Find(asciiLine, "dog", Whole) }},
		{"Replace", 1, func() { sinkString, _ = Replace(asciiLine, "o", "0", -1, Limits{}) }},
		{"Encode", 0, func() { sinkString, _ = EncodeText(wideLine, "utf-8", "strict") }},
		{"Decode", 0, func() { sinkString, _ = DecodeBytes(wideLine, "utf-8", "strict") }},
		{"ParseInt", 0, func() { _, _, _ = ParseInt(" 1234 ", 10, Limits{}) }},
		{"ParseFloat", 0, func() { _, _ = ParseFloat("3.25\n") }},
	} {
		if got := testing.AllocsPerRun(100, c.f); got > c.max {
			t.Errorf("%s allocates %v times, want at most %v", c.name, got, c.max)
		}
	}
}

func BenchmarkLen(b *testing.B) {
	for b.Loop() {
		sinkInt = Len(wideLine)
	}
}

func BenchmarkIsASCII(b *testing.B) {
	for b.Loop() {
		sinkBool = IsASCII(asciiLine)
	}
}

func BenchmarkIndexer(b *testing.B) {
	x := NewIndexer(strings.Repeat(wideLine, 1000))
	i := 0
	for b.Loop() {
		sinkString, _ = x.At(i)
		if i += 7919; i >= x.Len() {
			i -= x.Len()
		}
	}
}

func BenchmarkFormatInt(b *testing.B) {
	for _, spec := range []string{"", "d", "5d", ",", "#010x"} {
		b.Run(spec, func(b *testing.B) {
			for b.Loop() {
				sinkString, _ = FormatInt(1234567, spec, "int", Limits{})
			}
		})
	}
}

func BenchmarkFormatFloat(b *testing.B) {
	for _, spec := range []string{"", ".2f", "8.3f", ",.2f", "g"} {
		b.Run(spec, func(b *testing.B) {
			for b.Loop() {
				sinkString, _ = FormatFloat(1234.5678, spec, "float", Limits{})
			}
		})
	}
}

func BenchmarkRepr(b *testing.B) {
	for b.Loop() {
		sinkString = Repr("a short text")
	}
}

func BenchmarkSplitSpace(b *testing.B) {
	for b.Loop() {
		sinkStrings = SplitSpace(asciiLine, -1)
	}
}

func BenchmarkStrFormat(b *testing.B) {
	for b.Loop() {
		sinkString, _ = Format[any]("{0}: {1:>5} {a}", formatAuto, Limits{})
	}
}

var formatAuto = Resolver[any](formatValues)

func BenchmarkPercent(b *testing.B) {
	args := PercentArgs[any](testArgs{list: []any{"abc", 42, 1.5}, n: 3})
	for b.Loop() {
		sinkString, _ = Percent("%s: %5d %.2f", args, Limits{})
	}
}
