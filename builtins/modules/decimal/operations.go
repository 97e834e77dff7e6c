package decimal

// This file defines the operations that Decimal has as methods and Context as
// well, in one table.

import (
	"math/big"

	"github.com/cockroachdb/apd/v3"
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// round rounds d to the context's precision in place.
func (c *settings) round(d *apd.Decimal) apd.Condition {
	if d.Form != apd.Finite {
		return 0
	}
	r := new(apd.Decimal).Set(d)
	what, _ := c.apd(0).Round(r, d)
	*d = apd.Decimal{Form: r.Form, Negative: r.Negative, Exponent: r.Exponent}
	d.Coeff.Set(&r.Coeff)
	return what
}

// result raises what is trapped, or returns d as a Decimal.
func (c *settings) result(t *thread, d *apd.Decimal, what apd.Condition) (value, error) {
	if err := c.raise(t, what); err != nil {
		return nil, err
	}
	return wrap(t, d), nil
}

// An operation computes from numbers that are not NaN.
type operation func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition)

// of makes an operation out of a method of apd.Context with two operands.
func of(op func(c *apd.Context, d, x, y *apd.Decimal) (apd.Condition, error)) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		d := new(apd.Decimal)
		what, _ := op(c.apd(0), d, x[0], x[1])
		return d, what
	}
}

// one is of for one operand.
func one(op func(c *apd.Context, d, x *apd.Decimal) (apd.Condition, error)) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		d := new(apd.Decimal)
		what, _ := op(c.apd(0), d, x[0])
		return d, what
	}
}

// propagate returns the NaN that an operation on x results in, if one of them is
// NaN.
func (c *settings) propagate(x []*apd.Decimal) (*apd.Decimal, apd.Condition, bool) {
	var quiet *apd.Decimal
	for _, d := range x {
		if d.Form == apd.NaNSignaling {
			n := &apd.Decimal{Form: apd.NaN, Negative: d.Negative}
			n.Coeff.Set(&d.Coeff)
			return n, apd.InvalidOperation, true
		}
		if d.Form == apd.NaN && quiet == nil {
			quiet = d
		}
	}
	return quiet, 0, quiet != nil
}

// apply runs op in the context, as a script sees it.
func (c *settings) apply(t *thread, op operation, x ...*apd.Decimal) (value, error) {
	if d, what, isNaN := c.propagate(x); isNaN {
		return c.result(t, d, what)
	}
	d, what := op(c, x)
	return c.result(t, c.settle(d, what), what)
}

// settle returns the result of an operation after what happened: NaN if it was
// invalid, and the largest number instead of an infinity that the rounding mode
// does not reach.
func (c *settings) settle(d *apd.Decimal, what apd.Condition) *apd.Decimal {
	if what&(apd.InvalidOperation|apd.DivisionUndefined|apd.DivisionImpossible) != 0 {
		return nan()
	}
	if what&apd.Overflow != 0 && d.Form == apd.Infinite {
		switch c.rounding {
		case "ROUND_DOWN", "ROUND_05UP":
			return c.largest(d.Negative)
		case "ROUND_CEILING":
			if d.Negative {
				return c.largest(true)
			}
		case "ROUND_FLOOR":
			if !d.Negative {
				return c.largest(false)
			}
		}
	}
	return d
}

// heavy says that an operation on these numbers takes long enough to let other
// threads run meanwhile.
func heavy(c *settings, x []*apd.Decimal) bool {
	n := c.prec
	for _, d := range x {
		n = max(n, d.NumDigits())
	}
	return n > 2000
}

// divide is Quo with the specification's ideal exponent.
func divide(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	d := new(apd.Decimal)
	what, _ := c.apd(0).Quo(d, x[0], x[1])
	if d.Form == apd.Finite && what&apd.Inexact == 0 && x[0].Form == apd.Finite && x[1].Form == apd.Finite {
		toward(d, int64(x[0].Exponent)-int64(x[1].Exponent))
		what &^= apd.Rounded
	}
	return d, what
}

