package dialect

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A goldenCase is one case of testdata/errors.txt; record.py beside it tells
// the format.
type goldenCase struct {
	line int
	want string
	src  string
}

func readGolden(t *testing.T, path string) (cases []goldenCase) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for part := range strings.SplitSeq("\n"+string(data), "\n===") {
		head, src, _ := strings.Cut(part, "\n")
		head = strings.TrimSpace(head)
		if head == "" {
			continue
		}
		src = strings.TrimSuffix(src, "\n")
		head = strings.TrimPrefix(head, "differs ")
		if strings.HasPrefix(head, "q ") {
			head = head[2:]
			unquoted, err := strconv.Unquote(strings.TrimSpace(src))
			if err != nil {
				t.Fatalf("%s: %v", src, err)
			}
			src = unquoted
		} else {
			src += "\n"
		}
		cases = append(cases, goldenCase{want: head, src: src})
	}
	return cases
}

func describe(err error) string {
	if err == nil {
		return "ok"
	}
	e := AsSyntaxError(err)
	return fmt.Sprintf("%s %d:%d-%d:%d %s", e.Kind, e.Line, e.Col, e.EndLine, e.EndCol, e.Msg)
}

func TestErrors(t *testing.T) {
	for _, c := range readGolden(t, "testdata/errors.txt") {
		_, err := Parse("x.py", []byte(c.src), File)
		if got := describe(err); got != c.want {
			t.Errorf("source:\n%s\ngot:  %s\nwant: %s", c.src, got, c.want)
		}
	}
}
