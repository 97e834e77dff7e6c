package host

// This file defines how a script's values become Go values.

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

// fromValue stores v in dst, on a thread that holds the lock.
func (in *Interpreter) fromValue(t *isolate.Thread, v starlark.Value, dst reflect.Value) error {
	// The usual ones first.
	switch dst.Kind() {
	case reflect.Int:
		if n, ok := v.(starlark.Int); ok {
			if i, ok := n.Int64(); ok && int64(int(i)) == i {
				dst.SetInt(i)
				return nil
			}
		}
	case reflect.String:
		if s, ok := v.(starlark.String); ok {
			dst.SetString(osName(string(s)))
			return nil
		}
	}
	c := toGo{in: in, t: t}
	return c.convert(v, dst)
}

// A toGo converts one value with all that it holds.
type toGo struct {
	in    *Interpreter
	t     *isolate.Thread
	seen  map[scriptRef]reflect.Value // what has been begun, for values that contain themselves
	depth int
}

// A scriptRef is a container on its way to a Go type.
type scriptRef struct {
	v   starlark.Value
	typ reflect.Type
}

func (c *toGo) remember(v starlark.Value, made reflect.Value) {
	if c.seen == nil {
		c.seen = make(map[scriptRef]reflect.Value)
	}
	c.seen[scriptRef{v, made.Type()}] = made
}

// again stores what has been made of a container already.
func (c *toGo) again(v starlark.Value, dst reflect.Value) bool {
	if c.seen == nil || !reflect.TypeOf(v).Comparable() {
		return false
	}
	made, ok := c.seen[scriptRef{v, dst.Type()}]
	if ok {
		dst.Set(made)
	}
	return ok
}

// want is the error for a value of another type.
func want(dst reflect.Type, v starlark.Value) error {
	return &ConvertError{Reason: fmt.Sprintf("want %s, got %s", typeText(dst), typeNameOf(v))}
}

func typeText(t reflect.Type) string {
	if t == typeAny {
		return "any"
	}
	return t.String()
}

func typeNameOf(v starlark.Value) string {
	if v == starlark.None {
		return "None"
	}
	return object.TypeName(v)
}

var (
	typeAny      = reflect.TypeFor[any]()
	typeValue    = reflect.TypeFor[Value]()
	typeDuration = reflect.TypeFor[time.Duration]()
	typeBigInt   = reflect.TypeFor[big.Int]()
	typeHostErr  = reflect.TypeFor[*Error]()
)

func (c *toGo) convert(v starlark.Value, dst reflect.Value) error {
	typ := dst.Type()
	switch typ {
	case typeAny:
		return c.natural(v, dst)
	case typeValue:
		dst.Set(reflect.ValueOf(Value{c.in, v}))
		return nil
	case typeTime:
		return c.toTime(v, dst)
	case typeDuration:
		return c.toDuration(v, dst)
	case typeBigInt:
		n, ok := object.Base(v).(starlark.Int)
		if !ok {
			return want(typ, v)
		}
		dst.Addr().Interface().(*big.Int).Set(n.BigInt())
		return nil
	case typeError, typeHostErr:
		return c.toError(v, dst)
	}
	if reflect.TypeOf(v).AssignableTo(typ) {
		dst.Set(reflect.ValueOf(v)) // one of go.starlark.net's own types
		return nil
	}
	if ok := c.back(v, dst); ok {
		return nil
	}
	c.depth++
	defer func() { c.depth-- }()
	if c.depth > maxNested {
		return &ConvertError{Reason: "nests too deeply"}
	}
	base := object.Base(v)
	switch typ.Kind() {
	case reflect.Bool:
		b, ok := base.(starlark.Bool)
		if !ok {
			return want(typ, v)
		}
		dst.SetBool(bool(b))
		return nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n, ok := base.(starlark.Int)
		if !ok {
			return want(typ, v)
		}
		i, ok := n.Int64()
		if !ok || dst.OverflowInt(i) {
			return doesNotFit(n, typ)
		}
		dst.SetInt(i)
		return nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		n, ok := base.(starlark.Int)
		if !ok {
			return want(typ, v)
		}
		u, ok := n.Uint64()
		if !ok || dst.OverflowUint(u) {
			return doesNotFit(n, typ)
		}
		dst.SetUint(u)
		return nil
	case reflect.Float32, reflect.Float64:
		return c.toFloat(base, v, dst)
	case reflect.Complex64, reflect.Complex128:
		if z, ok := base.(types.Complex); ok {
			dst.SetComplex(complex128(z))
			return nil
		}
		f := reflect.New(reflect.TypeFor[float64]()).Elem()
		if err := c.toFloat(base, v, f); err != nil {
			return want(typ, v)
		}
		dst.SetComplex(complex(f.Float(), 0))
		return nil
	case reflect.String:
		s, ok := base.(starlark.String)
		if !ok {
			return want(typ, v)
		}
		dst.SetString(osName(string(s)))
		return nil
	case reflect.Slice:
		return c.toSlice(v, dst)
	case reflect.Array:
		return c.toArray(v, dst)
	case reflect.Map:
		return c.toMap(v, dst)
	case reflect.Struct:
		return c.toStruct(v, dst)
	case reflect.Pointer:
		return c.toPointer(v, dst)
	case reflect.Func:
		if v == starlark.None {
			dst.SetZero()
			return nil
		}
		if !object.IsCallable(v) {
			return want(typ, v)
		}
		dst.Set(c.in.makeFunc(v, typ))
		return nil
	case reflect.Interface:
		if v == starlark.None {
			dst.SetZero()
			return nil
		}
		n := reflect.New(typeAny).Elem()
		if err := c.natural(v, n); err == nil && n.Elem().Type().Implements(typ) {
			dst.Set(n.Elem())
			return nil
		}
	case reflect.Chan:
		if v == starlark.None {
			dst.SetZero()
			return nil
		}
	}
	return want(typ, v)
}

