package text

import (
	"math"
	"math/big"
	"strings"
	"unicode/utf8"
)

// This file defines the % operator of str and bytes (CPython's
// unicode_format.c and bytesobject.c). Values are the caller's, of any type V.

// IntMode says which values PercentArgs.Int takes for ints.
type IntMode int

// The modes of PercentArgs.Int.
const (
	IntExact  IntMode = iota // ints and bools only: a width or precision of '*'
	IntIndex                 // and what has __index__: o, x, X, c
	IntNumber                // and numbers with __int__, floats among them: d, i, u
)

// PercentArgs is the right operand of %. Errors its methods return are handed
// on as they are; ok false makes % raise CPython's TypeError for the
// conversion.
type PercentArgs[V any] interface {
	// Len returns the length of a tuple, or -1 if the operand is none and so is
	// the one argument itself.
	Len() int
	// Arg returns item i of the tuple, or the operand.
	Arg(i int) V
	// IsMapping reports whether %(key)s may be used: the operand can be
	// subscripted and is no tuple and no text (for bytes no bytes either).
	IsMapping() bool
	// Key returns operand[key]; for the % of bytes the key is bytes.
	Key(key string) (V, error)
	// TypeName returns the name of v's type for messages.
	TypeName(v V) string
	// Text returns str(v), repr(v) or ascii(v) for conv 's', 'r' or 'a'.
	Text(v V, conv byte) (string, error)
	// Bytes returns the raw bytes of a bytes-like v or of v.__bytes__(). Only
	// the % of bytes asks.
	Bytes(v V) (b string, ok bool, err error)
	// Char returns the text of a str v (for bytes the content of bytes or
	// bytearray); ok is false for any other type.
	Char(v V) (s string, ok bool)
	// Int returns v as an int, in small unless large is set.
	Int(v V, mode IntMode) (small int64, large *big.Int, ok bool, err error)
	// Float returns v as a float.
	Float(v V) (f float64, ok bool, err error)
}

// Percent is format % args for str. Malformed formats are ValueErrors, wrong
// arguments TypeErrors or OverflowErrors, a result beyond the limits a
// MemoryError.
func Percent[V any](format string, args PercentArgs[V], lim Limits) (string, error) {
	p := percent[V]{format: format, args: args, lim: lim}
	return p.run()
}

// BytesPercent is format % args for bytes.
func BytesPercent[V any](format string, args PercentArgs[V], lim Limits) (string, error) {
	p := percent[V]{format: format, args: args, lim: lim, raw: true}
	return p.run()
}

// percent is the state of one % operation.
type percent[V any] struct {
	format string
	args   PercentArgs[V]
	lim    Limits
	raw    bool // bytes

	pos   int // byte offset of what is read next
	buf   []byte
	n     int  // length of the tuple, -1 for one argument
	next  int  // next item of the tuple
	used  bool // the one argument has been taken
	keyed bool // the last conversion had a key, which gave value
	value V
}

// conversion is one %… of the format.
type conversion struct {
	left, plus, blank, alt, zero bool

	width, prec int // -1 when not given
	char        rune
	at          int // byte offset of char

	// masked says that CPython read char as an unsigned byte, which it does
	// after digits: only for the message about a char it does not know.
	masked bool
}

func incomplete() *Error { return valueError("incomplete format") }

func (p *percent[V]) run() (string, error) {
	p.n = p.args.Len()
	p.buf = make([]byte, 0, len(p.format)+16)
	for {
		i := strings.IndexByte(p.format[p.pos:], '%')
		if i < 0 {
			p.buf = append(p.buf, p.format[p.pos:]...)
			break
		}
		p.buf = append(p.buf, p.format[p.pos:p.pos+i]...)
		p.pos += i + 1
		if p.pos < len(p.format) && p.format[p.pos] == '%' {
			p.buf = append(p.buf, '%')
			p.pos++
			continue
		}
		if err := p.convert(); err != nil {
			return "", err
		}
	}
	left := p.next < p.n
	if p.n < 0 {
		left = !p.used
	}
	if left && !p.args.IsMapping() {
		kind := "string"
		if p.raw {
			kind = "bytes"
		}
		return "", typeError("not all arguments converted during %s formatting", kind)
	}
	if err := p.lim.check(len(p.buf)); err != nil {
		return "", err
	}
	return string(p.buf), nil
}

// nextArg takes the next argument.
func (p *percent[V]) nextArg() (V, error) {
	var none V
	switch {
	case p.keyed && !p.used:
		p.used = true
		return p.value, nil
	case p.keyed, p.n < 0 && p.used, p.n >= 0 && p.next >= p.n:
		return none, typeError("not enough arguments for format string")
	case p.n < 0:
		p.used = true
		return p.args.Arg(0), nil
	}
	p.next++
	return p.args.Arg(p.next - 1), nil
}

// readChar reads the next character; at the end the format is incomplete.
func (p *percent[V]) readChar() (rune, bool) {
	if p.pos >= len(p.format) {
		return 0, false
	}
	if p.raw {
		p.pos++
		return rune(p.format[p.pos-1]), true
	}
	r, n := Decode(p.format[p.pos:])
	p.pos += n
	return r, true
}

