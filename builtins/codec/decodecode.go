package codec

// This file defines how functions and classes are read.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

func (d *Decoder) code(tag byte) starlark.Value {
	switch tag {
	case tagClass:
		return d.class()
	case tagMadeClass:
		return d.madeClass()
	case tagFunction:
		return d.function()
	case tagKnown:
		return d.known()
	case tagCell:
		c := lowering.NewCell(string(d.key()), nil)
		d.note(c)
		if v := d.optional(); v != nil {
			c.Set(v)
		}
		return c
	case tagFreeCell:
		c := newFreeCell()
		d.note(c)
		*freeCellValue(c) = d.optional()
		return c
	case tagStaticMethod:
		m := new(object.StaticMethod)
		d.note(m)
		m.Fn = starlark.None
		m.Fn = d.present()
		return m
	case tagClassMethod:
		m := new(object.ClassMethod)
		d.note(m)
		m.Fn = starlark.None
		m.Fn = d.present()
		return m
	case tagProperty:
		p := new(object.Property)
		d.note(p)
		p.PropName = string(d.key())
		p.Get, p.Set, p.Del, p.Doc = d.optional(), d.optional(), d.optional(), d.optional()
		return p
	case tagRequired:
		return probe().required
	}
	return unset{}
}

// number reads the number of a thing that is being told.
func (d *Decoder) number() uint64 {
	n := d.uint()
	if n == 0 || d.link.things[n] != nil {
		d.fail("number %d told twice", n)
	}
	return n
}

func (d *Decoder) known() starlark.Value {
	n := d.uint()
	if n == 0 {
		return d.toldModule()
	}
	switch v := d.link.things[n].(type) {
	case *object.Module:
		return v
	case starlark.Value:
		d.flush()
		return v
	}
	d.fail("number %d was never told", n)
	return nil
}

func (d *Decoder) unit() *Unit {
	if n := d.uint(); n != 0 {
		u, ok := d.link.things[n].(*Unit)
		if !ok {
			d.fail("number %d is no unit", n)
		}
		return u
	}
	n := d.number()
	u := d.reader.unit()
	d.link.learn(n, u)
	return u
}

func (d *Decoder) namespace() *object.Module {
	if n := d.uint(); n != 0 {
		m, ok := d.link.things[n].(*object.Module)
		if !ok {
			d.fail("number %d is no module", n)
		}
		return m
	}
	return d.toldModule()
}

func (d *Decoder) toldModule() *object.Module {
	n := d.number()
	name, kind, file := string(d.key()), d.byte(), d.text()
	var m *object.Module
	loaded := registry.Loaded.In(d.t.Isolate())
	switch kind {
	case moduleByName:
		d.active()
		v, err := registry.Import(d.t, name)
		d.check(err)
		m, _ = v.(*object.Module)
	case moduleMain:
		v, _, _ := loaded.Get(starlark.String(name))
		m, _ = v.(*object.Module)
	}
	if m != nil && kind == moduleMain && file != "" && m.Vars.Get("__file__") == nil {
		m.Vars.Set("__file__", starlark.String(file))
	}
	if m == nil {
		m = NewModule(name, file)
		if kind == moduleMain {
			loaded.SetKey(starlark.String(name), m)
		}
	}
	d.link.learn(n, m)
	return m
}

// NewModule makes a module for code that comes from elsewhere.
func NewModule(name, file string) *object.Module {
	m := &object.Module{Name: name}
	m.Vars.Set("__name__", starlark.String(name))
	m.Vars.Set("__doc__", starlark.None)
	m.Vars.Set("__package__", starlark.None)
	m.Vars.Set("__loader__", starlark.None)
	m.Vars.Set("__spec__", starlark.None)
	if file != "" {
		m.Vars.Set("__file__", starlark.String(file))
	}
	return m
}

// module returns the code of a unit with the variables of m.
func (d *Decoder) module(m *object.Module, u *Unit) *starlark.Module {
	key := instance{m, u}
	if sm := d.link.modules[key]; sm != nil {
		return sm
	}
	all := instances.In(d.t.Isolate())
	hashed := hashedInstance{m, u.Hash()}
	sm := all.made[hashed]
	if sm == nil {
		sm = running(m, u)
	}
	if sm == nil {
		d.active()
		var err error
		sm, err = Instantiate.In(d.t.Isolate())(d.t, u, m)
		d.check(err)
		all.made[hashed] = sm
	}
	d.link.modules[key] = sm
	return sm
}

// running returns the code of a unit that runs as module m here, found by one
// of its functions.
func running(m *object.Module, u *Unit) *starlark.Module {
	for _, n := range m.AttrNames() {
		f, ok := m.Get(n).(*starlark.Function)
		if !ok {
			continue
		}
		if g := lowering.GlobalsOf(f); g == nil || g.Module() != m {
			continue
		}
		if o := originOf(f.Module().Program()); o != nil && o.unit.Hash() == u.Hash() {
			return f.Module()
		}
	}
	return nil
}

func (d *Decoder) function() starlark.Value {
	n := d.uint()
	if n != 0 && d.link.things[n] != nil {
		d.fail("number %d told twice", n)
	}
	u := d.unit()
	m := d.namespace()
	place := d.uint()
	name := string(d.key())
	sm := d.module(m, u)
	if place > 1<<30 {
		d.fail("no function %d", place)
	}
	f := makeFunction(sm, int(place))
	if f == nil || f.Name() != name {
		d.fail("function %d of %s is not %s", place, u.Filename, name)
	}
	if n != 0 {
		d.link.learn(n, f)
	}
	d.note(f)
	d.flush()
	return f
}

