package datetime

// This file defines what timedelta is made of: days and microseconds of a day,
// the constructor and the operators.

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

const (
	dayMicros = 86400000000
	maxDays   = 999999999
	// smallDays is how many days are counted in microseconds without overflow.
	smallDays = 50000000
)

// A delta is the State of a timedelta; 0 <= micros < dayMicros.
type delta struct{ days, micros int64 }

var deltaClass = object.NewClass(object.Spec{Name: "_Delta", Module: "datetime", Slots: true})

func deltaOf(v value) (*delta, bool) {
	x, ok := v.(*object.Instance)
	if !ok {
		return nil, false
	}
	d, ok := x.State.(*delta)
	return d, ok
}

func (d *delta) small() bool { return d.days < smallDays && d.days > -smallDays }

// total is the number of microseconds of a small delta.
func (d *delta) total() int64 { return d.days*dayMicros + d.micros }

func (d *delta) big() *big.Int {
	n := big.NewInt(d.days)
	n.Mul(n, big.NewInt(dayMicros))
	return n.Add(n, big.NewInt(d.micros))
}

func (d *delta) int() starlark.Int {
	if d.small() {
		return starlark.MakeInt64(d.total())
	}
	return starlark.MakeBigInt(d.big())
}

func (d *delta) cmp(e *delta) int {
	switch {
	case d.days != e.days:
		if d.days < e.days {
			return -1
		}
		return 1
	case d.micros < e.micros:
		return -1
	case d.micros > e.micros:
		return 1
	}
	return 0
}

// floorDiv divides rounding down.
func floorDiv(a, b int64) (q, r int64) {
	q, r = a/b, a%b
	if r != 0 && (r < 0) != (b < 0) {
		q, r = q-1, r+b
	}
	return q, r
}

// makeDelta makes a timedelta of days and any number of microseconds.
func makeDelta(t *thread, cls *object.Class, days, micros int64) (value, error) {
	more, micros := floorDiv(micros, dayMicros)
	days += more
	if days > math.MaxInt32 || days < math.MinInt32 {
		return nil, object.Raise(object.OverflowError, "Python int too large to convert to C int")
	}
	if days > maxDays || days < -maxDays {
		return nil, object.Raise(object.OverflowError, "days=%d; must have magnitude <= 999999999", days)
	}
	return object.Make(cls, t, &delta{days, micros}), nil
}

func bigDelta(t *thread, cls *object.Class, n *big.Int) (value, error) {
	if n.IsInt64() {
		return makeDelta(t, cls, 0, n.Int64())
	}
	days, micros := new(big.Int).DivMod(n, big.NewInt(dayMicros), new(big.Int))
	if !days.IsInt64() {
		return nil, object.Raise(object.OverflowError, "Python int too large to convert to C int")
	}
	return makeDelta(t, cls, days.Int64(), micros.Int64())
}

var deltaUnits = []struct {
	name string
	unit int64
}{{"days", dayMicros}, {"seconds", 1000000}, {"microseconds", 1}, {"milliseconds", 1000}, {"minutes", 60000000}, {"hours", 3600000000}, {"weeks", 7 * dayMicros}}

var deltaSignature = object.NewFunc(object.Def{Sig: "def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)", Wording: "timedelta.__new__"})

