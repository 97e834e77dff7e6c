package object

// This file defines iteration over dicts and sets without copying them, and
// access to their end.

import (
	"reflect"
	"sync/atomic"
	"unsafe"

	"go.starlark.net/starlark"
)

// go.starlark.net keeps a table's entries in a doubly linked list in the order
// of insertion, but offers to walk it only forwards, keys first, and with the
// table locked against changes. Python's iterators see new values of old keys,
// walk backwards, and fail when the table has changed its size; popitem takes
// the last entry in constant time. All of that needs the list itself.
//
// Reading it is safe whatever happened to the table meanwhile: an entry that was
// deleted is zeroed in place, and one that moved to a larger table leaves the old
// one behind, which the pointer keeps alive.
var (
	headOffset     uintptr // of head in a Dict, and in a Set
	tailLinkOffset uintptr
	nextOffset     uintptr // of the fields of an entry
	prevLinkOffset uintptr
	keyOffset      uintptr
	valueOffset    uintptr
	hashOffset     uintptr
	entrySize      uintptr

	tableOffset      uintptr // of the slice of buckets
	bucketSize       uintptr
	bucketEntries    int
	entriesOffset    uintptr // of the fields of a bucket
	nextBucketOffset uintptr
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
	head, tail := field(table.Type, "head"), field(table.Type, "tailLink")
	entry := head.Type.Elem()
	next, prev := field(entry, "next"), field(entry, "prevLink")
	key, val := field(entry, "key"), field(entry, "value")
	value := reflect.TypeFor[starlark.Value]()
	if key.Type != value || val.Type != value || next.Type != head.Type || prev.Type != tail.Type || tail.Type.Elem() != head.Type {
		panic("object: the layout of go.starlark.net's hash table has changed")
	}
	headOffset, tailLinkOffset = table.Offset+head.Offset, table.Offset+tail.Offset
	nextOffset, prevLinkOffset = next.Offset, prev.Offset
	keyOffset, valueOffset = key.Offset, val.Offset
	hash, buckets := field(entry, "hash"), field(table.Type, "table")
	bucket := buckets.Type.Elem()
	entries, nextBucket := field(bucket, "entries"), field(bucket, "next")
	if hash.Type.Kind() != reflect.Uint32 || entries.Type.Elem() != entry || nextBucket.Type.Elem() != bucket {
		panic("object: the layout of go.starlark.net's hash table has changed")
	}
	hashOffset, entrySize = hash.Offset, entry.Size()
	tableOffset, bucketSize = table.Offset+buckets.Offset, bucket.Size()
	bucketEntries, entriesOffset, nextBucketOffset = entries.Type.Len(), entries.Offset, nextBucket.Offset
}

// tableGrowth returns how many bytes the table of a dict or set with n entries
// takes when it grows at the next one, or 0 if that fits.
func tableGrowth(n int, table unsafe.Pointer) int64 {
	// go.starlark.net doubles the number of buckets when they hold 6.5 entries each.
	buckets := len(*(*[]struct{})(unsafe.Add(table, tableOffset)))
	if n < bucketEntries || 2*n < 13*buckets {
		return 0
	}
	return 2 * int64(buckets) * int64(bucketSize)
}

// storedEqual returns a key of the table that equals k though its Go type is
// another, or nil: go.starlark.net takes such values for different without
// asking. One of the two is then an object of a script's class.
func storedEqual(t *Thread, table unsafe.Pointer, k starlark.Value) (starlark.Value, error) {
	x, isObject := k.(*Instance)
	if isObject {
		if f, ok := x.class.Lookup("__eq__").(*Func); ok && f.owner == ObjectType {
			return nil, nil
		}
	} else if !objectKeys.Load() {
		return nil, nil
	}
	h, err := k.Hash()
	if err != nil {
		return nil, err
	}
	if h == 0 {
		h = 1 // as go.starlark.net's hashtable does
	}
	buckets := *(*[]struct{})(unsafe.Add(table, tableOffset))
	if len(buckets) == 0 {
		return nil, nil
	}
	first := *(*unsafe.Pointer)(unsafe.Add(table, tableOffset))
	b := unsafe.Add(first, uintptr(h&uint32(len(buckets)-1))*bucketSize)
	for ; b != nil; b = *(*unsafe.Pointer)(unsafe.Add(b, nextBucketOffset)) {
		for i := range bucketEntries {
			e := unsafe.Add(b, entriesOffset+uintptr(i)*entrySize)
			if *(*uint32)(unsafe.Add(e, hashOffset)) != h {
				continue
			}
			key := entryKey(e)
			y, ok := key.(*Instance)
			if ok == isObject {
				continue // of the same kind: go.starlark.net has compared them
			}
			if t == nil {
				if isObject {
					y = x
				}
				t = y.thread()
			}
			if same, err := Equal(t, k, key); same || err != nil {
				return key, err
			}
		}
	}
	return nil, nil
}

// objectKeys is set once an object was hashed that may equal a value of a
// built-in type: until then no table holds one.
var objectKeys atomic.Bool

func firstEntry(table unsafe.Pointer) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Add(table, headOffset))
}

// lastEntry returns the last entry of a table that has one: tailLink points at
// its next field.
func lastEntry(table unsafe.Pointer) unsafe.Pointer {
	link := *(*unsafe.Pointer)(unsafe.Add(table, tailLinkOffset))
	return unsafe.Add(link, -int(nextOffset))
}

