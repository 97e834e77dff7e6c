package object

// This file defines BaseExceptionGroup and ExceptionGroup, and what except*
// does with them (PEP 654).

import (
	"fmt"

	"go.starlark.net/starlark"
)

func init() {
	BaseExceptionGroup.New = newGroup
	BaseExceptionGroup.AddMethods(
		Def{Sig: "__str__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			g, err := groupOf(a[0])
			if err != nil {
				return nil, err
			}
			msg, err := Str(t, g.State.(*ExceptionState).Field("message"))
			n := len(GroupExceptions(g))
			return excText(fmt.Sprintf("%s (%d sub-exception%s)", msg, n, plural(n)), err)
		}},
		Def{Sig: "derive(self, excs, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			g, err := groupOf(a[0])
			if err != nil {
				return nil, err
			}
			return BaseExceptionGroup.Instantiate(t, starlark.Tuple{g.Exception().Field("message"), a[1]}, nil)
		}},
		Def{Sig: "split(self, matcher_value, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			g, m, err := groupAndMatcher(a)
			if err != nil {
				return nil, err
			}
			match, rest, err := splitGroup(t, g, m, true)
			if err != nil {
				return nil, err
			}
			return starlark.Tuple{exceptionOrNone(match), exceptionOrNone(rest)}, nil
		}},
		Def{Sig: "subgroup(self, matcher_value, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			g, m, err := groupAndMatcher(a)
			if err != nil {
				return nil, err
			}
			match, _, err := splitGroup(t, g, m, false)
			if err != nil {
				return nil, err
			}
			return exceptionOrNone(match), nil
		}},
	)
	readonly := func(*Thread, starlark.Value, starlark.Value) error {
		return Raise(AttributeError, "readonly attribute")
	}
	message, exceptions := excField("message", nil), excField("exceptions", nil)
	message.Set, message.Del = readonly, nil
	exceptions.Set, exceptions.Del = readonly, nil
	BaseExceptionGroup.AddAttrs(message, exceptions)
}

func newGroup(t *Thread, cls *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	if len(args) != 2 {
		return nil, Raise(TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)", len(args))
	}
	if _, ok := Text(args[0]); !ok {
		return nil, Raise(TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not %s", TypeName(args[0]))
	}
	switch Base(args[1]).(type) {
	case *starlark.List, starlark.Tuple:
	default:
		if Special(args[1], "__getitem__") == nil || IsInstance(args[1], DictType) {
			return nil, Raise(TypeError, "second argument (exceptions) must be a sequence")
		}
	}
	items, err := Slice(t, args[1])
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, Raise(ValueError, "second argument (exceptions) must be a non-empty sequence")
	}
	nested := false // holds a BaseException that is no Exception
	for i, v := range items {
		x, ok := v.(*Instance)
		if !ok || x.Exception() == nil {
			return nil, Raise(ValueError, "Item %d of second argument (exceptions) is not an exception", i)
		}
		nested = nested || !x.class.IsSubclass(Exception)
	}
	switch {
	case cls == BaseExceptionGroup && !nested:
		cls = ExceptionGroup
	case cls == ExceptionGroup && nested:
		return nil, Raise(TypeError, "Cannot nest BaseExceptions in an ExceptionGroup")
	case nested && cls.IsSubclass(Exception):
		return nil, Raise(TypeError, "Cannot nest BaseExceptions in '%s'", cls.ClassName)
	}
	x := NewInstance(cls, t)
	s := &ExceptionState{Args: args}
	s.fields.Set("message", args[0])
	s.fields.Set("exceptions", starlark.Tuple(items))
	x.State = s
	return x, nil
}

// NewExceptionGroup makes a group of exceptions: an ExceptionGroup if all are
// Exceptions, else a BaseExceptionGroup.
func NewExceptionGroup(t *Thread, message string, excs []*Instance) (*Instance, error) {
	items := make([]starlark.Value, len(excs))
	for i, x := range excs {
		items[i] = x
	}
	v, err := newGroup(t, BaseExceptionGroup, starlark.Tuple{starlark.String(message), starlark.NewList(items)}, nil)
	if err != nil {
		return nil, err
	}
	return v.(*Instance), nil
}

