// Package re is the module re on github.com/dlclark/regexp2, a backtracking
// engine with look-around, back-references, lazy and atomic groups and
// conditionals. Python's syntax is translated to its (translate.go, class.go).
//
//	Pattern     compiled expressions, methods   pattern.go, re.go
//	Match       matchobject.go
//	templates   template.go
//	functions, the cache, in the language itself: re.py
//	flags, in the language itself when one is first used: flags.py
package re

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

var (
	//go:embed re.py
	source string
	//go:embed flags.py
	flags string
)

func init() {
	registry.Register(&registry.Module{
		Name: "re", Doc: "Support for regular expressions (RE).",
		Funcs: []object.Def{
			{Sig: "_compile(pattern, flags, /)", Fn: compile},
			{Sig: "escape(pattern)", Doc: "Escape special characters in a string.", Fn: escape},
		},
		Classes: []*object.Class{patternClass, matchClass, patternError},
		Values:  map[string]starlark.Value{"error": patternError},
		Source:  source,
		Parts: []registry.Part{{Source: flags, Names: registry.Named(
			"RegexFlag", "NOFLAG", "A", "ASCII", "I", "IGNORECASE", "L", "LOCALE", "U", "UNICODE", "M", "MULTILINE", "S", "DOTALL", "X", "VERBOSE", "DEBUG")}},
	})
}

// syntaxError raises PatternError with its attributes.
func (p *pattern) syntaxError(t *thread, err error, source value) error {
	e, ok := err.(*syntaxError)
	if !ok {
		return err
	}
	var rs []rune
	if s, ok := object.Text(source); ok {
		rs = text.Runes(s)
	} else if s, ok := types.BytesLike(source); ok {
		rs = latin1(s)
	}
	line, column := 1, e.pos+1
	for i, r := range rs[:min(e.pos, len(rs))] {
		if r == '\n' {
			line++
			column = e.pos - i
		}
	}
	msg := fmt.Sprintf("%s at position %d", e.msg, e.pos)
	if strings.ContainsRune(string(rs), '\n') {
		msg += fmt.Sprintf(" (line %d, column %d)", line, column)
	}
	exc := object.NewException(patternError, starlark.String(msg))
	for name, v := range map[string]value{
		"msg": starlark.String(e.msg), "pattern": source, "pos": starlark.MakeInt(e.pos),
		"lineno": starlark.MakeInt(line), "colno": starlark.MakeInt(column),
	} {
		exc.Attrs.Set(name, v)
	}
	return object.RaiseValue(exc)
}

// limitOf is how long a match may take. A script that is stopped leaves its match
// behind, which must not go on for long after that.
func limitOf(t *thread) time.Duration {
	iso := t.Isolate()
	switch limit := time.Duration(iso.Budget().Max(isolate.Time)); {
	case limit > 0:
		return min(limit, matchLimit)
	case iso.Metered():
		return meteredMatchLimit
	}
	return matchLimit
}

// meteredMatchLimit is for a script with limits, none of which is of time.
const meteredMatchLimit = 10 * time.Second

// patternFactor is what a byte of a pattern may need in memory.
const patternFactor = 200

func compile(t *thread, a args) (value, error) {
	flags, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	p := &pattern{source: a[0], limit: limitOf(t)}
	if err := object.Charge(t, patternFactor*object.SizeOf(a[0])); err != nil {
		return nil, err
	}
	var rs []rune
	if s, ok := object.Text(a[0]); ok {
		rs = text.Runes(s)
	} else if s, ok := types.BytesLike(a[0]); ok {
		rs, p.bytes = latin1(s), true
	} else {
		return nil, object.Raise(object.TypeError, "first argument must be string or compiled pattern")
	}
	switch {
	case p.bytes && flags&flagU != 0:
		return nil, object.Raise(object.ValueError, "cannot use UNICODE flag with a bytes pattern")
	case !p.bytes && flags&flagL != 0:
		return nil, object.Raise(object.ValueError, "cannot use LOCALE flag with a str pattern")
	case flags&flagA != 0 && flags&flagU != 0:
		return nil, object.Raise(object.ValueError, "ASCII and UNICODE flags are incompatible")
	}
	if p.tr, err = translate(rs, flags, p.bytes); err != nil {
		return nil, p.syntaxError(t, err, a[0])
	}
	if p.tr.loops > 1 && t.Isolate().Metered() {
		// Two loops one after the other take the square of the text's length, ten
		// the tenth power: only what is stoppable will do.
		p.tr.risky = true
	}
	if _, err := p.regexp(search); err != nil {
		return nil, p.syntaxError(t, &syntaxError{err.Error(), 0}, a[0])
	}
	return object.Make(patternClass, t, p), nil
}

