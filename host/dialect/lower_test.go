package dialect

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.starlark.net/starlark"
)

// pythonNames are built-ins enough for tests of the lowering.
var pythonNames = map[string]bool{}

func init() {
	for _, n := range strings.Fields(`abs all any ascii bin bool bytearray bytes callable chr classmethod complex dict dir
		divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash hex id input int isinstance
		issubclass iter len list locals map max min next object oct open ord pow print property range repr reversed round
		set setattr slice sorted staticmethod str sum super tuple type vars zip Exception ValueError KeyError TypeError
		IndexError BaseException RuntimeError ThreadPoolExecutor StopIteration NameError`) {
		pythonNames[n] = true
	}
}

func lowerText(t *testing.T, src string, opts Options) (string, *Info) {
	t.Helper()
	mod, err := Parse("test.py", []byte(src), File)
	if err != nil {
		t.Fatal(err)
	}
	if opts.Predeclared == nil {
		opts.Predeclared = func(n string) bool { return pythonNames[n] }
	}
	f, info, err := Lower(mod, opts)
	if err != nil {
		t.Fatal(err)
	}
	text := Format(f)
	known := make(map[string]bool)
	for _, n := range HelperNames() {
		known[n] = true
	}
	if _, err := starlark.FileProgram(f, func(n string) bool { return known[n] || opts.Predeclared(n) }); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return text, info
}

var update = flag.Bool("update", false, "write the golden files anew")

// TestLowerGolden compares lowered code, without its prelude, with
// testdata/lower.txt: chunks of "-- name --", source, "==>", lowered code.
func TestLowerGolden(t *testing.T) {
	const file = "testdata/lower.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, chunk := range strings.Split("\n"+string(text), "\n-- ")[1:] {
		name, rest, ok := strings.Cut(chunk, " --\n")
		src, want, ok2 := strings.Cut(rest, "==>\n")
		if !ok || !ok2 {
			t.Fatalf("malformed chunk %q", name)
		}
		got, _ := lowerText(t, src, Options{})
		var body []string
		for _, line := range strings.Split(strings.TrimSpace(got), "\n") {
			// The prelude binds names of the lowering's own, and declares the
			// module's.
			if prelude(line) {
				body = body[:0]
				continue
			}
			body = append(body, line)
		}
		if len(body) > 0 && body[0] == "if 0:" {
			body = body[2:]
		}
		got = strings.Join(body, "\n") + "\n"
		out.WriteString("-- " + name + " --\n" + src + "==>\n" + got + "\n")
		if !*update && strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s: lowered to\n%s\nwant\n%s", name, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.TrimSuffix(out.String(), "\n")), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// prelude reports whether a line belongs to the part of the prelude that binds
// built-ins, helpers and constants.
func prelude(line string) bool {
	name, value, ok := strings.Cut(line, " = ")
	if !ok || line[0] == ' ' {
		return strings.HasPrefix(line, "$$start(")
	}
	if strings.HasPrefix(name, "$.") || strings.HasPrefix(value, "$$") {
		return true
	}
	for _, p := range []string{"$k", "$u", "$f"} {
		if n, ok := strings.CutPrefix(name, p); ok && strings.Trim(n, "0123456789") == "" {
			return true
		}
	}
	return name == "__name__" || name == "__doc__" || name == "__package__"
}

// TestLowerCorpus checks that every script of the acceptance corpus can be
// lowered to a file that compiles.
func TestLowerCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/scripts/*/*.py")
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse(name, src, File); err != nil {
			continue // the script is about syntax errors
		}
		t.Run(strings.TrimPrefix(name, "../../testdata/scripts/"), func(t *testing.T) {
			lowerText(t, string(src), Options{})
			lowerText(t, string(src), Options{OpenGlobals: true})
		})
	}
}
