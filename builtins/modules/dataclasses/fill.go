package dataclasses

// This file defines how the objects of a data class are filled: by a plan that
// the decorator made of the fields, as the generated __init__ would.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// maxParams is how many parameters a plan may have: calls with more take the
// long way.
const maxParams = 64

// A plan is what a generated __init__ does.
type plan struct {
	params   []param // those that can be given by position first
	npos     int
	steps    []step
	initVars []int // parameters that __post_init__ gets
	frozen   bool
	post     bool
}

type param struct {
	name string
	def  value // nil: none
	must bool  // neither a default nor a factory
}

// A step sets one attribute.
type step struct {
	name    string
	param   int   // -1: not a parameter
	def     value // nil: none
	factory value // nil: none
}

// parsePlan reads (missing, npos, params, steps, initvars, frozen, post), where
// missing stands for no default.
func parsePlan(v value) *plan {
	t := v.(starlark.Tuple)
	known := func(v value) value {
		if v == t[0] {
			return nil
		}
		return v
	}
	index := func(v value) int {
		n, _ := starlark.AsInt32(v)
		return n
	}
	p := &plan{npos: index(t[1]), frozen: t[5] == starlark.True, post: t[6] == starlark.True}
	for _, v := range t[2].(starlark.Tuple) {
		f := v.(starlark.Tuple) // (name, default, factory)
		p.params = append(p.params, param{string(f[0].(starlark.String)), known(f[1]), f[1] == t[0] && f[2] == t[0]})
	}
	for _, v := range t[3].(starlark.Tuple) {
		f := v.(starlark.Tuple) // (name, parameter, default, factory)
		p.steps = append(p.steps, step{string(f[0].(starlark.String)), index(f[1]), known(f[2]), known(f[3])})
	}
	for _, v := range t[4].(starlark.Tuple) {
		p.initVars = append(p.initVars, index(v))
	}
	return p
}

// initialise does the work of function, the __init__ generated with the plan, and
// from then on spares the class its call. It returns False where function has to
// go on.
func initialise(t *thread, a args) (value, error) {
	fn, ok := a[0].(*starlark.Function)
	x, isObject := a[2].(*object.Instance)
	if !ok || !isObject || a[1] == starlark.None {
		return starlark.False, nil
	}
	s := x.Class().ShortcutFor(fn)
	if s == nil {
		s = &object.Shortcut{For: fn, Fill: parsePlan(a[1]).fill}
		for _, c := range x.Class().MRO {
			if c.Iso != nil && c.Dict.Get("__init__") == a[0] {
				c.SetShortcut(s)
				break
			}
		}
	}
	done, err := s.Fill(t, x, a[3].(starlark.Tuple), object.Keywords(a[4]))
	return starlark.Bool(done), err
}

// fill is the Fill of a shortcut.
func (p *plan) fill(t *thread, x *object.Instance, args starlark.Tuple, kwargs []starlark.Tuple) (bool, error) {
	if len(args) > p.npos || len(p.params) > maxParams {
		return false, nil
	}
	var room [maxParams]value
	given := room[:len(p.params)]
	copy(given, args)
	for _, kv := range kwargs {
		i := p.find(string(kv[0].(starlark.String)))
		if i < 0 || given[i] != nil {
			return false, nil
		}
		given[i] = kv[1]
	}
	for i := len(args); i < len(given); i++ {
		if given[i] == nil && p.params[i].must {
			return false, nil
		}
	}
	plain := p.frozen || x.Class().PlainSetAttr()
	x.Attrs.Grow(len(p.steps))
	for i := range p.steps {
		s := &p.steps[i]
		var v value
		switch {
		case s.param >= 0 && given[s.param] != nil:
			v = given[s.param]
		case s.factory != nil:
			made, err := call(t, s.factory, nil)
			if err != nil {
				return true, err
			}
			v = made
		case s.def != nil:
			v = s.def
		default:
			continue
		}
		if err := assign(t, x, s.name, v, plain); err != nil {
			return true, err
		}
	}
	if !p.post {
		return true, nil
	}
	vars := make(starlark.Tuple, len(p.initVars))
	for i, n := range p.initVars {
		if vars[i] = given[n]; vars[i] == nil {
			vars[i] = p.params[n].def
		}
	}
	m, err := object.GetAttr(t, x, "__post_init__")
	if err == nil {
		_, err = call(t, m, vars)
	}
	return true, err
}

func (p *plan) find(name string) int {
	for i := range p.params {
		if p.params[i].name == name {
			return i
		}
	}
	return -1
}

func assign(t *thread, x *object.Instance, name string, v value, plain bool) error {
	if plain {
		return x.GenericSetAttr(t, name, v)
	}
	return object.SetAttr(t, x, name, v)
}

// call calls what may make an object of the same class again: Go's stack has to be
// guarded, because no frame of a script is.
func call(t *thread, fn value, args starlark.Tuple) (value, error) {
	if err := object.Enter(t, ""); err != nil {
		return nil, err
	}
	defer object.Leave(t)
	return object.Call(t, fn, args, nil)
}
