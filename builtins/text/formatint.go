package text

import (
	"math"
	"math/big"
	"strconv"
)

// This file defines format() of an int.

// FormatInt is format(v, spec) for an int that fits 64 bits; typeName is "int",
// "bool" or the name of a subclass. Errors are as in FormatBigInt.
func FormatInt(v int64, spec, typeName string, lim Limits) (string, error) {
	if spec == "" || spec == "d" {
		return strconv.FormatInt(v, 10), nil
	}
	f, err := ParseSpec(spec, 'd', '>', typeName)
	if err != nil {
		return "", err
	}
	return f.formatInt(v, nil, typeName, lim)
}

// FormatBigInt is format(x, spec) for an int of any size. What the specifier
// must not have is a ValueError; an x that a float or character type cannot
// take is an OverflowError; a result beyond the limits is a MemoryError.
func FormatBigInt(x *big.Int, spec, typeName string, lim Limits) (string, error) {
	if x.IsInt64() {
		return FormatInt(x.Int64(), spec, typeName, lim)
	}
	if spec == "" {
		return IntText(x, lim)
	}
	f, err := ParseSpec(spec, 'd', '>', typeName)
	if err != nil {
		return "", err
	}
	return f.formatInt(0, x, typeName, lim)
}

// formatInt formats x, or v when x is nil.
func (f *Spec) formatInt(v int64, x *big.Int, typeName string, lim Limits) (string, error) {
	base := 10
	switch f.Type {
	case 'b':
		base = 2
	case 'o':
		base = 8
	case 'x', 'X':
		base = 16
	case 'd', 'n', 'c':
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		d := float64(v)
		if x != nil {
			var err error
			if d, err = BigToFloat(x); err != nil {
				return "", err
			}
		}
		return f.formatFloat(d, lim)
	default:
		return "", unknownType(f.Type, typeName)
	}
	if f.Precision >= 0 {
		return "", valueError("Precision not allowed in integer format specifier")
	}
	if f.NoNegZero {
		return "", valueError("Negative zero coercion (z) not allowed in integer format specifier")
	}
	if f.Type == 'c' {
		return f.formatChar(v, x, lim)
	}
	var n number
	if x == nil {
		var buf [65]byte
		b := strconv.AppendInt(buf[:0], v, base)
		if n.neg = v < 0; n.neg {
			b = b[1:]
		}
		n.digits = string(b)
	} else {
		s, err := bigText(x, base, lim)
		if err != nil {
			return "", err
		}
		if n.neg = s[0] == '-'; n.neg {
			s = s[1:]
		}
		n.digits = s
	}
	if f.Alt {
		switch f.Type {
		case 'b':
			n.prefix = "0b"
		case 'o':
			n.prefix = "0o"
		case 'x':
			n.prefix = "0x"
		case 'X':
			n.prefix = "0X"
		}
	}
	if f.Type == 'X' {
		n.digits = mapASCII(n.digits, upperByte)
	}
	return f.layout(n, lim)
}

// bigText is x in a base; decimal digits are limited, and so is the size.
func bigText(x *big.Int, base int, lim Limits) (string, error) {
	if base == 10 {
		return IntText(x, lim)
	}
	bits := 1
	if base == 8 {
		bits = 3
	} else if base == 16 {
		bits = 4
	}
	if err := lim.check(x.BitLen()/bits + 2); err != nil {
		return "", err
	}
	return x.Text(base), nil
}

// formatChar is the presentation type c.
func (f *Spec) formatChar(v int64, x *big.Int, lim Limits) (string, error) {
	if f.Sign != 0 {
		return "", valueError("Sign not allowed with integer format specifier 'c'")
	}
	if f.Alt {
		return "", valueError("Alternate form (#) not allowed with integer format specifier 'c'")
	}
	if x != nil {
		return "", overflowError("Python int too large to convert to C long")
	}
	if v < 0 || v > MaxRune {
		return "", overflowError("%%c arg not in range(0x110000)")
	}
	left, right := f.margins(1)
	return pad(runeString(rune(v)), left, right, runeString(f.Fill), lim)
}

// BigToFloat is float(x), correctly rounded; an x beyond float's range is an
// OverflowError.
func BigToFloat(x *big.Int) (float64, error) {
	d, _ := new(big.Float).SetInt(x).Float64()
	if math.IsInf(d, 0) {
		return 0, overflowError("int too large to convert to float")
	}
	return d, nil
}

// HexText is hex(x).
func HexText(x *big.Int) string { return radixText(x, "0x", 16) }

// OctText is oct(x).
func OctText(x *big.Int) string { return radixText(x, "0o", 8) }

// BinText is bin(x).
func BinText(x *big.Int) string { return radixText(x, "0b", 2) }

func radixText(x *big.Int, prefix string, base int) string {
	s := x.Text(base)
	if s[0] == '-' {
		return "-" + prefix + s[1:]
	}
	return prefix + s
}
