// Package types makes the built-in types what they are in a script: the
// constructors, methods, operators and special methods of text, numbers and
// containers, on top of package object's classes.
//
// Values that go.starlark.net has stay its own; the others are made here:
//
//	Bytes, *Bytearray, *Memoryview     bytes.go, bytearray.go, memoryview.go
//	Complex                            complex.go
//	*Frozenset, *Range, views, …       frozenset.go, range.go, dictviews.go
//
// # Text and numbers
//
//	str          constructor, methods, formatting    str.go, strmethods.go, strformat.go
//	bytes        constructors, methods of both       bytesnew.go, bytesmethods.go, bytearraymethods.go
//	int … bool   constructors and methods            int.go, float.go, complex.go, bool.go
//	operators    on built-in values, with bounds     number_ops.go, pow.go
//	Hash         CPython's hash values               hash.go
//	FloatPow …   functions of floats to the last bit floatpow.go, floattrig.go
//
// What text does is package text's; what is here finds the arguments, converts
// between script values and Go's, and raises.
//
// # Containers
//
//	list, tuple, range, slices   list.go, listsort.go, tuple.go, range.go, slicing.go
//	dict, set, frozenset         dict.go, dictviews.go, set.go, frozenset.go
//	iterators, zip, map, …       iterators.go, lazyiters.go
//	object, type, functions      objecttype.go, typetype.go, functiontype.go
//
// # Bounds
//
// A result that would be longer than Limits allows (512 MB of text or bytes by
// default) and an int of more than 2**30 bits from **, << or * are a
// MemoryError, raised before anything is allocated.
package types
