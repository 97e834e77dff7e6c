package object

// This file defines CodeInfo, what the front end knows of a compiled file that
// go.starlark.net's functions cannot carry. The host registers one for each file
// it compiles.

import (
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
)

// A FuncKind says what a function of a lowered file stands for.
type FuncKind uint8

// The kinds of functions, as the front end numbers them.
const (
	DefFunc FuncKind = iota
	LambdaFunc
	GeneratorFunc  // calling it makes a generator
	GeneratorBody  // the code of such a function
	GenexpBody     // the code of a generator expression
	ClassBody      // the code of a class statement
	ProtectedBody  // part of a function: the body of a try or with statement
	HelperBody     // part of an expression
	AnnotationBody // a value that is evaluated late
)

// A ParamKind is the kind of a parameter, as inspect.Parameter numbers them.
type ParamKind uint8

// The kinds of parameters.
const (
	PositionalOnly ParamKind = iota
	PositionalOrKeyword
	VarPositional
	KeywordOnly
	VarKeyword
)

// A ParamInfo is one parameter of a script function.
type ParamInfo struct {
	Name       string
	Kind       ParamKind
	HasDefault bool
}

// A FreeVar is a variable of a function around. Cell tells that it lives in a
// cell, which the lowered function captures under the name Ident.
type FreeVar struct {
	Name, Ident string
	Cell        bool
}

// A FuncInfo describes one function of a lowered file.
type FuncInfo struct {
	Kind     FuncKind
	Name     string // __name__
	Qualname string // __qualname__
	Module   string // __module__; empty: __main__
	Doc      string
	HasDoc   bool
	Params   []ParamInfo // in source order
	Method   bool        // defined directly in a class body
	Globals  []string    // names that it, or a function within, takes from the module or the built-ins
	FreeVars []FreeVar   // variables of the functions around
	Locals   []string    // its own variables, parameters first
	Parent   *FuncInfo   // the function whose code contains it; nil at module level
	// The def statement, lambda or expression: 1-based, the end exclusive.
	Line, Col, EndLine, EndCol int32
}

// Hidden reports whether the function's frame is part of another's: no Python
// user would see it in a traceback.
func (f *FuncInfo) Hidden() bool {
	return f.Kind == ProtectedBody || f.Kind == HelperBody || f.Kind == GeneratorFunc
}

func (f *FuncInfo) param(name string, kind ParamKind) bool {
	for _, p := range f.Params {
		if p.Name == name && p.Kind == kind {
			return true
		}
	}
	return false
}

func (f *FuncInfo) keywordOnly(name string) bool    { return f.param(name, KeywordOnly) }
func (f *FuncInfo) positionalOnly(name string) bool { return f.param(name, PositionalOnly) }

func (f *FuncInfo) takesKeywords() bool {
	n := len(f.Params)
	return n > 0 && f.Params[n-1].Kind == VarKeyword
}

// positionals returns how many arguments by position f needs and takes.
func (f *FuncInfo) positionals() (least, most int) {
	for _, p := range f.Params {
		if p.Kind <= PositionalOrKeyword {
			most++
			if !p.HasDefault {
				least++
			}
		}
	}
	return least, most
}

func (f *FuncInfo) contains(line, col int32) bool {
	if line < f.Line || line == f.Line && col < f.Col {
		return false
	}
	return line < f.EndLine || line == f.EndLine && col < f.EndCol
}

// A FuncKey identifies a function of a lowered file: the position and the name
// that go.starlark.net's Function reports.
type FuncKey struct {
	Line, Col int32
	Name      string
}

// A CodeInfo is the side table of one compiled file.
type CodeInfo struct {
	Filename  string
	Module    string // __name__
	Functions map[FuncKey]*FuncInfo
	// Globals lists the names that the module has bound by now. It may be nil.
	Globals func(t *Thread) []string
	// Source is the text, for tracebacks and messages. It may be nil.
	Source Source
	// Hash identifies the text and how it was compiled, for the host.
	Hash [32]byte

	byName map[string][]*FuncInfo // made when first asked
}

// codes holds the CodeInfo of each file, by the name that positions carry.
var codes = isolate.NewKey(func(*isolate.Isolate) map[string]*CodeInfo { return make(map[string]*CodeInfo) })

// RegisterCode makes the side table of a compiled file known to the isolate. A
// later one of the same name replaces it.
func RegisterCode(t *Thread, c *CodeInfo) { codes.In(t.Isolate())[c.Filename] = c }

// FileName is the name of a file as a person sees it. Code that shares its name
// with other code, as that of exec, eval and -c does, has more behind a zero byte,
// so that positions tell them apart.
func FileName(name string) string {
	shown, _, _ := strings.Cut(name, "\x00")
	return shown
}

// CodeOf returns the side table of a file, or nil.
func CodeOf(t *Thread, filename string) *CodeInfo {
	if t == nil {
		return nil
	}
	return codes.In(t.Isolate())[filename]
}

// InfoOf returns what the front end knows of a script function, or nil.
func InfoOf(t *Thread, fn *starlark.Function) *FuncInfo {
	pos := fn.Position()
	c := CodeOf(t, pos.Filename())
	if c == nil {
		return nil
	}
	return c.Functions[FuncKey{pos.Line, pos.Col, fn.Name()}]
}

// InfoAt returns the function of a frame of a call stack: the innermost of that
// name around its position, or nil.
func InfoAt(t *Thread, name string, pos syntax.Position) *FuncInfo {
	c := CodeOf(t, pos.Filename())
	if c == nil {
		return nil
	}
	if c.byName == nil {
		c.byName = make(map[string][]*FuncInfo)
		for k, f := range c.Functions {
			c.byName[k.Name] = append(c.byName[k.Name], f)
		}
	}
	list := c.byName[name]
	if len(list) == 1 {
		return list[0]
	}
	var best *FuncInfo
	for _, f := range list {
		if f.contains(pos.Line, pos.Col) && (best == nil || best.contains(f.Line, f.Col)) {
			best = f
		}
	}
	return best
}

// calleeInfo is InfoAt for the frame of a function whose arguments did not fit.
func calleeInfo(t *Thread, fr starlark.CallFrame) *FuncInfo { return InfoAt(t, fr.Name, fr.Pos) }

type variableScope uint8

const (
	scopeUnknown variableScope = iota
	scopeLocal
	scopeFree
	scopeGlobal
)

// scopeOf says what a variable is to the code of a frame, as Python sees it: a
// protected body is part of the function around it.
func scopeOf(t *Thread, fr starlark.CallFrame, name string) variableScope {
	f := InfoAt(t, fr.Name, fr.Pos)
	for f != nil && (f.Kind == ProtectedBody || f.Kind == HelperBody) {
		for _, l := range f.Locals {
			if l == name {
				return scopeLocal
			}
		}
		if f.Parent == nil {
			return scopeGlobal
		}
		f = f.Parent
	}
	if f == nil {
		return scopeUnknown
	}
	if f.Kind == ClassBody {
		return scopeGlobal
	}
	for _, v := range f.FreeVars {
		if v.Name == name {
			return scopeFree
		}
	}
	return scopeLocal
}
