package host_test

// This file tests that the Go code in the documentation is code that runs.

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

var goBlock = regexp.MustCompile("(?s)```go\n(.*?)```")

// plain is code without its indentation, so that a part of a function compares.
func plain(code string) string {
	lines := strings.Split(code, "\n")
	for i := range lines {
		lines[i] = strings.TrimLeft(lines[i], "\t ")
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// Each block is a run of lines of the examples, word for word. Lines of three dots
// stand for what is left out.
func TestEmbeddingGuide(t *testing.T) {
	code, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	examples := plain(string(code))
	for _, file := range []string{"../docs/embedding.md", "../README.md"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		blocks := goBlock.FindAllStringSubmatch(string(text), -1)
		if len(blocks) == 0 {
			t.Errorf("%s: no code", file)
		}
		for _, b := range blocks {
			block := b[1]
			if _, body, whole := strings.Cut(block, "func main() {\n"); whole {
				block = body[:strings.LastIndex(body, "}")] // a program: its main is the example
			}
			for _, part := range strings.Split(block, "\n...\n") {
				if !strings.Contains(examples, plain(part)) {
					t.Errorf("%s: no example has\n%s", file, part)
				}
			}
		}
	}
}