// parse reads a conversion whose '%' is behind.
func (p *percent[V]) parse() (c conversion, err error) {
	c.width, c.prec = -1, -1
	if p.pos < len(p.format) && p.format[p.pos] == '(' {
		if err := p.key(); err != nil {
			return c, err
		}
	}
	ch, ok := p.readChar()
flags:
	for ; ok; ch, ok = p.readChar() {
		switch ch {
		case '-':
			c.left = true
		case '+':
			c.plus = true
		case ' ':
			c.blank = true
		case '#':
			c.alt = true
		case '0':
			c.zero = true
		default:
			break flags
		}
	}
	if ok && ch == '*' {
		small, large, err := p.star()
		switch {
		case err != nil:
			return c, err
		case large != nil || small == math.MinInt64 || small != int64(int(small)):
			return c, overflowError("Python int too large to convert to C ssize_t")
		}
		if c.width = int(small); c.width < 0 {
			c.left, c.width = true, -c.width
		}
		ch, ok = p.readChar()
	} else if ok && ch >= '0' && ch <= '9' {
		c.width = 0
		for ; ok && ch >= '0' && ch <= '9'; ch, ok = p.readChar() {
			d := int(ch - '0')
			if c.width > (maxInt-d)/10 {
				return c, valueError("width too big")
			}
			c.width = c.width*10 + d
		}
		c.masked = true
	}
	if ok && ch == '.' {
		c.prec = 0
		ch, ok = p.readChar()
		if ok && ch == '*' {
			small, large, err := p.star()
			switch {
			case err != nil:
				return c, err
			case large != nil || small != int64(int32(small)):
				return c, overflowError("Python int too large to convert to C int")
			}
			c.prec = max(int(small), 0)
			c.masked = false
			ch, ok = p.readChar()
		} else {
			c.masked = ok && ch >= '0' && ch <= '9'
			for ; ok && ch >= '0' && ch <= '9'; ch, ok = p.readChar() {
				d := int(ch - '0')
				if c.prec > (math.MaxInt32-d)/10 {
					if p.raw {
						return c, valueError("prec too big")
					}
					return c, valueError("precision too big")
				}
				c.prec = c.prec*10 + d
			}
		}
	}
	if ok && (ch == 'h' || ch == 'l' || ch == 'L') { // C's length modifiers mean nothing
		c.masked = false
		ch, ok = p.readChar()
	}
	if !ok {
		return c, incomplete()
	}
	c.char = ch
	c.at = p.pos - 1
	if !p.raw {
		c.at = p.pos - RuneLen(ch)
	}
	return c, nil
}

