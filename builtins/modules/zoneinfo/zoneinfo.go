// Package zoneinfo is the module zoneinfo: rules of time zones by Go's package
// time, from the system's database or, where there is none, the one that is
// linked into the program; the class ZoneInfo in the language itself
// (zoneinfo.py).
package zoneinfo

import (
	_ "embed"
	"strings"
	"time"
	_ "time/tzdata" // a machine without a database has time zones too

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

//go:embed zoneinfo.py
var source string

// zones are the names of the database's zones, which Go does not list.
//
//go:embed zones.txt
var zones string

func init() {
	registry.Register(&registry.Module{
		Name: "zoneinfo", Doc: "Concrete time zones of the IANA database.", Source: source,
		Funcs: []object.Def{
			{Sig: "_load(key, data, /)", Fn: load},
			{Sig: "_attach(zone, rules, /)", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				a[0].(*object.Instance).Extra = &offsets{loc: a[1].(*object.Instance).State.(*time.Location)}
				return starlark.None, nil
			}},
			{Sig: "_names()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				var out []starlark.Value
				for name := range strings.FieldsSeq(zones) {
					out = append(out, starlark.String(name))
				}
				return starlark.NewList(out), nil
			}},
		},
	})
}

// ruleClass is the class of a zone's rules, which ZoneInfo asks.
var ruleClass = object.NewClass(object.Spec{Name: "_Rules", Module: "zoneinfo", Final: true})

// load returns the rules of a key, or of a file's data; None for a key that the
// database does not have.
func load(t *object.Thread, a object.Args) (starlark.Value, error) {
	key, _ := object.Text(a[0])
	var loc *time.Location
	var err error
	if data, ok := types.BytesLike(a[1]); ok {
		if loc, err = time.LoadLocationFromTZData(key, []byte(data)); err != nil {
			return nil, object.Raise(object.ValueError, "Invalid TZif file: magic not found")
		}
	} else if key == "" || key == "Local" {
		return starlark.None, nil
	} else if loc, err = time.LoadLocation(key); err != nil {
		return starlark.None, nil
	}
	return object.Make(ruleClass, t, loc), nil
}

// rule returns (utcoffset, dst, tzname) at an instant, in seconds.
func rule(at time.Time) starlark.Value {
	name, offset := at.Zone()
	dst := 0
	if at.IsDST() {
		dst = offset - standard(at)
	}
	return starlark.Tuple{starlark.MakeInt(offset), starlark.MakeInt(dst), starlark.String(name)}
}

// standard is the offset of the nearest time that is not daylight saving: before
// the instant, or else behind it, or an hour less.
func standard(at time.Time) int {
	_, offset := at.Zone()
	for before, n := at, 0; n < 4; n++ {
		start, _ := before.ZoneBounds()
		if start.IsZero() {
			break
		}
		before = start.Add(-time.Second)
		if !before.IsDST() {
			if _, std := before.Zone(); saves(offset - std) {
				return std
			}
		}
	}
	for after, n := at, 0; n < 4; n++ {
		_, end := after.ZoneBounds()
		if end.IsZero() {
			break
		}
		after = end
		if !after.IsDST() {
			if _, std := after.Zone(); saves(offset - std) {
				return std
			}
		}
	}
	return offset - 3600
}

// saves says that a difference is one of daylight saving, and not of a zone that
// moved.
func saves(seconds int) bool { return seconds != 0 && seconds > -3*3600 && seconds < 3*3600 }

// local returns the instant that a wall clock's seconds mean. In a gap or an
// overlap fold chooses the later rule (PEP 495).
func local(loc *time.Location, wall int64, fold bool) time.Time {
	at := func(u int64) time.Time { return time.Unix(u, 0).In(loc) }
	offset := func(u int64) int64 { _, o := at(u).Zone(); return int64(o) }
	const day = 24 * 60 * 60
	before, after := offset(wall-day), offset(wall+day)
	if before == after {
		// A zone may still change there and back within the two days.
		if o := offset(wall - before); o != before && offset(wall-o) == o {
			return at(wall - o)
		}
		return at(wall - before)
	}
	early, late := wall-before, wall-after
	okEarly, okLate := offset(early) == before, offset(late) == after
	switch {
	case okEarly && okLate:
		if fold {
			return at(max(early, late))
		}
		return at(min(early, late))
	case okEarly:
		return at(early)
	case okLate:
		return at(late)
	}
	// A gap: the rule before it for fold 0, the rule behind it for fold 1.
	_, end := at(wall - max(before, after) - day).ZoneBounds()
	if end.IsZero() {
		return at(early)
	}
	if fold {
		return at(max(late, end.Unix()))
	}
	return at(min(early, end.Unix()-1))
}

func init() {
	location := func(v starlark.Value) *time.Location { return v.(*object.Instance).State.(*time.Location) }
	ruleClass.AddMethods(
		object.Def{Sig: "utc(self, seconds, /)", Doc: "The rule at an instant.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return rule(time.Unix(int64(n), 0).In(location(a[0]))), nil
		}},
		object.Def{Sig: "wall(self, seconds, fold, /)", Doc: "The rule at a local time.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			fold, err := object.Int(t, a[2])
			if err != nil {
				return nil, err
			}
			return rule(local(location(a[0]), int64(n), fold != 0)), nil
		}},
		object.Def{Sig: "fixed(self, /)", Doc: "The rule of a zone that has only one, or None.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			now := time.Unix(0, 0).In(location(a[0]))
			if start, end := now.ZoneBounds(); start.IsZero() && end.IsZero() {
				return rule(now), nil
			}
			return starlark.None, nil
		}},
	)
}
