package xmlscan

// This file defines the scanning of markup: tags, attributes, references,
// comments, sections.

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// token scans one piece of markup, or the text before the next one.
func (s *Scanner) token() error {
	rest := s.buf[s.pos:]
	if rest[0] != '<' {
		return s.chars()
	}
	if len(rest) < 2 {
		return errMore
	}
	switch rest[1] {
	case '/':
		return s.endTag()
	case '?':
		return s.instruction()
	case '!':
		return s.declaration()
	}
	return s.startTag()
}

// chars scans text up to the next markup.
func (s *Scanner) chars() error {
	rest := s.buf[s.pos:]
	if len(s.stack) == 0 && s.depth == 0 {
		end := strings.IndexFunc(rest, func(r rune) bool { return r > ' ' || !isSpace(byte(r)) })
		switch {
		case end < 0:
			s.advance(len(s.buf))
			return nil
		case rest[end] == '<':
			s.advance(s.pos + end)
			return nil
		case !s.rootSeen:
			if rest[end:] == "\xef" || rest[end:] == "\xef\xbb" {
				return errMore
			}
			if bad := s.badChar(s.pos+end, min(len(s.buf), s.pos+end+4)); bad == s.pos+end {
				return s.errorAt(bad, errToken)
			}
			return s.errorAt(s.pos+end, errSyntax)
		}
		return s.errorAt(s.pos+end, errJunk)
	}
	end := strings.IndexAny(rest, "<&")
	whole := end >= 0
	if !whole {
		end = len(rest)
		if !s.final && s.depth == 0 {
			// A character, a line end or ]]> may be cut here.
			for k := 1; k <= 3 && k <= end; k++ {
				if c := rest[end-k]; c >= 0xC0 && !utf8.FullRuneInString(rest[end-k:]) || c == '\r' && k == 1 || c == ']' {
					end -= k
					break
				}
			}
			if end == 0 {
				return errMore
			}
		}
	}
	if end > 0 {
		if bad := s.badChar(s.pos, s.pos+end); bad >= 0 {
			return s.errorAt(bad, errToken)
		}
		if i := strings.Index(rest[:end], "]]>"); i >= 0 {
			return s.errorAt(s.pos+i+2, errToken)
		}
		s.text.WriteString(lines(rest[:end]))
		s.advance(s.pos + end)
		return nil
	}
	return s.reference()
}

// reference scans &name; or &#n; within an element.
func (s *Scanner) reference() error {
	value, name, end, err := s.resolve(s.pos)
	if err != nil {
		return err
	}
	if name == "" {
		s.text.WriteString(value)
		s.advance(end)
		return nil
	}
	entity, ok := s.entities[name]
	switch {
	case !ok && s.external[name]:
		s.advance(end)
		return nil
	case !ok:
		if s.Entity != nil {
			s.flush(true)
			if s.Entity(name) {
				s.advance(end)
				return nil
			}
		}
		return s.errorAt(s.pos, errEntity)
	}
	if err := s.expand(entity, s.pos); err != nil {
		return err
	}
	s.advance(end)
	return nil
}

// expand scans what an entity stands for in place of the reference at off.
func (s *Scanner) expand(entity string, off int) error {
	if err := s.grow(len(entity), off); err != nil {
		return err
	}
	outer, pos, line, col, final, open := s.buf, s.pos, s.line, s.col, s.final, len(s.stack)
	s.depth++
	s.buf, s.pos, s.final = entity, 0, true
	var err error
	for err == nil && s.pos < len(s.buf) {
		err = s.token()
	}
	s.depth--
	s.buf, s.pos, s.line, s.col, s.final = outer, pos, line, col, final
	if err == errMore {
		return s.errorAt(off, errUnclosed)
	}
	if err == nil && len(s.stack) != open {
		return s.errorAt(off, 13)
	}
	return err
}

// grow counts what entities added to the document.
func (s *Scanner) grow(n, off int) error {
	s.expanded += int64(n)
	if s.depth >= maxEntityDepth {
		return s.errorAt(off, errRecursive)
	}
	if s.expanded > freeExpansion && s.expanded > maxFactor*s.fed {
		return s.errorAt(off, errExpansion)
	}
	return nil
}

var predefined = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

