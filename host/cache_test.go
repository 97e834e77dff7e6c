package host

// This file tests the bounds of the cache of compiled files.

import (
	"container/list"
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"
)

func TestProgramCache(t *testing.T) {
	p := programCache{entries: make(map[[sha256.Size]byte]*list.Element), maxBytes: 100, maxFiles: 5}
	made := 0
	get := func(name string, size int) {
		t.Helper()
		if _, err := p.get(sha256.Sum256([]byte(name)), size, func() (*compiled, error) { made++; return new(compiled), nil }); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 20 {
		get(fmt.Sprint(i), 10)
		get("kept", 10)
	}
	if made != 21 || len(p.entries) != 5 || p.bytes != 50 {
		t.Errorf("made %d, holds %d files, %d bytes", made, len(p.entries), p.bytes)
	}
	get("large", 95)
	if len(p.entries) != 1 || p.bytes != 95 {
		t.Errorf("holds %d files, %d bytes", len(p.entries), p.bytes)
	}
	bad := errors.New("bad")
	for range 2 {
		calls := 0
		if _, err := p.get(sha256.Sum256([]byte("bad")), 1, func() (*compiled, error) { calls++; return nil, bad }); err != bad || calls != 1 {
			t.Errorf("%v after %d calls", err, calls)
		}
	}
	if p.order.Len() != len(p.entries) {
		t.Error("the order and the table differ")
	}
}

// The key tells apart what compiles differently.
func TestUnitKeys(t *testing.T) {
	keys := []unitKey{
		{}, {starlark: true}, {module: "m"}, {filename: "m"}, {src: []byte("m")}, {mode: 1},
		{names: []string{"m"}}, {names: []string{"m", "m"}}, {names: []string{"mm"}},
	}
	open, prompt, plain := unitKey{}, unitKey{}, unitKey{}
	open.opts.OpenGlobals, prompt.opts.Interactive, plain.opts.NoVersions = true, true, true
	seen := make(map[[sha256.Size]byte]int)
	for i, k := range append(keys, open, prompt, plain) {
		if j, dup := seen[k.hash()]; dup {
			t.Errorf("keys %d and %d are one", i, j)
		}
		seen[k.hash()] = i
	}
}
