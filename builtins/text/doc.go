// Package text holds what Python does with text and with the text of numbers,
// as pure functions on Go values. It knows no interpreter and no script
// object: the object model calls it, and hands in callbacks where a value has
// to be looked up or converted. Behaviour, error classes and messages are
// those of CPython 3.13.
//
// # Representation
//
// A str is a Go string in WTF-8: UTF-8 in which lone surrogates (U+D800 to
// U+DFFF) may stand as three bytes of their own. Positions that a function
// takes or returns count code points, as Python's do, unless its name says
// byte. A bytes value is a Go string of raw bytes (starlark.Bytes is one too),
// and the functions for it start with Bytes. On text that is not valid WTF-8
// no function panics, but the result is unspecified. WTF-8 keeps the order of
// code points, so texts compare as their Go strings do.
//
// # Map
//
//	errors.go       Error, Limits: typed errors and the bounds of a result's size
//	runes.go        decoding, Len, At, Slice, offsets, Indexer
//	repr.go         repr and ascii of str, bytes, float, complex; int to str
//	number.go       int(), float(), complex() of text
//	hex.go          float.hex, float.fromhex, bytes.hex, bytes.fromhex
//	spec.go         the format mini-language: Spec, ParseSpec
//	formatint.go    format() of int, with grouping and padding
//	formatfloat.go  format() of float and complex, round()
//	formatstr.go    format() of str
//	strformat.go    str.format, string.Formatter: Fields, SplitFieldName, Format
//	percent.go      the % operator of str and bytes
//	case.go         upper, lower, title, capitalize, swapcase, casefold
//	casetables.go   the case mappings that package unicode lacks
//	predicates.go   isalpha, isdigit, … and the properties of a code point
//	split.go        split, rsplit, splitlines, partition, join
//	find.go         find, count, startswith, replace, strip, translate
//	pad.go          center, ljust, rjust, zfill, expandtabs
//	bytes.go        the methods of bytes where they differ from those of str
//	codecs.go       encode and decode with error handlers
//	escapecodec.go  the codecs unicode_escape and raw_unicode_escape
//	charmaps.go     the tables of the single-byte codecs
//	stream.go       decoding in pieces, universal newlines
//
// # Unicode version
//
// CPython 3.13 uses Unicode 15.1, Go 1.26's package unicode 15.0. The
// characters that 15.1 added (CJK extension I, five ideographic description
// characters) are added here, so that every property agrees for every code
// point; the tests check that.
package text
