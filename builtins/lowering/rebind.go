package lowering

// This file lets code that is loaded see built-ins that a script rebinds through
// the module builtins.

import (
	"weak"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/universe"
)

// scopes are the modules of an isolate, as far as anything still refers to them.
type scopes struct {
	list []weak.Pointer[env]
	next int // the length at which those that are gone are dropped
}

var scopesIn = isolate.NewKey(func(iso *isolate.Isolate) *scopes {
	s := &scopes{next: 64}
	universe.ReboundIn.In(iso).Watch = s.rebind
	return s
})

// add takes a module in, which gets what has been rebound already.
func (s *scopes) add(iso *isolate.Isolate, r *env) {
	if len(s.list) >= s.next {
		live := s.list[:0]
		for _, p := range s.list {
			if p.Value() != nil {
				live = append(live, p)
			}
		}
		clear(s.list[len(live):])
		s.list, s.next = live, max(64, 2*len(live))
	}
	s.list = append(s.list, weak.Make(r))
	for name, v := range universe.ReboundIn.In(iso).Values {
		r.rebind(name, v)
	}
}

func (s *scopes) rebind(name string, v starlark.Value) {
	for _, p := range s.list {
		if r := p.Value(); r != nil {
			r.rebind(name, v)
		}
	}
}

// rebind gives a name that the module uses another value.
func (r *env) rebind(name string, v starlark.Value) {
	if _, used := r.names[name]; used {
		r.names[name] = v
		r.g.rebind(name, v)
	}
}

// rebind sets the global to which the prelude of lowered code has bound a
// built-in.
func (g *Globals) rebind(name string, v starlark.Value) {
	if g.module == nil {
		return // the prelude is still to run
	}
	names := globalsOf(g.module)
	for i := range names.Len() {
		if names.Index(i).FieldByName("Name").String() == "$."+name {
			(*slotsOf(g.module))[i] = v
			return
		}
	}
}
