package types

// This file defines the attributes of functions and methods.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// funcState is what a script's function carries besides its code: the
// attributes that the script set. It lives as long as the function.
type funcState struct {
	attrs object.Namespace // __dict__
	over  object.Namespace // special attributes that were assigned
}

// A funcState is stored where go.starlark.net keeps values, but no script ever
// sees it.
func (s *funcState) String() string        { return "<function state>" }
func (s *funcState) Type() string          { return "function_state" }
func (s *funcState) Freeze()               {}
func (s *funcState) Truth() starlark.Bool  { return true }
func (s *funcState) Hash() (uint32, error) { return 0, nil }

func functionState(f *starlark.Function) *funcState {
	s, _ := object.FunctionState(f).(*funcState)
	return s
}

func makeFunctionState(f *starlark.Function) *funcState {
	s := functionState(f)
	if s == nil {
		s = new(funcState)
		object.SetFunctionState(f, s)
	}
	return s
}

// FunctionDict returns the names that a script set on f and their values, or
// nil: what has to travel with a function that is sent elsewhere.
func FunctionDict(f *starlark.Function) *object.Namespace {
	if s := functionState(f); s != nil && s.attrs.Len() > 0 {
		return &s.attrs
	}
	return nil
}

// FunctionOverrides returns the special attributes (__name__, __doc__, …) that
// were assigned to f, or nil.
func FunctionOverrides(f *starlark.Function) *object.Namespace {
	if s := functionState(f); s != nil && s.over.Len() > 0 {
		return &s.over
	}
	return nil
}

// RestoreFunction gives a function that came from elsewhere what FunctionDict and
// FunctionOverrides said of the original.
func RestoreFunction(f *starlark.Function, attrs, over object.Namespace) {
	if attrs.Len()+over.Len() > 0 {
		s := makeFunctionState(f)
		s.attrs, s.over = attrs, over
	}
}

func functionName(f *starlark.Function, info *object.FuncInfo) string {
	if info != nil && info.Name != "" {
		return info.Name
	}
	if n := f.Name(); n != "lambda" {
		return n
	}
	return "<lambda>"
}

// getFunctionAttr is object.FunctionAttrs.Get; t may be nil.
func getFunctionAttr(t *thread, f *starlark.Function, name string) (value, error) {
	s := functionState(f)
	if len(name) < 4 || name[:2] != "__" {
		if s != nil {
			if v := s.attrs.Get(name); v != nil {
				return v, nil
			}
		}
		return nil, nil
	}
	if s != nil {
		if v := s.over.Get(name); v != nil {
			return v, nil
		}
	}
	switch name {
	case "__name__":
		return starlark.String(functionName(f, object.InfoOf(t, f))), nil
	case "__qualname__":
		info := object.InfoOf(t, f)
		if info != nil && info.Qualname != "" {
			return starlark.String(info.Qualname), nil
		}
		return starlark.String(functionName(f, info)), nil
	case "__module__":
		if info := object.InfoOf(t, f); info != nil && info.Module != "" {
			return starlark.String(info.Module), nil
		}
		if c := object.CodeOf(t, f.Position().Filename()); c != nil && c.Module != "" {
			return starlark.String(c.Module), nil
		}
		return starlark.String("__main__"), nil
	case "__doc__":
		if info := object.InfoOf(t, f); info != nil {
			if info.HasDoc {
				return starlark.String(info.Doc), nil
			}
			return starlark.None, nil
		}
		if d := f.Doc(); d != "" {
			return starlark.String(d), nil
		}
		return starlark.None, nil
	case "__dict__":
		return makeFunctionState(f).attrs.Dict(), nil
	case "__defaults__":
		return functionDefaults(f), nil
	case "__kwdefaults__":
		return functionKwDefaults(f), nil
	case "__annotations__":
		d := new(starlark.Dict)
		makeFunctionState(f).over.Set(name, d)
		return d, nil
	case "__globals__":
		if t == nil {
			return nil, nil
		}
		return object.FunctionGlobals.In(t.Isolate())(t, f)
	case "__closure__":
		return functionClosure(t, f), nil
	case "__code__":
		c := object.Make(codeType, t, &codeState{f, object.InfoOf(t, f)})
		makeFunctionState(f).over.Set(name, c)
		return c, nil
	case "__type_params__":
		return starlark.Tuple{}, nil
	}
	if s != nil {
		if v := s.attrs.Get(name); v != nil {
			return v, nil
		}
	}
	return nil, nil
}

