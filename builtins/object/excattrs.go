package object

// This file defines the methods and attributes that all exceptions have, and
// those of StopIteration, SystemExit, NameError, AttributeError, ImportError and
// KeyError. Other classes have files of their own: excos.go, excunicode.go,
// excsyntax.go, excgroup.go.

import (
	"path"
	"strings"

	"go.starlark.net/starlark"
)

// fields are the attributes of an exception that CPython keeps in C: they are
// not in its __dict__.
func (s *ExceptionState) field(name string) starlark.Value { return s.fields.Get(name) }

// setAttrValue sets such an attribute.
func (x *Instance) setAttrValue(name string, v starlark.Value) {
	x.Exception().fields.Set(name, v)
}

// SetField sets an attribute that the exception's class defines, such as errno
// or name, without running script code.
func (s *ExceptionState) SetField(name string, v starlark.Value) { s.fields.Set(name, v) }

// Field returns an attribute that the exception's class defines, or None.
func (s *ExceptionState) Field(name string) starlark.Value {
	if v := s.fields.Get(name); v != nil {
		return v
	}
	return starlark.None
}

// HasField reports whether an attribute that the exception's class defines was
// set, be it to None.
func (s *ExceptionState) HasField(name string) bool { return s.fields.Get(name) != nil }

// excField makes a plain read-write attribute. otherwise computes it for an
// exception whose __init__ has not set it; nil means None.
func excField(name string, otherwise func(args starlark.Tuple) starlark.Value) Attr {
	return Attr{
		Name: name,
		Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
			s, err := stateOf(self, name)
			if err != nil {
				return nil, err
			}
			if v := s.field(name); v != nil {
				return v, nil
			}
			if otherwise != nil {
				if v := otherwise(s.Args); v != nil {
					return v, nil
				}
			}
			return starlark.None, nil
		},
		Set: func(t *Thread, self, v starlark.Value) error {
			s, err := stateOf(self, name)
			if err == nil {
				s.fields.Set(name, v)
			}
			return err
		},
		Del: func(t *Thread, self starlark.Value) error {
			s, err := stateOf(self, name)
			if err == nil {
				s.fields.Set(name, starlark.None)
			}
			return err
		},
	}
}

func stateOf(self starlark.Value, name string) (*ExceptionState, error) {
	if x, ok := self.(*Instance); ok {
		if s := x.Exception(); s != nil {
			return s, nil
		}
	}
	return nil, Raise(TypeError, "descriptor '%s' for 'BaseException' objects doesn't apply to a '%s' object", name, TypeName(self))
}

// kwargsOf turns a **kwargs parameter back into what calls take.
func kwargsOf(v starlark.Value) []starlark.Tuple {
	d, _ := v.(*starlark.Dict)
	if d == nil {
		return nil
	}
	return d.Items()
}

