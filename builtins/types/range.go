package types

// This file defines the class range.

import (
	"math"
	"math/big"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// A Range is Python's range object. Bounds that do not fit a Go int, and ranges
// longer than one can count, are kept in big.
type Range struct {
	start, stop, step, length int
	big                       *bigRange
}

type bigRange struct{ start, stop, step, length *big.Int }

var (
	_ object.Typed        = (*Range)(nil)
	_ starlark.HasAttrs   = (*Range)(nil)
	_ object.Iterabler    = (*Range)(nil)
	_ object.Items        = (*Range)(nil)
	_ object.Container    = (*Range)(nil)
	_ object.Comparer     = (*Range)(nil)
	_ starlark.Sequence   = (*Range)(nil)
	_ starlark.Mapping    = (*Range)(nil)
	_ starlark.Comparable = (*Range)(nil)
)

// NewRange returns range(start, stop, step); step must not be 0.
func NewRange(start, stop, step int) *Range {
	r := &Range{start: start, stop: stop, step: step}
	// Neither the difference nor the length need fit.
	var span, by uint
	switch {
	case step > 0 && start < stop:
		span, by = uint(stop)-uint(start), uint(step)
	case step < 0 && start > stop:
		span, by = uint(start)-uint(stop), -uint(step)
	default:
		return r
	}
	n := (span-1)/by + 1
	if n > math.MaxInt {
		return newBigRange(big.NewInt(int64(start)), big.NewInt(int64(stop)), big.NewInt(int64(step)))
	}
	r.length = int(n)
	return r
}

func newBigRange(start, stop, step *big.Int) *Range {
	span := new(big.Int)
	if step.Sign() > 0 {
		span.Sub(stop, start)
	} else {
		span.Sub(start, stop)
	}
	n := new(big.Int)
	if span.Sign() > 0 {
		n.Sub(span, big.NewInt(1))
		n.Quo(n, new(big.Int).Abs(step))
		n.Add(n, big.NewInt(1))
	}
	if start.IsInt64() && stop.IsInt64() && step.IsInt64() && n.IsInt64() {
		return &Range{start: int(start.Int64()), stop: int(stop.Int64()), step: int(step.Int64()), length: int(n.Int64())}
	}
	return &Range{big: &bigRange{start, stop, step, n}}
}

// makeRange returns a range with bounds of any size.
func makeRange(start, stop, step starlark.Int) *Range {
	a, ok1 := start.Int64()
	b, ok2 := stop.Int64()
	c, ok3 := step.Int64()
	if ok1 && ok2 && ok3 {
		return NewRange(int(a), int(b), int(c))
	}
	return newBigRange(start.BigInt(), stop.BigInt(), step.BigInt())
}

// Bounds returns start, stop and step; ok is false if they do not fit.
func (r *Range) Bounds() (start, stop, step int, ok bool) {
	return r.start, r.stop, r.step, r.big == nil
}

func (r *Range) startInt() starlark.Int {
	if r.big != nil {
		return starlark.MakeBigInt(r.big.start)
	}
	return starlark.MakeInt(r.start)
}

func (r *Range) stopInt() starlark.Int {
	if r.big != nil {
		return starlark.MakeBigInt(r.big.stop)
	}
	return starlark.MakeInt(r.stop)
}

func (r *Range) stepInt() starlark.Int {
	if r.big != nil {
		return starlark.MakeBigInt(r.big.step)
	}
	return starlark.MakeInt(r.step)
}

func (r *Range) lengthInt() starlark.Int {
	if r.big != nil {
		return starlark.MakeBigInt(r.big.length)
	}
	return starlark.MakeInt(r.length)
}

func (r *Range) String() string {
	s := "range(" + r.startInt().String() + ", " + r.stopInt().String()
	if r.big != nil || r.step != 1 {
		if step := r.stepInt().String(); step != "1" {
			s += ", " + step
		}
	}
	return s + ")"
}
func (r *Range) Type() string         { return "range" }
func (r *Range) Freeze()              {}
func (r *Range) Truth() starlark.Bool { return r.big != nil && r.big.length.Sign() > 0 || r.length > 0 }

// Attr implements starlark.HasAttrs.
func (r *Range) Attr(name string) (value, error) { return object.ClassAttr(r, name) }

// AttrNames implements starlark.HasAttrs.
func (r *Range) AttrNames() []string { return nil }

// Class implements object.Typed.
func (r *Range) Class() *object.Class { return object.RangeType }

// Hash gives equal ranges, those with the same elements, one hash.
func (r *Range) Hash() (uint32, error) { return r.key().Hash() }

// key is what equal ranges have in common.
func (r *Range) key() starlark.Tuple {
	t := starlark.Tuple{r.lengthInt(), starlark.None, starlark.None}
	if r.Truth() {
		t[1] = r.startInt()
		if n, ok := r.lengthInt().Int64(); !ok || n > 1 {
			t[2] = r.stepInt()
		}
	}
	return t
}

// Len implements starlark.Sequence. A length that does not fit counts as the
// largest; len() asks __len__, which fails.
func (r *Range) Len() int {
	if r.big != nil {
		if r.big.length.IsInt64() {
			return int(r.big.length.Int64())
		}
		return math.MaxInt
	}
	return r.length
}

// PyLen implements object.Sized.
func (r *Range) PyLen() (int, error) {
	if r.big != nil && !r.big.length.IsInt64() {
		return 0, object.Raise(object.OverflowError, "Python int too large to convert to C ssize_t")
	}
	return r.Len(), nil
}

// Get implements starlark.Mapping. A range is no Indexable, as an index may be
// too large for one.
func (r *Range) Get(key value) (value, bool, error) {
	var t *thread
	if x, ok := key.(*object.Instance); ok {
		t = x.Isolate().Current()
	}
	v, err := r.GetItem(t, key)
	return v, true, err
}

// index returns the element i.
func (r *Range) index(i int) value {
	if r.big != nil {
		return r.at(big.NewInt(int64(i)))
	}
	return starlark.MakeInt(r.start + i*r.step)
}

func (r *Range) at(i *big.Int) value {
	n := new(big.Int).Mul(i, r.stepInt().BigInt())
	return starlark.MakeBigInt(n.Add(n, r.startInt().BigInt()))
}

// Iterate implements starlark.Iterable.
func (r *Range) Iterate() starlark.Iterator { return r.iterator() }

// Iter implements object.Iterabler.
func (r *Range) Iter(t *thread) (object.Iterator, error) { return &rangeSteps{r.iterator()}, nil }

func (r *Range) iterator() *rangeCounter {
	if r.big != nil {
		return &rangeCounter{rest: 1, big: r, i: new(big.Int)}
	}
	return &rangeCounter{next: r.start, step: r.step, rest: r.length}
}

// rangeCounter is go.starlark.net's kind of iterator over a range.
type rangeCounter struct {
	next, step, rest int
	big              *Range
	i                *big.Int
}

func (c *rangeCounter) Next(p *value) bool {
	if c.rest == 0 {
		return false
	}
	if c.big != nil {
		if c.i.Cmp(c.big.big.length) >= 0 {
			return false
		}
		*p = c.big.at(c.i)
		c.i.Add(c.i, big.NewInt(1))
		return true
	}
	*p = starlark.MakeInt(c.next)
	c.next += c.step
	c.rest--
	return true
}

func (c *rangeCounter) Done() {}

// rangeSteps is our kind.
type rangeSteps struct{ *rangeCounter }

func (s *rangeSteps) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	var v value
	if s.rangeCounter.Next(&v) {
		return v, nil
	}
	return nil, nil
}

