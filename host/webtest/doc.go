// Package webtest is what tests of HTTP run against, all on the loopback
// interface:
//
//	Server   pages of all kinds, and servers that lie, stall and break   server.go, broken.go
//	Proxy    a forward proxy with its own certificate authority that     proxy.go
//	         plays any host, so that scripts reach https:// addresses
package webtest
