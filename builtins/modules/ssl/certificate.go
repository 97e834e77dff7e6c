package ssl

// This file defines how a certificate looks as getpeercert() returns it.

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var attributeNames = map[string]string{
	"2.5.4.3": "commonName", "2.5.4.5": "serialNumber", "2.5.4.6": "countryName", "2.5.4.7": "localityName", "2.5.4.8": "stateOrProvinceName",
	"2.5.4.9": "streetAddress", "2.5.4.10": "organizationName", "2.5.4.11": "organizationalUnitName", "2.5.4.17": "postalCode",
	"1.2.840.113549.1.9.1": "emailAddress", "0.9.2342.19200300.100.1.25": "domainComponent",
}

func nameTuple(n pkix.Name) starlark.Tuple {
	var out starlark.Tuple
	for _, a := range n.Names {
		key := a.Type.String()
		if s, ok := attributeNames[key]; ok {
			key = s
		}
		out = append(out, starlark.Tuple{starlark.Tuple{starlark.String(key), starlark.String(fmt.Sprint(a.Value))}})
	}
	return out
}

func certTime(t time.Time) starlark.String {
	return starlark.String(t.UTC().Format("Jan _2 15:04:05 2006") + " GMT")
}

// describe returns a certificate as a dict.
func describe(c *x509.Certificate) *starlark.Dict {
	d := starlark.NewDict(8)
	d.SetKey(starlark.String("subject"), nameTuple(c.Subject))
	d.SetKey(starlark.String("issuer"), nameTuple(c.Issuer))
	d.SetKey(starlark.String("version"), starlark.MakeInt(c.Version))
	serial := strings.ToUpper(c.SerialNumber.Text(16))
	if len(serial)%2 == 1 {
		serial = "0" + serial
	}
	d.SetKey(starlark.String("serialNumber"), starlark.String(serial))
	d.SetKey(starlark.String("notBefore"), certTime(c.NotBefore))
	d.SetKey(starlark.String("notAfter"), certTime(c.NotAfter))
	var alt starlark.Tuple
	add := func(kind, s string) { alt = append(alt, starlark.Tuple{starlark.String(kind), starlark.String(s)}) }
	for _, s := range c.DNSNames {
		add("DNS", s)
	}
	for _, ip := range c.IPAddresses {
		add("IP Address", ip.String())
	}
	for _, s := range c.EmailAddresses {
		add("email", s)
	}
	for _, u := range c.URIs {
		add("URI", u.String())
	}
	if len(alt) > 0 {
		d.SetKey(starlark.String("subjectAltName"), alt)
	}
	for name, list := range map[string][]string{"OCSP": c.OCSPServer, "caIssuers": c.IssuingCertificateURL, "crlDistributionPoints": c.CRLDistributionPoints} {
		if len(list) > 0 {
			var t starlark.Tuple
			for _, s := range list {
				t = append(t, starlark.String(s))
			}
			d.SetKey(starlark.String(name), t)
		}
	}
	return d
}

func describeDER(v value) (value, error) {
	der, ok := types.BytesLike(v)
	if !ok {
		return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
	}
	c, err := x509.ParseCertificate([]byte(der))
	if err != nil {
		return nil, raise(sslError, 0, "not a certificate")
	}
	return describe(c), nil
}
