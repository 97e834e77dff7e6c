package socket

// This file defines the module's functions: names, addresses and numbers.

import (
	"context"
	"encoding/binary"
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
)

// services are the well-known names, for systems without a list of their own.
var services = map[string]int{
	"ftp-data": 20, "ftp": 21, "ssh": 22, "telnet": 23, "smtp": 25, "domain": 53, "tftp": 69, "http": 80, "pop3": 110, "ntp": 123,
	"imap2": 143, "snmp": 161, "ldap": 389, "https": 443, "submission": 587, "ldaps": 636, "imaps": 993, "pop3s": 995,
	"mysql": 3306, "postgresql": 5432,
}

func servicePort(name, proto string) (int, bool) {
	if name == "" {
		return 0, false
	}
	if proto == "" {
		proto = "tcp"
	}
	if port, err := net.LookupPort(proto, name); err == nil {
		return port, true
	}
	port, ok := services[name]
	return port, ok
}

// hostByName is gethostbyname: the first IPv4 address.
func hostByName(t *thread, v value) ([]netip.Addr, string, error) {
	host, err := hostArg(v)
	switch {
	case object.IsException(err, object.ValueError):
		return nil, "", object.Raise(object.TypeError, "gethostbyname() argument 1 must be encoded string without null bytes, not str")
	case err != nil:
		return nil, "", object.Raise(object.TypeError, "gethostbyname() argument 1 must be str, bytes or bytearray, not %s", object.TypeName(v))
	}
	if err := permit.Net(t, host, 0); err != nil {
		return nil, "", err
	}
	ips, err := lookup(t, host, afInet)
	return ips, host, err
}

// reverse returns the names of an address.
func reverse(t *thread, ip string) []string {
	var names []string
	t.Block(func(ctx context.Context) (err error) {
		names, err = net.DefaultResolver.LookupAddr(ctx, ip)
		return err
	})
	for i, n := range names {
		names[i] = strings.TrimSuffix(n, ".")
	}
	return names
}

func texts(items []string) *starlark.List {
	out := make([]starlark.Value, len(items))
	for i, s := range items {
		out[i] = starlark.String(s)
	}
	return starlark.NewList(out)
}

