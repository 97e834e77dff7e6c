package object

// This file maps the plain-text errors of go.starlark.net to the exception
// classes and the wording of CPython 3.13. What such a text does not say (the
// operand types of a division by zero, whether an operator was an augmented
// assignment) is asked of the source at the position of the failure.

import (
	"errors"
	"math/big"
	"strconv"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/text"
)

// FromNative makes the exception for an error that go.starlark.net raised as
// plain text. stack is the call stack at that point, if known.
func FromNative(t *Thread, err error, stack starlark.CallStack) *Instance {
	if ev, ok := err.(*starlark.EvalError); ok {
		if inner := ev.Unwrap(); inner != nil {
			err = inner
		}
		if stack == nil {
			stack = ev.CallStack
		}
	}
	var te *text.Error
	if errors.As(err, &te) {
		return fromText(te).(*Error).Exc
	}
	if x := raiseOS(err); x != nil {
		return x
	}
	n := nativeText{t: t, msg: err.Error(), stack: stack}
	if e, ok := n.exception().(*Error); ok {
		return e.Exc
	}
	return NewException(RuntimeError, starlark.String(n.msg))
}

// nativeText is one text being understood.
type nativeText struct {
	t     *Thread
	msg   string
	stack starlark.CallStack
}

// exception returns the exception for n.msg, or nil for an unknown text. The
// texts are told apart by their beginnings; each case names go.starlark.net's
// format.
func (n *nativeText) exception() error {
	msg := n.msg
	switch {
	case strings.HasPrefix(msg, "key "): // key %v not in %s
		if i := strings.LastIndex(msg, " not in "); i > 4 {
			return RaiseArgs(KeyError, keyOf(n.t, msg[4:i]))
		}
	case strings.HasPrefix(msg, "unknown binary op: "):
		return n.binary(msg[len("unknown binary op: "):])
	case strings.HasPrefix(msg, "unknown unary op: "):
		if op, typ, ok := strings.Cut(msg[len("unknown unary op: "):], " "); ok {
			return Raise(TypeError, "bad operand type for unary %s: '%s'", op, pythonType(typ))
		}
	case strings.HasPrefix(msg, "function "):
		return n.call(msg[len("function "):])
	case strings.HasPrefix(msg, "invalid call of non-function ("):
		return Raise(TypeError, "'%s' object is not callable", pythonType(strings.TrimSuffix(msg[len("invalid call of non-function ("):], ")")))
	case strings.HasPrefix(msg, "argument after *"):
		return n.starArgument()
	case strings.HasPrefix(msg, "keywords must be strings"):
		return Raise(TypeError, "keywords must be strings")
	case strings.HasSuffix(msg, " referenced before assignment"):
		return n.unbound()
	case strings.HasPrefix(msg, "internal error: predeclared variable "):
		name, _, _ := strings.Cut(msg[len("internal error: predeclared variable "):], " ")
		return NameErrorFor(name)
	case strings.HasPrefix(msg, "got ") && strings.HasSuffix(msg, " in sequence assignment"):
		typ := strings.TrimSuffix(msg[4:], " in sequence assignment")
		return Raise(TypeError, "cannot unpack non-iterable %s object", pythonType(typ))
	case strings.HasPrefix(msg, "too many values to unpack "):
		return Raise(ValueError, "too many values to unpack (expected %s)", wanted(msg))
	case strings.HasPrefix(msg, "too few values to unpack "):
		return Raise(ValueError, "not enough values to unpack (expected %s, got %s)", wanted(msg), between(msg, "got ", ","))
	case strings.HasSuffix(msg, " value is not iterable"):
		return Raise(TypeError, "'%s' object is not iterable", pythonType(strings.TrimSuffix(msg, " value is not iterable")))
	case strings.HasSuffix(msg, " value does not support item assignment"):
		return Raise(TypeError, "'%s' object does not support item assignment", pythonType(strings.TrimSuffix(msg, " value does not support item assignment")))
	case strings.HasPrefix(msg, "unhashable"): // unhashable type: %s, unhashable: %s
		_, typ, _ := strings.Cut(msg, ": ")
		return Raise(TypeError, "unhashable type: '%s'", pythonType(typ))
	case strings.HasPrefix(msg, "can't assign to ."): // can't assign to .%s field of %s
		name, typ, _ := strings.Cut(msg[len("can't assign to ."):], " field of ")
		return noSetAttributeOf(pythonType(typ), name)
	case strings.HasPrefix(msg, "Starlark stack overflow"), strings.HasSuffix(msg, " called recursively"):
		return Raise(RecursionError, "maximum recursion depth exceeded")
	case strings.HasPrefix(msg, "comparison exceeded maximum recursion depth"):
		return Raise(RecursionError, "maximum recursion depth exceeded in comparison")
	case strings.HasPrefix(msg, "duplicate key: "):
		return Raise(ValueError, "duplicate key: %s", msg[len("duplicate key: "):])
	case strings.HasPrefix(msg, "load: name "): // load: name %s not found in module %s
		name, module, _ := strings.Cut(msg[len("load: name "):], " not found in module ")
		module, _, _ = strings.Cut(module, " (did you mean")
		return ImportErrorFor("", module, "cannot import name '"+name+"' from '"+module+"'")
	case strings.HasPrefix(msg, "load not implemented"):
		return Raise(ImportError, "load is not available here")
	case strings.HasSuffix(msg, " not implemented"):
		if f := strings.Fields(msg); len(f) == 5 { // %s %s %s not implemented
			return Raise(TypeError, "'%s' not supported between instances of '%s' and '%s'", f[1], pythonType(f[0]), pythonType(f[2]))
		}
	}
	if e := n.attribute(); e != nil {
		return e
	}
	if e := n.index(); e != nil {
		return e
	}
	if e := n.arithmetic(); e != nil {
		return e
	}
	if e := n.mutation(); e != nil {
		return e
	}
	return n.method()
}

