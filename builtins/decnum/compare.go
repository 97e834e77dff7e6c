package decnum

// This file defines the order of numbers.

func sign(negative bool) int {
	if negative {
		return -1
	}
	return 1
}

// Cmp compares numbers that are not NaN: -1, 0 or 1.
func (x *Decimal) Cmp(y *Decimal) int {
	switch zx, zy := x.IsZero(), y.IsZero(); {
	case zx && zy:
		return 0
	case zx:
		return -sign(y.Negative)
	case zy:
		return sign(x.Negative)
	case x.Negative != y.Negative:
		return sign(x.Negative)
	}
	return sign(x.Negative) * x.cmpAbs(y)
}

// cmpAbs compares magnitudes.
func (x *Decimal) cmpAbs(y *Decimal) int {
	switch {
	case x.Form == Infinite && y.Form == Infinite:
		return 0
	case x.Form == Infinite:
		return 1
	case y.Form == Infinite:
		return -1
	case x.Coeff.Sign() == 0 || y.Coeff.Sign() == 0 || x.Exponent == y.Exponent:
		return x.Coeff.CmpAbs(&y.Coeff)
	}
	if a, b := x.Adjusted(), y.Adjusted(); a != b {
		if a < b {
			return -1
		}
		return 1
	}
	// As many digits are added as the other has more.
	if n := x.Exponent - y.Exponent; n > 0 {
		return shifted(&x.Coeff, n).CmpAbs(&y.Coeff)
	} else {
		return x.Coeff.CmpAbs(shifted(&y.Coeff, -n))
	}
}

// CmpTotal compares in the specification's total order, in which -NaN < -sNaN <
// -Infinity < finite numbers < Infinity < sNaN < NaN and 1.00 < 1.0.
func (x *Decimal) CmpTotal(y *Decimal) int {
	if x.Negative != y.Negative {
		return sign(x.Negative)
	}
	rank := func(d *Decimal) int { return [...]int{Finite: 0, Infinite: 1, SignalingNaN: 2, NaN: 3}[d.Form] }
	up := sign(x.Negative)
	if a, b := rank(x), rank(y); a != b {
		if a < b {
			return -up
		}
		return up
	}
	switch x.Form {
	case Infinite:
		return 0
	case NaN, SignalingNaN:
		return up * x.Coeff.CmpAbs(&y.Coeff)
	}
	if c := x.cmpAbs(y); c != 0 {
		return up * c
	}
	switch {
	case x.Exponent < y.Exponent:
		return -up
	case x.Exponent > y.Exponent:
		return up
	}
	return 0
}
