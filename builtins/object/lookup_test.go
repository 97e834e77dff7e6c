package object

import (
	"fmt"
	"sync"
	"testing"

	"go.starlark.net/starlark"
)

// Isolates look names up on shared classes at the same time. More names than the
// table has slots push each other out.
func TestLookupShared(t *testing.T) {
	base := NewHostClass(Spec{Name: "Base"})
	derived := NewHostClass(Spec{Name: "Derived", Base: base})
	const n = 3 * lookupSlots
	for i := range n {
		base.SetAttrValue(fmt.Sprint("base", i), starlark.MakeInt(i))
		derived.SetAttrValue(fmt.Sprint("own", i), starlark.MakeInt(-i))
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for round := range 50 {
				for j := range n {
					i := (j*7 + g + round) % n
					if v := derived.Lookup(fmt.Sprint("base", i)); v != starlark.Value(starlark.MakeInt(i)) {
						t.Errorf("base%d is %v", i, v)
					}
					if v := derived.Lookup(fmt.Sprint("own", i)); v != starlark.Value(starlark.MakeInt(-i)) {
						t.Errorf("own%d is %v", i, v)
					}
					if v := base.Lookup(fmt.Sprint("own", i)); v != nil {
						t.Errorf("base has own%d: %v", i, v)
					}
				}
			}
		})
	}
	wg.Wait()
}

// What a class is given later, itself or a base, is found by those that looked
// before.
func TestLookupAfterChange(t *testing.T) {
	base := NewHostClass(Spec{Name: "Base"})
	derived := NewHostClass(Spec{Name: "Derived", Base: base})
	for _, name := range []string{"", "a", "ab", "abc", "abcd", "added"} {
		if v := derived.Lookup(name); v != nil {
			t.Fatalf("%q is %v before it is there", name, v)
		}
		base.SetAttrValue(name, starlark.String("base"))
		if v := derived.Lookup(name); v != starlark.Value(starlark.String("base")) {
			t.Errorf("%q of the base is %v", name, v)
		}
		derived.SetAttrValue(name, starlark.String("derived"))
		if v := derived.Lookup(name); v != starlark.Value(starlark.String("derived")) {
			t.Errorf("%q is %v", name, v)
		}
	}
}
