package host_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"starpool/builtins/permit"
	"starpool/host"
)

// sandbox runs a script under options and returns what it printed.
func sandbox(t *testing.T, src string, opts ...host.Option) string {
	t.Helper()
	var out bytes.Buffer
	in, err := host.New(append(opts, host.WithStdout(&out), host.WithStderr(&out))...)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := in.Run(context.Background(), "<test>", []byte(src)); err != nil {
		var e *host.Error
		if errors.As(err, &e) {
			t.Fatalf("%s\n%s", out.String(), e.Traceback)
		}
		t.Fatalf("%s\n%v", out.String(), err)
	}
	return out.String()
}

// attempts are uses of the world outside, an expression each. FILE is a file that
// is there, DIR its folder, NEW a path beside it that is not.
var attempts = map[string][]string{
	"builtins": {`open(FILE)`, `open(FILE, 'rb')`, `open(NEW, 'w')`, `open(NEW, 'x')`, `open(FILE, 'a')`, `open(FILE, 'r+')`, `open(FILE.encode())`,
		`open(pathlib.Path(FILE))`, `open(FILE, opener=lambda p, f: os.open(p, f))`, `__import__('builtins').open(FILE)`,
		`getattr(__import__('io'), 'o' + 'pen')(FILE)`, `io.open(FILE)`, `eval('f(p)', {'f': open, 'p': FILE})`, `(lambda f: f(FILE))(open)`,
		`[f(FILE) for f in [open]]`, `globals()['__builtins__'].open(FILE) if hasattr(globals().get('__builtins__'), 'open') else open(FILE)`},
	"os": {`os.access(FILE, os.F_OK)`, `os.chdir(DIR)`, `os.chmod(FILE, 0o777)`, `os.getcwd()`, `os.kill(os.getpid(), 0)`, `os.kill(os.getppid(), 0)`, `os.kill(-1, 0)`,
		`os.kill(0, 0)`, `os.link(FILE, NEW)`, `os.listdir(DIR)`, `os.listdir()`, `os.lstat(FILE)`, `os.makedirs(NEW)`, `os.makedirs(NEW + '/a/b')`, `os.makedirs(DIR, exist_ok=True)`, `os.mkdir(NEW)`,
		`os.open(FILE, os.O_RDONLY)`, `os.open(NEW, os.O_CREAT | os.O_WRONLY)`, `os.open(FILE, os.O_TRUNC)`, `os.readlink(FILE)`, `os.remove(FILE)`, `os.removedirs(DIR)`,
		`os.rename(FILE, NEW)`, `os.renames(FILE, NEW)`, `os.replace(FILE, NEW)`, `os.rmdir(DIR)`, `os.scandir(DIR)`, `os.scandir()`, `os.stat(FILE)`, `os.stat('/')`,
		`os.stat(FILE, follow_symlinks=False)`, `os.symlink(FILE, NEW)`, `os.truncate(FILE, 0)`, `os.unlink(FILE)`, `os.utime(FILE)`,
		`list(os.walk(DIR, onerror=reraise))`, `list(os.walk(DIR))`, `next(os.walk(DIR))`, `os._exit(3)`, `os.getenv('PATH')`, `os.environ['PATH']`, `os.environ.get('PATH')`, `'PATH' in os.environ`,
		`os.environ.setdefault('PATH', 'x')`, `os.environ.pop('PATH')`, `os.environ.__getitem__('PATH')`, `os.__dict__['listdir'](DIR)`,
		`os.system('true')`, `os.popen('true')`, `os.execv('/bin/true', ['true'])`, `os.execl('/bin/true', 'true')`, `os.execlp('true', 'true')`, `os.execvp('true', ['true'])`, `os.execve('/bin/true', ['true'], {})`,
		`os.spawnv(os.P_WAIT, '/bin/true', ['true'])`, `os.spawnl(os.P_WAIT, '/bin/true', 'true')`, `os.spawnlp(os.P_WAIT, 'true', 'true')`, `os.spawnvp(os.P_WAIT, 'true', ['true'])`, `os.killpg(1, 0)`, `os.waitpid(-1, 0)`, `os.wait()`,
		`os.setsid()`, `os.setpgid(0, 0)`, `os.nice(1)`, `os.umask(0)`, `os.abort()`, `os.getlogin()`, `os.get_exec_path()`},
	"os.path": {`os.path.exists(FILE)`, `os.path.lexists(FILE)`, `os.path.isfile(FILE)`, `os.path.isdir(DIR)`, `os.path.islink(FILE)`, `os.path.getsize(FILE)`,
		`os.path.getmtime(FILE)`, `os.path.getatime(FILE)`, `os.path.getctime(FILE)`, `os.path.samefile(FILE, FILE)`, `os.path.realpath(FILE)`, `os.path.realpath(NEW)`,
		`os.path.abspath('x')`, `os.path.relpath('x')`, `os.path.expanduser('~')`, `os.path.expandvars('$HOME')`, `os.path.expandvars('a${PATH}')`},
	"shutil": {`shutil.copy(FILE, NEW)`, `shutil.copy2(FILE, NEW)`, `shutil.copyfile(FILE, NEW)`, `shutil.copymode(FILE, NEW)`, `shutil.copystat(FILE, NEW)`, `shutil.copytree(DIR, NEW)`,
		`shutil.move(FILE, NEW)`, `shutil.rmtree(DIR)`, `shutil.disk_usage(DIR)`, `shutil.which('sh')`, `shutil._disk_usage(DIR)`, `shutil.make_archive(NEW, "zip", DIR)`, `shutil.make_archive("x", "zip")`},
	"glob":     {`glob.glob(DIR + '/*')`, `glob.glob(FILE)`, `list(glob.iglob(DIR + '/**', recursive=True))`, `glob.glob('*')`},
	"tempfile": {`tempfile.mkdtemp()`, `tempfile.mkstemp()`, `tempfile.mktemp()`, `tempfile.gettempdir()`, `tempfile.gettempdirb()`, `tempfile.NamedTemporaryFile()`, `tempfile.TemporaryFile()`, `tempfile.TemporaryDirectory()`, `tempfile.mkdtemp(dir=DIR)`, `tempfile.SpooledTemporaryFile(max_size=1).rollover()`},
	"subprocess": {`subprocess.run(['true'])`, `subprocess.run('true', shell=True)`, `subprocess.Popen(['true'])`, `subprocess.Popen([FILE])`, `subprocess.call(['true'])`, `subprocess.check_call(['true'])`,
		`subprocess.check_output(['env'])`, `subprocess.getoutput('env')`, `subprocess.getstatusoutput('env')`, `subprocess.run([sys.executable, '-c', 'print(1)'])`, `subprocess.run(['x'], executable='/bin/sh')`,
		`subprocess.run(['/no/such/program'])`, `subprocess.run(['true'], cwd=DIR)`, `subprocess.run(['true'], env={'LD_PRELOAD': FILE})`,
		`subprocess._spawn(['true'], None, None, None, None, None, None, None, -1, False, None)`},
	"signal":   {`signal.signal(signal.SIGTERM, signal.SIG_IGN)`, `signal.raise_signal(signal.SIGTERM)`, `signal.alarm(1)`, `signal.setitimer(signal.ITIMER_REAL, 1)`, `signal._kill(15)`, `signal._install(15, 1, None)`},
	"pathlib":  {`P(FILE).read_text()`, `P(FILE).read_bytes()`, `P(FILE).open()`, `P(NEW).write_text('x')`, `P(NEW).write_bytes(b'x')`, `P(FILE).exists()`, `P(FILE).is_file()`, `P(DIR).is_dir()`, `P(FILE).is_symlink()`, `P(FILE).stat()`, `P(FILE).lstat()`, `list(P(DIR).iterdir())`, `list(P(DIR).glob('*'))`, `list(P(DIR).rglob('*'))`, `list(P(DIR).walk(on_error=reraise))`, `P(NEW).mkdir()`, `P(NEW).mkdir(parents=True)`, `P(NEW).touch()`, `P(FILE).unlink()`, `P(DIR).rmdir()`, `P(FILE).rename(NEW)`, `P(FILE).replace(NEW)`, `P(FILE).chmod(0o777)`, `P(NEW).symlink_to(FILE)`, `P(NEW).hardlink_to(FILE)`, `P(FILE).readlink()`, `P(FILE).resolve()`, `P('x').absolute()`, `P.cwd()`, `P.home()`, `P('~').expanduser()`, `P(FILE).samefile(FILE)`},
	"logging":  {`logging.FileHandler(NEW)`, `logging.FileHandler(FILE, delay=True).emit(logging.makeLogRecord({}))`, `logging.basicConfig(filename=NEW)`},
	"argparse": {`argparse.FileType('r')(FILE)`, `argparse.FileType('w')(NEW)`, `argparse.ArgumentParser(fromfile_prefix_chars='@', exit_on_error=False).parse_args(['@' + FILE])`},
	"hashlib":  {`hashlib.file_digest(open(FILE, 'rb'), 'md5')`},
	"pickle":   {`pickle.loads(pickle.dumps(Reducer(open, FILE)))`, `pickle.loads(pickle.dumps(Reducer(os.listdir, DIR)))`, `pickle.loads(pickle.dumps(Reducer(subprocess.getoutput, 'env')))`},
	"socket": {`socket.create_connection(('127.0.0.1', 1))`, `socket.create_server(('127.0.0.1', 0))`, `socket.getaddrinfo('example.com', 80)`, `socket.gethostbyname('localhost')`, `socket.gethostbyname_ex('localhost')`,
		`socket.gethostbyaddr('127.0.0.1')`, `socket.getnameinfo(('127.0.0.1', 80), 0)`, `socket.gethostname()`, `socket.getfqdn()`, `socket.if_nameindex()`, `socket.if_nametoindex('lo')`, `socket.socket().connect(('127.0.0.1', 1))`,
		`socket.socket().connect_ex(('127.0.0.1', 1))`, `socket.socket().bind(('', 0))`, `socket.socket().bind(('127.0.0.1', 0))`, `socket.socket().connect(('127.1', 1))`, `socket.socket().connect(('2130706433', 1))`,
		`socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 1))`, `socket.socket(socket.AF_UNIX).connect(FILE)`, `socket.socket(socket.AF_UNIX).bind(NEW)`, `socket.socket(socket.AF_UNIX).connect('\0abstract')`,
		`socket.socket(socket.AF_UNIX).bind('\0abstract')`, `socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM).sendto(b'x', FILE)`, `socket.if_indextoname(1)`},
	"http.client": {`http.client.HTTPConnection('127.0.0.1', 1).request('GET', '/')`, `http.client.HTTPSConnection('example.com').connect()`},
	"ssl": {`ssl.create_default_context(cafile=FILE)`, `ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_cert_chain(FILE)`, `ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(FILE)`,
		`ssl.get_server_certificate(('127.0.0.1', 1))`},
	"urllib.request": {`urllib.request.urlopen('http://127.0.0.1:1/')`, `urllib.request.urlopen('https://example.com/')`, `urllib.request.urlopen('file://' + FILE)`, `urllib.request.urlopen('file://localhost' + FILE)`,
		`urllib.request.urlopen('FILE:' + FILE)`, `urllib.request.urlretrieve('file://' + FILE)`, `urllib.request.urlretrieve('data:,x', NEW)`, `urllib.request.urlretrieve('http://localhost:1/')`,
		`urllib.request.build_opener(urllib.request.FileHandler()).open('file://' + FILE)`, `urllib.request.FileHandler().file_open(urllib.request.Request('file://' + FILE))`},
	"xml":              {`xml.etree.ElementTree.parse(FILE)`, `xml.etree.ElementTree.iterparse(FILE)`, `xml.etree.ElementTree.ElementTree(xml.etree.ElementTree.XML('<a/>')).write(NEW)`, `xml.dom.minidom.parse(FILE)`, `xml.sax.parse(FILE, xml.sax.ContentHandler())`},
	"logging.handlers": {`logging.handlers.RotatingFileHandler(NEW)`, `logging.handlers.TimedRotatingFileHandler(NEW)`, `logging.handlers.WatchedFileHandler(NEW)`, `logging.config.dictConfig({'version': 1, 'handlers': {'f': {'class': 'logging.FileHandler', 'filename': NEW}}})`},
	"tarfile":          {`tarfile.open(FILE)`, `tarfile.open(NEW, 'w')`, `tarfile.TarFile(FILE)`, `tarfile.is_tarfile(FILE)`, `tarfile.open(fileobj=io.BytesIO(), mode='w').add(FILE)`},
	"multiprocessing":  {`multiprocessing.shared_memory.SharedMemory(create=True, size=10)`, `multiprocessing.shared_memory.SharedMemory('x')`, `multiprocessing.connection.Listener(('127.0.0.1', 0))`, `multiprocessing.connection.Client(('127.0.0.1', 1))`, `multiprocessing.connection.Listener(NEW, family='AF_UNIX')`},
	"requests":         {`requests.get('http://127.0.0.1:1/')`, `requests.get('https://example.com/')`, `requests.post('http://[::1]:1/', data='x')`, `requests.Session().get('http://localhost:1')`, `requests.get('http://example.com', proxies={'http': 'http://127.0.0.1:1'})`},
	"http.server":      {`http.server.HTTPServer(('127.0.0.1', 0), http.server.BaseHTTPRequestHandler)`, `http.server.ThreadingHTTPServer(('', 0), http.server.SimpleHTTPRequestHandler)`},
	"socketserver":     {`socketserver.TCPServer(('127.0.0.1', 0), socketserver.BaseRequestHandler)`, `socketserver.UDPServer(('127.0.0.1', 0), socketserver.BaseRequestHandler)`, `socketserver.UnixStreamServer(NEW, socketserver.BaseRequestHandler)`},
	"zipfile":          {`zipfile.ZipFile(FILE)`, `zipfile.ZipFile(NEW, 'w')`, `zipped().extractall(DIR)`, `zipped().extract('a', DIR)`, `zipped('w').write(FILE)`},
	"gzip":             {`gzip.open(FILE)`, `gzip.open(NEW, 'w')`, `gzip.GzipFile(FILE)`},
	"mimetypes":        {`mimetypes.MimeTypes((FILE,))`, `mimetypes.init([FILE])`},
	"uuid":             {`uuid.getnode() and open(FILE)`},
	"platform":         {`platform._file('/proc/self/environ') or open('/proc/self/environ')`},
}

