package repl

// This file defines x?.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/universe"
)

// resolve returns what a dotted name stands for, without running code of the
// script where that can be avoided.
func (s *session) resolve(t *isolate.Thread, path string) (starlark.Value, error) {
	parts := strings.Split(path, ".")
	v := s.host.Module().Get(parts[0])
	if v == nil {
		v = universe.Lookup(t, parts[0])
	}
	if v == nil {
		return nil, object.Raise(object.NameError, "name '%s' is not defined", parts[0])
	}
	for _, p := range parts[1:] {
		var err error
		if v, err = object.GetAttr(t, v, p); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// inspect shows what x is.
func (s *session) inspect(path string) error {
	return s.report(s.host.Main(s.ctx, func(t *isolate.Thread) error {
		v, err := s.resolve(t, path)
		if err != nil {
			return err
		}
		var b strings.Builder
		row := func(label, text string) {
			b.WriteString(s.theme.failure(label) + strings.Repeat(" ", 11-len(label)) + text + "\n")
		}
		if sig := universe.Signature(t, v); sig != "" {
			row("Signature:", path[strings.LastIndexByte(path, '.')+1:]+sig)
		} else if !object.IsCallable(v) {
			text, err := object.Repr(t, v)
			if err != nil {
				return err
			}
			row("Value:", shorten(text, max(20, s.width()-12)))
		}
		row("Type:", object.TypeName(v))
		if at := definedAt(v); at != "" {
			row("File:", at)
		}
		if doc := docOf(t, v); doc != "" {
			row("Doc:", strings.ReplaceAll(doc, "\n", "\n           "))
		}
		return s.print(t, b.String())
	}))
}

// docOf returns the documentation of v, without the indentation that its lines
// have in the source.
func docOf(t *isolate.Thread, v starlark.Value) string {
	d, err := object.GetAttr(t, v, "__doc__")
	if err != nil {
		t.Pending()
		return ""
	}
	text, _ := object.Text(d)
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

// definedAt returns the file and line of a function of a script.
func definedAt(v starlark.Value) string {
	if f := scriptFunction(v); f != nil {
		return f.Position().Filename() + ":" + starlark.MakeInt(int(f.Position().Line)).String()
	}
	return ""
}

// scriptFunction returns the function of a script behind v, or nil.
func scriptFunction(v starlark.Value) *starlark.Function {
	f, _ := v.(*starlark.Function)
	return f
}
