package collections

// This file defines namedtuple.

import (
	"fmt"
	"strings"
	"unicode"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var namedtupleDef = object.Def{
	Sig: "def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)",
	Doc: "Returns a new subclass of tuple with named fields.",
	Fn: func(t *thread, a args) (value, error) {
		fields, err := fieldNames(t, a[1])
		if err != nil {
			return nil, err
		}
		typename, err := object.Str(t, a[0])
		if err != nil {
			return nil, err
		}
		rename, err := object.Truth(t, a[2])
		if err != nil {
			return nil, err
		}
		if err := checkFields(t, typename, fields, rename); err != nil {
			return nil, err
		}
		var defaults starlark.Tuple
		if a[3] != starlark.None {
			if defaults, err = object.Slice(t, a[3]); err != nil {
				return nil, err
			}
			if len(defaults) > len(fields) {
				return nil, object.Raise(object.TypeError, "Got more default values than field names")
			}
		}
		module := callerModule(t)
		if a[4] != starlark.None {
			if module, err = object.Str(t, a[4]); err != nil {
				return nil, err
			}
		}
		return NewNamedTuple(t, typename, module, fields, defaults)
	},
}

func fieldNames(t *thread, v value) ([]string, error) {
	if s, ok := object.Text(v); ok {
		return strings.Fields(strings.ReplaceAll(s, ",", " ")), nil
	}
	var out []string
	err := object.ForEach(t, v, func(e value) error {
		s, err := object.Str(t, e)
		out = append(out, s)
		return err
	})
	return out, err
}

// checkFields refuses bad names, or with rename replaces them.
func checkFields(t *thread, typename string, fields []string, rename bool) error {
	seen := make(map[string]bool, len(fields))
	if rename {
		for i, n := range fields {
			if !isIdentifier(n) || keywords[n] || strings.HasPrefix(n, "_") || seen[n] {
				fields[i] = fmt.Sprintf("_%d", i)
			}
			seen[n] = true
		}
	}
	quote := func(s string) string { r, _ := object.Repr(nil, starlark.String(s)); return r }
	for _, n := range append([]string{typename}, fields...) {
		if err := t.Tick(); err != nil {
			return err
		}
		if !isIdentifier(n) {
			return object.Raise(object.ValueError, "Type names and field names must be valid identifiers: %s", quote(n))
		}
		if keywords[n] {
			return object.Raise(object.ValueError, "Type names and field names cannot be a keyword: %s", quote(n))
		}
	}
	clear(seen)
	for _, n := range fields {
		if err := t.Tick(); err != nil {
			return err
		}
		if strings.HasPrefix(n, "_") && !rename {
			return object.Raise(object.ValueError, "Field names cannot start with an underscore: %s", quote(n))
		}
		if seen[n] {
			return object.Raise(object.ValueError, "Encountered duplicate field name: %s", quote(n))
		}
		seen[n] = true
	}
	return nil
}

func isIdentifier(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r)) {
			return false
		}
	}
	return s != ""
}

var keywords = make(map[string]bool)

func init() {
	for _, k := range strings.Fields("False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield") {
		keywords[k] = true
	}
}

// A fieldGetter is the attribute of a field on the class. It holds no state of
// the class, so that one serves every namedtuple.
type fieldGetter struct {
	index int
	doc   value
}

var fieldGetterType = object.NewClass(object.Spec{Name: "_tuplegetter", Module: "collections", Final: true, New: func(t *thread, cls *object.Class, positional starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	a, err := newFieldGetter.Bind(positional, kwargs)
	if err != nil {
		return nil, err
	}
	index, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	if index < 0 {
		return nil, object.Raise(object.ValueError, "_tuplegetter needs the number of a field, not %d", index)
	}
	return &fieldGetter{index, a[1]}, nil
}})

var newFieldGetter = object.NewFunc(object.Def{Sig: "_tuplegetter(index, doc, /)"})

var _ object.SettableDescriptor = (*fieldGetter)(nil)

