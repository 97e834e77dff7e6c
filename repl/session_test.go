package repl

// This file tests the session without a terminal: lines from a reader, output to a
// buffer.

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

// talk types lines at a session and returns all that is shown, without prompts.
func talk(t *testing.T, lines ...string) string {
	t.Helper()
	out, err := talkErr(t, nil, lines...)
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return out
}

var prompts = regexp.MustCompile(`(?m)^((>>>|\.\.\.) ?)+`)

func talkErr(t *testing.T, opts []Option, lines ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	in, err := host.New(host.WithAll(), host.WithStdin(strings.NewReader(strings.Join(lines, "\n")+"\n")), host.WithStdout(&out), host.WithStderr(&out))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	err = Run(ctx, in, opts...)
	return strings.TrimSuffix(prompts.ReplaceAllString(out.String(), ""), "\n"), err
}

func TestCells(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"a value", []string{"1 + 1"}, "2\n"},
		{"None is not shown", []string{"None", "x = 3", "x"}, "3\n"},
		{"the last value", []string{"40", "_ + 2", "None", "_"}, "40\n42\n42\n"},
		{"a function sees the last value as it is", []string{"def f(): return _", "", "1", "f()", "'x'", "f()"}, "1\n1\n'x'\n'x'\n"},
		{"live globals", []string{"x = 1", "def f(): return x", "", "x = 2", "f()"}, "2\n"},
		{"a global that comes later", []string{"def f():", "    return later()", "", "def later():", "    return 'now'", "", "f()"}, "'now'\n"},
		{"redefining", []string{"def g(): return 1", "", "def f(): return g()", "", "f()", "def g(): return 2", "", "f()"}, "1\n2\n"},
		{"global", []string{"n = 0", "def up():", "    global n", "    n += 1", "", "up(); up()", "n"}, "2\n"},
		{"brackets", []string{"[1,", "", "2]"}, "[1, 2]\n"},
		{"triple quotes", []string{"s = '''a", "", "  b'''", "s"}, "'a\\n\\n  b'\n"},
		{"a backslash", []string{"1 + \\", "2"}, "3\n"},
		{"a block in a block", []string{"for i in range(2):", "    if i:", "        print(i)", ""}, "1\n"},
		{"spaces end a block", []string{"if True:", "    1", "    ", "2"}, "1\n2\n"},
		{"a decorator", []string{"@staticmethod", "def f(): return 5", "", "f()"}, "5\n"},
		{"a lone try", []string{"try:", "    1/0", "except ZeroDivisionError:", "    print('caught')", ""}, "caught\n"},
		{"a class", []string{"class A:", "    def __repr__(self): return 'an A'", "", "A()"}, "an A\n"},
		{"with, import, generators", []string{"import contextlib", "@contextlib.contextmanager", "def c():", "    yield 'in'", "", "with c() as v: print(v)", "",
			"def g():", "    yield 1", "    yield 2", "", "list(g())"}, "in\n[1, 2]\n"},
		{"a comment", []string{"# nothing", "3  # three"}, "3\n"},
		{"del", []string{"x = 1", "del x", "'x' in globals()"}, "False\n"},
		{"several statements", []string{"a = 1; a; a + 1"}, "1\n2\n"},
		{"values in a loop", []string{"for i in range(2): i", ""}, "0\n1\n"},
		{"input reads the next line", []string{"name = input('? ')", "Ann", "name"}, "? >>> 'Ann'\n"},
		{"threads", []string{"def sq(n): return n * n", "", "with ThreadPoolExecutor(2) as ex: print(list(ex.map(sq, range(4))))", ""}, "[0, 1, 4, 9]\n"},
		{"interpreters", []string{"k = 3", "def mul(n): return n * k", "",
			"with InterpreterPoolExecutor(2) as ex: print(list(ex.map(mul, range(4))))", ""}, "[0, 3, 6, 9]\n"},
		{"names are there", []string{"__name__", "dir()[0]", "vars()['__name__']"}, "'__main__'\n'__doc__'\n'__main__'\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := talk(t, c.lines...); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestErrorsShowTheCellsOwnLines(t *testing.T) {
	got := talk(t, "def f(x):", "    return 1 / x", "", "f(0)", "'alive'", "x = = 1", "if True:", "")
	for _, want := range []string{
		"Traceback (most recent call last):\n  File \"<stdin-2>\", line 1, in <module>\n    f(0)\n",
		"  File \"<stdin-1>\", line 2, in f\n    return 1 / x\n           ~~^~~\nZeroDivisionError: division by zero\n",
		"'alive'\n",
		"    x = = 1\n        ^\nSyntaxError: invalid syntax\n",
		"IndentationError: expected an indented block after 'if' statement on line 1\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestSystemExitLeaves(t *testing.T) {
	out, err := talkErr(t, nil, "import sys", "sys.exit(3)", "print('not here')")
	var exit *host.ExitError
	if !errors.As(err, &exit) || exit.Code != 3 || strings.Contains(out, "not here") {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestLeavingWaitsForTasks(t *testing.T) {
	got := talk(t, "import time", "def slow():", "    time.sleep(0.2)", "    print('finished')", "", "ex = ThreadPoolExecutor(1)", "f = ex.submit(slow)")
	if !strings.Contains(got, "waiting for slow") || !strings.HasSuffix(got, "finished") {
		t.Error(got)
	}
}

func TestLeavingWaitsForThreads(t *testing.T) {
	got := talk(t, "import threading, time", "threading.Thread(target=time.sleep, args=(0.2,), name='napper').start()",
		"threading.Thread(target=time.sleep, args=(60,), daemon=True, name='idler').start()")
	if !strings.Contains(got, "waiting for napper (") {
		t.Error(got)
	}
}

func TestLongContainers(t *testing.T) {
	got := talk(t, "list(range(1000))", "{i: 'word' * i for i in range(8)}", "list(range(5))", "a = [1] * 60", "a.append(a)", "a")
	for _, want := range []string{
		"[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,\n 22,",
		"98, 99,\n ... 900 more]\n",
		"{0: '',\n 1: 'word',\n",
		"[0, 1, 2, 3, 4]\n",
		"1, [...]]\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, l := range strings.Split(got, "\n") {
		if len(l) > 80 {
			t.Errorf("%d columns: %s", len(l), l)
		}
	}
}

func TestCommands(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "mod.py")
	if err := os.WriteFile(file, []byte("y = 7\nprint('ran', __file__[-6:])\ny\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		lines []string
		want  string // a regular expression
	}{
		{"time", []string{"%time sum(range(10))"}, `^45\ntook \d.*s\n$`},
		{"timeit", []string{"%timeit 1 + 1"}, `^\d.*s a loop \(\d+ loops\)\n$`},
		{"timeit fails", []string{"%timeit nope", "1"}, `NameError: name 'nope' is not defined.*\n1\n$`},
		{"run", []string{"%run " + file, "y"}, `^ran mod.py\n7\n$`},
		{"run nothing", []string{"%run nowhere.py"}, `there is no such file`},
		{"load", []string{"%load " + file}, `ran`},
		{"history", []string{"x = 1", "def f():", "    pass", "", "%history 2"}, `    2  def f\(\):\n           pass\n    3  %history 2\n$`},
		{"reset", []string{"x = 1", "%reset", "x"}, `NameError: name 'x' is not defined`},
		{"who", []string{"x = 1", "s = 'a'", "%who"}, `^  x +int +1\n  s +str +'a'\n$`},
		{"help", []string{"%help"}, `%pools .*\n`},
		{"unknown", []string{"%nope"}, `there is no command %nope`},
		{"no pools", []string{"%pools"}, `^no live executors\n$`},
		{"what", []string{"def f(a, b=1, *c, d, **e):", "    '''Does it.'''", "", "f?"},
			`Signature: f\(a, b=1, \*c, d, \*\*e\)\nType: +function\nFile: +<stdin-1>:1\nDoc: +Does it\.\n`},
		{"what of a value", []string{"x = 12", "?x"}, `Value: +12\nType: +int\n`},
		{"what of a class", []string{"class A:", "    def __init__(self, n): pass", "", "A?"}, `Signature: A\(n\)\n`},
		{"what of a method", []string{"'a'.join?", "s = ''", "s.join?"}, `Signature: join\(iterable, /\)\n`},
		{"what of nothing", []string{"nope?"}, `NameError: name 'nope' is not defined`},
		{"help()", []string{"def f():", "    'Docs.'", "", "help(f)"}, `Help on function f:\n\nf\(\)\n    Docs\.`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := talk(t, c.lines...); !regexp.MustCompile(c.want).MatchString(got) {
				t.Errorf("got  %q\nwant %s", got, c.want)
			}
		})
	}
}

func TestPools(t *testing.T) {
	got := talk(t, "import threading", "gate = threading.Event()", "ex = ThreadPoolExecutor(2, 'crawl')", "def fetch(): gate.wait()", "",
		"def page(): return f.result()", "", "f = ex.submit(fetch)", "g = ex.submit(page)", "h = [ex.submit(fetch) for _ in range(3)]",
		"import time; time.sleep(0.2)", "%pools", "h[2].cancel()", "gate.set()", "g.result()", "ex.shutdown()", "%pools")
	for _, want := range []string{
		"crawl (thread pool): ",
		"  page (submitted at <stdin-7>:1) waits for fetch (submitted at <stdin-6>:1)\n",
		"True\nno live executors\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestStartupAndScript(t *testing.T) {
	dir := t.TempDir()
	startup, script := filepath.Join(dir, "s.py"), filepath.Join(dir, "main.py")
	os.WriteFile(startup, []byte("import math\nhello = 'hi'\nhello\n"), 0o600)
	os.WriteFile(script, []byte("def f(): return x\nx = 1\nprint(f())\n"), 0o600)
	got, err := talkErr(t, []Option{WithStartup(startup), WithScript(script), WithBanner("welcome")}, "hello", "x = 5", "f()")
	if want := "welcome\n1\n'hi'\n5\n"; got != want || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}

func TestColour(t *testing.T) {
	got, _ := talkErr(t, []Option{WithColour(true)}, "'text'", "1/0")
	for _, want := range []string{"\x1b[32m'text'\x1b[", "\x1b[35;1m>>>", "\x1b[35;1mZeroDivisionError"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %q", want, got)
		}
	}
	if got := talk(t, "'text'", "1/0"); strings.Contains(got, "\x1b") {
		t.Errorf("coloured: %q", got)
	}
}

func TestPastedAndRecalled(t *testing.T) {
	in, err := host.New(host.WithAll())
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	s := newSession(context.Background(), in, &out, &out, newTheme(false))
	for _, l := range []string{"def f():", "    a = 1", "", "    return a", ""} {
		if err := s.feed(l, true); err != nil {
			t.Fatal(err)
		}
	}
	s.feed("x = f()", false)
	s.feed("def g():\n    return x\n", false)
	if s.pending() {
		t.Fatalf("still %q", s.lines)
	}
	var got string
	s.host.SetDisplay(nil)
	if err := s.host.Exec(context.Background(), "<test>", []byte("assert g() == 1")); err != nil {
		t.Errorf("%v %s", err, got)
	}
	if len(s.history.cells) != 2 || s.history.cells[0] != "def f():\n    a = 1\n\n    return a\n\nx = f()" {
		t.Errorf("%q", s.history.cells)
	}
}

func TestIndent(t *testing.T) {
	for src, want := range map[string]string{
		"if x:\n": "    ", "if x:\n    y\n": "    ", "def f():\n    return 1\n": "", "f(1,\n": "", "for x in y:  # c\n": "    ",
		"class A:\n    def f(self):\n        pass\n": "    ",
	} {
		if got := nextIndent(src); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}
