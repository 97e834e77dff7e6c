package object

// This file defines changes of a dict's order.

import (
	"unsafe"

	"go.starlark.net/starlark"
)

// MoveToEnd makes the item of an existing key the last of a dict, or the first,
// in constant time. It reports whether the key was there.
func MoveToEnd(t *Thread, d *starlark.Dict, key starlark.Value, last bool) (bool, error) {
	k, v, err := takeItem(t, d, key)
	if k == nil || err != nil {
		return false, err
	}
	if err := d.SetKey(k, v); err != nil {
		return false, nativeError(t, err)
	}
	if !last && d.Len() > 1 {
		lastToFront(unsafe.Pointer(d))
	}
	return true, nil
}

// takeItem removes an item and returns it with the key as it was stored, or nil.
func takeItem(t *Thread, d *starlark.Dict, key starlark.Value) (k, v starlark.Value, err error) {
	v, found, err := d.Delete(key)
	if err != nil {
		return nil, nil, nativeError(t, err)
	}
	if found {
		return key, v, nil
	}
	for _, a := range aliases(key) {
		if v, found, _ := d.Delete(a); found {
			return a, v, nil
		}
	}
	return nil, nil, nil
}

// lastToFront unlinks the last entry of a table with two or more and links it
// in before the first. The table keeps head, the first entry, and tailLink, the
// next field of the last one; each entry keeps prevLink, the field that leads to
// it.
func lastToFront(table unsafe.Pointer) {
	pointer := func(p unsafe.Pointer, offset uintptr) *unsafe.Pointer {
		return (*unsafe.Pointer)(unsafe.Add(p, offset))
	}
	e, first := lastEntry(table), firstEntry(table)
	before := *pointer(e, prevLinkOffset)
	*(*unsafe.Pointer)(before) = nil
	*pointer(table, tailLinkOffset) = before
	*pointer(e, prevLinkOffset) = unsafe.Pointer(pointer(table, headOffset))
	*pointer(e, nextOffset) = first
	*pointer(first, prevLinkOffset) = unsafe.Pointer(pointer(e, nextOffset))
	*pointer(table, headOffset) = e
}