func (g *fieldGetter) String() string {
	return fmt.Sprintf("_tuplegetter(%d, %s)", g.index, g.doc)
}
func (g *fieldGetter) Type() string          { return "_tuplegetter" }
func (g *fieldGetter) Freeze()               {}
func (g *fieldGetter) Truth() starlark.Bool  { return true }
func (g *fieldGetter) Hash() (uint32, error) { return uint32(object.Address(g) >> 4), nil }
func (g *fieldGetter) Class() *object.Class  { return fieldGetterType }

// Repr implements object.Reprer.
func (g *fieldGetter) Repr(t *thread) (string, error) {
	doc, err := object.Repr(t, g.doc)
	return fmt.Sprintf("_tuplegetter(%d, %s)", g.index, doc), err
}

// DescriptorGet implements object.Descriptor.
func (g *fieldGetter) DescriptorGet(t *thread, self value, c *object.Class) (value, error) {
	x, ok := self.(*object.Instance)
	if !ok {
		return g, nil
	}
	if tup, ok := x.State.(starlark.Tuple); ok && g.index < len(tup) {
		return tup[g.index], nil
	}
	return nil, object.Raise(object.IndexError, "tuple index out of range")
}

// DescriptorSet implements object.SettableDescriptor.
func (g *fieldGetter) DescriptorSet(t *thread, self, v value) error {
	if v == nil {
		return object.Raise(object.AttributeError, "can't delete attribute")
	}
	return object.Raise(object.AttributeError, "can't set attribute")
}

func init() {
	fieldGetterType.AddMethods(object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
		g := a[0].(*fieldGetter)
		return starlark.Tuple{fieldGetterType, starlark.Tuple{starlark.MakeInt(g.index), g.doc}}, nil
	}})
	fieldGetterType.AddAttrs(object.Attr{
		Name: "__doc__",
		Get:  func(t *thread, self value) (value, error) { return self.(*fieldGetter).doc, nil },
		Set: func(t *thread, self, v value) error {
			self.(*fieldGetter).doc = v
			return nil
		},
	})
}

// NewNamedTuple makes a class as namedtuple does, from valid names. defaults
// belong to the last fields.
func NewNamedTuple(t *thread, typename, module string, fields []string, defaults starlark.Tuple) (*object.Class, error) {
	ns := new(object.Namespace)
	strs := func(names []string) starlark.Tuple {
		out := make(starlark.Tuple, len(names))
		for i, n := range names {
			out[i] = starlark.String(n)
		}
		return out
	}
	names := strs(fields)
	fieldDefaults := starlark.NewDict(len(defaults))
	for i, v := range defaults {
		fieldDefaults.SetKey(names[len(fields)-len(defaults)+i], v)
	}
	ns.Set("__module__", starlark.String(module))
	ns.Set("__doc__", starlark.String(typename+"("+strings.Join(fields, ", ")+")"))
	ns.Set("__slots__", starlark.Tuple(nil))
	ns.Set("_fields", names)
	ns.Set("_field_defaults", fieldDefaults)
	ns.Set("__match_args__", names)
	for i := range fields {
		if err := t.Tick(); err != nil {
			return nil, err
		}
		ns.Set(fields[i], &fieldGetter{i, starlark.String(fmt.Sprintf("Alias for field number %d", i))})
	}
	c, err := object.NewScriptClass(t, typename, []*object.Class{object.TupleType}, ns)
	if err != nil {
		return nil, err
	}
	c.Slots = true

	n := len(fields)
	sig := []string{"_cls"}
	for i, f := range fields {
		if i >= n-len(defaults) {
			f += "=..."
		}
		sig = append(sig, f)
	}
	var construct *object.Func
	c.New = func(t *thread, cls *object.Class, positional starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(kwargs) == 0 && len(positional) == n {
			return object.Make(cls, t, append(starlark.Tuple(nil), positional...)), nil
		}
		a, err := construct.Bind(append(starlark.Tuple{cls}, positional...), kwargs)
		if err != nil {
			return nil, err
		}
		tuple := append(starlark.Tuple(nil), a[1:]...)
		for i := range tuple {
			if tuple[i] == nil {
				tuple[i] = defaults[i-(n-len(defaults))]
			}
		}
		return object.Make(cls, t, tuple), nil
	}
	construct = object.NewFunc(object.Def{
		Sig: "def __new__(" + strings.Join(sig, ", ") + ")", Wording: typename + ".__new__",
		Doc: "Create new instance of " + typename + "(" + strings.Join(fields, ", ") + ")",
		Fn: func(t *thread, a args) (value, error) {
			cls, ok := a[0].(*object.Class)
			if !ok {
				return nil, object.Raise(object.TypeError, "tuple.__new__(X): X is not a type object (%s)", object.TypeName(a[0]))
			}
			tuple := append(starlark.Tuple(nil), a[1:]...)
			for i := range tuple {
				if tuple[i] == nil {
					tuple[i] = defaults[i-(n-len(defaults))]
				}
			}
			return object.Make(cls, t, tuple), nil
		},
	})
	c.Dict.Set("__new__", &object.StaticMethod{Fn: construct})
	c.AddMethods(namedTupleMethods(fields, names)...)
	return c, nil
}

