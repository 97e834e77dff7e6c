package lowering

// This file keeps track of the exceptions that are being handled: what a bare
// raise raises again, what sys.exc_info tells, and what becomes the __context__
// of a new exception.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// handled is the stack of exceptions that the code on one starlark.Thread is
// handling.
//
// $try pushes the exception that it caught; $leave pops it at the end of the
// handler, and raising it again does, too. A handler that is left by an exception
// pops nothing: its entry stays until the exception is caught, which is what
// gives the exception its context, and is dropped then. So:
//
//  1. The depth of an entry is that of the frame whose handler it belongs to.
//  2. When something is caught while the call stack has n frames, all entries
//     deeper than n belong to frames that are gone.
//  3. The top entry at that moment, before these are dropped, was the top entry
//     when the exception was raised.
type handled struct {
	entries []handledEntry
	outer   *handled // of whoever resumed the generator whose stack this is
	depth   int      // the depth of script calls below a generator's body
}

type handledEntry struct {
	exc   *object.Instance
	depth int
}

const handledKey = "starpool.handled"

func handledOf(st *starlark.Thread) *handled {
	h, _ := st.Local(handledKey).(*handled)
	if h == nil {
		h = new(handled)
		st.SetLocal(handledKey, h)
	}
	return h
}

func (h *handled) push(exc *object.Instance, depth int) {
	h.entries = append(h.entries, handledEntry{exc, depth})
}

// drop removes the entries of frames deeper than depth.
func (h *handled) drop(depth int) {
	n := len(h.entries)
	for n > 0 && h.entries[n-1].depth > depth {
		n--
	}
	clear(h.entries[n:])
	h.entries = h.entries[:n]
}

// pop removes the topmost entry of exc and all above it.
func (h *handled) pop(exc *object.Instance) {
	for i := len(h.entries) - 1; i >= 0; i-- {
		if h.entries[i].exc == exc {
			clear(h.entries[i:])
			h.entries = h.entries[:i]
			return
		}
	}
}

// current returns the exception being handled, or nil.
func (h *handled) current() *object.Instance {
	for ; h != nil; h = h.outer {
		if n := len(h.entries); n > 0 {
			return h.entries[n-1].exc
		}
	}
	return nil
}

// now is current for the code that runs on st.
func (h *handled) now(st *starlark.Thread) *object.Instance {
	h.drop(st.CallStackDepth())
	return h.current()
}

// Handled returns the exception that the code on t is handling, or nil:
// sys.exception().
func Handled(t *isolate.Thread) *object.Instance {
	st := t.Starlark()
	return handledOf(st).now(st)
}

// caught implements object.Caught. A new exception that a raise statement has
// raised has its context already; one of a built-in gets it here.
func caught(t *isolate.Thread, exc *object.Instance, fresh bool) {
	st := t.Starlark()
	h := handledOf(st)
	if fresh && exc.Exception().Context == nil {
		setContext(exc, h.current())
	}
	h.drop(st.CallStackDepth())
}

func init() { object.Caught = caught }

// setContext makes cur the __context__ of exc, as CPython does when exc is
// raised while cur is handled; a cycle is cut.
func setContext(exc, cur *object.Instance) {
	if cur == nil || cur == exc {
		return
	}
	for x := cur; x != nil; {
		s := x.Exception()
		if s.Context == exc {
			s.Context = nil
			break
		}
		x = s.Context
	}
	exc.Exception().Context = cur
}
