package tqdm

// This file defines the class that counts: the hot half of a bar. It decides when
// a bar is due to be drawn again; drawing is the business of its subclass.

import (
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// A counter is the State of a bar.
type counter struct {
	n        number
	lastN    number
	lastT    float64
	start    float64
	delay    float64
	minTime  float64 // mininterval
	maxTime  float64 // maxinterval
	minIters float64
	disable  value
	off      bool  // the truth of disable
	clock    value // a script's own clock, or nil

	smoothing float64
	dynamic   bool // minIters adapts to the rate
	dn, dt    average
	iters     average
	skipped   uint
}

// A number counts in an int for as long as it can: other is used instead where it
// is not nil (floats, ints beyond the machine's).
type number struct {
	i     int64
	other value
}

func (x number) value() value {
	if x.other != nil {
		return x.other
	}
	return starlark.MakeInt64(x.i)
}

func numberOf(v value) number {
	if i, ok := v.(starlark.Int); ok {
		if n, ok := i.Int64(); ok && n < 1<<60 && n > -1<<60 {
			return number{i: n}
		}
	}
	return number{other: v}
}

func (x number) plus(t *thread, y number) (number, error) {
	if x.other == nil && y.other == nil {
		return number{i: x.i + y.i}, nil
	}
	v, err := object.Binary(t, syntax.PLUS, x.value(), y.value())
	if err != nil {
		return x, err
	}
	return numberOf(v), nil
}

// minus is x - y as a float.
func (x number) minus(t *thread, y number) (float64, error) {
	if x.other == nil && y.other == nil {
		return float64(x.i - y.i), nil
	}
	v, err := object.Binary(t, syntax.MINUS, x.value(), y.value())
	if err != nil {
		return 0, err
	}
	return object.Float(t, v)
}

// An average is an exponential moving average that gives the first values their
// full weight.
type average struct {
	last, rest float64 // rest is (1-smoothing) to the power of the values seen
	seen       bool
}

func (a *average) add(smoothing, x float64) float64 {
	if !a.seen {
		a.rest, a.seen = 1, true
	}
	a.last = smoothing*x + (1-smoothing)*a.last
	a.rest *= 1 - smoothing
	return a.value()
}

func (a *average) value() float64 {
	if !a.seen || a.rest == 1 {
		return a.last
	}
	return a.last / (1 - a.rest)
}

func seconds(now time.Time) float64 { return float64(now.UnixNano()) / 1e9 }

func (c *counter) now(t *thread) (float64, error) {
	if c.clock == nil {
		return seconds(time.Now()), nil
	}
	v, err := object.Call(t, c.clock, nil, nil)
	if err != nil {
		return 0, err
	}
	return object.Float(t, v)
}

// due reports whether enough iterations and time have passed since the last
// drawing, given what the caller knows of that.
func (c *counter) due(t *thread, since float64, lastT, minTime, from float64) (now, dt float64, ok bool, err error) {
	enough := since >= c.minIters
	if !enough {
		// An iteration that takes far longer than foreseen is not waited for beyond
		// maxinterval. The clock costs more than the rest of this, so it is asked now
		// and then, unless the iterations themselves are slow.
		if !c.dynamic || c.maxTime <= 0 || c.clock != nil {
			return 0, 0, false, nil
		}
		if c.skipped++; c.skipped%16 != 0 && c.minIters > 16 {
			return 0, 0, false, nil
		}
	}
	if now, err = c.now(t); err != nil {
		return 0, 0, false, err
	}
	dt = now - lastT
	ok = dt >= minTime && now >= from && (enough || dt >= c.maxTime)
	return now, dt, ok, nil
}

var counterClass = object.NewClass(object.Spec{
	Name: "_Counter", Module: "tqdm.std", Doc: "What counts in a progress bar.", Python: true,
	New: func(t *thread, cls *object.Class, _ starlark.Tuple, _ []starlark.Tuple) (value, error) {
		return object.Make(cls, t, &counter{disable: starlark.True, off: true, minTime: 0.1, maxTime: 10, smoothing: 0.3}), nil
	},
})

func counterOf(v value) *counter {
	if x, ok := v.(*object.Instance); ok {
		c, _ := x.State.(*counter)
		return c
	}
	return nil
}

// update counts by n and has the bar drawn if it is due. It returns True if it was.
func update(t *thread, a args) (value, error) {
	c := counterOf(a[0])
	if c.off {
		return starlark.None, nil
	}
	by := numberOf(a[1])
	var err error
	if c.n, err = c.n.plus(t, by); err != nil {
		return nil, err
	}
	if f, err := by.minus(t, number{}); err != nil {
		return nil, err
	} else if f < 0 {
		if c.lastN, err = c.lastN.plus(t, by); err != nil {
			return nil, err
		}
	}
	since, err := c.n.minus(t, c.lastN)
	if err != nil {
		return nil, err
	}
	now, dt, ok, err := c.due(t, since, c.lastT, c.minTime, c.start+c.delay)
	if err != nil || !ok {
		return starlark.None, err
	}
	if c.clock != nil {
		if now, err = c.now(t); err != nil {
			return nil, err
		}
	}
	if c.smoothing != 0 && dt != 0 && since != 0 {
		c.dn.add(c.smoothing, since)
		c.dt.add(c.smoothing, dt)
	}
	if _, err := object.CallMethod(t, a[0], "_redraw"); err != nil {
		return nil, err
	}
	if c.dynamic {
		c.adapt(since, dt)
	}
	c.lastN, c.lastT = c.n, now
	return starlark.True, nil
}

// adapt foresees how many iterations lie between this drawing and the next.
func (c *counter) adapt(dn, dt float64) {
	interval := c.minTime
	switch {
	case c.maxTime != 0 && dt >= c.maxTime:
		if interval == 0 {
			interval = c.maxTime
		}
		c.minIters = dn * interval / dt
	case c.smoothing != 0:
		if interval != 0 && dt != 0 {
			dn *= interval / dt
		}
		c.minIters = c.iters.add(c.smoothing, dn)
	default:
		c.minIters = max(c.minIters, dn)
	}
}

func floatAttr(name string, at func(*counter) *float64) object.Attr {
	return object.Attr{
		Name: name,
		Get:  func(t *thread, self value) (value, error) { return floatValue(*at(counterOf(self))), nil },
		Set: func(t *thread, self, v value) error {
			f, err := object.Float(t, v)
			if err == nil {
				*at(counterOf(self)) = f
			}
			return err
		},
	}
}

// floatValue is an int where that says the same: settings are mostly given as ints.
func floatValue(f float64) value {
	if f == float64(int64(f)) {
		return starlark.MakeInt64(int64(f))
	}
	return starlark.Float(f)
}

func numberAttr(name string, at func(*counter) *number) object.Attr {
	return object.Attr{
		Name: name,
		Get:  func(t *thread, self value) (value, error) { return at(counterOf(self)).value(), nil },
		Set: func(t *thread, self, v value) error {
			*at(counterOf(self)) = numberOf(v)
			return nil
		},
	}
}

func init() {
	counterClass.AddAttrs(
		numberAttr("n", func(c *counter) *number { return &c.n }),
		numberAttr("last_print_n", func(c *counter) *number { return &c.lastN }),
		floatAttr("last_print_t", func(c *counter) *float64 { return &c.lastT }),
		floatAttr("start_t", func(c *counter) *float64 { return &c.start }),
		floatAttr("delay", func(c *counter) *float64 { return &c.delay }),
		floatAttr("mininterval", func(c *counter) *float64 { return &c.minTime }),
		floatAttr("maxinterval", func(c *counter) *float64 { return &c.maxTime }),
		floatAttr("miniters", func(c *counter) *float64 { return &c.minIters }),
		floatAttr("smoothing", func(c *counter) *float64 { return &c.smoothing }),
		object.Attr{
			Name: "dynamic_miniters",
			Get:  func(t *thread, self value) (value, error) { return starlark.Bool(counterOf(self).dynamic), nil },
			Set: func(t *thread, self, v value) (err error) {
				counterOf(self).dynamic, err = object.Truth(t, v)
				return err
			},
		},
		object.Attr{
			Name: "disable",
			Get:  func(t *thread, self value) (value, error) { return counterOf(self).disable, nil },
			Set: func(t *thread, self, v value) (err error) {
				c := counterOf(self)
				c.disable = v
				c.off, err = object.Truth(t, v)
				return err
			},
		},
		object.Attr{
			Name: "_time",
			Get: func(t *thread, self value) (value, error) {
				if c := counterOf(self); c.clock != nil {
					return c.clock, nil
				}
				m, err := registry.Get(t, "time")
				if err != nil {
					return nil, err
				}
				return m.Get("time"), nil
			},
			Set: func(t *thread, self, v value) error { counterOf(self).clock = v; return nil },
		},
	)
	counterClass.AddMethods(
		object.Def{Sig: "def update(self, n=1)", Fn: update, Doc: "Count by n; draw the bar if it is time to."},
		object.Def{Sig: "def __iter__(self)", Fn: iterate, Doc: "Iterate over what the bar wraps, counting."},
		object.Def{Sig: "def _elapsed(self)", Fn: func(t *thread, a args) (value, error) {
			c := counterOf(a[0])
			if c.start == 0 && c.clock == nil {
				return starlark.MakeInt(0), nil // not begun
			}
			now, err := c.now(t)
			return starlark.Float(now - c.start), err
		}},
		object.Def{Sig: "def _rate(self)", Fn: func(t *thread, a args) (value, error) {
			c := counterOf(a[0])
			if dt := c.dt.value(); dt != 0 {
				return starlark.Float(c.dn.value() / dt), nil
			}
			return starlark.None, nil
		}, Doc: "The smoothed rate, or None before there is one."},
		object.Def{Sig: "def _restart(self, now)", Fn: func(t *thread, a args) (value, error) {
			c := counterOf(a[0])
			now, err := object.Float(t, a[1])
			c.lastT, c.start = now, now
			c.dn, c.dt, c.iters = average{}, average{}, average{}
			return starlark.None, err
		}, Doc: "Begin to measure anew."},
		object.Def{Sig: "def _unsmooth(self)", Fn: func(t *thread, a args) (value, error) {
			counterOf(a[0]).dt = average{}
			return starlark.None, nil
		}, Doc: "From now on the rate is that of the whole run."},
	)
}
