package decimal

// This file defines the constructor, the operators and the plain methods of
// Decimal.

import (
	"math"
	"math/big"
	"strconv"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/decnum"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// divmod returns (x // y, x % y) as a tuple.
func divmod(t *thread, c *settings, x, y *decnum.Decimal) (value, error) {
	if d, what, isNaN := c.propagate([]*decnum.Decimal{x, y}); isNaN {
		v, err := c.result(t, d, what)
		return starlark.Tuple{v, v}, err
	}
	q, r, what := c.QuoRem(x, y)
	if x.Form == decnum.Infinite && y.Form != decnum.Infinite || what&decnum.DivisionByZero != 0 {
		what |= decnum.InvalidOperation
	}
	what |= c.round(q) | c.round(r)
	if err := c.raise(t, what); err != nil {
		return nil, err
	}
	return starlark.Tuple{wrap(t, q), wrap(t, r)}, nil
}

// raised is x ** y, or pow(x, y, mod).
func raised(t *thread, c *settings, x, y, mod value) (value, error) {
	a, err := convertArg(x)
	if err != nil {
		return nil, err
	}
	b, err := convertArg(y)
	if err != nil {
		return nil, err
	}
	if mod == nil || mod == starlark.None {
		if heavy(c, []*decnum.Decimal{a, b}) {
			if _, _, isNaN := c.propagate([]*decnum.Decimal{a, b}); !isNaN {
				return c.unlocked(t, of((*decnum.Context).Pow), []*decnum.Decimal{a, b})
			}
		}
		return c.apply(t, of((*decnum.Context).Pow), a, b)
	}
	m, err := convertArg(mod)
	if err != nil {
		return nil, err
	}
	return c.apply(t, func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		for _, d := range x {
			if !d.IsInteger() {
				return decnum.Nan(), decnum.InvalidOperation
			}
		}
		n, ok := x[0].Int()
		e, ok2 := x[1].Int()
		m, ok3 := x[2].Int()
		if !ok || !ok2 || !ok3 {
			return decnum.Nan(), decnum.TooBig
		}
		if e.Sign() < 0 || m.Sign() == 0 || n.Sign() == 0 && e.Sign() == 0 || x[2].Adjusted() >= c.Precision {
			return decnum.Nan(), decnum.InvalidOperation
		}
		r := new(big.Int).Exp(new(big.Int).Abs(n), e, new(big.Int).Abs(m))
		if n.Sign() < 0 && e.Bit(0) == 1 {
			r.Neg(r)
		}
		return decnum.FromInt(r), 0
	}, a, b, m)
}

// comparable converts what Decimal compares with: int, float, complex without an
// imaginary part, Fraction.
func comparable(t *thread, v value, equality bool) (*big.Rat, *decnum.Decimal, bool, error) {
	if d, ok := operand(v); ok {
		return nil, d, true, nil
	}
	if f, ok := object.Base(v).(starlark.Float); ok {
		c := contextOf(t)
		if equality { // == never raises for a float, but leaves the flag
			return nil, exactFloat(float64(f)), true, c.flags.SetKey(floatOperation, starlark.True)
		}
		return nil, exactFloat(float64(f)), true, c.raise(t, floatUsed)
	}
	x, ok := v.(*object.Instance)
	if !ok || x.Class().ClassName != "Fraction" {
		return nil, nil, false, nil
	}
	n, err := object.GetAttr(t, v, "numerator")
	if err != nil {
		return nil, nil, false, nil
	}
	d, err := object.GetAttr(t, v, "denominator")
	if err != nil {
		return nil, nil, false, nil
	}
	num, ok1 := object.BigInt(n)
	den, ok2 := object.BigInt(d)
	if !ok1 || !ok2 || den.Sign() == 0 {
		return nil, nil, false, nil
	}
	return new(big.Rat).SetFrac(num, den), nil, true, nil
}

