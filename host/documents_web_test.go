package host_test

// This file runs the documents' scripts that use HTTP, unchanged, against a proxy
// that plays the hosts they name.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"starpool/host"
	"starpool/host/webtest"
)

// pages are the hosts of the documents, with the size of the page of each.
var pages = map[string]int{
	"www.baidu.com": 2443, "www.openstack.org": 66000, "www.python.org": 50891, "help.github.com": 12000, "www.sina.com.cn": 110000,
	"www.ziawang.com": 9000, "www.foxnews.com": 230000, "www.cnn.com": 110000, "europe.wsj.com": 60000, "www.bbc.co.uk": 160000,
}

// site answers for the hosts of the documents: pages, and flags of countries.
func site(t *testing.T) http.Handler {
	var flag bytes.Buffer
	img := image.NewPaletted(image.Rect(0, 0, 30, 20), color.Palette{color.White, color.RGBA{200, 0, 0, 255}})
	if err := gif.Encode(&flag, img, nil); err != nil {
		t.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host == "flags.example.com" {
			cc := strings.Split(r.URL.Path, "/")[1]
			switch cc {
			case "xx":
				http.NotFound(w, r)
			case "yy":
				http.Error(w, "broken", http.StatusInternalServerError)
			default:
				if r.URL.Path != "/"+cc+"/"+cc+".gif" {
					t.Errorf("asked for %s", r.URL.Path)
				}
				w.Header().Set("Content-Type", "image/gif")
				w.Write(flag.Bytes())
			}
			return
		}
		size, ok := pages[r.Host]
		if !ok {
			http.Error(w, "no such host", http.StatusBadGateway)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		page := "<html><title>" + r.Host + "</title>é" + strings.Repeat("x", size)
		w.Write([]byte(page[:size]))
	})
}

