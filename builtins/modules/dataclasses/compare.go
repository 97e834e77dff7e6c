package dataclasses

// This file defines what the generated __eq__, __repr__, __hash__ and the
// comparisons do with the fields.

import (
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// values is the tuple of the fields of those names.
func values(t *thread, a args) (value, error) {
	names := a[1].(starlark.Tuple)
	out := make(starlark.Tuple, len(names))
	for i, name := range names {
		v, err := object.GetAttr(t, a[0], string(name.(starlark.String)))
		if err != nil {
			return nil, err
		}
		out[i] = v
	}
	return out, nil
}

// equal is __eq__: x.a == y.a and x.b == y.b and …, with the value that has.
func equal(t *thread, a args) (value, error) {
	if object.Is(a[0], a[1]) {
		return starlark.True, nil
	}
	if object.ClassOf(a[0]) != object.ClassOf(a[1]) {
		return object.NotImplemented, nil
	}
	if err := object.Enter(t, " in comparison"); err != nil {
		return nil, err
	}
	defer object.Leave(t)
	last := value(starlark.True)
	for _, n := range a[2].(starlark.Tuple) {
		name := string(n.(starlark.String))
		x, err := object.GetAttr(t, a[0], name)
		if err != nil {
			return nil, err
		}
		y, err := object.GetAttr(t, a[1], name)
		if err != nil {
			return nil, err
		}
		if last, err = object.Compare(t, syntax.EQL, x, y); err != nil {
			return nil, err
		}
		if yes, err := object.Truth(t, last); err != nil || !yes {
			return last, err
		}
	}
	return last, nil
}

// show is __repr__.
func show(t *thread, a args) (value, error) {
	s, err := object.ReprGuard(t, a[0], "...", func() (string, error) {
		class, err := object.GetAttr(t, a[0], "__class__")
		if err != nil {
			return "", err
		}
		name, err := object.GetAttr(t, class, "__qualname__")
		if err != nil {
			return "", err
		}
		title, _ := object.Text(name)
		var b strings.Builder
		b.WriteString(title)
		b.WriteByte('(')
		for i, n := range a[1].(starlark.Tuple) {
			field := string(n.(starlark.String))
			v, err := object.GetAttr(t, a[0], field)
			if err != nil {
				return "", err
			}
			s, err := object.Repr(t, v)
			if err != nil {
				return "", err
			}
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(field)
			b.WriteByte('=')
			b.WriteString(s)
		}
		b.WriteByte(')')
		return b.String(), nil
	})
	return starlark.String(s), err
}
