// Package profile is the modules cProfile, profile and pstats.
//
// CPython's profilers are told of every call. go.starlark.net tells of none, so
// this one looks: every millisecond a sampler takes the interpreter lock and
// reads the call stacks of the threads that are profiled, which costs a program
// next to nothing. Times are those between two looks; the number of calls is
// that of the calls that looks have met.
//
//	sampler.go   the sampler
//	profile.py   the class Profile and the functions of the modules
//	pstats.py    reports
package profile

import (
	_ "embed"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed profile.py
var profileSource string

//go:embed pstats.py
var statsSource string

func init() {
	for _, name := range []string{"cProfile", "profile"} {
		registry.Register(&registry.Module{
			Name: name, Doc: "A profiler that samples the running program.", Source: profileSource,
			Funcs: []object.Def{
				{Sig: "_start(/)", Fn: start, Doc: "Begin to sample the calling thread; returns the sampler."},
				{Sig: "_stop(sampler, /)", Fn: stop, Doc: "End it; returns (samples, seconds, functions)."},
			},
			Main: "import sys, " + name + "\nsys.exit(" + name + ".main())\n",
		})
	}
	registry.Register(&registry.Module{Name: "pstats", Doc: "Reports of profiles.", Source: statsSource})
}
