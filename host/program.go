package host

// This file defines Program, code that is compiled once and run many times, and
// the cache through which everything is compiled.

import (
	"container/list"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"slices"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/host/dialect"
)

// A Program is source text that compiles. It is immutable: any number of
// interpreters may run it, at the same time too.
type Program struct {
	name    string
	src     []byte
	dialect Dialect
}

// Compile compiles src without running it. name is what tracebacks show. Of the
// options it minds the dialect and the names of WithPredeclared and WithGlobals; an interpreter
// that has others compiles the program again for itself, once.
//
// A program that does not compile gives an *Error of class SyntaxError.
func Compile(name string, src []byte, opts ...Option) (*Program, error) {
	c := defaultConfig()
	for _, o := range opts {
		o(&c)
	}
	names := predeclaredNames(c.predeclared)
	for n := range c.globals {
		names = append(names, n)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	p := &Program{name: name, src: slices.Clone(src), dialect: sourceDialect(src, c.dialect)}
	var err error
	if p.dialect == Starlark {
		_, err = compileStarlark(name, p.src, "__main__", predeclaredNames(c.predeclared), false)
	} else {
		k := unitKey{module: "__main__", filename: name, src: p.src, mode: dialect.File, names: names}
		_, err = programs.get(k.hash(), len(src), k.compile)
	}
	if err != nil {
		return nil, compileFailure(err)
	}
	return p, nil
}

// Name returns the name that tracebacks show.
func (p *Program) Name() string { return p.name }

// Source returns a copy of the source text.
func (p *Program) Source() []byte { return slices.Clone(p.src) }

// RunProgram runs p as the main program, as Run runs its source.
func (in *Interpreter) RunProgram(ctx context.Context, p *Program) error {
	return in.runMain(ctx, mainFile{name: p.name, dialect: &p.dialect}, p.src)
}

// compileFailure makes an *Error of an exception that no interpreter is there to
// describe.
func compileFailure(err error) error {
	iso := isolate.New(context.Background())
	defer iso.Close()
	t := iso.Main()
	t.Acquire()
	defer t.Release()
	return (&Interpreter{iso: iso}).failure(t, err)
}

// A compiled is a file as it is shared by all interpreters of the process.
type compiled struct {
	prog *starlark.Program
	info *object.CodeInfo // nil for the starlark dialect
	uses []string         // the predeclared names that the code needs
}

// A unitKey is all that decides what a compiled file is.
type unitKey struct {
	starlark         bool
	metered          bool // for an interpreter with limits
	module, filename string
	src              []byte
	mode             dialect.Mode
	opts             dialect.Options // without functions
	names            []string        // what a host has predeclared, sorted
}

func (k *unitKey) hash() [sha256.Size]byte {
	h := sha256.New()
	fmt.Fprintf(h, "%t %t %d %t %t %t ", k.starlark, k.metered, k.mode, k.opts.OpenGlobals, k.opts.Interactive, k.opts.NoVersions)
	writeText(h, k.module)
	writeText(h, k.filename)
	for _, n := range k.names {
		writeText(h, n)
	}
	h.Write([]byte{'/'})
	h.Write(k.src)
	return [sha256.Size]byte(h.Sum(nil))
}

func writeText(h hash.Hash, s string) { fmt.Fprintf(h, "%d:%s", len(s), s) }

// predeclaredNames lists what a host has predeclared.
func predeclaredNames(d starlark.StringDict) []string {
	if len(d) == 0 {
		return nil
	}
	names := d.Keys()
	slices.Sort(names)
	return names
}

// variant is the name of code whose own name other code of the isolate has taken:
// it does not depend on the isolate, so that they share the code.
func (k *unitKey) variant() string {
	h := k.hash()
	return k.filename + "\x00" + hex.EncodeToString(h[:8])
}

// The cache keeps what was used last, up to so much source text and so many
// files. What a running interpreter uses lives on without it.
const (
	cachedBytes = 32 << 20
	cachedFiles = 4096
)

// programs holds the compiled files of the process. The version of the compiler
// is no part of the key: a process has one.
var programs = programCache{entries: make(map[[sha256.Size]byte]*list.Element), maxBytes: cachedBytes, maxFiles: cachedFiles}

type programCache struct {
	mu                 sync.Mutex
	entries            map[[sha256.Size]byte]*list.Element // of *cacheEntry
	order              list.List                           // last used first
	bytes              int
	maxBytes, maxFiles int
}

type cacheEntry struct {
	key  [sha256.Size]byte
	size int
	once sync.Once
	c    *compiled
	err  error
}

// get returns what make made for the key once. An error is returned to all who
// wait for it, and not kept.
func (p *programCache) get(key [sha256.Size]byte, size int, make func() (*compiled, error)) (*compiled, error) {
	p.mu.Lock()
	el, ok := p.entries[key]
	if ok {
		p.order.MoveToFront(el)
	} else {
		el = p.order.PushFront(&cacheEntry{key: key, size: size})
		p.entries[key] = el
		p.bytes += size
		for p.order.Len() > 1 && (p.bytes > p.maxBytes || p.order.Len() > p.maxFiles) {
			p.drop(p.order.Back())
		}
	}
	e := el.Value.(*cacheEntry)
	p.mu.Unlock()
	e.once.Do(func() {
		e.err = fmt.Errorf("compiling %x panicked", key[:4]) // unless it returns
		e.c, e.err = make()
	})
	if e.err != nil {
		p.mu.Lock()
		if p.entries[key] == el {
			p.drop(el)
		}
		p.mu.Unlock()
	}
	return e.c, e.err
}

// drop forgets an entry. The caller holds the lock.
func (p *programCache) drop(el *list.Element) {
	e := p.order.Remove(el).(*cacheEntry)
	delete(p.entries, e.key)
	p.bytes -= e.size
}

// usedNames wraps the test for predeclared names and remembers which the code
// asked for.
func usedNames(known func(string) bool) (test func(string) bool, used func() []string) {
	seen := make(map[string]bool)
	test = func(name string) bool {
		if !known(name) {
			return false
		}
		seen[name] = true
		return true
	}
	return test, func() []string {
		out := make([]string, 0, len(seen))
		for n := range seen {
			out = append(out, n)
		}
		return out
	}
}

func isHelperName(name string) bool { return strings.HasPrefix(name, dialect.HelperPrefix) }