// setFunctionAttr is object.FunctionAttrs.Set; a nil v deletes.
func setFunctionAttr(t *thread, f *starlark.Function, name string, v value) error {
	switch name {
	case "__name__", "__qualname__":
		s, ok := object.Text(orNone(v))
		if !ok {
			return object.Raise(object.TypeError, "%s must be set to a string object", name)
		}
		makeFunctionState(f).over.Set(name, starlark.String(s))
		return nil
	case "__doc__", "__module__":
		makeFunctionState(f).over.Set(name, orNone(v))
		return nil
	case "__annotations__":
		d := orNone(v)
		if d == starlark.None {
			d = new(starlark.Dict)
		}
		if _, ok := object.Base(d).(*starlark.Dict); !ok {
			return object.Raise(object.TypeError, "__annotations__ must be set to a dict object")
		}
		makeFunctionState(f).over.Set(name, d)
		return nil
	case "__type_params__":
		makeFunctionState(f).over.Set(name, orNone(v))
		return nil
	case "__defaults__":
		return setFunctionDefaults(f, noneToNil(orNone(v)))
	case "__kwdefaults__":
		return setFunctionKwDefaults(f, noneToNil(orNone(v)))
	case "__dict__":
		d, ok := object.Base(orNone(v)).(*starlark.Dict)
		if !ok {
			return object.Raise(object.TypeError, "__dict__ must be set to a dictionary, not a '%s'", object.TypeName(orNone(v)))
		}
		makeFunctionState(f).attrs.SetDict(d)
		return nil
	case "__code__":
		return object.Raise(object.TypeError, "__code__ must be set to a code object")
	case "__closure__", "__globals__", "__builtins__":
		return object.Raise(object.AttributeError, "readonly attribute")
	}
	if v != nil {
		makeFunctionState(f).attrs.Set(name, v)
		return nil
	}
	if s := functionState(f); s != nil && s.attrs.Delete(name) {
		return nil
	}
	return object.NoAttribute(f, name)
}

// positionalParams is how many parameters come before the keyword-only ones, as
// go.starlark.net counts them: *args and **kwargs stand last.
func positionalParams(f *starlark.Function) int {
	n := f.NumParams() - f.NumKwonlyParams()
	if f.HasVarargs() {
		n--
	}
	if f.HasKwargs() {
		n--
	}
	return n
}

func functionDefaults(f *starlark.Function) value {
	var out starlark.Tuple
	for i := range positionalParams(f) {
		if d := f.ParamDefault(i); d != nil {
			out = append(out, d)
		}
	}
	if out == nil {
		return starlark.None
	}
	return out
}

func functionKwDefaults(f *starlark.Function) value {
	n := positionalParams(f)
	var out *starlark.Dict
	for i := n; i < n+f.NumKwonlyParams(); i++ {
		if d := f.ParamDefault(i); d != nil {
			if out == nil {
				out = new(starlark.Dict)
			}
			name, _ := f.Param(i)
			out.SetKey(starlark.String(name), d)
		}
	}
	if out == nil {
		return starlark.None
	}
	return out
}

// setFunctionDefaults assigns __defaults__: go.starlark.net keeps the values of
// the last positional parameters, then those of the keyword-only ones.
func setFunctionDefaults(f *starlark.Function, v value) error {
	var values starlark.Tuple
	if v != nil {
		var ok bool
		if values, ok = object.Base(v).(starlark.Tuple); !ok {
			return object.Raise(object.TypeError, "__defaults__ must be set to a tuple object")
		}
	}
	if n := positionalParams(f); len(values) > n {
		values = values[len(values)-n:]
	}
	old, kwonly := object.FunctionDefaults(f), f.NumKwonlyParams()
	if len(old) < kwonly && len(values) > 0 {
		// Keyword-only parameters without defaults before the first optional
		// one have no place in go.starlark.net's list.
		return object.Raise(object.ValueError, "__defaults__ cannot be set on a function with required keyword-only parameters")
	}
	tail := old[max(len(old)-kwonly, 0):]
	object.SetFunctionDefaults(f, append(append(starlark.Tuple{}, values...), tail...))
	return nil
}

