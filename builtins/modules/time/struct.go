package time

// This file defines struct_time and the conversions to and from it.

import (
	"fmt"
	"math"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var structClass = object.NewClass(object.Spec{Name: "struct_time", Module: "time", Base: object.TupleType})

var fieldNames = []string{"tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"}

// newStruct makes the struct_time of a moment. Its State is the tuple, its Extra
// the zone that the moment is in.
func newStruct(t *isolate.Thread, x time.Time) starlark.Value {
	dst := 0
	if x.IsDST() {
		dst = 1
	}
	vals := []int{x.Year(), int(x.Month()), x.Day(), x.Hour(), x.Minute(), x.Second(), (int(x.Weekday()) + 6) % 7, x.YearDay(), dst}
	return structOf(t, vals, x)
}

func structOf(t *isolate.Thread, vals []int, x time.Time) starlark.Value {
	tuple := make(starlark.Tuple, len(vals))
	for i, v := range vals {
		tuple[i] = starlark.MakeInt(v)
	}
	s := object.Make(structClass, t, tuple)
	name, off := x.Zone()
	s.Extra = zone{name, off}
	return s
}

// fields reads the nine numbers of a struct_time or a tuple.
func fields(t *isolate.Thread, fn string, v starlark.Value) ([]int, error) {
	tuple, ok := object.Base(v).(starlark.Tuple)
	if !ok {
		return nil, object.Raise(object.TypeError, "Tuple or struct_time argument required")
	}
	if len(tuple) != 9 {
		return nil, object.Raise(object.TypeError, "%s(): illegal time tuple argument", fn)
	}
	out := make([]int, 9)
	for i, e := range tuple {
		n, err := object.Int(t, e)
		if err != nil {
			return nil, err
		}
		out[i] = n
	}
	return out, nil
}

func dateOf(f []int, loc *time.Location) time.Time {
	return time.Date(f[0], time.Month(f[1]), f[2], f[3], f[4], f[5], 0, loc)
}

// moment reads an optional number of seconds since the Epoch.
func moment(t *isolate.Thread, v starlark.Value) (time.Time, error) {
	if v == starlark.None {
		return now(t), nil
	}
	s, err := object.Float(t, v)
	if err != nil {
		return time.Time{}, object.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeName(v))
	}
	if math.IsNaN(s) {
		return time.Time{}, object.Raise(object.ValueError, "Invalid value NaN (not a number)")
	}
	if math.Abs(s) > 67767976233532799 {
		return time.Time{}, object.Raise(object.OverflowError, "timestamp out of range for platform time_t")
	}
	return time.Unix(int64(math.Floor(s)), 0), nil
}

func readOnly(t *isolate.Thread, self, v starlark.Value) error {
	return object.Raise(object.AttributeError, "readonly attribute")
}

func init() {
	structClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args) == 0 {
			return nil, object.Raise(object.TypeError, "structseq() missing required argument 'sequence' (pos 1)")
		}
		vals, err := object.Slice(t, args[0])
		if err != nil {
			return nil, object.Raise(object.TypeError, "constructor requires a sequence")
		}
		if len(vals) < 9 {
			return nil, object.Raise(object.TypeError, "time.struct_time() takes an at least 9-sequence (%d-sequence given)", len(vals))
		}
		x := object.Make(c, t, starlark.Tuple(vals[:9]))
		x.Extra = zone{}
		return x, nil
	}
	structClass.AddMethods(object.Def{Sig: "__repr__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		tuple := object.Base(a[0]).(starlark.Tuple)
		parts := make([]string, len(tuple))
		for i, v := range tuple {
			parts[i] = fmt.Sprintf("%s=%s", fieldNames[i], v)
		}
		return starlark.String("time.struct_time(" + strings.Join(parts, ", ") + ")"), nil
	}})
	for i, name := range fieldNames {
		structClass.AddAttrs(object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return object.Base(self).(starlark.Tuple)[i], nil
		}, Set: readOnly})
	}
	zoneOf := func(self starlark.Value) zone {
		z, _ := self.(*object.Instance).Extra.(zone)
		return z
	}
	structClass.AddAttrs(
		object.Attr{Name: "tm_zone", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.String(zoneOf(self).name), nil
		}},
		object.Attr{Name: "tm_gmtoff", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.MakeInt(zoneOf(self).offset), nil
		}},
	)
}

var structFuncs = []object.Def{
	{Sig: "gmtime(seconds=None, /)", Doc: "Convert seconds since the Epoch to a time tuple expressing UTC.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		x, err := moment(t, a[0])
		if err != nil {
			return nil, err
		}
		return newStruct(t, x.UTC()), nil
	}},
	{Sig: "localtime(seconds=None, /)", Doc: "Convert seconds since the Epoch to a time tuple expressing local time.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		x, err := moment(t, a[0])
		if err != nil {
			return nil, err
		}
		return newStruct(t, x.Local()), nil
	}},
	{Sig: "mktime(tuple, /)", Doc: "Convert a time tuple in local time to seconds since the Epoch.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		f, err := fields(t, "mktime", a[0])
		if err != nil {
			return nil, err
		}
		return starlark.Float(dateOf(f, time.Local).Unix()), nil
	}},
}
