// Package unicodedata is the module unicodedata. Properties and names are those
// of the tables that generate.py takes from CPython 3.13 (tables.go); the normal
// forms are those of golang.org/x/text, whose Unicode version may be another.
package unicodedata

import (
	"math/big"
	"strconv"
	"unicode/utf8"

	"go.starlark.net/starlark"
	"golang.org/x/text/unicode/norm"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// character is an argument that is one character.
func character(v value, fn string, first bool) (rune, error) {
	what := "argument"
	if first {
		what = "argument 1"
	}
	s, ok := object.Text(v)
	if !ok {
		return 0, object.Raise(object.TypeError, "%s() %s must be a unicode character, not %s", fn, what, object.TypeName(v))
	}
	c, n := utf8.DecodeRuneInString(s)
	if n == 0 || n != len(s) {
		return 0, object.Raise(object.TypeError, "%s() %s must be a unicode character, not %s", fn, what, object.TypeName(v))
	}
	return c, nil
}

func property(name, doc string, get func(d *tables, c rune) value) object.Def {
	return object.Def{Sig: name + "(chr, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) {
		c, err := character(a[0], name, false)
		if err != nil {
			return nil, err
		}
		return get(data(), c), nil
	}}
}

// numeral is one of decimal, digit and numeric.
func numeral(name, missing string, get func(n number) value) object.Def {
	return object.Def{Sig: name + "(chr, default=..., /)", Fn: func(t *thread, a args) (value, error) {
		c, err := character(a[0], name, true)
		if err != nil {
			return nil, err
		}
		if n, ok := data().numbers[c]; ok {
			if v := get(n); v != nil {
				return v, nil
			}
		}
		if a[1] != nil {
			return a[1], nil
		}
		return nil, object.Raise(object.ValueError, "%s", missing)
	}}
}

func integer(s string) value {
	n, err := strconv.Atoi(s)
	if err != nil {
		return nil
	}
	return starlark.MakeInt(n)
}

var forms = map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}

func normal(a args, fn string) (norm.Form, string, error) {
	form, err := object.TextArg(a[0], fn, "argument 1")
	if err != nil {
		return 0, "", object.Raise(object.TypeError, "%s() argument 1 must be str, not %s", fn, object.TypeName(a[0]))
	}
	s, ok := object.Text(a[1])
	if !ok {
		return 0, "", object.Raise(object.TypeError, "%s() argument 2 must be str, not %s", fn, object.TypeName(a[1]))
	}
	f, ok := forms[form]
	if !ok {
		return 0, "", object.Raise(object.ValueError, "invalid normalization form")
	}
	return f, s, nil
}

func init() {
	registry.Register(&registry.Module{
		Name: "unicodedata", Doc: "This module provides access to the Unicode Character Database.",
		Init: func(t *thread, m *object.Module) error {
			m.Vars.Set("unidata_version", starlark.String(data().version))
			return nil
		},
		Funcs: []object.Def{
			property("category", "Returns the general category assigned to the character chr as string.", func(d *tables, c rune) value { return starlark.String(d.kind(c).category) }),
			property("bidirectional", "Returns the bidirectional class assigned to the character chr as string.", func(d *tables, c rune) value { return starlark.String(d.kind(c).bidi) }),
			property("combining", "Returns the canonical combining class assigned to the character chr as integer.", func(d *tables, c rune) value { return starlark.MakeInt(d.kind(c).combining) }),
			property("east_asian_width", "Returns the east asian width assigned to the character chr as string.", func(d *tables, c rune) value { return starlark.String(d.kind(c).width) }),
			property("mirrored", "Returns the mirrored property assigned to the character chr as integer.", func(d *tables, c rune) value { return starlark.MakeInt(d.kind(c).mirrored) }),
			property("decomposition", "Returns the character decomposition mapping assigned to the character chr as string.", func(d *tables, c rune) value { return starlark.String(d.decomposition(c)) }),
			numeral("decimal", "not a decimal", func(n number) value { return integer(n.decimal) }),
			numeral("digit", "not a digit", func(n number) value { return integer(n.digit) }),
			numeral("numeric", "not a numeric character", func(n number) value {
				r, ok := new(big.Rat).SetString(n.numeric)
				if !ok {
					return nil
				}
				f, _ := r.Float64()
				return starlark.Float(f)
			}),
			{Sig: "name(chr, default=..., /)", Doc: "Returns the name assigned to the character chr as a string.", Fn: func(t *thread, a args) (value, error) {
				c, err := character(a[0], "name", true)
				if err != nil {
					return nil, err
				}
				if n := data().name(c); n != "" {
					return starlark.String(n), nil
				}
				if a[1] != nil {
					return a[1], nil
				}
				return nil, object.Raise(object.ValueError, "no such name")
			}},
			{Sig: "lookup(name, /)", Doc: "Look up character by name.", Fn: func(t *thread, a args) (value, error) {
				name, ok := object.Text(a[0])
				if !ok {
					return nil, object.Raise(object.TypeError, "lookup() argument must be a string, not %s", object.TypeName(a[0]))
				}
				c, ok := data().lookup(name)
				if !ok {
					return nil, object.RaiseArgs(object.KeyError, starlark.String("undefined character name '"+name+"'"))
				}
				return starlark.String(string(c)), nil
			}},
			{Sig: "normalize(form, unistr, /)", Doc: "Return the normal form 'form' for the Unicode string unistr.", Fn: func(t *thread, a args) (value, error) {
				f, s, err := normal(a, "normalize")
				if err != nil {
					return nil, err
				}
				return starlark.String(f.String(s)), nil
			}},
			{Sig: "is_normalized(form, unistr, /)", Doc: "Return whether the Unicode string unistr is in the normal form 'form'.", Fn: func(t *thread, a args) (value, error) {
				f, s, err := normal(a, "is_normalized")
				if err != nil {
					return nil, err
				}
				return starlark.Bool(f.IsNormalString(s)), nil
			}},
		},
	})
}
