// Package lowering is the run-time half of the Python front end: the helpers
// that lowered code uses. A script that package dialect has lowered names them
// $$iter, $$try and so on; Predeclared gives them to one module.
//
//	Predeclared, Globals    the helpers of a module, its variables     module.go, globals.go
//	Cell                    variables shared with protected bodies     cell.go
//	try, raise, handled     exceptions                                 completion.go, handled.go
//	with, except*           context managers, exception groups         with.go, group.go
//	generators              coroutines                                 generator.go, coroutine.go
//	class bodies, super     class statements                           classbody.go
//	num, bit, inp, aug, …   operand adaptors                           adaptnum.go, adaptaug.go
//	eq, cmpint, in, …       comparison adaptors                        adaptcmp.go
//	sub, att, star, …       attribute and item adaptors                adaptitem.go
//	iter, unpack            iteration and unpacking                    iteration.go, unpack.go
//	list, dict, kwargs, …   displays and calls                         display.go
//	match, fstr             match statements, f-strings                match.go, fstring.go
//	import, annotations     modules, type parameters                   importing.go, annotation.go
//
// # Adaptors
//
// An adaptor is used as $num[x]: its subscript operation returns x itself where
// go.starlark.net's operation on x is Python's, or something in its place that
// behaves as Python wants. That is five times cheaper than a call, because the
// interpreter makes no frame for it. Where x needs a stand-in, it implements the
// optional interface of go.starlark.net that the operation asks for (HasBinary,
// Comparable, HasAttrs, …).
package lowering
