// Package sysconfig is the modules sysconfig and site, as far as a program that is
// one file has anything to say there.
package sysconfig

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed sysconfig.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "sysconfig", Doc: "Access to the configuration of the interpreter.", Source: source})
	registry.Register(&registry.Module{Name: "site", Doc: "Nothing is installed beside the built-in modules.", Source: `
ENABLE_USER_SITE = False
PREFIXES = []
USER_SITE = USER_BASE = None


def getsitepackages(prefixes=None):
    return []


def getusersitepackages():
    return None


def getuserbase():
    return None


def main():
    pass
`})
}