func init() {
	BaseException.AddMethods(
		Def{Sig: "__init__(self, /, *args, **kwargs)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			return starlark.None, ClassOf(a[0]).CallInit(t, a[0], a[1].(starlark.Tuple), kwargsOf(a[2]))
		}},
		Def{Sig: "__new__(cls, /, *args, **kwargs)", Static: true, Fn: func(t *Thread, a Args) (starlark.Value, error) {
			cls, ok := a[0].(*Class)
			if !ok {
				return nil, Raise(TypeError, "BaseException.__new__(X): X is not a type object (%s)", TypeName(a[0]))
			}
			return cls.CallNew(t, cls, a[1].(starlark.Tuple), kwargsOf(a[2]))
		}},
		Def{Sig: "__str__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			return excText(baseExceptionStr(t, a[0]))
		}},
		Def{Sig: "__repr__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			return excText(baseExceptionRepr(t, a[0]))
		}},
		Def{Sig: "with_traceback(self, tb, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			return a[0], setTraceback(a[0], a[1])
		}},
		Def{Sig: "add_note(self, note, /)", Fn: addNote},
		Def{Sig: "__setstate__(self, state, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			if a[1] == starlark.None {
				return starlark.None, nil
			}
			d, ok := Base(a[1]).(*starlark.Dict)
			if !ok {
				return nil, Raise(TypeError, "state is not a dictionary")
			}
			for _, item := range d.Items() {
				if name, ok := Text(item[0]); ok {
					if err := SetAttr(t, a[0], name, item[1]); err != nil {
						return nil, err
					}
				}
			}
			return starlark.None, nil
		}},
	)
	BaseException.AddAttrs(
		Attr{Name: "args",
			Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
				s, err := stateOf(self, "args")
				if err != nil {
					return nil, err
				}
				return s.Args, nil
			},
			Set: func(t *Thread, self, v starlark.Value) error {
				s, err := stateOf(self, "args")
				if err != nil {
					return err
				}
				args, err := Slice(t, v)
				if err == nil {
					s.Args = args
				}
				return err
			},
			Del: undeletable("args"),
		},
		linkAttr("__cause__", "exception cause", func(s *ExceptionState, v *Instance) {
			s.Cause, s.SuppressContext = v, true
		}, func(s *ExceptionState) *Instance { return s.Cause }),
		linkAttr("__context__", "exception context", func(s *ExceptionState, v *Instance) {
			s.Context = v
		}, func(s *ExceptionState) *Instance { return s.Context }),
		Attr{Name: "__suppress_context__",
			Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
				s, err := stateOf(self, "__suppress_context__")
				if err != nil {
					return nil, err
				}
				return starlark.Bool(s.SuppressContext), nil
			},
			Set: func(t *Thread, self, v starlark.Value) error {
				s, err := stateOf(self, "__suppress_context__")
				if err != nil {
					return err
				}
				b, ok := v.(starlark.Bool)
				if !ok {
					return Raise(TypeError, "attribute value type must be bool")
				}
				s.SuppressContext = bool(b)
				return nil
			},
			Del: func(*Thread, starlark.Value) error { return Raise(TypeError, "can't delete numeric/char attribute") },
		},
		Attr{Name: "__traceback__",
			Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
				s, err := stateOf(self, "__traceback__")
				if err != nil {
					return nil, err
				}
				return tracebackOf(t, s), nil
			},
			Set: func(t *Thread, self, v starlark.Value) error { return setTraceback(self, v) },
			Del: undeletable("__traceback__"),
		},
	)

	StopIteration.AddAttrs(excField("value", firstArg))
	SystemExit.AddAttrs(excField("code", func(args starlark.Tuple) starlark.Value {
		if len(args) > 1 {
			return args
		}
		return firstArg(args)
	}))
	KeyError.AddMethods(Def{Sig: "__str__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
		s, err := stateOf(a[0], "__str__")
		if err != nil {
			return nil, err
		}
		if len(s.Args) == 1 {
			return excText(Repr(t, s.Args[0]))
		}
		return excText(baseExceptionStr(t, a[0]))
	}})

	NameError.Init = initWithKeywords("NameError", "name")
	NameError.AddAttrs(excField("name", nil))
	AttributeError.Init = initWithKeywords("AttributeError", "name", "obj")
	AttributeError.AddAttrs(excField("name", nil), excField("obj", nil))
	ImportError.Init = initWithKeywords("ImportError", "name", "path", "name_from")
	ImportError.AddAttrs(excField("name", nil), excField("path", nil), excField("name_from", nil),
		excField("msg", func(args starlark.Tuple) starlark.Value {
			if len(args) == 1 {
				return args[0]
			}
			return nil
		}))
	ImportError.AddMethods(Def{Sig: "__str__(self, /)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
		s, err := stateOf(a[0], "__str__")
		if err != nil {
			return nil, err
		}
		if msg, ok := s.field("msg").(starlark.String); ok {
			return msg, nil
		}
		return excText(baseExceptionStr(t, a[0]))
	}})
}

func firstArg(args starlark.Tuple) starlark.Value {
	if len(args) > 0 {
		return args[0]
	}
	return nil
}

func excText(s string, err error) (starlark.Value, error) { return starlark.String(s), err }

func undeletable(name string) func(*Thread, starlark.Value) error {
	return func(*Thread, starlark.Value) error { return Raise(TypeError, "%s may not be deleted", name) }
}

