package object

// This file defines what generators have in common, whether a script's function
// or Go code makes their values.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
)

// A Generator is a value of the class generator. Its methods are called with the
// lock held.
type Generator interface {
	Typed
	Iterator
	// Send resumes the generator with v as the value of its yield expression and
	// returns what it yields next; nil, nil at the end.
	Send(t *Thread, v starlark.Value) (starlark.Value, error)
	// Throw raises err at the yield expression.
	Throw(t *Thread, err error) (starlark.Value, error)
	// Close ends the generator; its finally clauses run.
	Close(t *Thread) error
	// Returned is the value of the return statement that ended it.
	Returned() starlark.Value
}

func init() {
	self := func(a Args) Generator { return a[0].(Generator) }
	stop := func(g Generator, v starlark.Value, err error) (starlark.Value, error) {
		if v == nil && err == nil {
			if r := g.Returned(); r != nil && r != starlark.None {
				return nil, RaiseArgs(StopIteration, r)
			}
			return nil, Raise(StopIteration, "")
		}
		return v, err
	}
	GeneratorType.AddMethods(
		Def{Sig: "__iter__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) { return a[0], nil }},
		Def{Sig: "__next__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			v, err := self(a).Next(t)
			return stop(self(a), v, err)
		}},
		Def{Sig: "send(self, arg, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			v, err := self(a).Send(t, a[1])
			return stop(self(a), v, err)
		}},
		Def{Sig: "throw(self, type, value=None, traceback=None, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			if c, ok := a[1].(*Class); !ok || !c.Exception {
				if x, ok := a[1].(*Instance); !ok || x.Exception() == nil {
					return nil, Raise(TypeError, "exceptions must be classes or instances deriving from BaseException, not %s", TypeName(a[1]))
				}
			}
			exc, err := ExceptionOf(t, a[1], a[2])
			if err != nil {
				return nil, err
			}
			v, err := self(a).Throw(t, RaiseValue(exc))
			return stop(self(a), v, err)
		}},
		Def{Sig: "close(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			if err := self(a).Close(t); err != nil {
				return nil, err
			}
			if r := self(a).Returned(); r != nil {
				return r, nil
			}
			return starlark.None, nil
		}},
	)
}

// ExceptionOf makes the exception object that `raise x` raises: x itself, or a
// new instance of the class x (with value as its argument, for the old form of
// generator.throw).
func ExceptionOf(t *Thread, x, value starlark.Value) (*Instance, error) {
	switch x := x.(type) {
	case *Instance:
		if x.Exception() != nil {
			return x, nil
		}
	case *Class:
		if x.Exception {
			if v, ok := value.(*Instance); ok && v.Exception() != nil {
				return v, nil
			}
			var args starlark.Tuple
			if value != nil && value != starlark.None {
				args = starlark.Tuple{value}
			}
			v, err := Call(t, x, args, nil)
			if err != nil {
				return nil, err
			}
			e, ok := v.(*Instance)
			if !ok || e.Exception() == nil {
				return nil, Raise(TypeError, "calling %s should have returned an instance of BaseException, not %s", x.plainRepr(), ClassOf(v).plainRepr())
			}
			return e, nil
		}
	}
	return nil, Raise(TypeError, "exceptions must derive from BaseException")
}

// A GoGenerator is a generator whose values Go code makes.
type GoGenerator struct {
	Name  string
	iso   *isolate.Isolate
	next  func(t *Thread) (starlark.Value, error)
	close func(t *Thread) error
	done  bool
}

// In tells the generator where it lives, so that go.starlark.net's own
// built-ins can iterate over it: those of the starlark dialect.
func (g *GoGenerator) In(iso *isolate.Isolate) *GoGenerator {
	g.iso = iso
	return g
}

// Iterate implements starlark.Iterable.
func (g *GoGenerator) Iterate() starlark.Iterator {
	if g.iso == nil {
		return &nativeAdapter{}
	}
	return AdaptIterator(g.iso.Current(), g)
}

// NewGoGenerator returns a generator that yields what next returns until it
// returns nil. close, which may be nil, is called once, when the generator ends
// before next did: closed, failed, or thrown into.
func NewGoGenerator(name string, next func(t *Thread) (starlark.Value, error), close func(t *Thread) error) *GoGenerator {
	return &GoGenerator{Name: name, next: next, close: close}
}

var _ Generator = (*GoGenerator)(nil)

func (g *GoGenerator) String() string {
	return fmt.Sprintf("<generator object %s at 0x%x>", g.Name, Address(g))
}
func (g *GoGenerator) Type() string          { return "generator" }
func (g *GoGenerator) Freeze()               {}
func (g *GoGenerator) Truth() starlark.Bool  { return true }
func (g *GoGenerator) Hash() (uint32, error) { return hashPointer(g), nil }
func (g *GoGenerator) Class() *Class         { return GeneratorType }

// Iter implements Iterabler.
func (g *GoGenerator) Iter(t *Thread) (Iterator, error) { return g, nil }

// Next implements Iterator.
func (g *GoGenerator) Next(t *Thread) (starlark.Value, error) {
	if g.done {
		return nil, nil
	}
	v, err := g.next(t)
	switch {
	case err != nil:
		g.end(t)
	case v == nil:
		g.done = true
	}
	return v, err
}

// end runs close once.
func (g *GoGenerator) end(t *Thread) error {
	if g.done {
		return nil
	}
	g.done = true
	if g.close != nil {
		return g.close(t)
	}
	return nil
}

// Send implements Generator.
func (g *GoGenerator) Send(t *Thread, v starlark.Value) (starlark.Value, error) { return g.Next(t) }

// Throw implements Generator.
func (g *GoGenerator) Throw(t *Thread, err error) (starlark.Value, error) {
	if cerr := g.end(t); cerr != nil {
		return nil, cerr
	}
	return nil, err
}

// Close implements Generator.
func (g *GoGenerator) Close(t *Thread) error { return g.end(t) }

// Returned implements Generator.
func (g *GoGenerator) Returned() starlark.Value { return nil }
