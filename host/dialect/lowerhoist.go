// This file finds the := whose assignment can be a statement of its own: Starlark
// has no assignment in expressions.

package dialect

// hoist marks the := in e, the expression that a statement evaluates first,
// that can be assigned before the statement.
func (b *builder) hoist(e Expr) {
	if e == nil {
		return
	}
	for _, n := range leadingWalruses(e) {
		b.hoisted[n] = true
	}
}

// leadingWalruses returns the := in e before which nothing is evaluated that
// could notice the assignment or that the assignment could notice.
func leadingWalruses(e Expr) (out []*NamedExpr) {
	var lead func(e Expr) bool
	read := false // a variable's value was taken already
	all := func(list ...Expr) bool {
		for _, e := range list {
			if e != nil && !lead(e) {
				return false
			}
		}
		return true
	}
	// lead reports whether evaluating e has no effect but the assignments.
	lead = func(e Expr) bool {
		switch e := e.(type) {
		case *Constant:
			return true
		case *Name:
			read = true
			return true
		case *NamedExpr:
			if read {
				return false
			}
			lead(e.Value)
			read = false
			out = append(out, e)
			return true
		case *Tuple:
			return all(e.Elts...)
		case *List:
			return all(e.Elts...)
		case *UnaryOp:
			return lead(e.Operand) && e.Op == Not
		case *BinOp:
			all(e.Left, e.Right)
		case *Compare:
			if len(e.Ops) == 1 {
				all(e.Left, e.Comparators[0])
			} else {
				lead(e.Left)
			}
		case *BoolOp:
			lead(e.Values[0])
		case *IfExp:
			lead(e.Test)
		case *Attribute:
			lead(e.Value)
		case *Subscript:
			all(e.Value, e.Slice)
		case *Call:
			if _, ok := e.Func.(*Name); ok || lead(e.Func) {
				for _, a := range e.Args {
					if _, ok := a.(*Starred); ok || !lead(a) {
						return false
					}
				}
			}
		}
		return false
	}
	lead(e)
	return out
}
