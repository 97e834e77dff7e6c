package text

import "strings"

// This file defines the format mini-language of PEP 3101 as CPython's
// formatter_unicode.c reads it:
//
//	[[fill]align][sign][z][#][0][width][grouping][.precision][type]

// Spec is a format specifier that has been read.
type Spec struct {
	Fill      rune // ' ' unless given; '0' for a width that starts with 0
	Align     byte // '<', '>', '=' or '^'
	Sign      byte // '+', '-', ' ', or 0 when not given
	NoNegZero bool // z
	Alt       bool // #
	Width     int  // -1 when not given
	Grouping  byte // ',', '_', or 0
	Precision int  // -1 when not given
	Type      rune // the presentation type, or what ParseSpec was given for none
}

func isAlign(c byte) bool { return c == '<' || c == '>' || c == '=' || c == '^' }

// ParseSpec reads a format specifier for an object of the type named typeName.
// defaultType and defaultAlign stand where the specifier has none: 's' and '<'
// for str, 'd' and '>' for int, 0 and '>' for float and complex. Errors are
// ValueErrors with CPython's text.
func ParseSpec(spec string, defaultType rune, defaultAlign byte, typeName string) (Spec, error) {
	f := Spec{Fill: ' ', Align: defaultAlign, Width: -1, Precision: -1, Type: defaultType}
	rest := spec
	fillGiven, alignGiven := false, false
	if r, n := Decode(rest); n > 0 && n < len(rest) && isAlign(rest[n]) {
		f.Fill, f.Align = r, rest[n]
		fillGiven, alignGiven = true, true
		rest = rest[n+1:]
	} else if rest != "" && isAlign(rest[0]) {
		f.Align, alignGiven = rest[0], true
		rest = rest[1:]
	}
	if rest != "" && (rest[0] == '+' || rest[0] == '-' || rest[0] == ' ') {
		f.Sign = rest[0]
		rest = rest[1:]
	}
	if strings.HasPrefix(rest, "z") {
		f.NoNegZero = true
		rest = rest[1:]
	}
	if strings.HasPrefix(rest, "#") {
		f.Alt = true
		rest = rest[1:]
	}
	if !fillGiven && strings.HasPrefix(rest, "0") {
		f.Fill = '0'
		if !alignGiven && defaultAlign == '>' {
			f.Align = '='
		}
		rest = rest[1:]
	}
	width, n, err := specInt(rest)
	if err != nil {
		return f, err
	}
	if n > 0 {
		f.Width = width
		rest = rest[n:]
	}
	if strings.HasPrefix(rest, ",") {
		f.Grouping = ','
		rest = rest[1:]
	}
	if strings.HasPrefix(rest, "_") {
		if f.Grouping != 0 {
			return f, valueError("Cannot specify both ',' and '_'.")
		}
		f.Grouping = '_'
		rest = rest[1:]
	}
	if strings.HasPrefix(rest, ",") && f.Grouping == '_' {
		return f, valueError("Cannot specify both ',' and '_'.")
	}
	if strings.HasPrefix(rest, ".") {
		rest = rest[1:]
		f.Precision, n, err = specInt(rest)
		if err != nil {
			return f, err
		}
		if n == 0 {
			return f, valueError("Format specifier missing precision")
		}
		rest = rest[n:]
	}
	if rest != "" {
		r, n := Decode(rest)
		if n < len(rest) {
			return f, valueError("Invalid format specifier '%s' for object of type '%s'", spec, typeName)
		}
		f.Type = r
	}
	if f.Grouping != 0 {
		switch f.Type {
		case 'd', 'e', 'f', 'g', 'E', 'G', '%', 'F', 0:
		case 'b', 'o', 'x', 'X':
			if f.Grouping == '_' {
				break
			}
			fallthrough
		default:
			if f.Type > 32 && f.Type < 128 {
				return f, valueError("Cannot specify '%c' with '%c'.", f.Grouping, f.Type)
			}
			return f, valueError("Cannot specify '%c' with '\\x%x'.", f.Grouping, f.Type)
		}
	}
	return f, nil
}

