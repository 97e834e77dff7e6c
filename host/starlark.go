package host

// This file defines the starlark dialect: go.starlark.net's own parser and
// universe, with the names of concurrent.futures predeclared.

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/codec"
	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/host/dialect"
)

// dialectOf returns the program's dialect: its own first-line comment, else the
// interpreter's.
func (in *Interpreter) dialectOf(src []byte) Dialect { return sourceDialect(src, in.config.dialect) }

// sourceDialect returns the dialect that the first line names, or otherwise.
func sourceDialect(src []byte, otherwise Dialect) Dialect {
	line, _, _ := bytes.Cut(src, []byte("\n"))
	text := strings.TrimSpace(strings.TrimPrefix(string(line), "\ufeff"))
	if rest, ok := strings.CutPrefix(text, "#"); ok {
		if name, ok := strings.CutPrefix(strings.TrimSpace(rest), "dialect:"); ok {
			if d, ok := ParseDialect(strings.TrimSpace(name)); ok {
				return d
			}
		}
	}
	return otherwise
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

// starlarkNames are the names that the dialect has besides the universe of the
// specification.
var starlarkNames = []string{
	"ThreadPoolExecutor", "ProcessPoolExecutor", "InterpreterPoolExecutor", "Executor", "Future",
	"wait", "as_completed", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED",
	"CancelledError", "InvalidStateError", "BrokenExecutor",
}

// starlarkGuarded are the functions of the universe that are guarded.
var starlarkGuarded = []string{"str", "repr", "print"}

// starlarkPredeclared returns the predeclared names of the dialect.
func (in *Interpreter) starlarkPredeclared() starlark.StringDict {
	d := make(starlark.StringDict, len(starlarkNames))
	for _, n := range starlarkNames {
		if v, ok := in.env[n]; ok {
			d[n] = v
		}
	}
	if wait := d["wait"]; wait != nil {
		d["wait"] = nativeWait(wait)
	}
	for _, n := range starlarkGuarded {
		d[n] = guarded(starlark.Universe[n].(*starlark.Builtin))
	}
	for n, v := range in.own {
		d[n] = v
	}
	return d
}

// nativeWait is wait with sets that go.starlark.net's own len, in and
// comprehensions know, where Python's are made when they are looked at.
func nativeWait(wait starlark.Value) starlark.Value {
	return starlark.NewBuiltin("wait", func(st *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		t := isolate.Of(st)
		r, err := object.Call(t, wait, args, kwargs)
		if err != nil {
			return nil, err
		}
		sets := make(starlark.Tuple, 2)
		for i, name := range []string{"done", "not_done"} {
			v, err := object.GetAttr(t, r, name)
			if err != nil {
				return nil, err
			}
			if sets[i] = object.Base(v); sets[i] == nil {
				sets[i] = v
			}
		}
		return object.Call(t, object.ClassOf(r), sets, nil)
	})
}

// maxNest is how deeply the values nest that go.starlark.net may be asked to
// print or freeze: it recurses, and a Go stack that overflows ends the process.
const maxNest = 100_000

// guarded is a function of the universe that refuses values that nest too
// deeply for it.
func guarded(b *starlark.Builtin) *starlark.Builtin {
	return starlark.NewBuiltin(b.Name(), func(st *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		for _, v := range args {
			if nestsDeeply(v) {
				return nil, fmt.Errorf("%s: value nests too deeply", b.Name())
			}
		}
		return b.CallInternal(st, args, kwargs)
	})
}

// nestsDeeply reports whether v has more than maxNest levels.
func nestsDeeply(v starlark.Value) bool {
	return height(v, 0, make(map[any]int)) > maxNest
}

// height returns how many levels v has, or more than maxNest as soon as that is
// known. known holds the heights of the containers seen; one that contains itself
// counts once.
func height(v starlark.Value, depth int, known map[any]int) int {
	var key any
	switch c := v.(type) {
	case starlark.Tuple:
		if len(c) == 0 {
			return 1
		}
		key = &c[0]
	case *starlark.List, *starlark.Dict:
		key = c
	default:
		return 0
	}
	if h, ok := known[key]; ok {
		return h
	}
	if depth > maxNest {
		return depth
	}
	known[key] = 0
	top := 0
	visit := func(v starlark.Value) bool {
		top = max(top, height(v, depth+1, known))
		return top <= maxNest
	}
	switch c := v.(type) {
	case starlark.Tuple:
		for i := 0; i < len(c) && visit(c[i]); i++ {
		}
	case *starlark.List:
		for i := 0; i < c.Len() && visit(c.Index(i)); i++ {
		}
	case *starlark.Dict:
		for k, e := range c.Entries() {
			if !visit(k) || !visit(e) {
				break
			}
		}
	}
	known[key] = top + 1
	return top + 1
}

// hasStarlark reports whether the dialect predeclares the name, besides names.
func hasStarlark(name string, names []string) bool {
	if slices.Contains(starlarkNames, name) || slices.Contains(starlarkGuarded, name) {
		return true
	}
	_, ok := slices.BinarySearch(names, name)
	return ok
}

// compileStarlark compiles a file of the starlark dialect, for which the host has
// predeclared names.
func compileStarlark(name string, src []byte, module string, names []string, metered bool) (*compiled, error) {
	k := unitKey{starlark: true, metered: metered, module: module, filename: name, src: src, names: names}
	return programs.get(k.hash(), len(src), func() (*compiled, error) {
		file, err := starlarkOptions(src).Parse(name, src, 0)
		if err != nil {
			return nil, starlarkFailure(err)
		}
		if metered {
			meter(file)
		}
		has := func(name string) bool { return hasStarlark(name, names) || metered && isStarlarkHelper(name) }
		prog, err := starlark.FileProgram(file, has)
		if err != nil {
			return nil, starlarkFailure(err)
		}
		codec.Register(prog, &codec.Unit{Filename: name, Module: module, Source: string(src), Starlark: true})
		return &compiled{prog: prog}, nil
	})
}

// execStarlark runs a program of the starlark dialect, and freezes what it
// defined if that goes to another module, as the specification asks. The main
// program's globals stay as they are: tasks it left behind may still run.
func (in *Interpreter) execStarlark(t *isolate.Thread, m *object.Module, name string, src []byte, freeze bool) error {
	c, err := compileStarlark(name, src, m.Name, in.names, in.iso.Metered())
	if err != nil {
		return err
	}
	predeclared := in.starlarkPredeclared()
	if in.iso.Metered() {
		for _, n := range starlarkHelpers {
			name := dialect.HelperPrefix + n
			predeclared[name] = lowering.Predeclared(t, m, in.env, true, []string{name})[name]
		}
	}
	globals, err := c.prog.Init(t.Starlark(), predeclared)
	for n, v := range globals {
		m.Vars.Set(n, v)
	}
	if err != nil {
		return err
	}
	if freeze {
		for n, v := range globals {
			if nestsDeeply(v) {
				return object.Raise(object.RecursionError, "the global %s of %s nests too deeply to be frozen", n, name)
			}
		}
		globals.Freeze()
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

// starlarkError is how a main program of the starlark dialect failed: in
// go.starlark.net's own words, or nil if the failure is an exception of ours.
func (in *Interpreter) starlarkError(t *isolate.Thread, err error) *Error {
	var own *object.Error
	var ev *starlark.EvalError
	if t.HasPending() || object.IsCancellation(err) || errors.As(err, &own) || !errors.As(err, &ev) {
		return nil
	}
	return &Error{Class: "Error", Message: ev.Msg, Traceback: ev.Backtrace() + "\n", of: ev}
}

// print is the print of the starlark dialect: a line on standard output.
func (in *Interpreter) print(t *isolate.Thread, msg string) {
	if w := files.TextWriter(files.Stdout(t)); w != nil {
		w.WriteText(t, msg+"\n")
	}
}
