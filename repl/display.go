package repl

// This file defines how values are shown: by repr, long containers over several
// lines, very long ones cut.

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

const (
	maxItems = 100 // a container with more shows its first items and how many follow
	maxLines = 200 // of one value
	minWidth = 20
)

// A printer lays out one value.
type printer struct {
	t     *object.Thread
	width int
	left  int // lines
	open  map[starlark.Value]bool
}

// pretty returns the text that shows v on a screen of the given width.
func pretty(t *object.Thread, v starlark.Value, width int) (string, error) {
	p := &printer{t: t, width: max(width, minWidth), left: maxLines, open: make(map[starlark.Value]bool)}
	return p.value(v, 0)
}

// items returns the elements of a built-in container, at most maxItems of them,
// its brackets, and how many elements it has. A subclass shows itself by its own
// repr.
func items(v starlark.Value) (elems []starlark.Value, pairs []starlark.Tuple, open, end string, n int) {
	switch v := v.(type) {
	case *starlark.List:
		all := object.Elems(v)
		return all[:min(len(all), maxItems)], nil, "[", "]", len(all)
	case starlark.Tuple:
		end := ")"
		if len(v) == 1 {
			end = ",)"
		}
		return v[:min(len(v), maxItems)], nil, "(", end, len(v)
	case *starlark.Set:
		it := v.Iterate()
		defer it.Done()
		var e starlark.Value
		for len(elems) < maxItems && it.Next(&e) {
			elems = append(elems, e)
		}
		return elems, nil, "{", "}", v.Len()
	case *starlark.Dict:
		it := v.Iterate()
		defer it.Done()
		var k starlark.Value
		for len(pairs) < maxItems && it.Next(&k) {
			e, _, _ := v.Get(k)
			pairs = append(pairs, starlark.Tuple{k, e})
		}
		return nil, pairs, "{", "}", v.Len()
	}
	return nil, nil, "", "", 0
}

// value lays v out at the column. A value that fits on the rest of the line
// stays on it.
func (p *printer) value(v starlark.Value, column int) (string, error) {
	elems, pairs, open, end, n := items(v)
	if n == 0 {
		return object.Repr(p.t, v)
	}
	if n <= maxItems {
		s, err := object.Repr(p.t, v)
		if err != nil || p.fits(s, column) {
			return s, err
		}
	}
	if _, isTuple := v.(starlark.Tuple); !isTuple {
		if p.open[v] {
			return open + "..." + end, nil
		}
		p.open[v] = true
		defer delete(p.open, v)
	}
	if err := object.Enter(p.t, " while getting the repr of an object"); err != nil {
		return "", err
	}
	defer object.Leave(p.t)

	var texts []string
	shown := 0
	for i := 0; i < len(elems)+len(pairs) && p.left > 0; i++ {
		var s string
		var err error
		if pairs != nil {
			if s, err = p.pair(pairs[i], column+1); err != nil {
				return "", err
			}
		} else if s, err = p.value(elems[i], column+1); err != nil {
			return "", err
		}
		p.left -= strings.Count(s, "\n")
		texts = append(texts, s)
		shown++
	}
	return p.join(texts, open, end, column, n-shown), nil
}

func (p *printer) pair(kv starlark.Tuple, column int) (string, error) {
	k, err := object.Repr(p.t, kv[0])
	if err != nil {
		return "", err
	}
	v, err := p.value(kv[1], column+utf8.RuneCountInString(k)+2)
	return k + ": " + v, err
}

func (p *printer) fits(s string, column int) bool {
	return column+utf8.RuneCountInString(s) <= p.width && !strings.Contains(s, "\n")
}

// join puts the elements between the brackets: short ones as many to a line as
// fit, others one a line.
func (p *printer) join(texts []string, open, end string, column, more int) string {
	short := true
	for _, s := range texts {
		if len(s) > p.width/4 || strings.ContainsAny(s, "\n:") {
			short = false
			break
		}
	}
	pad := strings.Repeat(" ", column+1)
	var b strings.Builder
	b.WriteString(open)
	at := column + 1
	for i, s := range texts {
		if i < len(texts)-1 || more > 0 {
			s += ","
		}
		w := utf8.RuneCountInString(s)
		switch {
		case i == 0:
		case short && at+1+w <= p.width:
			b.WriteByte(' ')
			at++
		default:
			b.WriteString("\n" + pad)
			at = column + 1
			p.left--
		}
		b.WriteString(s)
		at += w
	}
	if more > 0 {
		b.WriteString(fmt.Sprintf("\n%s... %d more", pad, more))
		p.left--
	}
	b.WriteString(end)
	return b.String()
}
