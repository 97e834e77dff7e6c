package host

// This file defines the estimate of how much memory a script holds: a walk over
// the values that its modules and its threads' frames lead to.

import (
	"reflect"
	"unsafe"

	"go.starlark.net/starlark"

	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

// maxWalked bounds the values of one walk, a fraction of a second.
const maxWalked = 4 << 20

// Bytes that a value takes besides its elements: what refers to it, and its header.
const (
	heldValue    = 16
	heldObject   = 160
	heldCallable = 96
)

// A holding is a walk over values, without recursion: scripts nest deeper than Go's
// stack may grow.
type holding struct {
	seen  map[unsafe.Pointer]struct{}
	todo  []starlark.Value
	bytes int64
	most  int64
	count int
}

// held is isolate.Isolate's Held.
func (in *Interpreter) held(most int64) int64 {
	h := &holding{seen: make(map[unsafe.Pointer]struct{}), most: most}
	h.add(registry.Loaded.In(in.iso))
	for _, t := range in.iso.Threads() {
		h.frames(t.Starlark())
	}
	h.walk()
	return h.bytes
}

// maxWalkedFrames bounds the frames of a thread that are looked at, innermost and
// outermost first.
const maxWalkedFrames = 10_000

func (h *holding) frames(st *starlark.Thread) {
	for depth := range min(st.CallStackDepth(), maxWalkedFrames) {
		fr := st.DebugFrame(depth)
		h.add(fr.Callable())
		if fn, ok := fr.Callable().(*starlark.Function); ok {
			for _, v := range operands(fr, fn) {
				h.add(v)
			}
		}
	}
}

// The place of what go.starlark.net has no word for: how
// many operands a function's code has at once. Another layout must fail at once.
var functionCode, codeStack = func() ([]int, []int) {
	code, ok := reflect.TypeFor[starlark.Function]().FieldByName("funcode")
	if !ok {
		panic("host: the layout of go.starlark.net's Function has changed")
	}
	stack, ok := code.Type.Elem().FieldByName("MaxStack")
	if !ok {
		panic("host: the layout of go.starlark.net's Funcode has changed")
	}
	return code.Index, stack.Index
}()

// operands returns the variables of a frame with its operands, which follow them in
// memory: the list that a comprehension makes is one.
func operands(fr starlark.DebugFrame, fn *starlark.Function) []starlark.Value {
	locals := reflect.ValueOf(fr).Elem().FieldByName("locals")
	n := locals.Len()
	if n == 0 {
		return nil // a frame that has not begun, or has no variables
	}
	stack := reflect.ValueOf(fn).Elem().FieldByIndex(functionCode).Elem().FieldByIndex(codeStack).Int()
	return unsafe.Slice((*starlark.Value)(locals.UnsafePointer()), n+int(stack))
}

func (h *holding) add(v starlark.Value) {
	switch v.(type) {
	case nil, starlark.NoneType, starlark.Bool:
		return
	}
	h.todo = append(h.todo, v)
}

// first reports whether p was not met yet.
func (h *holding) first(p unsafe.Pointer) bool {
	if _, ok := h.seen[p]; ok || p == nil {
		return false
	}
	h.seen[p] = struct{}{}
	return true
}

func (h *holding) walk() {
	for len(h.todo) > 0 && h.bytes < h.most && h.count < maxWalked {
		v := h.todo[len(h.todo)-1]
		h.todo = h.todo[:len(h.todo)-1]
		h.count++
		h.value(v)
	}
}

func (h *holding) value(v starlark.Value) {
	switch x := v.(type) {
	case starlark.String:
		if len(x) > 0 && h.first(unsafe.Pointer(unsafe.StringData(string(x)))) {
			h.bytes += heldValue + int64(len(x))
		}
	case starlark.Bytes:
		if len(x) > 0 && h.first(unsafe.Pointer(unsafe.StringData(string(x)))) {
			h.bytes += heldValue + int64(len(x))
		}
	case types.Bytes:
		if len(x) > 0 && h.first(unsafe.Pointer(unsafe.StringData(string(x)))) {
			h.bytes += heldValue + int64(len(x))
		}
	case starlark.Tuple:
		if len(x) > 0 && h.first(unsafe.Pointer(unsafe.SliceData(x))) {
			h.bytes += heldValue + object.SizeOf(x)
			for _, e := range x {
				h.add(e)
			}
		}
	case *starlark.List:
		if h.first(unsafe.Pointer(x)) {
			h.bytes += heldValue + object.SizeOf(x)
			for _, e := range object.Elems(x) {
				h.add(e)
			}
		}
	case *starlark.Dict:
		if h.first(unsafe.Pointer(x)) {
			h.bytes += object.TableSize(x)
			for k, e := range x.Entries() {
				h.add(k)
				h.add(e)
			}
		}
	case *starlark.Set:
		if h.first(unsafe.Pointer(x)) {
			h.bytes += object.TableSize(x)
			for k := range x.Elements() {
				h.add(k)
			}
		}
	case starlark.Int:
		if _, small := x.Int64(); !small {
			h.bytes += int64(x.BigInt().BitLen() / 8)
		}
	case *starlark.Function:
		if h.first(unsafe.Pointer(x)) {
			h.bytes += heldCallable
			for i := range x.NumFreeVars() {
				_, e := x.FreeVar(i)
				h.add(e)
			}
			for i := range x.NumParams() {
				h.add(x.ParamDefault(i))
			}
		}
	case *lowering.Cell:
		if h.first(unsafe.Pointer(x)) {
			h.bytes += heldValue
			h.add(x.Get())
		}
	case *object.Module:
		if h.first(unsafe.Pointer(x)) {
			h.module(x)
		}
	case *object.Class:
		if x.Iso != nil && h.first(unsafe.Pointer(x)) {
			h.bytes += heldObject
			h.namespace(&x.Dict)
		}
	case *object.Instance:
		if h.first(unsafe.Pointer(x)) {
			h.bytes += heldObject
			h.namespace(&x.Attrs)
			h.add(x.Class())
			h.state(x.State)
		}
	case object.Holder:
		if p := reflect.ValueOf(v); p.Kind() == reflect.Pointer && h.first(p.UnsafePointer()) {
			h.bytes += heldObject
			x.Hold(h.add)
		}
	default:
		if p := reflect.ValueOf(v); p.Kind() != reflect.Pointer || h.first(p.UnsafePointer()) {
			h.bytes += heldValue + object.SizeOf(v)
		}
	}
}

func (h *holding) namespace(n *object.Namespace) {
	for name, v := range n.All() {
		h.bytes += 3*heldValue + int64(len(name))
		h.add(v)
	}
}

func (h *holding) module(m *object.Module) {
	h.namespace(&m.Vars)
	if m.Names == nil || m.Lookup == nil || m.BuiltIn {
		return
	}
	for _, name := range m.Names() {
		h.add(m.Lookup(name))
	}
}

// state adds what an object keeps in Go.
func (h *holding) state(state any) {
	switch x := state.(type) {
	case starlark.Value:
		h.add(x)
	case object.Holder:
		x.Hold(h.add)
	case interface{ ByteLen() int }:
		h.bytes += int64(x.ByteLen())
	}
}
