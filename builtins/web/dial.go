package web

// This file defines Target and Dial: name, address, proxy, TLS.

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"time"

	"starpool/builtins/permit"
)

// A Target is where a connection leads, and how. Connections to equal targets
// stand for each other.
type Target struct {
	Secure bool   // https
	Host   string // a name or an address, without brackets
	Port   int
	// Proxy is the address of a proxy, "http://user:password@host:port", or "".
	// A secure connection is tunnelled through it; for others the request's Path
	// must be a whole URL.
	Proxy string
	// ProxyHeader is sent with CONNECT: lines that end with \r\n.
	ProxyHeader string
	Trust       Trust
}

// Address is host:port.
func (t Target) Address() string { return net.JoinHostPort(t.Host, strconv.Itoa(t.Port)) }

// Dial makes a connection. timeout limits each step (a connection attempt to one
// address, the proxy's answer, the handshake); 0 means no limit. The error is an
// *Error, a *permit.Denied, or what ended ctx.
func (tr *Transport) Dial(ctx context.Context, target Target, timeout time.Duration) (*Conn, error) {
	if err := tr.policy.Net(target.Host, target.Port); err != nil {
		return nil, err
	}
	host, port := target.Host, target.Port
	var proxy *url.URL
	if target.Proxy != "" {
		var err error
		if proxy, err = url.Parse(target.Proxy); err != nil || proxy.Hostname() == "" {
			return nil, &Error{Kind: Tunnel, Proxy: true, Text: "invalid proxy address", Err: err}
		}
		host, port = proxy.Hostname(), proxyPort(proxy)
		if err := tr.policy.Net(host, port); err != nil {
			return nil, err
		}
	}
	nc, err := tr.connect(ctx, host, port, timeout)
	if err != nil {
		return nil, viaProxy(err, proxy != nil)
	}
	c := &Conn{tr: tr, target: target, nc: nc, plain: nc, Timeout: timeout}
	c.br = bufio.NewReaderSize(recv{c}, 8<<10)
	if !tr.add(c) {
		nc.Close()
		return nil, &Error{Kind: Broken, Err: net.ErrClosed}
	}
	err = c.during(ctx, func() error {
		if proxy != nil && proxy.Scheme == "https" {
			if err := c.secure(host, target.Trust); err != nil {
				return viaProxy(err, true)
			}
		}
		if !target.Secure {
			return nil
		}
		if proxy != nil {
			if err := c.tunnel(proxy); err != nil {
				return viaProxy(err, true)
			}
		}
		return c.secure(target.Host, target.Trust)
	})
	if err != nil {
		c.Close()
		return nil, err
	}
	return c, nil
}

func viaProxy(err error, yes bool) error {
	var e *Error
	if yes && errors.As(err, &e) {
		e.Proxy = true
	}
	return err
}

func proxyPort(u *url.URL) int {
	if p, err := strconv.Atoi(u.Port()); err == nil {
		return p
	}
	if u.Scheme == "https" {
		return 443
	}
	return 80
}

// Lookup returns the addresses of a name, after asking permit for the name. The
// order is the system's.
func (tr *Transport) Lookup(ctx context.Context, host string, port int) ([]netip.Addr, error) {
	if err := tr.policy.Net(host, port); err != nil {
		return nil, err
	}
	if a, err := netip.ParseAddr(host); err == nil {
		return []netip.Addr{a}, nil
	}
	addrs, err := net.DefaultResolver.LookupNetIP(ctx, "ip", ASCIIHost(host))
	if err != nil || len(addrs) == 0 {
		e := &Error{Kind: Resolve, Err: err, Number: -2, Text: "Name or service not known"}
		var d *net.DNSError
		if errors.As(err, &d) && !d.IsNotFound && (d.IsTemporary || d.IsTimeout) {
			e.Number, e.Text = -3, "Temporary failure in name resolution"
		}
		return nil, ended(ctx, e)
	}
	for i, a := range addrs {
		addrs[i] = a.Unmap()
	}
	return addrs, nil
}

func (tr *Transport) connect(ctx context.Context, host string, port int, timeout time.Duration) (net.Conn, error) {
	addrs, err := tr.Lookup(ctx, host, port)
	if err != nil {
		return nil, err
	}
	d := net.Dialer{Timeout: timeout, KeepAlive: -1, Control: tr.policy.Control}
	for _, a := range addrs {
		var nc net.Conn
		nc, err = d.DialContext(ctx, "tcp", netip.AddrPortFrom(a, uint16(port)).String())
		if err == nil {
			return nc, nil
		}
		var denied *permit.Denied
		if errors.As(err, &denied) {
			return nil, denied
		}
		if ctx.Err() != nil {
			break
		}
	}
	kind := Connect
	if isTimeout(err) {
		kind = ConnectTimeout
	}
	return nil, ended(ctx, &Error{Kind: kind, Err: err})
}

// tunnel asks an HTTP proxy for a connection to the target.
func (c *Conn) tunnel(proxy *url.URL) error {
	addr := c.target.Address()
	var b strings.Builder
	b.WriteString("CONNECT " + addr + " HTTP/1.1\r\nHost: " + addr + "\r\n")
	if auth := ProxyAuthorization(proxy); auth != "" && !strings.Contains(strings.ToLower(c.target.ProxyHeader), "proxy-authorization:") {
		b.WriteString("Proxy-Authorization: " + auth + "\r\n")
	}
	b.WriteString(c.target.ProxyHeader)
	b.WriteString("\r\n")
	if err := c.write([]byte(b.String())); err != nil {
		return err
	}
	resp, err := c.receive("CONNECT")
	if err != nil {
		return err
	}
	if resp.Status != 200 {
		return &Error{Kind: Tunnel, Number: resp.Status, Text: resp.Reason}
	}
	return nil
}

// ProxyAuthorization returns the header field for the user and password of a
// proxy's address, or "".
func ProxyAuthorization(proxy *url.URL) string {
	if proxy.User == nil {
		return ""
	}
	password, _ := proxy.User.Password()
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(proxy.User.Username()+":"+password))
}

// secure puts TLS on the connection.
func (c *Conn) secure(host string, trust Trust) error {
	config, err := c.tr.TLSConfig(trust, host)
	if err != nil {
		return err
	}
	tc := tls.Client(c.nc, config)
	if err := c.deadline(tc.SetDeadline); err != nil {
		return &Error{Kind: Broken, Err: err}
	}
	if err := tc.HandshakeContext(c.ctx); err != nil {
		if isTimeout(err) {
			return &Error{Kind: ConnectTimeout, Err: err}
		}
		return HandshakeError(err, host)
	}
	c.mu.Lock()
	if !c.aborted {
		tc.SetDeadline(time.Time{})
	}
	c.nc = tc
	c.mu.Unlock()
	c.br.Reset(recv{c})
	return nil
}
