package object

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"strings"
	"syscall"
	"testing"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
)

// newThread returns a thread that holds the lock of a new isolate.
func newThread(t *testing.T) *Thread {
	iso := isolate.New(context.Background())
	th := iso.Main()
	th.Acquire()
	t.Cleanup(func() {
		th.Release()
		iso.Close()
	})
	return th
}

// TestFromNative runs expressions on go.starlark.net itself; the wanted texts
// are CPython 3.13's.
func TestFromNative(t *testing.T) {
	th := newThread(t)
	opts := &syntax.FileOptions{Set: true, While: true, TopLevelControl: true, GlobalReassign: true, Recursion: true}
	for _, c := range []struct{ code, want string }{
		{`{}["k"]`, `KeyError('k')`},
		{`{}[(1, "a", (None, True), 2.5)]`, `KeyError((1, 'a', (None, True), 2.5))`},
		{`{}[-1]`, `KeyError(-1)`},
		{`{}["it's \n é \x00"]`, `KeyError("it's \n é \x00")`},
		{`{}[10000000000000000000000]`, `KeyError(10000000000000000000000)`},
		{`{}[()]`, `KeyError(())`},
		{`{}[("a",)]`, `KeyError(('a',))`},
		{`1 + "a"`, `TypeError("unsupported operand type(s) for +: 'int' and 'str'")`},
		{`"a" + 1`, `TypeError('can only concatenate str (not "int") to str')`},
		{`[] + ()`, `TypeError('can only concatenate list (not "tuple") to list')`},
		{`"a" * "b"`, `TypeError("can't multiply sequence by non-int of type 'str'")`},
		{`"a" - "b"`, `TypeError("unsupported operand type(s) for -: 'str' and 'str'")`},
		{`1 in 2`, `TypeError("argument of type 'int' is not iterable")`},
		{`1 not in 2`, `TypeError("argument of type 'int' is not iterable")`},
		{`1 in "a"`, `TypeError("'in <string>' requires string as left operand, not int")`},
		{`-"a"`, `TypeError("bad operand type for unary -: 'str'")`},
		{`~1.5`, `TypeError("bad operand type for unary ~: 'float'")`},
		{`1 < "a"`, `TypeError("'<' not supported between instances of 'int' and 'str'")`},
		{`{} < {}`, `TypeError("'<' not supported between instances of 'dict' and 'dict'")`},
		{`1 // 0`, `ZeroDivisionError('integer division or modulo by zero')`},
		{`1 / 0`, `ZeroDivisionError('division by zero')`},
		{`1 % 0`, `ZeroDivisionError('integer modulo by zero')`},
		{`1.0 % 0`, `ZeroDivisionError('float modulo by zero')`},
		{`1 << -1`, `ValueError('negative shift count')`},
		{`"a" * (1 << 500)`, `OverflowError("cannot fit 'int' into an index-sized integer")`},
		{`"a" * 100000000000000`, `MemoryError()`},
		{`[1, 2][5]`, `IndexError('list index out of range')`},
		{`()[0]`, `IndexError('tuple index out of range')`},
		{`""[0]`, `IndexError('string index out of range')`},
		{`[1]["a"]`, `TypeError('list indices must be integers or slices, not str')`},
		{`"a"["a"]`, `TypeError("string indices must be integers, not 'str'")`},
		{`[1][100000000000000000000000]`, `IndexError("cannot fit 'int' into an index-sized integer")`},
		{`[1][100000000000]`, `IndexError('list index out of range')`},
		{`5[0]`, `TypeError("'int' object is not subscriptable")`},
		{`None["x"]`, `TypeError("'NoneType' object is not subscriptable")`},
		{`5[1:2]`, `TypeError("'int' object is not subscriptable")`},
		{`[1][::0]`, `ValueError('slice step cannot be zero')`},
		{`[1]["a":]`, `TypeError('slice indices must be integers or None or have an __index__ method')`},
		{`5()`, `TypeError("'int' object is not callable")`},
		{`None()`, `TypeError("'NoneType' object is not callable")`},
		{`[].nope`, `AttributeError("'list' object has no attribute 'nope'")`},
		{`"".appendx`, `AttributeError("'str' object has no attribute 'appendx'")`},
		{`[].append()`, `TypeError('list.append() takes exactly one argument (0 given)')`},
		{`[].append(1, 2)`, `TypeError('list.append() takes exactly one argument (2 given)')`},
		{`[].insert(1)`, `TypeError('insert expected 2 arguments, got 1')`},
		{`[].insert("a", 1)`, `TypeError("'str' object cannot be interpreted as an integer")`},
		{`[].append(x=1)`, `TypeError('list.append() takes no keyword arguments')`},
		{`[].extend(5)`, `TypeError("'int' object is not iterable")`},
		{`[].pop()`, `IndexError('pop from empty list')`},
		{`[1].pop(3)`, `IndexError('pop index out of range')`},
		{`[].remove(1)`, `ValueError('list.remove(x): x not in list')`},
		{`{}.get()`, `TypeError('get expected at least 1 argument, got 0')`},
		{`{}.popitem()`, `KeyError('popitem(): dictionary is empty')`},
		{`{[]: 1}`, `TypeError("unhashable type: 'list'")`},
		{`{}.get({})`, `TypeError("unhashable type: 'dict'")`},
		{`{(1, []): 1}`, `TypeError("unhashable type: 'list'")`},
		{`[x for x in 5]`, `TypeError("'int' object is not iterable")`},
		{`(lambda: 0)(1)`, `TypeError('<lambda>() takes 0 positional arguments but 1 was given')`},
		{`(lambda a, b: 0)(1)`, `TypeError("<lambda>() missing 1 required positional argument: 'b'")`},
		{`(lambda a, b, c: 0)()`, `TypeError("<lambda>() missing 3 required positional arguments: 'a', 'b', and 'c'")`},
		{`(lambda a: 0)(1, 2)`, `TypeError('<lambda>() takes 1 positional argument but 2 were given')`},
		{`(lambda a: 0)(b=1)`, `TypeError("<lambda>() got an unexpected keyword argument 'b'")`},
		{`(lambda a: 0)(1, a=2)`, `TypeError("<lambda>() got multiple values for argument 'a'")`},
		{`(lambda a: 0)(**5)`, `TypeError('argument after ** must be a mapping, not int')`},
		{`(lambda a: 0)(**{1: 2})`, `TypeError('keywords must be strings')`},
		{"def f():\n  a, b = 5\nf()", `TypeError('cannot unpack non-iterable int object')`},
		{"def f():\n  a, b = (1,)\nf()", `ValueError('not enough values to unpack (expected 2, got 1)')`},
		{"def f():\n  a, b = (1, 2, 3)\nf()", `ValueError('too many values to unpack (expected 2)')`},
		{"def f():\n  x = y\n  y = 1\nf()", `UnboundLocalError("cannot access local variable 'y' where it is not associated with a value")`},
		{"def g(): return y\ng()\ny = 1", `NameError("name 'y' is not defined")`},
		{"def f(): (1)[0] = 2\nf()", `TypeError("'int' object does not support item assignment")`},
		{"def f():\n  x = (1,)\n  x[0] = 2\nf()", `TypeError("'tuple' object does not support item assignment")`},
		{"def f():\n  x = 5\n  x.a = 2\nf()", `AttributeError("'int' object has no attribute 'a' and no __dict__ for setting new attributes")`},
		{"def f():\n  x = {1: 2}\n  for k in x: x[k+1] = 1\nf()", `RuntimeError('dictionary changed size during iteration')`},
		{"def f(n): return f(n)\nf(1)", `RecursionError('maximum recursion depth exceeded')`},
	} {
		_, err := starlark.ExecFileOptions(opts, th.Starlark(), "t.star", c.code, nil)
		if err == nil {
			t.Errorf("%s: no error", c.code)
			continue
		}
		x := Catch(th, err, 0)
		if x == nil {
			t.Errorf("%s: not an exception: %v", c.code, err)
			continue
		}
		if got := reprOf(t, th, x); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s\n(native: %v)", c.code, got, c.want, err)
		}
	}
}

