package time

// This file defines strftime, strptime, asctime and ctime.

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A stamp is a moment as the format codes see it: numbers that need not agree
// with each other, as in a time tuple.
type stamp struct {
	year, month, day, hour, minute, second, micro int
	wday, yday                                    int // Monday is 0; January 1 is 1
	zone                                          string
	offset                                        int
	hasZone                                       bool
}

func stampOf(x time.Time) stamp {
	name, off := x.Zone()
	return stamp{x.Year(), int(x.Month()), x.Day(), x.Hour(), x.Minute(), x.Second(), x.Nanosecond() / 1000,
		(int(x.Weekday()) + 6) % 7, x.YearDay(), name, off, true}
}

var (
	weekdays = []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	months   = []string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
)

// Format writes a moment by the codes of C's strftime in the C locale.
func Format(format string, x time.Time) string { return stampOf(x).format(format) }

func (s stamp) format(format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		c := format[i]
		if c != '%' || i+1 == len(format) {
			b.WriteByte(c)
			continue
		}
		i++
		pad := true
		if format[i] == '-' && i+1 < len(format) { // glibc: no padding
			pad = false
			i++
		}
		s.code(&b, format[i], pad)
	}
	return b.String()
}

func (s stamp) code(b *strings.Builder, c byte, pad bool) {
	num := func(n, width int) {
		if !pad {
			width = 0
		}
		fmt.Fprintf(b, "%0*d", width, n)
	}
	hour12 := (s.hour+11)%12 + 1
	wd, mon := weekdays[((s.wday%7)+7)%7], months[min(max(s.month-1, 0), 11)]
	switch c {
	case 'a':
		b.WriteString(wd[:3])
	case 'A':
		b.WriteString(wd)
	case 'b', 'h':
		b.WriteString(mon[:3])
	case 'B':
		b.WriteString(mon)
	case 'c':
		fmt.Fprintf(b, "%s %s %2d %02d:%02d:%02d %d", wd[:3], mon[:3], s.day, s.hour, s.minute, s.second, s.year)
	case 'C':
		num(s.year/100, 2)
	case 'd':
		num(s.day, 2)
	case 'D', 'x':
		fmt.Fprintf(b, "%02d/%02d/%02d", s.month, s.day, s.year%100)
	case 'e':
		fmt.Fprintf(b, "%2d", s.day)
	case 'f':
		fmt.Fprintf(b, "%06d", s.micro)
	case 'F':
		fmt.Fprintf(b, "%d-%02d-%02d", s.year, s.month, s.day)
	case 'H':
		num(s.hour, 2)
	case 'I':
		num(hour12, 2)
	case 'j':
		num(s.yday, 3)
	case 'm':
		num(s.month, 2)
	case 'M':
		num(s.minute, 2)
	case 'n':
		b.WriteByte('\n')
	case 'p':
		if s.hour < 12 {
			b.WriteString("AM")
		} else {
			b.WriteString("PM")
		}
	case 'r':
		s2 := "AM"
		if s.hour >= 12 {
			s2 = "PM"
		}
		fmt.Fprintf(b, "%02d:%02d:%02d %s", hour12, s.minute, s.second, s2)
	case 'R':
		fmt.Fprintf(b, "%02d:%02d", s.hour, s.minute)
	case 's':
		fmt.Fprint(b, time.Date(s.year, time.Month(s.month), s.day, s.hour, s.minute, s.second, 0, time.Local).Unix())
	case 'S':
		num(s.second, 2)
	case 't':
		b.WriteByte('\t')
	case 'T', 'X':
		fmt.Fprintf(b, "%02d:%02d:%02d", s.hour, s.minute, s.second)
	case 'u':
		fmt.Fprint(b, s.wday+1)
	case 'U':
		num((s.yday+6-(s.wday+1)%7)/7, 2)
	case 'w':
		fmt.Fprint(b, (s.wday+1)%7)
	case 'W':
		num((s.yday+6-s.wday)/7, 2)
	case 'G', 'V', 'g':
		y, w := time.Date(s.year, time.Month(s.month), s.day, 0, 0, 0, 0, time.UTC).ISOWeek()
		switch c {
		case 'G':
			fmt.Fprint(b, y)
		case 'g':
			num(y%100, 2)
		default:
			num(w, 2)
		}
	case 'y':
		num(s.year%100, 2)
	case 'Y':
		fmt.Fprint(b, s.year)
	case 'z':
		if s.hasZone {
			sign, off := '+', s.offset
			if off < 0 {
				sign, off = '-', -off
			}
			fmt.Fprintf(b, "%c%02d%02d", sign, off/3600, off/60%60)
		}
	case 'Z':
		if s.hasZone {
			b.WriteString(s.zone)
		}
	case '%':
		b.WriteByte('%')
	default:
		b.WriteByte('%')
		b.WriteByte(c)
	}
}

