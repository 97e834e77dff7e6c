package web

// This file defines Trust: which certificates are believed, and how OpenSSL words
// what is wrong with one.

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/permit"
)

// Trust says which servers are believed. The zero value means those that the
// system's certificates vouch for. Files are read
// as package permit allows.
type Trust struct {
	Insecure bool // any certificate will do
	AnyName  bool // a trusted certificate for another name will do

	File string // PEM certificates; instead of the system's
	Dir  string // a folder of such files, or several as in PATH
	Data string // PEM certificates, besides File and Dir

	CertFile, KeyFile string // our own certificate; KeyFile "" if CertFile has both
	Min, Max          uint16 // TLS versions, tls.VersionTLS12 and so on; 0: the default
	ServerName        string // sent and checked in place of the host
	Protocols         string // ALPN, comma-separated; "" sends none
}

// EnvironTrust is the trust that the isolate's environment asks for: SSL_CERT_FILE
// and SSL_CERT_DIR. The caller must hold the lock.
func EnvironTrust(iso *isolate.Isolate) Trust {
	return Trust{File: Environ(iso, "SSL_CERT_FILE"), Dir: Environ(iso, "SSL_CERT_DIR")}
}

// A rootsEntry is a set of certificates that was read.
type rootsEntry struct {
	stamp string // of the files
	pool  *x509.CertPool
}

// TLSConfig returns the settings for a handshake with host. It reads files.
func (tr *Transport) TLSConfig(trust Trust, host string) (*tls.Config, error) {
	name := trust.ServerName
	if name == "" {
		name = ASCIIHost(host)
	}
	config := &tls.Config{ServerName: name, InsecureSkipVerify: trust.Insecure || trust.AnyName, MinVersion: trust.Min, MaxVersion: trust.Max}
	if trust.Protocols != "" {
		config.NextProtos = strings.Split(trust.Protocols, ",")
	}
	if !trust.Insecure {
		roots, err := tr.rootPool(trust)
		if err != nil {
			return nil, err
		}
		config.RootCAs = roots
		if trust.AnyName {
			config.VerifyConnection = func(s tls.ConnectionState) error {
				opts := x509.VerifyOptions{Roots: roots, Intermediates: x509.NewCertPool()}
				for _, c := range s.PeerCertificates[1:] {
					opts.Intermediates.AddCert(c)
				}
				if _, err := s.PeerCertificates[0].Verify(opts); err != nil {
					return &tls.CertificateVerificationError{UnverifiedCertificates: s.PeerCertificates, Err: err}
				}
				return nil
			}
		}
	}
	if trust.CertFile != "" {
		key := trust.KeyFile
		if key == "" {
			key = trust.CertFile
		}
		cert, err := tr.keyPair(trust.CertFile, key)
		if permit.IsDenied(err) {
			return nil, err
		}
		if err != nil {
			return nil, &Error{Kind: Secure, Err: err, Text: "[SSL] PEM lib (_ssl.c:3920)", Number: 9}
		}
		config.Certificates = []tls.Certificate{cert}
	}
	return config, nil
}

// keyPair is tls.LoadX509KeyPair.
func (tr *Transport) keyPair(certFile, keyFile string) (tls.Certificate, error) {
	fs := tr.files.Load()
	cert, err := fs.ReadFile(certFile, permit.Read)
	if err != nil {
		return tls.Certificate{}, err
	}
	key, err := fs.ReadFile(keyFile, permit.Read)
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(cert, key)
}

