package email

// This file defines the dates of RFC 5322, which HTTP uses too.

import (
	"fmt"
	"math"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// formatDate writes a time as `Sun, 06 Nov 1994 08:49:37 GMT`.
func formatDate(at time.Time, zone string) string {
	return at.Format("Mon, 02 Jan 2006 15:04:05 ") + zone
}

// zones are the names that RFC 822 gives to offsets, in hours and minutes.
var zones = map[string]int{
	"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600, "CDT": -500,
	"MST": -700, "MDT": -600, "PST": -800, "PDT": -700,
}

var (
	monthNames = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec january february march april may june july august september october november december")
	dayNames   = strings.Fields("mon tue wed thu fri sat sun")
)

// A parsed date: year to second, and the offset in seconds if there is one.
type parsed struct {
	part   [6]int
	offset int
	zone   bool
}

func indexOf(list []string, s string) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// parseDate reads the forms of RFC 5322, RFC 850 and asctime, generously.
func parseDate(s string) (parsed, bool) {
	var p parsed
	words := strings.Fields(strings.ReplaceAll(s, ",", ", "))
	if len(words) == 0 {
		return p, false
	}
	if w := strings.ToLower(words[0]); strings.HasSuffix(w, ",") || indexOf(dayNames, w) >= 0 {
		words = words[1:]
	}
	if len(words) > 0 && strings.Count(words[0], "-") == 2 {
		words = append(strings.Split(words[0], "-"), words[1:]...) // 06-Nov-94
	}
	if len(words) == 4 {
		if i := strings.LastIndexAny(words[3], "+-"); i > 0 {
			words = append(words[:3:3], words[3][:i], words[3][i:])
		} else {
			words = append(words, "")
		}
	}
	if len(words) < 5 {
		return p, false
	}
	day, month, year, clock, zone := words[0], strings.ToLower(words[1]), words[2], words[3], words[4]
	m := indexOf(monthNames, month)
	if m < 0 {
		day, month = words[1], strings.ToLower(words[0])
		if m = indexOf(monthNames, month); m < 0 {
			return p, false
		}
	}
	if strings.Contains(year, ":") {
		year, clock = clock, year // asctime
	}
	if !digits(strings.TrimSuffix(year, ",")) {
		year, zone = zone, year
	}
	hms := strings.Split(strings.TrimSuffix(clock, ","), ":")
	if len(hms) == 1 && strings.Contains(clock, ".") {
		hms = strings.Split(clock, ".")
	}
	if len(hms) < 2 || len(hms) > 3 {
		return p, false
	}
	for i, w := range append([]string{strings.TrimSuffix(year, ","), "", strings.TrimSuffix(day, ",")}, hms...) {
		if i == 1 {
			p.part[1] = m%12 + 1
			continue
		}
		if !digits(w) || len(w) > 6 {
			return p, false
		}
		fmt.Sscanf(w, "%d", &p.part[i])
	}
	if y := p.part[0]; y < 100 {
		if p.part[0] = y + 1900; y <= 68 {
			p.part[0] = y + 2000
		}
	}
	zone = strings.ToUpper(zone)
	n, named := zones[zone]
	if !named {
		if zone == "" {
			return p, true
		}
		if _, err := fmt.Sscanf(zone, "%d", &n); err != nil {
			return p, true
		}
		if zone == "-0000" {
			return p, true
		}
	}
	sign := 1
	if n < 0 {
		sign, n = -1, -n
	}
	p.zone, p.offset = true, sign*(n/100*3600+n%100*60)
	return p, true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

var dateFuncs = []object.Def{
	{Sig: "_format(seconds, localtime, usegmt, /)", Fn: func(t *thread, a args) (value, error) {
		at := time.Now()
		if a[0] != starlark.None {
			s, err := object.Float(t, a[0])
			if err != nil {
				return nil, err
			}
			if math.Abs(s) > 2e11 || s != s {
				return nil, object.Raise(object.ValueError, "timestamp out of range")
			}
			at = time.Unix(int64(math.Floor(s)), 0)
		}
		switch {
		case a[1] == starlark.True:
			return starlark.String(formatDate(at.Local(), at.Local().Format("-0700"))), nil
		case a[2] == starlark.True:
			return starlark.String(formatDate(at.UTC(), "GMT")), nil
		}
		return starlark.String(formatDate(at.UTC(), "-0000")), nil
	}},
	{Sig: "_parse(date, /)", Doc: "Returns (year, …, second, offset or None), or None.", Fn: func(t *thread, a args) (value, error) {
		s, ok := object.Text(a[0])
		if !ok {
			return starlark.None, nil
		}
		p, ok := parseDate(s)
		if !ok {
			return starlark.None, nil
		}
		out := make(starlark.Tuple, 0, 7)
		for _, n := range p.part {
			out = append(out, starlark.MakeInt(n))
		}
		if p.zone {
			return append(out, starlark.MakeInt(p.offset)), nil
		}
		return append(out, starlark.None), nil
	}},
}