func newDelta(t *thread, cls *object.Class, positional starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	a, err := deltaSignature.Bind(append(starlark.Tuple{cls}, positional...), kwargs)
	if err != nil {
		return nil, err
	}
	var whole int64
	var large *big.Int // what does not fit whole
	rest := 0.0
	add := func(n starlark.Int, unit int64) {
		if i, ok := n.Int64(); ok && i < math.MaxInt64/16/unit && i > -math.MaxInt64/16/unit {
			whole += i * unit // seven of these fit
			return
		}
		if large == nil {
			large = new(big.Int)
		}
		large.Add(large, new(big.Int).Mul(n.BigInt(), big.NewInt(unit)))
	}
	for i, u := range deltaUnits {
		switch x := object.Base(a[i+1]).(type) {
		case starlark.Int:
			add(x, u.unit)
		case starlark.Bool:
			if x {
				add(starlark.MakeInt(1), u.unit)
			}
		case starlark.Float:
			integer, part := math.Modf(float64(x))
			n, err := starlark.NumberToInt(starlark.Float(integer))
			if err != nil {
				if math.IsNaN(float64(x)) {
					return nil, object.Raise(object.ValueError, "cannot convert float NaN to integer")
				}
				return nil, object.Raise(object.OverflowError, "cannot convert float infinity to integer")
			}
			add(n, u.unit)
			if part != 0 && !math.IsNaN(part) {
				integer, part = math.Modf(part * float64(u.unit))
				add(starlark.MakeInt64(int64(integer)), 1)
				rest += part
			}
		default:
			return nil, object.Raise(object.TypeError, "unsupported type for timedelta %s component: %s", u.name, object.TypeName(a[i+1]))
		}
	}
	if rest != 0 {
		extra := int64(math.RoundToEven(rest))
		integer := math.Trunc(rest)
		if math.Abs(rest-integer) == 0.5 { // half to even of the whole sum
			odd := (whole + int64(integer)) & 1
			if large != nil {
				odd ^= int64(large.Bit(0))
			}
			if rest < 0 {
				odd = -odd
			}
			extra = int64(integer) + odd
		}
		whole += extra
	}
	if large != nil {
		return bigDelta(t, cls, large.Add(large, big.NewInt(whole)))
	}
	return makeDelta(t, cls, 0, whole)
}