func nextEntry(entry unsafe.Pointer) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Add(entry, nextOffset))
}

// prevEntry follows the link to the field that leads to the entry: the next
// field of the one before, or the table's head.
func prevEntry(table, entry unsafe.Pointer) unsafe.Pointer {
	link := *(*unsafe.Pointer)(unsafe.Add(entry, prevLinkOffset))
	if link == nil || link == unsafe.Add(table, headOffset) {
		return nil
	}
	return unsafe.Add(link, -int(nextOffset))
}

func entryKey(entry unsafe.Pointer) starlark.Value {
	return *(*starlark.Value)(unsafe.Add(entry, keyOffset))
}

func entryValue(entry unsafe.Pointer) starlark.Value {
	return *(*starlark.Value)(unsafe.Add(entry, valueOffset))
}

// LastItem returns the item of a dict that was inserted last.
func LastItem(d *starlark.Dict) (key, value starlark.Value, ok bool) {
	if d.Len() == 0 {
		return nil, nil, false
	}
	e := lastEntry(unsafe.Pointer(d))
	return entryKey(e), entryValue(e), true
}

// FirstItem returns the item of a dict that was inserted first.
func FirstItem(d *starlark.Dict) (key, value starlark.Value, ok bool) {
	if d.Len() == 0 {
		return nil, nil, false
	}
	e := firstEntry(unsafe.Pointer(d))
	return entryKey(e), entryValue(e), true
}

// A TableIterator walks a dict or a set.
type TableIterator struct {
	dict    *starlark.Dict // or
	set     *starlark.Set
	entry   unsafe.Pointer // the next one
	n, left int
	values  bool // yield values, or with keys too, items
	keys    bool
	reverse bool
	failed  string
	ordered []starlark.Value // of a small set of ints: all of its elements
}

// IterDict returns an iterator over the keys, values, or (with both) items of a
// dict, from the last to the first if reverse is true.
func IterDict(d *starlark.Dict, keys, values, reverse bool) *TableIterator {
	it := &TableIterator{dict: d, n: d.Len(), left: d.Len(), keys: keys, values: values, reverse: reverse}
	switch {
	case it.n == 0:
	case reverse:
		it.entry = lastEntry(unsafe.Pointer(d))
	default:
		it.entry = firstEntry(unsafe.Pointer(d))
	}
	return it
}

// IterSet returns an iterator over a set.
func IterSet(s *starlark.Set) *TableIterator {
	it := &TableIterator{set: s, n: s.Len(), left: s.Len(), keys: true}
	if it.n > 0 {
		it.entry = firstEntry(unsafe.Pointer(s))
	}
	if ordersInts(s) {
		it.ordered = orderInts(setElems(s))
	}
	return it
}

// Left returns how many elements are still to come.
func (it *TableIterator) Left() int {
	if it.dict == nil && it.set == nil {
		return 0
	}
	return it.left
}

// Next implements Iterator.
func (it *TableIterator) Next(t *Thread) (starlark.Value, error) {
	if err := t.Tick(); err != nil {
		return nil, err
	}
	var table unsafe.Pointer
	switch {
	case it.failed != "":
		return nil, Raise(RuntimeError, "%s", it.failed)
	case it.dict != nil:
		if it.dict.Len() != it.n {
			return nil, it.fail("dictionary changed size during iteration")
		}
		table = unsafe.Pointer(it.dict)
	case it.set != nil:
		if it.set.Len() != it.n {
			return nil, it.fail("Set changed size during iteration")
		}
		table = unsafe.Pointer(it.set)
	default:
		return nil, nil
	}
	e := it.entry
	if it.left == 0 {
		*it = TableIterator{}
		return nil, nil
	}
	var k starlark.Value
	if e != nil {
		k = entryKey(e)
	}
	if k == nil { // deleted while another key came in
		if it.set != nil {
			*it = TableIterator{}
			return nil, nil
		}
		return nil, it.fail("dictionary keys changed during iteration")
	}
	it.left--
	if it.ordered != nil {
		return it.ordered[it.n-it.left-1], nil
	}
	v := entryValue(e)
	if it.reverse {
		it.entry = prevEntry(table, e)
	} else {
		it.entry = nextEntry(e)
	}
	switch {
	case it.keys && it.values:
		return starlark.Tuple{k, v}, nil
	case it.values:
		return v, nil
	}
	return k, nil
}

// fail makes the error of a table that changed; it comes again at every step.
func (it *TableIterator) fail(message string) error {
	it.failed = message
	return Raise(RuntimeError, "%s", message)
}

// FirstMember returns the first element of a non-empty set.
func FirstMember(s *starlark.Set) starlark.Value {
	if ordersInts(s) {
		return orderInts(setElems(s))[0]
	}
	return entryKey(firstEntry(unsafe.Pointer(s)))
}

// ordersInts reports whether a set may be one that orderInts orders.
func ordersInts(s *starlark.Set) bool {
	if n := s.Len(); n < 2 || n > maxOrderedSet {
		return false
	}
	switch entryKey(firstEntry(unsafe.Pointer(s))).(type) {
	case starlark.Int, starlark.Bool:
		return true
	}
	return false
}
