package requests

// This file defines _exchange: one request and its response.

import (
	"context"
	"errors"
	"net/url"
	"runtime"
	"strings"
	"syscall"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/types"
	"starpool/builtins/web"
)

// failureHook is the function of urllib3.exceptions that makes the exception for
// a *web.Error.
var failureHook = isolate.NewKey(func(*isolate.Isolate) value { return nil })

// raiseFailure turns an error of package web into urllib3's exception. link is the
// URL whose body was being read, or "" if there was no response yet.
func raiseFailure(t *thread, err error, link string) error {
	if err == nil {
		return nil
	}
	var denied *permit.Denied
	var e *web.Error
	if errors.As(err, &denied) || !errors.As(err, &e) {
		return permit.Raise(err)
	}
	number, reason := object.ErrnoOf(err)
	switch {
	case e.Kind == web.Resolve:
		number, reason = e.Number, e.Text
	case e.Kind == web.Broken && number == 0:
		number, reason = 104, "Connection reset by peer"
	case e.Kind == web.Secure && e.Number == 2:
		number, reason = 2, e.Text
	}
	exc, cerr := object.Call(t, failureHook.In(t.Isolate()), starlark.Tuple{
		starlark.MakeInt(int(e.Kind)), starlark.String(e.Text), starlark.MakeInt(e.Number), starlark.MakeInt64(e.Got), starlark.MakeInt64(e.Want),
		starlark.MakeInt(number), starlark.String(reason), starlark.Bool(e.Proxy), starlark.String(e.Encoding), starlark.String(link),
	}, nil)
	if cerr != nil {
		return cerr
	}
	return object.RaiseValue(exc.(*object.Instance))
}

var poolClass = object.NewClass(object.Spec{Name: "_Pool", Module: "requests.adapters", Final: true})

// duration reads a number of seconds; None is no limit.
func duration(t *thread, v value) (time.Duration, error) {
	if v == starlark.None {
		return 0, nil
	}
	s, err := object.Float(t, v)
	if err != nil {
		return 0, err
	}
	if s > 1e9 {
		return 0, nil
	}
	return max(time.Duration(s*float64(time.Second)), 1), nil
}

// trustOf reads verify and cert as requests means them.
func trustOf(t *thread, verify, cert value) (web.Trust, error) {
	var trust web.Trust
	read := func(v value) (string, error) { return files.Path(t, v) }
	var err error
	switch {
	case verify == starlark.False:
		trust.Insecure = true
	case verify == starlark.True || verify == starlark.None:
		trust = web.EnvironTrust(t.Isolate())
	default:
		path, err := read(verify)
		if err != nil {
			return trust, err
		}
		fs := permit.Files(t)
		folder := false
		err = t.Block(func(context.Context) error {
			st, err := fs.Stat(path)
			folder = err == nil && st.IsDir()
			if permit.IsDenied(err) {
				return err
			}
			return nil
		})
		if err != nil {
			return trust, permit.Raise(err)
		}
		if folder {
			trust.Dir = path
		} else {
			trust.File = path
		}
	}
	switch c := cert.(type) {
	case starlark.NoneType:
	case starlark.Tuple:
		if len(c) == 2 {
			if trust.CertFile, err = read(c[0]); err == nil {
				trust.KeyFile, err = read(c[1])
			}
		}
	default:
		trust.CertFile, err = read(cert)
	}
	return trust, err
}

// A sending is a request on its way.
type sending struct {
	pool          *web.Pool
	target        web.Target
	request       web.Request
	connect, read time.Duration
	conn          *web.Conn
	preload       bool
	url           string
	started       time.Time
}

// headerFields turns the header of a request into fields, Host first, with what
// urllib3 adds.
func headerFields(t *thread, a address, headers value, proxyAuth string) ([]web.Field, error) {
	fields := make([]web.Field, 0, 10)
	add := func(k, v value) error {
		name, err := fieldText(t, k)
		if err != nil {
			return err
		}
		if v == starlark.None {
			return nil
		}
		s, ok := object.Text(v)
		if !ok {
			if b, isBytes := object.BytesContent(v); isBytes {
				s = latin1Text(b)
			} else if s, err = object.Str(t, v); err != nil {
				return err
			}
		}
		fields = append(fields, web.Field{Name: name, Value: s})
		return nil
	}
	var host, encoding, agent, auth bool
	note := func(name string) {
		switch name {
		case "host":
			host = true
		case "accept-encoding":
			encoding = true
		case "user-agent":
			agent = true
		case "proxy-authorization":
			auth = true
		}
	}
	d := ciOf(headers)
	if d == nil {
		d = &cidict{}
		if err := d.update(t, headers); err != nil {
			return nil, err
		}
	}
	for _, p := range d.items {
		note(p.lower)
	}
	if !host {
		fields = append(fields, web.Field{Name: "Host", Value: a.netloc})
	}
	if !encoding {
		fields = append(fields, web.Field{Name: "Accept-Encoding", Value: "identity"})
	}
	if !agent {
		fields = append(fields, web.Field{Name: "User-Agent", Value: "python-urllib3/2.7.0"})
	}
	if proxyAuth != "" && !auth {
		fields = append(fields, web.Field{Name: "Proxy-Authorization", Value: proxyAuth})
	}
	for _, p := range d.items {
		if err := add(p.key, p.val); err != nil {
			return nil, err
		}
	}
	return fields, nil
}

