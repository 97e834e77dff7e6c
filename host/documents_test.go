package host_test

// This file runs the scripts of the documents that the project was made for. They
// lie beside the checkout; where they do not, the tests skip.

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"starpool/host"
)

const documents = "../../shared/documents/scripts"

var primeLines = []string{
	"112272535095293 is prime: True", "112582705942171 is prime: True", "112272535095293 is prime: True",
	"115280095190773 is prime: True", "115797848077099 is prime: True", "1099726899285419 is prime: False",
}

// TestDocuments fails if a script of the documents does not do what its document
// says.
func TestDocuments(t *testing.T) {
	dir, err := filepath.Abs(documents)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the documents are not beside the checkout")
	}
	lines := func(want ...string) func(t *testing.T, out, errs string, code int) {
		return func(t *testing.T, out, errs string, code int) {
			if got := strings.Split(strings.TrimSuffix(out, "\n"), "\n"); !slices.Equal(got, want) || code != 0 {
				t.Errorf("printed %q, status %d", got, code)
			}
		}
	}
	deadlock := func(futures string) func(t *testing.T, out, errs string, code int) {
		return func(t *testing.T, out, errs string, code int) {
			if !regexp.MustCompile(futures).MatchString(out) || code != 1 || !strings.Contains(errs, "DeadlockError: ") || !strings.Contains(errs, "submitted at") {
				t.Errorf("printed %q, status %d, standard error:\n%s", out, code, errs)
			}
		}
	}
	for _, c := range []struct {
		name  string
		check func(t *testing.T, out, errs string, code int)
	}{
		{"000_deadlock", deadlock(`^<Future at 0x[0-9a-f]+ state=running> <Future at 0x[0-9a-f]+ state=running>\n$`)},
		{"000_primes", lines(primeLines...)},
		{"001_0_missing_parentheses", func(t *testing.T, out, errs string, code int) {
			if out != "" || code != 1 || !strings.Contains(errs, "TypeError: 'type' object does not support the context manager protocol") {
				t.Errorf("printed %q, status %d, standard error:\n%s", out, code, errs)
			}
		}},
		{"001_1_map_print", func(t *testing.T, out, errs string, code int) {
			got := strings.Split(strings.TrimSuffix(out, ","), ",")
			if slices.Sort(got); strings.Join(got, "") != "0123456789" || code != 0 {
				t.Errorf("printed %q, status %d", out, code)
			}
		}},
		{"001_5_deadlock", deadlock(`^$`)},
		{"001_6_nested_submit", lines("8")},
		{"002_0_task_args", lines("3")},
		{"002_1_shutil_copy", lines("source file 1", "source file 2", "source file 3", "source file 4")},
		{"003_1_primes", lines(primeLines...)},
		{"004_0_download_map", lines("7")},
		{"004_2_sha", func(t *testing.T, out, errs string, code int) {
			if !regexp.MustCompile(`^(?:[0-9a-f]{64}\n)+$`).MatchString(out) || len(out) != 24*65 || code != 0 {
				t.Errorf("printed %q, status %d, standard error:\n%s", out, code, errs)
			}
		}},
		{"004_1_download_as_completed", func(t *testing.T, out, errs string, code int) {
			text := regexp.MustCompile(`0x[0-9a-f]+`).ReplaceAllString(out, "0x")
			var want []string
			for i, cc := range []string{"BR", "CN", "ID", "IN", "US"} {
				state := "running"
				if i >= 3 {
					state = "pending"
				}
				want = append(want, "Scheduled for "+cc+": <Future at 0x state="+state+">")
			}
			for _, cc := range []string{"cn", "id", "br", "us", "in"} {
				want = append(want, "<Future at 0x state=finished returned str> result: '"+cc+"'")
			}
			got := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
			want = append(want, "5")
			// When a machine is slow the tasks may end in another order.
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) || code != 0 {
				t.Errorf("printed\n%s\nstatus %d", out, code)
			}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if testing.Short() && (strings.Contains(c.name, "primes") || strings.Contains(c.name, "sha")) {
				t.Skip("-short leaves out what computes for seconds")
			}
			t.Chdir(t.TempDir())
			var stdout, stderr bytes.Buffer
			in, err := host.New(host.WithAll(), host.WithStdout(&stdout), host.WithStderr(&stderr), host.WithStdin(strings.NewReader("")))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			code := 0
			if err := in.RunFile(ctx, filepath.Join(dir, c.name+".py")); err != nil {
				var exit *host.ExitError
				var exc *host.Error
				switch {
				case errors.As(err, &exit):
					code = exit.Code
				case errors.As(err, &exc):
					stderr.WriteString(exc.Traceback)
					code = 1
				default:
					t.Fatalf("%v\n%s", err, stderr.String())
				}
			}
			c.check(t, stdout.String(), stderr.String(), code)
		})
	}
}
