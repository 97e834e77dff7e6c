package object

// This file defines direct access to the elements of a list.

import (
	"reflect"
	"unsafe"

	"go.starlark.net/starlark"
)

// rawList has the layout of starlark.List. go.starlark.net offers no insertion,
// deletion or reordering, and refuses every change while one of its own loops
// runs over the list; Python allows it, and go.starlark.net's list iterator,
// which reads the length at every step, copes.
type rawList struct {
	elems     []starlark.Value
	frozen    bool
	itercount uint32
}

// The layout is an implementation detail of the one version that go.mod names:
// any other must fail at once and not corrupt memory.
func init() {
	have, want := reflect.TypeFor[starlark.List](), reflect.TypeFor[rawList]()
	same := have.Size() == want.Size() && have.NumField() == want.NumField()
	for i := 0; same && i < want.NumField(); i++ {
		h, w := have.Field(i), want.Field(i)
		same = h.Name == w.Name && h.Type == w.Type && h.Offset == w.Offset
	}
	if !same {
		panic("object: the layout of go.starlark.net's List has changed")
	}
}

// Elems returns the elements of a list: its own storage, to be read only, and
// only until script code runs or the list changes.
func Elems(l *starlark.List) []starlark.Value { return (*rawList)(unsafe.Pointer(l)).elems }

// SetElems makes elems the storage of a list. It fails for a frozen list.
func SetElems(l *starlark.List, elems []starlark.Value) error {
	r := (*rawList)(unsafe.Pointer(l))
	if r.frozen {
		return frozenList()
	}
	r.elems = elems
	return nil
}

// Append adds v to a list. It fails for a frozen list.
func Append(l *starlark.List, v starlark.Value) error {
	r := (*rawList)(unsafe.Pointer(l))
	if r.frozen {
		return frozenList()
	}
	r.elems = append(r.elems, v)
	return nil
}

// SetIndex assigns the element i, which must exist. It fails for a frozen list.
func SetIndex(l *starlark.List, i int, v starlark.Value) error {
	r := (*rawList)(unsafe.Pointer(l))
	if r.frozen {
		return frozenList()
	}
	r.elems[i] = v
	return nil
}

// CheckList returns the error of changing a list that is frozen, or nil.
func CheckList(l *starlark.List) error {
	if (*rawList)(unsafe.Pointer(l)).frozen {
		return frozenList()
	}
	return nil
}

func frozenList() error { return Raise(TypeError, "cannot modify frozen list") }

// DeleteIndex removes the element i of a list.
func DeleteIndex(t *Thread, x *starlark.List, i int) error {
	r := (*rawList)(unsafe.Pointer(x))
	if r.frozen {
		return frozenList()
	}
	n := len(r.elems)
	if i == n-1 {
		r.elems[i] = nil
		r.elems = r.elems[:i]
		return nil
	}
	copy(r.elems[i:], r.elems[i+1:])
	r.elems[n-1] = nil
	r.elems = r.elems[:n-1]
	return nil
}
