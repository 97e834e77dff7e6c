package abc

// This file defines ABCMeta: what isinstance and issubclass ask of an abstract
// base class.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// Meta is the class abc.ABCMeta.
var Meta = object.NewClass(object.Spec{
	Name: "ABCMeta", Module: "abc", Base: object.TypeType, Python: true,
	Doc: "Metaclass for defining Abstract Base Classes (ABCs).",
})

// What classes made in Go are to abstract base classes made in Go; filled during
// package initialisation and shared by all isolates.
var (
	registered = make(map[*object.Class][]*object.Class) // by Register
	derived    = make(map[*object.Class][]*object.Class) // direct subclasses
	hooks      = make(map[*object.Class]Hook)
)

// A Hook decides whether a class counts as a subclass by what it defines; known
// is false if it cannot tell.
type Hook func(c *object.Class) (yes, known bool)

// New declares an abstract base class during package initialisation.
func New(s object.Spec, hook Hook) *object.Class {
	s.Python = true
	c := object.NewClass(s)
	c.Meta = Meta
	for _, b := range c.Bases {
		derived[b] = append(derived[b], c)
	}
	if hook != nil {
		hooks[c] = hook
	}
	return c
}

// Register makes classes made in Go count as subclasses of an abstract base
// class, during package initialisation.
func Register(base *object.Class, classes ...*object.Class) {
	registered[base] = append(registered[base], classes...)
}

// state is what an isolate adds.
type state struct {
	registered map[*object.Class][]*object.Class
	answers    map[question]bool
	token      int
}

type question struct{ base, class *object.Class }

// maxAnswers bounds the cache for programs that make classes in a loop.
const maxAnswers = 10_000

var stateKey = isolate.NewKey(func(*isolate.Isolate) *state {
	return &state{registered: make(map[*object.Class][]*object.Class), answers: make(map[question]bool)}
})

// IsInstance is isinstance(v, base) for an abstract base class.
func IsInstance(t *thread, v value, base *object.Class) (bool, error) {
	return IsSubclass(t, object.ClassOf(v), base)
}

// IsSubclass is issubclass(c, base) for an abstract base class.
func IsSubclass(t *thread, c, base *object.Class) (bool, error) {
	s := stateKey.In(t.Isolate())
	q := question{base, c}
	if yes, ok := s.answers[q]; ok {
		return yes, nil
	}
	yes, err := s.ask(t, c, base)
	if err != nil {
		return false, err
	}
	if len(s.answers) >= maxAnswers {
		clear(s.answers)
	}
	s.answers[q] = yes
	return yes, nil
}

func (s *state) ask(t *thread, c, base *object.Class) (bool, error) {
	if err := object.Enter(t, ""); err != nil {
		return false, err
	}
	defer object.Leave(t)
	if hook := base.Lookup("__subclasshook__"); hook != nil && !isOwnHook(hook) {
		f, err := object.GetAttr(t, base, "__subclasshook__")
		if err != nil {
			return false, err
		}
		r, err := object.Call(t, f, starlark.Tuple{c}, nil)
		if err != nil {
			return false, err
		}
		if r != object.NotImplemented {
			return object.Truth(t, r)
		}
	} else if h := hooks[base]; h != nil {
		if yes, known := h(c); known {
			return yes, nil
		}
	}
	if c.IsSubclass(base) {
		return true, nil
	}
	for _, r := range append(registered[base][:len(registered[base]):len(registered[base])], s.registered[base]...) {
		if yes, err := subclass(t, c, r); yes || err != nil {
			return yes, err
		}
	}
	for _, d := range derived[base] {
		if yes, err := IsSubclass(t, c, d); yes || err != nil {
			return yes, err
		}
	}
	for _, d := range base.SubclassesIn(t) {
		if d == c {
			continue
		}
		if yes, err := subclass(t, c, d); yes || err != nil {
			return yes, err
		}
	}
	return false, nil
}

