package random

// This file defines the continuous distributions. Products are converted where
// they are added, so that no compiler fuses the two: the digits would differ.

import (
	"math"

	"go.starlark.net/starlark"

	"starpool/builtins/libm"
	"starpool/builtins/object"
)

const twoPi = 2 * math.Pi

var (
	normalMagic = 4 * libm.Exp(-0.5) / math.Sqrt(2)
	log4        = libm.Log(4)
	gammaMagic  = 1 + libm.Log(4.5)
)

func (s *source) normal(mu, sigma float64) (float64, error) {
	for {
		u1, err := s.random()
		if err != nil {
			return 0, err
		}
		u2, err := s.random()
		if err != nil {
			return 0, err
		}
		u2 = 1 - u2
		z := normalMagic * (u1 - 0.5) / u2
		if z*z/4 <= -libm.Log(u2) {
			return mu + float64(z*sigma), nil
		}
	}
}

// pair returns a normal deviate; every second call returns the other half.
func (s *source) pair(mu, sigma float64) (float64, error) {
	z := s.gauss
	if !s.hasGauss {
		u, err := s.random()
		if err != nil {
			return 0, err
		}
		v, err := s.random()
		if err != nil {
			return 0, err
		}
		angle := u * twoPi
		radius := math.Sqrt(-2 * libm.Log(1-v))
		z = libm.Cos(angle) * radius
		s.gauss, s.hasGauss = libm.Sin(angle)*radius, true
	} else {
		s.hasGauss = false
	}
	return mu + float64(z*sigma), nil
}

func (s *source) gamma(alpha, beta float64) (float64, error) {
	if alpha <= 0 || beta <= 0 {
		return 0, object.Raise(object.ValueError, "gammavariate: alpha and beta must be > 0.0")
	}
	switch {
	case alpha > 1:
		// R.C.H. Cheng, "The generation of Gamma variables with non-integral
		// shape parameters", Applied Statistics 26 (1977).
		ainv := math.Sqrt(float64(2*alpha) - 1)
		bbb := alpha - log4
		ccc := alpha + ainv
		for {
			u1, err := s.random()
			if err != nil {
				return 0, err
			}
			if !(1e-7 < u1 && u1 < 0.9999999) {
				continue
			}
			u2, err := s.random()
			if err != nil {
				return 0, err
			}
			u2 = 1 - u2
			v := libm.Log(u1/(1-u1)) / ainv
			x := alpha * libm.Exp(v)
			z := u1 * u1 * u2
			r := bbb + float64(ccc*v) - x
			if r+gammaMagic-float64(4.5*z) >= 0 || r >= libm.Log(z) {
				return x * beta, nil
			}
		}
	case alpha == 1:
		u, err := s.random()
		return -libm.Log(1-u) * beta, err
	}
	// Algorithm GS of Kennedy and Gentle, "Statistical Computing".
	for {
		u, err := s.random()
		if err != nil {
			return 0, err
		}
		b := (math.E + alpha) / math.E
		p := b * u
		var x float64
		if p <= 1 {
			x = libm.Pow(p, 1/alpha)
		} else {
			x = -libm.Log((b - p) / alpha)
		}
		u1, err := s.random()
		if err != nil {
			return 0, err
		}
		if p > 1 {
			if u1 <= libm.Pow(x, alpha-1) {
				return x * beta, nil
			}
		} else if u1 <= libm.Exp(-x) {
			return x * beta, nil
		}
	}
}

func (s *source) vonMises(mu, kappa float64) (float64, error) {
	u, err := s.random()
	if err != nil {
		return 0, err
	}
	if kappa <= 1e-6 {
		return twoPi * u, nil
	}
	h := 0.5 / kappa
	r := h + math.Sqrt(1+float64(h*h))
	var z float64
	for {
		z = libm.Cos(math.Pi * u)
		d := z / (r + z)
		u2, err := s.random()
		if err != nil {
			return 0, err
		}
		if u2 < 1-float64(d*d) || u2 <= (1-d)*libm.Exp(d) {
			break
		}
		if u, err = s.random(); err != nil {
			return 0, err
		}
	}
	q := 1 / r
	f := (q + z) / (1 + float64(q*z))
	u3, err := s.random()
	if err != nil {
		return 0, err
	}
	theta := mu - libm.Acos(f)
	if u3 > 0.5 {
		theta = mu + libm.Acos(f)
	}
	theta = math.Mod(theta, twoPi)
	if theta < 0 {
		theta += twoPi
	}
	return theta, nil
}

