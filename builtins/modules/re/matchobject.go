package re

// This file defines Match.

import (
	"fmt"

	"github.com/dlclark/regexp2"
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var (
	patternClass = object.NewClass(object.Spec{Name: "Pattern", Module: "re", Final: true})
	matchClass   = object.NewClass(object.Spec{Name: "Match", Module: "re", Final: true})
	patternError = object.NewClass(object.Spec{Name: "PatternError", Module: "re", Base: object.Exception, Python: true})
)

// A found is the State of a Match.
type found struct {
	p        *pattern
	re       value
	s        *subject
	pos, end int
	spans    [][2]int // -1 for a group that took no part
}

func newMatch(t *thread, re value, p *pattern, s *subject, pos, end int, m *regexp2.Match) value {
	f := &found{p: p, re: re, s: s, pos: pos, end: end, spans: make([][2]int, p.tr.groups+1)}
	for i := range f.spans {
		f.spans[i] = [2]int{-1, -1}
		if g := m.GroupByNumber(i); g != nil && len(g.Captures) > 0 {
			f.spans[i] = [2]int{g.Index, g.Index + g.Length}
		}
	}
	return object.Make(matchClass, t, f)
}

func matchOf(v value) *found { return v.(*object.Instance).State.(*found) }

func (f *found) get(i int, missing value) value {
	if f.spans[i][0] < 0 {
		return missing
	}
	return f.s.value(f.spans[i][0], f.spans[i][1])
}

// number finds a group by number or name.
func (f *found) number(t *thread, v value) (int, error) {
	if s, ok := object.Text(v); ok {
		if n, ok := f.p.tr.index[s]; ok {
			return n, nil
		}
		return 0, object.Raise(object.IndexError, "no such group")
	}
	n, err := object.Int(t, v)
	if err != nil || n < 0 || n > f.p.tr.groups {
		return 0, object.Raise(object.IndexError, "no such group")
	}
	return n, nil
}

// lastIndex is the number of the group that closed last, 0 if none did.
func (f *found) lastIndex() int {
	last := 0
	for i := 1; i < len(f.spans); i++ {
		if f.spans[i][0] < 0 {
			continue
		}
		if last == 0 || f.spans[i][1] > f.spans[last][1] || f.spans[i][1] == f.spans[last][1] && !f.p.inside(i, last) {
			last = i
		}
	}
	return last
}

func (p *pattern) inside(i, outer int) bool {
	for i = p.tr.parent[i]; i > 0; i = p.tr.parent[i] {
		if i == outer {
			return true
		}
	}
	return false
}

func init() {
	span := func(name string, pick func(s [2]int) value) object.Def {
		return object.Def{Sig: name + "(self, group=0, /)", Fn: func(t *thread, a args) (value, error) {
			f := matchOf(a[0])
			n, err := f.number(t, a[1])
			if err != nil {
				return nil, err
			}
			return pick(f.spans[n]), nil
		}}
	}
	pair := func(s [2]int) value { return starlark.Tuple{starlark.MakeInt(s[0]), starlark.MakeInt(s[1])} }
	matchClass.AddMethods(
		object.Def{Sig: "group(self, /, *args)", Fn: func(t *thread, a args) (value, error) {
			f := matchOf(a[0])
			which := a[1].(starlark.Tuple)
			if len(which) == 0 {
				return f.get(0, starlark.None), nil
			}
			out := make(starlark.Tuple, len(which))
			for i, g := range which {
				n, err := f.number(t, g)
				if err != nil {
					return nil, err
				}
				out[i] = f.get(n, starlark.None)
			}
			if len(out) == 1 {
				return out[0], nil
			}
			return out, nil
		}},
		object.Def{Sig: "__getitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			f := matchOf(a[0])
			n, err := f.number(t, a[1])
			if err != nil {
				return nil, err
			}
			return f.get(n, starlark.None), nil
		}},
		object.Def{Sig: "groups(self, /, default=None)", Fn: func(t *thread, a args) (value, error) {
			f := matchOf(a[0])
			out := make(starlark.Tuple, f.p.tr.groups)
			for i := range out {
				out[i] = f.get(i+1, a[1])
			}
			return out, nil
		}},
		object.Def{Sig: "groupdict(self, /, default=None)", Fn: func(t *thread, a args) (value, error) {
			f := matchOf(a[0])
			d := starlark.NewDict(len(f.p.tr.names))
			for _, n := range f.p.tr.names {
				d.SetKey(starlark.String(n), f.get(f.p.tr.index[n], a[1]))
			}
			return d, nil
		}},
		span("start", func(s [2]int) value { return starlark.MakeInt(s[0]) }),
		span("end", func(s [2]int) value { return starlark.MakeInt(s[1]) }),
		span("span", pair),
		object.Def{Sig: "expand(self, /, template)", Fn: func(t *thread, a args) (value, error) {
			f := matchOf(a[0])
			tmpl, err := f.p.template(t, a[1])
			if err != nil {
				return nil, err
			}
			return f.s.make(tmpl.expand(f.s, f.spans)), nil
		}},
		object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
			f := matchOf(a[0])
			s, err := object.Repr(t, f.get(0, starlark.None))
			return starlark.String(fmt.Sprintf("<re.Match object; span=(%d, %d), match=%.50s>", f.spans[0][0], f.spans[0][1], s)), err
		}},
		object.Def{Sig: "__copy__(self, /)", Fn: func(t *thread, a args) (value, error) { return a[0], nil }},
		object.Def{Sig: "__deepcopy__(self, memo, /)", Fn: func(t *thread, a args) (value, error) { return a[0], nil }},
	)
	attr := func(name string, get func(f *found) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return get(matchOf(self)), nil }}
	}
	matchClass.AddAttrs(
		attr("re", func(f *found) value { return f.re }),
		attr("string", func(f *found) value { return f.s.v }),
		attr("pos", func(f *found) value { return starlark.MakeInt(f.pos) }),
		attr("endpos", func(f *found) value { return starlark.MakeInt(f.end) }),
		attr("lastindex", func(f *found) value {
			if n := f.lastIndex(); n > 0 {
				return starlark.MakeInt(n)
			}
			return starlark.None
		}),
		attr("lastgroup", func(f *found) value {
			last := f.lastIndex()
			for _, n := range f.p.tr.names {
				if f.p.tr.index[n] == last {
					return starlark.String(n)
				}
			}
			return starlark.None
		}),
		attr("regs", func(f *found) value {
			out := make(starlark.Tuple, len(f.spans))
			for i, s := range f.spans {
				out[i] = pair(s)
			}
			return out
		}),
	)
}
