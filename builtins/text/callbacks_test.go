package text

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"testing"
)

// This file tests the parts that call back, str.format, % and number parsing,
// with a small model of Python values: nil, bool, int, *big.Int, float64,
// string, bytesValue, []any and map[string]any.

type bytesValue string

func typeName(v any) string {
	switch v.(type) {
	case nil:
		return "NoneType"
	case bool:
		return "bool"
	case int, *big.Int:
		return "int"
	case float64:
		return "float"
	case string:
		return "str"
	case bytesValue:
		return "bytes"
	case []any:
		return "list"
	}
	return "dict"
}

func reprValue(v any) string {
	switch v := v.(type) {
	case nil:
		return "None"
	case bool:
		if v {
			return "True"
		}
		return "False"
	case int:
		return strconv.Itoa(v)
	case *big.Int:
		return v.String()
	case float64:
		return ReprFloat(v)
	case string:
		return Repr(v)
	case bytesValue:
		return ReprBytes(string(v))
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			items[i] = reprValue(item)
		}
		return "[" + strings.Join(items, ", ") + "]"
	case map[string]any: // the one dict that the vectors show
		return "{'k': 3, '0': 'z', ']': 1}"
	}
	return fmt.Sprint(v)
}

func strValue(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	return reprValue(v)
}

func keyError(name string) *Error { return &Error{Class: "KeyError", Msg: Repr(name)} }

// testValues resolves str.format fields.
type testValues struct {
	args []any
	kw   map[string]any
	n    int
}

func (v testValues) NumArgs() int  { return v.n }
func (v testValues) Arg(i int) any { return v.args[i] }
func (v testValues) Key(name string) (any, error) {
	if x, ok := v.kw[name]; ok {
		return x, nil
	}
	return nil, keyError(name)
}

func (v testValues) Attr(any, string) (any, error) {
	return nil, &Error{Class: "AttributeError"}
}

func (v testValues) Item(x any, k FieldKey) (any, error) {
	switch x := x.(type) {
	case []any:
		if k.IsIndex && k.Index < len(x) {
			return x[k.Index], nil
		}
	case map[string]any:
		if k.IsIndex {
			return nil, &Error{Class: "KeyError", Msg: strconv.Itoa(k.Index)}
		}
		if y, ok := x[k.Name]; ok {
			return y, nil
		}
		return nil, keyError(k.Name)
	case string:
		if k.IsIndex {
			return At(x, k.Index)
		}
	}
	return nil, &Error{Class: "TypeError"}
}

func (v testValues) Convert(x any, conv byte) (any, error) {
	switch conv {
	case 'r':
		return reprValue(x), nil
	case 'a':
		return EscapeNonASCII(reprValue(x)), nil
	}
	return strValue(x), nil
}

func (v testValues) Format(x any, spec string) (string, error) {
	lim := Limits{MaxBytes: 1 << 20}
	switch x := x.(type) {
	case string:
		return FormatStr(x, spec, "str", lim)
	case int:
		return FormatInt(int64(x), spec, "int", lim)
	case float64:
		return FormatFloat(x, spec, "float", lim)
	}
	if spec != "" {
		return "", typeError("unsupported format string passed to %s.__format__", typeName(x))
	}
	return strValue(x), nil
}

var formatValues = testValues{
	args: []any{"xy", 5, []any{1, 2, map[string]any{"k": 3, "0": "z", "]": 1}}, 1.5},
	kw: map[string]any{"a": "A", "b": []any{4, []any{"q"}}, "w": 8, "é": "E", "0 ": "o",
		"k!": 1},
	n: 4,
}

func TestStrFormat(t *testing.T) {
	lim := Limits{MaxBytes: 1 << 20}
	runVectors(t, "strformat.tsv", map[string]vectorFunc{
		"format": func(a args) (any, error) { return Format[any](a.str(0), formatValues, lim) },
		"format_map": func(a args) (any, error) {
			v := formatValues
			v.n = -1
			return Format[any](a.str(0), v, lim)
		},
		"parse": func(a args) (any, error) {
			var out []string
			for f, err := range Fields(a.str(0)) {
				if err != nil {
					return nil, err
				}
				field := "-"
				if f.Present {
					field = "+" + f.Name + "/" + f.Spec + "/"
					if f.Conv != 0 {
						field += string(f.Conv)
					}
				}
				out = append(out, f.Literal, field)
			}
			return out, nil
		},
		"split": func(a args) (any, error) {
			show := func(k FieldKey) string {
				if k.IsIndex {
					return "#" + strconv.Itoa(k.Index)
				}
				return k.Name
			}
			first, rest, err := SplitFieldName(a.str(0))
			if err != nil {
				return nil, err
			}
			out := []string{show(first)}
			for k, err := range FieldSteps(rest) {
				if err != nil {
					return nil, err
				}
				if k.IsAttr {
					out = append(out, "."+show(k))
				} else {
					out = append(out, "["+show(k))
				}
			}
			return out, nil
		},
	})
}

// testArgs is the right operand of %.
type testArgs struct {
	list []any
	n    int
	dict map[string]any
	raw  bool
}

