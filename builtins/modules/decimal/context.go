package decimal

// This file defines Context and which one a thread uses.

import (
	"fmt"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/decnum"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// rounders are the names of the rounding modes.
var rounders = map[string]decnum.Rounding{
	"ROUND_UP": decnum.Up, "ROUND_DOWN": decnum.Down, "ROUND_CEILING": decnum.Ceiling, "ROUND_FLOOR": decnum.Floor,
	"ROUND_HALF_UP": decnum.HalfUp, "ROUND_HALF_DOWN": decnum.HalfDown, "ROUND_HALF_EVEN": decnum.HalfEven, "ROUND_05UP": decnum.ZeroFiveUp,
}

func roundingName(mode decnum.Rounding) string {
	for name, r := range rounders {
		if r == mode {
			return name
		}
	}
	return ""
}

// A settings is the State of a Context. flags and traps are dicts of signal
// class to bool, which scripts see and change.
type settings struct {
	decnum.Context
	capitals     int64
	flags, traps *starlark.Dict
}

var contextClass = object.NewClass(object.Spec{Name: "Context", Module: "decimal", Doc: "The context affects almost all operations and controls rounding, Over/Underflow, raising of exceptions and much more."})

func signalDict(on ...*object.Class) *starlark.Dict {
	d := starlark.NewDict(len(signals))
	for _, s := range signals {
		d.SetKey(s.class, starlark.False)
	}
	for _, c := range on {
		d.SetKey(c, starlark.True)
	}
	return d
}

func newContext(prec int64, rounding decnum.Rounding, traps ...*object.Class) *settings {
	return &settings{Context: decnum.Context{Precision: prec, Emin: -999999, Emax: 999999, Rounding: rounding}, capitals: 1, flags: signalDict(), traps: signalDict(traps...)}
}

func (c *settings) copy() *settings {
	d := *c
	d.flags, d.traps = copyDict(c.flags), copyDict(c.traps)
	return &d
}

func copyDict(d *starlark.Dict) *starlark.Dict {
	out := starlark.NewDict(d.Len())
	for _, item := range d.Items() {
		out.SetKey(item[0], item[1])
	}
	return out
}

// templates are the three contexts that an isolate's threads start from.
type templates struct{ def, basic, extended *object.Instance }

var contextsIn = isolate.NewKey(func(iso *isolate.Isolate) *templates {
	t := iso.Main()
	return &templates{
		def:      object.Make(contextClass, t, newContext(28, decnum.HalfEven, invalidOperation, divisionByZero, overflow)),
		basic:    object.Make(contextClass, t, newContext(9, decnum.HalfUp, invalidOperation, divisionByZero, overflow, underflow, clamped)),
		extended: object.Make(contextClass, t, newContext(9, decnum.HalfEven)),
	}
})

// contextKey is where a thread keeps its context.
type contextKey struct{}

func current(t *thread) *object.Instance {
	if x, ok := t.Locals[contextKey{}].(*object.Instance); ok {
		return x
	}
	return use(t, object.Make(contextClass, t, contextsIn.In(t.Isolate()).def.State.(*settings).copy()))
}

func use(t *thread, x *object.Instance) *object.Instance {
	if t.Locals == nil {
		t.Locals = make(map[any]any)
	}
	t.Locals[contextKey{}] = x
	return x
}

func contextOf(t *thread) *settings { return current(t).State.(*settings) }

// contextArg reads an optional context argument.
func contextArg(t *thread, v value) (*settings, error) {
	if v == nil || v == starlark.None {
		return contextOf(t), nil
	}
	if !object.IsInstance(v, contextClass) {
		return nil, object.Raise(object.TypeError, "optional argument must be a context")
	}
	return v.(*object.Instance).State.(*settings), nil
}

func setContext(t *thread, a args) (value, error) {
	if !object.IsInstance(a[0], contextClass) {
		return nil, object.Raise(object.TypeError, "argument must be a context")
	}
	x := a[0].(*object.Instance)
	c := contextsIn.In(t.Isolate())
	if x == c.def || x == c.basic || x == c.extended {
		x = object.Make(contextClass, t, x.State.(*settings).copy())
	}
	use(t, x)
	return starlark.None, nil
}

// limits of the numbers of a context.
const largest = 999999999999999999

// set changes one attribute.
func (c *settings) set(t *thread, name string, v value) error {
	whole := func(lo, hi int64, words string) (int64, error) {
		n, err := object.Index(t, v)
		if err != nil {
			return 0, err
		}
		i, ok := n.Int64()
		if !ok || i < lo || i > hi {
			return 0, object.Raise(object.ValueError, "valid range for %s is %s", name, words)
		}
		return i, nil
	}
	var err error
	switch name {
	case "prec":
		var n int64
		if n, err = whole(1, largest, "[1, MAX_PREC]"); err == nil {
			c.Precision = n
		}
	case "Emin":
		var n int64
		if n, err = whole(-largest, 0, "[MIN_EMIN, 0]"); err == nil {
			c.Emin = n
		}
	case "Emax":
		var n int64
		if n, err = whole(0, largest, "[0, MAX_EMAX]"); err == nil {
			c.Emax = n
		}
	case "capitals", "clamp":
		n, err := object.Index(t, v)
		if err != nil {
			return err
		}
		i, ok := n.Int64()
		if !ok || i < 0 || i > 1 {
			return object.Raise(object.ValueError, "valid values for %s are 0 or 1", name)
		}
		if name == "clamp" {
			c.Clamp = i == 1
		} else {
			c.capitals = i
		}
	case "rounding":
		s, ok := object.Text(v)
		if _, known := rounders[s]; !ok || !known {
			return object.Raise(object.TypeError, "valid values for rounding are:\n"+
				"  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"+
				"   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"+
				"   ROUND_05UP]")
		}
		c.Rounding = rounders[s]
	case "flags", "traps":
		d, err := readSignals(t, v)
		if err != nil {
			return err
		}
		if name == "flags" {
			c.flags = d
		} else {
			c.traps = d
		}
	}
	return err
}

// readSignals takes a list of signals, or a dict with all of them.
func readSignals(t *thread, v value) (*starlark.Dict, error) {
	d := signalDict()
	if from, ok := object.Base(v).(*starlark.Dict); ok {
		if from.Len() != len(signals) {
			return nil, object.Raise(object.KeyError, "invalid signal dict")
		}
		for _, item := range from.Items() {
			if _, known, _ := d.Get(item[0]); !known {
				return nil, object.Raise(object.KeyError, "invalid signal dict")
			}
			on, err := object.Truth(t, item[1])
			if err != nil {
				return nil, err
			}
			d.SetKey(item[0], starlark.Bool(on))
		}
		return d, nil
	}
	list, err := object.Slice(t, v)
	if err != nil {
		return nil, object.Raise(object.TypeError, "argument must be a signal dict")
	}
	for _, s := range list {
		if _, known, err := d.Get(s); err != nil || !known {
			return nil, object.Raise(object.TypeError, "values in list or dict must be signals")
		}
		d.SetKey(s, starlark.True)
	}
	return d, nil
}

// clamp is what the attribute shows.
func (c *settings) clamp() int64 {
	if c.Clamp {
		return 1
	}
	return 0
}

func (c *settings) String() string {
	names := func(d *starlark.Dict) string {
		var on []string
		for _, class := range shown {
			if v, _, _ := d.Get(class); v != nil && bool(v.Truth()) {
				on = append(on, class.ClassName)
			}
		}
		return "[" + strings.Join(on, ", ") + "]"
	}
	return fmt.Sprintf("Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, clamp=%d, flags=%s, traps=%s)",
		c.Precision, roundingName(c.Rounding), c.Emin, c.Emax, c.capitals, c.clamp(), names(c.flags), names(c.traps))
}

func init() {
	state := func(v value) *settings { return v.(*object.Instance).State.(*settings) }
	names := []string{"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"}
	get := map[string]func(c *settings) value{
		"prec":     func(c *settings) value { return starlark.MakeInt64(c.Precision) },
		"rounding": func(c *settings) value { return starlark.String(roundingName(c.Rounding)) },
		"Emin":     func(c *settings) value { return starlark.MakeInt64(c.Emin) },
		"Emax":     func(c *settings) value { return starlark.MakeInt64(c.Emax) },
		"capitals": func(c *settings) value { return starlark.MakeInt64(c.capitals) },
		"clamp":    func(c *settings) value { return starlark.MakeInt64(c.clamp()) },
		"flags":    func(c *settings) value { return c.flags },
		"traps":    func(c *settings) value { return c.traps },
	}
	contextClass.New = func(t *thread, cls *object.Class, _ starlark.Tuple, _ []starlark.Tuple) (value, error) {
		return object.Make(cls, t, contextsIn.In(t.Isolate()).def.State.(*settings).copy()), nil
	}
	signature := object.NewFunc(object.Def{Sig: "Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)"})
	contextClass.Init = func(t *thread, self value, positional starlark.Tuple, kwargs []starlark.Tuple) error {
		a, err := signature.Bind(positional, kwargs)
		if err != nil {
			return err
		}
		c := state(self)
		c.flags = signalDict()
		for i, name := range names {
			if a[i] != starlark.None {
				if err := c.set(t, name, a[i]); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for _, name := range names {
		contextClass.AddAttrs(object.Attr{
			Name: name,
			Get:  func(t *thread, self value) (value, error) { return get[name](state(self)), nil },
			Set:  func(t *thread, self, v value) error { return state(self).set(t, name, v) },
		})
	}
	plain := func(sig string, fn func(t *thread, c *settings) value) object.Def {
		return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) { return fn(t, state(a[0])), nil }}
	}
	clone := func(t *thread, c *settings) value { return object.Make(contextClass, t, c.copy()) }
	contextClass.SetAttrValue("__hash__", starlark.None)
	contextClass.AddMethods(
		plain("copy(self, /)", clone), plain("__copy__(self, /)", clone),
		plain("clear_flags(self, /)", func(t *thread, c *settings) value { c.flags = signalDict(); return starlark.None }),
		plain("clear_traps(self, /)", func(t *thread, c *settings) value { c.traps = signalDict(); return starlark.None }),
		plain("Etiny(self, /)", func(t *thread, c *settings) value { return starlark.MakeInt64(c.Tiny()) }),
		plain("Etop(self, /)", func(t *thread, c *settings) value { return starlark.MakeInt64(c.Top()) }),
		plain("__repr__(self, /)", func(t *thread, c *settings) value { return starlark.String(c.String()) }),
		plain("radix(self, /)", func(t *thread, c *settings) value { return starlark.MakeInt(10) }),
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
			c := state(a[0])
			list := func(d *starlark.Dict) value {
				var on []value
				for _, s := range signals {
					if v, _, _ := d.Get(s.class); v != nil && bool(v.Truth()) {
						on = append(on, s.class)
					}
				}
				return starlark.NewList(on)
			}
			out := make(starlark.Tuple, 0, len(names))
			for _, name := range names[:6] {
				out = append(out, get[name](c))
			}
			return starlark.Tuple{contextClass, append(out, list(c.flags), list(c.traps))}, nil
		}},
		object.Def{Sig: "create_decimal(self, num='0', /)", Doc: "Create a new Decimal instance from num, using self as the context.", Fn: func(t *thread, a args) (value, error) {
			c := state(a[0])
			d, err := c.read(t, a[1], true)
			if err != nil {
				return nil, err
			}
			d = d.Copy()
			return c.result(t, d, c.round(d))
		}},
		object.Def{Sig: "create_decimal_from_float(self, f, /)", Doc: "Create a new Decimal instance from float f, rounded to self.", Fn: func(t *thread, a args) (value, error) {
			c := state(a[0])
			d, err := fromFloat(t, a[1])
			if err != nil {
				return nil, err
			}
			return c.result(t, d, c.round(d))
		}},
	)
}
