// Package difflib is the module difflib: SequenceMatcher, Differ and the diff
// formats in the language itself (difflib.py), the search for matching blocks
// in Go (this file).
package difflib

import (
	"context"
	_ "embed"
	"sort"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

//go:embed difflib.py
var source string

var indexClass = object.NewClass(object.Spec{Name: "_index", Module: "difflib", Final: true})

// An index is two sequences as numbers: equal elements have the same one.
type index struct {
	a, b []int
	// at lists where each number stands in b; nil for junk and popular ones.
	at   [][]int
	junk []bool
}

// A block is a run of n equal elements: a[i:i+n] == b[j:j+n].
type block struct{ i, j, n int }

// longest finds the longest block without junk in a[alo:ahi], b[blo:bhi], the
// first in a of several, then the first in b, and widens it by equal elements
// on both sides: by what is no junk first, then by junk.
func (x *index) longest(alo, ahi, blo, bhi int, lens, next []int) block {
	best := block{alo, blo, 0}
	// lens[j+1] is the length of the run that ends at a[i-1], b[j]. Both tables
	// are zero on entry and on return.
	var dirty, fresh []int
	for i := alo; i < ahi; i++ {
		fresh = fresh[:0]
		if id := x.a[i]; id < len(x.at) {
			for _, j := range x.at[id] {
				if j < blo {
					continue
				}
				if j >= bhi {
					break
				}
				n := lens[j] + 1
				next[j+1] = n
				fresh = append(fresh, j+1)
				if n > best.n {
					best = block{i - n + 1, j - n + 1, n}
				}
			}
		}
		for _, j := range dirty {
			lens[j] = 0
		}
		lens, next = next, lens
		dirty, fresh = fresh, dirty
	}
	for _, j := range dirty {
		lens[j] = 0
	}
	for _, junk := range []bool{false, true} {
		for best.i > alo && best.j > blo && x.isJunk(best.j-1) == junk && x.a[best.i-1] == x.b[best.j-1] {
			best = block{best.i - 1, best.j - 1, best.n + 1}
		}
		for best.i+best.n < ahi && best.j+best.n < bhi && x.isJunk(best.j+best.n) == junk && x.a[best.i+best.n] == x.b[best.j+best.n] {
			best.n++
		}
	}
	return best
}

func (x *index) isJunk(j int) bool { return x.junk[x.b[j]] }

// blocks lists the matching blocks in order, adjacent ones joined.
func (x *index) blocks(ctx context.Context) ([]block, error) {
	lens, next := make([]int, len(x.b)+1), make([]int, len(x.b)+1)
	type span struct{ alo, ahi, blo, bhi int }
	todo := []span{{0, len(x.a), 0, len(x.b)}}
	var found []block
	for len(todo) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		m := x.longest(s.alo, s.ahi, s.blo, s.bhi, lens, next)
		if m.n == 0 {
			continue
		}
		found = append(found, m)
		if s.alo < m.i && s.blo < m.j {
			todo = append(todo, span{s.alo, m.i, s.blo, m.j})
		}
		if m.i+m.n < s.ahi && m.j+m.n < s.bhi {
			todo = append(todo, span{m.i + m.n, s.ahi, m.j + m.n, s.bhi})
		}
	}
	sort.Slice(found, func(p, q int) bool { return found[p].i < found[q].i })
	out := found[:0]
	for _, m := range found {
		if k := len(out); k > 0 && out[k-1].i+out[k-1].n == m.i && out[k-1].j+out[k-1].n == m.j {
			out[k-1].n += m.n
		} else {
			out = append(out, m)
		}
	}
	return out, nil
}

// newIndex is _index(a, b, b2j, bjunk).
func newIndex(t *thread, a args) (value, error) {
	ids := starlark.NewDict(16)
	number := func(v value) ([]int, error) {
		var out []int
		err := object.ForEach(t, v, func(e value) error {
			id, err := object.DictGet(t, ids, e)
			if err == nil && id == nil {
				id = starlark.MakeInt(ids.Len())
				err = object.DictSet(t, ids, e, id)
			}
			if err != nil {
				return err
			}
			n, _ := starlark.AsInt32(id)
			out = append(out, n)
			return nil
		})
		return out, err
	}
	x := &index{}
	var err error
	if x.b, err = number(a[1]); err != nil {
		return nil, err
	}
	known := ids.Len()
	kept := make([]bool, known)
	x.junk, x.at = make([]bool, known), make([][]int, known)
	mark := func(v value, flags []bool) error {
		return object.ForEach(t, v, func(e value) error {
			id, err := object.DictGet(t, ids, e)
			if n, convErr := starlark.AsInt32(id); id != nil && convErr == nil && n < known {
				flags[n] = true
			}
			return err
		})
	}
	if err := mark(a[2], kept); err != nil {
		return nil, err
	}
	if err := mark(a[3], x.junk); err != nil {
		return nil, err
	}
	for j, id := range x.b {
		if kept[id] {
			x.at[id] = append(x.at[id], j)
		}
	}
	if x.a, err = number(a[0]); err != nil {
		return nil, err
	}
	return object.Make(indexClass, t, x), nil
}

func tuple(m block) value {
	return starlark.Tuple{starlark.MakeInt(m.i), starlark.MakeInt(m.j), starlark.MakeInt(m.n)}
}

func init() {
	self := func(v value) *index { return v.(*object.Instance).State.(*index) }
	indexClass.AddMethods(
		object.Def{Sig: "longest(self, alo, ahi, blo, bhi, /)", Fn: func(t *thread, a args) (value, error) {
			x := self(a[0])
			var at [4]int
			for i := range at {
				n, err := object.Int(t, a[i+1])
				if err != nil {
					return nil, err
				}
				limit := len(x.a)
				if i >= 2 {
					limit = len(x.b)
				}
				if n < 0 || n > limit {
					return nil, object.Raise(object.IndexError, "list index out of range")
				}
				at[i] = n
			}
			n := len(x.b) + 1
			return tuple(x.longest(at[0], at[1], at[2], at[3], make([]int, n), make([]int, n))), nil
		}},
		object.Def{Sig: "blocks(self, /)", Fn: func(t *thread, a args) (value, error) {
			x := self(a[0])
			var found []block
			var err error
			if len(x.a)+len(x.b) < 200 {
				found, err = x.blocks(context.Background())
			} else {
				err = t.Block(func(ctx context.Context) (err error) {
					found, err = x.blocks(ctx)
					return err
				})
			}
			if err != nil {
				return nil, err
			}
			out := make([]value, len(found))
			for i, m := range found {
				out[i] = tuple(m)
			}
			return starlark.NewList(out), nil
		}},
	)
	registry.Register(&registry.Module{
		Name: "difflib", Doc: "Helpers for computing deltas between objects.", Source: source,
		Funcs: []object.Def{{Sig: "_index(a, b, b2j, bjunk, /)", Fn: newIndex}},
	})
}
