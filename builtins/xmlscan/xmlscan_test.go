package xmlscan

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

var documents = []string{
	"<a/>", `<a x="1" y='2'>text<b/>tail &amp; &#65;</a>`, "<a><![CDATA[ <x> ]]></a>", "<?xml version='1.0'?>\n<!-- c --><a><?pi data?></a>",
	`<a xmlns="u" xmlns:p="v"><p:b p:k="1"/></a>`, `<!DOCTYPE a [<!ENTITY e "x<b/>y">]><a>&e;</a>`, "<a>grün €</a>", "<a", "<a></b>", "", "<a>&x;</a>", "<a b=1/>",
}

func scan(text string, step int) (string, error) {
	s := New()
	for len(text) > step {
		if err := s.Feed(text[:step], false); err != nil {
			return fmt.Sprint(s.Events), err
		}
		text = text[step:]
	}
	err := s.Feed(text, true)
	return joined(s.Events), err
}

// joined is the events as text, with what was cut by feeding joined.
func joined(events []Event) string {
	var b strings.Builder
	last := Doctype
	for _, e := range events {
		if e.Kind != Text || last != Text {
			fmt.Fprintf(&b, "|%d %s %v ", e.Kind, e.Name, e.Attrs)
		}
		b.WriteString(e.Data)
		last = e.Kind
	}
	return b.String()
}

// TestPieces feeds documents byte by byte: the events and the error are the same.
func TestPieces(t *testing.T) {
	for _, doc := range documents {
		want, wantErr := scan(doc, len(doc)+1)
		for _, step := range []int{1, 2, 3, 7} {
			got, err := scan(doc, step)
			if (err == nil) != (wantErr == nil) || err == nil && got != want {
				t.Errorf("%q by %d: %s %v, want %s %v", doc, step, got, err, want, wantErr)
			}
		}
	}
}

// TestExpansion holds entities that multiply to their bound.
func TestExpansion(t *testing.T) {
	doc := `<!DOCTYPE a [<!ENTITY e0 "0123456789">`
	for i := range 12 {
		doc += fmt.Sprintf(`<!ENTITY e%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&e%d;", i), 10))
	}
	doc += "]><a>&e12;</a>"
	s := New()
	err := s.Feed(doc, true)
	var e *Error
	if !errors.As(err, &e) || e.Code != errExpansion {
		t.Fatal(err)
	}
}

func FuzzScan(f *testing.F) {
	for _, doc := range documents {
		f.Add(doc, 3)
	}
	f.Fuzz(func(t *testing.T, doc string, step int) {
		whole, err := scan(doc, len(doc)+1)
		pieces, pieceErr := scan(doc, max(step%64, 1))
		if err == nil && (pieceErr != nil || whole != pieces) {
			t.Fatalf("%q: %s, in pieces %s %v", doc, whole, pieces, pieceErr)
		}
	})
}
