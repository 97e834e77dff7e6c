// Package ipaddress is the module ipaddress, written in the language itself.
package ipaddress

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed ipaddress.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "ipaddress", Doc: "IPv4 and IPv6 addresses and networks.", Source: source})
}
