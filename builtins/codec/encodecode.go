package codec

// This file defines how functions and classes are written.

import (
	"strings"
	"unsafe"

	"go.starlark.net/starlark"

	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
	"starpool/builtins/universe"
)

// known writes the number of a thing that the other end has.
func (e *Encoder) known(thing any) bool {
	n, ok := e.journal.link.numbers[thing]
	if ok {
		e.byte(tagKnown)
		e.uint(n)
	}
	return ok
}

// flush writes what the functions and classes written since the last one still
// need, and what that needs in turn. Everything comes in the order in which it
// was met, so chains of functions of any length need no stack. Nothing is
// written in the middle of a class's header, where the reader could not make
// sense of it yet.
func (e *Encoder) flush() error {
	if e.filling || e.headers > 0 {
		return nil
	}
	e.filling = true
	defer func() { e.filling = false }()
	for len(e.fills) > 0 {
		fill := e.fills[0]
		e.fills = e.fills[1:]
		if err := fill(); err != nil {
			return err
		}
	}
	e.byte(fillEnd)
	return nil
}

func textAttr(t *object.Thread, v starlark.Value, name string) string {
	a, err := object.GetAttr(t, v, name)
	if err != nil {
		object.IsCaught(t, err, object.BaseException)
		return ""
	}
	s, _ := object.Text(a)
	return s
}

func (e *Encoder) function(f *starlark.Function) error {
	if e.known(f) {
		e.touch(f)
		return e.flush()
	}
	if n, ok := e.noted(unsafe.Pointer(f)); ok {
		e.byte(tagRef)
		e.uint(n)
		return nil
	}
	qualname := textAttr(e.t, f, "__qualname__")
	module := textAttr(e.t, f, "__module__")
	if e.pickle || importable(e.t, module) {
		found := starlark.Value(nil)
		if !strings.Contains(qualname, "<") {
			found = lookup(e.t, module, qualname)
		}
		if found == starlark.Value(f) {
			e.global(module, qualname)
			return nil
		}
		if e.pickle {
			return cannotName(e.t, f, module, qualname, found != nil)
		}
	}
	return e.functionByValue(f, qualname)
}

func (e *Encoder) functionByValue(f *starlark.Function, qualname string) error {
	o := originOf(f.Module().Program())
	if o == nil {
		return cannotName(e.t, f, "__main__", qualname, false)
	}
	place := o.number(f)
	if place < 0 {
		return cannotName(e.t, f, "__main__", qualname, false)
	}
	m := moduleOf(e.t, f)
	e.journal.link.modules[instance{m, o.unit}] = f.Module()
	e.byte(tagFunction)
	if f.NumFreeVars() == 0 && !strings.Contains(qualname, ".") && m.Get(f.Name()) == starlark.Value(f) {
		e.uint(e.journal.tell(f)) // a function of a module: sent once
	} else {
		e.uint(0)
	}
	e.unit(o.unit)
	if err := e.namespace(m); err != nil {
		return err
	}
	e.uint(uint64(place))
	e.key(f.Name())
	n := e.count
	e.note(unsafe.Pointer(f))
	e.fills = append(e.fills, func() error { return e.fillFunction(n, f) })
	e.touch(f)
	return e.flush()
}

// moduleOf returns the module whose variables are a function's globals. Code of
// the starlark dialect has no module object; one stands for its variables.
func moduleOf(t *object.Thread, f *starlark.Function) *object.Module {
	if g := lowering.GlobalsOf(f); g != nil {
		return g.Module()
	}
	m := starlarkModules.In(t.Isolate())
	if m.of[f.Module()] == nil {
		sm := f.Module()
		m.of[sm] = &object.Module{Name: "__main__",
			Lookup: func(name string) starlark.Value { return sm.Globals()[name] },
			Names:  func() []string { return sm.Globals().Keys() }}
	}
	return m.of[f.Module()]
}

// unit writes the number of a unit, and the unit where the other end has not
// got it.
func (e *Encoder) unit(u *Unit) {
	l := e.journal.link
	if n, ok := l.numbers[u]; ok {
		e.uint(n)
		return
	}
	e.uint(0)
	e.uint(e.journal.tell(u))
	e.writer.unit(u)
}

// What a module is to the other end.
const (
	moduleOwn    byte = iota // one of its own
	moduleMain               // the main program's
	moduleByName             // found by import
)