// key reads a parenthesised key and looks its value up.
func (p *percent[V]) key() error {
	if !p.args.IsMapping() {
		return typeError("format requires a mapping")
	}
	start := p.pos + 1
	depth := 1
	i := start
	for ; i < len(p.format) && depth > 0; i++ {
		switch p.format[i] {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	if depth > 0 {
		return valueError("incomplete format key")
	}
	p.pos = i
	v, err := p.args.Key(p.format[start : i-1])
	if err != nil {
		return err
	}
	p.value, p.keyed, p.used = v, true, false
	return nil
}

// star takes the argument of a '*'.
func (p *percent[V]) star() (int64, *big.Int, error) {
	v, err := p.nextArg()
	if err != nil {
		return 0, nil, err
	}
	small, large, ok, err := p.args.Int(v, IntExact)
	if err == nil && !ok {
		err = typeError("* wants int")
	}
	return small, large, err
}

// convert appends the text of one conversion.
func (p *percent[V]) convert() error {
	c, err := p.parse()
	if err != nil {
		return err
	}
	v, err := p.nextArg()
	if err != nil {
		return err
	}
	switch c.char {
	case 's', 'r', 'a', 'b':
		if c.char == 'b' && !p.raw {
			break
		}
		s, err := p.text(v, byte(c.char))
		if err != nil {
			return err
		}
		if c.prec >= 0 && c.prec < len(s) {
			if p.raw {
				s = s[:c.prec]
			} else {
				s = s[:ByteOffset(s, c.prec)]
			}
		}
		return p.write(s, &c)
	case 'c':
		s, err := p.char(v)
		if err != nil {
			return err
		}
		return p.write(s, &c)
	case 'd', 'i', 'u', 'o', 'x', 'X':
		n, err := p.integer(v, &c)
		if err != nil {
			return err
		}
		return p.writeNumber(n, &c)
	case 'e', 'E', 'f', 'F', 'g', 'G':
		f, ok, err := p.args.Float(v)
		if p.raw && (err != nil || !ok) {
			return typeError("float argument required, not %s", p.args.TypeName(v))
		}
		if err != nil {
			return err
		}
		if !ok {
			return typeError("must be real number, not %s", p.args.TypeName(v))
		}
		prec := c.prec
		if prec < 0 {
			prec = 6
		}
		s, err := doubleText(f, byte(c.char), prec, floatFlags{alt: c.alt}, p.lim)
		if err != nil {
			return err
		}
		return p.writeNumber(splitNumber(s), &c)
	}
	return p.unsupported(&c)
}

func (p *percent[V]) unsupported(c *conversion) error {
	shown, at := c.char, c.at
	if p.raw {
		if shown >= utf8.RuneSelf && !c.masked { // CPython's own message fails on it
			return overflowError("character argument not in range(0x110000)")
		}
	} else {
		at = RuneOffset(p.format, at)
		if shown < 31 || shown > 126 {
			shown = '?'
		}
	}
	return valueError("unsupported format character '%c' (0x%x) at index %d", shown, c.char, at)
}

// text returns what s, r, a and b show.
func (p *percent[V]) text(v V, conv byte) (string, error) {
	if !p.raw {
		return p.args.Text(v, conv)
	}
	if conv == 'r' || conv == 'a' {
		return p.args.Text(v, 'a')
	}
	b, ok, err := p.args.Bytes(v)
	if err == nil && !ok {
		err = typeError("%%b requires a bytes-like object, or an object that implements __bytes__, not '%s'",
			p.args.TypeName(v))
	}
	return b, err
}

// char returns what c shows.
func (p *percent[V]) char(v V) (string, error) {
	limit, limitText := int64(MaxRune), "0x110000"
	wrong := typeError("%%c requires int or char")
	if p.raw {
		limit, limitText = 255, "256"
		wrong = typeError("%%c requires an integer in range(256) or a single byte")
	}
	if s, ok := p.args.Char(v); ok {
		if p.raw && len(s) == 1 {
			return s, nil
		}
		if _, n := Decode(s); !p.raw && n > 0 && n == len(s) {
			return s, nil
		}
		return "", wrong
	}
	small, large, ok, err := p.args.Int(v, IntIndex)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", wrong
	}
	if large != nil || small < 0 || small > limit {
		return "", overflowError("%%c arg not in range(%s)", limitText)
	}
	if p.raw {
		return string([]byte{byte(small)}), nil
	}
	return runeString(rune(small)), nil
}

// integer returns the parts of what d, i, u, o, x and X show.
func (p *percent[V]) integer(v V, c *conversion) (n number, err error) {
	mode, base := IntNumber, 10
	switch c.char {
	case 'o':
		mode, base, n.prefix = IntIndex, 8, "0o"
	case 'x':
		mode, base, n.prefix = IntIndex, 16, "0x"
	case 'X':
		mode, base, n.prefix = IntIndex, 16, "0X"
	}
	small, large, ok, err := p.args.Int(v, mode)
	if err != nil {
		return n, err
	}
	if !ok {
		name, wants := c.char, "a real number"
		if mode == IntIndex {
			wants = "an integer"
		}
		if p.raw && name == 'i' {
			name = 'd'
		}
		return n, typeError("%%%c format: %s is required, not %s", name, wants, p.args.TypeName(v))
	}
	if c.prec > math.MaxInt32-3 {
		return n, overflowError("precision too large")
	}
	if large == nil {
		large = big.NewInt(small)
	}
	s, err := bigText(large, base, p.lim)
	if err != nil {
		return n, err
	}
	if n.neg = s[0] == '-'; n.neg {
		s = s[1:]
	}
	if c.char == 'X' {
		s = mapASCII(s, upperByte)
	}
	if c.prec > len(s) {
		if err := p.lim.check(c.prec); err != nil {
			return n, err
		}
		s = strings.Repeat("0", c.prec-len(s)) + s
	}
	n.digits = s
	if !c.alt {
		n.prefix = ""
	}
	return n, nil
}

// write appends text, padded with blanks.
func (p *percent[V]) write(s string, c *conversion) error {
	n := len(s)
	if c.width > 0 && !p.raw {
		n = Len(s)
	}
	pad := padding(n, c.width)
	if err := p.lim.check(addSat(len(p.buf), addSat(len(s), pad))); err != nil {
		return err
	}
	if !c.left {
		p.fill(' ', pad)
	}
	p.buf = append(p.buf, s...)
	if c.left {
		p.fill(' ', pad)
	}
	return nil
}

func (p *percent[V]) fill(c byte, n int) {
	for ; n > 0; n-- {
		p.buf = append(p.buf, c)
	}
}

// writeNumber appends a number, padded with blanks, or with zeros after its
// sign and prefix.
func (p *percent[V]) writeNumber(n number, c *conversion) error {
	sign := ""
	switch {
	case n.neg:
		sign = "-"
	case c.plus:
		sign = "+"
	case c.blank:
		sign = " "
	}
	size := len(sign) + len(n.prefix) + len(n.digits) + len(n.tail)
	pad := padding(size, c.width)
	if err := p.lim.check(addSat(len(p.buf), addSat(size, pad))); err != nil {
		return err
	}
	if !c.left && !c.zero {
		p.fill(' ', pad)
	}
	p.buf = append(p.buf, sign...)
	p.buf = append(p.buf, n.prefix...)
	if !c.left && c.zero {
		p.fill('0', pad)
	}
	p.buf = append(p.buf, n.digits...)
	p.buf = append(p.buf, n.tail...)
	if c.left {
		p.fill(' ', pad)
	}
	return nil
}
