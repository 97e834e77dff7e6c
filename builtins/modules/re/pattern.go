package re

// This file defines Pattern: compiled expressions and matching.

import (
	"context"
	"sync"
	"time"

	"github.com/dlclark/regexp2"
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// The ways in which a pattern is applied.
const (
	search = iota
	match
	fullmatch
	advance // search for a match that does not end where the search starts
	modes
)

// matchLimit bounds one match of an expression that may take exponential time.
const matchLimit = 5 * time.Minute

// A pattern is the State of a Pattern. All isolates share it.
type pattern struct {
	source value
	limit  time.Duration // of a match, if it is risky
	bytes  bool
	tr     *translation
	group  *starlark.Dict

	mu       sync.Mutex
	compiled [modes]*regexp2.Regexp
}

func (p *pattern) regexp(mode int) (*regexp2.Regexp, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if re := p.compiled[mode]; re != nil {
		return re, nil
	}
	src := "(?:" + p.tr.pattern + ")"
	switch mode {
	case match:
		src = `\G` + src
	case fullmatch:
		src = `\G` + src + `\z`
	case advance:
		src += `(?!\G)`
	}
	var o regexp2.RegexOptions
	if p.tr.flags&flagI != 0 {
		o |= regexp2.IgnoreCase
	}
	re, err := regexp2.Compile(src, o)
	if err != nil {
		return nil, err
	}
	if p.tr.risky {
		re.MatchTimeout = p.limit
	}
	p.compiled[mode] = re
	return re, nil
}

// A subject is a text being searched.
type subject struct {
	v     value
	bytes bool
	ascii string // the text itself, if all of it is ASCII
	runes []rune
}

func (p *pattern) subject(v value) (*subject, error) {
	if s, ok := object.Text(v); ok {
		if p.bytes {
			return nil, object.Raise(object.TypeError, "cannot use a bytes pattern on a string-like object")
		}
		out := &subject{v: v, runes: text.Runes(s)}
		if len(out.runes) == len(s) {
			out.ascii = s
		}
		return out, nil
	}
	s, ok := types.BytesLike(v)
	if !ok {
		return nil, object.Raise(object.TypeError, "expected string or bytes-like object, got '%s'", object.TypeName(v))
	}
	if !p.bytes {
		return nil, object.Raise(object.TypeError, "cannot use a string pattern on a bytes-like object")
	}
	return &subject{v: v, bytes: true, runes: latin1(s)}, nil
}

func latin1(s string) []rune {
	rs := make([]rune, len(s))
	for i := range len(s) {
		rs[i] = rune(s[i])
	}
	return rs
}

func fromLatin1(rs []rune) string {
	b := make([]byte, len(rs))
	for i, r := range rs {
		b[i] = byte(r)
	}
	return string(b)
}

// part is a piece of the text, as text.
func (s *subject) part(from, to int) string {
	switch {
	case s.bytes:
		return fromLatin1(s.runes[from:to])
	case s.ascii != "":
		return s.ascii[from:to]
	}
	return text.FromRunes(s.runes[from:to])
}

func (s *subject) make(content string) value {
	if s.bytes {
		return object.MakeBytes(content)
	}
	return starlark.String(content)
}

func (s *subject) value(from, to int) value { return s.make(s.part(from, to)) }

// find applies the pattern from pos on to the text that ends at end.
func (p *pattern) find(t *thread, s *subject, mode, pos, end int) (*regexp2.Match, error) {
	re, err := p.regexp(mode)
	if err != nil {
		return nil, object.Raise(patternError, "%s", err.Error())
	}
	runes := s.runes[:end]
	if pos > end {
		return nil, nil
	}
	if !p.tr.risky && len(runes) < 1<<14 {
		m, err := re.FindRunesMatchStartingAt(runes, pos)
		return m, matchError(err)
	}
	type result struct {
		m   *regexp2.Match
		err error
	}
	if p.tr.risky {
		clockIn.In(t.Isolate())
	}
	var r result
	err = t.Block(func(ctx context.Context) error {
		done := make(chan result, 1)
		go func() {
			m, err := re.FindRunesMatchStartingAt(runes, pos)
			done <- result{m, err}
		}()
		select {
		case r = <-done:
		case <-ctx.Done():
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return r.m, matchError(r.err)
}

// clockIn stops the clock of regexp2's time limit with the isolate that needed
// it; the next match that has a limit starts it again.
var clockIn = isolate.NewKey(func(iso *isolate.Isolate) bool {
	iso.OnClose(regexp2.StopTimeoutClock)
	return true
})

func init() { regexp2.SetTimeoutCheckPeriod(20 * time.Millisecond) }

func matchError(err error) error {
	if err == nil {
		return nil
	}
	return object.Raise(object.TimeoutError, "regular expression took too long")
}

// A scan walks over all matches as CPython does: a match may be empty where the
// previous one ended, unless that was empty too.
type scan struct {
	p     *pattern
	s     *subject
	pos   int
	end   int
	empty bool // the previous match was empty
}

func (c *scan) next(t *thread) (*regexp2.Match, error) {
	if c.pos > c.end {
		return nil, nil
	}
	mode := search
	if c.empty {
		mode = advance
	}
	m, err := c.p.find(t, c.s, mode, c.pos, c.end)
	if m == nil || err != nil {
		c.pos = c.end + 1
		return nil, err
	}
	c.pos = m.Index + m.Length
	c.empty = m.Length == 0
	return m, nil
}

// window reads pos and endpos.
func window(t *thread, s *subject, pos, endpos value) (int, int, error) {
	from, err := object.ClampedInt(t, pos)
	if err != nil {
		return 0, 0, err
	}
	to := len(s.runes)
	if endpos != nil {
		if to, err = object.ClampedInt(t, endpos); err != nil {
			return 0, 0, err
		}
	}
	n := len(s.runes)
	return min(max(from, 0), n), min(max(to, 0), n), nil
}
