package host_test

// This file runs programs that ask for too much or pass what is no text, and
// checks which exception they get. None may crash the process, hang, or take
// memory in proportion to what it asks for.

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/host"
)

// run runs a program and returns what it printed and how it failed.
func run(t testing.TB, src string, opts ...host.Option) (stdout, stderr string, err error) {
	t.Helper()
	var out, errs bytes.Buffer
	opts = append([]host.Option{host.WithStdin(strings.NewReader("")), host.WithStdout(&out), host.WithStderr(&errs)}, opts...)
	in, err := host.New(append([]host.Option{host.WithAll()}, opts...)...)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	err = in.Run(ctx, "test.py", []byte(src))
	return out.String(), errs.String(), err
}

// fails runs a program and checks the class of its exception, and what its
// message contains.
func fails(t *testing.T, src, class, message string) {
	t.Helper()
	_, _, err := run(t, src)
	var e *host.Error
	if !errors.As(err, &e) {
		t.Errorf("got %v, want %s\n%s", err, class, src)
		return
	}
	if e.Class != class || !strings.Contains(e.Message, message) {
		t.Errorf("got %s, want %s: %s\n%s", e.Error(), class, message, src)
	}
	if strings.Contains(e.Traceback, "goroutine ") {
		t.Errorf("the traceback shows Go: %s", e.Traceback)
	}
}

func prints(t *testing.T, src, want string) {
	t.Helper()
	out, errs, err := run(t, src)
	if err != nil {
		var e *host.Error
		if errors.As(err, &e) {
			errs += e.Traceback
		}
		t.Errorf("%v\n%s\n%s", err, errs, src)
		return
	}
	if out != want {
		t.Errorf("printed %q, want %q\n%s", out, want, src)
	}
}

// caught is a program that prints the class of what the expression raises.
func caught(setup, expr string) string {
	return setup + "\ntry:\n    " + expr + "\n    print('nothing')\nexcept BaseException as e:\n    print(type(e).__name__)\n"
}

func TestDeepRecursion(t *testing.T) {
	fails(t, "def f(): return f()\nf()", "RecursionError", "maximum recursion depth exceeded")
	fails(t, "def f(): return g()\ndef g(): return f()\nf()", "RecursionError", "maximum recursion depth exceeded")
	// The program goes on after it.
	prints(t, "def f(n): return f(n + 1)\nfor i in range(3):\n    try: f(0)\n    except RecursionError: print(i)\n", "0\n1\n2\n")
	prints(t, "def f(n): return 1 if n == 0 else 1 + f(n - 1)\nprint(f(900))", "901\n")
	prints(t, "import sys\nsys.setrecursionlimit(20000)\ndef f(n): return 1 if n == 0 else 1 + f(n - 1)\nprint(f(15000))", "15001\n")
	prints(t, caught("import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()", "f()"), "RecursionError\n")
	for _, expr := range []string{
		"(lambda f: f(f))(lambda f: f(f))", "[f() for f in [recurse]]", "list(map(lambda x: recurse(), [1]))",
		"sorted([2, 1], key=lambda x: recurse())", "max([1], key=lambda x: recurse())", "list(endless())",
		"ThreadPoolExecutor(1).submit(recurse).result()",
	} {
		prints(t, caught("def recurse(): return recurse()\ndef endless():\n    yield from endless()", expr), "RecursionError\n")
	}
}

