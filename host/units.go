package host

// This file defines how code that comes from another heap is compiled again and
// made ready without running it.

import (
	"crypto/sha256"
	"slices"
	"strings"
	"sync"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/codec"
	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/host/dialect"
)

func newUnit(module, filename string, src []byte, mode dialect.Mode, opts dialect.Options) *codec.Unit {
	return &codec.Unit{Filename: filename, Module: module, Source: string(src), Mode: uint8(mode), Open: opts.OpenGlobals, Prompt: opts.Interactive}
}

// A shell is a unit compiled so that running it runs nothing of the script. Its
// functions have the numbers that they have in the unit: the script's own code
// is all there, behind a condition that is never true.
type shell struct {
	once  sync.Once
	prog  *starlark.Program
	info  *object.CodeInfo
	loads starlark.StringDict // what load statements bind
	uses  []string
	err   error
}

// shells are shared by all interpreters of the process: isolates that run the
// same functions compile them once.
var shells sync.Map // shellKey → *shell

type shellKey struct {
	hash    [sha256.Size]byte
	metered bool
}

// instantiate implements codec.Instantiate.
func (in *Interpreter) instantiate(t *isolate.Thread, u *codec.Unit, m *object.Module) (*starlark.Module, error) {
	v, _ := shells.LoadOrStore(shellKey{u.Hash(), in.iso.Metered()}, new(shell))
	s := v.(*shell)
	s.once.Do(func() { in.compileShell(s, u) })
	if s.err != nil {
		return nil, s.err
	}
	if s.info != nil {
		// Each isolate has its own, which caches what it is asked.
		object.RegisterCode(t, &object.CodeInfo{Filename: s.info.Filename, Module: s.info.Module, Functions: s.info.Functions, Source: s.info.Source, Hash: u.Hash()})
	}
	env := lowering.Predeclared(t, m, in.env, u.Open, s.uses)
	if u.Starlark {
		helpers := env
		env = futures.Predeclared()
		for _, name := range starlarkHelpers {
			if v := helpers[dialect.HelperPrefix+name]; v != nil {
				env[dialect.HelperPrefix+name] = v
			}
		}
	}
	var module *starlark.Module
	start := env[dialect.HelperPrefix+"start"].(starlark.Callable)
	env[dialect.HelperPrefix+"start"] = starlark.NewBuiltin("start", func(st *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		module = st.DebugFrame(1).Callable().(*starlark.Function).Module()
		return start.CallInternal(st, args, kwargs)
	})
	st := t.Starlark()
	load := st.Load
	st.Load = func(*starlark.Thread, string) (starlark.StringDict, error) { return s.loads, nil }
	_, err := s.prog.Init(st, env)
	st.Load = load
	if err != nil {
		return nil, err
	}
	for name := range s.loads {
		if m.Assign != nil {
			m.Assign(name, nil)
		}
	}
	return module, nil
}

// starlarkHelpers are the helpers that code of the starlark dialect may have.
var starlarkHelpers = []string{"g", "start", "size", "sizes", "times", "timesby", "grows"}

func isStarlarkHelper(name string) bool {
	name, ok := strings.CutPrefix(name, dialect.HelperPrefix)
	return ok && slices.Contains(starlarkHelpers, name)
}

func (in *Interpreter) compileShell(s *shell, u *codec.Unit) {
	k := unitKey{names: in.names}
	var file *syntax.File
	var prelude int
	if u.Starlark {
		opts := starlarkOptions([]byte(u.Source))
		opts.TopLevelControl, opts.GlobalReassign = true, true
		f, err := opts.Parse(u.Filename, u.Source, 0)
		if err != nil {
			s.err = starlarkFailure(err)
			return
		}
		pos := syntax.MakePosition(&f.Path, 1, 1)
		call := &syntax.CallExpr{Fn: &syntax.Ident{Name: dialect.HelperPrefix + "start", NamePos: pos}, Lparen: pos, Rparen: pos}
		f.Stmts = append([]syntax.Stmt{&syntax.ExprStmt{X: call}}, f.Stmts...)
		file, prelude = f, 1
	} else {
		mode := dialect.Mode(u.Mode)
		tree, err := dialect.Parse(u.Filename, []byte(u.Source), mode)
		if err != nil {
			s.err = syntaxError(err)
			return
		}
		opts := dialect.Options{Filename: u.Filename, Predeclared: k.isPredeclared, OpenGlobals: u.Open, Interactive: u.Prompt, Eval: mode == dialect.Eval}
		f, info, err := dialect.Lower(tree, opts)
		if err != nil {
			s.err = object.Raise(object.SyntaxError, "%s", err.Error())
			return
		}
		s.info = codeInfo(u.Module, u.Filename, []byte(u.Source), info, mode)
		file, prelude = f, info.Prelude
	}
	s.loads = make(starlark.StringDict)
	hide(file, prelude, s.loads)
	if in.iso.Metered() {
		meter(file)
	}
	known := k.isHelper
	if u.Starlark {
		names := futures.Predeclared()
		known = func(name string) bool { return names.Has(name) || isStarlarkHelper(name) }
	}
	predeclared, used := usedNames(known)
	prog, err := starlark.FileProgram(file, predeclared)
	if err != nil {
		s.err = object.Raise(object.SyntaxError, "%s", err.Error())
		return
	}
	s.prog, s.uses = prog, used()
	codec.Register(prog, u)
}

// hide puts the statements behind the prelude where they are never executed,
// except load statements, which may stand at the top level only: what they bind
// goes into loads.
func hide(file *syntax.File, prelude int, loads starlark.StringDict) {
	body := file.Stmts[prelude:]
	out := append([]syntax.Stmt(nil), file.Stmts[:prelude]...)
	var hidden []syntax.Stmt
	for _, st := range body {
		if l, ok := st.(*syntax.LoadStmt); ok {
			for i := range l.From {
				loads[l.From[i].Name] = starlark.None
			}
			out = append(out, l)
			continue
		}
		hidden = append(hidden, st)
	}
	if len(hidden) > 0 {
		pos := syntax.MakePosition(&file.Path, 1, 1)
		never := &syntax.Literal{Token: syntax.INT, TokenPos: pos, Value: int64(0)}
		out = append(out, &syntax.IfStmt{If: pos, Cond: never, True: hidden})
	}
	file.Stmts = out
}
