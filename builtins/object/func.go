package object

// This file defines Func, a function made in Go, and the one way in which the
// arguments of such functions are unpacked.

import (
	"fmt"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
)

// Args are the arguments of a call, one a parameter, in the order of the
// signature. A parameter that was not given has its default, or nil if the
// signature writes the default as `...`. A *args parameter holds a
// starlark.Tuple, a **kwargs parameter a *starlark.Dict (never nil).
type Args []starlark.Value

// Def defines a function or method made in Go.
//
// Sig is the signature as Python's help() shows it: "pow(base, exp, mod=None)",
// "append(self, object, /)", "print(*args, sep=' ', end='\n', file=None,
// flush=False)". Defaults are None, True, False, numbers and strings; `...`
// means no default value at all. It also decides how a wrong call is worded, as
// CPython words it for functions in C (by their kind: no arguments, exactly one,
// positional-only, keywords); with the prefix "def " as for functions written in
// Python, naming the function Class.name for methods.
type Def struct {
	Sig    string
	Fn     func(t *Thread, a Args) (starlark.Value, error)
	Doc    string
	Static bool // a static method
	Class  bool // a class method: the first parameter is the class
	// Wording, if set, names the function in messages about wrong calls instead
	// of the name (a constructor: "int").
	Wording string
	// Quick, if set, is asked before the arguments are unpacked, which costs more
	// than some calls do. It returns nil, nil for a call that Fn has to look at.
	Quick func(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error)
}

type paramKind uint8

const (
	positionalOnly paramKind = iota
	positionalOrKeyword
	varPositional
	keywordOnly
	varKeyword
)

type param struct {
	name     string
	kind     paramKind
	required bool
	def      starlark.Value // nil: none
	defText  string
}

type signature struct {
	params   []param
	npos     int // parameters that positional arguments can fill
	nreq     int // of those, how many are required
	varargs  int // index or -1
	varkw    int // index or -1
	kwonly   bool
	posonly  bool // no parameter can be given by keyword
	fastFill bool // defaults only beyond the positionals: no kw-only required
}

// A Func is a function or method made in Go: Python's
// builtin_function_or_method and method_descriptor.
type Func struct {
	name   string
	module string
	owner  *Class // for methods
	method bool   // binds its first argument when found on a class
	python bool   // worded as a function written in Python
	slot   bool   // stands for a class's Init
	def    Def
	once   sync.Once
	sig    *signature // made when the function is first called or inspected
}

var (
	_ starlark.Callable   = (*Func)(nil)
	_ starlark.HasAttrs   = (*Func)(nil)
	_ starlark.Comparable = (*Func)(nil)
)

// NewFunc makes a function from its definition. A malformed signature panics
// when the function is first called or inspected.
func NewFunc(d Def) *Func {
	f := new(Func)
	f.define(d)
	return f
}

func (f *Func) define(d Def) {
	sig := d.Sig
	f.def, f.module = d, "builtins"
	if rest, ok := strings.CutPrefix(sig, "def "); ok {
		f.python, sig = true, rest
		f.def.Sig = rest
	}
	i := strings.IndexByte(sig, '(')
	if i < 0 {
		panic("object: signature without parentheses: " + sig)
	}
	f.name = sig[:i]
}

// NewModuleFunc makes a function that says it belongs to the module.
func NewModuleFunc(module string, d Def) *Func {
	f := NewFunc(d)
	f.module = module
	return f
}

// Name implements starlark.Callable.
func (f *Func) Name() string { return f.name }

// Owner returns the class a method belongs to, or nil.
func (f *Func) Owner() *Class { return f.owner }

// Module returns the name of the module the function belongs to.
func (f *Func) Module() string { return f.module }

// Doc returns the documentation text.
func (f *Func) Doc() string { return f.def.Doc }

// Signature returns the parameter list with its parentheses, for help().
func (f *Func) Signature() string { return f.def.Sig[strings.IndexByte(f.def.Sig, '('):] }

// Qualname is Class.name for methods.
func (f *Func) Qualname() string {
	if f.owner != nil {
		return f.owner.Qualname + "." + f.name
	}
	return f.name
}

