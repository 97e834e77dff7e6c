//go:build unix

package host_test

// This file tests that pipes which outlive a child keep no goroutine.

import (
	"context"
	"testing"

	"go.uber.org/goleak"

	"starpool/host"
)

// Killing the shell leaves its sleep, which holds the pipes.
var orphaned = map[string]string{
	"run": `
import subprocess
try:
    subprocess.run('sleep 4; true', shell=True, capture_output=True, timeout=0.05)
except subprocess.TimeoutExpired:
    pass
else:
    raise AssertionError('no timeout')
`,
	"communicate": `
import subprocess
child = subprocess.Popen('sleep 4; true', shell=True, stdout=-1, stderr=-1)
try:
    child.communicate(timeout=0.05)
except subprocess.TimeoutExpired:
    child.kill()
    child.wait()
else:
    raise AssertionError('no timeout')
`,
}

func TestOrphanedPipes(t *testing.T) {
	for name, src := range orphaned {
		before := goleak.IgnoreCurrent()
		in, _ := newHost(t, host.WithAll())
		if err := in.Run(context.Background(), "orphan.py", []byte(src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if err := in.Close(); err != nil {
			t.Errorf("%s: Close: %v", name, err)
		}
		if err := goleak.Find(before); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
