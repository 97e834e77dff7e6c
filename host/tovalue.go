package host

// This file defines how Go values become a script's.

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"reflect"
	"slices"
	"strconv"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

// A ConvertError says which part of a value has no counterpart on the other side.
type ConvertError struct {
	// Path leads to the part: orders[3].price. It is empty for the value itself.
	Path string
	// Reason is the rest of the message: want int, got str.
	Reason string

	overflow bool // the value has the right type, and is too large
}

// Error implements error.
func (e *ConvertError) Error() string {
	if e.Path == "" {
		return e.Reason
	}
	return e.Path + ": " + e.Reason
}

// within puts a step in front of a ConvertError's path.
func within(err error, step string) error {
	e, ok := err.(*ConvertError)
	if !ok {
		return err
	}
	path := e.Path
	if path != "" && path[0] != '[' && step != "" {
		path = "." + path
	}
	return &ConvertError{step + path, e.Reason, e.overflow}
}

// maxNested is how deeply a value that is converted may nest.
const maxNested = 5_000

// toValue makes a script's value of x, on a thread that holds the lock.
func (in *Interpreter) toValue(t *isolate.Thread, x any) (starlark.Value, error) {
	if v, ok, err := in.simple(t, x); ok {
		return v, err
	}
	c := toScript{in: in, t: t}
	return c.convert(reflect.ValueOf(x))
}

// toValueNamed is toValue for what a script knows by name.
func (in *Interpreter) toValueNamed(t *isolate.Thread, name string, x any) (starlark.Value, error) {
	if v := reflect.ValueOf(x); v.IsValid() && v.Kind() == reflect.Func && !v.IsNil() && !isSeq(v.Type()) {
		return in.goFunction(t, name, v)
	}
	return in.toValue(t, x)
}

// simple converts what needs no look into it.
func (in *Interpreter) simple(t *isolate.Thread, x any) (v starlark.Value, ok bool, err error) {
	switch x := x.(type) {
	case nil:
		return starlark.None, true, nil
	case bool:
		return starlark.Bool(x), true, nil
	case string:
		return starlark.String(osText(x)), true, nil
	case int:
		return starlark.MakeInt(x), true, nil
	case float64:
		return starlark.Float(x), true, nil
	case []byte:
		return object.MakeBytes(string(x)), true, nil
	case starlark.Value:
		return x, true, nil
	case Value:
		if x.in != nil && x.in != in {
			return nil, true, &ConvertError{Reason: "the Value belongs to another interpreter"}
		}
		return x.Starlark(), true, nil
	case time.Time:
		v, err = in.toDatetime(t, x)
		return v, true, err
	case time.Duration:
		v, err = in.toTimedelta(t, x)
		return v, true, err
	case *big.Int:
		if x == nil {
			return starlark.None, true, nil
		}
		return starlark.MakeBigInt(x), true, nil
	case big.Int:
		return starlark.MakeBigInt(&x), true, nil
	case json.Number:
		v, err = jsonNumber(x)
		return v, true, err
	case json.RawMessage:
		v, err = in.fromJSON(t, x)
		return v, true, err
	case *ExceptionClass:
		return x.class, true, nil
	case reflect.Value:
		v, err = in.toValue(t, x.Interface())
		return v, true, err
	case error:
		if rv := reflect.ValueOf(x); rv.Kind() == reflect.Pointer && rv.IsNil() {
			return starlark.None, true, nil
		}
		return in.exceptionOf(t, x), true, nil
	}
	return nil, false, nil
}

func jsonNumber(n json.Number) (starlark.Value, error) {
	if i, ok := new(big.Int).SetString(string(n), 10); ok {
		return starlark.MakeBigInt(i), nil
	}
	f, err := strconv.ParseFloat(string(n), 64)
	if err != nil {
		return nil, &ConvertError{Reason: fmt.Sprintf("json.Number %q is no number", string(n))}
	}
	return starlark.Float(f), nil
}

func (in *Interpreter) fromJSON(t *isolate.Thread, text json.RawMessage) (starlark.Value, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	var x any
	if err := d.Decode(&x); err != nil {
		return nil, &ConvertError{Reason: "json.RawMessage: " + err.Error()}
	}
	return in.toValue(t, x)
}

// A toScript converts one Go value with all that it holds.
type toScript struct {
	in    *Interpreter
	t     *isolate.Thread
	seen  map[goRef]starlark.Value // what has been begun, for values that contain themselves
	depth int
}

// A goRef identifies a slice or map.
type goRef struct {
	p   uintptr
	n   int
	typ reflect.Type
}

func (c *toScript) remember(r goRef, v starlark.Value) {
	if c.seen == nil {
		c.seen = make(map[goRef]starlark.Value)
	}
	c.seen[r] = v
}

