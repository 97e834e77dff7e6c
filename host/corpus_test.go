package host_test

// This file runs the scripts of testdata/scripts, whose output CPython 3.13 has
// recorded, and compares.

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

const corpusDir = "../testdata/scripts"

// A corpusCase is one script and what is known of it.
type corpusCase struct {
	name string // area/name
	path string
	exit int
	errs int // how many final lines of standard error count
}

var header = regexp.MustCompile(`(?m)^# (exit|err-lines): (\d+)$`)

func corpus(t *testing.T) []corpusCase {
	var cases []corpusCase
	err := filepath.WalkDir(corpusDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if strings.HasPrefix(d.Name(), "_") {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		if d.IsDir() || filepath.Ext(path) != ".py" {
			return nil
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		abs, err := filepath.Abs(path)
		if err != nil {
			return err
		}
		c := corpusCase{name: strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(path), corpusDir+"/"), ".py"), path: abs, errs: 1}
		lines := bytes.SplitN(src, []byte("\n"), 6)
		for _, m := range header.FindAllSubmatch(bytes.Join(lines[:min(5, len(lines))], []byte("\n")), -1) {
			n, _ := strconv.Atoi(string(m[2]))
			if string(m[1]) == "exit" {
				c.exit = n
			} else {
				c.errs = n
			}
		}
		cases = append(cases, c)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) < 150 {
		t.Fatalf("only %d scripts in %s", len(cases), corpusDir)
	}
	return cases
}

// TestCorpus fails if a script prints anything else than it does under CPython.
func TestCorpus(t *testing.T) {
	os.Setenv("TZ", "UTC")
	time.Local = time.UTC
	for _, c := range corpus(t) {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() && !strings.HasPrefix(c.name, "futures/") && !strings.HasPrefix(c.name, "programs/") && !strings.Contains(c.name, "thread") {
				t.Skip("-short runs the scripts with threads only")
			}
			if runtime.GOOS == "windows" && strings.HasPrefix(c.name, "modules/os_") {
				t.Skip("recorded on a POSIX system")
			}
			runCase(t, c)
		})
	}
}

func runCase(t *testing.T, c corpusCase) {
	t.Chdir(t.TempDir())
	var stdin io.Reader = strings.NewReader("")
	base := strings.TrimSuffix(c.path, ".py")
	if data, err := os.ReadFile(base + ".in"); err == nil {
		stdin = bytes.NewReader(data)
	}
	var stdout, stderr bytes.Buffer
	in, err := host.New(host.WithAll(), host.WithStdin(stdin), host.WithStdout(&stdout), host.WithStderr(&stderr), host.WithArgs(c.path))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	err = in.RunFile(ctx, c.path)
	in.Close()
	code := 0
	var exit *host.ExitError
	var exc *host.Error
	switch {
	case err == nil:
	case errors.As(err, &exit):
		code = exit.Code
		if exit.Message != "" {
			fmt.Fprintln(&stderr, exit.Message)
		}
	case errors.As(err, &exc):
		code = 1
		stderr.WriteString(exc.Traceback)
	default:
		t.Fatalf("%v\nstandard error:\n%s", err, stderr.String())
	}
	want, err := os.ReadFile(base + ".out")
	if err != nil {
		t.Fatal(err)
	}
	if diff := firstDifference(string(want), stdout.String()); diff != "" {
		t.Errorf("standard output differs from CPython's %s\nstandard error:\n%s", diff, tail(stderr.String(), 30))
	}
	if code != c.exit {
		t.Errorf("exit status %d, CPython's is %d\nstandard error:\n%s", code, c.exit, tail(stderr.String(), 30))
	}
	if wantErr, err := os.ReadFile(base + ".err"); err == nil {
		if diff := firstDifference(lastLines(string(wantErr), c.errs), lastLines(stderr.String(), c.errs)); diff != "" {
			t.Errorf("standard error ends differently from CPython's %s", diff)
		}
	}
}

// firstDifference describes the first line in which got is not want, or is "".
func firstDifference(want, got string) string {
	if want == got {
		return ""
	}
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := 0; ; i++ {
		switch {
		case i >= len(w):
			return fmt.Sprintf("at line %d:\n got %q\nwant the end", i+1, g[i])
		case i >= len(g):
			return fmt.Sprintf("at line %d:\n got the end\nwant %q", i+1, w[i])
		case w[i] != g[i]:
			return fmt.Sprintf("at line %d:\n got %q\nwant %q", i+1, g[i], w[i])
		}
	}
}

func lastLines(s string, n int) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "\n")
}

func tail(s string, n int) string { return lastLines(s, n) }
