//go:build unix

package repl_test

// This file tests the program on a terminal: keys are typed and the screen read.

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	ctrlC, ctrlD, ctrlR, up = "\x03", "\x04", "\x12", "\x1b[A"
	pasteBegin, pasteEnd    = "\x1b[200~", "\x1b[201~"
)

func TestTerminalSession(t *testing.T) {
	x := start(t, nil)
	x.has("Ctrl-D leaves)\n>>>")
	if banner := strings.Split(x.text(), "\n"); len(banner) != 2 {
		t.Errorf("the banner is not one line:\n%s", x.text())
	}
	x.enter("x = 1", "def f(): return x", "", "x = 2", "f()")
	x.see(">>> f()\n2\n>>>")
	x.enter("1/0")
	x.has("line 1, in <module>\n    1/0\n    ~^~\nZeroDivisionError: division by zero\n>>>")
	x.keys(ctrlD)
	if code := x.ended(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	if strings.Contains(x.colours(), "\x1b[35;1m>>>") == false {
		t.Errorf("no colour: %q", x.colours())
	}
}

func TestTerminalAutoIndent(t *testing.T) {
	x := start(t, nil)
	x.enter("def f(n):", "if n:", "return 'yes'")
	x.see(">>> def f(n):\n...     if n:\n...         return 'yes'\n...")
	x.enter("m = 0") // behind a return the block has been left
	x.keys("if m == 0:\r")
	x.has("if m == 0:\n...")
	x.enter("m = 'no'")
	x.keys("\x7f") // Backspace takes a step
	x.enter("return m", "", "f(1), f(0)")
	x.see("...     return m\n...\n>>> f(1), f(0)\n('yes', 'no')\n>>>")
}

func TestTerminalPaste(t *testing.T) {
	x := start(t, nil)
	x.enter("1")
	x.keys(pasteBegin + "def f():\n    a = 20\n\n    return a + 1\n\nb = f()\n" + pasteEnd)
	x.until("the paste", func(s string) bool { return strings.HasSuffix(s, "b = f()\n>>>") })
	x.enter("b")
	x.see(">>> b\n21\n>>>")
	x.keys(pasteBegin + "b * 2" + pasteEnd)
	x.see(">>> b * 2")
	x.keys("\r")
	x.see("\n42\n>>>")
}

func TestTerminalHistory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "history")
	x := start(t, []string{"STARPOOL_HISTORY=" + file})
	y := start(t, []string{"STARPOOL_HISTORY=" + file})
	x.enter("def f():", "return 'one'", "", "'x'")
	y.enter("'y'")
	x.keys(ctrlD)
	x.ended()
	y.keys(ctrlD)
	y.ended()
	st, err := os.Stat(file)
	if err != nil || st.Mode().Perm() != 0o600 {
		t.Fatalf("%v %v", st, err)
	}
	text, _ := os.ReadFile(file)
	if want := "def f():\\n    return 'one'\n'x'\n'y'\n"; string(text) != want {
		t.Errorf("history %q, want %q", text, want)
	}

	z := start(t, []string{"STARPOOL_HISTORY=" + file})
	z.until("a prompt", atPrompt)
	z.keys(up + up + up)
	z.has("def f():⏎    return 'one'")
	z.keys("\r")
	z.until("a prompt", atPrompt)
	z.enter("f()")
	z.see("'one'\n>>>")
	z.keys(ctrlR + "'y")
	z.has("'y'")
	z.keys("\r")
	z.see("'y'\n>>>")
}

func TestTerminalInterrupt(t *testing.T) {
	for _, c := range []struct{ name, setup, cell string }{
		{"a loop", "x = 1", "while True: pass"},
		{"a sleep", "import time", "time.sleep(60)"},
		{"a wait", "import time; ex = ThreadPoolExecutor(1); f = ex.submit(time.sleep, 60)", "f.result()"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := start(t, nil)
			x.enter(c.setup)
			x.keys(c.cell + "\r")
			if strings.HasPrefix(c.cell, "while") {
				x.see("...")
				x.keys("\r")
			}
			time.Sleep(300 * time.Millisecond) // until it is surely in it
			x.keys(ctrlC)
			x.has("KeyboardInterrupt\n>>>")
			x.enter("'alive'")
			x.see("'alive'\n>>>")
			if c.name == "a wait" {
				x.enter("%pools")
				x.has("1 running, 0 queued")
			}
		})
	}
}

func TestTerminalInterruptDropsTheLine(t *testing.T) {
	x := start(t, nil)
	x.enter("def f():")
	x.keys("nonsense" + ctrlC)
	x.has("KeyboardInterrupt\n>>>")
	x.enter("'next'")
	x.see("'next'\n>>>")
}