// pythonType turns a go.starlark.net type name into Python's.
func pythonType(name string) string {
	switch name {
	case "string":
		return "str"
	}
	return name
}

// classNamed returns the built-in class of a go.starlark.net type name, or nil.
func classNamed(name string) *Class {
	switch pythonType(name) {
	case "str":
		return StrType
	case "int":
		return IntType
	case "float":
		return FloatType
	case "bool":
		return BoolType
	case "list":
		return ListType
	case "dict":
		return DictType
	case "set":
		return SetType
	case "tuple":
		return TupleType
	case "bytes":
		return BytesType
	case "NoneType":
		return NoneTypeType
	case "function":
		return FunctionType
	case "builtin_function_or_method":
		return BuiltinType
	case "range":
		return RangeType
	}
	return nil
}

// between returns what stands between the first before and the next after.
func between(s, before, after string) string {
	_, s, _ = strings.Cut(s, before)
	s, _, _ = strings.Cut(s, after)
	return s
}

// wanted is N of "(got M, want N)".
func wanted(msg string) string { return between(msg, "want ", ")") }

// node is what the source says about the operation that failed.
func (n *nativeText) node() *Node {
	if len(n.stack) == 0 {
		return nil
	}
	return NodeAt(n.t, n.stack[len(n.stack)-1].Pos)
}

// binary handles "X OP Y".
func (n *nativeText) binary(rest string) error {
	f := strings.Fields(rest)
	if len(f) == 4 && f[1] == "not" { // X not in Y
		f = []string{f[0], "in", f[3]}
	}
	if len(f) != 3 {
		return nil
	}
	a, op, b := pythonType(f[0]), f[1], pythonType(f[2])
	if op == "in" {
		return Raise(TypeError, "argument of type '%s' is not iterable", b)
	}
	if node := n.node(); node != nil && node.Augmented && !strings.HasSuffix(op, "=") {
		op += "="
	}
	return unsupportedTypes(op, a, b)
}

