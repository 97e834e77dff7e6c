package registry

// This file defines the locks of modules: a module whose code another thread is
// running for the first time is waited for.

import (
	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// imports are the modules of an isolate that are being loaded, by name.
type imports struct {
	locks map[string]*importLock
	waits map[*object.Thread]*importLock
}

var importsIn = isolate.NewKey(func(*isolate.Isolate) *imports {
	return &imports{make(map[string]*importLock), make(map[*object.Thread]*importLock)}
})

// An importLock is held by the thread that loads a module.
type importLock struct {
	owner *object.Thread
	depth int // how often the owner has it: import cycles come back to it
	users int // the owner and those that wait
	queue isolate.WaitQueue
}

// enter waits until no other thread loads the module, and keeps others from it
// until done is called. Two threads that load modules which import each other
// would wait forever: then, as in CPython, the second goes on with the module as
// far as it is.
func enter(t *object.Thread, name string) (done func(), err error) {
	im := importsIn.In(t.Isolate())
	l := im.locks[name]
	if l == nil {
		l = &importLock{}
		im.locks[name] = l
	}
	for l.owner != nil && l.owner != t {
		if im.waitsFor(l.owner, t) {
			return func() {}, nil
		}
		l.users++
		im.waits[t] = l
		_, err := l.queue.Wait(t, isolate.Forever)
		delete(im.waits, t)
		l.users--
		if err != nil {
			im.drop(name, l)
			return nil, err
		}
	}
	if l.owner == nil {
		l.owner = t
		l.users++
	}
	l.depth++
	return func() {
		if l.depth--; l.depth > 0 {
			return
		}
		l.owner = nil
		l.users--
		l.queue.WakeAll()
		im.drop(name, l)
	}, nil
}

func (im *imports) drop(name string, l *importLock) {
	if l.users == 0 && im.locks[name] == l {
		delete(im.locks, name)
	}
}

// waitsFor reports whether a waits for a module that b loads, at any remove.
func (im *imports) waitsFor(a, b *object.Thread) bool {
	for range len(im.waits) + 1 {
		if a == b {
			return true
		}
		l := im.waits[a]
		if l == nil || l.owner == nil {
			return false
		}
		a = l.owner
	}
	return false
}
