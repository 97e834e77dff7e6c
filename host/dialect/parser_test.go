package dialect

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// TestTrees compares trees with what Python's ast.dump printed for the same
// programs (testdata/record.py).
func TestTrees(t *testing.T) {
	data, err := os.ReadFile("testdata/trees.txt")
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq("\n"+string(data), "\n===") {
		head, rest, _ := strings.Cut(part, "\n")
		src, want, ok := strings.Cut(rest, "\n--- ")
		if !ok {
			continue
		}
		m, err := Parse("x.py", []byte(src+"\n"), File)
		if err != nil {
			t.Errorf("%s\n%v", src, err)
			continue
		}
		got := Dump(m, strings.Contains(head, "attributes"))
		if want = strings.TrimSpace(want); got != want {
			i := 0
			for i < len(got) && i < len(want) && got[i] == want[i] {
				i++
			}
			from := max(0, i-60)
			t.Errorf("source:\n%s\ngot:  …%s\nwant: …%s", src, got[from:min(len(got), i+80)], want[from:min(len(want), i+80)])
		}
	}
}

// TestLineEndings checks that the ways to write the same program give the
// same tree.
func TestLineEndings(t *testing.T) {
	const src = "#!/usr/bin/env python\nif a:\n    b = '''x\ny'''\n\n    c\nelse:\n    d\n"
	want := dumpSource(t, src)
	for _, variant := range []string{
		strings.ReplaceAll(src, "\n", "\r\n"),
		strings.ReplaceAll(src, "\n", "\r"),
		"\xef\xbb\xbf" + src,
		strings.TrimSuffix(src, "\n"),
		src + "\n\n# end",
		src + "    # end",
		src + "\f",
	} {
		if got := dumpSource(t, variant); got != want {
			t.Errorf("%q:\ngot  %s\nwant %s", variant, got, want)
		}
	}
	latin := dumpSource(t, "# -*- coding: latin-1 -*-\nx = '\xe9'\n")
	if want := dumpSource(t, "#\nx = 'é'\n"); latin != want {
		t.Errorf("latin-1: got %s", latin)
	}
}

func dumpSource(t *testing.T, src string) string {
	t.Helper()
	m, err := Parse("x.py", []byte(src), File)
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	return Dump(m, true)
}

func TestModes(t *testing.T) {
	for _, c := range []struct {
		mode Mode
		src  string
		want string // the dump, or the error
	}{
		{Eval, "a + 1", "Module(body=[Expr(value=BinOp(left=Name(id='a', ctx=Load()), op=Add(), right=Constant(value=1)))])"},
		{Eval, "  a  \n\n", "IndentationError 1:2-1:3 unexpected indent"},
		{Eval, "a, b\n\n", "Module(body=[Expr(value=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()))])"},
		{Eval, "a = 1", "SyntaxError 1:3-1:4 invalid syntax"},
		{Eval, "", "SyntaxError 1:0-1:1 invalid syntax"},
		{Eval, "a\nb", "SyntaxError 2:1-2:2 invalid syntax"},
		{Single, "a\n", "Module(body=[Expr(value=Name(id='a', ctx=Load()))])"},
		{Single, "a; b\n", "Module(body=[Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))])"},
		{Single, "a\nb\n", "SyntaxError 1:1-1:2 multiple statements found while compiling a single statement"},
		{Single, "if a:\n    b\n\n", "Module(body=[If(test=Name(id='a', ctx=Load()), body=[Expr(value=Name(id='b', ctx=Load()))])])"},
		{Single, "\n# only a comment\n", "Module()"},
		{File, "", "Module()"},
	} {
		m, err := Parse("x.py", []byte(c.src), c.mode)
		got := ""
		if err != nil {
			got = describe(err)
		} else {
			got = Dump(m, false)
		}
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.src, got, c.want)
		}
	}
}

func TestIncompleteInput(t *testing.T) {
	for _, c := range []struct {
		src  string
		more bool
	}{
		{"a", false},
		{"a = (1,", true},
		{"f(a,\n  [b", true},
		{"x = '''abc", true},
		{"x = '''abc\ndef\n", true},
		{"x = f'''{a", true},
		{"x = 'abc", false},
		{"x = 'abc\\", true},
		{"if a:", true},
		{"if a:\n    b", true},
		{"if a:\n    b\n", true},
		{"if a:\n    b\n\n", false},
		{"if a:\n    b\n\nelse:", true},
		{"if a: b", true},
		{"if a: b\n\n", false},
		{"try:\n    a\n", true},
		{"try:\n    a\nexcept B:\n    c\n\n", false},
		{"@d", true},
		{"@d\ndef f():\n", true},
		{"def f(", true},
		{"class A:\n    def f(self):\n", true},
		{"match a:\n", true},
		{"match a:\n    case 1:\n", true},
		{"x = 1 + \\", true},
		{"x = 1 +", false},
		{"x y", false},
		{"(a b", false},
		{")", false},
		{"if a\n", false},
		{"for x in y: pass\n\n", false},
		{"# comment", false},
		{"", false},
	} {
		_, err := Parse("<stdin>", []byte(c.src), Single)
		if got := IncompleteInput(err); got != c.more {
			t.Errorf("%q: incomplete = %v, want %v (%v)", c.src, got, c.more, err)
		}
	}
}

