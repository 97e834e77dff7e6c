package math

// This file defines fsum, prod, sumprod, dist and hypot.

import (
	"math"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// twoSum returns a+b as a float and what rounding lost.
func twoSum(a, b float64) (s, lost float64) {
	s = a + b
	t := s - a
	return s, (a - (s - t)) + (b - t)
}

func twoProduct(a, b float64) (p, lost float64) {
	p = a * b
	return p, math.FMA(a, b, -p)
}

// An exactSum keeps the exact sum of floats as partials that do not overlap
// (Shewchuk), the smallest first.
type exactSum struct {
	partials         []float64
	special, infSum  float64
	specials, anyInf bool
}

func (s *exactSum) add(x float64) error {
	from := x
	kept := s.partials[:0]
	for _, y := range s.partials {
		hi, lo := twoSum(x, y)
		if math.IsInf(hi, 0) {
			lo = 0
		}
		if lo != 0 {
			kept = append(kept, lo)
		}
		x = hi
	}
	if math.IsInf(x, 0) || math.IsNaN(x) {
		if !math.IsInf(from, 0) && !math.IsNaN(from) {
			return object.Raise(object.OverflowError, "intermediate overflow in fsum")
		}
		if math.IsInf(from, 0) {
			s.infSum += from
		}
		s.special += from
		s.specials = true
		kept = kept[:0]
	} else if x != 0 {
		kept = append(kept, x)
	}
	s.partials = kept
	return nil
}

func (s *exactSum) float() (float64, error) {
	if s.specials {
		if math.IsNaN(s.infSum) {
			return 0, object.Raise(object.ValueError, "-inf + inf in fsum")
		}
		return s.special, nil
	}
	n := len(s.partials)
	if n == 0 {
		return 0, nil
	}
	n--
	hi, lo := s.partials[n], 0.0
	for n > 0 {
		n--
		hi, lo = twoSum(hi, s.partials[n])
		if lo != 0 {
			break
		}
	}
	// What is left may decide a tie.
	if n > 0 && (lo < 0 && s.partials[n-1] < 0 || lo > 0 && s.partials[n-1] > 0) {
		y := lo * 2
		if x := hi + y; x-hi == y {
			hi = x
		}
	}
	return hi, nil
}

// A triple is a float sum with twice as much carried along.
type triple struct{ hi, lo, tiny float64 }

// addProduct adds x*y.
func (s triple) addProduct(x, y float64) triple {
	p, plost := twoProduct(x, y)
	hi, lo := twoSum(s.hi, p)
	r, rlost := twoSum(s.lo, plost)
	r2, r2lost := twoSum(r, lo)
	return triple{hi, r2, s.tiny + rlost + r2lost}
}

func (s triple) float() float64 {
	last, _ := twoSum(s.lo, s.tiny)
	r, _ := twoSum(s.hi, last)
	return r
}

// sumProduct is sumprod: exact for ints, in triple precision for floats, and
// with the operators for everything else.
func sumProduct(t *thread, a args) (value, error) {
	p, err := object.Iter(t, a[0])
	if err != nil {
		return nil, err
	}
	q, err := object.Iter(t, a[1])
	if err != nil {
		return nil, err
	}
	total := value(starlark.MakeInt(0))
	var sum triple
	inFloats, floatsDone := false, false
	flush := func() error {
		if !inFloats {
			return nil
		}
		inFloats, floatsDone = false, true
		var err error
		total, err = object.Binary(t, syntax.PLUS, total, starlark.Float(sum.float()))
		return err
	}
	for n := 1; ; n++ {
		x, err := p.Next(t)
		if err != nil {
			return nil, err
		}
		y, err := q.Next(t)
		if err != nil {
			return nil, err
		}
		if (x == nil) != (y == nil) {
			return nil, object.Raise(object.ValueError, "Inputs are not the same length")
		}
		if x == nil {
			if err := flush(); err != nil {
				return nil, err
			}
			return total, nil
		}
		if n%1024 == 0 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
		if f, g, ok := floatPair(x, y); ok && !floatsDone {
			if next := sum.addProduct(f, g); !math.IsInf(next.hi, 0) && !math.IsNaN(next.hi) {
				sum, inFloats = next, true
				continue
			}
		}
		if err := flush(); err != nil {
			return nil, err
		}
		product, err := object.Binary(t, syntax.STAR, x, y)
		if err != nil {
			return nil, err
		}
		if total, err = object.Binary(t, syntax.PLUS, total, product); err != nil {
			return nil, err
		}
	}
}

// floatPair converts a pair of which at least one is a float and the other a
// number that fits one.
func floatPair(x, y value) (f, g float64, ok bool) {
	number := func(v value) (x float64, float, ok bool) {
		switch v := v.(type) {
		case starlark.Float:
			return float64(v), true, true
		case starlark.Int:
			x, err := object.IntToFloat(v)
			return x, false, err == nil
		case starlark.Bool:
			if v {
				return 1, false, true
			}
			return 0, false, true
		}
		return 0, false, false
	}
	f, isFloat, ok := number(x)
	g, isFloat2, ok2 := number(y)
	return f, g, ok && ok2 && (isFloat || isFloat2)
}

// norm is the euclidean length of a vector of which the largest magnitude is
// max: the squares are summed with what rounding loses, and the root is
// corrected once.
func norm(vec []float64, max float64, nan bool) float64 {
	switch {
	case math.IsInf(max, 0):
		return max
	case nan:
		return math.NaN()
	case max == 0 || len(vec) <= 1:
		return max
	}
	_, e := math.Frexp(max)
	if e < -1023 {
		// The reciprocal of the scale would overflow.
		const tiny = 0x1p-1022
		for i := range vec {
			vec[i] /= tiny
		}
		return tiny * norm(vec, max/tiny, nan)
	}
	scale := math.Ldexp(1, -e)
	sum, lost1, lost2 := 1.0, 0.0, 0.0
	add := func(x, y float64) {
		p, plost := twoProduct(x, y)
		s := sum + p
		lost2 += p - (s - sum)
		lost1 += plost
		sum = s
	}
	for _, x := range vec {
		x *= scale
		add(x, x)
	}
	h := math.Sqrt(sum - 1 + (lost1 + lost2))
	add(-h, h)
	x := sum - 1 + (lost1 + lost2)
	h += x / (2 * h)
	return h / scale
}

func vectorNorm(vec []float64) float64 {
	max, nan := 0.0, false
	for i, x := range vec {
		x = math.Abs(x)
		vec[i] = x
		nan = nan || math.IsNaN(x)
		if x > max {
			max = x
		}
	}
	return norm(vec, max, nan)
}

func floatVector(t *thread, items []value) ([]float64, error) {
	out := make([]float64, len(items))
	for i, v := range items {
		var err error
		if out[i], err = object.Float(t, v); err != nil {
			return nil, err
		}
	}
	return out, nil
}

var sumFuncs = []object.Def{
	{Sig: "fsum(seq, /)", Doc: "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.", Fn: func(t *thread, a args) (value, error) {
		var s exactSum
		err := object.ForEach(t, a[0], func(v value) error {
			x, err := object.Float(t, v)
			if err != nil {
				return err
			}
			return s.add(x)
		})
		if err != nil {
			return nil, err
		}
		r, err := s.float()
		return starlark.Float(r), err
	}},
	{Sig: "prod(iterable, /, *, start=1)", Doc: "Calculate the product of all the elements in the input iterable.", Fn: func(t *thread, a args) (value, error) {
		total := a[1]
		err := object.ForEach(t, a[0], func(v value) error {
			var err error
			total, err = object.Binary(t, syntax.STAR, total, v)
			return err
		})
		return total, err
	}},
	{Sig: "sumprod(p, q, /)", Doc: "Return the sum of products of values from two iterables p and q.", Fn: sumProduct},
	{Sig: "dist(p, q, /)", Doc: "Return the Euclidean distance between two points p and q.", Fn: func(t *thread, a args) (value, error) {
		p, err := object.Slice(t, a[0])
		if err != nil {
			return nil, err
		}
		q, err := object.Slice(t, a[1])
		if err != nil {
			return nil, err
		}
		if len(p) != len(q) {
			return nil, object.Raise(object.ValueError, "both points must have the same number of dimensions")
		}
		x, err := floatVector(t, p)
		if err != nil {
			return nil, err
		}
		y, err := floatVector(t, q)
		if err != nil {
			return nil, err
		}
		for i := range x {
			x[i] -= y[i]
		}
		return starlark.Float(vectorNorm(x)), nil
	}},
	{Sig: "hypot(*coordinates)", Doc: "Multidimensional Euclidean distance from the origin to a point.", Fn: func(t *thread, a args) (value, error) {
		vec, err := floatVector(t, a[0].(starlark.Tuple))
		if err != nil {
			return nil, err
		}
		return starlark.Float(vectorNorm(vec)), nil
	}},
}
