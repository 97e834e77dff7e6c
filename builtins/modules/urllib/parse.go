package urllib

// This file defines the inner part of urllib.parse: splitting, joining and
// quoting of text.

import (
	"net/netip"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// The schemes whose addresses may be relative, and those that have a host.
var (
	usesRelative = set(" ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss")
	usesNetloc   = set(" ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync" +
		" svn svn+ssh sftp nfs git git+ssh ws wss itms-services")
	usesParams = set(" ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel")
)

func set(names string) map[string]bool {
	m := make(map[string]bool)
	for _, n := range strings.Split(names, " ") {
		m[n] = true
	}
	return m
}

// An address is what urlparse takes apart.
type address struct {
	scheme, netloc, path, params, query, fragment string
}

var futureHost = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^v[a-fA-F0-9]+\..+$`) })

// split takes an address apart as far as urlsplit does: params stay in path.
func split(url, scheme string, fragments bool) (address, error) {
	blank := func(r rune) bool { return r <= ' ' }
	remove := strings.NewReplacer("\t", "", "\r", "", "\n", "")
	url = remove.Replace(strings.TrimLeftFunc(url, blank))
	a := address{scheme: remove.Replace(strings.TrimFunc(scheme, blank))}
	if i := strings.IndexByte(url, ':'); i > 0 && isScheme(url[:i]) {
		a.scheme, url = strings.ToLower(url[:i]), url[i+1:]
	}
	if rest, ok := strings.CutPrefix(url, "//"); ok {
		end := strings.IndexAny(rest, "/?#")
		if end < 0 {
			end = len(rest)
		}
		a.netloc, url = rest[:end], rest[end:]
		if err := checkNetloc(a.netloc); err != nil {
			return a, err
		}
	}
	if fragments {
		url, a.fragment, _ = strings.Cut(url, "#")
	}
	a.path, a.query, _ = strings.Cut(url, "?")
	return a, nil
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		letter := 'a' <= c && c <= 'z' && s[i] >= 'A'
		if !letter && (i == 0 || (s[i] < '0' || s[i] > '9') && s[i] != '+' && s[i] != '-' && s[i] != '.') {
			return false
		}
	}
	return s != ""
}

func checkNetloc(netloc string) error {
	opens, closes := strings.Contains(netloc, "["), strings.Contains(netloc, "]")
	if opens != closes {
		return object.Raise(object.ValueError, "Invalid IPv6 URL")
	}
	if opens {
		_, host, _ := strings.Cut(netloc, "[")
		host, _, _ = strings.Cut(host, "]")
		if strings.HasPrefix(host, "v") {
			if !futureHost().MatchString(host) {
				return object.Raise(object.ValueError, "IPvFuture address is invalid")
			}
		} else if ip, err := netip.ParseAddr(host); err != nil {
			return object.Raise(object.ValueError, "%s does not appear to be an IPv4 or IPv6 address", text.Repr(host))
		} else if ip.Is4() {
			return object.Raise(object.ValueError, "An IPv4 address cannot be in brackets")
		}
	}
	for _, r := range netloc {
		if r >= utf8.RuneSelf && spells(r) {
			return object.Raise(object.ValueError, "netloc '%s' contains invalid characters under NFKC normalization", netloc)
		}
	}
	return nil
}

// spells reports whether a character stands, in compatibility form, for text
// with a delimiter in it: those of Unicode 15 whose NFKC has one of / ? # @ :.
func spells(r rune) bool {
	switch r {
	case 0x2047, 0x2048, 0x2049, 0x2100, 0x2101, 0x2105, 0x2106, 0x2A74,
		0xFE13, 0xFE16, 0xFE55, 0xFE56, 0xFE5F, 0xFE6B, 0xFF03, 0xFF0F, 0xFF1A, 0xFF1F, 0xFF20:
		return true
	}
	return false
}

// cutParams moves the parameters of the last part of the path to params.
func (a *address) cutParams() {
	if !usesParams[a.scheme] {
		return
	}
	start := strings.LastIndexByte(a.path, '/') + 1
	if i := strings.IndexByte(a.path[start:], ';'); i >= 0 {
		a.path, a.params = a.path[:start+i], a.path[start+i+1:]
	}
}

func (a address) String() string {
	url := a.path
	if a.params != "" {
		url += ";" + a.params
	}
	switch {
	case a.netloc != "":
		if url != "" && url[0] != '/' {
			url = "/" + url
		}
		url = "//" + a.netloc + url
	case strings.HasPrefix(url, "//"):
		url = "//" + url
	case a.scheme != "" && usesNetloc[a.scheme] && (url == "" || url[0] == '/'):
		url = "//" + url
	}
	if a.scheme != "" {
		url = a.scheme + ":" + url
	}
	if a.query != "" {
		url += "?" + a.query
	}
	if a.fragment != "" {
		url += "#" + a.fragment
	}
	return url
}

// join resolves url against base (RFC 3986, section 5.2, as CPython reads it).
func join(base, url string, fragments bool) (string, error) {
	b, err := split(base, "", fragments)
	if err != nil {
		return "", err
	}
	b.cutParams()
	u, err := split(url, b.scheme, fragments)
	if err != nil {
		return "", err
	}
	u.cutParams()
	if u.scheme != b.scheme || !usesRelative[u.scheme] {
		return url, nil
	}
	if usesNetloc[u.scheme] {
		if u.netloc != "" {
			return u.String(), nil
		}
		u.netloc = b.netloc
	}
	if u.path == "" && u.params == "" {
		u.path, u.params = b.path, b.params
		if u.query == "" {
			u.query = b.query
		}
		return u.String(), nil
	}
	parts := strings.Split(u.path, "/")
	if u.path == "" || u.path[0] != '/' {
		folder := strings.Split(b.path, "/")
		if folder[len(folder)-1] != "" {
			folder = folder[:len(folder)-1]
		}
		all := append(folder, parts...)
		parts = all[:0:0]
		for i, p := range all {
			if p != "" || i == 0 || i == len(all)-1 {
				parts = append(parts, p)
			}
		}
	}
	resolved := make([]string, 0, len(parts)+1)
	for _, p := range parts {
		switch p {
		case "..":
			resolved = resolved[:max(len(resolved)-1, 0)]
		case ".":
		default:
			resolved = append(resolved, p)
		}
	}
	if last := parts[len(parts)-1]; last == "." || last == ".." {
		resolved = append(resolved, "")
	}
	if u.path = strings.Join(resolved, "/"); u.path == "" {
		u.path = "/"
	}
	return u.String(), nil
}

// quote writes all bytes but letters, digits, _.-~ and safe as %XX.
func quote(b, safe string) string {
	const hex = "0123456789ABCDEF"
	var keep [256]bool
	for c := range 128 {
		keep[c] = '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z' && c >= 'A' || strings.IndexByte("_.-~", byte(c)) >= 0
	}
	for i := range len(safe) {
		if safe[i] < utf8.RuneSelf {
			keep[safe[i]] = true
		}
	}
	n := 0
	for i := range len(b) {
		if !keep[b[i]] {
			n++
		}
	}
	if n == 0 {
		return b
	}
	out := make([]byte, 0, len(b)+2*n)
	for i := range len(b) {
		if c := b[i]; keep[c] {
			out = append(out, c)
		} else {
			out = append(out, '%', hex[c>>4], hex[c&15])
		}
	}
	return string(out)
}

// unquote turns %XX into bytes and leaves what only looks like it.
func unquote(s string) string {
	i := strings.IndexByte(s, '%')
	if i < 0 {
		return s
	}
	out := append(make([]byte, 0, len(s)), s[:i]...)
	for ; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) {
			if hi, lo := digit(s[i+1]), digit(s[i+2]); hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return string(out)
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// unquoteText decodes what the escapes in a text stand for. Characters that are
// not ASCII end a sequence of escapes: they are text already.
func unquoteText(s, encoding, errors string) (string, error) {
	var out strings.Builder
	for len(s) > 0 {
		n := 0
		for n < len(s) && s[n] < utf8.RuneSelf {
			n++
		}
		d, err := text.DecodeBytes(unquote(s[:n]), encoding, errors)
		if err != nil {
			return "", object.TextError(err)
		}
		out.WriteString(d)
		m := n
		for m < len(s) && s[m] >= utf8.RuneSelf {
			m++
		}
		out.WriteString(s[n:m])
		s = s[m:]
	}
	return out.String(), nil
}

// str is a text argument of the functions below, which parse.py has checked.
func str(v value) string {
	s, _ := object.Text(v)
	return s
}

var parseFuncs = []object.Def{
	{Sig: "_split(url, scheme, fragments, /)", Fn: func(t *thread, a args) (value, error) {
		u, err := split(str(a[0]), str(a[1]), a[2] == starlark.True)
		return starlark.Tuple{starlark.String(u.scheme), starlark.String(u.netloc), starlark.String(u.path),
			starlark.String(u.query), starlark.String(u.fragment)}, err
	}},
	{Sig: "_parse(url, scheme, fragments, /)", Fn: func(t *thread, a args) (value, error) {
		u, err := split(str(a[0]), str(a[1]), a[2] == starlark.True)
		u.cutParams()
		return starlark.Tuple{starlark.String(u.scheme), starlark.String(u.netloc), starlark.String(u.path),
			starlark.String(u.params), starlark.String(u.query), starlark.String(u.fragment)}, err
	}},
	{Sig: "_unparse(scheme, netloc, path, params, query, fragment, /)", Fn: func(t *thread, a args) (value, error) {
		return starlark.String(address{str(a[0]), str(a[1]), str(a[2]), str(a[3]), str(a[4]), str(a[5])}.String()), nil
	}},
	{Sig: "_join(base, url, fragments, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := join(str(a[0]), str(a[1]), a[2] == starlark.True)
		return starlark.String(s), err
	}},
	{Sig: "_quote(data, safe, /)", Fn: func(t *thread, a args) (value, error) {
		b, _ := types.BytesLike(a[0])
		safe, ok := types.BytesLike(a[1])
		if !ok {
			safe = str(a[1])
		}
		return starlark.String(quote(b, safe)), nil
	}},
	{Sig: "_quote_text(text, safe, /)", Fn: func(t *thread, a args) (value, error) {
		b, err := text.EncodeText(str(a[0]), "utf-8", "strict")
		if err != nil {
			return nil, object.TextError(err)
		}
		safe, ok := types.BytesLike(a[1])
		if !ok {
			safe = str(a[1])
		}
		return starlark.String(quote(b, safe)), nil
	}},
	{Sig: "_unquote_bytes(data, /)", Fn: func(t *thread, a args) (value, error) {
		b, ok := types.BytesLike(a[0])
		if !ok {
			b = str(a[0])
		}
		return object.MakeBytes(unquote(b)), nil
	}},
	{Sig: "_unquote_text(text, encoding, errors, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := unquoteText(str(a[0]), str(a[1]), str(a[2]))
		return starlark.String(s), err
	}},
}