// toward removes trailing zeros of an exact result until its exponent is the
// ideal one.
func toward(d *apd.Decimal, ideal int64) {
	if d.Coeff.Sign() == 0 {
		return
	}
	n, ten, r := coefficient(d), big.NewInt(10), new(big.Int)
	for int64(d.Exponent) < ideal {
		q, rest := new(big.Int).QuoRem(n, ten, r)
		if rest.Sign() != 0 {
			break
		}
		n = q
		d.Exponent++
	}
	d.Coeff.SetMathBigInt(n)
}

// integerDivision returns x // y (towards zero) and the remainder, exactly.
func integerDivision(c *settings, x, y *apd.Decimal) (q, r *apd.Decimal, what apd.Condition) {
	negative := x.Negative != y.Negative
	switch {
	case x.Form == apd.Infinite && y.Form == apd.Infinite:
		return nan(), nan(), apd.InvalidOperation
	case x.Form == apd.Infinite:
		return &apd.Decimal{Form: apd.Infinite, Negative: negative}, nan(), 0
	case y.Form == apd.Infinite:
		return &apd.Decimal{Negative: negative}, new(apd.Decimal).Set(x), 0
	case y.IsZero() && x.IsZero():
		return nan(), nan(), apd.DivisionUndefined
	case y.IsZero():
		return &apd.Decimal{Form: apd.Infinite, Negative: negative}, nan(), apd.DivisionByZero
	}
	if adjusted(x)-adjusted(y) > c.prec {
		return nan(), nan(), apd.DivisionImpossible
	}
	if adjusted(x) < adjusted(y)-1 {
		return &apd.Decimal{Negative: negative}, new(apd.Decimal).Set(x), 0
	}
	e := min(x.Exponent, y.Exponent)
	n, m := scaled(x, e), scaled(y, e)
	a, b := new(big.Int).QuoRem(n, m, new(big.Int))
	q, r = fromInt(a), fromInt(b)
	if q.NumDigits() > c.prec {
		return nan(), nan(), apd.DivisionImpossible
	}
	q.Negative, r.Negative, r.Exponent = negative, x.Negative, e
	return q, r, 0
}

// scaled returns the coefficient of |d| in units of 10**e.
func scaled(d *apd.Decimal, e int32) *big.Int {
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d.Exponent)-int64(e)), nil)
	return n.Mul(n, coefficient(d))
}

func divideInt(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	q, _, what := integerDivision(c, x[0], x[1])
	return q, what
}

func remainder(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	_, r, what := integerDivision(c, x[0], x[1])
	if x[0].Form == apd.Infinite || what&apd.DivisionByZero != 0 {
		return nan(), apd.InvalidOperation
	}
	return r, what | c.round(r)
}

// remainderNear takes the quotient nearest to the exact one.
func remainderNear(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	r, what := remainder(c, x)
	if what&(apd.InvalidOperation|apd.DivisionUndefined|apd.DivisionImpossible) != 0 || x[1].Form != apd.Finite {
		return r, what
	}
	q, exact, _ := integerDivision(c, x[0], x[1])
	twice := new(big.Rat).Abs(ratio(exact))
	twice.Add(twice, twice)
	size := new(big.Rat).Abs(ratio(x[1]))
	if cmp := twice.Cmp(size); cmp > 0 || cmp == 0 && coefficient(q).Bit(0) == 1 {
		unbounded := &apd.Context{Rounding: apd.RoundHalfEven, MaxExponent: apd.MaxExponent, MinExponent: apd.MinExponent}
		if exact.Negative == x[1].Negative {
			unbounded.Sub(exact, exact, x[1])
		} else {
			unbounded.Add(exact, exact, x[1])
		}
		return exact, c.round(exact)
	}
	return r, what
}

func quantize(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	if x[0].Form == apd.Infinite && x[1].Form == apd.Infinite {
		return x[0], 0
	}
	if x[0].Form == apd.Infinite || x[1].Form == apd.Infinite {
		return nan(), apd.InvalidOperation
	}
	return c.rescale(x[0], x[1].Exponent)
}

// rescale rounds x to the exponent e.
func (c *settings) rescale(x *apd.Decimal, e int32) (*apd.Decimal, apd.Condition) {
	if adjusted(x)-int64(e)+1 > c.prec && !x.IsZero() || int64(e) > c.emax || int64(e) < c.emin-c.prec+1 {
		return nan(), apd.InvalidOperation
	}
	d, what := atDigit(x, int64(e), c.rounding)
	if d.NumDigits() > c.prec {
		return nan(), apd.InvalidOperation
	}
	return d, what
}

