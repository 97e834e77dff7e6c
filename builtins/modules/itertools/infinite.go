package itertools

// This file defines count, cycle and repeat.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// A counter is count(start, step). While both are small ints it counts in fast.
type counter struct {
	fast       bool
	n, by      int64
	next, step value
}

// Next implements object.Iterator.
func (c *counter) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if c.fast {
		n := c.n
		sum := n + c.by
		if (sum > n) == (c.by > 0) || c.by == 0 {
			c.n = sum
			return starlark.MakeInt64(n), nil
		}
		c.fast, c.next, c.step = false, starlark.MakeInt64(n), starlark.MakeInt64(c.by)
	}
	v := c.next
	next, err := object.Binary(t, syntax.PLUS, v, c.step)
	if err != nil {
		return nil, err
	}
	c.next = next
	return v, nil
}

func (c *counter) state() (next, step value) {
	if c.fast {
		return starlark.MakeInt64(c.n), starlark.MakeInt64(c.by)
	}
	return c.next, c.step
}

func isNumber(v value) bool {
	switch object.Base(v).(type) {
	case starlark.Int, starlark.Bool, starlark.Float:
		return true
	}
	for _, name := range []string{"__index__", "__float__", "__complex__", "__int__"} {
		if object.Special(v, name) != nil {
			return true
		}
	}
	return false
}

func newCounter(start, step value) iterator {
	if b, ok := start.(starlark.Bool); ok {
		start = starlark.MakeInt(int(map[bool]int{true: 1}[bool(b)]))
	}
	x, ok := start.(starlark.Int)
	y, ok2 := step.(starlark.Int)
	if ok && ok2 {
		n, small := x.Int64()
		by, small2 := y.Int64()
		if small && small2 {
			return &counter{fast: true, n: n, by: by}
		}
	}
	return &counter{next: start, step: step}
}

var countClass = define("count", "(start=0, step=1)", "Return a count object whose .__next__() method returns consecutive values.", func(t *thread, a args) (iterator, error) {
	if !isNumber(a[0]) || !isNumber(a[1]) {
		return nil, object.Raise(object.TypeError, "a number is required")
	}
	return newCounter(a[0], a[1]), nil
})

// A repeater is repeat(object, times); times is negative for ever.
type repeater struct {
	v     value
	times int
}

// Next implements object.Iterator.
func (r *repeater) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	switch {
	case r.times == 0:
		return nil, nil
	case r.times > 0:
		r.times--
	}
	return r.v, nil
}

var repeatClass = define("repeat", "(object, times=...)", "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.", func(t *thread, a args) (iterator, error) {
	if a[1] == nil {
		return &repeater{a[0], -1}, nil
	}
	n, err := object.Int(t, a[1])
	return &repeater{a[0], max(n, 0)}, err
})

// A cycler is cycle(iterable): it saves what it has seen.
type cycler struct {
	it    iterator
	saved []value
	i     int
}

// Next implements object.Iterator.
func (c *cycler) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if c.it != nil {
		v, err := c.it.Next(t)
		if err != nil {
			return nil, err
		}
		if v != nil {
			c.saved = append(c.saved, v)
			return v, nil
		}
		c.it = nil
	}
	if len(c.saved) == 0 {
		return nil, nil
	}
	v := c.saved[c.i]
	if c.i++; c.i == len(c.saved) {
		c.i = 0
	}
	return v, nil
}

var _ = definePlain("cycle", 1, 1, "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.", func(t *thread, a starlark.Tuple) (iterator, error) {
	it, err := object.Iter(t, a[0])
	return &cycler{it: it}, err
})

func init() {
	countOf := func(v value) *counter { return v.(*object.Instance).State.(*counter) }
	countClass.AddMethods(
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			next, step := countOf(a[0]).state()
			s, err := object.Repr(t, next)
			if err != nil {
				return nil, err
			}
			if n, ok := step.(starlark.Int); ok {
				if i, ok := n.Int64(); ok && i == 1 {
					return starlark.String("count(" + s + ")"), nil
				}
			}
			by, err := object.Repr(t, step)
			return starlark.String("count(" + s + ", " + by + ")"), err
		}},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
			next, step := countOf(a[0]).state()
			if n, ok := step.(starlark.Int); ok && n == starlark.MakeInt(1) {
				return starlark.Tuple{object.ClassOf(a[0]), starlark.Tuple{next}}, nil
			}
			return starlark.Tuple{object.ClassOf(a[0]), starlark.Tuple{next, step}}, nil
		}},
	)
	repeatOf := func(v value) *repeater { return v.(*object.Instance).State.(*repeater) }
	repeatClass.AddMethods(
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			r := repeatOf(a[0])
			s, err := object.Repr(t, r.v)
			if r.times >= 0 {
				s += ", " + starlark.MakeInt(r.times).String()
			}
			return starlark.String("repeat(" + s + ")"), err
		}},
		object.Def{Sig: "__length_hint__(self, /)", Fn: func(t *thread, a args) (value, error) {
			r := repeatOf(a[0])
			if r.times < 0 {
				return nil, object.Raise(object.TypeError, "len() of unsized object")
			}
			return starlark.MakeInt(r.times), nil
		}},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
			r := repeatOf(a[0])
			ctor := starlark.Tuple{r.v}
			if r.times >= 0 {
				ctor = append(ctor, starlark.MakeInt(r.times))
			}
			return starlark.Tuple{object.ClassOf(a[0]), ctor}, nil
		}},
	)
}
