package repl

// This file defines lineEditor, the editor over github.com/chzyer/readline. That
// library edits one line and knows nothing of cells: its history file, its
// handling of newlines and its Close are not used (it trims indentation, loses
// the cursor, and can hang).

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/chzyer/readline"
)

type lineEditor struct {
	rl      *readline.Instance
	keys    *keys
	tty     *os.File
	screens []*screen
	load    string // what %load has left for the next line

	mu     sync.Mutex
	typing bool
}

// newLineEditor returns an editor on the terminal that in and out are. What is
// written to the screens meanwhile goes above the line.
func newLineEditor(in, out *os.File, th *theme, comp *completer, screens ...*screen) (*lineEditor, error) {
	e := &lineEditor{keys: &keys{tty: in}, tty: out, screens: screens}
	fd := int(in.Fd())
	var before *readline.State
	cfg := &readline.Config{
		Stdin: io.NopCloser(e.keys), Stdout: out, Stderr: out,
		HistoryLimit: maxCells, DisableAutoSaveHistory: true, HistorySearchFold: true,
		InterruptPrompt: "^C", EOFPrompt: "\n",
		AutoComplete:   comp,
		Painter:        painter{th},
		FuncIsTerminal: func() bool { return true },
		FuncGetWidth:   func() int { return screenWidth(out) },
		FuncMakeRaw: func() (err error) {
			before, err = readline.MakeRaw(fd)
			return err
		},
		FuncExitRaw: func() error {
			if before == nil {
				return nil
			}
			st := before
			before = nil
			return readline.Restore(fd, st)
		},
	}
	cfg.SetListener(e.onKey)
	rl, err := readline.NewEx(cfg)
	if err != nil {
		return nil, err
	}
	e.rl = rl
	comp.below = func(text string) { rl.Stdout().Write([]byte(text)) }
	return e, nil
}

// screenWidth is the number of columns of a terminal.
func screenWidth(f *os.File) int {
	if w, _, err := readline.GetSize(int(f.Fd())); err == nil && w > 0 {
		return w
	}
	return 80
}

// painter colours the line being typed.
type painter struct{ theme *theme }

// Paint implements readline.Painter.
func (p painter) Paint(line []rune, _ int) []rune { return []rune(p.theme.highlight(string(line))) }

// onKey is told of each key after it was handled: Backspace in the indentation
// takes a whole step.
func (e *lineEditor) onKey(line []rune, pos int, key rune) ([]rune, int, bool) {
	if key != readline.CharBackspace && key != readline.CharCtrlH || pos == 0 || pos%indentWidth == 0 {
		return nil, 0, false
	}
	for _, r := range line[:pos] {
		if r != ' ' {
			return nil, 0, false
		}
	}
	to := pos - pos%indentWidth
	return append(append([]rune(nil), line[:to]...), line[pos:]...), to, true
}

// ReadLine implements editor.
func (e *lineEditor) ReadLine(req lineRequest) (string, bool, error) {
	e.rl.SetPrompt(req.prompt)
	fill := req.fill
	if e.load != "" {
		fill, e.load = e.load, ""
	} else if e.keys.waiting() {
		fill = "" // what comes has its own indentation
	}
	if e.screens[0].last.isInside() {
		io.WriteString(e.tty, "\n") // the editor has whole lines to itself
		e.screens[0].last.set(false)
	}
	io.WriteString(e.tty, pasteOn)
	e.setTyping(true)
	line, err := e.rl.ReadlineWithDefault(oneLine(fill))
	e.setTyping(false)
	io.WriteString(e.tty, pasteOff)
	switch {
	case errors.Is(err, readline.ErrInterrupt):
		e.keys.drop()
		return "", false, errInterrupt
	case err != nil:
		return "", false, io.EOF
	}
	return strings.ReplaceAll(line, string(newlineRune), "\n"), e.keys.lineEnded(), nil
}

// oneLine writes a cell as the line that readline edits.
func oneLine(cell string) string { return strings.ReplaceAll(cell, "\n", string(newlineRune)) }

func (e *lineEditor) setTyping(on bool) {
	e.mu.Lock()
	e.typing = on
	e.mu.Unlock()
	var above func([]byte)
	if on {
		above = e.above
	}
	for _, s := range e.screens {
		s.typing(above)
	}
}

// above writes whole lines above the line being typed.
func (e *lineEditor) above(p []byte) {
	// readline redraws its line only once it reads keys.
	for end := time.Now().Add(100 * time.Millisecond); !e.rl.Terminal.IsReading() && time.Now().Before(end); {
		time.Sleep(time.Millisecond)
	}
	e.rl.Stdout().Write([]byte(strings.ReplaceAll(string(p), "\n", "\r\n")))
}

// Interrupt implements editor: while a line is typed Ctrl-C is a key.
func (e *lineEditor) Interrupt() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.typing
}

// Cancel implements editor.
func (e *lineEditor) Cancel() { e.keys.Close() }

// Leave implements editor.
func (e *lineEditor) Leave(ctx context.Context) bool {
	buf := make([]byte, 256)
	for ctx.Err() == nil {
		if readable(e.keys.tty, pollTime) {
			// The terminal collects lines now: an end of input is Ctrl-D.
			if n, err := e.keys.tty.Read(buf); n == 0 || err != nil {
				return true
			}
		}
	}
	return false
}

// Remember implements editor.
func (e *lineEditor) Remember(cell string) { e.rl.SaveHistory(oneLine(cell)) }

// Close implements editor. readline's own goroutines end when the keys do.
func (e *lineEditor) Close() error {
	e.keys.Close()
	e.rl.Terminal.KickRead()
	return nil
}