func addressTexts(ips []netip.Addr) []string {
	out := make([]string, 0, len(ips))
	for _, ip := range ips {
		if s := ip.String(); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// kinds are the socket types that getaddrinfo answers with, and their protocols.
var kinds = [][2]int{{sockStream, 6}, {sockDgram, 17}, {sockRaw, 0}}

func getAddrInfo(t *thread, a args) (value, error) {
	var n [4]int // family, type, proto, flags
	for i := range n {
		var err error
		if n[i], err = object.Int(t, a[2+i]); err != nil {
			return nil, err
		}
	}
	family, kind, proto, flags := n[0], n[1], n[2], n[3]
	if family != afUnspec && family != afInet && family != afInet6 {
		return nil, raiseGai(-6)
	}
	host := ""
	if a[0] != starlark.None {
		var err error
		if host, err = hostArg(a[0]); err != nil {
			return nil, object.Raise(object.TypeError, "getaddrinfo() argument 1 must be string or None")
		}
	}
	port, err := portArg(a[1], kind)
	if err != nil {
		return nil, err
	}
	if err := permit.Net(t, host, port); err != nil {
		return nil, err
	}
	var ips []netip.Addr
	switch {
	case host == "" && flags&aiPassive != 0:
		ips = []netip.Addr{netip.IPv4Unspecified(), netip.IPv6Unspecified()}
	case host == "":
		ips = []netip.Addr{netip.IPv6Loopback(), netip.AddrFrom4([4]byte{127, 0, 0, 1})}
	case flags&aiNumericHost != 0:
		ip, err := netip.ParseAddr(host)
		if err != nil {
			return nil, raiseGai(-2)
		}
		ips = []netip.Addr{ip}
	default:
		if ips, err = lookup(t, host, family); err != nil {
			return nil, err
		}
	}
	var out []starlark.Value
	for _, ip := range ips {
		at := address{family: afInet, ip: ip.WithZone(""), port: port}
		if !ip.Is4() {
			at.family = afInet6
			if z := ip.Zone(); z != "" {
				at.scope = zoneIndex(z)
			}
		}
		if family != afUnspec && family != at.family {
			continue
		}
		for _, k := range kinds {
			if kind != 0 && kind != k[0] || proto != 0 && k[1] != 0 && proto != k[1] {
				continue
			}
			p := k[1]
			if p == 0 {
				if p = proto; proto != 0 && kind == 0 {
					continue
				}
			}
			name := ""
			if flags&aiCanonName != 0 && len(out) == 0 {
				name = host
			}
			out = append(out, starlark.Tuple{starlark.MakeInt(at.family), starlark.MakeInt(k[0]), starlark.MakeInt(p), starlark.String(name), at.value()})
		}
	}
	if len(out) == 0 {
		if kind != 0 {
			return nil, raiseGai(-7)
		}
		return nil, raiseGai(-2)
	}
	return starlark.NewList(out), nil
}

// portArg reads a port: a number, text, or the name of a service.
func portArg(v value, kind int) (int, error) {
	if v == starlark.None {
		return 0, nil
	}
	if i, ok := object.BigInt(v); ok {
		if !i.IsInt64() {
			return 0, object.Raise(object.OverflowError, "Python int too large to convert to C long")
		}
		return int(uint16(i.Int64())), nil
	}
	name, ok := object.Text(v)
	if !ok {
		if name, ok = object.BytesContent(v); !ok {
			return 0, object.Raise(object.OSError, "Int or String expected")
		}
	}
	if n, err := strconv.Atoi(name); err == nil {
		return int(uint16(n)), nil
	}
	proto := "tcp"
	if kind == sockDgram {
		proto = "udp"
	}
	if n, ok := servicePort(name, proto); ok {
		return n, nil
	}
	return 0, raiseGai(-8)
}

// swap is htons and its kin: a number of that many bytes, in the other order.
func swap(name string, size int) object.Def {
	return object.Def{Sig: name + "(x, /)", Fn: func(t *thread, a args) (value, error) {
		i, err := object.Index(t, a[0])
		if err != nil {
			return nil, err
		}
		n, ok := i.Int64()
		word := map[int]string{2: "16-bit unsigned integer", 4: "32 bits"}[size]
		switch {
		case n < 0 || !ok && i.Sign() < 0:
			if size == 4 {
				return nil, object.Raise(object.OverflowError, "can't convert negative value to unsigned int")
			}
			return nil, object.Raise(object.OverflowError, "%s: can't convert negative Python int to C %s", name, word)
		case !ok || n >= 1<<(8*size):
			if size == 4 {
				return nil, object.Raise(object.OverflowError, "int larger than %s", word)
			}
			return nil, object.Raise(object.OverflowError, "%s: Python int too large to convert to C %s", name, word)
		}
		if size == 2 {
			return starlark.MakeInt(int(binary.BigEndian.Uint16(binary.NativeEndian.AppendUint16(nil, uint16(n))))), nil
		}
		return starlark.MakeInt64(int64(binary.BigEndian.Uint32(binary.NativeEndian.AppendUint32(nil, uint32(n))))), nil
	}}
}

var funcs = []object.Def{
	swap("htons", 2), swap("ntohs", 2), swap("htonl", 4), swap("ntohl", 4),
	{Sig: "_getaddrinfo(host, port, family, type, proto, flags, /)", Fn: getAddrInfo},
	{Sig: "gethostname()", Fn: func(t *thread, a args) (value, error) {
		if err := permit.Machine(t, "the machine's name"); err != nil {
			return nil, err
		}
		name, err := os.Hostname()
		return starlark.String(name), object.RaiseOS(err, "")
	}},
	{Sig: "gethostbyname(hostname, /)", Fn: func(t *thread, a args) (value, error) {
		ips, _, err := hostByName(t, a[0])
		if err != nil {
			return nil, err
		}
		return starlark.String(ips[0].String()), nil
	}},
	{Sig: "gethostbyname_ex(hostname, /)", Fn: func(t *thread, a args) (value, error) {
		ips, host, err := hostByName(t, a[0])
		if err != nil {
			return nil, err
		}
		return starlark.Tuple{starlark.String(host), starlark.NewList(nil), texts(addressTexts(ips))}, nil
	}},
	{Sig: "gethostbyaddr(ip_address, /)", Fn: func(t *thread, a args) (value, error) {
		host, err := hostArg(a[0])
		if err != nil {
			return nil, err
		}
		if err := permit.Net(t, host, 0); err != nil {
			return nil, err
		}
		ips, err := lookup(t, host, afUnspec)
		if err != nil {
			return nil, err
		}
		names := reverse(t, ips[0].String())
		if len(names) == 0 {
			return nil, raiseHost()
		}
		return starlark.Tuple{starlark.String(names[0]), texts(names[1:]), texts([]string{ips[0].String()})}, nil
	}},
	{Sig: "getnameinfo(sockaddr, flags, /)", Fn: func(t *thread, a args) (value, error) {
		parts, ok := object.Base(a[0]).(starlark.Tuple)
		if !ok || len(parts) < 2 {
			return nil, object.Raise(object.TypeError, "getnameinfo() argument 1 must be a tuple")
		}
		flags, err := object.Int(t, a[1])
		if err != nil {
			return nil, err
		}
		host, err := hostArg(parts[0])
		if err != nil {
			return nil, err
		}
		port, err := object.Int(t, parts[1])
		if err != nil {
			return nil, err
		}
		if err := permit.Net(t, host, port); err != nil {
			return nil, err
		}
		if _, err := netip.ParseAddr(host); err != nil {
			return nil, raiseGai(-2)
		}
		name, service := host, strconv.Itoa(port)
		if flags&niNumericHost == 0 {
			if names := reverse(t, host); len(names) > 0 {
				name = names[0]
			} else if flags&niNameReqd != 0 {
				return nil, raiseGai(-2)
			}
		}
		if flags&niNumericServ == 0 {
			for s, p := range services {
				if p == port {
					service = s
				}
			}
		}
		return starlark.Tuple{starlark.String(name), starlark.String(service)}, nil
	}},
	{Sig: "getservbyname(servicename, protocolname='', /)", Fn: func(t *thread, a args) (value, error) {
		name, _ := object.Text(a[0])
		proto, _ := object.Text(a[1])
		if n, ok := servicePort(name, proto); ok {
			return starlark.MakeInt(n), nil
		}
		return nil, object.Raise(object.OSError, "service/proto not found")
	}},
	{Sig: "getservbyport(port, protocolname='', /)", Fn: func(t *thread, a args) (value, error) {
		port, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		if port < 0 || port > 65535 {
			return nil, object.Raise(object.OverflowError, "getservbyport: port must be 0-65535.")
		}
		for s, p := range services {
			if p == port {
				return starlark.String(s), nil
			}
		}
		return nil, object.Raise(object.OSError, "port/proto not found")
	}},
	{Sig: "getprotobyname(name, /)", Fn: func(t *thread, a args) (value, error) {
		name, _ := object.Text(a[0])
		if n, ok := map[string]int{"ip": 0, "icmp": 1, "tcp": 6, "udp": 17, "ipv6": 41, "ipv6-icmp": 58}[strings.ToLower(name)]; ok {
			return starlark.MakeInt(n), nil
		}
		return nil, object.Raise(object.OSError, "protocol not found")
	}},
	{Sig: "inet_aton(ip_addr, /)", Fn: func(t *thread, a args) (value, error) {
		s, err := object.TextArg(a[0], "inet_aton", "ip_addr")
		if err != nil {
			return nil, err
		}
		ip, ok := parseAton(s)
		if !ok {
			return nil, object.Raise(object.OSError, "illegal IP address string passed to inet_aton")
		}
		return object.MakeBytes(string(ip.AsSlice())), nil
	}},
	{Sig: "inet_ntoa(packed_ip, /)", Fn: func(t *thread, a args) (value, error) {
		b, err := bytesArg(a[0])
		if err != nil {
			return nil, err
		}
		if len(b) != 4 {
			return nil, object.Raise(object.OSError, "packed IP wrong length for inet_ntoa")
		}
		return starlark.String(netip.AddrFrom4([4]byte([]byte(b))).String()), nil
	}},
	{Sig: "inet_pton(address_family, ip_string, /)", Fn: func(t *thread, a args) (value, error) {
		family, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		s, err := object.TextArg(a[1], "inet_pton", "ip_string")
		if err != nil {
			return nil, err
		}
		if family != afInet && family != afInet6 {
			return nil, object.RaiseOS(syscall.EAFNOSUPPORT, "")
		}
		ip, err := netip.ParseAddr(s)
		if err != nil || ip.Zone() != "" || ip.Is4() != (family == afInet) {
			return nil, object.Raise(object.OSError, "illegal IP address string passed to inet_pton")
		}
		return object.MakeBytes(string(ip.AsSlice())), nil
	}},
	{Sig: "inet_ntop(address_family, packed_ip, /)", Fn: func(t *thread, a args) (value, error) {
		family, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		b, err := bytesArg(a[1])
		if err != nil {
			return nil, err
		}
		if family != afInet && family != afInet6 {
			return nil, object.Raise(object.ValueError, "unknown address family %d", family)
		}
		ip, ok := netip.AddrFromSlice([]byte(b))
		if !ok || ip.Is4() != (family == afInet) {
			return nil, object.Raise(object.ValueError, "invalid length of packed IP address string")
		}
		return starlark.String(ip.String()), nil
	}},
	{Sig: "setdefaulttimeout(timeout, /)", Fn: func(t *thread, a args) (value, error) {
		f, err := timeoutArg(t, a[0])
		if err == nil {
			defaultsIn.In(t.Isolate()).timeout = f
		}
		return starlark.None, err
	}},
	{Sig: "getdefaulttimeout()", Fn: func(t *thread, a args) (value, error) {
		if f := defaultsIn.In(t.Isolate()).timeout; f >= 0 {
			return starlark.Float(f), nil
		}
		return starlark.None, nil
	}},
	{Sig: "if_nameindex()", Fn: func(t *thread, a args) (value, error) {
		if err := permit.Machine(t, "the machine's interfaces"); err != nil {
			return nil, err
		}
		list, err := net.Interfaces()
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		out := make([]starlark.Value, len(list))
		for i, f := range list {
			out[i] = starlark.Tuple{starlark.MakeInt(f.Index), starlark.String(f.Name)}
		}
		return starlark.NewList(out), nil
	}},
	{Sig: "if_nametoindex(oname, /)", Fn: func(t *thread, a args) (value, error) {
		name, _ := object.Text(a[0])
		if err := permit.Machine(t, "the machine's interfaces"); err != nil {
			return nil, err
		}
		f, err := net.InterfaceByName(name)
		if err != nil {
			return nil, object.Raise(object.OSError, "no interface with this name")
		}
		return starlark.MakeInt(f.Index), nil
	}},
	{Sig: "if_indextoname(index, /)", Fn: func(t *thread, a args) (value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		if err := permit.Machine(t, "the machine's interfaces"); err != nil {
			return nil, err
		}
		f, err := net.InterfaceByIndex(n)
		if err != nil {
			return nil, object.RaiseOS(syscall.ENXIO, "")
		}
		return starlark.String(f.Name), nil
	}},
	{Sig: "close(fd, /)", Fn: func(t *thread, a args) (value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		if err := checkNumber(t, n); err != nil {
			return nil, err
		}
		delete(handlesIn.In(t.Isolate()).loose, n)
		return starlark.None, object.RaiseOS(closeNumber(n), "")
	}},
	{Sig: "dup(fd, /)", Fn: func(t *thread, a args) (value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		if err := checkNumber(t, n); err != nil {
			return nil, err
		}
		if n, err = dupNumber(n); err != nil {
			return nil, object.RaiseOS(err, "")
		}
		handlesIn.In(t.Isolate()).loose[n] = true
		return starlark.MakeInt(n), nil
	}},
	{Sig: "_pair(family, type, proto, a, b, /)", Fn: func(t *thread, a args) (value, error) {
		var n [3]int
		for i := range n {
			var err error
			if n[i], err = object.Int(t, a[i]); err != nil {
				return nil, err
			}
		}
		one, err := of(a[3])
		if err != nil {
			return nil, err
		}
		two, err := of(a[4])
		if err != nil {
			return nil, err
		}
		h, err := create(t, func() (h [2]*handle, err error) { h[0], h[1], err = openPair(n[0], n[1], n[2]); return h, err })
		if err != nil {
			return nil, object.RaiseOS(err, "")
		}
		for i, s := range []*socket{one, two} {
			s.become(t, h[i], n[0], n[1], n[2])
		}
		return starlark.None, nil
	}},
}
