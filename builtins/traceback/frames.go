package traceback

// This file defines the lines of the frames: place, source, carets.

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

// repeatLimit is how often the same frame is shown before it is only counted.
const repeatLimit = 3

func (w *writer) frames(frames []object.Frame) {
	if n := w.o.Limit; n > 0 && len(frames) > n {
		frames = frames[:n]
	} else if n < 0 && len(frames) > -n {
		frames = frames[len(frames)+n:]
	}
	var last object.Frame
	count := 0
	repeated := func() {
		if count > repeatLimit {
			times := "times"
			if count-repeatLimit == 1 {
				times = "time"
			}
			w.emit(fmt.Sprintf("  [Previous line repeated %d more %s]\n", count-repeatLimit, times))
		}
	}
	for _, f := range frames {
		if strings.HasPrefix(f.Func, "$") || f.Pos.Filename() == "<builtin>" || w.o.Hide != nil && w.o.Hide(f) {
			continue
		}
		if count == 0 || f.Func != last.Func || f.Pos.Line != last.Pos.Line || f.Pos.Filename() != last.Pos.Filename() {
			repeated()
			last, count = f, 0
		}
		count++
		if count <= repeatLimit {
			w.frame(f)
		}
	}
	repeated()
}

func (w *writer) frame(f object.Frame) {
	st := w.style()
	w.emit("  File " + style(st.File, `"`+object.FileName(f.Pos.Filename())+`"`) + ", line " + style(st.File, strconv.Itoa(int(f.Pos.Line))) +
		", in " + style(st.File, object.FrameName(w.t, f)) + "\n")
	node := object.NodeAt(w.t, f.Pos)
	first := int(f.Pos.Line)
	line, ok := object.SourceLine(w.t, f.Pos.Filename(), first)
	if !ok || strings.TrimSpace(line) == "" {
		return
	}
	if node == nil || int(node.Line) > first || int(node.EndLine) < first {
		w.emit("    " + strings.TrimSpace(line) + "\n")
		return
	}
	lines := make([]string, 0, 1)
	for n := int(node.Line); n <= int(node.EndLine); n++ {
		l, ok := object.SourceLine(w.t, f.Pos.Filename(), n)
		if !ok {
			break
		}
		lines = append(lines, strings.TrimRightFunc(l, unicode.IsSpace))
	}
	if len(lines) != int(node.EndLine-node.Line)+1 {
		w.emit("    " + strings.TrimSpace(line) + "\n")
		return
	}
	for _, l := range strings.SplitAfter(w.underlined(lines, node), "\n") {
		if l != "" {
			w.emit("    " + l)
		}
	}
}

// A place is a line of an excerpt, counted from 0, and a column in it.
type place struct{ line, col int }

func (p place) before(q place) bool { return p.line < q.line || p.line == q.line && p.col < q.col }

// underlined returns the lines of a node with its carets, without indentation:
// CPython's StackSummary.format_frame_summary.
func (w *writer) underlined(lines []string, n *object.Node) string {
	dedent := commonIndent(lines)
	rows := make([][]rune, len(lines))
	for i, l := range lines {
		rows[i] = text.Runes(l)
		rows[i] = rows[i][min(dedent, len(rows[i])):]
	}
	at := func(line, col int32) place {
		p := place{int(line - n.Line), max(int(col)-1-dedent, 0)}
		if p.line < 0 || p.line >= len(rows) {
			return place{-1, 0}
		}
		p.col = min(p.col, len(rows[p.line]))
		return p
	}
	start, end := at(n.Line, n.Col), at(n.EndLine, n.EndCol)
	anchors := n.OpLine > 0
	var left, right place
	if anchors {
		left, right = at(n.OpLine, n.OpCol), at(n.OpEndLine, n.OpEndCol)
		anchors = left.line >= 0 && right.line >= 0
	}
	carets := showCarets(rows, start, end, anchors, n)

	show := map[int]bool{0: true, len(rows) - 1: true}
	if anchors {
		for d := -1; d <= 1; d++ {
			show[left.line+d], show[right.line+d] = true, true
		}
	}
	var order []int
	for i := range show {
		if i >= 0 && i < len(rows) {
			order = append(order, i)
		}
	}
	sort.Ints(order)

	var b strings.Builder
	output := func(i int) {
		if carets {
			w.caretLine(&b, rows, i, start, end, left, right, anchors)
		} else {
			b.WriteString(string(rows[i]) + "\n")
		}
	}
	for k, i := range order {
		if k > 0 {
			switch gap := i - order[k-1]; {
			case gap == 2:
				output(i - 1)
			case gap > 2:
				fmt.Fprintf(&b, "...<%d lines>...\n", gap-1)
			}
		}
		output(i)
	}
	return b.String()
}