// String implements starlark.Value; it is Python's repr.
func (f *Func) String() string {
	if f.owner != nil && f.method {
		if f.python {
			return fmt.Sprintf("<function %s at 0x%x>", f.Qualname(), Address(f))
		}
		if f.isSlotWrapper() {
			return fmt.Sprintf("<slot wrapper '%s' of '%s' objects>", f.name, f.owner.FullName())
		}
		return fmt.Sprintf("<method '%s' of '%s' objects>", f.name, f.owner.FullName())
	}
	if f.python {
		return fmt.Sprintf("<function %s at 0x%x>", f.Qualname(), Address(f))
	}
	return fmt.Sprintf("<built-in function %s>", f.name)
}

func (f *Func) Type() string          { return "builtin_function_or_method" }
func (f *Func) Freeze()               {}
func (f *Func) Truth() starlark.Bool  { return true }
func (f *Func) Hash() (uint32, error) { return hashPointer(f), nil }

// Class implements Typed.
func (f *Func) Class() *Class {
	switch {
	case f.python:
		return FunctionType
	case f.isSlotWrapper():
		return WrapperDescriptorType
	case f.owner != nil && f.method:
		return MethodDescriptorType
	}
	return BuiltinType
}

// CompareSameType implements starlark.Comparable: identity.
func (f *Func) CompareSameType(op Op, y starlark.Value, depth int) (bool, error) {
	return identityCompare(f, op, y)
}

// CallInternal implements starlark.Callable.
func (f *Func) CallInternal(thread *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	return f.Call(isolate.Of(thread), args, kwargs)
}

