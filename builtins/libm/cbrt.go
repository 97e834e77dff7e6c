package libm

// This file defines Cbrt.

import "math"

// Cbrt is the cube root, correctly rounded in practice: cubes have exact roots.
// The GNU library's is a unit in the last place off in half of the cases, so the
// last digit may differ from CPython's there.
func Cbrt(x float64) float64 {
	if x == 0 || x != x || math.IsInf(x, 0) {
		return x
	}
	// One step of Newton's method from package math's root, in double-double.
	// The exponent is taken out so that the cube neither overflows nor loses
	// bits.
	m, e := math.Frexp(math.Abs(x))
	for e%3 != 0 {
		m, e = m/2, e+1
	}
	y := math.Cbrt(m)
	rest := dd{m, 0}.sub(prod(y, y).times(y))
	y += rest.hi / (3 * y * y)
	return math.Copysign(math.Ldexp(y, e/3), x)
}
