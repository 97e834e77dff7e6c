package traceback

// This file defines the last lines of a traceback: the class and the message, a
// SyntaxError's place, the notes.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// className is the exception's class as a traceback names it.
func className(exc *object.Instance) string {
	c := exc.Class()
	if c.Module == "builtins" || c.Module == "__main__" || c.Module == "" {
		return c.Qualname
	}
	return c.Module + "." + c.Qualname
}

func (w *writer) final(exc *object.Instance) {
	st := w.style()
	name := style(st.Class, className(exc))
	if exc.Class().IsSubclass(object.SyntaxError) {
		w.syntaxError(exc, name)
	} else {
		msg := w.safeStr(exc, "exception") + w.suggestion(exc)
		line := name
		if msg != "" {
			line += ": " + style(st.Message, msg)
		}
		w.emit(line + "\n")
	}
	w.notes(exc)
	if s := exc.Exception(); s.GoStack != "" {
		w.emit("Go stack of the panic:\n")
		for _, l := range strings.Split(strings.TrimRight(s.GoStack, "\n"), "\n") {
			w.emit("    " + l + "\n")
		}
	}
}

func (w *writer) notes(exc *object.Instance) {
	notes := exc.Attrs.Get("__notes__")
	if notes == nil {
		return
	}
	switch object.Base(notes).(type) {
	case *starlark.List, starlark.Tuple:
		items, err := object.Slice(w.t, notes)
		if err != nil {
			return
		}
		for _, v := range items {
			for _, l := range strings.Split(w.safeStr(v, "note"), "\n") {
				w.emit(l + "\n")
			}
		}
	case starlark.NoneType:
	default:
		s, err := object.Repr(w.t, notes)
		if err != nil {
			w.t.Pending()
			s = "<__notes__ repr() failed>"
		}
		w.emit(s + "\n")
	}
}

// syntaxError writes the place and the text of a SyntaxError.
func (w *writer) syntaxError(exc *object.Instance, name string) {
	get := func(attr string) starlark.Value {
		v, err := exc.GenericAttr(w.t, attr)
		if err != nil || v == nil {
			return starlark.None
		}
		return v
	}
	number := func(attr string) (int, bool) {
		n, ok := get(attr).(starlark.Int)
		if !ok {
			return 0, false
		}
		i, _ := n.Int64()
		return int(i), true
	}
	file, hasFile := object.Text(get("filename"))
	_, hasLine := number("lineno")
	suffix := ""
	if hasLine {
		if !hasFile || file == "" {
			file = "<string>"
		}
		st := w.style()
		w.emit("  File " + style(st.File, `"`+file+`"`) + ", line " + style(st.File, get("lineno").String()) + "\n")
	} else if hasFile {
		suffix = " (" + file + ")"
	}
	if source, ok := object.Text(get("text")); ok {
		w.syntaxText(source, number)
	}
	msg := "<no detail available>"
	if v := get("msg"); v != starlark.None {
		if s := w.safeStr(v, "exception"); s != "" {
			msg = s
		}
	}
	w.emit(name + ": " + style(w.style().Message, msg) + suffix + "\n")
}

func (w *writer) syntaxText(source string, number func(string) (int, bool)) {
	whole := text.Runes(strings.TrimRight(source, "\n"))
	code := []rune(strings.TrimLeft(string(whole), " \n\f"))
	spaces := len(whole) - len(code)
	offset, ok := number("offset")
	if !ok {
		w.emit("    " + string(code) + "\n")
		return
	}
	line, _ := number("lineno")
	endLine, hasEnd := number("end_lineno")
	end := len(whole) + 1
	if !hasEnd || line == endLine {
		var has bool
		if end, has = number("end_offset"); !has || end == 0 {
			end = offset
		}
	}
	if n := text.Len(source); source != "" && offset > n {
		offset = n + 1
	}
	if offset == end || end == -1 {
		end = offset + 1
	}
	from, to := offset-1-spaces, end-1-spaces
	w.emit("    " + string(code) + "\n")
	if from < 0 {
		return
	}
	var b strings.Builder
	for i := 0; i < from; i++ {
		if i < len(code) && text.IsSpace(code[i]) {
			b.WriteRune(code[i]) // a tab keeps the carets in line
		} else {
			b.WriteByte(' ')
		}
	}
	w.emit("    " + b.String() + style(w.style().Error, strings.Repeat("^", max(to-from, 0))) + "\n")
}
