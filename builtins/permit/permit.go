// Package permit says what a script may do with the world outside its heap, and
// is the one place that modules ask.
//
//	Policy         what is allowed; nil allows everything, the zero value nothing
//	PolicyIn       an isolate's policy
//	Denied         the error of what is not allowed
//	FS, Files      the file system as an isolate may use it, and its working directory
//	Net            hosts and addresses
//	Environ        environment variables
//	Run, Process   programs; the process that the script runs in
//	Random         where randomness comes from
//
// Modules use FS for every path, instead of package os, because looking at a path
// first and using it then can be fooled by a link that is put in its place
// between the two. See walk.go.
//
// A policy does not change once an isolate has it, so it may be asked with or
// without the isolate's lock.
package permit

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A Policy is what a script may do. A nil *Policy allows everything; the zero
// Policy nothing. It travels to worker processes as JSON.
type Policy struct {
	Read     Paths // files and folders: content, names, existence
	Write    Paths // creating, changing, removing
	Hosts    Hosts
	Names    Names    // of environment variables
	Programs Programs // that may be started

	// Process says that the script owns the process that it runs in: it may end
	// it, and handle and raise its signals.
	Process bool

	// Modules are folders whose files may be imported, though not read as data.
	Modules []Place

	// AllowNet, if set, decides about the network in the place of Hosts. A policy
	// with it stays in its process.
	AllowNet func(host string, port int) bool `json:"-"`
}

// PolicyIn is the isolate's policy. The host sets it before scripts run.
var PolicyIn = isolate.NewKey(func(*isolate.Isolate) *Policy { return nil })

// Of is the policy of the thread's isolate.
func Of(t *object.Thread) *Policy { return PolicyIn.In(t.Isolate()) }

// Everything reports whether p forbids nothing.
func (p *Policy) Everything() bool {
	if p == nil {
		return true
	}
	return p.Read.free() && p.Write.free() && p.Programs.All && len(p.Programs.Deny) == 0 && p.Process &&
		p.AllowNet == nil && p.Hosts.All && len(p.Hosts.Deny) == 0 && p.Names.All && len(p.Names.Deny) == 0
}

// WithModules returns p with one more folder whose files may be imported.
func (p *Policy) WithModules(dir string) *Policy {
	if p == nil || dir == "" {
		return p
	}
	place, err := NewPlace(dir)
	if err != nil {
		return p
	}
	q := *p
	q.Modules = append(slices.Clone(p.Modules), place)
	return &q
}

// A Capability is one kind of thing that a policy allows or not.
type Capability struct {
	Option string // of package host, as "Read" in WithRead and WithoutRead
	Flag   string // of the command line, as "read" in --allow-read and --deny-read
}

// The capabilities. Those without a Flag are always granted on the command line.
var (
	Reading   = Capability{"Read", "read"}
	Writing   = Capability{"Write", "write"}
	Network   = Capability{"Net", "net"}
	Variables = Capability{"Env", "env"}
	Running   = Capability{"Run", "run"}
	Owning    = Capability{"Process", ""}
)

// A Denied is the error of a use that the policy does not allow. Scripts see a
// PermissionError with errno EACCES.
type Denied struct {
	Use   string // what was tried, as "connecting to example.com:443"
	What  Capability
	Grant string // what the option would have to name; empty: nothing
	// Refused says that the use was not just left out, but denied by an option
	// that wins over what allows.
	Refused bool
}

func (d *Denied) Error() string {
	var b strings.Builder
	b.WriteString(d.Use)
	if d.Refused {
		fmt.Fprintf(&b, " is refused here by host.Without%s", d.What.Option)
		if d.What.Flag != "" {
			b.WriteString(" or --deny-" + d.What.Flag)
		}
		return b.String()
	}
	arg, val := "", ""
	if d.Grant != "" {
		arg, val = strconv.Quote(d.Grant), "="+d.Grant
	}
	fmt.Fprintf(&b, " is not allowed here; host.With%s(%s)", d.What.Option, arg)
	if d.What.Flag != "" {
		fmt.Fprintf(&b, " or --allow-%s%s", d.What.Flag, val)
	}
	b.WriteString(" would allow it")
	return b.String()
}

// Is makes errors.Is(err, fs.ErrPermission) true.
func (d *Denied) Is(target error) bool { return target == fs.ErrPermission }

// Raised implements object.Raiser.
func (d *Denied) Raised() *object.Instance {
	x := object.OSErrorOf(eacces, d.Error(), nil, nil)
	x.Extra = d
	return x
}

const eacces = 13 // on Linux, whose numbers scripts see everywhere

var _ object.Raiser = (*Denied)(nil)

// Raise returns a *Denied in err's chain as the PermissionError that a script
// sees, and any other error as it is.
func Raise(err error) error {
	var d *Denied
	if errors.As(err, &d) {
		return &object.Error{Exc: d.Raised()}
	}
	return err
}

// IsDenied reports whether err says that the policy does not allow a use, be it
// as the error or as the exception.
func IsDenied(err error) bool {
	var d *Denied
	if errors.As(err, &d) {
		return true
	}
	var e *object.Error
	if !errors.As(err, &e) || e.Exc == nil {
		return false
	}
	_, ok := e.Exc.Extra.(*Denied)
	return ok
}
