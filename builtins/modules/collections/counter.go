package collections

// This file defines Counter; its operators are in counterops.go.

import (
	"math/bits"
	"sort"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/modules/itertools"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

var counter = object.NewClass(object.Spec{
	Name: "Counter", Module: "collections", Base: object.DictType, Python: true,
	Doc: "Dict subclass for counting hashable items.  Sometimes called a bag\nor multiset.  Elements are stored as dictionary keys and their counts\nare stored as dictionary values.",
})

var (
	zero = starlark.MakeInt(0)
	one  = starlark.MakeInt(1)
)

var countElementsDef = object.Def{Sig: "_count_elements(mapping, iterable, /)", Doc: "Count elements in the iterable, updating the mapping", Fn: func(t *thread, a args) (value, error) {
	return none(countElements(t, a[0], a[1]))
}}

// countElements adds one for each element of an iterable.
func countElements(t *thread, self, iterable value) error {
	d, ok := object.Base(self).(*starlark.Dict)
	if !ok || overrides(self, "__setitem__") || overrides(self, "get") {
		return object.ForEach(t, iterable, func(e value) error {
			n, err := object.CallMethod(t, self, "get", e, zero)
			if err != nil {
				return err
			}
			if n, err = object.Binary(t, syntax.PLUS, n, one); err != nil {
				return err
			}
			return object.SetItem(t, self, e, n)
		})
	}
	return object.ForEach(t, iterable, func(e value) error { return addTo(t, d, e, one, syntax.PLUS) })
}

// addTo makes d[key] += n, or -= n, where a missing key counts zero.
func addTo(t *thread, d *starlark.Dict, key, n value, op object.Op) error {
	old, err := object.DictGet(t, d, key)
	if err != nil {
		return err
	}
	if old == nil {
		old = zero
		if i, ok := n.(starlark.Int); ok && op == syntax.PLUS {
			return object.DictSet(t, d, key, i)
		}
	}
	sum, err := addCounts(t, op, old, n)
	if err != nil {
		return err
	}
	return object.DictSet(t, d, key, sum)
}

func addCounts(t *thread, op object.Op, a, b value) (value, error) {
	if x, ok := a.(starlark.Int); ok {
		if y, ok := b.(starlark.Int); ok {
			if op == syntax.MINUS {
				return x.Sub(y), nil
			}
			return x.Add(y), nil
		}
	}
	return object.Binary(t, op, a, b)
}

// updateCounts is update and subtract.
func updateCounts(t *thread, self, iterable value, kwds *starlark.Dict, op object.Op) error {
	d := dictOf(self)
	switch from, isDict := object.Base(iterable).(*starlark.Dict); {
	case iterable == starlark.None:
	case isDict:
		// An empty counter takes the counts as they are.
		if d.Len() == 0 && op == syntax.PLUS {
			if err := types.UpdateDict(t, "update", d, starlark.Tuple{iterable}, nil); err != nil {
				return err
			}
			break
		}
		for _, item := range from.Items() {
			if err := addTo(t, d, item[0], item[1], op); err != nil {
				return err
			}
		}
	default:
		mapping, err := isMapping(t, iterable)
		if err != nil {
			return err
		}
		switch {
		case mapping:
			items, err := object.CallMethod(t, iterable, "items")
			if err != nil {
				return err
			}
			if err := object.ForEach(t, items, func(e value) error {
				pair, err := object.Slice(t, e)
				if err != nil {
					return err
				}
				return addTo(t, d, pair[0], pair[1], op)
			}); err != nil {
				return err
			}
		case op == syntax.PLUS:
			if err := countElements(t, self, iterable); err != nil {
				return err
			}
		default:
			if err := object.ForEach(t, iterable, func(e value) error { return addTo(t, d, e, one, op) }); err != nil {
				return err
			}
		}
	}
	if kwds.Len() > 0 {
		return updateCounts(t, self, kwds, new(starlark.Dict), op)
	}
	return nil
}

// mostCommon returns the items by falling count, equal ones in their order; only
// the first n if n is not negative.
func mostCommon(t *thread, items []starlark.Tuple, n int) ([]value, error) {
	out := make([]value, len(items))
	small := true
	for i, item := range items {
		out[i] = item
		if c, ok := item[1].(starlark.Int); !ok || !fits(c) {
			small = false
		}
	}
	switch {
	case small && n >= 0 && n < len(items)/bits.Len(uint(len(items))+1):
		return topCounts(items, n), nil
	case small:
		counts := make([]int64, len(items))
		for i, item := range items {
			counts[i], _ = item[1].(starlark.Int).Int64()
		}
		sort.Stable(byCount{counts, out})
	default:
		if err := types.SortValues(t, out, countOf, true); err != nil {
			return nil, err
		}
	}
	if n >= 0 && n < len(out) {
		out = out[:n]
	}
	return out, nil
}

func fits(n starlark.Int) bool {
	_, ok := n.Int64()
	return ok
}

// countOf is the key by which items sort.
var countOf = object.NewFunc(object.Def{Sig: "itemgetter(item, /)", Fn: func(t *thread, a args) (value, error) {
	return a[0].(starlark.Tuple)[1], nil
}})

type byCount struct {
	counts []int64
	items  []value
}

func (s byCount) Len() int           { return len(s.items) }
func (s byCount) Less(i, j int) bool { return s.counts[i] > s.counts[j] }
func (s byCount) Swap(i, j int) {
	s.counts[i], s.counts[j] = s.counts[j], s.counts[i]
	s.items[i], s.items[j] = s.items[j], s.items[i]
}

// topCounts keeps the best n in order as it goes, for few of many.
func topCounts(items []starlark.Tuple, n int) []value {
	type entry struct {
		count int64
		item  value
	}
	best := make([]entry, 0, n+1)
	for _, item := range items {
		c, _ := item[1].(starlark.Int).Int64()
		if len(best) == n && (n == 0 || c <= best[n-1].count) {
			continue
		}
		at := sort.Search(len(best), func(i int) bool { return best[i].count < c })
		best = append(best, entry{})
		copy(best[at+1:], best[at:])
		best[at] = entry{c, item}
		if len(best) > n {
			best = best[:n]
		}
	}
	out := make([]value, len(best))
	for i, e := range best {
		out[i] = e.item
	}
	return out
}

// elements repeats each key as often as it was counted.
type elements struct {
	items []starlark.Tuple
	key   value
	left  int
}

// Next implements object.Iterator.
func (e *elements) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	for e.left <= 0 {
		if len(e.items) == 0 {
			return nil, nil
		}
		n, err := object.Int(t, e.items[0][1])
		if err != nil {
			return nil, err
		}
		e.key, e.left = e.items[0][0], n
		e.items = e.items[1:]
	}
	e.left--
	return e.key, nil
}