// specInt reads the decimal digits that s starts with, of any script, and
// returns their value and their length in bytes. A value beyond CPython's
// Py_ssize_t is a ValueError.
func specInt(s string) (v, n int, err error) {
	for n < len(s) {
		r, size := Decode(s[n:])
		d := DecimalValue(r)
		if d < 0 {
			break
		}
		if int64(v) > (1<<63-1-int64(d))/10 || v > (maxInt-d)/10 {
			return 0, 0, valueError("Too many decimal digits in format string")
		}
		v = v*10 + d
		n += size
	}
	return v, n, nil
}

// unknownType is the error for a presentation type that typeName lacks.
func unknownType(t rune, typeName string) *Error {
	if t > 32 && t < 128 {
		return valueError("Unknown format code '%c' for object of type '%s'", t, typeName)
	}
	return valueError("Unknown format code '\\x%x' for object of type '%s'", t, typeName)
}

// margins returns how much padding of a text of n code points goes left and
// right of it. '=' is as '>' here: the caller puts the padding after the sign.
func (f *Spec) margins(n int) (left, right int) {
	if f.Width <= n {
		return 0, 0
	}
	total := f.Width - n
	switch f.Align {
	case '<':
		return 0, total
	case '^':
		return total / 2, total - total/2
	}
	return total, 0
}

// number is the text of a number in the parts that a specifier treats
// differently.
type number struct {
	neg    bool
	prefix string // 0x and the like
	digits string // digits before the point, which grouping applies to
	tail   string // the point, digits after it, exponent, %, or inf and nan
}

// groupSize returns the number of digits between two separators.
func (f *Spec) groupSize() int {
	switch f.Type {
	case 'b', 'o', 'x', 'X':
		return 4
	}
	return 3
}

// grouped appends n.digits with separators, filled with zeros up to width,
// which counts separators as CPython's _PyUnicode_InsertThousandsGrouping does:
// the result never starts with one, so it may be one longer.
func (f *Spec) grouped(digits string, width int) string {
	if digits == "" {
		return "" // inf and nan
	}
	if f.Grouping == 0 {
		if len(digits) >= width {
			return digits
		}
		return strings.Repeat("0", width-len(digits)) + digits
	}
	size := f.groupSize()
	n := len(digits) + (len(digits)-1)/size
	if n < width {
		// The shortest run of digits whose grouped text fills the width.
		n = width
		if n%(size+1) == 0 {
			n++
		}
	}
	out := make([]byte, n)
	d := len(digits)
	for i, k := n-1, 0; i >= 0; i-- {
		if k == size {
			out[i], k = f.Grouping, 0
			continue
		}
		if d > 0 {
			d--
			out[i] = digits[d]
		} else {
			out[i] = '0'
		}
		k++
	}
	return string(out)
}

// layout puts sign, prefix, padding, digits and tail together.
func (f *Spec) layout(x number, lim Limits) (string, error) {
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case f.Sign == '+':
		sign = "+"
	case f.Sign == ' ':
		sign = " "
	}
	if f.Width <= 0 && f.Grouping == 0 {
		if sign == "" && x.prefix == "" && x.tail == "" {
			return x.digits, nil
		}
		return sign + x.prefix + x.digits + x.tail, nil
	}
	if err := lim.check(f.Width); f.Width > 0 && err != nil {
		return "", err
	}
	fixed := len(sign) + len(x.prefix) + len(x.tail)
	zeros := 0
	if f.Fill == '0' && f.Align == '=' {
		zeros = f.Width - fixed
	}
	digits := f.grouped(x.digits, zeros)
	left, right := f.margins(fixed + len(digits))
	fill := runeString(f.Fill)
	size := addSat(fixed+len(digits), mulSat(left+right, len(fill)))
	if err := lim.check(size); err != nil {
		return "", err
	}
	if left+right == 0 {
		return sign + x.prefix + digits + x.tail, nil
	}
	var b strings.Builder
	b.Grow(size)
	if f.Align == '=' {
		b.WriteString(sign)
		b.WriteString(x.prefix)
		writeFill(&b, fill, left)
	} else {
		writeFill(&b, fill, left)
		b.WriteString(sign)
		b.WriteString(x.prefix)
	}
	b.WriteString(digits)
	b.WriteString(x.tail)
	writeFill(&b, fill, right)
	return b.String(), nil
}

// Number lays out a number whose parts are known: the digits before the point,
// "" for inf and nan, and what follows them.
func (f *Spec) Number(neg bool, digits, tail string) (string, error) {
	return f.layout(number{neg: neg, digits: digits, tail: tail}, Limits{})
}
