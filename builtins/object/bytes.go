package object

// This file defines what package object knows of bytes objects, whose Go type
// is package types'.

import (
	"strconv"
	"strings"

	"go.starlark.net/starlark"
)

// MakeBytes makes a bytes object. Package types sets it.
var MakeBytes = func(content string) starlark.Value { return starlark.Bytes(content) }

// BytesContent returns the content of a bytes object (or of an object of a
// subclass).
func BytesContent(v starlark.Value) (string, bool) {
	switch b := Base(v).(type) {
	case starlark.Bytes:
		return string(b), true
	case interface{ BytesContent() string }:
		return b.BytesContent(), true
	}
	return "", false
}

// parseBytesRepr reads a bytes object's repr at the start of s: its content and
// its length in s.
func parseBytesRepr(s string) (content string, n int, ok bool) {
	if len(s) < 3 || s[0] != 'b' || s[1] != '\'' && s[1] != '"' {
		return "", 0, false
	}
	var b strings.Builder
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == s[1]:
			return b.String(), i + 1, true
		case c != '\\':
			b.WriteByte(c)
		case i+1 < len(s):
			i++
			switch s[i] {
			case 'n':
				b.WriteByte('\n')
			case 'r':
				b.WriteByte('\r')
			case 't':
				b.WriteByte('\t')
			case 'x':
				if i+2 >= len(s) {
					return "", 0, false
				}
				x, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
				if err != nil {
					return "", 0, false
				}
				b.WriteByte(byte(x))
				i += 2
			default:
				b.WriteByte(s[i])
			}
		}
	}
	return "", 0, false
}
