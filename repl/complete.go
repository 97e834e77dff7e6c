package repl

// This file defines completer: what Tab offers. It runs no code of the script but
// what reading attributes takes, and nothing while a cell runs.

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/universe"
	"starpool/host/dialect"
)

// A completer implements readline.AutoCompleter.
type completer struct {
	s     *session
	below func(text string) // shows a line above the one being typed; nil: nowhere
	shown string            // the signature that was shown last
}

// maxCandidates bounds what a Tab lists.
const maxCandidates = 200

// Do implements readline.AutoCompleter: the ends of the words that the text before
// the cursor can become, and the length of what they share with it.
func (c *completer) Do(line []rune, pos int) ([][]rune, int) {
	text := string(line[:pos])
	if strings.TrimSpace(text) == "" {
		return [][]rune{[]rune(strings.Repeat(" ", indentWidth-pos%indentWidth))}, 0
	}
	words, start, sig := c.s.complete(text)
	if sig != "" && sig != c.shown && c.below != nil {
		c.below(c.s.theme.note(sig) + "\r\n")
	}
	c.shown = sig
	typed := text[start:]
	var out [][]rune
	for _, w := range words {
		if rest, ok := strings.CutPrefix(w, typed); ok && len(out) < maxCandidates {
			out = append(out, []rune(rest))
		}
	}
	return out, utf8.RuneCountInString(typed)
}

// complete returns the words that can stand from start on in text, which ends at the
// cursor, and the signature of the call that it is in.
func (s *session) complete(text string) (words []string, start int, sig string) {
	if i, ok := openQuote(text); ok {
		return fileNames(text[i+1:]), i + 1, ""
	}
	for _, cmd := range []string{"%run ", "%load "} {
		if rest, ok := strings.CutPrefix(text, cmd); ok {
			return fileNames(rest), len(cmd), ""
		}
	}
	if rest, ok := strings.CutPrefix(text, "%"); ok && isPath(rest+"x") {
		for _, name := range magicOrder {
			words = append(words, name+" ")
		}
		return words, 1, ""
	}
	start = len(text)
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !isWord(r) {
			break
		}
		start -= n
	}
	s.host.Do(func(t *isolate.Thread) error {
		words, sig = s.names(t, text[:start], text[start:])
		return nil
	})
	return words, start, sig
}

// names returns the names that can follow before and begin with typed.
func (s *session) names(t *isolate.Thread, before, typed string) (words []string, sig string) {
	defer t.Pending() // what reading an attribute has raised
	statement := before[strings.LastIndexAny(before, ";\n"+string(newlineRune))+1:]
	fields := strings.Fields(statement)
	switch {
	case len(fields) > 0 && fields[0] == "from" && len(fields) >= 3 && fields[2] == "import":
		return s.moduleNames(t, fields[1]), ""
	case len(fields) > 0 && (fields[0] == "import" || fields[0] == "from" && len(fields) <= 2):
		last := fields[len(fields)-1]
		if len(fields) > 1 && strings.HasSuffix(last, ".") && strings.HasSuffix(before, ".") {
			return modules(last), ""
		}
		if fields[0] == "from" && len(fields) == 2 {
			return []string{"import "}, ""
		}
		return modules(""), ""
	case strings.HasSuffix(before, "."):
		path := pathBefore(strings.TrimSuffix(before, "."))
		v, err := s.resolve(t, path)
		if path == "" || err != nil {
			return nil, ""
		}
		names, err := object.Dir(t, v)
		if err != nil {
			return nil, ""
		}
		return public(names, typed), ""
	}
	if fn := calleeBefore(before); fn != "" {
		if v, err := s.resolve(t, fn); err == nil && object.IsCallable(v) {
			if params := universe.Signature(t, v); params != "" {
				sig = fn + params
				words = append(words, keywordNames(params)...)
			}
		}
	}
	words = append(words, s.host.Module().AttrNames()...)
	words = append(words, universe.Names()...)
	for k := range keywords {
		words = append(words, k)
	}
	return public(words, typed), sig
}

