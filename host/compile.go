package host

// This file defines how source text becomes a program, and what is kept beside
// it for tracebacks.

import (
	"crypto/sha256"
	"errors"
	"slices"

	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/codec"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/universe"
	"starpool/host/dialect"
)

// compile returns the compiled form of a module of the python dialect, and makes
// its code known to the isolate under the name that positions carry. Code of
// another text that has the name already keeps it.
func (in *Interpreter) compile(t *isolate.Thread, module, filename string, src []byte, mode dialect.Mode, opts dialect.Options) (*compiled, error) {
	if err := object.ChargeSource(t, len(src)); err != nil {
		return nil, err
	}
	k := unitKey{module: module, filename: filename, src: src, mode: mode, opts: opts, names: in.names, metered: in.iso.Metered()}
	hash := k.hash()
	if c := object.CodeOf(t, filename); c != nil && c.Hash != hash {
		k.filename = k.variant()
		hash = k.hash()
	}
	c, err := programs.get(hash, len(src), k.compile)
	if err != nil {
		return nil, err
	}
	if known := object.CodeOf(t, k.filename); known == nil || known.Hash != hash {
		registerCode(t, c.info, hash)
	}
	return c, nil
}

// registerCode makes the isolate's own copy of a side table known: it caches what
// it is asked.
func registerCode(t *isolate.Thread, c *object.CodeInfo, hash [sha256.Size]byte) {
	object.RegisterCode(t, &object.CodeInfo{Filename: c.Filename, Module: c.Module, Functions: c.Functions, Globals: c.Globals, Source: c.Source, Hash: hash})
}

// compile parses, lowers and compiles.
func (k *unitKey) compile() (*compiled, error) {
	src := slices.Clone(k.src) // the cache keeps it
	tree, err := dialect.Parse(object.FileName(k.filename), src, k.mode)
	if err != nil {
		return nil, syntaxError(err)
	}
	opts := k.opts
	opts.Filename = k.filename
	opts.Predeclared = k.isPredeclared
	opts.Eval = k.mode == dialect.Eval
	file, info, err := dialect.Lower(tree, opts)
	if err != nil {
		return nil, object.Raise(object.SyntaxError, "%s", err.Error())
	}
	if k.metered {
		meter(file)
	}
	test, used := usedNames(k.isHelper)
	prog, err := starlark.FileProgram(file, test)
	if err != nil {
		return nil, object.Raise(object.SyntaxError, "%s", err.Error())
	}
	codec.Register(prog, newUnit(k.module, k.filename, src, k.mode, opts))
	return &compiled{prog, codeInfo(k.module, k.filename, src, info, k.mode), used()}, nil
}

// isPredeclared reports whether a script may use the name without defining it.
func (k *unitKey) isPredeclared(name string) bool {
	if universe.Has(name) {
		return true
	}
	_, ok := slices.BinarySearch(k.names, name)
	return ok
}

// isHelper reports whether lowered code may use the name.
func (k *unitKey) isHelper(name string) bool { return isHelperName(name) || k.isPredeclared(name) }

// syntaxError makes the exception of a *dialect.SyntaxError.
func syntaxError(err error) error {
	var se *dialect.SyntaxError
	if !errors.As(err, &se) {
		return object.Raise(object.SyntaxError, "%s", err.Error())
	}
	class := object.SyntaxError
	switch se.Kind {
	case dialect.IndentationError:
		class = object.IndentationError
	case dialect.TabError:
		class = object.TabError
	}
	text := starlark.Value(starlark.None)
	if se.Text != "" {
		text = starlark.String(se.Text + "\n")
	}
	return object.RaiseArgs(class, starlark.String(se.Msg), starlark.Tuple{
		starlark.String(se.Filename), starlark.MakeInt(se.Line), starlark.MakeInt(se.Col), text,
		starlark.MakeInt(se.EndLine), starlark.MakeInt(se.EndCol),
	})
}

// syntaxText returns the text of an error of go.starlark.net's front end.
func syntaxText(err error) (string, bool) {
	var se syntax.Error
	if errors.As(err, &se) {
		return se.Error(), true
	}
	var re resolve.ErrorList
	if errors.As(err, &re) {
		return re.Error(), true
	}
	return "", false
}

// codeInfo turns the front end's side table into the object model's. The two
// packages do not know each other, so their types are twins.
func codeInfo(module, filename string, src []byte, info *dialect.Info, mode dialect.Mode) *object.CodeInfo {
	c := &object.CodeInfo{Filename: filename, Module: module, Functions: make(map[object.FuncKey]*object.FuncInfo, len(info.Functions))}
	made := make(map[dialect.FuncKey]*object.FuncInfo, len(info.Functions))
	for k, f := range info.Functions {
		o := &object.FuncInfo{
			Kind: object.FuncKind(f.Kind), Name: f.Name, Qualname: f.Qualname, Module: module,
			Doc: f.Doc, HasDoc: f.HasDoc, Method: f.Method, Globals: f.Globals, Locals: f.Locals,
			Line: f.Range.Pos.Line, Col: f.Range.Pos.Col, EndLine: f.Range.End.Line, EndCol: f.Range.End.Col,
		}
		for _, p := range f.Params {
			o.Params = append(o.Params, object.ParamInfo{Name: p.Name, Kind: object.ParamKind(p.Kind), HasDefault: p.HasDefault})
		}
		for _, v := range f.FreeVars {
			o.FreeVars = append(o.FreeVars, object.FreeVar{Name: v.Name, Ident: v.Ident, Cell: v.Cell})
		}
		made[k] = o
		c.Functions[object.FuncKey{Line: k.Pos.Line, Col: k.Pos.Col, Name: k.Name}] = o
	}
	for k, f := range info.Functions {
		made[k].Parent = made[f.Parent]
	}
	c.Globals = func(*isolate.Thread) []string { return info.Globals }
	c.Source = newSource(src, info, mode)
	return c
}
