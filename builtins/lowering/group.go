package lowering

// This file defines except*.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A group is the state of a try statement with except* clauses whose body has
// raised an exception.
type group struct {
	opaque
	r     *env
	c     *Raised
	rest  *object.Instance   // what no clause has handled yet
	match *object.Instance   // what the clause at hand handles
	after []*object.Instance // what the clauses raised
}

func (g *group) String() string { return "<group>" }

// Type implements starlark.Value.
func (g *group) Type() string { return "group" }

// Get implements starlark.Mapping: g[T] tells whether a clause for T has
// something to handle, and splits that off.
func (g *group) Get(types value) (value, bool, error) {
	if g.rest == nil {
		return starlark.False, true, nil
	}
	var err error
	g.match, g.rest, err = object.MatchStar(g.r.iso.Current(), g.rest, types)
	return starlark.Bool(g.match != nil), true, err
}

func init() {
	functions["group"] = func(r *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		c := args[0].(*Raised)
		return &group{r: r, c: c, rest: c.exc}, nil
	}
	functions["grouprun"] = func(r *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		g := args[0].(*group)
		t := r.iso.Current()
		h, exc := g.c.h, g.match
		h.push(exc, st.CallStackDepth())
		t.Hidden += hiddenFrames
		_, err := starlark.Call(st, args[1], starlark.Tuple{exc}, nil)
		t.Hidden -= hiddenFrames
		if err != nil {
			c := catch(t, st, err)
			if c == nil {
				return nil, err
			}
			h.pop(c.exc)
			g.after = append(g.after, c.exc)
			return starlark.None, nil
		}
		h.pop(exc)
		return starlark.None, nil
	}
	functions["groupend"] = func(r *env, st *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
		g := args[0].(*group)
		all := g.after
		if g.rest != nil {
			all = append(all, g.rest)
		}
		g.c.h.pop(g.c.exc)
		exc, err := object.JoinStar(r.iso.Current(), g.c.exc, all)
		if err != nil {
			return nil, err
		}
		if exc != nil {
			return nil, raiseAgain(exc)
		}
		return starlark.None, nil
	}
}
