package lowering

// This file defines displays with stars, and the arguments of calls that
// Starlark's syntax cannot express.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

// A spread is *x among the elements of a display: its items.
type spread struct {
	opaque
	items []value
}

func (s *spread) String() string { return "<spread>" }

// Type implements starlark.Value.
func (s *spread) Type() string { return "spread" }

// A spreadDict is **x.
type spreadDict struct {
	opaque
	x value
}

func (s *spreadDict) String() string { return "<spread>" }

// Type implements starlark.Value.
func (s *spreadDict) Type() string { return "spread" }

func elements(args starlark.Tuple) []value {
	out := make([]value, 0, len(args))
	for _, a := range args {
		if s, ok := a.(*spread); ok {
			out = append(out, s.items...)
		} else {
			out = append(out, a)
		}
	}
	return out
}

func newSet(t *thread, elems []value) (value, error) {
	s := starlark.NewSet(len(elems))
	for _, e := range elems {
		if err := object.SetAdd(t, s, e); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func init() {
	functions["spread"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		if _, err := object.Iter(t, a[0]); err != nil {
			if len(a) == 1 && object.IsCaught(t, err, object.TypeError) {
				return nil, object.Raise(object.TypeError, "Value after * must be an iterable, not %s", object.TypeName(a[0]))
			}
			return nil, err
		}
		items, err := object.Slice(t, a[0])
		return &spread{items: items}, err
	})
	functions["spreaddict"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		if err := object.Charge(t, object.SizeOf(a[0])); err != nil {
			return nil, err
		}
		return &spreadDict{x: a[0]}, nil
	})
	functions["list"] = plain(func(_ *thread, a starlark.Tuple) (value, error) { return starlark.NewList(elements(a)), nil })
	functions["tuple"] = plain(func(_ *thread, a starlark.Tuple) (value, error) { return starlark.Tuple(elements(a)), nil })
	functions["set"] = plain(func(t *thread, a starlark.Tuple) (value, error) { return newSet(t, elements(a)) })
	functions["setof"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return newSet(t, object.Elems(a[0].(*starlark.List)))
	})
	functions["dict"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		d := starlark.NewDict(len(a) / 2)
		err := eachPair(t, a, func(k, v value, _ bool) error { return object.DictSet(t, d, k, v) })
		return d, err
	})
	functions["kwargs"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		d := starlark.NewDict(len(a) / 2)
		err := eachPair(t, a, func(k, v value, spread bool) error {
			s, ok := object.Text(k)
			if !ok {
				return object.Raise(object.TypeError, "keywords must be strings")
			}
			if _, dup, _ := d.Get(starlark.String(s)); dup {
				return object.Raise(object.TypeError, "%sgot multiple values for keyword argument '%s'", object.CalleePrefix(t), s)
			}
			return d.SetKey(starlark.String(s), v)
		})
		return d, err
	})
	functions["fstr"] = newFormatter
	functions["bytes"] = plain(func(_ *thread, a starlark.Tuple) (value, error) {
		return types.Bytes(a[0].(starlark.String)), nil
	})
}

// eachPair calls fn for the keys and values of a dict display, in which
// spreadDicts stand between the pairs.
func eachPair(t *thread, a starlark.Tuple, fn func(k, v value, spread bool) error) error {
	for i := 0; i < len(a); {
		if s, ok := a[i].(*spreadDict); ok {
			if err := eachItem(t, s.x, func(k, v value) error { return fn(k, v, true) }); err != nil {
				return err
			}
			i++
			continue
		}
		if err := fn(a[i], a[i+1], false); err != nil {
			return err
		}
		i += 2
	}
	return nil
}
