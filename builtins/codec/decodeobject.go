package codec

// This file defines how objects of classes are read.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

func (d *Decoder) classValue() *object.Class {
	c, ok := d.value().(*object.Class)
	if !ok {
		d.fail("an object of something that is no class")
	}
	return c
}

func (d *Decoder) instance() starlark.Value {
	c := d.classValue()
	var x *object.Instance
	switch kind := d.byte(); kind {
	case objectRef:
		return d.ref()
	case objectNewArgs:
		args, ok1 := d.present().(starlark.Tuple)
		kwargs, ok2 := d.present().(*starlark.Dict)
		if !ok1 || !ok2 {
			d.fail("arguments that are none")
		}
		switch d.byte() {
		case objectRef:
			return d.ref()
		case objectNew:
		default:
			d.fail("an object made in no known way")
		}
		d.active()
		fn, err := object.GetAttr(d.t, c, "__new__")
		d.check(err)
		var kw []starlark.Tuple
		for _, kv := range kwargs.Items() {
			if _, ok := kv[0].(starlark.String); !ok {
				d.fail("arguments that are none")
			}
			kw = append(kw, kv)
		}
		v := d.call(fn, append(starlark.Tuple{c}, args...), kw)
		d.note(v)
		inst, ok := v.(*object.Instance)
		if !ok {
			d.state(v, nil)
			return v
		}
		x = inst
	case objectNew:
		if c.Exception {
			d.fail("an exception in place of an object")
		}
		x = object.NewInstance(c, d.t)
		d.note(x)
		x.State = d.base(c)
	default:
		d.fail("an object made in no known way")
	}
	d.state(x, x)
	return x
}

// base reads the built-in value of an object whose class derives from its type.
func (d *Decoder) base(c *object.Class) any {
	v := d.optional()
	if v == nil {
		for _, k := range c.MRO {
			if k.Iso == nil && k.New != nil && k != object.ObjectType && k != object.TypeType {
				d.fail("an object of class %s without its value", c.ClassName)
			}
		}
		return nil
	}
	d.visible(v)
	if !c.IsSubclass(object.ClassOf(v)) {
		d.fail("an object of class %s with a value of another type", c.ClassName)
	}
	if _, nested := v.(*object.Instance); nested {
		d.fail("an object in an object")
	}
	return v
}

// state reads the state of v; x is v if it has attributes.
func (d *Decoder) state(v starlark.Value, x *object.Instance) {
	switch kind := d.byte(); kind {
	case stateNone:
	case stateAttrs:
		if x == nil {
			d.fail("attributes of an object that has none")
		}
		d.names(&x.Attrs, true)
	case stateValue:
		d.setState(v, d.present())
	default:
		d.fail("unknown kind of state %d", kind)
	}
}

// setState gives an object a state as pickle does: by __setstate__, or into its
// __dict__ and slots.
func (d *Decoder) setState(v, state starlark.Value) {
	if m := object.Special(v, "__setstate__"); m != nil {
		d.active()
		_, _, err := object.CallSpecial(d.t, v, "__setstate__", state)
		d.check(err)
		return
	}
	var slots starlark.Value
	if pair, ok := state.(starlark.Tuple); ok && len(pair) == 2 {
		state, slots = pair[0], pair[1]
	}
	if state != starlark.None {
		dict, ok := object.Base(state).(*starlark.Dict)
		if !ok {
			d.check(object.Raise(UnpicklingError, "state is not a dictionary"))
		}
		for _, kv := range dict.Items() {
			name, ok := object.Text(kv[0])
			if !ok {
				d.check(object.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeName(kv[0])))
			}
			if x, ok := v.(*object.Instance); ok {
				x.Attrs.Set(name, kv[1])
				continue
			}
			d.check(object.SetAttr(d.t, v, name, kv[1]))
		}
	}
	if slots == nil || slots == starlark.None {
		return
	}
	dict, ok := object.Base(slots).(*starlark.Dict)
	if !ok {
		d.check(object.Raise(UnpicklingError, "slot state is not a dictionary"))
	}
	for _, kv := range dict.Items() {
		name, _ := object.Text(kv[0])
		d.active()
		d.check(object.SetAttr(d.t, v, name, kv[1]))
	}
}

// names reads a namespace.
func (d *Decoder) names(ns *object.Namespace, visible bool) {
	for range d.count(2) {
		name := string(d.key())
		v := d.optional()
		if v == nil {
			continue
		}
		if visible {
			d.visible(v)
		}
		ns.Set(name, v)
	}
}

func (d *Decoder) exception() starlark.Value {
	c := d.classValue()
	if !c.Exception {
		d.fail("an exception of a class that is none")
	}
	switch d.byte() {
	case objectRef:
		return d.ref()
	case objectNew:
	default:
		d.fail("an exception made in no known way")
	}
	x := object.NewInstance(c, d.t)
	s := &object.ExceptionState{}
	x.State = s
	d.note(x)
	args, ok := d.present().(starlark.Tuple)
	if !ok {
		d.fail("an exception whose arguments are no tuple")
	}
	s.Args = args
	d.names(s.Fields(), true)
	d.names(&x.Attrs, true)
	if d.byte() == 0 {
		return x
	}
	s.Cause, s.Context = d.otherException(), d.otherException()
	s.SuppressContext = d.bool()
	for range d.count(4) {
		name, file := string(d.key()), string(d.key())
		line, col := int32(d.int()), int32(d.int())
		s.Traceback = append(s.Traceback, object.Frame{Func: name, Pos: syntax.MakePosition(&file, line, col)})
	}
	s.GoStack, s.Origin = d.text(), d.text()
	return x
}

func (d *Decoder) otherException() *object.Instance {
	v := d.present()
	if v == starlark.None {
		return nil
	}
	x, ok := v.(*object.Instance)
	if !ok || x.Exception() == nil {
		d.fail("a cause that is no exception")
	}
	return x
}

func (d *Decoder) reduction() starlark.Value {
	has := d.byte()
	fn := d.present()
	args, ok := d.present().(starlark.Tuple)
	if !ok {
		d.fail("arguments that are none")
	}
	switch d.byte() {
	case objectRef:
		return d.ref()
	case objectNew:
	default:
		d.fail("an object made in no known way")
	}
	d.active()
	v := d.call(fn, args, nil)
	d.note(v)
	if has&reduceItems != 0 {
		n := d.count(1)
		items := make([]starlark.Value, 0, min(n, 1<<16))
		for range n {
			items = append(items, d.present())
		}
		d.extend(v, items)
	}
	if has&reducePairs != 0 {
		for range d.count(2) {
			k := d.present()
			d.check(object.SetItem(d.t, v, k, d.present()))
		}
	}
	var state starlark.Value
	if has&reduceState != 0 {
		state = d.present()
	}
	switch {
	case has&reduceSetter != 0:
		setter := d.present()
		if state == nil {
			state = starlark.None
		}
		d.call(setter, starlark.Tuple{v, state}, nil)
	case state != nil:
		d.setState(v, state)
	}
	return v
}

// extend adds items to what a reduction made, by extend or append.
func (d *Decoder) extend(v starlark.Value, items []starlark.Value) {
	extend, err := object.GetAttr(d.t, v, "extend")
	if err == nil {
		d.call(extend, starlark.Tuple{starlark.NewList(items)}, nil)
		return
	}
	if !object.IsCaught(d.t, err, object.AttributeError) {
		d.check(err)
	}
	for _, item := range items {
		_, err := object.CallMethod(d.t, v, "append", item)
		d.check(err)
	}
}
