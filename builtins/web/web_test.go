package web_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"context"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"starpool/builtins/isolate"
	"starpool/builtins/permit"
	"starpool/builtins/web"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// in makes an isolate with a policy and returns its Transport.
func in(t *testing.T, policy *permit.Policy) (*isolate.Isolate, *web.Transport) {
	iso := isolate.New(context.Background())
	iso.Main().Acquire()
	permit.PolicyIn.Set(iso, policy)
	tr := web.In(iso)
	iso.Main().Release()
	t.Cleanup(iso.Close)
	return iso, tr
}

func target(t *testing.T, addr string) web.Target {
	u, err := url.Parse(addr)
	if err != nil {
		t.Fatal(err)
	}
	port, _ := strconv.Atoi(u.Port())
	return web.Target{Secure: u.Scheme == "https", Host: u.Hostname(), Port: port}
}

// raw serves each connection with a fixed answer, after it has read a request.
func raw(t *testing.T, answer func(w net.Conn)) web.Target {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	t.Cleanup(func() { l.Close(); wg.Wait() })
	wg.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			wg.Go(func() {
				defer c.Close()
				if _, err := http.ReadRequest(bufio.NewReader(c)); err == nil {
					answer(c)
				}
			})
		}
	})
	return web.Target{Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port}
}

func get(ctx context.Context, p *web.Pool, to web.Target, path string, timeout time.Duration) (*web.Conn, *web.Response, string, error) {
	c, err := p.Get(ctx, to, timeout)
	if err != nil {
		return nil, nil, "", err
	}
	c.Timeout = timeout
	err = c.Send(ctx, &web.Request{Method: "GET", Path: path, Header: []web.Field{{"Host", to.Address()}}})
	if err != nil {
		return c, nil, "", err
	}
	resp, err := c.Receive(ctx, "GET")
	if err != nil {
		return c, nil, "", err
	}
	b, err := resp.Stream().ReadAll(ctx)
	return c, resp, string(b), err
}

func TestReuse(t *testing.T) {
	_, tr := in(t, nil)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header()["X-lower-CASE"] = []string{"é"}
		fmt.Fprint(w, "hello ", r.URL.Path)
	}))
	defer s.Close()
	p := tr.NewPool(1, time.Minute)
	defer p.Close()
	ctx := context.Background()
	first, resp, body, err := get(ctx, p, target(t, s.URL), "/a", 0)
	if err != nil || resp.Status != 200 || resp.Reason != "OK" || body != "hello /a" || first.Reused {
		t.Fatal(resp, body, err)
	}
	if f := resp.Header[0]; f.Name != "X-lower-CASE" && resp.Get("x-LOWER-case") == "" {
		t.Errorf("header %q", resp.Header)
	}
	second, _, body, err := get(ctx, p, target(t, s.URL), "/b", 0)
	if err != nil || body != "hello /b" || second != first || !second.Reused {
		t.Fatal(body, err)
	}
	// The server hangs up while the connection is idle.
	s.CloseClientConnections()
	third, _, body, err := get(ctx, p, target(t, s.URL), "/c", 0)
	if err != nil || body != "hello /c" || third == first {
		t.Fatal(body, err)
	}
	if n := tr.Open(); n != 1 {
		t.Error(n, "connections open")
	}
	p.Close()
	if n := tr.Open(); n != 0 {
		t.Error(n, "connections open")
	}
}

func TestIdleEnds(t *testing.T) {
	_, tr := in(t, nil)
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	p := tr.NewPool(5, time.Millisecond)
	if _, _, _, err := get(context.Background(), p, target(t, s.URL), "/", 0); err != nil {
		t.Fatal(err)
	}
	for tr.Open() > 0 {
		time.Sleep(time.Millisecond)
	}
}

func kind(t *testing.T, err error, want web.Kind) *web.Error {
	t.Helper()
	var e *web.Error
	if !errors.As(err, &e) || e.Kind != want {
		t.Fatalf("got %v, want kind %d", err, want)
	}
	return e
}

