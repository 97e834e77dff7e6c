// Command webserver serves pages of 1 KiB on the loopback interface, for
// benchmarks of clients. It prints its address.
package main

import (
	"fmt"
	"log"
	"net"
	"net/http"
	"strings"
)

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("http://%s\n", l.Addr())
	page := []byte(strings.Repeat("0123456789abcde\n", 64))
	log.Fatal(http.Serve(l, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Write(page)
	})))
}