// TestEndlessMethods has objects whose special methods call themselves through
// the operation that they implement.
func TestEndlessMethods(t *testing.T) {
	const class = `
class A:
    def __repr__(self): return repr(self)
    def __str__(self): return str(self)
    def __format__(self, spec): return format(self, spec)
    def __eq__(self, other): return self == other
    def __lt__(self, other): return self < other
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __contains__(self, x): return x in self
    def __call__(self): return self()
    def __add__(self, other): return self + other
    def __radd__(self, other): return other + self
    def __getitem__(self, i): return self[i]
    def __setitem__(self, i, v): self[i] = v
    def __index__(self): return [1][self]
    def __int__(self): return int(self)
    def __float__(self): return float(self)
    def __getattr__(self, name): return getattr(self, name)
    def __setattr__(self, name, v): setattr(self, name, v)
    def __enter__(self):
        with self: pass
    def __exit__(self, *exc): pass
    @property
    def prop(self): return self.prop
a = A()
def enter():
    with a: pass
def match():
    match a:
        case A(nothing=1): pass
`
	for _, expr := range []string{
		"repr(a)", "str(a)", "f'{a}'", "'%s' % a", "'{}'.format(a)", "print(a)", "a == a", "a != 1", "[a] == [A()]", "(a, 1) == (A(), 1)",
		"a < a", "sorted([a, a])", "hash(a)", "{a}", "{a: 1}", "(a,) in {(a,): 1}", "len(a)", "bool(a)", "not a", "1 if a else 2",
		"iter(a)", "list(a)", "[*a]", "1 in a", "a()", "a + 1", "1 + a", "sum([a, a])", "a[0]", "a.__setitem__(0, 1)", "[0][a]",
		"int(a)", "float(a)", "a.x", "getattr(a, 'x', 1)", "setattr(a, 'x', 1)", "a.prop", "enter()", "match()", "[a].index(A())", "[a].count(A())",
		"repr([a])", "str({1: a})", "ascii((a,))", "min(a, a)", "'%d' % a", "range(a)", "'x' * a",
	} {
		got, _, err := run(t, caught(class, expr))
		if err != nil || got != "RecursionError\n" {
			t.Errorf("%s: %v, printed %q", expr, err, got)
		}
	}
	prints(t, caught("class A:\n    def __getattribute__(self, name): return self.x", "A().x"), "RecursionError\n")
	prints(t, caught("class M(type):\n    def __call__(cls): return cls()\nclass A(metaclass=M): pass", "A()"), "RecursionError\n")
	prints(t, caught("class M(type):\n    def __instancecheck__(cls, x): return isinstance(x, cls)\nclass A(metaclass=M): pass", "isinstance(1, A)"), "RecursionError\n")
	prints(t, caught("class A:\n    def __new__(cls): return cls()", "A()"), "RecursionError\n")
	prints(t, caught("class A:\n    def __init_subclass__(cls): type('B', (cls,), {})", "type('C', (A,), {})"), "RecursionError\n")
	prints(t, caught("class D:\n    def __get__(self, x, c): return x.d\nclass A:\n    d = D()", "A().d"), "RecursionError\n")
	// What prints a traceback must bear it too.
	fails(t, "class E(Exception):\n    def __str__(self): return str(self)\nraise E", "E", "")
}

// TestDeepNests has containers that nest a million levels deep.
func TestDeepNests(t *testing.T) {
	depth := "1000000"
	if testing.Short() {
		depth = "50000"
	}
	nest := func(empty, wrap string) string {
		return "def nest():\n    x = " + empty + "\n    for i in range(" + depth + "): x = " + wrap + "\n    return x\na = nest()\nb = nest()\n"
	}
	for _, c := range []struct{ setup, exprs string }{
		{nest("[]", "[x]"), "repr(a)|str(a)|print(a)|f'{a}'|'%s' % (a,)|'%r' % (a,)|a == b|a < b|a in [b]|[a].index(b)|hash(a)|{a: 1}|ascii(a)"},
		{nest("()", "(x,)"), "repr(a)|str(a)|f'{a}'|a == b|a < b|a in [b]"},
		{nest("{}", "{1: x}"), "repr(a)|str(a)|a == b"},
	} {
		src := c.setup
		for expr := range strings.SplitSeq(c.exprs, "|") {
			src += caught("", expr)
		}
		out, errs, err := run(t, src)
		if err != nil {
			t.Errorf("%v\n%s", err, errs)
		}
		for i, got := range strings.Fields(out) {
			if want := strings.Split(c.exprs, "|")[i]; got != "RecursionError" && !(got == "TypeError" && (want == "hash(a)" || want == "{a: 1}")) {
				t.Errorf("%s of %s: %s", want, c.setup, got)
			}
		}
	}
	// Values that contain themselves print, and compare with themselves.
	prints(t, "x = [1]\nx.append(x)\nd = {}\nd[1] = d\nprint(x, d, x == x)\n", "[1, [...]] {1: {...}} True\n")
	prints(t, caught("x = []\nx.append(x)\ny = []\ny.append(y)", "x == y"), "RecursionError\n")
	// Chains made of objects.
	prints(t, caught("class N:\n    def __init__(self, n): self.n = n\n    def __repr__(self): return f'N({self.n!r})'\nx = None\nfor i in range(100000): x = N(x)", "repr(x)"), "RecursionError\n")
	prints(t, "e = None\nfor i in range(20000):\n    n = ValueError(i)\n    n.__cause__ = e\n    e = n\nprint(len(str(e)))\n", "5\n")
}

