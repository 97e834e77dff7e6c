package host

// This file defines the options that say what scripts may do with the world
// outside their heap.

import (
	"io"
	"os"
	"path/filepath"
	"time"

	pytime "starpool/builtins/modules/time"
	"starpool/builtins/permit"
	"starpool/builtins/procs"
)

// grants are what the options have said, not yet looked at.
type grants struct {
	read, write, net, env, run grant
	process                    bool
}

// A grant is one capability.
type grant struct {
	all, none   bool
	allow, deny []string
}

func (g *grant) with(names []string) {
	if len(names) == 0 {
		g.all = true
	}
	g.allow = append(g.allow[:len(g.allow):len(g.allow)], names...)
}

func (g *grant) without(names []string) {
	if len(names) == 0 {
		g.none = true
	}
	g.deny = append(g.deny[:len(g.deny):len(g.deny)], names...)
}

// WithAll grants everything: all that the WithRead, WithWrite, WithNet, WithEnv,
// WithRun and WithProcess options grant without arguments, the process's standard
// streams where no other option sets them, and the import path of the environment
// variable STARPOOL_PATH. It is what the command line does. WithoutRead and its kin
// still take away.
func WithAll() Option {
	return func(c *config) {
		for _, g := range []*grant{&c.grants.read, &c.grants.write, &c.grants.net, &c.grants.env, &c.grants.run} {
			g.all = true
		}
		c.grants.process = true
		WithStdio()(c)
		if c.path == nil {
			c.path = filepath.SplitList(os.Getenv("STARPOOL_PATH"))
		}
	}
}

// WithStdio gives scripts the process's standard streams, where WithStdin and its
// kin do not set others.
func WithStdio() Option { return func(c *config) { c.stdio = true } }

// WithRead lets scripts read the files and folders, and all that is below folders:
// contents, names, whether something exists. Without arguments it lets them read
// everything. Relative paths are the process's at the time of New. Links are
// resolved: what lies elsewhere is not read through one. Default: nothing.
//
// Files that RunFile and RunModule name, and modules beside them, are loaded
// without this; as data they are not read.
func WithRead(paths ...string) Option { return func(c *config) { c.grants.read.with(paths) } }

// WithWrite lets scripts create, change, rename and remove the files and folders,
// and all that is below folders; without arguments, all. It does not let them read.
// Default: nothing.
func WithWrite(paths ...string) Option { return func(c *config) { c.grants.write.with(paths) } }

// WithNet lets scripts connect to hosts and listen at addresses, without arguments
// to all. A host is a name ("example.com"), all names below a domain
// ("*.example.com"), an address ("192.0.2.7", "::1") or a range of them
// ("10.0.0.0/8"), with or without a port ("example.com:443"). Names are allowed by
// name and not by where they lead; "localhost" is also the addresses of loopback.
// Every request of a redirect is asked about. Default: nothing.
func WithNet(hosts ...string) Option { return func(c *config) { c.grants.net.with(hosts) } }

// WithEnv lets scripts see the environment variables, without arguments all. A name
// that ends in * stands for all that begin so. Scripts change a copy of their own.
// Default: nothing.
func WithEnv(names ...string) Option { return func(c *config) { c.grants.env.with(names) } }

// WithRun lets scripts start the programs, without arguments all, and send signals
// to processes. A program is a name that is looked up in the process's PATH at the
// time of New, a path, or a folder. A program has all rights of this process, not
// the script's. Default: nothing.
//
// Workers of process pools are no such programs: they have the script's rights.
func WithRun(programs ...string) Option { return func(c *config) { c.grants.run.with(programs) } }

// WithProcess lets scripts treat the process as theirs: end it (os._exit), handle
// its signals and send it some. Default: not.
func WithProcess() Option { return func(c *config) { c.grants.process = true } }

// WithoutRead forbids reading the files and folders, all if there are no
// arguments. It wins over WithRead and WithAll, in any order.
func WithoutRead(paths ...string) Option { return func(c *config) { c.grants.read.without(paths) } }

// WithoutWrite forbids writing as WithoutRead forbids reading.
func WithoutWrite(paths ...string) Option { return func(c *config) { c.grants.write.without(paths) } }

// WithoutNet forbids hosts as WithNet allows them. An address is also forbidden
// under any name that leads to it.
func WithoutNet(hosts ...string) Option { return func(c *config) { c.grants.net.without(hosts) } }

// WithoutEnv hides environment variables as WithEnv shows them.
func WithoutEnv(names ...string) Option { return func(c *config) { c.grants.env.without(names) } }

// WithoutRun forbids programs as WithRun allows them. A program that is allowed may
// start others.
func WithoutRun(programs ...string) Option {
	return func(c *config) { c.grants.run.without(programs) }
}

// WithClock sets what time.time, the monotonic clocks and datetime's now show.
// Sleeps and timeouts go by the real clock, and process_time by the processor's.
// Workers are then isolates of this process. Default: time.Now.
func WithClock(now func() time.Time) Option { return func(c *config) { c.now = now } }

// WithRandom sets where os.urandom, secrets, uuid.uuid4, names of temporary files
// and the seed that random begins with come from. It is read by one goroutine at a
// time. Workers are then isolates of this process, which share it. Default: the
// operating system's.
func WithRandom(r io.Reader) Option { return func(c *config) { c.random = permit.Locked(r) } }

// policy makes the policy of what was granted; nil is everything.
func (c *config) policy() (*permit.Policy, error) {
	g := &c.grants
	p := &permit.Policy{Process: g.process}
	var err error
	places := func(g *grant, look func(...string) ([]permit.Place, error)) (all bool, allow, deny []permit.Place) {
		if g.none || err != nil {
			return false, nil, nil
		}
		if len(g.allow) > 0 {
			allow, err = look(g.allow...)
		}
		if len(g.deny) > 0 && err == nil {
			deny, err = look(g.deny...)
		}
		return g.all, allow, deny
	}
	p.Read.All, p.Read.Allow, p.Read.Deny = places(&g.read, permit.Places)
	p.Write.All, p.Write.Allow, p.Write.Deny = places(&g.write, permit.Places)
	p.Programs.All, p.Programs.Allow, p.Programs.Deny = places(&g.run, permit.NewPrograms)
	if !g.env.none {
		p.Names = permit.Names{All: g.env.all, Allow: g.env.allow, Deny: g.env.deny}
	}
	if !g.net.none {
		p.Hosts.All = g.net.all
		for _, l := range []struct {
			from []string
			to   *[]permit.Host
		}{{g.net.allow, &p.Hosts.Allow}, {g.net.deny, &p.Hosts.Deny}} {
			for _, s := range l.from {
				h, herr := permit.ParseHost(s)
				if herr != nil {
					return nil, herr
				}
				*l.to = append(*l.to, h)
			}
		}
	}
	if err != nil || p.Everything() {
		return nil, err
	}
	p.Modules, err = permit.Places(c.path...)
	return p, err
}

// setSources gives the isolate the host's clock and randomness.
func (in *Interpreter) setSources() {
	c := &in.config
	if c.now != nil {
		pytime.SetClock(in.iso, c.now)
	}
	if c.random != nil {
		permit.RandomIn.Set(in.iso, c.random)
	}
	if c.now != nil || c.random != nil {
		procs.HereIn.Set(in.iso, true)
	}
}
