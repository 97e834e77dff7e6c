package ssl

// This file defines context, the certificates of an SSLContext, and the settings
// of a handshake.

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/types"
	"starpool/builtins/web"
)

var contextClass = object.NewClass(object.Spec{Name: "_Context", Module: "ssl", Final: true})

// A context is the State of a _Context.
type context struct {
	defaults    bool   // the system's authorities count
	authorities string // PEM, one after the other
	dirs        []string
	own         []tls.Certificate
}

func contextOf(v value) (*context, error) {
	if x, ok := v.(*object.Instance); ok {
		if c, ok := x.State.(*context); ok {
			return c, nil
		}
	}
	return nil, object.Raise(object.TypeError, "not an SSLContext")
}

// readFile reads a file as an open() of the script would.
func readFile(t *thread, v value) (string, error) {
	path, err := files.Path(t, v)
	if err != nil {
		return "", err
	}
	b, err := permit.Files(t).ReadFile(path, permit.Read)
	if permit.IsDenied(err) {
		return "", permit.Raise(err)
	}
	return string(b), object.RaiseOS(err, "")
}

// certificates counts the certificates in PEM text.
func certificates(text string) int {
	n := 0
	for rest := []byte(text); ; {
		var b *pem.Block
		if b, rest = pem.Decode(rest); b == nil {
			return n
		}
		if b.Type == "CERTIFICATE" {
			if _, err := x509.ParseCertificate(b.Bytes); err == nil {
				n++
			}
		}
	}
}

const (
	noCertificate = "[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4149)"
	badPEM        = "[SSL] PEM lib (_ssl.c:3905)"
	mismatch      = "[X509: KEY_VALUES_MISMATCH] key values mismatch (_ssl.c:3912)"
)

func init() {
	contextClass.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		return object.Make(cls, t, &context{}), nil
	}
	contextClass.AddMethods(
		object.Def{Sig: "load_defaults(self, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextOf(a[0])
			if err == nil {
				c.defaults = true
			}
			return starlark.None, err
		}},
		object.Def{Sig: "load_file(self, path, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextOf(a[0])
			if err != nil {
				return nil, err
			}
			text, err := readFile(t, a[1])
			if err != nil {
				return nil, err
			}
			if certificates(text) == 0 {
				return nil, raise(sslError, 136, noCertificate)
			}
			c.authorities += "\n" + text
			return starlark.None, nil
		}},
		object.Def{Sig: "load_folder(self, path, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextOf(a[0])
			if err != nil {
				return nil, err
			}
			path, err := files.Path(t, a[1])
			c.dirs = append(c.dirs, path)
			return starlark.None, err
		}},
		object.Def{Sig: "load_data(self, data, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextOf(a[0])
			if err != nil {
				return nil, err
			}
			text, ok := object.Text(a[1])
			if !ok {
				der, ok := types.BytesLike(a[1])
				if !ok {
					return nil, object.Raise(object.TypeError, "cadata should be an ASCII string or a bytes-like object")
				}
				list, err := x509.ParseCertificates([]byte(der))
				if err != nil || len(list) == 0 {
					return nil, raise(sslError, 0, "not enough data: cadata does not contain a certificate (_ssl.c:4044)")
				}
				for _, cert := range list {
					text += string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: cert.Raw}))
				}
			}
			if certificates(text) == 0 {
				return nil, raise(sslError, 0, "no start line: cadata does not contain a certificate (_ssl.c:4040)")
			}
			c.authorities += "\n" + text
			return starlark.None, nil
		}},
		object.Def{Sig: "load_chain(self, certfile, keyfile, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextOf(a[0])
			if err != nil {
				return nil, err
			}
			cert, err := readFile(t, a[1])
			if err != nil {
				return nil, err
			}
			key := cert
			if a[2] != starlark.None {
				if key, err = readFile(t, a[2]); err != nil {
					return nil, err
				}
			}
			pair, err := tls.X509KeyPair([]byte(cert), []byte(key))
			if err != nil {
				if strings.Contains(err.Error(), "does not match") {
					return nil, raise(sslError, 116, mismatch)
				}
				return nil, raise(sslError, 9, badPEM)
			}
			c.own = append(c.own[:0:0], pair)
			return starlark.None, nil
		}},
		object.Def{Sig: "count(self, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextOf(a[0])
			if err != nil {
				return nil, err
			}
			return starlark.MakeInt(certificates(c.authorities)), nil
		}},
		object.Def{Sig: "authorities(self, binary, /)", Fn: func(t *thread, a args) (value, error) {
			c, err := contextOf(a[0])
			if err != nil {
				return nil, err
			}
			var out []starlark.Value
			for rest := []byte(c.authorities); ; {
				var b *pem.Block
				if b, rest = pem.Decode(rest); b == nil {
					return starlark.NewList(out), nil
				}
				if a[1] == starlark.True {
					out = append(out, object.MakeBytes(string(b.Bytes)))
				} else if cert, err := x509.ParseCertificate(b.Bytes); err == nil {
					out = append(out, describe(cert))
				}
			}
		}},
		object.Def{Sig: "wrap(self, old, new, server_side, server_hostname, verify, check_hostname, minimum, maximum, protocols, /)", Fn: wrap},
	)
}

// settings makes the configuration of a handshake, without the lock.
type settings struct {
	context
	server           bool
	host             string
	verify           int // CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED
	checkHost        bool
	minimum, maximum uint16
	protocols        string
	defaultTrust     web.Trust
	transport        *web.Transport
}

// trust is what the context believes, for package web.
func (s *settings) trust() web.Trust {
	tr := web.Trust{}
	if s.defaults {
		tr = s.defaultTrust
	}
	tr.Data = s.authorities
	if !s.defaults && tr.Data == "" {
		tr.Data = "\n" // none at all, instead of the system's
	}
	if len(s.dirs) > 0 {
		tr.Dir = strings.Join(append([]string{tr.Dir}, s.dirs...), string(listSeparator))
	}
	tr.Insecure, tr.AnyName = s.verify == 0, !s.checkHost
	tr.Min, tr.Max, tr.Protocols = s.minimum, s.maximum, s.protocols
	return tr
}

func (s *settings) config() (*tls.Config, error) {
	if !s.server {
		config, err := s.transport.TLSConfig(s.trust(), s.host)
		if err != nil {
			return nil, err
		}
		config.Certificates = s.own
		if s.host == "" {
			config.ServerName = ""
		}
		return config, nil
	}
	if len(s.own) == 0 {
		return nil, errNoCertificate
	}
	config := &tls.Config{Certificates: s.own, MinVersion: s.minimum, MaxVersion: s.maximum}
	if s.protocols != "" {
		config.NextProtos = strings.Split(s.protocols, ",")
	}
	if s.verify > 0 {
		config.ClientAuth = tls.VerifyClientCertIfGiven
		if s.verify == 2 {
			config.ClientAuth = tls.RequireAndVerifyClientCert
		}
		config.ClientCAs = x509.NewCertPool()
		config.ClientCAs.AppendCertsFromPEM([]byte(s.authorities))
	}
	return config, nil
}

var errNoCertificate = errors.New("no certificate")
