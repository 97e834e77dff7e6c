package decimal

// This file defines format() of a Decimal.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/decnum"
	"starpool/builtins/object"
	"starpool/builtins/text"
)

func format(t *thread, a args) (value, error) {
	spec, ok := object.Text(a[1])
	if !ok {
		return nil, object.Raise(object.TypeError, "format arg must be str")
	}
	d, _ := number(a[0])
	c := contextOf(t)
	f, err := text.ParseSpec(spec, 0, '>', "decimal.Decimal")
	if err != nil || !strings.ContainsRune("\x00eEfFgGn%", f.Type) || f.Alt || f.Grouping == '_' {
		return nil, object.Raise(object.ValueError, "invalid format string")
	}
	s, err := formatted(c, d, f)
	if err != nil {
		return nil, object.TextError(err)
	}
	return starlark.String(s), nil
}

func formatted(c *settings, d *decnum.Decimal, f text.Spec) (string, error) {
	kind := f.Type
	exponential := "E"
	if kind == 'e' || kind == 'g' || kind == 'n' || kind == 0 && c.capitals == 0 {
		exponential = "e"
	}
	if d.Form != decnum.Finite {
		tail := scientific(&decnum.Decimal{Form: d.Form, Coeff: d.Coeff}, true, false)
		if kind == '%' {
			tail += "%"
		}
		if f.Fill == '0' && f.Align == '=' {
			f.Fill, f.Align = ' ', '>'
		}
		return f.Number(d.Negative, "", tail)
	}
	x := d.Copy()
	if kind == '%' {
		x.Exponent += 2
	}
	round := func(keep int64) { // keeps that many digits
		if keep >= x.NumDigits() {
			return
		}
		own := *c
		own.Precision = max(keep, 1)
		own.Emin, own.Emax, own.Clamp = 2*decnum.MinExponent, 2*decnum.MaxExponent, false
		if keep < 1 { // all is lost but the digit that rounding may give
			x, _ = decnum.Rescale(x, x.Exponent+x.NumDigits()-keep, own.Rounding)
			return
		}
		own.round(x)
	}
	switch kind {
	case 'e', 'E':
		if f.Precision >= 0 {
			round(int64(f.Precision) + 1)
			if x.Pad(int64(f.Precision)+1) != 0 {
				return "", &text.Error{Class: "MemoryError"}
			}
		}
	case 'f', 'F', '%':
		if f.Precision >= 0 {
			if keep := x.NumDigits() + x.Exponent + int64(f.Precision); x.Exponent < -int64(f.Precision) {
				round(keep)
				if keep > 0 || x.IsZero() {
					x = atExponent(x, -int64(f.Precision))
				}
			}
			x = atExponent(x, -int64(f.Precision))
		} else if x.Exponent > 0 {
			x = atExponent(x, 0)
		}
		if x == nil {
			return "", &text.Error{Class: "MemoryError"}
		}
	default:
		if f.Precision >= 0 {
			round(int64(max(f.Precision, 1)))
		}
	}
	digits := x.Coeff.String()
	left := x.Exponent + int64(len(digits))
	point := int64(1)
	switch kind {
	case 'f', 'F', '%':
		point = left
	case 'e', 'E':
		if x.IsZero() && f.Precision >= 0 {
			point = 1 - int64(f.Precision)
		}
	default:
		if x.Exponent <= 0 && left > -6 {
			point = left
		}
	}
	lead, tail := digits, ""
	switch {
	case point <= 0:
		lead, tail = "0", strings.Repeat("0", int(-point))+digits
	case point >= int64(len(digits)):
		lead = digits + strings.Repeat("0", int(point)-len(digits))
	default:
		lead, tail = digits[:point], digits[point:]
	}
	if tail != "" {
		tail = "." + tail
	}
	if kind == '%' {
		tail += "%"
	} else if e := left - point; kind != 'f' && kind != 'F' && (e != 0 || kind == 'e' || kind == 'E') {
		tail += exponential + signed(e)
	}
	negative := d.Negative && !(f.NoNegZero && x.IsZero())
	return f.Number(negative, lead, tail)
}

// atExponent writes x with the exponent e, adding zeros; nil if they are too
// many.
func atExponent(x *decnum.Decimal, e int64) *decnum.Decimal {
	if x.Exponent < e && !x.IsZero() {
		return x
	}
	r, what := decnum.Rescale(x, e, decnum.HalfEven)
	if what != 0 {
		return nil
	}
	return r
}
