package codec

// This file defines how objects of classes are written.

import (
	"unsafe"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// Protocol is the number that __reduce_ex__ gets.
const Protocol = 4

// How an object that follows its class is written.
const (
	objectNew     byte = iota
	objectRef          // it was written with the class
	objectNewArgs      // made by __new__ with arguments
)

// How the state of an object is written.
const (
	stateNone  byte = iota
	stateAttrs      // names and values
	stateValue      // what __getstate__ returned
)

func (e *Encoder) instance(x *object.Instance) error {
	p := unsafe.Pointer(x)
	if n, ok := e.noted(p); ok {
		e.byte(tagRef)
		e.uint(n)
		return nil
	}
	c := x.Class()
	if c != e.building {
		if done, err := e.reduced(x, c); done || err != nil {
			return err
		}
	}
	if x.Exception() != nil {
		return e.exception(x)
	}
	if done, err := e.alias(x); done || err != nil {
		return err
	}
	if c.ClassName == "mappingproxy" && c.Iso == nil && !e.pickle {
		// Dataclasses have them in their fields.
		d, err := object.CallMethod(e.t, x, "copy")
		if err != nil {
			return err
		}
		return e.reduction(x, starlark.Tuple{c, starlark.Tuple{d}})
	}
	var base starlark.Value = unset{}
	switch x.State.(type) {
	case nil:
		if x.Extra != nil || c.Iso == nil && c != object.ObjectType && c.Slots {
			return cannot(x)
		}
	case starlark.Value, object.Lazy:
		base = object.Base(x)
	default:
		return cannot(x)
	}
	e.byte(tagInstance)
	if err := e.value(c); err != nil {
		return err
	}
	if e.cameWithClass(p) {
		return nil
	}
	if args, kwargs, ok, err := e.newArgs(x, c); err != nil {
		return err
	} else if ok {
		e.byte(objectNewArgs)
		if err := e.values(args, kwargs); err != nil {
			return err
		}
		if e.cameWithClass(p) {
			return nil
		}
		e.byte(objectNew)
		e.note(p)
	} else {
		e.byte(objectNew)
		e.note(p)
		if err := e.value(base); err != nil {
			return err
		}
	}
	return e.state(x, c)
}

// cameWithClass writes a reference if the object has been written meanwhile, as
// part of its class or of its arguments.
func (e *Encoder) cameWithClass(p unsafe.Pointer) bool {
	n, ok := e.noted(p)
	if ok {
		e.byte(objectRef)
		e.uint(n)
	}
	return ok
}

// scripted returns the method of a class that is not object's own, or nil.
func scripted(c *object.Class, name string) starlark.Value {
	m := c.Lookup(name)
	if f, ok := m.(*object.Func); ok && (f.Owner() == object.ObjectType || f.Owner() == object.BaseException) {
		return nil
	}
	if m == starlark.None {
		return nil
	}
	return m
}

// newArgs asks a script's __getnewargs_ex__ and __getnewargs__.
func (e *Encoder) newArgs(x *object.Instance, c *object.Class) (args, kwargs starlark.Value, ok bool, err error) {
	kwargs = starlark.NewDict(0)
	if m := scripted(c, "__getnewargs_ex__"); m != nil && !object.IsNativeMethod(m) {
		r, _, err := object.CallSpecial(e.t, x, "__getnewargs_ex__")
		if err != nil {
			return nil, nil, false, err
		}
		pair, isTuple := object.Base(r).(starlark.Tuple)
		if !isTuple {
			return nil, nil, false, object.Raise(object.TypeError, "__getnewargs_ex__ should return a tuple, not '%s'", object.TypeName(r))
		}
		if len(pair) != 2 {
			return nil, nil, false, object.Raise(object.ValueError, "__getnewargs_ex__ should return a tuple of length 2, not %d", len(pair))
		}
		args, kwargs = object.Base(pair[0]), object.Base(pair[1])
		if _, isTuple := args.(starlark.Tuple); !isTuple {
			return nil, nil, false, object.Raise(object.TypeError, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%s'", object.TypeName(pair[0]))
		}
		if _, isDict := kwargs.(*starlark.Dict); !isDict {
			return nil, nil, false, object.Raise(object.TypeError, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%s'", object.TypeName(pair[1]))
		}
		return e.hold(args), e.hold(kwargs), true, nil
	}
	m := scripted(c, "__getnewargs__")
	if m == nil || object.IsNativeMethod(m) {
		return nil, nil, false, nil
	}
	r, _, err := object.CallSpecial(e.t, x, "__getnewargs__")
	if err != nil {
		return nil, nil, false, err
	}
	args, isTuple := object.Base(r).(starlark.Tuple)
	if !isTuple {
		return nil, nil, false, object.Raise(object.TypeError, "__getnewargs__ should return a tuple, not '%s'", object.TypeName(r))
	}
	return e.hold(args), kwargs, true, nil
}

// state writes what __getstate__ gives, or the attributes.
func (e *Encoder) state(x *object.Instance, c *object.Class) error {
	var state starlark.Value
	if scripted(c, "__getstate__") != nil {
		v, _, err := object.CallSpecial(e.t, x, "__getstate__")
		if err != nil {
			return err
		}
		state = e.hold(v)
	} else if scripted(c, "__setstate__") != nil && x.Attrs.Len() > 0 {
		d := starlark.NewDict(x.Attrs.Len())
		for _, n := range x.Attrs.Names() {
			d.SetKey(starlark.String(n), x.Attrs.Get(n))
		}
		state = e.hold(d)
	}
	switch state {
	case nil:
	case starlark.None:
		e.byte(stateNone)
		return nil
	default:
		e.byte(stateValue)
		return e.value(state)
	}
	if x.Attrs.Len() == 0 {
		e.byte(stateNone)
		return nil
	}
	e.byte(stateAttrs)
	return e.names(&x.Attrs)
}

// names writes a namespace.
func (e *Encoder) names(ns *object.Namespace) error {
	names := ns.Names()
	e.uint(uint64(len(names)))
	for _, n := range names {
		e.key(n)
		if err := e.value(orUnset(ns.Get(n))); err != nil {
			return err
		}
	}
	return nil
}

// exception writes an exception with all that it carries. A pickle has only the
// arguments and attributes, as CPython's.
func (e *Encoder) exception(x *object.Instance) error {
	p, s := unsafe.Pointer(x), x.Exception()
	e.byte(tagException)
	if err := e.value(x.Class()); err != nil {
		return err
	}
	if e.cameWithClass(p) {
		return nil
	}
	e.byte(objectNew)
	e.note(p)
	if err := e.value(s.Args); err != nil {
		return err
	}
	if err := e.names(s.Fields()); err != nil {
		return err
	}
	if err := e.names(&x.Attrs); err != nil {
		return err
	}
	if e.pickle {
		e.byte(0)
		return nil
	}
	e.byte(1)
	for _, other := range []*object.Instance{s.Cause, s.Context} {
		v := starlark.Value(starlark.None)
		if other != nil {
			v = other
		}
		if err := e.value(v); err != nil {
			return err
		}
	}
	e.bool(s.SuppressContext)
	e.uint(uint64(len(s.Traceback)))
	for _, f := range s.Traceback {
		e.key(f.Func)
		e.key(f.Pos.Filename())
		e.int(int64(f.Pos.Line))
		e.int(int64(f.Pos.Col))
	}
	e.text(s.GoStack)
	e.text(s.Origin)
	return nil
}

// Reducers is copyreg.dispatch_table: functions that reduce the instances of a
// class, by the class.
var Reducers = isolate.NewKey(func(*isolate.Isolate) *starlark.Dict { return new(starlark.Dict) })

// Reducer returns the function that copyreg has for a class itself, or nil.
func Reducer(t *object.Thread, c *object.Class) starlark.Value {
	table := Reducers.In(t.Isolate())
	if table.Len() == 0 {
		return nil
	}
	fn, _, _ := table.Get(c)
	return fn
}

// reduced asks what copyreg knows, __reduce_ex__ or __reduce__, where a class defines them, and
// writes what they say. done is false if there are none.
func (e *Encoder) reduced(v starlark.Value, c *object.Class) (done bool, err error) {
	var r starlark.Value
	if fn := Reducer(e.t, c); fn != nil {
		r, err = object.Call(e.t, fn, starlark.Tuple{v}, nil)
	} else if scripted(c, "__reduce_ex__") != nil {
		r, _, err = object.CallSpecial(e.t, v, "__reduce_ex__", starlark.MakeInt(Protocol))
	} else if scripted(c, "__reduce__") != nil {
		r, _, err = object.CallSpecial(e.t, v, "__reduce__")
	} else {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if name, ok := object.Text(r); ok {
		return true, e.byOwnName(v, name)
	}
	parts, ok := object.Base(r).(starlark.Tuple)
	if !ok {
		return false, object.Raise(PicklingError, "__reduce__ must return a string or tuple")
	}
	return true, e.reduction(v, parts)
}

// byOwnName writes an object as the global that its __reduce__ names.
func (e *Encoder) byOwnName(v starlark.Value, name string) error {
	module := "__main__"
	if m, err := object.GetAttr(e.t, v, "__module__"); err == nil {
		if s, ok := object.Text(m); ok {
			module = s
		}
	} else {
		object.IsCaught(e.t, err, object.BaseException)
	}
	if !e.pickle && !importable(e.t, module) {
		if done, err := e.cached(v); done || err != nil {
			return err
		}
	}
	found := lookup(e.t, module, name)
	if found == nil || !object.Is(found, v) {
		return cannotName(e.t, v, module, name, found != nil)
	}
	e.global(module, name)
	return nil
}

// cached writes what functools.lru_cache has made of a script's function: the
// function and the cache's parameters. The cache is the reader's own.
func (e *Encoder) cached(v starlark.Value) (done bool, err error) {
	fn, err := object.GetAttr(e.t, v, "__wrapped__")
	if err == nil {
		var params starlark.Value
		if params, err = object.CallMethod(e.t, v, "cache_parameters"); err == nil {
			var restore starlark.Value
			if restore, err = find(e.t, "_pickle", "_restore_cached"); err == nil {
				return true, e.reduction(v, starlark.Tuple{restore, starlark.Tuple{fn, params}})
			}
		}
	}
	object.IsCaught(e.t, err, object.BaseException)
	return false, nil
}

// What a reduction has besides the callable and its arguments.
const (
	reduceState byte = 1 << iota
	reduceItems
	reducePairs
	reduceSetter
)

func (e *Encoder) reduction(v starlark.Value, parts starlark.Tuple) error {
	if len(parts) < 2 || len(parts) > 6 {
		return object.Raise(PicklingError, "tuple returned by __reduce__ must contain 2 through 6 elements")
	}
	if !object.IsCallable(parts[0]) {
		return object.Raise(PicklingError, "first item of the tuple returned by __reduce__ must be callable")
	}
	args, ok := object.Base(parts[1]).(starlark.Tuple)
	if !ok {
		return object.Raise(PicklingError, "second item of the tuple returned by __reduce__ must be a tuple")
	}
	e.hold(parts)
	part := func(i int) starlark.Value {
		if i < len(parts) && parts[i] != starlark.None {
			return parts[i]
		}
		return nil
	}
	var items, pairs []starlark.Value
	for i, list := range []*[]starlark.Value{&items, &pairs} {
		if it := part(3 + i); it != nil {
			vals, err := object.Slice(e.t, it)
			if err != nil {
				return err
			}
			*list = vals
			e.hold(starlark.Tuple(vals))
		}
	}
	var has byte
	if part(2) != nil {
		has |= reduceState
	}
	if len(items) > 0 {
		has |= reduceItems
	}
	if len(pairs) > 0 {
		has |= reducePairs
	}
	if part(5) != nil {
		has |= reduceSetter
	}
	e.byte(tagReduce)
	e.byte(has)
	if err := e.values(parts[0], args); err != nil {
		return err
	}
	p := object.DataPointer(v)
	if e.cameWithClass(p) {
		return nil
	}
	e.byte(objectNew)
	e.note(p)
	if has&reduceItems != 0 {
		if err := e.items(items); err != nil {
			return err
		}
	}
	if has&reducePairs != 0 {
		e.uint(uint64(len(pairs)))
		for _, kv := range pairs {
			pair, ok := object.Base(kv).(starlark.Tuple)
			if !ok || len(pair) != 2 {
				return object.Raise(PicklingError, "dict items iterator must return 2-tuples")
			}
			if err := e.values(pair[0], pair[1]); err != nil {
				return err
			}
		}
	}
	if has&reduceState != 0 {
		if err := e.value(part(2)); err != nil {
			return err
		}
	}
	if has&reduceSetter != 0 {
		return e.value(part(5))
	}
	return nil
}

// alias writes list[int] and int | str, which annotations are full of.
func (e *Encoder) alias(x *object.Instance) (done bool, err error) {
	c := x.Class()
	if c.Iso != nil || c.Module != "types" && c.Module != "typing" {
		return false, nil
	}
	args, err := object.GetAttr(e.t, x, "__args__")
	if err != nil {
		object.IsCaught(e.t, err, object.BaseException)
		return false, nil
	}
	switch c.ClassName {
	case "GenericAlias":
		origin, err := object.GetAttr(e.t, x, "__origin__")
		if err != nil {
			return false, err
		}
		e.byte(tagAlias)
		return true, e.values(origin, e.hold(args))
	case "UnionType", "Union":
		e.byte(tagUnion)
		return true, e.value(e.hold(args))
	}
	return false, nil
}