// back stores the Go value that v has been made of, if it fits.
func (c *toGo) back(v starlark.Value, dst reflect.Value) bool {
	var from reflect.Value
	switch x := v.(type) {
	case *object.Instance:
		switch s := x.State.(type) {
		case *goState:
			if s.v.CanAddr() && s.v.Addr().Type().AssignableTo(dst.Type()) {
				dst.Set(s.v.Addr())
				return true
			}
			from = s.v
		case *goChannel:
			from = s.v
		case *goSeq:
			from = s.v
		default:
			return false
		}
	case *goFunc:
		from = x.v
	default:
		return false
	}
	if !from.Type().AssignableTo(dst.Type()) && !(from.Kind() == reflect.Func && from.Type().ConvertibleTo(dst.Type())) {
		return false
	}
	dst.Set(from.Convert(dst.Type()))
	return true
}

func doesNotFit(n starlark.Int, typ reflect.Type) error {
	text := n.BigInt().String()
	if len(text) > 40 {
		text = fmt.Sprintf("an int of %d digits", len(strings.TrimPrefix(text, "-")))
	}
	return &ConvertError{"", fmt.Sprintf("%s does not fit %s", text, typeText(typ)), true}
}

func (c *toGo) toFloat(base, v starlark.Value, dst reflect.Value) error {
	var f float64
	switch x := base.(type) {
	case starlark.Float:
		f = float64(x)
	case starlark.Int:
		f = float64(x.Float())
		if math.IsInf(f, 0) {
			return doesNotFit(x, dst.Type())
		}
	default:
		return want(dst.Type(), v)
	}
	if dst.OverflowFloat(f) {
		return &ConvertError{"", fmt.Sprintf("%v does not fit %s", f, typeText(dst.Type())), true}
	}
	dst.SetFloat(f)
	return nil
}

// elements lists what an iterable holds. Texts and mappings are none here.
func (c *toGo) elements(v starlark.Value, typ reflect.Type) ([]starlark.Value, error) {
	switch base := object.Base(v).(type) {
	case *starlark.List, starlark.Tuple, *starlark.Set:
	case starlark.String, *starlark.Dict, starlark.NoneType, starlark.Bytes, starlark.Int, starlark.Float, starlark.Bool:
		return nil, want(typ, v)
	default:
		if _, isBytes := object.BytesContent(base); isBytes {
			return nil, want(typ, v)
		}
	}
	if _, err := object.Iter(c.t, v); err != nil {
		if object.IsCaught(c.t, err, object.TypeError) {
			return nil, want(typ, v)
		}
		return nil, err
	}
	return object.Slice(c.t, v)
}

func (c *toGo) toSlice(v starlark.Value, dst reflect.Value) error {
	typ := dst.Type()
	if v == starlark.None {
		dst.SetZero()
		return nil
	}
	if typ.Elem().Kind() == reflect.Uint8 {
		if b, ok := c.bytes(v); ok {
			dst.SetBytes(b)
			return nil
		}
	}
	if c.again(v, dst) {
		return nil
	}
	list, err := c.elements(v, typ)
	if err != nil {
		return err
	}
	made := reflect.MakeSlice(typ, len(list), len(list))
	if reflect.TypeOf(v).Comparable() {
		c.remember(v, made)
	}
	for i, e := range list {
		if err := c.convert(e, made.Index(i)); err != nil {
			return within(err, "["+strconv.Itoa(i)+"]")
		}
	}
	dst.Set(made)
	return nil
}

