package decimal

// This file defines the operations that Decimal has as methods and Context as
// well, in one table.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/decnum"
	"starpool/builtins/object"
)

// round rounds d to the context's precision in place.
func (c *settings) round(d *decnum.Decimal) decnum.Condition { return c.Finish(d) }

// result raises what is trapped, or returns d as a Decimal.
func (c *settings) result(t *thread, d *decnum.Decimal, what decnum.Condition) (value, error) {
	if err := c.raise(t, what); err != nil {
		return nil, err
	}
	return wrap(t, d), nil
}

// An operation computes from numbers that are not NaN.
type operation func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition)

// of makes an operation out of a method of decnum.Context with two operands.
func of(op func(c *decnum.Context, x, y *decnum.Decimal) (*decnum.Decimal, decnum.Condition)) operation {
	return func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		return op(&c.Context, x[0], x[1])
	}
}

// one is of for one operand.
func one(op func(c *decnum.Context, x *decnum.Decimal) (*decnum.Decimal, decnum.Condition)) operation {
	return func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		return op(&c.Context, x[0])
	}
}

// propagate returns the NaN that an operation on x results in, if one of them is
// NaN.
func (c *settings) propagate(x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition, bool) {
	var first *decnum.Decimal
	for _, d := range x {
		if d.Form == decnum.SignalingNaN {
			n := d.Copy()
			n.Form = decnum.NaN
			return n, decnum.InvalidOperation | c.round(n), true
		}
		if d.Form == decnum.NaN && first == nil {
			first = d
		}
	}
	if first == nil {
		return nil, 0, false
	}
	n := first.Copy()
	return n, c.round(n), true
}

// apply runs op in the context, as a script sees it.
func (c *settings) apply(t *thread, op operation, x ...*decnum.Decimal) (value, error) {
	if d, what, isNaN := c.propagate(x); isNaN {
		return c.result(t, d, what)
	}
	d, what := op(c, x)
	if what&decnum.Failed != 0 {
		d = decnum.Nan()
	}
	return c.result(t, d, what)
}

// heavy says that an operation on these numbers takes long enough to let other
// threads run meanwhile.
func heavy(c *settings, x []*decnum.Decimal) bool {
	n := c.Precision
	for _, d := range x {
		n = max(n, d.NumDigits())
	}
	return n > 2000
}

func quantize(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	if x[0].Form == decnum.Infinite && x[1].Form == decnum.Infinite {
		return x[0], 0
	}
	if x[0].Form == decnum.Infinite || x[1].Form == decnum.Infinite {
		return decnum.Nan(), decnum.InvalidOperation
	}
	return c.rescale(x[0], x[1].Exponent)
}

// rescale rounds x to the exponent e.
func (c *settings) rescale(x *decnum.Decimal, e int64) (*decnum.Decimal, decnum.Condition) {
	if e > c.Emax || e < c.Tiny() || !x.IsZero() && x.Adjusted()-e+1 > c.Precision {
		return decnum.Nan(), decnum.InvalidOperation
	}
	d, what := decnum.Rescale(x, e, c.Rounding)
	if d.NumDigits() > c.Precision || !d.IsZero() && d.Adjusted() > c.Emax {
		return decnum.Nan(), decnum.InvalidOperation
	}
	return d, what | c.round(d)
}

// compared is -1, 0 or 1.
func compared(_ *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	return decnum.New(int64(x[0].Cmp(x[1])), 0), 0
}

// extreme picks x or y by the sign of their comparison, in magnitude or not, and
// rounds it.
func extreme(sign int, magnitude bool) operation {
	return func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		a, b := x[0], x[1]
		cmp := a.Cmp(b)
		if magnitude {
			if cmp = a.Abs().Cmp(b.Abs()); cmp == 0 {
				cmp = a.Cmp(b)
			}
		}
		if cmp == 0 {
			cmp = a.CmpTotal(b)
		}
		d := a.Copy()
		if cmp*sign < 0 {
			d = b.Copy()
		}
		return d, c.round(d)
	}
}

func fma(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	return c.FMA(x[0], x[1], x[2])
}

func scaleb(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	if x[1].Form != decnum.Finite || x[1].Exponent != 0 || !x[1].Coeff.IsInt64() {
		return decnum.Nan(), decnum.InvalidOperation
	}
	n := x[1].Coeff.Int64()
	if n > 2*(c.Emax+c.Precision) {
		return decnum.Nan(), decnum.InvalidOperation
	}
	if x[1].Negative {
		n = -n
	}
	d := x[0].Copy()
	if d.Form == decnum.Finite {
		d.Exponent += n
	}
	return d, c.round(d)
}

// A member is an entry of the table: the operation's name as a method of
// Decimal, "" if it has none, and of Context.
type member struct {
	method, function string
	operands         int
	op               operation
}

