package object

// This file maps the errors of go.starlark.net's own methods (list.append,
// dict.get, …), whose texts begin with the method's name.

import (
	"strconv"
	"strings"
)

// nativeMethods are the methods of go.starlark.net's lists, dicts, sets and
// strings that scripts reach directly: their owners, and the number of
// arguments they take. One name may have several owners.
var nativeMethods = map[string][]nativeMethod{
	"append":     {{"list", 1, 1}},
	"extend":     {{"list", 1, 1}},
	"insert":     {{"list", 2, 2}},
	"remove":     {{"list", 1, 1}, {"set", 1, 1}},
	"clear":      {{"list", 0, 0}, {"dict", 0, 0}, {"set", 0, 0}},
	"index":      {{"list", 1, 3}},
	"pop":        {{"list", 0, 1}, {"dict", 1, 2}, {"set", 0, 0}},
	"get":        {{"dict", 1, 2}},
	"setdefault": {{"dict", 1, 2}},
	"items":      {{"dict", 0, 0}},
	"keys":       {{"dict", 0, 0}},
	"values":     {{"dict", 0, 0}},
	"popitem":    {{"dict", 0, 0}},
	"update":     {{"dict", 0, 1}},
	"add":        {{"set", 1, 1}},
	"discard":    {{"set", 1, 1}},
}

type nativeMethod struct {
	owner       string
	least, most int
}

// method handles "NAME: …".
func (n *nativeText) method() error {
	name, rest, ok := strings.Cut(n.msg, ": ")
	if !ok || !isName(name) {
		return nil
	}
	switch {
	case strings.HasPrefix(rest, "got ") && strings.Contains(rest, " arguments, want "):
		return wrongCount(name, number(between(rest, "got ", " ")), rest)
	case rest == "unexpected keyword arguments":
		if m := nativeMethods[name]; m != nil {
			return Raise(TypeError, "%s.%s() takes no keyword arguments", m[0].owner, name)
		}
		return Raise(TypeError, "%s() takes no keyword arguments", name)
	case strings.HasPrefix(rest, "for parameter "):
		_, rest, _ = strings.Cut(rest, ": ")
		typ, want, ok := strings.Cut(strings.TrimPrefix(rest, "got "), ", want ")
		switch {
		case ok && want == "iterable":
			return Raise(TypeError, "'%s' object is not iterable", pythonType(typ))
		case ok && want == "int":
			return Raise(TypeError, "'%s' object cannot be interpreted as an integer", pythonType(typ))
		case ok:
			return Raise(TypeError, "%s() argument must be %s, not %s", name, pythonType(want), pythonType(typ))
		case strings.Contains(rest, " out of range"):
			return Raise(OverflowError, "Python int too large to convert to C ssize_t")
		}
	case name == "pop" && strings.Contains(rest, "out of range: empty list"):
		return Raise(IndexError, "pop from empty list")
	case name == "pop" && strings.HasPrefix(rest, "list index "):
		return Raise(IndexError, "pop index out of range")
	case rest == "element not found": // list.remove
		return Raise(ValueError, "list.remove(x): x not in list")
	case rest == "value not in list":
		return Raise(ValueError, "list.index(x): x not in list")
	case rest == "substring not found":
		return Raise(ValueError, "substring not found")
	case rest == "empty separator":
		return Raise(ValueError, "empty separator")
	case rest == "empty set":
		return Raise(KeyError, "pop from an empty set")
	case rest == "empty dict":
		return Raise(KeyError, "popitem(): dictionary is empty")
	case rest == "missing key":
		return RaiseArgs(KeyError)
	}
	// The method hands on an error of an operation.
	inner := nativeText{t: n.t, msg: rest, stack: n.stack}
	return inner.exception()
}

func isName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c != '_' && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != ""
}

// wrongCount words "got N arguments, want [at least |at most ]M".
func wrongCount(name string, given int, rest string) error {
	_, want, _ := strings.Cut(rest, ", want ")
	bound := ""
	for _, b := range []string{"at least ", "at most "} {
		if strings.HasPrefix(want, b) {
			bound, want = b, want[len(b):]
		}
	}
	limit, _ := strconv.Atoi(want)
	for _, m := range nativeMethods[name] {
		if limit != m.least && limit != m.most || bound == "" && m.least != m.most {
			continue
		}
		switch {
		case m.most == 0:
			return Raise(TypeError, "%s.%s() takes no arguments (%d given)", m.owner, name, given)
		case m.least == 1 && m.most == 1:
			return Raise(TypeError, "%s.%s() takes exactly one argument (%d given)", m.owner, name, given)
		}
		break
	}
	return Raise(TypeError, "%s expected %s%d argument%s, got %d", name, bound, limit, plural(limit), given)
}
