package re

// This file defines the translation of character classes and groups.

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// class reads [...].
func (p *translator) class(flags int) (string, error) {
	start := p.pos
	p.pos++
	var b strings.Builder
	b.WriteByte('[')
	negated := false
	if p.more() && p.src[p.pos] == '^' {
		negated = true
		b.WriteByte('^')
		p.pos++
	}
	var outside []string // negated sets, which a class of regexp2 cannot hold exactly
	first := true
	for {
		if !p.more() {
			return "", p.fail(start, "unterminated character set")
		}
		c := p.src[p.pos]
		if c == ']' && !first {
			p.pos++
			break
		}
		first = false
		at := p.pos
		r, set, err := p.member(flags)
		if err != nil {
			return "", err
		}
		if p.pos+1 < len(p.src) && p.src[p.pos] == '-' && p.src[p.pos+1] != ']' {
			if set != "" {
				p.pos++
				_, _, err := p.member(flags)
				if err != nil {
					return "", err
				}
				return "", p.fail(at, "bad character range %s", string(p.src[at:p.pos]))
			}
			p.pos++
			if !p.more() {
				return "", p.fail(start, "unterminated character set")
			}
			hi, hiSet, err := p.member(flags)
			if err != nil {
				return "", err
			}
			if hiSet != "" || hi < r {
				return "", p.fail(at, "bad character range %s", string(p.src[at:p.pos]))
			}
			b.WriteString(literal(r, 0) + "-" + literal(hi, 0))
			continue
		}
		switch {
		case strings.HasPrefix(set, "^"):
			outside = append(outside, set[1:])
		case set != "":
			b.WriteString(set)
		default:
			b.WriteString(literal(r, 0))
		}
	}
	if p.pos >= len(p.src) && p.src[len(p.src)-1] != ']' {
		return "", p.fail(start, "unterminated character set")
	}
	b.WriteByte(']')
	s := b.String()
	if len(outside) == 0 {
		return s, nil
	}
	plain := strings.TrimPrefix(strings.TrimPrefix(s, "["), "^")
	if negated {
		// Not in the class: in every excluded set, and in nothing else of it.
		out := ""
		for _, o := range outside {
			out += "(?=[" + o + "])"
		}
		if plain == "]" {
			return "(?:" + out + `[\s\S])`, nil
		}
		return "(?:" + out + "[^" + plain + ")", nil
	}
	alts := make([]string, 0, len(outside)+1)
	for _, o := range outside {
		alts = append(alts, "[^"+o+"]")
	}
	if plain != "]" {
		alts = append(alts, s)
	}
	return "(?:" + strings.Join(alts, "|") + ")", nil
}

// member reads a character or a set of a class; a negated set begins with ^.
func (p *translator) member(flags int) (rune, string, error) {
	c := p.src[p.pos]
	if c != '\\' {
		p.pos++
		return c, "", nil
	}
	if p.pos+1 < len(p.src) {
		switch n := p.src[p.pos+1]; n {
		case 'd', 'w', 's':
			p.pos += 2
			return 0, p.set(n, flags), nil
		case 'D', 'W', 'S':
			p.pos += 2
			return 0, "^" + p.set(n, flags), nil
		case 'b':
			p.pos += 2
			return '\b', "", nil
		case '1', '2', '3', '4', '5', '6', '7':
			v, i := rune(0), p.pos+1
			for ; i < len(p.src) && i < p.pos+4 && p.src[i] >= '0' && p.src[i] <= '7'; i++ {
				v = v*8 + p.src[i] - '0'
			}
			if i == p.pos+4 {
				p.pos = i
				return v, "", nil
			}
		}
	}
	r, err := p.char()
	return r, "", err
}

var flagLetters = map[rune]int{'i': flagI, 'L': flagL, 'm': flagM, 's': flagS, 'u': flagU, 'x': flagX, 'a': flagA}

// globalFlags reads (?aiLmsux), which is allowed at the start only.
func (p *translator) globalFlags(flags int, atStart bool) (int, bool, error) {
	i := p.pos + 2
	add := 0
	for i < len(p.src) {
		f, ok := flagLetters[p.src[i]]
		if !ok {
			break
		}
		add |= f
		i++
	}
	if add == 0 || i >= len(p.src) || p.src[i] != ')' {
		return flags, false, nil
	}
	if !atStart {
		return 0, false, p.fail(p.pos, "global flags not at the start of the expression")
	}
	if add&flagA != 0 {
		flags &^= flagU
		p.tr.flags &^= flagU
	}
	p.pos = i + 1
	p.tr.flags |= add
	return flags | add, true, nil
}

func (p *translator) name(end rune, at int) (string, error) {
	from := p.pos
	for p.more() && p.src[p.pos] != end {
		p.pos++
	}
	name := string(p.src[from:p.pos])
	if !p.more() {
		if name == "" {
			return "", p.fail(from, "missing group name")
		}
		return "", p.fail(from, "missing %c, unterminated name", end)
	}
	p.pos++
	if name == "" {
		return "", p.fail(from, "missing group name")
	}
	return name, nil
}

