package host

// This file defines how time.Time and time.Duration become datetime and
// timedelta, and back.

import (
	"math"
	"reflect"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// datetimeName returns a name of the module datetime, which is there for
// conversions also if scripts may not import it.
func datetimeName(t *isolate.Thread, name string) (starlark.Value, error) {
	m, err := registry.Get(t, "datetime")
	if err != nil {
		return nil, err
	}
	return object.GetAttr(t, m, name)
}

// toDatetime makes an aware datetime, to the microsecond. UTC is timezone.utc; any
// other zone is its offset at that moment, under its name.
func (in *Interpreter) toDatetime(t *isolate.Thread, x time.Time) (starlark.Value, error) {
	class, err := datetimeName(t, "datetime")
	if err != nil {
		return nil, err
	}
	if y := x.Year(); y < 1 || y > 9999 {
		return nil, &ConvertError{Reason: "the year of the time is out of datetime's range"}
	}
	zoneClass, err := datetimeName(t, "timezone")
	if err != nil {
		return nil, err
	}
	var zone starlark.Value
	if name, offset := x.Zone(); offset == 0 && (name == "UTC" || name == "") {
		zone, err = object.GetAttr(t, zoneClass, "utc")
	} else {
		var delta starlark.Value
		if delta, err = in.toTimedelta(t, time.Duration(offset)*time.Second); err == nil {
			args := starlark.Tuple{delta}
			if name != "" {
				args = append(args, starlark.String(name))
			}
			zone, err = object.Call(t, zoneClass, args, nil)
		}
	}
	if err != nil {
		return nil, err
	}
	n := starlark.MakeInt
	return object.Call(t, class, starlark.Tuple{
		n(x.Year()), n(int(x.Month())), n(x.Day()), n(x.Hour()), n(x.Minute()), n(x.Second()), n(x.Nanosecond() / 1000), zone,
	}, nil)
}

// toTimedelta makes a timedelta, to the microsecond.
func (in *Interpreter) toTimedelta(t *isolate.Thread, d time.Duration) (starlark.Value, error) {
	class, err := datetimeName(t, "timedelta")
	if err != nil {
		return nil, err
	}
	return object.Call(t, class, starlark.Tuple{starlark.MakeInt(0), starlark.MakeInt(0), starlark.MakeInt64(d.Microseconds())}, nil)
}

// isDatetime reports whether x is an object of the module's class of that name.
func isDatetime(v starlark.Value, name string) bool {
	x, ok := v.(*object.Instance)
	if !ok || x.Class().Iso == nil {
		return false
	}
	for _, k := range x.Class().MRO {
		if k.Module == "datetime" && k.ClassName == name {
			return true
		}
	}
	return false
}

// numbers reads int attributes.
func (c *toGo) numbers(v starlark.Value, names ...string) ([]int, error) {
	out := make([]int, len(names))
	for i, name := range names {
		a, err := object.GetAttr(c.t, v, name)
		if err != nil {
			return nil, err
		}
		if out[i], err = object.Int(c.t, a); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// toTime takes a datetime; one without a zone is local time, as for Python.
func (c *toGo) toTime(v starlark.Value, dst reflect.Value) error {
	if g := goStateOf(v); g != nil && g.v.Type() == typeTime {
		dst.Set(g.v)
		return nil
	}
	if !isDatetime(v, "datetime") {
		return want(typeTime, v)
	}
	n, err := c.numbers(v, "year", "month", "day", "hour", "minute", "second", "microsecond")
	if err != nil {
		return err
	}
	loc := time.Local
	offset, err := object.CallMethod(c.t, v, "utcoffset")
	if err != nil {
		return err
	}
	if offset != starlark.None {
		d, err := c.duration(offset)
		if err != nil {
			return err
		}
		name, err := object.CallMethod(c.t, v, "tzname")
		if err != nil {
			return err
		}
		text, _ := object.Text(name)
		if loc = time.UTC; d != 0 || text != "UTC" {
			loc = time.FixedZone(text, int(d/time.Second))
		}
	}
	dst.Set(reflect.ValueOf(time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], n[5], n[6]*1000, loc)))
	return nil
}

func (c *toGo) duration(v starlark.Value) (time.Duration, error) {
	n, err := c.numbers(v, "days", "seconds", "microseconds")
	if err != nil {
		return 0, err
	}
	if s := float64(n[0])*86400 + float64(n[1]); math.Abs(s) > math.MaxInt64/1e9-1 {
		return 0, &ConvertError{"", "the timedelta does not fit time.Duration", true}
	}
	return time.Duration(n[0])*24*time.Hour + time.Duration(n[1])*time.Second + time.Duration(n[2])*time.Microsecond, nil
}

// toDuration takes a timedelta, or a number of seconds as Python's own timeouts
// are.
func (c *toGo) toDuration(v starlark.Value, dst reflect.Value) error {
	var seconds float64
	switch x := object.Base(v).(type) {
	case starlark.Int:
		seconds = float64(x.Float())
	case starlark.Float:
		seconds = float64(x)
	default:
		if !isDatetime(v, "timedelta") {
			return &ConvertError{Reason: "want timedelta or seconds, got " + typeNameOf(v)}
		}
		d, err := c.duration(v)
		if err != nil {
			return err
		}
		dst.SetInt(int64(d))
		return nil
	}
	if !(math.Abs(seconds) < math.MaxInt64/1e9) {
		return &ConvertError{"", "the number of seconds does not fit time.Duration", true}
	}
	dst.SetInt(int64(math.Round(seconds * 1e9)))
	return nil
}
