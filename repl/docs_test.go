package repl_test

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"starpool/host"
	"starpool/repl"
)

var (
	console = regexp.MustCompile("(?s)```console\n(>>>.*?)```")
	typed   = regexp.MustCompile(`(?m)^(>>>|\.\.\.)(?: (.*))?\n`)
	took    = regexp.MustCompile(`took \S+`)
)

// TestDocs types what the documents' sessions show as typed, a session a document,
// and compares what comes.
func TestDocs(t *testing.T) {
	for _, path := range []string{"../docs/repl.md", "../README.md"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var shown strings.Builder
		for _, m := range console.FindAllStringSubmatch(string(text), -1) {
			shown.WriteString(m[1])
		}
		if shown.Len() == 0 {
			t.Errorf("%s shows no session", path)
			continue
		}
		var keys strings.Builder
		for _, m := range typed.FindAllStringSubmatch(shown.String(), -1) {
			keys.WriteString(m[2] + "\n")
		}
		in, err := host.New(host.WithAll())
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := repl.Run(context.Background(), in, repl.WithInput(strings.NewReader(keys.String())), repl.WithOutput(&out, &out)); err != nil {
			t.Error(err)
		}
		in.Close()
		got, _, _ := strings.Cut(took.ReplaceAllString(out.String(), "took"), "waiting for ")
		want := took.ReplaceAllString(typed.ReplaceAllString(shown.String(), "$1 "), "took")
		if got = strings.TrimSuffix(strings.TrimSuffix(got, "\n"), ">>> "); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", path, got, want)
		}
	}
}
