// Package io is the module io: the classes of package builtins/files, open,
// StringIO (stringio.go) and BytesIO (bytesio.go).
package io

import (
	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

func self[S any](t *thread, b S, a args) (value, error) { return a[0], nil }

// size is an optional size: None and negative numbers mean no limit.
func size(t *thread, v value) (int, error) {
	if v == starlark.None {
		return -1, nil
	}
	n, err := object.ClampedInt(t, v)
	if err != nil {
		return 0, object.Raise(object.TypeError, "argument should be integer or None, not '%s'", object.TypeName(v))
	}
	return max(n, -1), nil
}

func seekArgs(t *thread, a args) (pos, whence int, err error) {
	if pos, err = object.Int(t, a[1]); err != nil {
		return 0, 0, err
	}
	whence, err = object.Int(t, a[2])
	return pos, whence, err
}

func init() {
	registry.Register(&registry.Module{
		Name: "io", Doc: "The io module provides the Python interfaces to stream handling.",
		Funcs: []object.Def{
			{Sig: "open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Fn: files.Open},
			{Sig: "text_encoding(encoding, stacklevel=2, /)", Fn: func(t *thread, a args) (value, error) {
				if a[0] == starlark.None {
					return starlark.String("locale"), nil
				}
				return a[0], nil
			}},
		},
		Classes: []*object.Class{
			stringIO, BytesIO, files.FileIO, files.BufferedReader, files.BufferedWriter, files.BufferedRandom,
			files.TextIOWrapper, files.UnsupportedOperation,
		},
		Values: map[string]starlark.Value{
			"SEEK_SET": starlark.MakeInt(0), "SEEK_CUR": starlark.MakeInt(1), "SEEK_END": starlark.MakeInt(2),
			"DEFAULT_BUFFER_SIZE": starlark.MakeInt(8192),
			"IOBase":              files.IOBase, "RawIOBase": files.RawIOBase, "BufferedIOBase": files.BufferedIOBase,
			"TextIOBase": files.TextIOBase, "BlockingIOError": object.BlockingIOError,
		},
	})
}
