package dialect

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.starlark.net/starlark"
)

// FuzzLower checks that whatever can be parsed can be lowered to a file that
// compiles.
func FuzzLower(f *testing.F) {
	files, _ := filepath.Glob("../../testdata/scripts/*/*.py")
	for i, name := range files {
		if src, err := os.ReadFile(name); err == nil && len(src) < 4000 && i%5 == 0 {
			f.Add(src)
		}
	}
	for _, src := range []string{"[(x := 1) for y in z if (w := y)]", "class C:\n  nonlocal_ = [x for x in y]\n",
		"def f():\n  try:\n    return\n  finally:\n    while 1: break\n", "lambda: (yield (a := 1))",
		"with a as (b, *c), d as e[f:g]: del h, i[j]\n", "match a:\n  case {**r} | [*_, r]: pass\n",
		"def f(a, /, *, b=1, **c): global d; d = e = f\n", "try: x\nexcept* A as e: e\nelse: y\nfinally: z\n"} {
		f.Add([]byte(src))
	}
	known := make(map[string]bool)
	for _, n := range HelperNames() {
		known[n] = true
	}
	builtin := func(n string) bool { return pythonNames[n] }
	f.Fuzz(func(t *testing.T, src []byte) {
		// Nothing that is this short takes long.
		defer time.AfterFunc(10*time.Second, func() { panic(fmt.Sprintf("hangs on %q", src)) }).Stop()
		mod, err := Parse("fuzz.py", src, File)
		if err != nil {
			return
		}
		for _, opts := range []Options{{Predeclared: builtin}, {Predeclared: builtin, OpenGlobals: true, Interactive: true}} {
			file, _, err := Lower(mod, opts)
			if err != nil {
				t.Fatalf("cannot lower: %v", err)
			}
			text := Format(file)
			if _, err := starlark.FileProgram(file, func(n string) bool { return known[n] || builtin(n) }); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
		}
	})
}
