package repl

// This file defines history: the cells of this session and of earlier ones.
//
// The file has one cell a line, its newlines and backslashes escaped, so that
// indentation survives and a line that is damaged costs one cell. Cells are
// appended with a single write each, which the system keeps whole, so two sessions
// at once interleave and lose nothing. A file that has grown to twice the bound is
// replaced by its newer half: written beside it, then renamed.

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
)

const (
	maxCells       = 1000
	maxHistoryFile = 1 << 20 // bytes
	maxCell        = 1 << 16 // a longer one is kept for this session only
)

type history struct {
	path  string // "": this session only
	cells []string
	added func(cell string) // tells the editor
}

// newHistory reads the history in a file, of which it makes one that only the user
// may read if there is none.
func newHistory(path string) *history {
	h := &history{path: path}
	if path == "" {
		return h
	}
	f, err := os.Open(path)
	if err != nil {
		return h
	}
	defer f.Close()
	f.Chmod(0o600) // readline's users have it open to all
	r := bufio.NewReaderSize(f, 1<<16)
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			break // a last line without its end is another session's, half read
		}
		if cell := unescapeCell(strings.TrimSuffix(line, "\n")); cell != "" {
			h.cells = append(h.cells, cell)
		}
	}
	if len(h.cells) > maxCells {
		h.cells = h.cells[len(h.cells)-maxCells:]
	}
	if st, err := f.Stat(); err == nil && st.Size() > 2*maxHistoryFile {
		h.shrink()
	}
	return h
}

// add notes a cell that is run.
func (h *history) add(cell string) {
	if h.added != nil {
		h.added(cell) // of one that repeats the last as well: recalling starts anew
	}
	if n := len(h.cells); n > 0 && h.cells[n-1] == cell {
		return
	}
	h.cells = append(h.cells, cell)
	if len(h.cells) > maxCells {
		h.cells = h.cells[len(h.cells)-maxCells:]
	}
	if h.path == "" || len(cell) > maxCell {
		return
	}
	f, err := os.OpenFile(h.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		h.path = "" // a history that cannot be kept is no reason to disturb
		return
	}
	defer f.Close()
	f.WriteString(escapeCell(cell) + "\n")
}

// shrink replaces the file by its newest cells.
func (h *history) shrink() {
	size, from := 0, len(h.cells)
	for from > 0 && size < maxHistoryFile {
		from--
		size += len(h.cells[from]) + 1
	}
	f, err := os.CreateTemp(filepath.Dir(h.path), ".history-*") // 0600
	if err != nil {
		return
	}
	w := bufio.NewWriter(f)
	for _, c := range h.cells[from:] {
		w.WriteString(escapeCell(c) + "\n")
	}
	err = w.Flush()
	if cerr := f.Close(); err != nil || cerr != nil || os.Rename(f.Name(), h.path) != nil {
		os.Remove(f.Name())
	}
}

var (
	cellEscaper   = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`)
	cellUnescaper = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r")
)

func escapeCell(s string) string   { return cellEscaper.Replace(s) }
func unescapeCell(s string) string { return cellUnescaper.Replace(s) }

// historyFile is where sessions on a terminal keep theirs: what STARPOOL_HISTORY
// says, else a file in the user's home.
func historyFile() string {
	if p, ok := os.LookupEnv("STARPOOL_HISTORY"); ok {
		return p
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, ".starpool_history")
}
