// Package web is HTTP/1.1 as a client: what the modules requests, http.client and
// urllib.request stand on. It knows nothing of script values; all of it is called
// without the interpreter lock, inside Thread.Block, with that call's context.
//
//	Transport   an isolate's connections and trusted certificates   transport.go
//	Pool        idle connections, kept for the next request         pool.go
//	Target      where to connect: host, proxy, TLS settings         dial.go
//	Trust       which certificates are believed                     trust.go
//	Conn        one connection: Send, Write, Receive                conn.go, wire.go
//	Response    status, header fields in order, body                wire.go
//	Body        the body as it is framed                            body.go
//	Stream      the body with gzip and deflate undone               decode.go
//	Proxies     the proxy settings of an environment                proxy.go
//	Error       what went wrong, and in which step                  errors.go
//
// One request by hand, as http.client does it:
//
//	tr := web.In(t.Isolate())                      // with the lock held
//	err := t.Block(func(ctx context.Context) error {
//		c, err := tr.Dial(ctx, target, timeout)    // asks permit, resolves, CONNECT, TLS
//		if err != nil { return err }               // *web.Error, *permit.Denied or ctx's error
//		c.Timeout = timeout                        // for each wait of what follows
//		err = c.Send(ctx, &web.Request{Method: "GET", Path: "/", Header: fields})
//		resp, err := c.Receive(ctx, "GET")
//		n, err := resp.Body.Read(ctx, buf)         // io.EOF at the end
//		…
//	})
//
// A caller that wants connections kept takes them from a Pool; they go back to it
// when the body ends. A connection from Dial stays its caller's, who may send the
// next request on it if Response.KeepAlive was true, and must Close it. Nothing here adds header fields, follows
// redirects or retries: that is the modules' part, so that each hop is checked and
// seen by them.
//
// A connection has no goroutine of its own. A context that ends makes the
// operation that runs under it fail at once and spoils its connection. All
// connections end with the isolate.
package web
