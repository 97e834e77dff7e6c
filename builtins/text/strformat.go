package text

import (
	"iter"
	"strings"
)

// This file defines str.format and what string.Formatter shares with it: the
// parser of format strings and of field names (PEP 3101, CPython's
// string_format.h). Values are the caller's, of any type V.

// Field is a piece of a format string: literal text, and the replacement field
// that follows it, if Present.
type Field struct {
	Literal string
	Present bool
	Name    string // "0", "a.b[c]", or empty for automatic numbering
	Spec    string // what follows the colon, not yet expanded
	Conv    rune   // the character after '!', or 0
	Nested  bool   // Spec has replacement fields of its own
}

// Fields yields the pieces of a format string, as string.Formatter.parse. A
// malformed string yields a ValueError last.
func Fields(format string) iter.Seq2[Field, error] {
	return func(yield func(Field, error) bool) {
		rest := format
		for rest != "" {
			f, next, err := nextField(rest)
			if err != nil {
				yield(Field{}, err)
				return
			}
			if !yield(f, nil) {
				return
			}
			rest = next
		}
	}
}

// nextField reads one piece off the front of s, which is not empty.
func nextField(s string) (f Field, rest string, err error) {
	i := strings.IndexAny(s, "{}")
	if i < 0 {
		return Field{Literal: s}, "", nil
	}
	c := s[i]
	if i+1 < len(s) && s[i+1] == c { // a doubled brace is part of the text
		return Field{Literal: s[:i+1]}, s[i+2:], nil
	}
	if c == '}' {
		return f, "", valueError("Single '}' encountered in format string")
	}
	if i+1 == len(s) {
		return f, "", valueError("Single '{' encountered in format string")
	}
	f = Field{Literal: s[:i], Present: true}
	rest, err = parseField(s[i+1:], &f)
	return f, rest, err
}

// parseField reads a replacement field, whose brace is behind, into f.
func parseField(s string, f *Field) (rest string, err error) {
	i, c := 0, byte(0)
name:
	for i < len(s) {
		c = s[i]
		i++
		switch c {
		case '{':
			return "", valueError("unexpected '{' in field name")
		case '[':
			// Within brackets only ']' has a meaning; it is read next.
			for i < len(s) && s[i] != ']' {
				i++
			}
		case '}', ':', '!':
			break name
		}
	}
	switch c {
	case '}':
		f.Name = s[:i-1]
		return s[i:], nil
	case ':', '!':
		f.Name = s[:i-1]
	default:
		return "", valueError("expected '}' before end of string")
	}
	if c == '!' {
		if i >= len(s) {
			return "", valueError("end of string while looking for conversion specifier")
		}
		r, n := Decode(s[i:])
		f.Conv = r
		i += n
		if i < len(s) {
			c = s[i]
			i++
			if c == '}' {
				return s[i:], nil
			}
			if c != ':' {
				return "", valueError("expected ':' after conversion specifier")
			}
		}
	}
	start, depth := i, 1
	for ; i < len(s); i++ {
		switch s[i] {
		case '{':
			f.Nested = true
			depth++
		case '}':
			if depth--; depth == 0 {
				f.Spec = s[start:i]
				return s[i+1:], nil
			}
		}
	}
	return "", valueError("unmatched '{' in format spec")
}

// FieldKey is a part of a field name: a number or a text.
type FieldKey struct {
	Name  string // the text as it is written
	Index int    // its value if IsIndex
	// IsIndex reports that the part is a decimal number, so that it selects by
	// position.
	IsIndex bool
	// IsAttr reports that the part follows a dot rather than stands in brackets.
	IsAttr bool
}

// SplitFieldName cuts a field name into its first part and the rest, which
// FieldSteps takes apart; _string.formatter_field_name_split. A number too large
// is a ValueError.
func SplitFieldName(name string) (first FieldKey, rest string, err error) {
	i := strings.IndexAny(name, ".[")
	if i < 0 {
		i = len(name)
	}
	first, err = fieldKey(name[:i])
	return first, name[i:], err
}

// fieldKey finds whether a part is a number.
func fieldKey(s string) (FieldKey, error) {
	k := FieldKey{Name: s}
	v, n, err := specInt(s)
	if err == nil && n > 0 && n == len(s) {
		k.Index, k.IsIndex = v, true
	}
	return k, err
}

// FieldSteps yields the attributes and items that the rest of a field name
// selects one after another. A malformed name yields a ValueError last, after
// the steps before it, as CPython looks those up first.
func FieldSteps(rest string) iter.Seq2[FieldKey, error] {
	return func(yield func(FieldKey, error) bool) {
		for rest != "" {
			k, next, err := nextStep(rest)
			if !yield(k, err) || err != nil {
				return
			}
			rest = next
		}
	}
}

func nextStep(s string) (k FieldKey, rest string, err error) {
	switch s[0] {
	case '.':
		s = s[1:]
		i := strings.IndexAny(s, ".[")
		if i < 0 {
			i = len(s)
		}
		k, rest = FieldKey{Name: s[:i], IsAttr: true}, s[i:]
	case '[':
		s = s[1:]
		i := strings.IndexByte(s, ']')
		if i < 0 {
			return k, "", valueError("Missing ']' in format string")
		}
		if k, err = fieldKey(s[:i]); err != nil {
			return k, "", err
		}
		rest = s[i+1:]
	default:
		return k, "", valueError("Only '.' or '[' may follow ']' in format field specifier")
	}
	if k.Name == "" {
		return k, "", valueError("Empty attribute in format string")
	}
	return k, rest, nil
}