// bytes returns a copy of the content of bytes and bytearray.
func (c *toGo) bytes(v starlark.Value) ([]byte, bool) {
	if b, ok := object.BytesContent(v); ok {
		return []byte(b), true
	}
	if object.IsInstance(v, object.BytearrayType) {
		b, err := object.Call(c.t, object.BytesType, starlark.Tuple{v}, nil)
		if err != nil {
			return nil, false
		}
		s, ok := object.BytesContent(b)
		return []byte(s), ok
	}
	return nil, false
}

func (c *toGo) toArray(v starlark.Value, dst reflect.Value) error {
	list, err := c.elements(v, dst.Type())
	if err != nil {
		return err
	}
	if len(list) != dst.Len() {
		return &ConvertError{Reason: fmt.Sprintf("want %d elements, got %d", dst.Len(), len(list))}
	}
	for i, e := range list {
		if err := c.convert(e, dst.Index(i)); err != nil {
			return within(err, "["+strconv.Itoa(i)+"]")
		}
	}
	return nil
}

// items lists a mapping's keys and values.
func (c *toGo) items(v starlark.Value, typ reflect.Type) ([]starlark.Tuple, error) {
	if d, ok := object.Base(v).(*starlark.Dict); ok {
		return d.Items(), nil
	}
	x, ok := v.(*object.Instance)
	if !ok || x.Class().Lookup("keys") == nil || x.Class().Lookup("__getitem__") == nil {
		return nil, want(typ, v)
	}
	keys, err := object.CallMethod(c.t, v, "keys")
	if err != nil {
		return nil, err
	}
	list, err := object.Slice(c.t, keys)
	if err != nil {
		return nil, err
	}
	out := make([]starlark.Tuple, len(list))
	for i, k := range list {
		e, err := object.GetItem(c.t, v, k)
		if err != nil {
			return nil, err
		}
		out[i] = starlark.Tuple{k, e}
	}
	return out, nil
}

func (c *toGo) toMap(v starlark.Value, dst reflect.Value) error {
	typ := dst.Type()
	if v == starlark.None {
		dst.SetZero()
		return nil
	}
	if c.again(v, dst) {
		return nil
	}
	set := typ.Elem().Kind() == reflect.Struct && typ.Elem().NumField() == 0
	if _, ok := object.Base(v).(*starlark.Set); (ok || object.IsInstance(v, object.FrozensetType)) && set {
		list, err := object.Slice(c.t, v)
		if err != nil {
			return err
		}
		made := reflect.MakeMapWithSize(typ, len(list))
		for _, e := range list {
			k := reflect.New(typ.Key()).Elem()
			if err := c.key(e, k); err != nil {
				return within(err, "{"+c.show(e)+"}")
			}
			made.SetMapIndex(k, reflect.Zero(typ.Elem()))
		}
		dst.Set(made)
		return nil
	}
	items, err := c.items(v, typ)
	if err != nil {
		return err
	}
	made := reflect.MakeMapWithSize(typ, len(items))
	if reflect.TypeOf(v).Comparable() {
		c.remember(v, made)
	}
	for _, kv := range items {
		k, e := reflect.New(typ.Key()).Elem(), reflect.New(typ.Elem()).Elem()
		if err := c.key(kv[0], k); err != nil {
			return within(err, "key "+c.show(kv[0]))
		}
		if err := c.convert(kv[1], e); err != nil {
			return within(err, "["+c.show(kv[0])+"]")
		}
		made.SetMapIndex(k, e)
	}
	dst.Set(made)
	return nil
}

// key converts a mapping's key, which must be one that Go can compare.
func (c *toGo) key(v starlark.Value, dst reflect.Value) error {
	if tuple, ok := object.Base(v).(starlark.Tuple); ok && dst.Kind() == reflect.Interface {
		// A slice cannot be a key, an array can.
		arr := reflect.New(reflect.ArrayOf(len(tuple), typeAny)).Elem()
		for i, e := range tuple {
			if err := c.key(e, arr.Index(i)); err != nil {
				return err
			}
		}
		dst.Set(arr)
		return nil
	}
	if err := c.convert(v, dst); err != nil {
		return err
	}
	if !dst.Comparable() {
		return &ConvertError{Reason: fmt.Sprintf("%s cannot be the key of a Go map", typeNameOf(v))}
	}
	return nil
}

