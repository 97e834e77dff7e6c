package types

// This file defines the methods of str, as CPython 3.13 has them.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

func init() {
	for name, fn := range map[string]func(string) string{
		"capitalize": text.Capitalize, "casefold": text.Casefold, "lower": text.Lower,
		"swapcase": text.Swapcase, "title": text.Title, "upper": text.Upper,
	} {
		object.StrType.AddMethods(method(name, func(t *thread, self value) (value, error) {
			return starlark.String(fn(strOf(self))), nil
		}))
	}
	for name, fn := range map[string]func(string) bool{
		"isalnum": text.IsAlnumText, "isalpha": text.IsAlphaText, "isascii": text.IsASCII,
		"isdecimal": text.IsDecimalText, "isdigit": text.IsDigitText, "isidentifier": text.IsIdentifier,
		"islower": text.IsLowerText, "isnumeric": text.IsNumericText, "isprintable": text.IsPrintableText,
		"isspace": text.IsSpaceText, "istitle": text.IsTitleText, "isupper": text.IsUpperText,
	} {
		object.StrType.AddMethods(method(name, func(t *thread, self value) (value, error) {
			return starlark.Bool(fn(strOf(self))), nil
		}))
	}
	for name, fn := range map[string]func(s, sub string, b text.Bounds) (int, error){
		"count":  func(s, sub string, b text.Bounds) (int, error) { return text.Count(s, sub, b), nil },
		"find":   func(s, sub string, b text.Bounds) (int, error) { return text.Find(s, sub, b), nil },
		"rfind":  func(s, sub string, b text.Bounds) (int, error) { return text.RFind(s, sub, b), nil },
		"index":  text.Index,
		"rindex": text.RIndex,
	} {
		object.StrType.AddMethods(strSearch(name, fn))
	}
	object.StrType.AddMethods(
		strAffix("startswith", text.StartsWith),
		strAffix("endswith", text.EndsWith),
		strStrip("strip", text.Strip, text.StripChars),
		strStrip("lstrip", text.LStrip, text.LStripChars),
		strStrip("rstrip", text.RStrip, text.RStripChars),
		strPad("center", text.Center),
		strPad("ljust", text.Ljust),
		strPad("rjust", text.Rjust),
		strSplit("split", text.SplitSpace, text.Split),
		strSplit("rsplit", text.RSplitSpace, text.RSplit),
		strPartition("partition", text.Partition),
		strPartition("rpartition", text.RPartition),
		strRemove("removeprefix", "prefix", text.RemovePrefix),
		strRemove("removesuffix", "suffix", text.RemoveSuffix),
		object.Def{Sig: "encode(self, /, encoding='utf-8', errors='strict')", Fn: func(t *thread, a args) (value, error) {
			encoding, errors, err := codecArgs("encode", a[1], a[2])
			if err != nil {
				return nil, err
			}
			b, err := text.EncodeText(strOf(a[0]), encoding, errors)
			if err != nil {
				return nil, textError(err)
			}
			return Bytes(b), nil
		}},
		object.Def{Sig: "expandtabs(self, /, tabsize=8)", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return strResult(text.ExpandTabs(strOf(a[0]), n, limits(t)))
		}},
		object.Def{Sig: "join(self, iterable, /)", Fn: func(t *thread, a args) (value, error) {
			return joinText(t, strOf(a[0]), a[1])
		}},
		object.Def{Sig: "replace(self, old, new, /, count=-1)", Fn: strReplace},
		object.Def{Sig: "splitlines(self, /, keepends=False)", Fn: func(t *thread, a args) (value, error) {
			keep, err := object.Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			return strList(text.SplitLines(strOf(a[0]), keep)), nil
		}},
		object.Def{Sig: "translate(self, table, /)", Fn: strTranslate},
		object.Def{Sig: "zfill(self, width, /)", Fn: func(t *thread, a args) (value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			return strResult(text.Zfill(strOf(a[0]), n, limits(t)))
		}},
		object.Def{Sig: "maketrans(x, y=..., z=..., /)", Static: true, Fn: strMaketrans},
		object.Def{Sig: "format(self, /, *args, **kwargs)", Fn: strFormat},
		object.Def{Sig: "format_map(self, mapping, /)", Fn: strFormatMap},
	)
}

