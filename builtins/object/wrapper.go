package object

// This file defines which methods of classes made in Go count as wrappers of a
// slot: CPython shows and words those differently from ordinary methods.

// The classes of such methods, read on the class and on an object.
var (
	WrapperDescriptorType = NewClass(Spec{Name: "wrapper_descriptor", Final: true})
	MethodWrapperType     = NewClass(Spec{Name: "method-wrapper", Final: true})
)

// plainDunders are the special methods that CPython's built-in types define as
// ordinary methods. The others wrap a slot of the type, which words its errors
// without a name.
var plainDunders = map[string]bool{
	"__bytes__": true, "__ceil__": true, "__class_getitem__": true, "__complex__": true, "__dir__": true,
	"__enter__": true, "__exit__": true, "__floor__": true, "__format__": true, "__getnewargs__": true,
	"__getstate__": true, "__instancecheck__": true, "__length_hint__": true, "__missing__": true,
	"__prepare__": true, "__reduce__": true, "__reduce_ex__": true, "__reversed__": true, "__round__": true,
	"__setstate__": true, "__sizeof__": true, "__subclasscheck__": true, "__subclasses__": true, "__trunc__": true,
}

func (f *Func) isSlotWrapper() bool {
	return f.method && f.owner != nil && !f.python && isDunder(f.name) && !plainDunders[f.name]
}

// unpacksTuple reports whether a slot wrapper takes its arguments with
// PyArg_UnpackTuple in CPython.
func (f *Func) unpacksTuple() bool {
	switch f.name {
	case "__setitem__", "__pow__", "__rpow__", "__ipow__", "__setattr__", "__get__", "__set__":
		return true
	case "__mul__", "__rmul__", "__imul__":
		switch f.owner {
		case StrType, BytesType, BytearrayType, ListType, TupleType:
			return true
		}
	}
	return false
}
