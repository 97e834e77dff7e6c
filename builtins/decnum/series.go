package decnum

// This file defines logarithms and exponentials of binary fixed-point numbers:
// an integer n stands for n / 2**p.

import (
	"math"
	"math/big"
	"math/bits"
	"sync/atomic"
)

// constants are ln 2 and ln 10 with p bits after the point.
type constants struct {
	p        uint
	two, ten *big.Int
}

// known are the most precise ones that were needed.
var known atomic.Pointer[constants]

// logs returns ln 2 and ln 10 with p bits, at most one unit off; nil if stopped.
func (c *Context) logs(p uint) (two, ten *big.Int) {
	k := known.Load()
	if k == nil || k.p < p {
		guard := uint(16 + bits.Len(p))
		w := p + p/8 + guard
		a, b, d := c.acoth(31, w), c.acoth(49, w), c.acoth(161, w)
		if a == nil || b == nil || d == nil {
			return nil, nil
		}
		sum := func(x, y, z int64) *big.Int {
			s := new(big.Int).Mul(a, big.NewInt(x))
			s.Add(s, new(big.Int).Mul(b, big.NewInt(y)))
			s.Add(s, new(big.Int).Mul(d, big.NewInt(z)))
			return s.Rsh(s, guard)
		}
		k = &constants{p: w - guard, two: sum(14, 10, 6), ten: sum(46, 34, 20)}
		known.Store(k)
	}
	return new(big.Int).Rsh(k.two, k.p-p), new(big.Int).Rsh(k.ten, k.p-p)
}

// acoth is the inverse hyperbolic cotangent of a small integer: the sum of
// 1 / ((2k+1) * q**(2k+1)).
func (c *Context) acoth(q int64, p uint) *big.Int {
	term := new(big.Int).Lsh(one, p)
	term.Quo(term, big.NewInt(q))
	sum, part, square := new(big.Int).Set(term), new(big.Int), big.NewInt(q*q)
	for k := int64(3); term.Sign() != 0; k += 2 {
		if c.stopped() {
			return nil
		}
		term.Quo(term, square)
		sum.Add(sum, part.Quo(term, big.NewInt(k)))
	}
	return sum
}

func (c *Context) stopped() bool { return c.Stop != nil && c.Stop() }

// exponential returns e**(r/2**p) * 2**p for 0 <= r < 3 * 2**p, at most two
// units off; nil if stopped.
//
// r is halved m times, so that about p/m terms of the series do, and the result
// squared as often. Each squaring doubles the error: that takes m guard bits.
func (c *Context) exponential(r *big.Int, p uint) *big.Int {
	m := uint(math.Sqrt(float64(p))/2) + 4
	w := p + m + 24
	x := new(big.Int).Lsh(r, w-p-m)
	term, sum := new(big.Int).Lsh(one, w), new(big.Int).Lsh(one, w)
	for k := int64(1); ; k++ {
		if c.stopped() {
			return nil
		}
		term.Mul(term, x)
		term.Rsh(term, w)
		term.Quo(term, big.NewInt(k))
		if term.Sign() == 0 {
			break
		}
		sum.Add(sum, term)
	}
	for range m {
		if c.stopped() {
			return nil
		}
		sum.Mul(sum, sum)
		sum.Rsh(sum, w)
	}
	return sum.Rsh(sum, w-p)
}

// logarithm returns ln(f/2**p) * 2**p for 2**p <= f < 2**(p+1), a few units off;
// nil if stopped. It improves a float's logarithm by Halley's rule, which triples
// the digits: y += 2 * (f - e**y) / (f + e**y).
func (c *Context) logarithm(f *big.Int, p uint) *big.Int {
	var steps []uint
	for s := p; s > 44; s = s/3 + 6 {
		steps = append(steps, s)
		if s < 60 {
			break
		}
	}
	at := uint(60) // bits of y
	head, _ := new(big.Float).SetInt(f).Float64()
	if p > 900 { // more than a float's exponent
		head, _ = new(big.Float).SetInt(new(big.Int).Rsh(f, p-60)).Float64()
		head = math.Ldexp(head, -60)
	} else {
		head = math.Ldexp(head, -int(p))
	}
	y := big.NewInt(int64(math.Ldexp(max(math.Log(head), 0), int(at))))
	for i := len(steps) - 1; i >= 0; i-- {
		s := steps[i]
		if s >= at {
			y.Lsh(y, s-at)
		} else {
			y.Rsh(y, at-s)
		}
		at = s
		fs := new(big.Int).Rsh(f, p-s)
		e := c.exponential(y, s)
		if e == nil {
			return nil
		}
		change := new(big.Int).Sub(fs, e)
		change.Lsh(change, s+1)
		change.Quo(change, fs.Add(fs, e))
		if y.Add(y, change); y.Sign() < 0 {
			y.SetInt64(0)
		}
	}
	return y
}
