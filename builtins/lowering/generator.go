package lowering

// This file defines the generators of scripts.

import (
	"fmt"
	"runtime"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A Generator is the value that a generator function or a generator expression
// returns. Its body runs as a coroutine. The coroutine does not refer to the
// Generator, so that the garbage collector can tell when a script has dropped
// it: the body is then closed at some later quantum.
type Generator struct{ *coroutine }

var (
	_ object.Generator  = (*Generator)(nil)
	_ object.Pusher     = (*Generator)(nil)
	_ object.Iterabler  = (*Generator)(nil)
	_ starlark.Iterable = (*Generator)(nil)
	_ starlark.HasAttrs = (*Generator)(nil)
)

// Hold implements object.Holder.
func (g *Generator) Hold(visit func(value)) {
	visit(g.body)
	for _, v := range g.args {
		visit(v)
	}
	if g.st != nil {
		for i := range g.st.CallStackDepth() {
			fr := g.st.DebugFrame(i)
			for j := range fr.NumLocals() {
				_, v := fr.Local(j)
				visit(v)
			}
		}
	}
}

func newGenerator(r *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
	return &Generator{&coroutine{r: r, body: args[0].(*starlark.Function), args: args[1:], born: st.Steps}}, nil
}

func init() {
	functions["gen"] = newGenerator
	functions["genexp"] = newGenerator
	functions["yieldfrom"] = plain(func(t *thread, args starlark.Tuple) (value, error) {
		return yieldFrom(t, args[0].(yielder), args[1])
	})
}

func (g *Generator) String() string {
	return fmt.Sprintf("<generator object %s at 0x%x>", g.qualname(g.r.iso.Current()), object.Address(g))
}

// Type implements starlark.Value.
func (g *Generator) Type() string         { return "generator" }
func (g *Generator) Freeze()              {}
func (g *Generator) Truth() starlark.Bool { return true }

// Hash implements starlark.Value: identity.
func (g *Generator) Hash() (uint32, error) { return uint32(object.Address(g) >> 4), nil }

// Class implements object.Typed.
func (g *Generator) Class() *object.Class { return object.GeneratorType }

// Iter implements object.Iterabler: a generator is its own iterator.
func (g *Generator) Iter(t *thread) (object.Iterator, error) { return g, nil }

// Iterate implements starlark.Iterable.
func (g *Generator) Iterate() starlark.Iterator { return object.AdaptIterator(g.r.iso.Current(), g) }

// Attr implements starlark.HasAttrs.
func (g *Generator) Attr(name string) (value, error) {
	t := g.r.iso.Current()
	switch name {
	case "__name__":
		if info := object.InfoOf(t, g.body); info != nil {
			return starlark.String(info.Name), nil
		}
		return starlark.String(g.body.Name()), nil
	case "__qualname__":
		return starlark.String(g.qualname(t)), nil
	case "gi_running":
		return starlark.Bool(g.running), nil
	case "gi_suspended":
		return starlark.Bool(g.state == suspended && !g.running), nil
	case "gi_frame":
		if g.state == finished {
			return starlark.None, nil
		}
	}
	return object.GetAttr(t, attrless{g}, name)
}

// attrless hides HasAttrs, so that GetAttr looks at the class only.
type attrless struct{ object.Generator }

// AttrNames implements starlark.HasAttrs.
func (g *Generator) AttrNames() []string { return nil }

func (g *Generator) qualname(t *thread) string {
	if info := object.InfoOf(t, g.body); info != nil {
		return info.Qualname
	}
	return g.body.Name()
}

// Next implements object.Iterator.
func (g *Generator) Next(t *thread) (value, error) { return g.Send(t, starlark.None) }

// Send implements object.Generator.
func (g *Generator) Send(t *thread, v value) (value, error) {
	switch {
	case g.running:
		return nil, object.Raise(object.ValueError, "generator already executing")
	case g.state == finished:
		return nil, nil
	case g.state == created && v != starlark.None:
		return nil, object.Raise(object.TypeError, "can't send non-None value to a just-started generator")
	case g.state == created:
		if err := g.start(t); err != nil {
			return nil, err
		}
		// The cleanup must not keep g alive: it gets the coroutine only.
		runtime.AddCleanup(g, (*coroutine).abandon, g.coroutine)
	}
	return g.resume(t, v, nil)
}

// Throw implements object.Generator.
func (g *Generator) Throw(t *thread, err error) (value, error) {
	switch {
	case g.running:
		return nil, object.Raise(object.ValueError, "generator already executing")
	case g.state == created:
		g.finish()
		return nil, err
	case g.state == finished:
		return nil, err
	}
	return g.resume(t, nil, err)
}

// Close implements object.Generator.
func (g *Generator) Close(t *thread) error { return g.close(t) }

// Returned implements object.Generator.
func (g *Generator) Returned() value { return g.result }

// Push implements object.Pusher: the body of a generator that has not started
// runs as a plain call, with no switch for each item.
func (g *Generator) Push(t *thread, yield func(value) error) error {
	if g.state != created || g.running {
		for {
			v, err := g.Next(t)
			if v == nil || err != nil {
				return err
			}
			if err := yield(v); err != nil {
				return err
			}
		}
	}
	return g.push(t, yield)
}