// GroupExceptions returns the exceptions in a group, or nil if x is none.
func GroupExceptions(x *Instance) []*Instance {
	if !x.class.IsSubclass(BaseExceptionGroup) {
		return nil
	}
	items, _ := x.Exception().field("exceptions").(starlark.Tuple)
	out := make([]*Instance, 0, len(items))
	for _, v := range items {
		if e, ok := v.(*Instance); ok {
			out = append(out, e)
		}
	}
	return out
}

func groupOf(v starlark.Value) (*Instance, error) {
	if x, ok := v.(*Instance); ok && x.class.IsSubclass(BaseExceptionGroup) && x.Exception() != nil {
		return x, nil
	}
	return nil, Raise(TypeError, "descriptor requires a 'BaseExceptionGroup' object but received a '%s'", TypeName(v))
}

func exceptionOrNone(x *Instance) starlark.Value {
	if x == nil {
		return starlark.None
	}
	return x
}

// A matcher decides whether an exception belongs to a part of a group.
type matcher func(t *Thread, x *Instance) (bool, error)

func groupAndMatcher(a Args) (*Instance, matcher, error) {
	g, err := groupOf(a[0])
	if err != nil {
		return nil, nil, err
	}
	if _, isClass := a[1].(*Class); !isClass && IsCallable(a[1]) {
		fn := a[1]
		return g, func(t *Thread, x *Instance) (bool, error) {
			r, err := Call(t, fn, starlark.Tuple{x}, nil)
			if err != nil {
				return false, err
			}
			return Truth(t, r)
		}, nil
	}
	if classes, ok := exceptionTypes(a[1]); ok {
		return g, byClass(classes), nil
	}
	return nil, nil, Raise(TypeError, "expected an exception type, a tuple of exception types, or a callable (other than a class)")
}

func byClass(classes []*Class) matcher {
	return func(t *Thread, x *Instance) (bool, error) {
		for _, c := range classes {
			if x.class.IsSubclass(c) {
				return true, nil
			}
		}
		return false, nil
	}
}

// exceptionTypes returns the classes of an except clause's expression: a class,
// or a tuple of such.
func exceptionTypes(v starlark.Value) ([]*Class, bool) {
	switch v := v.(type) {
	case *Class:
		return []*Class{v}, v.Exception
	case starlark.Tuple:
		var out []*Class
		for _, e := range v {
			c, ok := e.(*Class)
			if !ok || !c.Exception {
				return nil, false
			}
			out = append(out, c)
		}
		return out, true
	}
	return nil, false
}

// splitGroup returns the part of x whose exceptions match and, if wantRest, the
// rest; nil for an empty part.
func splitGroup(t *Thread, x *Instance, m matcher, wantRest bool) (match, rest *Instance, err error) {
	if err := Enter(t, " in exceptiongroup_split_recursive"); err != nil {
		return nil, nil, err
	}
	defer Leave(t)
	ok, err := m(t, x)
	if err != nil {
		return nil, nil, err
	}
	if ok {
		return x, nil, nil
	}
	if !x.class.IsSubclass(BaseExceptionGroup) {
		return nil, x, nil
	}
	var matches, rests []*Instance
	for _, e := range GroupExceptions(x) {
		em, er, err := splitGroup(t, e, m, wantRest)
		if err != nil {
			return nil, nil, err
		}
		if em != nil {
			matches = append(matches, em)
		}
		if er != nil {
			rests = append(rests, er)
		}
	}
	if match, err = subset(t, x, matches); err != nil || !wantRest {
		return match, nil, err
	}
	rest, err = subset(t, x, rests)
	return match, rest, err
}

// subset makes a group like g of some of its exceptions.
func subset(t *Thread, g *Instance, excs []*Instance) (*Instance, error) {
	if len(excs) == 0 {
		return nil, nil
	}
	items := make([]starlark.Value, len(excs))
	for i, x := range excs {
		items[i] = x
	}
	v, err := CallMethod(t, g, "derive", starlark.NewList(items))
	if err != nil {
		return nil, err
	}
	x, ok := v.(*Instance)
	if !ok || !x.class.IsSubclass(BaseExceptionGroup) {
		return nil, Raise(TypeError, "derive must return an instance of BaseExceptionGroup")
	}
	from, to := g.Exception(), x.Exception()
	to.Traceback, to.Context, to.Cause, to.SuppressContext = from.Traceback, from.Context, from.Cause, from.SuppressContext
	if notes, ok := g.Attrs.Get("__notes__").(*starlark.List); ok {
		items, _ := Slice(t, notes)
		x.Attrs.Set("__notes__", starlark.NewList(items))
	}
	return x, nil
}

