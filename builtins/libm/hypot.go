package libm

// This file defines Hypot.

import "math"

// Hypot is the distance of the point (x, y) from the origin.
func Hypot(x, y float64) float64 {
	if x == 0 || y == 0 || x != x || y != y || math.IsInf(x, 0) || math.IsInf(y, 0) {
		return math.Hypot(x, y)
	}
	// Without the exponent the squares neither overflow nor lose bits.
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	e := max(ex, ey)
	x, y = math.Ldexp(x, -e), math.Ldexp(y, -e)
	square := prod(x, x).add(prod(y, y))
	return square.sqrt().ldexp(e)
}
