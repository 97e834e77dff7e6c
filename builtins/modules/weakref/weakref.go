// Package weakref is the module weakref: references in Go's own weak pointers
// (weakref.go), the containers in the language itself (weakref.py).
//
// An object dies when Go's collector finds that nothing refers to it, which is
// later than in CPython, at the latest in gc.collect(). Callbacks run then, on
// the thread that next uses the module or collects.
package weakref

import (
	_ "embed"
	"fmt"
	"runtime"
	"sync"
	"weak"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	value  = starlark.Value
	args   = object.Args
)

//go:embed weakref.py
var source string

func init() {
	registry.Register(&registry.Module{
		Name: "weakref", Doc: "Weak reference support.", Source: source,
		Differs: "an object dies when Go's collector finds it dead, at the latest in gc.collect(), and not with its last reference.",
		Classes: []*object.Class{referenceType},
		Values:  map[string]value{"ref": referenceType},
		Funcs: []object.Def{
			{Sig: "getweakrefcount(object, /)", Doc: "Return the number of weak references to 'object' that are alive.", Fn: func(t *thread, a args) (value, error) {
				return starlark.MakeInt(len(refsTo(t, a[0]))), nil
			}},
			{Sig: "getweakrefs(object, /)", Doc: "Return a list of all weak reference objects pointing to 'object'.", Fn: func(t *thread, a args) (value, error) {
				return starlark.NewList(refsTo(t, a[0])), nil
			}},
		},
	})
}

var referenceType = object.NewClass(object.Spec{Name: "ReferenceType", Module: "weakref"})

// A reference is the State of a ref: how its object is found, and what runs when
// it has died.
type reference struct {
	get      func() value // nil once the object is dead
	address  uintptr
	callback value
	hash     int64
	hashed   bool
}

// A board is an isolate's references, by the address of their objects, and those
// whose objects have died since someone looked.
type board struct {
	mu    sync.Mutex // guards dead, which the collector's goroutine adds to
	dead  []*object.Instance
	live  map[uintptr][]weak.Pointer[object.Instance]
	sweep int // how large live may grow before it is looked through
}

var boardIn = isolate.NewKey(func(iso *isolate.Isolate) *board {
	b := &board{live: make(map[uintptr][]weak.Pointer[object.Instance]), sweep: 1000}
	iso.OnCollect(b.settle)
	return b
})

// add remembers a reference, and from time to time forgets those that are gone.
func (b *board) add(address uintptr, x *object.Instance) {
	if len(b.live) > b.sweep {
		for at, list := range b.live {
			kept := list[:0]
			for _, w := range list {
				if w.Value() != nil {
					kept = append(kept, w)
				}
			}
			if b.live[at] = kept; len(kept) == 0 {
				delete(b.live, at)
			}
		}
		b.sweep = max(1000, 2*len(b.live))
	}
	b.live[address] = append(b.live[address], weak.Make(x))
}

// point makes a weak pointer to what p points to. When it dies and something is
// to be told, ref is put on the board.
func point[T any, P interface {
	*T
	value
}](p P, b *board, ref *object.Instance, tell bool) func() value {
	w := weak.Make((*T)(p))
	if tell {
		runtime.AddCleanup((*T)(p), func(ref weak.Pointer[object.Instance]) {
			if x := ref.Value(); x != nil { // a reference that is gone tells nobody
				b.mu.Lock()
				b.dead = append(b.dead, x)
				b.mu.Unlock()
			}
		}, weak.Make(ref))
	}
	return func() value {
		if q := w.Value(); q != nil {
			return P(q)
		}
		return nil
	}
}

// watch returns how to find v, or false if no weak reference to it can be made.
func watch(b *board, v value, ref *object.Instance, tell bool) (func() value, bool) {
	switch x := v.(type) {
	case *object.Instance:
		switch object.Base(x).(type) {
		case starlark.Int, starlark.Tuple, starlark.Bytes, types.Bytes:
			return nil, false // of variable size in CPython: no room for references
		}
		return point(x, b, ref, tell), true
	case *object.Class:
		return point(x, b, ref, tell), true
	case *starlark.Function:
		return point(x, b, ref, tell), true
	case *object.Func:
		return point(x, b, ref, tell), true
	case *starlark.Set:
		return point(x, b, ref, tell), true
	case *types.Frozenset:
		return point(x, b, ref, tell), true
	case *object.Module:
		return point(x, b, ref, tell), true
	}
	if object.TypeName(v) == "method" { // lives as long as the reference: each access makes one
		return func() value { return v }, true
	}
	return nil, false
}