// resolve reads the reference at off. It returns its text, or the name of an
// entity that the document defines.
func (s *Scanner) resolve(off int) (value, name string, end int, err error) {
	if off+1 >= len(s.buf) {
		return "", "", 0, errMore
	}
	if s.buf[off+1] != '#' {
		end, err := s.name(off + 1)
		if err != nil {
			return "", "", 0, err
		}
		if s.buf[end] != ';' {
			return "", "", 0, s.errorAt(end, errToken)
		}
		name := s.buf[off+1 : end]
		if v, ok := predefined[name]; ok {
			return v, "", end + 1, nil
		}
		return "", name, end + 1, nil
	}
	i, base := off+2, 10
	if i < len(s.buf) && s.buf[i] == 'x' {
		i, base = i+1, 16
	}
	first := i
	for i < len(s.buf) && strings.IndexByte("0123456789abcdefABCDEF"[:map[int]int{10: 10, 16: 22}[base]], s.buf[i]) >= 0 {
		i++
	}
	if i == len(s.buf) {
		return "", "", 0, errMore
	}
	if s.buf[i] != ';' || i == first {
		return "", "", 0, s.errorAt(i, errToken)
	}
	n, convErr := strconv.ParseUint(s.buf[first:i], base, 32)
	if convErr != nil || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) || n < ' ' && !isSpace(byte(n)) || n == 0xFFFE || n == 0xFFFF {
		return "", "", 0, s.errorAt(off, errCharRef)
	}
	return string(rune(n)), "", i + 1, nil
}

// space returns the first offset from off on that is not white space.
func (s *Scanner) space(off int) int {
	for off < len(s.buf) && isSpace(s.buf[off]) {
		off++
	}
	return off
}

func (s *Scanner) startTag() error {
	start := s.pos
	if len(s.stack) == 0 && s.rootSeen && s.depth == 0 {
		return s.errorAt(start, errJunk)
	}
	end, err := s.name(start + 1)
	if err != nil {
		return err
	}
	name := s.buf[start+1 : end]
	var attrs []Attr
	off := end
	empty := false
	for {
		next := s.space(off)
		if next == len(s.buf) {
			return errMore
		}
		if c := s.buf[next]; c == '>' {
			off = next + 1
			break
		} else if c == '/' {
			if next+1 == len(s.buf) {
				return errMore
			}
			if s.buf[next+1] != '>' {
				return s.errorAt(next+1, errToken)
			}
			off, empty = next+2, true
			break
		}
		if next == off {
			return s.errorAt(off, errToken)
		}
		a, after, err := s.attribute(next)
		if err != nil {
			return err
		}
		for _, b := range attrs {
			if b.Name == a.Name {
				return s.errorAt(next, errDuplicate)
			}
		}
		attrs = append(attrs, a)
		off = after
	}
	s.flush(true)
	s.rootSeen = true
	e := element{name: name}
	if len(s.stack) >= maxDepth {
		return s.errorAt(start, 1)
	}
	if attrs, err = s.bind(&e, attrs, start); err != nil {
		return err
	}
	s.Events = append(s.Events, Event{Kind: Start, Name: e.resolved, Attrs: attrs})
	s.stack = append(s.stack, e)
	s.advance(off)
	if empty {
		s.close()
	}
	return nil
}

// attribute reads name="value" at off.
func (s *Scanner) attribute(off int) (a Attr, end int, err error) {
	end, err = s.name(off)
	if err != nil {
		return a, 0, err
	}
	a.Name = s.buf[off:end]
	end = s.space(end)
	if end == len(s.buf) {
		return a, 0, errMore
	}
	if s.buf[end] != '=' {
		return a, 0, s.errorAt(end, errToken)
	}
	end = s.space(end + 1)
	if end == len(s.buf) {
		return a, 0, errMore
	}
	quote := s.buf[end]
	if quote != '"' && quote != '\'' {
		return a, 0, s.errorAt(end, errToken)
	}
	n := strings.IndexByte(s.buf[end+1:], quote)
	if n < 0 {
		if bad := strings.IndexByte(s.buf[end+1:], '<'); bad >= 0 {
			return a, 0, s.errorAt(end+1+bad, errToken)
		}
		return a, 0, errMore
	}
	last := end + 1 + n
	if bad := strings.IndexByte(s.buf[end+1:last], '<'); bad >= 0 {
		return a, 0, s.errorAt(end+1+bad, errToken)
	}
	if bad := s.badChar(end+1, last); bad >= 0 {
		return a, 0, s.errorAt(bad, errToken)
	}
	a.Value, err = s.value(end+1, last, off)
	return a, last + 1, err
}

