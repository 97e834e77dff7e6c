// Package sys is the module sys.
package sys

import (
	"os"
	"runtime"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/text"
)

// Argv is sys.argv as the program began. The host sets it.
var Argv = isolate.NewKey(func(*isolate.Isolate) []string { return []string{""} })

// Path is sys.path as the program began. The host sets it.
var Path = isolate.NewKey(func(*isolate.Isolate) *[]string { return new([]string) })

// SetPath makes dirs the list sys.path of the isolate.
func SetPath(t *isolate.Thread, dirs []string) {
	*Path.In(t.Isolate()) = dirs
	if m := loaded(t); m != nil {
		m.Vars.Set("path", strings(dirs...))
	}
}

// loaded returns the module if a script has imported it.
func loaded(t *isolate.Thread) *object.Module {
	v, _, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String("sys"))
	m, _ := v.(*object.Module)
	return m
}

// Texts returns sys.path or sys.argv as the script left it.
func Texts(t *isolate.Thread, name string) []string {
	m := loaded(t)
	if m == nil {
		if name == "path" {
			return *Path.In(t.Isolate())
		}
		return Argv.In(t.Isolate())
	}
	vals, err := object.Slice(t, m.Vars.Get(name))
	if err != nil {
		t.Pending()
		return nil
	}
	out := make([]string, 0, len(vals))
	for _, v := range vals {
		if s, ok := object.Text(v); ok {
			out = append(out, s)
		}
	}
	return out
}

func moduleNames(t *isolate.Thread) starlark.Tuple {
	var names starlark.Tuple
	for _, n := range registry.NamesFor(t) {
		names = append(names, starlark.String(n))
	}
	return names
}

// versionInfo is the version of Python whose behaviour scripts can rely on.
var versionInfo = []int{3, 13, 0}

var (
	versionClass = object.NewClass(object.Spec{Name: "version_info", Module: "sys", Base: object.TupleType})
	structClass  = object.NewClass(object.Spec{Name: "namespace", Module: "sys"})
)

func init() {
	for i, name := range []string{"major", "minor", "micro", "releaselevel", "serial"} {
		versionClass.AddAttrs(object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return object.Base(self).(starlark.Tuple)[i], nil
		}})
	}
	versionClass.AddMethods(object.Def{Sig: "__repr__(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.String("sys.version_info(major=3, minor=13, micro=0, releaselevel='final', serial=0)"), nil
	}})
}

func strings(list ...string) *starlark.List {
	l := starlark.NewList(nil)
	for _, s := range list {
		l.Append(starlark.String(s))
	}
	return l
}

func platform() string {
	if runtime.GOOS == "windows" {
		return "win32"
	}
	return runtime.GOOS
}

// record makes an object with the attributes, for sys.float_info and its kin.
func record(t *isolate.Thread, pairs ...any) starlark.Value {
	x := object.NewInstance(structClass, t)
	for i := 0; i < len(pairs); i += 2 {
		x.Attrs.Set(pairs[i].(string), pairs[i+1].(starlark.Value))
	}
	return x
}

func exit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	switch v := a[0].(type) {
	case starlark.NoneType:
		return nil, object.RaiseArgs(object.SystemExit)
	case starlark.Tuple: // becomes the arguments
		return nil, object.RaiseArgs(object.SystemExit, v...)
	}
	return nil, object.RaiseArgs(object.SystemExit, a[0])
}

func excInfo(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	x := lowering.Handled(t)
	if x == nil {
		return starlark.Tuple{starlark.None, starlark.None, starlark.None}, nil
	}
	tb, err := object.GetAttr(t, x, "__traceback__")
	if err != nil {
		return nil, err
	}
	return starlark.Tuple{x.Class(), x, tb}, nil
}

func exception(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	if x := lowering.Handled(t); x != nil {
		return x, nil
	}
	return starlark.None, nil
}

// sizeOf estimates what CPython would say: there is no such number here.
func sizeOf(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	n := 48
	switch x := object.Base(a[0]).(type) {
	case starlark.Int:
		n = 24 + 4*max(1, (x.BigInt().BitLen()+29)/30)
	case starlark.Float:
		n = 24
	case starlark.Bool:
		n = 28
	case starlark.NoneType:
		n = 16
	case starlark.String:
		n = 41 + len(x)
	case *starlark.List:
		n = 56 + 8*x.Len()
	case starlark.Tuple:
		n = 40 + 8*len(x)
	case *starlark.Dict:
		n = 64
		if x.Len() > 0 {
			n = 184 + 36*x.Len()
		}
	case *starlark.Set:
		n = 216 + 32*x.Len()
	}
	return starlark.MakeInt(n), nil
}

