package text

import "unicode/utf8"

// This file defines the codecs unicode_escape and raw_unicode_escape: text with
// the escapes of string literals. \N{…} needs the names of characters, which
// this package does not have, so it is an error like an unknown name.

// escapeEncode encodes s, which always succeeds.
func escapeEncode(s string, raw bool) string {
	buf := make([]byte, 0, len(s)+8)
	for _, r := range All(s) {
		switch {
		case raw && r < 0x100:
			buf = append(buf, byte(r))
		case raw || r >= utf8.RuneSelf:
			buf = appendEscape(buf, r)
		default:
			buf = appendReprByte(buf, byte(r), '\\')
		}
	}
	return string(buf)
}

// simpleEscapes maps the letter of an escape to its character.
var simpleEscapes = map[byte]byte{
	'\\': '\\', '\'': '\'', '"': '"', 'b': '\b', 'f': '\f', 't': '\t', 'n': '\n', 'r': '\r', 'v': '\v', 'a': '\a',
}

// escape decodes the escapes; bytes outside them are Latin-1.
func (d *decoder) escape(raw bool) (n int, err error) {
	b := d.b
	for i := 0; i < len(b); {
		c := b[i]
		if c != '\\' {
			d.buf = AppendRune(d.buf, rune(c))
			i++
			continue
		}
		start := i
		if i++; i >= len(b) {
			if !d.final {
				return start, nil
			}
			if raw { // a raw backslash is itself
				d.buf = append(d.buf, '\\')
				break
			}
			if i, err = d.fail(start, i, `\ at end of string`); err != nil {
				return i, err
			}
			continue
		}
		c = b[i]
		i++
		digits, reason := 0, ""
		switch {
		case c == 'u':
			digits, reason = 4, `truncated \uXXXX escape`
		case c == 'U':
			digits, reason = 8, `truncated \UXXXXXXXX escape`
		case raw:
			d.buf = AppendRune(append(d.buf, '\\'), rune(c))
			continue
		case c == 'x':
			digits, reason = 2, `truncated \xXX escape`
		case c == '\n':
			continue
		case c >= '0' && c <= '7':
			v := rune(c - '0')
			for k := 0; k < 2 && i < len(b) && b[i] >= '0' && b[i] <= '7'; k++ {
				v = v<<3 | rune(b[i]-'0')
				i++
			}
			d.buf = AppendRune(d.buf, v)
			continue
		case c == 'N':
			if i, err = d.named(start); err != nil {
				return i, err
			}
			continue
		default:
			if e, ok := simpleEscapes[c]; ok {
				d.buf = append(d.buf, e)
			} else {
				d.buf = AppendRune(append(d.buf, '\\'), rune(c))
			}
			continue
		}
		v := int64(0)
		for ; digits > 0 && i < len(b) && hexValue(b[i]) >= 0; digits-- {
			v = v<<4 | int64(hexValue(b[i]))
			i++
		}
		switch {
		case digits == 0 && v <= MaxRune:
			d.buf = AppendRune(d.buf, rune(v))
			continue
		case digits == 0:
			reason = "illegal Unicode character"
			if raw {
				reason = `\Uxxxxxxxx out of range`
			}
		case i >= len(b) && !d.final:
			return start, nil
		}
		if i, err = d.fail(start, i, reason); err != nil {
			return i, err
		}
	}
	return len(b), nil
}

// named handles \N at byte start.
func (d *decoder) named(start int) (int, error) {
	i := start + 2
	if i < len(d.b) && d.b[i] == '{' {
		end := i + 1
		for end < len(d.b) && d.b[end] != '}' {
			end++
		}
		if end < len(d.b) && end > i+1 {
			return d.fail(start, end+1, "unknown Unicode character name")
		}
		i = end
	}
	return d.fail(start, i, `malformed \N character escape`)
}
