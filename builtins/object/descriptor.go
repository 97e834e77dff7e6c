package object

// This file defines the descriptors: property, staticmethod, classmethod,
// super, slots.

import (
	"fmt"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

const (
	opEQL = syntax.EQL
	opNEQ = syntax.NEQ
)

// A Property is Python's property.
type Property struct {
	Get, Set, Del starlark.Value // nil: none
	Doc           starlark.Value
	PropName      string // from __set_name__ or the getter
}

func (p *Property) String() string        { return fmt.Sprintf("<property object at 0x%x>", Address(p)) }
func (p *Property) Type() string          { return "property" }
func (p *Property) Freeze()               {}
func (p *Property) Truth() starlark.Bool  { return true }
func (p *Property) Hash() (uint32, error) { return hashPointer(p), nil }
func (p *Property) Class() *Class         { return PropertyType }

func (p *Property) name(t *Thread) string {
	if p.PropName != "" {
		return p.PropName
	}
	for _, f := range []starlark.Value{p.Get, p.Set, p.Del} {
		if f == nil {
			continue
		}
		if n, err := GetAttr(t, f, "__name__"); err == nil {
			if s, ok := Text(n); ok {
				return s
			}
		}
	}
	return ""
}

// Fetch, Store and Remove run the getter, setter and deleter for an object.
func (p *Property) Fetch(t *Thread, self starlark.Value) (starlark.Value, error) {
	return p.get(t, self)
}

// Store runs the setter.
func (p *Property) Store(t *Thread, self, v starlark.Value) error {
	return p.set(t, self, p.name(t), v)
}

// Remove runs the deleter.
func (p *Property) Remove(t *Thread, self starlark.Value) error { return p.del(t, self, p.name(t)) }

func (p *Property) get(t *Thread, self starlark.Value) (starlark.Value, error) {
	if p.Get == nil {
		return nil, Raise(AttributeError, "property '%s' of '%s' object has no getter", p.name(t), ClassOf(self).Qualname)
	}
	return Call(t, p.Get, starlark.Tuple{self}, nil)
}

func (p *Property) set(t *Thread, self starlark.Value, name string, v starlark.Value) error {
	if p.Set == nil {
		return Raise(AttributeError, "property '%s' of '%s' object has no setter", name, ClassOf(self).Qualname)
	}
	_, err := Call(t, p.Set, starlark.Tuple{self, v}, nil)
	return err
}

func (p *Property) del(t *Thread, self starlark.Value, name string) error {
	if p.Del == nil {
		return Raise(AttributeError, "property '%s' of '%s' object has no deleter", name, ClassOf(self).Qualname)
	}
	_, err := Call(t, p.Del, starlark.Tuple{self}, nil)
	return err
}

// A StaticMethod is Python's staticmethod.
type StaticMethod struct{ Fn starlark.Value }

func (s *StaticMethod) String() string        { return fmt.Sprintf("<staticmethod(%s)>", s.Fn.String()) }
func (s *StaticMethod) Type() string          { return "staticmethod" }
func (s *StaticMethod) Freeze()               {}
func (s *StaticMethod) Truth() starlark.Bool  { return true }
func (s *StaticMethod) Hash() (uint32, error) { return hashPointer(s), nil }
func (s *StaticMethod) Class() *Class         { return StaticMethodType }
func (s *StaticMethod) Name() string          { return "staticmethod" }

// CallInternal implements starlark.Callable: static methods can be called in
// the class body.
func (s *StaticMethod) CallInternal(thread *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return starlark.Call(thread, s.Fn, args, kwargs)
}

// A ClassMethod is Python's classmethod.
type ClassMethod struct{ Fn starlark.Value }

func (s *ClassMethod) String() string        { return fmt.Sprintf("<classmethod(%s)>", s.Fn.String()) }
func (s *ClassMethod) Type() string          { return "classmethod" }
func (s *ClassMethod) Freeze()               {}
func (s *ClassMethod) Truth() starlark.Bool  { return true }
func (s *ClassMethod) Hash() (uint32, error) { return hashPointer(s), nil }
func (s *ClassMethod) Class() *Class         { return ClassMethodType }

// slotDescriptor is what a name in __slots__ becomes on the class.
type slotDescriptor struct {
	class *Class
	name  string
}

func (s *slotDescriptor) String() string {
	return fmt.Sprintf("<member '%s' of '%s' objects>", s.name, s.class.ClassName)
}
func (s *slotDescriptor) Type() string          { return "member_descriptor" }
func (s *slotDescriptor) Freeze()               {}
func (s *slotDescriptor) Truth() starlark.Bool  { return true }
func (s *slotDescriptor) Hash() (uint32, error) { return hashPointer(s), nil }
func (s *slotDescriptor) Class() *Class         { return MemberType }

// DescriptorGet implements Descriptor.
func (s *slotDescriptor) DescriptorGet(t *Thread, self starlark.Value, c *Class) (starlark.Value, error) {
	x, ok := self.(*Instance)
	if !ok {
		return s, nil
	}
	if v := x.slotValues().Get(s.name); v != nil {
		return v, nil
	}
	return nil, NoAttribute(x, s.name)
}

// slotValues is where the values of an object's __slots__ are. An object without
// a __dict__ has nothing else to keep among its attributes.
func (x *Instance) slotValues() *Namespace {
	if x.class.Slots {
		return &x.Attrs
	}
	if x.slots == nil {
		x.slots = new(Namespace)
	}
	return x.slots
}

// SlotValue returns the value in a slot of an object, or nil: for what copies
// objects.
func (x *Instance) SlotValue(name string) starlark.Value { return x.slotValues().Get(name) }

// SetSlotValue fills a slot of an object.
func (x *Instance) SetSlotValue(name string, v starlark.Value) { x.slotValues().Set(name, v) }

// Super is what super() returns: the attributes of Self's class behind After in
// its MRO.
type Super struct {
	After *Class
	Self  starlark.Value // an instance, or a class for class methods; nil: unbound
	Of    *Class         // the class whose MRO is searched
}

var (
	_ starlark.HasAttrs    = (*Super)(nil)
	_ starlark.HasSetField = (*Super)(nil)
	_ starlark.Mapping     = (*Super)(nil)
)

// NewSuper makes super(after, self), checking that self fits.
func NewSuper(after *Class, self starlark.Value) (*Super, error) {
	if k, ok := self.(*Class); ok && k.IsSubclass(after) {
		return &Super{After: after, Self: self, Of: k}, nil
	}
	if c := ClassOf(self); c.IsSubclass(after) {
		return &Super{After: after, Self: self, Of: c}, nil
	}
	return nil, Raise(TypeError, "super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", instanceOf(self), describeType(self), after.ClassName)
}

func instanceOf(v starlark.Value) string {
	if _, ok := v.(*Class); ok {
		return "type"
	}
	return "instance of"
}

func describeType(v starlark.Value) string {
	if c, ok := v.(*Class); ok {
		return c.ClassName
	}
	return ClassOf(v).ClassName
}

func (s *Super) String() string {
	name := fmt.Sprintf("<class '%s'>", s.After.ClassName)
	if s.Self == nil {
		return fmt.Sprintf("<super: %s, NULL>", name)
	}
	return fmt.Sprintf("<super: %s, <%s object>>", name, s.Of.ClassName)
}
func (s *Super) Type() string          { return "super" }
func (s *Super) Freeze()               {}
func (s *Super) Truth() starlark.Bool  { return true }
func (s *Super) Hash() (uint32, error) { return hashPointer(s), nil }
func (s *Super) Class() *Class         { return SuperType }

// Attr implements starlark.HasAttrs.
func (s *Super) Attr(name string) (starlark.Value, error) {
	return s.getAttr(s.threadOf(), name)
}

func (s *Super) threadOf() *Thread {
	if x, ok := s.Self.(*Instance); ok {
		return x.thread()
	}
	if s.Of == nil {
		return s.After.thread()
	}
	return s.Of.thread()
}

func (s *Super) getAttr(t *Thread, name string) (starlark.Value, error) {
	if name == "__class__" {
		return SuperType, nil
	}
	var m starlark.Value
	if s.Of != nil {
		m = s.Of.LookupAfter(s.After, name)
	}
	if m == nil {
		if m := SuperType.Lookup(name); m != nil {
			return bind(t, m, s, SuperType)
		}
		return nil, Raise(AttributeError, "'super' object has no attribute '%s'", name)
	}
	if k, ok := s.Self.(*Class); ok {
		switch m := m.(type) {
		case *StaticMethod:
			return m.Fn, nil
		case *ClassMethod:
			return &BoundMethod{Self: k, Fn: m.Fn}, nil
		case *Func, *starlark.Function:
			// On a metaclass's self the method binds; on a plain class it does not.
			if ClassOf(s.Self).IsSubclass(s.After) {
				return bind(t, m, s.Self, s.Of)
			}
			return m, nil
		}
		return m, nil
	}
	return bind(t, m, s.Self, s.Of)
}

// AttrNames implements starlark.HasAttrs.
func (s *Super) AttrNames() []string { return nil }

// SetField implements starlark.HasSetField.
func (s *Super) SetField(name string, v starlark.Value) error {
	return SetAttr(s.threadOf(), s.Self, name, v)
}

// Get implements starlark.Mapping: super()[key].
func (s *Super) Get(key starlark.Value) (starlark.Value, bool, error) {
	t := s.threadOf()
	m, err := s.getAttr(t, "__getitem__")
	if err != nil {
		return nil, false, Raise(TypeError, "'super' object is not subscriptable")
	}
	v, err := Call(t, m, starlark.Tuple{key}, nil)
	return v, true, err
}

// BindDescriptor is __get__ of the descriptors of computed attributes and slots;
// self is None when they are read on the class.
func BindDescriptor(t *Thread, d, self, owner starlark.Value) (starlark.Value, error) {
	if self == starlark.None {
		return d, nil
	}
	if err := checkDescriptor(d, self); err != nil {
		return nil, err
	}
	return bind(t, d, self, ClassOf(self))
}

// AssignDescriptor is their __set__.
func AssignDescriptor(t *Thread, d, self, v starlark.Value) error {
	if err := checkDescriptor(d, self); err != nil {
		return err
	}
	switch d := d.(type) {
	case *getset:
		if d.Set == nil {
			return Raise(AttributeError, "attribute '%s' of '%s' objects is not writable", d.Name, d.class.ClassName)
		}
		return d.Set(t, self, v)
	case *slotDescriptor:
		self.(*Instance).slotValues().Set(d.name, v)
	}
	return nil
}

func checkDescriptor(d, self starlark.Value) error {
	var c *Class
	var name string
	switch d := d.(type) {
	case *getset:
		c, name = d.class, d.Name
	case *slotDescriptor:
		c, name = d.class, d.name
	}
	if !ClassOf(self).IsSubclass(c) {
		return Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", name, c.ClassName, TypeName(self))
	}
	return nil
}

// DescriptorAttr returns __name__, __objclass__ or __doc__ of such a
// descriptor, or nil.
func DescriptorAttr(d starlark.Value, attr string) starlark.Value {
	var c *Class
	var name, doc string
	switch d := d.(type) {
	case *getset:
		c, name, doc = d.class, d.Name, d.Doc
	case *slotDescriptor:
		c, name = d.class, d.name
	default:
		return nil
	}
	switch attr {
	case "__name__":
		return starlark.String(name)
	case "__objclass__":
		return c
	}
	if doc == "" {
		return starlark.None
	}
	return starlark.String(doc)
}

// The descriptors' own attributes are those of their classes.

// Attr implements starlark.HasAttrs.
func (p *Property) Attr(name string) (starlark.Value, error) { return ClassAttr(p, name) }

// AttrNames implements starlark.HasAttrs.
func (p *Property) AttrNames() []string { return nil }

// Attr implements starlark.HasAttrs.
func (s *StaticMethod) Attr(name string) (starlark.Value, error) { return ClassAttr(s, name) }

// AttrNames implements starlark.HasAttrs.
func (s *StaticMethod) AttrNames() []string { return nil }

// Attr implements starlark.HasAttrs.
func (s *ClassMethod) Attr(name string) (starlark.Value, error) { return ClassAttr(s, name) }

// AttrNames implements starlark.HasAttrs.
func (s *ClassMethod) AttrNames() []string { return nil }