func setFunctionKwDefaults(f *starlark.Function, v value) error {
	d, ok := object.Base(orNone(v)).(*starlark.Dict)
	if v != nil && !ok {
		return object.Raise(object.TypeError, "__kwdefaults__ must be set to a dict object")
	}
	old, n := object.FunctionDefaults(f), positionalParams(f)
	first := n + f.NumKwonlyParams() - len(old) // the parameter old[0] belongs to
	next := append(starlark.Tuple{}, old...)
	for i := n; i < n+f.NumKwonlyParams(); i++ {
		name, _ := f.Param(i)
		if v == nil || i < first {
			continue
		}
		if x, found, _ := d.Get(starlark.String(name)); found {
			next[i-first] = x
		}
	}
	object.SetFunctionDefaults(f, next)
	return nil
}

// cellType is the class of the elements of __closure__.
var cellType = object.NewClass(object.Spec{Name: "cell", Slots: true, Final: true})

// A variableCell is what the run-time helpers of lowered code keep a variable
// in that more than one function assigns.
type variableCell interface {
	Get() starlark.Value // nil: not bound
	Set(starlark.Value)
}

// cellState is the State of a cell. A variable that nobody assigns once it is
// captured has no cell of its own: then the value is all there is.
type cellState struct {
	v    value
	cell variableCell
}

func (c *cellState) contents() value {
	if c.cell != nil {
		return c.cell.Get()
	}
	return c.v
}

// functionClosure is __closure__: one cell for each free variable, in the order
// of co_freevars.
func functionClosure(t *thread, f *starlark.Function) value {
	if t == nil || f.NumFreeVars() == 0 {
		return starlark.None
	}
	captured := make(map[string]value, f.NumFreeVars())
	var order []string
	for i := range f.NumFreeVars() {
		b, v := f.FreeVar(i)
		captured[b.Name] = v
		order = append(order, b.Name)
	}
	if info := object.InfoOf(t, f); info != nil {
		order = order[:0]
		for _, v := range info.FreeVars {
			order = append(order, v.Ident)
		}
	}
	var cells starlark.Tuple
	for _, name := range order {
		if v := captured[name]; v != nil {
			state := &cellState{v: v}
			if c, ok := v.(variableCell); ok {
				state.cell = c
			}
			cells = append(cells, object.Make(cellType, t, state))
		}
	}
	if cells == nil {
		return starlark.None
	}
	return cells
}

// codeType is the class of __code__.
var codeType = object.NewClass(object.Spec{Name: "code", Slots: true, Final: true})

type codeState struct {
	f    *starlark.Function
	info *object.FuncInfo
}

func codeOf(v value) *codeState { return v.(*object.Instance).State.(*codeState) }

// countParams counts the parameters of some kinds.
func (c *codeState) countParams(kinds ...object.ParamKind) int {
	n := 0
	if c.info == nil {
		for _, k := range kinds {
			switch k {
			case object.PositionalOrKeyword:
				n += positionalParams(c.f)
			case object.KeywordOnly:
				n += c.f.NumKwonlyParams()
			}
		}
		return n
	}
	for _, p := range c.info.Params {
		for _, k := range kinds {
			if p.Kind == k {
				n++
			}
		}
	}
	return n
}

func (c *codeState) varnames() []string {
	if c.info != nil && len(c.info.Locals) > 0 {
		return c.info.Locals
	}
	var out []string
	for i := range c.f.NumParams() {
		name, _ := c.f.Param(i)
		out = append(out, name)
	}
	return out
}

// Flags of code objects that scripts test for (inspect).
const (
	coOptimized   = 0x1
	coNewLocals   = 0x2
	coVarargs     = 0x4
	coVarkeywords = 0x8
	coNested      = 0x10
	coGenerator   = 0x20
)

func (c *codeState) flags() int {
	n := coOptimized | coNewLocals
	if c.f.HasVarargs() {
		n |= coVarargs
	}
	if c.f.HasKwargs() {
		n |= coVarkeywords
	}
	if c.info != nil && c.info.Kind == object.GeneratorFunc {
		n |= coGenerator
	}
	if c.f.NumFreeVars() > 0 {
		n |= coNested
	}
	return n
}