// Call calls f without a frame of its own on the script's call stack. A panic in
// it becomes a SystemError, which a script may catch as any other.
func (f *Func) Call(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (v starlark.Value, err error) {
	defer func() {
		if p := recover(); p != nil {
			v, err = nil, FromPanic(p)
		}
	}()
	f.once.Do(f.parse)
	if f.method && f.owner != nil {
		// Methods trust their receiver's type.
		if len(args) == 0 {
			return nil, f.noReceiver()
		}
		if c := ClassOf(args[0]); c != f.owner && !c.IsSubclass(f.owner) {
			return nil, f.wrongReceiver(args[0])
		}
	}
	if f.def.Quick != nil && t != nil {
		if v, err := f.def.Quick(t, args, kwargs); v != nil || err != nil {
			return v, err
		}
	}
	a, err := f.bind(args, kwargs)
	if err != nil {
		return nil, err
	}
	if t == nil || t.Isolate().Budget() == nil {
		return f.def.Fn(t, a)
	}
	return f.metered(t, a)
}

// metered calls the function for an isolate with limits: as much as its arguments
// and its result have may have been allocated.
func (f *Func) metered(t *Thread, a Args) (starlark.Value, error) {
	for _, v := range a {
		switch v.(type) {
		case starlark.String, starlark.Bytes, starlark.Tuple, *starlark.List, *starlark.Dict, *starlark.Set:
			if err := noteLarge(t, v); err != nil {
				return nil, err
			}
		}
	}
	v, err := f.def.Fn(t, a)
	if v != nil && err == nil {
		err = noteLarge(t, v)
	}
	return v, err
}

// FromPanic returns the error of a recovered panic of a built-in: a SystemError
// with the Go stack. It is called by the deferred function that recovers.
func FromPanic(p any) error {
	err := Raise(SystemError, "panic in a built-in: %v", p)
	err.(*Error).Exc.Exception().GoStack = string(debug.Stack())
	return err
}

// noReceiver and wrongReceiver word the call of a method that was read on its
// class with something else in place of an instance.
func (f *Func) noReceiver() error {
	switch {
	case f.python:
		return Raise(TypeError, "%s() missing 1 required positional argument: 'self'", f.called())
	case isDunder(f.name):
		return Raise(TypeError, "descriptor '%s' of '%s' object needs an argument", f.name, f.owner.ClassName)
	}
	return Raise(TypeError, "unbound method %s() needs an argument", f.called())
}

func (f *Func) wrongReceiver(v starlark.Value) error {
	if isDunder(f.name) {
		return Raise(TypeError, "descriptor '%s' requires a '%s' object but received a '%s'", f.name, f.owner.ClassName, TypeName(v))
	}
	return Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", f.name, f.owner.ClassName, TypeName(v))
}

func isDunder(name string) bool {
	return strings.HasPrefix(name, "__") && strings.HasSuffix(name, "__")
}

func (f *Func) bind(args starlark.Tuple, kwargs []starlark.Tuple) (Args, error) {
	s := f.sig
	// The usual case: as many positional arguments as parameters.
	if len(kwargs) == 0 && len(args) == len(s.params) && len(args) == s.npos {
		return Args(args), nil
	}
	if len(kwargs) > 0 && s.posonly && s.varkw < 0 {
		if f.python {
			return nil, f.unexpectedKeyword(kwargs)
		}
		if f.isSlotWrapper() {
			return nil, Raise(TypeError, "wrapper %s() takes no keyword arguments", f.name)
		}
		return nil, Raise(TypeError, "%s() takes no keyword arguments", f.described())
	}
	if s.varargs < 0 {
		if len(args) > s.npos || !f.python && s.varkw < 0 && len(args)+len(kwargs) > len(s.params) {
			return nil, f.tooMany(args, kwargs)
		}
	}
	a := make(Args, len(s.params))
	n := min(len(args), s.npos)
	copy(a, args[:n])
	if s.varargs >= 0 {
		a[s.varargs] = append(starlark.Tuple(nil), args[n:]...)
	}
	var extra *starlark.Dict
	if s.varkw >= 0 {
		extra = starlark.NewDict(len(kwargs))
		a[s.varkw] = extra
	}
	unexpected := false
	for _, kv := range kwargs {
		name := string(kv[0].(starlark.String))
		i := s.keyword(name)
		if i < 0 {
			if extra == nil {
				if f.python {
					return nil, f.unexpectedKeyword(kwargs)
				}
				unexpected = true // what is missing counts more
				continue
			}
			extra.SetKey(kv[0], kv[1])
			continue
		}
		if a[i] != nil {
			if f.python {
				return nil, Raise(TypeError, "%s() got multiple values for argument '%s'", f.called(), name)
			}
			return nil, Raise(TypeError, "argument for %s() given by name ('%s') and position (%d)", f.called(), name, i+1)
		}
		a[i] = kv[1]
	}
	for i := range s.params {
		if a[i] != nil {
			continue
		}
		if p := &s.params[i]; p.required {
			return nil, f.missing(a, len(args))
		} else if p.def != nil {
			a[i] = p.def
		}
	}
	if unexpected {
		return nil, f.unexpectedKeyword(kwargs)
	}
	return a, nil
}

func (s *signature) keyword(name string) int {
	for i := range s.params {
		p := &s.params[i]
		if p.name == name && (p.kind == positionalOrKeyword || p.kind == keywordOnly) {
			return i
		}
	}
	return -1
}

// called is the function's name in messages about a wrong call.
func (f *Func) called() string {
	if f.def.Wording != "" {
		return f.def.Wording
	}
	if f.owner != nil {
		return f.owner.ClassName + "." + f.name
	}
	if !f.python && f.module != "builtins" && f.module != "" {
		return f.module + "." + f.name
	}
	return f.name
}

// described is the name in messages that CPython words for any function in C:
// with the module, unless that is builtins.
func (f *Func) described() string {
	if f.def.Wording == "" && f.owner == nil && f.module != "builtins" && f.module != "" && !f.python {
		return f.module + "." + f.name
	}
	return f.called()
}

func (f *Func) unexpectedKeyword(kwargs []starlark.Tuple) error {
	for _, kv := range kwargs {
		name := string(kv[0].(starlark.String))
		if f.sig.keyword(name) < 0 {
			for _, p := range f.sig.params {
				if f.python && p.kind == positionalOnly && p.name == name {
					return Raise(TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", f.called(), name)
				}
			}
			called := f.called()
			if !f.python && f.def.Wording == "" {
				called = f.name
			}
			var names []string
			for _, p := range f.sig.params {
				if p.kind == positionalOrKeyword || p.kind == keywordOnly {
					names = append(names, p.name)
				}
			}
			return Raise(TypeError, "%s() got an unexpected keyword argument '%s'%s", called, name, keywordHint(name, names))
		}
	}
	return Raise(TypeError, "%s() got an unexpected keyword argument", f.called())
}

// selfParams is 1 for methods: their receiver does not count in C wordings.
func (f *Func) selfParams() int {
	if (f.method || f.def.Class) && !f.python {
		return 1
	}
	return 0
}

func (f *Func) tooMany(args starlark.Tuple, kwargs []starlark.Tuple) error {
	s := f.sig
	if f.python {
		given := len(args)
		takes := strconv.Itoa(s.npos)
		if s.nreq < s.npos {
			takes = fmt.Sprintf("from %d to %d", s.nreq, s.npos)
		}
		plural := "s"
		if s.npos == 1 && s.nreq == s.npos {
			plural = ""
		}
		was := "were"
		if given == 1 {
			was = "was"
		}
		return Raise(TypeError, "%s() takes %s positional argument%s but %d %s given", f.called(), takes, plural, given, was)
	}
	self := f.selfParams()
	return f.arity(len(args)-self, len(kwargs))
}

// arity words a wrong number of positional arguments as CPython does for a
// function in C. given does not count self.
func (f *Func) arity(given, nkw int) error {
	s := f.sig
	self := f.selfParams()
	maxN, minN := s.npos-self, s.nreq-self
	if f.isSlotWrapper() {
		name := ""
		if f.unpacksTuple() {
			name = " " // CPython's message begins with an empty name
		}
		switch {
		case minN == maxN:
			return Raise(TypeError, "%sexpected %d argument%s, got %d", name, minN, plural(minN), given)
		case given < minN:
			return Raise(TypeError, "%sexpected at least %d argument%s, got %d", name, minN, plural(minN), given)
		}
		return Raise(TypeError, "%sexpected at most %d argument%s, got %d", name, maxN, plural(maxN), given)
	}
	switch {
	case maxN == 0 && s.posonly:
		return Raise(TypeError, "%s() takes no arguments (%d given)", f.described(), given)
	case s.posonly && maxN == 1 && minN == 1 && s.varargs < 0:
		return Raise(TypeError, "%s() takes exactly one argument (%d given)", f.described(), given)
	case s.posonly:
		name := f.name
		if f.def.Wording != "" {
			name = f.def.Wording
		}
		want, bound := maxN, "at most "
		if given < minN {
			want, bound = minN, "at least "
		}
		if minN == maxN && s.varargs < 0 {
			bound = ""
		}
		return Raise(TypeError, "%s expected %s%d argument%s, got %d", name, bound, want, plural(want), given)
	}
	name := f.name
	if f.def.Wording != "" {
		name = f.def.Wording
	}
	total := maxN
	for _, p := range s.params {
		if p.kind == keywordOnly {
			total++
		}
	}
	if s.kwonly && given+nkw <= total {
		if maxN == 0 {
			return Raise(TypeError, "%s() takes no positional arguments", name)
		}
		bound := "at most"
		if minN == maxN {
			bound = "exactly"
		}
		return Raise(TypeError, "%s() takes %s %d positional argument%s (%d given)", name, bound, maxN, plural(maxN), given)
	}
	keyword := ""
	if given == 0 {
		keyword = "keyword "
	}
	return Raise(TypeError, "%s() takes at most %d %sargument%s (%d given)", name, total, keyword, plural(total), given+nkw)
}

func (f *Func) missing(a Args, given int) error {
	s := f.sig
	if f.python {
		var pos, kw []string
		for i, p := range s.params {
			if p.required && a[i] == nil {
				if p.kind == keywordOnly {
					kw = append(kw, "'"+p.name+"'")
				} else {
					pos = append(pos, "'"+p.name+"'")
				}
			}
		}
		if len(pos) > 0 {
			return Raise(TypeError, "%s() missing %d required positional argument%s: %s", f.called(), len(pos), plural(len(pos)), JoinNames(pos))
		}
		return Raise(TypeError, "%s() missing %d required keyword-only argument%s: %s", f.called(), len(kw), plural(len(kw)), JoinNames(kw))
	}
	if s.posonly {
		return f.arity(given-f.selfParams(), 0)
	}
	for i, p := range s.params {
		if p.required && a[i] == nil {
			name := f.name
			if f.def.Wording != "" {
				name = f.def.Wording
			}
			if p.kind == positionalOnly && s.kwonly {
				return f.arity(given-f.selfParams(), 0)
			}
			if p.kind == positionalOnly {
				return f.arityAtLeast(name, given-f.selfParams())
			}
			if p.kind == keywordOnly {
				return Raise(TypeError, "%s() missing required keyword-only argument: '%s'", name, p.name)
			}
			return Raise(TypeError, "%s() missing required argument '%s' (pos %d)", name, p.name, i+1-f.selfParams())
		}
	}
	return Raise(TypeError, "%s() missing a required argument", f.called())
}

// arityAtLeast words a call without all arguments that can only be given by
// position, of a function that also takes others by name.
func (f *Func) arityAtLeast(name string, given int) error {
	want := 0
	for i, p := range f.sig.params {
		if p.kind == positionalOnly && p.required && i >= f.selfParams() {
			want++
		}
	}
	bound := "exactly"
	if f.sig.npos-f.selfParams() > want {
		bound = "at least"
	}
	return Raise(TypeError, "%s() takes %s %d positional argument%s (%d given)", name, bound, want, plural(want), given)
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// JoinNames writes a list as CPython does in messages: 'a', 'b', and 'c'.
func JoinNames(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	}
	return strings.Join(names[:len(names)-1], ", ") + ", and " + names[len(names)-1]
}

// parse fills f.sig from the signature text.
func (f *Func) parse() {
	s := new(signature)
	f.sig = s
	s.varargs, s.varkw = -1, -1
	text := f.def.Sig[strings.IndexByte(f.def.Sig, '('):]
	text = strings.TrimSuffix(strings.TrimPrefix(text, "("), ")")
	kind := positionalOrKeyword
	for _, field := range splitParams(text) {
		switch {
		case field == "/":
			for i := range s.params {
				s.params[i].kind = positionalOnly
			}
			continue
		case field == "*":
			kind = keywordOnly
			continue
		case strings.HasPrefix(field, "**"):
			s.varkw = len(s.params)
			s.params = append(s.params, param{name: field[2:], kind: varKeyword})
			continue
		case strings.HasPrefix(field, "*"):
			s.varargs = len(s.params)
			s.params = append(s.params, param{name: field[1:], kind: varPositional})
			kind = keywordOnly
			continue
		}
		name, def, has := strings.Cut(field, "=")
		p := param{name: strings.TrimSpace(name), kind: kind, required: !has}
		if has {
			p.defText = strings.TrimSpace(def)
			p.def = parseDefault(p.defText)
		}
		s.params = append(s.params, p)
	}
	s.posonly = true
	for i, p := range s.params {
		switch p.kind {
		case positionalOnly, positionalOrKeyword:
			s.npos = i + 1
			if p.required {
				s.nreq = i + 1
			}
			if p.kind == positionalOrKeyword && !(i == 0 && (f.method || f.def.Class)) {
				s.posonly = false
			}
		case keywordOnly:
			s.kwonly, s.posonly = true, false
		}
	}
}

// splitParams splits at the commas that are not in quotes or brackets.
func splitParams(text string) []string {
	var out []string
	depth, start := 0, 0
	var quote byte
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case quote != 0:
			if c == '\\' {
				i++
			} else if c == quote {
				quote = 0
			}
		case c == '\'' || c == '"':
			quote = c
		case c == '(' || c == '[' || c == '{':
			depth++
		case c == ')' || c == ']' || c == '}':
			depth--
		case c == ',' && depth == 0:
			out = append(out, strings.TrimSpace(text[start:i]))
			start = i + 1
		}
	}
	if last := strings.TrimSpace(text[start:]); last != "" {
		out = append(out, last)
	}
	return out
}

func parseDefault(text string) starlark.Value {
	switch text {
	case "...":
		return nil
	case "None":
		return starlark.None
	case "True":
		return starlark.True
	case "False":
		return starlark.False
	case "()":
		return starlark.Tuple(nil)
	}
	if text[0] == '\'' || text[0] == '"' {
		body := text[1 : len(text)-1]
		unq, err := strconv.Unquote(`"` + strings.ReplaceAll(body, `"`, `\"`) + `"`)
		if err != nil {
			panic("object: bad default " + text)
		}
		return starlark.String(unq)
	}
	if n, err := strconv.ParseInt(text, 0, 64); err == nil {
		return starlark.MakeInt64(n)
	}
	if x, err := strconv.ParseFloat(text, 64); err == nil {
		return starlark.Float(x)
	}
	panic("object: bad default " + text)
}

// Attr implements starlark.HasAttrs.
func (f *Func) Attr(name string) (starlark.Value, error) { return GetAttr(nil, f, name) }

// AttrNames implements starlark.HasAttrs.
func (f *Func) AttrNames() []string { return nil }
