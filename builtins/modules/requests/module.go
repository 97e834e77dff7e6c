// Package requests is the module requests, with the parts of urllib3 that scripts
// meet beside it. It stands on package web.
//
//	_requests        what is made in Go, registered here        module.go
//	exchange         one request over a connection               exchange.go
//	fillResponse, …  what each request runs besides              fast.go
//	raw              urllib3.response.HTTPResponse               raw.go
//	cidict           CaseInsensitiveDict                         cidict.go
//	prepareURL, …    URLs and forms                              url.go
//	decodeStream     text out of bytes that come in pieces       decoding.go
//	detect           which encoding a text is in                 detect.go
//	*.py             everything else, in the language itself, a file a submodule
//
// What each request runs is in Go or kept short; sessions, redirects, cookies and
// authentication are in the language, where scripts override them.
package requests

import (
	"embed"
	"net/url"
	"slices"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
	"starpool/builtins/web"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

//go:embed *.py
var sources embed.FS

func str(v value) string {
	s, _ := object.Text(v)
	return s
}

// validField reports whether a header field may be sent as it is: as requests
// checks names and values.
func validField(name, val string) bool {
	if name == "" || strings.ContainsAny(name, ":\r\n") || space(name[0]) {
		return false
	}
	return val == "" || !space(val[0]) && !strings.ContainsAny(val, "\r\n")
}

func space(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' || 0x1c <= c && c <= 0x1f }

// prepareHeaders copies valid headers; None means that something is wrong with
// them, or that they need more than a look.
func prepareHeaders(t *thread, v value) (value, error) {
	d := &cidict{}
	if v == starlark.None {
		return makeCI(t, d), nil
	}
	src := ciOf(v)
	if src == nil {
		if _, plain := v.(*starlark.Dict); !plain {
			return starlark.None, nil
		}
		src = &cidict{}
		if err := src.update(t, v); err != nil {
			return starlark.None, nil
		}
	}
	for _, p := range src.items {
		name, ok1 := object.Text(p.key)
		val, ok2 := object.Text(p.val)
		if !ok1 || !ok2 || !validField(name, val) {
			return starlark.None, nil
		}
	}
	d.items = append(d.items, src.items...)
	return makeCI(t, d), nil
}

// mergeHeaders puts a request's headers over its session's; None if they are not
// of the plain kinds.
func mergeHeaders(t *thread, session, request value) (value, error) {
	s := ciOf(session)
	if s == nil {
		return starlark.None, nil
	}
	if request == starlark.None {
		return session, nil
	}
	out := s.clone()
	if ciOf(request) == nil {
		if _, plain := request.(*starlark.Dict); !plain {
			return starlark.None, nil
		}
	}
	if err := out.update(t, request); err != nil {
		return nil, err
	}
	kept := out.items[:0]
	for _, p := range out.items {
		if p.val != starlark.None {
			kept = append(kept, p)
		}
	}
	out.items = kept
	return makeCI(t, out), nil
}

// environProxies returns the proxies of the environment that apply to a URL.
func environProxies(t *thread, link, noProxy value) value {
	env := permit.Environ.In(t.Isolate())
	out := new(starlark.Dict)
	some := false
	for _, name := range [...]string{"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"} {
		some = some || env[name] != ""
	}
	if !some {
		return out
	}
	found := web.Proxies(env)
	if link != starlark.None {
		no, given := object.Text(noProxy)
		if !given {
			no = found["no"]
		}
		u, err := url.Parse(str(link))
		if err != nil || u.Hostname() == "" || web.Bypass(no, u.Hostname(), u.Port()) {
			return out
		}
	}
	for _, scheme := range []string{"http", "https", "all", "ftp", "no"} {
		if v, ok := found[scheme]; ok {
			out.SetKey(starlark.String(scheme), starlark.String(v))
		}
	}
	return out
}

// splitAuth returns user and password of a URL, unquoted.
func splitAuth(link string) value {
	none := starlark.Tuple{starlark.String(""), starlark.String("")}
	_, rest, ok := strings.Cut(link, "://")
	if !ok {
		return none
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	i := strings.LastIndexByte(rest, '@')
	if i < 0 {
		return none
	}
	user, password, has := strings.Cut(rest[:i], ":")
	if !has {
		return none
	}
	return starlark.Tuple{starlark.String(unquote(user)), starlark.String(unquote(password))}
}

func unquote(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]) {
			b.WriteByte(unhex(s[i+1])<<4 | unhex(s[i+2]))
			i += 2
		} else {
			b.WriteByte(s[i])
		}
	}
	return strings.ToValidUTF8(b.String(), "\ufffd")
}

func unhex(c byte) byte {
	switch {
	case c <= '9':
		return c - '0'
	case c <= 'F':
		return c - 'A' + 10
	}
	return c - 'a' + 10
}

// cookieHost returns whether a URL is secure, its host as the rules for cookies
// name it, and its path.
func cookieHost(link, hostField string) value {
	a, _ := parseAddress(link)
	host := strings.ToLower(a.host)
	if hostField != "" {
		host = strings.ToLower(hostField)
		if i := strings.LastIndexByte(host, ':'); i >= 0 && !strings.HasSuffix(host, "]") {
			host = host[:i]
		}
	}
	if !strings.Contains(host, ".") {
		host += ".local"
	}
	path, _, _ := strings.Cut(a.target, "?")
	if path == "" {
		path = "/"
	}
	return starlark.Tuple{starlark.Bool(a.secure), starlark.String(host), starlark.String(path)}
}