// Left returns how many elements are still to come.
func (s *rangeSteps) Left() int {
	if s.big != nil {
		n := new(big.Int).Sub(s.big.big.length, s.i)
		if n.IsInt64() {
			return int(n.Int64())
		}
		return math.MaxInt
	}
	return s.rest
}

// GetItem implements object.Items: elements and slices.
func (r *Range) GetItem(t *thread, key value) (value, error) {
	if s, ok := key.(*object.SliceValue); ok {
		return r.slice(t, s)
	}
	if !isIndex(key) {
		return nil, object.Raise(object.TypeError, "range indices must be integers or slices, not %s", object.TypeName(key))
	}
	k, err := object.Index(t, key)
	if err != nil {
		return nil, err
	}
	if r.big == nil {
		if i, ok := k.Int64(); ok {
			if i < 0 {
				i += int64(r.length)
			}
			if i >= 0 && i < int64(r.length) {
				return r.index(int(i)), nil
			}
		}
	} else {
		i := k.BigInt()
		if i.Sign() < 0 {
			i.Add(i, r.big.length)
		}
		if i.Sign() >= 0 && i.Cmp(r.big.length) < 0 {
			return r.at(i), nil
		}
	}
	return nil, object.Raise(object.IndexError, "range object index out of range")
}

func (r *Range) slice(t *thread, s *object.SliceValue) (value, error) {
	if r.big == nil {
		start, stop, step, err := s.Indices(t, r.length)
		if err != nil {
			return nil, err
		}
		// In big numbers: a product may overflow though the elements do not.
		if mulFits(start, r.step) && mulFits(stop, r.step) && mulFits(step, r.step) {
			a, b := r.start+start*r.step, r.start+stop*r.step
			if within(r.start, start*r.step, a) && within(r.start, stop*r.step, b) {
				return NewRange(a, b, step*r.step), nil
			}
		}
	}
	start, stop, step, err := bigIndices(t, s, r.lengthInt().BigInt())
	if err != nil {
		return nil, err
	}
	by := r.stepInt().BigInt()
	at := func(i *big.Int) *big.Int {
		n := new(big.Int).Mul(i, by)
		return n.Add(n, r.startInt().BigInt())
	}
	return newBigRange(at(start), at(stop), new(big.Int).Mul(step, by)), nil
}

