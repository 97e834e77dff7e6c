package email

// This file defines how a block of headers becomes a list of (name, value).

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// splitHeaders takes headers apart. It returns what follows them: the body, which
// begins at the first line that is none of a header. A value keeps the line ends
// of the lines that it was folded into.
func splitHeaders(s string) (fields []value, rest string) {
	name, val := "", ""
	flush := func() {
		if name != "" {
			fields = append(fields, starlark.Tuple{starlark.String(name), starlark.String(strings.TrimRight(strings.TrimLeft(val, " \t"), "\r\n"))})
		}
		name, val = "", ""
	}
	for first := true; s != ""; first = false {
		end := strings.IndexByte(s, '\n') + 1
		if end == 0 {
			end = len(s)
		}
		line := s[:end]
		if strings.TrimRight(line, "\r\n") == "" {
			flush()
			return fields, s[end:]
		}
		switch {
		case line[0] == ' ' || line[0] == '\t':
			val += line // one without a header before it is lost, as in CPython
		case first && strings.HasPrefix(line, "From "):
		default:
			flush()
			i := strings.IndexByte(line, ':')
			if i < 0 || !isFieldName(line[:i]) {
				return fields, s
			}
			name, val = line[:i], line[i+1:]
		}
		s = s[end:]
	}
	flush()
	return fields, ""
}

func isFieldName(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// lookup returns the values of a header in a list of (name, value), the first
// only unless all is set.
func lookup(list value, name string, all bool) []value {
	var out []value
	l, ok := list.(*starlark.List)
	if !ok {
		return nil
	}
	for _, v := range object.Elems(l) {
		pair, ok := v.(starlark.Tuple)
		if !ok || len(pair) != 2 {
			continue
		}
		if n, ok := object.Text(pair[0]); ok && len(n) == len(name) && strings.EqualFold(n, name) {
			out = append(out, pair[1])
			if !all {
				break
			}
		}
	}
	return out
}

// How reading a block of headers may end.
const (
	readAll = iota
	lineTooLong
	tooManyLines
)

var headerFuncs = []object.Def{
	{Sig: "_split_headers(text, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := object.TextArg(a[0], "_split_headers", "text")
		if err != nil {
			return nil, err
		}
		fields, rest := splitHeaders(s)
		return starlark.Tuple{starlark.NewList(fields), starlark.String(rest)}, nil
	}},
	{Sig: "_find(headers, name, default, /)", Fn: func(t *thread, a args) (value, error) {
		name, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.AttributeError, "'%s' object has no attribute 'lower'", object.TypeName(a[1]))
		}
		if found := lookup(a[0], name, false); len(found) > 0 {
			return found[0], nil
		}
		return a[2], nil
	}},
	{Sig: "_find_all(headers, name, /)", Fn: func(t *thread, a args) (value, error) {
		name, ok := object.Text(a[1])
		if !ok {
			return nil, object.Raise(object.AttributeError, "'%s' object has no attribute 'lower'", object.TypeName(a[1]))
		}
		return starlark.NewList(lookup(a[0], name, true)), nil
	}},
	{Sig: "_read_headers(fp, line_limit, count_limit, /)", Doc: "Reads lines up to an empty one; returns how that ended and the headers.",
		Fn: func(t *thread, a args) (value, error) {
			limit, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			most, err := object.Int(t, a[2])
			if err != nil {
				return nil, err
			}
			read, err := object.GetAttr(t, a[0], "readline")
			if err != nil {
				return nil, err
			}
			end := func(how int, fields []value) (value, error) {
				return starlark.Tuple{starlark.MakeInt(how), starlark.NewList(fields)}, nil
			}
			var all strings.Builder
			for n := 1; ; n++ {
				v, err := object.Call(t, read, starlark.Tuple{starlark.MakeInt(limit + 1)}, nil)
				if err != nil {
					return nil, err
				}
				line, ok := types.BytesLike(v)
				if !ok {
					return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
				}
				if len(line) > limit {
					return end(lineTooLong, nil)
				}
				if n > most {
					return end(tooManyLines, nil)
				}
				all.WriteString(line)
				if line == "\r\n" || line == "\n" || line == "" {
					break
				}
			}
			s, err := text.DecodeBytes(all.String(), "latin-1", "strict")
			if err != nil {
				return nil, object.TextError(err)
			}
			fields, _ := splitHeaders(s)
			return end(readAll, fields)
		}},
}
