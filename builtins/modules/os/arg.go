package os

// This file defines how path arguments are read and errors raised.

import (
	"context"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

// Fspath returns the text of a path argument: str, bytes, or an object with
// __fspath__. fn names the function in the TypeError.
func Fspath(t *isolate.Thread, v starlark.Value, fn string) (string, error) {
	s, _, err := fspath(t, v, fn)
	return s, err
}

// fspath is Fspath that also tells whether the path was bytes.
func fspath(t *isolate.Thread, v starlark.Value, fn string) (s string, bytes bool, err error) {
	switch x := object.Base(v).(type) {
	case starlark.String:
		return string(x), false, nil
	case *object.Instance:
		r, found, err := object.CallSpecial(t, x, "__fspath__")
		if err != nil {
			return "", false, err
		}
		if found {
			if s, ok := object.Text(r); ok {
				return s, false, nil
			}
			return "", false, object.Raise(object.TypeError, "expected %s.__fspath__() to return str or bytes, not %s", object.TypeName(v), object.TypeName(r))
		}
	}
	if object.IsInstance(v, object.BytesType) {
		r, err := object.CallMethod(t, v, "decode", starlark.String("utf-8"), starlark.String("surrogateescape"))
		if err != nil {
			return "", false, err
		}
		s, _ := object.Text(r)
		return s, true, nil
	}
	if fn == "" {
		return "", false, object.Raise(object.TypeError, "expected str, bytes or os.PathLike object, not %s", object.TypeName(v))
	}
	return "", false, object.Raise(object.TypeError, "%s: path should be %s, not %s", fn, accepts(fn), object.TypeName(v))
}

// accepts lists what CPython's function takes, for its TypeError.
func accepts(fn string) string {
	switch fn {
	case "listdir", "scandir":
		return "string, bytes, os.PathLike, integer or None"
	case "stat", "chdir", "chmod", "truncate", "utime":
		return "string, bytes, os.PathLike or integer"
	}
	return "string, bytes or os.PathLike"
}

// do runs a system call on a path without the lock and raises its error.
func do(t *isolate.Thread, path string, fn func() error) error {
	var err error
	if berr := t.Block(func(context.Context) error { err = fn(); return nil }); berr != nil {
		return berr
	}
	if err != nil {
		return object.RaiseOS(err, path)
	}
	return nil
}

// onPath defines a function of one path that returns nothing.
func onPath(sig, doc string, fn func(f permit.FS, path string) error) object.Def {
	name := object.NewFunc(object.Def{Sig: sig}).Name()
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], name)
		if err != nil {
			return nil, err
		}
		f := permit.Files(t)
		return starlark.None, do(t, p, func() error { return fn(f, p) })
	}}
}

// onPaths defines a function of two paths that returns nothing.
func onPaths(sig, doc string, fn func(f permit.FS, src, dst string) error) object.Def {
	name := object.NewFunc(object.Def{Sig: sig}).Name()
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], name)
		if err != nil {
			return nil, err
		}
		q, err := Fspath(t, a[1], name)
		if err != nil {
			return nil, err
		}
		f := permit.Files(t)
		var oserr error
		if err := t.Block(func(context.Context) error { oserr = fn(f, p, q); return nil }); err != nil {
			return nil, err
		}
		if permit.IsDenied(oserr) || object.IsException(oserr, object.BaseException) {
			return nil, permit.Raise(oserr)
		}
		if oserr != nil {
			number, reason := object.ErrnoOf(oserr)
			return nil, &object.Error{Exc: object.OSErrorOf(number, reason, starlark.String(p), starlark.String(q))}
		}
		return starlark.None, nil
	}}
}
