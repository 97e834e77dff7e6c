package host_test

// This file runs the scripts in testdata/web against web servers of ours, good and
// bad, and the examples in scripts that serve themselves, and compares with what
// CPython's requests printed. To record:
//
//	RECORD=/path/to/python3.13 go test ./host -run TestWeb
//
// with an interpreter that has requests.

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"starpool/host"
	"starpool/host/webtest"
)

func TestWeb(t *testing.T) {
	files, err := filepath.Glob("../testdata/web/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, name := range []string{"download", "linkcheck", "api_pages", "stream_hash", "login", "webhook"} {
		files = append(files, "../scripts/"+name+".py")
	}
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"} {
		t.Setenv(name, "")
	}
	t.Setenv("NO_PROXY", "*")
	t.Setenv("HOME", t.TempDir())
	s := webtest.NewServer()
	defer s.Close()
	t.Setenv("SERVER", s.URL)
	for _, file := range files {
		path, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(path), ".py"), func(t *testing.T) {
			t.Chdir(t.TempDir())
			saved := strings.TrimSuffix(path, ".py") + ".out"
			if dir, name := filepath.Split(saved); filepath.Base(dir) == "scripts" {
				saved = filepath.Join(dir, "../testdata/web/scripts", name)
			}
			if python := os.Getenv("RECORD"); python != "" {
				cmd := exec.Command(python, "-W", "ignore", path)
				cmd.Stderr = os.Stderr // progress, and what fails
				out, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(saved, []byte(hidePort(string(out), s.URL)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var stdout, stderr bytes.Buffer
			in, err := host.New(host.WithAll(), host.WithStdout(&stdout), host.WithStderr(&stderr))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			if err := in.RunFile(ctx, path); err != nil {
				t.Errorf("%v\n%s", err, stderr.String())
			}
			want, err := os.ReadFile(saved)
			if err != nil {
				t.Fatal(err)
			}
			if diff := firstDifference(string(want), hidePort(stdout.String(), s.URL)); diff != "" {
				t.Errorf("standard output differs from CPython's %s\nstandard error:\n%s", diff, tail(stderr.String(), 30))
			}
		})
	}
}

// hidePort puts a fixed number in the place of the server's port.
func hidePort(out, url string) string {
	return strings.ReplaceAll(out, url[strings.LastIndexByte(url, ':')+1:], "PORT")
}

// runText runs a script's text with everything allowed.
func runText(ctx context.Context, t *testing.T, source string) (stdout string, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "script.py")
	if err := os.WriteFile(path, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	in, err := host.New(host.WithAll(), host.WithStdout(&out), host.WithStderr(&errs))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	err = in.RunFile(ctx, path)
	var exc *host.Error
	if errors.As(err, &exc) {
		t.Errorf("%s", exc.Traceback)
	}
	return out.String(), err
}

// TestThousandGets has a thousand gets under way at once, with default limits:
// the server answers none before all have arrived.
func TestThousandGets(t *testing.T) {
	const count = 1000
	var arrived sync.WaitGroup
	arrived.Add(count)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		arrived.Done()
		arrived.Wait()
		io.WriteString(w, r.URL.RawQuery)
	}))
	defer s.Close()
	t.Setenv("NO_PROXY", "*")
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := runText(ctx, t, `
import requests
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(1000) as pool:
    print(sorted(pool.map(lambda n: int(requests.get("`+s.URL+`/?" + str(n)).text), range(1000))) == list(range(1000)))
`)
	if err != nil || out != "True\n" {
		t.Errorf("%q, %v", out, err)
	}
}

// TestStalledGetEnds has the host's context end gets that would wait forever: for
// a response, for a body, and in a pool's threads.
func TestStalledGetEnds(t *testing.T) {
	s := webtest.NewServer()
	defer s.Close()
	t.Setenv("NO_PROXY", "*")
	for _, script := range []string{
		`requests.get("` + s.URL + `/bad/stall")`,
		`requests.get("` + s.URL + `/bad/stallbody")`,
		`list(requests.get("` + s.URL + `/bad/stallchunk", stream=True).iter_content(10))`,
		`list(ThreadPoolExecutor(5).map(requests.get, ["` + s.URL + `/bad/stall"] * 10))`,
	} {
		ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
		start := time.Now()
		_, err := runText(ctx, t, "import requests\nfrom concurrent.futures import ThreadPoolExecutor\n"+script+"\n")
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 20*time.Second {
			t.Errorf("%s: %v after %v", script, err, time.Since(start))
		}
	}
}

