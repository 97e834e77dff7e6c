package datetime

// This file defines what date and datetime are made of: their fields, counted
// days, comparison, hash, and arithmetic with timedelta.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

const (
	maxOrdinal = 3652059
	epochDays  = 719163 // the ordinal of 1970-01-01
)

// A moment is the State of a date, and of a datetime, which has a clock.
type moment struct {
	year, month, day            int
	clock                       bool
	hour, minute, second, micro int
	fold                        int
	zone                        value // nil for None
}

var (
	dateClass     = object.NewClass(object.Spec{Name: "_Date", Module: "datetime", Slots: true})
	datetimeClass = object.NewClass(object.Spec{Name: "_Datetime", Module: "datetime", Base: dateClass, Slots: true})
)

// A Zone is the Extra of a tzinfo whose offsets Go knows. Seconds are since 1970,
// offsets in seconds.
type Zone interface {
	At(utc int64) (offset int)
	Wall(local int64, fold bool) (offset int)
}

func momentOf(v value) (*moment, bool) {
	x, ok := v.(*object.Instance)
	if !ok {
		return nil, false
	}
	m, ok := x.State.(*moment)
	return m, ok
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

var monthDays = [...]int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(year, month int) int {
	if month == 2 && leap(year) {
		return 29
	}
	return monthDays[month]
}

// ordinal counts days, of which the first of year 1 is 1.
func ordinal(year, month, day int) int64 {
	before := year - 1
	n := before*365 + before/4 - before/100 + before/400
	for m := 1; m < month; m++ {
		n += daysIn(year, m)
	}
	return int64(n + day)
}

func fromOrdinal(ord int64) (year, month, day int) {
	n := int(ord) - 1
	n400, n := n/146097, n%146097
	n100, n := n/36524, n%36524
	n4, n := n/1461, n%1461
	n1, n := n/365, n%365
	year = n400*400 + n100*100 + n4*4 + n1 + 1
	if n1 == 4 || n100 == 4 {
		return year - 1, 12, 31
	}
	month = 1
	for n >= daysIn(year, month) {
		n -= daysIn(year, month)
		month++
	}
	return year, month, n + 1
}

func (m *moment) ordinal() int64 { return ordinal(m.year, m.month, m.day) }

func (m *moment) clockMicros() int64 {
	return int64((m.hour*60+m.minute)*60+m.second)*1000000 + int64(m.micro)
}

// micros counts from the day before year 1, in local time.
func (m *moment) micros() int64 { return m.ordinal()*dayMicros + m.clockMicros() }

// wall counts seconds of local time since 1970.
func (m *moment) wall() int64 {
	return (m.ordinal()-epochDays)*86400 + int64((m.hour*60+m.minute)*60+m.second)
}

// setMicros is micros reversed.
func (m *moment) setMicros(n int64) error {
	days, n := floorDiv(n, dayMicros)
	if days < 1 || days > maxOrdinal {
		return object.Raise(object.OverflowError, "date value out of range")
	}
	m.year, m.month, m.day = fromOrdinal(days)
	s := int(n / 1000000)
	m.hour, m.minute, m.second, m.micro = s/3600, s/60%60, s%60, int(n%1000000)
	return nil
}

func (m *moment) zoneValue() value {
	if m.zone == nil {
		return starlark.None
	}
	return m.zone
}

// build makes an object of a class of the script's, by calling the class if it
// makes or fills its objects itself.
func build(t *thread, cls *object.Class, m *moment) (value, error) {
	c := classesIn.In(t.Isolate())
	if cls == c.date || cls == c.datetime {
		return object.Make(cls, t, m), nil
	}
	all := starlark.Tuple{starlark.MakeInt(m.year), starlark.MakeInt(m.month), starlark.MakeInt(m.day)}
	if !m.clock {
		return object.Call(t, cls, all, nil)
	}
	all = append(all, starlark.MakeInt(m.hour), starlark.MakeInt(m.minute), starlark.MakeInt(m.second), starlark.MakeInt(m.micro), m.zoneValue())
	var kwargs []starlark.Tuple
	if m.fold != 0 {
		kwargs = []starlark.Tuple{{starlark.String("fold"), starlark.MakeInt(m.fold)}}
	}
	return object.Call(t, cls, all, kwargs)
}

// zoneOf returns the rules of a tzinfo that Go knows: the offset of a fixed one,
// in microseconds, or a Zone.
func zoneOf(t *thread, tz value) (fixed int64, isFixed bool, zone Zone) {
	x, ok := tz.(*object.Instance)
	if !ok {
		return 0, false, nil
	}
	if z, ok := x.Extra.(Zone); ok {
		return 0, false, z
	}
	if x.Class() == classesIn.In(t.Isolate()).timezone {
		if d, ok := deltaOf(x.Attrs.Get("_offset")); ok {
			return d.total(), true, nil
		}
	}
	return 0, false, nil
}

// offset is the UTC offset of self in microseconds; aware is false if it has none.
func offset(t *thread, self value, m *moment) (micros int64, aware bool, err error) {
	if m.zone == nil {
		return 0, false, nil
	}
	if fixed, ok, zone := zoneOf(t, m.zone); ok {
		return fixed, true, nil
	} else if zone != nil {
		return int64(zone.Wall(m.wall(), m.fold != 0)) * 1000000, true, nil
	}
	v, err := object.CallMethod(t, m.zone, "utcoffset", self)
	if err != nil || v == starlark.None {
		return 0, false, err
	}
	d, ok := deltaOf(v)
	if !ok {
		return 0, false, object.Raise(object.TypeError, "tzinfo.utcoffset() must return None or timedelta, not '%s'", object.TypeName(v))
	}
	return d.total(), true, nil
}

// doubtful says that the fold decides the offset.
func (m *moment) doubtful(t *thread) bool {
	_, _, zone := zoneOf(t, m.zone)
	return zone != nil && zone.Wall(m.wall(), false) != zone.Wall(m.wall(), true)
}

func sameZone(a, b *moment) bool { return a.zone == b.zone }

// difference returns a - b in microseconds. comparable is false if only one of
// them has an offset. Of one time zone, the clocks are compared.
func difference(t *thread, av, bv value, a, b *moment) (n int64, comparable bool, err error) {
	n = a.micros() - b.micros()
	if sameZone(a, b) {
		return n, true, nil
	}
	oa, awareA, err := offset(t, av, a)
	if err != nil {
		return 0, false, err
	}
	ob, awareB, err := offset(t, bv, b)
	return n - oa + ob, awareA == awareB, err
}

func momentCompare(equality bool, holds func(int64) bool) func(t *thread, a args) (value, error) {
	return func(t *thread, a args) (value, error) {
		x, _ := momentOf(a[0])
		y, ok := momentOf(a[1])
		if !ok || x.clock != y.clock {
			return object.NotImplemented, nil
		}
		n, comparable, err := difference(t, a[0], a[1], x, y)
		switch {
		case err != nil:
			return nil, err
		case equality && (!comparable || n == 0 && !sameZone(x, y) && (x.doubtful(t) || y.doubtful(t))):
			n = 1
		case !comparable:
			return nil, object.Raise(object.TypeError, "can't compare offset-naive and offset-aware datetimes")
		}
		return starlark.Bool(holds(n)), nil
	}
}

func momentAdd(sign int64) func(t *thread, a args) (value, error) {
	return func(t *thread, a args) (value, error) {
		x, _ := momentOf(a[0])
		d, ok := deltaOf(a[1])
		if !ok {
			return momentSubtract(t, a, sign)
		}
		if !d.small() || d.days > maxOrdinal || d.days < -maxOrdinal-1 {
			return nil, object.Raise(object.OverflowError, "date value out of range")
		}
		made := &moment{clock: x.clock, zone: x.zone}
		n := x.micros() + sign*d.total()
		if !x.clock {
			n = (x.ordinal() + sign*d.days) * dayMicros
		}
		if err := made.setMicros(n); err != nil {
			return nil, err
		}
		return build(t, a[0].(*object.Instance).Class(), made)
	}
}

func momentSubtract(t *thread, a args, sign int64) (value, error) {
	x, _ := momentOf(a[0])
	y, ok := momentOf(a[1])
	if sign > 0 || !ok || x.clock != y.clock {
		return object.NotImplemented, nil
	}
	n, comparable, err := difference(t, a[0], a[1], x, y)
	if err != nil {
		return nil, err
	}
	if !comparable {
		return nil, object.Raise(object.TypeError, "can't subtract offset-naive and offset-aware datetimes")
	}
	return makeDelta(t, classesIn.In(t.Isolate()).delta, 0, n)
}

func momentHash(t *thread, a args) (value, error) {
	m, _ := momentOf(a[0])
	self := a[0]
	if m.fold != 0 {
		first := *m
		first.fold = 0
		m, self = &first, object.Make(self.(*object.Instance).Class(), t, &first)
	}
	off, _, err := offset(t, self, m)
	if err != nil {
		return nil, err
	}
	h, err := types.Hash(t, starlark.MakeInt64(m.micros()-off))
	return starlark.MakeInt64(h), err
}

func twoDigits(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }

func (m *moment) appendDate(b []byte) []byte {
	b = twoDigits(twoDigits(b, m.year/100), m.year%100)
	b = twoDigits(append(b, '-'), m.month)
	return twoDigits(append(b, '-'), m.day)
}

// appendOffset writes +HH:MM[:SS[.ffffff]].
func appendOffset(b []byte, micros int64) []byte {
	sign := byte('+')
	if micros < 0 {
		sign, micros = '-', -micros
	}
	s := int(micros / 1000000)
	b = twoDigits(append(b, sign), s/3600)
	b = twoDigits(append(b, ':'), s/60%60)
	if us := micros % 1000000; s%60 != 0 || us != 0 {
		b = twoDigits(append(b, ':'), s%60)
		if us != 0 {
			b = fmt.Appendf(b, ".%06d", us)
		}
	}
	return b
}

// isoformat of a datetime.
func isoText(t *thread, self value, sep, spec string) (value, error) {
	m, _ := momentOf(self)
	b := append(m.appendDate(make([]byte, 0, 40)), sep...)
	if spec == "auto" {
		if spec = "seconds"; m.micro != 0 {
			spec = "microseconds"
		}
	}
	b = twoDigits(b, m.hour)
	switch spec {
	case "hours":
	case "minutes":
		b = twoDigits(append(b, ':'), m.minute)
	case "seconds", "milliseconds", "microseconds":
		b = twoDigits(append(b, ':'), m.minute)
		b = twoDigits(append(b, ':'), m.second)
		if spec == "milliseconds" {
			b = fmt.Appendf(b, ".%03d", m.micro/1000)
		} else if spec == "microseconds" {
			b = fmt.Appendf(b, ".%06d", m.micro)
		}
	default:
		return nil, object.Raise(object.ValueError, "Unknown timespec value")
	}
	off, aware, err := offset(t, self, m)
	if err != nil {
		return nil, err
	}
	if aware {
		b = appendOffset(b, off)
	}
	return starlark.String(b), nil
}

var (
	dateSignature     = object.NewFunc(object.Def{Sig: "def __new__(cls, year, month, day)", Wording: "date.__new__"})
	datetimeSignature = object.NewFunc(object.Def{Sig: "def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)", Wording: "datetime.__new__"})
)

func newMoment(clock bool) func(t *thread, cls *object.Class, positional starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	signature := dateSignature
	if clock {
		signature = datetimeSignature
	}
	return func(t *thread, cls *object.Class, positional starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		a, err := signature.Bind(append(starlark.Tuple{cls}, positional...), kwargs)
		if err != nil {
			return nil, err
		}
		m := &moment{clock: clock}
		if clock {
			if a[2] == starlark.None {
				return nil, object.Raise(object.TypeError, "function missing required argument 'month' (pos 2)")
			}
			if a[3] == starlark.None {
				return nil, object.Raise(object.TypeError, "function missing required argument 'day' (pos 3)")
			}
		}
		fields := []*int{&m.year, &m.month, &m.day, &m.hour, &m.minute, &m.second, &m.micro}
		if !clock {
			fields = fields[:3]
		}
		for i, f := range fields {
			if *f, err = object.Int(t, a[i+1]); err != nil {
				return nil, err
			}
		}
		if clock {
			if a[8] != starlark.None {
				m.zone = a[8]
			}
			if m.fold, err = object.Int(t, a[9]); err != nil {
				return nil, err
			}
		}
		if err := m.check(); err != nil {
			return nil, err
		}
		if c := classesIn.In(t.Isolate()); m.zone != nil && c.tzinfo != nil && !object.ClassOf(m.zone).IsSubclass(c.tzinfo) {
			return nil, object.Raise(object.TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%s'", object.TypeName(m.zone))
		}
		return object.Make(cls, t, m), nil
	}
}

func (m *moment) check() error {
	what := ""
	switch {
	case m.year < 1 || m.year > 9999:
		what = fmt.Sprintf("year %d is out of range", m.year)
	case m.month < 1 || m.month > 12:
		what = "month must be in 1..12"
	case m.day < 1 || m.day > daysIn(m.year, m.month):
		what = "day is out of range for month"
	case m.hour < 0 || m.hour > 23:
		what = "hour must be in 0..23"
	case m.minute < 0 || m.minute > 59:
		what = "minute must be in 0..59"
	case m.second < 0 || m.second > 59:
		what = "second must be in 0..59"
	case m.micro < 0 || m.micro > 999999:
		what = "microsecond must be in 0..999999"
	case m.fold != 0 && m.fold != 1:
		what = "fold must be either 0 or 1"
	default:
		return nil
	}
	return object.Raise(object.ValueError, "%s", what)
}

// inZone turns a datetime of UTC, in microseconds, into one of tz.
func inZone(t *thread, cls *object.Class, n int64, tz value) (value, error) {
	if n < dayMicros || n >= (maxOrdinal+1)*dayMicros {
		return nil, object.Raise(object.OverflowError, "date value out of range")
	}
	m := &moment{clock: true, zone: tz}
	fixed, isFixed, zone := zoneOf(t, tz)
	if isFixed {
		if err := m.setMicros(n + fixed); err != nil {
			return nil, err
		}
		return build(t, cls, m)
	}
	if zone == nil {
		if err := m.setMicros(n); err != nil {
			return nil, err
		}
		utc, err := build(t, cls, m)
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, tz, "fromutc", utc)
	}
	seconds, _ := floorDiv(n-epochDays*dayMicros, 1000000)
	off := zone.At(seconds)
	if err := m.setMicros(n + int64(off)*1000000); err != nil {
		return nil, err
	}
	// The second of two equal local times has fold=1: the first one's rule is
	// another than the one that holds.
	if zone.Wall(m.wall(), false) != off {
		m.fold = 1
	}
	return build(t, cls, m)
}

func init() {
	dateClass.New, datetimeClass.New = newMoment(false), newMoment(true)
	field := func(c *object.Class, name string, get func(m *moment) int) {
		read := func(t *thread, self value) (value, error) {
			m, _ := momentOf(self)
			return starlark.MakeInt(get(m)), nil
		}
		c.AddAttrs(object.Attr{Name: name, Get: read}, object.Attr{Name: "_" + name, Get: read})
	}
	field(dateClass, "year", func(m *moment) int { return m.year })
	field(dateClass, "month", func(m *moment) int { return m.month })
	field(dateClass, "day", func(m *moment) int { return m.day })
	field(datetimeClass, "hour", func(m *moment) int { return m.hour })
	field(datetimeClass, "minute", func(m *moment) int { return m.minute })
	field(datetimeClass, "second", func(m *moment) int { return m.second })
	field(datetimeClass, "microsecond", func(m *moment) int { return m.micro })
	field(datetimeClass, "fold", func(m *moment) int { return m.fold })
	zone := func(t *thread, self value) (value, error) {
		m, _ := momentOf(self)
		return m.zoneValue(), nil
	}
	datetimeClass.AddAttrs(object.Attr{Name: "tzinfo", Get: zone}, object.Attr{Name: "_tzinfo", Get: zone})
	count := func(sig string, get func(m *moment) int64) object.Def {
		return object.Def{Sig: sig, Fn: func(t *thread, a args) (value, error) {
			m, _ := momentOf(a[0])
			return starlark.MakeInt64(get(m)), nil
		}}
	}
	dateClass.AddMethods(
		object.Def{Sig: "isoformat(self, /)", Doc: "Return string in ISO 8601 format, YYYY-MM-DD.", Fn: func(t *thread, a args) (value, error) {
			m, _ := momentOf(a[0])
			return starlark.String(m.appendDate(nil)), nil
		}},
		count("toordinal(self, /)", (*moment).ordinal), count("weekday(self, /)", func(m *moment) int64 { return (m.ordinal() + 6) % 7 }),
		count("isoweekday(self, /)", func(m *moment) int64 { return (m.ordinal()+6)%7 + 1 }),
		object.Def{Sig: "__eq__(self, value, /)", Fn: momentCompare(true, func(n int64) bool { return n == 0 })},
		object.Def{Sig: "__ne__(self, value, /)", Fn: momentCompare(true, func(n int64) bool { return n != 0 })},
		object.Def{Sig: "__lt__(self, value, /)", Fn: momentCompare(false, func(n int64) bool { return n < 0 })},
		object.Def{Sig: "__le__(self, value, /)", Fn: momentCompare(false, func(n int64) bool { return n <= 0 })},
		object.Def{Sig: "__gt__(self, value, /)", Fn: momentCompare(false, func(n int64) bool { return n > 0 })},
		object.Def{Sig: "__ge__(self, value, /)", Fn: momentCompare(false, func(n int64) bool { return n >= 0 })},
		object.Def{Sig: "__hash__(self, /)", Fn: momentHash},
		object.Def{Sig: "__add__(self, value, /)", Fn: momentAdd(1)}, object.Def{Sig: "__radd__(self, value, /)", Fn: momentAdd(1)},
		object.Def{Sig: "__sub__(self, value, /)", Fn: momentAdd(-1)},
	)
	datetimeClass.AddMethods(
		count("_micros(self, /)", (*moment).micros),
		object.Def{Sig: "isoformat(self, sep='T', timespec='auto')", Doc: "Return the time formatted according to ISO.", Fn: func(t *thread, a args) (value, error) {
			sep, ok := object.Text(a[1])
			if !ok || len([]rune(sep)) != 1 {
				return nil, object.Raise(object.TypeError, "isoformat() argument 1 must be a unicode character, not %s", object.TypeName(a[1]))
			}
			spec, err := object.TextArg(a[2], "isoformat", "timespec")
			if err != nil {
				return nil, err
			}
			return isoText(t, a[0], sep, spec)
		}},
		object.Def{Sig: "utcoffset(self, /)", Doc: "Return self.tzinfo.utcoffset(self).", Fn: func(t *thread, a args) (value, error) {
			m, _ := momentOf(a[0])
			off, aware, err := offset(t, a[0], m)
			if err != nil || !aware {
				return starlark.None, err
			}
			return makeDelta(t, classesIn.In(t.Isolate()).delta, 0, off)
		}},
	)
}

// funcs are what the module's script calls.
var funcs = []object.Def{
	{Sig: "_write_format(d, format, /)", Fn: writeFormat},
	{Sig: "_read_iso(cls, text, /)", Fn: readISO},
	{Sig: "_read_format(cls, text, format, /)", Fn: readFormat},
	{Sig: "_in_zone(cls, micros, tz, /)", Fn: func(t *thread, a args) (value, error) {
		n, err := object.Int(t, a[1])
		if err != nil {
			return nil, object.Raise(object.OverflowError, "date value out of range")
		}
		cls := a[0].(*object.Class)
		if a[2] != starlark.None {
			return inZone(t, cls, int64(n), a[2])
		}
		m := &moment{clock: true}
		if err := m.setMicros(int64(n)); err != nil {
			return nil, err
		}
		return build(t, cls, m)
	}},
	{Sig: "_shift_zone(dt, tz, /)", Doc: "astimezone of an aware datetime; None for another.", Fn: func(t *thread, a args) (value, error) {
		m, _ := momentOf(a[0])
		off, aware, err := offset(t, a[0], m)
		if err != nil || !aware {
			return starlark.None, err
		}
		if m.zone == a[1] {
			return a[0], nil
		}
		return inZone(t, a[0].(*object.Instance).Class(), m.micros()-off, a[1])
	}},
}
