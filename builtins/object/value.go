package object

// This file defines which class a value has, and the small values of the
// object model: NotImplemented, Ellipsis, computed attributes.

import (
	"fmt"
	"reflect"
	"unsafe"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
)

// Op is an operator token of go.starlark.net.
type Op = syntax.Token

// Typed is implemented by every Go type of ours that a script can see.
type Typed interface {
	starlark.Value
	Class() *Class
}

// The classes of the built-in types. Those that need more than a name get
// their methods in package types.
var (
	ObjectType = newObjectType()
	TypeType   = NewClass(Spec{Name: "type"})

	NoneTypeType         = NewClass(Spec{Name: "NoneType", Final: true})
	NotImplementedType   = NewClass(Spec{Name: "NotImplementedType", Final: true})
	EllipsisType         = NewClass(Spec{Name: "ellipsis", Final: true})
	IntType              = NewClass(Spec{Name: "int"})
	BoolType             = NewClass(Spec{Name: "bool", Base: IntType, Final: true})
	FloatType            = NewClass(Spec{Name: "float"})
	ComplexType          = NewClass(Spec{Name: "complex"})
	StrType              = NewClass(Spec{Name: "str"})
	BytesType            = NewClass(Spec{Name: "bytes"})
	BytearrayType        = NewClass(Spec{Name: "bytearray"})
	ListType             = NewClass(Spec{Name: "list"})
	TupleType            = NewClass(Spec{Name: "tuple"})
	DictType             = NewClass(Spec{Name: "dict"})
	SetType              = NewClass(Spec{Name: "set"})
	FrozensetType        = NewClass(Spec{Name: "frozenset"})
	RangeType            = NewClass(Spec{Name: "range", Final: true})
	SliceType            = NewClass(Spec{Name: "slice", Final: true})
	FunctionType         = NewClass(Spec{Name: "function", Final: true})
	BuiltinType          = NewClass(Spec{Name: "builtin_function_or_method", Final: true})
	MethodType           = NewClass(Spec{Name: "method", Final: true})
	MethodDescriptorType = NewClass(Spec{Name: "method_descriptor", Final: true})
	GetsetType           = NewClass(Spec{Name: "getset_descriptor", Final: true})
	MemberType           = NewClass(Spec{Name: "member_descriptor", Final: true})
	PropertyType         = NewClass(Spec{Name: "property"})
	StaticMethodType     = NewClass(Spec{Name: "staticmethod"})
	ClassMethodType      = NewClass(Spec{Name: "classmethod"})
	SuperType            = NewClass(Spec{Name: "super"})
	ModuleType           = NewClass(Spec{Name: "module"})
	GeneratorType        = NewClass(Spec{Name: "generator", Final: true})
)

func newObjectType() *Class {
	c := &Class{ClassName: "object", Qualname: "object", Module: "builtins"}
	c.MRO = []*Class{c}
	return c
}

// ClassOf returns the class of any value.
func ClassOf(v starlark.Value) *Class {
	switch v := v.(type) {
	case *Instance:
		return v.class
	case starlark.Int:
		return IntType
	case starlark.String:
		return StrType
	case starlark.Bool:
		return BoolType
	case starlark.Float:
		return FloatType
	case starlark.NoneType:
		return NoneTypeType
	case *starlark.List:
		return ListType
	case *starlark.Dict:
		return DictType
	case starlark.Tuple:
		return TupleType
	case *starlark.Set:
		return SetType
	case *starlark.Function:
		return FunctionType
	case Typed:
		return v.Class()
	case *starlark.Builtin:
		return BuiltinType
	case starlark.Bytes:
		return BytesType
	}
	return foreignClass(v)
}

// TypeName is the name of v's class as messages write it.
func TypeName(v starlark.Value) string { return ClassOf(v).FullName() }

// IsInstance reports whether v's class is c or derives from it.
func IsInstance(v starlark.Value, c *Class) bool { return ClassOf(v).IsSubclass(c) }

// foreignClass describes a Go value that a host passed in and that says only
// its go.starlark.net type name.
func foreignClass(v starlark.Value) *Class {
	c := &Class{ClassName: v.Type(), Qualname: v.Type(), Module: "builtins", Bases: []*Class{ObjectType}, Final: true, foreign: true}
	c.MRO = []*Class{c, ObjectType}
	return c
}