// rootPool returns the trusted certificates, or nil for the system's.
func (tr *Transport) rootPool(trust Trust) (*x509.CertPool, error) {
	if trust.File == "" && trust.Dir == "" && trust.Data == "" {
		return nil, nil
	}
	fs := tr.files.Load()
	var paths []string
	if trust.File != "" {
		paths = append(paths, trust.File)
	}
	for _, dir := range filepath.SplitList(trust.Dir) {
		entries, err := fs.ReadDir(dir)
		if permit.IsDenied(err) {
			return nil, err
		}
		// A folder that is not there has no certificates
		for _, e := range entries {
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	var stamp strings.Builder
	for _, p := range paths {
		if st, err := fs.Stat(p); err == nil {
			fmt.Fprintf(&stamp, "%s %d %d\n", p, st.Size(), st.ModTime().UnixNano())
		}
	}
	key := trust.File + "\x00" + trust.Dir + "\x00" + trust.Data
	tr.mu.Lock()
	entry := tr.roots[key]
	tr.mu.Unlock()
	if entry != nil && entry.stamp == stamp.String() {
		return entry.pool, nil
	}
	pool := x509.NewCertPool()
	for i, p := range paths {
		text, err := fs.ReadFile(p, permit.Read)
		if permit.IsDenied(err) {
			return nil, err
		}
		if err != nil && i == 0 && trust.File != "" {
			return nil, &Error{Kind: Secure, Err: err, Text: "No such file or directory", Number: 2}
		}
		if !pool.AppendCertsFromPEM(text) && i == 0 && trust.File != "" {
			return nil, &Error{Kind: Secure, Text: "[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4165)", Number: 136}
		}
	}
	pool.AppendCertsFromPEM([]byte(trust.Data))
	tr.mu.Lock()
	if tr.roots != nil {
		tr.roots[key] = &rootsEntry{stamp.String(), pool}
	}
	tr.mu.Unlock()
	return pool, nil
}

// HandshakeError turns the error of a TLS handshake with host into an *Error of
// kind Secure with OpenSSL's words, or of kind Broken for a connection that broke.
func HandshakeError(err error, host string) error {
	e := &Error{Kind: Secure, Err: err, Number: 1}
	failed := func(format string, args ...any) error {
		e.Text = "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: " + fmt.Sprintf(format, args...) + " (_ssl.c:1020)"
		return e
	}
	var authority x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var name x509.HostnameError
	var record tls.RecordHeaderError
	var verify *tls.CertificateVerificationError
	var alert tls.AlertError
	switch {
	case errors.As(err, &name):
		if net.ParseIP(host) != nil {
			return failed("IP address mismatch, certificate is not valid for '%s'.", host)
		}
		return failed("Hostname mismatch, certificate is not valid for '%s'.", host)
	case errors.As(err, &authority):
		if c := authority.Cert; c != nil && bytes.Equal(c.RawIssuer, c.RawSubject) {
			if errors.As(err, &verify) && len(verify.UnverifiedCertificates) > 1 {
				return failed("self-signed certificate in certificate chain")
			}
			return failed("self-signed certificate")
		}
		return failed("unable to get local issuer certificate")
	case errors.As(err, &invalid):
		switch invalid.Reason {
		case x509.Expired:
			if invalid.Cert != nil && time.Now().Before(invalid.Cert.NotBefore) {
				return failed("certificate is not yet valid")
			}
			return failed("certificate has expired")
		case x509.NotAuthorizedToSign:
			return failed("invalid CA certificate")
		case x509.IncompatibleUsage:
			return failed("unsuitable certificate purpose")
		}
		return failed("%s", invalid.Error())
	case errors.As(err, &verify):
		return failed("%s", verify.Err)
	case errors.As(err, &record):
		e.Text = "[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1020)"
		return e
	case errors.As(err, &alert):
		word := strings.ToUpper(strings.ReplaceAll(strings.TrimPrefix(alert.Error(), "tls: "), " ", "_"))
		e.Text = fmt.Sprintf("[SSL: TLSV1_ALERT_%s] tlsv1 alert %s (_ssl.c:1020)", word, strings.TrimPrefix(alert.Error(), "tls: "))
		return e
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		e.Number, e.Text = 8, "[SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1020)"
		return e
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE), errors.Is(err, net.ErrClosed):
		return &Error{Kind: Broken, Err: err}
	}
	e.Text = "[SSL] " + strings.TrimPrefix(err.Error(), "tls: ") + " (_ssl.c:1020)"
	return e
}