// wrong are expressions that fail for another reason than the policy: the check of
// an argument comes first, or nothing is there.
var wrong = regexp.MustCompile(`AttributeError|ModuleNotFoundError|NameError`)

const attemptPrelude = `
import argparse, glob, hashlib, io, logging, os, pathlib, pickle, platform, shutil, signal, subprocess, sys, tempfile
import gzip, http.client, http.server, logging.config, logging.handlers, multiprocessing.connection, multiprocessing.shared_memory, ssl, tarfile, urllib.request
import xml.dom.minidom, xml.etree.ElementTree, xml.sax
import http.server, mimetypes, requests, socket, socketserver, uuid, zipfile
def zipped(mode='r'):
    b = io.BytesIO()
    with zipfile.ZipFile(b, 'w') as z: z.writestr('a', 'x')
    return zipfile.ZipFile(b, mode)
P = pathlib.Path
class Reducer:
    def __init__(self, *call): self.call = call
    def __reduce__(self): return self.call[0], self.call[1:]
def reraise(e): raise e
def attempt(name, text):
    try:
        value = eval(text)
    except PermissionError as e:
        if e.errno != 13 or ' is not allowed here; host.With' not in str(e):
            print(name, text, 'was refused by other means:', e)
    except SystemExit as e:
        print(name, text, 'exits', e)
    except BaseException as e:
        if argument_error(e): return
        print(name, text, 'raised', type(e).__name__, e)
    else:
        print(name, text, 'returned', repr(value)[:80])
def argument_error(e):
    while e is not None:
        if 'is not allowed here; host.With' in str(e): return True
        e = e.__cause__ or e.__context__
    return False
`

