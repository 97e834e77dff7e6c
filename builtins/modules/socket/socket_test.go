package socket_test

// This file tests what recorded scripts cannot: ends by the host, leaks, threads
// under the race detector, permissions.

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"starpool/host"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// run runs a script to its end and returns what it printed.
func run(t *testing.T, ctx context.Context, source string, options ...host.Option) (string, error) {
	t.Helper()
	var out, errs bytes.Buffer
	in, err := host.New(append([]host.Option{host.WithAll(), host.WithStdout(&out), host.WithStderr(&errs)}, options...)...)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	err = in.Run(ctx, "test.py", []byte(source))
	return out.String() + errs.String(), err
}

// sockets counts the open sockets of the process.
func sockets(t *testing.T) int {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("no /proc")
	}
	n := 0
	for _, e := range entries {
		if to, err := os.Readlink("/proc/self/fd/" + e.Name()); err == nil && strings.HasPrefix(to, "socket:") {
			n++
		}
	}
	return n
}

// settle waits until a count is what it was.
func settle(t *testing.T, want int) {
	t.Helper()
	for range 200 {
		if sockets(t) <= want {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("%d sockets are open, %d before", sockets(t), want)
}

func TestLeftOpen(t *testing.T) {
	before := sockets(t)
	out, err := run(t, context.Background(), `
import socket, threading, time
kept = [socket.create_server(("127.0.0.1", 0)) for _ in range(20)]
clients = [socket.create_connection(s.getsockname()) for s in kept]
pair = socket.socketpair()
files = [c.makefile("rwb") for c in clients]
files[0].write(b"never flushed")
waiting = threading.Thread(target=kept[3].recv if False else kept[4].accept, daemon=True)
stuck = threading.Thread(target=lambda: (kept[4].accept(), kept[4].accept()), daemon=True)
stuck.start()
clients[5].close()
number = clients[6].detach()
print(number > 2)
`)
	if err != nil || out != "True\n" {
		t.Fatal(out, err)
	}
	settle(t, before)
}

func TestCollected(t *testing.T) {
	before := sockets(t)
	out, err := run(t, context.Background(), `
import socket
for _ in range(300):
    s = socket.socket()
    s.connect_ex(("127.0.0.1", 1))
print("done")
`)
	if err != nil || out != "done\n" {
		t.Fatal(out, err)
	}
	runtime.GC()
	settle(t, before)
}

// TestCancelled ends programs that wait in every way there is.
func TestCancelled(t *testing.T) {
	before := sockets(t)
	for name, wait := range map[string]string{
		"accept":   `server.accept(); server.accept()`,
		"recv":     `client.recv(1)`,
		"readline": `client.makefile().readline()`,
		"send":     `client.sendall(bytes(100_000_000))`,
		"write":    `client.makefile("wb").write(bytes(100_000_000))`,
		"datagram": `socket.socket(socket.AF_INET, socket.SOCK_DGRAM).recvfrom(1)`,
		"select":   `select.select([client], [], [])`,
		"timeout":  `client.settimeout(60); client.recv(1)`,
		"threads": `
threads = [threading.Thread(target=lambda: server.accept()) for _ in range(50)]
for t in threads: t.start()
for t in threads: t.join()`,
		"pool": `
with concurrent.futures.ThreadPoolExecutor(50) as pool:
    list(pool.map(lambda _: socket.create_connection(server.getsockname()).recv(1), range(200)))`,
		"serve": `
import http.server
with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler) as s:
    s.serve_forever()`,
		"urlopen": `
import urllib.request
urllib.request.urlopen("http://127.0.0.1:%d/" % server.getsockname()[1])`,
	} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			timer := time.AfterFunc(200*time.Millisecond, cancel)
			defer timer.Stop()
			start := time.Now()
			out, err := run(t, ctx, `
import concurrent.futures, select, socket, threading
server = socket.create_server(("127.0.0.1", 0), backlog=500)
client = socket.create_connection(server.getsockname())
`+wait)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("%v\n%s", err, out)
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
	settle(t, before)
}

// TestThreads has many threads at once on few sockets; the race detector looks.
func TestThreads(t *testing.T) {
	out, err := run(t, context.Background(), `
import socket, threading
server = socket.create_server(("127.0.0.1", 0), backlog=300)
def serve():
    while True:
        try:
            conn, _ = server.accept()
        except OSError:
            return
        with conn, conn.makefile("rwb") as f:
            for line in f:
                f.write(line[::-1].strip() + b"\n")
                f.flush()
servers = [threading.Thread(target=serve, daemon=True) for _ in range(8)]
for t in servers: t.start()
good = []
def ask(i):
    with socket.create_connection(server.getsockname()) as s:
        s.settimeout(30)
        for j in range(5):
            s.sendall(b"%d-%d\n" % (i, j))
            got = b""
            while not got.endswith(b"\n"):
                got += s.recv(100)
            if got.strip() == (b"%d-%d" % (i, j))[::-1]:
                good.append(1)
clients = [threading.Thread(target=ask, args=(i,)) for i in range(100)]
for t in clients: t.start()
for t in clients: t.join()
a, b = socket.socketpair()
def close_soon():
    try:
        b.settimeout(5)
        b.recv(1)
    except OSError:
        pass
t = threading.Thread(target=close_soon)
t.start()
b.close()
t.join()
server.close()
print(len(good))
`)
	if err != nil || out != "500\n" {
		t.Fatal(out, err)
	}
}

func TestPermissions(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	var out bytes.Buffer
	in, err := host.New(host.WithStdout(&out), host.WithNet("allowed.test"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := in.Run(context.Background(), "test.py", []byte(`
import socket, urllib.request, urllib.error, http.client
port = `+port+`
def tries():
    yield lambda: socket.create_connection(("127.0.0.1", port))
    yield lambda: socket.socket().connect(("127.0.0.1", port))
    yield lambda: socket.socket().connect_ex(("127.0.0.1", port))
    yield lambda: socket.socket().bind(("127.0.0.1", 0))
    yield lambda: socket.create_server(("", 0))
    yield lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", port))
    yield lambda: socket.gethostbyname("localhost")
    yield lambda: socket.getaddrinfo("localhost", port)
    yield lambda: urllib.request.urlopen("http://127.0.0.1:%d/" % port)
    yield lambda: http.client.HTTPConnection("127.0.0.1", port).request("GET", "/")
    yield lambda: socket.socket(socket.AF_UNIX).connect("nobody.socket")
    yield lambda: socket.socket(fileno=3)
    yield lambda: socket.close(3)
for i, one in enumerate(tries()):
    try:
        one()
        print(i, "went through")
    except PermissionError:
        pass
    except urllib.error.URLError as e:
        if not isinstance(e.reason, PermissionError):
            print(i, repr(e))
    except OSError as e:
        if e.errno != 9:
            print(i, repr(e))
`)); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 0 {
		t.Error(out.String())
	}
}

// TestFaults is a client of servers that misbehave.
func TestFaults(t *testing.T) {
	serve := func(answer func(c net.Conn)) string {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan struct{})
		go func() {
			defer close(done)
			for {
				c, err := l.Accept()
				if err != nil {
					return
				}
				c.Read(make([]byte, 4096))
				answer(c)
				c.Close()
			}
		}()
		t.Cleanup(func() { l.Close(); <-done })
		return l.Addr().String()
	}
	for _, c := range []struct {
		name, want string
		answer     func(c net.Conn)
	}{
		{"silent", "TimeoutError timed out", func(c net.Conn) { c.Read(make([]byte, 1)) }},
		{"drip", "TimeoutError timed out", func(c net.Conn) {
			c.Write([]byte("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"))
			c.Read(make([]byte, 1))
		}},
		{"closed", "RemoteDisconnected Remote end closed connection without response", func(c net.Conn) {}},
		{"reset", "ConnectionResetError [Errno 104] Connection reset by peer", func(c net.Conn) {
			c.Write([]byte("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"))
			time.Sleep(20 * time.Millisecond)
			c.(*net.TCPConn).SetLinger(0)
		}},
		{"short", "IncompleteRead IncompleteRead(3 bytes read, 7 more expected)", func(c net.Conn) {
			c.Write([]byte("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc"))
		}},
		{"huge line", "LineTooLong got more than 65536 bytes when reading header line", func(c net.Conn) {
			c.Write([]byte("HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 1<<17) + "\r\n\r\n"))
		}},
		{"noise", "BadStatusLine", func(c net.Conn) { c.Write([]byte("\x16\x03\x01\x00\xff nonsense\r\n")) }},
		{"long chunk", "IncompleteRead IncompleteRead(0 bytes read)", func(c net.Conn) {
			c.Write([]byte("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\nabc"))
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, err := run(t, context.Background(), `
import http.client
c = http.client.HTTPConnection("`+serve(c.answer)+`", timeout=0.3)
try:
    c.request("GET", "/")
    print(c.getresponse().read())
except Exception as e:
    print(type(e).__name__, e)
finally:
    c.close()
`)
			if err != nil || !strings.HasPrefix(out, c.want) {
				t.Errorf("%v\ngot  %swant %s", err, out, c.want)
			}
		})
	}
}