func isOwnHook(v value) bool {
	m, ok := v.(*object.ClassMethod)
	return ok && object.IsNativeMethod(m.Fn)
}

func subclass(t *thread, c, base *object.Class) (bool, error) {
	if base.TypeOfClass().IsSubclass(Meta) {
		return IsSubclass(t, c, base)
	}
	return c.IsSubclass(base), nil
}

// findAbstract sets the names that a class leaves abstract.
func findAbstract(t *thread, c *object.Class) error {
	c.Abstract = nil
	seen := make(map[string]bool)
	check := func(name string) error {
		if seen[name] {
			return nil
		}
		seen[name] = true
		v := c.Lookup(name)
		if v == nil {
			return nil
		}
		yes, err := IsAbstract(t, v)
		if yes {
			c.Abstract = append(c.Abstract, name)
		}
		return err
	}
	for _, name := range c.Dict.Names() {
		if err := check(name); err != nil {
			return err
		}
	}
	for _, b := range c.Bases {
		for _, name := range b.Abstract {
			if err := check(name); err != nil {
				return err
			}
		}
	}
	sortNames(c.Abstract)
	return nil
}

func sortNames(names []string) {
	for i := 1; i < len(names); i++ {
		for j := i; j > 0 && names[j] < names[j-1]; j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
}

// Finish computes what an abstract base class made in Go leaves abstract, once
// its methods are there.
func Finish(c *object.Class) { findAbstract(nil, c) }

func init() {
	Meta.Built = findAbstract
	Meta.AddMethods(
		object.Def{Sig: "def __instancecheck__(cls, instance)", Doc: "Override for isinstance(instance, cls).", Fn: func(t *thread, a args) (value, error) {
			base := a[0].(*object.Class)
			c := object.ClassOf(a[1])
			yes, err := IsSubclass(t, c, base)
			if err != nil || yes {
				return starlark.Bool(yes), err
			}
			// A proxy may say that it is of another class.
			if x, ok := a[1].(*object.Instance); ok {
				said, err := object.GetAttr(t, x, "__class__")
				if err != nil {
					return nil, err
				}
				if k, ok := said.(*object.Class); ok && k != c {
					yes, err = IsSubclass(t, k, base)
					return starlark.Bool(yes), err
				}
			}
			return starlark.False, nil
		}},
		object.Def{Sig: "def __subclasscheck__(cls, subclass)", Doc: "Override for issubclass(subclass, cls).", Fn: func(t *thread, a args) (value, error) {
			c, ok := a[1].(*object.Class)
			if !ok {
				return nil, object.Raise(object.TypeError, "issubclass() arg 1 must be a class")
			}
			yes, err := IsSubclass(t, c, a[0].(*object.Class))
			return starlark.Bool(yes), err
		}},
		object.Def{Sig: "def register(cls, subclass)", Doc: "Register a virtual subclass of an ABC.\n\nReturns the subclass, to allow usage as a class decorator.", Fn: func(t *thread, a args) (value, error) {
			base := a[0].(*object.Class)
			c, ok := a[1].(*object.Class)
			if !ok {
				return nil, object.Raise(object.TypeError, "Can only register classes")
			}
			yes, err := subclass(t, c, base)
			if err != nil || yes {
				return c, err
			}
			if cycle, err := subclass(t, base, c); err != nil || cycle {
				if err == nil {
					err = object.Raise(object.RuntimeError, "Refusing to create an inheritance cycle")
				}
				return nil, err
			}
			s := stateKey.In(t.Isolate())
			s.registered[base] = append(s.registered[base], c)
			s.token++
			clear(s.answers)
			return c, nil
		}},
	)
	Meta.AddAttrs(object.Attr{Name: "__abstractmethods__", Get: func(t *thread, self value) (value, error) {
		names := self.(*object.Class).Abstract
		set := starlark.NewSet(len(names))
		for _, n := range names {
			set.Insert(starlark.String(n))
		}
		return set, nil
	}})
}
