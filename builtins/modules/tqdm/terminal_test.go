//go:build unix

package tqdm_test

// This file draws bars on a pseudo-terminal: their width comes from it, and
// several bars move the cursor between their lines.

import (
	"context"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/creack/pty"
	"go.uber.org/goleak"

	"starpool/host"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// draw runs the script with standard error on a terminal of that size and returns
// what arrived there.
func draw(t *testing.T, columns, rows uint16, script string) string {
	t.Helper()
	screen, tty, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	defer screen.Close()
	if err := pty.Setsize(screen, &pty.Winsize{Cols: columns, Rows: rows}); err != nil {
		t.Fatal(err)
	}
	seen := make(chan string)
	go func() {
		// The end of a terminal is an error, after all that was written.
		text, _ := io.ReadAll(screen)
		seen <- string(text)
	}()
	in, err := host.New(host.WithAll(), host.WithStderr(tty), host.WithStdout(io.Discard), host.WithStdin(strings.NewReader("")))
	if err != nil {
		t.Fatal(err)
	}
	err = in.Run(context.Background(), "draw.py", []byte(script))
	in.Close()
	tty.Close()
	text := <-seen
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return strings.ReplaceAll(text, "\r\n", "\n")
}

// lines are the states that a text on a terminal goes through.
func lines(text string) []string { return strings.Split(text, "\r") }

func TestWidthOfTerminal(t *testing.T) {
	for _, columns := range []uint16{40, 80, 131} {
		text := draw(t, columns, 24, `
from tqdm import tqdm
for i in tqdm(range(3), mininterval=0, miniters=1, desc='width'):
    pass
`)
		states := lines(text)
		if len(states) < 5 {
			t.Fatalf("%d columns: too few drawings: %q", columns, text)
		}
		for _, s := range states[1:] {
			if n := len([]rune(strings.TrimRight(s, "\n"))); n != int(columns)-1 {
				t.Errorf("%d columns: a drawing is %d wide: %q", columns, n, s)
			}
		}
		last := states[len(states)-1]
		if !strings.HasPrefix(last, "width: 100%|█") || !strings.Contains(last, "| 3/3 [00:00<00:00, ") {
			t.Errorf("%d columns: ends with %q", columns, last)
		}
	}
}

func TestResize(t *testing.T) {
	text := draw(t, 60, 24, `
import os
from tqdm import tqdm
with tqdm(total=2, dynamic_ncols=True, bar_format='{ncols}') as bar:
    sizes = iter([(49, 10), (29, 10), (29, 10), (29, 10)])
    bar.dynamic_ncols = lambda file: next(sizes)
    bar.refresh()
    bar.refresh()
`)
	if got := strings.Join(lines(text), " "); !strings.HasPrefix(got, " 59 49 29 29") {
		t.Errorf("drew %q", got)
	}
}

func TestSeveralBars(t *testing.T) {
	text := draw(t, 80, 24, `
from tqdm import tqdm
with tqdm(total=1, bar_format='outer {n}') as outer:
    with tqdm(total=1, bar_format='inner {n}', leave=False) as inner:
        inner.update()
        inner.refresh()
    outer.update()
`)
	want := []string{"", "outer 0\n", "inner 0\x1b[A\n", "inner 1\x1b[A\n", "       \x1b[A", "outer 1\n"}
	if got := lines(text); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("drew %q\nwant %q", got, want)
	}
}

func TestThreads(t *testing.T) {
	text := draw(t, 80, 24, `
from concurrent.futures import ThreadPoolExecutor
from tqdm import tqdm
def work(k):
    with tqdm(total=50, bar_format='{desc} {n}/{total}', desc=f'bar{k}', position=k, mininterval=0) as bar:
        for i in range(50):
            bar.update()
with ThreadPoolExecutor(4) as ex:
    list(ex.map(work, range(4)))
assert len(tqdm._instances) == 0
`)
	for _, name := range []string{"bar0", "bar1", "bar2", "bar3"} {
		if !strings.Contains(text, name+"  50/50") && !strings.Contains(text, name+" 50/50") {
			t.Errorf("%s never got full: %q", name, text)
		}
	}
	// The cursor is back where it began, but for the line that each bar leaves.
	if down, up := strings.Count(text, "\n"), strings.Count(text, "\x1b[A"); down-up != 4 {
		t.Errorf("%d lines down and %d up", down, up)
	}
}

func TestUnclosedBar(t *testing.T) {
	text := draw(t, 80, 24, `
from tqdm import tqdm
bar = tqdm(total=5, bar_format='{n}/{total}')
bar.update(3)
`)
	if !strings.HasSuffix(text, "\r3/5\n") {
		t.Errorf("the program ended with %q", text)
	}
}

func TestNotATerminal(t *testing.T) {
	file, err := os.CreateTemp(t.TempDir(), "")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	in, err := host.New(host.WithAll(), host.WithStderr(file), host.WithStdout(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := in.Run(context.Background(), "plain.py", []byte(`
from tqdm import tqdm
for i in tqdm(range(1000), unit='x'): pass
for i in tqdm(range(1000), disable=None): pass
`)); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	states := lines(string(text))
	if len(states) != 3 || states[1] != "  0%|          | 0/1000 [00:00<?, ?x/s]" || !strings.HasPrefix(states[2], "100%|██████████| 1000/1000 [00:00<00:00, ") {
		t.Errorf("wrote %q", text)
	}
}

func BenchmarkIteration(b *testing.B) {
	in, err := host.New(host.WithAll(), host.WithStderr(io.Discard), host.WithStdout(io.Discard))
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	if err := in.Run(context.Background(), "bench.py", []byte("from tqdm import tqdm\ndef f(n):\n    for i in tqdm(range(n)): pass\nf("+strconv.Itoa(b.N)+")")); err != nil {
		b.Fatal(err)
	}
}
