package xmlscan

// This file defines the document type: of all it can say, internal entities
// matter.

import "strings"

// doctype scans <!DOCTYPE …>.
func (s *Scanner) doctype() error {
	start := s.pos
	off := start + len("<!DOCTYPE")
	if off == len(s.buf) {
		return errMore
	}
	if !isSpace(s.buf[off]) {
		return s.errorAt(off, errToken)
	}
	off = s.space(off)
	end, err := s.name(off)
	if err != nil {
		return err
	}
	e := Event{Kind: Doctype, Name: s.buf[off:end]}
	off = s.space(end)
	for _, kind := range []string{"PUBLIC", "SYSTEM"} {
		if !strings.HasPrefix(s.buf[off:], kind) {
			continue
		}
		off += len(kind)
		if kind == "PUBLIC" {
			if e.Public, off, err = s.literal(off); err != nil {
				return err
			}
		}
		if e.Data, off, err = s.literal(off); err != nil {
			return err
		}
		off = s.space(off)
		break
	}
	if off == len(s.buf) {
		return errMore
	}
	if s.buf[off] == '[' {
		if off, err = s.subset(off + 1); err != nil {
			return err
		}
		off = s.space(off)
		if off == len(s.buf) {
			return errMore
		}
	}
	if s.buf[off] != '>' {
		return s.errorAt(off, errToken)
	}
	s.hasDTD = true
	s.Events = append(s.Events, e)
	s.advance(off + 1)
	return nil
}

// literal reads a quoted text after white space.
func (s *Scanner) literal(off int) (string, int, error) {
	off = s.space(off)
	if off == len(s.buf) {
		return "", 0, errMore
	}
	quote := s.buf[off]
	if quote != '"' && quote != '\'' {
		return "", 0, s.errorAt(off, errToken)
	}
	n := strings.IndexByte(s.buf[off+1:], quote)
	if n < 0 {
		return "", 0, errMore
	}
	return s.buf[off+1 : off+1+n], off + n + 2, nil
}

// subset reads declarations up to the closing bracket and returns the offset
// behind it.
func (s *Scanner) subset(off int) (int, error) {
	entities := make(map[string]string)
	external := make(map[string]bool)
	for {
		off = s.space(off)
		if off == len(s.buf) {
			return 0, errMore
		}
		rest := s.buf[off:]
		var err error
		switch {
		case rest[0] == ']':
			s.entities, s.external = entities, external
			return off + 1, nil
		case strings.HasPrefix(rest, "<!--"):
			if off, err = s.until(off+4, "-->"); err == nil {
				off += 3
			}
		case strings.HasPrefix(rest, "<?"):
			if off, err = s.until(off+2, "?>"); err == nil {
				off += 2
			}
		case strings.HasPrefix(rest, "<!ENTITY"):
			off, err = s.entity(off+len("<!ENTITY"), entities, external)
		case strings.HasPrefix(rest, "<!"):
			off, err = s.skip(off + 2)
		case rest[0] == '%':
			if off, err = s.until(off, ";"); err == nil {
				off++
			}
		case rest == "<":
			return 0, errMore
		default:
			return 0, s.errorAt(off, errToken)
		}
		if err != nil {
			return 0, err
		}
	}
}

// skip finds the end of a declaration, past quoted texts.
func (s *Scanner) skip(off int) (int, error) {
	for off < len(s.buf) {
		switch c := s.buf[off]; c {
		case '>':
			return off + 1, nil
		case '"', '\'':
			n := strings.IndexByte(s.buf[off+1:], c)
			if n < 0 {
				return 0, errMore
			}
			off += n + 1
		}
		off++
	}
	return 0, errMore
}

func (s *Scanner) entity(off int, entities map[string]string, external map[string]bool) (int, error) {
	off = s.space(off)
	if off == len(s.buf) {
		return 0, errMore
	}
	parameter := s.buf[off] == '%'
	if parameter {
		off = s.space(off + 1)
	}
	end, err := s.name(off)
	if err != nil {
		return 0, err
	}
	name := s.buf[off:end]
	off = s.space(end)
	if off == len(s.buf) {
		return 0, errMore
	}
	if c := s.buf[off]; c != '"' && c != '\'' {
		external[name] = true
		return s.skip(off)
	}
	raw, off, err := s.literal(off)
	if err != nil {
		return 0, err
	}
	if off, err = s.skip(off); err != nil {
		return 0, err
	}
	if _, known := entities[name]; !known && !parameter {
		entities[name] = s.charRefs(raw)
	}
	return off, nil
}

// charRefs replaces the references to characters in an entity's text; others are
// resolved where the entity is used.
func (s *Scanner) charRefs(raw string) string {
	var b strings.Builder
	inner := &Scanner{buf: raw, final: true, line: 1}
	for i := 0; i < len(raw); {
		if strings.HasPrefix(raw[i:], "&#") {
			if v, _, end, err := inner.resolve(i); err == nil {
				b.WriteString(v)
				i = end
				continue
			}
		}
		b.WriteByte(raw[i])
		i++
	}
	return b.String()
}
