// Package pickle is the module pickle, on the project's own binary form (package
// codec): what it writes, only it reads. It adds to object the methods that
// CPython's protocol speaks of (reduce.go) and the module copyreg.
package pickle

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

const highest, standard = 5, 4

//go:embed pickle.py
var source string

func init() {
	registry.Register(&registry.Module{
		Name: "_pickle", Classes: []*object.Class{codec.PickleError, codec.PicklingError, codec.UnpicklingError},
		Funcs: []object.Def{restoreCached},
	})
	registry.Register(&registry.Module{
		Name: "pickle", Differs: "the bytes are starpool's own form, which carries functions and classes by value; other programs do not read them, and the protocol number changes nothing.",
		Doc:     "Create portable serialized representations of objects, in starpool's own form.",
		Classes: []*object.Class{codec.PickleError, codec.PicklingError, codec.UnpicklingError},
		Values: map[string]value{
			"HIGHEST_PROTOCOL": starlark.MakeInt(highest), "DEFAULT_PROTOCOL": starlark.MakeInt(standard),
			"format_version": starlark.String("starpool 1"),
		},
		Funcs: []object.Def{
			{Sig: "dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None)", Doc: "Return the pickled representation of the object as a bytes object.", Fn: dumps},
			{Sig: "loads(data, /, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", Doc: "Read and return an object from the given pickle data.", Fn: loads},
			{Sig: "dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None)", Doc: "Write a pickled representation of obj to the open file object file.", Fn: dump},
			{Sig: "load(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())", Doc: "Read and return an object from the pickle data stored in a file.", Fn: load},
		},
		Source: source,
	})
}

// checkProtocol accepts CPython's protocol numbers, which change nothing here.
func checkProtocol(t *thread, v value) error {
	if v == starlark.None {
		return nil
	}
	n, err := object.Index(t, v)
	if err != nil {
		return err
	}
	if i, ok := n.Int64(); !ok || i > highest {
		return object.Raise(object.ValueError, "pickle protocol must be <= %d", highest)
	}
	return nil
}

func dumps(t *thread, a args) (value, error) {
	if err := checkProtocol(t, a[1]); err != nil {
		return nil, err
	}
	b, err := codec.Dumps(t, a[0])
	if err != nil {
		return nil, err
	}
	return object.MakeBytes(string(b)), nil
}

func loads(t *thread, a args) (value, error) {
	data, err := bytesLike(a[0])
	if err != nil {
		return nil, err
	}
	n, err := codec.Size(data)
	if err == nil && n > 0 && n < len(data) {
		data = data[:n] // what follows is not ours to judge
	}
	return codec.Loads(t, data)
}

func bytesLike(v value) ([]byte, error) {
	if s, ok := object.BytesContent(v); ok {
		return []byte(s), nil
	}
	if b, ok := object.Base(v).(types.Buffer); ok {
		data, _ := b.Buffer()
		return data, nil
	}
	return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
}

func dump(t *thread, a args) (value, error) {
	if err := checkProtocol(t, a[2]); err != nil {
		return nil, err
	}
	write, err := object.GetAttr(t, a[1], "write")
	if err != nil {
		if object.IsCaught(t, err, object.AttributeError) {
			err = object.Raise(object.TypeError, "file must have a 'write' attribute")
		}
		return nil, err
	}
	b, err := codec.Dumps(t, a[0])
	if err != nil {
		return nil, err
	}
	_, err = object.Call(t, write, starlark.Tuple{object.MakeBytes(string(b))}, nil)
	return starlark.None, err
}

// load reads exactly one pickle, so that several can follow each other in a
// file.
func load(t *thread, a args) (value, error) {
	read, err := object.GetAttr(t, a[0], "read")
	if err == nil {
		_, err = object.GetAttr(t, a[0], "readline")
	}
	if err != nil {
		if object.IsCaught(t, err, object.AttributeError) {
			err = object.Raise(object.TypeError, "file must have 'read' and 'readline' attributes")
		}
		return nil, err
	}
	var data []byte
	more := func(n int) (bool, error) {
		v, err := object.Call(t, read, starlark.Tuple{starlark.MakeInt(n)}, nil)
		if err != nil {
			return false, err
		}
		s, ok := object.BytesContent(v)
		if !ok {
			return false, object.Raise(object.TypeError, "read() returned non-bytes object (%s)", object.TypeName(v))
		}
		data = append(data, s...)
		return len(s) > 0, nil
	}
	for {
		n, err := codec.Size(data)
		if err != nil {
			break // Loads words it
		}
		if n > 0 && len(data) >= n {
			break
		}
		want := 1
		if n > 0 {
			want = n - len(data)
		}
		if ok, err := more(want); err != nil {
			return nil, err
		} else if !ok {
			break
		}
	}
	return codec.Loads(t, data)
}
