package types

import (
	"runtime"
	"testing"
	"time"
	"weak"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// eventually reports whether ok becomes true as garbage is collected.
func eventually(ok func() bool) bool {
	for range 100 {
		runtime.GC()
		if ok() {
			return true
		}
		time.Sleep(10 * time.Millisecond)
	}
	return false
}

// A function whose attributes lead back to it must not live for ever.
func TestFunctionStateIsCollected(t *testing.T) {
	th := newThread(t)
	p := func() weak.Pointer[funcState] {
		globals, err := starlark.ExecFileOptions(&syntax.FileOptions{}, th.Starlark(), "f.star", "def f(a, b=1): return b\n", nil)
		if err != nil {
			t.Fatal(err)
		}
		f := globals["f"].(*starlark.Function)
		if err := object.SetAttr(th, f, "self", f); err != nil {
			t.Fatal(err)
		}
		if v, err := object.Call(th, f, starlark.Tuple{starlark.None}, nil); err != nil || v != starlark.Value(starlark.MakeInt(1)) {
			t.Fatalf("f(None) = %v, %v", v, err)
		}
		return weak.Make(functionState(f))
	}()
	if !eventually(func() bool { return p.Value() == nil }) {
		t.Error("the function's attributes were not collected")
	}
}

// Classes that a script makes and drops must not pile up in their bases.
func TestSubclassesAreCollected(t *testing.T) {
	th := newThread(t)
	const n = 20
	func() {
		for range n {
			if _, err := object.BuildClass(th, nil, "Temp", []value{object.DictType}, &object.Namespace{}, nil); err != nil {
				t.Fatal(err)
			}
		}
		if got := len(object.DictType.SubclassesIn(th)); got != n {
			t.Errorf("%d subclasses, want %d", got, n)
		}
	}()
	if !eventually(func() bool { return len(object.DictType.SubclassesIn(th)) == 0 }) {
		t.Errorf("%d subclasses left", len(object.DictType.SubclassesIn(th)))
	}
}

// The defaults of a function stay right whatever is attached to it.
func TestFunctionDefaults(t *testing.T) {
	th := newThread(t)
	globals, err := starlark.ExecFileOptions(&syntax.FileOptions{}, th.Starlark(), "f.star",
		"def f(a, b=1, *, c, d=4): return (a, b, c, d)\n", nil)
	if err != nil {
		t.Fatal(err)
	}
	f := globals["f"].(*starlark.Function)
	kw := []starlark.Tuple{{starlark.String("c"), starlark.MakeInt(3)}}
	call := func(args ...value) string {
		v, err := object.Call(th, f, args, kw)
		if err != nil {
			return "error"
		}
		return v.String()
	}
	set := func(name string, v value) {
		t.Helper()
		if err := object.SetAttr(th, f, name, v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, step := range []struct {
		do   func()
		want string
	}{
		{func() {}, "(0, 1, 3, 4)"},
		{func() { set("x", starlark.None) }, "(0, 1, 3, 4)"},
		{func() { set("__defaults__", starlark.Tuple{starlark.MakeInt(7), starlark.MakeInt(8)}) }, "(0, 8, 3, 4)"},
		{func() { set("y", starlark.None) }, "(0, 8, 3, 4)"},
		{func() {
			d := starlark.NewDict(1)
			d.SetKey(starlark.String("d"), starlark.MakeInt(9))
			set("__kwdefaults__", d)
		}, "(0, 8, 3, 9)"},
		{func() { set("__defaults__", starlark.None) }, "error"},
	} {
		step.do()
		if got := call(starlark.MakeInt(0)); got != step.want {
			t.Errorf("got %s, want %s", got, step.want)
		}
	}
	if v, err := object.GetAttr(th, f, "x"); err != nil || v != starlark.None {
		t.Errorf("f.x = %v, %v", v, err)
	}
}

func BenchmarkSortTuples(b *testing.B) {
	th := newThread(b)
	base := make([]value, 10_000)
	x := uint32(1)
	for i := range base {
		x = x*1664525 + 1013904223
		base[i] = starlark.Tuple{starlark.MakeInt(int(x >> 24)), starlark.MakeInt(i)}
	}
	items := make([]value, len(base))
	for b.Loop() {
		copy(items, base)
		if err := SortValues(th, items, nil, false); err != nil {
			b.Fatal(err)
		}
	}
}
