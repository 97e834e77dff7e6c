package codec

// This file defines Decoder: plain values and containers.

import (
	"errors"
	"fmt"
	"math/big"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
	"starpool/builtins/universe"
)

// A Decoder reads one message. It is used with the lock held.
type Decoder struct {
	reader
	t      *object.Thread
	link   *Link
	inert  bool // find nothing by name and run nothing: for tests of bad input
	memo   []starlark.Value
	keys   []starlark.String
	fills  bool                   // fills are being read
	header int                    // how many class headers are being read
	had    map[*object.Class]bool // classes that came and were here already
}

// Decode reads the next message of a link. An error that is not an exception is
// an *Error: the bytes are not a message. After any error the two ends may no
// longer agree on what they have told each other: both go on with new Links.
func Decode(t *object.Thread, l *Link, b []byte) (starlark.Value, error) {
	d := &Decoder{t: t, link: l, reader: reader{b: b}}
	return d.run()
}

// Loads reads a message as pickle.loads does.
func Loads(t *object.Thread, b []byte) (starlark.Value, error) {
	if len(b) == 0 {
		return nil, object.Raise(object.EOFError, "Ran out of input")
	}
	v, err := Decode(t, NewLink(false), b)
	var bad *Error
	if errors.As(err, &bad) {
		return nil, object.Raise(UnpicklingError, "%s", bad.Msg)
	}
	return v, err
}

func (d *Decoder) run() (v starlark.Value, err error) {
	depth := *d.t.GoDepth()
	defer func() {
		switch p := recover().(type) {
		case nil:
		case *Error:
			*d.t.GoDepth() = depth
			v, err = nil, p
		case raised:
			*d.t.GoDepth() = depth
			v, err = nil, p.err
		default:
			panic(p)
		}
	}()
	d.reader.header()
	v = d.value()
	if d.left() > 0 {
		d.fail("%d bytes too many", d.left())
	}
	return v, nil
}

// raised carries an exception out of the recursion.
type raised struct{ err error }

// check ends the message with an exception.
func (d *Decoder) check(err error) {
	if err != nil {
		panic(raised{err})
	}
}

func (d *Decoder) note(v starlark.Value) { d.memo = append(d.memo, v) }

func (d *Decoder) ref() starlark.Value {
	n := d.uint()
	if n >= uint64(len(d.memo)) || d.memo[n] == nil {
		d.fail("reference to an object that is not there")
	}
	return d.memo[n]
}

func (d *Decoder) key() starlark.String {
	switch tag := d.byte(); tag {
	case tagStr:
		return starlark.String(d.text())
	case tagKey:
		return d.numberedKey()
	default:
		d.fail("tag %d in place of a name", tag)
		return ""
	}
}

func (d *Decoder) numberedKey() starlark.String {
	n := d.uint()
	switch {
	case n < uint64(len(d.keys)):
		return d.keys[n]
	case n > uint64(len(d.keys))+1:
		d.fail("name that is not there")
	}
	s := starlark.String(d.text())
	d.keys = append(d.keys, s)
	return s
}

// optional reads a value that may be missing.
func (d *Decoder) optional() starlark.Value {
	v := d.value()
	if _, missing := v.(unset); missing {
		return nil
	}
	return v
}

// present reads a value that a script may see.
func (d *Decoder) present() starlark.Value {
	v := d.value()
	d.visible(v)
	return v
}

// visible refuses what must not get into a script's hands.
func (d *Decoder) visible(v starlark.Value) {
	switch v.(type) {
	case unset, *lowering.Cell:
		d.fail("a variable's cell in place of a value")
	}
	if v.Type() == "mandatory" || isFreeCell(v) {
		d.fail("a variable's cell in place of a value")
	}
}

func (d *Decoder) value() starlark.Value {
	tag := d.byte()
	switch tag {
	case tagNone:
		return starlark.None
	case tagTrue:
		return starlark.True
	case tagFalse:
		return starlark.False
	case tagInt:
		return starlark.MakeInt64(d.int())
	case tagFloat:
		return starlark.Float(d.float())
	case tagStr:
		return starlark.String(d.text())
	case tagRef:
		return d.ref()
	}
	if err := object.Enter(d.t, " while unpickling an object"); err != nil {
		d.check(err)
	}
	v := d.compound(tag)
	object.Leave(d.t)
	return v
}

