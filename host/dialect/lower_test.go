package dialect

import (
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
