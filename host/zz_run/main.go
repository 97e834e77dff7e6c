package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/universe"
	"starpool/host/dialect"
)

func main() {
	iso := isolate.New(context.Background())
	iso.Hooks.RecursionError = func(*isolate.Thread) error {
		return object.Raise(object.RecursionError, "maximum recursion depth exceeded")
	}
	t := iso.Main()
	t.Acquire()
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	tree, err := dialect.Parse(os.Args[1], src, dialect.File)
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	env := universe.Dict()
	file, info, err := dialect.Lower(tree, dialect.Options{Predeclared: env.Has, OpenGlobals: os.Getenv("OPEN") != ""})
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	if os.Getenv("SHOW") != "" {
		fmt.Println(dialect.Format(file))
	}
	prog, err := starlark.FileProgram(file, func(n string) bool { return strings.HasPrefix(n, "$$") || env.Has(n) })
	if err != nil {
		fmt.Println(err)
		os.Exit(2)
	}
	c := &object.CodeInfo{Filename: os.Args[1], Module: "__main__", Functions: make(map[object.FuncKey]*object.FuncInfo)}
	for k, f := range info.Functions {
		o := &object.FuncInfo{Kind: object.FuncKind(f.Kind), Name: f.Name, Qualname: f.Qualname, Module: "__main__", Doc: f.Doc, HasDoc: f.HasDoc, Method: f.Method, Locals: f.Locals,
			Line: f.Range.Pos.Line, Col: f.Range.Pos.Col, EndLine: f.Range.End.Line, EndCol: f.Range.End.Col}
		for _, p := range f.Params {
			o.Params = append(o.Params, object.ParamInfo{Name: p.Name, Kind: object.ParamKind(p.Kind), HasDefault: p.HasDefault})
		}
		for _, v := range f.FreeVars {
			o.FreeVars = append(o.FreeVars, object.FreeVar{Name: v.Name, Ident: v.Ident, Cell: v.Cell})
		}
		c.Functions[object.FuncKey{Line: k.Pos.Line, Col: k.Pos.Col, Name: k.Name}] = o
	}
	object.RegisterCode(t, c)
	m := &object.Module{Name: "__main__"}
	m.Vars.Set("__name__", starlark.String("__main__"))
	m.Vars.Set("__doc__", starlark.None)
	m.Vars.Set("__package__", starlark.None)
	registry.Loaded.In(iso).SetKey(starlark.String("__main__"), m)
	_, err = prog.Init(t.Starlark(), lowering.Predeclared(t, m, env, os.Getenv("OPEN") != ""))
	stopProf()
	files_(t)
	if err != nil {
		x := object.Catch(t, err, 0)
		if x == nil {
			fmt.Println("cancelled", err)
			os.Exit(1)
		}
		for _, f := range x.Exception().Traceback {
			fmt.Fprintln(os.Stderr, "  ", f.Func, f.Pos)
		}
		fmt.Fprintln(os.Stderr, object.DescribeException(x))
		os.Exit(1)
	}
}
