// This file infers the kinds of values: what is certain about an expression
// without running it. Where both operands of an operation are of certain kinds,
// the interpreter's own instruction does what Python does, and the lowering
// uses it as it is.

package dialect

// A kind is a set of types that a value may have.
type kind uint16

const (
	kindInt   kind = 1 << iota // int, but not bool
	kindFloat                  // float
	kindBool
	kindStr
	kindBytes
	kindNone
	kindList
	kindTuple
	kindDict
	kindSet
	kindFunc  // a function of the script, or a built-in
	kindOther // Go values of ours: instances, classes, modules, iterators, …

	kindAny  kind = 1<<iota - 1
	kindNum       = kindInt | kindFloat
	kindNums      = kindNum | kindBool
)

// is reports whether a value of kind k is certain to be one of set.
func (k kind) is(set kind) bool { return k != 0 && k&^set == 0 }

// may reports whether a value of kind k can be one of set. An expression of no
// known kind at all (0: nothing is assigned) may be anything.
func (k kind) may(set kind) bool { return k == 0 || k&set != 0 }

// kinds computes the kind of every variable: the join over all that is
// assigned to it, found by iterating to a fixed point.
func (l *lowerer) kinds() {
	var vars []*variable
	for _, s := range l.scopes.all {
		vars = append(vars, s.order...)
		if s.classCell != nil {
			s.classCell.kind = kindOther
		}
	}
	for _, v := range vars {
		if v.scope.kind == moduleSpace && (l.open || l.scopes.module.starImport) {
			v.kind = kindAny
		}
	}
	for changed, round := true, 0; changed; round++ {
		changed = false
		for _, v := range vars {
			if v.kind == kindAny {
				continue
			}
			k := v.kind
			for _, src := range v.sources {
				k |= l.sourceKind(v, src)
			}
			if v.seeded {
				k |= kindFunc
			}
			if round > 20 {
				k = kindAny
			}
			if k != v.kind {
				v.kind, changed = k, true
			}
		}
		changed = l.elementsOf(vars) || changed
		for _, f := range l.scopes.all {
			if f.kind != functionSpace || f.generator {
				continue
			}
			k := l.returnKinds[f]
			for _, e := range f.returns {
				if e == nil {
					k |= kindNone
				} else {
					k |= l.kindOf(f, e)
				}
			}
			if d, ok := f.node.(*FunctionDef); ok && !ends(d.Body) {
				k |= kindNone
			}
			if round > 20 {
				k = kindAny
			}
			if k != l.returnKinds[f] {
				l.returnKinds[f], changed = k, true
			}
		}
	}
	for _, v := range vars {
		if v.kind == 0 {
			v.kind = kindAny
		}
	}
	l.kindsDone = true
}

// forget undoes kinds, to compute it anew with more known.
func (l *lowerer) forget() {
	for _, s := range l.scopes.all {
		for _, v := range s.vars {
			v.kind = 0
			if v.elems != nil {
				v.elems.kind = 0
			}
		}
	}
	clear(l.returnKinds)
	l.kindsDone, l.known = false, nil
}

// ends reports whether control cannot leave the block at its end.
func ends(body []Stmt) bool {
	if len(body) == 0 {
		return false
	}
	switch st := body[len(body)-1].(type) {
	case *Return, *Raise:
		return true
	case *If:
		return len(st.Orelse) > 0 && ends(st.Body) && ends(st.Orelse)
	case *While:
		if k, ok := st.Test.(*Constant); ok && (k.Kind == TrueConst || k.Kind == IntConst && k.Big == nil && k.Int != 0) {
			return !hasBreak(st.Body)
		}
	}
	return false
}

// hasBreak reports whether a break in body ends the loop whose body it is.
func hasBreak(body []Stmt) bool {
	for _, st := range body {
		switch st := st.(type) {
		case *Break:
			return true
		case *If:
			if hasBreak(st.Body) || hasBreak(st.Orelse) {
				return true
			}
		case *For:
			if hasBreak(st.Orelse) {
				return true
			}
		case *While:
			if hasBreak(st.Orelse) {
				return true
			}
		case *With:
			if hasBreak(st.Body) {
				return true
			}
		case *Try:
			if hasBreakTry(st.Body, st.Handlers, st.Orelse, st.Finalbody) {
				return true
			}
		case *TryStar:
			if hasBreakTry(st.Body, st.Handlers, st.Orelse, st.Finalbody) {
				return true
			}
		case *Match:
			for _, c := range st.Cases {
				if hasBreak(c.Body) {
					return true
				}
			}
		}
	}
	return false
}

func hasBreakTry(body []Stmt, handlers []*ExceptHandler, orelse, final []Stmt) bool {
	for _, h := range handlers {
		if hasBreak(h.Body) {
			return true
		}
	}
	return hasBreak(body) || hasBreak(orelse) || hasBreak(final)
}