// TestSecure asks servers whose certificate is unknown, for another name, or out of
// date, and one that speaks no TLS.
func TestSecure(t *testing.T) {
	t.Setenv("NO_PROXY", "")
	t.Setenv("no_proxy", "")
	proxy, err := webtest.NewProxy(t.TempDir(), http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "hello "+r.Host) }))
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	s := webtest.NewServer()
	defer s.Close()
	for _, name := range []string{"SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"} {
		t.Setenv(name, "")
	}
	t.Setenv("HTTPS_PROXY", proxy.URL)
	t.Setenv("https_proxy", proxy.URL)
	script := `
import os, requests, warnings
def ask(url, **kw):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(requests.get(url, **kw).text)
        except (requests.RequestException, OSError) as e:
            print(type(e).__name__, e, type(getattr(e.args[0], "reason", None)).__name__)
    for w in caught:
        print(w.category.__name__, w.message)
ask("https://example.com/x")
ask("https://example.com/x", verify="` + proxy.CAFile + `")
ask("https://example.com/x", verify=False)
ask("https://example.com/x", verify="/no/such/file.pem")
ask("` + strings.Replace(s.URL, "http:", "https:", 1) + `/", proxies={"https": ""}, verify=False)
os.environ["REQUESTS_CA_BUNDLE"] = "` + proxy.CAFile + `"
ask("https://example.com/y")
session = requests.Session()
session.verify = False
warnings.simplefilter("ignore")
print(session.get("https://example.org").text)
`
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := runText(ctx, t, script)
	want := `SSLError HTTPSConnectionPool(host='example.com', port=443): Max retries exceeded with url: /x (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1020)'))) SSLError
hello example.com
hello example.com
InsecureRequestWarning Unverified HTTPS request is being made to host '127.0.0.1'. Adding certificate verification is strongly advised. See: https://urllib3.readthedocs.io/en/latest/advanced-usage.html#tls-warnings
OSError Could not find a suitable TLS CA certificate bundle, invalid path: /no/such/file.pem NoneType
SSLError HTTPSConnectionPool(host='127.0.0.1', port=PORT): Max retries exceeded with url: / (Caused by SSLError(SSLError(1, '[SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1020)'))) SSLError
hello example.com
hello example.org
`
	if python := os.Getenv("RECORD"); python != "" {
		cmd := exec.Command(python, "-c", script)
		theirs, err := cmd.CombinedOutput()
		t.Logf("CPython: %v\n%s", err, hidePort(string(theirs), s.URL))
	}
	if diff := firstDifference(want, hidePort(out, s.URL)); diff != "" || err != nil {
		t.Errorf("%s, %v", diff, err)
	}
}

// TestBomb: content that expands beyond all bounds is an error when it is loaded
// whole, and a stream of it is read with no more memory than its chunks.
func TestBomb(t *testing.T) {
	s := webtest.NewServer()
	defer s.Close()
	t.Setenv("NO_PROXY", "*")
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	out, err := runText(ctx, t, `
import requests
url = "`+s.URL+`/bad/bomb"
try:
    requests.get(url)
except requests.exceptions.ContentDecodingError as e:
    print(type(e).__name__, str(e).partition(" (")[0])
with requests.get(url, stream=True) as r:
    print(sum(len(chunk) for chunk in r.iter_content(1 << 20)) >> 20)
r = requests.get(url, stream=True)
try:
    r.raw.read(decode_content=True)
except requests.packages.urllib3.exceptions.DecodeError as e:
    print(type(e).__name__)
`)
	want := "ContentDecodingError Received response with content that expands beyond all bounds\n200\nDecodeError\n"
	if err != nil || out != want {
		t.Errorf("%q, %v", out, err)
	}
}
