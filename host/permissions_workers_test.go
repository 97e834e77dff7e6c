package host_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

// What a worker may do is what the script may, of every kind of worker, and of
// workers of workers.
func TestWorkersInherit(t *testing.T) {
	dir := t.TempDir()
	in, other := filepath.Join(dir, "in"), filepath.Join(dir, "other")
	for _, d := range []string{in, other} {
		os.Mkdir(d, 0o755)
		os.WriteFile(filepath.Join(d, "f"), []byte("text"), 0o644)
	}
	t.Setenv("PERMIT_ONE", "1")
	t.Setenv("PERMIT_TWO", "2")
	const script = `
import os, sys, subprocess, threading, multiprocessing, queue
from concurrent.futures import *
def uses(depth=0):
    out = [open('f').read(), os.environ['PERMIT_ONE'], os.environ['MINE'], os.path.basename(os.getcwd())]
    for f in [lambda: open(OTHER + '/f'), lambda: open('../other/f'), lambda: open('f', 'w'), lambda: os.environ['PERMIT_TWO'], lambda: os.listdir('/'), lambda: os.chdir('..'),
              lambda: subprocess.run(['true']), lambda: os.kill(1, 0), lambda: os.symlink(OTHER, 'x'), lambda: eval("__import__('os').listdir('/')"),
              lambda: open('/proc/self/environ'), lambda: os.kill(os.getppid(), 0)]:
        try: out.append(f())
        except PermissionError as e: out.append(1 if ' is not allowed here; ' in str(e) else str(e))
        except NotImplementedError as e: out.append(1)
    try:
        sys.path.insert(0, OTHER)
        import outside
        out.append('imported')
    except ModuleNotFoundError: out.append(1)
    return out
def nested(kind):
    with kind(1) as p: return p.submit(uses).result()
def in_thread():
    q = queue.Queue()
    t = threading.Thread(target=lambda: q.put(uses()))
    t.start(); t.join()
    return q.get()
def in_process():
    q = multiprocessing.Queue()
    p = multiprocessing.Process(target=send, args=(q,))
    p.start(); got = q.get(); p.join()
    return got
def send(q): q.put(uses())
os.chdir(IN)
os.environ['MINE'] = 'yes'
want = ['text', '1', 'yes', 'in'] + [1] * 13
def check(name, got):
    if got != want: print(name, got)
check('main', uses())
check('thread', in_thread())
check('process', in_process())
for kind in ThreadPoolExecutor, InterpreterPoolExecutor, ProcessPoolExecutor:
    with kind(1) as p:
        check(kind.__name__, p.submit(uses).result())
        check(kind.__name__ + ' map', list(p.map(uses, [0]))[0])
        if kind is not ThreadPoolExecutor:
            for inner in InterpreterPoolExecutor, ProcessPoolExecutor, ThreadPoolExecutor:
                check(kind.__name__ + ' ' + inner.__name__, p.submit(nested, inner).result())
    with kind(1, initializer=os.chdir, initargs=(IN,)) as p: check('initializer', p.submit(uses).result())
with multiprocessing.Pool(1) as p: check('Pool', p.apply(uses))
print('done')
`
	os.WriteFile(filepath.Join(other, "outside.py"), []byte("x = 1\n"), 0o644)
	src := fmt.Sprintf("IN, OTHER = %q, %q\n", in, other) + script
	if got := sandbox(t, src, host.WithRead(in), host.WithEnv("PERMIT_ONE")); got != "done\n" {
		t.Error(got)
	}
}