// flush reads the fills that follow a function or class outside of any other.
func (d *Decoder) flush() {
	if d.fills || d.header > 0 {
		return
	}
	d.fills = true
	for d.fill() {
	}
	d.fills = false
}

func (d *Decoder) fill() bool {
	switch tag := d.byte(); tag {
	case fillEnd:
		return false
	case fillFunction:
		f, ok := d.ref().(*starlark.Function)
		if !ok {
			d.fail("the parts of a function that is none")
		}
		d.fillFunction(f)
	case fillClass:
		c, ok := d.ref().(*object.Class)
		if !ok || c.Iso != d.t.Isolate() {
			d.fail("the parts of a class that is none")
		}
		d.fillClass(c)
	case fillMade:
		c, ok := d.ref().(*object.Class)
		if !ok || c.Iso != d.t.Isolate() {
			d.fail("the parts of a class that is none")
		}
		d.fillMade(c)
	case fillData, fillCode:
		m := d.namespace()
		name := string(d.key())
		v := d.present()
		if tag == fillCode || m.Get(name) == nil {
			d.check(m.SetAttr(d.t, name, v))
		}
	default:
		d.fail("unknown fill %d", tag)
	}
	return true
}

func (d *Decoder) fillFunction(f *starlark.Function) {
	r := raw(f)
	n := d.count(1)
	if n > f.NumParams() {
		d.fail("too many default values of %s", f.Name())
	}
	if n > 0 {
		defaults := make(starlark.Tuple, n)
		for i := range defaults {
			defaults[i] = d.value()
			if isFreeCell(defaults[i]) {
				d.fail("a variable's cell in place of a value")
			}
		}
		object.SetFunctionDefaults(f, defaults)
	}
	for i := range r.freevars {
		c := d.value()
		if !isFreeCell(c) {
			d.fail("a free variable of %s that is none", f.Name())
		}
		r.freevars[i] = c
	}
	var attrs, over object.Namespace
	d.names(&attrs, true)
	d.names(&over, true)
	types.RestoreFunction(f, attrs, over)
}

func (d *Decoder) class() starlark.Value {
	n := d.number()
	identity := d.text()
	name := string(d.key())
	d.header++
	var meta *object.Class
	if v := d.optional(); v != nil {
		c, ok := v.(*object.Class)
		if !ok {
			d.fail("a metaclass that is no class")
		}
		meta = c
	}
	var bases []*object.Class
	for range d.count(1) {
		bases = append(bases, d.classValue())
	}
	d.header--
	c := classNamed(d.t.Isolate(), identity)
	switch {
	case c == nil:
		var err error
		c, err = object.RestoreClass(d.t, meta, name, bases)
		d.check(err)
		nameClass(d.t.Isolate(), identity, c)
	case c.ClassName != name:
		d.fail("class %s in place of %s", name, c.ClassName)
	default:
		d.has(c)
	}
	d.link.learn(n, c)
	d.note(c)
	d.flush()
	return c
}

// has notes that a class was here before: what comes for it is not needed.
func (d *Decoder) has(c *object.Class) {
	if d.had == nil {
		d.had = make(map[*object.Class]bool)
	}
	d.had[c] = true
}

func (d *Decoder) fillClass(c *object.Class) {
	module, qualname := string(d.key()), string(d.key())
	var abstract []string
	for range d.count(2) {
		abstract = append(abstract, string(d.key()))
	}
	names, values := d.classNames()
	if d.had[c] {
		return // it is what it was
	}
	c.Module, c.Qualname, c.Abstract = module, qualname, abstract
	d.check(c.RestoreNames(d.t, names, values))
}

// fillMade adds to a class what its script had added.
func (d *Decoder) fillMade(c *object.Class) {
	qualname := string(d.key())
	names, values := d.classNames()
	if d.had[c] {
		return
	}
	c.Qualname = qualname
	for i, name := range names {
		d.check(object.SetAttr(d.t, c, name, values[i]))
	}
}

// classNames reads the namespace of a class.
func (d *Decoder) classNames() (names []string, values []starlark.Value) {
	for range d.count(2) {
		name := string(d.key())
		if v := d.optional(); v != nil {
			d.visible(v)
			names, values = append(names, name), append(values, v)
		}
	}
	return names, values
}

func (d *Decoder) madeClass() starlark.Value {
	n := d.number()
	identity := d.text()
	d.header++
	fn := d.present()
	args, ok1 := d.present().(starlark.Tuple)
	kwargs, ok2 := d.present().(*starlark.Dict)
	d.header--
	if !ok1 || !ok2 {
		d.fail("arguments that are none")
	}
	d.active()
	v := d.call(fn, args, kwargs.Items())
	c, ok := v.(*object.Class)
	if !ok {
		d.fail("a class that is none")
	}
	if had := classNamed(d.t.Isolate(), identity); had != nil {
		c = had
		d.has(c)
	} else {
		nameClass(d.t.Isolate(), identity, c)
	}
	d.link.learn(n, c)
	d.note(c)
	d.flush()
	return c
}

// findSubmodules lets code that came from another heap use the submodules of a
// package that were imported there: it names them without an import of its own.
func findSubmodules(v starlark.Value) {
	m, ok := v.(*object.Module)
	if !ok || m.Missing != nil {
		return
	}
	m.Missing = func(t *object.Thread, name string) (starlark.Value, error) {
		if !registry.IsPackage(m.Name) && m.Get("__path__") == nil || strings.HasPrefix(name, "__") {
			return nil, nil
		}
		sub, err := registry.Import(t, m.Name+"."+name)
		if err != nil && object.IsCaught(t, err, object.ModuleNotFoundError) {
			return nil, nil
		}
		return sub, err
	}
}
