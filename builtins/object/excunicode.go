package object

// This file defines UnicodeDecodeError, UnicodeEncodeError and
// UnicodeTranslateError.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/text"
)

// unicodeArg is where an attribute stands in the arguments.
func unicodeArg(i int) func(args starlark.Tuple) starlark.Value {
	return func(args starlark.Tuple) starlark.Value {
		if i < len(args) {
			return args[i]
		}
		return nil
	}
}

func init() {
	for _, c := range []*Class{UnicodeDecodeError, UnicodeEncodeError} {
		c.Init = initUnicode
		c.AddAttrs(excField("encoding", unicodeArg(0)), excField("object", unicodeArg(1)),
			excField("start", unicodeArg(2)), excField("end", unicodeArg(3)), excField("reason", unicodeArg(4)))
		c.AddMethods(Def{Sig: "__str__(self, /)", Fn: unicodeStr})
	}
	c := UnicodeTranslateError
	c.Init = initUnicode
	c.AddAttrs(excField("encoding", func(starlark.Tuple) starlark.Value { return nil }),
		excField("object", unicodeArg(0)), excField("start", unicodeArg(1)), excField("end", unicodeArg(2)), excField("reason", unicodeArg(3)))
	c.AddMethods(Def{Sig: "__str__(self, /)", Fn: unicodeStr})
}

func initUnicode(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
	x := self.(*Instance)
	if len(kwargs) > 0 {
		return Raise(TypeError, "%s() takes no keyword arguments", x.class.ClassName)
	}
	decode, translate := x.class.IsSubclass(UnicodeDecodeError), x.class.IsSubclass(UnicodeTranslateError)
	want := 5
	if translate {
		want = 4
	}
	if len(args) != want {
		return Raise(TypeError, "function takes exactly %d arguments (%d given)", want, len(args))
	}
	args = append(starlark.Tuple(nil), args...)
	str := func(i int) error {
		if _, ok := Text(args[i]); !ok {
			return Raise(TypeError, "argument %d must be str, not %s", i+1, TypeName(args[i]))
		}
		return nil
	}
	at := 0
	if !translate {
		at = 1
		if err := str(0); err != nil {
			return err
		}
	}
	if decode {
		if _, ok := BytesContent(args[1]); !ok {
			if !ClassOf(args[1]).IsSubclass(BytearrayType) {
				return Raise(TypeError, "a bytes-like object is required, not '%s'", TypeName(args[1]))
			}
			// The exception keeps a copy.
			b, err := Call(t, BytesType, starlark.Tuple{args[1]}, nil)
			if err != nil {
				return err
			}
			args[1] = b
		}
	} else if err := str(at); err != nil {
		return err
	}
	for i := at + 1; i <= at+2; i++ {
		if _, err := Index(t, args[i]); err != nil {
			return err
		}
	}
	if err := str(at + 3); err != nil {
		return err
	}
	x.Exception().Args = args
	return nil
}

// unicodeStr is __str__, from the attributes as they are now.
func unicodeStr(t *Thread, a Args) (starlark.Value, error) {
	x, ok := a[0].(*Instance)
	if !ok || x.Exception() == nil {
		return nil, Raise(TypeError, "descriptor '__str__' requires a 'UnicodeError' object")
	}
	if len(x.Exception().Args) < 4 {
		return starlark.String(""), nil // never initialised
	}
	get := func(name string) starlark.Value {
		v, err := x.GenericAttr(t, name)
		if err != nil || v == nil {
			return starlark.None
		}
		return v
	}
	whole := func(name string) int {
		n, _ := Int(t, get(name))
		return n
	}
	start, end := whole("start"), whole("end")
	reason, err := Str(t, get("reason"))
	if err != nil {
		return nil, err
	}
	object := Base(get("object"))
	what, verb := "character", "translate"
	head := "can't "
	if !x.class.IsSubclass(UnicodeTranslateError) {
		encoding, err := Str(t, get("encoding"))
		if err != nil {
			return nil, err
		}
		head = "'" + encoding + "' codec can't "
		verb = "encode"
	}
	if x.class.IsSubclass(UnicodeDecodeError) {
		what, verb = "byte", "decode"
		if b, ok := BytesContent(object); ok && end == start+1 && start >= 0 && start < len(b) {
			return starlark.String(fmt.Sprintf("%s%s byte 0x%02x in position %d: %s", head, verb, b[start], start, reason)), nil
		}
	} else if s, ok := object.(starlark.String); ok && end == start+1 && start >= 0 && start < text.Len(string(s)) {
		one, _ := text.At(string(s), start)
		r, _ := text.Decode(one)
		escape := fmt.Sprintf(`\x%02x`, r)
		if r > 0xffff {
			escape = fmt.Sprintf(`\U%08x`, r)
		} else if r > 0xff {
			escape = fmt.Sprintf(`\u%04x`, r)
		}
		return starlark.String(fmt.Sprintf("%s%s character '%s' in position %d: %s", head, verb, escape, start, reason)), nil
	}
	return starlark.String(fmt.Sprintf("%s%s %ss in position %d-%d: %s", head, verb, what, start, end-1, reason)), nil
}
