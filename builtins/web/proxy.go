package web

// This file defines Proxies: the proxy settings of an environment, as
// urllib.request and requests read them.

import (
	"net/netip"
	"strings"
)

// Proxies returns the proxies that environment variables name, by scheme: "http",
// "https", "all", "no" and so on. Names in lower case win, and an empty one unsets.
// HTTP_PROXY is not believed where a web server sets it from a request's header.
func Proxies(environ map[string]string) map[string]string {
	proxies := make(map[string]string)
	for name, value := range environ {
		if scheme, ok := strings.CutSuffix(strings.ToLower(name), "_proxy"); ok && value != "" {
			if _, cgi := environ["REQUEST_METHOD"]; cgi && name == "HTTP_PROXY" {
				continue
			}
			if _, lower := environ[scheme+"_proxy"]; !lower {
				proxies[scheme] = value
			}
		}
	}
	for name, value := range environ {
		if scheme, ok := strings.CutSuffix(name, "_proxy"); ok && scheme == strings.ToLower(scheme) && value != "" {
			proxies[scheme] = value
		}
	}
	return proxies
}

// Bypass reports whether the value of NO_PROXY keeps requests to host from using a
// proxy: "*", a domain with all that is under it, host:port, an address or a
// network.
func Bypass(noProxy, host string, port string) bool {
	noProxy = strings.TrimSpace(noProxy)
	if noProxy == "*" {
		return true
	}
	addr, isAddr := netip.ParseAddr(host)
	for _, entry := range strings.Split(noProxy, ",") {
		entry = strings.ToLower(strings.TrimSpace(entry))
		if entry == "" {
			continue
		}
		if isAddr == nil {
			if network, err := netip.ParsePrefix(entry); err == nil && network.Contains(addr) {
				return true
			}
		}
		entry = strings.TrimPrefix(entry, ".")
		name := strings.ToLower(host)
		for _, h := range []string{name, name + ":" + port} {
			if h == entry || strings.HasSuffix(h, "."+entry) {
				return true
			}
		}
	}
	return false
}
