package object

// This file defines repr, str, truth, len and the conversions to Go numbers and
// text that built-ins need.

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/text"
)

// Reprer is implemented by Go values of other packages whose repr needs the
// thread (containers).
type Reprer interface {
	Repr(t *Thread) (string, error)
}

// Repr returns repr(v).
func Repr(t *Thread, v starlark.Value) (string, error) {
	switch x := v.(type) {
	case starlark.String:
		return text.Repr(string(x)), nil
	case starlark.Int:
		return intText(t, x)
	case starlark.Float:
		return text.ReprFloat(float64(x)), nil
	case starlark.Bool, starlark.NoneType:
		return x.String(), nil
	}
	var b strings.Builder
	w := reprWriter{t: t, b: &b}
	err := w.write(v)
	return b.String(), err
}

// MaxDigits holds sys.set_int_max_str_digits for each isolate, as text.Limits has
// it: 0 is the default, a negative number no limit.
var MaxDigits = isolate.NewKey(func(*isolate.Isolate) *int { return new(int) })

func intText(t *Thread, x starlark.Int) (string, error) {
	if n, ok := x.Int64(); ok {
		return strconv.FormatInt(n, 10), nil
	}
	var lim text.Limits
	if t != nil {
		lim.MaxDigits = *MaxDigits.In(t.Isolate())
	}
	s, err := text.IntText(x.BigInt(), lim)
	return s, TextError(err)
}

// reprWriter writes nested values; active holds the containers being written,
// which a cycle would meet again.
type reprWriter struct {
	t       *Thread
	b       *strings.Builder
	charged int
}

func (w *reprWriter) write(v starlark.Value) error {
	if n := w.b.Len() - w.charged; n >= largeValue {
		w.charged += n
		if err := Charge(w.t, int64(n)); err != nil {
			return err
		}
	}
	switch x := v.(type) {
	case *starlark.List:
		return w.container(v, "[...]", func() error {
			w.b.WriteByte('[')
			for i := 0; i < x.Len(); i++ {
				if i > 0 {
					w.b.WriteString(", ")
				}
				if err := w.write(x.Index(i)); err != nil {
					return err
				}
			}
			w.b.WriteByte(']')
			return nil
		})
	case starlark.Tuple:
		return w.container(v, "(...)", func() error {
			w.b.WriteByte('(')
			for i, e := range x {
				if i > 0 {
					w.b.WriteString(", ")
				}
				if err := w.write(e); err != nil {
					return err
				}
			}
			if len(x) == 1 {
				w.b.WriteByte(',')
			}
			w.b.WriteByte(')')
			return nil
		})
	case *starlark.Dict:
		return w.container(v, "{...}", func() error {
			w.b.WriteByte('{')
			for i, item := range x.Items() {
				if i > 0 {
					w.b.WriteString(", ")
				}
				if err := w.write(item[0]); err != nil {
					return err
				}
				w.b.WriteString(": ")
				if err := w.write(item[1]); err != nil {
					return err
				}
			}
			w.b.WriteByte('}')
			return nil
		})
	case *starlark.Set:
		if x.Len() == 0 {
			w.b.WriteString("set()")
			return nil
		}
		return w.container(v, "set(...)", func() error {
			w.b.WriteByte('{')
			for i, e := range orderInts(setElems(x)) {
				if i > 0 {
					w.b.WriteString(", ")
				}
				if err := w.write(e); err != nil {
					return err
				}
			}
			w.b.WriteByte('}')
			return nil
		})
	case *starlark.Function:
		name := QualnameOf(w.t, x)
		fmt.Fprintf(w.b, "<function %s at 0x%x>", name, Address(x))
		return nil
	case *BoundMethod:
		if f, ok := x.Fn.(*Func); ok && !f.python {
			w.b.WriteString(x.String())
			return nil
		}
		self, err := Repr(w.t, x.Self)
		if err != nil {
			return err
		}
		fmt.Fprintf(w.b, "<bound method %s of %s>", QualnameOf(w.t, x.Fn), self)
		return nil
	case *starlark.Builtin:
		// A method that go.starlark.net bound is as good as one of ours.
		if r := x.Receiver(); r != nil {
			fmt.Fprintf(w.b, "<built-in method %s of %s object at 0x%x>", x.Name(), TypeName(r), Address(r))
		} else {
			fmt.Fprintf(w.b, "<built-in function %s>", x.Name())
		}
		return nil
	case *Instance:
		s, err := x.repr(w.t)
		w.b.WriteString(s)
		return err
	case *Class:
		if x.Meta != nil {
			if m := x.Meta.Lookup("__repr__"); m != nil && !IsNativeMethod(m) {
				s, err := callText(w.t, m, x, "__repr__")
				w.b.WriteString(s)
				return err
			}
		}
		w.b.WriteString(x.plainRepr())
		return nil
	case Reprer:
		return w.container(v, "...", func() error {
			s, err := x.Repr(w.t)
			w.b.WriteString(s)
			return err
		})
	case starlark.Bytes:
		w.b.WriteString(text.ReprBytes(string(x)))
		return nil
	case Typed:
		w.b.WriteString(x.String())
		return nil
	case starlark.String, starlark.Int, starlark.Float, starlark.Bool, starlark.NoneType:
		s, err := Repr(w.t, v)
		w.b.WriteString(s)
		return err
	}
	w.b.WriteString(v.String())
	return nil
}

