// Package codec is the one binary form in which values cross a heap: to a
// worker process, to another isolate, into a pickle.
//
//	Encode, Encoder      values to bytes                        encode.go, encodeobject.go
//	Decode, Decoder      bytes to values                        decode.go, decodeobject.go
//	functions, classes   code by value                          encodecode.go, decodecode.go
//	Link                 what two ends have told each other     link.go
//	identities           which class is which in all heaps      identity.go
//	Unit                 a compiled file, as it travels         unit.go
//	names                what travels by name                   names.go
//	wire                 integers, lengths, the header          wire.go
//
// # The form
//
// A message is a header (magic, version, length) and one value. A value is a tag
// and what the tag says. Objects with an identity get the next number of the
// message's memo as soon as the reader can have made them, so that a reference
// to one that is still being read, a cycle, is a number as well. Everything a
// reader allocates is bounded by the bytes that are left: a count cannot be
// larger than the number of items that fit.
//
// # Code
//
// A script's function travels as the unit of source text it was compiled from,
// its number in that unit, its default values and free variables, and the module
// variables that it names, transitively. The reader compiles the unit once,
// makes a module of it without running its body, and makes the function by its
// number: nested functions, generators and classes within come with the code. A
// class travels as its name, bases and namespace.
//
// Between the two ends of a Link a unit, a module, a class and a function that
// a module variable holds are sent once and then referred to. So a class that
// comes back is the class that was sent.
//
// Code follows the sender, data belongs to the reader: a module variable that
// holds a function, a class or a module is set each time the sender's has
// changed; one that holds anything else is set only where the reader has none.
//
// Functions and classes of modules that the reader can import travel by name.
package codec