func (l *lowerer) sourceKind(v *variable, src source) kind {
	return l.sourceKindOf(v.kind, v, src)
}

// sourceKindOf is the kind that src gives a variable of kind k.
func (l *lowerer) sourceKindOf(k kind, v *variable, src source) kind {
	switch {
	case src.expr == nil:
		return src.kind
	case src.isAug:
		if k == 0 {
			return 0 // not yet known
		}
		return binaryKind(src.aug, k, l.kindOf(src.scope, src.expr))
	case src.elem && src.kind == kindInt: // the first target over enumerate(…)
		if l.isBuiltin(src.scope, src.expr, "enumerate") {
			return kindInt
		}
		return kindAny
	case src.elem:
		return l.elementKind(src.scope, src.expr)
	}
	return l.kindOf(src.scope, src.expr)
}

// elementKind is the kind of what iterating over e gives.
func (l *lowerer) elementKind(s *scope, e Expr) kind {
	var elts []Expr
	switch e := e.(type) {
	case *Call:
		if l.isBuiltin(s, e.Func, "range") {
			return kindInt
		}
		return kindAny
	case *List:
		elts = e.Elts
	case *Tuple:
		elts = e.Elts
	case *Constant:
		if e.Kind == StrConst {
			return kindStr
		}
		return kindAny
	default:
		switch k := l.kindOf(s, e); {
		case k.is(kindStr):
			return kindStr
		case k.is(kindList):
			return l.itemKind(s, e)
		}
		return kindAny
	}
	var k kind
	for _, x := range elts {
		if _, ok := x.(*Starred); ok {
			return kindAny
		}
		k |= l.kindOf(s, x)
	}
	if k == 0 {
		return kindAny
	}
	return k
}

// isBuiltin reports whether e is the name of the built-in called name, which
// no variable of the script shadows.
func (l *lowerer) isBuiltin(s *scope, e Expr, name string) bool {
	n, ok := e.(*Name)
	return ok && n.Id == name && l.builtin(s, name)
}

// builtin reports whether name means the built-in in s.
func (l *lowerer) builtin(s *scope, name string) bool {
	return !l.open && s.resolve(s.mangle(name)) == nil && l.predeclared(name) && !l.scopes.module.starImport
}

// builtinKinds is what the results of calls of built-ins are.
var builtinKinds = map[string]kind{
	"len": kindInt, "int": kindInt, "ord": kindInt, "hash": kindInt, "id": kindInt,
	"float": kindFloat,
	"str":   kindStr, "chr": kindStr, "repr": kindStr, "hex": kindStr, "bin": kindStr, "oct": kindStr,
	"ascii": kindStr, "format": kindStr, "input": kindStr,
	"bool": kindBool, "isinstance": kindBool, "issubclass": kindBool, "callable": kindBool,
	"hasattr": kindBool, "any": kindBool, "all": kindBool,
	"list": kindList, "sorted": kindList, "dir": kindList,
	"tuple": kindTuple,
	"dict":  kindDict,
	"set":   kindSet,
	"print": kindNone, "setattr": kindNone, "delattr": kindNone,
	"range": kindOther, "open": kindOther, "enumerate": kindOther, "zip": kindOther, "map": kindOther,
	"filter": kindOther, "reversed": kindAny, "bytearray": kindOther, "frozenset": kindOther, "complex": kindOther,
	"sum":                kindAny &^ kindBool,
	"ThreadPoolExecutor": kindOther, "ProcessPoolExecutor": kindOther, "InterpreterPoolExecutor": kindOther,
	"Future": kindOther, "slice": kindOther, "object": kindOther, "super": kindOther,
}

// strMethodKinds is what the methods of str give.
var strMethodKinds = map[string]kind{
	"capitalize": kindStr, "casefold": kindStr, "center": kindStr, "expandtabs": kindStr, "format": kindStr,
	"format_map": kindStr, "join": kindStr, "ljust": kindStr, "lower": kindStr, "lstrip": kindStr,
	"removeprefix": kindStr, "removesuffix": kindStr, "replace": kindStr, "rjust": kindStr, "rstrip": kindStr,
	"strip": kindStr, "swapcase": kindStr, "title": kindStr, "translate": kindStr, "upper": kindStr, "zfill": kindStr,
	"count": kindInt, "find": kindInt, "index": kindInt, "rfind": kindInt, "rindex": kindInt,
	"endswith": kindBool, "startswith": kindBool, "isdigit": kindBool, "isalpha": kindBool, "isalnum": kindBool,
	"isspace": kindBool, "islower": kindBool, "isupper": kindBool, "isdecimal": kindBool, "isnumeric": kindBool,
	"isidentifier": kindBool, "isprintable": kindBool, "istitle": kindBool, "isascii": kindBool,
	"split": kindList, "rsplit": kindList, "splitlines": kindList,
	"partition": kindTuple, "rpartition": kindTuple,
	"encode": kindBytes,
}