func mulFits(a, b int) bool {
	return a == 0 || b == 0 || (a*b)/b == a && !(a == math.MinInt || b == math.MinInt)
}

// within reports whether a + d == sum did not wrap around.
func within(a, d, sum int) bool { return (d >= 0) == (sum >= a) }

// bigIndices is SliceValue.Indices for a length of any size.
func bigIndices(t *thread, s *object.SliceValue, n *big.Int) (start, stop, step *big.Int, err error) {
	bound := func(v value) *big.Int {
		if err != nil {
			return new(big.Int)
		}
		if !isIndex(v) {
			err = object.Raise(object.TypeError, "slice indices must be integers or None or have an __index__ method")
			return new(big.Int)
		}
		var i starlark.Int
		if i, err = object.Index(t, v); err != nil {
			return new(big.Int)
		}
		return i.BigInt()
	}
	step = big.NewInt(1)
	if s.Step != starlark.None {
		step = bound(s.Step)
		if err == nil && step.Sign() == 0 {
			err = object.Raise(object.ValueError, "slice step cannot be zero")
		}
	}
	lo, hi := new(big.Int), new(big.Int).Set(n)
	if step.Sign() < 0 {
		lo, hi = big.NewInt(-1), new(big.Int).Sub(n, big.NewInt(1))
	}
	clamp := func(i *big.Int) *big.Int {
		if i.Sign() < 0 {
			i = new(big.Int).Add(i, n)
			if i.Cmp(lo) < 0 {
				return lo
			}
			return i
		}
		if i.Cmp(hi) > 0 {
			return hi
		}
		return i
	}
	start, stop = lo, hi
	if step.Sign() < 0 {
		start, stop = hi, lo
	}
	if s.Start != starlark.None {
		start = clamp(bound(s.Start))
	}
	if s.Stop != starlark.None {
		stop = clamp(bound(s.Stop))
	}
	return start, stop, step, err
}

// Contains implements object.Container.
func (r *Range) Contains(t *thread, v value) (bool, error) {
	i, err := r.find(t, v)
	return i != nil, err
}

