package codec

// This file defines Link.

import (
	"crypto/sha256"
	"maps"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A Link is one end of a connection between two heaps: what the ends have told
// each other. The zero value is not usable; call NewLink. It is used with the
// lock of its heap held.
type Link struct {
	next    uint64           // the number of the next thing that this end tells of
	numbers map[any]uint64   // *Unit, *object.Module, *object.Class, *starlark.Function
	things  map[uint64]any   // the other way
	foreign map[any]bool     // of numbers: told by the other end
	sent    map[variable]any // module variables that were sent: the code, or true for data
	modules map[instance]*starlark.Module
}

// A variable is one of a module.
type variable struct {
	module *object.Module
	name   string
}

// An instance is a unit as the code of a module.
type instance struct {
	module *object.Module
	unit   *Unit
}

// NewLink returns an end. One of the two ends says first; their numbers must not
// meet.
func NewLink(first bool) *Link {
	l := &Link{next: 2, numbers: make(map[any]uint64), things: make(map[uint64]any), foreign: make(map[any]bool),
		sent: make(map[variable]any), modules: make(map[instance]*starlark.Module)}
	if first {
		l.next = 1
	}
	return l
}

// Aside returns a link for one question and its answer, which travel besides the
// messages of l and in no order with them. It knows what one end of l has told:
// this end, up to the number limit, if ours is true; else the other end, and then
// it returns the highest number. So the end that was told asks, and says how far
// it has been told.
func (l *Link) Aside(ours bool, limit uint64) (a *Link, highest uint64) {
	a = NewLink(false)
	a.sent, a.modules = maps.Clone(l.sent), maps.Clone(l.modules)
	for n, thing := range l.things {
		if l.foreign[thing] == ours || ours && n > limit {
			continue
		}
		a.things[n], a.numbers[thing] = thing, n
		if !ours {
			a.foreign[thing] = true
			highest = max(highest, n)
		}
	}
	a.next = 2 - l.next%2
	if ours && limit >= a.next {
		a.next = limit + 1 + (limit+1+a.next)%2
	}
	return a, highest
}

// A journal notes what a message has changed in a link, so that a message that
// was not sent changes nothing.
type journal struct {
	link *Link
	undo []func()
}

// tell gives thing a number that the other end learns.
func (j *journal) tell(thing any) uint64 {
	l := j.link
	n := l.next
	l.next += 2
	l.numbers[thing], l.things[n] = n, thing
	j.undo = append(j.undo, func() {
		delete(l.numbers, thing)
		delete(l.things, n)
	})
	return n
}

func (j *journal) noteSent(v variable, what any) {
	l := j.link
	old, had := l.sent[v]
	l.sent[v] = what
	j.undo = append(j.undo, func() {
		if had {
			l.sent[v] = old
		} else {
			delete(l.sent, v)
		}
	})
}

func (j *journal) rollback() {
	for i := len(j.undo) - 1; i >= 0; i-- {
		j.undo[i]()
	}
	j.undo = nil
}

// learn notes what the other end has told.
func (l *Link) learn(n uint64, thing any) {
	l.numbers[thing], l.things[n] = n, thing
	l.foreign[thing] = true
}

// starlarkModules are the module objects that stand for the variables of code
// of the starlark dialect.
type starlarkTable struct {
	of map[*starlark.Module]*object.Module
}

var starlarkModules = isolate.NewKey(func(*isolate.Isolate) *starlarkTable {
	return &starlarkTable{make(map[*starlark.Module]*object.Module)}
})

// A hashedInstance is an instance whose unit may have come over several links.
type hashedInstance struct {
	module *object.Module
	hash   [sha256.Size]byte
}

// instanceTable holds the modules that an isolate has made of units.
type instanceTable struct {
	made map[hashedInstance]*starlark.Module
}

var instances = isolate.NewKey(func(*isolate.Isolate) *instanceTable {
	return &instanceTable{make(map[hashedInstance]*starlark.Module)}
})
