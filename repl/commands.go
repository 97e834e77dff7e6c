package repl

// This file defines the commands that begin with %, and x?.

import (
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A magic is a command of the prompt.
type magic struct {
	args string
	help string
	run  func(s *session, arg string) error
}

var magics map[string]magic

func init() { // it names itself
	magics = map[string]magic{
		"time":    {"STATEMENT", "run a statement and say how long it took", (*session).timeOnce},
		"timeit":  {"STATEMENT", "run a statement many times and say how long one takes", (*session).timeMany},
		"run":     {"FILE", "run a file with the variables of this session", (*session).runFile},
		"load":    {"FILE", "put a file's text at the prompt, to be looked at and run with Enter", (*session).loadFile},
		"history": {"[N]", "show the last cells (20)", (*session).showHistory},
		"reset":   {"", "forget all variables", (*session).reset},
		"who":     {"", "list the variables and what they are", (*session).who},
		"pools":   {"", "list the executors that live: workers, tasks, and who waits for whom", (*session).pools},
		"help":    {"", "show this list", (*session).help},
	}
}

var magicOrder = []string{"time", "timeit", "run", "load", "history", "reset", "who", "pools", "help"}

// command returns what runs the line if it is a command, else nil.
func (s *session) command(line string) func() error {
	line = strings.TrimSpace(line)
	if strings.Contains(line, "\n") {
		return nil
	}
	if rest, ok := strings.CutPrefix(line, "%"); ok {
		name, arg, _ := strings.Cut(rest, " ")
		m, ok := magics[name]
		return func() error {
			if !ok {
				return s.complain("there is no command %%%s; %%help lists them", name)
			}
			return m.run(s, strings.TrimSpace(arg))
		}
	}
	if x := strings.TrimSpace(strings.Trim(line, "?")); x != "" && (strings.HasSuffix(line, "?") || strings.HasPrefix(line, "?")) && isPath(x) {
		return func() error { return s.inspect(x) }
	}
	return nil
}

// isPath reports whether x is a name or dotted names.
func isPath(x string) bool {
	for _, part := range strings.Split(x, ".") {
		if part == "" || part[0] >= '0' && part[0] <= '9' {
			return false
		}
		for _, r := range part {
			if !isWord(r) {
				return false
			}
		}
	}
	return true
}

func (s *session) complain(format string, args ...any) error {
	fmt.Fprintln(s.err, s.theme.failure(fmt.Sprintf(format, args...)))
	return nil
}

func (s *session) help(string) error {
	for _, name := range magicOrder {
		m := magics[name]
		s.say("  %-18s %s\n", strings.TrimSpace("%"+name+" "+m.args), m.help)
	}
	s.say("  %-18s %s\n", "x?", "show what x is, its signature and documentation; help(x) says it too")
	s.say("  %-18s %s\n", "_", "the last value that was shown")
	s.say("Ctrl-C stops what runs, Ctrl-D leaves, Tab completes, Ctrl-R searches the history.\n")
	return nil
}

func (s *session) timeOnce(arg string) error {
	if arg == "" {
		return s.complain("%%time needs a statement")
	}
	took, err := timed(func() error { return s.run(arg + "\n") })
	if err == nil {
		s.say("%s\n", s.theme.note("took "+roundTime(took)))
	}
	return err
}

// timeTarget is how long %timeit measures.
const timeTarget = 500 * time.Millisecond

// timeMany runs a statement in a loop, as often as it can in the time it has. The
// loop is part of the cell, so that one turn costs no more than the statement.
func (s *session) timeMany(arg string) error {
	if arg == "" {
		return s.complain("%%timeit needs a statement")
	}
	s.timing = true
	defer func() { s.timing = false }()
	for loops := 1; ; {
		src := "for " + timeitName + " in range(" + strconv.Itoa(loops) + "):\n    " + arg + "\n"
		s.cells++
		var err error
		took, _ := timed(func() error {
			err = s.host.Run(s.ctx, fmt.Sprintf("<stdin-%d>", s.cells), []byte(src))
			return nil
		})
		s.forget(timeitName)
		if err != nil {
			return s.report(err)
		}
		if took >= timeTarget/4 || loops >= 1e8 {
			s.say("%s a loop (%d loops)\n", roundTime(took/time.Duration(loops)), loops)
			return nil
		}
		loops = min(loops*10, max(loops+1, int(float64(loops)*float64(timeTarget)/float64(max(took, time.Microsecond)))))
	}
}

// timeitName is a variable that no user has.
const timeitName = "__timeit_loop__"

func (s *session) forget(name string) {
	s.host.Do(func(*isolate.Thread) error {
		s.host.Module().Vars.Delete(name)
		return nil
	})
}

// roundTime writes a duration with three digits.
func roundTime(d time.Duration) string {
	for _, unit := range []time.Duration{time.Second, time.Millisecond, time.Microsecond} {
		if d >= unit {
			return d.Round(unit / 100).String()
		}
	}
	return d.String()
}

func (s *session) runFile(arg string) error {
	if arg == "" {
		return s.complain("%%run needs the name of a file")
	}
	return s.report(s.host.RunFile(s.ctx, unquote(arg)))
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

func (s *session) loadFile(arg string) error {
	if arg == "" {
		return s.complain("%%load needs the name of a file")
	}
	src, err := os.ReadFile(unquote(arg))
	if err != nil {
		var pe *os.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return s.complain("can't read '%s': %v", unquote(arg), err)
	}
	text := strings.TrimRight(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n")
	if s.load != nil {
		s.load(text)
		return nil
	}
	// Where nothing can be put at the prompt the text is shown and run.
	s.say("%s\n", s.theme.highlight(text))
	return s.run(text + "\n")
}

func (s *session) showHistory(arg string) error {
	n := 20
	if arg != "" {
		var err error
		if n, err = strconv.Atoi(arg); err != nil || n < 1 {
			return s.complain("%%history takes a number, not %q", arg)
		}
	}
	first := max(0, len(s.history.cells)-n)
	for i, cell := range s.history.cells[first:] {
		lines := strings.Split(cell, "\n")
		s.say("%5d  %s\n", first+i+1, s.theme.highlight(lines[0]))
		for _, l := range lines[1:] {
			s.say("       %s\n", s.theme.highlight(l))
		}
	}
	return nil
}

func (s *session) reset(string) error {
	s.host.Reset()
	return nil
}

func (s *session) who(string) error {
	return s.report(s.host.Main(s.ctx, func(t *isolate.Thread) error {
		m := s.host.Module()
		var b strings.Builder
		for _, name := range m.Vars.Names() {
			v := m.Vars.Get(name)
			if v == nil || strings.HasPrefix(name, "__") {
				continue
			}
			text, err := object.Repr(t, v)
			if err != nil {
				return err
			}
			fmt.Fprintf(&b, "  %-14s %-12s %s\n", name, object.TypeName(v), shorten(text, max(20, s.width()-32)))
		}
		if b.Len() == 0 {
			b.WriteString("no variables yet\n")
		}
		return s.print(t, b.String())
	}))
}

// shorten cuts text to one line of at most n characters.
func shorten(text string, n int) string {
	line, rest, cut := strings.Cut(text, "\n")
	rs := []rune(line)
	if len(rs) > n {
		return string(rs[:n-1]) + "…"
	}
	if cut && rest != "" {
		return line + " …"
	}
	return line
}
