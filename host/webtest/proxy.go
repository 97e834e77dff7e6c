package webtest

// This file defines Proxy.

import (
	"bufio"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// A Proxy is a forward proxy that answers for every host itself, also by https,
// with certificates of its own authority.
type Proxy struct {
	URL     string // for HTTP_PROXY and HTTPS_PROXY
	CAFile  string // for SSL_CERT_FILE
	handler http.Handler

	listener net.Listener
	server   *http.Server
	key      *ecdsa.PrivateKey
	ca       *x509.Certificate

	mu    sync.Mutex
	certs map[string]*tls.Certificate
	seen  map[string]int
	conns map[net.Conn]struct{}
	wg    sync.WaitGroup
}

// NewProxy starts a proxy whose hosts are served by handler: r.Host is the host,
// r.TLS tells whether it was https. dir gets the authority's certificate.
func NewProxy(dir string, handler http.Handler) (*Proxy, error) {
	p := &Proxy{handler: handler, certs: make(map[string]*tls.Certificate), seen: make(map[string]int), conns: make(map[net.Conn]struct{})}
	var err error
	if p.key, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err != nil {
		return nil, err
	}
	der, err := p.sign(&x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "the tests' own authority"}, IsCA: true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
	})
	if err != nil {
		return nil, err
	}
	if p.ca, err = x509.ParseCertificate(der); err != nil {
		return nil, err
	}
	p.CAFile = filepath.Join(dir, "authority.pem")
	if err := os.WriteFile(p.CAFile, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		return nil, err
	}
	if p.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, err
	}
	p.URL = "http://" + p.listener.Addr().String()
	p.server = &http.Server{Handler: http.HandlerFunc(p.serve), ErrorLog: log.New(io.Discard, "", 0)}
	p.wg.Go(func() { p.server.Serve(p.listener) })
	return p, nil
}

// sign makes a certificate; the authority's own if there is none yet.
func (p *Proxy) sign(c *x509.Certificate) ([]byte, error) {
	parent := p.ca
	if parent == nil {
		parent = c
	}
	return x509.CreateCertificate(rand.Reader, c, parent, &p.key.PublicKey, p.key)
}

// Close ends the proxy and its connections.
func (p *Proxy) Close() {
	p.server.Close()
	p.mu.Lock()
	for c := range p.conns {
		c.Close()
	}
	p.mu.Unlock()
	p.wg.Wait()
}

// Seen tells how many requests came for a URL's scheme and host, as
// "https://example.com".
func (p *Proxy) Seen(origin string) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.seen[origin]
}

func (p *Proxy) answer(w http.ResponseWriter, r *http.Request, origin string) {
	p.mu.Lock()
	p.seen[origin]++
	p.mu.Unlock()
	p.handler.ServeHTTP(w, r)
}

func (p *Proxy) serve(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodConnect {
		if r.URL.Host == "" {
			http.Error(w, "this is a proxy", http.StatusBadRequest)
			return
		}
		p.answer(w, r, "http://"+r.URL.Host)
		return
	}
	host, _, err := net.SplitHostPort(r.Host)
	if err != nil {
		http.Error(w, "no port", http.StatusBadRequest)
		return
	}
	c, _, err := w.(http.Hijacker).Hijack()
	if err != nil {
		return
	}
	p.mu.Lock()
	p.conns[c] = struct{}{}
	p.mu.Unlock()
	p.wg.Add(1)
	defer p.wg.Done()
	defer c.Close()
	io.WriteString(c, "HTTP/1.1 200 Connection established\r\n\r\n")
	tc := tls.Server(c, &tls.Config{GetCertificate: func(h *tls.ClientHelloInfo) (*tls.Certificate, error) { return p.certificate(host) }})
	if tc.Handshake() != nil {
		return
	}
	in := bufio.NewReader(tc)
	for {
		req, err := http.ReadRequest(in)
		if err != nil {
			return
		}
		req.TLS = &tls.ConnectionState{}
		rec := &recorder{header: make(http.Header), status: 200}
		p.answer(rec, req, "https://"+host)
		io.Copy(io.Discard, req.Body)
		if rec.send(tc, req) != nil || req.Close {
			return
		}
	}
}

func (p *Proxy) certificate(host string) (*tls.Certificate, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if c := p.certs[host]; c != nil {
		return c, nil
	}
	c := &x509.Certificate{
		SerialNumber: big.NewInt(int64(len(p.certs) + 2)), Subject: pkix.Name{CommonName: host}, DNSNames: []string{host},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	if ip := net.ParseIP(host); ip != nil {
		c.DNSNames, c.IPAddresses = nil, []net.IP{ip}
	}
	der, err := p.sign(c)
	if err != nil {
		return nil, err
	}
	p.certs[host] = &tls.Certificate{Certificate: [][]byte{der}, PrivateKey: p.key}
	return p.certs[host], nil
}

// A recorder holds an answer until it is whole: its length is then known.
type recorder struct {
	header http.Header
	status int
	body   []byte
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(status int)      { r.status = status }
func (r *recorder) Write(b []byte) (int, error) { r.body = append(r.body, b...); return len(b), nil }

func (r *recorder) send(w io.Writer, req *http.Request) error {
	r.header.Set("Content-Length", fmt.Sprint(len(r.body)))
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "HTTP/1.1 %d %s\r\n", r.status, http.StatusText(r.status))
	r.header.Write(out)
	io.WriteString(out, "\r\n")
	if req.Method != http.MethodHead {
		out.Write(r.body)
	}
	return out.Flush()
}