// TestDeepSource has source text that nests too deeply.
func TestDeepSource(t *testing.T) {
	for _, expr := range []string{
		"'(' * 100000 + ')' * 100000", "'[' * 100000", "'{' * 5000 + '}' * 5000", "'-' * 100000 + '1'", "'1' + '+1' * 100000",
		"'not ' * 100000 + '1'", "'lambda: ' * 100000 + '1'", "'x' + '.a' * 100000", "'x' + '[0]' * 100000", "'f' + '()' * 100000",
		"'1 if 1 else ' * 100000 + '1'", "'a' + ' < a' * 100000", "'[' + 'x for x in ' * 1 + '[' * 10000",
	} {
		src := "code = " + expr + "\ntry:\n    eval(code)\n    print('ran')\nexcept (SyntaxError, RecursionError, MemoryError, NameError) as e:\n    print('refused')\n"
		out, _, err := run(t, src)
		if err != nil || out != "refused\n" && out != "ran\n" {
			t.Errorf("%s: %v, printed %q", expr, err, out)
		}
	}
	fails(t, strings.Repeat("(", 300)+strings.Repeat(")", 300), "SyntaxError", "too many nested parentheses")
	var b strings.Builder
	for i := range 200 {
		b.WriteString(strings.Repeat(" ", i) + "if 1:\n")
	}
	fails(t, b.String()+strings.Repeat(" ", 200)+"pass\n", "IndentationError", "too many levels of indentation")
	// Long is not deep.
	prints(t, "x = ["+strings.Repeat("1,", 100_000)+"]\nprint(len(x))\n", "100000\n")
	prints(t, strings.Repeat("x = 1\n", 50_000)+"print(x)\n", "1\n")
	prints(t, "if 0: pass\n"+strings.Repeat("elif 0: pass\n", 500)+"else: print('else')\n", "else\n")
}

// TestHugeResults asks for results that no machine holds.
func TestHugeResults(t *testing.T) {
	for expr, class := range map[string]string{
		"'a' * (1 << 62)":                         "MemoryError OverflowError",
		"'ab' * (1 << 80)":                        "OverflowError",
		"[0] * (1 << 40)":                         "MemoryError",
		"[0] * (1 << 80)":                         "OverflowError",
		"(0,) * (1 << 61)":                        "MemoryError",
		"b'a' * (1 << 50)":                        "MemoryError",
		"bytes(1 << 45)":                          "MemoryError",
		"bytearray(1 << 60)":                      "MemoryError",
		"bytes(1 << 80)":                          "OverflowError",
		"1 << (1 << 40)":                          "MemoryError",
		"1 << (1 << 80)":                          "OverflowError",
		"x << 10**12":                             "MemoryError",
		"2 ** 10**12":                             "MemoryError",
		"pow(10, 10**12)":                         "MemoryError",
		"10.0 ** 1000":                            "OverflowError",
		"float(10**400)":                          "OverflowError",
		"int('9' * 5000)":                         "ValueError",
		"str(10**5000)":                           "ValueError",
		"int(float('inf'))":                       "OverflowError",
		"'%1000000000000d' % 1":                   "MemoryError OverflowError ValueError",
		"'{:>1000000000000}'.format(1)":           "MemoryError OverflowError ValueError",
		"f'{1:>{10**15}}'":                        "MemoryError OverflowError ValueError",
		"'a'.zfill(1 << 50)":                      "MemoryError",
		"'a'.ljust(1 << 50)":                      "MemoryError",
		"'a'.center(1 << 80)":                     "OverflowError",
		"('a' * 2**20).replace('a', 'b' * 2**20)": "MemoryError",
		"('a\\t' * 2**10).expandtabs(1 << 40)":    "MemoryError OverflowError",
		"list(range(1 << 40))":                    "MemoryError",
		"tuple(range(1 << 60))":                   "MemoryError",
		"[*range(1 << 40)]":                       "MemoryError",
		"sorted(range(1 << 40))":                  "MemoryError",
		"len(range(10**30))":                      "OverflowError",
		"round(1.5, 1 << 40)":                     "nothing",
		"chr(1 << 40)":                            "OverflowError ValueError",
		"range(10)[1 << 80]":                      "IndexError",
		"[1][1 << 80]":                            "IndexError",
		"'a'[1 << 80]":                            "IndexError",
		"__import__('time').sleep(1 << 80)":       "OverflowError",
		"ThreadPoolExecutor(1).submit(int).result(1 << 80)":     "nothing OverflowError",
		"__import__('threading').Lock().acquire(timeout=1e300)": "OverflowError",
	} {
		t.Run(expr, func(t *testing.T) {
			out, _, err := run(t, caught("x = 3", expr))
			if got := strings.TrimSpace(out); err != nil || !strings.Contains(" "+class+" ", " "+got+" ") {
				t.Errorf("%v, %s instead of %s", err, got, class)
			}
		})
	}
}

