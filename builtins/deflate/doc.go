// Package deflate compresses and decompresses the DEFLATE formats (RFC 1950,
// 1951, 1952) piece by piece, as the callers of the zlib library see it: data
// is pushed in as it comes, results are taken out up to a limit, and both
// states can be copied. Go's own compress/flate pulls, reads ahead and cannot
// be copied, so it cannot serve zlib.decompressobj.
//
//	Compressor     headers, flush modes, checksums        compress.go
//	               the window and the choice of matches   match.go
//	               Huffman trees and the block formats    trees.go
//	Decompressor   headers, checksums, limits             decompress.go
//	               blocks and symbols                    inflate.go
//
// The compressor makes the choices that zlib 1.2.13 makes, so that sizes (and
// bytes, but for level 0) are those that a script sees with CPython. It is pure
// Go and knows nothing of scripts.
package deflate
