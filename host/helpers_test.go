package host

// This file holds the two halves of the lowering together.

import (
	"slices"
	"testing"

	"starpool/builtins/lowering"
	"starpool/host/dialect"
)

// TestHelpers checks that the run time provides exactly the helpers that
// lowered code may use.
func TestHelpers(t *testing.T) {
	want := dialect.HelperNames()
	var got []string
	for _, n := range lowering.Names() {
		got = append(got, lowering.Prefix+n)
	}
	slices.Sort(got)
	for _, n := range want {
		if !slices.Contains(got, n) {
			t.Errorf("lowered code uses %s, which nothing provides", n)
		}
	}
	for _, n := range got {
		if !slices.Contains(want, n) {
			t.Errorf("%s is provided, but no lowered code uses it", n)
		}
	}
}
