package codec

// This file defines Unit, and how functions are found in one and made from one.

import (
	"crypto/sha256"
	"reflect"
	"runtime"
	"sync"
	"unsafe"
	"weak"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A Unit is a compiled file as it travels: all that the other end needs to
// compile it to the same code.
type Unit struct {
	Filename string
	Module   string // __name__
	Source   string
	Mode     uint8 // the host's: how the text is parsed
	Open     bool  // lowered with open globals
	Prompt   bool  // lowered for the REPL
	Starlark bool  // of the starlark dialect

	hash [sha256.Size]byte
	once sync.Once
}

// Hash identifies the unit by its content.
func (u *Unit) Hash() [sha256.Size]byte {
	u.once.Do(func() {
		var w writer
		w.unit(u)
		u.hash = sha256.Sum256(w.b)
	})
	return u.hash
}

func (w *writer) unit(u *Unit) {
	w.text(u.Filename)
	w.text(u.Module)
	w.text(u.Source)
	w.byte(u.Mode)
	w.bool(u.Open)
	w.bool(u.Prompt)
	w.bool(u.Starlark)
}

func (r *reader) unit() *Unit {
	return &Unit{Filename: r.text(), Module: r.text(), Source: r.text(), Mode: r.byte(), Open: r.bool(), Prompt: r.bool(), Starlark: r.bool()}
}

// An origin is what is known of a program: its unit, and the places of its
// functions.
type origin struct {
	unit  *Unit
	once  sync.Once
	index map[unsafe.Pointer]int
}

// origins maps live programs to their origin.
var origins sync.Map // weak.Pointer[starlark.Program] → *origin

// Register tells which unit a program was compiled from. The host calls it for
// each program that scripts' functions come from.
func Register(prog *starlark.Program, u *Unit) {
	key := weak.Make(prog)
	origins.Store(key, &origin{unit: u})
	runtime.AddCleanup(prog, func(k weak.Pointer[starlark.Program]) { origins.Delete(k) }, key)
}

func originOf(prog *starlark.Program) *origin {
	if v, ok := origins.Load(weak.Make(prog)); ok {
		return v.(*origin)
	}
	return nil
}

// Instantiate makes a module of a unit, whose variables are m's, without running
// its body. The host sets it for each isolate.
var Instantiate = isolate.NewKey(func(*isolate.Isolate) func(*object.Thread, *Unit, *object.Module) (*starlark.Module, error) {
	return func(*object.Thread, *Unit, *object.Module) (*starlark.Module, error) {
		return nil, object.Raise(object.RuntimeError, "this interpreter cannot compile")
	}
})

// rawFunction has the layout of starlark.Function; package object checks it.
type rawFunction struct {
	funcode  unsafe.Pointer
	module   *starlark.Module
	defaults starlark.Tuple
	freevars starlark.Tuple
}

func raw(f *starlark.Function) *rawFunction { return (*rawFunction)(unsafe.Pointer(f)) }

// functionsOf returns the pointers to the code of a program's functions.
func functionsOf(prog *starlark.Program) reflect.Value {
	return reflect.ValueOf(prog).Elem().FieldByName("compiled").Elem().FieldByName("Functions")
}

// number returns the place of f in its program, or -1.
func (o *origin) number(f *starlark.Function) int {
	o.once.Do(func() {
		fns := functionsOf(f.Module().Program())
		o.index = make(map[unsafe.Pointer]int, fns.Len())
		for i := range fns.Len() {
			o.index[fns.Index(i).UnsafePointer()] = i
		}
	})
	if i, ok := o.index[raw(f).funcode]; ok {
		return i
	}
	return -1
}

// makeFunction makes function i of a module's program, with free variables that
// are still to be filled in. It returns nil if there is none of that number.
func makeFunction(m *starlark.Module, i int) *starlark.Function {
	fns := functionsOf(m.Program())
	if i < 0 || i >= fns.Len() {
		return nil
	}
	f := new(starlark.Function)
	r := raw(f)
	r.funcode, r.module = fns.Index(i).UnsafePointer(), m
	r.freevars = make(starlark.Tuple, f.NumFreeVars())
	for i := range r.freevars {
		r.freevars[i] = newFreeCell()
	}
	return f
}

// probe holds values that only the interpreter makes.
var probe = sync.OnceValue(func() (p struct {
	cell     reflect.Type
	required starlark.Value
}) {
	opts := &syntax.FileOptions{GlobalReassign: true}
	out, err := starlark.ExecFileOptions(opts, &starlark.Thread{}, "probe", `
def outer(x):
    def f(*, a = 1, b):
        return x
    return f
g = outer(1)
`, nil)
	if err != nil {
		panic(err)
	}
	r := raw(out["g"].(*starlark.Function))
	p.cell = reflect.TypeOf(r.freevars[0]).Elem()
	if p.cell.Kind() != reflect.Struct || p.cell.NumField() != 1 || p.cell.Field(0).Type != reflect.TypeFor[starlark.Value]() {
		panic("codec: the layout of go.starlark.net's cell has changed")
	}
	p.required = r.defaults[len(r.defaults)-1]
	if p.required.Type() != "mandatory" {
		panic("codec: go.starlark.net's default values have changed")
	}
	return p
})

// A free variable is held in a *cell of go.starlark.net: a struct of one value.
func newFreeCell() starlark.Value {
	return reflect.New(probe().cell).Interface().(starlark.Value)
}

func isFreeCell(v starlark.Value) bool { return reflect.TypeOf(v) == reflect.PointerTo(probe().cell) }

func freeCellValue(v starlark.Value) *starlark.Value {
	return (*starlark.Value)(reflect.ValueOf(v).UnsafePointer())
}
