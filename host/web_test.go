package host_test

// This file runs the scripts in testdata/web against web servers of ours, good and
// bad, and compares with what CPython's requests printed. To record:
//
//	RECORD=/path/to/python3.13 go test ./host -run TestWeb
//
// with an interpreter that has requests.

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"starpool/host"
	"starpool/host/webtest"
)

func TestWeb(t *testing.T) {
	files, err := filepath.Glob("../testdata/web/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	for _, name := range []string{"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR"} {
		t.Setenv(name, "")
	}
	t.Setenv("NO_PROXY", "*")
	t.Setenv("HOME", t.TempDir())
	s := webtest.NewServer()
	defer s.Close()
	t.Setenv("SERVER", s.URL)
	for _, file := range files {
		path, err := filepath.Abs(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(path), ".py"), func(t *testing.T) {
			t.Chdir(t.TempDir())
			saved := strings.TrimSuffix(path, ".py") + ".out"
			if python := os.Getenv("RECORD"); python != "" {
				cmd := exec.Command(python, "-W", "ignore", path)
				cmd.Stderr = os.Stderr
				out, err := cmd.Output()
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(saved, []byte(hidePort(string(out), s.URL)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var stdout, stderr bytes.Buffer
			in, err := host.New(host.WithAll(), host.WithStdout(&stdout), host.WithStderr(&stderr))
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			if err := in.RunFile(ctx, path); err != nil {
				t.Errorf("%v\n%s", err, stderr.String())
			}
			want, err := os.ReadFile(saved)
			if err != nil {
				t.Fatal(err)
			}
			if diff := firstDifference(string(want), hidePort(stdout.String(), s.URL)); diff != "" {
				t.Errorf("standard output differs from CPython's %s\nstandard error:\n%s", diff, tail(stderr.String(), 30))
			}
		})
	}
}

// hidePort puts a fixed number in the place of the server's port.
func hidePort(out, url string) string {
	return strings.ReplaceAll(out, url[strings.LastIndexByte(url, ':')+1:], "PORT")
}
