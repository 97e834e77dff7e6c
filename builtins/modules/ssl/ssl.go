// Package ssl is the module ssl: TLS for sockets, by Go's crypto/tls.
//
//	context   what SSLContext knows of certificates   context.go
//	session   TLS over one socket, a socket.Layer     session.go
//	          certificates as dicts                   certificate.go
//
// ssl.py is the rest in the language itself: constants, SSLContext, SSLSocket and
// create_default_context. Which servers are believed, and the words for one that
// is not, are those of package web.
package ssl

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed ssl.py
var source string

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// The exceptions. The text of one is what went wrong, without the number.
var (
	sslError       = object.NewClass(object.Spec{Name: "SSLError", Module: "ssl", Base: object.OSError})
	zeroReturn     = object.NewClass(object.Spec{Name: "SSLZeroReturnError", Module: "ssl", Base: sslError})
	wantRead       = object.NewClass(object.Spec{Name: "SSLWantReadError", Module: "ssl", Base: sslError})
	wantWrite      = object.NewClass(object.Spec{Name: "SSLWantWriteError", Module: "ssl", Base: sslError})
	syscallError   = object.NewClass(object.Spec{Name: "SSLSyscallError", Module: "ssl", Base: sslError})
	eofError       = object.NewClass(object.Spec{Name: "SSLEOFError", Module: "ssl", Base: sslError})
	certificateErr = object.NewClass(object.Spec{Name: "SSLCertVerificationError", Module: "ssl", Bases: []*object.Class{sslError, object.ValueError}})
)

func init() {
	sslError.AddMethods(object.Def{Sig: "__str__(self, /)", Fn: func(t *thread, a args) (value, error) {
		x, ok := a[0].(*object.Instance)
		if !ok || x.Exception() == nil {
			return nil, object.Raise(object.TypeError, "not an SSLError")
		}
		if s, ok := x.Exception().Field("strerror").(starlark.String); ok {
			return s, nil
		}
		s, err := object.Str(t, x.Exception().Args)
		return starlark.String(s), err
	}})
	registry.Register(&registry.Module{
		Name: "ssl", Doc: "TLS for sockets.", Source: source,
		Classes: []*object.Class{sslError, zeroReturn, wantRead, wantWrite, syscallError, eofError, certificateErr},
		Funcs:   funcs,
		Init: func(t *thread, m *object.Module) error {
			m.Vars.Set("_Context", contextClass)
			return nil
		},
	})
}

// newError makes an exception with OpenSSL's number and words.
func newError(class *object.Class, number int, words string) *object.Instance {
	x := object.NewException(class, starlark.MakeInt(number), starlark.String(words))
	x.Exception().SetField("errno", starlark.MakeInt(number))
	x.Exception().SetField("strerror", starlark.String(words))
	return x
}

func raise(class *object.Class, number int, words string) error {
	return &object.Error{Exc: newError(class, number, words)}
}
