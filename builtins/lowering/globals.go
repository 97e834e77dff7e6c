package lowering

// This file defines Globals, the variables of a module as an object.

import (
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// Globals is the value $g: an assignment to $g.x sets the module variable x.
//
// The variables that a module's own code binds live where go.starlark.net puts
// them, in the module's array of globals, so that the code reads them at full
// speed. go.starlark.net lets nobody else assign them; but Python's global
// statement, module.x = …, and globals() must. So Globals reaches into the array.
// All other names are in the module object's Vars.
type Globals struct {
	opaque
	r        *env
	mod      *object.Module
	builtins starlark.StringDict
	module   *starlark.Module
	slots    *[]value        // the array; nil before start and if open
	index    map[string]int  // of the names that have a slot
	names    []string        // these names in order
	twins    map[string]int  // the slots of functions' second versions, by the function's name
	dict     *starlark.Dict  // what globals() returned last
	own      map[string]bool // built-ins that the module bound to their own names
}

var (
	_ starlark.HasAttrs    = (*Globals)(nil)
	_ starlark.HasSetField = (*Globals)(nil)
)

func newGlobals(r *env, m *object.Module, builtins starlark.StringDict, open bool) *Globals {
	g := &Globals{r: r, mod: m, builtins: builtins}
	if !open {
		m.Lookup, m.Assign, m.Names = g.lookup, g.assign, g.slotNames
	}
	return g
}

// The places of the fields in go.starlark.net's Module that hold the array and
// its names. Another layout must fail at once.
var moduleGlobals, moduleProgram = func() (int, int) {
	t := reflect.TypeFor[starlark.Module]()
	globals, ok1 := t.FieldByName("globals")
	program, ok2 := t.FieldByName("program")
	if !ok1 || !ok2 || globals.Type != reflect.TypeFor[[]starlark.Value]() {
		panic("lowering: the layout of go.starlark.net's Module has changed")
	}
	return globals.Index[0], program.Index[0]
}()

// start connects the variables with the module whose code begins to run.
func (g *Globals) start(m *starlark.Module) {
	g.module = m
	if g.mod.Lookup == nil {
		return
	}
	g.slots = slotsOf(m)
	names := globalsOf(m)
	g.index = make(map[string]int, names.Len())
	for i := range names.Len() {
		name := names.Index(i).FieldByName("Name").String()
		if fn, ok := strings.CutSuffix(name, "$fast"); ok {
			if g.twins == nil {
				g.twins = make(map[string]int)
			}
			g.twins[fn] = i
			continue
		}
		if !strings.HasPrefix(name, "$") && !strings.Contains(name, "$.") {
			g.index[name] = i
			g.names = append(g.names, name)
		}
	}
}

// slotsOf returns a module's array of globals.
func slotsOf(m *starlark.Module) *[]value {
	return (*[]value)(unsafe.Pointer(reflect.ValueOf(m).Elem().Field(moduleGlobals).UnsafeAddr()))
}

// globalsOf returns the descriptions of a module's globals.
func globalsOf(m *starlark.Module) reflect.Value {
	return reflect.ValueOf(m).Elem().Field(moduleProgram).Elem().FieldByName("compiled").Elem().FieldByName("Globals")
}

func init() {
	functions["start"] = func(r *env, st *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		if len(a) > 0 { // lowered with open globals
			r.g.mod.Lookup, r.g.mod.Assign, r.g.mod.Names = nil, nil, nil
		}
		if fn, ok := st.DebugFrame(1).Callable().(*starlark.Function); ok {
			r.g.start(fn.Module())
		}
		return starlark.None, nil
	}
	functions["globals"] = func(r *env, st *starlark.Thread, _ starlark.Tuple, _ []starlark.Tuple) (value, error) {
		return r.g.Dict(), nil
	}
}

// lookup returns the variable if it has a slot and is bound. A built-in that
// the module binds somewhere starts as the built-in, which does not count.
func (g *Globals) lookup(name string) value {
	i, ok := g.index[name]
	if !ok {
		return nil
	}
	v := (*g.slots)[i]
	if b, ok := g.builtins[name]; ok && v != nil && sameObject(v, b) && !g.own[name] {
		return nil
	}
	return v
}

func sameObject(a, b value) bool {
	ta, tb := reflect.TypeOf(a), reflect.TypeOf(b)
	return ta == tb && ta.Kind() == reflect.Pointer && a == b
}

// assign sets (or with nil deletes) a variable that has a slot.
func (g *Globals) assign(name string, v value) bool {
	i, ok := g.index[name]
	if !ok {
		return false
	}
	if v == nil {
		if g.lookup(name) == nil {
			return false
		}
		v = g.builtins[name] // del of a name that hides a built-in
		delete(g.own, name)
	} else if b, ok := g.builtins[name]; ok && sameObject(v, b) {
		if g.own == nil {
			g.own = make(map[string]bool)
		}
		g.own[name] = true
	}
	(*g.slots)[i] = v
	if j, ok := g.twins[name]; ok {
		(*g.slots)[j] = v
	}
	return true
}

func (g *Globals) slotNames() []string {
	out := make([]string, 0, len(g.names))
	for _, n := range g.names {
		if g.lookup(n) != nil {
			out = append(out, n)
		}
	}
	return out
}

// Module returns the module object.
func (g *Globals) Module() *object.Module { return g.mod }

// Get returns a variable of the module or a built-in, or nil.
func (g *Globals) Get(name string) value {
	if v := g.mod.Get(name); v != nil {
		return v
	}
	if g.dict != nil {
		// globals()["x"] = … makes a variable as well.
		if v, ok, _ := g.dict.Get(starlark.String(name)); ok {
			return v
		}
	}
	if g.mod.Lookup == nil && g.mod.Missing != nil {
		// The globals behind the locals of exec.
		if v, err := g.mod.Missing(g.r.iso.Current(), name); v != nil && err == nil {
			return v
		}
	}
	if v, ok := g.builtins[name]; ok {
		return v
	}
	return nil
}

// Set binds a variable.
func (g *Globals) Set(name string, v value) {
	if g.dict != nil {
		g.dict.SetKey(starlark.String(name), v)
	}
	if !g.assign(name, v) {
		g.mod.Vars.Set(name, v)
	}
}

// Delete unbinds a variable and reports whether it was bound.
func (g *Globals) Delete(name string) bool {
	if g.dict != nil {
		g.dict.Delete(starlark.String(name))
	}
	return g.assign(name, nil) || g.mod.Vars.Delete(name)
}

// Dict returns the variables as a dict. In an open module it is the variables;
// else it is a copy that is brought up to date each time it is asked for, and
// whose new names the module sees.
func (g *Globals) Dict() *starlark.Dict {
	if g.mod.Lookup == nil {
		return g.mod.Vars.Dict()
	}
	if g.dict == nil {
		g.dict = starlark.NewDict(len(g.names))
	} else {
		g.takeBack()
	}
	seen := make(map[string]bool)
	for _, names := range [][]string{g.mod.Vars.Names(), g.slotNames()} {
		for _, n := range names {
			seen[n] = true
			g.dict.SetKey(starlark.String(n), g.mod.Get(n))
		}
	}
	for _, k := range g.dict.Keys() {
		if s, ok := k.(starlark.String); ok && !seen[string(s)] {
			g.dict.Delete(k)
		}
	}
	return g.dict
}

// takeBack gives the module the names that a script has added to the dict of
// globals().
func (g *Globals) takeBack() {
	for _, item := range g.dict.Items() {
		if s, ok := item[0].(starlark.String); ok && g.mod.Get(string(s)) == nil {
			g.mod.SetAttr(nil, string(s), item[1])
		}
	}
}

func (g *Globals) String() string { return fmt.Sprintf("<globals of %s>", g.mod.Name) }

// Type implements starlark.Value.
func (g *Globals) Type() string { return "globals" }

// Attr implements starlark.HasAttrs.
func (g *Globals) Attr(name string) (value, error) {
	if v := g.Get(name); v != nil {
		return v, nil
	}
	return nil, object.NameErrorFor(name)
}

// AttrNames implements starlark.HasAttrs.
func (g *Globals) AttrNames() []string { return nil }

// SetField implements starlark.HasSetField.
func (g *Globals) SetField(name string, v value) error {
	g.Set(name, v)
	return nil
}
