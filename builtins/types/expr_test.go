package types_test

// This file tests text and numbers on recorded expressions: testdata/*.txt hold
// pairs of lines, a Python expression and what CPython 3.13 says about it (its
// repr, or "!! " and the exception). The expressions are evaluated by a small
// evaluator that calls package object for every step, so that no front end is
// needed.

import (
	"bufio"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

type evaluator struct {
	t   *object.Thread
	env map[string]starlark.Value
}

func newEvaluator(t *testing.T) *evaluator {
	iso := isolate.New(context.Background())
	th := iso.Main()
	th.Acquire()
	t.Cleanup(func() {
		th.Release()
		iso.Close()
	})
	env := map[string]starlark.Value{"None": starlark.None, "True": starlark.True, "False": starlark.False, "NotImplemented": object.NotImplemented}
	for _, c := range []*object.Class{
		object.StrType, object.BytesType, object.BytearrayType, types.MemoryviewType, object.IntType, object.FloatType,
		object.ComplexType, object.BoolType, object.ListType, object.TupleType, object.DictType, object.SliceType, object.TypeType,
	} {
		env[c.ClassName] = c
	}
	def := func(sig string, fn func(t *object.Thread, a object.Args) (starlark.Value, error)) {
		f := object.NewFunc(object.Def{Sig: sig, Fn: fn})
		env[f.Name()] = f
	}
	def("repr(x, /)", func(t *object.Thread, a object.Args) (starlark.Value, error) {
		s, err := object.Repr(t, a[0])
		return starlark.String(s), err
	})
	def("len(x, /)", func(t *object.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Len(t, a[0])
		return starlark.MakeInt(n), err
	})
	def("hash(x, /)", func(t *object.Thread, a object.Args) (starlark.Value, error) {
		h, err := types.Hash(t, a[0])
		return starlark.MakeInt64(h), err
	})
	def("format(value, format_spec='', /)", func(t *object.Thread, a object.Args) (starlark.Value, error) {
		spec, err := object.TextArg(a[1], "format", "2")
		if err != nil {
			return nil, object.Raise(object.TypeError, "format() argument 2 must be str, not %s", object.TypeName(a[1]))
		}
		s, err := types.Format(t, a[0], spec)
		return starlark.String(s), err
	})
	def("divmod(x, y, /)", func(t *object.Thread, a object.Args) (starlark.Value, error) { return types.Divmod(t, a[0], a[1]) })
	def("pow(base, exp, mod=None)", func(t *object.Thread, a object.Args) (starlark.Value, error) {
		return types.Pow(t, a[0], a[1], a[2])
	})
	def("abs(x, /)", func(t *object.Thread, a object.Args) (starlark.Value, error) {
		r, _, err := object.CallSpecial(t, a[0], "__abs__")
		return r, err
	})
	def("round(x, n=..., /)", func(t *object.Thread, a object.Args) (starlark.Value, error) {
		more := []starlark.Value{}
		if a[1] != nil {
			more = append(more, a[1])
		}
		r, _, err := object.CallSpecial(t, a[0], "__round__", more...)
		return r, err
	})
	e := &evaluator{th, env}
	for name, base := range map[string]*object.Class{
		"S": object.StrType, "B": object.BytesType, "A": object.BytearrayType, "I": object.IntType, "F": object.FloatType, "C": object.ComplexType,
	} {
		c, err := object.BuildClass(th, nil, name, []starlark.Value{base}, &object.Namespace{}, nil)
		if err != nil {
			t.Fatal(err)
		}
		env[name] = c
	}
	return e
}

func (e *evaluator) list(xs []syntax.Expr) (starlark.Tuple, error) {
	out := make(starlark.Tuple, 0, len(xs))
	for _, x := range xs {
		v, err := e.eval(x)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func (e *evaluator) eval(x syntax.Expr) (starlark.Value, error) {
	switch x := x.(type) {
	case *syntax.ParenExpr:
		return e.eval(x.X)
	case *syntax.Literal:
		if x.Token == syntax.BYTES {
			return types.Bytes(x.Value.(string)), nil
		}
		switch v := x.Value.(type) {
		case string:
			return starlark.String(v), nil
		case float64:
			return starlark.Float(v), nil
		}
		n, _, err := e.env["int"].(*object.Class), 0, error(nil)
		_ = err
		return object.Call(e.t, n, starlark.Tuple{starlark.String(x.Raw), starlark.MakeInt(0)}, nil)
	case *syntax.Ident:
		if v, ok := e.env[x.Name]; ok {
			return v, nil
		}
		return nil, object.Raise(object.NameError, "name '%s' is not defined", x.Name)
	case *syntax.TupleExpr:
		return e.list(x.List)
	case *syntax.ListExpr:
		elems, err := e.list(x.List)
		return starlark.NewList(elems), err
	case *syntax.DictExpr:
		d := starlark.NewDict(0)
		for _, entry := range x.List {
			kv, err := e.list([]syntax.Expr{entry.(*syntax.DictEntry).Key, entry.(*syntax.DictEntry).Value})
			if err != nil {
				return nil, err
			}
			if err := object.DictSet(e.t, d, kv[0], kv[1]); err != nil {
				return nil, err
			}
		}
		return d, nil
	case *syntax.DotExpr:
		v, err := e.eval(x.X)
		if err != nil {
			return nil, err
		}
		return object.GetAttr(e.t, v, x.Name.Name)
	case *syntax.IndexExpr:
		kv, err := e.list([]syntax.Expr{x.X, x.Y})
		if err != nil {
			return nil, err
		}
		return object.GetItem(e.t, kv[0], kv[1])
	case *syntax.SliceExpr:
		return e.slice(x)
	case *syntax.UnaryExpr:
		v, err := e.eval(x.X)
		if err != nil {
			return nil, err
		}
		return object.Unary(e.t, x.Op, v)
	case *syntax.BinaryExpr:
		return e.binary(x)
	case *syntax.CallExpr:
		return e.call(x)
	}
	return nil, object.Raise(object.SyntaxError, "the test's evaluator has no %T", x)
}

func (e *evaluator) slice(x *syntax.SliceExpr) (starlark.Value, error) {
	v, err := e.eval(x.X)
	if err != nil {
		return nil, err
	}
	parts := [3]starlark.Value{starlark.None, starlark.None, starlark.None}
	for i, p := range []syntax.Expr{x.Lo, x.Hi, x.Step} {
		if p != nil {
			if parts[i], err = e.eval(p); err != nil {
				return nil, err
			}
		}
	}
	return object.GetItem(e.t, v, &object.SliceValue{Start: parts[0], Stop: parts[1], Step: parts[2]})
}

func (e *evaluator) binary(x *syntax.BinaryExpr) (starlark.Value, error) {
	kv, err := e.list([]syntax.Expr{x.X, x.Y})
	if err != nil {
		return nil, err
	}
	switch x.Op {
	case syntax.EQL, syntax.NEQ, syntax.LT, syntax.LE, syntax.GT, syntax.GE:
		return object.Compare(e.t, x.Op, kv[0], kv[1])
	case syntax.IN, syntax.NOT_IN:
		ok, err := object.Contains(e.t, kv[1], kv[0])
		return starlark.Bool(ok == (x.Op == syntax.IN)), err
	}
	return object.Binary(e.t, x.Op, kv[0], kv[1])
}

func (e *evaluator) call(x *syntax.CallExpr) (starlark.Value, error) {
	fn, err := e.eval(x.Fn)
	if err != nil {
		return nil, err
	}
	var args starlark.Tuple
	var kwargs []starlark.Tuple
	for _, a := range x.Args {
		if kw, ok := a.(*syntax.BinaryExpr); ok && kw.Op == syntax.EQ {
			v, err := e.eval(kw.Y)
			if err != nil {
				return nil, err
			}
			kwargs = append(kwargs, starlark.Tuple{starlark.String(kw.X.(*syntax.Ident).Name), v})
			continue
		}
		v, err := e.eval(a)
		if err != nil {
			return nil, err
		}
		args = append(args, v)
	}
	return object.Call(e.t, fn, args, kwargs)
}

// result describes an expression's outcome as the recorded files do.
func (e *evaluator) result(src string) string {
	expr, err := (&syntax.FileOptions{}).ParseExpr("", src, 0)
	if err != nil {
		return "parse error: " + err.Error()
	}
	v, err := e.eval(expr)
	if err == nil && v == nil {
		return "nil"
	}
	if err == nil {
		var s string
		if s, err = object.Repr(e.t, v); err == nil {
			return s
		}
	}
	x := object.Catch(e.t, err, 0)
	if x == nil {
		return "uncatchable: " + err.Error()
	}
	msg, err := object.Str(e.t, x)
	if err != nil {
		return "str() failed: " + err.Error()
	}
	return "!! " + x.Class().ClassName + ": " + msg
}

func TestExpressions(t *testing.T) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			e := newEvaluator(t)
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			sc := bufio.NewScanner(f)
			sc.Buffer(nil, 1<<20)
			for sc.Scan() {
				src := sc.Text()
				if src == "" || strings.HasPrefix(src, "#") {
					continue
				}
				if !sc.Scan() {
					t.Fatalf("no answer for %s", src)
				}
				if got, want := e.result(src), sc.Text(); got != want {
					t.Errorf("%s\n got %s\nwant %s", src, got, want)
				}
			}
		})
	}
}
