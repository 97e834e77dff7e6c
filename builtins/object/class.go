package object

// This file defines Class, the type of all types.

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"weak"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
)

// Thread is the script thread on whose behalf an operation runs.
type Thread = isolate.Thread

// A Class is a type object. Classes made in Go (Iso == nil) are shared by all
// isolates and immutable, as CPython's built-in types are; classes made by a
// script belong to its isolate.
type Class struct {
	ClassName string // __name__
	Qualname  string
	Module    string
	Bases     []*Class
	MRO       []*Class // C3 order, the class itself first
	Dict      Namespace
	Iso       *isolate.Isolate // nil for classes made in Go
	Meta      *Class           // nil means type

	// New allocates an instance (tp_new) and Init fills it (tp_init).
	// A nil one is inherited along the MRO. Script classes override them with
	// __new__ and __init__.
	New  func(t *Thread, cls *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
	Init func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error

	// Attributes, if set, is where instances keep theirs. It is inherited.
	Attributes *AttributeHooks

	// Final classes cannot be subclassed (bool, NoneType, function, …).
	Final bool
	// Abstract holds the names of abstract methods that are not overridden.
	Abstract []string
	// Python is true for a class made in Go that CPython writes in Python: messages
	// name it without its module.
	Python bool
	// Built, if set on a metaclass made in Go, is called for each class that it
	// makes, before __init_subclass__.
	Built func(t *Thread, c *Class) error
	// Exception is true for BaseException and its descendants.
	Exception bool
	// Slots is true if neither the class nor any base gives instances a
	// __dict__; SlotNames are then the names that can be set.
	Slots     bool
	SlotNames []string

	python     bool                        // made in Go, but a class written in Python in CPython
	table      atomic.Pointer[lookupTable] // Lookup's answers
	foreign    bool                        // made for one value of a host: not worth a table
	subclasses weakClasses                 // direct ones, for a class of a script

	shortcut *Shortcut // for its __init__, if it has one

	// The allocator and initialiser of a class made in Go as functions.
	initOnce, newOnce sync.Once
	initFunc          *Func
	newFunc           *StaticMethod

	made atomic.Uint32 // whether madeByNew is known: 0 not yet, 1 true, 2 false
}

// madeByNew reports whether calling c is calling New: a class made in Go whose
// instances need no initialising. It spares int(x) and str(x) the look for one.
func (c *Class) madeByNew() bool {
	switch c.made.Load() {
	case 1:
		return true
	case 2:
		return false
	}
	known := uint32(2)
	if c.Iso == nil && c.New != nil && c != TypeType && len(c.Abstract) == 0 && c.initializer() == nil {
		if f, ok := c.Lookup("__init__").(*Func); !ok || f.owner == ObjectType {
			known = 1
		}
	}
	c.made.Store(known)
	return known == 1
}

var (
	_ starlark.Callable    = (*Class)(nil)
	_ starlark.HasAttrs    = (*Class)(nil)
	_ starlark.HasSetField = (*Class)(nil)
	_ starlark.HasBinary   = (*Class)(nil)
	_ starlark.Mapping     = (*Class)(nil)
	_ starlark.Comparable  = (*Class)(nil)
)

// Spec describes a class made in Go.
type Spec struct {
	Name    string
	Module  string // "builtins" if empty
	Base    *Class // object if nil
	Bases   []*Class
	Doc     string
	New     func(t *Thread, cls *Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
	Init    func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error
	Final   bool
	Slots   bool // instances have no __dict__
	Python  bool // written in Python in CPython
	Methods []Def
	Attrs   map[string]starlark.Value
	Getset  []Attr
}

// NewClass makes a class that all isolates share. It is called from package
// variables and init functions; it panics on a bad spec.
func NewClass(s Spec) *Class {
	c := NewHostClass(s)
	nativeClasses = append(nativeClasses, c)
	return c
}

// NewHostClass makes a class that all isolates share, at any time: for what a
// host brings along. Its instances do not travel to other processes.
func NewHostClass(s Spec) *Class {
	c := &Class{ClassName: s.Name, Qualname: s.Name, Module: s.Module, New: s.New, Init: s.Init, Final: s.Final, Slots: s.Slots, Python: s.Python}
	if c.Module == "" {
		c.Module = "builtins"
	}
	c.Bases = s.Bases
	if s.Base != nil {
		c.Bases = []*Class{s.Base}
	}
	if len(c.Bases) == 0 && ObjectType != nil {
		c.Bases = []*Class{ObjectType}
	}
	mro, err := linearize(c, c.Bases)
	if err != nil {
		panic(err)
	}
	c.MRO = mro
	for _, b := range c.Bases {
		c.Exception = c.Exception || b.Exception
	}
	if s.Doc != "" {
		c.Dict.Set("__doc__", starlark.String(s.Doc))
	}
	for name, v := range s.Attrs {
		c.Dict.Set(name, v)
	}
	c.addMethods(s.Methods)
	for _, a := range s.Getset {
		c.Dict.Set(a.Name, &getset{class: c, Attr: a})
	}
	return c
}

// AddMethods adds methods to a class made in Go, during package
// initialisation: a type's methods may be spread over files.
func (c *Class) AddMethods(defs ...Def) {
	c.addMethods(defs)
	c.changed()
}

func (c *Class) addMethods(defs []Def) {
	// One piece of memory for all: this runs for thousands of methods whenever
	// the program starts.
	funcs := make([]Func, len(defs))
	c.Dict.Grow(len(defs))
	for i, d := range defs {
		f := &funcs[i]
		f.define(d)
		f.owner = c
		f.module = c.Module
		c.python = c.python || f.python
		switch {
		case d.Static:
			c.Dict.Set(f.name, &StaticMethod{f})
		case d.Class:
			c.Dict.Set(f.name, &ClassMethod{f})
		default:
			f.method = true
			c.Dict.Set(f.name, f)
		}
	}
}

// AddAttrs adds computed attributes to a class made in Go, during package
// initialisation.
func (c *Class) AddAttrs(attrs ...Attr) {
	defer c.changed()
	for _, a := range attrs {
		c.Dict.Set(a.Name, &getset{class: c, Attr: a})
	}
}

// SetAttrValue adds a plain attribute to a class made in Go, during package
// initialisation.
func (c *Class) SetAttrValue(name string, v starlark.Value) {
	c.Dict.Set(name, v)
	c.changed()
}

// NewScriptClass makes a class for iso from a class statement or
// type(name, bases, dict). It checks the bases and computes the MRO; the
// caller runs __set_name__ and __init_subclass__ (see BuildClass).
func NewScriptClass(t *Thread, name string, bases []*Class, ns *Namespace) (*Class, error) {
	if len(bases) == 0 {
		bases = []*Class{ObjectType}
	}
	for _, b := range bases {
		if b.Final {
			return nil, Raise(TypeError, "type '%s' is not an acceptable base type", b.FullName())
		}
	}
	c := &Class{ClassName: name, Qualname: name, Module: "__main__", Bases: bases, Iso: t.Isolate()}
	mro, err := linearize(c, bases)
	if err != nil {
		return nil, err
	}
	c.MRO = mro
	solid := (*Class)(nil)
	for _, b := range bases {
		c.Exception = c.Exception || b.Exception
		if c.Attributes == nil {
			c.Attributes = b.Attributes
		}
		if b.Meta != nil && (c.Meta == nil || b.Meta.IsSubclass(c.Meta)) {
			c.Meta = b.Meta
		}
		if s := b.solid(); s != ObjectType {
			switch {
			case solid == nil || s.IsSubclass(solid):
				solid = s
			case solid.IsSubclass(s):
			default:
				return nil, Raise(TypeError, "multiple bases have instance lay-out conflict")
			}
		}
	}
	if ns != nil {
		c.Dict = *ns
	}
	if m, ok := c.Dict.Get("__module__").(starlark.String); ok {
		c.Module = string(m)
	}
	if q, ok := c.Dict.Get("__qualname__").(starlark.String); ok {
		c.Qualname = string(q)
		c.Dict.Delete("__qualname__")
	}
	if c.Dict.Get("__module__") == nil {
		c.Dict.Set("__module__", starlark.String(c.Module))
	}
	if c.Dict.Get("__doc__") == nil {
		c.Dict.Set("__doc__", starlark.None)
	}
	for _, b := range bases {
		b.addSubclass(t, c)
	}
	// A class that defines equality without a hash has none.
	if c.Dict.Get("__eq__") != nil && c.Dict.Get("__hash__") == nil {
		c.Dict.Set("__hash__", starlark.None)
	}
	return c, nil
}

// solid returns the nearest class in the MRO that decides the layout of an
// instance: the first made in Go with an allocator of its own.
func (c *Class) solid() *Class {
	for _, k := range c.MRO {
		if k.Iso == nil && k.New != nil {
			return k
		}
	}
	return ObjectType
}

// linearize computes the C3 order of a class with the given bases.
func linearize(c *Class, bases []*Class) ([]*Class, error) {
	seqs := make([][]*Class, 0, len(bases)+1)
	for i, b := range bases {
		for _, o := range bases[:i] {
			if o == b {
				return nil, typeErrorf("duplicate base class %s", b.ClassName)
			}
		}
		seqs = append(seqs, append([]*Class(nil), b.MRO...))
	}
	seqs = append(seqs, append([]*Class(nil), bases...))
	out := []*Class{c}
	for {
		var head *Class
		empty := true
	candidates:
		for _, s := range seqs {
			if len(s) == 0 {
				continue
			}
			empty = false
			for _, o := range seqs {
				for i := 1; i < len(o); i++ {
					if o[i] == s[0] {
						continue candidates
					}
				}
			}
			head = s[0]
			break
		}
		if empty {
			return out, nil
		}
		if head == nil {
			var names []string // of the candidates that block each other
			for _, s := range seqs {
				if len(s) > 0 && !slices.Contains(names, s[0].ClassName) {
					names = append(names, s[0].ClassName)
				}
			}
			return nil, typeErrorf("Cannot create a consistent method resolution order (MRO) for bases %s", strings.Join(names, ", "))
		}
		out = append(out, head)
		for i, s := range seqs {
			if len(s) > 0 && s[0] == head {
				seqs[i] = s[1:]
			}
		}
	}
}

// FullName is the name used in most messages, C's tp_name: the plain name of a
// class written in Python (or that stands for one), the dotted name of one that
// CPython writes in C outside builtins.
func (c *Class) FullName() string {
	if c.Module == "builtins" || c.Module == "" || c.Iso != nil || c.python {
		return c.ClassName
	}
	return c.Module + "." + c.Qualname
}

// IsSubclass reports whether c is base or derives from it.
func (c *Class) IsSubclass(base *Class) bool {
	if c == base {
		return true
	}
	for _, k := range c.MRO {
		if k == base {
			return true
		}
	}
	return false
}

// LookupAfter finds name along the MRO of c behind the class after: super().
func (c *Class) LookupAfter(after *Class, name string) starlark.Value {
	passed := false
	for _, k := range c.MRO {
		if passed {
			if v := k.own(name); v != nil {
				return v
			}
		} else if k == after {
			passed = true
		}
	}
	return nil
}

// Set binds a class attribute of a script's class.
func (c *Class) Set(name string, v starlark.Value) {
	c.Dict.Set(name, v)
	c.invalidate()
}

// Delete unbinds a class attribute of a script's class and reports whether it
// was bound.
func (c *Class) Delete(name string) bool {
	if !c.Dict.Delete(name) {
		return false
	}
	c.invalidate()
	return true
}

// changed voids what is remembered of a class that was added to from Go.
func (c *Class) changed() {
	if c.Iso != nil {
		c.invalidate()
	} else {
		setups.Add(1)
	}
}

func (c *Class) invalidate() {
	c.table.Store(nil)
	for _, s := range c.subclasses.all() {
		s.invalidate()
	}
}

// weakClasses is a list of classes that it does not keep alive.
type weakClasses struct {
	list []weak.Pointer[Class]
	next int // the length at which dead entries are dropped
}

func (w *weakClasses) add(c *Class) {
	if len(w.list) >= w.next {
		live := w.list[:0]
		for _, p := range w.list {
			if p.Value() != nil {
				live = append(live, p)
			}
		}
		clear(w.list[len(live):])
		w.list, w.next = live, 2*len(live)+8
	}
	w.list = append(w.list, weak.Make(c))
}

func (w *weakClasses) all() []*Class {
	out := make([]*Class, 0, len(w.list))
	for _, p := range w.list {
		if c := p.Value(); c != nil {
			out = append(out, c)
		}
	}
	return out
}

// nativeSubclasses holds what the scripts of an isolate derived from classes
// made in Go, which isolates share.
var nativeSubclasses = isolate.NewKey(func(*isolate.Isolate) map[*Class]*weakClasses { return make(map[*Class]*weakClasses) })

func (c *Class) addSubclass(t *Thread, sub *Class) {
	if c.Iso != nil {
		c.subclasses.add(sub)
		return
	}
	m := nativeSubclasses.In(t.Isolate())
	w := m[c]
	if w == nil {
		w = new(weakClasses)
		m[c] = w
	}
	w.add(sub)
}

// SubclassesIn returns the direct subclasses that live scripts of the thread's
// isolate made.
func (c *Class) SubclassesIn(t *Thread) []*Class {
	if c.Iso != nil {
		return c.subclasses.all()
	}
	if w := nativeSubclasses.In(t.Isolate())[c]; w != nil {
		return w.all()
	}
	return nil
}

// SameLayout reports whether an object of one class may become one of the other.
func (c *Class) SameLayout(o *Class) bool { return c.solid() == o.solid() && c.Slots == o.Slots }

// BestBase returns the base that decides the layout: __base__. It is nil for
// object.
func (c *Class) BestBase() *Class {
	var best *Class
	for _, b := range c.Bases {
		if best == nil || best.solid() != b.solid() && b.solid().IsSubclass(best.solid()) {
			best = b
		}
	}
	return best
}

// SetBases assigns __bases__ of a script's class.
func (c *Class) SetBases(t *Thread, bases starlark.Tuple) error {
	if len(bases) == 0 {
		return Raise(TypeError, "can only assign non-empty tuple to %s.__bases__, not ()", c.ClassName)
	}
	classes := make([]*Class, len(bases))
	for i, b := range bases {
		k, ok := b.(*Class)
		if !ok {
			return Raise(TypeError, "%s.__bases__ must be tuple of classes, not '%s'", c.ClassName, TypeName(b))
		}
		if k.IsSubclass(c) {
			return Raise(TypeError, "a __bases__ item causes an inheritance cycle")
		}
		if k.Final {
			return Raise(TypeError, "type '%s' is not an acceptable base type", k.FullName())
		}
		classes[i] = k
	}
	old := c.solid()
	mro, err := linearize(c, classes)
	if err != nil {
		return err
	}
	previous := c.MRO
	c.MRO = mro
	if c.solid() != old {
		c.MRO = previous
		return Raise(TypeError, "__bases__ assignment: '%s' object layout differs from '%s'", classes[0].ClassName, c.BestBase().ClassName)
	}
	c.Bases = classes
	for _, b := range classes {
		b.addSubclass(t, c)
	}
	for _, s := range c.subclasses.all() {
		if s.MRO, err = linearize(s, s.Bases); err != nil {
			return err
		}
	}
	c.invalidate()
	return nil
}

// TypeOfClass returns the metaclass.
func (c *Class) TypeOfClass() *Class {
	if c.Meta != nil {
		return c.Meta
	}
	return TypeType
}

func (c *Class) allocator() func(*Thread, *Class, starlark.Tuple, []starlark.Tuple) (starlark.Value, error) {
	for _, k := range c.MRO {
		if k.New != nil {
			return k.New
		}
	}
	return nil
}

func (c *Class) initializer() func(*Thread, starlark.Value, starlark.Tuple, []starlark.Tuple) error {
	for _, k := range c.MRO {
		if k.Init != nil {
			return k.Init
		}
	}
	return nil
}

// String implements starlark.Value; it is Python's repr.
func (c *Class) String() string {
	if c.Iso != nil && c.Meta != nil {
		if t := c.Iso.Current(); t != nil {
			if s, err := Repr(t, c); err == nil {
				return s
			}
		}
	}
	return c.plainRepr()
}

// PlainRepr is type.__repr__.
func (c *Class) PlainRepr() string { return c.plainRepr() }

func (c *Class) plainRepr() string {
	if c.Module == "builtins" || c.Module == "" {
		return fmt.Sprintf("<class '%s'>", c.Qualname)
	}
	return fmt.Sprintf("<class '%s.%s'>", c.Module, c.Qualname)
}

func (c *Class) Type() string          { return "type" }
func (c *Class) Freeze()               {}
func (c *Class) Truth() starlark.Bool  { return true }
func (c *Class) Hash() (uint32, error) { return hashPointer(c), nil }
func (c *Class) Class() *Class         { return c.TypeOfClass() }

// Name implements starlark.Callable.
func (c *Class) Name() string { return c.ClassName }
