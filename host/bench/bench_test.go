// Package bench compares the costs of embedding starpool with those of its peers:
// go.starlark.net bare, goja, Risor and GopherLua. Each benchmark does one thing
// in each of them:
//
//	New     make an interpreter with its standard library
//	Run     run a compiled three-line script in a fresh interpreter
//	Rerun   run it in one that is there
//	CallIn  call a function of a script from Go, with an int and for an int
//	CallOut call a Go function from a script: a loop of a thousand calls
package bench

import (
	"context"
	"runtime"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/risor-io/risor"
	"github.com/risor-io/risor/compiler"
	"github.com/risor-io/risor/object"
	"github.com/risor-io/risor/parser"
	"github.com/risor-io/risor/vm"
	lua "github.com/yuin/gopher-lua"
	"github.com/yuin/gopher-lua/parse"
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/host"
)

const (
	three     = "x = 40\ny = x + 2\nz = x * y\n"
	threeJS   = "var x = 40\nvar y = x + 2\nvar z = x * y\n"
	threeRis  = "x := 40\ny := x + 2\nz := x * y\n"
	double    = "def double(n): return n + n\n"
	doubleJS  = "function double(n) { return n + n }"
	doubleRis = "func double(n) { return n + n }"
	doubleLua = "function double(n) return n + n end"
	calls     = 1000
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// held reports the memory that n interpreters hold, each.
func held(b *testing.B, make func() any) {
	const n = 500
	kept := [n]any{make()} // what is made once
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range kept {
		kept[i] = make()
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/n, "held-B")
	runtime.KeepAlive(kept)
}

func BenchmarkNew(b *testing.B) {
	for _, c := range []struct {
		name string
		make func() any
	}{
		{"starpool", func() any { return must(host.New()) }},
		{"starlark", func() any { return &starlark.Thread{} }}, // its library is global
		{"goja", func() any { return goja.New() }},
		{"risor", func() any { return risor.NewConfig() }},
		{"lua", func() any { return lua.NewState() }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				switch x := c.make().(type) {
				case *host.Interpreter:
					x.Close()
				case *lua.LState:
					x.Close()
				}
			}
			b.StopTimer()
			held(b, c.make)
		})
	}
}

func compileRisor(src string, names ...string) *compiler.Code {
	cfg := risor.NewConfig()
	tree := must(parser.Parse(context.Background(), src))
	return must(compiler.Compile(tree, compiler.WithGlobalNames(append(cfg.GlobalNames(), names...))))
}

func BenchmarkRun(b *testing.B) {
	ctx := context.Background()
	b.Run("starpool", func(b *testing.B) {
		p := must(host.Compile("three.py", []byte(three)))
		b.ReportAllocs()
		for b.Loop() {
			in := must(host.New())
			if err := in.RunProgram(ctx, p); err != nil {
				b.Fatal(err)
			}
			in.Close()
		}
	})
	b.Run("starlark", func(b *testing.B) {
		_, p, err := starlark.SourceProgramOptions(&syntax.FileOptions{}, "three.star", three, func(string) bool { return false })
		must(p, err)
		b.ReportAllocs()
		for b.Loop() {
			must(p.Init(&starlark.Thread{}, nil))
		}
	})
	b.Run("goja", func(b *testing.B) {
		p := must(goja.Compile("three.js", threeJS, false))
		b.ReportAllocs()
		for b.Loop() {
			must(goja.New().RunProgram(p))
		}
	})
	b.Run("risor", func(b *testing.B) {
		code := compileRisor(threeRis)
		b.ReportAllocs()
		for b.Loop() {
			must(risor.EvalCode(ctx, code))
		}
	})
	b.Run("lua", func(b *testing.B) {
		proto := must(lua.Compile(must(parse.Parse(strings.NewReader(three), "three.lua")), "three.lua"))
		b.ReportAllocs()
		for b.Loop() {
			l := lua.NewState()
			l.Push(l.NewFunctionFromProto(proto))
			if err := l.PCall(0, 0, nil); err != nil {
				b.Fatal(err)
			}
			l.Close()
		}
	})
}

