package datetime

// This file defines the reading of the usual forms of text: what it does not
// know, or finds wrong, is left to the module's script, which words the errors.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A reader reads digits from the start of its text.
type reader struct {
	rest string
	bad  bool
}

// number reads exactly n digits.
func (r *reader) number(n int) (v int) {
	if len(r.rest) < n {
		r.bad = true
		return 0
	}
	for i := range n {
		c := r.rest[i]
		if c < '0' || c > '9' {
			r.bad = true
			return 0
		}
		v = v*10 + int(c-'0')
	}
	r.rest = r.rest[n:]
	return v
}

func (r *reader) literal(c byte) {
	if r.rest == "" || r.rest[0] != c {
		r.bad = true
		return
	}
	r.rest = r.rest[1:]
}

// fraction reads one to six digits as microseconds.
func (r *reader) fraction() int {
	n := 0
	for n < len(r.rest) && n < 6 && '0' <= r.rest[n] && r.rest[n] <= '9' {
		n++
	}
	if n == 0 {
		r.bad = true
		return 0
	}
	v := r.number(n)
	for ; n < 6; n++ {
		v *= 10
	}
	return v
}

// month reads an English name of at least three letters in its usual case.
func (r *reader) month() int {
	for i, name := range [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"} {
		if strings.HasPrefix(r.rest, name) {
			r.rest = r.rest[3:]
			return i + 1
		}
	}
	r.bad = true
	return 0
}

// offset reads +HH:MM or +HHMM as minutes.
func (r *reader) offset(colon bool) int {
	if r.rest == "" || r.rest[0] != '+' && r.rest[0] != '-' {
		r.bad = true
		return 0
	}
	sign := 1
	if r.rest[0] == '-' {
		sign = -1
	}
	r.rest = r.rest[1:]
	h := r.number(2)
	if colon {
		r.literal(':')
	}
	m := r.number(2)
	if h > 23 || m > 59 {
		r.bad = true
	}
	return sign * (h*60 + m)
}

// parsed makes the datetime of what was read; None for what the script has to
// look at. zone is nil for none, or minutes.
func parsed(t *thread, cls *object.Class, m *moment, zone *int) (value, error) {
	if m.check() != nil {
		return starlark.None, nil
	}
	if zone != nil {
		c := classesIn.In(t.Isolate())
		if *zone == 0 {
			utc, err := object.GetAttr(t, c.timezone, "utc")
			if err != nil {
				return nil, err
			}
			m.zone = utc
		} else {
			d, err := makeDelta(t, c.delta, 0, int64(*zone)*60000000)
			if err != nil {
				return nil, err
			}
			if m.zone, err = object.Call(t, c.timezone, starlark.Tuple{d}, nil); err != nil {
				return nil, err
			}
		}
	}
	return build(t, cls, m)
}

// readISO reads YYYY-MM-DD[?HH:MM[:SS[.f]]][Z|+HH:MM].
func readISO(t *thread, a args) (value, error) {
	s, ok := object.Text(a[1])
	if !ok {
		return starlark.None, nil
	}
	r, m := reader{rest: s}, &moment{clock: true}
	var zone *int
	m.year = r.number(4)
	r.literal('-')
	m.month = r.number(2)
	r.literal('-')
	m.day = r.number(2)
	if !r.bad && r.rest != "" {
		if r.rest[0] >= 0x80 {
			return starlark.None, nil
		}
		r.rest = r.rest[1:]
		m.hour = r.number(2)
		r.literal(':')
		m.minute = r.number(2)
		if strings.HasPrefix(r.rest, ":") {
			r.literal(':')
			m.second = r.number(2)
			if strings.HasPrefix(r.rest, ".") {
				r.literal('.')
				m.micro = r.fraction()
			}
		}
		if r.rest == "Z" {
			zone, r.rest = new(int), ""
		} else if r.rest != "" {
			n := r.offset(true)
			zone = &n
		}
	}
	if r.bad || r.rest != "" {
		return starlark.None, nil
	}
	return parsed(t, a[0].(*object.Class), m, zone)
}

// readFormat reads text by a format of numbers in their full width, short names of
// months and %z.
func readFormat(t *thread, a args) (value, error) {
	s, ok := object.Text(a[1])
	format, ok2 := object.Text(a[2])
	if !ok || !ok2 {
		return starlark.None, nil
	}
	r, m := reader{rest: s}, &moment{clock: true, year: 1900, month: 1, day: 1}
	var zone *int
	for i := 0; i < len(format) && !r.bad; i++ {
		c := format[i]
		if c != '%' {
			if c <= ' ' && c != ' ' || c >= 0x80 {
				return starlark.None, nil
			}
			r.literal(c)
			if c == ' ' && (strings.HasPrefix(r.rest, " ") || strings.HasPrefix(format[i+1:], " ")) {
				return starlark.None, nil
			}
			continue
		}
		if i++; i == len(format) {
			return starlark.None, nil
		}
		switch format[i] {
		case 'Y':
			m.year = r.number(4)
		case 'm':
			m.month = r.number(2)
		case 'd':
			m.day = r.number(2)
		case 'H':
			m.hour = r.number(2)
		case 'M':
			m.minute = r.number(2)
		case 'S':
			m.second = r.number(2)
		case 'f':
			m.micro = r.fraction()
		case 'b':
			m.month = r.month()
		case 'z':
			colon := len(r.rest) > 3 && r.rest[3] == ':'
			n := r.offset(colon)
			if zone = &n; r.rest != "" && (r.rest[0] == ':' || r.rest[0] == '.' || '0' <= r.rest[0] && r.rest[0] <= '9') {
				return starlark.None, nil
			}
		default:
			return starlark.None, nil
		}
	}
	if r.bad || r.rest != "" {
		return starlark.None, nil
	}
	return parsed(t, a[0].(*object.Class), m, zone)
}
