package host_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"starpool/builtins/registry"
	"starpool/host"
)

var update = flag.Bool("update", false, "write docs/modules.md instead of comparing it")

// listNames is a script that prints a line for each module: its name and its
// public names.
const listNames = `
import sys, types
for name in NAMES:
    __import__(name)
    m = sys.modules[name]
    own = set(getattr(m, '__all__', ()))
    for n in dir(m):
        if not n.startswith('_') and (n in own or not isinstance(getattr(m, n), types.ModuleType)):
            own.add(n)
    print(name, *sorted(n for n in own if not n.startswith('_')))
`

// TestModulesDoc holds docs/modules.md against the modules that are registered.
func TestModulesDoc(t *testing.T) {
	var cpython map[string][]string
	data, err := os.ReadFile("../testdata/modulenames.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &cpython); err != nil {
		t.Fatal(err)
	}
	var public []string
	for _, name := range registry.Names() {
		if !strings.HasPrefix(name, "_") && !strings.Contains(name, "._") {
			public = append(public, name)
		}
	}
	var out bytes.Buffer
	in, err := host.New(host.WithAll(), host.WithStdout(&out))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	script := "NAMES = " + fmt.Sprintf("%q", public)
	script = strings.ReplaceAll(script, `" "`, `", "`) + listNames
	if err := in.Run(context.Background(), "names.py", []byte(script)); err != nil {
		t.Fatal(err)
	}
	ours := make(map[string][]string)
	for line := range strings.Lines(out.String()) {
		f := strings.Fields(line)
		ours[f[0]] = f[1:]
	}
	got := modulesDoc(public, ours, cpython)
	const path = "../docs/modules.md"
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("docs/modules.md is not what the modules say: go test ./host -run ModulesDoc -update writes it")
	}
}

func modulesDoc(public []string, ours, cpython map[string][]string) string {
	var b strings.Builder
	b.WriteString(`# Modules

What ` + "`import`" + ` finds without a file: written by ` + "`go test ./host -run ModulesDoc -update`" + ` from the modules themselves, and compared with the
names of CPython 3.13 (` + "`testdata/modulenames.json`" + `). Each module lists its public names, what it does otherwise than Python's, and the names of
Python's module that it lacks. A name that a module lacks is an AttributeError or an ImportError in CPython's words; a module that is not in
this list is a ModuleNotFoundError with a note on what comes near. Other modules are files beside the script, or in ` + "`STARPOOL_PATH`" + `;
modules that are C extensions do not load.

`)
	fmt.Fprintf(&b, "%d modules:", len(public))
	for i, name := range public {
		sep := ","
		if i == 0 {
			sep = ""
		}
		fmt.Fprintf(&b, "%s [%s](#%s)", sep, name, strings.NewReplacer(".", "", "_", "_").Replace(strings.ToLower(name)))
	}
	b.WriteString(".\n")
	for _, name := range public {
		d := registry.Lookup(name)
		fmt.Fprintf(&b, "\n## %s\n\n", name)
		if d.Doc != "" {
			first, _, _ := strings.Cut(d.Doc, "\n")
			fmt.Fprintf(&b, "%s\n\n", first)
		}
		if d.Differs != "" {
			fmt.Fprintf(&b, "Otherwise than in Python: %s\n\n", strings.TrimSpace(d.Differs))
		}
		b.WriteString(wrapped(ours[name]))
		if all, known := cpython[name]; known {
			var missing []string
			for _, n := range all {
				if !slices.Contains(ours[name], n) {
					missing = append(missing, n)
				}
			}
			if len(missing) > 0 {
				b.WriteString("\nNot here:\n" + wrapped(missing))
			}
		}
	}
	return b.String()
}

// wrapped is names as code, in lines of readable length.
func wrapped(names []string) string {
	var b strings.Builder
	width := 0
	for _, n := range names {
		if width+len(n)+3 > 130 {
			b.WriteString("\n")
			width = 0
		} else if width > 0 {
			b.WriteString(" ")
		}
		b.WriteString("`" + n + "`")
		width += len(n) + 3
	}
	b.WriteString("\n")
	return b.String()
}
