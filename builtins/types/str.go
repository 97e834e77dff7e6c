package types

// This file defines the class str: its constructor and its special methods.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// strOf returns the text of a receiver, which is a str or of a subclass.
func strOf(v value) string { return string(object.Base(v).(starlark.String)) }

var strConstructor = newConstructor("str(object=..., encoding=..., errors=...)")

func init() {
	object.StrType.New = newStr
	object.StrType.AddMethods(comparisons(compareBases(object.StrType), allComparisons...)...)
	object.StrType.AddMethods(
		lenMethod(), getItemMethod(), containsMethod(), reprMethod(),
		method("__str__", func(t *thread, self value) (value, error) { return object.Base(self), nil }),
		method("__hash__", hashMethod),
		method("__iter__", func(t *thread, self value) (value, error) { return iterOf(t, object.Base(self)) }),
		method("__getnewargs__", func(t *thread, self value) (value, error) { return starlark.Tuple{object.Base(self)}, nil }),
		binary("__add__", func(t *thread, a, b value) (value, error) {
			x := object.Base(a).(starlark.String)
			y, ok := object.Base(b).(starlark.String)
			if !ok {
				return nil, object.Raise(object.TypeError, "can only concatenate str (not \"%s\") to str", object.TypeName(b))
			}
			return x + y, nil
		}),
		binary("__mul__", repeatMethod),
		binary("__rmul__", repeatMethod),
		binary("__mod__", func(t *thread, a, b value) (value, error) { return percent(t, strOf(a), b) }),
		binary("__rmod__", func(t *thread, a, b value) (value, error) {
			if s, ok := object.Text(b); ok {
				return percent(t, s, a)
			}
			return object.NotImplemented, nil
		}),
		object.Def{Sig: "__format__(self, format_spec, /)", Fn: func(t *thread, a args) (value, error) {
			spec, err := formatSpec(a[1])
			if err != nil {
				return nil, err
			}
			if spec == "" {
				s, err := object.Str(t, a[0])
				return starlark.String(s), err
			}
			return strResult(text.FormatStr(strOf(a[0]), spec, object.TypeName(a[0]), limits(t)))
		}},
	)
}

// repeatMethod is __mul__ and __rmul__ of text and bytes.
func repeatMethod(t *thread, a, b value) (value, error) {
	n, err := object.Index(t, b)
	if err != nil {
		return nil, err
	}
	return nativeBinary(t, syntax.STAR, object.Base(a), n)
}

func formatSpec(v value) (string, error) {
	s, ok := object.Text(v)
	if !ok {
		return "", object.Raise(object.TypeError, "__format__() argument must be str, not %s", argumentType(v))
	}
	return s, nil
}

func hashMethod(t *thread, self value) (value, error) {
	h, err := Hash(t, object.Base(self))
	if err != nil {
		return nil, err
	}
	return starlark.MakeInt64(h), nil
}

// newStr is str(object=”, encoding='utf-8', errors='strict').
func newStr(t *thread, cls *object.Class, as starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	// The usual calls need no unpacking.
	var a args
	switch {
	case len(kwargs) > 0 || len(as) > 1 && len(as) <= 3:
		var err error
		if a, err = strConstructor.bind(as, kwargs); err != nil {
			return nil, err
		}
	case len(as) > 3:
		return nil, atMost("str", as, 3)
	case len(as) == 1:
		a = args{as[0], nil, nil}
	default:
		a = args{nil, nil, nil}
	}
	s, err := strFrom(t, a)
	if err != nil {
		return nil, err
	}
	return subclassed(t, cls, object.StrType, s), nil
}

func strFrom(t *thread, a args) (value, error) {
	if a[0] == nil {
		return starlark.String(""), nil
	}
	if a[1] == nil && a[2] == nil {
		if s, ok := a[0].(starlark.String); ok {
			return s, nil
		}
		s, err := object.Str(t, a[0])
		return starlark.String(s), err
	}
	encoding, errors, err := codecArgs("str", a[1], a[2])
	if err != nil {
		return nil, err
	}
	b, ok := BytesLike(a[0])
	if !ok {
		if _, isText := object.Text(a[0]); isText {
			return nil, object.Raise(object.TypeError, "decoding str is not supported")
		}
		return nil, object.Raise(object.TypeError, "decoding to str: need a bytes-like object, %s found", object.TypeName(a[0]))
	}
	return strResult(text.DecodeBytes(b, encoding, errors))
}

// codecArgs reads the arguments encoding and errors of fn; nil means the default.
func codecArgs(fn string, encoding, errors value) (enc, errs string, err error) {
	enc, errs = "utf-8", "strict"
	if encoding != nil {
		if enc, err = object.TextArg(encoding, fn, "encoding"); err != nil {
			return
		}
	}
	if errors != nil {
		errs, err = object.TextArg(errors, fn, "errors")
	}
	return
}
