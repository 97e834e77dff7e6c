// Package permit says what a script may do with the world outside its heap, and
// is the one place that modules ask.
//
//	Policy         what is allowed; nil allows everything
//	PolicyIn       an isolate's policy
//	Net, …         asking, for a module
//
// A policy does not change once an isolate has it, so it may be asked with or
// without the isolate's lock.
package permit

import (
	"errors"
	"fmt"
	"net"
	"strconv"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A Policy is what a script may do. A nil Policy allows everything.
type Policy struct {
	// AllowNet decides about a host, a name or an address, and a port; port 0 is
	// a question about the name alone. Nil allows all.
	AllowNet func(host string, port int) bool
}

// PolicyIn is the isolate's policy. The host sets it before scripts run.
var PolicyIn = isolate.NewKey(func(*isolate.Isolate) *Policy { return nil })

// A Denied is the error of a use that the policy does not allow. Scripts see a
// PermissionError.
type Denied struct {
	Use    string // what was tried, as "connect to example.com:443"
	Option string // what would allow it, as "--allow-net=example.com"
}

func (d *Denied) Error() string {
	return fmt.Sprintf("%s is not allowed; %s would allow it", d.Use, d.Option)
}

// Net returns nil if host and port may be talked to, or a *Denied. It may be
// called without the isolate's lock, as a dialer does.
func (p *Policy) Net(host string, port int) error {
	if p == nil || p.AllowNet == nil || p.AllowNet(host, port) {
		return nil
	}
	where := host
	if port != 0 {
		where = net.JoinHostPort(host, strconv.Itoa(port))
	}
	return &Denied{Use: "connect to " + where, Option: "--allow-net=" + host}
}

// Net is called with every host that a script names or is led to, before a
// name is looked up and before each connection.
func Net(t *object.Thread, host string, port int) error {
	return Raise(PolicyIn.In(t.Isolate()).Net(host, port))
}

// Raise returns a *Denied in err's chain as the PermissionError that a script
// sees, and any other error as it is.
func Raise(err error) error {
	var d *Denied
	if errors.As(err, &d) {
		return object.Raise(object.PermissionError, "%s", d.Error())
	}
	return err
}
