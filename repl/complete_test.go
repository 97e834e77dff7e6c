package repl

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"starpool/host"
)

func TestComplete(t *testing.T) {
	in, err := host.New(host.WithAll())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	s := newSession(context.Background(), in, &out, &out, newTheme(false))
	for _, cell := range []string{"import math", "colour = 'red'", "class A:\n    size = 1\n    _hidden = 2", "a = A()",
		"def paint(what, colour='red', *, coats=1): pass"} {
		if err := s.feed(cell+"\n", false); err != nil || out.Len() > 0 {
			t.Fatal(err, out.String())
		}
	}
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "data.csv"), nil, 0o600)
	os.Mkdir(filepath.Join(dir, "dates"), 0o700)
	t.Chdir(dir)
	for _, c := range []struct {
		text, has, hasNot, sig string
	}{
		{text: "col", has: "colour", hasNot: "class"},
		{text: "Thr", has: "ThreadPoolExecutor"},
		{text: "whi", has: "while"},
		{text: "math.sq", has: "sqrt"},
		{text: "a.", has: "size", hasNot: "_hidden"},
		{text: "a._h", has: "_hidden"},
		{text: "colour.up", has: "upper"},
		{text: "import ma", has: "math"},
		{text: "import concurrent.fu", has: "futures"},
		{text: "from math import fl", has: "floor"},
		{text: "paint(1, co", has: "coats=", sig: "paint(what, colour='red', *, coats=1)"},
		{text: "print(1, ", has: "sep=", sig: "print("},
		{text: "open('da", has: "data.csv"},
		{text: "open('da", has: "dates/"},
		{text: "%ti", has: "timeit "},
		{text: "%run da", has: "data.csv"},
		{text: "nothing.", hasNot: "upper"},
	} {
		words, start, sig := s.complete(c.text)
		var fit []string
		for _, w := range words {
			if strings.HasPrefix(w, c.text[start:]) {
				fit = append(fit, w)
			}
		}
		if c.has != "" && !slices.Contains(fit, c.has) || slices.Contains(fit, c.hasNot) || !strings.HasPrefix(sig, c.sig) {
			t.Errorf("%q: %q, signature %q", c.text, fit, sig)
		}
	}
}
