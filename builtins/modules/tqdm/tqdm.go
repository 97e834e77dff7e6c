// Package tqdm is the module tqdm, progress bars as the package of that name
// draws them:
//
//	counter.go  the counter that all bars are: what an iteration or update costs
//	iterate.go  the iterator that a loop over a bar walks
//	meter.go    format_meter: the text of a bar
//	layout.go   the pieces of that text: numbers, intervals, the bar itself
//	width.go    how wide a text is on a terminal
//	std.py      the class tqdm: drawing, positions, descriptions
//	contrib.py  thread_map, process_map and the small wrappers
//
// The submodules auto, std, autonotebook and notebook hold the same bar: there is
// no notebook to draw in.
package tqdm

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

//go:embed std.py
var stdSource string

//go:embed contrib.py
var contribSource string

//go:embed redirect.py
var redirectSource string

//go:embed itertools.py
var itertoolsSource string

// Version is the release of tqdm whose output and arguments these are.
const version = "4.67.1"

const reexport = `
from tqdm.std import (TqdmDeprecationWarning, TqdmExperimentalWarning, TqdmKeyError, TqdmMonitorWarning,
                      TqdmTypeError, TqdmWarning, tqdm, trange)
`

func init() {
	registry.Register(&registry.Module{
		Name: "tqdm", Doc: "Progress bars.", Source: reexport + `
from tqdm.std import tqdm as tqdm_notebook, trange as tnrange
__all__ = ['tqdm', 'trange', 'tqdm_notebook', 'tnrange', 'TqdmTypeError', 'TqdmKeyError', 'TqdmWarning',
           'TqdmDeprecationWarning', 'TqdmExperimentalWarning', 'TqdmMonitorWarning', '__version__']
`,
		Values: map[string]value{"__version__": starlark.String(version)},
	})
	registry.Register(&registry.Module{
		Name: "tqdm.std", Doc: "The class tqdm and its shorthand trange.", Source: stdSource,
		Classes: []*object.Class{counterClass},
		Funcs: []object.Def{
			formatMeter, formatSizeof, formatInterval, formatNum,
			{Sig: "_columns(text, /)", Fn: func(t *thread, a args) (value, error) {
				s, err := object.Str(t, a[0])
				return starlark.MakeInt(columns(s)), err
			}},
			{Sig: "_screen(file, /)", Fn: screen},
		},
		Init: func(t *thread, m *object.Module) error {
			// Bars that nobody closed leave their line whole when the program ends.
			t.Isolate().OnFinish(func(t *thread, _ bool) {
				if end := m.Get("_close_all"); end != nil {
					object.Call(t, end, nil, nil)
				}
			})
			return nil
		},
	})
	for _, name := range []string{"tqdm.auto", "tqdm.autonotebook", "tqdm.notebook"} {
		registry.Register(&registry.Module{Name: name, Doc: "The bar of tqdm.std.", Source: reexport + `
if __name__ == 'tqdm.notebook':
    tqdm_notebook, tnrange = tqdm, trange
`})
	}
	registry.Register(&registry.Module{Name: "tqdm.version", Values: map[string]value{"__version__": starlark.String(version)}})
	registry.Register(&registry.Module{Name: "tqdm.contrib", Doc: "Wrappers around common functions.", Source: contribSource})
	registry.Register(&registry.Module{Name: "tqdm.contrib.concurrent", Doc: "Wrappers around concurrent.futures.", Source: `
from tqdm.contrib import _thread_map as thread_map, _process_map as process_map, _ensure_lock as ensure_lock
thread_map.__name__ = thread_map.__qualname__ = 'thread_map'
process_map.__name__ = process_map.__qualname__ = 'process_map'
__all__ = ['thread_map', 'process_map']
`})
	registry.Register(&registry.Module{Name: "tqdm.contrib.logging", Doc: "Log lines above the bars.", Source: redirectSource})
	registry.Register(&registry.Module{Name: "tqdm.contrib.itertools", Doc: "Wrappers around itertools.", Source: itertoolsSource})
}

// screen returns (columns, rows) of the terminal that the file is, less one each,
// or (None, None).
func screen(t *thread, a args) (value, error) {
	none := starlark.Tuple{starlark.None, starlark.None}
	f, err := object.CallMethod(t, a[0], "fileno")
	if err != nil {
		return none, nil // a text in memory has none
	}
	fd, err := object.Int(t, f)
	if err != nil {
		return none, nil
	}
	cols, rows, ok := files.TerminalSize(fd)
	if !ok {
		return none, nil
	}
	return starlark.Tuple{starlark.MakeInt(cols - 1), starlark.MakeInt(rows - 1)}, nil
}
