package host

// This file defines how a Go function of any signature becomes a function of a
// script, and a script's function a Go function.

import (
	"context"
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// A goFunc is a Go function as a script's value. It is called without the
// interpreter's lock, so it may wait, and call back.
type goFunc struct {
	in   *Interpreter
	name string
	v    reflect.Value
	plan *goPlan
}

var (
	_ starlark.Callable = (*goFunc)(nil)
	_ object.Typed      = (*goFunc)(nil)
)

func (f *goFunc) String() string        { return fmt.Sprintf("<built-in function %s>", f.name) }
func (f *goFunc) Type() string          { return "builtin_function_or_method" }
func (f *goFunc) Freeze()               {}
func (f *goFunc) Truth() starlark.Bool  { return true }
func (f *goFunc) Hash() (uint32, error) { return uint32(f.v.Pointer() >> 4), nil }
func (f *goFunc) Name() string          { return f.name }
func (f *goFunc) Class() *object.Class  { return object.BuiltinType }

// Attr implements starlark.HasAttrs.
func (f *goFunc) Attr(name string) (starlark.Value, error) {
	switch name {
	case "__name__", "__qualname__":
		return starlark.String(f.name), nil
	case "__doc__":
		return starlark.String("Go: " + f.v.Type().String()), nil
	}
	return object.ClassAttr(f, name)
}

// AttrNames implements starlark.HasAttrs.
func (f *goFunc) AttrNames() []string { return []string{"__doc__", "__name__", "__qualname__"} }

// A goPlan is how the arguments of a signature are made. It is made once a type.
type goPlan struct {
	typ      reflect.Type
	ctx      bool         // the first parameter is a context
	params   []goParam    // the others, without the variadic one
	rest     reflect.Type // the element of the variadic parameter, or nil
	keywords *goShape     // of the last parameter, a struct that takes keyword arguments
	results  int
	err      bool // the last result is an error
}

type goParam struct{ typ reflect.Type }

var (
	plans       sync.Map // reflect.Type → *goPlan
	typeContext = reflect.TypeFor[context.Context]()
	typeError   = reflect.TypeFor[error]()
)

func planOf(typ reflect.Type) *goPlan {
	if p, ok := plans.Load(typ); ok {
		return p.(*goPlan)
	}
	p := &goPlan{typ: typ, results: typ.NumOut()}
	n := typ.NumIn()
	if typ.IsVariadic() {
		n--
		p.rest = typ.In(n).Elem()
	}
	for i := range n {
		in := typ.In(i)
		if i == 0 && in == typeContext {
			p.ctx = true
			continue
		}
		p.params = append(p.params, goParam{in})
	}
	if k := len(p.params); k > 0 && p.rest == nil && takesKeywords(p.params[k-1].typ) {
		p.keywords = shapeOf(p.params[k-1].typ)
	}
	if p.results > 0 && typ.Out(p.results-1) == typeError {
		p.err = true
		p.results--
	}
	kept, _ := plans.LoadOrStore(typ, p)
	return kept.(*goPlan)
}

// takesKeywords reports whether a last parameter of that type stands for keyword
// arguments: a struct that is no value of its own.
func takesKeywords(t reflect.Type) bool {
	if t.Kind() != reflect.Struct || t == typeTime || t == reflect.TypeFor[Value]() || t.Implements(typeStarlark) {
		return false
	}
	return len(shapeOf(t).fields) > 0
}

var typeStarlark = reflect.TypeFor[starlark.Value]()

// goFunction makes the value of a func. A function that takes only a yield
// function (iter.Seq, iter.Seq2) becomes an iterable.
func (in *Interpreter) goFunction(t *isolate.Thread, name string, v reflect.Value) (starlark.Value, error) {
	if isSeq(v.Type()) {
		return in.goSeq(t, v), nil
	}
	if name == "" {
		name = goName(v)
	}
	return &goFunc{in, name, v, planOf(v.Type())}, nil
}

// goName is the function's own name, in lower case, or "func" for one without.
func goName(v reflect.Value) string {
	f := runtime.FuncForPC(v.Pointer())
	if f == nil {
		return "func"
	}
	name := f.Name()
	name = strings.TrimSuffix(name[strings.LastIndexByte(name, '/')+1:], "-fm")
	name = name[strings.LastIndexByte(name, '.')+1:]
	if strings.HasPrefix(name, "func") && strings.Trim(name[4:], "0123456789") == "" {
		return "func"
	}
	return snakeCase(name)
}

// CallInternal implements starlark.Callable.
func (f *goFunc) CallInternal(st *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	t := isolate.Of(st)
	p := f.plan
	in := make([]reflect.Value, 0, 8)
	if p.ctx {
		in = append(in, reflect.Value{}) // known when it runs
	}
	given := len(args)
	switch {
	case len(kwargs) > 0 && p.keywords == nil:
		return nil, object.Raise(object.TypeError, "%s() takes no keyword arguments", f.name)
	case p.keywords != nil && given == len(p.params)-1:
		// The struct takes the keyword arguments, perhaps none.
	case len(kwargs) > 0 && given == len(p.params):
		return nil, object.Raise(object.TypeError, "%s() takes keyword arguments or all arguments by position, not both", f.name)
	case given < len(p.params), given > len(p.params) && p.rest == nil:
		return nil, f.wrongCount(given)
	}
	for i, param := range p.params {
		a := reflect.New(param.typ).Elem()
		if i == given {
			if err := f.takeKeywords(t, a, kwargs); err != nil {
				return nil, err
			}
		} else if err := f.in.fromValue(t, args[i], a); err != nil {
			return nil, f.badArgument(i, err)
		}
		in = append(in, a)
	}
	for i := len(p.params); i < given; i++ {
		a := reflect.New(p.rest).Elem()
		if err := f.in.fromValue(t, args[i], a); err != nil {
			return nil, f.badArgument(i, err)
		}
		in = append(in, a)
	}
	var out []reflect.Value
	var err error
	if p.ctx {
		err = t.Block(func(ctx context.Context) (err error) {
			in[0] = reflect.ValueOf(ctx)
			out, err = f.call(in)
			if err == nil {
				return nil
			}
			return &goFailure{err, ctx.Err() != nil}
		})
	} else {
		t.Unlocked(func() { out, err = f.call(in) })
	}
	if err != nil {
		return nil, f.in.raiseGo(t, err)
	}
	switch p.results {
	case 0:
		return starlark.None, nil
	case 1:
		return f.result(t, out[0])
	}
	tuple := make(starlark.Tuple, p.results)
	for i := range tuple {
		if tuple[i], err = f.result(t, out[i]); err != nil {
			return nil, err
		}
	}
	return tuple, nil
}

// A goFailure is a function's error, and whether its context had ended by then.
type goFailure struct {
	err     error
	stopped bool
}

func (e *goFailure) Error() string { return e.err.Error() }
func (e *goFailure) Unwrap() error { return e.err }

// A goPanic is a panic of a host's function.
type goPanic struct {
	name  string
	value any
	stack string
}

func (p *goPanic) Error() string {
	return fmt.Sprintf("panic in the Go function %s: %v", p.name, p.value)
}

// Unwrap returns the value of the panic if it is an error.
func (p *goPanic) Unwrap() error {
	err, _ := p.value.(error)
	return err
}

// call runs the function, without the lock.
func (f *goFunc) call(in []reflect.Value) (out []reflect.Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = panicError(f.name, p)
		}
	}()
	out = f.v.Call(in)
	if f.plan.err {
		if e := out[len(out)-1]; !e.IsNil() {
			return nil, e.Interface().(error)
		}
	}
	return out, nil
}