// unbound handles "local|global variable %s referenced before assignment".
func (n *nativeText) unbound() error {
	kind, rest, _ := strings.Cut(n.msg, " variable ")
	name := strings.TrimSuffix(rest, " referenced before assignment")
	if plain, _, ok := strings.Cut(name, "$"); ok && plain != "" {
		name = plain // the lowering's name for a variable or a function's version
	}
	if kind == "global" {
		return NameErrorFor(name)
	}
	if len(n.stack) > 0 {
		switch scopeOf(n.t, n.stack[len(n.stack)-1], name) {
		case scopeFree:
			return FreeVariableError(name)
		case scopeGlobal:
			return NameErrorFor(name)
		}
	}
	return UnboundLocalFor(name)
}

// NameErrorFor is the error of a name that nothing defines.
func NameErrorFor(name string) error {
	err := Raise(NameError, "name '%s' is not defined", name)
	err.(*Error).Exc.setAttrValue("name", starlark.String(name))
	return err
}

// UnboundLocalFor is the error of a local variable that has no value yet.
func UnboundLocalFor(name string) error {
	err := Raise(UnboundLocalError, "cannot access local variable '%s' where it is not associated with a value", name)
	err.(*Error).Exc.setAttrValue("name", starlark.String(name))
	return err
}

