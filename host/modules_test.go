package host_test

// This file tests the modules that a host brings along and those that it hides.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"

	"starpool/host"
)

type shop struct {
	Name    string
	Version int `starpool:"__version__"`
	orders  int
}

func (s *shop) Order(what string) string {
	s.orders++
	return fmt.Sprint(what, " #", s.orders)
}

var notFound = host.NewException("shop.NotFound", host.Builtin("LookupError"))

func TestHostModules(t *testing.T) {
	files := fstest.MapFS{
		"util.py":              {Data: []byte("import shop.stock\nfrom pack import inner\ndef f(): return shop.stock.count + inner.x\n")},
		"pack/__init__.py":     {Data: []byte("from . import inner\n")},
		"pack/inner.py":        {Data: []byte("x = 1\nname = __name__, __file__, __package__\n")},
		"pack/broken.py":       {Data: []byte("x = = 1\n")},
		"json.py":              {Data: []byte("mine = True\n")},
		"pack/sub/__init__.py": {Data: []byte("from ..inner import x\n")},
	}
	in, out := newHost(t,
		host.WithModule("shop", &shop{Name: "corner"}),
		host.WithModule("shop.stock", map[string]any{"count": 5, "NotFound": notFound, "find": func(id int) (string, error) {
			if id > 5 {
				return "", notFound.Errorf("no item %d: %w", id, fs.ErrNotExist)
			}
			return "item", nil
		}}),
		host.WithLoader(files),
		host.WithLoader(func(name string) (string, []byte, error) {
			if name == "made" {
				return "", []byte("y = 'made up'\n"), nil
			}
			if name == "failing" {
				return "", nil, errors.New("the disk is on fire")
			}
			return "", nil, fs.ErrNotExist
		}),
		host.WithoutModules("json", "os", "sched"),
	)
	says(t, in, out, `
import shop, shop.stock as stock, util, pack.sub, made, importlib, sys
from shop.stock import NotFound
print(shop.name, shop.__version__, shop.order("tea"), shop.order("milk"), stock.count, util.f(), pack.sub.x, made.y)
print(pack.inner.name, shop.stock is stock, 'shop' in sys.modules, shop)
try: stock.find(9)
except NotFound as e: print(type(e), e, isinstance(e, LookupError), NotFound.__mro__[1])
class Closed(NotFound): pass
try: raise Closed("x")
except NotFound as e: print(repr(e))
import json
print(json.mine, importlib.import_module('json') is json)
import shutil, logging    # they need os themselves
for bad in ('import os', 'import os.path', '__import__("os")', 'importlib.import_module("os")', 'from os import path', 'import sched', 'sys.modules["os"]',
            'import shop.nothing', 'import pack.broken', 'import failing', 'importlib.reload(shop) is shop'):
    try: exec(bad); print('fine')
    except BaseException as e: print(type(e).__name__, str(e))
print(importlib.util.find_spec('os') if hasattr(importlib, 'util') else '', 'os' in sys.builtin_module_names)
import importlib.util
print(importlib.util.find_spec('os'), importlib.util.find_spec('shop').origin, importlib.util.find_spec('util').origin)
`, `corner 0 tea #1 milk #2 5 6 1 made up
('pack.inner', 'pack/inner.py', 'pack') True True <module 'shop' (built-in)>
<class 'shop.NotFound'> no item 9: file does not exist True <class 'LookupError'>
Closed('x')
True True
ModuleNotFoundError No module named 'os'
ModuleNotFoundError No module named 'os'
ModuleNotFoundError No module named 'os'
ModuleNotFoundError No module named 'os'
ModuleNotFoundError No module named 'os'
ModuleNotFoundError No module named 'sched'
KeyError 'os'
ModuleNotFoundError No module named 'shop.nothing'
SyntaxError invalid syntax (broken.py, line 1)
RuntimeError the disk is on fire
fine
 False
None built-in util.py
`)
	err := in.Run(context.Background(), "fails.py", []byte("import shop.stock\nshop.stock.find(9)\n"))
	if !errors.Is(err, notFound) || !errors.Is(err, fs.ErrNotExist) || !errors.Is(err, host.Builtin("LookupError")) || errors.Is(err, host.Builtin("KeyError")) {
		t.Errorf("errors.Is: %v", err)
	}
	only, out := newHost(t, host.WithModules("math", "concurrent.futures"))
	says(t, only, out, `
import math, concurrent.futures, sys
for name in ('time', 'concurrent.futures.thread', 'os', 'itertools'):
    try: __import__(name); print('fine')
    except ImportError as e: print(type(e).__name__, e)
print(sorted(n for n in sys.modules if n[0] != '_'))
`, `ModuleNotFoundError No module named 'time'
fine
ModuleNotFoundError No module named 'os'
ModuleNotFoundError No module named 'itertools'
['builtins', 'concurrent', 'concurrent.futures', 'concurrent.futures.thread', 'math', 'sys']
`)
	if _, err := host.New(host.WithLoader(3)); err == nil {
		t.Error("a loader that is none")
	}
}

