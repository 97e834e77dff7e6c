package itertools

// This file defines groupby and tee, whose results share one source.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var (
	grouperClass = types.NewIteratorClass("itertools", "_grouper")
	teeClass     = types.NewIteratorClass("itertools", "_tee")
)

// A grouping is groupby(iterable, key). current and its key are the item that
// was read last; target is the key of the group that was handed out last.
type grouping struct {
	it              iterator
	key             value // nil: the item itself
	current, curKey value
	target          value
	group           *grouper
}

// step reads the next item; false at the end.
func (g *grouping) step(t *thread) (bool, error) {
	v, err := g.it.Next(t)
	if v == nil || err != nil {
		return false, err
	}
	k := v
	if g.key != nil {
		if k, err = call1(t, g.key, v); err != nil {
			return false, err
		}
	}
	g.current, g.curKey = v, k
	return true, nil
}

// Next implements object.Iterator.
func (g *grouping) Next(t *thread) (value, error) {
	g.group = nil
	for n := 1; ; n++ {
		if g.curKey != nil {
			if g.target == nil {
				break
			}
			same, err := object.Same(t, g.target, g.curKey)
			if err != nil {
				return nil, err
			}
			if !same {
				break
			}
		}
		if ok, err := g.step(t); !ok || err != nil {
			return nil, err
		}
		if n%checkEvery == 0 {
			if err := t.Check(); err != nil {
				return nil, err
			}
		}
	}
	g.target = g.curKey
	g.group = &grouper{g, g.curKey}
	return starlark.Tuple{g.curKey, object.Make(grouperClass, t, g.group)}, nil
}

// A grouper yields one group as long as groupby has not gone on.
type grouper struct {
	g      *grouping
	target value
}

// Next implements object.Iterator.
func (r *grouper) Next(t *thread) (value, error) {
	g := r.g
	if g.group != r {
		return nil, nil
	}
	if g.current == nil {
		if ok, err := g.step(t); !ok || err != nil {
			return nil, err
		}
	}
	same, err := object.Same(t, r.target, g.curKey)
	if err != nil || !same {
		return nil, err
	}
	v := g.current
	g.current = nil
	return v, nil
}

var _ = define("groupby", "(iterable, key=None)", "make an iterator that returns consecutive keys and groups from the iterable", func(t *thread, a args) (iterator, error) {
	it, err := object.Iter(t, a[0])
	g := &grouping{it: it}
	if a[1] != starlark.None {
		g.key = a[1]
	}
	return g, err
})

// A link is one item that the iterators of a tee share; the source makes the
// next one when the first of them gets there.
type link struct {
	v    value
	next *link
}

type teeSource struct {
	it   iterator
	busy bool
}

type teeIter struct {
	source *teeSource
	at     *link // the link before the next item
}

// Next implements object.Iterator.
func (s *teeIter) Next(t *thread) (value, error) {
	if s.at.next == nil {
		if s.source.busy {
			return nil, object.Raise(object.RuntimeError, "cannot re-enter the tee iterator")
		}
		s.source.busy = true
		v, err := s.source.it.Next(t)
		s.source.busy = false
		if v == nil || err != nil {
			return nil, err
		}
		s.at.next = &link{v: v}
	}
	s.at = s.at.next
	return s.at.v, nil
}

func newTee(t *thread, v value) (*teeIter, error) {
	if x, ok := v.(*object.Instance); ok {
		if s, ok := x.State.(*teeIter); ok {
			return &teeIter{s.source, s.at}, nil
		}
	}
	it, err := object.Iter(t, v)
	return &teeIter{&teeSource{it: it}, new(link)}, err
}

var teeDef = object.Def{Sig: "tee(iterable, n=2, /)", Wording: "tee", Doc: "Returns a tuple of n independent iterators.", Fn: func(t *thread, a args) (value, error) {
	n, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, object.Raise(object.ValueError, "n must be >= 0")
	}
	if n > maxIndices {
		return nil, object.Raise(object.MemoryError, "")
	}
	out := make(starlark.Tuple, n)
	if n == 0 {
		return out, nil
	}
	first, err := newTee(t, a[0])
	if err != nil {
		return nil, err
	}
	for i := range out {
		out[i] = object.Make(teeClass, t, &teeIter{first.source, first.at})
	}
	return out, nil
}}

func init() {
	teeClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if err := count("_tee", len(a), 1, 1); err != nil {
			return nil, err
		}
		s, err := newTee(t, a[0])
		return object.Make(c, t, s), err
	}
	teeClass.AddMethods(object.Def{Sig: "__copy__(self, /)", Doc: "Returns an independent iterator.", Fn: func(t *thread, a args) (value, error) {
		s := a[0].(*object.Instance).State.(*teeIter)
		return object.Make(teeClass, t, &teeIter{s.source, s.at}), nil
	}})
}