func divisionByZero() error { return object.Raise(object.ZeroDivisionError, "float division by zero") }

func init() {
	// def makes a method whose parameters are all numbers.
	def := func(sig, doc string, fn func(s *source, a []float64) (float64, error)) object.Def {
		return object.Def{Sig: "def " + sig, Doc: doc, Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			var buf [3]float64
			numbers := buf[:len(a)-1]
			for i, v := range a[1:] {
				f, err := object.Float(t, v)
				if err != nil {
					return nil, err
				}
				numbers[i] = f
			}
			r, err := fn(&s, numbers)
			return starlark.Float(r), err
		}}
	}
	randomClass.AddMethods(
		def("uniform(self, a, b)", "Get a random number in the range [a, b) or [a, b] depending on rounding.", func(s *source, a []float64) (float64, error) {
			r, err := s.random()
			return a[0] + float64((a[1]-a[0])*r), err
		}),
		object.Def{Sig: "def triangular(self, low=0.0, high=1.0, mode=None)", Doc: "Triangular distribution.", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			low, err := object.Float(t, a[1])
			if err != nil {
				return nil, err
			}
			high, err := object.Float(t, a[2])
			if err != nil {
				return nil, err
			}
			u, err := s.random()
			if err != nil {
				return nil, err
			}
			c := 0.5
			if a[3] != starlark.None {
				mode, err := object.Float(t, a[3])
				if err != nil {
					return nil, err
				}
				if high == low {
					return a[1], nil
				}
				c = (mode - low) / (high - low)
			}
			if u > c {
				u, c = 1-u, 1-c
				low, high = high, low
			}
			return starlark.Float(low + float64((high-low)*math.Sqrt(u*c))), nil
		}},
		def("normalvariate(self, mu=0.0, sigma=1.0)", "Normal distribution.", func(s *source, a []float64) (float64, error) { return s.normal(a[0], a[1]) }),
		def("gauss(self, mu=0.0, sigma=1.0)", "Gaussian distribution.", func(s *source, a []float64) (float64, error) { return s.pair(a[0], a[1]) }),
		def("lognormvariate(self, mu=0.0, sigma=1.0)", "Log normal distribution.", func(s *source, a []float64) (float64, error) {
			z, err := s.normal(a[0], a[1])
			if err != nil {
				return 0, err
			}
			if z = libm.Exp(z); math.IsInf(z, 0) {
				return 0, object.Raise(object.OverflowError, "math range error")
			}
			return z, nil
		}),
		def("expovariate(self, lambd=1.0)", "Exponential distribution.", func(s *source, a []float64) (float64, error) {
			u, err := s.random()
			if err == nil && a[0] == 0 {
				err = divisionByZero()
			}
			return -libm.Log(1-u) / a[0], err
		}),
		def("vonmisesvariate(self, mu, kappa)", "Circular data distribution.", func(s *source, a []float64) (float64, error) { return s.vonMises(a[0], a[1]) }),
		def("gammavariate(self, alpha, beta)", "Gamma distribution.  Not the gamma function!", func(s *source, a []float64) (float64, error) { return s.gamma(a[0], a[1]) }),
		def("betavariate(self, alpha, beta)", "Beta distribution.", func(s *source, a []float64) (float64, error) {
			y, err := s.gamma(a[0], 1)
			if err != nil || y == 0 {
				return 0, err
			}
			z, err := s.gamma(a[1], 1)
			return y / (y + z), err
		}),
		def("paretovariate(self, alpha)", "Pareto distribution.  alpha is the shape parameter.", func(s *source, a []float64) (float64, error) {
			u, err := s.random()
			if err == nil && a[0] == 0 {
				err = divisionByZero()
			}
			if err != nil {
				return 0, err
			}
			return libm.Pow(1-u, -1/a[0]), nil
		}),
		def("weibullvariate(self, alpha, beta)", "Weibull distribution.", func(s *source, a []float64) (float64, error) {
			u, err := s.random()
			if err == nil && a[1] == 0 {
				err = divisionByZero()
			}
			if err != nil {
				return 0, err
			}
			return a[0] * libm.Pow(-libm.Log(1-u), 1/a[1]), nil
		}),
	)
}
