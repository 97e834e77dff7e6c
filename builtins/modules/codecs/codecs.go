// Package codecs is the module codecs: lookup and incremental decoders over
// package text (this file), the rest in the language itself (codecs.py).
package codecs

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

//go:embed codecs.py
var source string

var decoderClass = object.NewClass(object.Spec{Name: "_decoder", Module: "codecs", Final: true})

func init() {
	self := func(v value) *text.Decoder { return v.(*object.Instance).State.(*text.Decoder) }
	decoderClass.AddMethods(
		object.Def{Sig: "decode(self, input, final=False, /)", Fn: func(t *thread, a args) (value, error) {
			b, ok := types.BytesLike(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(a[1]))
			}
			final, err := object.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			s, err := self(a[0]).Decode(b, final)
			if err != nil {
				return nil, object.TextError(err)
			}
			return starlark.String(s), nil
		}},
		object.Def{Sig: "reset(self, /)", Fn: func(t *thread, a args) (value, error) { self(a[0]).Reset(); return starlark.None, nil }},
		object.Def{Sig: "pending(self, /)", Fn: func(t *thread, a args) (value, error) { return object.MakeBytes(self(a[0]).Pending()), nil }},
	)
	registry.Register(&registry.Module{Name: "codecs", Doc: "Python Codec Registry, API and helpers.", Source: source, Funcs: []object.Def{
		{Sig: "_name(encoding, /)", Fn: func(t *thread, a args) (value, error) {
			name, err := object.TextArg(a[0], "lookup", "encoding")
			if err != nil {
				return nil, err
			}
			c, err := text.LookupCodec(name)
			if err != nil {
				return nil, object.TextError(err)
			}
			return starlark.String(c.Name()), nil
		}},
		{Sig: "_decoder(encoding, errors, /)", Fn: func(t *thread, a args) (value, error) {
			encoding, _ := object.Text(a[0])
			errors, _ := object.Text(a[1])
			d, err := text.NewDecoder(encoding, errors)
			if err != nil {
				return nil, object.TextError(err)
			}
			return object.Make(decoderClass, t, d), nil
		}},
	}})
}
