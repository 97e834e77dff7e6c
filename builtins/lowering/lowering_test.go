package lowering

// What the helpers do for whole scripts is tested where scripts are run. These
// tests look at the parts that reach into go.starlark.net, and at what
// scripts cannot see.

import (
	"context"
	"testing"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

func newThread(t *testing.T) *isolate.Thread {
	iso := isolate.New(context.Background())
	th := iso.Main()
	th.Acquire()
	t.Cleanup(func() {
		th.Release()
		iso.Close()
	})
	return th
}

// run executes lowered code by hand: names with an underscore stand for those
// with a $, which no source can spell.
func run(t *testing.T, th *isolate.Thread, m *object.Module, src string) starlark.StringDict {
	t.Helper()
	uses := []string{"open"}
	for _, n := range Names() {
		uses = append(uses, Prefix+n)
	}
	env := Predeclared(th, m, starlark.StringDict{"open": starlark.String("built-in")}, false, uses)
	for name, v := range env {
		if name[0] == '$' {
			env["_"+name[2:]] = v
		}
	}
	opts := &syntax.FileOptions{Set: true, While: true, TopLevelControl: true, GlobalReassign: true, Recursion: true}
	f, err := opts.Parse("test.star", src, 0)
	if err != nil {
		t.Fatal(err)
	}
	prog, err := starlark.FileProgram(f, env.Has)
	if err != nil {
		t.Fatal(err)
	}
	out, err := prog.Init(th.Starlark(), env)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestGlobals(t *testing.T) {
	th := newThread(t)
	m := &object.Module{Name: "m"}
	out := run(t, th, m, `
_start()
open = open
x = 1
def get():
    return x
def set(v):
    _g.x = v
def other():
    return _g.y
`)
	call := func(name string, args ...starlark.Value) (starlark.Value, error) {
		return starlark.Call(th.Starlark(), out[name], args, nil)
	}
	if _, err := call("set", starlark.MakeInt(2)); err != nil {
		t.Fatal(err)
	}
	if v, _ := call("get"); v != value(starlark.MakeInt(2)) {
		t.Errorf("after $g.x = 2, x is %v", v)
	}
	// The module object is the same variables.
	if err := m.SetField("x", starlark.MakeInt(3)); err != nil {
		t.Fatal(err)
	}
	if v, _ := call("get"); v != value(starlark.MakeInt(3)) {
		t.Errorf("after m.x = 3, x is %v", v)
	}
	if err := m.SetField("y", starlark.MakeInt(4)); err != nil {
		t.Fatal(err)
	}
	if v, err := call("other"); v != value(starlark.MakeInt(4)) {
		t.Errorf("after m.y = 4, y is %v (%v)", v, err)
	}
	if err := m.SetAttr(th, "x", nil); err != nil {
		t.Fatal(err)
	}
	if _, err := call("get"); err == nil {
		t.Error("x can be read after del m.x")
	}
	g := GlobalsOf(out["get"].(*starlark.Function))
	if g == nil || g.Module() != m {
		t.Error("GlobalsOf does not find the module of a function")
	}
}

// TestGlobalsHideBuiltins checks that a built-in which the module binds later is
// no variable of the module yet.
func TestGlobalsHideBuiltins(t *testing.T) {
	th := newThread(t)
	m := &object.Module{Name: "m"}
	run(t, th, m, `
_start()
len = _eq
`)
	if m.Get("open") != nil {
		t.Error("a built-in is a variable of the module")
	}
	if m.Get("len") == nil {
		t.Error("a variable is missing")
	}
}

func TestComparisonsAreUsedAgain(t *testing.T) {
	th := newThread(t)
	c := &compare{iso: th.Isolate(), op: syntax.LT}
	get := func(m starlark.Value, k starlark.Value) starlark.Value {
		v, _, err := m.(starlark.Mapping).Get(k)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	// a < (b < c): the inner one must not disturb the outer.
	outer := get(c, starlark.MakeInt(0))
	inner := get(c, starlark.MakeInt(1))
	if v := get(inner, starlark.MakeInt(2)); v != value(starlark.True) {
		t.Errorf("1 < 2 is %v", v)
	}
	if v := get(outer, starlark.True); v != value(starlark.True) {
		t.Errorf("0 < True is %v", v)
	}
	if len(c.free) != 2 {
		t.Errorf("%d comparisons are free, want 2", len(c.free))
	}
}

func TestSplitLoop(t *testing.T) {
	th := newThread(t)
	out := run(t, th, &object.Module{Name: "m"}, `
_start()
def split(xs, stop):
    first, rest = [], []
    it = _iterint(xs)
    left = False
    for x in it:
        if x == stop:
            left = True
            break
        first.append(x)
    if not left:
        for x in it:
            rest.append(x)
    return first, rest
a = split([1, 2, "x", 3], -1)
b = split((1, 2), -1)
c = split([], -1)
d = split(["x", 1], -1)
e = split([1, 2, 3], 2)
`)
	for name, want := range map[string]string{
		"a": `([1, 2], ["x", 3])`, "b": `([1, 2], [])`, "c": `([], [])`, "d": `([], ["x", 1])`, "e": `([1], [])`,
	} {
		if got := out[name].String(); got != want {
			t.Errorf("%s = %s, want %s", name, got, want)
		}
	}
}
