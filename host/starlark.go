package host

// This file defines the starlark dialect: go.starlark.net's own parser and
// universe, with the names of concurrent.futures predeclared.

import (
	"bytes"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/codec"
	"starpool/builtins/files"
	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// dialectOf returns the program's dialect: its own first-line comment, else the
// interpreter's.
func (in *Interpreter) dialectOf(src []byte) Dialect {
	line, _, _ := bytes.Cut(src, []byte("\n"))
	text := strings.TrimSpace(strings.TrimPrefix(string(line), "\ufeff"))
	if rest, ok := strings.CutPrefix(text, "#"); ok {
		if name, ok := strings.CutPrefix(strings.TrimSpace(rest), "dialect:"); ok {
			if d, ok := ParseDialect(strings.TrimSpace(name)); ok {
				return d
			}
		}
	}
	return in.config.dialect
}

// starlarkOptions are the options of the specification, and those that the file
// asks for in comments `# option:NAME`, as go.starlark.net's own files do.
func starlarkOptions(src []byte) *syntax.FileOptions {
	has := func(name string) bool { return bytes.Contains(src, []byte("option:"+name)) }
	return &syntax.FileOptions{
		Set:               true,
		GlobalReassign:    has("globalreassign"),
		LoadBindsGlobally: has("loadbindsglobally"),
		Recursion:         has("recursion"),
		TopLevelControl:   has("toplevelcontrol"),
		While:             has("while"),
	}
}

// execStarlark runs a program of the starlark dialect.
func (in *Interpreter) execStarlark(t *isolate.Thread, m *object.Module, name string, src []byte) error {
	predeclared := futures.Predeclared()
	_, prog, err := starlark.SourceProgramOptions(starlarkOptions(src), name, src, predeclared.Has)
	if err != nil {
		return starlarkFailure(err)
	}
	codec.Register(prog, &codec.Unit{Filename: name, Module: m.Name, Source: string(src), Starlark: true})
	globals, err := prog.Init(t.Starlark(), predeclared)
	globals.Freeze()
	for n, v := range globals {
		m.Vars.Set(n, v)
	}
	if err != nil {
		return starlarkFailure(err)
	}
	return nil
}

// starlarkFailure makes a SyntaxError of the errors of go.starlark.net's parser
// and resolver.
func starlarkFailure(err error) error {
	if text, ok := syntaxText(err); ok {
		return object.Raise(object.SyntaxError, "%s", text)
	}
	return err
}

// print is the print of the starlark dialect: a line on standard output.
func (in *Interpreter) print(t *isolate.Thread, msg string) {
	if w := files.TextWriter(files.Stdout(t)); w != nil {
		w.WriteText(t, msg+"\n")
	}
}
