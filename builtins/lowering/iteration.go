package lowering

// This file defines iter and iterunpack: what for loops iterate over.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A loop is one iteration, as the iterable and its iterator in one: lowered
// code iterates over it once.
type loop struct {
	opaque
	t     *thread
	it    object.Iterator
	owned *coroutine // of a generator that only this loop knows, or nil
}

var (
	_ starlark.Iterable = (*loop)(nil)
	_ starlark.Iterator = (*loop)(nil)
)

func (l *loop) String() string { return "<loop>" }

// Type implements starlark.Value.
func (l *loop) Type() string { return "loop" }

// Iterate implements starlark.Iterable.
func (l *loop) Iterate() starlark.Iterator { return l }

// Done implements starlark.Iterator. A loop that ends early over a generator
// that nothing else refers to closes it, as CPython's reference counts do.
func (l *loop) Done() {
	object.Drop(l.t, l.it)
	if l.owned == nil || l.owned.state != suspended {
		return
	}
	t := l.t
	pending := t.Pending() // the body must not meet it
	if err := l.owned.close(t); err != nil && t.Isolate().Hooks.Unraisable != nil {
		t.Isolate().Hooks.Unraisable(t, "generator", err)
	}
	t.Raise(pending)
}

// Next implements starlark.Iterator. An error is left for the thread's next
// step.
func (l *loop) Next(p *value) bool {
	v, err := l.it.Next(l.t)
	if err != nil {
		if !object.IsException(err, object.StopIteration) {
			l.t.Raise(err)
		}
		return false
	}
	if v == nil {
		return false
	}
	*p = v
	return true
}

// A listLoop iterates over a list as it is at each step, which may change it.
type listLoop struct {
	opaque
	list *starlark.List
	i    int
}

func (l *listLoop) String() string { return "<loop>" }

// Type implements starlark.Value.
func (l *listLoop) Type() string { return "loop" }

// Iterate implements starlark.Iterable.
func (l *listLoop) Iterate() starlark.Iterator { return l }

// Done implements starlark.Iterator.
func (l *listLoop) Done() {}

// Next implements starlark.Iterator.
func (l *listLoop) Next(p *value) bool {
	if l.i >= l.list.Len() {
		return false
	}
	*p = l.list.Index(l.i)
	l.i++
	return true
}

// freshSteps is how many interpreter steps lie between the making of a generator
// and $iter in `for x in f()`, where f is a generator function: its return, and the
// call of $iter. Code that keeps the generator anywhere takes more.
const freshSteps = 2

func iterable(t *thread, x value) (starlark.Iterable, error) {
	switch x := x.(type) {
	case *starlark.List:
		return &listLoop{list: x}, nil
	case starlark.Tuple:
		return x, nil
	case *Generator:
		l := &loop{t: t, it: x}
		if x.state == created && t.Starlark().Steps-x.born <= freshSteps {
			l.owned = x.coroutine
		}
		return l, nil
	}
	it, err := object.Iter(t, x)
	if err != nil {
		return nil, err
	}
	return &loop{t: t, it: it}, nil
}

// An unpackLoop iterates over items of n values each.
type unpackLoop struct {
	opaque
	iso *isolate.Isolate
	it  starlark.Iterator
	n   int
}

func (l *unpackLoop) String() string { return "<loop>" }

// Type implements starlark.Value.
func (l *unpackLoop) Type() string { return "loop" }

// Iterate implements starlark.Iterable.
func (l *unpackLoop) Iterate() starlark.Iterator { return l }

// Done implements starlark.Iterator.
func (l *unpackLoop) Done() { l.it.Done() }

// Next implements starlark.Iterator.
func (l *unpackLoop) Next(p *value) bool {
	if !l.it.Next(p) {
		return false
	}
	if tup, ok := (*p).(starlark.Tuple); ok && len(tup) == l.n {
		return true
	}
	t := l.iso.Current()
	tup, err := unpack(t, *p, l.n)
	if err != nil {
		t.Raise(err)
		return false
	}
	*p = tup
	return true
}

// A splitLoop iterates over its items in two goes: first while they are of one
// type, then over the rest.
type splitLoop struct {
	listLoop                   // of a list
	it       starlark.Iterator // of anything else, or nil
	strs     bool              // the first go is for str, not int
	second   bool
	held     value // the item that ended the first go
	ended    bool
}

func (l *splitLoop) String() string { return "<loop>" }

// Type implements starlark.Value.
func (l *splitLoop) Type() string { return "loop" }

// Iterate implements starlark.Iterable.
func (l *splitLoop) Iterate() starlark.Iterator { return l }

// Done implements starlark.Iterator: the end of a go.
func (l *splitLoop) Done() {
	if !l.second && (l.held != nil || l.ended) {
		l.second = true
		return
	}
	if l.it != nil {
		l.it.Done() // the second go has ended, or the loop was left
	}
}

// Next implements starlark.Iterator.
func (l *splitLoop) Next(p *value) bool {
	if l.second {
		if l.held != nil {
			*p, l.held = l.held, nil
			return true
		}
		return !l.ended && l.next(p)
	}
	if !l.next(p) {
		l.ended = true
		return false
	}
	var ok bool
	if l.strs {
		_, ok = (*p).(starlark.String)
	} else {
		_, ok = (*p).(starlark.Int)
	}
	if !ok {
		l.held = *p
	}
	return ok
}

func (l *splitLoop) next(p *value) bool {
	if l.it != nil {
		return l.it.Next(p)
	}
	return l.listLoop.Next(p)
}

func isInt(v value) bool {
	_, ok := v.(starlark.Int)
	return ok
}

func isStr(v value) bool {
	_, ok := v.(starlark.String)
	return ok
}

func isList(v value) bool {
	_, ok := v.(*starlark.List)
	return ok
}

// test is $isint and its kin.
type test struct {
	adaptor
	is func(v value) bool
}

// Get implements starlark.Mapping.
func (a *test) Get(x value) (value, bool, error) { return starlark.Bool(a.is(x)), true, nil }

func init() {
	for name, is := range map[string]func(v value) bool{"isint": isInt, "isstr": isStr, "islist": isList} {
		adaptors[name] = func(*env) value { return &test{is: is} }
	}
	for name, strs := range map[string]bool{"iterint": false, "iterstr": true} {
		functions[name] = plain(func(t *thread, a starlark.Tuple) (value, error) {
			if x, ok := a[0].(*starlark.List); ok {
				return &splitLoop{listLoop: listLoop{list: x}, strs: strs}, nil
			}
			x, err := iterable(t, a[0])
			if err != nil {
				return nil, err
			}
			return &splitLoop{it: x.Iterate(), strs: strs}, nil
		})
	}
	functions["default"] = plain(func(_ *thread, a starlark.Tuple) (value, error) {
		if v := a[0].(*starlark.Function).ParamDefault(number(a[1])); v != nil {
			return v, nil
		}
		return starlark.None, nil
	})
	functions["iter"] = plain(func(t *thread, a starlark.Tuple) (value, error) { return iterable(t, a[0]) })
	functions["iterunpack"] = func(r *env, _ *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		x, err := iterable(r.iso.Current(), a[0])
		if err != nil {
			return nil, err
		}
		n, _ := starlark.AsInt32(a[1])
		return &unpackLoop{iso: r.iso, it: x.Iterate(), n: n}, nil
	}
}