// atDigit writes x with the exponent e, rounded in a mode where digits are lost.
func atDigit(x *apd.Decimal, e int64, rounding string) (*apd.Decimal, apd.Condition) {
	d := &apd.Decimal{Negative: x.Negative, Exponent: int32(e)}
	lost := e - int64(x.Exponent)
	if x.IsZero() {
		return d, 0
	}
	if lost <= 0 {
		d.Coeff.SetMathBigInt(scaled(x, int32(e)))
		return d, 0
	}
	q, rest := new(big.Int), new(big.Int).Set(coefficient(x))
	half := -1 // how the rest compares with a half unit
	if lost <= x.NumDigits() {
		unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(lost), nil)
		q.QuoRem(rest, unit, rest)
		half = new(big.Int).Lsh(rest, 1).Cmp(unit)
	}
	if rest.Sign() == 0 {
		d.Coeff.SetMathBigInt(q)
		return d, apd.Rounded
	}
	last := new(big.Int).Mod(q, big.NewInt(10)).Int64()
	var up bool
	switch rounding {
	case "ROUND_UP":
		up = true
	case "ROUND_CEILING":
		up = !x.Negative
	case "ROUND_FLOOR":
		up = x.Negative
	case "ROUND_HALF_UP":
		up = half >= 0
	case "ROUND_HALF_DOWN":
		up = half > 0
	case "ROUND_HALF_EVEN":
		up = half > 0 || half == 0 && last&1 == 1
	case "ROUND_05UP":
		up = last == 0 || last == 5
	}
	if up {
		q.Add(q, big.NewInt(1))
	}
	d.Coeff.SetMathBigInt(q)
	return d, apd.Rounded | apd.Inexact
}

// compared is -1, 0 or 1.
func compared(_ *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	return apd.New(int64(x[0].Cmp(x[1])), 0), 0
}

// extreme picks x or y by the sign of their comparison, in magnitude or not, and
// rounds it.
func extreme(sign int, magnitude bool) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		a, b := x[0], x[1]
		cmp := a.Cmp(b)
		if magnitude {
			if cmp = new(apd.Decimal).Abs(a).Cmp(new(apd.Decimal).Abs(b)); cmp == 0 {
				cmp = a.Cmp(b)
			}
		}
		if cmp == 0 {
			cmp = a.CmpTotal(b)
		}
		d := new(apd.Decimal).Set(a)
		if cmp*sign < 0 {
			d.Set(b)
		}
		return d, c.round(d)
	}
}

func fma(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	exact := &apd.Context{Rounding: apd.RoundHalfEven, MaxExponent: apd.MaxExponent, MinExponent: apd.MinExponent}
	p := new(apd.Decimal)
	if what, _ := exact.Mul(p, x[0], x[1]); what&apd.InvalidOperation != 0 {
		return nan(), what
	}
	d := new(apd.Decimal)
	what, _ := c.apd(0).Add(d, p, x[2])
	return d, what
}

func scaleb(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	if x[1].Form != apd.Finite || x[1].Exponent != 0 || !x[1].Coeff.IsInt64() {
		return nan(), apd.InvalidOperation
	}
	n := x[1].Coeff.Int64()
	if n > 2*(min(c.emax, 1<<40)+c.prec) {
		return nan(), apd.InvalidOperation
	}
	if x[1].Negative {
		n = -n
	}
	d := new(apd.Decimal).Set(x[0])
	if d.Form == apd.Finite {
		d.Exponent = int32(max(min(int64(d.Exponent)+n, 1<<30), -1<<30))
	}
	return d, c.round(d)
}

