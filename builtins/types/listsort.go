package types

// This file defines sorting.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A keyed is an element with what it is compared by.
type keyed[K any] struct {
	key K
	v   value
}

// SortValues sorts items in place and stably, by key(item) unless key is nil or
// None, in descending order if reverse is true. On an error the items are all
// still there in some order. It is what list.sort and sorted do.
func SortValues(t *thread, items []value, key value, reverse bool) error {
	if len(items) == 0 {
		return nil
	}
	keys := items
	if key != nil && key != starlark.None {
		keys = make([]value, len(items))
		for i, v := range items {
			k, err := object.Call(t, key, starlark.Tuple{v}, nil)
			if err != nil {
				return err
			}
			keys[i] = k
		}
	}
	if len(items) == 1 {
		return nil
	}
	// Keys of one built-in type are compared without looking at the types
	// again; this is most of the cost otherwise.
	switch keys[0].(type) {
	case starlark.Int:
		if pairs, ok := smallInts(keys, items); ok {
			return sortKeyed(pairs, items, reverse, func(a, b int64) (bool, error) { return a < b, nil })
		}
	case starlark.Float:
		if pairs, ok := keysOf(keys, items, func(v value) (starlark.Float, bool) { f, ok := v.(starlark.Float); return f, ok }); ok {
			return sortKeyed(pairs, items, reverse, func(a, b starlark.Float) (bool, error) { return a < b, nil })
		}
	case starlark.String:
		if pairs, ok := keysOf(keys, items, func(v value) (string, bool) { s, ok := v.(starlark.String); return string(s), ok }); ok {
			return sortKeyed(pairs, items, reverse, func(a, b string) (bool, error) { return a < b, nil })
		}
	}
	pairs, _ := keysOf(keys, items, func(v value) (value, bool) { return v, true })
	n := 0
	return sortKeyed(pairs, items, reverse, func(a, b value) (bool, error) {
		if n++; n%1024 == 0 {
			if err := t.Check(); err != nil {
				return false, err
			}
		}
		return object.Less(t, a, b)
	})
}

func smallInts(keys, items []value) ([]keyed[int64], bool) {
	return keysOf(keys, items, func(v value) (int64, bool) {
		i, ok := v.(starlark.Int)
		if !ok {
			return 0, false
		}
		return i.Int64()
	})
}

func keysOf[K any](keys, items []value, convert func(value) (K, bool)) ([]keyed[K], bool) {
	pairs := make([]keyed[K], len(items))
	for i, k := range keys {
		c, ok := convert(k)
		if !ok {
			return nil, false
		}
		pairs[i] = keyed[K]{c, items[i]}
	}
	return pairs, true
}

// sortKeyed sorts the pairs and writes the elements back to items. A descending
// sort is an ascending one of the reversed sequence, reversed: equal elements
// keep their order.
func sortKeyed[K any](pairs []keyed[K], items []value, reverse bool, less func(a, b K) (bool, error)) error {
	if reverse {
		reversePairs(pairs)
	}
	err := mergeSort(pairs, less)
	if reverse {
		reversePairs(pairs)
	}
	for i := range pairs {
		items[i] = pairs[i].v
	}
	return err
}

func reversePairs[K any](a []keyed[K]) {
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
}

// minRun is the length below which a run is extended by insertion.
const minRun = 24

// A run is a sorted stretch a[from:to].
type run struct{ from, to int }

// mergeSort sorts stably with few comparisons, as those may run script code:
// it finds the runs that are there (a descending one is reversed), extends short
// ones by binary insertion, and merges neighbours of similar length. Sorted
// input costs n-1 comparisons. A comparison that fails ends the sort with a
// permutation of the input in a.
func mergeSort[K any](a []keyed[K], less func(a, b K) (bool, error)) error {
	var runs []run
	var buf []keyed[K]
	for from := 0; from < len(a); {
		to, err := findRun(a, from, less)
		if err != nil {
			return err
		}
		if end := min(from+minRun, len(a)); to < end {
			if err := insertRun(a, from, to, end, less); err != nil {
				return err
			}
			to = end
		}
		runs = append(runs, run{from, to})
		from = to
		// Keep the lengths falling at least like powers of two, so that each
		// element is merged O(log n) times.
		for n := len(runs); n > 1 && length(runs[n-2]) <= 2*length(runs[n-1]); n = len(runs) {
			if err := mergeRuns(a, runs[n-2].from, runs[n-1].from, runs[n-1].to, &buf, less); err != nil {
				return err
			}
			runs[n-2].to = runs[n-1].to
			runs = runs[:n-1]
		}
	}
	for n := len(runs); n > 1; n = len(runs) {
		if err := mergeRuns(a, runs[n-2].from, runs[n-1].from, runs[n-1].to, &buf, less); err != nil {
			return err
		}
		runs[n-2].to = runs[n-1].to
		runs = runs[:n-1]
	}
	return nil
}

func length(r run) int { return r.to - r.from }

// findRun returns the end of the run that starts at from.
func findRun[K any](a []keyed[K], from int, less func(a, b K) (bool, error)) (int, error) {
	to := from + 1
	if to >= len(a) {
		return len(a), nil
	}
	down, err := less(a[to].key, a[from].key)
	if err != nil {
		return 0, err
	}
	for to++; to < len(a); to++ {
		lt, err := less(a[to].key, a[to-1].key)
		if err != nil {
			return 0, err
		}
		if lt != down {
			break
		}
	}
	if down { // strictly descending, so reversing it is stable
		reversePairs(a[from:to])
	}
	return to, nil
}

// insertRun extends the run a[from:to] to end.
func insertRun[K any](a []keyed[K], from, to, end int, less func(a, b K) (bool, error)) error {
	for ; to < end; to++ {
		x := a[to]
		lo, hi := from, to
		for lo < hi {
			mid := (lo + hi) / 2
			lt, err := less(x.key, a[mid].key)
			if err != nil {
				return err
			}
			if lt {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		copy(a[lo+1:to+1], a[lo:to])
		a[lo] = x
	}
	return nil
}

// mergeRuns merges the neighbouring runs a[lo:mid] and a[mid:hi].
func mergeRuns[K any](a []keyed[K], lo, mid, hi int, buf *[]keyed[K], less func(a, b K) (bool, error)) error {
	lt, err := less(a[mid].key, a[mid-1].key)
	if err != nil || !lt {
		return err // already in order
	}
	left := append((*buf)[:0], a[lo:mid]...)
	*buf = left
	i, j, k := 0, mid, lo
	for i < len(left) && j < hi {
		lt, err := less(a[j].key, left[i].key)
		if err != nil {
			copy(a[k:], left[i:])
			return err
		}
		if lt {
			a[k] = a[j]
			j++
		} else {
			a[k] = left[i]
			i++
		}
		k++
	}
	copy(a[k:], left[i:])
	return nil
}