func TestDocumentsOnline(t *testing.T) {
	dir, err := filepath.Abs(documents)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the documents are not beside the checkout")
	}
	proxy, err := webtest.NewProxy(t.TempDir(), site(t))
	if err != nil {
		t.Fatal(err)
	}
	defer proxy.Close()
	for name, val := range map[string]string{
		"HTTP_PROXY": proxy.URL, "HTTPS_PROXY": proxy.URL, "http_proxy": proxy.URL, "https_proxy": proxy.URL, "ALL_PROXY": "", "all_proxy": "",
		"NO_PROXY": "", "no_proxy": "", "SSL_CERT_FILE": proxy.CAFile, "SSL_CERT_DIR": "", "REQUESTS_CA_BUNDLE": "", "CURL_CA_BUNDLE": "",
	} {
		t.Setenv(name, val)
	}
	// sorted compares the lines in any order: threads print them.
	sorted := func(want ...string) func(t *testing.T, out, errs string) {
		return func(t *testing.T, out, errs string) {
			got := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("printed\n%s\nstandard error:\n%s", out, errs)
			}
		}
	}
	six := []string{
		"https://www.baidu.com", "http://www.openstack.org", "https://www.python.org", "https://help.github.com/", "http://www.sina.com.cn/",
		"http://www.ziawang.com",
	}
	fetched := []string{"<class 'generator'>"}
	var crawled []string
	for _, u := range six {
		full := strings.TrimSuffix(u, "/") + "/"
		fetched = append(fetched, full+" 200")
		crawled = append(crawled, u+" 200", full+" begin parser", u+" complete")
	}
	for _, c := range []struct {
		name  string
		args  []string
		seen  []string // what the proxy must have been asked for
		check func(t *testing.T, out, errs string)
	}{
		{"001_2_requests_map", nil, six, sorted(fetched...)},
		{"001_3_spider", nil, six[:3], func(t *testing.T, out, errs string) {
			// The threads share self.response, so a line may name another's page.
			one := `https?://www\.(baidu|openstack|python)\.(com|org)/ `
			if !regexp.MustCompile(`^(`+one+`(begin parser|complete)\n){6}$`).MatchString(out) || strings.Count(out, "complete") != 3 {
				t.Errorf("printed\n%s\nstandard error:\n%s", out, errs)
			}
			files, _ := filepath.Glob("*")
			if len(files) < 1 || len(files) > 3 {
				t.Errorf("files: %q", files)
			}
			for _, f := range files {
				text, err := os.ReadFile(f)
				if err != nil || !strings.Contains(string(text), "Content-Type : text/html; charset=utf-8 \n") || !strings.Contains(string(text), "</title>é") {
					t.Errorf("%s: %.200q, %v", f, text, err)
				}
			}
		}},
		{"001_4_spider_lambda", nil, six, sorted(crawled...)},
		{"001_7_urllib_as_completed", nil, []string{"http://www.ziawang.com", "https://www.baidu.com", "https://www.python.org"}, sorted(
			"'http://www.ziawang.com' page is 9000 bytes", "'https://www.baidu.com' page is 2443 bytes",
			"'https://www.python.org' page is 50891 bytes")},
		{"003_0_load_url", nil, []string{"http://www.foxnews.com", "http://some-made-up-domain.com"}, sorted(
			"'http://www.foxnews.com/' page is 230000 bytes", "'http://www.cnn.com/' page is 110000 bytes",
			"'http://europe.wsj.com/' page is 60000 bytes", "'http://www.bbc.co.uk/' page is 160000 bytes",
			"'http://some-made-up-domain.com/' generated an exception: HTTP Error 502: Bad Gateway")},
		{"004_3_tqdm_sequential", nil, nil, func(t *testing.T, out, errs string) {
			sorted("[('B', 1), ('C', 1), ('I', 2), ('N', 1), ('P', 1), ('U', 1)]")(t, out, errs)
			if !regexp.MustCompile(`100%\|█+\| 7/7 \[`).MatchString(errs) {
				t.Errorf("standard error:\n%s", errs)
			}
		}},
		{"004_4_flags2/flags2_threadpool", nil, []string{"http://flags.example.com"}, func(t *testing.T, out, errs string) {
			if out != "       ok:   5\nnot_found:   1\n" || !regexp.MustCompile(`100%\|█+\| 6/6 \[`).MatchString(errs) {
				t.Errorf("printed\n%s\nstandard error:\n%s", out, errs)
			}
		}},
		{"004_4_flags2/flags2_threadpool", []string{"-v", "-m", "2", "br", "xx", "yy"}, nil,
			sorted("BR OK", "XX not found", "*** Error for YY: HTTP 500 - Internal Server Error", "       ok:   1", "not_found:   1", "    error:   1")},
	} {
		t.Run(strings.Join(append([]string{c.name}, c.args...), " "), func(t *testing.T) {
			t.Chdir(t.TempDir())
			before := make(map[string]int)
			origins := make([]string, len(c.seen))
			for i, u := range c.seen {
				origins[i] = strings.TrimSuffix(u, "/")
				before[origins[i]] = proxy.Seen(origins[i])
			}
			path := filepath.Join(dir, c.name+".py")
			var stdout, stderr bytes.Buffer
			in, err := host.New(host.WithAll(), host.WithStdout(&stdout), host.WithStderr(&stderr), host.WithStdin(strings.NewReader("")),
				host.WithArgs(append([]string{path}, c.args...)...))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			if err := in.RunFile(ctx, path); err != nil {
				var exit *host.ExitError
				if !errors.As(err, &exit) || exit.Code != 0 {
					t.Fatalf("%v\n%s", err, stderr.String())
				}
			}
			c.check(t, stdout.String(), stderr.String())
			for _, o := range origins {
				if n := proxy.Seen(o) - before[o]; n < 1 {
					t.Errorf("%s was not asked for", fmt.Sprint(o))
				}
			}
		})
	}
}