func latin1Text(b string) string {
	r := make([]rune, len(b))
	for i := range len(b) {
		r[i] = rune(b[i])
	}
	return string(r)
}

// exchange is _exchange(pool, method, url, headers, body, chunked, connect, read,
// proxy, verify, cert, preload): it sends the request and returns the raw response.
func exchange(t *thread, a args) (value, error) {
	s := &sending{pool: a[0].(*object.Instance).State.(*web.Pool), preload: a[11] == starlark.True, started: time.Now()}
	method, _ := object.Text(a[1])
	link, _ := object.Text(a[2])
	s.url = link
	addr, ok := parseAddress(link)
	if !ok {
		return nil, object.Raise(object.ValueError, "Failed to parse: %s", link)
	}
	var err error
	if s.connect, err = duration(t, a[6]); err != nil {
		return nil, err
	}
	if s.read, err = duration(t, a[7]); err != nil {
		return nil, err
	}
	s.target = web.Target{Secure: addr.secure, Host: addr.host, Port: addr.port}
	path, proxyAuth := addr.target, ""
	if a[8] != starlark.None {
		s.target.Proxy, _ = object.Text(a[8])
		if !addr.secure {
			path = addr.whole
			if u, err := url.Parse(s.target.Proxy); err == nil {
				proxyAuth = web.ProxyAuthorization(u)
				// Through a proxy, requests for all hosts share its connections.
				s.target.Host, s.target.Port = addr.host, addr.port
			}
		}
	}
	if addr.secure {
		if s.target.Trust, err = trustOf(t, a[9], a[10]); err != nil {
			return nil, err
		}
	}
	fields, err := headerFields(t, addr, a[3], proxyAuth)
	if err != nil {
		return nil, err
	}
	s.request = web.Request{Method: method, Path: path, Header: fields}
	var resp *web.Response
	var content []byte
	var contentErr error
	body := a[4]
	if text, ok := object.Text(body); ok {
		s.request.Body = []byte(text)
	} else if b, ok := types.BytesLike(body); ok {
		s.request.Body = []byte(b)
	} else if body != starlark.None {
		resp, err = s.upload(t, body, a[5] == starlark.True)
		if err == nil && s.preload {
			contentErr = t.Block(func(ctx context.Context) (err error) {
				content, err = resp.Stream().ReadAll(ctx)
				return err
			})
		}
		return s.result(t, resp, content, contentErr, err)
	}
	if a[5] == starlark.True && body != starlark.None {
		s.request.Body = oneChunk(s.request.Body)
	}
	elapsed := time.Duration(0)
	err = t.Block(func(ctx context.Context) (err error) {
		if resp, err = s.attempt(ctx); err != nil {
			return err
		}
		elapsed = time.Since(s.started)
		if s.preload {
			content, contentErr = resp.Stream().ReadAll(ctx)
			if ctx.Err() != nil {
				return contentErr
			}
		}
		return nil
	})
	v, err := s.result(t, resp, content, contentErr, err)
	if err == nil {
		v.(*object.Instance).State.(*raw).elapsed = elapsed
	}
	return v, err
}

func oneChunk(b []byte) []byte {
	if len(b) == 0 {
		return []byte("0\r\n\r\n")
	}
	head := []byte(hexLength(len(b)) + "\r\n")
	return append(append(head, b...), "\r\n0\r\n\r\n"...)
}

func hexLength(n int) string {
	const digits = "0123456789abcdef"
	s := ""
	for {
		s = string(digits[n&15]) + s
		if n >>= 4; n == 0 {
			return s
		}
	}
}

// attempt sends a request whose body is at hand. A connection that was idle may
// have been closed by the server just now: then another is tried, if nothing of
// a response was seen and the method may be repeated.
func (s *sending) attempt(ctx context.Context) (*web.Response, error) {
	for {
		c, err := s.pool.Get(ctx, s.target, s.connect)
		if err != nil {
			return nil, err
		}
		c.Timeout = s.read
		err = c.Send(ctx, &s.request)
		// A server may answer and close before it has read all of the body.
		var resp *web.Response
		if err == nil || errors.Is(err, syscall.EPIPE) && !c.Closed() {
			resp, err = c.Receive(ctx, s.request.Method)
		}
		if err == nil {
			return resp, nil
		}
		c.Close()
		var e *web.Error
		if !c.Reused || ctx.Err() != nil || !errors.As(err, &e) || e.Kind != web.Disconnected && e.Kind != web.Broken || !repeatable(s.request.Method) {
			return nil, err
		}
	}
}

