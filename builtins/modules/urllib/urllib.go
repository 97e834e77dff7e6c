// Package urllib is the package urllib: urllib.parse (parse.go, parse.py),
// urllib.error, urllib.response, urllib.request (request.py, auth.py) and
// urllib.robotparser, in the language itself where nothing more is needed. What the environment says of
// proxies is read by package web.
package urllib

import (
	"embed"
	"maps"
	"slices"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/web"
)

//go:embed *.py
var scripts embed.FS

func init() {
	registry.Register(&registry.Module{Name: "urllib"})
	registry.Register(&registry.Module{
		Name: "urllib.parse", Doc: "Parse (absolute and relative) URLs.",
		Funcs: parseFuncs, Script: registry.Joined(scripts, "parse"),
	})
	registry.Register(&registry.Module{Name: "urllib.response", Doc: "Response classes used by urllib.", Script: registry.Joined(scripts, "response")})
	registry.Register(&registry.Module{Name: "urllib.error", Doc: "Exception classes raised by urllib.", Script: registry.Joined(scripts, "error")})
	registry.Register(&registry.Module{
		Name: "urllib.request", Doc: "An extensible library for opening URLs.", Funcs: requestFuncs,
		Script: registry.Joined(scripts, "request", "auth"),
	})
	registry.Register(&registry.Module{Name: "urllib.robotparser", Doc: "What a robots.txt allows.", Script: registry.Joined(scripts, "robotparser")})
}

var requestFuncs = []object.Def{
	{Sig: "_proxies(environ, /)", Fn: func(t *thread, a args) (value, error) {
		env := make(map[string]string)
		names, err := object.Slice(t, a[0])
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			v, err := object.GetItem(t, a[0], n)
			if err != nil {
				return nil, err
			}
			env[str(n)] = str(v)
		}
		proxies := web.Proxies(env)
		d := starlark.NewDict(len(proxies))
		for _, scheme := range slices.Sorted(maps.Keys(proxies)) {
			d.SetKey(starlark.String(scheme), starlark.String(proxies[scheme]))
		}
		return d, nil
	}},
	{Sig: "_bypass(no_proxy, host, port, /)", Fn: func(t *thread, a args) (value, error) {
		return starlark.Bool(web.Bypass(str(a[0]), str(a[1]), str(a[2]))), nil
	}},
}