// namespace writes the number of a module, and what the other end needs to make
// it.
func (e *Encoder) namespace(m *object.Module) error {
	l := e.journal.link
	if n, ok := l.numbers[m]; ok {
		e.uint(n)
		return nil
	}
	e.uint(0)
	e.uint(e.journal.tell(m))
	e.key(m.Name)
	loaded, _, _ := registry.Loaded.In(e.t.Isolate()).Get(starlark.String(m.Name))
	switch {
	case loaded != starlark.Value(m):
		e.byte(moduleOwn)
	case importable(e.t, m.Name):
		e.byte(moduleByName)
	default:
		e.byte(moduleMain)
	}
	file, _ := m.Vars.Get("__file__").(starlark.String)
	e.text(string(file))
	return nil
}

func (e *Encoder) fillFunction(n uint64, f *starlark.Function) error {
	e.byte(fillFunction)
	e.uint(n)
	r := raw(f)
	if err := e.items(r.defaults); err != nil {
		return err
	}
	for _, v := range r.freevars {
		if err := e.value(v); err != nil {
			return err
		}
	}
	var attrs, over object.Namespace
	if d := types.FunctionDict(f); d != nil {
		attrs = *d
	}
	if err := e.names(&attrs); err != nil {
		return err
	}
	if o := types.FunctionOverrides(f); o != nil {
		for _, name := range o.Names() {
			if name != "__code__" { // made again when asked for
				over.Set(name, o.Get(name))
			}
		}
	}
	return e.names(&over)
}

// touch makes sure that the module variables that a function names, or the
// functions of a class, are what the other end has.
func (e *Encoder) touch(thing any) {
	if e.touched[thing] {
		return
	}
	if e.touched == nil {
		e.touched = make(map[any]bool)
	}
	e.touched[thing] = true
	switch x := thing.(type) {
	case *starlark.Function:
		e.touchFunction(x)
	case *object.Class:
		if x.Iso == nil || e.journal.link.foreign[x] {
			return
		}
		for _, b := range x.Bases {
			e.touch(b)
		}
		for _, n := range x.Dict.Names() {
			e.touchMember(x.Dict.Get(n))
		}
	}
}

func (e *Encoder) touchMember(v starlark.Value) {
	switch m := v.(type) {
	case *starlark.Function:
		e.touch(m)
	case *object.StaticMethod:
		e.touchMember(m.Fn)
	case *object.ClassMethod:
		e.touchMember(m.Fn)
	case *object.Property:
		for _, fn := range []starlark.Value{m.Get, m.Set, m.Del} {
			e.touchMember(fn)
		}
	}
}

func (e *Encoder) touchFunction(f *starlark.Function) {
	m := moduleOf(e.t, f)
	if e.journal.link.foreign[m] || importable(e.t, m.Name) && lookupModule(e.t, m.Name) == m {
		return // its variables are the other end's, or come by import
	}
	names := globalNames(e.t, f, m)
	for _, name := range names {
		e.bind(m, name)
	}
}

func lookupModule(t *object.Thread, name string) *object.Module {
	v, _, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String(name))
	m, _ := v.(*object.Module)
	return m
}

// globalNames returns the module variables that a function names.
func globalNames(t *object.Thread, f *starlark.Function, m *object.Module) []string {
	if info := object.InfoOf(t, f); info != nil {
		return info.Globals
	}
	if lowering.GlobalsOf(f) == nil {
		return m.Names() // nothing is known of it: all
	}
	return nil
}

// bind sends a module variable if the other end needs it.
func (e *Encoder) bind(m *object.Module, name string) {
	v := m.Get(name)
	if v == nil && m.Missing != nil {
		if x, err := m.Missing(e.t, name); err == nil {
			v = x
		}
	}
	if v == nil || strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__") {
		return
	}
	if b := universe.Lookup(e.t, name); b != nil && object.Is(b, v) {
		return
	}
	key := variable{m, name}
	have := e.journal.link.sent[key]
	if !isCode(v) {
		if have == nil {
			e.journal.noteSent(key, true)
			e.fills = append(e.fills, func() error { return e.fillVariable(fillData, m, name, v) })
		}
		return
	}
	if have == any(v) {
		e.touch(v)
		return
	}
	e.journal.noteSent(key, v)
	e.fills = append(e.fills, func() error { return e.fillVariable(fillCode, m, name, v) })
}

// isCode reports whether a module variable follows the sender.
func isCode(v starlark.Value) bool {
	switch v.(type) {
	case *starlark.Function, *object.Class, *object.Module, *object.Func:
		return true
	}
	return false
}

func (e *Encoder) fillVariable(tag byte, m *object.Module, name string, v starlark.Value) error {
	e.byte(tag)
	if err := e.namespace(m); err != nil {
		return err
	}
	e.key(name)
	if err := e.value(v); err != nil {
		return noted(err, "while sending the global variable '"+name+"' that the function uses")
	}
	return nil
}