var funcs = []object.Def{
	{Sig: "exit(status=None, /)", Doc: "Exit the interpreter by raising SystemExit(status).", Fn: exit},
	{Sig: "exc_info()", Doc: "Return current exception information: (type, value, traceback).", Fn: excInfo},
	{Sig: "_getframe(depth=0, /)", Doc: "Return a frame object from the call stack.", Fn: getFrame},
	{Sig: "exception()", Doc: "Return the current exception.", Fn: exception},
	{Sig: "getrecursionlimit()", Doc: "Return the current value of the recursion limit.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.MakeInt(t.Isolate().RecursionLimit), nil
	}},
	{Sig: "setrecursionlimit(limit, /)", Doc: "Set the maximum depth of the interpreter stack to n.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		if n < 1 {
			return nil, object.Raise(object.ValueError, "recursion limit must be greater or equal than 1")
		}
		if t.Depth() >= n {
			return nil, object.Raise(object.RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, t.Depth())
		}
		// go.starlark.net itself stops at 100,000 frames.
		t.Isolate().RecursionLimit = min(n, maxRecursion)
		return starlark.None, nil
	}},
	{Sig: "getswitchinterval()", Doc: "Return the current thread switch interval.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return *interval.In(t.Isolate()), nil
	}},
	{Sig: "setswitchinterval(interval, /)", Doc: "Accepted: threads here switch within a millisecond.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		f, err := object.Float(t, a[0])
		if err != nil {
			return nil, err
		}
		if f <= 0 {
			return nil, object.Raise(object.ValueError, "switch interval must be strictly positive")
		}
		*interval.In(t.Isolate()) = starlark.Float(f)
		return starlark.None, nil
	}},
	{Sig: "getsizeof(object, default=...)", Doc: "Return the size of object in bytes (an estimate).", Fn: sizeOf},
	{Sig: "getdefaultencoding()", Doc: "Return the current default encoding used by the Unicode implementation.", Fn: constant(starlark.String("utf-8"))},
	{Sig: "getfilesystemencoding()", Fn: constant(starlark.String("utf-8"))},
	{Sig: "getfilesystemencodeerrors()", Fn: constant(starlark.String("surrogateescape"))},
	{Sig: "intern(string, /)", Doc: "Intern the given string.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		if _, ok := a[0].(starlark.String); !ok {
			return nil, object.Raise(object.TypeError, "intern() argument must be str, not %s", object.TypeName(a[0]))
		}
		return a[0], nil
	}},
	{Sig: "is_finalizing()", Fn: constant(starlark.False)},
	{Sig: "gettrace()", Fn: constant(starlark.None)},
	{Sig: "settrace(function, /)", Fn: constant(starlark.None)},
	{Sig: "setprofile(function, /)", Fn: constant(starlark.None)},
	{Sig: "getrefcount(object, /)", Fn: constant(starlark.MakeInt(2))},
	{Sig: "get_int_max_str_digits()", Doc: "Return the maximum string digits limit for non-binary int<->str conversions.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		switch n := *object.MaxDigits.In(t.Isolate()); {
		case n < 0:
			return starlark.MakeInt(0), nil
		case n > 0:
			return starlark.MakeInt(n), nil
		}
		return starlark.MakeInt(text.DefaultMaxDigits), nil
	}},
	{Sig: "set_int_max_str_digits(maxdigits)", Doc: "Set the maximum string digits limit for non-binary int<->str conversions.", Fn: setMaxDigits},
	{Sig: "_is_gil_enabled()", Fn: constant(starlark.True)},
}

const maxRecursion = 90_000

var interval = isolate.NewKey(func(*isolate.Isolate) *starlark.Float {
	f := starlark.Float(0.005)
	return &f
})

func constant(v starlark.Value) func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	return func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return v, nil }
}

