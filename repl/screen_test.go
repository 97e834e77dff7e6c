//go:build unix

package repl_test

// This file defines a terminal: a program behind a pseudo-terminal, keys typed at
// it, and a model of its screen.

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// patience is how long anything may take before a test fails.
const patience = 30 * time.Second

// A terminal runs the program and keeps what is on the screen.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	pty  *os.File
	done chan struct{}
	exit error

	mu  sync.Mutex
	vt  *vt
	raw strings.Builder
}

// start runs the program with args on a terminal of 80 columns.
func start(t *testing.T, env []string, args ...string) *terminal {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), childEnv+"=1", "TERM=xterm-256color", "NO_COLOR=", "STARPOOL_STARTUP=",
		"STARPOOL_HISTORY="+filepath.Join(t.TempDir(), "history"), "STARPOOL_PATH=")
	cmd.Env = append(cmd.Env, env...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 50, Cols: 80})
	if err != nil {
		t.Fatal(err)
	}
	x := &terminal{t: t, cmd: cmd, pty: f, done: make(chan struct{}), vt: newVT(80)}
	go func() {
		defer close(x.done)
		buf := make([]byte, 4096)
		for {
			n, err := f.Read(buf)
			x.mu.Lock()
			x.vt.write(string(buf[:n]))
			x.raw.Write(buf[:n])
			x.mu.Unlock()
			if err != nil {
				x.exit = cmd.Wait()
				return
			}
		}
	}()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-x.done
		f.Close()
	})
	return x
}

// text is the screen without trailing blanks.
func (x *terminal) text() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.vt.String()
}

// colours is all that was written, escape sequences included.
func (x *terminal) colours() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.raw.String()
}

// keys presses keys.
func (x *terminal) keys(s string) {
	x.t.Helper()
	if _, err := io.WriteString(x.pty, s); err != nil {
		x.t.Fatalf("typing %q: %v\n%s", s, err, x.text())
	}
}

// until waits for the screen to satisfy cond.
func (x *terminal) until(what string, cond func(screen string) bool) string {
	x.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		s := x.text()
		if cond(s) {
			return s
		}
		if time.Now().After(end) {
			x.t.Fatalf("never saw %s on the screen:\n%s", what, s)
		}
	}
}

// see waits until the screen ends with want.
func (x *terminal) see(want string) {
	x.t.Helper()
	x.until(strconv.Quote(want), func(s string) bool { return strings.HasSuffix(s, want) })
}

// has waits until the screen contains want.
func (x *terminal) has(want string) {
	x.t.Helper()
	x.until(strconv.Quote(want), func(s string) bool { return strings.Contains(s, want) })
}

// enter types lines, each when the prompt is there, and waits for the next one.
func (x *terminal) enter(lines ...string) {
	x.t.Helper()
	before := x.until("a prompt", atPrompt)
	for _, l := range lines {
		x.keys(l + "\r")
		n := strings.Count(before, "\n")
		before = x.until("a prompt", func(s string) bool { return atPrompt(s) && strings.Count(s, "\n") > n })
	}
}

func atPrompt(s string) bool {
	last := s[strings.LastIndexByte(s, '\n')+1:]
	return last == ">>>" || strings.TrimRight(last, " ") == "..."
}

// ended waits for the program to end and returns its exit status.
func (x *terminal) ended() int {
	x.t.Helper()
	select {
	case <-x.done:
	case <-time.After(patience):
		x.t.Fatalf("it does not end:\n%s", x.text())
	}
	return x.cmd.ProcessState.ExitCode()
}

// A vt is a model of a terminal's screen, as far as line editors need one. It
// has as many lines as were written: nothing scrolls away.
type vt struct {
	width    int
	lines    [][]rune
	row, col int
	wrap     bool // the cursor is behind the last column
	seq      string
}

func newVT(width int) *vt { return &vt{width: width, lines: make([][]rune, 1)} }

func (v *vt) String() string {
	var out []string
	for _, l := range v.lines {
		out = append(out, strings.TrimRight(string(l), " "))
	}
	return strings.TrimRight(strings.Join(out, "\n"), "\n")
}

func (v *vt) write(s string) {
	for _, r := range s {
		v.put(r)
	}
}

func (v *vt) put(r rune) {
	if v.seq != "" {
		v.seq += string(r)
		if len(v.seq) > 2 && r >= '@' && r <= '~' {
			v.control(v.seq[2:len(v.seq)-1], r)
			v.seq = ""
		}
		return
	}
	switch r {
	case 0x1b:
		v.seq = "\x1b"
	case '\r':
		v.col, v.wrap = 0, false
	case '\n':
		v.down()
	case '\b':
		if v.wrap {
			v.wrap = false
		} else {
			v.col = max(0, v.col-1)
		}
	case 0x07:
	default:
		if r < ' ' {
			return
		}
		if v.wrap {
			v.col, v.wrap = 0, false
			v.down()
		}
		v.set(r)
	}
}

func (v *vt) down() {
	v.row++
	if v.row == len(v.lines) {
		v.lines = append(v.lines, nil)
	}
}

func (v *vt) set(r rune) {
	l := v.lines[v.row]
	for len(l) <= v.col {
		l = append(l, ' ')
	}
	l[v.col] = r
	v.lines[v.row] = l
	if v.col++; v.col == v.width {
		v.col, v.wrap = v.width-1, true
	}
}

func (v *vt) control(args string, cmd rune) {
	n, _ := strconv.Atoi(args)
	v.wrap = v.wrap && cmd == 'm'
	switch cmd {
	case 'A':
		v.row = max(0, v.row-max(1, n))
	case 'B':
		for range max(1, n) {
			v.down()
		}
	case 'C':
		v.col = min(v.width-1, v.col+max(1, n))
	case 'D':
		v.col = max(0, v.col-max(1, n))
	case 'J', 'K':
		if n == 2 {
			v.lines[v.row] = nil
		} else if v.col < len(v.lines[v.row]) {
			v.lines[v.row] = v.lines[v.row][:v.col]
		}
		if cmd == 'J' {
			v.lines = v.lines[:v.row+1]
		}
	}
}
