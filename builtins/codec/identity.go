package codec

// This file defines the names by which heaps tell whether a class is one that
// they have. A Link's numbers do that between two ends; a class that went on to
// a third heap, or comes by another way, is known by its name.

import (
	"crypto/rand"
	"strconv"
	"weak"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// identities are the names of an isolate's classes that have travelled.
type identities struct {
	home  string
	count int
	names map[weak.Pointer[object.Class]]string
	of    map[string]weak.Pointer[object.Class]
}

var identitiesIn = isolate.NewKey(func(*isolate.Isolate) *identities {
	return &identities{home: rand.Text() + ".", names: make(map[weak.Pointer[object.Class]]string), of: make(map[string]weak.Pointer[object.Class])}
})

// nameOf returns a class's name, the same in all heaps.
func nameOf(iso *isolate.Isolate, c *object.Class) string {
	ids, p := identitiesIn.In(iso), weak.Make(c)
	name, ok := ids.names[p]
	if !ok {
		ids.count++
		name = ids.home + strconv.Itoa(ids.count)
		ids.set(name, p)
	}
	return name
}

func (ids *identities) set(name string, p weak.Pointer[object.Class]) {
	ids.names[p], ids.of[name] = name, p
	if n := len(ids.of); n >= 64 && n&(n-1) == 0 {
		ids.tidy()
	}
}

// tidy forgets the classes that are gone.
func (ids *identities) tidy() {
	for name, p := range ids.of {
		if p.Value() == nil {
			delete(ids.of, name)
			delete(ids.names, p)
		}
	}
}

// classNamed returns the class that has a name here, or nil.
func classNamed(iso *isolate.Isolate, name string) *object.Class {
	return identitiesIn.In(iso).of[name].Value()
}

// nameClass gives a class that came the name it came by.
func nameClass(iso *isolate.Isolate, name string, c *object.Class) {
	identitiesIn.In(iso).set(name, weak.Make(c))
}