func TestNothingIsAllowedByDefault(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "secret.txt")
	if err := os.WriteFile(file, []byte("secret"), 0o644); err != nil {
		t.Fatal(err)
	}
	var src strings.Builder
	fmt.Fprintf(&src, "%s\nFILE, DIR, NEW = %q, %q, %q\n", attemptPrelude, file, dir, filepath.Join(dir, "new"))
	for module, list := range attempts {
		for _, a := range list {
			fmt.Fprintf(&src, "attempt(%q, %q)\n", module, a)
		}
	}
	src.WriteString("print('done', len(os.environ), dict(os.environ), sys.stdin.read())\n")
	if got := sandbox(t, src.String()); got != "done 0 {} \n" {
		t.Errorf("%s", got)
	}
	if got, _ := os.ReadDir(dir); len(got) != 1 {
		t.Errorf("the folder has %v", got)
	}
	if got, _ := os.ReadFile(file); string(got) != "secret" {
		t.Errorf("the file has %q", got)
	}
}

// harmless are the functions of modules that reach outside which do not
// themselves: they compute, or act on what was opened with permission.
var harmless = map[string]string{
	"os": `DirEntry PathLike WCOREDUMP WEXITSTATUS WIFEXITED WIFSIGNALED WIFSTOPPED WSTOPSIG WTERMSIG getgroups getloadavg getpgid getpgrp getsid sched_getaffinity sched_yield sync times
		times_result uname uname_result waitstatus_to_exitcode close cpu_count error fdopen fsdecode fsencode fspath fstat fsync ftruncate get_terminal_size getegid geteuid getgid getpid getppid getuid isatty
		lseek pipe process_cpu_count putenv read stat_result strerror terminal_size unsetenv urandom write`,
	"os.path":    `basename commonpath commonprefix dirname isabs ismount join normcase normpath split splitdrive splitext splitroot`,
	"shutil":     `Error ReadError RegistryError chown get_archive_formats get_unpack_formats register_archive_format register_unpack_format unpack_archive unregister_archive_format unregister_unpack_format ExecError SameFileError SpecialFileError copyfileobj get_terminal_size ignore_patterns`,
	"glob":       `escape has_magic translate`,
	"tempfile":   `gettempprefix gettempprefixb`,
	"subprocess": `CalledProcessError CompletedProcess SubprocessError TimeoutExpired list2cmdline`,
	"socket": `AddressFamily AddressInfo MsgFlag SocketKind SocketType close dup error fromfd gaierror getdefaulttimeout getprotobyname getservbyname getservbyport has_dualstack_ipv6 herror htonl htons
		inet_aton inet_ntoa inet_ntop inet_pton ntohl ntohs setdefaulttimeout socket socketpair timeout`,
	"signal": `Handlers ItimerError Signals default_int_handler getitimer getsignal pause siginterrupt strsignal valid_signals`,
}

