package webtest

// This file defines Server: pages that show how a request arrived, and that answer
// in all the ways that are right.

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"crypto/md5"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"time"
)

// A Server is a web server for tests.
type Server struct {
	*httptest.Server
	stop chan struct{} // ends what stalls
}

// NewServer starts a server. Close ends it.
func NewServer() *Server {
	s := &Server{stop: make(chan struct{})}
	s.Server = httptest.NewUnstartedServer(s.handler())
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.Start()
	return s
}

// Close ends the server and all of its connections.
func (s *Server) Close() {
	close(s.stop)
	s.Server.CloseClientConnections()
	s.Server.Close()
}

func (s *Server) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/echo", echo)
	mux.HandleFunc("/echo/", echo)
	mux.HandleFunc("/json", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		io.WriteString(w, `{"ok": true, "items": [1, 2, 3], "name": "é"}`)
	})
	mux.HandleFunc("/status/{code}", func(w http.ResponseWriter, r *http.Request) {
		code, _ := strconv.Atoi(r.PathValue("code"))
		w.Header().Set("Content-Type", "text/plain")
		w.WriteHeader(code)
		if code != 204 && code != 304 {
			fmt.Fprintf(w, "status %d", code)
		}
	})
	mux.HandleFunc("/redirect/{n}", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.PathValue("n"))
		to := "/echo?done"
		if n > 1 {
			to = fmt.Sprintf("/redirect/%d?%s", n-1, r.URL.RawQuery)
		}
		code := 302
		if c, err := strconv.Atoi(r.URL.Query().Get("code")); err == nil {
			code = c
		}
		w.Header().Set("Location", to)
		w.WriteHeader(code)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Location", "/loop")
		w.WriteHeader(302)
	})
	mux.HandleFunc("/goto", func(w http.ResponseWriter, r *http.Request) {
		w.Header()["Location"] = []string{r.URL.Query().Get("to")}
		w.WriteHeader(302)
	})
	mux.HandleFunc("/cookies/set", func(w http.ResponseWriter, r *http.Request) {
		for _, kv := range strings.Split(r.URL.RawQuery, "&") {
			w.Header().Add("Set-Cookie", strings.ReplaceAll(kv, "+", " "))
		}
		if to := r.Header.Get("X-Then"); to != "" {
			w.Header().Set("Location", to)
			w.WriteHeader(302)
		}
	})
	mux.HandleFunc("/cookies", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "%s", r.Header.Get("Cookie")) })
	mux.HandleFunc("/cookies/deep/", func(w http.ResponseWriter, r *http.Request) { fmt.Fprintf(w, "%s", r.Header.Get("Cookie")) })
	mux.HandleFunc("/basic", func(w http.ResponseWriter, r *http.Request) {
		if user, password, ok := r.BasicAuth(); ok && user == "user" && password == "pass:word" {
			io.WriteString(w, "welcome")
			return
		}
		w.Header().Set("WWW-Authenticate", `Basic realm="test"`)
		w.WriteHeader(401)
	})
	mux.HandleFunc("/digest", digest)
	mux.HandleFunc("/bytes/{n}", func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.PathValue("n"))
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Content-Length", strconv.Itoa(n))
		b := make([]byte, n)
		for i := range b {
			b[i] = byte(i % 251)
		}
		w.Write(b)
	})
	mux.HandleFunc("/gzip", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(Gzip("compressed é\n"))
	})
	mux.HandleFunc("/deflate", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "deflate")
		var b bytes.Buffer
		z := zlib.NewWriter(&b)
		io.WriteString(z, "deflated")
		z.Close()
		w.Write(b.Bytes())
	})
	mux.HandleFunc("/chunks", func(w http.ResponseWriter, r *http.Request) {
		for i := range 3 {
			fmt.Fprintf(w, "line %d\nmore", i)
			w.(http.Flusher).Flush()
			time.Sleep(5 * time.Millisecond)
		}
	})
	mux.HandleFunc("/charset/{name}", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		if name := r.PathValue("name"); name != "none" {
			w.Header().Set("Content-Type", "text/html; charset="+name)
		}
		w.Write([]byte("caf\xe9 \xff\xfe"))
	})
	mux.HandleFunc("/headers", func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h["ETag"] = []string{`"abc"`}
		h["x-lower"] = []string{"a", "b"}
		h["Link"] = []string{`<http://example.com/2>; rel="next", <http://example.com/9>; rel="last"; title="x"`}
		h["Content-Type"] = []string{"text/plain"}
		h["Date"] = nil
	})
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		ms, _ := strconv.Atoi(r.URL.Query().Get("ms"))
		select {
		case <-time.After(time.Duration(ms) * time.Millisecond):
		case <-s.stop:
		}
		io.WriteString(w, "slow")
	})
	s.broken(mux)
	return mux
}

// echo answers with the request as it arrived.
func echo(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	header := map[string]string{}
	for name, values := range r.Header {
		header[name] = strings.Join(values, ", ")
	}
	out := map[string]any{
		"method": r.Method, "target": r.RequestURI, "header": header, "body": string(body),
		"length": r.ContentLength, "chunked": strings.Join(r.TransferEncoding, ","),
	}
	w.Header().Set("Content-Type", "application/json")
	b, _ := json.Marshal(out)
	w.Write(b)
}

// digest asks for the password "pass" of "user" by RFC 7616 with MD5.
func digest(w http.ResponseWriter, r *http.Request) {
	fields := map[string]string{}
	if text, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Digest "); ok {
		for _, part := range strings.Split(text, ", ") {
			name, val, _ := strings.Cut(part, "=")
			fields[name] = strings.Trim(val, `"`)
		}
	}
	hash := func(s string) string { return fmt.Sprintf("%x", md5.Sum([]byte(s))) }
	ha1, ha2 := hash("user:here:pass"), hash(r.Method+":"+r.RequestURI)
	want := hash(strings.Join([]string{ha1, "nonce1", fields["nc"], fields["cnonce"], "auth", ha2}, ":"))
	if fields["response"] == want && fields["nonce"] == "nonce1" && fields["opaque"] == "op" {
		fmt.Fprintf(w, "welcome %s", fields["nc"])
		return
	}
	w.Header().Set("WWW-Authenticate", `Digest realm="here", nonce="nonce1", qop="auth", opaque="op", algorithm=MD5`)
	w.WriteHeader(401)
}

// Gzip compresses text.
func Gzip(text string) []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, text)
	z.Close()
	return b.Bytes()
}
