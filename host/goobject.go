package host

// This file defines how a Go struct, or a pointer, looks to a script: an object
// whose attributes are the fields and methods.

import (
	"fmt"
	"hash/maphash"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// tagKey is the struct tag that names a field for scripts; "-" hides it.
const tagKey = "starpool"

// A goShape is what scripts see of a Go type. It is made once a type.
type goShape struct {
	typ     reflect.Type
	class   *object.Class
	fields  []goField      // of a struct, in order
	index   map[string]int // by every name that a script may use
	methods map[string]string
	names   []string // for dir()
}

type goField struct {
	name  string // the one that is shown
	path  []int
	typ   reflect.Type
	given bool // by a tag
}

var shapes sync.Map // reflect.Type → *goShape

// shapeOf returns the shape of a type that is no pointer.
func shapeOf(typ reflect.Type) *goShape {
	if s, ok := shapes.Load(typ); ok {
		return s.(*goShape)
	}
	s := &goShape{typ: typ, index: make(map[string]int), methods: make(map[string]string)}
	if typ.Kind() == reflect.Struct {
		s.takeFields()
	}
	ptr := reflect.PointerTo(typ)
	for i := range ptr.NumMethod() {
		m := ptr.Method(i).Name
		for _, n := range []string{m, snakeCase(m)} {
			if _, field := s.index[n]; !field {
				s.methods[n] = m
			}
		}
		s.names = append(s.names, snakeCase(m))
	}
	slices.Sort(s.names)
	s.names = slices.Compact(s.names)
	s.class = s.newClass()
	kept, _ := shapes.LoadOrStore(typ, s)
	return kept.(*goShape)
}

// takeFields lists the exported fields, those of embedded structs among them. A tag
// wins over a name that another field would have.
func (s *goShape) takeFields() {
	for _, f := range reflect.VisibleFields(s.typ) {
		tag, _, _ := strings.Cut(f.Tag.Get(tagKey), ",")
		if !f.IsExported() || tag == "-" {
			continue
		}
		name := snakeCase(f.Name)
		if tag != "" {
			name = tag
		}
		s.fields = append(s.fields, goField{name, f.Index, f.Type, tag != ""})
		if f.Anonymous {
			continue // its fields speak for it
		}
		s.names = append(s.names, name)
	}
	for pass := range 2 {
		for i, f := range s.fields {
			if f.given == (pass == 1) {
				continue
			}
			names := []string{f.name}
			if !f.given {
				names = append(names, s.typ.FieldByIndex(f.path).Name)
			}
			for _, n := range names {
				if _, taken := s.index[n]; !taken {
					s.index[n] = i
				}
			}
		}
	}
}

// snakeCase is a Go name as scripts write it: UserID becomes user_id.
func snakeCase(name string) string {
	runes := []rune(name)
	var b strings.Builder
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 {
			before := runes[i-1]
			if unicode.IsLower(before) || unicode.IsDigit(before) ||
				unicode.IsUpper(before) && i+1 < len(runes) && unicode.IsLower(runes[i+1]) && !plural(runes[i:]) {
				b.WriteByte('_')
			}
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// plural tells the s of IDs from the start of a word.
func plural(rest []rune) bool {
	return len(rest) >= 2 && rest[1] == 's' && (len(rest) == 2 || unicode.IsUpper(rest[2]))
}

// A goState is the State of a Go struct's or pointer's object. v can be addressed
// if scripts look through a pointer.
type goState struct {
	in    *Interpreter
	shape *goShape
	v     reflect.Value
}

// goObject makes the object of a value: live if it can be addressed.
func (in *Interpreter) goObject(t *isolate.Thread, v reflect.Value) starlark.Value {
	s := shapeOf(v.Type())
	return object.Make(s.class, t, &goState{in, s, v})
}

func goStateOf(v starlark.Value) *goState {
	if x, ok := v.(*object.Instance); ok {
		s, _ := x.State.(*goState)
		return s
	}
	return nil
}

func (s *goShape) newClass() *object.Class {
	name, module := s.typ.Name(), path.Base(s.typ.PkgPath())
	if i := strings.IndexByte(name, '['); i > 0 {
		name = name[:i] // of a generic type
	}
	if name == "" {
		name, module = "struct", "builtins"
	}
	c := object.NewHostClass(object.Spec{Name: name, Module: module, Python: true, Final: true,
		New: func(t *isolate.Thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return nil, object.Raise(object.TypeError, "cannot create '%s' instances", name)
		}})
	self := func(a object.Args) *goState { return goStateOf(a[0]) }
	c.AddMethods(
		object.Def{Sig: "def __repr__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			text, err := self(a).repr(t, a[0])
			return starlark.String(text), err
		}},
		object.Def{Sig: "def __eq__(self, other)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			o := goStateOf(a[1])
			if o == nil {
				return object.NotImplemented, nil
			}
			return starlark.Bool(self(a).equal(o)), nil
		}},
		object.Def{Sig: "def __hash__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			h, err := self(a).hash()
			return starlark.MakeUint64(h >> 2), err
		}},
		object.Def{Sig: "def __dir__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return stringList(s.names...), nil
		}},
		object.Def{Sig: "def __reduce_ex__(self, protocol)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return nil, object.Raise(object.TypeError, "cannot pickle '%s' object", name)
		}},
	)
	if ptr := reflect.PointerTo(s.typ); ptr.Implements(typeStringer) {
		c.AddMethods(object.Def{Sig: "def __str__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			g := self(a)
			x, ok := g.receiver().Interface().(fmt.Stringer)
			if !ok { // a copy of a type whose pointer has the method
				p := reflect.New(s.typ)
				p.Elem().Set(g.v)
				x = p.Interface().(fmt.Stringer)
			}
			var text string
			err := unlocked(t, "String", func() { text = x.String() })
			return starlark.String(osText(text)), err
		}})
	}
	c.Attributes = &object.AttributeHooks{
		Get: func(t *isolate.Thread, x *object.Instance, name string) (starlark.Value, error) {
			return x.State.(*goState).get(t, name)
		},
		Set: func(t *isolate.Thread, x *object.Instance, name string, v starlark.Value) error {
			return x.State.(*goState).set(t, name, v)
		},
	}
	return c
}

