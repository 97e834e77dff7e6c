package object

// This file defines access to the end of a dict or set.

import (
	"reflect"
	"unsafe"

	"go.starlark.net/starlark"
)

// go.starlark.net keeps a table's entries in a linked list whose end it knows
// (tailLink points at the last entry's next field), but it can only be walked
// from the start. Python's popitem takes the last entry in constant time.
var (
	tailLinkOffset uintptr // of tailLink in a Dict, and in a Set
	nextOffset     uintptr // of next in an entry
	keyOffset      uintptr
	valueOffset    uintptr
)

func init() {
	field := func(t reflect.Type, name string) reflect.StructField {
		f, ok := t.FieldByName(name)
		if !ok {
			panic("object: the layout of go.starlark.net's " + t.Name() + " has changed")
		}
		return f
	}
	table := field(reflect.TypeFor[starlark.Dict](), "ht")
	if set := field(reflect.TypeFor[starlark.Set](), "ht"); set.Type != table.Type || set.Offset != table.Offset {
		panic("object: the layout of go.starlark.net's Set has changed")
	}
	tail := field(table.Type, "tailLink")
	entry := tail.Type.Elem().Elem()
	value := reflect.TypeFor[starlark.Value]()
	key, val := field(entry, "key"), field(entry, "value")
	if key.Type != value || val.Type != value {
		panic("object: the layout of go.starlark.net's hash table has changed")
	}
	tailLinkOffset = table.Offset + tail.Offset
	nextOffset = field(entry, "next").Offset
	keyOffset, valueOffset = key.Offset, val.Offset
}

// LastItem returns the item of a dict that was inserted last.
func LastItem(d *starlark.Dict) (key, value starlark.Value, ok bool) {
	if d.Len() == 0 {
		return nil, nil, false
	}
	link := *(*unsafe.Pointer)(unsafe.Add(unsafe.Pointer(d), tailLinkOffset))
	entry := unsafe.Add(link, -int(nextOffset))
	return *(*starlark.Value)(unsafe.Add(entry, keyOffset)), *(*starlark.Value)(unsafe.Add(entry, valueOffset)), true
}
