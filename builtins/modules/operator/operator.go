// Package operator is the module operator: the operators as functions (this
// file) and itemgetter, attrgetter, methodcaller (getters.go).
package operator

import (
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// one and two make functions of one and two operands.
func one(name, doc string, fn func(t *thread, v value) (value, error)) object.Def {
	return object.Def{Sig: name + "(a, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) { return fn(t, a[0]) }}
}

func two(name, doc string, fn func(t *thread, a, b value) (value, error)) object.Def {
	return object.Def{Sig: name + "(a, b, /)", Doc: doc, Fn: func(t *thread, a args) (value, error) { return fn(t, a[0], a[1]) }}
}

func truth(b bool, err error) (value, error) { return starlark.Bool(b), err }
func none(err error) (value, error)          { return starlark.None, err }

// isSequence reports whether v can be concatenated.
func isSequence(v value) bool {
	return object.Special(v, "__getitem__") != nil && !object.IsInstance(v, object.DictType)
}

func concat(inplace bool) func(t *thread, a, b value) (value, error) {
	return func(t *thread, a, b value) (value, error) {
		if !isSequence(a) {
			return nil, object.Raise(object.TypeError, "'%s' object can't be concatenated", object.TypeName(a))
		}
		if inplace {
			return object.Inplace(t, syntax.PLUS, a, b)
		}
		return object.Binary(t, syntax.PLUS, a, b)
	}
}

// lengthHint is operator.length_hint.
func lengthHint(t *thread, a args) (value, error) {
	if !object.IsInstance(a[1], object.IntType) {
		return nil, object.Raise(object.TypeError, "'%s' object cannot be interpreted as an integer", object.TypeName(a[1]))
	}
	n, err := object.Len(t, a[0])
	if err == nil {
		return starlark.MakeInt(n), nil
	}
	if !object.IsCaught(t, err, object.TypeError) {
		return nil, err
	}
	r, found, err := object.CallSpecial(t, a[0], "__length_hint__")
	if err != nil {
		if object.IsCaught(t, err, object.TypeError) {
			return a[1], nil
		}
		return nil, err
	}
	if !found || r == object.NotImplemented {
		return a[1], nil
	}
	hint, ok := object.Base(r).(starlark.Int)
	if !ok {
		return nil, object.Raise(object.TypeError, "__length_hint__ must be an integer, not %s", object.TypeName(r))
	}
	if hint.Sign() < 0 {
		return nil, object.Raise(object.ValueError, "__length_hint__() should return >= 0")
	}
	return hint, nil
}

// search calls found for each element of a that equals b until it returns true.
func search(t *thread, a, b value, found func(i int) bool) error {
	it, err := object.Iter(t, a)
	if err != nil {
		return err
	}
	for i := 0; ; i++ {
		v, err := it.Next(t)
		if v == nil || err != nil {
			return err
		}
		same, err := object.Same(t, v, b)
		if err != nil || same && found(i) {
			return err
		}
		if i%1024 == 1023 {
			if err := t.Check(); err != nil {
				return err
			}
		}
	}
}

func invert(t *thread, v value) (value, error) { return object.Unary(t, syntax.TILDE, v) }

func definitions() []object.Def {
	defs := []object.Def{
		one("neg", "Same as -a.", func(t *thread, v value) (value, error) { return object.Unary(t, syntax.MINUS, v) }),
		one("pos", "Same as +a.", func(t *thread, v value) (value, error) { return object.Unary(t, syntax.PLUS, v) }),
		one("inv", "Same as ~a.", invert), one("invert", "Same as ~a.", invert),
		one("not_", "Same as not a.", func(t *thread, v value) (value, error) {
			ok, err := object.Truth(t, v)
			return truth(!ok, err)
		}),
		one("truth", "Return True if a is true, False otherwise.", func(t *thread, v value) (value, error) { return truth(object.Truth(t, v)) }),
		one("index", "Same as a.__index__()", func(t *thread, v value) (value, error) { return object.Index(t, v) }),
		one("abs", "Same as abs(a).", func(t *thread, v value) (value, error) {
			if r, found, err := object.CallSpecial(t, v, "__abs__"); found {
				return r, err
			}
			return nil, object.Raise(object.TypeError, "bad operand type for abs(): '%s'", object.TypeName(v))
		}),
		two("is_", "Same as a is b.", func(t *thread, a, b value) (value, error) { return starlark.Bool(object.Is(a, b)), nil }),
		two("is_not", "Same as a is not b.", func(t *thread, a, b value) (value, error) { return starlark.Bool(!object.Is(a, b)), nil }),
		two("concat", "Same as a + b, for a and b sequences.", concat(false)),
		two("iconcat", "Same as a += b, for a and b sequences.", concat(true)),
		two("contains", "Same as b in a (note reversed operands).", func(t *thread, a, b value) (value, error) { return truth(object.Contains(t, a, b)) }),
		two("getitem", "Same as a[b].", object.GetItem),
		two("delitem", "Same as del a[b].", func(t *thread, a, b value) (value, error) { return none(object.DelItem(t, a, b)) }),
		two("countOf", "Return the number of items in a which are, or which equal, b.", func(t *thread, a, b value) (value, error) {
			n := 0
			err := search(t, a, b, func(int) bool {
				n++
				return false
			})
			return starlark.MakeInt(n), err
		}),
		two("indexOf", "Return the first index of b in a.", func(t *thread, a, b value) (value, error) {
			at := -1
			err := search(t, a, b, func(i int) bool {
				at = i
				return true
			})
			if err == nil && at < 0 {
				err = object.Raise(object.ValueError, "sequence.index(x): x not in sequence")
			}
			return starlark.MakeInt(at), err
		}),
		{Sig: "setitem(a, b, c, /)", Doc: "Same as a[b] = c.", Fn: func(t *thread, a args) (value, error) { return none(object.SetItem(t, a[0], a[1], a[2])) }},
		{Sig: "length_hint(obj, default=0, /)", Doc: "Return an estimate of the number of items in obj.", Fn: lengthHint},
		{Sig: "call(obj, /, *args, **kwargs)", Doc: "Same as obj(*args, **kwargs).", Fn: func(t *thread, a args) (value, error) {
			return object.Call(t, a[0], a[1].(starlark.Tuple), object.Keywords(a[2]))
		}},
	}
	for _, c := range []struct {
		name, symbol string
		op           object.Op
	}{{"lt", "<", syntax.LT}, {"le", "<=", syntax.LE}, {"eq", "==", syntax.EQL}, {"ne", "!=", syntax.NEQ}, {"gt", ">", syntax.GT}, {"ge", ">=", syntax.GE}} {
		defs = append(defs, two(c.name, "Same as a "+c.symbol+" b.", func(t *thread, a, b value) (value, error) { return object.Compare(t, c.op, a, b) }))
	}
	for _, o := range []struct {
		name, symbol string
		op           object.Op
	}{
		{"add", "+", syntax.PLUS}, {"sub", "-", syntax.MINUS}, {"mul", "*", syntax.STAR}, {"matmul", "@", object.OpMatmul},
		{"truediv", "/", syntax.SLASH}, {"floordiv", "//", syntax.SLASHSLASH}, {"mod", "%", syntax.PERCENT}, {"pow", "**", object.OpPow},
		{"lshift", "<<", syntax.LTLT}, {"rshift", ">>", syntax.GTGT}, {"and_", "&", syntax.AMP}, {"or_", "|", syntax.PIPE}, {"xor", "^", syntax.CIRCUMFLEX},
	} {
		defs = append(defs,
			two(o.name, "Same as a "+o.symbol+" b.", func(t *thread, a, b value) (value, error) { return object.Binary(t, o.op, a, b) }),
			two("i"+strings.TrimSuffix(o.name, "_"), "Same as a "+o.symbol+"= b.", func(t *thread, a, b value) (value, error) { return object.Inplace(t, o.op, a, b) }))
	}
	return defs
}

func init() {
	defs := definitions()
	registry.Register(&registry.Module{
		Name: "operator", Doc: "Operator interface.",
		Funcs:   defs,
		Classes: []*object.Class{itemGetter, attrGetter, methodCaller},
		Init: func(t *thread, m *object.Module) error {
			names := starlark.NewList([]value{starlark.String("attrgetter"), starlark.String("itemgetter"), starlark.String("methodcaller")})
			// Each operator is there under its method's name too.
			for _, d := range defs {
				name := d.Sig[:strings.IndexByte(d.Sig, '(')]
				if err := names.Append(starlark.String(name)); err != nil {
					return err
				}
				switch name {
				case "is_", "is_not", "truth", "countOf", "indexOf", "length_hint":
					continue
				}
				m.Vars.Set("__"+strings.TrimSuffix(name, "_")+"__", m.Vars.Get(name))
			}
			m.Vars.Set("_abs", m.Vars.Get("abs"))
			if err := types.SortValues(t, object.Elems(names), nil, false); err != nil {
				return err
			}
			m.Vars.Set("__all__", names)
			return nil
		},
	})
}
