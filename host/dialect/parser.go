// This file defines Parse and the machinery of the parser: the token cursor,
// failing, trying, and the choice of the error that is reported.
//
// The parser is written by hand, one method for each rule of Python's
// grammar, and looks at most a few tokens ahead. It knows two ways to stop:
// a *failure* only says that the rule does not match here, and an *error* is a
// SyntaxError that is final. Both are panics, caught in try and in run.
//
// A text that fails is parsed a second time, with diag set: the methods then
// also look for well-known mistakes and raise errors that explain them. If
// none does, the error is "invalid syntax" at the farthest token that the
// first pass looked at. CPython works the same way, which is why the same
// mistakes get the same words at the same places.

package dialect

import "strings"

// A Mode says what kind of text is parsed.
type Mode uint8

const (
	// File is a whole source file.
	File Mode = iota
	// Eval is one expression; the Module holds one ExprStmt.
	Eval
	// Single is one interactive statement, or one line of simple statements.
	// A compound statement is complete only when a blank line follows it: the
	// text ends in "\n\n" then, as every line that was read ends in "\n".
	Single
)

// maxDepth is the greatest height of a tree of expressions, the greatest
// number of elif branches, and a bound for the parser's own recursion.
// Passes over the tree may recurse to this depth times the nesting of blocks
// (maxIndent).
const maxDepth = 5000

// Parse parses src, which is the content of the file called filename. The
// error, if any, is a *SyntaxError.
//
// Nesting is limited: 200 brackets, 100 levels of indentation, 150 f-strings
// inside f-strings, and 5,000 levels of expressions (a chain such as
// 1+1+1+… has a level for each operator).
func Parse(filename string, src []byte, mode Mode) (*Module, error) {
	source, err := newSource(filename, src)
	if err != nil {
		return nil, err
	}
	s := scan(source)
	p := &parser{src: source, text: source.text, toks: s.toks, scanErr: s.err, mode: mode}
	p.inFString = len(s.modes) > 0
	p.quiet = s.quiet
	if n := len(s.brackets); n > 0 {
		p.open = s.brackets[n-1]
	}
	m, perr := p.parse()
	if perr != nil {
		return nil, perr
	}
	if perr := checkModule(source, m); perr != nil {
		return nil, perr
	}
	return m, nil
}

// A parser turns tokens into a tree.
type parser struct {
	src     *sourceText
	text    string
	mode    Mode
	toks    []token
	scanErr *SyntaxError // behind the tError that ends toks

	inFString bool    // scanErr is inside an f-string
	quiet     bool    // scanErr counts only when the parser comes to it
	open      bracket // the innermost open bracket at scanErr

	i     int    // current token
	t     *token // &toks[i]
	far   int    // farthest token looked at
	depth int    // recursion

	second   bool // second pass
	diag     bool // look for well-known mistakes
	lastStmt int  // start of the last statement that the first pass began

	genericErr bool         // nothing explains the error
	legacy     map[int]bool // tokens at which diagLegacy has looked

	badTarget bool // the failure of a simple statement was its target
}

// failure is the panic of a rule that does not match.
type failure struct{}

// parse runs the one or two passes.
func (p *parser) parse() (*Module, *SyntaxError) {
	m, err, ok := p.run()
	if ok {
		return m, nil
	}
	incomplete := int(p.toks[p.far].off) >= len(p.text)
	if err != nil {
		incomplete = incomplete || err.incomplete
	}
	if err == nil {
		last := &p.toks[p.far]
		p.second = true
		_, err, _ = p.run()
		if err == nil {
			err = p.generic(last)
			p.genericErr = true
		}
	}
	if better := p.scannerError(err); better != nil {
		err = better
	}
	err.incomplete = incomplete
	return nil, err
}

// generic is the error for a failure that nothing explains.
func (p *parser) generic(last *token) *SyntaxError {
	switch last.kind {
	case tIndent, tDedent:
		msg := "unexpected indent"
		if last.kind == tDedent {
			msg = "unexpected unindent"
		}
		t := &p.toks[p.far]
		return p.src.errorf(IndentationError, t.start, t.end, "%s", msg)
	case tEOF:
		pos := Position{last.start.Line, 0}
		return p.src.errorf(PlainSyntaxError, pos, pos, "invalid syntax")
	}
	return p.src.errorf(PlainSyntaxError, last.start, last.end, "invalid syntax")
}

