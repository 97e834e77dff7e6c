package permit

import (
	"encoding/json"
	"errors"
	"testing"
)

func hosts(t *testing.T, rules ...string) []Host {
	t.Helper()
	var out []Host
	for _, r := range rules {
		h, err := ParseHost(r)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, h)
	}
	return out
}

func TestHosts(t *testing.T) {
	p := &Policy{Hosts: Hosts{
		Allow: hosts(t, "example.com", "*.wild.org", "port.net:443", "10.0.0.0/8", "192.0.2.7", "[2001:db8::1]:8080", "2001:db8:1::/48", "localhost", "Upper.COM."),
		Deny:  hosts(t, "10.1.0.0/16", "bad.wild.org", "example.com:25"),
	}}
	for _, c := range []struct {
		host string
		port int
		ok   bool
	}{
		{"example.com", 80, true}, {"EXAMPLE.com.", 80, true}, {"example.com", 0, true}, {"example.com", 25, false}, {"www.example.com", 80, false}, {"example.com.evil.net", 80, false},
		{"notexample.com", 80, false}, {"a.wild.org", 1, true}, {"a.b.wild.org", 1, true}, {"wild.org", 1, false}, {"bad.wild.org", 1, false}, {"awild.org", 1, false}, {"x.bad.wild.org", 1, true},
		{"port.net", 443, true}, {"port.net", 80, false}, {"port.net", 0, true}, {"10.2.3.4", 5, true}, {"10.1.3.4", 5, false}, {"::ffff:10.2.3.4", 5, true}, {"::ffff:10.1.3.4", 5, false},
		{"192.0.2.7", 1, true}, {"192.0.2.8", 1, false}, {"2001:db8::1", 8080, true}, {"[2001:db8::1]", 8080, true}, {"2001:db8::1", 80, false}, {"2001:db8:1::9", 80, true}, {"fe80::1%eth0", 1, false},
		{"127.0.0.1", 80, true}, {"127.9.9.9", 80, true}, {"::1", 80, true}, {"localhost", 80, true}, {"LOCALHOST", 80, true}, {"localhost.evil.net", 80, false}, {"", 80, false}, {"0.0.0.0", 80, false},
		{"127.1", 80, false}, {"2130706433", 80, false}, {"0x7f000001", 80, false}, {"10.2.3.4.nip.io", 80, false}, {"upper.com", 1, true}, {"evil.net\x00.wild.org", 1, false}, {"evil.net/.wild.org", 1, false}, {"a b.wild.org", 1, false}, {"", 0, false},
	} {
		if err := p.Net(c.host, c.port); (err == nil) != c.ok {
			t.Errorf("%s port %d: %v", c.host, c.port, err)
		}
	}
	// A name that is allowed may lead to an address that is denied.
	p = &Policy{Hosts: Hosts{All: true, Deny: hosts(t, "127.0.0.0/8", "::1", "169.254.0.0/16")}}
	for address, ok := range map[string]bool{"127.0.0.1:80": false, "[::1]:80": false, "[::ffff:127.0.0.1]:80": false, "0.0.0.0:80": false, "[::]:80": false, "169.254.169.254:80": false, "192.0.2.1:80": true} {
		if err := p.Control("tcp", address, nil); (err == nil) != ok {
			t.Errorf("dialling %s: %v", address, err)
		}
	}
	if err := new(Policy).Net("example.com", 80); err == nil || err.Error() != `connecting to example.com:80 is not allowed here; host.WithNet("example.com") or --allow-net=example.com would allow it` {
		t.Error(err)
	}
	for _, bad := range []string{"", "*", "*.", "a b", "http://x", "x:0", "x:99999", "a*b", "10.0.0.0/99", "x/y"} {
		if h, err := ParseHost(bad); err == nil {
			t.Errorf("%q is %+v", bad, h)
		}
	}
}

// A policy arrives in a worker process as it was.
func TestPolicyTravels(t *testing.T) {
	p := &Policy{
		Read: Paths{Allow: places(t, t.TempDir(), "a"), Deny: places(t, t.TempDir(), "b")}, Write: Paths{All: true},
		Hosts: Hosts{Allow: hosts(t, "a.com:1", "10.0.0.0/8"), Deny: hosts(t, "10.1.0.0/16")}, Names: Names{Allow: []string{"A*"}}, Programs: Programs{Deny: places(t, "/bin", "sh")}, Process: true,
	}
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var q Policy
	if err := json.Unmarshal(b, &q); err != nil {
		t.Fatal(err)
	}
	if again, _ := json.Marshal(&q); string(again) != string(b) {
		t.Errorf("%s\n%s", b, again)
	}
	for _, address := range []struct {
		host string
		port int
	}{{"a.com", 1}, {"a.com", 2}, {"10.2.0.1", 9}, {"10.1.0.1", 9}} {
		if e1, e2 := p.Net(address.host, address.port), q.Net(address.host, address.port); (e1 == nil) != (e2 == nil) {
			t.Errorf("%v: %v and %v", address, e1, e2)
		}
	}
	if p.Env("AB") != nil || q.Env("AB") != nil || q.Env("B") == nil {
		t.Error("names")
	}
	var d *Denied
	if err := q.Env("B"); !errors.As(err, &d) || d.What != Variables {
		t.Error(err)
	}
}
