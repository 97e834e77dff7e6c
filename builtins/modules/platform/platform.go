// Package platform is the module platform, written in the language itself (platform.py).
package platform

import (
	_ "embed"
	"runtime"

	"go.starlark.net/starlark"

	"starpool/builtins/registry"
)

//go:embed platform.py
var source string

func arch() string {
	switch runtime.GOARCH {
	case "amd64":
		return "x86_64"
	case "arm64":
		if runtime.GOOS == "linux" {
			return "aarch64"
		}
	}
	return runtime.GOARCH
}

func init() {
	registry.Register(&registry.Module{Name: "platform", Doc: "This module tries to retrieve as much platform-identifying data as possible.", Source: source, Values: map[string]starlark.Value{"_arch": starlark.String(arch())}})
}
