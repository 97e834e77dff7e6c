package random

// This file defines the methods that draw integers and elements.

import (
	"math"
	"sort"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/libm"
	"starpool/builtins/modules/collections/abc"
	"starpool/builtins/object"
)

// offset returns start + step*r for a random r below the count of steps.
func (s *source) offset(start, step, count starlark.Int) (value, error) {
	if n, ok := count.Uint64(); ok {
		r, err := s.below(n)
		if err != nil {
			return nil, err
		}
		a, small := start.Int64()
		b, small2 := step.Int64()
		if small && small2 && r < 1<<31 && b < 1<<31 && b > -1<<31 && a < 1<<62 && a > -1<<62 {
			return starlark.MakeInt64(a + b*int64(r)), nil
		}
		return start.Add(step.Mul(starlark.MakeUint64(r))), nil
	}
	r, err := s.bigBelow(count.BigInt())
	if err != nil {
		return nil, err
	}
	return start.Add(step.Mul(starlark.MakeBigInt(r))), nil
}

var one = starlark.MakeInt(1)

// randrange draws from range(start, stop, step); stop is nil if it was not
// given.
func (s *source) randrange(start, stop, step value) (value, error) {
	t := s.t
	first, err := object.Index(t, start)
	if err != nil {
		return nil, err
	}
	if stop == nil || stop == starlark.None {
		if step != value(one) {
			return nil, object.Raise(object.TypeError, "Missing a non-None stop argument")
		}
		if first.Sign() > 0 {
			return s.offset(starlark.MakeInt(0), one, first)
		}
		return nil, object.Raise(object.ValueError, "empty range for randrange()")
	}
	last, err := object.Index(t, stop)
	if err != nil {
		return nil, err
	}
	width := last.Sub(first)
	by := one
	if step != value(one) {
		if by, err = object.Index(t, step); err != nil {
			return nil, err
		}
	}
	if n, ok := by.Int64(); ok && n == 1 {
		if width.Sign() > 0 {
			return s.offset(first, one, width)
		}
		return nil, object.Raise(object.ValueError, "empty range in randrange(%s, %s)", start, stop)
	}
	count := starlark.MakeInt(0)
	switch by.Sign() {
	case 1:
		count = width.Add(by).Sub(one).Div(by)
	case -1:
		count = width.Add(by).Add(one).Div(by)
	default:
		return nil, object.Raise(object.ValueError, "zero step for randrange()")
	}
	if count.Sign() <= 0 {
		return nil, object.Raise(object.ValueError, "empty range in randrange(%s, %s, %s)", start, stop, step)
	}
	return s.offset(first, by, count)
}

// elementAt is seq[i].
func elementAt(t *thread, seq value, i int) (value, error) {
	switch x := seq.(type) {
	case *starlark.List:
		if i < x.Len() {
			return x.Index(i), nil
		}
	case starlark.Tuple:
		if i < len(x) {
			return x[i], nil
		}
	}
	return object.GetItem(t, seq, starlark.MakeInt(i))
}

func (s *source) shuffle(x value) error {
	n, err := object.Len(s.t, x)
	if err != nil {
		return err
	}
	list, fast := x.(*starlark.List)
	for i := n - 1; i > 0; i-- {
		r, err := s.below(uint64(i + 1))
		if err != nil {
			return err
		}
		j := int(r)
		if fast && i < list.Len() {
			p, q := list.Index(i), list.Index(j)
			if err := object.SetIndex(list, i, q); err != nil {
				return err
			}
			if err := object.SetIndex(list, j, p); err != nil {
				return err
			}
		} else {
			at, with := starlark.MakeInt(i), starlark.MakeInt(j)
			p, err := object.GetItem(s.t, x, at)
			if err != nil {
				return err
			}
			q, err := object.GetItem(s.t, x, with)
			if err != nil {
				return err
			}
			if err := object.SetItem(s.t, x, at, q); err != nil {
				return err
			}
			if err := object.SetItem(s.t, x, with, p); err != nil {
				return err
			}
		}
		if i%4096 == 0 {
			if err := s.t.Check(); err != nil {
				return err
			}
		}
	}
	return nil
}

// sums returns the running totals of the weights or counts.
func sums(t *thread, v value) ([]value, error) {
	items, err := object.Slice(t, v)
	if err != nil {
		return nil, err
	}
	for i := 1; i < len(items); i++ {
		if items[i], err = object.Binary(t, syntax.PLUS, items[i-1], items[i]); err != nil {
			return nil, err
		}
	}
	return items, nil
}

