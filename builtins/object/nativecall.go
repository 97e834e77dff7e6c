package object

// This file words calls whose arguments do not fit a script function's
// parameters, as CPython words them: too_many_positional and
// missing_arguments in its ceval.c.

import (
	"fmt"
	"strconv"
	"strings"

	"go.starlark.net/starlark"
)

// isArityError reports whether err says that a call did not fit its function's
// parameters: the frame of the callee is then not part of the traceback.
func isArityError(err error) bool {
	msg := err.Error()
	return strings.HasPrefix(msg, "function ") && (strings.Contains(msg, " accepts ") || strings.Contains(msg, " missing ") || strings.Contains(msg, " got "))
}

// call handles "function " + rest. The callee's frame is the last of the stack,
// the caller's the one before.
func (n *nativeText) call(rest string) error {
	name, rest, ok := strings.Cut(rest, " ")
	if !ok {
		return nil
	}
	c := wrongCall{name: name}
	if len(n.stack) > 0 {
		c.info = calleeInfo(n.t, n.stack[len(n.stack)-1])
	}
	if c.info != nil {
		c.name = c.info.Qualname
	} else if name == "lambda" {
		c.name = "<lambda>"
	}
	for i := len(n.stack) - 2; i >= 0; i-- {
		if isGoFrame(n.stack[i].Pos) {
			continue // a bound method, a class
		}
		if node := NodeAt(n.t, n.stack[i].Pos); node != nil {
			c.shape = node.Call
		}
		break
	}
	switch {
	case strings.HasPrefix(rest, "accepts no arguments ("):
		return c.tooMany(0, number(between(rest, "(", " ")), true)
	case strings.HasPrefix(rest, "accepts "):
		takes := strings.TrimPrefix(strings.TrimPrefix(rest, "accepts "), "at most ")
		takes, _, _ = strings.Cut(takes, " ")
		return c.tooMany(number(takes), number(between(rest, "(", " ")), false)
	case strings.HasPrefix(rest, "got multiple values for parameter "):
		arg := unquoteName(strings.TrimPrefix(rest, "got multiple values for parameter "))
		if c.twiceByName(arg) {
			return Raise(TypeError, "%s() got multiple values for keyword argument '%s'", c.moduleName(), arg)
		}
		return Raise(TypeError, "%s() got multiple values for argument '%s'", c.name, arg)
	case strings.HasPrefix(rest, "got an unexpected keyword argument "):
		return c.unexpected(unquoteName(strings.TrimPrefix(rest, "got an unexpected keyword argument ")))
	case strings.HasPrefix(rest, "missing "):
		return c.missing(strings.Split(strings.TrimSuffix(between(rest, "(", "\n"), ")"), ", "))
	}
	return nil
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// unquoteName undoes go.starlark.net's quoting of a keyword.
func unquoteName(s string) string {
	if u, err := strconv.Unquote(s); err == nil {
		return u
	}
	return s
}

type wrongCall struct {
	name  string
	info  *FuncInfo  // of the callee; nil if unknown
	shape *CallShape // of the call; nil if unknown
}

// moduleName is the name with which CPython speaks of a callable whose
// arguments it is still collecting.
func (c *wrongCall) moduleName() string {
	module := "__main__"
	if c.info != nil && c.info.Module != "" {
		module = c.info.Module
	}
	return module + "." + c.name
}

// twiceByName reports whether arg was given by name more than once, rather
// than by position and by name.
func (c *wrongCall) twiceByName(arg string) bool {
	if c.shape == nil {
		return false
	}
	times := 0
	for _, k := range c.shape.Keywords {
		if k == arg {
			times++
		}
	}
	return times > 0 && c.shape.DoubleStar > 0 || c.shape.DoubleStar > 1
}

// tooMany: takes parameters can be given by position, given arguments came.
// countsAll says that given includes the keyword arguments.
func (c *wrongCall) tooMany(takes, given int, countsAll bool) error {
	keywordOnly := 0
	if c.shape != nil {
		for _, k := range c.shape.Keywords {
			switch {
			case countsAll:
				given--
			case c.info != nil && c.info.keywordOnly(k):
				keywordOnly++
			}
		}
		if countsAll && given <= 0 && len(c.shape.Keywords) > 0 {
			return c.unexpected(c.shape.Keywords[0])
		}
	}
	least := takes
	if c.info != nil {
		least, takes = c.info.positionals()
	}
	signature, several := strconv.Itoa(takes), takes != 1
	if least < takes {
		signature, several = fmt.Sprintf("from %d to %d", least, takes), true
	}
	s, were, also := "s", "were", ""
	if !several {
		s = ""
	}
	if keywordOnly > 0 {
		also = fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", plural(given), keywordOnly, plural(keywordOnly))
	} else if given == 1 {
		were = "was"
	}
	return Raise(TypeError, "%s() takes %s positional argument%s but %d%s %s given", c.name, signature, s, given, also, were)
}

func (c *wrongCall) unexpected(arg string) error {
	if c.info != nil {
		var names []string
		keywords := []string{arg}
		if c.shape != nil && len(c.shape.Keywords) > 0 {
			keywords = c.shape.Keywords
		}
		for _, k := range keywords {
			if c.info.positionalOnly(k) {
				names = append(names, k)
			}
		}
		if len(names) > 0 {
			return Raise(TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", c.name, strings.Join(names, ", "))
		}
	}
	hint := ""
	if c.info != nil {
		var names []string
		for _, p := range c.info.Params {
			if p.Kind == PositionalOrKeyword || p.Kind == KeywordOnly {
				names = append(names, p.Name)
			}
		}
		hint = keywordHint(arg, names)
	}
	return Raise(TypeError, "%s() got an unexpected keyword argument '%s'%s", c.name, arg, hint)
}

// keywordHint is what CPython adds for a keyword that is nearly right.
func keywordHint(arg string, names []string) string {
	if n := NearestName(arg, names); n != "" {
		return ". Did you mean '" + n + "'?"
	}
	return ""
}

func (c *wrongCall) missing(names []string) error {
	var positional, keyword []string
	for _, name := range names {
		name = strings.TrimRight(name, "$") // the lowering marks positional-only ones
		if c.info != nil && c.info.keywordOnly(name) {
			keyword = append(keyword, "'"+name+"'")
		} else {
			positional = append(positional, "'"+name+"'")
		}
	}
	if c.info != nil && c.shape != nil && c.shape.DoubleStar == 0 {
		var wrong []string
		for _, k := range c.shape.Keywords {
			if c.info.positionalOnly(k) && !c.info.takesKeywords() {
				wrong = append(wrong, k)
			}
		}
		if len(wrong) > 0 {
			return c.unexpected(wrong[0])
		}
	}
	kind, list := "positional", positional
	if len(positional) == 0 {
		kind, list = "keyword-only", keyword
	}
	return Raise(TypeError, "%s() missing %d required %s argument%s: %s", c.name, len(list), kind, plural(len(list)), JoinNames(list))
}

// starArgument handles "argument after ** must be a mapping, not %s" and
// "argument after * must be iterable, not %s", which fail in the caller.
func (n *nativeText) starArgument() error {
	stars, what := "*", "an iterable"
	if strings.HasPrefix(n.msg, "argument after **") {
		stars, what = "**", "a mapping"
	}
	_, typ, _ := strings.Cut(n.msg, ", not ")
	if node := n.node(); node != nil && node.Call != nil && node.Call.Callee != "" {
		return Raise(TypeError, "%s() argument after %s must be %s, not %s", calleeName(n.t, n.stack[len(n.stack)-1], node.Call.Callee), stars, what, pythonType(typ))
	}
	return Raise(TypeError, "argument after %s must be %s, not %s", stars, what, pythonType(typ))
}

// calleeName is CPython's name for the callable that the source calls name: with
// its module, unless that is builtins.
func calleeName(t *Thread, frame starlark.CallFrame, name string) string {
	if IsBuiltinName != nil && IsBuiltinName(name) {
		return name
	}
	return "__main__." + name
}

// CalleePrefix is "name() " for the call that the innermost frame of the script
// is collecting arguments for, as CPython names it, or "" if it is not known.
func CalleePrefix(t *Thread) string {
	stack := t.Starlark().CallStack()
	for i := len(stack) - 1; i >= 0; i-- {
		if isGoFrame(stack[i].Pos) {
			continue
		}
		if node := NodeAt(t, stack[i].Pos); node != nil && node.Call != nil && node.Call.Name {
			return calleeName(t, stack[i], node.Call.Callee) + "() "
		}
		break
	}
	return ""
}

// IsBuiltinName reports whether a name is one of the built-in functions.
// Package universe sets it.
var IsBuiltinName func(name string) bool
