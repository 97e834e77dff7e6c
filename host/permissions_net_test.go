package host_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"starpool/host"
)

// A redirect, a proxy, a file of certificates and another name of an address lead
// nowhere that is not allowed.
func TestNetworkIsAskedEveryTime(t *testing.T) {
	var reached atomic.Int64
	inner := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reached.Add(1)
		fmt.Fprint(w, "inner")
	}))
	defer inner.Close()
	outer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, inner.URL, http.StatusFound)
		case "/twice":
			http.Redirect(w, r, "/away", http.StatusTemporaryRedirect)
		case "/name":
			http.Redirect(w, r, strings.Replace(inner.URL, "127.0.0.1", "localhost", 1), http.StatusFound)
		case "/file":
			http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
		default:
			fmt.Fprint(w, "outer")
		}
	}))
	defer outer.Close()
	dir := t.TempDir()
	pem := filepath.Join(dir, "ca.pem")
	os.WriteFile(pem, []byte("x"), 0o644)
	src := fmt.Sprintf("OUTER, INNER, PEM = %q, %q, %q\n", outer.URL, inner.URL, pem) + `
import requests, socket, os, http.client, urllib.request
from concurrent.futures import *
def attempt(f, *args, **kwargs):
    try: return getattr(f(*args, **kwargs), 'text', 'done')
    except PermissionError as e: return 'denied' if ' here' in str(e) else str(e)
    except requests.exceptions.InvalidSchema: return 'denied'
    except urllib.error.HTTPError as e: return 'denied' if 'not allowed' in str(e) else str(e)
    except urllib.error.URLError as e: return 'denied' if isinstance(e.reason, PermissionError) and ' here' in str(e.reason) else str(e)
get = requests.get
print(attempt(get, OUTER), attempt(get, OUTER + '/away', allow_redirects=False))
host, port = INNER.split('//')[1].split(':')
for got in [attempt(get, INNER), attempt(get, OUTER + '/away'), attempt(get, OUTER + '/twice'), attempt(get, OUTER + '/name'), attempt(get, OUTER + '/file'),
            attempt(get, OUTER, proxies={'http': INNER}), attempt(get, 'https://127.0.0.1:' + OUTER.split(':')[2], verify=PEM),
            attempt(get, 'https://127.0.0.1:' + OUTER.split(':')[2], cert=PEM), attempt(requests.Session().get, OUTER + '/away'),
            attempt(socket.create_connection, (host, int(port))), attempt(socket.create_connection, ('localhost', int(port))),
            attempt(urllib.request.urlopen, INNER), attempt(urllib.request.urlopen, OUTER + '/away'), attempt(urllib.request.urlopen, 'file:///etc/passwd'),
            attempt(http.client.HTTPConnection(host, int(port)).request, 'GET', '/')]:
    print(got, end=' ')
os.environ['http_proxy'] = INNER
os.environ['no_proxy'] = ''
print(attempt(get, OUTER), end=' ')
del os.environ['http_proxy']
for kind in ThreadPoolExecutor, InterpreterPoolExecutor, ProcessPoolExecutor:
    with kind(1) as p: print(p.submit(attempt, get, INNER).result(), p.submit(attempt, get, OUTER).result(), end=' ')
`
	want := "outer <a href=\"" + inner.URL + "\">Found</a>.\n\n\n" + strings.Repeat("denied ", 16) + strings.Repeat("denied outer ", 3)
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(outer.URL, "http://"))
	if got := sandbox(t, src, host.WithNet("127.0.0.1:"+port)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := reached.Load(); n != 0 {
		t.Errorf("the other server was reached %d times", n)
	}
	// By name or by address, what is denied stays so.
	src = fmt.Sprintf("PORT = %s\n", port) + `
import requests, socket
for name in 'localhost', '127.0.0.1', '127.1', '0.0.0.0', '[::ffff:127.0.0.1]', '2130706433':
    try: requests.get('http://%s:%d/' % (name, PORT)); print(name, 'reached')
    except PermissionError: pass
    except requests.exceptions.RequestException as e: print(name, type(e).__name__) if 'resolution' not in str(e) and 'Name or service' not in str(e) and 'Failed to parse' not in str(e) else 0
    try: socket.create_connection((name.strip('[]'), PORT)); print(name, 'connected')
    except PermissionError: pass
    except socket.gaierror: pass
`
	if got := sandbox(t, src, host.WithNet(), host.WithoutNet("127.0.0.0/8", "::1")); got != "" {
		t.Error(got)
	}
}