// find returns the index of v, or nil. Ints are found by arithmetic; anything
// else may have an equality of its own.
func (r *Range) find(t *thread, v value) (*big.Int, error) {
	switch v.(type) {
	case starlark.Int, starlark.Bool:
		n, _ := object.BigInt(v)
		if r.big == nil {
			if !n.IsInt64() {
				return nil, nil
			}
			x := int(n.Int64())
			if r.length == 0 || r.step > 0 && (x < r.start || x >= r.stop) || r.step < 0 && (x > r.start || x <= r.stop) {
				return nil, nil
			}
			if d, by := uint(x)-uint(r.start), uint(r.step); r.step > 0 && d%by == 0 {
				return new(big.Int).SetUint64(uint64(d / by)), nil
			}
			if d, by := uint(r.start)-uint(x), -uint(r.step); r.step < 0 && d%by == 0 {
				return new(big.Int).SetUint64(uint64(d / by)), nil
			}
			return nil, nil
		}
		i, rest := new(big.Int).QuoRem(n.Sub(n, r.big.start), r.big.step, new(big.Int))
		if rest.Sign() != 0 || i.Sign() < 0 || i.Cmp(r.big.length) >= 0 {
			return nil, nil
		}
		return i, nil
	}
	it := r.iterator()
	var e value
	for n := int64(0); it.Next(&e); n++ {
		same, err := object.Same(t, e, v)
		if err != nil {
			return nil, err
		}
		if same {
			return big.NewInt(n), nil
		}
		if n%1024 == 1023 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
	return nil, nil
}

// CompareWith implements object.Comparer.
func (r *Range) CompareWith(t *thread, op object.Op, v value) (result, ok bool, err error) {
	y, isRange := v.(*Range)
	if !isRange || op != syntax.EQL && op != syntax.NEQ {
		return false, false, nil
	}
	return r.equal(y) == (op == syntax.EQL), true, nil
}

// CompareSameType implements starlark.Comparable.
func (r *Range) CompareSameType(op syntax.Token, y value, depth int) (bool, error) {
	if result, ok, err := r.CompareWith(nil, op, y); ok {
		return result, err
	}
	return false, object.Raise(object.TypeError, "'%s' not supported between instances of 'range' and '%s'", op, object.TypeName(y))
}

func (r *Range) equal(y *Range) bool {
	eq := func(a, b starlark.Int) bool { c, _ := a.Cmp(b, 1); return c == 0 }
	if !eq(r.lengthInt(), y.lengthInt()) {
		return false
	}
	if !r.Truth() {
		return true
	}
	if !eq(r.startInt(), y.startInt()) {
		return false
	}
	n, ok := r.lengthInt().Int64()
	return ok && n == 1 || eq(r.stepInt(), y.stepInt())
}

func (r *Range) reversed() *Range {
	if !r.Truth() {
		return NewRange(0, 0, 1)
	}
	start, step := r.startInt(), r.stepInt()
	last := start.Add(r.lengthInt().Sub(starlark.MakeInt(1)).Mul(step))
	return makeRange(last, start.Sub(step), starlark.MakeInt(0).Sub(step))
}

func init() {
	c := object.RangeType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if err := noKeywords("range", kwargs); err != nil {
			return nil, err
		}
		if len(args) == 0 {
			return nil, object.Raise(object.TypeError, "range expected at least 1 argument, got 0")
		}
		if err := atMost("range", args, 3); err != nil {
			return nil, err
		}
		var n [3]starlark.Int
		for i, a := range args {
			var err error
			if n[i], err = object.Index(t, a); err != nil {
				return nil, err
			}
		}
		switch len(args) {
		case 1:
			return makeRange(starlark.MakeInt(0), n[0], starlark.MakeInt(1)), nil
		case 2:
			return makeRange(n[0], n[1], starlark.MakeInt(1)), nil
		}
		if n[2].Sign() == 0 {
			return nil, object.Raise(object.ValueError, "range() arg 3 must not be zero")
		}
		return makeRange(n[0], n[1], n[2]), nil
	}
	c.SetAttrValue("__doc__", starlark.String("range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement)."))
	part := func(name string, get func(*Range) starlark.Int) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return get(self.(*Range)), nil }, Set: readonlyAttr, Del: readonlyDel}
	}
	c.AddAttrs(part("start", (*Range).startInt), part("stop", (*Range).stopInt), part("step", (*Range).stepInt))
	c.AddMethods(
		method("__len__", func(t *thread, self value) (value, error) {
			n := self.(*Range).lengthInt()
			if _, ok := n.Int64(); !ok {
				return nil, object.Raise(object.OverflowError, "Python int too large to convert to C ssize_t")
			}
			return n, nil
		}),
		method("__bool__", func(t *thread, self value) (value, error) { return self.Truth(), nil }),
		method("__repr__", func(t *thread, self value) (value, error) { return starlark.String(self.String()), nil }),
		method("__hash__", func(t *thread, self value) (value, error) { return hashOf(t, self) }),
		method("__iter__", func(t *thread, self value) (value, error) { return iterOf(t, self) }),
		method("__reversed__", func(t *thread, self value) (value, error) { return iterOf(t, self.(*Range).reversed()) }),
		containsMethod(), getItemMethod(),
		object.Def{Sig: "count(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			r := a[0].(*Range)
			switch a[1].(type) {
			case starlark.Int, starlark.Bool:
				i, err := r.find(t, a[1])
				if i == nil {
					return starlark.MakeInt(0), err
				}
				return starlark.MakeInt(1), err
			}
			n := 0
			it := r.iterator()
			for e := value(nil); it.Next(&e); {
				if err := t.Tick(); err != nil {
					return nil, err
				}
				same, err := object.Same(t, e, a[1])
				if err != nil {
					return nil, err
				}
				if same {
					n++
				}
			}
			return starlark.MakeInt(n), nil
		}},
		object.Def{Sig: "index(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			i, err := a[0].(*Range).find(t, a[1])
			if err != nil {
				return nil, err
			}
			if i == nil {
				if _, ok := a[1].(starlark.Int); !ok {
					return nil, object.Raise(object.ValueError, "sequence.index(x): x not in sequence")
				}
				return nil, object.Raise(object.ValueError, "%s is not in range", a[1].String())
			}
			return starlark.MakeBigInt(i), nil
		}},
	)
	c.AddMethods(comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		if r, ok, err := a.(*Range).CompareWith(t, op, b); ok {
			return starlark.Bool(r), err
		}
		return object.NotImplemented, nil
	}, allComparisons...)...)
}

// readonlyAttr and readonlyDel refuse as CPython's member descriptors do.
func readonlyAttr(t *thread, self, v value) error {
	return object.Raise(object.AttributeError, "readonly attribute")
}

func readonlyDel(t *thread, self value) error { return readonlyAttr(t, self, nil) }