// show is a key as a path has it.
func (c *toGo) show(v starlark.Value) string {
	s, err := object.Repr(c.t, v)
	if err != nil {
		c.t.Pending()
		return "?"
	}
	if len(s) > 60 {
		s = s[:60] + "…"
	}
	return s
}

// toStruct fills a struct from a dict, whose keys must all be fields, or from the
// attributes of an object, which may have more.
func (c *toGo) toStruct(v starlark.Value, dst reflect.Value) error {
	typ := dst.Type()
	if g := goStateOf(v); g != nil {
		return want(typ, v) // of another type
	}
	shape := shapeOf(typ)
	if items, err := c.items(v, typ); err == nil {
		for _, kv := range items {
			name, ok := object.Text(kv[0])
			i, known := shape.index[name]
			if !ok || !known {
				hint := ""
				if near := object.NearestName(name, shape.names); ok && near != "" {
					hint = fmt.Sprintf(" (did you mean %q?)", near)
				}
				return &ConvertError{Reason: fmt.Sprintf("%s has no field %s%s", typeText(typ), c.show(kv[0]), hint)}
			}
			if err := c.convert(kv[1], fieldToSet(dst, shape.fields[i].path)); err != nil {
				return within(err, name)
			}
		}
		return nil
	} else if _, ok := err.(*ConvertError); !ok {
		return err
	}
	x, ok := v.(*object.Instance)
	if !ok || x.Class().Iso == nil {
		return want(typ, v)
	}
	found := false
	for _, f := range shape.fields {
		if typ.FieldByIndex(f.path).Anonymous && f.typ.Kind() == reflect.Struct {
			continue // its fields speak for it
		}
		a, err := object.GetAttr(c.t, v, f.name)
		if err != nil {
			if object.IsCaught(c.t, err, object.AttributeError) {
				continue
			}
			return err
		}
		found = true
		if err := c.convert(a, fieldToSet(dst, f.path)); err != nil {
			return within(err, f.name)
		}
	}
	if !found && len(shape.fields) > 0 {
		return want(typ, v)
	}
	return nil
}

func (c *toGo) toPointer(v starlark.Value, dst reflect.Value) error {
	if v == starlark.None {
		dst.SetZero()
		return nil
	}
	if c.again(v, dst) {
		return nil
	}
	made := reflect.New(dst.Type().Elem())
	if reflect.TypeOf(v).Comparable() {
		c.remember(v, made)
	}
	if err := c.convert(v, made.Elem()); err != nil {
		return err
	}
	dst.Set(made)
	return nil
}

// natural stores the Go value that v is closest to.
func (c *toGo) natural(v starlark.Value, dst reflect.Value) error {
	set := func(x any) error {
		dst.Set(reflect.ValueOf(x))
		return nil
	}
	// into makes a T of v.
	into := func(typ reflect.Type) error {
		made := reflect.New(typ).Elem()
		if err := c.convert(v, made); err != nil {
			return err
		}
		dst.Set(made)
		return nil
	}
	switch x := object.Base(v).(type) {
	case starlark.NoneType:
		dst.SetZero()
		return nil
	case starlark.Bool:
		return set(bool(x))
	case starlark.Int:
		if i, ok := x.Int64(); ok && int64(int(i)) == i {
			return set(int(i))
		}
		return set(x.BigInt())
	case starlark.Float:
		return set(float64(x))
	case types.Complex:
		return set(complex128(x))
	case starlark.String:
		return set(osName(string(x)))
	case *starlark.List, starlark.Tuple, *starlark.Set:
		return into(reflect.TypeFor[[]any]())
	case *starlark.Dict:
		if slices.ContainsFunc(x.Keys(), func(k starlark.Value) bool { _, ok := object.Text(k); return !ok }) {
			return into(reflect.TypeFor[map[any]any]())
		}
		return into(reflect.TypeFor[map[string]any]())
	case *goFunc:
		return set(x.v.Interface())
	case *object.Instance:
		switch s := x.State.(type) {
		case *goState:
			return set(s.receiver().Interface())
		case *goChannel:
			return set(s.v.Interface())
		case *goSeq:
			return set(s.v.Interface())
		}
		switch {
		case x.Exception() != nil:
			return into(typeError)
		case isDatetime(x, "datetime"):
			return into(typeTime)
		case isDatetime(x, "timedelta"):
			return into(typeDuration)
		case x.Class().IsSubclass(object.FrozensetType):
			return into(reflect.TypeFor[[]any]())
		}
	}
	if b, ok := c.bytes(v); ok {
		return set(b)
	}
	return set(Value{c.in, v})
}