// floats converts running totals if all are numbers that floats hold exactly.
func floats(items []value) ([]float64, bool) {
	out := make([]float64, len(items))
	for i, v := range items {
		switch v := v.(type) {
		case starlark.Float:
			out[i] = float64(v)
		case starlark.Int:
			n, ok := v.Int64()
			if !ok || n > 1<<53 || n < -1<<53 {
				return nil, false
			}
			out[i] = float64(n)
		default:
			return nil, false
		}
	}
	return out, true
}

func (s *source) choices(population, weights, cumulative value, count int) (value, error) {
	t := s.t
	n, err := object.Len(t, population)
	if err != nil {
		return nil, err
	}
	if err := object.ChargeSlots(t, max(count, 0)); err != nil {
		return nil, err
	}
	out := make([]value, 0, max(count, 0))
	pick := func(i int) error {
		v, err := elementAt(t, population, i)
		out = append(out, v)
		if err == nil && len(out)%4096 == 0 {
			err = t.Check()
		}
		return err
	}
	if cumulative == starlark.None && weights == starlark.None {
		for range count {
			r, err := s.random()
			if err != nil {
				return nil, err
			}
			if err := pick(int(math.Floor(r * float64(n)))); err != nil {
				return nil, err
			}
		}
		return starlark.NewList(out), nil
	}
	var totals []value
	if cumulative == starlark.None {
		if totals, err = sums(t, weights); err != nil {
			if object.IsException(err, object.TypeError) && object.IsInstance(weights, object.IntType) {
				return nil, object.Raise(object.TypeError, "The number of choices must be a keyword argument: k=%s", weights)
			}
			return nil, err
		}
	} else {
		if weights != starlark.None {
			return nil, object.Raise(object.TypeError, "Cannot specify both weights and cumulative weights")
		}
		if totals, err = object.Slice(t, cumulative); err != nil {
			return nil, err
		}
	}
	if len(totals) != n {
		return nil, object.Raise(object.ValueError, "The number of weights does not match the population")
	}
	if n == 0 {
		return nil, object.Raise(object.IndexError, "list index out of range")
	}
	total, err := object.Float(t, totals[n-1])
	switch {
	case err != nil:
		return nil, err
	case total <= 0:
		return nil, object.Raise(object.ValueError, "Total of weights must be greater than zero")
	case math.IsInf(total, 0) || math.IsNaN(total):
		return nil, object.Raise(object.ValueError, "Total of weights must be finite")
	}
	numbers, fast := floats(totals)
	for range count {
		r, err := s.random()
		if err != nil {
			return nil, err
		}
		x := r * total
		i := 0
		if fast {
			i = sort.Search(n-1, func(i int) bool { return x < numbers[i] })
		} else {
			lo, hi := 0, n-1
			for lo < hi {
				mid := (lo + hi) / 2
				less, err := object.Less(t, starlark.Float(x), totals[mid])
				if err != nil {
					return nil, err
				}
				if less {
					hi = mid
				} else {
					lo = mid + 1
				}
			}
			i = lo
		}
		if err := pick(i); err != nil {
			return nil, err
		}
	}
	return starlark.NewList(out), nil
}

// indices draws k different numbers below n, in the way of sample.
func (s *source) indices(n, k int) ([]int, error) {
	out := make([]int, k)
	setSize := 21
	if k > 5 {
		setSize += 1 << (2 * int(math.Ceil(libm.Log(float64(k*3))/libm.Log(4))))
	}
	if n <= setSize {
		pool := make([]int, n)
		for i := range pool {
			pool[i] = i
		}
		for i := range k {
			j, err := s.below(uint64(n - i))
			if err != nil {
				return nil, err
			}
			out[i] = pool[j]
			pool[j] = pool[n-i-1]
		}
		return out, nil
	}
	seen := make(map[int]bool, k)
	for i := range k {
		for {
			j, err := s.below(uint64(n))
			if err != nil {
				return nil, err
			}
			if !seen[int(j)] {
				seen[int(j)] = true
				out[i] = int(j)
				break
			}
		}
	}
	return out, nil
}