func init() {
	registry.Register(&registry.Module{
		Name: "_requests", Doc: "What the modules requests and urllib3 have in Go.",
		Classes: []*object.Class{cidictClass, rawClass},
		Funcs: slices.Concat(poolFuncs, fastFuncs, []object.Def{
			{Sig: "_prepare_url(url, params, /)", Fn: func(t *thread, a args) (value, error) {
				result, failure, message := prepareURL(str(a[0]), str(a[1]))
				if failure != "" {
					return starlark.Tuple{starlark.String(failure), starlark.String(message)}, nil
				}
				return starlark.String(result), nil
			}},
			{Sig: "_encode_form(data, /)", Fn: func(t *thread, a args) (value, error) {
				s, err := encodeForm(t, a[0])
				return starlark.String(s), err
			}},
			{Sig: "_requote(url, /)", Fn: func(t *thread, a args) (value, error) { return starlark.String(requote(str(a[0]))), nil }},
			{Sig: "_prepare_headers(headers, /)", Fn: func(t *thread, a args) (value, error) { return prepareHeaders(t, a[0]) }},
			{Sig: "_merge_headers(session, request, /)", Fn: func(t *thread, a args) (value, error) { return mergeHeaders(t, a[0], a[1]) }},
			{Sig: "_environ_proxies(url, no_proxy, /)", Fn: func(t *thread, a args) (value, error) { return environProxies(t, a[0], a[1]), nil }},
			{Sig: "_split_auth(url, /)", Fn: func(t *thread, a args) (value, error) { return splitAuth(str(a[0])), nil }},
			{Sig: "_bypass(no_proxy, host, port, /)", Fn: func(t *thread, a args) (value, error) {
				return starlark.Bool(web.Bypass(str(a[0]), str(a[1]), str(a[2]))), nil
			}},
			{Sig: "_cookie_host(url, host, /)", Fn: func(t *thread, a args) (value, error) { return cookieHost(str(a[0]), str(a[1])), nil }},
			{Sig: "_content(raw, /)", Fn: func(t *thread, a args) (value, error) {
				if x, ok := a[0].(*object.Instance); ok {
					if r, ok := x.State.(*raw); ok && r.loaded && r.err == nil {
						s := r.content
						r.content, r.told = "", r.told+int64(len(s))
						return object.MakeBytes(s), nil
					}
				}
				return starlark.None, nil
			}},
			{Sig: "_decode_stream(chunks, encoding, /)", Fn: func(t *thread, a args) (value, error) { return decodeStream(t, a[0], str(a[1])) }},
			{Sig: "_detect(content, /)", Fn: func(t *thread, a args) (value, error) {
				s, _ := object.BytesContent(a[0])
				return starlark.String(detect(s)), nil
			}},
		}),
	})
	for name, file := range map[string]string{
		"requests": "requests", "requests.exceptions": "exceptions", "requests.structures": "structures", "requests.status_codes": "status_codes",
		"requests.hooks": "hooks", "requests.cookies": "cookies", "requests.utils": "utils", "requests.auth": "auth", "requests.models": "models",
		"requests.adapters": "adapters", "requests.sessions": "sessions", "requests.compat": "compat",
		"urllib3": "urllib3", "urllib3.exceptions": "urllib3_exceptions", "urllib3.util.retry": "retry", "urllib3.util.timeout": "timeout",
	} {
		doc := ""
		switch name {
		case "requests":
			doc = "HTTP for Humans."
		case "urllib3":
			doc = "What scripts name of urllib3 beside requests."
		}
		registry.Register(&registry.Module{Name: name, Doc: doc, Script: registry.Joined(sources, file)})
	}
	for name, from := range map[string]struct {
		module string
		names  []string
	}{
		"requests.api":         {"requests", []string{"request", "get", "options", "head", "post", "put", "patch", "delete"}},
		"urllib3.response":     {"_requests", []string{"HTTPResponse"}},
		"urllib3.util":         {"urllib3", []string{"Retry", "Timeout"}},
		"requests.__version__": {"requests", []string{"__title__", "__description__", "__version__", "__build__"}},
	} {
		registry.Register(&registry.Module{Name: name, Init: func(t *thread, m *object.Module) error {
			parent, err := registry.Get(t, from.module)
			if err != nil {
				return err
			}
			for _, n := range from.names {
				if v := parent.Get(n); v != nil {
					m.Vars.Set(n, v)
				}
			}
			return nil
		}})
	}
	// requests.packages.urllib3 is urllib3 itself.
	registry.Register(&registry.Module{Name: "requests.packages", Init: func(t *thread, m *object.Module) error {
		loaded := registry.Loaded.In(t.Isolate())
		for _, name := range []string{"urllib3", "urllib3.exceptions", "urllib3.util", "urllib3.util.retry", "urllib3.util.timeout"} {
			v, err := registry.Import(t, name)
			if err != nil {
				return err
			}
			if err := object.DictSet(t, loaded, starlark.String("requests.packages."+name), v); err != nil {
				return err
			}
			if name == "urllib3" {
				m.Vars.Set(name, v)
			}
		}
		return nil
	}})
	registry.Register(&registry.Module{Name: "requests.certs", Source: "from certifi import where\n"})
	registry.Register(&registry.Module{
		Name: "certifi", Doc: "The certificates of the system, in place of certifi's own.",
		Funcs: []object.Def{{Sig: "where()", Fn: func(t *thread, a args) (value, error) {
			if s := web.Environ(t.Isolate(), "SSL_CERT_FILE"); s != "" {
				return starlark.String(s), nil
			}
			for _, p := range []string{"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"} {
				if _, err := permit.Files(t).Stat(p); err == nil {
					return starlark.String(p), nil
				}
			}
			return starlark.String(""), nil
		}}},
	})
}