// power is x ** y, correctly rounded in all but astronomically rare cases: it is
// computed with more digits than asked for.
func power(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	if x[0].IsZero() && x[1].IsZero() {
		return nan(), apd.InvalidOperation
	}
	d := new(apd.Decimal)
	wide := c.apd(12)
	what, _ := wide.Pow(d, x[0], x[1])
	if d.Form != apd.Finite {
		return d, what
	}
	var whole, fraction apd.Decimal
	x[1].Modf(&whole, &fraction)
	exact := fraction.IsZero() && what&apd.Inexact == 0
	if fraction.IsZero() && x[1].Negative {
		p := new(apd.Decimal)
		if lost, _ := c.apd(12).Pow(p, x[0], new(apd.Decimal).Abs(x[1])); lost&apd.Inexact == 0 {
			return divide(c, []*apd.Decimal{apd.New(1, 0), p})
		}
	}
	what = what&^(apd.Inexact|apd.Rounded) | c.round(d)
	if exact {
		return d, what
	}
	what |= apd.Inexact | apd.Rounded
	return pad(c, d), what
}

// pad gives an inexact result all the digits of the precision.
func pad(c *settings, d *apd.Decimal) *apd.Decimal {
	if missing := c.prec - d.NumDigits(); missing > 0 && d.Form == apd.Finite && !d.IsZero() {
		d.Coeff.SetMathBigInt(scaled(&apd.Decimal{Coeff: d.Coeff, Exponent: int32(missing)}, 0))
		d.Exponent -= int32(missing)
	}
	return d
}

// A member is an entry of the table: the operation's name as a method of
// Decimal, "" if it has none, and of Context.
type member struct {
	method, function string
	operands         int
	op               operation
}

var table = []member{
	{"", "add", 2, of((*apd.Context).Add)}, {"", "subtract", 2, of((*apd.Context).Sub)}, {"", "multiply", 2, of((*apd.Context).Mul)},
	{"", "divide", 2, divide}, {"", "divide_int", 2, divideInt}, {"", "remainder", 2, remainder},
	{"remainder_near", "remainder_near", 2, remainderNear},
	{"", "abs", 1, one((*apd.Context).Abs)}, {"", "minus", 1, negate}, {"", "plus", 1, plus},
	{"quantize", "quantize", 2, quantize}, {"compare", "compare", 2, compared}, {"compare_signal", "compare_signal", 2, compared},
	{"max", "max", 2, extreme(1, false)}, {"min", "min", 2, extreme(-1, false)},
	{"max_mag", "max_mag", 2, extreme(1, true)}, {"min_mag", "min_mag", 2, extreme(-1, true)},
	{"fma", "fma", 3, fma}, {"scaleb", "scaleb", 2, scaleb},
	{"sqrt", "sqrt", 1, sqrt}, {"exp", "exp", 1, exp}, {"ln", "ln", 1, logarithm((*apd.Context).Ln)}, {"log10", "log10", 1, logarithm((*apd.Context).Log10)},
	{"logb", "logb", 1, logb}, {"normalize", "normalize", 1, normalize},
	{"to_integral", "", 1, integral(false)}, {"to_integral_value", "to_integral_value", 1, integral(false)}, {"to_integral_exact", "to_integral_exact", 1, integral(true)},
	{"next_plus", "next_plus", 1, next(1)}, {"next_minus", "next_minus", 1, next(-1)}, {"next_toward", "next_toward", 2, nextToward},
	{"shift", "shift", 2, shift(false)}, {"rotate", "rotate", 2, shift(true)},
	{"logical_and", "logical_and", 2, logical(func(a, b bool) bool { return a && b })}, {"logical_or", "logical_or", 2, logical(func(a, b bool) bool { return a || b })},
	{"logical_xor", "logical_xor", 2, logical(func(a, b bool) bool { return a != b })}, {"logical_invert", "logical_invert", 1, invert},
}

// operand converts what arithmetic accepts: Decimal and int.
func operand(v value) (*apd.Decimal, bool) {
	if d, ok := number(v); ok {
		return d, true
	}
	if n, ok := object.BigInt(v); ok {
		return fromInt(n), true
	}
	return nil, false
}

func convertArg(v value) (*apd.Decimal, error) {
	d, ok := operand(v)
	if !ok {
		return nil, object.Raise(object.TypeError, "conversion from %s to Decimal is not supported", object.TypeName(v))
	}
	return d, nil
}

