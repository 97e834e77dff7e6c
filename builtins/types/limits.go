package types

// This file defines what the methods of text and numbers share: the bounds on
// results, the way from package text's errors to exceptions, and the reading of
// common arguments.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/text"
)

// Limits holds, for each isolate, the size of the longest text that one operation
// makes.
var Limits = isolate.NewKey(func(*isolate.Isolate) *text.Limits { return new(text.Limits) })

// maxMeteredDigits is how many digits an isolate with limits reads as an int,
// whatever the script sets: that takes the square of its time, and nothing can stop
// it.
const maxMeteredDigits = 80_000

// limits returns the bounds for t, or the defaults where go.starlark.net calls
// without a thread.
func limits(t *thread) text.Limits {
	if t == nil {
		return text.Limits{}
	}
	l := *Limits.In(t.Isolate())
	l.MaxDigits = *object.MaxDigits.In(t.Isolate())
	if t.Isolate().Metered() && (l.MaxDigits < 0 || l.MaxDigits > maxMeteredDigits) {
		l.MaxDigits = maxMeteredDigits
	}
	if t.Isolate().Budget() != nil {
		l.Fits = t.Fits
	}
	return l
}

// MaxBytes returns how many bytes one result may have in t's isolate.
func MaxBytes(t *thread) int {
	if most := limits(t).MaxBytes; most > 0 {
		return most
	}
	return text.DefaultMaxBytes
}

// textError turns an error of package text into an exception. A callback's
// error, which package text hands through, is one already.
func textError(err error) error {
	e, ok := err.(*text.Error)
	if !ok {
		return err
	}
	switch e.Class {
	case "UnicodeDecodeError":
		return object.RaiseArgs(object.UnicodeDecodeError, starlark.String(e.Encoding), Bytes(e.Object),
			starlark.MakeInt(e.Start), starlark.MakeInt(e.End), starlark.String(e.Reason))
	case "UnicodeEncodeError":
		return object.RaiseArgs(object.UnicodeEncodeError, starlark.String(e.Encoding), starlark.String(e.Object),
			starlark.MakeInt(e.Start), starlark.MakeInt(e.End), starlark.String(e.Reason))
	case "MemoryError":
		return object.Raise(object.MemoryError, "")
	}
	return object.TextError(err)
}

// strResult and its kin return what package text gave as a script's value.
func strResult(s string, err error) (value, error) {
	if err != nil {
		return nil, textError(err)
	}
	return starlark.String(s), nil
}

func strList(parts []string) value {
	out := make([]value, len(parts))
	for i, p := range parts {
		out[i] = starlark.String(p)
	}
	return starlark.NewList(out)
}

// sliceBounds reads the start and end arguments of find and the like; absent
// ones are nil or None.
func sliceBounds(t *thread, start, end value) (text.Bounds, error) {
	b := text.Whole
	var err error
	if start != nil && start != starlark.None {
		if b.Start, err = sliceIndex(t, start); err != nil {
			return b, err
		}
	}
	if end != nil && end != starlark.None {
		b.End, err = sliceIndex(t, end)
	}
	return b, err
}

func sliceIndex(t *thread, v value) (int, error) {
	i, err := object.ClampedInt(t, v)
	if err != nil && object.IsException(err, object.TypeError) && !object.IsInstance(v, object.IntType) {
		return 0, object.Raise(object.TypeError, "slice indices must be integers or None or have an __index__ method")
	}
	return i, err
}

// argumentMustBeStr is the TypeError for argument n (from 1) of a method.
func argumentMustBeStr(fn string, n int, v value) error {
	return object.Raise(object.TypeError, "%s() argument %d must be str, not %s", fn, n, argumentType(v))
}

// argumentType is the type of a wrong argument as CPython's argument parser
// names it: None stands for itself.
func argumentType(v value) string {
	if v == starlark.None {
		return "None"
	}
	return object.TypeName(v)
}

// forEach is object.ForEach with a message of its own for what cannot be
// iterated over.
func forEach(t *thread, v value, notIterable func() error, fn func(value) error) error {
	switch v.(type) {
	case object.Pusher, starlark.Tuple, *starlark.List:
		return object.ForEach(t, v, fn)
	}
	it, err := object.Iter(t, v)
	if err != nil {
		if object.IsException(err, object.TypeError) {
			return notIterable()
		}
		return err
	}
	for n := 1; ; n++ {
		e, err := it.Next(t)
		if e == nil || err != nil {
			return err
		}
		if err := fn(e); err != nil {
			return err
		}
		if n%1024 == 0 && t != nil {
			if err := t.Check(); err != nil {
				return err
			}
		}
	}
}

// subclassed returns v as an object of cls, which is base or derives from it.
func subclassed(t *thread, cls, base *object.Class, v value) value {
	if cls == base {
		return v
	}
	return object.Make(cls, t, v)
}

// A constructor unpacks the arguments of a type call by a signature.
type constructor struct{ f *object.Func }

func newConstructor(sig string) *constructor {
	return &constructor{object.NewFunc(object.Def{Sig: sig})}
}

func (c *constructor) bind(args starlark.Tuple, kwargs []starlark.Tuple) (args, error) {
	return c.f.Bind(args, kwargs)
}