// caretLine writes row i and the line of carets under it.
func (w *writer) caretLine(b *strings.Builder, rows [][]rune, i int, start, end, left, right place, anchors bool) {
	st := w.style()
	row := rows[i]
	indent := 0
	for indent < len(row) && unicode.IsSpace(row[indent]) {
		indent++
	}
	stop := len(row)
	if i == len(rows)-1 {
		stop = end.col
	}
	var src, marks strings.Builder
	put := func(kind byte, from, to int) {
		if from >= to {
			return
		}
		code := string(row[from:to])
		line := strings.Repeat(string(kind), displayWidth(row[from:to]))
		switch kind {
		case '^':
			code, line = style(st.Error, code), style(st.Error, line)
		case '~':
			code, line = style(st.Around, code), style(st.Around, line)
		}
		src.WriteString(code)
		marks.WriteString(line)
	}
	kindAt := func(col int) byte {
		p := place{i, col}
		switch {
		case col < indent || i == 0 && col < start.col:
			return ' '
		case !anchors:
			return '^'
		case !p.before(left) && p.before(right):
			return '^'
		}
		return '~'
	}
	from := 0
	for col := 1; col <= stop; col++ {
		if col == stop || kindAt(col) != kindAt(from) {
			put(kindAt(from), from, col)
			from = col
		}
	}
	src.WriteString(string(row[min(stop, len(row)):]))
	b.WriteString(src.String() + "\n" + marks.String() + "\n")
}

// showCarets reports whether the carets say more than the lines themselves.
func showCarets(rows [][]rune, start, end place, anchors bool, n *object.Node) bool {
	before := strings.TrimSpace(string(rows[0][:start.col]))
	after := strings.TrimSpace(string(rows[len(rows)-1][end.col:]))
	if n.Call != nil && after == "" {
		// In return f(x) and x = f(y) all of the line fails.
		if before == "return" && n.Call.Name || isAssignment(before) {
			return false
		}
	}
	return anchors || before != "" || after != ""
}

// isAssignment reports whether what stands before an expression is "name =".
func isAssignment(before string) bool {
	name, ok := strings.CutSuffix(before, "=")
	return ok && text.IsIdentifier(strings.TrimRight(name, " \t"))
}

// commonIndent is the width of the white space that all lines begin with.
func commonIndent(lines []string) int {
	common, first := "", true
	for _, l := range lines {
		if strings.TrimSpace(l) == "" {
			continue
		}
		lead := l[:len(l)-len(strings.TrimLeft(l, " \t"))]
		if first {
			common, first = lead, false
			continue
		}
		for !strings.HasPrefix(lead, common) {
			common = common[:len(common)-1]
		}
	}
	return len(common)
}

// displayWidth is the number of columns that text takes on a terminal.
func displayWidth(row []rune) int {
	n := 0
	for _, r := range row {
		n++
		if r >= 0x1100 {
			switch width.LookupRune(r).Kind() {
			case width.EastAsianWide, width.EastAsianFullwidth:
				n++
			}
		}
	}
	return n
}
