package requests

// This file defines what each request runs of the parts that are otherwise in the
// language: the fields of a Response, the adapter for a URL, the file of passwords.

import (
	"context"
	"path/filepath"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
)

// fillResponse is _fill_response(response, raw, request, adapter): it sets what
// the raw response says.
func fillResponse(t *thread, a args) (value, error) {
	x, ok := a[0].(*object.Instance)
	y, ok2 := a[1].(*object.Instance)
	if !ok || !ok2 {
		return starlark.False, nil
	}
	r, ok := y.State.(*raw)
	if !ok {
		return starlark.False, nil
	}
	link, err := object.GetAttr(t, a[2], "url")
	if err != nil {
		return nil, err
	}
	headers := r.fields(t)
	encoding := value(starlark.None)
	if v := ciOf(headers).get("content-type"); v != nil {
		encoding = encodingOf(str(v))
	}
	for _, f := range []struct {
		name string
		val  value
	}{
		{"status_code", starlark.MakeInt(r.resp.Status)}, {"headers", headers}, {"encoding", encoding}, {"raw", a[1]},
		{"reason", starlark.String(r.resp.Reason)}, {"url", link}, {"history", starlark.NewList(nil)}, {"request", a[2]}, {"connection", a[3]},
	} {
		x.Attrs.Set(f.name, f.val)
	}
	return starlark.True, nil
}

// encodingOf is the encoding that a Content-Type names or implies.
func encodingOf(contentType string) value {
	kind, rest, _ := strings.Cut(contentType, ";")
	for rest != "" {
		var param string
		param, rest, _ = strings.Cut(rest, ";")
		param = strings.TrimSpace(param)
		name, val, given := strings.Cut(param, "=")
		if strings.ToLower(strings.Trim(name, `"' `)) == "charset" {
			if !given {
				return starlark.None
			}
			return starlark.String(strings.Trim(strings.Trim(val, `"' `), `'"`))
		}
	}
	switch {
	case strings.Contains(kind, "text"):
		return starlark.String("ISO-8859-1")
	case strings.Contains(kind, "application/json"):
		return starlark.String("utf-8")
	}
	return starlark.None
}

// adapterFor is _adapter_for(adapters, url): the first whose prefix the URL has,
// or None.
func adapterFor(t *thread, a args) (value, error) {
	d, ok := object.Base(a[0]).(*starlark.Dict)
	if !ok {
		return starlark.None, nil
	}
	link := lower(str(a[1]))
	for _, kv := range d.Items() {
		if p, ok := object.Text(kv[0]); ok && strings.HasPrefix(link, lower(p)) {
			return kv[1], nil
		}
	}
	return starlark.None, nil
}

// netrcPath is _netrc_path(): the file of passwords, or None.
func netrcPath(t *thread, a args) (value, error) {
	env := permit.Environ.In(t.Isolate())
	var paths []string
	if p, ok := env["NETRC"]; ok {
		paths = []string{p}
	} else {
		home := env["HOME"]
		if home == "" {
			home = env["USERPROFILE"]
		}
		if home == "" {
			return starlark.None, nil
		}
		paths = []string{filepath.Join(home, ".netrc"), filepath.Join(home, "_netrc")}
	}
	fs := permit.Files(t)
	found := value(starlark.None)
	err := t.Block(func(context.Context) error {
		for _, p := range paths {
			if _, err := fs.Stat(p); err == nil {
				found = starlark.String(p)
				break
			}
		}
		return nil
	})
	return found, err
}

// bundlePath is _bundle_path(): the certificates that the environment names for
// requests, or None.
func bundlePath(t *thread, a args) (value, error) {
	env := permit.Environ.In(t.Isolate())
	for _, name := range []string{"REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"} {
		if v := env[name]; v != "" {
			return starlark.String(v), nil
		}
	}
	return starlark.None, nil
}

var fastFuncs = []object.Def{
	{Sig: "_fill_response(response, raw, request, adapter, /)", Fn: fillResponse},
	{Sig: "_adapter_for(adapters, url, /)", Fn: adapterFor},
	{Sig: "_netrc_path()", Fn: netrcPath},
	{Sig: "_bundle_path()", Fn: bundlePath},
	{Sig: "_encoding_of(content_type, /)", Fn: func(t *thread, a args) (value, error) { return encodingOf(str(a[0])), nil }},
}
