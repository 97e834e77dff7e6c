//go:build !unix

// Package resource holds nothing here: the module is one of Unix.
package resource