func BenchmarkRerun(b *testing.B) {
	ctx := context.Background()
	b.Run("starpool", func(b *testing.B) {
		p := must(host.Compile("three.py", []byte(three)))
		in := must(host.New())
		defer in.Close()
		b.ReportAllocs()
		for b.Loop() {
			if err := in.RunProgram(ctx, p); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("goja", func(b *testing.B) {
		p := must(goja.Compile("three.js", threeJS, false))
		r := goja.New()
		b.ReportAllocs()
		for b.Loop() {
			must(r.RunProgram(p))
		}
	})
	b.Run("lua", func(b *testing.B) {
		proto := must(lua.Compile(must(parse.Parse(strings.NewReader(three), "three.lua")), "three.lua"))
		l := lua.NewState()
		defer l.Close()
		b.ReportAllocs()
		for b.Loop() {
			l.Push(l.NewFunctionFromProto(proto))
			if err := l.PCall(0, 0, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkCallIn(b *testing.B) {
	ctx := context.Background()
	b.Run("starpool", func(b *testing.B) {
		in := must(host.New())
		defer in.Close()
		if err := in.Exec(ctx, "double.py", []byte(double)); err != nil {
			b.Fatal(err)
		}
		f, _ := in.Get("double")
		fn := must(host.As[func(int) int](f))
		b.ReportAllocs()
		for b.Loop() {
			if fn(21) != 42 {
				b.Fatal()
			}
		}
	})
	b.Run("starlark", func(b *testing.B) {
		th := &starlark.Thread{}
		g := must(starlark.ExecFileOptions(&syntax.FileOptions{}, th, "double.star", double, nil))
		b.ReportAllocs()
		for b.Loop() {
			must(starlark.Call(th, g["double"], starlark.Tuple{starlark.MakeInt(21)}, nil))
		}
	})
	b.Run("goja", func(b *testing.B) {
		r := goja.New()
		must(r.RunString(doubleJS))
		var fn func(int) int
		if err := r.ExportTo(r.Get("double"), &fn); err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if fn(21) != 42 {
				b.Fatal()
			}
		}
	})
	b.Run("risor", func(b *testing.B) {
		cfg := risor.NewConfig()
		machine := vm.New(compileRisor(doubleRis), cfg.VMOpts()...)
		if err := machine.Run(ctx); err != nil {
			b.Fatal(err)
		}
		fn := must(machine.Get("double")).(*object.Function)
		args := []object.Object{object.NewInt(21)}
		b.ReportAllocs()
		for b.Loop() {
			must(machine.Call(ctx, fn, args))
		}
	})
	b.Run("lua", func(b *testing.B) {
		l := lua.NewState()
		defer l.Close()
		if err := l.DoString(doubleLua); err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if err := l.CallByParam(lua.P{Fn: l.GetGlobal("double"), NRet: 1, Protect: true}, lua.LNumber(21)); err != nil {
				b.Fatal(err)
			}
			l.Pop(1)
		}
	})
}

func twice(n int) int { return n + n }

// The figures of CallOut are for a thousand calls.
func BenchmarkCallOut(b *testing.B) {
	ctx := context.Background()
	b.Run("starpool", func(b *testing.B) {
		in := must(host.New(host.WithGlobals(map[string]any{"twice": twice})))
		defer in.Close()
		if err := in.Exec(ctx, "loop.py", []byte("def loop():\n    for i in range(1000): twice(i)\n")); err != nil {
			b.Fatal(err)
		}
		f, _ := in.Get("loop")
		fn := must(host.As[func()](f))
		b.ReportAllocs()
		for b.Loop() {
			fn()
		}
	})
	b.Run("starlark", func(b *testing.B) { // a built-in written for it, no conversion
		builtin := starlark.NewBuiltin("twice", func(_ *starlark.Thread, _ *starlark.Builtin, args starlark.Tuple, _ []starlark.Tuple) (starlark.Value, error) {
			n, err := starlark.AsInt32(args[0])
			return starlark.MakeInt(twice(n)), err
		})
		th := &starlark.Thread{}
		g := must(starlark.ExecFileOptions(&syntax.FileOptions{}, th, "loop.star", "def loop():\n    for i in range(1000): twice(i)\n", starlark.StringDict{"twice": builtin}))
		b.ReportAllocs()
		for b.Loop() {
			must(starlark.Call(th, g["loop"], nil, nil))
		}
	})
	b.Run("goja", func(b *testing.B) {
		r := goja.New()
		r.Set("twice", twice)
		must(r.RunString("function loop() { for (let i = 0; i < 1000; i++) twice(i) }"))
		fn, _ := goja.AssertFunction(r.Get("loop"))
		b.ReportAllocs()
		for b.Loop() {
			must(fn(goja.Undefined()))
		}
	})
	b.Run("risor", func(b *testing.B) { // a built-in written for it, no conversion
		builtin := object.NewBuiltin("twice", func(ctx context.Context, args ...object.Object) object.Object {
			n, err := object.AsInt(args[0])
			if err != nil {
				return err
			}
			return object.NewInt(int64(twice(int(n))))
		})
		cfg := risor.NewConfig(risor.WithGlobal("twice", builtin))
		tree := must(parser.Parse(ctx, "func loop() { for i := 0; i < 1000; i++ { twice(i) } }"))
		machine := vm.New(must(compiler.Compile(tree, cfg.CompilerOpts()...)), cfg.VMOpts()...)
		if err := machine.Run(ctx); err != nil {
			b.Fatal(err)
		}
		fn := must(machine.Get("loop")).(*object.Function)
		b.ReportAllocs()
		for b.Loop() {
			must(machine.Call(ctx, fn, nil))
		}
	})
	b.Run("lua", func(b *testing.B) { // a built-in written for it, no conversion
		l := lua.NewState()
		defer l.Close()
		l.SetGlobal("twice", l.NewFunction(func(l *lua.LState) int {
			l.Push(lua.LNumber(twice(l.CheckInt(1))))
			return 1
		}))
		if err := l.DoString("function loop() for i = 0, 999 do twice(i) end end"); err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			if err := l.CallByParam(lua.P{Fn: l.GetGlobal("loop"), Protect: true}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