// A worker's clock and randomness are the host's, so such workers stay here.
func TestClockAndRandom(t *testing.T) {
	now := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	clock := func() time.Time { now = now.Add(time.Second); return now }
	const script = `
import time, datetime, random, secrets, uuid, os, tempfile
from concurrent.futures import *
def draw(): return [random.random(), secrets.token_hex(4), str(uuid.uuid4()), os.urandom(3).hex(), random.SystemRandom().random()]
def year(): return time.gmtime(time.time()).tm_year, datetime.datetime.now(datetime.timezone.utc).year
print(year(), time.monotonic() < 60, int(time.time()) != int(time.time()))
print(draw())
for kind in ThreadPoolExecutor, InterpreterPoolExecutor, ProcessPoolExecutor:
    with kind(1) as p: print(p.submit(year).result(), p.submit(draw).result())
`
	run := func() string {
		now = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
		return sandbox(t, script, host.WithClock(clock), host.WithRandom(&stream{}))
	}
	one, two := run(), run()
	if one != two {
		t.Errorf("differ:\n%s\n%s", one, two)
	}
	if !strings.HasPrefix(one, "(2001, 2001) True True\n") || strings.Count(one, "(2001, 2001)") != 4 {
		t.Error(one)
	}
}

// stream is a source of the same bytes each time.
type stream struct {
	n   int
	buf bytes.Buffer
}

func (s *stream) Read(b []byte) (int, error) {
	for s.buf.Len() < len(b) {
		s.n++
		sum := sha256.Sum256([]byte{byte(s.n), byte(s.n >> 8)})
		s.buf.Write(sum[:])
	}
	return s.buf.Read(b)
}

// Imports read modules beside the script and on the import path, and nothing else.
func TestImports(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		os.MkdirAll(filepath.Dir(path), 0o755)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("app/beside.py", "x = 'beside'\n")
	write("app/pkg/__init__.py", "from .inner import y\n")
	write("app/pkg/inner.py", "y = 'inner'\n")
	write("app/data.txt", "data")
	write("lib/onpath.py", "z = 'onpath'\n")
	write("secret/hidden.py", "token = 'secret'\n")
	os.Symlink(filepath.Join(dir, "secret", "hidden.py"), filepath.Join(dir, "app", "linked.py"))
	os.Symlink(filepath.Join(dir, "secret"), filepath.Join(dir, "app", "linkedpkg"))
	main := write("app/main.py", `
import sys, os
import beside, pkg, onpath
print(beside.x, pkg.y, onpath.z)
def attempt(f):
    try: return f()
    except (PermissionError, ModuleNotFoundError, NotImplementedError) as e: return type(e).__name__
print(attempt(lambda: open('data.txt')), attempt(lambda: open(beside.__file__)), attempt(lambda: os.listdir(os.path.dirname(__file__))), attempt(lambda: os.path.exists(__file__)))
def load(name): exec('import ' + name)
SECRET = os.path.join(os.path.dirname(os.path.dirname(__file__)), 'secret')
print(attempt(lambda: load('linked')), attempt(lambda: load('linkedpkg.hidden')), attempt(lambda: load('hidden')))
for p in [SECRET, SECRET + '/', os.path.dirname(__file__) + '/../secret', '../secret', os.path.dirname(__file__) + '/linkedpkg', '/', '']:
    sys.path[:] = [p]
    print(attempt(lambda: load('hidden')), end=' ')
sys.path.insert(0, os.path.dirname(__file__))
pkg.__path__[:] = [SECRET]
print(attempt(lambda: load('pkg.hidden')))
raise ValueError('the traceback shows this line')
`)
	var out bytes.Buffer
	in, err := host.New(host.WithImportPath(filepath.Join(dir, "lib")), host.WithStdout(&out))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	err = in.RunFile(t.Context(), main)
	e, ok := err.(*host.Error)
	if !ok || e.Class != "ValueError" || !strings.Contains(e.Traceback, "raise ValueError('the traceback shows") {
		t.Errorf("%v %+v", err, e)
	}
	want := "beside inner onpath\nPermissionError PermissionError PermissionError PermissionError\n" +
		strings.Repeat("ModuleNotFoundError ", 2) + "ModuleNotFoundError\n" + strings.Repeat("ModuleNotFoundError ", 7) + "ModuleNotFoundError\n"
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}
