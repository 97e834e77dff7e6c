package repl

// This file decides when the lines typed so far are a cell, and how far the next
// one is indented.

import (
	"errors"
	"strings"

	"starpool/host/dialect"
)

// readiness is what can be said of the lines typed so far.
type readiness int

const (
	ready      readiness = iota // they are a cell, or a mistake that no further line repairs
	unfinished                  // more lines are needed
	inBlock                     // they are a program, and a block is open that an empty line ends
)

// examine parses the lines typed so far. whole says that they came at once, pasted
// or recalled: then no empty line is needed behind a block, and empty lines within
// one mean nothing.
func examine(src string, whole bool) readiness {
	tree, err := dialect.Parse("<stdin>", []byte(src), dialect.File)
	blank := endsBlank(src)
	if err != nil {
		if !dialect.IncompleteInput(err) {
			return ready
		}
		// An empty line ends a block that is not finished: the mistake is then
		// reported. Brackets and strings stay open over any number of them.
		if blank && !whole && !isOpen(err) {
			return ready
		}
		return unfinished
	}
	if whole || blank || len(tree.Body) == 0 || !isBlock(tree.Body[len(tree.Body)-1]) {
		return ready
	}
	return inBlock
}

func endsBlank(src string) bool {
	src = strings.TrimSuffix(src, "\n")
	i := strings.LastIndexByte(src, '\n')
	return i >= 0 && strings.TrimSpace(src[i+1:]) == ""
}

// isOpen reports whether err is about a bracket, string or line that goes on.
func isOpen(err error) bool {
	var se *dialect.SyntaxError
	if !errors.As(err, &se) {
		return false
	}
	return strings.Contains(se.Msg, "was never closed") || strings.HasPrefix(se.Msg, "unterminated")
}

// isBlock reports whether st is a statement with a block, even a block on its
// own line, which Python's prompt lets go on as well.
func isBlock(st dialect.Stmt) bool {
	switch st.(type) {
	case *dialect.FunctionDef, *dialect.ClassDef, *dialect.If, *dialect.For, *dialect.While, *dialect.With, *dialect.Try, *dialect.TryStar, *dialect.Match:
		return true
	}
	return false
}

const indentWidth = 4

// nextIndent is the indentation that the line behind src probably has: that of
// the last line, one more behind a colon, one less behind what leaves the block.
func nextIndent(src string) string {
	_, err := dialect.Parse("<stdin>", []byte(src), dialect.File)
	if err != nil && isOpen(err) {
		return ""
	}
	lines := strings.Split(strings.TrimRight(src, "\n"), "\n")
	line := lines[len(lines)-1]
	body := strings.TrimLeft(line, " \t")
	indent := line[:len(line)-len(body)]
	if i := strings.Index(body, " #"); i >= 0 {
		body = body[:i]
	}
	body = strings.TrimRight(body, " \t")
	word, _, _ := strings.Cut(body, " ")
	switch {
	case strings.HasSuffix(body, ":"):
		return indent + strings.Repeat(" ", indentWidth)
	case word == "return" || word == "pass" || word == "break" || word == "continue" || word == "raise":
		return indent[:max(0, len(indent)-indentWidth)]
	}
	return indent
}
