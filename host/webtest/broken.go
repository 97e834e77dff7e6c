package webtest

// This file defines the pages of servers that are broken, or worse.

import (
	"bytes"
	"io"
	"net/http"
	"strings"
)

const ok = "HTTP/1.1 200 OK\r\n"

// answers are sent as they are; then the connection is closed.
var answers = map[string]string{
	"nothing":        "",
	"status":         "hello\r\n\r\n",
	"number":         "HTTP/1.1 abc OK\r\n\r\n",
	"short":          ok + "Content-Length: 10\r\n\r\nhello",
	"long":           ok + "Content-Length: 5\r\nConnection: keep-alive\r\n\r\nhello and more",
	"badlength":      ok + "Content-Length: many\r\n\r\nhello",
	"chunk":          ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
	"shortchunk":     ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\na\r\nwor",
	"nochunk":        ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
	"gzip":           ok + "Content-Encoding: gzip\r\nContent-Length: 11\r\n\r\nhello world",
	"deflate":        ok + "Content-Encoding: deflate\r\nContent-Length: 11\r\n\r\nhello world",
	"halfgzip":       ok + "Content-Encoding: gzip\r\n\r\n" + string(Gzip("hello world, hello world")[:20]),
	"fields":         ok + strings.Repeat("A: b\r\n", 150) + "\r\n",
	"longline":       ok + "A: " + strings.Repeat("x", 70000) + "\r\n\r\n",
	"noreason":       "HTTP/1.1 404\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
	"nocolon":        ok + "A: b\r\nrubbish\r\nContent-Length: 5\r\n\r\nhello",
	"http10":         "HTTP/1.0 200 OK\r\n\r\nhello",
	"latin":          "HTTP/1.1 404 Pas trouv\xe9\r\nConnection: close\r\nX-A: \xe9\r\nContent-Length: 0\r\n\r\n",
	"redirectutf8":   "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: /echo/\xc3\xa9?a b\r\nContent-Length: 0\r\n\r\n",
	"redirectbroken": "HTTP/1.1 302 Found\r\nConnection: close\r\nLocation: http://\r\nContent-Length: 0\r\n\r\n",
}

func (s *Server) broken(mux *http.ServeMux) {
	take := func(w http.ResponseWriter, then func(io.Writer)) {
		c, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			return
		}
		defer c.Close()
		then(c)
	}
	for name, answer := range answers {
		mux.HandleFunc("/bad/"+name, func(w http.ResponseWriter, r *http.Request) {
			io.Copy(io.Discard, r.Body)
			take(w, func(c io.Writer) { io.WriteString(c, answer) })
		})
	}
	for name, first := range map[string]string{
		"stall": "", "stallhead": "HTTP/1.1 200 OK\r\nA: b\r\n", "stallbody": ok + "Content-Length: 10\r\n\r\nhello",
		"stallchunk": ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
	} {
		mux.HandleFunc("/bad/"+name, func(w http.ResponseWriter, r *http.Request) {
			take(w, func(c io.Writer) { io.WriteString(c, first); <-s.stop })
		})
	}
	// 200 MiB of zeros in 200 KiB.
	mux.HandleFunc("/bad/bomb", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bytes.Repeat(Gzip(strings.Repeat("\x00", 1<<20)), 200))
	})
}
