// Package http is the package http: status codes and methods (status.py, methods.py),
// http.client (client.py, clientstatus.py), http.server (server.py), http.cookies (cookies.py) and
// http.cookiejar (cookiejar.py). They are written in the language itself, over the
// modules socket and email.
package http

import (
	_ "embed"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

var (
	//go:embed status.py
	statusSource string
	//go:embed methods.py
	methodsSource string
	//go:embed client.py
	clientSource string
	//go:embed clientstatus.py
	clientStatusSource string
	//go:embed server.py
	serverSource string
	//go:embed cookies.py
	cookiesSource string
	//go:embed cookiejar.py
	cookiejarSource string
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

func init() {
	registry.Register(&registry.Module{Name: "http", Doc: "Status codes and methods of HTTP.", Source: "__all__ = ['HTTPStatus', 'HTTPMethod']\n", Parts: []registry.Part{
		{Names: registry.Named("HTTPStatus"), Source: statusSource},
		{Names: registry.Named("HTTPMethod"), Source: methodsSource},
	}})
	registry.Register(&registry.Module{Name: "http.client", Doc: "HTTP/1.1 client library", Funcs: clientFuncs, Source: clientSource, Parts: []registry.Part{
		{Names: sync.OnceValue(clientNames), Source: clientStatusSource},
	}})
	registry.Register(&registry.Module{Name: "http.server", Doc: "HTTP server classes.", Source: serverSource, Main: "import http.server\nhttp.server._main()\n"})
	registry.Register(&registry.Module{Name: "http.cookies", Doc: "Cookies as a server sets them.", Source: cookiesSource})
	registry.Register(&registry.Module{Name: "http.cookiejar", Doc: "Cookies of a client.", Source: cookiejarSource})
}

// clientNames are what clientstatus.py defines: a name for each status code.
func clientNames() []string {
	names := []string{"responses"}
	for _, line := range strings.Split(statusSource, "\n") {
		if name, _, ok := strings.Cut(strings.TrimPrefix(line, "    "), " = "); ok && name == strings.ToUpper(name) {
			names = append(names, name)
		}
	}
	return names
}

var clientFuncs = []object.Def{
	{Sig: "_control(text, space=True, /)", Doc: "Where the first control character is, or space; -1 if there is none.",
		Fn: func(t *thread, a args) (value, error) {
			s, err := object.TextArg(a[0], "_control", "text")
			if err != nil {
				return nil, err
			}
			n := 0
			for _, r := range s {
				if r < ' ' || r == 0x7f && a[1] == starlark.True || r == ' ' && a[1] == starlark.True {
					return starlark.MakeInt(n), nil
				}
				n++
			}
			return starlark.MakeInt(-1), nil
		}},
	{Sig: "_check_header(name, values, /)", Doc: "None if a header may be sent, -1 for a bad name, else the index of the bad value.",
		Fn: func(t *thread, a args) (value, error) {
			name, ok := types.BytesLike(a[0])
			if !ok || name == "" || strings.ContainsAny(name, ":\r\n") || strings.TrimSpace(name[:1]) == "" {
				return starlark.MakeInt(-1), nil
			}
			values, err := object.Slice(t, a[1])
			if err != nil {
				return nil, err
			}
			for i, v := range values {
				s, ok := types.BytesLike(v)
				if !ok {
					return nil, object.Raise(object.TypeError, "expected string or bytes-like object, got '%s'", object.TypeName(v))
				}
				if breaksLine(s) {
					return starlark.MakeInt(i), nil
				}
			}
			return starlark.None, nil
		}},
}

// breaksLine reports whether a header's value has a line end that no folded line
// follows.
func breaksLine(s string) bool {
	for i := range len(s) {
		next := byte(0)
		if i+1 < len(s) {
			next = s[i+1]
		}
		folded := next == ' ' || next == '\t'
		if s[i] == '\n' && !folded || s[i] == '\r' && !folded && next != '\n' {
			return true
		}
	}
	return false
}
