package itertools

// This file defines the combinatoric iterators.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// indexed builds the results of an iterator from the indices that advance finds.
type indexed struct {
	pool    []value
	indices []int
	started bool
	done    bool
	advance func(indices []int) bool // finds the next indices
}

// Next implements object.Iterator.
func (x *indexed) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if x.done {
		return nil, nil
	}
	if x.started {
		if !x.advance(x.indices) {
			x.done = true
			return nil, nil
		}
	}
	x.started = true
	out := make(starlark.Tuple, len(x.indices))
	for i, j := range x.indices {
		out[i] = x.pool[j]
	}
	return out, nil
}

// maxIndices bounds the length of a result.
const maxIndices = 1 << 27

func chooseFrom(t *thread, a args) ([]value, int, error) {
	pool, err := object.Slice(t, a[0])
	if err != nil {
		return nil, 0, err
	}
	r, err := object.Int(t, a[1])
	if err != nil {
		return nil, 0, err
	}
	if r < 0 {
		return nil, 0, object.Raise(object.ValueError, "r must be non-negative")
	}
	return pool, r, nil
}

var _ = define("combinations", "(iterable, r)", "Return successive r-length combinations of elements in the iterable.\n\ncombinations(range(4), 3) --> (0,1,2), (0,1,3), (0,2,3), (1,2,3)", func(t *thread, a args) (iterator, error) {
	pool, r, err := chooseFrom(t, a)
	if err != nil {
		return nil, err
	}
	n := len(pool)
	if r > n {
		return &indexed{done: true}, nil
	}
	indices := make([]int, r)
	for i := range indices {
		indices[i] = i
	}
	return &indexed{pool: pool, indices: indices, advance: func(x []int) bool {
		i := r - 1
		for i >= 0 && x[i] == i+n-r {
			i--
		}
		if i < 0 {
			return false
		}
		x[i]++
		for j := i + 1; j < r; j++ {
			x[j] = x[j-1] + 1
		}
		return true
	}}, nil
})

var _ = define("combinations_with_replacement", "(iterable, r)", "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.", func(t *thread, a args) (iterator, error) {
	pool, r, err := chooseFrom(t, a)
	if err != nil {
		return nil, err
	}
	if len(pool) == 0 && r > 0 {
		return &indexed{done: true}, nil
	}
	if r > maxIndices {
		return nil, object.Raise(object.MemoryError, "")
	}
	return &indexed{pool: pool, indices: make([]int, r), advance: func(x []int) bool {
		i := r - 1
		for i >= 0 && x[i] == len(pool)-1 {
			i--
		}
		if i < 0 {
			return false
		}
		next := x[i] + 1
		for ; i < r; i++ {
			x[i] = next
		}
		return true
	}}, nil
})

// permutator keeps the pool's indices in order and counts down how often each
// place may still be rotated.
type permutator struct {
	pool            []value
	indices, cycles []int
	r               int
	started, done   bool
}

// Next implements object.Iterator.
func (p *permutator) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if p.done {
		return nil, nil
	}
	if p.started && !p.advance() {
		p.done = true
		return nil, nil
	}
	p.started = true
	out := make(starlark.Tuple, p.r)
	for i := range out {
		out[i] = p.pool[p.indices[i]]
	}
	return out, nil
}

func (p *permutator) advance() bool {
	n := len(p.pool)
	for i := p.r - 1; i >= 0; i-- {
		if p.cycles[i]--; p.cycles[i] == 0 {
			first := p.indices[i]
			copy(p.indices[i:], p.indices[i+1:])
			p.indices[n-1] = first
			p.cycles[i] = n - i
			continue
		}
		j := n - p.cycles[i]
		p.indices[i], p.indices[j] = p.indices[j], p.indices[i]
		return true
	}
	return false
}

var _ = define("permutations", "(iterable, r=None)", "Return successive r-length permutations of elements in the iterable.\n\npermutations(range(3), 2) --> (0,1), (0,2), (1,0), (1,2), (2,0), (2,1)", func(t *thread, a args) (iterator, error) {
	pool, err := object.Slice(t, a[0])
	if err != nil {
		return nil, err
	}
	n := len(pool)
	r := n
	if a[1] != starlark.None {
		if !object.IsInstance(a[1], object.IntType) {
			return nil, object.Raise(object.TypeError, "Expected int as r")
		}
		if r, err = object.Int(t, a[1]); err != nil {
			return nil, err
		}
		if r < 0 {
			return nil, object.Raise(object.ValueError, "r must be non-negative")
		}
	}
	if r > n {
		return &permutator{done: true}, nil
	}
	p := &permutator{pool: pool, indices: make([]int, n), cycles: make([]int, r), r: r}
	for i := range p.indices {
		p.indices[i] = i
	}
	for i := range p.cycles {
		p.cycles[i] = n - i
	}
	return p, nil
})

// producter walks the cartesian product like an odometer.
type producter struct {
	pools   [][]value
	indices []int
	started bool
	done    bool
}

// Next implements object.Iterator.
func (p *producter) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	if p.done {
		return nil, nil
	}
	if p.started {
		i := len(p.pools) - 1
		for ; i >= 0; i-- {
			if p.indices[i]++; p.indices[i] < len(p.pools[i]) {
				break
			}
			p.indices[i] = 0
		}
		if i < 0 {
			p.done = true
			return nil, nil
		}
	}
	p.started = true
	out := make(starlark.Tuple, len(p.pools))
	for i, j := range p.indices {
		out[i] = p.pools[i][j]
	}
	return out, nil
}

var _ = define("product", "(*iterables, repeat=1)", "Cartesian product of input iterables.  Equivalent to nested for-loops.", func(t *thread, a args) (iterator, error) {
	repeat, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	if repeat < 0 {
		return nil, object.Raise(object.ValueError, "repeat argument cannot be negative")
	}
	iterables := a[0].(starlark.Tuple)
	if len(iterables) > 0 && repeat > maxIndices/len(iterables) {
		return nil, object.Raise(object.OverflowError, "repeat argument too large")
	}
	if len(iterables) == 0 || repeat == 0 {
		return &producter{}, nil
	}
	p := &producter{}
	var pools [][]value
	for _, v := range iterables {
		pool, err := object.Slice(t, v)
		if err != nil {
			return nil, err
		}
		pools = append(pools, pool)
		p.done = p.done || len(pool) == 0
	}
	for range repeat {
		p.pools = append(p.pools, pools...)
	}
	p.indices = make([]int, len(p.pools))
	return p, nil
})