// run applies an entry to operands, taking care of NaN where min and max prefer
// a number.
func (m *member) run(t *thread, c *settings, x []*apd.Decimal) (value, error) {
	switch m.function {
	case "max", "min", "max_mag", "min_mag":
		for i, d := range x {
			if other := x[1-i]; d.Form == apd.NaN && other.Form != apd.NaN && other.Form != apd.NaNSignaling {
				r := new(apd.Decimal).Set(other)
				return c.result(t, r, c.round(r))
			}
		}
	case "compare_signal":
		for _, d := range x {
			if d.Form == apd.NaN || d.Form == apd.NaNSignaling {
				return c.result(t, nan(), apd.InvalidOperation)
			}
		}
	}
	if !heavy(c, x) {
		return c.apply(t, m.op, x...)
	}
	if d, what, isNaN := c.propagate(x); isNaN {
		return c.result(t, d, what)
	}
	return c.unlocked(t, m.op, x)
}

func init() {
	operandNames := []string{"other", "third"}
	for i := range table {
		m := &table[i]
		if m.method != "" {
			sig := m.method + "(self"
			for _, n := range operandNames[:m.operands-1] {
				sig += ", " + n
			}
			if m.method == "quantize" {
				sig = "quantize(self, exp, rounding=None"
			}
			if m.op != nil && m.operands == 1 && (m.method == "to_integral" || m.method == "to_integral_value" || m.method == "to_integral_exact") {
				sig += ", rounding=None"
			}
			decimalClass.AddMethods(object.Def{Sig: sig + ", context=None)", Fn: func(t *thread, a args) (value, error) { return m.asMethod(t, a) }})
		}
		if m.function != "" {
			sig := m.function + "(self"
			for _, n := range []string{"x", "y", "z"}[:m.operands] {
				sig += ", " + n
			}
			contextClass.AddMethods(object.Def{Sig: sig + ", /)", Fn: func(t *thread, a args) (value, error) {
				return m.of(t, a[0].(*object.Instance).State.(*settings), a[1:])
			}})
		}
	}
	contextClass.AddMethods(
		object.Def{Sig: "power(self, a, b, modulo=None)", Doc: "Compute a**b. If modulo is given, (a**b) % modulo.", Fn: func(t *thread, a args) (value, error) {
			return raised(t, a[0].(*object.Instance).State.(*settings), a[1], a[2], a[3])
		}},
		object.Def{Sig: "divmod(self, x, y, /)", Fn: func(t *thread, a args) (value, error) {
			x, err := convertArg(a[1])
			if err != nil {
				return nil, err
			}
			y, err := convertArg(a[2])
			if err != nil {
				return nil, err
			}
			return divmod(t, a[0].(*object.Instance).State.(*settings), x, y)
		}},
		object.Def{Sig: "to_sci_string(self, x, /)", Fn: func(t *thread, a args) (value, error) {
			d, err := convertArg(a[1])
			if err != nil {
				return nil, err
			}
			return starlark.String(scientific(d, a[0].(*object.Instance).State.(*settings).capitals == 1, false)), nil
		}},
		object.Def{Sig: "to_eng_string(self, x, /)", Fn: func(t *thread, a args) (value, error) {
			d, err := convertArg(a[1])
			if err != nil {
				return nil, err
			}
			return starlark.String(scientific(d, a[0].(*object.Instance).State.(*settings).capitals == 1, true)), nil
		}},
	)
}

// of runs the entry on values.
func (m *member) of(t *thread, c *settings, vs []value) (value, error) {
	x := make([]*apd.Decimal, len(vs))
	for i, v := range vs {
		d, err := convertArg(v)
		if err != nil {
			return nil, err
		}
		x[i] = d
	}
	return m.run(t, c, x)
}

// asMethod runs the entry as a method: operands, maybe a rounding mode, a
// context.
func (m *member) asMethod(t *thread, a args) (value, error) {
	c, err := contextArg(t, a[len(a)-1])
	if err != nil {
		return nil, err
	}
	if len(a) > m.operands+1 && a[m.operands] != starlark.None {
		own := *c // shares flags and traps
		if err := own.set(t, "rounding", a[m.operands]); err != nil {
			return nil, err
		}
		c = &own
	}
	return m.of(t, c, a[:m.operands])
}
