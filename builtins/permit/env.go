package permit

// This file defines which environment variables a policy allows, and the
// environment of an isolate.

import (
	"os"
	"runtime"
	"sort"
	"strings"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// Names are the environment variables of a policy. A name that ends in * stands
// for all that begin so. What is in Deny is forbidden even if Allow has it.
type Names struct {
	All   bool
	Allow []string
	Deny  []string
}

func anyName(list []string, name string) bool {
	fold := func(s string) string {
		if runtime.GOOS == "windows" {
			return strings.ToUpper(s)
		}
		return s
	}
	name = fold(name)
	for _, pattern := range list {
		pattern = fold(pattern)
		if prefix, ok := strings.CutSuffix(pattern, "*"); ok && strings.HasPrefix(name, prefix) || name == pattern {
			return true
		}
	}
	return false
}

// Env returns nil if a script may see the process's environment variable, or a
// *Denied.
func (p *Policy) Env(name string) error {
	if p == nil {
		return nil
	}
	refused := anyName(p.Names.Deny, name)
	if !refused && (p.Names.All || anyName(p.Names.Allow, name)) {
		return nil
	}
	return &Denied{Use: "reading the environment variable " + name, What: Variables, Grant: name, Refused: refused}
}

// Env is (*Policy).Env for a name that a module reads for the script.
func Env(t *object.Thread, name string) error { return Raise(Of(t).Env(name)) }

// Environ is the environment of an isolate: a copy of what the policy allows of
// the process's, taken when first asked for, so that scripts of one process do not
// change each other's. Programs that the script starts get it. A host may set
// another.
var Environ = isolate.NewKey(func(iso *isolate.Isolate) map[string]string {
	p := PolicyIn.In(iso)
	vars := make(map[string]string)
	for _, kv := range os.Environ() {
		if k, v, ok := strings.Cut(kv, "="); ok && k != "" && p.Env(k) == nil {
			vars[k] = v
		}
	}
	return vars
})

// EnvironList is the isolate's environment as programs get it. The lock is held.
func EnvironList(iso *isolate.Isolate) []string {
	vars := Environ.In(iso)
	out := make([]string, 0, len(vars))
	for k, v := range vars {
		out = append(out, k+"="+v)
	}
	sort.Strings(out)
	return out
}

// Getenv is the value of a variable of the isolate's environment. One that the
// policy does not allow, and the script has not set, is an error.
func Getenv(t *object.Thread, name string) (value string, found bool, err error) {
	if v, ok := Environ.In(t.Isolate())[name]; ok {
		return v, true, nil
	}
	return "", false, Env(t, name)
}
