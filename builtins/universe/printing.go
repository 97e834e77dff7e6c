package universe

// This file defines print, input, open and help.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
)

var printingDefs = []object.Def{
	{Sig: `print(*args, sep=' ', end='\n', file=None, flush=False)`, Fn: print, Doc: "Prints the values to a stream, or to sys.stdout by default."},
	{Sig: "input(prompt='', /)", Fn: input, Doc: "Read a string from standard input.  The trailing newline is stripped."},
	{Sig: "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Fn: files.Open, Doc: "Open file and return a stream.  Raise OSError upon failure."},
	{Sig: "help(request=...)", Fn: help, Doc: "Show what is known about a value."},
}

func print(t *thread, a args) (value, error) {
	items := a[0].(starlark.Tuple)
	sep, err := separator(a[1], "sep", " ")
	if err != nil {
		return nil, err
	}
	end, err := separator(a[2], "end", "\n")
	if err != nil {
		return nil, err
	}
	file := a[3]
	if file == starlark.None {
		if file = files.Stdout(t); file == starlark.None {
			return starlark.None, nil
		}
	}
	if w := files.TextWriter(file); w != nil {
		err = printFast(t, w, items, sep, end)
	} else {
		err = printParts(t, file, items, sep, end)
	}
	if err != nil {
		return nil, err
	}
	if a[4] == starlark.False {
		return starlark.None, nil
	}
	if flush, err := object.Truth(t, a[4]); err != nil || !flush {
		return starlark.None, err
	}
	if _, err := object.CallMethod(t, file, "flush"); err != nil {
		return nil, err
	}
	return starlark.None, nil
}

func separator(v value, name, otherwise string) (string, error) {
	if v == starlark.None {
		return otherwise, nil
	}
	s, ok := object.Text(v)
	if !ok {
		return "", object.Raise(object.TypeError, "%s must be None or a string, not %s", name, object.TypeName(v))
	}
	return s, nil
}

// printFast writes to a file of ours in one piece, so that the lines of
// several threads do not mix.
func printFast(t *thread, w *files.Text, items starlark.Tuple, sep, end string) error {
	if len(items) == 1 {
		if s, ok := items[0].(starlark.String); ok {
			return w.WriteText(t, string(s)+end)
		}
	}
	var b strings.Builder
	for i, v := range items {
		if i > 0 {
			b.WriteString(sep)
		}
		s, err := object.Str(t, v)
		if err != nil {
			return err
		}
		if err := object.Charge(t, int64(len(s))); err != nil {
			return err
		}
		b.WriteString(s)
	}
	b.WriteString(end)
	return w.WriteText(t, b.String())
}

// printParts calls the write method of any other object, once for each part, as
// CPython does.
func printParts(t *thread, file value, items starlark.Tuple, sep, end string) error {
	write, err := object.GetAttr(t, file, "write")
	if err != nil {
		return err
	}
	put := func(s string) error {
		_, err := object.Call(t, write, starlark.Tuple{starlark.String(s)}, nil)
		return err
	}
	for i, v := range items {
		if i > 0 && sep != "" || i > 0 && sep == "" {
			if err := put(sep); err != nil {
				return err
			}
		}
		s, err := object.Str(t, v)
		if err != nil {
			return err
		}
		if err := put(s); err != nil {
			return err
		}
	}
	return put(end)
}

func input(t *thread, a args) (value, error) {
	prompt, err := object.Str(t, a[0])
	if err != nil {
		return nil, err
	}
	if h := HooksIn.In(t.Isolate()).Input; h != nil {
		if line, ok, err := h(t, prompt); ok || err != nil {
			return starlark.String(line), err
		}
	}
	out := files.Stdout(t)
	if out == starlark.None {
		return nil, object.Raise(object.RuntimeError, "input(): lost sys.stdout")
	}
	if prompt != "" {
		if _, err := object.CallMethod(t, out, "write", starlark.String(prompt)); err != nil {
			return nil, err
		}
	}
	if _, err := object.CallMethod(t, out, "flush"); err != nil && !object.IsCaught(t, err, object.AttributeError) {
		return nil, err
	}
	in := files.Stdin(t)
	if in == starlark.None {
		return nil, object.Raise(object.RuntimeError, "input(): lost sys.stdin")
	}
	r, err := object.CallMethod(t, in, "readline")
	if err != nil {
		return nil, err
	}
	line, ok := object.Text(r)
	if !ok {
		return nil, object.Raise(object.TypeError, "object.readline() returned non-string")
	}
	if line == "" {
		return nil, object.Raise(object.EOFError, "EOF when reading a line")
	}
	return starlark.String(strings.TrimSuffix(line, "\n")), nil
}

// help prints the signature and the documentation of a value.
func help(t *thread, a args) (value, error) {
	if a[0] == nil {
		return print(t, args{starlark.Tuple{starlark.String("Type help(object) for help about object.")}, starlark.None, starlark.None, starlark.None, starlark.False})
	}
	v := a[0]
	var lines []string
	switch x := v.(type) {
	case *object.Func:
		lines = append(lines, "Help on built-in function "+x.Name()+":", "", x.Name()+x.Signature())
	case *object.Class:
		lines = append(lines, "Help on class "+x.Qualname+":", "", "class "+x.Qualname+signatureOr(t, v, ""))
	case *object.Module:
		lines = append(lines, "Help on module "+x.Name+":", "", x.Name)
	case starlark.Callable:
		lines = append(lines, "Help on function "+object.FunctionQualname(x)+":", "", object.FunctionQualname(x)+signatureOr(t, v, "(...)"))
	default:
		lines = append(lines, "Help on "+object.TypeName(v)+" object:", "")
	}
	if doc, err := object.GetAttr(t, v, "__doc__"); err == nil {
		if s, ok := object.Text(doc); ok && s != "" {
			for _, l := range strings.Split(strings.TrimSpace(s), "\n") {
				lines = append(lines, "    "+strings.TrimSpace(l))
			}
		}
	}
	return print(t, args{starlark.Tuple{starlark.String(strings.Join(lines, "\n"))}, starlark.None, starlark.None, starlark.None, starlark.False})
}
