package object

// This file defines the attributes of SyntaxError.

import (
	"fmt"

	"go.starlark.net/starlark"
)

var syntaxFields = []string{"filename", "lineno", "offset", "text", "end_lineno", "end_offset"}

func init() {
	SyntaxError.Init = func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		x := self.(*Instance)
		if len(kwargs) > 0 {
			return Raise(TypeError, "%s() takes no keyword arguments", x.class.ClassName)
		}
		s := x.Exception()
		s.Args = args
		if len(args) >= 1 {
			s.fields.Set("msg", args[0])
		}
		if len(args) != 2 {
			return nil
		}
		info, err := Slice(t, args[1])
		if err != nil {
			return err
		}
		if len(info) < 4 {
			return Raise(TypeError, "function takes at least 4 arguments (%d given)", len(info))
		}
		if len(info) > 6 {
			return Raise(TypeError, "function takes at most 6 arguments (%d given)", len(info))
		}
		if len(info) == 5 {
			return Raise(TypeError, "end_offset must be provided when end_lineno is provided")
		}
		for i, v := range info {
			s.fields.Set(syntaxFields[i], v)
		}
		return nil
	}
	SyntaxError.AddAttrs(excField("msg", firstArg), excField("print_file_and_line", nil))
	for i, name := range syntaxFields {
		SyntaxError.AddAttrs(excField(name, syntaxDetail(i)))
	}
	SyntaxError.AddMethods(Def{Sig: "__str__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
		s, err := stateOf(a[0], "__str__")
		if err != nil {
			return nil, err
		}
		msg, err := Str(t, valueOr(s.field("msg"), valueOr(firstArg(s.Args), starlark.None)))
		if err != nil {
			return nil, err
		}
		file, hasFile := valueOr(s.field("filename"), syntaxDetail(0)(s.Args)).(starlark.String)
		line, hasLine := valueOr(s.field("lineno"), syntaxDetail(1)(s.Args)).(starlark.Int)
		switch {
		case hasFile && hasLine:
			msg = fmt.Sprintf("%s (%s, line %s)", msg, baseName(string(file)), line)
		case hasFile:
			msg = fmt.Sprintf("%s (%s)", msg, baseName(string(file)))
		case hasLine:
			msg = fmt.Sprintf("%s (line %s)", msg, line)
		}
		return starlark.String(msg), nil
	}})
}

// syntaxDetail reads an attribute from the arguments of an exception that was
// made without its __init__.
func syntaxDetail(i int) func(args starlark.Tuple) starlark.Value {
	return func(args starlark.Tuple) starlark.Value {
		if len(args) == 2 {
			if info, ok := args[1].(starlark.Tuple); ok && i < len(info) {
				return info[i]
			}
		}
		return nil
	}
}

// SyntaxErrorAt makes a SyntaxError (or IndentationError, TabError) for a place
// in a file. Lines and offsets count from 1; a zero end means none.
func SyntaxErrorAt(class *Class, msg, filename string, line, offset int, text string, endLine, endOffset int) *Instance {
	info := starlark.Tuple{starlark.String(filename), starlark.MakeInt(line), starlark.MakeInt(offset), starlark.String(text)}
	if endLine > 0 {
		info = append(info, starlark.MakeInt(endLine), starlark.MakeInt(endOffset))
	}
	x := NewException(class, starlark.String(msg), info)
	s := x.Exception()
	s.fields.Set("msg", starlark.String(msg))
	for i, v := range info {
		s.fields.Set(syntaxFields[i], v)
	}
	return x
}