// value is the text of an attribute between two offsets.
func (s *Scanner) value(from, to, at int) (string, error) {
	raw := s.buf[from:to]
	if strings.IndexAny(raw, "&\t\r\n") < 0 {
		return raw, nil
	}
	var b strings.Builder
	for i := from; i < to; {
		switch c := s.buf[i]; {
		case c == '\r' && i+1 < to && s.buf[i+1] == '\n':
			i++
		case isSpace(c):
			b.WriteByte(' ')
			i++
		case c != '&':
			b.WriteByte(c)
			i++
		default:
			v, name, end, err := s.resolve(i)
			if err != nil {
				if err == errMore {
					err = s.errorAt(to, errToken)
				}
				return "", err
			}
			if end > to {
				return "", s.errorAt(to, errToken)
			}
			if name != "" {
				entity, ok := s.entities[name]
				if !ok {
					return "", s.errorAt(i, errEntity)
				}
				if err := s.grow(len(entity), at); err != nil {
					return "", err
				}
				outer, pos := s.buf, s.pos
				line, col := s.line, s.col
				s.buf, s.pos = entity, 0
				s.depth++
				v, err = s.value(0, len(entity), 0)
				s.depth--
				s.buf, s.pos, s.line, s.col = outer, pos, line, col
				if err != nil {
					return "", err
				}
			}
			b.WriteString(v)
			i = end
		}
	}
	return b.String(), nil
}

// bind makes the bindings of an element and resolves its names.
func (s *Scanner) bind(e *element, attrs []Attr, start int) ([]Attr, error) {
	if !s.Namespaces {
		e.resolved = e.name
		return attrs, nil
	}
	kept := attrs[:0]
	for _, a := range attrs {
		prefix, isBinding := "", a.Name == "xmlns"
		if p, ok := strings.CutPrefix(a.Name, "xmlns:"); ok {
			prefix, isBinding = p, true
		}
		if !isBinding {
			kept = append(kept, a)
			continue
		}
		if prefix == "xmlns" || prefix == "xml" && a.Value != s.bindings[0].uri {
			return nil, s.errorAt(start, errReserved)
		}
		if prefix != "" && a.Value == "" {
			return nil, s.errorAt(start, 28)
		}
		s.bindings = append(s.bindings, binding{prefix, a.Value})
		e.scopes++
		s.Events = append(s.Events, Event{Kind: StartNS, Name: prefix, Data: a.Value})
	}
	ok := true
	if e.resolved, ok = s.resolved(e.name, true); !ok {
		return nil, s.errorAt(start, errPrefix)
	}
	for i := range kept {
		if kept[i].Name, ok = s.resolved(kept[i].Name, false); !ok {
			return nil, s.errorAt(start, errPrefix)
		}
		for _, b := range kept[:i] {
			if b.Name == kept[i].Name {
				return nil, s.errorAt(start, errDuplicate)
			}
		}
	}
	return kept, nil
}

func (s *Scanner) resolved(name string, element bool) (string, bool) {
	prefix, local, has := strings.Cut(name, ":")
	if !has {
		if !element {
			return name, true
		}
		prefix, local = "", name
	}
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if b := s.bindings[i]; b.prefix == prefix {
			if b.uri == "" {
				return local, true
			}
			return "{" + b.uri + "}" + local, true
		}
	}
	return name, prefix == ""
}

func (s *Scanner) close() {
	e := s.stack[len(s.stack)-1]
	s.stack = s.stack[:len(s.stack)-1]
	s.Events = append(s.Events, Event{Kind: End, Name: e.resolved})
	for range e.scopes {
		b := s.bindings[len(s.bindings)-1]
		s.bindings = s.bindings[:len(s.bindings)-1]
		s.Events = append(s.Events, Event{Kind: EndNS, Name: b.prefix})
	}
}