// kindOf is what is certain about the value of e in scope s. Once the kinds of
// variables are known, the answers for operations are kept: each level of
// a chain of operators asks about all below it.
func (l *lowerer) kindOf(s *scope, e Expr) kind {
	if !l.kindsDone {
		return l.kindOf1(s, e)
	}
	switch e.(type) {
	case *BinOp, *Call, *Subscript, *BoolOp, *Compare:
	default:
		return l.kindOf1(s, e)
	}
	if k, ok := l.known[e]; ok {
		return k
	}
	k := l.kindOf1(s, e)
	if l.known == nil {
		l.known = make(map[Expr]kind)
	}
	l.known[e] = k
	return k
}

func (l *lowerer) kindOf1(s *scope, e Expr) kind {
	switch e := e.(type) {
	case *Constant:
		switch e.Kind {
		case NoneConst:
			return kindNone
		case TrueConst, FalseConst:
			return kindBool
		case IntConst:
			return kindInt
		case FloatConst:
			return kindFloat
		case StrConst:
			return kindStr
		case BytesConst:
			return kindBytes
		}
		return kindOther
	case *Name:
		v := s.resolve(s.mangle(e.Id))
		if v == nil {
			if e.Id == "__name__" || e.Id == "__file__" {
				return kindStr
			}
			if l.predeclared(e.Id) && !l.open {
				return kindFunc | kindOther
			}
			return kindAny
		}
		if k, ok := l.assumed[v]; ok {
			return k
		}
		if v.scope.kind == classSpace && v.name != "__class__" {
			return kindAny // may be missing there and be found elsewhere
		}
		if isSelf(v) {
			return kindOther
		}
		if v.kind == 0 && l.kindsDone {
			return kindAny
		}
		return v.kind
	case *BinOp:
		return binaryKind(e.Op, l.kindOf(s, e.Left), l.kindOf(s, e.Right))
	case *UnaryOp:
		k := l.kindOf(s, e.Operand)
		if e.Op == Not {
			return kindBool
		}
		if k == 0 {
			return 0
		}
		if k.is(kindNums) {
			if k&kindBool != 0 {
				k = k&^kindBool | kindInt
			}
			return k
		}
		return kindAny &^ kindBool
	case *Compare:
		a := l.kindOf(s, e.Left)
		for i, c := range e.Comparators {
			b := l.kindOf(s, c)
			switch e.Ops[i] {
			case Is, IsNot, In, NotIn:
			default:
				if a == 0 || b == 0 {
					break
				}
				// Only instances give anything but a bool.
				if a.may(kindOther) || b.may(kindOther) {
					if !(e.Ops[i] == Eq || e.Ops[i] == NotEq) || a.may(kindOther) && b.may(kindOther) {
						return kindBool | kindOther
					}
				}
			}
			a = b
		}
		return kindBool
	case *BoolOp:
		var k kind
		for _, v := range e.Values {
			k |= l.kindOf(s, v)
		}
		return k
	case *IfExp:
		return l.kindOf(s, e.Body) | l.kindOf(s, e.Orelse)
	case *NamedExpr:
		return l.kindOf(s, e.Value)
	case *List, *ListComp:
		return kindList
	case *Tuple:
		return kindTuple
	case *Dict, *DictComp:
		return kindDict
	case *Set, *SetComp:
		return kindSet
	case *JoinedStr:
		return kindStr
	case *Lambda:
		return kindFunc
	case *GeneratorExp:
		return kindOther
	case *Call:
		return l.callKind(s, e)
	case *Subscript:
		k := l.kindOf(s, e.Value)
		_, slice := e.Slice.(*Slice)
		switch {
		case k.is(kindStr):
			return kindStr
		case slice && k.is(kindList):
			return kindList
		case slice && k.is(kindTuple):
			return kindTuple
		case slice:
			return kindAny
		}
		return l.itemKind(s, e.Value)
	}
	return kindAny
}