// MatchStar is what an except* clause does: it returns the part of exc, always a
// group, that the clause handles, and what is left for the clauses after it;
// nil for an empty part. types is the value of the clause's expression.
func MatchStar(t *Thread, exc *Instance, types starlark.Value) (match, rest *Instance, err error) {
	classes, ok := exceptionTypes(types)
	if !ok {
		return nil, nil, Raise(TypeError, "catching classes that do not inherit from BaseException is not allowed")
	}
	for _, c := range classes {
		if c.IsSubclass(BaseExceptionGroup) {
			return nil, nil, Raise(TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.")
		}
	}
	m := byClass(classes)
	if matches, _ := m(t, exc); matches {
		if exc.class.IsSubclass(BaseExceptionGroup) {
			return exc, nil, nil
		}
		v, err := newGroup(t, BaseExceptionGroup, starlark.Tuple{starlark.String(""), starlark.Tuple{exc}}, nil)
		if err != nil {
			return nil, nil, err
		}
		g := v.(*Instance)
		g.Exception().Traceback = exc.Exception().Traceback
		return g, nil, nil
	}
	if !exc.class.IsSubclass(BaseExceptionGroup) {
		return nil, exc, nil
	}
	r, err := CallMethod(t, exc, "split", types)
	if err != nil {
		return nil, nil, err
	}
	pair, ok := r.(starlark.Tuple)
	if !ok {
		return nil, nil, Raise(TypeError, "%s.split must return a tuple, not %s", exc.class.ClassName, TypeName(r))
	}
	if len(pair) < 2 {
		return nil, nil, Raise(TypeError, "%s.split must return a 2-tuple, got tuple of size %d", exc.class.ClassName, len(pair))
	}
	match, _ = pair[0].(*Instance)
	rest, _ = pair[1].(*Instance)
	return match, rest, nil
}

// JoinStar is the end of a try statement with except* clauses: it returns what
// is raised after them, or nil. orig is what the body raised; excs are, in
// order, what the clauses raised and the part that none of them handled.
func JoinStar(t *Thread, orig *Instance, excs []*Instance) (*Instance, error) {
	if len(excs) == 0 {
		return nil, nil
	}
	if !orig.class.IsSubclass(BaseExceptionGroup) {
		// Only one clause can have run.
		return excs[0], nil
	}
	var raised, again []*Instance
	for _, x := range excs {
		if sameOrigin(x, orig) {
			again = append(again, x)
		} else {
			raised = append(raised, x)
		}
	}
	rest, err := project(t, orig, again)
	if err != nil {
		return nil, err
	}
	switch {
	case len(raised) == 0:
		return rest, nil
	case rest != nil:
		raised = append(raised, rest)
	}
	if len(raised) == 1 {
		return raised[0], nil
	}
	return NewExceptionGroup(t, "", raised)
}

// sameOrigin reports whether x is a part of orig that was raised again
// unchanged.
func sameOrigin(x, orig *Instance) bool {
	a, b := x.Exception(), orig.Exception()
	if a.Cause != b.Cause || a.Context != b.Context || len(a.Traceback) != len(b.Traceback) {
		return false
	}
	for i := range a.Traceback {
		if a.Traceback[i] != b.Traceback[i] {
			return false
		}
	}
	return true
}

// project returns the part of g that holds the leaves of the groups keep.
func project(t *Thread, g *Instance, keep []*Instance) (*Instance, error) {
	if len(keep) == 0 {
		return nil, nil
	}
	leaves := make(map[*Instance]bool)
	var collect func(x *Instance)
	collect = func(x *Instance) {
		if parts := GroupExceptions(x); parts != nil {
			for _, p := range parts {
				collect(p)
			}
			return
		}
		leaves[x] = true
	}
	for _, k := range keep {
		collect(k)
	}
	match, _, err := splitGroup(t, g, func(t *Thread, x *Instance) (bool, error) { return leaves[x], nil }, false)
	return match, err
}
