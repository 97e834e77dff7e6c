package re

// This file defines replacement templates: \1, \g<name>.

import (
	"strconv"
	"strings"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

// A template is literal text and group numbers in turn.
type template struct {
	parts  []string
	groups []int // one fewer than parts
}

func (m *template) expand(s *subject, spans [][2]int) string {
	if len(m.groups) == 0 {
		return m.parts[0]
	}
	var b strings.Builder
	for i, part := range m.parts {
		b.WriteString(part)
		if i < len(m.groups) {
			if sp := spans[m.groups[i]]; sp[0] >= 0 {
				b.WriteString(s.part(sp[0], sp[1]))
			}
		}
	}
	return b.String()
}

// template reads a replacement.
func (p *pattern) template(t *thread, v value) (*template, error) {
	var rs []rune
	if p.bytes {
		s, ok := types.BytesLike(v)
		if !ok {
			return nil, object.Raise(object.TypeError, "sequence item 1: expected a bytes-like object, %s found", object.TypeName(v))
		}
		rs = latin1(s)
	} else {
		s, ok := object.Text(v)
		if !ok {
			return nil, object.Raise(object.TypeError, "expected str instance, %s found", object.TypeName(v))
		}
		rs = text.Runes(s)
	}
	m := &template{}
	var lit []rune
	literal := func() {
		if p.bytes {
			m.parts = append(m.parts, fromLatin1(lit))
		} else {
			m.parts = append(m.parts, text.FromRunes(lit))
		}
		lit = nil
	}
	group := func(n, at int) error {
		if n > p.tr.groups {
			return &syntaxError{"invalid group reference " + strconv.Itoa(n), at}
		}
		literal()
		m.groups = append(m.groups, n)
		return nil
	}
	isDigit := func(i int) bool { return i < len(rs) && rs[i] >= '0' && rs[i] <= '9' }
	isOctal := func(i int) bool { return i < len(rs) && rs[i] >= '0' && rs[i] <= '7' }
	simple := map[rune]rune{'n': '\n', 't': '\t', 'r': '\r', 'f': '\f', 'v': '\v', 'a': '\a', 'b': '\b', '\\': '\\'}
	fail := func(err error) (*template, error) { return nil, p.syntaxError(t, err, v) }
	for i := 0; i < len(rs); {
		c := rs[i]
		if c != '\\' {
			lit = append(lit, c)
			i++
			continue
		}
		if i+1 >= len(rs) {
			return fail(&syntaxError{"bad escape (end of pattern)", i})
		}
		c = rs[i+1]
		switch {
		case c == 'g':
			if i+2 >= len(rs) || rs[i+2] != '<' {
				return fail(&syntaxError{"missing <", i + 2})
			}
			end := i + 3
			for end < len(rs) && rs[end] != '>' {
				end++
			}
			name := string(rs[i+3 : end])
			if end >= len(rs) && name != "" {
				return fail(&syntaxError{"missing >, unterminated name", i + 3})
			}
			if name == "" {
				return fail(&syntaxError{"missing group name", i + 3})
			}
			n, known := p.tr.index[name]
			if !known {
				x, err := strconv.Atoi(name)
				switch {
				case err == nil && x >= 0:
					n = x
				case identifier(name):
					return nil, object.Raise(object.IndexError, "unknown group name '%s'", name)
				default:
					return fail(&syntaxError{"bad character in group name '" + name + "'", i + 3})
				}
			}
			if err := group(n, i+3); err != nil {
				return fail(err)
			}
			i = end + 1
		case c == '0':
			n, end := rune(0), i+2
			for ; end < i+4 && isOctal(end); end++ {
				n = n*8 + rs[end] - '0'
			}
			lit = append(lit, n)
			i = end
		case c >= '1' && c <= '9':
			n, end := int(c-'0'), i+2
			if isDigit(end) {
				if c <= '3' && isOctal(end) && isOctal(end+1) {
					lit = append(lit, (c-'0')*64+(rs[end]-'0')*8+rs[end+1]-'0')
					i = end + 2
					continue
				}
				n = n*10 + int(rs[end]-'0')
				end++
			}
			if err := group(n, i+1); err != nil {
				return fail(err)
			}
			i = end
		default:
			if r, ok := simple[c]; ok {
				lit = append(lit, r)
			} else if c < 0x80 && (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
				return fail(&syntaxError{`bad escape \` + string(c), i})
			} else {
				lit = append(lit, '\\', c)
			}
			i += 2
		}
	}
	literal()
	return m, nil
}
