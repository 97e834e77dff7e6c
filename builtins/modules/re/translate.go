package re

// This file defines the translation of Python's pattern syntax to regexp2's, and
// the errors of bad patterns.

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"starpool/builtins/text"
)

// Python's flags.
const (
	flagI       = 2
	flagL       = 4
	flagM       = 8
	flagS       = 16
	flagU       = 32
	flagX       = 64
	flagDebug   = 128
	flagA       = 256
	maxRepeat   = 4294967295
	unboundless = -1
)

// A syntaxError is what is wrong with a pattern, and where (in characters).
type syntaxError struct {
	msg string
	pos int
}

func (e *syntaxError) Error() string { return e.msg }

// A translation is a pattern in regexp2's syntax.
type translation struct {
	pattern string
	flags   int // with the global inline ones
	groups  int
	names   []string // in order of appearance
	index   map[string]int
	parent  []int // the group around each group; 0 is none
	loops   int   // parts that repeat without bound
	risky   bool  // may take time that is exponential in the text's length
}

type translator struct {
	src   []rune
	pos   int
	bytes bool
	tr    translation
	open  map[int]bool // groups that are not closed yet
	stack []int
}

func (p *translator) fail(pos int, format string, args ...any) error {
	return &syntaxError{fmt.Sprintf(format, args...), pos}
}

func (p *translator) more() bool { return p.pos < len(p.src) }

func (p *translator) at(s string) bool {
	rs := []rune(s)
	if p.pos+len(rs) > len(p.src) {
		return false
	}
	for i, r := range rs {
		if p.src[p.pos+i] != r {
			return false
		}
	}
	return true
}

// translate turns a pattern into regexp2's syntax.
func translate(src []rune, flags int, isBytes bool) (*translation, error) {
	p := &translator{src: src, bytes: isBytes, open: make(map[int]bool), stack: []int{0}}
	p.tr.index = make(map[string]int)
	p.tr.parent = []int{0}
	if !isBytes && flags&flagA == 0 {
		flags |= flagU
	}
	p.tr.flags = flags
	out, _, err := p.alternatives(flags, true)
	if err != nil {
		return nil, err
	}
	if p.more() {
		return nil, p.fail(p.pos, "unbalanced parenthesis")
	}
	p.tr.pattern = out
	return &p.tr, nil
}

// alternatives reads up to a closing parenthesis or the end. loops says that an
// unbounded repeat stands in it.
func (p *translator) alternatives(flags int, top bool) (out string, loops bool, err error) {
	var b strings.Builder
	first := true
	for {
		s, l, f, err := p.sequence(flags, top && first)
		if err != nil {
			return "", false, err
		}
		flags = f
		loops = loops || l
		b.WriteString(s)
		first = false
		if !p.more() || p.src[p.pos] != '|' {
			return b.String(), loops, nil
		}
		p.pos++
		b.WriteByte('|')
	}
}

func (p *translator) skipSpace(flags int) {
	if flags&flagX == 0 {
		return
	}
	for p.more() {
		c := p.src[p.pos]
		switch {
		case strings.ContainsRune(" \t\n\r\v\f", c):
			p.pos++
		case c == '#':
			for p.more() && p.src[p.pos] != '\n' {
				p.pos++
			}
		default:
			return
		}
	}
}

func (p *translator) sequence(flags int, top bool) (string, bool, int, error) {
	var b strings.Builder
	loops := false
	start := p.pos
	for {
		p.skipSpace(flags)
		if !p.more() || p.src[p.pos] == '|' || p.src[p.pos] == ')' {
			return b.String(), loops, flags, nil
		}
		at := p.pos
		c := p.src[p.pos]
		item, inner := "", false
		repeatable := true
		switch c {
		case '*', '+', '?':
			return "", false, 0, p.fail(at, "nothing to repeat")
		case '{':
			if _, _, n := p.braces(); n > 0 {
				return "", false, 0, p.fail(at, "nothing to repeat")
			}
			p.pos++
			item = `\{`
		case '.':
			p.pos++
			item = `[^\n]`
			if flags&flagS != 0 {
				item = `[\s\S]`
			}
		case '^':
			p.pos++
			item = `\A`
			if flags&flagM != 0 {
				item = `(?m:^)`
			}
		case '$':
			p.pos++
			item = `\Z`
			if flags&flagM != 0 {
				item = `(?m:$)`
			}
		case '[':
			s, err := p.class(flags)
			if err != nil {
				return "", false, 0, err
			}
			item = s
		case '\\':
			s, err := p.escape(flags)
			if err != nil {
				return "", false, 0, err
			}
			item = s
		case '(':
			if p.at("(?") {
				if f, ok, err := p.globalFlags(flags, top && p.onlySpace(start, at, flags)); err != nil {
					return "", false, 0, err
				} else if ok {
					flags = f
					continue
				}
			}
			s, l, skip, err := p.group(flags)
			if err != nil {
				return "", false, 0, err
			}
			if skip {
				continue
			}
			item, inner = s, l
		default:
			p.pos++
			item = literal(c, flags)
		}
		p.skipSpace(flags)
		if repeatable && p.more() {
			q, unbounded, err := p.quantifier(at, item, flags)
			if err != nil {
				return "", false, 0, err
			}
			if q != "" {
				item = q
				if unbounded {
					p.tr.loops++
					p.tr.risky = p.tr.risky || inner
					inner = true
				}
			}
		}
		loops = loops || inner
		b.WriteString(item)
	}
}