func (d *Decoder) compound(tag byte) starlark.Value {
	switch tag {
	case tagList:
		n := d.count(1)
		elems := make([]starlark.Value, 0, n)
		l := starlark.NewList(elems)
		d.note(l)
		for range n {
			l.Append(d.present())
		}
		return l
	case tagInts:
		n := d.count(1)
		elems := make([]starlark.Value, n)
		for i := range elems {
			elems[i] = starlark.MakeInt64(d.int())
		}
		l := starlark.NewList(elems)
		d.note(l)
		return l
	case tagTuple:
		tup := make(starlark.Tuple, d.count(1))
		for i := range tup {
			tup[i] = starlark.None // visible through a cycle
		}
		if len(tup) > 0 {
			d.note(tup)
		}
		for i := range tup {
			tup[i] = d.present()
		}
		return tup
	case tagPlainTuple:
		tup := make(starlark.Tuple, d.count(1))
		for i := range tup {
			tup[i] = d.present()
		}
		return tup
	case tagDict:
		n := d.count(2)
		m := starlark.NewDict(min(n, 1<<16))
		d.note(m)
		for range n {
			k := d.dictKey()
			d.check(object.DictSet(d.t, m, k, d.present()))
		}
		return m
	case tagSet:
		n := d.count(1)
		s := starlark.NewSet(min(n, 1<<16))
		d.note(s)
		d.members(s, n)
		return s
	case tagFrozenset:
		n := d.count(1)
		s := starlark.NewSet(min(n, 1<<16))
		f := types.NewFrozenset(s)
		d.note(f)
		d.members(s, n)
		return f
	case tagKey:
		return d.numberedKey()
	case tagClass, tagMadeClass, tagFunction, tagKnown, tagCell, tagFreeCell, tagStaticMethod, tagClassMethod, tagProperty, tagRequired, tagUnset:
		return d.code(tag)
	case tagInstance:
		return d.instance()
	case tagException:
		return d.exception()
	case tagReduce:
		return d.reduction()
	}
	return d.rare(tag)
}

func (d *Decoder) dictKey() starlark.Value {
	if d.left() > 0 && d.b[d.off] == tagKey {
		d.off++
		return d.numberedKey()
	}
	return d.present()
}

func (d *Decoder) members(s *starlark.Set, n int) {
	for range n {
		d.check(object.SetAdd(d.t, s, d.present()))
	}
}

func (d *Decoder) rare(tag byte) starlark.Value {
	switch tag {
	case tagEllipsis:
		return object.Ellipsis
	case tagNotImplemented:
		return object.NotImplemented
	case tagBigInt:
		negative := d.bool()
		n := new(big.Int).SetBytes(d.take(d.count(1)))
		if negative {
			n.Neg(n)
		}
		return starlark.MakeBigInt(n)
	case tagComplex:
		re := d.float()
		return types.Complex(complex(re, d.float()))
	case tagBytes:
		return object.MakeBytes(d.text())
	case tagBytearray:
		b := types.NewBytearray([]byte(d.text()))
		d.note(b)
		return b
	case tagRange:
		args := starlark.Tuple{d.present(), d.present(), d.present()}
		return d.call(object.RangeType, args, nil)
	case tagSlice:
		return &object.SliceValue{Start: d.present(), Stop: d.present(), Step: d.present()}
	case tagMethod:
		self, fn := d.present(), d.present()
		if _, ok := fn.(starlark.Callable); !ok {
			d.fail("a method of something that is no function")
		}
		return &object.BoundMethod{Self: self, Fn: fn}
	case tagNativeClass:
		module, qualname := string(d.key()), string(d.key())
		if c := nativeByName()[className{module, qualname}]; c != nil {
			return c
		}
		d.check(object.Raise(object.AttributeError, "Can't get attribute '%s' on <module '%s'>", qualname, module))
	case tagNativeMethod:
		name := string(d.key())
		if c, ok := d.value().(*object.Class); ok {
			if f := c.NativeMethod(name); f != nil {
				return f
			}
		}
		d.fail("no method %s", name)
	case tagGlobal:
		return d.global(string(d.key()), string(d.key()))
	case tagModule:
		name := string(d.key())
		d.active()
		m, err := registry.Import(d.t, name)
		d.check(err)
		findSubmodules(m)
		return m
	case tagAttribute:
		name, v := string(d.key()), d.present()
		a, err := object.GetAttr(d.t, v, name)
		d.check(err)
		return a
	case tagSuper:
		after, self, of := d.value(), d.optional(), d.value()
		a, ok1 := after.(*object.Class)
		o, ok2 := of.(*object.Class)
		if !ok1 || !ok2 {
			d.fail("super of something that is no class")
		}
		return &object.Super{After: a, Self: self, Of: o}
	case tagAlias:
		origin, args := d.present(), d.present()
		v, err := object.GetItem(d.t, origin, args)
		d.check(err)
		return v
	case tagUnion:
		args, ok := d.present().(starlark.Tuple)
		if !ok || len(args) == 0 {
			d.fail("a union of nothing")
		}
		v := starlark.Value(args[0])
		for _, a := range args[1:] {
			var err error
			v, err = object.Binary(d.t, syntax.PIPE, v, a)
			d.check(err)
		}
		return v
	}
	d.fail("unknown tag %d", tag)
	return nil
}

// active refuses to run anything in an inert decoder.
func (d *Decoder) active() {
	if d.inert {
		d.fail("nothing is found by name here")
	}
}

func (d *Decoder) call(fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) starlark.Value {
	v, err := object.Call(d.t, fn, args, kwargs)
	d.check(err)
	return v
}

func (d *Decoder) global(module, qualname string) starlark.Value {
	if module == "" {
		if v := starlark.Universe[qualname]; v != nil {
			return v
		}
		d.fail("no built-in %s", qualname)
	}
	if d.inert {
		if v := universe.Lookup(d.t, qualname); v != nil && module == "builtins" {
			return v
		}
	}
	d.active()
	v, err := find(d.t, module, qualname)
	d.check(err)
	return v
}

func (d *Decoder) String() string { return fmt.Sprintf("decoder at byte %d", d.off) }
