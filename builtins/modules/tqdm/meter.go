package tqdm

// This file defines format_meter: the text of a bar.

import (
	"fmt"
	"math"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var formatMeter = object.Def{
	Sig: "def format_meter(n, total, elapsed, ncols=None, prefix='', ascii=False, unit='it', unit_scale=False, rate=None, " +
		"bar_format=None, postfix=None, unit_divisor=1000, initial=0, colour=None, **extra_kwargs)",
	Doc: "Return the text of a progress bar.", Fn: meter,
}

// The places of format_meter's parameters.
const (
	argN = iota
	argTotal
	argElapsed
	argNcols
	argPrefix
	argASCII
	argUnit
	argScale
	argRate
	argFormat
	argPostfix
	argDivisor
	argInitial
	argColour
	argExtra
)

// A reading holds the numbers of a bar and the texts that they make.
type reading struct {
	n, total         value // total is None where it means nothing
	nf, tf           float64
	elapsed          float64
	rate             float64
	hasRate          bool
	remaining        float64
	prefix, unit     string
	nText, totalText string
	elapsedText      string
	remainingText    string
	perSecond        string // rate_noinv_fmt
	perUnit          string // rate_inv_fmt
	rateText         string
	postfix          value
	postfixText      string
}

func (r *reading) bounded() bool { return r.total != starlark.None && r.tf != 0 }

func read(t *thread, a args) (*reading, error) {
	r := &reading{n: a[argN], total: a[argTotal]}
	var err error
	texts := func(v value, to *string) {
		if err == nil && v != starlark.None {
			*to, err = object.Str(t, v)
		}
	}
	floats := func(v value, to *float64) {
		if err == nil && v != starlark.None {
			*to, err = object.Float(t, v)
		}
	}
	floats(r.n, &r.nf)
	floats(r.total, &r.tf)
	floats(a[argElapsed], &r.elapsed)
	texts(a[argPrefix], &r.prefix)
	texts(a[argUnit], &r.unit)
	if err != nil {
		return nil, err
	}
	if r.bounded() && (r.nf >= r.tf+0.5 || math.IsInf(r.tf, 1)) {
		r.total = starlark.None // it was not true
	}
	if a[argRate] != starlark.None {
		r.hasRate = true
		floats(a[argRate], &r.rate)
	}
	scaled, err := object.Truth(t, a[argScale])
	if err != nil {
		return nil, err
	}
	if scaled {
		if by, err := object.Float(t, a[argScale]); err != nil {
			return nil, err
		} else if by != 1 {
			if err := r.scale(t, a[argScale], by); err != nil {
				return nil, err
			}
			scaled = false
		}
	}
	if !r.hasRate && r.elapsed != 0 {
		var initial float64
		floats(a[argInitial], &initial)
		r.rate = (r.nf - initial) / r.elapsed
	}
	if scaled {
		divisor := 1000.0
		floats(a[argDivisor], &divisor)
		r.nText, r.totalText = sizeof(r.nf, "", divisor), "?"
		if r.total != starlark.None {
			r.totalText = sizeof(r.tf, "", divisor)
		}
	} else {
		texts(r.n, &r.nText)
		if r.totalText = "?"; r.total != starlark.None {
			texts(r.total, &r.totalText)
		}
	}
	if err != nil {
		return nil, err
	}
	r.perSecond, r.perUnit = rateText(r.rate, scaled)+r.unit+"/s", "?s/"+r.unit
	if r.rate != 0 {
		r.perUnit = rateText(1/r.rate, scaled) + "s/" + r.unit
	}
	r.rateText = r.perSecond
	if r.rate != 0 && 1/r.rate > 1 {
		r.rateText = r.perUnit
	}
	if r.elapsedText, err = interval(r.elapsed); err != nil {
		return nil, err
	}
	if r.remainingText = "?"; r.rate != 0 {
		if r.bounded() {
			r.remaining = (r.tf - r.nf) / r.rate
		}
		if r.remainingText, err = interval(r.remaining); err != nil {
			return nil, err
		}
	}
	return r, r.readPostfix(t, a[argPostfix])
}

// scale multiplies what is counted.
func (r *reading) scale(t *thread, factor value, by float64) (err error) {
	if r.bounded() {
		if r.total, err = object.Binary(t, syntax.STAR, r.total, factor); err != nil {
			return err
		}
		r.tf *= by
	}
	if r.n, err = object.Binary(t, syntax.STAR, r.n, factor); err != nil {
		return err
	}
	r.nf *= by
	r.rate *= by
	return nil
}

func rateText(rate float64, scaled bool) string {
	switch {
	case rate == 0:
		return "?"
	case scaled:
		return sizeof(rate, "", 1000)
	}
	return fmt.Sprintf("%5.2f", rate)
}

// readPostfix puts a comma before a text; any other value is shown as it is.
func (r *reading) readPostfix(t *thread, v value) error {
	ok, err := object.Truth(t, v)
	if err != nil {
		return err
	}
	switch s, isText := object.Text(v); {
	case !ok:
		r.postfix = starlark.String("")
	case isText:
		r.postfixText = ", " + s
		r.postfix = starlark.String(r.postfixText)
	default:
		r.postfix = v
		r.postfixText, err = object.Str(t, v)
	}
	return err
}

func meter(t *thread, a args) (value, error) {
	r, err := read(t, a)
	if err != nil {
		return nil, err
	}
	ncols := -1 // no limit
	if a[argNcols] != starlark.None {
		if ncols, err = object.Int(t, a[argNcols]); err != nil {
			return nil, err
		}
	}
	cut := func(s string) value {
		if ncols > 0 {
			s = trim(s, ncols)
		}
		return starlark.String(s)
	}
	custom, err := object.Truth(t, a[argFormat])
	if err != nil {
		return nil, err
	}
	label := r.prefix
	if label != "" && !strings.HasSuffix(label, ": ") {
		label += ": "
	}
	right := fmt.Sprintf("| %s/%s [%s<%s, %s%s]", r.nText, r.totalText, r.elapsedText, r.remainingText, r.rateText, r.postfixText)
	g := &gauge{symbols: []rune(blankSymbols)}
	if r.bounded() {
		percentage := r.nf / r.tf * 100
		label += fmt.Sprintf("%3.0f%%|", percentage)
		if ncols == 0 {
			return starlark.String(label[:len(label)-1] + right[1:]), nil
		}
		g.done = min(1, max(0, r.nf/r.tf))
		if g.symbols, err = symbolsOf(t, a[argASCII]); err != nil {
			return nil, err
		}
	}
	if r.bounded() || custom {
		if g.colour, err = colourCode(t, a[argColour]); err != nil {
			return nil, err
		}
	}
	g.room = 10
	switch {
	case custom:
		return customMeter(t, a, r, g, label, right, ncols, cut)
	case r.bounded():
		if ncols > 0 {
			g.room = max(1, ncols-columns(label)-columns(right))
		}
		bar, err := g.text("")
		return cut(label + bar + right), err
	}
	if r.prefix != "" {
		label = r.prefix + ": "
	}
	return cut(fmt.Sprintf("%s%s%s [%s, %s%s]", label, r.nText, r.unit, r.elapsedText, r.rateText, r.postfixText)), nil
}

// symbolsOf reads the parameter ascii: whether, or which symbols.
func symbolsOf(t *thread, v value) ([]rune, error) {
	if v == starlark.True {
		return []rune(asciiSymbols), nil
	}
	if s, ok := object.Text(v); ok && s != "" {
		runes := []rune(s)
		if len(runes) < 2 {
			return nil, object.Raise(object.ZeroDivisionError, "integer modulo by zero")
		}
		return runes, nil
	}
	if yes, err := object.Truth(t, v); err != nil || yes {
		return []rune(asciiSymbols), err
	}
	return []rune(unicodeSymbols), nil
}

// customMeter fills a layout of the script's own. {bar} takes the room that the
// rest leaves.
func customMeter(t *thread, a args, r *reading, g *gauge, label, right string, ncols int, cut func(string) value) (value, error) {
	format, err := object.Str(t, a[argFormat])
	if err != nil {
		return nil, err
	}
	percentage := value(starlark.MakeInt(0))
	if r.bounded() {
		percentage = starlark.Float(r.nf / r.tf * 100)
		if r.prefix == "" {
			format = strings.ReplaceAll(format, "{desc}: ", "")
		}
	} else {
		label += "|"
	}
	rate, inverse, shown := value(starlark.None), value(starlark.None), value(starlark.None)
	if r.hasRate || r.elapsed != 0 {
		rate = starlark.Float(r.rate)
		shown = rate
	}
	if r.rate != 0 {
		inverse = starlark.Float(1 / r.rate)
		if 1/r.rate > 1 {
			shown = inverse
		}
	}
	remaining := value(starlark.MakeInt(0))
	if r.rate != 0 && r.bounded() {
		remaining = starlark.Float(r.remaining)
	}
	text := func(s string) value { return starlark.String(s) }
	fields := []starlark.Tuple{
		{text("n"), r.n}, {text("n_fmt"), text(r.nText)}, {text("total"), r.total}, {text("total_fmt"), text(r.totalText)},
		{text("elapsed"), text(r.elapsedText)}, {text("elapsed_s"), a[argElapsed]}, {text("ncols"), a[argNcols]},
		{text("desc"), text(r.prefix)}, {text("unit"), text(r.unit)}, {text("rate"), shown}, {text("rate_fmt"), text(r.rateText)},
		{text("rate_noinv"), rate}, {text("rate_noinv_fmt"), text(r.perSecond)}, {text("rate_inv"), inverse},
		{text("rate_inv_fmt"), text(r.perUnit)}, {text("postfix"), r.postfix}, {text("unit_divisor"), a[argDivisor]},
		{text("colour"), a[argColour]}, {text("remaining"), text(r.remainingText)}, {text("remaining_s"), remaining},
		{text("l_bar"), text(label)}, {text("r_bar"), text(right)}, {text("percentage"), percentage},
	}
	if strings.Contains(format, "{eta") {
		eta, err := arrival(t, r)
		if err != nil {
			return nil, err
		}
		fields = append(fields, starlark.Tuple{text("eta"), eta})
	}
	for _, item := range a[argExtra].(*starlark.Dict).Items() {
		fields = append(fields, item)
	}
	fields = append(fields, starlark.Tuple{text("bar"), object.Make(gaugeClass, t, g)})
	fill, err := object.GetAttr(t, starlark.String(format), "format")
	if err != nil {
		return nil, err
	}
	g.measure = true
	v, err := object.Call(t, fill, nil, fields)
	if err != nil {
		return nil, err
	}
	s, _ := object.Text(v)
	if !g.asked {
		return cut(s), nil
	}
	g.measure = false
	if ncols > 0 {
		g.room = max(1, ncols-columns(s))
	}
	if v, err = object.Call(t, fill, nil, fields); err != nil {
		return nil, err
	}
	s, _ = object.Text(v)
	return cut(s), nil
}

// arrival is when the bar will be full, as a datetime.
func arrival(t *thread, r *reading) (value, error) {
	m, err := registry.Import(t, "datetime")
	if err != nil {
		return nil, err
	}
	class, err := object.GetAttr(t, m, "datetime")
	if err != nil {
		return nil, err
	}
	if r.rate == 0 || !r.bounded() {
		zone, err := object.GetAttr(t, m, "timezone")
		if err != nil {
			return nil, err
		}
		utc, err := object.GetAttr(t, zone, "utc")
		if err != nil {
			return nil, err
		}
		return object.CallMethod(t, class, "fromtimestamp", starlark.MakeInt(0), utc)
	}
	now, err := object.CallMethod(t, class, "now")
	if err != nil {
		return nil, err
	}
	delta, err := object.GetAttr(t, m, "timedelta")
	if err != nil {
		return nil, err
	}
	d, err := object.Call(t, delta, nil, []starlark.Tuple{{starlark.String("seconds"), starlark.Float(r.remaining)}})
	if err == nil {
		d, err = object.Binary(t, syntax.PLUS, now, d)
	}
	if err != nil && object.IsCaught(t, err, object.OverflowError) {
		return object.GetAttr(t, class, "max")
	}
	return d, err
}
