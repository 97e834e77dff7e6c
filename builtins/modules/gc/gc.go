// Package gc is the module gc. Go's collector does the work; generations and
// thresholds are accepted and mean nothing.
package gc

import (
	"context"
	"runtime"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// disabled is what gc.disable() leaves for isenabled().
var disabled = isolate.NewKey(func(*isolate.Isolate) *bool { return new(bool) })

// collect runs Go's collector and waits, within reason, until it has told whom
// it had to tell about what died: that is done in order, behind the collection.
func collect(ctx context.Context) error {
	for range 2 { // an object that only a dead one referred to needs a second round
		runtime.GC()
		told := make(chan struct{})
		func() {
			last := new([16]byte)
			runtime.AddCleanup(last, func(c chan struct{}) { close(c) }, told)
		}()
		runtime.GC()
		select {
		case <-told:
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return nil
}

func none(t *object.Thread, a object.Args) (starlark.Value, error) { return starlark.None, nil }

func init() {
	registry.Register(&registry.Module{
		Name: "gc", Doc: "This module provides access to the garbage collector for reference cycles.",
		Funcs: []object.Def{
			{Sig: "collect(generation=2)", Doc: "Run the garbage collector.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				err := t.Block(collect)
				if err == nil {
					t.Isolate().Collected(t)
				}
				return starlark.MakeInt(0), err
			}},
			{Sig: "enable()", Doc: "Enable automatic garbage collection.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				*disabled.In(t.Isolate()) = false
				return starlark.None, nil
			}},
			{Sig: "disable()", Doc: "Disable automatic garbage collection.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				*disabled.In(t.Isolate()) = true
				return starlark.None, nil
			}},
			{Sig: "isenabled()", Doc: "Returns true if automatic garbage collection is enabled.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.Bool(!*disabled.In(t.Isolate())), nil
			}},
			{Sig: "get_threshold()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.Tuple{starlark.MakeInt(2000), starlark.MakeInt(10), starlark.MakeInt(0)}, nil
			}},
			{Sig: "set_threshold(threshold0, threshold1=10, threshold2=0, /)", Fn: none},
			{Sig: "get_count()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.Tuple{starlark.MakeInt(0), starlark.MakeInt(0), starlark.MakeInt(0)}, nil
			}},
			{Sig: "freeze()", Fn: none}, {Sig: "unfreeze()", Fn: none},
			{Sig: "get_freeze_count()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) { return starlark.MakeInt(0), nil }},
			{Sig: "get_debug()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) { return starlark.MakeInt(0), nil }},
			{Sig: "set_debug(flags, /)", Fn: none},
			{Sig: "get_stats()", Doc: "Return a list of dictionaries containing per-generation statistics.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				d := starlark.NewDict(3)
				d.SetKey(starlark.String("collections"), starlark.MakeUint64(uint64(m.NumGC)))
				d.SetKey(starlark.String("collected"), starlark.MakeUint64(m.Frees))
				d.SetKey(starlark.String("uncollectable"), starlark.MakeInt(0))
				return starlark.NewList([]starlark.Value{d}), nil
			}},
		},
		Values: map[string]starlark.Value{"garbage": starlark.Tuple(nil), "callbacks": starlark.Tuple(nil),
			"DEBUG_STATS": starlark.MakeInt(1), "DEBUG_COLLECTABLE": starlark.MakeInt(2), "DEBUG_UNCOLLECTABLE": starlark.MakeInt(4),
			"DEBUG_SAVEALL": starlark.MakeInt(32), "DEBUG_LEAK": starlark.MakeInt(38)},
		Differs: "Go's collector works by itself: thresholds, generations and freeze() are accepted and mean nothing, and objects cannot be listed. collect() runs it and always returns 0.",
	})
}
