package permit

// This file defines which hosts a policy allows.

import (
	"fmt"
	"net"
	"net/netip"
	"strconv"
	"strings"
	"syscall"

	"starpool/builtins/object"
)

// Hosts are the hosts of a policy. What is in Deny is forbidden even if Allow has
// it.
type Hosts struct {
	All   bool
	Allow []Host
	Deny  []Host
}

// A Host is a rule about hosts: of one name, of all below a domain, or of
// addresses.
type Host struct {
	Name   string       `json:",omitempty"` // lower case; "*.example.com" is all names below
	Prefix netip.Prefix `json:",omitzero"`
	Port   int          `json:",omitempty"` // 0 is any
}

// ParseHost reads a rule: "example.com", "*.example.com", "example.com:443",
// "192.0.2.7", "10.0.0.0/8", "[::1]:8080".
func ParseHost(s string) (Host, error) {
	h := Host{}
	bad := func() (Host, error) { return Host{}, fmt.Errorf("%q is no host, address or address range", s) }
	text := s
	if p, err := netip.ParsePrefix(text); err == nil {
		h.Prefix = p.Masked()
		return h, nil
	}
	if a, err := netip.ParseAddr(strings.Trim(text, "[]")); err == nil {
		h.Prefix = only(a)
		return h, nil
	}
	if host, port, err := net.SplitHostPort(text); err == nil {
		n, err := strconv.Atoi(port)
		if err != nil || n < 1 || n > 65535 {
			return bad()
		}
		h.Port, text = n, host
		if a, err := netip.ParseAddr(text); err == nil {
			h.Prefix = only(a)
			return h, nil
		}
	}
	h.Name = hostName(text)
	if strings.TrimPrefix(h.Name, "*.") == "" || strings.ContainsAny(strings.TrimPrefix(h.Name, "*."), "/:*@ \x00") {
		return bad()
	}
	return h, nil
}

func only(a netip.Addr) netip.Prefix {
	a = a.Unmap().WithZone("")
	return netip.PrefixFrom(a, a.BitLen())
}

func hostName(s string) string { return strings.ToLower(strings.TrimSuffix(s, ".")) }

var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

// matches reports whether the rule is about a host; port 0 is a question about
// the host alone.
func (h Host) matches(name string, addr netip.Addr, port int) bool {
	if h.Port != 0 && port != 0 && h.Port != port {
		return false
	}
	if h.Prefix.IsValid() {
		return addr.IsValid() && h.Prefix.Contains(addr)
	}
	if addr.IsValid() {
		return h.Name == "localhost" && (loopback[0].Contains(addr) || loopback[1].Contains(addr))
	}
	if domain, ok := strings.CutPrefix(h.Name, "*."); ok {
		return strings.HasSuffix(name, "."+domain)
	}
	return name == h.Name
}

// address reads a host that is an address. No host means all addresses of the
// machine.
func address(host string) (string, netip.Addr) {
	if host == "" {
		host = "0.0.0.0"
	}
	if a, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return "", a.Unmap().WithZone("")
	}
	return hostName(host), netip.Addr{}
}

func (h *Hosts) denied(name string, addr netip.Addr, port int) bool {
	for _, d := range h.Deny {
		if d.Port != 0 && port == 0 {
			continue // other ports may be talked to
		}
		if d.matches(name, addr, port) {
			return true
		}
		// To connect to the unspecified address is to connect to this machine.
		if addr.IsValid() && addr.IsUnspecified() && (d.matches("", loopback[0].Addr().Next(), port) || d.matches("", loopback[1].Addr(), port)) {
			return true
		}
	}
	return false
}

// Net returns nil if host, a name or an address, and port may be talked to or
// listened at, or a *Denied. Port 0 is a question about the host alone, before
// its name is looked up. It may be called without the isolate's lock, as a dialer
// does.
func (p *Policy) Net(host string, port int) error {
	if p == nil {
		return nil
	}
	where := host
	if port != 0 {
		where = net.JoinHostPort(host, strconv.Itoa(port))
	}
	d := &Denied{Use: "connecting to " + where, What: Network, Grant: host}
	if p.AllowNet != nil {
		if p.AllowNet(host, port) {
			return nil
		}
		return d
	}
	name, addr := address(host)
	if strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r == '/' || r == '@' || r == 0x7f }) {
		return d // whatever comes before that is what would be looked up
	}
	if p.Hosts.denied(name, addr, port) {
		d.Refused = true
		return d
	}
	if p.Hosts.All {
		return nil
	}
	for _, h := range p.Hosts.Allow {
		if h.matches(name, addr, port) {
			return nil
		}
	}
	return d
}

// Abstract returns nil if the abstract Unix socket of that name may be used, or a
// *Denied. It is no file and no host: whoever may use all hosts may use all of
// these.
func (p *Policy) Abstract(name string) error {
	if p == nil || p.AllowNet == nil && p.Hosts.All {
		return nil
	}
	return &Denied{Use: "connecting to the abstract socket " + strconv.Quote(name), What: Network}
}

// Machine is called before a script is told what the machine is called in the
// network, which those may know who may use some of it.
func Machine(t *object.Thread, what string) error {
	p := Of(t)
	if p == nil || p.AllowNet != nil || p.Hosts.All || len(p.Hosts.Allow) > 0 {
		return nil
	}
	return Raise(&Denied{Use: "asking for " + what, What: Network})
}

// Control is for net.Dialer.Control: it refuses an address that a name was
// resolved to and that the policy denies. That a name is allowed says nothing
// else about where it leads: who grants a name trusts who answers for it.
func (p *Policy) Control(network, dialed string, _ syscall.RawConn) error {
	if p == nil || strings.HasPrefix(network, "unix") {
		return nil
	}
	host, port, err := net.SplitHostPort(dialed)
	if err != nil {
		return nil
	}
	n, _ := strconv.Atoi(port)
	name, addr := address(host)
	if p.Hosts.denied(name, addr, n) {
		return &Denied{Use: "connecting to " + dialed, What: Network, Refused: true}
	}
	return nil
}

// Net is called with every host that a script names or is led to, before a
// name is looked up and before each connection.
func Net(t *object.Thread, host string, port int) error {
	return Raise(Of(t).Net(host, port))
}
