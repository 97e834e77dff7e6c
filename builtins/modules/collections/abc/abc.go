// Package abc is the module collections.abc: the classes (abc.go), which
// built-in types count as theirs (register.go), and the methods that they give
// to classes derived from them (sequence.go, mapping.go, views.go, set.go).
package abc

import (
	"go.starlark.net/starlark"

	"starpool/builtins/modules/abc"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

func declare(name string, hook abc.Hook, bases ...*object.Class) *object.Class {
	return abc.New(object.Spec{Name: name, Module: "collections.abc", Bases: bases, Slots: true}, hook)
}

// methods is the hook of classes that are known by the methods they name. A
// method set to None counts as missing.
func methods(names ...string) abc.Hook {
	return func(c *object.Class) (yes, known bool) {
		for _, n := range names {
			if m := c.Lookup(n); m == nil || m == starlark.None {
				return false, m == starlark.None
			}
		}
		return true, true
	}
}

// The abstract base classes.
var (
	Awaitable       = declare("Awaitable", methods("__await__"))
	Coroutine       = declare("Coroutine", methods("__await__", "send", "throw", "close"), Awaitable)
	AsyncIterable   = declare("AsyncIterable", methods("__aiter__"))
	AsyncIterator   = declare("AsyncIterator", methods("__anext__", "__aiter__"), AsyncIterable)
	AsyncGenerator  = declare("AsyncGenerator", methods("__aiter__", "__anext__", "asend", "athrow", "aclose"), AsyncIterator)
	Hashable        = declare("Hashable", hashable)
	Iterable        = declare("Iterable", methods("__iter__"))
	Iterator        = declare("Iterator", methods("__iter__", "__next__"), Iterable)
	Generator       = declare("Generator", methods("__iter__", "__next__", "send", "throw", "close"), Iterator)
	Reversible      = declare("Reversible", methods("__reversed__", "__iter__"), Iterable)
	Sized           = declare("Sized", methods("__len__"))
	Container       = declare("Container", methods("__contains__"))
	Callable        = declare("Callable", methods("__call__"))
	Collection      = declare("Collection", methods("__len__", "__iter__", "__contains__"), Sized, Iterable, Container)
	Set             = declare("Set", nil, Collection)
	MutableSet      = declare("MutableSet", nil, Set)
	Mapping         = declare("Mapping", nil, Collection)
	MutableMapping  = declare("MutableMapping", nil, Mapping)
	MappingView     = declare("MappingView", nil, Sized)
	KeysView        = declare("KeysView", nil, MappingView, Set)
	ItemsView       = declare("ItemsView", nil, MappingView, Set)
	ValuesView      = declare("ValuesView", nil, MappingView, Collection)
	Sequence        = declare("Sequence", nil, Reversible, Collection)
	MutableSequence = declare("MutableSequence", nil, Sequence)
	ByteString      = declare("ByteString", nil, Sequence)
	Buffer          = declare("Buffer", methods("__buffer__"))
)

var all = []*object.Class{
	Awaitable, Coroutine, AsyncIterable, AsyncIterator, AsyncGenerator, Hashable, Iterable, Iterator, Generator,
	Reversible, Sized, Container, Callable, Collection, Set, MutableSet, Mapping, MutableMapping, MappingView,
	KeysView, ItemsView, ValuesView, Sequence, MutableSequence, ByteString, Buffer,
}

func hashable(c *object.Class) (yes, known bool) {
	return c.Lookup("__hash__") != starlark.None, true
}

// Register makes classes made in Go count as subclasses of one of the classes.
func Register(base *object.Class, classes ...*object.Class) { abc.Register(base, classes...) }

// IsInstance is isinstance(v, base) for one of the classes.
func IsInstance(t *thread, v value, base *object.Class) (bool, error) {
	return abc.IsInstance(t, v, base)
}

// abstract is an abstract method: calling it returns result.
func abstract(sig string, fn func(t *thread, a args) (value, error)) object.Def {
	if fn == nil {
		fn = func(t *thread, a args) (value, error) { return starlark.None, nil }
	}
	return object.Def{Sig: "def " + sig, Fn: fn}
}

func python(sig, doc string, fn func(t *thread, a args) (value, error)) object.Def {
	return object.Def{Sig: "def " + sig, Doc: doc, Fn: fn}
}

func truth(b bool, err error) (value, error) { return starlark.Bool(b), err }
func none(err error) (value, error)          { return starlark.None, err }

func raising(class *object.Class, sig string) object.Def {
	return abstract(sig, func(t *thread, a args) (value, error) { return nil, object.Raise(class, "") })
}

func iterator(t *thread, next func(t *thread) (value, error)) value {
	return object.NewGoGenerator("__iter__", next, nil)
}

func empty(t *thread, a args) (value, error) {
	return iterator(t, func(t *thread) (value, error) { return nil, nil }), nil
}

func itself(t *thread, a args) (value, error) { return a[0], nil }

func init() {
	hook := object.Def{Sig: "def __subclasshook__(cls, C)", Class: true, Fn: func(t *thread, a args) (value, error) {
		return object.NotImplemented, nil
	}}
	for _, c := range all {
		c.AddMethods(hook)
	}
	generic := object.Def{Sig: "__class_getitem__(cls, item, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
		return types.NewGenericAlias(t, a[0], a[1]), nil
	}}
	for _, c := range []*object.Class{Awaitable, AsyncIterable, Iterable, Container, Callable, MappingView} {
		c.AddMethods(generic)
	}
	abc.Abstract(Awaitable, abstract("__await__(self)", empty))
	abc.Abstract(Coroutine, raising(object.StopIteration, "send(self, value)"), raising(object.StopIteration, "throw(self, typ, val=None, tb=None)"))
	abc.Abstract(AsyncIterable, abstract("__aiter__(self)", itself))
	abc.Abstract(AsyncIterator, raising(object.StopAsyncIteration, "__anext__(self)"))
	AsyncIterator.AddMethods(python("__aiter__(self)", "", itself))
	abc.Abstract(AsyncGenerator, raising(object.StopAsyncIteration, "asend(self, value)"), raising(object.StopAsyncIteration, "athrow(self, typ, val=None, tb=None)"))
	abc.Abstract(Hashable, abstract("__hash__(self)", func(t *thread, a args) (value, error) { return starlark.MakeInt(0), nil }))
	abc.Abstract(Iterable, abstract("__iter__(self)", empty))
	abc.Abstract(Iterator, raising(object.StopIteration, "__next__(self)"))
	Iterator.AddMethods(python("__iter__(self)", "", itself))
	abc.Abstract(Reversible, abstract("__reversed__(self)", empty))
	abc.Abstract(Sized, abstract("__len__(self)", func(t *thread, a args) (value, error) { return starlark.MakeInt(0), nil }))
	abc.Abstract(Container, abstract("__contains__(self, x)", func(t *thread, a args) (value, error) { return starlark.False, nil }))
	abc.Abstract(Callable, abstract("__call__(self, *args, **kwds)", func(t *thread, a args) (value, error) { return starlark.False, nil }))
	abc.Abstract(Buffer, raising(object.NotImplementedError, "__buffer__(self, flags)"))

	abc.Abstract(Generator,
		raising(object.StopIteration, "send(self, value)"),
		abstract("throw(self, typ, val=None, tb=None)", func(t *thread, a args) (value, error) {
			exc, err := object.ExceptionOf(t, a[1], a[2])
			if err != nil {
				return nil, err
			}
			return nil, object.RaiseValue(exc)
		}))
	Generator.AddMethods(
		python("__next__(self)", "Return the next item from the generator.\nWhen exhausted, raise StopIteration.", func(t *thread, a args) (value, error) {
			return object.CallMethod(t, a[0], "send", starlark.None)
		}),
		python("close(self)", "Raise GeneratorExit inside generator.", func(t *thread, a args) (value, error) {
			_, err := object.CallMethod(t, a[0], "throw", object.GeneratorExit)
			switch {
			case err == nil:
				return nil, object.Raise(object.RuntimeError, "generator ignored GeneratorExit")
			case object.IsCaught(t, err, object.GeneratorExit) || object.IsCaught(t, err, object.StopIteration):
				return starlark.None, nil
			}
			return nil, err
		}),
	)
	sequenceMethods()
	mappingMethods()
	viewMethods()
	setMethods()
	for _, c := range all {
		abc.Finish(c)
	}

	names := make(starlark.Tuple, len(all))
	for i, c := range all {
		names[i] = starlark.String(c.ClassName)
	}
	registry.Register(&registry.Module{
		Name: "collections.abc", Doc: "Abstract Base Classes (ABCs) for collections, according to PEP 3119.",
		Classes: all, Values: map[string]value{"__all__": names},
	})
}