// Every function of these modules is tried above or known to be harmless, so that
// one that is added is thought about.
func TestEveryFunctionIsTried(t *testing.T) {
	for module, known := range harmless {
		names := strings.Fields(sandbox(t, fmt.Sprintf("import %s as m\nfor n in dir(m):\n  if n[0] != '_' and callable(getattr(m, n)): print(n)\n", module)))
		tried := strings.Join(attempts[module], "\n")
		for _, n := range names {
			if !slices.Contains(strings.Fields(known), n) && !strings.Contains(tried, module+"."+n+"(") {
				t.Errorf("%s.%s is neither in attempts nor harmless", module, n)
			}
		}
		for _, n := range strings.Fields(known) {
			if !slices.Contains(names, n) {
				t.Errorf("%s.%s is not there", module, n)
			}
		}
	}
}

func TestDeniedNamesTheOption(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{`open('/etc/passwd')`, `[Errno 13] reading '/etc/passwd' is not allowed here; host.WithRead("/etc/passwd") or --allow-read=/etc/passwd would allow it`},
		{`open('/etc/passwd', 'w')`, `[Errno 13] writing '/etc/passwd' is not allowed here; host.WithWrite("/etc/passwd") or --allow-write=/etc/passwd would allow it`},
		{`os.environ['HOME']`, `[Errno 13] reading the environment variable HOME is not allowed here; host.WithEnv("HOME") or --allow-env=HOME would allow it`},
		{`subprocess.run(['ls'])`, `[Errno 13] starting 'ls' is not allowed here; host.WithRun("ls") or --allow-run=ls would allow it`},
		{`os.kill(1, 9)`, `[Errno 13] sending signal 9 to process 1 is not allowed here; host.WithRun() or --allow-run would allow it`},
		{`os._exit(0)`, `[Errno 13] ending the process is not allowed here; host.WithProcess() would allow it`},
	} {
		if runtime.GOOS == "windows" && strings.Contains(c.src, "/") {
			continue
		}
		got := sandbox(t, "import os, subprocess\ntry: "+c.src+"\nexcept PermissionError as e: print(e, e.errno == 13)")
		if got != c.want+" True\n" {
			t.Errorf("%s: %s", c.src, got)
		}
	}
	in, err := host.New()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	err = in.Run(context.Background(), "<test>", []byte("open('/etc/passwd')"))
	var d *permit.Denied
	if !errors.As(err, &d) || !errors.Is(err, fs.ErrPermission) {
		t.Errorf("in Go: %v", err)
	}
}