// scannerError returns the scanner's error if it should be reported instead
// of err: broken tokens after the mistake are the likelier cause, and so is a
// bracket that was opened on an earlier line and never closed.
func (p *parser) scannerError(err *SyntaxError) *SyntaxError {
	if p.scanErr == nil || p.scanErr == err || p.inFString {
		return nil
	}
	if last := p.toks[p.far].kind; err.Kind == IndentationError && (last == tIndent || last == tDedent) && p.genericErr {
		return nil
	}
	if !p.quiet {
		return p.scanErr
	}
	if p.open.char != 0 && p.toks[p.far].start.Line > p.open.pos.Line {
		return p.src.neverClosed(p.open)
	}
	return nil
}

// run makes one pass.
func (p *parser) run() (m *Module, err *SyntaxError, ok bool) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case failure:
		case *SyntaxError:
			err = r
		default:
			panic(r)
		}
	}()
	p.depth, p.diag = 0, false
	p.seek(0)
	m = &Module{Filename: p.src.filename}
	switch p.mode {
	case Eval:
		p.beginStmt()
		start := p.t.start
		e := p.expressions()
		m.Body = []Stmt{&ExprStmt{p.stmt(start), e}}
		for p.t.kind == tNewline {
			p.next()
		}
		if p.t.kind != tEOF {
			p.fail()
		}
	case Single:
		m.Body = p.single()
	default:
		for p.t.kind != tEOF {
			m.Body = p.statement(m.Body)
		}
	}
	return m, nil, true
}

// single parses one interactive input.
func (p *parser) single() []Stmt {
	if p.t.kind == tEOF {
		return nil
	}
	first := p.i
	compound := p.startsCompound()
	body := p.statement(nil)
	if p.t.kind != tEOF {
		t := &p.toks[first]
		p.raise(p.src.errorf(PlainSyntaxError, t.start, t.end, "multiple statements found while compiling a single statement"))
	}
	if compound {
		// The block may go on until a blank line ends it.
		text := strings.TrimSuffix(p.text, "\n")
		if i := strings.LastIndexByte(text, '\n'); strings.Trim(text[i+1:], " \t\f") != "" {
			err := p.src.errorf(PlainSyntaxError, p.t.start, p.t.end, "incomplete input")
			err.incomplete = true
			p.raise(err)
		}
	}
	return body
}

// seek moves the cursor to token i.
func (p *parser) seek(i int) {
	p.i = i
	p.t = &p.toks[i]
	if i > p.far {
		p.far = i
	}
	if p.t.kind == tError {
		panic(p.scanErr)
	}
}

// next moves the cursor to the next token.
func (p *parser) next() {
	if p.i+1 < len(p.toks) {
		p.seek(p.i + 1)
	}
}

// peek returns the kind of the token n after the current one, without
// counting it as looked at.
func (p *parser) peek(n int) tokenKind {
	if p.i+n < len(p.toks) {
		return p.toks[p.i+n].kind
	}
	return tEOF
}

// is reports whether the current token is of the given kind.
func (p *parser) is(kind tokenKind) bool { return p.t.kind == kind }

// accept skips a token of the given kind if it is the current one.
func (p *parser) accept(kind tokenKind) bool {
	if p.t.kind != kind {
		return false
	}
	p.next()
	return true
}

// expect skips a token that must be of the given kind.
func (p *parser) expect(kind tokenKind) *token {
	t := p.t
	if t.kind != kind {
		p.fail()
	}
	p.next()
	return t
}

// force is expect with an error that says what is missing.
func (p *parser) force(kind tokenKind, text string) {
	if p.t.kind != kind {
		p.errTok(p.t, "expected '%s'", text)
	}
	p.next()
}

// tokText returns the text of a token.
func (p *parser) tokText(t *token) string { return p.text[t.off:t.lim] }

