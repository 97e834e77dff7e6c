package tqdm

// This file defines the pieces of a bar's text.

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

const (
	asciiSymbols   = " 123456789#"
	unicodeSymbols = " ▏▎▍▌▋▊▉█"
	blankSymbols   = "  "
	colourReset    = "\x1b[0m"
)

// sizeof writes a number with three digits and a metric prefix.
func sizeof(x float64, suffix string, divisor float64) string {
	for _, unit := range []string{"", "k", "M", "G", "T", "P", "E", "Z"} {
		switch size := math.Abs(x); {
		case size < 9.995:
			return fmt.Sprintf("%1.2f%s%s", x, unit, suffix)
		case size < 99.95:
			return fmt.Sprintf("%2.1f%s%s", x, unit, suffix)
		case size < 999.5:
			return fmt.Sprintf("%3.0f%s%s", x, unit, suffix)
		}
		x /= divisor
	}
	return fmt.Sprintf("%3.1fY%s", x, suffix)
}

// interval writes seconds as [H:]MM:SS.
func interval(seconds float64) (string, error) {
	switch {
	case math.IsInf(seconds, 0):
		return "", object.Raise(object.OverflowError, "cannot convert float infinity to integer")
	case math.IsNaN(seconds):
		return "", object.Raise(object.ValueError, "cannot convert float NaN to integer")
	}
	sign := ""
	if seconds < 0 {
		sign = "-"
	}
	s := int64(min(math.Abs(seconds), 1<<62))
	h, m, s := s/3600, s/60%60, s%60
	if h > 0 {
		return fmt.Sprintf("%s%d:%02d:%02d", sign, h, m, s), nil
	}
	return fmt.Sprintf("%s%02d:%02d", sign, m, s), nil
}

var formatSizeof = object.Def{
	Sig: "def format_sizeof(num, suffix='', divisor=1000)", Doc: "Write a number with a metric prefix.",
	Fn: func(t *thread, a args) (value, error) {
		x, err := object.Float(t, a[0])
		if err != nil {
			return nil, err
		}
		suffix, err := object.Str(t, a[1])
		if err != nil {
			return nil, err
		}
		divisor, err := object.Float(t, a[2])
		return starlark.String(sizeof(x, suffix, divisor)), err
	},
}

var formatInterval = object.Def{
	Sig: "def format_interval(t)", Doc: "Write a number of seconds as [H:]MM:SS.",
	Fn: func(t *thread, a args) (value, error) {
		x, err := object.Float(t, a[0])
		if err != nil {
			return nil, err
		}
		s, err := interval(x)
		return starlark.String(s), err
	},
}

var formatNum = object.Def{
	Sig: "def format_num(n)", Doc: "Write a number with three significant digits, if that is shorter.",
	Fn: func(t *thread, a args) (value, error) {
		short, err := types.Format(t, a[0], ".3g")
		if err != nil {
			return nil, err
		}
		short = strings.NewReplacer("e+0", "e+", "e-0", "e-").Replace(short)
		long, err := object.Str(t, a[0])
		if err != nil {
			return nil, err
		}
		if len(short) < len(long) {
			return starlark.String(short), nil
		}
		return starlark.String(long), nil
	},
}

// A gauge is the bar itself: what {bar} stands for in a format. Its format
// specification is a width, absolute or (negative) less than there is room for,
// and a letter for the symbols: a, u or b.
type gauge struct {
	done    float64 // the part that is done, 0 to 1
	room    int
	symbols []rune
	colour  string
	asked   bool // whether it was formatted
	measure bool // only asked is of interest
}

func (g *gauge) text(spec string) (string, error) {
	g.asked = true
	if g.measure {
		return "", nil
	}
	symbols, room := g.symbols, g.room
	if spec != "" {
		known := map[byte]string{'a': asciiSymbols, 'u': unicodeSymbols, 'b': blankSymbols}
		if s, ok := known[spec[len(spec)-1]|0x20]; ok {
			symbols, spec = []rune(s), spec[:len(spec)-1]
		}
	}
	if spec != "" {
		n, err := strconv.Atoi(strings.TrimSpace(spec))
		if err != nil {
			return "", object.Raise(object.ValueError, "invalid literal for int() with base 10: '%s'", spec)
		}
		if room = n; n < 0 {
			room = g.room + n
		}
	}
	if room <= 0 || room > 1<<20 {
		return "", nil
	}
	steps := len(symbols) - 1
	filled := int(g.done * float64(room) * float64(steps))
	var b strings.Builder
	b.WriteString(g.colour)
	full := filled / steps
	b.WriteString(strings.Repeat(string(symbols[steps]), full))
	if full < room {
		b.WriteRune(symbols[filled%steps])
		b.WriteString(strings.Repeat(string(symbols[0]), room-full-1))
	}
	if g.colour != "" {
		b.WriteString(colourReset)
	}
	return b.String(), nil
}

var gaugeClass = object.NewClass(object.Spec{Name: "Bar", Module: "tqdm.std", Final: true, Methods: []object.Def{
	{Sig: "__format__(self, format_spec, /)", Fn: func(t *thread, a args) (value, error) {
		spec, err := object.Str(t, a[1])
		if err != nil {
			return nil, err
		}
		s, err := a[0].(*object.Instance).State.(*gauge).text(spec)
		return starlark.String(s), err
	}},
}})

var colours = map[string]int{"BLACK": 30, "RED": 31, "GREEN": 32, "YELLOW": 33, "BLUE": 34, "MAGENTA": 35, "CYAN": 36, "WHITE": 37}

// colourCode returns the control sequence of a colour's name or #rrggbb. An
// unknown one is warned of.
func colourCode(t *thread, v value) (string, error) {
	if v == starlark.None || v == starlark.String("") || v == starlark.False {
		return "", nil
	}
	if s, ok := object.Text(v); ok {
		if code, ok := colours[strings.ToUpper(s)]; ok {
			return fmt.Sprintf("\x1b[%dm", code), nil
		}
		if len(s) == 7 && s[0] == '#' {
			if rgb, err := strconv.ParseUint(s[1:], 16, 32); err == nil {
				return fmt.Sprintf("\x1b[38;2;%d;%d;%dm", rgb>>16, rgb>>8&255, rgb&255), nil
			}
			return "", object.Raise(object.ValueError, "invalid literal for int() with base 16: '%s'", s[1:])
		}
	}
	shown, err := object.Str(t, v)
	if err != nil {
		return "", err
	}
	warnings, err := registry.Import(t, "warnings")
	if err != nil {
		return "", err
	}
	std, err := registry.Get(t, "tqdm.std")
	if err != nil {
		return "", err
	}
	_, err = object.CallMethod(t, warnings, "warn", starlark.String("Unknown colour ("+shown+"); valid choices:"+
		" [hex (#00ff00), BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE]"), std.Get("TqdmWarning"), starlark.MakeInt(2))
	return "", err
}