func (s *source) sample(population, size, counts value) (value, error) {
	t := s.t
	sequence, err := abc.IsInstance(t, population, abc.Sequence)
	if err != nil {
		return nil, err
	}
	if !sequence {
		return nil, object.Raise(object.TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d).")
	}
	n, err := object.Len(t, population)
	if err != nil {
		return nil, err
	}
	var ends []int
	if counts != starlark.None {
		totals, err := sums(t, counts)
		if err != nil {
			return nil, err
		}
		if len(totals) != n {
			return nil, object.Raise(object.ValueError, "The number of counts does not match the population")
		}
		for _, v := range totals {
			if !object.IsInstance(v, object.IntType) {
				return nil, object.Raise(object.TypeError, "Counts must be integers")
			}
			end, err := object.Int(t, v)
			if err != nil {
				return nil, err
			}
			ends = append(ends, end)
		}
		if n = 0; len(ends) > 0 {
			n = ends[len(ends)-1]
		}
		if n < 0 {
			return nil, object.Raise(object.ValueError, "Counts must be non-negative")
		}
	}
	k, err := object.Int(t, size)
	if err != nil {
		return nil, err
	}
	if k < 0 || k > n {
		return nil, object.Raise(object.ValueError, "Sample larger than population or is negative")
	}
	picked, err := s.indices(n, k)
	if err != nil {
		return nil, err
	}
	out := make([]value, k)
	for i, j := range picked {
		if ends != nil {
			j = sort.Search(len(ends)-1, func(i int) bool { return j < ends[i] })
		}
		if out[i], err = elementAt(t, population, j); err != nil {
			return nil, err
		}
	}
	return starlark.NewList(out), nil
}

func init() {
	none := func(err error) (value, error) { return starlark.None, err }
	randomClass.AddMethods(
		object.Def{Sig: "def randrange(self, start, stop=..., step=1)", Doc: "Choose a random item from range(stop) or range(start, stop[, step]).", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			return s.randrange(a[1], a[2], a[3])
		}},
		object.Def{Sig: "def randint(self, a, b)", Doc: "Return random integer in range [a, b], including both end points.", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			if lo, ok := a[1].(starlark.Int); ok {
				if hi, ok := a[2].(starlark.Int); ok {
					x, small := lo.Int64()
					y, small2 := hi.Int64()
					if small && small2 && x <= y && x > -1<<61 && y < 1<<61 {
						r, err := s.below(uint64(y-x) + 1)
						return starlark.MakeInt64(x + int64(r)), err
					}
				}
			}
			stop, err := object.Binary(t, syntax.PLUS, a[2], one)
			if err != nil {
				return nil, err
			}
			return s.randrange(a[1], stop, one)
		}},
		object.Def{Sig: "def randbytes(self, n)", Doc: "Generate n random bytes.", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			switch {
			case n < 0 && s.system:
				return nil, object.Raise(object.ValueError, "negative argument not allowed")
			case n < 0:
				return nil, object.Raise(object.ValueError, "number of bits must be non-negative")
			case n > maxBits/8:
				return nil, object.Raise(object.MemoryError, "")
			}
			if err := object.Charge(t, int64(2*n)); err != nil {
				return nil, err
			}
			v, err := s.getBits(8 * n)
			if err != nil {
				return nil, err
			}
			b := v.FillBytes(make([]byte, n))
			for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
				b[i], b[j] = b[j], b[i]
			}
			return starlark.Bytes(b), nil
		}},
		object.Def{Sig: "def choice(self, seq)", Doc: "Choose a random element from a non-empty sequence.", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Len(t, a[1])
			if err != nil {
				return nil, err
			}
			if n == 0 {
				return nil, object.Raise(object.IndexError, "Cannot choose from an empty sequence")
			}
			s := sourceOf(t, a[0])
			i, err := s.below(uint64(n))
			if err != nil {
				return nil, err
			}
			return elementAt(t, a[1], int(i))
		}},
		object.Def{Sig: "def shuffle(self, x)", Doc: "Shuffle list x in place, and return None.", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			return none(s.shuffle(a[1]))
		}},
		object.Def{Sig: "def sample(self, population, k, *, counts=None)", Doc: "Chooses k unique random elements from a population sequence.", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			return s.sample(a[1], a[2], a[3])
		}},
		object.Def{Sig: "def choices(self, population, weights=None, *, cum_weights=None, k=1)", Doc: "Return a k sized list of population elements chosen with replacement.", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			k, err := object.Int(t, a[4])
			if err != nil {
				return nil, err
			}
			return s.choices(a[1], a[2], a[3], k)
		}},
		object.Def{Sig: "def _randbelow(self, n)", Fn: func(t *thread, a args) (value, error) {
			s := sourceOf(t, a[0])
			n, err := object.Index(t, a[1])
			if err != nil {
				return nil, err
			}
			if n.Sign() <= 0 {
				return starlark.MakeInt(0), nil
			}
			return s.offset(starlark.MakeInt(0), one, n)
		}},
	)
}