// Address is the number that id() and reprs show for v: the machine address of
// a pointer, else a number that equal small values share.
func Address(v any) uintptr {
	switch v := v.(type) {
	case starlark.NoneType:
		return 0x9a1c40
	case starlark.Bool:
		if v {
			return 0x9a1c20
		}
		return 0x9a1c00
	case starlark.String:
		return uintptr(unsafe.Pointer(unsafe.StringData(string(v))))
	case starlark.Int:
		if n, ok := v.Int64(); ok && n >= -5 && n <= 256 {
			return 0x9b0000 + uintptr(n+5)*32
		}
	}
	rv := reflect.ValueOf(v)
	switch rv.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.Slice, reflect.UnsafePointer:
		return rv.Pointer()
	}
	// The data word of the interface: distinct boxes are distinct objects.
	return uintptr((*[2]unsafe.Pointer)(unsafe.Pointer(&v))[1])
}

// Is reports whether a and b are one object.
func Is(a, b starlark.Value) bool {
	switch x := a.(type) {
	case starlark.NoneType:
		return b == starlark.None
	case starlark.Bool:
		y, ok := b.(starlark.Bool)
		return ok && x == y
	case starlark.Int:
		// Small ints are one object in CPython; so are equal constants of a
		// module. Big ones compare by value here.
		y, ok := b.(starlark.Int)
		if !ok {
			return false
		}
		c, _ := x.Cmp(y, 1)
		return c == 0
	case starlark.String:
		y, ok := b.(starlark.String)
		return ok && x == y
	case starlark.Float:
		y, ok := b.(starlark.Float)
		return ok && (x == y || x != x && y != y && Address(a) == Address(b)) // every nan is an object of its own
	case starlark.Tuple:
		y, ok := b.(starlark.Tuple)
		return ok && len(x) == len(y) && (len(x) == 0 || &x[0] == &y[0])
	}
	if tb := reflect.TypeOf(b); tb != reflect.TypeOf(a) || !tb.Comparable() {
		return false
	}
	return a == b
}

func hashPointer(p any) uint32 {
	a := uint64(Address(p))
	a ^= a >> 33
	a *= 0xff51afd7ed558ccd
	a ^= a >> 33
	return uint32(a)
}

func identityCompare(x starlark.Value, op Op, y starlark.Value) (bool, error) {
	switch op {
	case syntax.EQL:
		return Is(x, y), nil
	case syntax.NEQ:
		return !Is(x, y), nil
	}
	return false, unorderable(op, x, y)
}

func unorderable(op Op, x, y starlark.Value) error {
	return Raise(TypeError, "'%s' not supported between instances of '%s' and '%s'", op, TypeName(x), TypeName(y))
}

// A singleton is a value that there is one of.
type singleton struct {
	name  string
	class **Class
}

// NotImplemented is what an operator method returns to let the other side try.
// Ellipsis is `...`.
var (
	NotImplemented starlark.Value = &singleton{"NotImplemented", &NotImplementedType}
	Ellipsis       starlark.Value = &singleton{"Ellipsis", &EllipsisType}
)

func (s *singleton) String() string        { return s.name }
func (s *singleton) Type() string          { return (*s.class).ClassName }
func (s *singleton) Freeze()               {}
func (s *singleton) Truth() starlark.Bool  { return true }
func (s *singleton) Hash() (uint32, error) { return hashPointer(s), nil }
func (s *singleton) Class() *Class         { return *s.class }

// Attr is a computed attribute of a class made in Go. Set and Del may be nil.
type Attr struct {
	Name string
	Get  func(t *Thread, self starlark.Value) (starlark.Value, error)
	Set  func(t *Thread, self, v starlark.Value) error
	Del  func(t *Thread, self starlark.Value) error
	Doc  string
}

// getset is the descriptor of an Attr.
type getset struct {
	class *Class
	Attr
}

func (g *getset) String() string {
	return fmt.Sprintf("<attribute '%s' of '%s' objects>", g.Name, g.class.FullName())
}
func (g *getset) Type() string          { return "getset_descriptor" }
func (g *getset) Freeze()               {}
func (g *getset) Truth() starlark.Bool  { return true }
func (g *getset) Hash() (uint32, error) { return hashPointer(g), nil }
func (g *getset) Class() *Class         { return GetsetType }