func init() {
	registry.Register(&registry.Module{
		Name: "sys", Differs: "trace and profile functions are accepted and never called; getsizeof() is an estimate; the switch interval is fixed at a millisecond.",
		Doc:   "This module provides access to some objects used or maintained by the\ninterpreter and to functions that interact strongly with the interpreter.",
		Funcs: funcs,
		Init: func(t *isolate.Thread, m *object.Module) error {
			if _, err := registry.Get(t, "builtins"); err != nil { // sys.modules always has it
				return err
			}
			set := m.Vars.Set
			set("argv", strings(Argv.In(t.Isolate())...))
			set("orig_argv", strings(Argv.In(t.Isolate())...))
			set("path", strings(*Path.In(t.Isolate())...))
			set("modules", registry.Loaded.In(t.Isolate()))
			set("stdin", files.OriginalStdin(t))
			set("stdout", files.OriginalStdout(t))
			set("stderr", files.OriginalStderr(t))
			set("__stdin__", files.OriginalStdin(t))
			set("__stdout__", files.OriginalStdout(t))
			set("__stderr__", files.OriginalStderr(t))
			version := make(starlark.Tuple, 0, 5)
			for _, n := range versionInfo {
				version = append(version, starlark.MakeInt(n))
			}
			set("version_info", object.Make(versionClass, t, append(version, starlark.String("final"), starlark.MakeInt(0))))
			set("version", starlark.String("3.13.0 (starpool, "+runtime.Version()+")"))
			set("hexversion", starlark.MakeInt(0x030d00f0))
			set("api_version", starlark.MakeInt(1013))
			set("copyright", starlark.String("starpool"))
			set("platform", starlark.String(platform()))
			set("byteorder", starlark.String("little"))
			set("maxsize", starlark.MakeInt64(1<<63-1))
			set("maxunicode", starlark.MakeInt(0x10ffff))
			exe, _ := os.Executable()
			set("executable", starlark.String(exe))
			for _, n := range []string{"prefix", "base_prefix", "exec_prefix", "base_exec_prefix"} {
				set(n, starlark.String(""))
			}
			set("dont_write_bytecode", starlark.True)
			set("flags", record(t, "debug", starlark.MakeInt(0), "optimize", starlark.MakeInt(0), "interactive", starlark.MakeInt(0), "utf8_mode", starlark.MakeInt(1), "dev_mode", starlark.False))
			set("float_info", record(t, "max", starlark.Float(1.7976931348623157e308), "min", starlark.Float(2.2250738585072014e-308),
				"epsilon", starlark.Float(2.220446049250313e-16), "dig", starlark.MakeInt(15), "mant_dig", starlark.MakeInt(53),
				"max_exp", starlark.MakeInt(1024), "min_exp", starlark.MakeInt(-1021), "max_10_exp", starlark.MakeInt(308), "min_10_exp", starlark.MakeInt(-307), "radix", starlark.MakeInt(2), "rounds", starlark.MakeInt(1)))
			set("int_info", record(t, "bits_per_digit", starlark.MakeInt(30), "sizeof_digit", starlark.MakeInt(4), "default_max_str_digits", starlark.MakeInt(4300), "str_digits_check_threshold", starlark.MakeInt(640)))
			set("hash_info", record(t, "width", starlark.MakeInt(64), "modulus", starlark.MakeInt64(1<<61-1), "inf", starlark.MakeInt(314159), "nan", starlark.MakeInt(0)))
			set("implementation", record(t, "name", starlark.String("starpool"), "cache_tag", starlark.String("starpool-313")))
			m.Late = map[string]func(*isolate.Thread) starlark.Value{
				"builtin_module_names": func(t *isolate.Thread) starlark.Value { return moduleNames(t) },
				"stdlib_module_names": func(t *isolate.Thread) starlark.Value {
					names := moduleNames(t)
					std := starlark.NewSet(len(names))
					for _, n := range names {
						std.Insert(n)
					}
					return std
				},
			}
			set("float_repr_style", starlark.String("short"))
			set("displayhook", displayHook)
			set("__displayhook__", displayHook)
			set("excepthook", exceptHook)
			set("__excepthook__", exceptHook)
			set("warnoptions", starlark.NewList(nil))
			return nil
		},
	})
}

// leastMaxDigits is the least limit on digits that can be set.
const leastMaxDigits = 640

func setMaxDigits(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	i, err := object.Index(t, a[0])
	if err != nil {
		return nil, err
	}
	i64, ok := i.Int64()
	n := int(i64)
	switch {
	case !ok || i64 != int64(int32(i64)):
		return nil, object.Raise(object.OverflowError, "Python int too large to convert to C int")
	case n == 0:
		n = -1
	case n < leastMaxDigits:
		return nil, object.Raise(object.ValueError, "maxdigits must be 0 or larger than %d", leastMaxDigits)
	}
	*object.MaxDigits.In(t.Isolate()) = n
	return starlark.None, nil
}