// FreeVariableError is the error of a variable of an enclosing function that
// has no value yet.
func FreeVariableError(name string) error {
	err := Raise(NameError, "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name)
	err.(*Error).Exc.setAttrValue("name", starlark.String(name))
	return err
}

// attribute handles "%s has no .%s field or method (did you mean .%s?)".
func (n *nativeText) attribute() error {
	typ, rest, ok := strings.Cut(n.msg, " has no .")
	if !ok {
		return nil
	}
	name, _, ok := strings.Cut(rest, " field or method")
	if !ok {
		return nil
	}
	typ = strings.TrimPrefix(typ, "getattr: ")
	err := Raise(AttributeError, "'%s' object has no attribute '%s'", pythonType(typ), name)
	x := err.(*Error).Exc
	x.setAttrValue("name", starlark.String(name))
	if c := classNamed(typ); c != nil {
		// The object itself is lost; its class is what suggestions need.
		x.Extra = c
	}
	return err
}

func noSetAttributeOf(typ, name string) error {
	if c := classNamed(typ); c != nil && c.Lookup(name) != nil {
		return Raise(AttributeError, "'%s' object attribute '%s' is read-only", typ, name)
	}
	return Raise(AttributeError, "'%s' object has no attribute '%s' and no __dict__ for setting new attributes", typ, name)
}

// index handles subscription and slicing.
func (n *nativeText) index() error {
	msg := n.msg
	switch {
	case strings.HasPrefix(msg, "unhandled index operation "), strings.HasPrefix(msg, "invalid slice operand "):
		typ := strings.TrimPrefix(strings.TrimPrefix(msg, "unhandled index operation "), "invalid slice operand ")
		typ, _, _ = strings.Cut(typ, "[")
		if typ == "type" {
			return nil
		}
		return Raise(TypeError, "'%s' object is not subscriptable", pythonType(typ))
	case strings.HasPrefix(msg, "index ") && strings.Contains(msg, " out of range: empty "):
		_, typ, _ := strings.Cut(msg, " out of range: empty ")
		return n.outOfRange(typ)
	case strings.Contains(msg, " out of range ["): // %s index %d out of range [%d:%d]
		if typ, _, ok := strings.Cut(msg, " index "); ok && !strings.Contains(typ, " ") {
			return n.outOfRange(typ)
		}
	case strings.HasPrefix(msg, "zero is not a valid slice step"):
		return Raise(ValueError, "slice step cannot be zero")
	case strings.HasPrefix(msg, "invalid slice step: "), strings.HasPrefix(msg, "invalid start index: "), strings.HasPrefix(msg, "invalid end index: "):
		return Raise(TypeError, "slice indices must be integers or None or have an __index__ method")
	case strings.HasPrefix(msg, "got ") && strings.HasSuffix(msg, ", want int"):
		// Assignment to a list element, or a shift.
		typ := pythonType(between(msg, "got ", ","))
		if node := n.node(); node != nil && strings.HasPrefix(node.Symbol, "<<") || node != nil && strings.HasPrefix(node.Symbol, ">>") {
			return unsupportedTypes(node.Symbol, "int", typ)
		}
		return Raise(TypeError, "list indices must be integers or slices, not %s", typ)
	case strings.HasSuffix(msg, " out of range"):
		// "%s index: %s out of range" reads, "%s out of range" assigns or shifts.
		typ, num, ok := strings.Cut(strings.TrimSuffix(msg, " out of range"), " index: ")
		if !ok {
			typ, num = "list", typ
		}
		if _, isInt := new(big.Int).SetString(num, 10); isInt && !strings.Contains(typ, " ") {
			if node := n.node(); node != nil && strings.HasPrefix(node.Symbol, "<<") {
				return Raise(OverflowError, "too many digits in integer")
			}
			if _, err := strconv.ParseInt(num, 10, 64); err != nil {
				return Raise(IndexError, "cannot fit 'int' into an index-sized integer")
			}
			return n.outOfRange(typ)
		}
	}
	if typ, rest, ok := strings.Cut(msg, " index: got "); ok && !strings.Contains(typ, " ") {
		bad := pythonType(strings.TrimSuffix(rest, ", want int"))
		if typ == "string" {
			return Raise(TypeError, "string indices must be integers, not '%s'", bad)
		}
		kind := typ
		if typ == "bytes" {
			kind = "byte"
		}
		return Raise(TypeError, "%s indices must be integers or slices, not %s", kind, bad)
	}
	return nil
}

func (n *nativeText) outOfRange(typ string) error {
	switch typ {
	case "bytes":
		return Raise(IndexError, "index out of range")
	case "range":
		return Raise(IndexError, "range object index out of range")
	case "list":
		if node := n.node(); node != nil && node.Store && !node.Augmented {
			return Raise(IndexError, "list assignment index out of range")
		}
	}
	return Raise(IndexError, "%s index out of range", typ)
}

// arithmetic handles numbers, shifts, repetition and formatting with %.
func (n *nativeText) arithmetic() error {
	msg := n.msg
	switch msg {
	case "floating-point division by zero":
		if node := n.node(); node != nil && node.Float {
			return Raise(ZeroDivisionError, "float division by zero")
		}
		return Raise(ZeroDivisionError, "division by zero")
	case "floored division by zero":
		if node := n.node(); node != nil && node.Float {
			return Raise(ZeroDivisionError, "float floor division by zero")
		}
		return Raise(ZeroDivisionError, "integer division or modulo by zero")
	case "integer modulo by zero":
		return Raise(ZeroDivisionError, "integer modulo by zero")
	case "floating-point modulo by zero":
		return Raise(ZeroDivisionError, "float modulo by zero")
	case "int too large to convert to float":
		return Raise(OverflowError, "int too large to convert to float")
	case "cannot convert float infinity to integer":
		return Raise(OverflowError, "%s", msg)
	case "cannot convert float NaN to integer":
		return Raise(ValueError, "%s", msg)
	case "incomplete format key", "incomplete format":
		return Raise(ValueError, "%s", msg)
	case "format requires a mapping", "not enough arguments for format string":
		return Raise(TypeError, "%s", msg)
	case "too many arguments for format string":
		return Raise(TypeError, "not all arguments converted during string formatting")
	}
	switch {
	case strings.HasPrefix(msg, "negative shift count"):
		return Raise(ValueError, "negative shift count")
	case strings.HasPrefix(msg, "shift count too large"):
		return Raise(OverflowError, "too many digits in integer")
	case strings.HasPrefix(msg, "repeat count "):
		if _, err := strconv.ParseInt(between(msg, "repeat count ", " "), 10, 64); err != nil {
			return Raise(OverflowError, "cannot fit 'int' into an index-sized integer")
		}
		return Raise(MemoryError, "")
	case strings.HasPrefix(msg, "excessive repeat "):
		return Raise(MemoryError, "")
	case strings.HasPrefix(msg, "'in <string>' requires string as left operand, not "):
		_, typ, _ := strings.Cut(msg, ", not ")
		return Raise(TypeError, "'in <string>' requires string as left operand, not %s", pythonType(typ))
	case strings.HasPrefix(msg, "'in bytes' requires "):
		_, typ, _ := strings.Cut(msg, ", not ")
		return Raise(TypeError, "a bytes-like object is required, not '%s'", pythonType(typ))
	case strings.HasPrefix(msg, "int in bytes: "):
		return Raise(ValueError, "byte must be in range(0, 256)")
	case strings.HasPrefix(msg, "key not found: "):
		return RaiseArgs(KeyError, starlark.String(msg[len("key not found: "):]))
	case strings.HasPrefix(msg, "%") && len(msg) > 2 && strings.Contains(msg, " format requires "):
		if i := strings.LastIndex(msg, "got "); i > 0 && strings.HasSuffix(msg, ", want int") {
			return Raise(TypeError, "%%%c format: a real number is required, not %s", msg[1], pythonType(between(msg, "got ", ",")))
		}
		if _, typ, ok := strings.Cut(msg, ", not "); ok && msg[1] != 'c' {
			return Raise(TypeError, "must be real number, not %s", pythonType(typ))
		}
		if strings.Contains(msg, "code point") {
			return Raise(OverflowError, "%%c arg not in range(0x110000)")
		}
		return Raise(TypeError, "%%c requires int or char")
	case strings.HasPrefix(msg, "unknown conversion %"):
		c := msg[len("unknown conversion %"):]
		return Raise(ValueError, "unsupported format character '%s'", c)
	}
	return nil
}

// mutation handles values that must not change now, or at all.
func (n *nativeText) mutation() error {
	msg := n.msg
	switch {
	case strings.HasSuffix(msg, " hash table during iteration"):
		return Raise(RuntimeError, "dictionary changed size during iteration")
	case strings.HasSuffix(msg, " list during iteration"):
		return Raise(RuntimeError, "list changed size during iteration")
	case strings.HasSuffix(msg, " frozen hash table"):
		return Raise(TypeError, "cannot change a frozen dict or set")
	case strings.HasSuffix(msg, " frozen list"):
		return Raise(TypeError, "cannot change a frozen list")
	}
	return nil
}

func fromText(err error) error {
	var e *text.Error
	if !errors.As(err, &e) {
		return Raise(RuntimeError, "%s", err.Error())
	}
	switch e.Class {
	case "UnicodeDecodeError":
		return RaiseArgs(UnicodeDecodeError, starlark.String(e.Encoding), MakeBytes(e.Object), starlark.MakeInt(e.Start), starlark.MakeInt(e.End), starlark.String(e.Reason))
	case "UnicodeEncodeError":
		return RaiseArgs(UnicodeEncodeError, starlark.String(e.Encoding), starlark.String(e.Object), starlark.MakeInt(e.Start), starlark.MakeInt(e.End), starlark.String(e.Reason))
	case "MemoryError":
		return Raise(MemoryError, "")
	}
	if c := builtinException(e.Class); c != nil {
		return Raise(c, "%s", e.Msg)
	}
	return Raise(RuntimeError, "%s", err.Error())
}
