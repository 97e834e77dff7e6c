// Package xmlscan reads XML piece by piece, as expat does: text is pushed in,
// events come out, and errors have expat's words and positions. Go's own
// encoding/xml words and places its errors otherwise, and cannot be pushed.
//
//	Scanner    input, positions, errors            scanner.go
//	markup     tags, attributes, references        markup.go
//	doctype    the document type's entities        doctype.go
//
// Namespaces are resolved: a name is "{uri}local". External entities are never
// read. What entities expand to is bounded. The package is pure Go and knows
// nothing of scripts.
package xmlscan
