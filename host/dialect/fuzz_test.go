package dialect

import (
	"os"
	"strings"
	"testing"
)

// FuzzParse checks that no bytes make the parser panic, hang or overflow, and
// that what it returns is consistent.
func FuzzParse(f *testing.F) {
	for _, name := range []string{"testdata/errors.txt", "testdata/trees.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for part := range strings.SplitSeq("\n"+string(data), "\n===") {
			_, src, _ := strings.Cut(part, "\n")
			src, _, _ = strings.Cut(src, "\n--- ")
			f.Add([]byte(src), uint8(File))
		}
	}
	f.Add([]byte("# coding: latin-1\n\xe9 = 1"), uint8(Single))
	f.Add([]byte("\xef\xbb\xbf\xff\x00"), uint8(Eval))
	f.Fuzz(func(t *testing.T, src []byte, mode uint8) {
		m, err := Parse("fuzz.py", src, Mode(mode%3))
		if err != nil {
			e := AsSyntaxError(err)
			if e == nil {
				t.Fatalf("error of type %T", err)
			}
			if m != nil || e.Msg == "" || e.Line < 0 || e.Col < 0 || e.EndLine < e.Line {
				t.Fatalf("odd error %#v", e)
			}
			e.Format()
			return
		}
		checkRanges(t, m)
		Dump(m, true)
	})
}

// checkRanges checks that every node has a range, that children lie inside
// their parents, and that targets and values are where they should be.
func checkRanges(t *testing.T, m *Module) {
	var stack []Node
	Inspect(m, func(n Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		r := n.Span()
		if r.Pos.IsValid() && r.End.Before(r.Pos) {
			t.Fatalf("%T ends before it begins: %v", n, r)
		}
		if len(stack) > 0 {
			checkInside(t, stack[len(stack)-1], n)
		}
		stack = append(stack, n)
		return true
	})
}

func checkInside(t *testing.T, parent, n Node) {
	switch parent.(type) {
	case *Module, *FunctionDef, *ClassDef, *Arguments, *JoinedStr, *FormattedValue:
		return // decorators stand before, texts in f-strings at places of their own
	}
	p, r := parent.Span(), n.Span()
	if args, ok := n.(*Arguments); ok && !args.Pos.IsValid() {
		return
	}
	if !r.Pos.IsValid() || r.Pos.Before(p.Pos) || p.End.Before(r.End) {
		t.Fatalf("%T %v is not inside %T %v", n, r, parent, p)
	}
}
