package codec

// This file defines Encoder: plain values and containers.

import (
	"unsafe"

	"go.starlark.net/starlark"

	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

// An Encoder writes one message. It is used with the lock held.
type Encoder struct {
	writer
	t       *object.Thread
	journal journal
	pickle  bool // functions and classes by name only, as pickle does

	memo  map[unsafe.Pointer]uint64 // once small is full
	small []unsafe.Pointer          // the objects, by number, as long as they are few
	keys  map[string]uint64
	keep  []starlark.Value // temporaries, whose addresses are in memo
	count uint64           // objects in the memo

	fills    []func() error
	headers  int // how many class or function headers are being written
	filling  bool
	touched  map[any]bool
	building *object.Class // whose namespace is being written
}

// Encode writes v as the next message of a link. A message that failed has
// changed nothing in the link. The caller holds the lock, as for all that
// follows.
func Encode(t *object.Thread, l *Link, v starlark.Value) ([]byte, error) {
	e := &Encoder{t: t, journal: journal{link: l}}
	return e.run(v)
}

// Dumps writes v as pickle.dumps does: functions and classes by name.
func Dumps(t *object.Thread, v starlark.Value) ([]byte, error) {
	e := &Encoder{t: t, journal: journal{link: NewLink(true)}, pickle: true}
	return e.run(v)
}

// EncodeCall writes a call as the next message of a link. It is read as the
// tuple of fn, args and a dict of kwargs or None.
func EncodeCall(t *object.Thread, l *Link, fn starlark.Value, args starlark.Tuple, kwargs starlark.Value) ([]byte, error) {
	e := &Encoder{t: t, journal: journal{link: l}}
	e.b = make([]byte, 0, 128)
	e.byte(tagPlainTuple)
	e.uint(3)
	err := e.value(fn)
	if err == nil {
		e.byte(tagPlainTuple)
		if err = e.items(args); err == nil {
			err = e.value(kwargs)
		}
	}
	if err != nil {
		e.journal.rollback()
		return nil, err
	}
	return appendHeader(e.b), nil
}

func (e *Encoder) run(v starlark.Value) ([]byte, error) {
	e.b = make([]byte, 0, 256)
	if err := e.value(v); err != nil {
		e.journal.rollback()
		return nil, err
	}
	return appendHeader(e.b), nil
}

// seen writes a reference if the object at p was written before; else it notes
// it, and the caller writes it.
func (e *Encoder) seen(p unsafe.Pointer) bool {
	if n, ok := e.noted(p); ok {
		e.byte(tagRef)
		e.uint(n)
		return true
	}
	e.note(p)
	return false
}

// maxSmall is the number of objects up to which looking through them all beats a
// map: most messages have fewer.
const maxSmall = 12

// noted returns the number of an object that was written.
func (e *Encoder) noted(p unsafe.Pointer) (n uint64, ok bool) {
	if e.memo != nil {
		n, ok = e.memo[p]
		return n, ok
	}
	for i, q := range e.small {
		if p == q {
			return uint64(i), true
		}
	}
	return 0, false
}

func (e *Encoder) note(p unsafe.Pointer) {
	switch {
	case e.memo != nil:
		e.memo[p] = e.count
	case len(e.small) < maxSmall:
		e.small = append(e.small, p)
	default:
		e.memo = make(map[unsafe.Pointer]uint64, 4*maxSmall)
		for i, q := range e.small {
			e.memo[q] = uint64(i)
		}
		e.memo[p] = e.count
	}
	e.count++
}

// hold keeps a temporary alive as long as the memo knows its address.
func (e *Encoder) hold(v starlark.Value) starlark.Value {
	e.keep = append(e.keep, v)
	return v
}

// maxKey is the length of text up to which a second occurrence as a key or name
// is written as a number.
const maxKey = 64

func (e *Encoder) key(s string) {
	if len(s) > maxKey {
		e.byte(tagStr)
		e.text(s)
		return
	}
	if n, ok := e.keys[s]; ok {
		e.byte(tagKey)
		e.uint(n)
		return
	}
	if e.keys == nil {
		e.keys = make(map[string]uint64)
	}
	e.keys[s] = uint64(len(e.keys))
	e.byte(tagKey)
	e.uint(uint64(len(e.keys))) // one more than any known: new
	e.text(s)
}

// chargeFrom is the length of a text whose copy the limits are asked for.
const chargeFrom = 4096

func (e *Encoder) value(v starlark.Value) error {
	switch v := v.(type) {
	case starlark.NoneType:
		e.byte(tagNone)
		return nil
	case starlark.Bool:
		if v {
			e.byte(tagTrue)
		} else {
			e.byte(tagFalse)
		}
		return nil
	case starlark.Int:
		e.integer(v)
		return nil
	case starlark.Float:
		e.byte(tagFloat)
		e.float(float64(v))
		return nil
	case starlark.String:
		if n := int64(len(v)); n >= chargeFrom {
			if err := object.Charge(e.t, 2*n); err != nil {
				return err
			}
		}
		e.byte(tagStr)
		e.text(string(v))
		return nil
	}
	if err := object.Enter(e.t, " while pickling an object"); err != nil {
		return err
	}
	defer object.Leave(e.t)
	switch v := v.(type) {
	case *starlark.List:
		return e.list(v)
	case starlark.Tuple:
		return e.tuple(v)
	case *starlark.Dict:
		return e.dict(v)
	case *starlark.Set:
		if e.seen(unsafe.Pointer(v)) {
			return nil
		}
		e.byte(tagSet)
		return e.items(object.Members(v))
	case *object.Instance:
		return e.instance(v)
	case *object.Class:
		return e.class(v)
	case *starlark.Function:
		return e.function(v)
	}
	return e.rare(v)
}

func (e *Encoder) integer(v starlark.Int) {
	if n, ok := v.Int64(); ok {
		e.byte(tagInt)
		e.int(n)
		return
	}
	big := v.BigInt()
	e.byte(tagBigInt)
	e.bool(big.Sign() < 0)
	e.text(string(big.Bytes()))
}

func (e *Encoder) list(v *starlark.List) error {
	if e.seen(unsafe.Pointer(v)) {
		return nil
	}
	n := v.Len()
	ints := n > 0
	for i := 0; i < n && ints; i++ {
		x, ok := v.Index(i).(starlark.Int)
		if ok {
			_, ok = x.Int64()
		}
		ints = ok
	}
	if ints {
		e.byte(tagInts)
		e.uint(uint64(n))
		for i := range n {
			x, _ := v.Index(i).(starlark.Int).Int64()
			e.int(x)
		}
		return nil
	}
	e.byte(tagList)
	e.uint(uint64(n))
	for i := range n {
		if i >= v.Len() {
			return object.Raise(object.RuntimeError, "list changed size during iteration")
		}
		if err := e.value(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func (e *Encoder) tuple(v starlark.Tuple) error {
	if len(v) > 0 && e.seen(unsafe.Pointer(&v[0])) {
		return nil
	}
	e.byte(tagTuple)
	return e.items(v)
}

func (e *Encoder) items(vals []starlark.Value) error {
	e.uint(uint64(len(vals)))
	for _, x := range vals {
		if err := e.value(x); err != nil {
			return err
		}
	}
	return nil
}

func (e *Encoder) dict(v *starlark.Dict) error {
	if e.seen(unsafe.Pointer(v)) {
		return nil
	}
	e.byte(tagDict)
	items := v.Items()
	e.uint(uint64(len(items)))
	for _, kv := range items {
		if s, ok := kv[0].(starlark.String); ok {
			e.key(string(s))
		} else if err := e.value(kv[0]); err != nil {
			return err
		}
		if err := e.value(kv[1]); err != nil {
			return err
		}
	}
	return nil
}

// rare writes the values that are neither common nor of a script's class.
func (e *Encoder) rare(v starlark.Value) error {
	switch v := v.(type) {
	case types.Complex:
		e.byte(tagComplex)
		e.float(real(v))
		e.float(imag(v))
		return nil
	case *types.Bytearray:
		if !e.seen(unsafe.Pointer(v)) {
			data, _ := v.Buffer()
			e.byte(tagBytearray)
			e.text(string(data))
		}
		return nil
	case *types.Frozenset:
		if e.seen(unsafe.Pointer(v)) {
			return nil
		}
		e.byte(tagFrozenset)
		return e.items(v.Members())
	case *types.Range:
		e.byte(tagRange)
		for _, name := range []string{"start", "stop", "step"} {
			x, err := object.GetAttr(e.t, v, name)
			if err != nil {
				return err
			}
			if err := e.value(x); err != nil {
				return err
			}
		}
		return nil
	case *object.SliceValue:
		e.byte(tagSlice)
		return e.values(v.Start, v.Stop, v.Step)
	case *object.BoundMethod:
		e.byte(tagMethod)
		return e.values(v.Self, v.Fn)
	case *object.Func:
		return e.native(v)
	case *object.Module:
		return e.module(v)
	case *object.StaticMethod:
		return e.wrapper(tagStaticMethod, unsafe.Pointer(v), v, v.Fn)
	case *object.ClassMethod:
		return e.wrapper(tagClassMethod, unsafe.Pointer(v), v, v.Fn)
	case *object.Property:
		if e.pickle {
			return cannot(v)
		}
		return e.property(v)
	case *object.Super:
		e.byte(tagSuper)
		return e.values(v.After, orUnset(v.Self), v.Of)
	case *lowering.Cell:
		if e.seen(unsafe.Pointer(v)) {
			return nil
		}
		e.byte(tagCell)
		e.key(v.Name())
		return e.value(orUnset(v.Get()))
	case *starlark.Builtin:
		if r := v.Receiver(); r != nil {
			e.byte(tagAttribute)
			e.key(v.Name())
			return e.value(r)
		}
		if starlark.Universe[v.Name()] == starlark.Value(v) {
			e.byte(tagGlobal)
			e.key("")
			e.key(v.Name())
			return nil
		}
		return cannot(v)
	case unset:
		e.byte(tagUnset)
		return nil
	}
	switch {
	case v == object.Ellipsis:
		e.byte(tagEllipsis)
		return nil
	case v == object.NotImplemented:
		e.byte(tagNotImplemented)
		return nil
	case v.Type() == "mandatory":
		e.byte(tagRequired)
		return nil
	}
	if content, ok := object.BytesContent(v); ok {
		e.byte(tagBytes)
		e.text(content)
		return nil
	}
	if isFreeCell(v) {
		if e.seen(object.DataPointer(v)) {
			return nil
		}
		e.byte(tagFreeCell)
		return e.value(orUnset(*freeCellValue(v)))
	}
	if done, err := e.reduced(v, object.ClassOf(v)); done || err != nil {
		return err
	}
	return cannot(v)
}

func (e *Encoder) values(vals ...starlark.Value) error {
	for _, v := range vals {
		if err := e.value(v); err != nil {
			return err
		}
	}
	return nil
}

// unset stands for a variable without a value.
type unset struct{ starlark.NoneType }

func orUnset(v starlark.Value) starlark.Value {
	if v == nil {
		return unset{}
	}
	return v
}

func (e *Encoder) wrapper(tag byte, p unsafe.Pointer, v, fn starlark.Value) error {
	if e.pickle {
		return cannot(v)
	}
	if e.seen(p) {
		return nil
	}
	e.byte(tag)
	return e.value(fn)
}

func (e *Encoder) property(p *object.Property) error {
	if e.seen(unsafe.Pointer(p)) {
		return nil
	}
	e.byte(tagProperty)
	e.key(p.PropName)
	return e.values(orUnset(p.Get), orUnset(p.Set), orUnset(p.Del), orUnset(p.Doc))
}

// native writes a function or method made in Go.
func (e *Encoder) native(f *object.Func) error {
	if c := f.Owner(); c != nil {
		if c.NativeMethod(f.Name()) != f {
			return cannot(f)
		}
		e.byte(tagNativeMethod)
		e.key(f.Name())
		return e.value(c)
	}
	module, name, ok := nativeFunctionName(e.t, f)
	if !ok {
		return cannotName(e.t, f, f.Module(), f.Name(), false)
	}
	e.global(module, name)
	return nil
}

func (e *Encoder) global(module, qualname string) {
	e.byte(tagGlobal)
	e.key(module)
	e.key(qualname)
}

// module writes a module by its name. Pickle refuses, as CPython does.
func (e *Encoder) module(m *object.Module) error {
	if e.pickle {
		return cannot(m)
	}
	if importable(e.t, m.Name) {
		e.byte(tagModule)
		e.key(m.Name)
		return nil
	}
	e.byte(tagKnown)
	return e.namespace(m)
}