// divideEven is a / b rounded half to even.
func divideEven(a, b *big.Int) *big.Int {
	if b.Sign() < 0 {
		a, b = new(big.Int).Neg(a), new(big.Int).Neg(b)
	}
	q, r := new(big.Int).DivMod(a, b, new(big.Int))
	if c := r.Lsh(r, 1).Cmp(b); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

// floorBig is a // b and a % b as Python has them.
func floorBig(a, b *big.Int) (q, r *big.Int) {
	q, r = new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 && (r.Sign() < 0) != (b.Sign() < 0) {
		q.Sub(q, big.NewInt(1))
		r.Add(r, b)
	}
	return q, r
}

// ratio is as_integer_ratio of a float.
func ratio(f starlark.Float) (num, den *big.Int, err error) {
	if math.IsInf(float64(f), 0) {
		return nil, nil, object.Raise(object.OverflowError, "cannot convert Infinity to integer ratio")
	}
	if math.IsNaN(float64(f)) {
		return nil, nil, object.Raise(object.ValueError, "cannot convert NaN to integer ratio")
	}
	r := new(big.Rat).SetFloat64(float64(f))
	return r.Num(), r.Denom(), nil
}

func number(v value) (*big.Int, bool) {
	switch object.Base(v).(type) {
	case starlark.Int, starlark.Bool:
		return object.BigInt(object.Base(v))
	}
	return nil, false
}

func zeroDivision() error {
	return object.Raise(object.ZeroDivisionError, "integer division or modulo by zero")
}

func deltaSum(sign int64) func(t *thread, a args) (value, error) {
	return func(t *thread, a args) (value, error) {
		d, _ := deltaOf(a[0])
		e, ok := deltaOf(a[1])
		if !ok {
			return object.NotImplemented, nil
		}
		return makeDelta(t, classesIn.In(t.Isolate()).delta, d.days+sign*e.days, d.micros+sign*e.micros)
	}
}

func deltaTimes(t *thread, a args) (value, error) {
	d, _ := deltaOf(a[0])
	cls := classesIn.In(t.Isolate()).delta
	if n, ok := number(a[1]); ok {
		return bigDelta(t, cls, new(big.Int).Mul(d.big(), n))
	}
	if f, ok := object.Base(a[1]).(starlark.Float); ok {
		num, den, err := ratio(f)
		if err != nil {
			return nil, err
		}
		return bigDelta(t, cls, divideEven(new(big.Int).Mul(d.big(), num), den))
	}
	return object.NotImplemented, nil
}

func deltaFloor(t *thread, a args) (value, error) {
	d, _ := deltaOf(a[0])
	if e, ok := deltaOf(a[1]); ok {
		q, _, err := deltaDivmod(d, e)
		if err != nil {
			return nil, err
		}
		return starlark.MakeBigInt(q), nil
	}
	if n, ok := number(a[1]); ok {
		if n.Sign() == 0 {
			return nil, zeroDivision()
		}
		q, _ := floorBig(d.big(), n)
		return bigDelta(t, classesIn.In(t.Isolate()).delta, q)
	}
	return object.NotImplemented, nil
}

func deltaDivmod(d, e *delta) (q, r *big.Int, err error) {
	if e.days == 0 && e.micros == 0 {
		return nil, nil, zeroDivision()
	}
	q, r = floorBig(d.big(), e.big())
	return q, r, nil
}

func deltaDivide(t *thread, a args) (value, error) {
	d, _ := deltaOf(a[0])
	if e, ok := deltaOf(a[1]); ok {
		return object.Binary(t, syntax.SLASH, d.int(), e.int())
	}
	cls := classesIn.In(t.Isolate()).delta
	if n, ok := number(a[1]); ok {
		if n.Sign() == 0 {
			return nil, zeroDivision()
		}
		return bigDelta(t, cls, divideEven(d.big(), n))
	}
	if f, ok := object.Base(a[1]).(starlark.Float); ok {
		num, den, err := ratio(f)
		if err != nil {
			return nil, err
		}
		if num.Sign() == 0 {
			return nil, zeroDivision()
		}
		return bigDelta(t, cls, divideEven(new(big.Int).Mul(d.big(), den), num))
	}
	return object.NotImplemented, nil
}

func deltaCompare(holds func(int) bool) func(t *thread, a args) (value, error) {
	return func(t *thread, a args) (value, error) {
		d, _ := deltaOf(a[0])
		e, ok := deltaOf(a[1])
		if !ok {
			return object.NotImplemented, nil
		}
		return starlark.Bool(holds(d.cmp(e))), nil
	}
}

func deltaRepr(t *thread, a args) (value, error) {
	d, _ := deltaOf(a[0])
	var parts []string
	for _, p := range []struct {
		name string
		n    int64
	}{{"days", d.days}, {"seconds", d.micros / 1000000}, {"microseconds", d.micros % 1000000}} {
		if p.n != 0 {
			parts = append(parts, fmt.Sprintf("%s=%d", p.name, p.n))
		}
	}
	if parts == nil {
		parts = []string{"0"}
	}
	name := "datetime.timedelta"
	if cls := a[0].(*object.Instance).Class(); cls != classesIn.In(t.Isolate()).delta {
		name = cls.ClassName
	}
	return starlark.String(name + "(" + strings.Join(parts, ", ") + ")"), nil
}

func deltaText(t *thread, a args) (value, error) {
	d, _ := deltaOf(a[0])
	s := d.micros / 1000000
	text := fmt.Sprintf("%d:%02d:%02d", s/3600, s/60%60, s%60)
	switch d.days {
	case 0:
	case 1, -1:
		text = fmt.Sprintf("%d day, %s", d.days, text)
	default:
		text = fmt.Sprintf("%d days, %s", d.days, text)
	}
	if us := d.micros % 1000000; us != 0 {
		text += fmt.Sprintf(".%06d", us)
	}
	return starlark.String(text), nil
}

func deltaNumber(get func(d *delta) int64) func(t *thread, self value) (value, error) {
	return func(t *thread, self value) (value, error) {
		d, _ := deltaOf(self)
		return starlark.MakeInt64(get(d)), nil
	}
}

func init() {
	deltaClass.New = newDelta
	days := deltaNumber(func(d *delta) int64 { return d.days })
	seconds := deltaNumber(func(d *delta) int64 { return d.micros / 1000000 })
	micros := deltaNumber(func(d *delta) int64 { return d.micros % 1000000 })
	fixed := func(*thread, value, value) error { return object.Raise(object.AttributeError, "readonly attribute") }
	deltaClass.AddAttrs(
		object.Attr{Name: "days", Get: days, Set: fixed, Doc: "Number of days."}, object.Attr{Name: "_days", Get: days},
		object.Attr{Name: "seconds", Get: seconds, Set: fixed, Doc: "Number of seconds (>= 0 and less than 1 day)."},
		object.Attr{Name: "microseconds", Get: micros, Set: fixed, Doc: "Number of microseconds (>= 0 and less than 1 second)."},
	)
	total := func(t *thread, a args) (value, error) {
		d, _ := deltaOf(a[0])
		return d.int(), nil
	}
	deltaClass.AddMethods(
		object.Def{Sig: "_total(self, /)", Fn: total},
		object.Def{Sig: "total_seconds(self, /)", Doc: "Total seconds in the duration.", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			if n := d.days*86400 + d.micros/1000000; n < 1<<33 && n > -1<<33 { // exact in a float
				return starlark.Float(float64(d.total()) / 1e6), nil
			}
			return object.Binary(t, syntax.SLASH, d.int(), starlark.MakeInt(1000000))
		}},
		object.Def{Sig: "__repr__(self, /)", Fn: deltaRepr}, object.Def{Sig: "__str__(self, /)", Fn: deltaText},
		object.Def{Sig: "__add__(self, value, /)", Fn: deltaSum(1)}, object.Def{Sig: "__radd__(self, value, /)", Fn: deltaSum(1)},
		object.Def{Sig: "__sub__(self, value, /)", Fn: deltaSum(-1)},
		object.Def{Sig: "__rsub__(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			if _, ok := deltaOf(a[1]); !ok {
				return object.NotImplemented, nil
			}
			return deltaSum(-1)(t, args{a[1], a[0]})
		}},
		object.Def{Sig: "__neg__(self, /)", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			return makeDelta(t, classesIn.In(t.Isolate()).delta, -d.days, -d.micros)
		}},
		object.Def{Sig: "__pos__(self, /)", Fn: func(t *thread, a args) (value, error) { return a[0], nil }},
		object.Def{Sig: "__abs__(self, /)", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			if d.days >= 0 {
				return makeDelta(t, classesIn.In(t.Isolate()).delta, d.days, d.micros)
			}
			return makeDelta(t, classesIn.In(t.Isolate()).delta, -d.days, -d.micros)
		}},
		object.Def{Sig: "__mul__(self, value, /)", Fn: deltaTimes}, object.Def{Sig: "__rmul__(self, value, /)", Fn: deltaTimes},
		object.Def{Sig: "__floordiv__(self, value, /)", Fn: deltaFloor}, object.Def{Sig: "__truediv__(self, value, /)", Fn: deltaDivide},
		object.Def{Sig: "__mod__(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			e, ok := deltaOf(a[1])
			if !ok {
				return object.NotImplemented, nil
			}
			if e.days == 0 && e.micros == 0 {
				return nil, object.Raise(object.ZeroDivisionError, "integer modulo by zero")
			}
			_, r, err := deltaDivmod(d, e)
			if err != nil {
				return nil, err
			}
			return bigDelta(t, classesIn.In(t.Isolate()).delta, r)
		}},
		object.Def{Sig: "__divmod__(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			e, ok := deltaOf(a[1])
			if !ok {
				return object.NotImplemented, nil
			}
			q, r, err := deltaDivmod(d, e)
			if err != nil {
				return nil, err
			}
			rest, err := bigDelta(t, classesIn.In(t.Isolate()).delta, r)
			return starlark.Tuple{starlark.MakeBigInt(q), rest}, err
		}},
		object.Def{Sig: "__eq__(self, value, /)", Fn: deltaCompare(func(c int) bool { return c == 0 })},
		object.Def{Sig: "__ne__(self, value, /)", Fn: deltaCompare(func(c int) bool { return c != 0 })},
		object.Def{Sig: "__lt__(self, value, /)", Fn: deltaCompare(func(c int) bool { return c < 0 })},
		object.Def{Sig: "__le__(self, value, /)", Fn: deltaCompare(func(c int) bool { return c <= 0 })},
		object.Def{Sig: "__gt__(self, value, /)", Fn: deltaCompare(func(c int) bool { return c > 0 })},
		object.Def{Sig: "__ge__(self, value, /)", Fn: deltaCompare(func(c int) bool { return c >= 0 })},
		object.Def{Sig: "__hash__(self, /)", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			h, err := types.Hash(t, d.int())
			return starlark.MakeInt64(h), err
		}},
		object.Def{Sig: "__bool__(self, /)", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			return starlark.Bool(d.days != 0 || d.micros != 0), nil
		}},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
			d, _ := deltaOf(a[0])
			return starlark.Tuple{a[0].(*object.Instance).Class(), starlark.Tuple{
				starlark.MakeInt64(d.days), starlark.MakeInt64(d.micros / 1000000), starlark.MakeInt64(d.micros % 1000000)}}, nil
		}},
	)
}
