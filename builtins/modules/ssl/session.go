package ssl

// This file defines session, TLS over one socket.

import (
	gocontext "context"
	"crypto/tls"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/modules/socket"
	"starpool/builtins/object"
	"starpool/builtins/web"
)

const listSeparator = filepath.ListSeparator

// A session is a socket.Layer. One goroutine reads and one writes at a time.
type session struct {
	settings settings
	under    *socket.Conn
	conn     *tls.Conn // nil before the handshake
	done     bool

	read, write, hands sync.Mutex
}

// wrap puts a session over a socket; the handshake comes later.
func wrap(t *thread, a args) (value, error) {
	c, err := contextOf(a[0])
	if err != nil {
		return nil, err
	}
	s := settings{context: *c, server: a[3] == starlark.True, checkHost: a[6] == starlark.True, transport: web.In(t.Isolate()),
		defaultTrust: web.EnvironTrust(t.Isolate())}
	s.host, _ = object.Text(a[4])
	s.protocols, _ = object.Text(a[9])
	var n [3]int
	for i, v := range []value{a[5], a[7], a[8]} {
		if n[i], err = object.Int(t, v); err != nil {
			return nil, err
		}
	}
	s.verify, s.minimum, s.maximum = n[0], uint16(max(n[1], 0)), uint16(max(n[2], 0))
	return starlark.None, socket.SetLayer(t, a[1], a[2], func(under *socket.Conn) socket.Layer {
		return &session{settings: s, under: under}
	})
}

func sessionOf(v value) (*session, error) {
	if s, ok := socket.LayerOf(v).(*session); ok {
		return s, nil
	}
	return nil, object.RaiseOS(syscall.ENOTCONN, "")
}

// handshake shakes hands unless that was done.
func (s *session) handshake(ctx gocontext.Context, deadline time.Time) error {
	s.hands.Lock()
	defer s.hands.Unlock()
	if s.done {
		return nil
	}
	if s.conn == nil {
		config, err := s.settings.config()
		if err != nil {
			return err
		}
		if s.settings.server {
			s.conn = tls.Server(s.under, config)
		} else {
			s.conn = tls.Client(s.under, config)
		}
	}
	s.under.Begin(ctx, deadline, false)
	s.under.Begin(ctx, deadline, true)
	err := s.conn.Handshake()
	s.done = err == nil
	return err
}

// Read implements socket.Layer.
func (s *session) Read(ctx gocontext.Context, deadline time.Time, p []byte) (int, error) {
	if err := s.handshake(ctx, deadline); err != nil {
		return 0, err
	}
	s.read.Lock()
	defer s.read.Unlock()
	s.under.Begin(ctx, deadline, false)
	n, err := s.conn.Read(p)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil // servers that close without a word are too many to complain
	}
	return n, err
}

// Write implements socket.Layer.
func (s *session) Write(ctx gocontext.Context, deadline time.Time, p []byte) (int, error) {
	if err := s.handshake(ctx, deadline); err != nil {
		return 0, err
	}
	s.write.Lock()
	defer s.write.Unlock()
	s.under.Begin(ctx, deadline, true)
	return s.conn.Write(p)
}

// Raise implements socket.Layer.
func (s *session) Raise(err error, write bool) error {
	switch {
	case errors.Is(err, syscall.EAGAIN) && write:
		return raise(wantWrite, 3, "The operation did not complete (write) (_ssl.c:2600)")
	case errors.Is(err, syscall.EAGAIN):
		return raise(wantRead, 2, "The operation did not complete (read) (_ssl.c:2600)")
	case errors.Is(err, os.ErrDeadlineExceeded) && write:
		return object.Raise(object.TimeoutError, "The write operation timed out")
	case errors.Is(err, os.ErrDeadlineExceeded):
		return object.Raise(object.TimeoutError, "The read operation timed out")
	}
	return s.raiseHandshake(err)
}

