// Package heapq is the module heapq: heaps in lists (heap.go), and merge,
// nlargest, nsmallest (select.go).
package heapq

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

func init() {
	text := func(names ...string) starlark.Tuple {
		var out starlark.Tuple
		for _, n := range names {
			out = append(out, starlark.String(n))
		}
		return out
	}
	registry.Register(&registry.Module{
		Name: "heapq", Doc: "Heap queue algorithm (a.k.a. priority queue).",
		Funcs: append(heapFuncs, selectFuncs...),
		Values: map[string]value{
			"__all__": text("heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"),
		},
	})
}
