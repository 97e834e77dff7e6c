package repl

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestHistoryKeepsCells(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history")
	a, b := newHistory(path), newHistory(path)
	cells := []string{"def f():\n    return '\\n'\n\tx", "x = r'\\'", "  indented"}
	a.add(cells[0])
	b.add(cells[1])
	b.add(cells[1]) // once
	a.add(cells[2])
	if got := newHistory(path).cells; !slices.Equal(got, cells) {
		t.Errorf("got %q, want %q", got, cells)
	}
	if st, err := os.Stat(path); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", st.Mode(), err)
	}
}

func TestHistoryIsBounded(t *testing.T) {
	path := filepath.Join(t.TempDir(), "history")
	var b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&b, "x%d = '%s'\n", i, strings.Repeat("y", 1000))
	}
	b.WriteString("half a li") // of a session that is writing
	if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	h := newHistory(path)
	if n := len(h.cells); n != maxCells || !strings.HasPrefix(h.cells[n-1], "x2999 ") {
		t.Errorf("%d cells, the last is %.20q", n, h.cells[n-1])
	}
	st, err := os.Stat(path)
	if err != nil || st.Size() > maxHistoryFile+2000 || st.Mode().Perm() != 0o600 {
		t.Errorf("%d bytes, %v", st.Size(), st.Mode())
	}
	if got := newHistory(path).cells; !strings.HasPrefix(got[len(got)-1], "x2999 ") {
		t.Errorf("the last is %.20q", got[len(got)-1])
	}
}

func TestHistoryThatCannotBeKept(t *testing.T) {
	h := newHistory(filepath.Join(t.TempDir(), "no", "such", "folder"))
	h.add("x")
	if len(h.cells) != 1 {
		t.Error(h.cells)
	}
}
