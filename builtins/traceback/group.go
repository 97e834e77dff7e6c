package traceback

// This file defines how an exception group is written: as a tree.

import (
	"fmt"

	"starpool/builtins/object"
)

const (
	maxGroupWidth = 15
	maxGroupDepth = 10
)

func (w *writer) group(exc *object.Instance) {
	if w.depth > maxGroupDepth {
		w.emit(fmt.Sprintf("... (max_group_depth is %d)\n", maxGroupDepth))
		return
	}
	s := exc.Exception()
	top := w.depth == 0
	if top {
		w.depth++
	}
	if len(s.Traceback) > 0 {
		if top {
			w.margin = '+'
		}
		w.emit("Exception Group Traceback (most recent call last):\n")
		w.margin = 0
		w.frames(s.Traceback)
	}
	w.origin(s)
	w.final(exc)
	parts := object.GroupExceptions(exc)
	n := min(len(parts), maxGroupWidth+1)
	w.needClose = false
	for i := 0; i < n; i++ {
		last := i == n-1
		if last {
			w.needClose = true
		}
		title := fmt.Sprint(i + 1)
		if i >= maxGroupWidth {
			title = "..."
		}
		w.indent()
		if i == 0 {
			w.b.WriteString("+-")
		} else {
			w.b.WriteString("  ")
		}
		w.b.WriteString("+---------------- " + title + " ----------------\n")
		w.depth++
		if i < maxGroupWidth {
			w.part(parts[i])
		} else {
			rest := len(parts) - maxGroupWidth
			plural := "s"
			if rest == 1 {
				plural = ""
			}
			w.emit(fmt.Sprintf("and %d more exception%s\n", rest, plural))
		}
		if last && w.needClose {
			w.indent()
			w.b.WriteString("+------------------------------------\n")
			w.needClose = false
		}
		w.depth--
	}
	if top {
		w.depth = 0
	}
}

// part writes an exception of a group with its own chain.
func (w *writer) part(exc *object.Instance) {
	if w.seen[exc] && object.GroupExceptions(exc) != nil {
		w.final(exc) // a group that holds itself
		return
	}
	w.seen[exc] = true
	w.exception(exc)
}