// soft reports whether the current token is the given name, a soft keyword.
func (p *parser) soft(word string) bool {
	return p.t.kind == tName && p.tokText(p.t) == word
}

// name skips a name and returns it.
func (p *parser) name() string { return p.ident(p.expect(tName)) }

// ident returns the identifier that a name token writes.
func (p *parser) ident(t *token) string {
	text := p.tokText(t)
	for i := 0; i < len(text); i++ {
		if text[i] >= 0x80 {
			return normalName(text)
		}
	}
	return text
}

// prevEnd returns the end of the token before the current one.
func (p *parser) prevEnd() Position {
	if p.i == 0 {
		return p.t.start
	}
	return p.toks[p.i-1].end
}

// fail gives up the current rule.
func (p *parser) fail() { panic(failure{}) }

// raise gives up the whole parse.
func (p *parser) raise(err *SyntaxError) { panic(err) }

// errRange raises an error that underlines from a to b.
func (p *parser) errRange(from, to Position, format string, args ...any) {
	p.raise(p.src.errorf(PlainSyntaxError, from, to, format, args...))
}

// errNode raises an error at a node.
func (p *parser) errNode(n Node, format string, args ...any) {
	r := n.Span()
	p.errRange(r.Pos, r.End, format, args...)
}

// errTok raises an error at a token.
func (p *parser) errTok(t *token, format string, args ...any) {
	p.errRange(t.start, t.end, format, args...)
}

// errFrom raises an error from a position to the last character of the
// farthest token looked at.
func (p *parser) errFrom(from Position, format string, args ...any) {
	end := p.toks[p.far].end
	end.Col--
	p.errRange(from, end, format, args...)
}

// errLast raises an error at the farthest token looked at.
func (p *parser) errLast(kind ErrorKind, format string, args ...any) {
	t := &p.toks[p.far]
	p.raise(p.src.errorf(kind, t.start, t.end, format, args...))
}

// try runs f and reports whether it matched. If it failed, the cursor is back
// where it was. Errors pass through.
func (p *parser) try(f func()) (ok bool) {
	i, depth, diag := p.i, p.depth, p.diag
	defer func() {
		if r := recover(); r != nil {
			if _, failed := r.(failure); !failed {
				panic(r)
			}
			p.i, p.t = i, &p.toks[i]
			p.depth, p.diag = depth, diag
			ok = false
		}
	}()
	f()
	return true
}

// tryQuiet is try without looking for mistakes.
func (p *parser) tryQuiet(f func()) bool {
	diag := p.diag
	defer func() { p.diag = diag }()
	p.diag = false
	return p.try(f)
}

// enter counts a level of recursion, leave its end. A failure skips leave;
// try restores the count.
func (p *parser) enter() {
	p.depth++
	if p.depth > maxDepth {
		p.tooDeep()
	}
}

func (p *parser) leave() { p.depth-- }

func (p *parser) tooDeep() {
	p.errTok(p.t, "expression is too deeply nested")
}

// base makes the base of an expression that starts at start, ends before the
// current token, and whose highest child is of height h.
func (p *parser) base(start Position, h int32) ExprBase {
	if h >= maxDepth {
		p.tooDeep()
	}
	return ExprBase{Range: Range{start, p.prevEnd()}, height: h + 1}
}

// height returns the height of e, which may be nil.
func height(e Expr) int32 {
	if e == nil {
		return 0
	}
	return e.expr().height
}

// maxHeight returns the greatest height in a list.
func maxHeight(list []Expr) (h int32) {
	for _, e := range list {
		h = max(h, height(e))
	}
	return h
}

// stmt makes the base of a statement that ends before the current token.
func (p *parser) stmt(start Position) StmtBase {
	return StmtBase{Range{start, p.prevEnd()}}
}

// beginStmt notes that a statement starts at the current token. In the second
// pass, mistakes are looked for only from the last statement on: all before it
// is known to be right.
func (p *parser) beginStmt() {
	if p.second {
		p.diag = p.diag || p.i >= p.lastStmt
	} else {
		p.lastStmt = p.i
	}
}
