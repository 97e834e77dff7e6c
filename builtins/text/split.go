package text

import (
	"strings"
	"unicode/utf8"
)

// This file defines the str methods that cut text apart and put it together.

// SplitSpace is str.split without a separator: the words between runs of white
// space, at most maxsplit cuts if that is not negative; the rest then keeps
// its own white space but not that before it.
func SplitSpace(s string, maxsplit int) []string {
	var out []string
	if maxsplit < 0 {
		out = make([]string, 0, countWords(s))
	}
	for {
		s = LStrip(s)
		if s == "" {
			return out
		}
		if maxsplit == 0 {
			return append(out, s)
		}
		maxsplit--
		i := 0
		for i < len(s) {
			r, n := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, n = Decode(s[i:])
			}
			if IsSpace(r) {
				break
			}
			i += n
		}
		out = append(out, s[:i])
		s = s[i:]
	}
}

// countWords is an estimate of the words in s from its ASCII white space.
func countWords(s string) int {
	n, in := 0, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < utf8.RuneSelf && asciiProps[c]&pSpace != 0 {
			in = false
		} else if !in {
			in = true
			n++
		}
	}
	return n
}

// RSplitSpace is str.rsplit without a separator: like SplitSpace, cutting from
// the end.
func RSplitSpace(s string, maxsplit int) []string {
	if maxsplit < 0 {
		return SplitSpace(s, -1)
	}
	var out []string
	for {
		s = RStrip(s)
		if s == "" {
			break
		}
		if maxsplit == 0 {
			out = append(out, s)
			break
		}
		maxsplit--
		i := len(s)
		for i > 0 {
			r, n := DecodeLast(s[:i])
			if IsSpace(r) {
				break
			}
			i -= n
		}
		out = append(out, s[i:])
		s = s[:i]
	}
	reverse(out)
	return out
}

func reverse(list []string) {
	for i, j := 0, len(list)-1; i < j; i, j = i+1, j-1 {
		list[i], list[j] = list[j], list[i]
	}
}

// Split is str.split (and bytes.split) with a separator, at most maxsplit cuts
// if that is not negative. An empty separator is a ValueError.
func Split(s, sep string, maxsplit int) ([]string, error) {
	if sep == "" {
		return nil, valueError("empty separator")
	}
	n := strings.Count(s, sep)
	if maxsplit >= 0 && maxsplit < n {
		n = maxsplit
	}
	out := make([]string, 0, n+1)
	for ; n > 0; n-- {
		i := strings.Index(s, sep)
		out = append(out, s[:i])
		s = s[i+len(sep):]
	}
	return append(out, s), nil
}

// RSplit is str.rsplit (and bytes.rsplit) with a separator: like Split, cutting
// from the end.
func RSplit(s, sep string, maxsplit int) ([]string, error) {
	if sep == "" {
		return nil, valueError("empty separator")
	}
	var out []string
	for ; maxsplit != 0; maxsplit-- {
		i := strings.LastIndex(s, sep)
		if i < 0 {
			break
		}
		out = append(out, s[i+len(sep):])
		s = s[:i]
	}
	out = append(out, s)
	reverse(out)
	return out, nil
}

// SplitLines is str.splitlines: the lines of s, each with its end if keepends.
// Every line boundary of Unicode counts, and \r\n as one.
func SplitLines(s string, keepends bool) []string {
	var out []string
	start := 0
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = Decode(s[i:])
		}
		if !IsLineBreak(r) {
			i += n
			continue
		}
		end := i
		i += n
		if r == '\r' && i < len(s) && s[i] == '\n' {
			i++
		}
		if keepends {
			end = i
		}
		out = append(out, s[start:end])
		start = i
	}
	if start < len(s) {
		out = append(out, s[start:])
	}
	return out
}

// Partition is str.partition (and bytes.partition): what is before the first
// sep, sep, and what is after it; without sep s and twice empty text. An empty
// sep is a ValueError.
func Partition(s, sep string) (before, mid, after string, err error) {
	if sep == "" {
		return "", "", "", valueError("empty separator")
	}
	i := strings.Index(s, sep)
	if i < 0 {
		return s, "", "", nil
	}
	return s[:i], sep, s[i+len(sep):], nil
}

// RPartition is str.rpartition (and bytes.rpartition): as Partition at the last
// sep; without sep s comes last.
func RPartition(s, sep string) (before, mid, after string, err error) {
	if sep == "" {
		return "", "", "", valueError("empty separator")
	}
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return "", "", s, nil
	}
	return s[:i], sep, s[i+len(sep):], nil
}

// Join is str.join (and bytes.join) of items that are known to be text. A
// result beyond the limits is a MemoryError.
func Join(sep string, items []string, lim Limits) (string, error) {
	switch len(items) {
	case 0:
		return "", nil
	case 1:
		return items[0], nil
	}
	n := mulSat(len(sep), len(items)-1)
	for _, item := range items {
		n = addSat(n, len(item))
	}
	if err := lim.check(n); err != nil {
		return "", err
	}
	return strings.Join(items, sep), nil
}

// Repeat is s * n for str and bytes; a negative n is as 0. A result beyond the
// limits is a MemoryError.
func Repeat(s string, n int, lim Limits) (string, error) {
	if n <= 0 || s == "" {
		return "", nil
	}
	if n == 1 {
		return s, nil
	}
	if err := lim.check(mulSat(len(s), n)); err != nil {
		return "", err
	}
	return strings.Repeat(s, n), nil
}