func stampOfTuple(t *isolate.Thread, fn string, v starlark.Value) (stamp, error) {
	if v == starlark.None {
		return stampOf(now(t).Local()), nil
	}
	f, err := fields(t, fn, v)
	if err != nil {
		return stamp{}, err
	}
	for i, r := range []struct {
		lo, hi int
		name   string
	}{{-1 << 31, 1 << 31, "year"}, {0, 12, "month"}, {0, 31, "day of month"}, {0, 23, "hour"}, {0, 59, "minute"}, {0, 61, "seconds"}, {-1, 6, "day of week"}, {0, 366, "day of year"}} {
		if f[i] < r.lo || f[i] > r.hi {
			return stamp{}, object.Raise(object.ValueError, "%s out of range", r.name)
		}
	}
	s := stamp{year: f[0], month: max(f[1], 1), day: max(f[2], 1), hour: f[3], minute: f[4], second: f[5], wday: f[6], yday: max(f[7], 1), hasZone: true}
	std, dst := zones()
	z := std
	if f[8] == 1 {
		z = dst
	}
	if x, ok := v.(*object.Instance); ok {
		if own, ok := x.Extra.(zone); ok && own.name != "" {
			z = own
		}
	}
	s.zone, s.offset = z.name, z.offset
	return s, nil
}

const asctimeFormat = "%a %b %e %H:%M:%S %Y"

var formatFuncs = []object.Def{
	{Sig: "strftime(format, tuple=None, /)", Doc: "Convert a time tuple to a string according to a format specification.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		format, ok := object.Text(a[0])
		if !ok {
			return nil, object.Raise(object.TypeError, "strftime() argument 1 must be str, not %s", object.TypeName(a[0]))
		}
		s, err := stampOfTuple(t, "strftime", a[1])
		if err != nil {
			return nil, err
		}
		return starlark.String(s.format(format)), nil
	}},
	{Sig: "strptime(string, format='%a %b %d %H:%M:%S %Y', /)", Doc: "Parse a string to a time tuple according to a format specification.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		text, ok1 := object.Text(a[0])
		format, ok2 := object.Text(a[1])
		if !ok1 || !ok2 {
			i, v := 0, a[0]
			if ok1 {
				i, v = 1, a[1]
			}
			return nil, object.Raise(object.TypeError, "strptime() argument %d must be str, not %s", i, object.TypeName(v))
		}
		p, err := Parse(text, format)
		if err != nil {
			return nil, err
		}
		return structOf(t, p.tuple(), p.time()), nil
	}},
	{Sig: "asctime(tuple=None, /)", Doc: "Convert a time tuple to a string.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		s, err := stampOfTuple(t, "asctime", a[0])
		return starlark.String(s.format(asctimeFormat)), err
	}},
	{Sig: "ctime(seconds=None, /)", Doc: "Convert a time in seconds since the Epoch to a string in local time.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		x, err := moment(t, a[0])
		if err != nil {
			return nil, err
		}
		return starlark.String(stampOf(x.Local()).format(asctimeFormat)), nil
	}},
}

