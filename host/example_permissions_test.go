package host_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"starpool/builtins/permit"
	"starpool/host"
)

// try runs a script whose standard output is the example's, and prints the last
// line of its failure.
func try(src string, opts ...host.Option) {
	in, err := host.New(append(opts, host.WithStdout(os.Stdout))...)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	if err := in.Run(context.Background(), "example.py", []byte(src)); err != nil {
		fmt.Println(err)
	}
}

// Without options a script computes, and that is all.
func ExampleNew_safe() {
	in, err := host.New()
	if err != nil {
		panic(err)
	}
	defer in.Close()
	err = in.Run(context.Background(), "example.py", []byte("open('/etc/passwd')"))
	var denied *permit.Denied
	fmt.Println(errors.As(err, &denied))
	fmt.Println(denied)
	// Output:
	// true
	// reading '/etc/passwd' is not allowed here; host.WithRead("/etc/passwd") or --allow-read=/etc/passwd would allow it
}

func ExampleWithRead() {
	dir, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "names.txt"), []byte("Ada\nGrace\n"), 0o644)
	try(fmt.Sprintf(`
import os
os.chdir(%q)
print(open('names.txt').read().split())
try: open('../other.txt')
except PermissionError: print('denied')
try: open('names.txt', 'w')
except PermissionError: print('denied')
`, dir), host.WithRead(dir))
	// Output:
	// ['Ada', 'Grace']
	// denied
	// denied
}

func ExampleWithWrite() {
	dir, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(dir)
	try(fmt.Sprintf("print('a report', file=open(%q, 'w'))", filepath.Join(dir, "report.txt")), host.WithWrite(dir))
	report, _ := os.ReadFile(filepath.Join(dir, "report.txt"))
	fmt.Printf("%s", report)
	// Output: a report
}

func ExampleWithoutRead() {
	dir, _ := os.MkdirTemp("", "example")
	defer os.RemoveAll(dir)
	os.WriteFile(filepath.Join(dir, "key.pem"), nil, 0o600)
	try(fmt.Sprintf(`
try: open(%q)
except PermissionError as e: print(str(e).endswith('is refused here by host.WithoutRead or --deny-read'))
`, filepath.Join(dir, "key.pem")), host.WithAll(), host.WithoutRead(dir))
	// Output: True
}

func ExampleWithEnv() {
	os.Setenv("APP_MODE", "test")
	defer os.Unsetenv("APP_MODE")
	try(`
import os
print(dict(os.environ))
try: os.environ['HOME']
except PermissionError as e: print(e.strerror)
`, host.WithEnv("APP_*"))
	// Output:
	// {'APP_MODE': 'test'}
	// reading the environment variable HOME is not allowed here; host.WithEnv("HOME") or --allow-env=HOME would allow it
}

func ExampleWithRun() {
	try(`
import subprocess
try: subprocess.run('rm -rf /', shell=True)
except PermissionError as e: print('denied')
`, host.WithRun("git"))
	// Output: denied
}

func ExampleWithNet() {
	policy := []host.Option{host.WithNet("api.example.com:443", "*.example.org", "10.0.0.0/8"), host.WithoutNet("10.9.0.0/16")}
	in, err := host.New(policy...)
	if err != nil {
		panic(err)
	}
	in.Close()
	_, err = host.New(host.WithNet("http://example.com"))
	fmt.Println(err)
	// Output: "http://example.com" is no host, address or address range
}

func ExampleWithProcess() {
	try(`
import os
try: os._exit(1)
except PermissionError as e: print(e.strerror)
`)
	// Output: ending the process is not allowed here; host.WithProcess() would allow it
}

func ExampleWithStdio() {
	in, err := host.New(host.WithStdio())
	if err != nil {
		panic(err)
	}
	defer in.Close()
	in.Run(context.Background(), "example.py", []byte(`print("seen")`))
	// Output: seen
}

func ExampleWithAll() {
	try(`
import os
print(os.path.isdir('.'))
`, host.WithAll())
	// Output: True
}

func ExampleWithClock() {
	at := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	try(`
import datetime
print(datetime.datetime.now(datetime.timezone.utc).isoformat())
`, host.WithClock(func() time.Time { return at }))
	// Output: 2024-02-29T12:00:00+00:00
}

func ExampleWithRandom() {
	try(`
import uuid
print(uuid.uuid4())
`, host.WithRandom(strings.NewReader(strings.Repeat("0123456789abcdef", 1000))))
	// Output: 30313233-3435-4637-b839-616263646566
}