// linkAttr makes __cause__ and __context__.
func linkAttr(name, what string, set func(*ExceptionState, *Instance), get func(*ExceptionState) *Instance) Attr {
	return Attr{Name: name,
		Get: func(t *Thread, self starlark.Value) (starlark.Value, error) {
			s, err := stateOf(self, name)
			if err != nil {
				return nil, err
			}
			if x := get(s); x != nil {
				return x, nil
			}
			return starlark.None, nil
		},
		Set: func(t *Thread, self, v starlark.Value) error {
			s, err := stateOf(self, name)
			if err != nil {
				return err
			}
			if v == starlark.None {
				set(s, nil)
				return nil
			}
			x, ok := v.(*Instance)
			if !ok || x.Exception() == nil {
				return Raise(TypeError, "%s must be None or derive from BaseException", what)
			}
			set(s, x)
			return nil
		},
		Del: undeletable(name),
	}
}

// initWithKeywords is the __init__ of an exception class with keyword-only
// arguments that become attributes.
func initWithKeywords(class string, names ...string) func(*Thread, starlark.Value, starlark.Tuple, []starlark.Tuple) error {
	return func(t *Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		x := self.(*Instance)
		s := x.Exception()
		s.Args = args
	next:
		for _, kv := range kwargs {
			key := string(kv[0].(starlark.String))
			for _, n := range names {
				if n == key {
					s.fields.Set(n, kv[1])
					continue next
				}
			}
			return Raise(TypeError, "%s() got an unexpected keyword argument '%s'%s", class, key, keywordHint(key, names))
		}
		if class == "ImportError" && len(args) == 1 {
			s.fields.Set("msg", args[0])
		}
		return nil
	}
}

// ImportErrorFor is an ImportError that names its module.
func ImportErrorFor(file, module, msg string) error {
	return importError(ImportError, file, module, msg)
}

// ModuleNotFound is the error of an import that finds nothing.
func ModuleNotFound(module string) error {
	return importError(ModuleNotFoundError, "", module, "No module named '"+module+"'")
}

func importError(c *Class, file, module, msg string) error {
	err := RaiseArgs(c, starlark.String(msg))
	x := err.(*Error).Exc
	x.setAttrValue("msg", starlark.String(msg))
	x.setAttrValue("name", starlark.String(module))
	if file != "" {
		x.setAttrValue("path", starlark.String(file))
	}
	return err
}

func baseExceptionStr(t *Thread, self starlark.Value) (string, error) {
	s, err := stateOf(self, "__str__")
	if err != nil {
		return "", err
	}
	switch len(s.Args) {
	case 0:
		return "", nil
	case 1:
		return Str(t, s.Args[0])
	}
	return Repr(t, s.Args)
}

func baseExceptionRepr(t *Thread, self starlark.Value) (string, error) {
	s, err := stateOf(self, "__repr__")
	if err != nil {
		return "", err
	}
	name := ClassOf(self).ClassName
	if len(s.Args) == 1 {
		r, err := Repr(t, s.Args[0])
		return name + "(" + r + ")", err
	}
	if len(s.Args) == 0 {
		return name + "()", nil
	}
	r, err := Repr(t, s.Args)
	return name + r, err
}

func addNote(t *Thread, a Args) (starlark.Value, error) {
	x, ok := a[0].(*Instance)
	if !ok {
		return nil, Raise(TypeError, "descriptor 'add_note' for 'BaseException' objects doesn't apply to a '%s' object", TypeName(a[0]))
	}
	if _, ok := Text(a[1]); !ok {
		return nil, Raise(TypeError, "note must be a str, not '%s'", TypeName(a[1]))
	}
	switch notes := Base(valueOr(x.Attrs.Get("__notes__"), starlark.None)).(type) {
	case starlark.NoneType:
		if x.Attrs.Get("__notes__") != nil {
			return nil, Raise(TypeError, "Cannot add note: __notes__ is not a list")
		}
		x.Attrs.Set("__notes__", starlark.NewList([]starlark.Value{a[1]}))
	case *starlark.List:
		if err := notes.Append(a[1]); err != nil {
			return nil, nativeError(t, err)
		}
	default:
		return nil, Raise(TypeError, "Cannot add note: __notes__ is not a list")
	}
	return starlark.None, nil
}

func valueOr(v, otherwise starlark.Value) starlark.Value {
	if v == nil {
		return otherwise
	}
	return v
}

// builtinException returns the built-in exception class of a name, or nil.
func builtinException(name string) *Class {
	for _, c := range ExceptionClasses() {
		if c.ClassName == name {
			return c
		}
	}
	return nil
}

// baseName is the last part of a path, for messages.
func baseName(file string) string {
	return path.Base(strings.ReplaceAll(file, `\`, "/"))
}