var table = []member{
	{"", "add", 2, of((*decnum.Context).Add)}, {"", "subtract", 2, of((*decnum.Context).Sub)}, {"", "multiply", 2, of((*decnum.Context).Mul)},
	{"", "divide", 2, of((*decnum.Context).Quo)}, {"", "divide_int", 2, of((*decnum.Context).QuoInt)}, {"", "remainder", 2, of((*decnum.Context).Rem)},
	{"remainder_near", "remainder_near", 2, of((*decnum.Context).RemNear)},
	{"", "abs", 1, one((*decnum.Context).Abs)}, {"", "minus", 1, one((*decnum.Context).Minus)}, {"", "plus", 1, one((*decnum.Context).Plus)},
	{"quantize", "quantize", 2, quantize}, {"compare", "compare", 2, compared}, {"compare_signal", "compare_signal", 2, compared},
	{"max", "max", 2, extreme(1, false)}, {"min", "min", 2, extreme(-1, false)},
	{"max_mag", "max_mag", 2, extreme(1, true)}, {"min_mag", "min_mag", 2, extreme(-1, true)},
	{"fma", "fma", 3, fma}, {"scaleb", "scaleb", 2, scaleb},
	{"sqrt", "sqrt", 1, one((*decnum.Context).Sqrt)}, {"exp", "exp", 1, one((*decnum.Context).Exp)}, {"ln", "ln", 1, one((*decnum.Context).Ln)}, {"log10", "log10", 1, one((*decnum.Context).Log10)},
	{"logb", "logb", 1, logb}, {"normalize", "normalize", 1, normalize},
	{"to_integral", "", 1, integral(false)}, {"to_integral_value", "to_integral_value", 1, integral(false)}, {"to_integral_exact", "to_integral_exact", 1, integral(true)},
	{"next_plus", "next_plus", 1, next(1)}, {"next_minus", "next_minus", 1, next(-1)}, {"next_toward", "next_toward", 2, nextToward},
	{"shift", "shift", 2, shift(false)}, {"rotate", "rotate", 2, shift(true)},
	{"logical_and", "logical_and", 2, logical(func(a, b bool) bool { return a && b })}, {"logical_or", "logical_or", 2, logical(func(a, b bool) bool { return a || b })},
	{"logical_xor", "logical_xor", 2, logical(func(a, b bool) bool { return a != b })}, {"logical_invert", "logical_invert", 1, invert},
}

// operand converts what arithmetic accepts: Decimal and int.
func operand(v value) (*decnum.Decimal, bool) {
	if d, ok := number(v); ok {
		return d, true
	}
	if n, ok := object.BigInt(v); ok {
		return decnum.FromInt(n), true
	}
	return nil, false
}

func convertArg(v value) (*decnum.Decimal, error) {
	d, ok := operand(v)
	if !ok {
		return nil, object.Raise(object.TypeError, "conversion from %s to Decimal is not supported", object.TypeName(v))
	}
	return d, nil
}

// run applies an entry to operands, taking care of NaN where min and max prefer
// a number.
func (m *member) run(t *thread, c *settings, x []*decnum.Decimal) (value, error) {
	switch m.function {
	case "max", "min", "max_mag", "min_mag":
		for i, d := range x {
			if other := x[1-i]; d.Form == decnum.NaN && other.Form != decnum.NaN && other.Form != decnum.SignalingNaN {
				r := other.Copy()
				return c.result(t, r, c.round(r))
			}
		}
	case "compare_signal":
		if d, what, isNaN := c.propagate(x); isNaN {
			return c.result(t, d, what|decnum.InvalidOperation)
		}
	case "logical_and", "logical_or", "logical_xor", "logical_invert":
		for _, d := range x {
			if d.IsNaN() {
				return c.result(t, decnum.Nan(), decnum.InvalidOperation)
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
	// What Decimal has as a method of its own, Context has for any number.
	for _, plain := range []struct{ name, parameters string }{
		{"canonical", "x"}, {"copy_abs", "x"}, {"copy_negate", "x"}, {"copy_decimal", "x"}, {"to_integral", "x"},
		{"copy_sign", "x, y"}, {"compare_total", "x, y"}, {"compare_total_mag", "x, y"}, {"same_quantum", "x, y"},
		{"is_canonical", "x"}, {"is_finite", "x"}, {"is_infinite", "x"}, {"is_nan", "x"}, {"is_normal", "x"}, {"is_qnan", "x"},
		{"is_signed", "x"}, {"is_snan", "x"}, {"is_subnormal", "x"}, {"is_zero", "x"}, {"number_class", "x"},
	} {
		method := plain.name
		switch method {
		case "canonical", "copy_decimal":
			method = ""
		}
		contextClass.AddMethods(object.Def{Sig: plain.name + "(self, " + plain.parameters + ", /)", Fn: func(t *thread, a args) (value, error) {
			return ofNumber(t, method, a)
		}})
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

// ofNumber calls a method of Decimal for a context, a[0].
func ofNumber(t *thread, method string, a args) (value, error) {
	x := make([]value, len(a)-1)
	for i, v := range a[1:] {
		d, err := convertArg(v)
		if err != nil {
			return nil, err
		}
		if x[i] = v; !object.IsInstance(v, decimalClass) {
			x[i] = wrap(t, d)
		}
	}
	if method == "" {
		return x[0], nil
	}
	fn, err := object.GetAttr(t, decimalClass, method)
	if err != nil {
		return nil, err
	}
	var options []starlark.Tuple
	switch method {
	case "is_normal", "is_subnormal", "number_class", "to_integral":
		options = []starlark.Tuple{{starlark.String("context"), a[0]}}
	}
	return object.Call(t, fn, starlark.Tuple(x), options)
}

// of runs the entry on values.
func (m *member) of(t *thread, c *settings, vs []value) (value, error) {
	x := make([]*decnum.Decimal, len(vs))
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