func repeatable(method string) bool {
	switch method {
	case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE":
		return true
	}
	return false
}

// upload sends a body that the script hands out piece by piece: a file, or
// anything to iterate over.
func (s *sending) upload(t *thread, body value, chunked bool) (*web.Response, error) {
	err := t.Block(func(ctx context.Context) (err error) {
		if s.conn, err = s.pool.Get(ctx, s.target, s.connect); err != nil {
			return err
		}
		s.conn.Timeout = s.read
		return s.conn.Send(ctx, &s.request)
	})
	if err != nil {
		return nil, err
	}
	write := func(p string) error {
		if p == "" {
			return nil
		}
		return t.Block(func(ctx context.Context) error {
			if chunked {
				return s.conn.WriteChunk(ctx, []byte(p))
			}
			return s.conn.Write(ctx, []byte(p))
		})
	}
	err = eachPiece(t, body, write)
	if err == nil && chunked {
		err = t.Block(func(ctx context.Context) error { return s.conn.WriteChunk(ctx, nil) })
	}
	if err != nil {
		s.conn.Close()
		return nil, err
	}
	var resp *web.Response
	err = t.Block(func(ctx context.Context) (err error) {
		resp, err = s.conn.Receive(ctx, s.request.Method)
		return err
	})
	if err != nil {
		s.conn.Close()
	}
	return resp, err
}

// eachPiece calls write with what a file or an iterable gives.
func eachPiece(t *thread, body value, write func(string) error) error {
	one := func(v value) (bool, error) {
		if s, ok := object.Text(v); ok {
			return s == "", write(s)
		}
		if s, ok := types.BytesLike(v); ok {
			return s == "", write(s)
		}
		return true, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	if read, err := object.GetAttr(t, body, "read"); err == nil {
		for {
			v, err := object.Call(t, read, starlark.Tuple{starlark.MakeInt(64 << 10)}, nil)
			if err != nil {
				return err
			}
			if end, err := one(v); end || err != nil {
				return err
			}
		}
	} else if !object.IsCaught(t, err, object.AttributeError) {
		return err
	}
	return object.ForEach(t, body, func(v value) error {
		_, err := one(v)
		return err
	})
}

func (s *sending) result(t *thread, resp *web.Response, content []byte, contentErr, err error) (value, error) {
	if err != nil {
		return nil, raiseFailure(t, err, "")
	}
	r := &raw{resp: resp, url: s.url, elapsed: time.Since(s.started)}
	if s.preload {
		r.loaded, r.content, r.err = true, string(content), contentErr
	} else {
		// CPython closes the connection of a response that nobody reads to its end
		// when the response goes.
		runtime.AddCleanup(r, (*web.Body).Abort, resp.Body)
	}
	return object.Make(rawClass, t, r), nil
}

// poolFuncs are the functions about connections.
var poolFuncs = []object.Def{
	{Sig: "_new_pool(keep, /)", Fn: func(t *thread, a args) (value, error) {
		keep, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		return object.Make(poolClass, t, web.In(t.Isolate()).NewPool(keep, time.Minute)), nil
	}},
	{Sig: "_shared_pool()", Fn: func(t *thread, a args) (value, error) {
		return object.Make(poolClass, t, web.In(t.Isolate()).Shared), nil
	}},
	{Sig: "_drain(pool, /)", Fn: func(t *thread, a args) (value, error) {
		p := a[0].(*object.Instance).State.(*web.Pool)
		return starlark.None, t.Block(func(context.Context) error { p.Drain(); return nil })
	}},
	{Sig: "_exchange(pool, method, url, headers, body, chunked, connect, read, proxy, verify, cert, preload, /)", Fn: exchange},
	{Sig: "_set_failure(function, /)", Fn: func(t *thread, a args) (value, error) {
		failureHook.Set(t.Isolate(), a[0])
		return starlark.None, nil
	}},
	{Sig: "_address(url, /)", Fn: func(t *thread, a args) (value, error) {
		s, _ := object.Text(a[0])
		addr, ok := parseAddress(s)
		if !ok {
			return starlark.None, nil
		}
		host := addr.host
		if strings.Contains(host, ":") {
			host = "[" + host + "]"
		}
		return starlark.Tuple{starlark.Bool(addr.secure), starlark.String(host), starlark.MakeInt(addr.port), starlark.String(addr.target), starlark.String(addr.whole)}, nil
	}},
}