func relation(op syntax.Token) func(t *thread, a args) (value, error) {
	return func(t *thread, a args) (value, error) {
		x, _ := number(a[0])
		equality := op == syntax.EQL || op == syntax.NEQ
		r, y, ok, err := comparable(t, a[1], equality)
		if err != nil {
			return nil, err
		}
		if !ok {
			return object.NotImplemented, nil
		}
		var cmp int
		if y == nil {
			if x.Form != decnum.Finite {
				y = new(decnum.Decimal)
			} else { // x * denominator against the numerator
				scaled := decnum.Decimal{Negative: x.Negative, Exponent: x.Exponent}
				scaled.Coeff.Mul(&x.Coeff, r.Denom())
				cmp = scaled.Cmp(decnum.FromInt(r.Num()))
			}
		}
		if y != nil {
			signaling := x.Form == decnum.SignalingNaN || y.Form == decnum.SignalingNaN
			if signaling || x.Form == decnum.NaN || y.Form == decnum.NaN {
				if signaling || !equality {
					if err := contextOf(t).raise(t, decnum.InvalidOperation); err != nil {
						return nil, err
					}
				}
				return starlark.Bool(op == syntax.NEQ), nil
			}
			cmp = x.Cmp(y)
		}
		var is bool
		switch op {
		case syntax.EQL:
			is = cmp == 0
		case syntax.NEQ:
			is = cmp != 0
		case syntax.LT:
			is = cmp < 0
		case syntax.LE:
			is = cmp <= 0
		case syntax.GT:
			is = cmp > 0
		case syntax.GE:
			is = cmp >= 0
		}
		return starlark.Bool(is), nil
	}
}

// nonFinite raises what int(), as_integer_ratio() and round() raise for numbers
// that are not finite.
func nonFinite(d *decnum.Decimal, what string) error {
	switch d.Form {
	case decnum.Finite:
		return nil
	case decnum.Infinite:
		return object.Raise(object.OverflowError, "cannot convert Infinity to %s", what)
	}
	return object.Raise(object.ValueError, "cannot convert NaN to %s", what)
}

func numberClass(c *settings, d *decnum.Decimal) string {
	sign := "+"
	if d.Negative {
		sign = "-"
	}
	switch {
	case d.Form == decnum.NaN:
		return "NaN"
	case d.Form == decnum.SignalingNaN:
		return "sNaN"
	case d.Form == decnum.Infinite:
		return sign + "Infinity"
	case d.IsZero():
		return sign + "Zero"
	case d.Adjusted() < c.Emin:
		return sign + "Subnormal"
	}
	return sign + "Normal"
}

func integerOf(d *decnum.Decimal) (value, error) {
	if err := nonFinite(d, "integer"); err != nil {
		return nil, err
	}
	n, ok := d.Int()
	if !ok {
		return nil, object.Raise(object.MemoryError, "")
	}
	return starlark.MakeBigInt(n), nil
}

// towards returns a finite number rounded to an int in a mode.
func towards(d *decnum.Decimal, mode decnum.Rounding) (value, error) {
	if err := nonFinite(d, "integer"); err != nil {
		return nil, err
	}
	if d.Exponent < 0 {
		d, _ = decnum.Rescale(d, 0, mode)
	}
	return integerOf(d)
}