func (s *session) raiseHandshake(err error) error {
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return object.Raise(object.TimeoutError, "_ssl.c:1011: The handshake operation timed out")
	}
	if errors.Is(err, errNoCertificate) {
		return raise(sslError, 1, "[SSL: NO_SHARED_CIPHER] no shared cipher (_ssl.c:1020)")
	}
	var e *web.Error
	if !errors.As(err, &e) {
		if n, _ := object.ErrnoOf(err); n != 0 {
			return object.RaiseOS(err, "")
		}
		err = web.HandshakeError(err, s.settings.host)
		if !errors.As(err, &e) {
			return object.RaiseOS(err, "")
		}
	}
	switch {
	case e.Kind != web.Secure:
		return object.RaiseOS(e.Err, "")
	case e.Number == 8:
		return raise(eofError, 8, e.Text)
	case strings.Contains(e.Text, "CERTIFICATE_VERIFY_FAILED"):
		x := newError(certificateErr, 1, e.Text)
		_, reason, _ := strings.Cut(strings.TrimSuffix(e.Text, " (_ssl.c:1020)"), "verify failed: ")
		x.Attrs.Set("reason", starlark.String("CERTIFICATE_VERIFY_FAILED"))
		x.Attrs.Set("library", starlark.String("SSL"))
		x.Attrs.Set("verify_message", starlark.String(reason))
		x.Attrs.Set("verify_code", starlark.MakeInt(verifyCode(reason)))
		return &object.Error{Exc: x}
	}
	x := newError(sslError, e.Number, e.Text)
	if _, reason, ok := strings.Cut(e.Text, "[SSL: "); ok {
		reason, _, _ = strings.Cut(reason, "]")
		x.Attrs.Set("reason", starlark.String(reason))
		x.Attrs.Set("library", starlark.String("SSL"))
	}
	return &object.Error{Exc: x}
}

// verifyCode is OpenSSL's number for what is wrong with a certificate.
func verifyCode(reason string) int {
	for text, code := range map[string]int{
		"Hostname mismatch": 62, "IP address mismatch": 64, "self-signed certificate in": 19, "unable to get local": 20,
		"certificate is not yet valid": 9, "certificate has expired": 10, "invalid CA": 24, "unsuitable": 26,
	} {
		if strings.HasPrefix(reason, text) {
			return code
		}
	}
	if reason == "self-signed certificate" {
		return 18
	}
	return 1
}

var funcs = []object.Def{
	{Sig: "_handshake(sock, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := sessionOf(a[0])
		if err != nil {
			return nil, err
		}
		deadline, _ := socket.Deadline(a[0])
		var herr error
		if err := t.Block(func(ctx gocontext.Context) error { herr = s.handshake(ctx, deadline); return nil }); err != nil {
			return nil, err
		}
		if herr != nil {
			return nil, s.raiseHandshake(herr)
		}
		return starlark.None, nil
	}},
	{Sig: "_close_notify(sock, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := sessionOf(a[0])
		if err != nil {
			return nil, err
		}
		if s.done {
			t.Block(func(ctx gocontext.Context) error {
				s.under.Begin(ctx, time.Now().Add(time.Second), true)
				return s.conn.CloseWrite()
			})
		}
		return starlark.None, nil
	}},
	{Sig: "_remove(sock, /)", Fn: func(t *thread, a args) (value, error) {
		socket.RemoveLayer(a[0])
		return starlark.None, nil
	}},
	{Sig: "_state(sock, /)", Doc: "(version, cipher, bits, protocol, peer's certificates) of a finished handshake, or None.", Fn: func(t *thread, a args) (value, error) {
		s, err := sessionOf(a[0])
		if err != nil || !s.done {
			return starlark.None, err
		}
		st := s.conn.ConnectionState()
		var peers []starlark.Value
		for _, c := range st.PeerCertificates {
			peers = append(peers, starlark.Tuple{object.MakeBytes(string(c.Raw)), describe(c)})
		}
		name, bits := cipherName(st.CipherSuite)
		return starlark.Tuple{starlark.String(versionName(st.Version)), starlark.String(name), starlark.MakeInt(bits),
			starlark.String(st.NegotiatedProtocol), starlark.NewList(peers)}, nil
	}},
	{Sig: "_describe(der, /)", Fn: func(t *thread, a args) (value, error) { return describeDER(a[0]) }},
}

func versionName(v uint16) string {
	return strings.Replace(strings.Replace(tls.VersionName(v), "TLS ", "TLSv", 1), "TLSv1.0", "TLSv1", 1)
}

// cipherName is OpenSSL's name for a cipher suite, and the length of its key.
func cipherName(id uint16) (string, int) {
	name := tls.CipherSuiteName(id)
	bits := 128
	if strings.Contains(name, "256") && !strings.Contains(name, "128") || strings.Contains(name, "CHACHA20") {
		bits = 256
	}
	if rest, ok := strings.CutPrefix(name, "TLS_ECDHE_"); ok { // before TLS 1.3
		rest = strings.NewReplacer("_WITH_", "-", "AES_128", "AES128", "AES_256", "AES256", "CHACHA20_POLY1305_SHA256", "CHACHA20-POLY1305", "_", "-", "-CBC", "").Replace(rest)
		name = "ECDHE-" + rest
	}
	return name, bits
}