// Each capability allows what it says and nothing else.
func TestGrants(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	for _, d := range []string{in, out} {
		os.Mkdir(d, 0o755)
	}
	os.WriteFile(filepath.Join(in, "a.txt"), []byte("text"), 0o644)
	os.WriteFile(filepath.Join(dir, "other.txt"), []byte("other"), 0o644)
	t.Setenv("PERMIT_ONE", "1")
	t.Setenv("PERMIT_TWO", "2")
	t.Setenv("OTHER", "3")
	src := fmt.Sprintf("IN, OUT, TOP = %q, %q, %q\n", in, out, dir) + `
import os, shutil, subprocess, sys, tempfile, glob
def denied(f, *args, **kwargs):
    try: return ('no', f(*args, **kwargs))
    except PermissionError as e: return ' is not allowed here' in str(e) or ' is refused here' in str(e) or str(e)
`
	for _, c := range []struct {
		name, src, want string
		opts            []host.Option
	}{
		{"read", `
print(open(IN + '/a.txt').read(), os.listdir(IN), os.path.exists(IN + '/b'), sorted(glob.glob(IN + '/*'))[0][-5:])
print(denied(open, IN + '/a.txt', 'w'), denied(open, TOP + '/other.txt'), denied(os.listdir, TOP), denied(open, IN + '/../other.txt'), denied(open, IN + '/b', 'w'))
print(denied(os.rename, IN + '/a.txt', IN + '/c'), denied(os.chmod, IN + '/a.txt', 0), denied(os.utime, IN), denied(os.truncate, IN + '/a.txt', 0), denied(os.rmdir, IN))
os.chdir(IN); print(open('a.txt').read(), os.path.basename(os.getcwd()), denied(open, '../other.txt'), denied(os.chdir, '..'), os.path.exists('./a.txt'))
try: open('none')
except FileNotFoundError as e: print(e)`,
			"text ['a.txt'] False a.txt\nTrue True True True True\nTrue True True True True\ntext in True True True\n[Errno 2] No such file or directory: 'none'\n",
			[]host.Option{host.WithRead(in)}},
		{"one file", `print(open(IN + '/a.txt').read(), denied(os.listdir, IN), denied(open, IN + '/b.txt'), denied(os.stat, IN))`, "text True True True\n",
			[]host.Option{host.WithRead(filepath.Join(in, "a.txt"))}},
		{"write", `
with open(OUT + '/w.txt', 'w') as f: f.write('x')
os.makedirs(OUT + '/d/e/f'); os.makedirs(OUT + '/d/e/f', exist_ok=True); os.rename(OUT + '/w.txt', OUT + '/d/v.txt'); os.truncate(OUT + '/d/v.txt', 0)
print(denied(open, OUT + '/d/v.txt'), denied(os.listdir, OUT), denied(open, TOP + '/x', 'w'), denied(open, OUT + '/d/v.txt', 'r+'), denied(os.makedirs, TOP + '/q'))
os.remove(OUT + '/d/v.txt'); os.rmdir(OUT + '/d/e/f'); os.rmdir(OUT + '/d/e'); os.rmdir(OUT + '/d')`, "True True True True True\n", []host.Option{host.WithWrite(out)}},
		{"both", `
d = tempfile.mkdtemp(dir=OUT)
with open(d + '/x', 'w+') as f: f.write('abc'); f.seek(0); print(f.read())
with tempfile.TemporaryDirectory(dir=OUT) as e: shutil.copytree(d, e + '/c'); print(os.listdir(e + '/c'))
shutil.rmtree(d); print(os.listdir(OUT), denied(tempfile.mkdtemp))`, "abc\n['x']\n[] True\n", []host.Option{host.WithRead(out), host.WithWrite(out)}},
		{"denial wins", `
print(denied(open, IN + '/a.txt'), open(TOP + '/other.txt').read(), denied(os.listdir, IN), denied(os.rename, TOP, TOP + '2'))`,
			"True other True True\n", []host.Option{host.WithoutRead(in), host.WithRead(dir), host.WithWrite(dir)}},
		{"denial of all", `print(denied(open, IN + '/a.txt'))`, "True\n", []host.Option{host.WithAll(), host.WithoutRead()}},
		{"all but", `print(denied(open, IN + '/a.txt'), open(TOP + '/other.txt').read())`, "True other\n", []host.Option{host.WithAll(), host.WithoutRead(in)}},
		{"environment", `
print(os.environ['PERMIT_ONE'], os.getenv('PERMIT_TWO'), denied(os.getenv, 'OTHER'), sorted(os.environ), os.environ.copy())
os.environ['OTHER'] = 'mine'; print(os.environ['OTHER'], os.getenv('OTHER')); del os.environ['OTHER']; print(denied(os.getenv, 'OTHER'))`,
			"1 2 True ['PERMIT_ONE', 'PERMIT_TWO'] {'PERMIT_ONE': '1', 'PERMIT_TWO': '2'}\nmine mine\nTrue\n", []host.Option{host.WithEnv("PERMIT_*")}},
		{"environment denied", `print(sorted(n for n in os.environ if n[:6] == 'PERMIT'), denied(os.getenv, 'PERMIT_TWO'))`, "['PERMIT_ONE'] True\n", []host.Option{host.WithEnv(), host.WithoutEnv("PERMIT_TWO")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sandbox(t, src+c.src, c.opts...); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestRunOnlyWhatIsNamed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("programs of Unix")
	}
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "echo"), []byte("#!/bin/sh\ncat /etc/passwd\n"), 0o755)
	os.Symlink("/bin/sh", filepath.Join(dir, "link"))
	t.Setenv("PERMIT_SECRET", "secret")
	src := fmt.Sprintf("DIR = %q\n", dir) + `
import os, subprocess
def attempt(*args, **kwargs):
    try: return subprocess.run(*args, capture_output=True, text=True, **kwargs).stdout.strip()
    except PermissionError as e: return 'denied'
print(attempt(['echo', 'hello']))
for argv, kw in [(['sh', '-c', 'true'], {}), (['/bin/sh'], {}), ('true', dict(shell=True)), ([DIR + '/echo'], {}), ([DIR + '/link'], {}), (['echo'], dict(env={'PATH': DIR})),
                 (['echo'], dict(executable='/bin/sh')), (['./echo'], dict(cwd=DIR)), (['echo', 'x'], dict(env={'LD_PRELOAD': DIR + '/x.so'})), (['echo'], dict(cwd='/')),
                 (['/no/such'], {}), (['../bin/sh'], {})]:
    print(attempt(argv, **kw), end=' ')
print(attempt(['env']) or 'nothing')
os.environ['SEEN'] = 'x'
print(attempt(['env']))
os.environ['PATH'] = DIR
print(attempt(['echo', 'hello']))
`
	want := "hello\n" + strings.Repeat("denied ", 12) + "nothing\nSEEN=x\ndenied\n"
	if got := sandbox(t, src, host.WithRun("echo", "env", "no-such-program-here")); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := sandbox(t, "import subprocess\nfor p in 'sh', 'true':\n  try: print(subprocess.run([p, '-c', 'true']).returncode)\n  except PermissionError as e: print(e)\n", host.WithRun(), host.WithoutRun("sh")); !regexp.MustCompile(`^\[Errno 13\] starting 'sh' is refused here by host.WithoutRun or --deny-run\n0\n$`).MatchString(got) {
		t.Error(got)
	}
}