// container writes v through body, or cycle if v is being written already.
func (w *reprWriter) container(v starlark.Value, cycle string, body func() error) error {
	id := Address(v)
	if tup, ok := v.(starlark.Tuple); ok && len(tup) == 0 {
		return body()
	}
	active := w.t.Repring()
	if active[id] {
		w.b.WriteString(cycle)
		return nil
	}
	if err := Enter(w.t, " while getting the repr of an object"); err != nil {
		return err
	}
	active[id] = true
	err := body()
	delete(active, id)
	Leave(w.t)
	return err
}

// ReprGuard runs body unless v's repr is being made already, in which case it
// returns cycle: for containers of other packages.
func ReprGuard(t *Thread, v starlark.Value, cycle string, body func() (string, error)) (string, error) {
	id := Address(v)
	active := t.Repring()
	if active[id] {
		return cycle, nil
	}
	if err := Enter(t, " while getting the repr of an object"); err != nil {
		return "", err
	}
	active[id] = true
	defer func() {
		delete(active, id)
		Leave(t)
	}()
	return body()
}

func (x *Instance) repr(t *Thread) (string, error) {
	m := x.class.Lookup("__repr__")
	if f, ok := m.(*Func); m == nil || ok && f.owner == ObjectType {
		if b := Base(x); b != starlark.Value(x) {
			return Repr(t, b)
		}
		return DefaultRepr(x), nil
	}
	if err := Enter(t, " while getting the repr of an object"); err != nil {
		return "", err
	}
	defer Leave(t)
	return callText(t, m, x, "__repr__")
}

// DefaultRepr is object.__repr__.
func DefaultRepr(v starlark.Value) string {
	c := ClassOf(v)
	if c.Module == "builtins" {
		return fmt.Sprintf("<%s object at 0x%x>", c.Qualname, Address(v))
	}
	return fmt.Sprintf("<%s.%s object at 0x%x>", c.Module, c.Qualname, Address(v))
}

func callText(t *Thread, m, self starlark.Value, name string) (string, error) {
	r, err := callBound(t, m, self, nil)
	if err != nil {
		return "", err
	}
	s, ok := Base(r).(starlark.String)
	if !ok {
		return "", Raise(TypeError, "%s returned non-string (type %s)", name, TypeName(r))
	}
	return string(s), nil
}

// Str returns str(v).
func Str(t *Thread, v starlark.Value) (string, error) {
	switch x := v.(type) {
	case starlark.String:
		return string(x), nil
	case *Instance:
		m := x.class.Lookup("__str__")
		if f, ok := m.(*Func); m == nil || ok && f.owner == ObjectType {
			if s, ok := Base(x).(starlark.String); ok {
				return string(s), nil
			}
			r := x.class.Lookup("__repr__")
			if r == nil || IsNativeMethod(r) {
				return Repr(t, x)
			}
			m = r // what it returns is judged as the result of str
		}
		if err := Enter(t, " while getting the str of an object"); err != nil {
			return "", err
		}
		defer Leave(t)
		return callText(t, m, x, "__str__")
	case *Class:
		if x.Meta != nil {
			if m := x.Meta.Lookup("__str__"); m != nil && !IsNativeMethod(m) {
				return callText(t, m, x, "__str__")
			}
		}
	}
	return Repr(t, v)
}

// Truth returns bool(v).
func Truth(t *Thread, v starlark.Value) (bool, error) {
	x, ok := v.(*Instance)
	if !ok {
		r := v.Truth()
		if t != nil && t.HasPending() {
			return false, t.Pending()
		}
		return bool(r), nil
	}
	if l, ok := x.State.(Lazy); ok {
		return l.Len() != 0, nil
	}
	if m := x.class.Lookup("__bool__"); m != nil {
		r, err := callBound(t, m, x, nil)
		if err != nil {
			return false, err
		}
		b, ok := r.(starlark.Bool)
		if !ok {
			return false, Raise(TypeError, "__bool__ should return bool, returned %s", TypeName(r))
		}
		return bool(b), nil
	}
	if x.class.Lookup("__len__") != nil {
		n, err := Len(t, x)
		return n != 0, err
	}
	if b := Base(x); b != starlark.Value(x) {
		return bool(b.Truth()), nil
	}
	return true, nil
}

// Sized is implemented by Go values of other packages whose length may not fit a
// Go int.
type Sized interface{ PyLen() (int, error) }