func init() {
	signature := object.NewFunc(object.Def{Sig: "Decimal(value='0', context=None)"})
	decimalClass.New = func(t *thread, cls *object.Class, positional starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		a, err := signature.Bind(positional, kwargs)
		if err != nil {
			return nil, err
		}
		c, err := contextArg(t, a[1])
		if err != nil {
			return nil, err
		}
		d, err := c.read(t, a[0], false)
		if err != nil {
			return nil, err
		}
		if x, ok := a[0].(*object.Instance); ok && cls == decimalClass && x.Class() == decimalClass {
			return x, nil
		}
		return object.Make(cls, t, d), nil
	}
	self := func(v value) *decnum.Decimal { d, _ := number(v); return d }
	binary := func(name string, op operation) {
		do := func(reverse bool) func(t *thread, a args) (value, error) {
			return func(t *thread, a args) (value, error) {
				other, ok := operand(a[1])
				if !ok {
					return object.NotImplemented, nil
				}
				x := []*decnum.Decimal{self(a[0]), other}
				if reverse {
					x[0], x[1] = x[1], x[0]
				}
				c := contextOf(t)
				if heavy(c, x) {
					if _, _, isNaN := c.propagate(x); !isNaN {
						return c.unlocked(t, op, x)
					}
				}
				return c.apply(t, op, x...)
			}
		}
		decimalClass.AddMethods(object.Def{Sig: "__" + name + "__(self, value, /)", Fn: do(false)}, object.Def{Sig: "__r" + name + "__(self, value, /)", Fn: do(true)})
	}
	binary("add", of((*decnum.Context).Add))
	binary("sub", of((*decnum.Context).Sub))
	binary("mul", of((*decnum.Context).Mul))
	binary("truediv", of((*decnum.Context).Quo))
	binary("floordiv", of((*decnum.Context).QuoInt))
	binary("mod", of((*decnum.Context).Rem))
	for name, op := range map[string]syntax.Token{"eq": syntax.EQL, "ne": syntax.NEQ, "lt": syntax.LT, "le": syntax.LE, "gt": syntax.GT, "ge": syntax.GE} {
		decimalClass.AddMethods(object.Def{Sig: "__" + name + "__(self, value, /)", Fn: relation(op)})
	}
	unary := func(name string, op operation) object.Def {
		return object.Def{Sig: name + "(self, /)", Fn: func(t *thread, a args) (value, error) { return contextOf(t).apply(t, op, self(a[0])) }}
	}
	get := func(sig string, fn func(d *decnum.Decimal) (value, error)) object.Def {
		return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) { return fn(self(a[0])) }}
	}
	is := func(name string, fn func(d *decnum.Decimal) bool) object.Def {
		return get(name+"(self, /)", func(d *decnum.Decimal) (value, error) { return starlark.Bool(fn(d)), nil })
	}
	changed := func(sig string, fn func(d *decnum.Decimal)) object.Def {
		return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) {
			d := self(a[0]).Copy()
			fn(d)
			return wrap(t, d), nil
		}}
	}
	pair := func(sig string, fn func(t *thread, x, y *decnum.Decimal) (value, error)) object.Def {
		return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) {
			if _, err := contextArg(t, a[2]); err != nil {
				return nil, err
			}
			y, err := convertArg(a[1])
			if err != nil {
				return nil, err
			}
			return fn(t, self(a[0]), y)
		}}
	}
	same := func(sig string) object.Def {
		return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) { return a[0], nil }}
	}
	decimalClass.AddMethods(
		unary("__neg__", one((*decnum.Context).Minus)), unary("__pos__", one((*decnum.Context).Plus)), unary("__abs__", one((*decnum.Context).Abs)),
		object.Def{Sig: "__divmod__(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			y, ok := operand(a[1])
			if !ok {
				return object.NotImplemented, nil
			}
			return divmod(t, contextOf(t), self(a[0]), y)
		}},
		object.Def{Sig: "__rdivmod__(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			x, ok := operand(a[1])
			if !ok {
				return object.NotImplemented, nil
			}
			return divmod(t, contextOf(t), x, self(a[0]))
		}},
		object.Def{Sig: "__pow__(self, value, mod=None, /)", Fn: func(t *thread, a args) (value, error) {
			if _, ok := operand(a[1]); !ok {
				return object.NotImplemented, nil
			}
			return raised(t, contextOf(t), a[0], a[1], a[2])
		}},
		object.Def{Sig: "__rpow__(self, value, mod=None, /)", Fn: func(t *thread, a args) (value, error) {
			if _, ok := operand(a[1]); !ok {
				return object.NotImplemented, nil
			}
			return raised(t, contextOf(t), a[1], a[0], a[2])
		}},
		object.Def{Sig: "__hash__(self, /)", Fn: func(t *thread, a args) (value, error) {
			h, err := hash(t, a[0], self(a[0]))
			return starlark.MakeInt64(h), err
		}},
		object.Def{Sig: "__bool__(self, /)", Fn: func(t *thread, a args) (value, error) {
			d := self(a[0])
			return starlark.Bool(d.Form != decnum.Finite || !d.IsZero()), nil
		}},
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.String("Decimal('" + scientific(self(a[0]), contextOf(t).capitals == 1, false) + "')"), nil
		}},
		object.Def{Sig: "__str__(self, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.String(scientific(self(a[0]), contextOf(t).capitals == 1, false)), nil
		}},
		object.Def{Sig: "to_eng_string(self, context=None)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextArg(t, a[1])
			if err != nil {
				return nil, err
			}
			return starlark.String(scientific(self(a[0]), c.capitals == 1, true)), nil
		}},
		get("__int__(self, /)", integerOf), get("__trunc__(self, /)", integerOf),
		get("__floor__(self, /)", func(d *decnum.Decimal) (value, error) { return towards(d, decnum.Floor) }),
		get("__ceil__(self, /)", func(d *decnum.Decimal) (value, error) { return towards(d, decnum.Ceiling) }),
		get("__float__(self, /)", func(d *decnum.Decimal) (value, error) {
			if d.Form == decnum.SignalingNaN {
				return nil, object.Raise(object.ValueError, "cannot convert signaling NaN to float")
			}
			if d.Form == decnum.NaN {
				return starlark.Float(math.NaN()), nil
			}
			f, _ := strconv.ParseFloat(scientific(d, true, false), 64)
			return starlark.Float(f), nil
		}),
		object.Def{Sig: "__complex__(self, /)", Fn: func(t *thread, a args) (value, error) {
			f, _, err := object.CallSpecial(t, a[0], "__float__")
			if err != nil {
				return nil, err
			}
			return object.Call(t, object.ComplexType, starlark.Tuple{f}, nil)
		}},
		object.Def{Sig: "__round__(self, ndigits=None, /)", Fn: func(t *thread, a args) (value, error) {
			d := self(a[0])
			if a[1] == starlark.None {
				return towards(d, decnum.HalfEven)
			}
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			c := contextOf(t)
			x := decnum.New(1, -int64(max(min(n, 1<<62), -1<<62)))
			return c.apply(t, quantize, d, x)
		}},
		object.Def{Sig: "as_tuple(self, /)", Doc: "Return a tuple representation of the number.", Fn: asTuple},
		get("as_integer_ratio(self, /)", func(d *decnum.Decimal) (value, error) {
			if err := nonFinite(d, "integer ratio"); err != nil {
				return nil, err
			}
			r, err := ratio(d)
			if err != nil {
				return nil, err
			}
			return starlark.Tuple{starlark.MakeBigInt(r.Num()), starlark.MakeBigInt(r.Denom())}, nil
		}),
		get("adjusted(self, /)", func(d *decnum.Decimal) (value, error) {
			if d.Form != decnum.Finite {
				return starlark.MakeInt(0), nil
			}
			return starlark.MakeInt64(d.Adjusted()), nil
		}),
		get("radix(self, /)", func(d *decnum.Decimal) (value, error) { return starlark.MakeInt(10), nil }),
		object.Def{Sig: "number_class(self, context=None)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextArg(t, a[1])
			if err != nil {
				return nil, err
			}
			return starlark.String(numberClass(c, self(a[0]))), nil
		}},
		same("canonical(self, /)"), same("conjugate(self, /)"), same("__copy__(self, /)"), same("__deepcopy__(self, memo, /)"),
		changed("copy_abs(self, /)", func(d *decnum.Decimal) { d.Negative = false }),
		changed("copy_negate(self, /)", func(d *decnum.Decimal) { d.Negative = !d.Negative }),
		pair("copy_sign(self, other, context=None)", func(t *thread, x, y *decnum.Decimal) (value, error) {
			d := x.Copy()
			d.Negative = y.Negative
			return wrap(t, d), nil
		}),
		pair("compare_total(self, other, context=None)", func(t *thread, x, y *decnum.Decimal) (value, error) {
			return wrap(t, decnum.New(int64(x.CmpTotal(y)), 0)), nil
		}),
		pair("compare_total_mag(self, other, context=None)", func(t *thread, x, y *decnum.Decimal) (value, error) {
			return wrap(t, decnum.New(int64(x.Abs().CmpTotal(y.Abs())), 0)), nil
		}),
		pair("same_quantum(self, other, context=None)", func(t *thread, x, y *decnum.Decimal) (value, error) {
			isNaN := func(d *decnum.Decimal) bool { return d.Form == decnum.NaN || d.Form == decnum.SignalingNaN }
			if x.Form != decnum.Finite || y.Form != decnum.Finite {
				return starlark.Bool(isNaN(x) && isNaN(y) || x.Form == decnum.Infinite && y.Form == decnum.Infinite), nil
			}
			return starlark.Bool(x.Exponent == y.Exponent), nil
		}),
		is("is_finite", func(d *decnum.Decimal) bool { return d.Form == decnum.Finite }),
		is("is_infinite", func(d *decnum.Decimal) bool { return d.Form == decnum.Infinite }),
		is("is_nan", func(d *decnum.Decimal) bool { return d.Form == decnum.NaN || d.Form == decnum.SignalingNaN }),
		is("is_qnan", func(d *decnum.Decimal) bool { return d.Form == decnum.NaN }),
		is("is_snan", func(d *decnum.Decimal) bool { return d.Form == decnum.SignalingNaN }),
		is("is_signed", func(d *decnum.Decimal) bool { return d.Negative }),
		is("is_zero", func(d *decnum.Decimal) bool { return d.Form == decnum.Finite && d.IsZero() }),
		is("is_canonical", func(d *decnum.Decimal) bool { return true }),
		object.Def{Sig: "is_normal(self, context=None)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextArg(t, a[1])
			d := self(a[0])
			return starlark.Bool(err == nil && d.Form == decnum.Finite && !d.IsZero() && d.Adjusted() >= c.Emin), err
		}},
		object.Def{Sig: "is_subnormal(self, context=None)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextArg(t, a[1])
			d := self(a[0])
			return starlark.Bool(err == nil && d.Form == decnum.Finite && !d.IsZero() && d.Adjusted() < c.Emin), err
		}},
		object.Def{Sig: "from_float(cls, f, /)", Class: true, Doc: "Class method that converts a float to a decimal number, exactly.", Fn: func(t *thread, a args) (value, error) {
			d, err := fromFloat(t, a[1])
			if err != nil {
				return nil, err
			}
			if a[0] == decimalClass {
				return wrap(t, d), nil
			}
			return object.Call(t, a[0], starlark.Tuple{wrap(t, d)}, nil)
		}},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.Tuple{a[0].(*object.Instance).Class(), starlark.Tuple{starlark.String(scientific(self(a[0]), true, false))}}, nil
		}},
		object.Def{Sig: "__format__(self, fmtarg, override=None, /)", Fn: format},
	)
	decimalClass.AddAttrs(
		object.Attr{Name: "real", Get: func(t *thread, x value) (value, error) { return x, nil }},
		object.Attr{Name: "imag", Get: func(t *thread, x value) (value, error) { return wrap(t, new(decnum.Decimal)), nil }},
	)
}

func asTuple(t *thread, a args) (value, error) {
	d, _ := number(a[0])
	m, err := registry.Import(t, "decimal")
	if err != nil {
		return nil, err
	}
	class, err := object.GetAttr(t, m, "DecimalTuple")
	if err != nil {
		return nil, err
	}
	sign := 0
	if d.Negative {
		sign = 1
	}
	text := d.Coeff.String()
	var exponent value = starlark.MakeInt64(d.Exponent)
	switch d.Form {
	case decnum.Infinite:
		exponent, text = starlark.String("F"), "0"
	case decnum.NaN:
		exponent = starlark.String("n")
	case decnum.SignalingNaN:
		exponent = starlark.String("N")
	}
	if (d.Form == decnum.NaN || d.Form == decnum.SignalingNaN) && d.Coeff.Sign() == 0 {
		text = ""
	}
	digits := make(starlark.Tuple, len(text))
	for i := range text {
		digits[i] = starlark.MakeInt(int(text[i] - '0'))
	}
	return object.Call(t, class, starlark.Tuple{starlark.MakeInt(sign), digits, exponent}, nil)
}