// TestDepth checks that deep programs are refused in time, and those a little
// less deep pass, with everything that recurses over the tree.
func TestDepth(t *testing.T) {
	deep := func(n int) map[string]string {
		return map[string]string{
			"sum":        strings.Repeat("1+", n) + "1",
			"power":      strings.Repeat("1**", n) + "1",
			"attribute":  "a" + strings.Repeat(".b", n),
			"call":       "a" + strings.Repeat("()", n),
			"minus":      strings.Repeat("-", n) + "1",
			"not":        strings.Repeat("not ", n) + "1",
			"if":         strings.Repeat("a if b else ", n) + "c",
			"lambda":     strings.Repeat("lambda:", n) + "1",
			"elif":       "if a: pass\n" + strings.Repeat("elif a: pass\n", n),
			"pattern":    "match x:\n case a" + strings.Repeat(".b", n) + ": pass",
			"left sum":   strings.Repeat("(", 99) + "1" + strings.Repeat(strings.Repeat("+1", n/100)+")", 99),
			"annotation": "x: " + strings.Repeat("-", n) + "1",
		}
	}
	for name, src := range deep(maxDepth / 3) {
		m, err := Parse("x.py", []byte(src+"\n"), File)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		Inspect(m, func(Node) bool { return true })
		Dump(m, true)
	}
	for name, src := range deep(200_000) {
		_, err := Parse("x.py", []byte(src+"\n"), File)
		if err == nil || !strings.Contains(err.Error(), "too deeply nested") && !strings.Contains(err.Error(), "too many") {
			t.Errorf("%s: got error %v", name, err)
		}
	}
	for _, c := range []struct{ src, want string }{
		{strings.Repeat("(", 201), "too many nested parentheses"},
		{strings.Repeat("f'{", 200) + "1", "too many nested f-strings"},
		{indented(101), "too many levels of indentation"},
		{strings.Repeat("1", 4301), "Exceeds the limit (4300 digits) for integer string conversion"},
	} {
		_, err := Parse("x.py", []byte(c.src), File)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	for _, src := range []string{strings.Repeat("(", 200) + "1" + strings.Repeat(")", 200), indented(99)} {
		if _, err := Parse("x.py", []byte(src), File); err != nil {
			t.Error(err)
		}
	}
}

func indented(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%sif a:\n", strings.Repeat(" ", i))
	}
	return b.String() + strings.Repeat(" ", n) + "pass\n"
}

// TestLinear checks that broken programs which invite backtracking are
// refused in a time that grows with their length only.
func TestLinear(t *testing.T) {
	r := strings.Repeat
	for _, src := range []string{
		r("(", 199) + "a b" + r(")", 199),
		r("a[", 199) + "a b" + r("]", 199),
		r("print [", 199) + "a +" + r("]", 199),
		r("{1:2, ", 99) + r("{a ", 99),
		r("{1:2,{", 99) + r("}}", 99),
		r("f(a=1,", 199) + r(")", 199) + " x",
		r("[x, ", 190) + "1" + r(" for x in y]", 190) + " x",
		"with " + r("(", 190) + "a" + r(")", 190) + " as x",
		r("f'{", 140) + "a b" + r("}'", 140),
		r("a, ", 100_000) + "b c = 1",
		"{" + r("1:2,", 100_000) + "3 4}",
		r("x 'a' ", 100_000),
		"import a" + r(".a", 100_000),
		"'" + r("é\\x41", 100_000) + "\\x'",
		"match x:\n case A(" + r("a=1,", 50_000),
	} {
		start := time.Now()
		Parse("x.py", []byte(src), File)
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%.40s…: %v", src, d)
		}
	}
}

// TestPositions checks places that ast.dump does not show.
func TestPositions(t *testing.T) {
	const src = "x = é.b[c](d) + e < f\n"
	m, err := Parse("x.py", []byte(src), File)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	Inspect(m, func(n Node) bool {
		switch n := n.(type) {
		case *Attribute:
			got = append(got, fmt.Sprint("attr ", n.AttrPos))
		case *Subscript:
			got = append(got, fmt.Sprint("[ ", n.Lbrack))
		case *Call:
			got = append(got, fmt.Sprint("( ", n.Lparen))
		case *BinOp:
			got = append(got, fmt.Sprint("+ ", n.OpPos))
		case *Compare:
			got = append(got, fmt.Sprint("< ", n.OpPos[0]))
		}
		return true
	})
	want := "[< {1 19} + {1 15} ( {1 11} [ {1 8} attr {1 7}]"
	if fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

func TestParenthesised(t *testing.T) {
	for src, want := range map[string]bool{
		"a": false, "(a)": true, "((a))": true, "(a, b)": true, "a, b": false, "(a for b in c)": true,
		"f(a for b in c)": false, "(yield_)": true, "(a) + b": false, "[a]": false, "()": true,
	} {
		m, err := Parse("x.py", []byte(src), Eval)
		if err != nil {
			t.Fatal(err)
		}
		if got := Parenthesised(m.Body[0].(*ExprStmt).Value); got != want {
			t.Errorf("%s: got %v", src, got)
		}
	}
}

func TestDebugText(t *testing.T) {
	m, err := Parse("x.py", []byte("f'''{ a # c\n + b = !r}'''"), Eval)
	if err != nil {
		t.Fatal(err)
	}
	v := m.Body[0].(*ExprStmt).Value.(*JoinedStr).Values[1].(*FormattedValue)
	if want := " a \n + b = "; v.Debug != want || v.Conversion != 'r' {
		t.Errorf("got %q, want %q", v.Debug, want)
	}
}

func ExampleParse() {
	m, err := Parse("hello.py", []byte("print('hello')\n"), File)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(Dump(m, false))
	// Output:
	// Module(body=[Expr(value=Call(func=Name(id='print', ctx=Load()), args=[Constant(value='hello')]))])
}

func ExampleSyntaxError_Format() {
	_, err := Parse("hello.py", []byte("if x = 1:\n    pass\n"), File)
	fmt.Print(AsSyntaxError(err).Format())
	// Output:
	//   File "hello.py", line 1
	//     if x = 1:
	//        ^^^^^
	// SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
}
