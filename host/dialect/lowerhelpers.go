// This file lists the run-time helpers that lowered code uses, the contract
// between the lowering and the package that implements them.

package dialect

import "sort"

// helpers are the run-time helpers, each with what it does. "adaptor" means
// that it is used as name[x]; name[x][y] for those of two operands.
var helpers = map[string]string{
	// Constants and the module.
	"None": "None", "True": "True", "False": "False", "Ellipsis": "...",
	"g":       "the module's namespace: g.x reads, assigns (or raises NameError)",
	"start":   "start([1]): called first; connects g with the running module, whose variables are g's if it is open",
	"bytes":   "bytes(str) -> the bytes object of those bytes",
	"complex": "complex(float) -> an imaginary number",

	// Variables.
	"cell":    "cell(name[, value]) -> a cell; c.v is the variable, c.f the same seen from a function within",
	"delname": "delname(where, name): del of a variable of a namespace, class body or cell",
	"unbind":  "unbind(where, name): the same, but no error if it is not bound",
	"setname": "setname(where, name, value) -> value: assignment in an expression",

	// Operators.
	"num":    "adaptor: x, an int if it is a bool",
	"rnum":   "adaptor: x, for the right side of %",
	"mod":    "adaptor: x, for the left side of %",
	"quo":    "adaptor: x, for either side of /",
	"bit":    "adaptor: x, for & | ^",
	"inp":    "adaptor: x, for the left side of an augmented assignment",
	"inpdiv": "adaptor: x, for the left side of /=",
	"pow":    "pow(a, b)", "matmul": "matmul(a, b)", "lshift": "lshift(a, b)", "rshift": "rshift(a, b)",
	"ipow": "ipow(a, b): **=", "imatmul": "imatmul(a, b): @=", "ilshift": "ilshift(a, b)", "irshift": "irshift(a, b)",
	"ifloordiv": "ifloordiv(a, b): //=",
	"imod":      "imod(a, b): %=",
	"format":    "format(str, x): str % x",
	"eq":        "adaptor of two operands: x == y", "ne": "adaptor of two operands", "lt": "adaptor of two operands",
	"le": "adaptor of two operands", "gt": "adaptor of two operands", "ge": "adaptor of two operands",
	"cmpint": "adaptor: x, to compare with an int", "cmpstr": "adaptor: x, to compare with a str",
	"cmpfloat": "adaptor: x, to compare with a float that is not a NaN",
	"cmpintr":  "adaptor: y of int op y, to compare with that int the other way round",
	"cmpstrr":  "adaptor: y of str op y, to compare with that str the other way round",
	"nan":      "adaptor: a number, None if it is a NaN", "nanlow": "adaptor: a number, -inf if it is a NaN",
	"is": "is(a, b)",
	"in": "adaptor: x, for the right side of in",

	"key": "adaptor: x, for the key of a display, unless it nests too deeply to be hashed",

	// Sizes, in code with limits.
	"size":    "adaptor: x, which is about to be copied",
	"sizes":   "adaptor of two operands: y, with x about to be copied too",
	"times":   "adaptor: x, for either side of *",
	"grows":   "adaptor: x, about to get an item",
	"timesby": "adaptor: x, for the right side of *=",

	// Attributes and items.
	"att":     "adaptor: x, or its attributes as Python has them",
	"met":     "adaptor: x, or what can be called on it as Python's attributes",
	"sub":     "adaptor: x, or its items as Python has them",
	"aug":     "adaptor: the same, with items as inp makes them, which can be assigned",
	"subnum":  "adaptor: the same, with ints for bools",
	"slice":   "slice(x, a, b, c): x[a:b:c]",
	"mkslice": "mkslice(a, b, c): a slice object", "setslice": "setslice(x, a, b, c, value)",
	"delitem": "delitem(x, key)", "delattr": "delattr(x, name)",

	// Displays, calls and unpacking.
	"list": "list(...): a list of the arguments", "tuple": "tuple(...)", "set": "set(...)",
	"setof":      "setof(list): a set of the items",
	"dict":       "dict(k, v, k, v, ...), with spreaddicts between",
	"kwargs":     "kwargs(name, v, ...), with spreaddicts between: the dict for **",
	"spread":     "spread(x): *x in a display",
	"spreaddict": "spreaddict(x): **x",
	"star":       "adaptor: x, to be passed as *x", "kwstar": "adaptor: x, to be passed as **x",
	"unpack":     "unpack(n) -> adaptor: x if it is a tuple or list of n items, else its items as a tuple",
	"unpackex":   "unpackex(b, a) -> adaptor: b items, a list, a items",
	"iter":       "iter(x): what a for loop iterates over",
	"iterunpack": "iterunpack(x, n): the same, its items being tuples or lists of n items",
	"iterint":    "iterint(x): an iterable to be iterated over twice: first while the items are ints, then the rest",
	"iterstr":    "iterstr(x): the same for str",
	"isint":      "adaptor: whether x is an int and no bool", "islist": "adaptor: whether x is a list",
	"isstr":   "adaptor: whether x is a str",
	"default": "default(fn, i): the default value of a parameter",
	"fstr":    "fstr((text, conversion, spec, ..., text)) -> a formatter, called with the values",

	// Statements.
	"try":    "try(body) -> what body returned, or a completion that holds its exception",
	"raised": "adaptor: whether x is a completion that holds an exception",
	"leave":  "leave(c): the exception of c is no longer being handled",
	"with":   "with(manager, body) -> what body returned",
	"group":  "group(c): the state of an except*; g[T] splits", "grouprun": "grouprun(g, handler)",
	"groupend": "groupend(g): raise what is left",
	"raise":    "raise(exc[, cause])", "reraise": "reraise(): bare raise", "assert": "assert([message])",
	"match":      "match(subject, pattern, values...) -> None, True or the captured values",
	"display":    "display(x): print a value as the REPL does",
	"import":     "import(name[, 1]): the package at its head, or the module itself",
	"importfrom": "importfrom(module, level, names...): a tuple",
	"importstar": "importstar(module, level)",

	// Functions and classes.
	"gen": "gen(body, args...): a generator", "genexp": "genexp(body, iter): a generator",
	"yieldfrom":  "yieldfrom(y, x)",
	"class":      "class(name, body, bases, **keywords): a class; body returns its __class__ cell or None",
	"super":      "super(cell, self)",
	"annotate":   "annotate(where, name, value): an annotation of a module or class variable",
	"annotatefn": "annotatefn(fn, name, value, ...) -> fn",
	"typevar":    "typevar(kind, name, bound function or None, default function or None)",
	"typealias":  "typealias(name, value function, type parameters...)",
	"typeparams": "typeparams(fn, type parameters...) -> fn", "generic": "generic(bases, type parameters...): the bases of a class",
	"globals": "globals()", "locals": "locals(class namespace) or locals([names], [functions])",
	"dir": "dir(locals)",
}

var helperSet = func() map[string]bool {
	m := make(map[string]bool, len(helpers))
	for k := range helpers {
		m[k] = true
	}
	return m
}()

// HelperNames returns the predeclared names that a lowered file may use
// besides the built-ins, sorted.
func HelperNames() []string {
	list := make([]string, 0, len(helpers))
	for k := range helpers {
		list = append(list, HelperPrefix+k)
	}
	sort.Strings(list)
	return list
}