func strSearch(name string, fn func(s, sub string, b text.Bounds) (int, error)) object.Def {
	return object.Def{Sig: name + "(self, sub, start=None, end=None, /)", Fn: func(t *thread, a args) (value, error) {
		sub, ok := object.Text(a[1])
		if !ok {
			return nil, argumentMustBeStr(name, 1, a[1])
		}
		b, err := sliceBounds(t, a[2], a[3])
		if err != nil {
			return nil, err
		}
		n, err := fn(strOf(a[0]), sub, b)
		if err != nil {
			return nil, textError(err)
		}
		return starlark.MakeInt(n), nil
	}}
}

func strAffix(name string, fn func(s, affix string, b text.Bounds) bool) object.Def {
	return object.Def{Sig: name + "(self, prefix, start=None, end=None, /)", Fn: func(t *thread, a args) (value, error) {
		b, err := sliceBounds(t, a[2], a[3])
		if err != nil {
			return nil, err
		}
		s := strOf(a[0])
		if tup, ok := object.Base(a[1]).(starlark.Tuple); ok {
			for _, e := range tup {
				x, ok := object.Text(e)
				if !ok {
					return nil, object.Raise(object.TypeError, "tuple for %s must only contain str, not %s", name, object.TypeName(e))
				}
				if fn(s, x, b) {
					return starlark.True, nil
				}
			}
			return starlark.False, nil
		}
		x, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "%s first arg must be str or a tuple of str, not %s", name, object.TypeName(a[1]))
		}
		return starlark.Bool(fn(s, x, b)), nil
	}}
}

func strStrip(name string, space func(string) string, chars func(s, chars string) string) object.Def {
	return object.Def{Sig: name + "(self, chars=None, /)", Fn: func(t *thread, a args) (value, error) {
		s := strOf(a[0])
		if a[1] == starlark.None {
			return starlark.String(space(s)), nil
		}
		set, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "%s arg must be None or str", name)
		}
		return starlark.String(chars(s, set)), nil
	}}
}

func strPad(name string, fn func(s string, width int, fill rune, lim text.Limits) (string, error)) object.Def {
	return object.Def{Sig: name + "(self, width, fillchar=' ', /)", Fn: func(t *thread, a args) (value, error) {
		width, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		f, ok := object.Text(a[2])
		if !ok {
			return nil, object.Raise(object.TypeError, "The fill character must be a unicode character, not %s", object.TypeName(a[2]))
		}
		fill, err := text.FillChar(f)
		if err != nil {
			return nil, textError(err)
		}
		return strResult(fn(strOf(a[0]), width, fill, limits(t)))
	}}
}

func strSplit(name string, space func(s string, n int) []string, split func(s, sep string, n int) ([]string, error)) object.Def {
	return object.Def{Sig: name + "(self, /, sep=None, maxsplit=-1)", Fn: func(t *thread, a args) (value, error) {
		n, err := object.Int(t, a[2])
		if err != nil {
			return nil, err
		}
		s := strOf(a[0])
		if a[1] == starlark.None {
			return strList(space(s, n)), nil
		}
		sep, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "must be str or None, not %s", object.TypeName(a[1]))
		}
		parts, err := split(s, sep, n)
		if err != nil {
			return nil, textError(err)
		}
		return strList(parts), nil
	}}
}

func strPartition(name string, fn func(s, sep string) (x, y, z string, err error)) object.Def {
	return object.Def{Sig: name + "(self, sep, /)", Fn: func(t *thread, a args) (value, error) {
		sep, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "must be str, not %s", object.TypeName(a[1]))
		}
		x, y, z, err := fn(strOf(a[0]), sep)
		if err != nil {
			return nil, textError(err)
		}
		return starlark.Tuple{starlark.String(x), starlark.String(y), starlark.String(z)}, nil
	}}
}

func strRemove(name, param string, fn func(s, affix string) string) object.Def {
	return object.Def{Sig: name + "(self, " + param + ", /)", Fn: func(t *thread, a args) (value, error) {
		x, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.TypeError, "%s() argument must be str, not %s", name, argumentType(a[1]))
		}
		return starlark.String(fn(strOf(a[0]), x)), nil
	}}
}