// A Parsed is what strptime read. Fields that the format does not name have
// Python's defaults (1900-01-01, 0 o'clock).
type Parsed struct {
	Year, Month, Day, Hour, Minute, Second, Micro int
	YearDay                                       int
	Weekday                                       int
	Zone                                          string
	Offset                                        int // seconds; with HasOffset
	HasOffset                                     bool
	isdst                                         int
}

func (p *Parsed) time() time.Time {
	loc := time.UTC
	if p.HasOffset || p.Zone != "" {
		loc = time.FixedZone(p.Zone, p.Offset)
	}
	return time.Date(p.Year, time.Month(p.Month), p.Day, p.Hour, p.Minute, p.Second, p.Micro*1000, loc)
}

func (p *Parsed) tuple() []int {
	return []int{p.Year, p.Month, p.Day, p.Hour, p.Minute, p.Second, p.Weekday, p.YearDay, p.isdst}
}

// Parse reads text by the codes of strptime, as CPython's _strptime does.
func Parse(text, format string) (*Parsed, error) {
	mismatch := func() error {
		return object.Raise(object.ValueError, "time data %s does not match format %s", quote(text), quote(format))
	}
	p := &Parsed{Year: 1900, Month: 1, Day: 1, Weekday: -1, YearDay: -1, isdst: -1}
	format = expand(format)
	pm, hour12 := -1, false
	i := 0
	digits := func(maxLen int) (int, bool) {
		start := i
		for i < len(text) && i-start < maxLen && text[i] >= '0' && text[i] <= '9' {
			i++
		}
		n, err := strconv.Atoi(text[start:i])
		return n, err == nil
	}
	word := func(list []string, short bool) (int, bool) {
		best, at := -1, 0
		for k, w := range list {
			if short {
				w = w[:3]
			}
			if len(text)-i >= len(w) && strings.EqualFold(text[i:i+len(w)], w) && len(w) > at {
				best, at = k, len(w)
			}
		}
		i += at
		return best, best >= 0
	}
	for k := 0; k < len(format); k++ {
		c := format[k]
		if c == ' ' || c == '\t' || c == '\n' {
			if i >= len(text) || !isSpace(text[i]) {
				return nil, mismatch()
			}
			for i < len(text) && isSpace(text[i]) {
				i++
			}
			continue
		}
		if c != '%' {
			if i >= len(text) || text[i] != c {
				return nil, mismatch()
			}
			i++
			continue
		}
		k++
		if k == len(format) {
			return nil, object.Raise(object.ValueError, "stray %% in format '%s'", format)
		}
		ok := true
		in := func(n, lo, hi int) int {
			if n < lo || n > hi {
				ok = false
			}
			return n
		}
		var n int
		switch format[k] {
		case 'Y':
			start := i
			n, ok = digits(4)
			ok = ok && i-start == 4
			p.Year = n
		case 'y':
			n, ok = digits(2)
			if n < 69 {
				n += 2000
			} else {
				n += 1900
			}
			p.Year = n
		case 'm':
			n, ok = digits(2)
			p.Month = in(n, 1, 12)
		case 'd', 'e':
			if i < len(text) && text[i] == ' ' {
				i++
			}
			n, ok = digits(2)
			p.Day = in(n, 1, 31)
		case 'H':
			n, ok = digits(2)
			p.Hour = in(n, 0, 23)
		case 'I':
			n, ok = digits(2)
			p.Hour, hour12 = in(n, 1, 12), true
		case 'M':
			n, ok = digits(2)
			p.Minute = in(n, 0, 59)
		case 'S':
			n, ok = digits(2)
			p.Second = in(n, 0, 61)
		case 'f':
			start := i
			n, ok = digits(6)
			for w := i - start; w < 6; w++ {
				n *= 10
			}
			p.Micro = n
		case 'j':
			n, ok = digits(3)
			p.YearDay = in(n, 1, 366)
		case 'p':
			switch {
			case len(text)-i >= 2 && strings.EqualFold(text[i:i+2], "AM"):
				pm = 0
			case len(text)-i >= 2 && strings.EqualFold(text[i:i+2], "PM"):
				pm = 1
			default:
				ok = false
			}
			i += 2
		case 'a':
			p.Weekday, ok = word(weekdays, true)
		case 'A':
			p.Weekday, ok = word(weekdays, false)
		case 'b', 'h':
			n, ok = word(months, true)
			p.Month = n + 1
		case 'B':
			n, ok = word(months, false)
			p.Month = n + 1
		case 'w':
			n, ok = digits(1)
			p.Weekday = (in(n, 0, 6) + 6) % 7
		case 'u':
			n, ok = digits(1)
			p.Weekday = in(n, 1, 7) - 1
		case 'U', 'W', 'V':
			n, ok = digits(2)
			in(n, 0, 53)
		case 'z':
			ok = p.parseOffset(text, &i)
		case 'Z':
			ok = p.parseZone(text, &i)
		case '%':
			ok = i < len(text) && text[i] == '%'
			i++
		default:
			return nil, object.Raise(object.ValueError, "'%c' is a bad directive in format '%s'", format[k], format)
		}
		if !ok {
			return nil, mismatch()
		}
	}
	if i < len(text) {
		return nil, object.Raise(object.ValueError, "unconverted data remains: %s", text[i:])
	}
	if hour12 {
		p.Hour %= 12
		if pm == 1 {
			p.Hour += 12
		}
	}
	if last := time.Date(p.Year, time.Month(p.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day(); p.Day > last {
		return nil, object.Raise(object.ValueError, "day is out of range for month")
	}
	day := time.Date(p.Year, time.Month(p.Month), p.Day, 0, 0, 0, 0, time.UTC)
	if p.YearDay > 0 && p.Month == 1 && p.Day == 1 {
		day = time.Date(p.Year, 1, p.YearDay, 0, 0, 0, 0, time.UTC)
		p.Month, p.Day = int(day.Month()), day.Day()
	}
	p.YearDay = day.YearDay()
	if p.Weekday < 0 {
		p.Weekday = (int(day.Weekday()) + 6) % 7
	}
	return p, nil
}

func isSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// expand writes out the codes that stand for several.
func expand(format string) string {
	r := strings.NewReplacer("%%", "%%", "%T", "%H:%M:%S", "%X", "%H:%M:%S", "%D", "%m/%d/%y", "%x", "%m/%d/%y", "%R", "%H:%M", "%F", "%Y-%m-%d", "%c", "%a %b %d %H:%M:%S %Y", "%r", "%I:%M:%S %p")
	return r.Replace(format)
}

func (p *Parsed) parseOffset(text string, i *int) bool {
	rest := text[*i:]
	if strings.HasPrefix(rest, "Z") {
		p.HasOffset = true
		*i++
		return true
	}
	if len(rest) < 5 || rest[0] != '+' && rest[0] != '-' {
		return false
	}
	s := rest[1:]
	h, err1 := strconv.Atoi(s[:2])
	s = s[2:]
	used := 3
	if s[0] == ':' {
		s = s[1:]
		used++
	}
	if len(s) < 2 {
		return false
	}
	m, err2 := strconv.Atoi(s[:2])
	if err1 != nil || err2 != nil || m > 59 {
		return false
	}
	p.Offset, p.HasOffset = h*3600+m*60, true
	if rest[0] == '-' {
		p.Offset = -p.Offset
	}
	*i += used + 2
	return true
}

func (p *Parsed) parseZone(text string, i *int) bool {
	std, dst := zones()
	for _, z := range []string{"UTC", "GMT", std.name, dst.name} {
		if z != "" && len(text)-*i >= len(z) && strings.EqualFold(text[*i:*i+len(z)], z) {
			p.Zone = z
			p.isdst = 0
			*i += len(z)
			return true
		}
	}
	return false
}

func quote(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`).Replace(s) + "'"
}