func (c *toScript) convert(v reflect.Value) (starlark.Value, error) {
	if !v.IsValid() {
		return starlark.None, nil
	}
	if v.Kind() == reflect.Interface {
		if v.IsNil() {
			return starlark.None, nil
		}
		v = v.Elem()
	}
	// A named simple type may have a meaning of its own (time.Duration).
	if v.CanInterface() {
		if s, ok, err := c.in.simple(c.t, v.Interface()); ok {
			return s, err
		}
	}
	c.depth++
	defer func() { c.depth-- }()
	if c.depth > maxNested {
		return nil, &ConvertError{Reason: "nests too deeply"}
	}
	switch v.Kind() {
	case reflect.Bool:
		return starlark.Bool(v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return starlark.MakeInt64(v.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return starlark.MakeUint64(v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return starlark.Float(v.Float()), nil
	case reflect.Complex64, reflect.Complex128:
		return types.Complex(v.Complex()), nil
	case reflect.String:
		return starlark.String(osText(v.String())), nil
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return object.MakeBytes(string(v.Bytes())), nil
		}
		r := goRef{v.Pointer(), v.Len(), v.Type()}
		if s, ok := c.seen[r]; ok && v.Len() > 0 {
			return s, nil
		}
		list := starlark.NewList(make([]starlark.Value, 0, v.Len()))
		c.remember(r, list)
		return list, c.elements(v, func(e starlark.Value) { list.Append(e) })
	case reflect.Array:
		list := starlark.NewList(make([]starlark.Value, 0, v.Len()))
		return list, c.elements(v, func(e starlark.Value) { list.Append(e) })
	case reflect.Map:
		return c.mapping(v)
	case reflect.Struct:
		return c.in.goObject(c.t, v), nil
	case reflect.Pointer:
		return c.pointer(v)
	case reflect.Func:
		if v.IsNil() {
			return starlark.None, nil
		}
		return c.in.goFunction(c.t, "", v)
	case reflect.Chan:
		if v.IsNil() {
			return starlark.None, nil
		}
		return c.in.goChannel(c.t, v), nil
	}
	return nil, &ConvertError{Reason: fmt.Sprintf("a script has no counterpart of %s", v.Type())}
}

func (c *toScript) elements(v reflect.Value, add func(starlark.Value)) error {
	for i := range v.Len() {
		e, err := c.convert(v.Index(i))
		if err != nil {
			return within(err, "["+strconv.Itoa(i)+"]")
		}
		add(e)
	}
	return nil
}

// mapping makes a dict, with the keys in order; a map to struct{} is a set.
func (c *toScript) mapping(v reflect.Value) (starlark.Value, error) {
	r := goRef{v.Pointer(), v.Len(), v.Type()}
	if s, ok := c.seen[r]; ok && v.Len() > 0 {
		return s, nil
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, compareKeys)
	if e := v.Type().Elem(); e.Kind() == reflect.Struct && e.NumField() == 0 {
		set := starlark.NewSet(len(keys))
		c.remember(r, set)
		for _, k := range keys {
			key, err := c.key(k)
			if err == nil {
				err = set.Insert(key)
			}
			if err != nil {
				return nil, within(err, fmt.Sprintf("[%#v]", k))
			}
		}
		return set, nil
	}
	d := starlark.NewDict(len(keys))
	c.remember(r, d)
	for _, k := range keys {
		key, err := c.key(k)
		if err != nil {
			return nil, within(err, fmt.Sprintf("[%#v]", k))
		}
		e, err := c.convert(v.MapIndex(k))
		if err != nil {
			return nil, within(err, fmt.Sprintf("[%#v]", k))
		}
		if err := d.SetKey(key, e); err != nil {
			return nil, &ConvertError{Path: fmt.Sprintf("[%#v]", k), Reason: err.Error()}
		}
	}
	return d, nil
}

// key converts a map's key: an array becomes a tuple, so that it can be one.
func (c *toScript) key(k reflect.Value) (starlark.Value, error) {
	if k.Kind() == reflect.Interface {
		k = k.Elem()
	}
	if k.IsValid() && k.Kind() == reflect.Array {
		var tuple starlark.Tuple
		err := c.elements(k, func(e starlark.Value) { tuple = append(tuple, e) })
		return tuple, err
	}
	return c.convert(k)
}

func compareKeys(a, b reflect.Value) int {
	if a.Kind() == reflect.Interface {
		a, b = a.Elem(), b.Elem()
	}
	if a.IsValid() && b.IsValid() && a.Kind() == b.Kind() {
		switch {
		case a.Kind() == reflect.String:
			return cmp.Compare(a.String(), b.String())
		case a.CanInt():
			return cmp.Compare(a.Int(), b.Int())
		case a.CanUint():
			return cmp.Compare(a.Uint(), b.Uint())
		case a.CanFloat():
			return cmp.Compare(a.Float(), b.Float())
		}
	}
	return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b))
}

// pointer makes an object of a pointer to a struct, and follows any other.
func (c *toScript) pointer(v reflect.Value) (starlark.Value, error) {
	if v.IsNil() {
		return starlark.None, nil
	}
	if v.Type().Elem() == typeTime {
		return c.convert(v.Elem())
	}
	if v.Elem().Kind() == reflect.Struct || v.NumMethod() > 0 {
		return c.in.goObject(c.t, v.Elem()), nil
	}
	return c.convert(v.Elem())
}

var typeTime = reflect.TypeFor[time.Time]()
