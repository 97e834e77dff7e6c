package socket

// This file defines address and its forms in scripts, and name resolution.

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/types"
)

// An address is where a socket is, or what it talks to.
type address struct {
	family int
	ip     netip.Addr
	port   int
	flow   uint32
	scope  uint32
	path   string // afUnix; a leading NUL: abstract
}

var (
	gaiError = object.NewClass(object.Spec{Name: "gaierror", Module: "socket", Base: object.OSError})
	hError   = object.NewClass(object.Spec{Name: "herror", Module: "socket", Base: object.OSError})
)

// The errors of getaddrinfo, with the numbers and words of the GNU library.
func raiseGai(number int) error {
	words := map[int]string{
		-1: "Bad value for ai_flags", -2: "Name or service not known", -3: "Temporary failure in name resolution",
		-4: "Non-recoverable failure in name resolution", -5: "No address associated with hostname",
		-6: "ai_family not supported", -7: "ai_socktype not supported", -8: "Servname not supported for ai_socktype",
		-9: "Address family for hostname not supported",
	}
	return &object.Error{Exc: osLike(gaiError, number, words[number])}
}

func raiseHost() error { return &object.Error{Exc: osLike(hError, 1, "Unknown host")} }

func osLike(class *object.Class, number int, reason string) *object.Instance {
	x := object.NewException(class, starlark.MakeInt(number), starlark.String(reason))
	x.Exception().SetField("errno", starlark.MakeInt(number))
	x.Exception().SetField("strerror", starlark.String(reason))
	return x
}

// value is the address as a script sees it.
func (a *address) value() value {
	if a == nil {
		return starlark.None
	}
	switch a.family {
	case afInet:
		return starlark.Tuple{starlark.String(a.ip.String()), starlark.MakeInt(a.port)}
	case afInet6:
		ip := netip.AddrFrom16(a.ip.As16())
		host := ip.String()
		if a.scope != 0 && ip.IsLinkLocalUnicast() {
			if i, err := net.InterfaceByIndex(int(a.scope)); err == nil {
				host += "%" + i.Name
			}
		}
		return starlark.Tuple{starlark.String(host), starlark.MakeInt(a.port), starlark.MakeInt64(int64(a.flow)), starlark.MakeInt64(int64(a.scope))}
	}
	if strings.HasPrefix(a.path, "\x00") {
		return object.MakeBytes(a.path)
	}
	return starlark.String(a.path)
}

// parseAddress reads the address argument of a method and looks its name up.
func parseAddress(t *thread, s *socket, v value, method string) (*address, error) {
	switch s.family {
	case afUnix:
		path, ok := object.Text(v)
		if !ok {
			if path, ok = types.BytesLike(v); !ok {
				return nil, object.Raise(object.TypeError, "a bytes-like object is required, not '%s'", object.TypeName(v))
			}
		}
		if len(path) > maxUnixPath {
			return nil, object.Raise(object.OSError, "AF_UNIX path too long")
		}
		if path != "" {
			var err error
			if path, err = socketPath(t, path); err != nil {
				return nil, err
			}
		}
		return &address{family: afUnix, path: path}, nil
	case afInet, afInet6:
	default:
		return nil, object.Raise(object.OSError, "%s(): bad family", method)
	}
	name, most := "AF_INET", 2
	if s.family == afInet6 {
		name, most = "AF_INET6", 4
	}
	parts, ok := object.Base(v).(starlark.Tuple)
	if !ok {
		return nil, object.Raise(object.TypeError, "%s(): %s address must be tuple, not %s", method, name, object.TypeName(v))
	}
	if len(parts) < 2 || len(parts) > most {
		if most == 2 {
			return nil, object.Raise(object.TypeError, "AF_INET address must be a pair (host, port)")
		}
		return nil, object.Raise(object.TypeError, "AF_INET6 address must be a tuple (host, port[, flowinfo[, scopeid]])")
	}
	host, err := hostArg(parts[0])
	if err != nil {
		return nil, err
	}
	port, err := object.Int(t, parts[1])
	if err != nil && !object.IsException(err, object.OverflowError) {
		return nil, err
	}
	if err != nil || port < 0 || port > 65535 {
		return nil, object.Raise(object.OverflowError, "%s(): port must be 0-65535.", method)
	}
	a := &address{family: s.family, port: port}
	for i, to := range []*uint32{&a.flow, &a.scope} {
		if len(parts) > 2+i {
			n, err := object.Int(t, parts[2+i])
			if err != nil {
				return nil, err
			}
			if i == 0 && (n < 0 || n > 0xfffff) {
				return nil, object.Raise(object.OverflowError, "%s(): flowinfo must be 0-1048575.", method)
			}
			*to = uint32(n)
		}
	}
	if err := permit.Net(t, host, port); err != nil {
		return nil, err
	}
	ips, err := lookup(t, host, s.family)
	if err != nil {
		return nil, err
	}
	a.ip = ips[0]
	if err := permit.Raise(permit.Of(t).Control("tcp", net.JoinHostPort(a.ip.WithZone("").String(), strconv.Itoa(port)), nil)); err != nil {
		return nil, err
	}
	if zone := a.ip.Zone(); zone != "" && a.scope == 0 {
		a.scope = zoneIndex(zone)
		a.ip = a.ip.WithZone("")
	}
	return a, nil
}

