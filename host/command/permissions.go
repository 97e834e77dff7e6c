package command

// This file defines the flags that say what a script may do.

import (
	"fmt"
	"strings"

	"starpool/host"
)

const permissionUsage = `
What the script may do (all, unless --sandbox or a --deny flag is given):

  --sandbox           nothing, but for standard streams and modules beside the script
  --allow-read[=PATH,...]      in a sandbox: read these files and folders, or all
  --allow-write[=PATH,...]     create, change and remove there
  --allow-net[=HOST,...]       connect to names, *.domains, addresses, ranges; with or without :port
  --allow-env[=NAME,...]       see environment variables; NAME* is all that begin so
  --allow-run[=PROGRAM,...]    start programs, which are not in the sandbox
  --deny-read, --deny-write, --deny-net, --deny-env, --deny-run
                      the same without or with names; they win
`

// permission is a capability that has flags.
type permission struct {
	name           string
	allow, without func(...string) host.Option
}

var permissions = []permission{
	{"read", host.WithRead, host.WithoutRead},
	{"write", host.WithWrite, host.WithoutWrite},
	{"net", host.WithNet, host.WithoutNet},
	{"env", host.WithEnv, host.WithoutEnv},
	{"run", host.WithRun, host.WithoutRun},
}

// permission reads a flag; false means that it is none of these.
func (f *flags) permission(arg string) (bool, error) {
	if arg == "--sandbox" {
		f.sandbox = true
		return true, nil
	}
	name, list, hasList := strings.Cut(arg, "=")
	verb, what, _ := strings.Cut(strings.TrimPrefix(name, "--"), "-")
	if !strings.HasPrefix(name, "--") || verb != "allow" && verb != "deny" {
		return false, nil
	}
	for _, p := range permissions {
		if p.name != what {
			continue
		}
		var names []string
		if hasList {
			for n := range strings.SplitSeq(list, ",") {
				if n == "" {
					return true, errUsage(fmt.Sprintf("a name is empty in %s", arg))
				}
				names = append(names, n)
			}
		}
		option := p.allow
		if verb == "deny" {
			option = p.without
		} else {
			f.allows = name
		}
		f.grants = append(f.grants, option(names...))
		return true, nil
	}
	return false, nil
}

// options are what the flags grant.
func (f *flags) options() []host.Option {
	if f.sandbox {
		// The process is the script's, whatever it may do outside.
		return append([]host.Option{host.WithProcess()}, f.grants...)
	}
	return append([]host.Option{host.WithAll()}, f.grants...)
}

// checkPermissions finds flags that mean nothing together.
func (f *flags) checkPermissions() error {
	if f.allows != "" && !f.sandbox {
		return errUsage(f.allows + " needs --sandbox: without it everything is allowed")
	}
	return nil
}