func (a testArgs) Len() int { return a.n }

func (a testArgs) Arg(i int) any {
	if a.dict != nil {
		return a.dict
	}
	return a.list[i]
}
func (a testArgs) TypeName(v any) string { return typeName(v) }
func (a testArgs) IsMapping() bool {
	if a.dict != nil {
		return true
	}
	if a.n >= 0 {
		return false
	}
	// A str's % takes a bytes operand for a mapping, as CPython's does.
	_, ok := a.list[0].(bytesValue)
	return ok && !a.raw
}

func (a testArgs) Key(key string) (any, error) {
	if v, ok := a.dict[key]; ok {
		return v, nil
	}
	return nil, keyError(key)
}

func (a testArgs) Text(v any, conv byte) (string, error) {
	switch conv {
	case 's':
		return strValue(v), nil
	case 'r':
		return reprValue(v), nil
	}
	return EscapeNonASCII(reprValue(v)), nil
}

func (a testArgs) Bytes(v any) (string, bool, error) {
	b, ok := v.(bytesValue)
	return string(b), ok, nil
}

func (a testArgs) Char(v any) (string, bool) {
	if a.raw {
		b, ok := v.(bytesValue)
		return string(b), ok
	}
	s, ok := v.(string)
	return s, ok
}

func (a testArgs) Int(v any, mode IntMode) (int64, *big.Int, bool, error) {
	switch v := v.(type) {
	case bool:
		if v {
			return 1, nil, true, nil
		}
		return 0, nil, true, nil
	case int:
		return int64(v), nil, true, nil
	case *big.Int:
		return 0, v, true, nil
	case float64:
		if mode == IntNumber {
			x, err := FloatToInt(v)
			return 0, x, true, err
		}
	}
	return 0, nil, false, nil
}

func (a testArgs) Float(v any) (float64, bool, error) {
	switch v := v.(type) {
	case bool:
		if v {
			return 1, true, nil
		}
		return 0, true, nil
	case int:
		return float64(v), true, nil
	case *big.Int:
		f, err := BigToFloat(v)
		return f, true, err
	case float64:
		return v, true, nil
	}
	return 0, false, nil
}

func power(base, exp int64) *big.Int {
	return new(big.Int).Exp(big.NewInt(base), big.NewInt(exp), nil)
}

var percentValues = map[string]any{
	"i5": 5, "im": -255, "big": power(10, 25), "s": "abc", "u": "é日😀", "e": "", "f": 3.14159, "fm": -0.5,
	"inf": math.Inf(1), "nan": math.NaN(), "b": bytesValue("xy"), "n": nil, "t": true, "c": "z", "neg": -7,
	"i3": 3, "i65": 65, "huge": power(10, 400), "hb": power(2, 70), "by": bytesValue("\xff"), "e9": "é",
}

func percentArgs(a args, raw bool) testArgs {
	out := testArgs{raw: raw}
	if a.list[2] != "[]" {
		for _, name := range strings.Split(a.list[2], "|") {
			v, ok := percentValues[name]
			if !ok {
				a.t.Fatal("no value", name)
			}
			out.list = append(out.list, v)
		}
	}
	if out.n = len(out.list); a.list[1] == "one" {
		out.n = -1
	}
	return out
}

func TestPercent(t *testing.T) {
	lim := Limits{MaxBytes: 1 << 20}
	runVectors(t, "percent.tsv", map[string]vectorFunc{
		"str": func(a args) (any, error) { return Percent[any](a.str(0), percentArgs(a, false), lim) },
		"bytes": func(a args) (any, error) {
			return BytesPercent[any](a.str(0), percentArgs(a, true), lim)
		},
		"map": func(a args) (any, error) {
			return Percent[any](a.str(0), testArgs{n: -1, dict: percentValues}, lim)
		},
	})
}

func TestNumber(t *testing.T) {
	whole := func(small int64, large *big.Int, err error) (any, error) {
		if large == nil {
			large = big.NewInt(small)
		}
		return large, err
	}
	runVectors(t, "number.tsv", map[string]vectorFunc{
		"int":     func(a args) (any, error) { return whole(ParseInt(a.str(0), a.int(1), Limits{})) },
		"intb":    func(a args) (any, error) { return whole(ParseIntBytes(a.str(0), 10, Limits{})) },
		"float":   func(a args) (any, error) { return ParseFloat(a.str(0)) },
		"floatb":  func(a args) (any, error) { return ParseFloatBytes(a.str(0)) },
		"complex": func(a args) (any, error) { return ParseComplex(a.str(0)) },
		"fromhex": func(a args) (any, error) { return FloatFromHex(a.str(0)) },
		"hex":     func(a args) (any, error) { return ok(FloatHex(a.float(0))) },
		"bytes_fromhex": func(a args) (any, error) {
			return BytesFromHex(a.str(0))
		},
		"bytes_hex": func(a args) (any, error) {
			if len(a.list) == 1 {
				return ok(BytesHex(a.str(0)))
			}
			return BytesHexSep(a.str(0), a.str(1), a.int(2), Limits{})
		},
	})
}