func tupleOf(v value) starlark.Tuple { return object.Base(v).(starlark.Tuple) }

func namedTupleMethods(fields []string, names starlark.Tuple) []object.Def {
	make := func(t *thread, cls value, items starlark.Tuple) (value, error) {
		if len(items) != len(fields) {
			return nil, object.Raise(object.TypeError, "Expected %d arguments, got %d", len(fields), len(items))
		}
		return object.Make(cls.(*object.Class), t, items), nil
	}
	replace := func(t *thread, a args) (value, error) {
		changes := a[1].(*starlark.Dict)
		items := append(starlark.Tuple(nil), tupleOf(a[0])...)
		for i, n := range names {
			if i >= len(items) {
				break
			}
			if v, found, _ := changes.Delete(n); found {
				items[i] = v
			}
		}
		if changes.Len() > 0 {
			r, err := object.Repr(t, starlark.NewList(changes.Keys()))
			if err != nil {
				return nil, err
			}
			return nil, object.Raise(object.TypeError, "Got unexpected field names: %s", r)
		}
		return make(t, object.ClassOf(a[0]), items)
	}
	return []object.Def{
		{Sig: "def _make(cls, iterable)", Class: true, Fn: func(t *thread, a args) (value, error) {
			items, err := object.Slice(t, a[1])
			if err != nil {
				return nil, err
			}
			return make(t, a[0], items)
		}},
		{Sig: "def _replace(self, /, **kwds)", Fn: replace},
		{Sig: "def __replace__(self, /, **kwds)", Fn: replace},
		{Sig: "def __repr__(self)", Doc: "Return a nicely formatted representation string", Fn: func(t *thread, a args) (value, error) {
			s, err := object.ReprGuard(t, a[0], "...", func() (string, error) {
				var b strings.Builder
				b.WriteString(object.ClassOf(a[0]).ClassName)
				b.WriteByte('(')
				for i, v := range tupleOf(a[0]) {
					if i >= len(fields) {
						break
					}
					if i > 0 {
						b.WriteString(", ")
					}
					r, err := object.Repr(t, v)
					if err != nil {
						return "", err
					}
					b.WriteString(fields[i])
					b.WriteByte('=')
					b.WriteString(r)
				}
				b.WriteByte(')')
				return b.String(), nil
			})
			return starlark.String(s), err
		}},
		{Sig: "def _asdict(self)", Doc: "Return a new dict which maps field names to their values.", Fn: func(t *thread, a args) (value, error) {
			d := starlark.NewDict(len(names))
			for i, v := range tupleOf(a[0]) {
				if i < len(names) {
					d.SetKey(names[i], v)
				}
			}
			return d, nil
		}},
		{Sig: "def __getnewargs__(self)", Doc: "Return self as a plain tuple.  Used by copy and pickle.", Fn: func(t *thread, a args) (value, error) {
			return tupleOf(a[0]), nil
		}},
	}
}
