package host

// This file defines how source text becomes a program, and what is kept beside
// it for tracebacks.

import (
	"errors"
	"strings"

	"go.starlark.net/resolve"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/codec"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/host/dialect"
)

// compile parses, lowers and compiles a module of the python dialect, and makes
// its code known to the isolate under the name that positions carry.
func (in *Interpreter) compile(t *isolate.Thread, module, filename string, src []byte, mode dialect.Mode, opts dialect.Options) (*starlark.Program, error) {
	tree, err := dialect.Parse(filename, src, mode)
	if err != nil {
		return nil, syntaxError(err)
	}
	if strings.HasPrefix(filename, "<") {
		filename = object.UniqueFile(t, filename)
	}
	opts.Filename = filename
	opts.Predeclared = in.isPredeclared
	opts.Eval = mode == dialect.Eval
	file, info, err := dialect.Lower(tree, opts)
	if err != nil {
		return nil, object.Raise(object.SyntaxError, "%s", err.Error())
	}
	prog, err := starlark.FileProgram(file, in.isHelper)
	if err != nil {
		return nil, object.Raise(object.SyntaxError, "%s", err.Error())
	}
	object.RegisterCode(t, codeInfo(module, filename, src, info, mode))
	codec.Register(prog, newUnit(module, filename, src, mode, opts))
	return prog, nil
}

// isPredeclared reports whether a script may use the name without defining it. The
// last value of a prompt changes, so it is looked up each time it is used.
func (in *Interpreter) isPredeclared(name string) bool { return name != last && in.env.Has(name) }

// isHelper reports whether lowered code may use the name.
func (in *Interpreter) isHelper(name string) bool {
	return strings.HasPrefix(name, dialect.HelperPrefix) || in.env.Has(name)
}

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
