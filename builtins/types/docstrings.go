package types

// This file defines __doc__ of the classes of text and numbers. The first lines
// are the signatures, as help() shows them.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func init() {
	for c, doc := range map[*object.Class]string{
		object.StrType: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\n" +
			"The text of an object, or the text that bytes encode.",
		object.BytesType: "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\n" +
			"bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer\nbytes(int) -> bytes object of zero bytes\n" +
			"bytes() -> empty bytes object\n\nAn immutable sequence of bytes.",
		object.BytearrayType: "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\n" +
			"bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer\nbytearray(int) -> bytearray of zero bytes\n" +
			"bytearray() -> empty bytearray\n\nA mutable sequence of bytes.",
		MemoryviewType: "A view of the bytes of another object, without a copy of them.",
		object.IntType: "int([x]) -> integer\nint(x, base=10) -> integer\n\n" +
			"The whole number that a number or a text stands for; 0 without arguments. A float is cut\n" +
			"towards zero. A text may have a sign and white space around it; base 0 reads prefixes as in source code.",
		object.BoolType:    "The class of True and False. bool(x) tells whether x counts as true.",
		object.FloatType:   "The floating-point number that a number or a text stands for.",
		object.ComplexType: "The complex number that a text or two numbers stand for.\n\ncomplex(real, imag) is real + imag*1j.",
	} {
		c.SetAttrValue("__doc__", starlark.String(doc))
	}
}