func TestTerminalLeaving(t *testing.T) {
	for _, c := range []struct{ name, key string }{{"Ctrl-D", ctrlD}, {"Ctrl-C", ctrlC}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := start(t, nil)
			x.enter("import time", "def nap(): time.sleep(600)", "", "f = ThreadPoolExecutor(1).submit(nap)")
			x.keys(ctrlD)
			x.has("waiting for nap (Ctrl-D or Ctrl-C leaves at once)")
			time.Sleep(100 * time.Millisecond)
			x.keys(c.key)
			x.ended()
		})
	}
	t.Run("waits", func(t *testing.T) {
		t.Parallel()
		x := start(t, nil)
		x.enter("import time", "def nap():", "time.sleep(1); print('rested')", "", "f = ThreadPoolExecutor(1).submit(nap)")
		x.keys(ctrlD)
		if x.ended(); !strings.HasSuffix(x.text(), "rested") {
			t.Error(x.text())
		}
	})
}

func TestTerminalBackgroundOutput(t *testing.T) {
	x := start(t, nil)
	x.enter("import time", "def talk():", "for i in range(3): time.sleep(0.3); print('tick', i)", "", "", "f = ThreadPoolExecutor(1).submit(talk)")
	x.keys("half a li")
	x.has("tick 2\n>>> half a li")
	if s := x.text(); !strings.Contains(s, "tick 0\ntick 1\ntick 2\n>>> half a li") || strings.Count(s, "half") != 1 {
		t.Errorf("garbled:\n%s", s)
	}
	x.keys("ne'\x01'\r") // to the beginning of the line, and a quote
	x.see("'half a line'\n>>>")
}

func TestTerminalInput(t *testing.T) {
	x := start(t, nil)
	x.enter("1")
	x.keys("name = input('who? ')\r")
	x.has("\nwho?") // not the echo of the line that asks
	x.keys("Ann\r")
	x.see("\nwho? Ann\n>>>")
	x.enter("name")
	x.see("'Ann'\n>>>")
}

func TestTerminalOutputWithoutNewline(t *testing.T) {
	x := start(t, nil)
	x.enter("print('no end', end='')")
	x.see("\nno end\n>>>")
}

func TestTerminalPools(t *testing.T) {
	x := start(t, nil)
	x.enter("def sq(n): return n * n", "",
		"with ProcessPoolExecutor(2) as ex: print(list(ex.map(sq, range(4))))", "")
	x.has("[0, 1, 4, 9]\n>>>")
	x.enter("with InterpreterPoolExecutor(2) as ex: print(sum(ex.map(sq, range(5))))", "")
	x.has("\n30\n>>>")
}

func TestTerminalScript(t *testing.T) {
	dir := t.TempDir()
	script := filepath.Join(dir, "main.py")
	os.WriteFile(script, []byte("import sys\nx = sys.argv[1:]\ndef f(): return x\n"), 0o600)
	startup := filepath.Join(dir, "startup.py")
	os.WriteFile(startup, []byte("greeting = 'hi'\n"), 0o600)
	x := start(t, []string{"STARPOOL_STARTUP=" + startup}, "-i", script, "a", "b")
	x.enter("f(), greeting")
	x.see("(['a', 'b'], 'hi')\n>>>")
	x.enter("x = 0", "f()")
	x.see("\n0\n>>>")
	x.keys("exit(4)\r")
	if code := x.ended(); code != 4 {
		t.Errorf("exit status %d", code)
	}
}

func TestTerminalLoad(t *testing.T) {
	file := filepath.Join(t.TempDir(), "m.py")
	os.WriteFile(file, []byte("def f():\n    return 6\nf() * 7\n"), 0o600)
	x := start(t, nil)
	x.until("a prompt", atPrompt)
	x.keys("%load " + file + "\r")
	x.has("def f():⏎    return 6⏎f() * 7")
	x.keys("\r")
	x.see("\n42\n>>>")
}

func TestTerminalThatIsDumb(t *testing.T) {
	x := start(t, []string{"TERM=dumb"})
	x.enter("def f():", "    return 'ok'", "", "f()")
	x.see("'ok'\n>>>")
	x.keys("import time; time.sleep(60)\r")
	time.Sleep(300 * time.Millisecond)
	x.keys(ctrlC)
	x.has("KeyboardInterrupt\n>>>")
	x.keys("abc" + ctrlC)
	x.until("two interrupts", func(s string) bool { return strings.Count(s, "KeyboardInterrupt\n>>>") == 2 })
	x.enter("'alive'")
	x.see("'alive'\n>>>")
	x.keys(ctrlD)
	x.ended()
	if strings.Contains(x.colours(), "\x1b") {
		t.Errorf("escape sequences: %q", x.colours())
	}
}

func TestTerminalWithoutColour(t *testing.T) {
	x := start(t, []string{"NO_COLOR=1"})
	x.enter("'a'", "1/0")
	x.has("division by zero\n>>>")
	if s := x.colours(); strings.Contains(s, "\x1b[3") {
		t.Errorf("coloured: %q", s)
	}
}

func TestTerminalCompletion(t *testing.T) {
	x := start(t, nil)
	x.enter("def paint(what, coats=1): return what, coats", "")
	x.keys("pai\t")
	x.see(">>> paint")
	x.keys("('door', coa\t")
	x.has("paint(what, coats=1)\n>>> paint('door', coats=")
	x.keys("2)\r")
	x.see("('door', 2)\n>>>")
	x.keys("'abc'.upper\x01x = \x05()\r")
	x.until("a prompt", atPrompt)
	x.keys("x.is\t\t")
	x.has("isdigit")
}