// panicError is the error of a panic. One that carries a script's failure, as the
// functions made of a script's without an error result do, is that failure.
func panicError(name string, p any) error {
	if e, ok := p.(*scriptPanic); ok {
		return e.err
	}
	return &goPanic{name, p, string(debug.Stack())}
}

// unlocked runs a host's code without the lock.
func unlocked(t *isolate.Thread, name string, fn func()) error {
	var err error
	t.Unlocked(func() {
		defer func() {
			if p := recover(); p != nil {
				err = panicError(name, p)
			}
		}()
		fn()
	})
	if p, ok := err.(*goPanic); ok {
		return p.raise()
	}
	return err
}

func (f *goFunc) result(t *isolate.Thread, v reflect.Value) (starlark.Value, error) {
	c := toScript{in: f.in, t: t}
	out, err := c.convert(v)
	if err != nil {
		return nil, convertFailed(within(err, f.name+"()"))
	}
	return out, nil
}

func (f *goFunc) wrongCount(given int) error {
	least := len(f.plan.params)
	most := least
	if f.plan.keywords != nil {
		least--
	}
	takes := fmt.Sprint(most)
	switch {
	case f.plan.rest != nil:
		takes = fmt.Sprintf("at least %d", least)
	case least < most:
		takes = fmt.Sprintf("from %d to %d", least, most)
	}
	s, was := "s", "were"
	if most == 1 && least == most {
		s = ""
	}
	if given == 1 {
		was = "was"
	}
	return object.Raise(object.TypeError, "%s() takes %s argument%s but %d %s given", f.name, takes, s, given, was)
}