// TestBadText passes what is no Unicode text.
func TestBadText(t *testing.T) {
	t.Chdir(t.TempDir())
	fails(t, `print("\ud800")`, "UnicodeEncodeError", `'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed`)
	fails(t, `b"\xff\xfe".decode()`, "UnicodeDecodeError", "invalid start byte")
	fails(t, `open("a\0b")`, "ValueError", "embedded null byte")
	fails(t, "x = \"\xff\"", "SyntaxError", "(unicode error) 'utf-8' codec can't decode byte 0xff")
	fails(t, "x = 1\x00", "SyntaxError", "source code cannot contain null bytes")
	fails(t, "x = ➎", "SyntaxError", "invalid character '➎' (U+278E)")
	fails(t, `"\N{no such name}"`, "SyntaxError", "(unicode error)")
	fails(t, `"\x1"`, "SyntaxError", "(unicode error)")
	fails(t, `b"é"`, "SyntaxError", "bytes can only contain ASCII literal characters")
	prints(t, `
x = "\ud800" + "\udc00a"
print(len(x), ascii(x), x == "\ud800\udc00a", x[0] == "\ud800", hash(x) == hash("\ud800\udc00a"), {x: 1}[x])
print(x.encode("utf-8", "surrogatepass"), x.encode("ascii", "replace"), ascii(x.upper()), ascii(sorted(x)), x.split("\udc00")[1])
print(repr("\udcff"), "%a" % "\udcff", f"{x!a}")
with open("bad", "wb") as f: f.write(b"ok\n\xff\xfe\n")
try: open("bad").read()
except UnicodeDecodeError as e: print(e)
for errors in "replace", "ignore", "surrogateescape", "backslashreplace":
    print(errors, ascii(open("bad", errors=errors).read()))
with open("bad", errors="surrogateescape") as f: text = f.read()
with open("copy", "w", errors="surrogateescape") as f: f.write(text)
print(open("copy", "rb").read())
try:
    with open("copy", "w") as f: f.write("\udcff")
except UnicodeEncodeError as e: print(e)
`, `3 '\ud800\udc00a' True True True 1
b'\xed\xa0\x80\xed\xb0\x80a' b'??a' '\ud800\udc00A' ['a', '\ud800', '\udc00'] a
'\udcff' '\udcff' '\ud800\udc00a'
'utf-8' codec can't decode byte 0xff in position 3: invalid start byte
replace 'ok\n\ufffd\ufffd\n'
ignore 'ok\n\n'
surrogateescape 'ok\n\udcff\udcfe\n'
backslashreplace 'ok\n\\xff\\xfe\n'
b'ok\n\xff\xfe\n'
'utf-8' codec can't encode character '\udcff' in position 0: surrogates not allowed
`)
	// Standard input that is no UTF-8 is read as such (PEP 383 with strict errors).
	_, _, err := run(t, "input()", host.WithStdin(strings.NewReader("\xff\n")))
	var e *host.Error
	if !errors.As(err, &e) || e.Class != "UnicodeDecodeError" {
		t.Errorf("input of bad UTF-8: %v", err)
	}
}

// TestPanicBecomesException has a built-in that panics, wherever it is called.
func TestPanicBecomesException(t *testing.T) {
	boom := object.NewFunc(object.Def{Sig: "boom(*args)", Fn: func(*object.Thread, object.Args) (starlark.Value, error) {
		panic("out of order")
	}})
	with := host.WithPredeclared(starlark.StringDict{"boom": boom})
	for name, src := range map[string]string{
		"main":     "boom()",
		"function": "def f(): boom()\nf()",
		"task":     "ThreadPoolExecutor(1).submit(boom).result()",
		"map":      "list(ThreadPoolExecutor(1).map(lambda x: boom(), [1]))",
		"with":     "with ThreadPoolExecutor(1) as ex: ex.submit(boom).result()",
	} {
		_, _, err := run(t, src, with)
		var e *host.Error
		if !errors.As(err, &e) || e.Class != "SystemError" || !strings.Contains(e.Message, "out of order") {
			t.Errorf("%s: got %v, want a SystemError", name, err)
		}
	}
	// It can be caught, and the program goes on.
	out, errs, err := run(t, `
import threading
try: boom()
except Exception as e: print("caught", type(e).__name__)
finally: print("finally")
def g():
    boom()
    yield 1
try: list(g())
except Exception as e: print("generator", type(e).__name__)
t = threading.Thread(target=boom)
t.start()
t.join()
f = ThreadPoolExecutor(1).submit(boom)
print(type(f.exception()).__name__)
f = Future()
f.add_done_callback(lambda f: boom())
f.set_result(1)
try: sorted([1, 2], key=lambda x: boom())
except Exception as e: print("key", type(e).__name__)
print("end")
`, with)
	if want := "caught SystemError\nfinally\ngenerator SystemError\nSystemError\nkey SystemError\nend\n"; err != nil || out != want {
		t.Errorf("%v, printed %q, want %q\n%s", err, out, want, errs)
	}
}