// public sorts names, each once, and leaves out those with an underscore unless
// one was typed.
func public(names []string, typed string) []string {
	seen := make(map[string]bool)
	var out []string
	for _, n := range names {
		if !seen[n] && strings.HasPrefix(n, typed) && (typed != "" || !strings.HasPrefix(n, "_")) {
			seen[n] = true
			out = append(out, n)
		}
	}
	sort.Strings(out)
	return out
}

// moduleNames returns what can be imported from a module, which is imported for
// that only if it is built in.
func (s *session) moduleNames(t *isolate.Thread, name string) []string {
	m, err := registry.Get(t, name)
	if err != nil || m == nil {
		return nil
	}
	return public(m.AttrNames(), "")
}

// modules returns the names of the modules that can be imported, the built-in ones
// and the files of the working directory. Of those within a package the rest of
// the name is returned.
func modules(pkg string) []string {
	var out []string
	for _, name := range registry.Names() {
		if rest, ok := strings.CutPrefix(name, pkg); ok && !strings.Contains(rest, ".") {
			out = append(out, rest)
		}
	}
	if pkg == "" {
		entries, _ := os.ReadDir(".")
		for _, e := range entries {
			base, ext := strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())), filepath.Ext(e.Name())
			if (ext == ".py" || ext == ".star") && isPath(base) {
				out = append(out, base)
			}
		}
	}
	return public(out, "")
}

// pathBefore returns the dotted names that text ends with.
func pathBefore(text string) string {
	i := len(text)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if !isWord(r) && r != '.' {
			break
		}
		i -= n
	}
	if p := text[i:]; isPath(p) {
		return p
	}
	return ""
}

// calleeBefore returns the dotted names before the innermost parenthesis that is
// open at the end of text.
func calleeBefore(text string) string {
	depth := 0
	for i := len(text) - 1; i >= 0; i-- {
		switch text[i] {
		case ')', ']', '}':
			depth++
		case '(', '[', '{':
			if depth == 0 {
				if text[i] == '(' {
					return pathBefore(text[:i])
				}
				return ""
			}
			depth--
		}
	}
	return ""
}

// keywordNames returns the parameters of a signature that can be given by name,
// each with its equals sign.
func keywordNames(sig string) []string {
	// A def statement with the same parameters says what they are.
	tree, err := dialect.Parse("", []byte("def f"+strings.ReplaceAll(sig, "=...", "=None")+": pass\n"), dialect.File)
	if err != nil || len(tree.Body) == 0 {
		return nil
	}
	def, ok := tree.Body[0].(*dialect.FunctionDef)
	if !ok || def.Args == nil {
		return nil
	}
	var out []string
	for _, a := range append(append([]*dialect.Arg(nil), def.Args.Args...), def.Args.Kwonlyargs...) {
		if a.Arg != "self" && a.Arg != "cls" {
			out = append(out, a.Arg+"=")
		}
	}
	return out
}

// openQuote returns where the string begins that is open at the end of text.
func openQuote(text string) (int, bool) {
	rs := text
	for i := 0; i < len(rs); i++ {
		switch c := rs[i]; c {
		case '#':
			return 0, false
		case '"', '\'':
			j := i + 1
			for j < len(rs) && rs[j] != c {
				if rs[j] == '\\' {
					j++
				}
				j++
			}
			if j >= len(rs) {
				return i, true
			}
			i = j
		}
	}
	return 0, false
}

// fileNames returns the paths that begin with typed. A folder ends in a slash.
func fileNames(typed string) []string {
	dir, base := filepath.Split(typed)
	list := dir
	if rest, ok := strings.CutPrefix(dir, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			list = filepath.Join(home, rest)
		}
	}
	if list == "" {
		list = "."
	}
	entries, err := os.ReadDir(list)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), base) || base == "" && strings.HasPrefix(e.Name(), ".") {
			continue
		}
		name := dir + e.Name()
		if st, err := os.Stat(filepath.Join(list, e.Name())); err == nil && st.IsDir() {
			name += "/"
		}
		out = append(out, name)
	}
	return out
}