func (f *goFunc) badArgument(i int, err error) error {
	if e, ok := err.(*ConvertError); ok {
		path := e.Path
		if path != "" && path[0] != '[' {
			path = "." + path
		}
		err = &ConvertError{fmt.Sprintf("%s() argument %d%s", f.name, i+1, path), e.Reason, e.overflow}
	}
	return convertFailed(err)
}

// takeKeywords fills the struct of keyword arguments.
func (f *goFunc) takeKeywords(t *isolate.Thread, dst reflect.Value, kwargs []starlark.Tuple) error {
	shape := f.plan.keywords
	for _, kv := range kwargs {
		name := string(kv[0].(starlark.String))
		i, ok := shape.index[name]
		if !ok {
			hint := ""
			if near := object.NearestName(name, shape.names); near != "" {
				hint = fmt.Sprintf(". Did you mean '%s'?", near)
			}
			return object.Raise(object.TypeError, "%s() got an unexpected keyword argument '%s'%s", f.name, name, hint)
		}
		if err := f.in.fromValue(t, kv[1], fieldToSet(dst, shape.fields[i].path)); err != nil {
			return convertFailed(within(within(err, name), f.name+"()"))
		}
	}
	return nil
}

// fieldToSet returns a field, making the embedded structs on the way to it.
func fieldToSet(v reflect.Value, path []int) reflect.Value {
	for i, n := range path {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v
}

// A scriptPanic carries a script's failure through a Go function that cannot
// return it.
type scriptPanic struct{ err error }

func (p *scriptPanic) Error() string { return p.err.Error() }
func (p *scriptPanic) Unwrap() error { return p.err }

// A scriptFunc is a script's function that Go calls.
type scriptFunc struct {
	in   *Interpreter
	fn   starlark.Value
	typ  reflect.Type
	plan *goPlan
}

// makeFunc makes a Go function of the type that calls fn, from any goroutine. A
// context as its first parameter ends the call; an error as its last result gets
// the exception, which otherwise is a panic.
func (in *Interpreter) makeFunc(fn starlark.Value, typ reflect.Type) reflect.Value {
	s := &scriptFunc{in, fn, typ, planOf(typ)}
	return reflect.MakeFunc(typ, s.call)
}

func (s *scriptFunc) call(args []reflect.Value) []reflect.Value {
	out := make([]reflect.Value, s.typ.NumOut())
	for i := range out {
		out[i] = reflect.New(s.typ.Out(i)).Elem()
	}
	ctx := context.Background()
	if s.plan.ctx {
		if c, ok := args[0].Interface().(context.Context); ok {
			ctx = c
		}
		args = args[1:]
	}
	err := s.in.do(ctx, func(t *isolate.Thread) error { return s.run(t, args, out) })
	switch {
	case err == nil:
	case s.plan.err:
		for i := range out {
			out[i].SetZero()
		}
		out[len(out)-1].Set(reflect.ValueOf(err))
	default:
		panic(&scriptPanic{err})
	}
	return out
}

func (s *scriptFunc) run(t *isolate.Thread, args, out []reflect.Value) error {
	c := toScript{in: s.in, t: t}
	vals := make(starlark.Tuple, 0, len(args))
	add := func(a reflect.Value) error {
		v, err := c.convert(a)
		vals = append(vals, v)
		return err
	}
	for i, a := range args {
		if s.typ.IsVariadic() && i == len(args)-1 {
			for j := range a.Len() {
				if err := add(a.Index(j)); err != nil {
					return err
				}
			}
			break
		}
		if err := add(a); err != nil {
			return err
		}
	}
	r, err := object.Call(t, s.fn, vals, nil)
	if err = flushed(t, err); err != nil {
		return err
	}
	name := object.FunctionQualname(s.fn) + "()"
	if n := s.plan.results; n > 1 {
		list, err := object.Slice(t, r)
		if err != nil || len(list) != n {
			return &ConvertError{Path: name, Reason: fmt.Sprintf("want %d results, got %s", n, object.TypeName(r))}
		}
		for i, v := range list {
			if err := s.in.fromValue(t, v, out[i]); err != nil {
				return within(within(err, fmt.Sprintf("[%d]", i)), name)
			}
		}
	} else if n == 1 {
		if err := s.in.fromValue(t, r, out[0]); err != nil {
			return within(err, name)
		}
	}
	return nil
}

// Call calls a function of the script: fn is a Value, the name of a variable of
// the main program, or a module's function as "module.function". The arguments
// are made with ToValue; Kwargs as the last one are keyword arguments. Any number
// of goroutines may call, while a program runs or after; each call is a thread of
// the interpreter, and they take turns. When ctx ends the call does, with the
// context's error.
func (in *Interpreter) Call(ctx context.Context, fn any, args ...any) (Value, error) {
	out := Value{in: in}
	err := in.do(ctx, func(t *isolate.Thread) (err error) {
		out.v, err = in.call(t, fn, args)
		return err
	})
	if err != nil {
		return Value{}, err
	}
	return out, nil
}

func (in *Interpreter) call(t *isolate.Thread, fn any, args []any) (starlark.Value, error) {
	f, vals, kwargs, err := in.prepare(t, fn, args)
	if err != nil {
		return nil, err
	}
	v, err := object.Call(t, f, vals, kwargs)
	return v, flushed(t, err)
}

// flushed writes what a call has printed, and returns its error.
func flushed(t *isolate.Thread, err error) error {
	if t.HasPending() {
		return err // it was stopped
	}
	if ferr := files.FlushLocked(t); err == nil {
		err = ferr
	}
	return err
}

// prepare makes values of a function and its arguments.
func (in *Interpreter) prepare(t *isolate.Thread, fn any, args []any) (f starlark.Value, vals starlark.Tuple, kwargs []starlark.Tuple, err error) {
	if name, ok := fn.(string); ok {
		f, err = in.named(t, name)
	} else {
		f, err = in.toValue(t, fn)
	}
	if err != nil {
		return nil, nil, nil, err
	}
	if n := len(args); n > 0 {
		if kw, ok := args[n-1].(Kwargs); ok {
			args = args[:n-1]
			for name, x := range kw {
				v, err := in.toValue(t, x)
				if err != nil {
					return nil, nil, nil, within(err, name)
				}
				kwargs = append(kwargs, starlark.Tuple{starlark.String(name), v})
			}
		}
	}
	vals = make(starlark.Tuple, len(args), len(args)+1)
	for i, x := range args {
		if vals[i], err = in.toValue(t, x); err != nil {
			return nil, nil, nil, within(err, fmt.Sprintf("argument %d", i+1))
		}
	}
	return f, vals, kwargs, nil
}

// named finds what a Go program calls by name.
func (in *Interpreter) named(t *isolate.Thread, name string) (starlark.Value, error) {
	var v starlark.Value
	if m := mainOf(t); m != nil {
		v = m.Get(name)
	}
	if v == nil {
		if i := strings.LastIndexByte(name, '.'); i > 0 {
			m, err := registry.Import(t, name[:i])
			if err != nil {
				return nil, err
			}
			return object.GetAttr(t, m, name[i+1:])
		}
		return nil, object.NameErrorFor(name)
	}
	return v, nil
}