func identifier(s string) bool {
	for i, r := range s {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return s != ""
}

// group reads from an opening parenthesis on. skip is true for a comment.
func (p *translator) group(flags int) (out string, loops, skip bool, err error) {
	start := p.pos
	p.pos++
	open, name := "(?:", ""
	capture := false
	inner := flags
	switch {
	case !p.at("?"):
		capture = true
	case p.at("?:"):
		p.pos += 2
	case p.at("?="), p.at("?!"):
		open = "(" + string(p.src[p.pos:p.pos+2])
		p.pos += 2
	case p.at("?<=") || p.at("?<!"):
		open = "(" + string(p.src[p.pos:p.pos+3])
		p.pos += 3
	case p.at("?>"):
		open = "(?>"
		p.pos += 2
	case p.at("?#"):
		for p.more() && p.src[p.pos] != ')' {
			p.pos++
		}
		if !p.more() {
			return "", false, false, p.fail(start, "missing ), unterminated comment")
		}
		p.pos++
		return "", false, true, nil
	case p.at("?P<"):
		p.pos += 3
		at := p.pos
		if name, err = p.name('>', at); err != nil {
			return "", false, false, err
		}
		if !identifier(name) {
			return "", false, false, p.fail(at, "bad character in group name '%s'", name)
		}
		if n, dup := p.tr.index[name]; dup {
			return "", false, false, p.fail(at, "redefinition of group name '%s' as group %d; was group %d", name, p.tr.groups+1, n)
		}
		capture = true
	case p.at("?P="):
		p.pos += 3
		at := p.pos
		ref, err := p.name(')', at)
		if err != nil {
			return "", false, false, err
		}
		n, ok := p.tr.index[ref]
		if !ok {
			if !identifier(ref) {
				return "", false, false, p.fail(at, "bad character in group name '%s'", ref)
			}
			return "", false, false, p.fail(at, "unknown group name '%s'", ref)
		}
		if p.open[n] {
			return "", false, false, p.fail(at, "cannot refer to an open group")
		}
		return fmt.Sprintf(`\k<%d>`, n), false, false, nil
	case p.at("?("):
		p.pos += 2
		at := p.pos
		ref, err := p.name(')', at)
		if err != nil {
			return "", false, false, err
		}
		n, ok := p.tr.index[ref]
		if !ok {
			if n, err = strconv.Atoi(ref); err != nil {
				return "", false, false, p.fail(at, "unknown group name '%s'", ref)
			}
			if n == 0 {
				return "", false, false, p.fail(at, "bad group number")
			}
		}
		open = fmt.Sprintf("(?(%d)", n)
	default:
		s, f, err := p.scopedFlags(start, flags)
		if err != nil {
			return "", false, false, err
		}
		open, inner = s, f
	}
	number := 0
	if capture {
		p.tr.groups++
		number = p.tr.groups
		p.tr.parent = append(p.tr.parent, p.stack[len(p.stack)-1])
		if name != "" {
			p.tr.index[name] = number
			p.tr.names = append(p.tr.names, name)
		}
		p.open[number] = true
		p.stack = append(p.stack, number)
		open = "("
	}
	body, l, err := p.alternatives(inner, false)
	if err != nil {
		return "", false, false, err
	}
	if !p.more() {
		return "", false, false, p.fail(start, "missing ), unterminated subpattern")
	}
	p.pos++
	if capture {
		delete(p.open, number)
		p.stack = p.stack[:len(p.stack)-1]
	}
	return open + body + ")", l, false, nil
}

// scopedFlags reads (?flags-flags: after the parenthesis.
func (p *translator) scopedFlags(start, flags int) (string, int, error) {
	i := p.pos + 1
	on, off := 0, 0
	to := &on
	for i < len(p.src) {
		c := p.src[i]
		if c == '-' && to == &on {
			to = &off
		} else if f, ok := flagLetters[c]; ok {
			*to |= f
		} else {
			break
		}
		i++
	}
	if i >= len(p.src) || p.at("?<") && p.pos+2 == len(p.src) {
		if i == p.pos+1 {
			i = len(p.src)
			return "", 0, p.fail(i, "unexpected end of pattern")
		}
		return "", 0, p.fail(i, "missing -, : or )")
	}
	if p.src[i] != ':' || on|off == 0 {
		end := min(p.pos+2, len(p.src))
		if p.at("?<") || p.at("?P") {
			end = min(p.pos+3, len(p.src))
		}
		if on|off != 0 {
			return "", 0, p.fail(i, "unknown flag")
		}
		return "", 0, p.fail(p.pos, "unknown extension %s", string(p.src[p.pos:end]))
	}
	p.pos = i + 1
	flags = flags&^off | on
	if on&flagA != 0 {
		flags &^= flagU
	}
	switch {
	case on&flagI != 0:
		return "(?i:", flags, nil
	case off&flagI != 0:
		return "(?-i:", flags, nil
	}
	return "(?:", flags, nil
}