func TestBadServers(t *testing.T) {
	_, tr := in(t, nil)
	gz := func(s string) string {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		io.WriteString(w, s)
		w.Close()
		return b.String()
	}
	zl := func(s string) string {
		var b bytes.Buffer
		w := zlib.NewWriter(&b)
		io.WriteString(w, s)
		w.Close()
		return b.String()
	}
	for _, c := range []struct {
		name, answer string
		kind         web.Kind // 0: the body is "ok"
	}{
		{"plain", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 0},
		{"until closed", "HTTP/1.0 200 OK\r\n\r\nok", 0},
		{"line feeds only", "HTTP/1.1 200 OK\nContent-Length: 2\n\nok", 0},
		{"continue", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 0},
		{"too much", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok and more", 0},
		{"chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1;x=y\r\nk\r\n0\r\nTrailer: x\r\n\r\n", 0},
		{"gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gz("ok"), 0},
		{"gzip and rubbish", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gz("ok") + "rubbish", 0},
		{"two gzips", "HTTP/1.1 200 OK\r\nContent-Encoding: x-gzip\r\n\r\n" + gz("o") + gz("k"), 0},
		{"deflate", "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + zl("ok"), 0},
		{"bare deflate", "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + zl("ok")[2:], 0},
		{"both", "HTTP/1.1 200 OK\r\nContent-Encoding: deflate, gzip\r\n\r\n" + gz(zl("ok")), 0},
		{"folded", "HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 2\r\n\r\nok", 0},
		{"nothing", "", web.Disconnected},
		{"no status", "hello\r\n\r\n", web.BadStatus},
		{"bad status", "HTTP/1.1 abc OK\r\n\r\n", web.BadStatus},
		{"short", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok", web.Incomplete},
		{"short chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nok", web.Incomplete},
		{"bad chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nok", web.BadChunk},
		{"negative chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nok", web.BadChunk},
		{"missing chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n", web.NoChunk},
		{"not gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello world, hello", web.BadContent},
		{"broken gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gz("ok")[:10] + "\xff\xff\xff\xff\xff\xff\xff\xff\xff", web.BadContent},
		{"many fields", "HTTP/1.1 200 OK\r\n" + strings.Repeat("A: b\r\n", 101) + "\r\n", web.ManyFields},
		{"long line", "HTTP/1.1 200 OK\r\nA: " + strings.Repeat("b", 70000) + "\r\n\r\n", web.LongLine},
		{"bomb", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + strings.Repeat(gz(strings.Repeat("\x00", 1<<20)), 80), web.Bomb},
	} {
		t.Run(c.name, func(t *testing.T) {
			to := raw(t, func(w net.Conn) { io.WriteString(w, c.answer) })
			_, resp, body, err := get(context.Background(), tr.Shared, to, "/", 10*time.Second)
			if c.kind != 0 {
				kind(t, err, c.kind)
			} else if err != nil || body != "ok" {
				t.Fatalf("%q, %v, %v", body, resp, err)
			}
		})
	}
	if n := tr.Open(); n > 0 {
		// What was answered in full may be kept for a moment.
		time.Sleep(600 * time.Millisecond)
		if n = tr.Open(); n > 0 {
			t.Error(n, "connections open")
		}
	}
}

// stall never answers; the returned channel is closed when the test is over.
func stall(t *testing.T, first string) web.Target {
	over := make(chan struct{})
	to := raw(t, func(w net.Conn) { io.WriteString(w, first); <-over })
	t.Cleanup(func() { close(over) })
	return to
}

func TestTimeouts(t *testing.T) {
	_, tr := in(t, nil)
	ctx := context.Background()
	_, _, _, err := get(ctx, tr.Shared, stall(t, ""), "/", 20*time.Millisecond)
	kind(t, err, web.ReadTimeout)
	_, _, body, err := get(ctx, tr.Shared, stall(t, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok"), "/", 20*time.Millisecond)
	if kind(t, err, web.ReadTimeout); body != "ok" {
		t.Error(body)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	l.Close()
	_, err = tr.Dial(ctx, web.Target{Host: "127.0.0.1", Port: port}, time.Second)
	kind(t, err, web.Connect)
	_, err = tr.Dial(ctx, web.Target{Host: "no-such-host.invalid", Port: port}, time.Second)
	kind(t, err, web.Resolve)
}

func TestCancellation(t *testing.T) {
	iso, tr := in(t, nil)
	cause := errors.New("interrupted")
	ctx, cancel := context.WithCancelCause(context.Background())
	to := stall(t, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok")
	time.AfterFunc(20*time.Millisecond, func() { cancel(cause) })
	if _, _, _, err := get(ctx, tr.Shared, to, "/", 0); err != cause {
		t.Errorf("got %v", err)
	}
	if n := tr.Open(); n != 0 {
		t.Error(n, "connections open")
	}
	// An isolate that closes ends what is under way.
	time.AfterFunc(20*time.Millisecond, iso.Close)
	if _, _, _, err := get(context.Background(), tr.Shared, to, "/", 0); err == nil {
		t.Error("the request went on")
	}
	if _, err := tr.Dial(context.Background(), to, 0); err == nil {
		t.Error("a closed isolate makes connections")
	}
}

func TestTrust(t *testing.T) {
	_, tr := in(t, nil)
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "ok") }))
	s.Config.ErrorLog = quiet()
	s.StartTLS()
	defer s.Close()
	file := filepath.Join(t.TempDir(), "ca.pem")
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: s.Certificate().Raw})
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, host string
		trust      web.Trust
		want       string // "": works
	}{
		{"unknown", "127.0.0.1", web.Trust{}, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1020)"},
		{"file", "127.0.0.1", web.Trust{File: file}, ""},
		{"folder", "127.0.0.1", web.Trust{Dir: filepath.Dir(file)}, ""},
		{"text", "127.0.0.1", web.Trust{Data: string(text)}, ""},
		{"insecure", "127.0.0.1", web.Trust{Insecure: true}, ""},
		{"another name", "localhost", web.Trust{File: file}, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'localhost'. (_ssl.c:1020)"},
		{"any name", "localhost", web.Trust{File: file, AnyName: true}, ""},
		{"any name, unknown", "localhost", web.Trust{AnyName: true}, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1020)"},
		{"no file", "127.0.0.1", web.Trust{File: file + "x"}, "No such file or directory"},
	} {
		t.Run(c.name, func(t *testing.T) {
			to := target(t, s.URL)
			to.Host, to.Trust = c.host, c.trust
			_, _, body, err := get(context.Background(), tr.Shared, to, "/", 10*time.Second)
			if c.want == "" {
				if err != nil || body != "ok" {
					t.Fatal(body, err)
				}
			} else if e := kind(t, err, web.Secure); e.Text != c.want {
				t.Errorf("got %q, want %q", e.Text, c.want)
			}
		})
	}
}

func TestPermission(t *testing.T) {
	var asked []string
	_, tr := in(t, &permit.Policy{AllowNet: func(host string, port int) bool {
		asked = append(asked, fmt.Sprint(host, " ", port > 0))
		return host == "localhost"
	}})
	s := httptest.NewServer(http.NotFoundHandler())
	defer s.Close()
	to := target(t, s.URL)
	_, err := tr.Dial(context.Background(), to, 0)
	var denied *permit.Denied
	if !errors.As(err, &denied) {
		t.Errorf("got %v", err)
	}
	to.Host, to.Proxy = "localhost", "http://127.0.0.1:1"
	if _, err = tr.Dial(context.Background(), to, 0); !errors.As(err, &denied) {
		t.Errorf("proxy: got %v", err)
	}
	if len(asked) < 3 {
		t.Errorf("asked %q", asked)
	}
}

func TestProxy(t *testing.T) {
	_, tr := in(t, nil)
	for _, c := range []struct{ no, host string }{{"*", "x"}, {"example.com", "a.example.com"}, {".example.com", "example.com"}, {"10.0.0.0/8", "10.1.2.3"}, {"h:80", "h"}, {" a , b ", "b"}} {
		if !web.Bypass(c.no, c.host, "80") {
			t.Errorf("%q does not cover %q", c.no, c.host)
		}
	}
	for _, c := range []struct{ no, host string }{{"", "x"}, {"example.com", "badexample.com"}, {"10.0.0.0/8", "11.1.2.3"}, {"h:81", "h"}} {
		if web.Bypass(c.no, c.host, "80") {
			t.Errorf("%q covers %q", c.no, c.host)
		}
	}
	got := web.Proxies(map[string]string{"HTTP_PROXY": "a", "http_proxy": "b", "HTTPS_PROXY": "c", "all_proxy": "", "ALL_PROXY": "d", "X": "y"})
	if fmt.Sprint(got) != "map[http:b https:c]" {
		t.Error(got)
	}
	if got := web.Proxies(map[string]string{"HTTP_PROXY": "a", "REQUEST_METHOD": "GET"}); len(got) != 0 {
		t.Error(got)
	}
	to := raw(t, func(w net.Conn) { io.WriteString(w, "HTTP/1.1 407 Proxy Authentication Required\r\n\r\n") })
	_, err := tr.Dial(context.Background(), web.Target{Secure: true, Host: "example.invalid", Port: 443, Proxy: "http://" + to.Address()}, time.Second)
	if e := kind(t, err, web.Tunnel); !e.Proxy || e.Number != 407 || e.Text != "Proxy Authentication Required" {
		t.Errorf("%+v", e)
	}
}

func TestFieldsCannotBreakOut(t *testing.T) {
	_, tr := in(t, nil)
	to := stall(t, "")
	c, err := tr.Dial(context.Background(), to, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	for _, r := range []*web.Request{
		{Method: "GET", Path: "/ HTTP/1.1\r\nA: b"}, {Method: "GET\r\n", Path: "/"},
		{Method: "GET", Path: "/", Header: []web.Field{{"A", "b\r\nC: d"}}}, {Method: "GET", Path: "/", Header: []web.Field{{"A\nB", "b"}}},
		{Method: "GET", Path: "/\u20ac"},
	} {
		kind(t, c.Send(context.Background(), r), web.BadField)
	}
}

func TestASCIIHost(t *testing.T) {
	for host, want := range map[string]string{
		"example.com": "example.com", "bücher.example": "xn--bcher-kva.example", "例え.テスト": "xn--r8jz45g.xn--zckzah", "BÜCHER.example": "xn--bcher-kva.example",
	} {
		if got := web.ASCIIHost(host); got != want {
			t.Errorf("%s: got %s, want %s", host, got, want)
		}
	}
}

func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