// Resolver gives Format its values. Errors it returns are handed on as they
// are.
type Resolver[V any] interface {
	// NumArgs returns the number of positional arguments, -1 if there can be
	// none, as in str.format_map.
	NumArgs() int
	// Arg returns positional argument i, which is in range.
	Arg(i int) V
	// Key returns the keyword argument, or the error for a missing one
	// (KeyError).
	Key(name string) (V, error)
	// Attr returns getattr(v, name).
	Attr(v V, name string) (V, error)
	// Item returns v[k.Index] if k.IsIndex, otherwise v[k.Name].
	Item(v V, k FieldKey) (V, error)
	// Convert applies !r, !s or !a.
	Convert(v V, conv byte) (V, error)
	// Format returns format(v, spec).
	Format(v V, spec string) (string, error)
}

// formatDepth is how deep replacement fields nest: a field in a specifier, but
// none in that one's specifier.
const formatDepth = 2

// Format is str.format and str.format_map. Malformed strings are ValueErrors,
// an index out of range is an IndexError, a result beyond the limits a
// MemoryError.
func Format[V any](format string, values Resolver[V], lim Limits) (string, error) {
	f := formatter[V]{values: values, lim: lim}
	return f.build(format, formatDepth)
}

// formatter is the state of one Format call.
type formatter[V any] struct {
	values Resolver[V]
	lim    Limits
	next   int  // the number of the next automatic field
	auto   bool // automatic numbering was used
	manual bool // explicit numbers were used
}

func (f *formatter[V]) build(format string, depth int) (string, error) {
	if depth <= 0 {
		return "", valueError("Max string recursion exceeded")
	}
	var buf []byte
	for rest := format; rest != ""; {
		field, next, err := nextField(rest)
		if err != nil {
			return "", err
		}
		rest = next
		if !field.Present && rest == "" && len(buf) == 0 {
			return field.Literal, nil
		}
		buf = append(buf, field.Literal...)
		if field.Present {
			s, err := f.field(&field, depth)
			if err != nil {
				return "", err
			}
			if err := f.lim.check(addSat(len(buf), len(s))); err != nil {
				return "", err
			}
			buf = append(buf, s...)
		}
	}
	return string(buf), nil
}

// field returns the text of a replacement field.
func (f *formatter[V]) field(field *Field, depth int) (string, error) {
	v, err := f.lookup(field.Name)
	if err != nil {
		return "", err
	}
	if field.Conv != 0 {
		switch c := field.Conv; c {
		case 'r', 's', 'a':
			if v, err = f.values.Convert(v, byte(c)); err != nil {
				return "", err
			}
		default:
			return "", ConversionError(c)
		}
	}
	spec := field.Spec
	if field.Nested {
		if spec, err = f.build(spec, depth-1); err != nil {
			return "", err
		}
	}
	return f.values.Format(v, spec)
}

// ConversionError is the ValueError for a character after '!' that is none of
// r, s and a.
func ConversionError(c rune) *Error {
	if c > 32 && c < 127 {
		return valueError("Unknown conversion specifier %c", c)
	}
	return valueError("Unknown conversion specifier \\x%x", c)
}

// lookup finds the value that a field name selects.
func (f *formatter[V]) lookup(name string) (v V, err error) {
	first, rest, err := SplitFieldName(name)
	if err != nil {
		return v, err
	}
	switch {
	case first.Name == "":
		if f.manual {
			return v, valueError("cannot switch from manual field specification to automatic field numbering")
		}
		f.auto = true
		first.Index, first.IsIndex = f.next, true
		f.next++
	case first.IsIndex:
		if f.auto {
			return v, valueError("cannot switch from automatic field numbering to manual field specification")
		}
		f.manual = true
	}
	if first.IsIndex {
		switch n := f.values.NumArgs(); {
		case n < 0:
			return v, valueError("Format string contains positional fields")
		case first.Index >= n:
			return v, &Error{Class: "IndexError", Msg: "Replacement index " +
				itoa(first.Index) + " out of range for positional args tuple"}
		}
		v = f.values.Arg(first.Index)
	} else if v, err = f.values.Key(first.Name); err != nil {
		return v, err
	}
	for rest != "" {
		var k FieldKey
		if k, rest, err = nextStep(rest); err != nil {
			return v, err
		}
		if k.IsAttr {
			v, err = f.values.Attr(v, k.Name)
		} else {
			v, err = f.values.Item(v, k)
		}
		if err != nil {
			return v, err
		}
	}
	return v, nil
}

// itoa is strconv.Itoa without the allocation for small numbers.
func itoa(n int) string {
	if n >= 0 && n < 10 {
		return asciiTable['0'+n : '0'+n+1]
	}
	s, _ := FormatInt(int64(n), "", "int", Limits{})
	return s
}