func (s *Scanner) endTag() error {
	start := s.pos
	if len(s.stack) == 0 {
		code := errToken
		if s.rootSeen {
			code = errJunk
		}
		if code == errToken {
			return s.errorAt(start+1, code)
		}
		return s.errorAt(start, code)
	}
	end, err := s.name(start + 2)
	if err != nil {
		return err
	}
	after := s.space(end)
	if after == len(s.buf) {
		return errMore
	}
	if s.buf[after] != '>' {
		return s.errorAt(after, errToken)
	}
	if s.buf[start+2:end] != s.stack[len(s.stack)-1].name {
		return s.errorAt(start+2, errMismatch)
	}
	s.flush(true)
	s.advance(after + 1)
	s.close()
	return nil
}

// until returns the offset of the first mark from off on.
func (s *Scanner) until(off int, mark string) (int, error) {
	if off <= len(s.buf) {
		if n := strings.Index(s.buf[off:], mark); n >= 0 {
			return off + n, nil
		}
	}
	return 0, errMore
}

func (s *Scanner) instruction() error {
	start := s.pos
	end, err := s.name(start + 2)
	if err != nil {
		return err
	}
	target := s.buf[start+2 : end]
	last, err := s.until(end, "?>")
	if err != nil {
		return err
	}
	if bad := s.badChar(end, last); bad >= 0 {
		return s.errorAt(bad, errToken)
	}
	if strings.EqualFold(target, "xml") {
		if target != "xml" {
			return s.errorAt(start+2, errToken)
		}
		if start != 0 || s.started || s.line != 1 || s.col != 0 || s.depth > 0 {
			return &Error{errXMLDecl - 13, "XML or text declaration not at start of entity", s.line, s.col}
		}
		s.started = true
		if !strings.Contains(s.buf[end:last], "version") {
			return s.errorAt(last, errXMLDecl)
		}
		s.advance(last + 2)
		return nil
	}
	if end < last && !isSpace(s.buf[end]) {
		return s.errorAt(end, errToken)
	}
	s.started = true
	s.flush(true)
	s.Events = append(s.Events, Event{Kind: Proc, Name: target, Data: lines(strings.TrimLeft(s.buf[end:last], " \t\r\n"))})
	s.advance(last + 2)
	return nil
}

// prefixOf reports whether the buffer at off begins with mark; errMore if it may.
func (s *Scanner) begins(off int, mark string) (bool, error) {
	rest := s.buf[off:]
	if strings.HasPrefix(rest, mark) {
		return true, nil
	}
	if len(rest) < len(mark) && strings.HasPrefix(mark, rest) {
		return false, errMore
	}
	return false, nil
}

func (s *Scanner) declaration() error {
	start := s.pos
	s.started = true
	if yes, err := s.begins(start, "<!--"); err != nil {
		return err
	} else if yes {
		return s.comment()
	}
	if len(s.stack) > 0 || s.depth > 0 {
		if yes, err := s.begins(start, "<![CDATA["); err != nil {
			return err
		} else if yes {
			return s.cdata()
		}
		return s.errorAt(start+2, errToken)
	}
	if yes, err := s.begins(start, "<!DOCTYPE"); err != nil {
		return err
	} else if yes && !s.rootSeen && !s.hasDTD {
		return s.doctype()
	}
	if s.rootSeen {
		return s.errorAt(start, errJunk)
	}
	return s.errorAt(start+2, errToken)
}

func (s *Scanner) comment() error {
	start := s.pos
	end, err := s.until(start+4, "--")
	if err != nil {
		return err
	}
	if end+2 >= len(s.buf) {
		return errMore
	}
	if s.buf[end+2] != '>' {
		return s.errorAt(end+2, errToken)
	}
	if bad := s.badChar(start+4, end); bad >= 0 {
		return s.errorAt(bad, errToken)
	}
	s.flush(true)
	s.Events = append(s.Events, Event{Kind: Comment, Data: lines(s.buf[start+4 : end])})
	s.advance(end + 3)
	return nil
}

func (s *Scanner) cdata() error {
	const mark = "<![CDATA["
	start := s.pos
	end, err := s.until(start+len(mark), "]]>")
	if err != nil {
		if s.final {
			line, col := s.at(len(s.buf))
			return &Error{errCData, messages[errCData], line, col}
		}
		return err
	}
	if bad := s.badChar(start+len(mark), end); bad >= 0 {
		return s.errorAt(bad, errToken)
	}
	s.text.WriteString(lines(s.buf[start+len(mark) : end]))
	s.advance(end + 3)
	return nil
}