func refsTo(t *thread, v value) []value {
	b := boardIn.In(t.Isolate())
	b.settle(t)
	at := object.Address(v)
	var out []value
	kept := b.live[at][:0]
	for _, w := range b.live[at] {
		x := w.Value()
		if x == nil {
			continue
		}
		kept = append(kept, w)
		if x.State.(*reference).get() == v {
			out = append(out, x)
		}
	}
	if len(kept) == 0 {
		delete(b.live, at)
	} else {
		b.live[at] = kept
	}
	return out
}

// settle runs the callbacks of references whose objects have died. What a
// callback raises is reported and does not go further.
func (b *board) settle(t *thread) {
	b.mu.Lock()
	dead := b.dead
	b.dead = nil
	b.mu.Unlock()
	for _, x := range dead {
		r := x.State.(*reference)
		callback := r.callback
		r.callback = nil
		if callback == nil {
			continue
		}
		if _, err := object.Call(t, callback, starlark.Tuple{x}, nil); err != nil && t.Isolate().Hooks.Unraisable != nil {
			name, reprErr := object.Repr(t, callback)
			if reprErr != nil {
				name = object.DefaultRepr(callback)
			}
			t.Isolate().Hooks.Unraisable(t, name, err)
		}
	}
}

func refOf(v value) *reference { return v.(*object.Instance).State.(*reference) }

func newReference(t *thread, cls *object.Class, positional starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if len(positional) == 0 {
		return nil, object.Raise(object.TypeError, "ref expected at least 1 argument, got 0")
	}
	if cls == referenceType && (len(positional) > 2 || len(kwargs) > 0) {
		return nil, object.Raise(object.TypeError, "ref expected at most 2 arguments, got %d", len(positional)+len(kwargs))
	}
	var callback value
	if len(positional) > 1 && positional[1] != starlark.None {
		callback = positional[1]
	}
	b := boardIn.In(t.Isolate())
	b.settle(t)
	v := positional[0]
	if callback == nil && cls == referenceType { // CPython makes one for all
		for _, w := range b.live[object.Address(v)] {
			if x := w.Value(); x != nil && x.Class() == referenceType && refOf(x).callback == nil && refOf(x).get() == v {
				return x, nil
			}
		}
	}
	r := &reference{callback: callback, address: object.Address(v)}
	x := object.Make(cls, t, r)
	get, ok := watch(b, v, x, callback != nil)
	if !ok {
		return nil, object.Raise(object.TypeError, "cannot create weak reference to '%s' object", object.TypeName(v))
	}
	r.get = get
	b.add(r.address, x)
	return x, nil
}

func init() {
	referenceType.Qualname = "ReferenceType"
	referenceType.New = newReference
	referenceType.Init = func(*thread, value, starlark.Tuple, []starlark.Tuple) error { return nil }
	alive := func(v value) value {
		if x := refOf(v).get(); x != nil {
			return x
		}
		return starlark.None
	}
	hash := func(t *thread, self value) (int64, error) {
		r := refOf(self)
		if r.hashed {
			return r.hash, nil
		}
		x := r.get()
		if x == nil {
			return 0, object.Raise(object.TypeError, "weak object has gone away")
		}
		h, err := types.Hash(t, x)
		if err == nil {
			r.hash, r.hashed = h, true
		}
		return h, err
	}
	equal := func(t *thread, a, b value) (value, error) {
		if !object.IsInstance(b, referenceType) {
			return object.NotImplemented, nil
		}
		x, y := refOf(a).get(), refOf(b).get()
		if x == nil || y == nil {
			return starlark.Bool(a == b), nil
		}
		eq, err := object.Equal(t, x, y)
		return starlark.Bool(eq), err
	}
	referenceType.AddMethods(
		object.Def{Sig: "__call__(self, /)", Fn: func(t *thread, a args) (value, error) { return alive(a[0]), nil }},
		object.Def{Sig: "__hash__(self, /)", Fn: func(t *thread, a args) (value, error) {
			h, err := hash(t, a[0])
			return starlark.MakeInt64(h), err
		}},
		object.Def{Sig: "__eq__(self, value, /)", Fn: func(t *thread, a args) (value, error) { return equal(t, a[0], a[1]) }},
		object.Def{Sig: "__ne__(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			v, err := equal(t, a[0], a[1])
			if b, ok := v.(starlark.Bool); ok {
				return !b, err
			}
			return v, err
		}},
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			x := refOf(a[0]).get()
			if x == nil {
				return starlark.String(fmt.Sprintf("<weakref at 0x%x; dead>", object.Address(a[0]))), nil
			}
			return starlark.String(fmt.Sprintf("<weakref at 0x%x; to '%s' at 0x%x>", object.Address(a[0]), object.TypeName(x), object.Address(x))), nil
		}},
	)
	referenceType.AddAttrs(object.Attr{Name: "__callback__", Get: func(t *thread, self value) (value, error) {
		if c := refOf(self).callback; c != nil && refOf(self).get() != nil {
			return c, nil
		}
		return starlark.None, nil
	}})
}