func TestErrorMapper(t *testing.T) {
	errGone := errors.New("gone")
	in, out := newHost(t,
		host.WithErrorMapper(func(err error) error {
			if errors.Is(err, errGone) {
				return notFound.Wrap(err)
			}
			return nil
		}),
		host.WithGlobals(map[string]any{
			"gone":  func() error { return fmt.Errorf("order 3: %w", errGone) },
			"plain": func() error { return errors.New("plain") },
			"kind":  func() error { return notFound },
			"stop":  func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() },
			"slow": func(ctx context.Context) error {
				ctx, cancel := context.WithTimeout(ctx, 1)
				defer cancel()
				<-ctx.Done()
				return ctx.Err()
			},
		}))
	says(t, in, out, `
for f in (gone, plain, kind, slow):
    try: f()
    except Exception as e: print(type(e).__name__, repr(e))
`, `NotFound NotFound('order 3: gone')
RuntimeError RuntimeError('plain')
NotFound NotFound()
TimeoutError TimeoutError('context deadline exceeded')
`)
	err := in.Run(context.Background(), "chain.py", []byte("try: gone()\nexcept Exception as e: raise ValueError('outer') from e\n"))
	var e *host.Error
	if !errors.As(err, &e) || e.Class != "ValueError" || e.Cause == nil || e.Cause.Class != "shop.NotFound" || !errors.Is(err, errGone) || !errors.Is(err, notFound) {
		t.Errorf("%+v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := in.Run(ctx, "stop.py", []byte("try: stop()\nexcept BaseException: print('caught')\n")); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	// Through a task and a future as well.
	err = in.Run(context.Background(), "task.py", []byte("with ThreadPoolExecutor() as ex: ex.submit(gone).result()\n"))
	if !errors.Is(err, errGone) {
		t.Error(err)
	}
}

// A thousand interpreters at once share nothing but code.
func TestThousandInterpreters(t *testing.T) {
	n := 1000
	if testing.Short() {
		n = 100
	}
	p, err := host.Compile("many.py", []byte(`
import json, collections, threading
from queue import Queue
class Oops(Exception): pass
counts = collections.Counter()
lock = threading.Lock()
def work(i):
    with lock: counts[i % 3] += 1
    if i == 7: raise Oops(me)
    return double(i)
with ThreadPoolExecutor(3) as pool:
    fs = [pool.submit(work, i) for i in range(10)]
total, failed = 0, []
for f in as_completed(fs):
    try: total += f.result()
    except Oops as e: failed.append(e.args[0])
q = Queue()
t = threading.Thread(target=lambda: q.put(json.dumps({"me": me, "total": total})))
t.start(); t.join()
print(q.get(), failed, sum(counts.values()), state.name)
state.name = "changed"
collections.mine = me
`), host.WithGlobals(map[string]any{"me": 0, "double": 0, "state": 0}))
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		wg.Go(func() {
			var out bytes.Buffer
			state := &shop{Name: fmt.Sprint("shop", i)}
			in, err := host.New(host.WithStdout(&out), host.WithGlobals(map[string]any{
				"me": i, "state": state, "double": func(x int) int { return 2 * x },
			}))
			if err != nil {
				t.Error(err)
				return
			}
			defer in.Close()
			<-start
			if err := in.RunProgram(context.Background(), p); err != nil {
				t.Error(err)
			}
			if want := fmt.Sprintf("{\"me\": %d, \"total\": 76} [%d] 10 shop%d\n", i, i, i); out.String() != want || state.Name != "changed" {
				t.Errorf("got %q, want %q", out.String(), want)
			}
			v, err := in.Call(context.Background(), "work", 4)
			if got, err2 := host.As[int](v); err != nil || err2 != nil || got != 8 {
				t.Error(got, err, err2)
			}
		})
	}
	close(start)
	wg.Wait()
}

// Isolates that are workers have the host's names and modules, as values of their
// own heaps.
func TestHostValuesInWorkers(t *testing.T) {
	state := &shop{Name: "corner"}
	in, out := newHost(t, host.WithModule("shop", state), host.WithLoader(fstest.MapFS{"rules.py": {Data: []byte("def twice(x): return double(x)\n")}}),
		host.WithGlobals(map[string]any{"double": func(x int) int { return 2 * x }, "state": &shop{Name: "mine"}}))
	says(t, in, out, `
import shop
def work(x):
    import shop, rules
    return double(x), rules.twice(x), state.name, shop.name
with InterpreterPoolExecutor(3) as pool: print(list(pool.map(work, range(3))))
`, "[(0, 0, 'mine', 'corner'), (2, 2, 'mine', 'corner'), (4, 4, 'mine', 'corner')]\n")
	says(t, in, out, `
def broken(): return double(1)
def cannot(): return state
with ProcessPoolExecutor(1) as pool:
    for f in (broken, cannot):
        try: pool.submit(f).result()
        except Exception as e: print(type(e).__name__, e)
    try: pool.submit(print, state).result()
    except Exception as e: print(type(e).__name__, e)
`, "NameError name 'double' is not defined\nNameError name 'state' is not defined\nTypeError cannot pickle 'shop' object\n")
}