// noted adds a note to an exception that was just made.
func noted(err error, note string) error {
	oe, ok := err.(*object.Error)
	if !ok || oe.Exc.Attrs.Get("__notes__") != nil {
		return err
	}
	oe.Exc.Attrs.Set("__notes__", starlark.NewList([]starlark.Value{starlark.String(note)}))
	return err
}

func (e *Encoder) class(c *object.Class) error {
	if c.Iso == nil {
		return e.nativeClass(c)
	}
	if e.known(c) {
		e.touch(c)
		return e.flush()
	}
	if e.pickle || importable(e.t, c.Module) {
		found := starlark.Value(nil)
		if !strings.Contains(c.Qualname, "<") {
			found = lookup(e.t, c.Module, c.Qualname)
		}
		if found == starlark.Value(c) {
			e.global(c.Module, c.Qualname)
			return nil
		}
		if e.pickle {
			return cannotName(e.t, c, c.Module, c.Qualname, found != nil)
		}
	}
	if c.New != nil {
		return e.madeClass(c)
	}
	e.byte(tagClass)
	e.uint(e.journal.tell(c))
	e.text(nameOf(e.t.Isolate(), c))
	e.key(c.ClassName)
	e.headers++
	err := e.value(orUnset(classValue(c.Meta)))
	if err == nil {
		e.uint(uint64(len(c.Bases)))
		for _, b := range c.Bases {
			if err = e.value(b); err != nil {
				break
			}
		}
	}
	e.headers--
	if err != nil {
		return err
	}
	n := e.count
	e.note(unsafe.Pointer(c))
	e.fills = append(e.fills, func() error { return e.fillClass(n, c) })
	e.touch(c)
	return e.flush()
}

func classValue(c *object.Class) starlark.Value {
	if c == nil {
		return nil
	}
	return c
}

func (e *Encoder) nativeClass(c *object.Class) error {
	if nativeByName()[className{c.Module, c.Qualname}] == c {
		e.byte(tagNativeClass)
		e.key(c.Module)
		e.key(c.Qualname)
		return nil
	}
	if found := lookup(e.t, c.Module, c.Qualname); found == starlark.Value(c) {
		e.global(c.Module, c.Qualname)
		return nil
	}
	return cannotName(e.t, c, c.Module, c.Qualname, false)
}

func (e *Encoder) fillClass(n uint64, c *object.Class) error {
	saved := e.building
	e.building = c
	defer func() { e.building = saved }()
	e.byte(fillClass)
	e.uint(n)
	e.key(c.Module)
	e.key(c.Qualname)
	e.uint(uint64(len(c.Abstract)))
	for _, a := range c.Abstract {
		e.key(a)
	}
	var ns object.Namespace
	for _, name := range c.Dict.Names() {
		if v := c.Dict.Get(name); !object.MadeByClass(v) {
			ns.Set(name, v)
		}
	}
	return e.names(&ns)
}

// A Making is the call that makes a class again, and what of the class's
// namespace it makes: the script's part is written apart, as it may name the
// class.
type Making struct {
	Fn     starlark.Value
	Args   starlark.Tuple
	Kwargs *starlark.Dict
	Makes  func(name string, v starlark.Value) bool
}

// Maker says how a class that a function in Go made for a script is made again:
// collections.namedtuple(…). It returns nil for other classes.
type Maker func(t *object.Thread, c *object.Class) *Making

var makers []Maker

// AddMaker makes a Maker known. It is called from init functions.
func AddMaker(m Maker) { makers = append(makers, m) }

func (e *Encoder) madeClass(c *object.Class) error {
	for _, m := range makers {
		made := m(e.t, c)
		if made == nil {
			continue
		}
		e.hold(made.Args)
		e.hold(made.Kwargs)
		e.byte(tagMadeClass)
		e.uint(e.journal.tell(c))
		e.text(nameOf(e.t.Isolate(), c))
		e.headers++
		err := e.values(made.Fn, made.Args, made.Kwargs)
		e.headers--
		if err != nil {
			return err
		}
		n := e.count
		e.note(unsafe.Pointer(c))
		e.fills = append(e.fills, func() error { return e.fillMade(n, c, made.Makes) })
		e.touch(c)
		return e.flush()
	}
	return cannotName(e.t, c, c.Module, c.Qualname, false)
}

func (e *Encoder) fillMade(n uint64, c *object.Class, makes func(string, starlark.Value) bool) error {
	saved := e.building
	e.building = c
	defer func() { e.building = saved }()
	var added object.Namespace
	for _, name := range c.Dict.Names() {
		if v := c.Dict.Get(name); !object.MadeByClass(v) && !makes(name, v) {
			added.Set(name, v)
		}
	}
	e.byte(fillMade)
	e.uint(n)
	e.key(c.Qualname)
	return e.names(&added)
}
