package requests

// This file defines how addresses and forms are written: what a script gives as
// a URL made into one that can be sent, and parameters in the form of a query.

import (
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/web"
)

const (
	alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	unreserved   = alphanumeric + "-._~"
	userChars    = unreserved + "!$&'()*+,;=:"
	pathChars    = userChars + "@/"
	queryChars   = pathChars + "?"
	// What requests leaves as it is in a whole URL.
	wholeChars = unreserved + "!#$&'()*+,/:;=?@[]%"
)

const hexDigits = "0123456789ABCDEF"

func quote(s, safe string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c < 0x80 && strings.IndexByte(safe, c) >= 0 {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
		}
	}
	return b.String()
}

func plain(s, safe string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 || strings.IndexByte(safe, s[i]) < 0 {
			return false
		}
	}
	return true
}

func isHex(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// encodeInvalid percent-encodes what may not stand in a part of a URL. If every
// percent sign begins an escape they are escapes, else they are text.
func encodeInvalid(s, safe string) string {
	if plain(s, safe) {
		return s
	}
	escaped := true
	b := []byte(s)
	for i := 0; i < len(b); i++ {
		if b[i] == '%' {
			if i+2 < len(b) && isHex(b[i+1]) && isHex(b[i+2]) {
				continue
			}
			escaped = false
		}
	}
	// Escapes are written in upper case, be they meant so or not.
	for i := 0; i+2 < len(b); i++ {
		if b[i] == '%' && isHex(b[i+1]) && isHex(b[i+2]) {
			copy(b[i:], strings.ToUpper(string(b[i:i+3])))
		}
	}
	if escaped {
		safe += "%"
	}
	return quote(string(b), safe)
}

// removeDots resolves "." and ".." in a path (RFC 3986, 5.2.4).
func removeDots(path string) string {
	if !strings.Contains(path, "/.") {
		return path
	}
	segments := strings.Split(path, "/")
	var out []string
	for _, s := range segments {
		switch s {
		case ".":
		case "..":
			if len(out) > 0 {
				out = out[:len(out)-1]
			}
		default:
			out = append(out, s)
		}
	}
	if strings.HasPrefix(path, "/") && (len(out) == 0 || out[0] != "") {
		out = append([]string{""}, out...)
	}
	if strings.HasSuffix(path, "/.") || strings.HasSuffix(path, "/..") {
		out = append(out, "")
	}
	return strings.Join(out, "/")
}

// lazily compiles an expression when it is first used.
func lazily(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

var (
	schemeRE = lazily(`^(?:[a-zA-Z][a-zA-Z0-9+-]*:|/)`)
	uriRE    = lazily(`(?s)^(?:([a-zA-Z][a-zA-Z0-9+.-]*):)?(?://([^\\/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$`)
	hostRE   = lazily(`(?s)^((?:[^\[\]%:/?#]|%[a-fA-F0-9]{2})*|\[[0-9A-Fa-f:.]+(?:%[^\]]+)?\])(?::([0-9]{0,5}))?$`)
)

// parts are a URL taken apart.
type parts struct {
	scheme, auth, host, port, path, query, fragment string
	hasQuery, hasFragment                           bool
}

// invalidHost finds what no host may contain.
func invalidHost(host string) string {
	for i := range len(host) {
		if host[i] <= ' ' || host[i] == 0x7f {
			return "Host " + pyRepr(host) + " contains invalid character " + pyRepr(host[i:i+1])
		}
	}
	return ""
}

// splitURL takes a URL apart and puts each part in normal form. wrong says what is
// wrong with it, in urllib3's words.
func splitURL(text string) (p parts, wrong string) {
	if text == "" {
		return p, ""
	}
	s := text
	if !schemeRE().MatchString(s) {
		s = "//" + s
	}
	m := uriRE().FindStringSubmatchIndex(s)
	if m == nil {
		return p, s
	}
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s[m[2*i]:m[2*i+1]]
	}
	p.scheme = strings.ToLower(group(1))
	normal := p.scheme == "" || p.scheme == "http" || p.scheme == "https"
	authority := group(2)
	if i := strings.LastIndexByte(authority, '@'); i >= 0 {
		p.auth = authority[:i]
		authority = authority[i+1:]
		if normal {
			p.auth = encodeInvalid(p.auth, userChars)
		}
	}
	h := hostRE().FindStringSubmatch(authority)
	if wrong := invalidHost(authority); wrong != "" {
		return p, wrong
	}
	if h == nil {
		return p, pyRepr(authority) + " is not a valid host or port"
	}
	p.host, p.port = h[1], h[2]
	if p.port != "" {
		n, err := strconv.Atoi(p.port)
		if err != nil || n > 65535 {
			return p, s
		}
		p.port = strconv.Itoa(n)
	}
	p.path, p.query, p.fragment = group(3), group(4), group(5)
	p.hasQuery, p.hasFragment = m[8] >= 0, m[10] >= 0
	if normal {
		p.host = strings.ToLower(p.host)
		p.path = encodeInvalid(removeDots(p.path), pathChars)
		p.query = encodeInvalid(p.query, queryChars)
		p.fragment = encodeInvalid(p.fragment, queryChars)
	}
	return p, ""
}

// requote undoes escapes of what needs none and escapes the rest.
func requote(uri string) string {
	if !strings.Contains(uri, "%") && plain(uri, wholeChars) {
		return uri
	}
	var b strings.Builder
	safe := wholeChars
	for i := 0; i < len(uri); i++ {
		if uri[i] == '%' && i+2 < len(uri) {
			if isHex(uri[i+1]) && isHex(uri[i+2]) {
				n, _ := strconv.ParseUint(uri[i+1:i+3], 16, 8)
				if strings.IndexByte(unreserved, byte(n)) >= 0 {
					b.WriteByte(byte(n))
					i += 2
					continue
				}
			} else if strings.IndexByte(alphanumeric, uri[i+1]) >= 0 && strings.IndexByte(alphanumeric, uri[i+2]) >= 0 {
				// A sign that begins no escape: then all are text.
				return quote(uri, strings.TrimSuffix(wholeChars, "%"))
			}
		}
		b.WriteByte(uri[i])
	}
	return quote(b.String(), safe)
}

// prepareURL returns the URL to send, or the name of an exception and its message.
func prepareURL(url, params string) (result, failure, message string) {
	url = strings.TrimLeft(url, " \t\n\r\v\f\u0085\u00a0")
	if strings.Contains(url, ":") && !strings.HasPrefix(strings.ToLower(url[:min(8, len(url))]), "http") {
		return url, "", ""
	}
	invalid := func(s string) string {
		return "Invalid URL " + pyRepr(url) + s
	}
	p, wrong := splitURL(url)
	if wrong != "" {
		return "", "InvalidURL", "Failed to parse: " + wrong
	}
	if p.scheme == "" {
		return "", "MissingSchema", invalid(": No scheme supplied. Perhaps you meant https://" + url + "?")
	}
	if p.host == "" {
		return "", "InvalidURL", invalid(": No host supplied")
	}
	if !plain(p.host, printable) {
		p.host = web.ASCIIHost(p.host)
		for _, label := range strings.Split(p.host, ".") {
			if len(label) > 63 || label == "" {
				return "", "InvalidURL", "URL has an invalid label."
			}
		}
	} else if p.host[0] == '*' || p.host[0] == '.' {
		return "", "InvalidURL", "URL has an invalid label."
	}
	var b strings.Builder
	b.WriteString(p.scheme + "://")
	if p.auth != "" {
		b.WriteString(p.auth + "@")
	}
	b.WriteString(p.host)
	if p.port != "" {
		b.WriteString(":" + p.port)
	}
	if p.path == "" {
		p.path = "/"
	}
	b.WriteString(p.path)
	if params != "" {
		if p.query != "" {
			p.query += "&"
		}
		p.query += params
	}
	if p.query != "" {
		b.WriteString("?" + p.query)
	}
	if p.fragment != "" {
		b.WriteString("#" + p.fragment)
	}
	return requote(b.String()), "", ""
}

var printable = func() string {
	var b strings.Builder
	for c := byte(1); c < 0x80; c++ {
		b.WriteByte(c)
	}
	return b.String()
}()

func pyRepr(s string) string {
	r, _ := object.Repr(nil, starlark.String(s))
	return r
}

// quotePlus is urllib.parse.quote_plus.
func quotePlus(s string) string {
	if plain(s, unreserved) {
		return s
	}
	return strings.ReplaceAll(quote(s, unreserved+" "), " ", "+")
}

// fieldText is a key or value of a form as bytes.
func fieldText(t *thread, v value) (string, error) {
	if s, ok := object.Text(v); ok {
		return s, nil
	}
	if s, ok := object.BytesContent(v); ok {
		return s, nil
	}
	return object.Str(t, v)
}

// encodeForm writes a mapping or pairs as a query. A value that is a sequence
// stands for one field each, and None for none.
func encodeForm(t *thread, v value) (string, error) {
	var b strings.Builder
	err := eachPair(t, v, func(k, v value) error {
		key, err := fieldText(t, k)
		if err != nil {
			return err
		}
		one := func(v value) error {
			if v == starlark.None {
				return nil
			}
			s, err := fieldText(t, v)
			if err != nil {
				return err
			}
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(quotePlus(key) + "=" + quotePlus(s))
			return nil
		}
		_, text := object.Text(v)
		_, raw := object.BytesContent(v)
		if text || raw || v == starlark.None {
			return one(v)
		}
		if _, number := object.Base(v).(starlark.Int); number {
			return one(v)
		}
		if _, ok := v.(starlark.Iterable); !ok && object.Special(v, "__iter__") == nil {
			return one(v)
		}
		return object.ForEach(t, v, one)
	})
	return b.String(), err
}

// address is what a connection needs to know of a URL.
type address struct {
	secure bool
	host   string
	port   int
	netloc string // as the Host field has it
	target string // path and query
	whole  string // for a proxy: without fragment and password
}

// parseAddress takes apart a URL that prepareURL made, or one that a script put
// in its place.
func parseAddress(url string) (a address, ok bool) {
	p, wrong := splitURL(url)
	if wrong != "" || p.host == "" || p.scheme != "http" && p.scheme != "https" {
		return a, false
	}
	a.secure = p.scheme == "https"
	a.host = strings.Trim(p.host, "[]")
	if !plain(a.host, printable) {
		a.host = web.ASCIIHost(a.host)
	}
	a.netloc = p.host
	if strings.HasPrefix(p.host, "[") {
		if ip, err := netip.ParseAddr(a.host); err == nil && ip.Zone() != "" {
			a.netloc = "[" + ip.WithZone("").String() + "]"
		}
	}
	a.port = 80
	if a.secure {
		a.port = 443
	}
	if p.port != "" {
		n, _ := strconv.Atoi(p.port)
		if n != a.port {
			a.netloc += ":" + p.port
		}
		a.port = n
	}
	a.target = p.path
	if a.target == "" || a.target[0] != '/' {
		a.target = "/" + a.target
	}
	if p.hasQuery {
		a.target += "?" + p.query
	}
	a.whole = p.scheme + "://" + p.host
	if p.port != "" {
		a.whole += ":" + p.port
	}
	a.whole += a.target
	return a, true
}
