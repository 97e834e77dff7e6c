package math

// This file defines the functions of integers.

import (
	"context"
	"math/big"
	"math/bits"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// maxFactors bounds the number of factors of a product that is made at once.
const maxFactors = 1 << 26

func bigIndex(t *thread, v value) (*big.Int, error) {
	n, err := object.Index(t, v)
	if err != nil {
		return nil, err
	}
	return n.BigInt(), nil
}

// product returns lo*(lo+1)*…*hi, without the lock if that takes long.
func product(t *thread, lo, hi uint64) (*big.Int, error) {
	factors := hi - lo + 1
	if err := object.ChargeBits(t, int64(factors)*int64(bits.Len64(hi))/2); err != nil {
		return nil, err
	}
	if factors < 1000 {
		return multiply(context.Background(), lo, hi), nil
	}
	var p *big.Int
	err := t.Block(func(ctx context.Context) error {
		p = multiply(ctx, lo, hi)
		return ctx.Err()
	})
	return p, err
}

// multiply halves the range, so that factors of equal size meet.
func multiply(ctx context.Context, lo, hi uint64) *big.Int {
	if hi-lo < 16 || ctx.Err() != nil {
		p := new(big.Int).SetUint64(lo)
		for i := lo + 1; i <= hi && i-lo < 16; i++ {
			p.Mul(p, new(big.Int).SetUint64(i))
		}
		return p
	}
	mid := lo + (hi-lo)/2
	return new(big.Int).Mul(multiply(ctx, lo, mid), multiply(ctx, mid+1, hi))
}

func factorial(t *thread, v value) (value, error) {
	n, err := bigIndex(t, v)
	if err != nil {
		return nil, err
	}
	if n.Sign() < 0 {
		return nil, object.Raise(object.ValueError, "factorial() not defined for negative values")
	}
	if !n.IsInt64() {
		return nil, object.Raise(object.OverflowError, "factorial() argument should not exceed 9223372036854775807")
	}
	if n.Int64() > maxFactors {
		return nil, object.Raise(object.MemoryError, "")
	}
	if n.Sign() == 0 {
		return starlark.MakeInt(1), nil
	}
	p, err := product(t, 1, n.Uint64())
	if err != nil {
		return nil, err
	}
	return starlark.MakeBigInt(p), nil
}

// falling returns n*(n-1)*…, k factors.
func falling(t *thread, n *big.Int, k int64) (*big.Int, error) {
	if n.IsUint64() && k > 0 {
		return product(t, n.Uint64()-uint64(k)+1, n.Uint64())
	}
	p, f := big.NewInt(1), new(big.Int).Set(n)
	one := big.NewInt(1)
	for i := range k {
		p.Mul(p, f)
		f.Sub(f, one)
		if i%1024 == 1023 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// natural reads the arguments of comb and perm.
func natural(t *thread, v value, name string) (*big.Int, error) {
	n, err := bigIndex(t, v)
	if err == nil && n.Sign() < 0 {
		err = object.Raise(object.ValueError, "%s must be a non-negative integer", name)
	}
	return n, err
}

func perm(t *thread, a args) (value, error) {
	if a[1] == starlark.None {
		return factorial(t, a[0])
	}
	n, k, err := naturals(t, a)
	if err != nil {
		return nil, err
	}
	if n.Cmp(k) < 0 {
		return starlark.MakeInt(0), nil
	}
	if !k.IsInt64() {
		return nil, object.Raise(object.OverflowError, "k must not exceed 9223372036854775807")
	}
	if k.Int64() > maxFactors {
		return nil, object.Raise(object.MemoryError, "")
	}
	p, err := falling(t, n, k.Int64())
	if err != nil {
		return nil, err
	}
	return starlark.MakeBigInt(p), nil
}

// naturals checks n and k as CPython does: both types first.
func naturals(t *thread, a args) (n, k *big.Int, err error) {
	if n, err = bigIndex(t, a[0]); err != nil {
		return nil, nil, err
	}
	if k, err = bigIndex(t, a[1]); err != nil {
		return nil, nil, err
	}
	if n, err = natural(t, a[0], "n"); err != nil {
		return nil, nil, err
	}
	k, err = natural(t, a[1], "k")
	return n, k, err
}

func comb(t *thread, a args) (value, error) {
	n, k, err := naturals(t, a)
	if err != nil {
		return nil, err
	}
	rest := new(big.Int).Sub(n, k)
	if rest.Sign() < 0 {
		return starlark.MakeInt(0), nil
	}
	if rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return nil, object.Raise(object.OverflowError, "min(n - k, k) must not exceed 9223372036854775807")
	}
	if k.Int64() > maxFactors {
		return nil, object.Raise(object.MemoryError, "")
	}
	if k.Sign() == 0 {
		return starlark.MakeInt(1), nil
	}
	p, err := falling(t, n, k.Int64())
	if err != nil {
		return nil, err
	}
	q, err := product(t, 1, k.Uint64())
	if err != nil {
		return nil, err
	}
	return starlark.MakeBigInt(p.Quo(p, q)), nil
}

// fold applies a function of two non-negative integers to all arguments.
func fold(t *thread, integers starlark.Tuple, start int64, fn func(x, y *big.Int) *big.Int) (value, error) {
	total := big.NewInt(start)
	for _, v := range integers {
		n, err := bigIndex(t, v)
		if err != nil {
			return nil, err
		}
		if err := object.ChargeSlow(t, min(n.BitLen(), total.BitLen())); err != nil {
			return nil, err
		}
		total = fn(total, new(big.Int).Abs(n))
	}
	return starlark.MakeBigInt(total), nil
}

// smallGCD is gcd of two ints that fit; the usual case.
func smallGCD(integers starlark.Tuple) (value, bool) {
	if len(integers) != 2 {
		return nil, false
	}
	var n [2]int64
	for i, v := range integers {
		x, ok := v.(starlark.Int)
		if !ok {
			return nil, false
		}
		if n[i], ok = x.Int64(); !ok || n[i] == -1<<63 {
			return nil, false
		}
		n[i] = max(n[i], -n[i])
	}
	x, y := n[0], n[1]
	for y != 0 {
		x, y = y, x%y
	}
	return starlark.MakeInt64(x), true
}

var intFuncs = []object.Def{
	{Sig: "factorial(n, /)", Doc: "Find n!.\n\nRaise a ValueError if x is negative or non-integral.", Fn: func(t *thread, a args) (value, error) { return factorial(t, a[0]) }},
	{Sig: "perm(n, k=None, /)", Doc: "Number of ways to choose k items from n items without repetition and with order.", Fn: perm},
	{Sig: "comb(n, k, /)", Doc: "Number of ways to choose k items from n items without repetition and without order.", Fn: comb},
	{Sig: "gcd(*integers)", Doc: "Greatest Common Divisor.", Fn: func(t *thread, a args) (value, error) {
		integers := a[0].(starlark.Tuple)
		if r, ok := smallGCD(integers); ok {
			return r, nil
		}
		return fold(t, integers, 0, func(x, y *big.Int) *big.Int { return x.GCD(nil, nil, x, y) })
	}},
	{Sig: "lcm(*integers)", Doc: "Least Common Multiple.", Fn: func(t *thread, a args) (value, error) {
		return fold(t, a[0].(starlark.Tuple), 1, func(x, y *big.Int) *big.Int {
			if x.Sign() == 0 || y.Sign() == 0 {
				return new(big.Int)
			}
			g := new(big.Int).GCD(nil, nil, x, y)
			return x.Mul(x.Quo(x, g), y)
		})
	}},
	{Sig: "isqrt(n, /)", Doc: "Return the integer part of the square root of the input.", Fn: func(t *thread, a args) (value, error) {
		n, err := bigIndex(t, a[0])
		if err != nil {
			return nil, err
		}
		if n.Sign() < 0 {
			return nil, object.Raise(object.ValueError, "isqrt() argument must be nonnegative")
		}
		if err := object.ChargeSlow(t, n.BitLen()); err != nil {
			return nil, err
		}
		return starlark.MakeBigInt(new(big.Int).Sqrt(n)), nil
	}},
}