func init() {
	counter.AddMethods(
		object.Def{Sig: "def __init__(self, iterable=None, /, **kwds)", Fn: func(t *thread, a args) (value, error) {
			if overrides(a[0], "update") {
				m, err := object.GetAttr(t, a[0], "update")
				if err != nil {
					return nil, err
				}
				_, err = object.Call(t, m, starlark.Tuple{a[1]}, object.Keywords(a[2]))
				return none(err)
			}
			return none(updateCounts(t, a[0], a[1], a[2].(*starlark.Dict), syntax.PLUS))
		}},
		object.Def{Sig: "def __missing__(self, key)", Doc: "The count of elements not in the Counter is zero.", Fn: func(t *thread, a args) (value, error) { return zero, nil }},
		object.Def{Sig: "def total(self)", Doc: "Sum of the counts", Fn: func(t *thread, a args) (value, error) {
			sum := value(zero)
			for _, item := range dictOf(a[0]).Items() {
				var err error
				if sum, err = addCounts(t, syntax.PLUS, sum, item[1]); err != nil {
					return nil, err
				}
			}
			return sum, nil
		}},
		object.Def{Sig: "def most_common(self, n=None)", Doc: "List the n most common elements and their counts from the most\ncommon to the least.  If n is None, then list all element counts.", Fn: func(t *thread, a args) (value, error) {
			n := -1
			if a[1] != starlark.None {
				less, err := object.Compare(t, syntax.GE, a[1], starlark.MakeInt(dictOf(a[0]).Len()))
				if err != nil {
					return nil, err
				}
				if less != starlark.True {
					if n, err = object.Int(t, a[1]); err != nil {
						return nil, err
					}
					n = max(n, 0)
				}
			}
			items, err := mostCommon(t, dictOf(a[0]).Items(), n)
			return starlark.NewList(items), err
		}},
		object.Def{Sig: "def elements(self)", Doc: "Iterator over elements repeating each as many times as its count.", Fn: func(t *thread, a args) (value, error) {
			return itertools.NewChain(t, &elements{items: dictOf(a[0]).Items()}), nil
		}},
		object.Def{Sig: "def fromkeys(cls, iterable, v=None)", Class: true, Fn: func(t *thread, a args) (value, error) {
			return nil, object.Raise(object.NotImplementedError, "Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")
		}},
		object.Def{Sig: "def update(self, iterable=None, /, **kwds)", Doc: "Like dict.update() but add counts instead of replacing them.", Fn: func(t *thread, a args) (value, error) {
			return none(updateCounts(t, a[0], a[1], a[2].(*starlark.Dict), syntax.PLUS))
		}},
		object.Def{Sig: "def subtract(self, iterable=None, /, **kwds)", Doc: "Like dict.update() but subtracts counts instead of replacing them.", Fn: func(t *thread, a args) (value, error) {
			return none(updateCounts(t, a[0], a[1], a[2].(*starlark.Dict), syntax.MINUS))
		}},
		object.Def{Sig: "def copy(self)", Doc: "Return a shallow copy.", Fn: func(t *thread, a args) (value, error) {
			return object.Call(t, object.ClassOf(a[0]), starlark.Tuple{a[0]}, nil)
		}},
		object.Def{Sig: "def __reduce__(self)", Fn: func(t *thread, a args) (value, error) {
			return starlark.Tuple{object.ClassOf(a[0]), starlark.Tuple{copyDict(dictOf(a[0]))}}, nil
		}},
		object.Def{Sig: "def __delitem__(self, elem)", Doc: "Like dict.__delitem__() but does not raise KeyError for missing values.", Fn: func(t *thread, a args) (value, error) {
			_, err := object.DictDelete(t, dictOf(a[0]), a[1])
			return none(err)
		}},
		object.Def{Sig: "def __repr__(self)", Fn: func(t *thread, a args) (value, error) {
			name := object.ClassOf(a[0]).ClassName
			d := dictOf(a[0])
			if d.Len() == 0 {
				return starlark.String(name + "()"), nil
			}
			ordered := d
			items, err := mostCommon(t, d.Items(), -1)
			switch {
			case err == nil:
				ordered = starlark.NewDict(len(items))
				for _, e := range items {
					ordered.SetKey(e.(starlark.Tuple)[0], e.(starlark.Tuple)[1])
				}
			case !object.IsCaught(t, err, object.TypeError):
				return nil, err
			}
			s, err := object.ReprGuard(t, a[0], "...", func() (string, error) { return object.Repr(t, ordered) })
			return starlark.String(name + "(" + s + ")"), err
		}},
	)
}

func copyDict(d *starlark.Dict) *starlark.Dict {
	out := starlark.NewDict(d.Len())
	for _, item := range d.Items() {
		out.SetKey(item[0], item[1])
	}
	return out
}