func reprOf(t *testing.T, th *Thread, x *Instance) string {
	s, err := Repr(th, x)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestKeyOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want starlark.Value
	}{
		{`"a\"b\\"`, starlark.String(`a"b\`)},
		{`-7`, starlark.MakeInt(-7)},
		{`1e+16`, starlark.Float(1e16)},
		{`inf`, starlark.Float(math.Inf(1))},
		{`True`, starlark.True},
		{`(1, (2,), ())`, starlark.Tuple{starlark.MakeInt(1), starlark.Tuple{starlark.MakeInt(2)}, starlark.Tuple(nil)}},
	} {
		got := keyOf(nil, c.text)
		if eq, err := starlark.Equal(got, c.want); err != nil || !eq {
			t.Errorf("keyOf(%s) = %v (%T), want %v", c.text, got, got, c.want)
		}
	}
	if got := keyOf(nil, "<object at 0x1>").String(); got != "<object at 0x1>" {
		t.Errorf("a lost key shows as %s", got)
	}
	// Nesting without an end must neither recurse without bound nor panic.
	keyOf(nil, strings.Repeat("(", 100_000))
}

func TestRaiseOS(t *testing.T) {
	th := newThread(t)
	for _, c := range []struct {
		err  error
		file string
		want string
	}{
		{&fs.PathError{Op: "open", Path: "p", Err: syscall.ENOENT}, "x", "FileNotFoundError: [Errno 2] No such file or directory: 'x'"},
		{fs.ErrExist, "x", "FileExistsError: [Errno 17] File exists: 'x'"},
		{syscall.EISDIR, "d", "IsADirectoryError: [Errno 21] Is a directory: 'd'"},
		{syscall.EPIPE, "", "BrokenPipeError: [Errno 32] Broken pipe"},
		{fmt.Errorf("dial: %w", syscall.ECONNREFUSED), "", "ConnectionRefusedError: [Errno 111] Connection refused"},
		{errors.New("odd"), "", "OSError: odd"},
	} {
		err := RaiseOS(c.err, c.file)
		x := Catch(th, err, 0)
		if got := DescribeException(x); got != c.want {
			t.Errorf("RaiseOS(%v): %s, want %s", c.err, got, c.want)
		}
	}
	if err := RaiseOS(nil, ""); err != nil {
		t.Errorf("RaiseOS(nil) = %v", err)
	}
	ours := Raise(ValueError, "v")
	if err := RaiseOS(ours, ""); err != ours {
		t.Errorf("RaiseOS changed an exception: %v", err)
	}
	if !errors.Is(RaiseOS(&fs.PathError{Err: syscall.ENOENT}, ""), fs.ErrNotExist) {
		t.Error("the Go error cannot be reached through the exception")
	}
}

func TestNearestName(t *testing.T) {
	names := []string{"balance", "URL", "count", "append", "_hidden", "x"}
	for wrong, want := range map[string]string{
		"blance": "balance", "url": "URL", "cuont": "count", "apend": "append", "zzz": "", "y": "", "appendd": "append",
	} {
		if got := NearestName(wrong, names); got != want {
			t.Errorf("NearestName(%s) = %q, want %q", wrong, got, want)
		}
	}
}

func TestGroups(t *testing.T) {
	th := newThread(t)
	a, b, c := NewException(ValueError, starlark.String("a")), NewException(KeyError, starlark.String("b")), NewException(OSError, starlark.String("c"))
	inner, err := NewExceptionGroup(th, "in", []*Instance{b, c})
	if err != nil {
		t.Fatal(err)
	}
	g, err := NewExceptionGroup(th, "out", []*Instance{a, inner})
	if err != nil {
		t.Fatal(err)
	}
	match, rest, err := MatchStar(th, g, starlark.Tuple{ValueError, OSError})
	if err != nil {
		t.Fatal(err)
	}
	if got := reprOf(t, th, match); got != "ExceptionGroup('out', [ValueError('a'), ExceptionGroup('in', [OSError('c')])])" {
		t.Errorf("match: %s", got)
	}
	if got := reprOf(t, th, rest); got != "ExceptionGroup('out', [ExceptionGroup('in', [KeyError('b')])])" {
		t.Errorf("rest: %s", got)
	}
	// The part that was not handled is raised again as a part of the original.
	again, err := JoinStar(th, g, []*Instance{rest})
	if err != nil || reprOf(t, th, again) != reprOf(t, th, rest) {
		t.Errorf("raised again: %v, %v", again, err)
	}
	fresh := NewException(TypeError)
	fresh.Exception().Context = g
	both, err := JoinStar(th, g, []*Instance{fresh, rest})
	if err != nil || len(GroupExceptions(both)) != 2 {
		t.Errorf("both: %v, %v", both, err)
	}
	if x, _ := NewExceptionGroup(th, "base", []*Instance{NewException(KeyboardInterrupt)}); x.Class() != BaseExceptionGroup {
		t.Errorf("a group with KeyboardInterrupt is a %v", x.Class())
	}
}
