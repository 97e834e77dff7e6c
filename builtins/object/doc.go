// Package object is the object model: what a class, an object, an exception and
// an operator are in a script, on top of go.starlark.net's values.
//
// Built-in values stay go.starlark.net's own where it has them, so that its
// opcodes work on them: Int, Float, String, Bool, None, *List, *Dict, *Set,
// Tuple, *Function. All other objects are an *Instance of a *Class.
//
//	Class       type objects, C3 order, metaclasses       class.go, build.go
//	Instance    every object with a class                 instance.go
//	Namespace   ordered names of instances and classes    namespace.go
//	Func, Def   functions made in Go, argument unpacking  func.go
//	Module      module objects                            module.go
//	GetAttr …   attributes and descriptors                attr.go, descriptor.go
//	GetItem …   subscription and membership               item.go, slice.go
//	Binary …    operators                                 operator.go
//	Compare …   comparison                                compare.go
//	Iter …      iteration                                 iterate.go
//	Repr …      conversions                               convert.go
//	Call …      calling script code from Go               call.go
//	Raise …     exceptions                                exception.go, native.go
//
// # Rules
//
// Every function that may run script code takes the Thread first and is called
// with that thread's lock held. Methods that go.starlark.net calls without a
// thread find it through the object's isolate.
//
// There is one way to raise: return Raise(class, format, …) as the error. There
// is one way to catch: Catch. A method that cannot return an error leaves it
// with Thread.Raise.
//
// A class made in Go is declared as a package variable with NewClass and gets
// its methods in an init function (AddMethods): the variable may then be used
// by the methods.
package object
