package profile

// This file samples the call stacks of a thread.

import (
	"sort"
	"sync"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// interval lies between two looks.
const interval = time.Millisecond

// A place is a function: where it is defined, or what built-in it is.
type place struct {
	file string
	line int
	name string
}

// An entry is what is known of one function.
type entry struct {
	place
	calls      int // that were seen
	total, cum time.Duration
	callers    map[*entry]*entry
}

// A sampler watches one thread. The isolate's lock guards what it gathers.
type sampler struct {
	watched *isolate.Thread
	watcher *isolate.Thread
	entries map[place]*entry
	last    []*entry // the stack that the last look saw
	when    time.Time
	began   time.Time
	looks   int
	took    time.Duration

	once sync.Once
	done chan struct{}
	over chan struct{}
}

var samplerClass = object.NewClass(object.Spec{Name: "sampler", Module: "cProfile", Final: true})

func start(t *object.Thread, a object.Args) (starlark.Value, error) {
	now := time.Now()
	s := &sampler{
		watched: t, entries: make(map[place]*entry), when: now, began: now,
		done: make(chan struct{}), over: make(chan struct{}),
	}
	iso := t.Isolate()
	s.watcher = iso.NewThread("profiler")
	s.watcher.Hide()
	iso.OnClose(s.end)
	go s.run()
	return object.Make(samplerClass, t, s), nil
}

func (s *sampler) end() { s.once.Do(func() { close(s.done) }) }

func (s *sampler) run() {
	defer close(s.over)
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		select {
		case <-s.done:
			return
		case <-tick.C:
		}
		s.watcher.Acquire()
		select {
		case <-s.done:
		default:
			s.look()
		}
		s.watcher.Release()
	}
}

// look adds the time since the last look to the functions that are running.
func (s *sampler) look() {
	now := time.Now()
	dt := now.Sub(s.when)
	s.when = now
	s.looks++
	stack := s.stack()
	seen := make(map[*entry]bool, len(stack))
	edges := make(map[[2]*entry]bool, len(stack))
	for i, e := range stack {
		if i >= len(s.last) || s.last[i] != e {
			e.calls++
			s.last = s.last[:min(i, len(s.last))]
		}
		if !seen[e] {
			seen[e] = true
			e.cum += dt
		}
		// A recursive call takes no time twice.
		if i > 0 {
			along := [2]*entry{stack[i-1], e}
			e.calledBy(stack[i-1], dt, i == len(stack)-1, !edges[along])
			edges[along] = true
		}
	}
	if n := len(stack); n > 0 {
		stack[n-1].total += dt
	}
	s.last = stack
}

func (e *entry) calledBy(caller *entry, dt time.Duration, top, first bool) {
	c := e.callers[caller]
	if c == nil {
		c = &entry{}
		e.callers[caller] = c
	}
	if first {
		c.calls++
		c.cum += dt
	}
	if top {
		c.total += dt
	}
}

// stack lists the functions that the watched thread runs, outermost first.
func (s *sampler) stack() []*entry {
	st := s.watched.Starlark()
	var out []*entry
	for i := st.CallStackDepth() - 1; i >= 0; i-- {
		fr := st.DebugFrame(i)
		var p place
		switch fn := fr.Callable().(type) {
		case *starlark.Function:
			info := object.InfoAt(s.watched, fn.Name(), fr.Position())
			if info != nil && info.Hidden() {
				continue
			}
			pos := fn.Position()
			p = place{object.FileName(pos.Filename()), int(pos.Line), fn.Name()}
			switch {
			case fn.Name() == "<toplevel>":
				p.name, p.line = "<module>", 1
			case info != nil:
				p.name = info.Name
			}
		case *object.Func:
			p = builtin(fn)
		case *object.BoundMethod:
			f, ok := fn.Fn.(*object.Func)
			if !ok {
				continue
			}
			p = builtin(f)
		default:
			continue
		}
		e := s.entries[p]
		if e == nil {
			e = &entry{place: p, callers: make(map[*entry]*entry)}
			s.entries[p] = e
		}
		out = append(out, e)
	}
	return out
}

// builtin names a function made in Go as CPython's reports name those in C.
func builtin(f *object.Func) place {
	if c := f.Owner(); c != nil {
		return place{file: "~", name: "{method '" + f.Name() + "' of '" + c.FullName() + "' objects}"}
	}
	return place{file: "~", name: "{built-in method " + f.Module() + "." + f.Name() + "}"}
}

// stop ends the sampling and returns (looks, seconds, functions): each a tuple of
// ((file, line, name), calls, own time, whole time, callers).
func stop(t *object.Thread, a object.Args) (starlark.Value, error) {
	x, ok := a[0].(*object.Instance)
	if !ok {
		return nil, object.Raise(object.TypeError, "expected a sampler, got %s", object.TypeName(a[0]))
	}
	s, ok := x.State.(*sampler)
	if !ok {
		return nil, object.Raise(object.TypeError, "expected a sampler, got %s", object.TypeName(a[0]))
	}
	s.end()
	if s.took == 0 {
		s.took = time.Since(s.began)
	}
	list := make([]*entry, 0, len(s.entries))
	for _, e := range s.entries {
		list = append(list, e)
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].file != list[j].file {
			return list[i].file < list[j].file
		}
		return list[i].line < list[j].line || list[i].line == list[j].line && list[i].name < list[j].name
	})
	functions := make([]starlark.Value, len(list))
	for i, e := range list {
		callers := starlark.NewDict(len(e.callers))
		for from, c := range e.callers {
			callers.SetKey(from.key(), starlark.Tuple{starlark.MakeInt(c.calls), starlark.MakeInt(c.calls), seconds(c.total), seconds(c.cum)})
		}
		functions[i] = starlark.Tuple{e.key(), starlark.MakeInt(e.calls), seconds(e.total), seconds(e.cum), callers}
	}
	return starlark.Tuple{starlark.MakeInt(s.looks), seconds(s.took), starlark.NewList(functions)}, nil
}

func (p place) key() starlark.Value {
	return starlark.Tuple{starlark.String(p.file), starlark.MakeInt(p.line), starlark.String(p.name)}
}

func seconds(d time.Duration) starlark.Value { return starlark.Float(d.Seconds()) }
