package object

import (
	"slices"
	"testing"

	"go.starlark.net/starlark"
)

// Namespaces of one layout may each depart from it without the others noticing.
func TestNamespaceLayout(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"}
	layout := NewLayout(names...)
	values := func(n int) []starlark.Value {
		out := make([]starlark.Value, n)
		for i := range out {
			out[i] = starlark.MakeInt(i)
		}
		return out
	}
	check := func(what string, n *Namespace, want ...string) {
		t.Helper()
		if got := n.Names(); !slices.Equal(got, want) {
			t.Errorf("%s: names are %v, want %v", what, got, want)
		}
		for _, name := range names {
			if has := n.Get(name) != nil; has != slices.Contains(want, name) {
				t.Errorf("%s: %s is bound: %v", what, name, has)
			}
		}
	}
	var ordered, other, deleted, asDict, untouched Namespace
	for _, n := range []*Namespace{&ordered, &other, &deleted, &asDict, &untouched} {
		n.Fill(layout, values(9))
		check("filled", n, names[:9]...)
	}
	ordered.Set("j", starlark.None)
	ordered.Set("b", starlark.String("new"))
	ordered.Set("k", starlark.None)
	check("in order", &ordered, names...)
	if v := ordered.Get("b"); v != starlark.Value(starlark.String("new")) {
		t.Errorf("b is %v", v)
	}
	other.Set("k", starlark.String("k"))
	other.Set("z", starlark.String("z"))
	other.Set("j", starlark.String("j"))
	check("out of order", &other, append(slices.Clone(names[:9]), "k", "z", "j")...)
	for _, name := range []string{"k", "z", "j"} {
		if v := other.Get(name); v != starlark.Value(starlark.String(name)) {
			t.Errorf("%s is %v", name, v)
		}
	}
	if !deleted.Delete("c") || deleted.Delete("j") {
		t.Error("wrong result of Delete")
	}
	check("deleted", &deleted, "a", "b", "d", "e", "f", "g", "h", "i")
	deleted.Set("c", starlark.None)
	check("bound again", &deleted, "a", "b", "d", "e", "f", "g", "h", "i", "c")
	asDict.Dict().SetKey(starlark.String("k"), starlark.None)
	asDict.Set("j", starlark.None)
	check("dict", &asDict, append(slices.Clone(names[:9]), "k", "j")...)
	check("untouched", &untouched, names[:9]...)
}