func stringTuple(names []string) starlark.Tuple {
	out := make(starlark.Tuple, len(names))
	for i, n := range names {
		out[i] = starlark.String(n)
	}
	return out
}

func init() {
	object.FunctionAttrs.Get = getFunctionAttr
	object.FunctionAttrs.Set = setFunctionAttr

	noInstances(codeType)
	code := func(name string, get func(t *thread, c *codeState) value) {
		codeType.AddAttrs(object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return get(t, codeOf(self)), nil }})
	}
	code("co_name", func(t *thread, c *codeState) value { return starlark.String(functionName(c.f, c.info)) })
	code("co_qualname", func(t *thread, c *codeState) value {
		if c.info != nil && c.info.Qualname != "" {
			return starlark.String(c.info.Qualname)
		}
		return starlark.String(functionName(c.f, c.info))
	})
	code("co_filename", func(t *thread, c *codeState) value {
		return starlark.String(object.FileName(c.f.Position().Filename()))
	})
	code("co_firstlineno", func(t *thread, c *codeState) value {
		if c.info != nil && c.info.Line > 0 {
			return starlark.MakeInt(int(c.info.Line))
		}
		return starlark.MakeInt(int(c.f.Position().Line))
	})
	code("co_argcount", func(t *thread, c *codeState) value {
		return starlark.MakeInt(c.countParams(object.PositionalOnly, object.PositionalOrKeyword))
	})
	code("co_posonlyargcount", func(t *thread, c *codeState) value { return starlark.MakeInt(c.countParams(object.PositionalOnly)) })
	code("co_kwonlyargcount", func(t *thread, c *codeState) value { return starlark.MakeInt(c.countParams(object.KeywordOnly)) })
	code("co_varnames", func(t *thread, c *codeState) value { return stringTuple(c.varnames()) })
	code("co_nlocals", func(t *thread, c *codeState) value { return starlark.MakeInt(len(c.varnames())) })
	code("co_flags", func(t *thread, c *codeState) value { return starlark.MakeInt(c.flags()) })
	code("co_names", func(t *thread, c *codeState) value {
		if c.info == nil {
			return starlark.Tuple{}
		}
		return stringTuple(c.info.Globals)
	})
	code("co_freevars", func(t *thread, c *codeState) value {
		var names []string
		if c.info != nil {
			for _, v := range c.info.FreeVars {
				names = append(names, v.Name)
			}
		}
		return stringTuple(names)
	})
	code("co_cellvars", func(t *thread, c *codeState) value { return starlark.Tuple{} })
	code("co_consts", func(t *thread, c *codeState) value { return starlark.Tuple{starlark.None} })
	code("co_stacksize", func(t *thread, c *codeState) value { return starlark.MakeInt(1) })
	codeType.AddMethods(method("__repr__", func(t *thread, self value) (value, error) {
		c := codeOf(self)
		line := int(c.f.Position().Line)
		if c.info != nil && c.info.Line > 0 {
			line = int(c.info.Line)
		}
		s, err := formatText("<code object %s at 0x%x, file \"%s\", line %d>", functionName(c.f, c.info), object.Address(c.f), object.FileName(c.f.Position().Filename()), line)
		return s, err
	}))

	noInstances(cellType)
	cellOf := func(self value) *cellState { return self.(*object.Instance).State.(*cellState) }
	cellType.AddAttrs(object.Attr{
		Name: "cell_contents",
		Get: func(t *thread, self value) (value, error) {
			if v := cellOf(self).contents(); v != nil {
				return v, nil
			}
			return nil, object.Raise(object.ValueError, "cell is empty")
		},
		Set: func(t *thread, self, v value) error {
			c := cellOf(self)
			if c.cell == nil {
				return object.Raise(object.AttributeError, "cell_contents of a variable that no function assigns cannot be set")
			}
			c.cell.Set(v)
			return nil
		},
	})
	cellType.AddMethods(method("__repr__", func(t *thread, self value) (value, error) {
		v := cellOf(self).contents()
		if v == nil {
			return formatText("<cell at 0x%x: empty>", object.Address(self))
		}
		return formatText("<cell at 0x%x: %s object at 0x%x>", object.Address(self), object.TypeName(v), object.Address(v))
	}))

	initFunctionType()
	initBuiltinTypes()
}