// Len returns len(v).
func Len(t *Thread, v starlark.Value) (int, error) {
	switch x := v.(type) {
	case starlark.String:
		return text.Len(string(x)), nil
	case *starlark.List:
		return x.Len(), nil
	case *Instance:
		if l, ok := x.State.(Lazy); ok {
			return l.Len(), nil
		}
		if m := x.class.Lookup("__len__"); m != nil && m != starlark.None && !(IsNativeMethod(m) && Base(x) != starlark.Value(x)) {
			r, err := callBound(t, m, x, nil)
			if err != nil {
				return 0, err
			}
			n, err := Index(t, r)
			if err != nil {
				return 0, err
			}
			if n.Sign() < 0 {
				return 0, Raise(ValueError, "__len__() should return >= 0")
			}
			i, ok := n.Int64()
			if !ok || i != int64(int(i)) {
				return 0, Raise(OverflowError, "cannot fit '%s' into an index-sized integer", TypeName(r))
			}
			return int(i), nil
		}
		if b := Base(x); b != starlark.Value(x) {
			return Len(t, b)
		}
		return 0, noLen(v)
	case *Class:
		if x.Meta != nil {
			if r, found, err := CallSpecial(t, x, "__len__"); found {
				if err != nil {
					return 0, err
				}
				return Int(t, r)
			}
		}
		return 0, noLen(v)
	case Sized:
		return x.PyLen()
	}
	if n := starlark.Len(v); n >= 0 {
		return n, nil
	}
	return 0, noLen(v)
}

func noLen(v starlark.Value) error {
	return Raise(TypeError, "object of type '%s' has no len()", TypeName(v))
}

// Index returns v as an int, through __index__, or TypeError `'str' object
// cannot be interpreted as an integer`.
func Index(t *Thread, v starlark.Value) (starlark.Int, error) {
	switch x := v.(type) {
	case starlark.Int:
		return x, nil
	case starlark.Bool:
		return intOf(bool(x)).(starlark.Int), nil
	case *Instance:
		if b, ok := Base(x).(starlark.Int); ok {
			return b, nil
		}
		if r, found, err := CallSpecial(t, x, "__index__"); found {
			if err != nil {
				return starlark.Int{}, err
			}
			if n, ok := Base(r).(starlark.Int); ok {
				return n, nil
			}
			return starlark.Int{}, Raise(TypeError, "__index__ returned non-int (type %s)", TypeName(r))
		}
	}
	return starlark.Int{}, Raise(TypeError, "'%s' object cannot be interpreted as an integer", TypeName(v))
}

// Int returns v as a Go int, through __index__; OverflowError if it does not
// fit.
func Int(t *Thread, v starlark.Value) (int, error) {
	n, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	i, ok := n.Int64()
	if !ok || int64(int(i)) != i {
		return 0, Raise(OverflowError, "Python int too large to convert to C ssize_t")
	}
	return int(i), nil
}

// ClampedInt is Int that saturates instead of failing: for slice bounds and
// repeat counts.
func ClampedInt(t *Thread, v starlark.Value) (int, error) {
	n, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if i, ok := n.Int64(); ok {
		return int(i), nil
	}
	if n.Sign() < 0 {
		return -int(^uint(0)>>1) - 1, nil
	}
	return int(^uint(0) >> 1), nil
}

// Float returns v as a float64, through __float__ and __index__, or TypeError
// `must be real number, not str`.
func Float(t *Thread, v starlark.Value) (float64, error) {
	switch x := Base(v).(type) {
	case starlark.Float:
		return float64(x), nil
	case starlark.Int:
		return IntToFloat(x)
	case starlark.Bool:
		if x {
			return 1, nil
		}
		return 0, nil
	case *Instance:
		if r, found, err := CallSpecial(t, x, "__float__"); found {
			if err != nil {
				return 0, err
			}
			if f, ok := Base(r).(starlark.Float); ok {
				return float64(f), nil
			}
			return 0, Raise(TypeError, "%s.__float__ returned non-float (type %s)", x.class.ClassName, TypeName(r))
		}
		if x.class.Lookup("__index__") != nil {
			n, err := Index(t, x)
			if err != nil {
				return 0, err
			}
			return IntToFloat(n)
		}
	}
	return 0, Raise(TypeError, "must be real number, not %s", TypeName(v))
}

// IntToFloat converts, or fails with OverflowError.
func IntToFloat(x starlark.Int) (float64, error) {
	if n, ok := x.Int64(); ok {
		return float64(n), nil
	}
	f, _ := new(big.Float).SetInt(x.BigInt()).Float64()
	if f > 1.797693134862315708e308 || f < -1.797693134862315708e308 {
		return 0, Raise(OverflowError, "int too large to convert to float")
	}
	return f, nil
}

// Text returns the Go string of a str (or a subclass).
func Text(v starlark.Value) (string, bool) {
	s, ok := Base(v).(starlark.String)
	return string(s), ok
}

// TextArg is Text with the TypeError of a function's parameter: `f() argument
// 'x' must be str, not int`.
func TextArg(v starlark.Value, fn, param string) (string, error) {
	s, ok := Text(v)
	if !ok {
		return "", Raise(TypeError, "%s() argument '%s' must be str, not %s", fn, param, argumentType(v))
	}
	return s, nil
}

// argumentType is the type of a wrong argument as CPython's argument parser
// names it: None stands for itself.
func argumentType(v starlark.Value) string {
	if v == starlark.None {
		return "None"
	}
	return TypeName(v)
}

// TextError turns an error of package text into an exception.
func TextError(err error) error {
	if err == nil {
		return nil
	}
	return fromText(err)
}
