package host_test

// This file defines the fuzz targets: a program that is valid in both dialects
// means the same in both, and no program takes the host down.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

// FuzzDialectsAgree makes a program of the common subset from a seed, runs it in
// both dialects and compares what it prints, or that it fails in both.
func FuzzDialectsAgree(f *testing.F) {
	for seed := range uint64(40) {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		src := newGenerator(seed).program()
		python, perr := runDialect(t, src, host.Python)
		star, serr := runDialect(t, src, host.Starlark)
		if python != star {
			t.Errorf("printed different things %s\n%s", firstDifference(python, star), src)
		}
		if (perr == nil) != (serr == nil) {
			t.Errorf("python: %v\nstarlark: %v\n%s", perr, serr, src)
		}
	})
}

func runDialect(t *testing.T, src string, d host.Dialect) (string, error) {
	var out bytes.Buffer
	in, err := host.New(host.WithDialect(d), host.WithStdin(strings.NewReader("")), host.WithStdout(&out), host.WithStderr(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	err = in.Run(ctx, "program", []byte(src))
	if errors.Is(err, context.DeadlineExceeded) {
		t.Skip("takes too long")
	}
	return out.String(), err
}

// A generator writes programs whose variables have known types, so that most run
// without errors. It leaves out what the dialects document as different: the
// types' names, iteration over strings, quotes in repr, bool arithmetic, the
// order of mixed comparisons, recursion, non-ASCII text.
type generator struct {
	r     *rand.Rand
	b     strings.Builder
	vars  map[byte][]string // names by type: i(nt), s(tring), l(ist of int), d(ict str→int)
	names int
	loops int
}

func newGenerator(seed uint64) *generator {
	return &generator{r: rand.New(rand.NewPCG(seed, seed^0x9e3779b97f4a7c15)), vars: map[byte][]string{}}
}

func (g *generator) one(choices ...string) string { return choices[g.r.IntN(len(choices))] }

func (g *generator) line(indent int, format string, args ...any) {
	g.b.WriteString(strings.Repeat("    ", indent))
	fmt.Fprintf(&g.b, format, args...)
	g.b.WriteByte('\n')
}

func (g *generator) program() string {
	for n := range 2 + g.r.IntN(3) {
		g.function(fmt.Sprintf("f%d", n))
		g.line(0, "print(f%d(%d, %q))\n", n, g.r.IntN(20), g.one("", "a", "hello", "x y z"))
	}
	return g.b.String()
}

func (g *generator) function(name string) {
	g.vars = map[byte][]string{'i': {"i0"}, 's': {"s0"}}
	g.names, g.loops = 0, 0
	g.line(0, "def %s(i0, s0):", name)
	for range 4 + g.r.IntN(6) {
		g.statement(1, 0)
	}
	for _, kind := range []byte("isld") {
		for _, v := range g.vars[kind] {
			g.line(1, "print(%q, %s)", v, g.shown(kind, v))
		}
	}
	g.line(1, "return %s", g.expr('i', 2))
}

// shown is how a value is printed: strings as they are, also inside lists.
func (g *generator) shown(kind byte, v string) string {
	if kind == 'd' {
		return "sorted(" + v + ".values()), len(" + v + "), \",\".join(sorted(" + v + ".keys()))"
	}
	return v
}

func (g *generator) assign(indent int, kind byte) {
	e := g.expr(kind, 3)
	name := ""
	if names := g.vars[kind]; len(names) > 0 && g.r.IntN(2) == 0 {
		name = names[g.r.IntN(len(names))]
	} else {
		name = fmt.Sprintf("%c%d", kind, g.names+1)
		g.names++
		if indent == 1 { // a name of a branch may be unbound after it
			defer func() { g.vars[kind] = append(g.vars[kind], name) }()
		}
	}
	g.line(indent, "%s = %s", name, e)
}

func (g *generator) statement(indent, depth int) {
	switch n := g.r.IntN(12); {
	case n < 4 || depth > 2:
		g.assign(indent, "iisld"[g.r.IntN(5)])
	case n == 4:
		g.line(indent, "print(%s, %s)", g.expr('i', 3), g.expr('s', 2))
	case n == 5:
		g.line(indent, "if %s:", g.cond(2))
		g.statement(indent+1, depth+1)
		g.line(indent, "elif %s:", g.cond(1))
		g.statement(indent+1, depth+1)
		g.line(indent, "else:")
		g.statement(indent+1, depth+1)
	case n == 6:
		g.loops++
		v := fmt.Sprintf("k%d", g.loops)
		g.line(indent, "for %s in %s:", v, g.one("range("+fmt.Sprint(g.r.IntN(6))+")", "list("+g.expr('l', 1)+")"))
		g.line(indent+1, "if %s > %d:", v, g.r.IntN(9))
		g.line(indent+2, "%s", g.one("break", "continue", "pass"))
		g.statement(indent+1, depth+1)
		g.line(indent+1, "print(%q, %s)", v, v)
	case n == 7 && len(g.vars['l']) > 0:
		g.line(indent, "%s.%s", g.pick('l'), g.one("append("+g.expr('i', 1)+")", "extend(list("+g.expr('l', 1)+"))", "insert(0, "+g.expr('i', 1)+")"))
	case n == 8 && len(g.vars['d']) > 0:
		g.line(indent, "%s[%s] = %s", g.pick('d'), g.expr('s', 1), g.expr('i', 1))
	case n == 9 && len(g.vars['i']) > 0:
		g.line(indent, "%s %s= %s", g.pick('i'), g.one("+", "-", "*"), g.one("1", "2", "3", g.expr('i', 1)))
	case n == 10:
		g.line(indent, "print([%s for x in %s if %s], [x for x, y in %s.items() if y > 1] == [])", g.one("x * 2", "x + 1", "-x"), g.expr('l', 1), g.one("x > 1", "x % 2 == 0", "True"), g.expr('d', 1))
	default:
		g.line(indent, "a%[1]d, b%[1]d = %[2]s, %[3]s", g.names, g.expr('i', 2), g.expr('s', 1))
		g.line(indent, "print(b%[1]d, a%[1]d)", g.names)
	}
}

func (g *generator) pick(kind byte) string {
	names := g.vars[kind]
	if len(names) == 0 {
		return g.expr(kind, 0)
	}
	return names[g.r.IntN(len(names))]
}

func (g *generator) cond(depth int) string {
	switch g.r.IntN(6) {
	case 0:
		return g.expr('i', depth) + g.one(" < ", " <= ", " == ", " != ", " > ") + g.expr('i', depth)
	case 1:
		return g.expr('s', depth) + g.one(" < ", " == ", " != ", " in ", " not in ") + g.expr('s', depth)
	case 2:
		return "not " + g.expr('l', depth)
	case 3:
		return "(" + g.expr('i', depth) + g.one(" and ", " or ") + g.expr('s', depth) + ")"
	case 4:
		return g.expr('i', depth) + g.one(" in ", " not in ") + g.expr('l', depth)
	}
	return g.expr('l', depth) + " == " + g.expr('l', depth)
}

// expr writes an expression of the type, in parentheses where it needs them.
func (g *generator) expr(kind byte, depth int) string {
	if depth <= 0 || g.r.IntN(4) == 0 {
		if names := g.vars[kind]; len(names) > 0 && g.r.IntN(3) > 0 {
			return names[g.r.IntN(len(names))]
		}
		switch kind {
		case 'i':
			return g.one("0", "1", "2", "7", "-3", "100", "2147483648", "-9223372036854775809", "0x1f")
		case 's':
			return g.one(`""`, `"a"`, `"abc"`, `"b c"`, `"%d"`, `"A,b"`)
		case 'l':
			return g.one("[]", "[1]", "[3, 1, 2]", "[0, 0]", "list(range(4))")
		}
		return g.one("{}", `{"a": 1}`, `{"b": 2, "a": 3}`)
	}
	e := func(kind byte) string { return g.expr(kind, depth-1) }
	switch kind {
	case 'i':
		return g.one(
			"("+e('i')+g.one(" + ", " - ", " * ", " // ", " % ", " & ", " | ", " ^ ")+e('i')+")",
			"("+e('i')+g.one(" + ", " - ", " * ")+e('i')+")", "(-"+e('i')+")", "(~"+e('i')+")",
			"("+e('i')+" << "+g.one("0", "1", "5", "33")+")", "("+e('i')+" >> "+g.one("0", "1", "40")+")",
			"len("+e('s')+")", "len("+e('l')+")", "len("+e('d')+")", "max("+e('i')+", "+e('i')+")", "min([0] + "+e('l')+")", "abs("+e('i')+")",
			"int("+g.one(`"12"`, `"-7"`, `"ff", 16`, "3.9")+")", "("+e('i')+" if "+g.cond(depth-1)+" else "+e('i')+")",
			e('d')+".get("+e('s')+", "+e('i')+")", e('s')+".find("+e('s')+")", e('s')+".count("+g.one(`"a"`, `" "`)+")",
			"(lambda x, y = 2: x * y)("+e('i')+")", "([5] + "+e('l')+")[0]", e('l')+g.one("[0]", "[-1]"))
	case 's':
		return g.one(
			"("+e('s')+" + "+e('s')+")", "("+e('s')+" * "+g.one("0", "1", "3")+")", "str("+e('i')+")", e('s')+g.one(".upper()", ".lower()", ".strip()", ".title()", ".capitalize()"),
			e('s')+"["+g.one(":2", "1:", "::-1", "-2:", ":")+"]", `("%d-%s" % (`+e('i')+", "+e('s')+"))", `"{}|{}".format(`+e('s')+", "+e('i')+")",
			`",".join([str(x) for x in `+e('l')+"])", e('s')+`.replace("a", `+e('s')+")", "("+e('s')+" or "+e('s')+")", "str("+e('l')+")")
	case 'l':
		return g.one(
			"("+e('l')+" + "+e('l')+")", "("+e('l')+" * "+g.one("0", "2")+")", "sorted("+e('l')+")", "sorted("+e('l')+", reverse = True)", "list(reversed("+e('l')+"))",
			"[x + "+e('i')+" for x in "+e('l')+"]", "["+e('i')+", "+e('i')+"]", e('l')+"["+g.one(":2", "1:", "::-1", "::2", "-2:")+"]", "[len(x) for x in "+e('s')+`.split(",")]`,
			"[x + i for i, x in enumerate("+e('l')+")]", "[x - y for x, y in zip("+e('l')+", "+e('l')+")]", "list("+e('d')+".values())")
	}
	return g.one(
		"{"+e('s')+": "+e('i')+"}", "dict([(str(x), x) for x in "+e('l')+"])", "{str(x): x * 2 for x in "+e('l')+"}", "dict("+e('d')+", z = "+e('i')+")", "("+e('d')+" | "+e('d')+")")
}

// FuzzProgramsNeverPanic runs whole programs: whatever they are, the host gets an
// error or none, in time.
func FuzzProgramsNeverPanic(f *testing.F) {
	for _, s := range []string{
		"", "print(1)", "def f(): return f()\nf()", "class A:\n  def __repr__(self): return repr(self)\nprint(A())",
		"try:\n  raise ValueError from KeyError\nfinally:\n  x", "with ThreadPoolExecutor(2) as e:\n  print(list(e.map(str, [1, 2])))",
		"def g():\n  yield from g()\nlist(g())", "x = [1]\nx.append(x)\nprint(x)", "match [1, 2]:\n  case [a, *b]: print(a, b)", "while 1: pass",
		"f'{1:{2}}' % 3", "lambda *a, **k: (yield)", "async def f(): await f()", "del x, y[0], z.a", "global x\nx = 1", "import sys\nsys.exit(3)",
		"from concurrent.futures import *\nf = Future()\nf.set_result(1)\nprint(f.result(), f)", "exec('x = 1'); eval('x')", "type('A', (), {})().x",
		"print(*map(lambda x: x ** 2, range(5)), sep=',')", "x: int = 'a'\nprint(__annotations__)", "\xff", "\x00", "# coding: latin-1\nx = '\xff'",
		"import threading\nt = threading.Thread(target=print)\nt.start()", "raise SystemExit(1 << 70)", "raise KeyboardInterrupt", "s = {1, 2} | {3}\nprint(s)",
	} {
		f.Add(s)
	}
	// Fuzzing must not touch the machine.
	f.Fuzz(func(t *testing.T, src string) {
		for _, word := range []string{"open", "os", "exec", "eval", "import", "__", "load", "Process", "**", "<<", "99"} {
			if strings.Contains(src, word) && !strings.HasPrefix(t.Name(), "FuzzProgramsNeverPanic/seed") {
				t.Skip("reaches outside, or asks for too much")
			}
		}
		in, err := host.New(host.WithStdin(strings.NewReader("")), host.WithStdout(io.Discard), host.WithStderr(io.Discard))
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		err = in.Run(ctx, "program", []byte(src))
		var e *host.Error
		if errors.As(err, &e) && e.Class == "SystemError" && strings.Contains(e.Message, "panic in a built-in") {
			t.Errorf("%v\n%s", e, e.Traceback)
		}
	})
}
