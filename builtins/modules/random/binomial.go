package random

// This file defines the binomial distribution.

import (
	"math"

	"go.starlark.net/starlark"

	"starpool/builtins/libm"
	"starpool/builtins/object"
)

// binomial counts successes in n trials.
func (s *source) binomial(n int, p float64) (int, error) {
	switch {
	case n < 0:
		return 0, object.Raise(object.ValueError, "n must be non-negative")
	case p == 0:
		return 0, nil
	case p == 1:
		return n, nil
	case !(p > 0 && p < 1):
		return 0, object.Raise(object.ValueError, "p must be in the range 0.0 <= p <= 1.0")
	case n == 1:
		u, err := s.random()
		if u < p {
			return 1, err
		}
		return 0, err
	case p > 0.5:
		k, err := s.binomial(n, 1-p)
		return n - k, err
	case float64(n)*p < 10:
		return s.byGaps(n, p)
	}
	return s.byRejection(n, p)
}

// byGaps adds up the geometric gaps between successes (Devroye).
func (s *source) byGaps(n int, p float64) (int, error) {
	c := libm.Log2(1 - p)
	if c == 0 {
		return 0, nil
	}
	x, y := 0, 0.0
	for {
		u, err := s.random()
		if err != nil {
			return 0, err
		}
		if u == 0 {
			return 0, object.Raise(object.ValueError, "math domain error")
		}
		if y += math.Floor(libm.Log2(u)/c) + 1; y > float64(n) {
			return x, nil
		}
		x++
	}
}

// byRejection is algorithm BTRS of Hörmann, "The generation of binomial random
// variates" (1993).
func (s *source) byRejection(trials int, p float64) (int, error) {
	n := float64(trials)
	spq := math.Sqrt(n * p * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(n*p) + 0.5
	vr := 0.92 - 4.2/b
	var alpha, lpq, m, h float64
	ready := false
	for {
		u, err := s.random()
		if err != nil {
			return 0, err
		}
		u -= 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > n {
			continue
		}
		v, err := s.random()
		if err != nil {
			return 0, err
		}
		if us >= 0.07 && v <= vr {
			return int(k), nil
		}
		if !ready {
			alpha = (2.83 + 5.1/b) * spq
			lpq = libm.Log(p / (1 - p))
			m = math.Floor((n + 1) * p)
			h = libm.Lgamma(m+1) + libm.Lgamma(n-m+1)
			ready = true
		}
		v *= alpha / (a/(us*us) + b)
		if libm.Log(v) <= h-libm.Lgamma(k+1)-libm.Lgamma(n-k+1)+float64((k-m)*lpq) {
			return int(k), nil
		}
	}
}

func init() {
	randomClass.AddMethods(object.Def{
		Sig: "def binomialvariate(self, n=1, p=0.5)",
		Doc: "Binomial random variable.\n\nGives the number of successes for *n* independent trials\nwith the probability of success in each trial being *p*.",
		Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			p, err := object.Float(t, a[2])
			if err != nil {
				return nil, err
			}
			k, err := s.binomial(n, p)
			return starlark.MakeInt(k), err
		},
	})
}