// Descriptor numbers of the host are not the script's.
func TestDescriptorsOfTheHost(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	os.WriteFile(secret, []byte("secret of the host"), 0o600)
	f, err := os.OpenFile(secret, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	dir := t.TempDir()
	os.WriteFile(filepath.Join(dir, "own"), []byte("own"), 0o600)
	src := fmt.Sprintf("N, DIR = %d, %q\n", f.Fd(), dir) + `
import os
def attempt(f, *args):
    try: return repr(f(*args))
    except OSError as e: return str(e.errno)
for n in list(range(N + 3)):
    for got in [attempt(os.read, n, 100), attempt(os.write, n, b'x'), attempt(os.fstat, n), attempt(os.ftruncate, n, 0), attempt(os.close, n), attempt(open, n), attempt(os.fdopen, n), attempt(os.lseek, n, 0, 0),
                attempt(lambda: open('x', opener=lambda p, f: n))]:
        if got != '9': print(n, got)
own = open(DIR + '/own', 'rb')
number = own.fileno()
print(os.read(number, 100), open(number, 'rb', closefd=False).read())
again = open(number, 'rb', closefd=False)
own.close()
try: again.read(); print('read')
except (ValueError, OSError): print('closed')
print(attempt(os.read, number, 1), attempt(open, number))
fd = os.open(DIR + '/own', os.O_RDONLY); print(os.read(fd, 10)); os.close(fd); print(attempt(os.read, fd, 1))
r, w = os.pipe(); os.write(w, b'x'); print(os.read(r, 1))
`
	want := "b'' b'own'\n"
	got := sandbox(t, src, host.WithRead(dir))
	if want = "b'own' b''\nclosed\n9 9\nb'own'\n9\nb'x'\n"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got, _ := os.ReadFile(secret); string(got) != "secret of the host" {
		t.Errorf("the host's file has %q", got)
	}
}

// Closing what the host gave does not close it for the host.
func TestStreamsOfTheHostStayOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "out")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in, err := host.New(host.WithStdout(f), host.WithStdin(f))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	src := "import os, sys\nopen(1, 'w').close()\nwith open(1, 'w') as f: f.write('one ')\nos.write(1, b'two ')\nos.close(1)\nos.close(0)\nsys.stdout.close()\n"
	if err := in.Run(context.Background(), "<test>", []byte(src)); err != nil {
		t.Error(err)
	}
	if _, err := f.WriteString("three"); err != nil {
		t.Error(err)
	}
	if got, _ := os.ReadFile(path); string(got) != "one two three" {
		t.Errorf("%q", got)
	}
}
