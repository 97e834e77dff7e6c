package universe

// This file defines Signature, which help() and the prompt show.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// Signature returns the parameters of v as its def statement writes them, in
// parentheses, or "" if they are not known.
func Signature(t *object.Thread, v starlark.Value) string {
	switch f := v.(type) {
	case *object.Func:
		return f.Signature()
	case *starlark.Function:
		if info := object.InfoOf(t, f); info != nil {
			return paramList(t, f, info.Params)
		}
	case *object.Class:
		for _, name := range []string{"__init__", "__new__"} {
			if m := f.Lookup(name); m != nil && ownerOf(m) != object.ObjectType {
				if sig := Signature(t, m); sig != "" {
					return dropFirst(sig)
				}
			}
		}
	default:
		if !object.IsCallable(v) {
			return ""
		}
		if fn, err := object.GetAttr(t, v, "__func__"); err == nil {
			return dropFirst(Signature(t, fn))
		}
		t.Pending()
		if c, ok := v.(starlark.Callable); ok {
			if self, err := object.GetAttr(t, v, "__self__"); err == nil {
				if m := object.ClassOf(self).Lookup(c.Name()); m != nil && m != v {
					return dropFirst(Signature(t, m))
				}
			}
			t.Pending()
		}
	}
	return ""
}

// signatureOr is Signature, or otherwise if that is not known.
func signatureOr(t *object.Thread, v starlark.Value, otherwise string) string {
	if sig := Signature(t, v); sig != "" {
		return sig
	}
	return otherwise
}

func ownerOf(m starlark.Value) *object.Class {
	if f, ok := m.(*object.Func); ok {
		return f.Owner()
	}
	return nil
}

// paramList writes the parameters of a function with its defaults.
func paramList(t *object.Thread, f *starlark.Function, params []object.ParamInfo) string {
	var out []string
	star := false
	for i, p := range params {
		text := p.Name
		switch p.Kind {
		case object.VarPositional:
			text, star = "*"+text, true
		case object.VarKeyword:
			text = "**" + text
		case object.KeywordOnly:
			if !star {
				out, star = append(out, "*"), true
			}
		}
		if p.HasDefault {
			text += "=" + defaultText(t, f, p.Name)
		}
		out = append(out, text)
		if p.Kind == object.PositionalOnly && (i+1 == len(params) || params[i+1].Kind != object.PositionalOnly) {
			out = append(out, "/")
		}
	}
	return "(" + strings.Join(out, ", ") + ")"
}

func defaultText(t *object.Thread, f *starlark.Function, name string) string {
	for i := range f.NumParams() {
		if n, _ := f.Param(i); n != name {
			continue
		}
		if d := f.ParamDefault(i); d != nil {
			if text, err := object.Repr(t, d); err == nil && len(text) < 40 {
				return text
			}
			t.Pending()
		}
	}
	return "..."
}

// dropFirst takes self off a signature.
func dropFirst(sig string) string {
	inner := strings.TrimSuffix(strings.TrimPrefix(sig, "("), ")")
	_, rest, found := strings.Cut(inner, ", ")
	if !found || strings.HasPrefix(inner, "*") {
		if strings.HasPrefix(inner, "*") {
			return sig
		}
		return "()"
	}
	rest = strings.TrimPrefix(rest, "/, ")
	if rest == "/" {
		rest = ""
	}
	return "(" + rest + ")"
}