func (p *translator) onlySpace(from, to, flags int) bool {
	if from == to {
		return true
	}
	return flags&flagX != 0 && strings.TrimSpace(string(p.src[from:to])) == ""
}

// literal writes a character that means itself.
func literal(c rune, flags int) string {
	s := ""
	switch {
	case strings.ContainsRune(`\*+?|{}[]()^$.#-`, c) || c == ' ':
		s = `\` + string(c)
	case c == 0 || c < 0x20 || c >= 0x7f && c < 0xa0 || text.IsSurrogate(c):
		s = fmt.Sprintf(`\u%04X`, c)
	default:
		s = string(c)
	}
	return s
}

// braces looks at a repeat in braces: its bounds and its length, 0 if it is none.
func (p *translator) braces() (low, high, length int) {
	i := p.pos + 1
	num := func() (int, bool) {
		from := i
		n := 0
		for i < len(p.src) && p.src[i] >= '0' && p.src[i] <= '9' {
			n = min(n*10+int(p.src[i]-'0'), maxRepeat)
			i++
		}
		return n, i > from
	}
	low, hasLow := num()
	high = low
	hasHigh := hasLow
	if i < len(p.src) && p.src[i] == ',' {
		i++
		high, hasHigh = num()
		if !hasHigh {
			high = unboundless
		}
	} else if !hasLow {
		return 0, 0, 0
	}
	if i >= len(p.src) || p.src[i] != '}' {
		return 0, 0, 0
	}
	return low, high, i + 1 - p.pos
}

// quantifier reads what repeats item, "" if nothing does.
func (p *translator) quantifier(at int, item string, flags int) (string, bool, error) {
	here := p.pos
	low, high := 0, 0
	switch p.src[p.pos] {
	case '*':
		high = unboundless
		p.pos++
	case '+':
		low, high = 1, unboundless
		p.pos++
	case '?':
		high = 1
		p.pos++
	case '{':
		l, h, n := p.braces()
		if n == 0 {
			return "", false, nil
		}
		if l >= maxRepeat || h >= maxRepeat {
			return "", false, p.fail(here, "the repetition number is too large")
		}
		if h != unboundless && h < l {
			return "", false, p.fail(here+1, "min repeat greater than max repeat")
		}
		low, high = l, h
		p.pos += n
	default:
		return "", false, nil
	}
	if item == `\A` || item == `(?m:^)` {
		return "", false, p.fail(here, "nothing to repeat")
	}
	if strings.HasPrefix(item, `(?<`) || strings.HasPrefix(item, "(?=") || strings.HasPrefix(item, "(?!") || item == `\Z` || item == `(?m:$)` {
		item = "(?:" + item + ")"
	}
	mark := ""
	if p.more() && p.src[p.pos] == '?' {
		mark = "?"
		p.pos++
	} else if p.more() && p.src[p.pos] == '+' {
		mark = "+"
		p.pos++
	}
	p.skipSpace(flags)
	if p.more() {
		again := strings.ContainsRune("*+?", p.src[p.pos])
		if p.src[p.pos] == '{' {
			_, _, n := p.braces()
			again = n > 0
		}
		if again {
			return "", false, p.fail(p.pos, "multiple repeat")
		}
	}
	q := ""
	switch {
	case low == 0 && high == unboundless:
		q = "*"
	case low == 1 && high == unboundless:
		q = "+"
	case low == 0 && high == 1:
		q = "?"
	case high == unboundless:
		q = fmt.Sprintf("{%d,}", low)
	case low == high:
		q = fmt.Sprintf("{%d}", low)
	default:
		q = fmt.Sprintf("{%d,%d}", low, high)
	}
	if mark == "+" {
		return "(?>" + item + q + ")", false, nil
	}
	return item + q + mark, high == unboundless, nil
}

// word, digit and space give the content of the classes \w, \d and \s.
func (p *translator) set(c rune, flags int) string {
	if p.bytes || flags&flagA != 0 {
		switch c {
		case 'd', 'D':
			return "0-9"
		case 's', 'S':
			return ` \t\n\r\f\v`
		}
		return "a-zA-Z0-9_"
	}
	switch c {
	case 'd', 'D':
		return `\p{Nd}`
	case 's', 'S':
		return `\s\u001C-\u001F`
	}
	return `\p{L}\p{N}_`
}

// boundary is \b (or, negated, \B).
func (p *translator) boundary(flags int, not bool) string {
	if !p.bytes && flags&flagA == 0 {
		if not {
			return `\B`
		}
		return `\b`
	}
	w := "[a-zA-Z0-9_]"
	if not {
		return fmt.Sprintf("(?:(?<=%s)(?=%s)|(?<!%s)(?!%s))", w, w, w, w)
	}
	return fmt.Sprintf("(?:(?<=%s)(?!%s)|(?<!%s)(?=%s))", w, w, w, w)
}

// escape reads a backslash outside a class.
func (p *translator) escape(flags int) (string, error) {
	at := p.pos
	if at+1 >= len(p.src) {
		return "", p.fail(at, `bad escape (end of pattern)`)
	}
	c := p.src[at+1]
	switch c {
	case 'd', 'w', 's':
		p.pos += 2
		return "[" + p.set(c, flags) + "]", nil
	case 'D', 'W', 'S':
		p.pos += 2
		return "[^" + p.set(c, flags) + "]", nil
	case 'A':
		p.pos += 2
		return `\A`, nil
	case 'Z':
		p.pos += 2
		return `\z`, nil
	case 'b', 'B':
		p.pos += 2
		return p.boundary(flags, c == 'B'), nil
	}
	if c >= '1' && c <= '9' {
		i := at + 2
		n := int(c - '0')
		if i < len(p.src) && p.src[i] >= '0' && p.src[i] <= '9' {
			d := p.src[i]
			if c <= '3' && d <= '7' && i+1 < len(p.src) && p.src[i+1] >= '0' && p.src[i+1] <= '7' && c <= '7' {
				v := (c-'0')*64 + (d-'0')*8 + p.src[i+1] - '0'
				p.pos = i + 2
				return literal(v, flags), nil
			}
			n = n*10 + int(d-'0')
			i++
		}
		p.pos = i
		if n > p.tr.groups {
			return "", p.fail(at+1, "invalid group reference %d", n)
		}
		if p.open[n] {
			return "", p.fail(at, "cannot refer to an open group")
		}
		return fmt.Sprintf(`\k<%d>`, n), nil
	}
	r, err := p.char()
	if err != nil {
		return "", err
	}
	return literal(r, flags), nil
}

// char reads an escaped character, in a class or outside.
func (p *translator) char() (rune, error) {
	at := p.pos
	if at+1 >= len(p.src) {
		return 0, p.fail(at, `bad escape (end of pattern)`)
	}
	c := p.src[at+1]
	p.pos += 2
	switch c {
	case 'n':
		return '\n', nil
	case 't':
		return '\t', nil
	case 'r':
		return '\r', nil
	case 'f':
		return '\f', nil
	case 'v':
		return '\v', nil
	case 'a':
		return '\a', nil
	case '0':
		v := rune(0)
		for i := 0; i < 2 && p.more() && p.src[p.pos] >= '0' && p.src[p.pos] <= '7'; i++ {
			v = v*8 + p.src[p.pos] - '0'
			p.pos++
		}
		return v, nil
	case 'x', 'u', 'U':
		n := map[rune]int{'x': 2, 'u': 4, 'U': 8}[c]
		if c != 'x' && p.bytes {
			return 0, p.fail(at, `bad escape \%c`, c)
		}
		end := p.pos
		for end < len(p.src) && end < p.pos+n && strings.ContainsRune("0123456789abcdefABCDEF", p.src[end]) {
			end++
		}
		if end-p.pos != n {
			return 0, p.fail(at, `incomplete escape %s`, string(p.src[at:end]))
		}
		v, _ := strconv.ParseUint(string(p.src[p.pos:end]), 16, 32)
		if v > unicode.MaxRune {
			return 0, p.fail(at, `bad escape %s`, string(p.src[at:end]))
		}
		p.pos = end
		return rune(v), nil
	}
	if c < 0x80 && (unicode.IsLetter(c) || unicode.IsDigit(c)) {
		return 0, p.fail(at, `bad escape \%c`, c)
	}
	return c, nil
}