var typeStringer = reflect.TypeFor[fmt.Stringer]()

// receiver is what methods are called on: the pointer if there is one.
func (g *goState) receiver() reflect.Value {
	if g.v.CanAddr() {
		return g.v.Addr()
	}
	return g.v
}

func (g *goState) get(t *isolate.Thread, name string) (starlark.Value, error) {
	if i, ok := g.shape.index[name]; ok {
		v, err := g.v.FieldByIndexErr(g.shape.fields[i].path)
		if err != nil {
			return nil, object.Raise(object.AttributeError, "'%s' object has no attribute '%s': the struct it is in is nil", g.shape.class.ClassName, name)
		}
		c := toScript{in: g.in, t: t}
		out, err := c.convert(v)
		if err != nil {
			return nil, convertFailed(within(err, name))
		}
		return out, nil
	}
	if goName, ok := g.shape.methods[name]; ok {
		m := g.receiver().MethodByName(goName)
		if !m.IsValid() {
			return nil, object.Raise(object.AttributeError, "'%s' object has no attribute '%s': the method needs a pointer, and this is a copy", g.shape.class.ClassName, name)
		}
		return g.in.goFunction(t, name, m)
	}
	return nil, nil
}

func (g *goState) set(t *isolate.Thread, name string, v starlark.Value) error {
	class := g.shape.class.ClassName
	i, ok := g.shape.index[name]
	switch {
	case !ok:
		return object.Raise(object.AttributeError, "'%s' object has no attribute '%s'", class, name)
	case v == nil:
		return object.Raise(object.TypeError, "a field of a Go struct cannot be deleted: %s.%s", class, name)
	case !g.v.CanSet():
		return object.Raise(object.AttributeError, "'%s' object is a copy of a Go struct: its attribute '%s' is read-only", class, name)
	}
	field, err := g.v.FieldByIndexErr(g.shape.fields[i].path)
	if err != nil {
		return object.Raise(object.AttributeError, "'%s' object has no attribute '%s': the struct it is in is nil", class, name)
	}
	made := reflect.New(field.Type()).Elem()
	if err := g.in.fromValue(t, v, made); err != nil {
		return convertFailed(within(err, name))
	}
	field.Set(made)
	return nil
}

// repr is Order(id=3, price=2.5), as a dataclass has it.
func (g *goState) repr(t *isolate.Thread, self starlark.Value) (string, error) {
	if g.v.Kind() != reflect.Struct {
		return fmt.Sprintf("<%s object at 0x%x>", g.shape.class.ClassName, object.Address(self)), nil
	}
	if err := object.Enter(t, " while getting the repr of an object"); err != nil {
		return "", err
	}
	defer object.Leave(t)
	if g.v.CanAddr() {
		// Objects of one pointer are many; the pointer tells a cycle.
		active, p := t.Repring(), g.v.Addr().Pointer()
		if active[p] {
			return "...", nil
		}
		active[p] = true
		defer delete(active, p)
	}
	var b strings.Builder
	b.WriteString(g.shape.class.ClassName + "(")
	n := 0
	for _, f := range g.shape.fields {
		if len(f.path) > 1 {
			continue // within an embedded struct
		}
		v, err := g.get(t, f.name)
		if err != nil {
			return "", err
		}
		text, err := object.Repr(t, v)
		if err != nil {
			return "", err
		}
		if n++; n > 1 {
			b.WriteString(", ")
		}
		b.WriteString(f.name + "=" + text)
	}
	b.WriteString(")")
	return b.String(), nil
}

// equal is Go's ==: of the pointers, or of the values.
func (g *goState) equal(o *goState) bool {
	if g.v.Type() != o.v.Type() || g.v.CanAddr() != o.v.CanAddr() {
		return false
	}
	if g.v.CanAddr() {
		return g.v.Addr().Pointer() == o.v.Addr().Pointer()
	}
	return g.v.Comparable() && o.v.Comparable() && g.v.Equal(o.v)
}

var hashSeed = maphash.MakeSeed()

func (g *goState) hash() (uint64, error) {
	if g.v.CanAddr() {
		return uint64(g.v.Addr().Pointer()) >> 3, nil
	}
	if !g.v.Comparable() {
		return 0, object.Raise(object.TypeError, "unhashable type: '%s'", g.shape.class.ClassName)
	}
	return maphash.Comparable(hashSeed, g.v.Interface()), nil
}