func strReplace(t *thread, a args) (value, error) {
	old, ok := object.Text(a[1])
	if !ok {
		return nil, argumentMustBeStr("replace", 1, a[1])
	}
	with, ok := object.Text(a[2])
	if !ok {
		return nil, argumentMustBeStr("replace", 2, a[2])
	}
	n, err := object.Int(t, a[3])
	if err != nil {
		return nil, err
	}
	return strResult(text.Replace(strOf(a[0]), old, with, n, limits(t)))
}

// joinText is sep.join(iterable). As in CPython the iterable is used up before a
// wrong item is reported.
func joinText(t *thread, sep string, iterable value) (value, error) {
	var items []string
	var wrong error
	n := 0
	err := forEach(t, iterable, notJoinable, func(v value) error {
		if s, ok := object.Text(v); ok {
			items = append(items, s)
		} else if wrong == nil {
			wrong = object.Raise(object.TypeError, "sequence item %d: expected str instance, %s found", n, object.TypeName(v))
		}
		n++
		return nil
	})
	if err == nil {
		err = wrong
	}
	if err != nil {
		return nil, err
	}
	return strResult(text.Join(sep, items, limits(t)))
}

func notJoinable() error { return object.Raise(object.TypeError, "can only join an iterable") }

func strTranslate(t *thread, a args) (value, error) {
	table := a[1]
	lookup := func(r rune) (value, error) { return object.GetItem(t, table, starlark.MakeInt(int(r))) }
	if d, ok := table.(*starlark.Dict); ok {
		// Most characters are not in the table: spare the exception.
		lookup = func(r rune) (value, error) {
			v, found, err := d.Get(starlark.MakeInt(int(r)))
			if !found {
				return nil, err
			}
			return v, nil
		}
	}
	return strResult(text.Translate(strOf(a[0]), func(r rune) (string, bool, error) {
		v, err := lookup(r)
		if err != nil {
			if object.IsCaught(t, err, object.LookupError) {
				return "", true, nil
			}
			return "", false, err
		}
		switch x := object.Base(v).(type) {
		case nil:
			return "", true, nil
		case starlark.NoneType:
			return "", false, nil
		case starlark.String:
			return string(x), false, nil
		case starlark.Int:
			n, ok := x.Int64()
			if !ok || n < 0 || n > text.MaxRune {
				return "", false, object.Raise(object.ValueError, "character mapping must be in range(0x110000)")
			}
			s, err := text.Chr(int(n))
			return s, false, err
		}
		return "", false, object.Raise(object.TypeError, "character mapping must return integer, None or str")
	}, limits(t)))
}

// strMaketrans is str.maketrans(x[, y[, z]]).
func strMaketrans(t *thread, a args) (value, error) {
	out := starlark.NewDict(0)
	if a[1] == nil {
		d, ok := object.Base(a[0]).(*starlark.Dict)
		if !ok {
			return nil, object.Raise(object.TypeError, "if you give only one argument to maketrans it must be a dict")
		}
		for _, item := range d.Items() {
			key := object.Base(item[0])
			switch k := key.(type) {
			case starlark.Int:
			case starlark.String:
				r, n := text.Decode(string(k))
				if n == 0 || n != len(k) {
					return nil, object.Raise(object.ValueError, "string keys in translate table must be of length 1")
				}
				key = starlark.MakeInt(int(r))
			default:
				return nil, object.Raise(object.TypeError, "keys in translate table must be strings or integers")
			}
			out.SetKey(key, item[1])
		}
		return out, nil
	}
	y, ok := object.Text(a[1])
	if !ok {
		return nil, argumentMustBeStr("maketrans", 2, a[1])
	}
	z := ""
	if a[2] != nil {
		if z, ok = object.Text(a[2]); !ok {
			return nil, argumentMustBeStr("maketrans", 3, a[2])
		}
	}
	x, ok := object.Text(a[0])
	if !ok {
		return nil, object.Raise(object.TypeError, "first maketrans argument must be a string if there is a second argument")
	}
	from, to := text.Runes(x), text.Runes(y)
	if len(from) != len(to) {
		return nil, object.Raise(object.ValueError, "the first two maketrans arguments must have equal length")
	}
	for i, r := range from {
		out.SetKey(starlark.MakeInt(int(r)), starlark.MakeInt(int(to[i])))
	}
	for _, r := range text.Runes(z) {
		out.SetKey(starlark.MakeInt(int(r)), starlark.None)
	}
	return out, nil
}
