package text

import (
	"strings"
	"testing"
)

// pieces cuts an argument at the recorded offsets and calls f for each piece.
func pieces(a args, from int, f func(piece string, final bool) error) error {
	s, p := a.str(0), 0
	for i := from; i < len(a.list); i++ {
		if err := f(s[p:a.int(i)], a.int(i) == len(s)); err != nil {
			return err
		}
		p = a.int(i)
	}
	return f(s[p:], true)
}

func TestCodecs(t *testing.T) {
	runVectors(t, "codecs.tsv", map[string]vectorFunc{
		"encode": func(a args) (any, error) { return EncodeText(a.str(0), a.str(1), a.str(2)) },
		"decode": func(a args) (any, error) { return DecodeBytes(a.str(0), a.str(1), a.str(2)) },
		"lookup": func(a args) (any, error) {
			c, err := LookupCodec(a.str(0))
			if err != nil {
				return nil, err
			}
			return c.Name(), nil
		},
		"inc": func(a args) (any, error) {
			d, err := NewDecoder(a.str(1), a.str(2))
			if err != nil {
				return nil, err
			}
			var out []string
			err = pieces(a, 3, func(piece string, final bool) error {
				s, err := d.Decode(piece, final)
				out = append(out, s)
				return err
			})
			return out, err
		},
		"newline": func(a args) (any, error) {
			d := NewlineDecoder{Translate: a.int(1) == 1}
			var out []string
			pieces(a, 2, func(piece string, final bool) error {
				out = append(out, d.Decode(piece, final))
				return nil
			})
			var seen []string
			for i, name := range []string{"cr", "lf", "crlf"} {
				if d.Seen&(1<<i) != 0 {
					seen = append(seen, name)
				}
			}
			return append(out, strings.Join(seen, ",")), nil
		},
		"checknl": func(a args) (any, error) { return "", CheckNewline(a.str(0)) },
		"lines": func(a args) (any, error) {
			var out []string
			s := "a\r\nb\rc\nd\r"
			for {
				n := FindLine(s, a.str(0))
				if n < 0 {
					break
				}
				out = append(out, s[:n])
				s = s[n:]
			}
			if s != "" {
				out = append(out, s)
			}
			return out, nil
		},
		"write": func(a args) (any, error) { return WriteNewlines("a\nb\r\nc", a.str(0)), nil },
	})
}
