package registry

// This file defines how the files of a module's script become one.

import (
	"io/fs"
	"strings"
)

// Joined returns what Module.Script wants: the files NAME.py of a package, one
// after the other, in one namespace. It panics for a file that is not embedded.
func Joined(files fs.ReadFileFS, names ...string) func() string {
	return func() string {
		var b strings.Builder
		for _, name := range names {
			text, err := files.ReadFile(name + ".py")
			if err != nil {
				panic(err)
			}
			b.Write(text)
			b.WriteString("\n\n")
		}
		return b.String()
	}
}