func escape(t *thread, a args) (value, error) {
	s, isText := object.Text(a[0])
	if !isText {
		var ok bool
		if s, ok = types.BytesLike(a[0]); !ok {
			return nil, object.Raise(object.TypeError, "decoding to str: need a bytes-like object, %s found", object.TypeName(a[0]))
		}
	}
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte("()[]{}?*+-|^$\\.&~# \t\n\r\v\f", s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	if isText {
		return starlark.String(b.String()), nil
	}
	return object.MakeBytes(b.String()), nil
}

// chargeEvery is how much text is made between two looks at the limits.
const chargeEvery = 4096

func patternOf(v value) *pattern { return v.(*object.Instance).State.(*pattern) }

// once is search, match and fullmatch.
func once(name string, mode int) object.Def {
	return object.Def{Sig: name + "(self, /, string, pos=0, endpos=...)", Fn: func(t *thread, a args) (value, error) {
		p := patternOf(a[0])
		s, err := p.subject(a[1])
		if err != nil {
			return nil, err
		}
		pos, end, err := window(t, s, a[2], a[3])
		if err != nil {
			return nil, err
		}
		m, err := p.find(t, s, mode, pos, end)
		if m == nil || err != nil {
			return starlark.None, err
		}
		return newMatch(t, a[0], p, s, pos, end, m), nil
	}}
}

// begin starts a walk over all matches.
func begin(t *thread, p *pattern, v, pos, endpos value) (*scan, error) {
	s, err := p.subject(v)
	if err != nil {
		return nil, err
	}
	from, end, err := window(t, s, pos, endpos)
	return &scan{p: p, s: s, pos: from, end: end}, err
}

func findall(t *thread, a args) (value, error) {
	p := patternOf(a[0])
	c, err := begin(t, p, a[1], a[2], a[3])
	if err != nil {
		return nil, err
	}
	var out []value
	for {
		m, err := c.next(t)
		if err != nil {
			return nil, err
		}
		if m == nil {
			return starlark.NewList(out), nil
		}
		group := func(i int) value {
			if g := m.GroupByNumber(i); g != nil && len(g.Captures) > 0 {
				return c.s.value(g.Index, g.Index+g.Length)
			}
			return c.s.make("")
		}
		switch p.tr.groups {
		case 0:
			out = append(out, c.s.value(m.Index, m.Index+m.Length))
		case 1:
			out = append(out, group(1))
		default:
			row := make(starlark.Tuple, p.tr.groups)
			for i := range row {
				row[i] = group(i + 1)
			}
			out = append(out, row)
		}
	}
}

// An iter is the State of what finditer returns.
type iter struct {
	c  *scan
	re value
}

// Next implements object.Iterator.
func (it *iter) Next(t *thread) (value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	m, err := it.c.next(t)
	if m == nil || err != nil {
		return nil, err
	}
	return newMatch(t, it.re, it.c.p, it.c.s, 0, it.c.end, m), nil
}

var iterClass = types.NewIteratorClass("builtins", "callable_iterator")

func split(t *thread, a args) (value, error) {
	p := patternOf(a[0])
	c, err := begin(t, p, a[1], starlark.MakeInt(0), nil)
	if err != nil {
		return nil, err
	}
	limit, err := object.ClampedInt(t, a[2])
	if err != nil {
		return nil, err
	}
	var out []value
	last := 0
	for n := 0; limit == 0 || n < limit; n++ {
		m, err := c.next(t)
		if err != nil {
			return nil, err
		}
		if m == nil {
			break
		}
		out = append(out, c.s.value(last, m.Index))
		for i := 1; i <= p.tr.groups; i++ {
			if g := m.GroupByNumber(i); g != nil && len(g.Captures) > 0 {
				out = append(out, c.s.value(g.Index, g.Index+g.Length))
			} else {
				out = append(out, starlark.None)
			}
		}
		last = m.Index + m.Length
	}
	return starlark.NewList(append(out, c.s.value(last, len(c.s.runes)))), nil
}

func sub(t *thread, a args) (value, int, error) {
	p := patternOf(a[0])
	c, err := begin(t, p, a[2], starlark.MakeInt(0), nil)
	if err != nil {
		return nil, 0, err
	}
	limit, err := object.ClampedInt(t, a[3])
	if err != nil {
		return nil, 0, err
	}
	var tmpl *template
	if !object.IsCallable(a[1]) {
		if tmpl, err = p.template(t, a[1]); err != nil {
			return nil, 0, err
		}
	}
	var b strings.Builder
	last, n := 0, 0
	charged := 0
	for ; limit == 0 || n < limit; n++ {
		if more := b.Len() - charged; more >= chargeEvery {
			charged += more
			if err := object.Charge(t, int64(more)); err != nil {
				return nil, 0, err
			}
		}
		m, err := c.next(t)
		if err != nil {
			return nil, 0, err
		}
		if m == nil {
			break
		}
		b.WriteString(c.s.part(last, m.Index))
		last = m.Index + m.Length
		if tmpl != nil && len(tmpl.groups) == 0 {
			b.WriteString(tmpl.parts[0])
			continue
		}
		x := newMatch(t, a[0], p, c.s, 0, c.end, m)
		if tmpl != nil {
			b.WriteString(tmpl.expand(c.s, matchOf(x).spans))
			continue
		}
		r, err := object.Call(t, a[1], starlark.Tuple{x}, nil)
		if err != nil {
			return nil, 0, err
		}
		if r == starlark.None {
			continue
		}
		if c.s.bytes {
			s, ok := types.BytesLike(r)
			if !ok {
				return nil, 0, object.Raise(object.TypeError, "sequence item %d: expected a bytes-like object, %s found", n, object.TypeName(r))
			}
			b.WriteString(s)
			continue
		}
		s, ok := object.Text(r)
		if !ok {
			return nil, 0, object.Raise(object.TypeError, "sequence item %d: expected str instance, %s found", n, object.TypeName(r))
		}
		b.WriteString(s)
	}
	if n == 0 {
		if _, exact := a[2].(*object.Instance); !exact {
			return a[2], 0, nil
		}
	}
	b.WriteString(c.s.part(last, len(c.s.runes)))
	return c.s.make(b.String()), n, nil
}

func init() {
	patternClass.AddMethods(
		once("search", search), once("match", match), once("fullmatch", fullmatch),
		object.Def{Sig: "findall(self, /, string, pos=0, endpos=...)", Fn: findall},
		object.Def{Sig: "finditer(self, /, string, pos=0, endpos=...)", Fn: func(t *thread, a args) (value, error) {
			c, err := begin(t, patternOf(a[0]), a[1], a[2], a[3])
			if err != nil {
				return nil, err
			}
			return types.NewIterator(t, iterClass, &iter{c, a[0]}), nil
		}},
		object.Def{Sig: "split(self, /, string, maxsplit=0)", Fn: split},
		object.Def{Sig: "sub(self, /, repl, string, count=0)", Fn: func(t *thread, a args) (value, error) {
			v, _, err := sub(t, a)
			return v, err
		}},
		object.Def{Sig: "subn(self, /, repl, string, count=0)", Fn: func(t *thread, a args) (value, error) {
			v, n, err := sub(t, a)
			return starlark.Tuple{v, starlark.MakeInt(n)}, err
		}},
		object.Def{Sig: "__repr__(self, /)", Fn: patternRepr},
		object.Def{Sig: "__eq__(self, other, /)", Fn: func(t *thread, a args) (value, error) {
			y, ok := a[1].(*object.Instance)
			if !ok || y.Class() != patternClass {
				return object.NotImplemented, nil
			}
			p, q := patternOf(a[0]), patternOf(y)
			same, err := object.Equal(t, p.source, q.source)
			return starlark.Bool(same && p.bytes == q.bytes && p.tr.flags == q.tr.flags), err
		}},
		object.Def{Sig: "__hash__(self, /)", Fn: func(t *thread, a args) (value, error) {
			n, err := types.Hash(t, patternOf(a[0]).source)
			return starlark.MakeInt64(n), err
		}},
		object.Def{Sig: "__copy__(self, /)", Fn: func(t *thread, a args) (value, error) { return a[0], nil }},
		object.Def{Sig: "__deepcopy__(self, memo, /)", Fn: func(t *thread, a args) (value, error) { return a[0], nil }},
		object.Def{Sig: "__reduce__(self, /)", Fn: func(t *thread, a args) (value, error) {
			m, err := registry.Import(t, "re")
			if err != nil {
				return nil, err
			}
			fn, err := object.GetAttr(t, m, "compile")
			p := patternOf(a[0])
			return starlark.Tuple{fn, starlark.Tuple{p.source, starlark.MakeInt(p.tr.flags)}}, err
		}},
	)
	attr := func(name string, get func(p *pattern) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return get(patternOf(self)), nil }}
	}
	patternClass.AddAttrs(
		attr("pattern", func(p *pattern) value { return p.source }),
		attr("flags", func(p *pattern) value { return starlark.MakeInt(p.tr.flags) }),
		attr("groups", func(p *pattern) value { return starlark.MakeInt(p.tr.groups) }),
		object.Attr{Name: "groupindex", Get: func(t *thread, self value) (value, error) {
			p := patternOf(self)
			d := starlark.NewDict(len(p.tr.names))
			for _, n := range p.tr.names {
				d.SetKey(starlark.String(n), starlark.MakeInt(p.tr.index[n]))
			}
			return types.NewMappingProxy(t, d), nil
		}},
	)
}

func patternRepr(t *thread, a args) (value, error) {
	p := patternOf(a[0])
	s, err := object.Repr(t, p.source)
	if err != nil {
		return nil, err
	}
	if len(s) > 200 {
		s = s[:200]
	}
	flags := p.tr.flags
	if !p.bytes {
		flags &^= flagU
	}
	var names []string
	for _, f := range []struct {
		bit  int
		name string
	}{{flagI, "re.IGNORECASE"}, {flagL, "re.LOCALE"}, {flagM, "re.MULTILINE"}, {flagS, "re.DOTALL"}, {flagU, "re.UNICODE"}, {flagX, "re.VERBOSE"}, {flagDebug, "re.DEBUG"}, {flagA, "re.ASCII"}} {
		if flags&f.bit != 0 {
			names = append(names, f.name)
		}
	}
	if len(names) > 0 {
		s += ", " + strings.Join(names, "|")
	}
	return starlark.String("re.compile(" + s + ")"), nil
}
