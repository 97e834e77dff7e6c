package os

// This file defines os.environ and its kin.

import (
	"sort"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

var environClass = object.NewClass(object.Spec{Name: "_Environ", Module: "os"})

// An environ is the State of os.environ: the isolate's environment.
type environ struct{ vars map[string]string }

func (e *environ) names() []string {
	out := make([]string, 0, len(e.vars))
	for k := range e.vars {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// Iter implements object.Iterabler.
func (e *environ) Iter(t *isolate.Thread) (object.Iterator, error) {
	names := e.names()
	return object.IteratorFunc(func(t *isolate.Thread) (starlark.Value, error) {
		if len(names) == 0 {
			return nil, nil
		}
		n := names[0]
		names = names[1:]
		return starlark.String(n), nil
	}), nil
}

func (e *environ) dict() *starlark.Dict {
	d := starlark.NewDict(len(e.vars))
	for _, n := range e.names() {
		d.SetKey(starlark.String(n), starlark.String(e.vars[n]))
	}
	return d
}

func envText(v starlark.Value) (string, error) {
	s, ok := object.Text(v)
	if !ok {
		return "", object.Raise(object.TypeError, "str expected, not %s", object.TypeName(v))
	}
	return s, nil
}

func init() {
	state := func(v starlark.Value) *environ { return v.(*object.Instance).State.(*environ) }
	def := func(sig string, fn func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error)) object.Def {
		return object.Def{Sig: sig, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return fn(t, state(a[0]), a) }}
	}
	get := func(t *isolate.Thread, k starlark.Value) (starlark.Value, error) {
		s, err := envText(k)
		if err != nil {
			return nil, err
		}
		v, ok, err := permit.Getenv(t, s)
		if err != nil || !ok {
			return nil, err
		}
		return starlark.String(v), nil
	}
	set := func(e *environ, k, v starlark.Value) error {
		ks, err := envText(k)
		if err != nil {
			return err
		}
		vs, err := envText(v)
		if err != nil {
			return err
		}
		if ks == "" || strings.ContainsAny(ks, "=\x00") {
			return object.Raise(object.ValueError, "illegal environment variable name")
		}
		if strings.Contains(vs, "\x00") {
			return object.Raise(object.ValueError, "embedded null byte")
		}
		e.vars[ks] = vs
		return nil
	}
	view := func(e *environ, method string) func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
		return func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			return object.CallMethod(t, e.dict(), method)
		}
	}
	environClass.AddMethods(
		def("def __getitem__(self, key)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			v, err := get(t, a[1])
			if v == nil && err == nil {
				err = object.RaiseArgs(object.KeyError, a[1])
			}
			return v, err
		}),
		def("def __setitem__(self, key, value)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			return starlark.None, set(e, a[1], a[2])
		}),
		def("def __delitem__(self, key)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			v, err := get(t, a[1])
			if err != nil {
				return nil, err
			}
			if v == nil {
				return nil, object.RaiseArgs(object.KeyError, a[1])
			}
			s, _ := object.Text(a[1])
			delete(e.vars, s)
			return starlark.None, nil
		}),
		def("def __contains__(self, key)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			s, ok := object.Text(a[1])
			if !ok {
				return starlark.False, nil
			}
			_, found, err := permit.Getenv(t, s)
			return starlark.Bool(found), err
		}),
		def("def __len__(self)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt(len(e.vars)), nil
		}),
		def("def __repr__(self)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			s, err := object.Repr(t, e.dict())
			return starlark.String("environ(" + s + ")"), err
		}),
		def("def __iter__(self)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			keys, err := object.CallMethod(t, e.dict(), "keys")
			if err != nil {
				return nil, err
			}
			return object.CallMethod(t, keys, "__iter__")
		}),
		def("def get(self, key, default=None)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			v, err := get(t, a[1])
			if v == nil && err == nil {
				v = a[2]
			}
			return v, err
		}),
		def("def setdefault(self, key, value)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			v, err := get(t, a[1])
			if v != nil || err != nil {
				return v, err
			}
			return a[2], set(e, a[1], a[2])
		}),
		def("def pop(self, key, default=...)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			v, err := get(t, a[1])
			if err != nil {
				return nil, err
			}
			if v == nil {
				if a[2] != nil {
					return a[2], nil
				}
				return nil, object.RaiseArgs(object.KeyError, a[1])
			}
			s, _ := object.Text(a[1])
			delete(e.vars, s)
			return v, nil
		}),
		def("def update(self, other=(), /, **kwds)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			d, err := object.Call(t, object.DictType, starlark.Tuple{a[1]}, nil)
			if err != nil {
				return nil, err
			}
			for _, src := range []starlark.Value{d, a[2]} {
				for _, kv := range object.Base(src).(*starlark.Dict).Items() {
					if err := set(e, kv[0], kv[1]); err != nil {
						return nil, err
					}
				}
			}
			return starlark.None, nil
		}),
		def("def copy(self)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) { return e.dict(), nil }),
		def("def clear(self)", func(t *isolate.Thread, e *environ, a object.Args) (starlark.Value, error) {
			clear(e.vars)
			return starlark.None, nil
		}),
		def("def keys(self)", view(nil, "keys")), def("def values(self)", view(nil, "values")), def("def items(self)", view(nil, "items")),
	)
}

var environFuncs = []object.Def{
	{Sig: "def getenv(key, default=None)", Doc: "Get an environment variable, return None if it doesn't exist.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		s, err := envText(a[0])
		if err != nil {
			return nil, err
		}
		v, ok, err := permit.Getenv(t, s)
		if err != nil {
			return nil, err
		}
		if ok {
			return starlark.String(v), nil
		}
		return a[1], nil
	}},
	// For modules that would use a variable if it is there, but not ask for it in
	// the script's name.
	{Sig: "_seen(name, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		s, err := envText(a[0])
		if v, ok := permit.Environ.In(t.Isolate())[s]; ok {
			return starlark.String(v), nil
		}
		return starlark.None, err
	}},
	{Sig: "putenv(name, value, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		k, err := envText(a[0])
		if err != nil {
			return nil, err
		}
		v, err := envText(a[1])
		if err != nil {
			return nil, err
		}
		permit.Environ.In(t.Isolate())[k] = v
		return starlark.None, nil
	}},
	{Sig: "unsetenv(name, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		k, err := envText(a[0])
		if err != nil {
			return nil, err
		}
		delete(permit.Environ.In(t.Isolate()), k)
		return starlark.None, nil
	}},
}