// socketPath is the path of a Unix socket as the operating system finds it, once
// it may be read and written. An abstract one has a name and no path.
func socketPath(t *thread, path string) (string, error) {
	if path[0] == 0 {
		return path, permit.Raise(permit.Of(t).Abstract(path[1:]))
	}
	fs := permit.Files(t)
	if !fs.Limited() {
		wd, err := fs.Getwd()
		if own, oerr := os.Getwd(); filepath.IsAbs(path) || err != nil || oerr != nil || own == wd {
			return path, nil
		}
		return filepath.Join(wd, path), nil
	}
	// A link at its end is followed here, not by the operating system.
	real, err := fs.Path(path, permit.Read|permit.Write)
	return real, object.RaiseOS(err, path)
}

func zoneIndex(zone string) uint32 {
	if n, err := strconv.ParseUint(zone, 10, 32); err == nil {
		return uint32(n)
	}
	if i, err := net.InterfaceByName(zone); err == nil {
		return uint32(i.Index)
	}
	return 0
}

func hostArg(v value) (string, error) {
	host, ok := object.Text(v)
	if !ok {
		if host, ok = types.BytesLike(v); !ok {
			return "", object.Raise(object.TypeError, "str, bytes or bytearray expected, not %s", object.TypeName(v))
		}
	}
	if strings.IndexByte(host, 0) >= 0 {
		return "", object.Raise(object.ValueError, "host name must not contain null character")
	}
	return host, nil
}

// lookup returns the addresses of a host in a family (0: any), at least one.
func lookup(t *thread, host string, family int) ([]netip.Addr, error) {
	switch {
	case host == "" && family == afInet6:
		return []netip.Addr{netip.IPv6Unspecified()}, nil
	case host == "":
		return []netip.Addr{netip.IPv4Unspecified()}, nil
	case host == "<broadcast>":
		return []netip.Addr{netip.AddrFrom4([4]byte{255, 255, 255, 255})}, nil
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		if family == afInet && !ip.Is4() || family == afInet6 && ip.Is4() {
			return nil, raiseGai(-9)
		}
		return []netip.Addr{ip}, nil
	}
	if ip, ok := parseAton(host); ok {
		if family == afInet6 {
			return nil, raiseGai(-9)
		}
		return []netip.Addr{ip}, nil
	}
	network := "ip"
	if family == afInet {
		network = "ip4"
	} else if family == afInet6 {
		network = "ip6"
	}
	var ips []netip.Addr
	err := t.Block(func(ctx context.Context) (err error) {
		ips, err = net.DefaultResolver.LookupNetIP(ctx, network, host)
		return err
	})
	if err != nil {
		var de *net.DNSError
		if errors.As(err, &de) && (de.IsTimeout || de.IsTemporary) && !de.IsNotFound {
			return nil, raiseGai(-3)
		}
		var ae *net.AddrError
		if errors.As(err, &de) || errors.As(err, &ae) {
			return nil, raiseGai(-2)
		}
		return nil, object.RaiseOS(err, "")
	}
	for i, ip := range ips {
		ips[i] = ip.Unmap()
	}
	if len(ips) == 0 {
		return nil, raiseGai(-5)
	}
	return ips, nil
}

// parseAton reads an IPv4 address as inet_aton does: one to four numbers, each
// decimal, octal or hexadecimal, the last filling what is left.
func parseAton(s string) (netip.Addr, bool) {
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return netip.Addr{}, false
	}
	var n uint64
	for i, p := range parts {
		base := 10
		if len(p) > 1 && p[0] == '0' {
			base = 8
			if p[1]|0x20 == 'x' {
				base, p = 16, p[2:]
			}
		}
		v, err := strconv.ParseUint(p, base, 32)
		if err != nil {
			return netip.Addr{}, false
		}
		bits := 8
		if i == len(parts)-1 {
			bits = 8 * (5 - len(parts))
		}
		if v >= 1<<bits {
			return netip.Addr{}, false
		}
		n = n<<bits | v
	}
	return netip.AddrFrom4([4]byte{byte(n >> 24), byte(n >> 16), byte(n >> 8), byte(n)}), true
}