func (l *lowerer) callKind(s *scope, e *Call) kind {
	switch f := e.Func.(type) {
	case *Name:
		v := s.resolve(s.mangle(f.Id))
		if v == nil {
			if !l.builtin(s, f.Id) {
				return kindAny
			}
			switch f.Id {
			case "abs", "round":
				if len(e.Args) >= 1 {
					k := l.kindOf(s, e.Args[0])
					if k == 0 || !k.is(kindNums) {
						return kindAny &^ kindBool
					}
					if f.Id == "round" && len(e.Args) == 1 {
						return kindInt
					}
					if k&kindBool != 0 {
						k = k&^kindBool | kindInt
					}
					return k
				}
			case "min", "max":
				if len(e.Args) >= 2 && len(e.Keywords) == 0 {
					var k kind
					for _, a := range e.Args {
						if _, ok := a.(*Starred); ok {
							return kindAny
						}
						k |= l.kindOf(s, a)
					}
					return k
				}
			}
			if k, ok := builtinKinds[f.Id]; ok {
				return k
			}
			return kindAny
		}
		if v.rebound || v.external {
			return kindAny
		}
		if t := l.twinFor(s, e); t != nil {
			return t.ret
		}
		if v.fn != nil {
			if f := l.scopes.of[v.fn]; f != nil {
				if f.generator {
					return kindOther
				}
				k := l.returnKinds[f]
				if l.kindsDone && k == 0 {
					return kindAny
				}
				return k
			}
		}
		if v.class != nil && makesInstances(v.class) {
			return kindOther
		}
	case *Attribute:
		if l.kindOf(s, f.Value).is(kindStr) {
			if k, ok := strMethodKinds[f.Attr]; ok {
				return k
			}
		}
	}
	return kindAny
}

// makesInstances reports whether calling the class surely gives an object of a
// script's class.
func makesInstances(c *ClassDef) bool {
	if len(c.Keywords) > 0 {
		return false // the metaclass decides
	}
	for _, st := range c.Body {
		switch st := st.(type) {
		case *FunctionDef:
			if st.Name == "__new__" {
				return false
			}
		case *Pass, *ExprStmt, *Assign, *AnnAssign, *ClassDef:
		default:
			return false
		}
	}
	for _, b := range c.Bases {
		if n, ok := b.(*Name); !ok || n.Id != "object" {
			return false // inherits what it may
		}
	}
	return true
}

// isSelf reports whether v is the first parameter of a method, by its place and
// its name. (A function in a class body may also be a static method, or
// a decorator of the methods after it.)
func isSelf(v *variable) bool {
	if !v.param || v != v.scope.first || v.bindings != 1 || v.star != 0 || v.scope.parent == nil || v.scope.parent.kind != classSpace {
		return false
	}
	switch v.name {
	case "self", "cls", "mcs", "mcls", "metacls":
	default:
		return false
	}
	d, ok := v.scope.node.(*FunctionDef)
	if !ok {
		return false
	}
	for _, dec := range d.DecoratorList {
		if n, ok := dec.(*Name); ok && n.Id == "staticmethod" {
			return false
		}
	}
	return true
}

// binaryKind is the kind of a op b. It supposes that no operator method of a
// script's class returns a bool where numbers are meant.
func binaryKind(op Operator, a, b kind) kind {
	if a == 0 || b == 0 {
		return 0
	}
	if a.is(kindNums) && b.is(kindNums) {
		switch op {
		case Div:
			return kindFloat
		case Pow:
			if a.is(kindInt|kindBool) && b.is(kindInt|kindBool) {
				return kindNum
			}
			return kindFloat | kindOther // complex
		case BitAnd, BitOr, BitXor:
			if a.is(kindBool) && b.is(kindBool) {
				return kindBool
			}
			if a.may(kindBool) && b.may(kindBool) {
				return kindInt | kindBool
			}
			return kindInt
		case LShift, RShift:
			return kindInt
		case MatMult:
			return kindAny
		}
		if a.is(kindFloat) || b.is(kindFloat) {
			return kindFloat
		}
		if a.is(kindInt|kindBool) && b.is(kindInt|kindBool) {
			return kindInt
		}
		return kindNum
	}
	switch op {
	case Mod:
		if a.is(kindStr) {
			return kindStr
		}
	case Add:
		for _, k := range []kind{kindStr, kindList, kindTuple} {
			if a.is(k) && b.is(k) {
				return k
			}
			if a.is(k) || b.is(k) {
				return k | kindOther
			}
		}
		if a.is(kindNums) || b.is(kindNums) {
			return kindNum | kindOther
		}
	case Sub, Div, FloorDiv:
		if a.is(kindNums) || b.is(kindNums) {
			return kindNum | kindOther
		}
		if op == Sub && a.is(kindSet) && b.is(kindSet) {
			return kindSet
		}
	case Mult:
		for _, k := range []kind{kindStr, kindList, kindTuple} {
			if a.is(k) && b.is(kindInt|kindBool) || b.is(k) && a.is(kindInt|kindBool) {
				return k
			}
		}
	case BitAnd, BitOr, BitXor:
		if a.is(kindSet) && b.is(kindSet) {
			return kindSet
		}
		return kindAny
	}
	return kindAny &^ kindBool
}
