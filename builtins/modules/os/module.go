package os

// This file defines the modules os and os.path.

import (
	"os"
	"runtime"
	"slices"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

func newBytes(b []byte) starlark.Value { return types.Bytes(b) }

func separators() map[string]starlark.Value {
	str := func(s string) starlark.Value { return starlark.String(s) }
	v := map[string]starlark.Value{
		"sep": str("/"), "pathsep": str(":"), "altsep": starlark.None, "curdir": str("."), "pardir": str(".."),
		"extsep": str("."), "devnull": str(os.DevNull), "defpath": str("/bin:/usr/bin"),
	}
	if runtime.GOOS == "windows" {
		v["sep"], v["pathsep"], v["altsep"], v["defpath"] = str(`\`), str(";"), str("/"), str(`.;C:\bin`)
	}
	return v
}

func init() {
	values := separators()
	for name, n := range map[string]int{
		"F_OK": 0, "R_OK": 4, "W_OK": 2, "X_OK": 1, "SEEK_SET": 0, "SEEK_CUR": 1, "SEEK_END": 2, "EX_OK": 0,
		"O_RDONLY": os.O_RDONLY, "O_WRONLY": os.O_WRONLY, "O_RDWR": os.O_RDWR, "O_APPEND": os.O_APPEND,
		"O_CREAT": os.O_CREATE, "O_EXCL": os.O_EXCL, "O_TRUNC": os.O_TRUNC,
	} {
		values[name] = starlark.MakeInt(n)
	}
	systemValues(values)
	values["error"] = object.OSError
	values["supports_follow_symlinks"] = starlark.NewSet(0)
	name, linesep := "posix", "\n"
	if runtime.GOOS == "windows" {
		name, linesep = "nt", "\r\n"
	}
	values["name"], values["linesep"] = starlark.String(name), starlark.String(linesep)
	registry.Register(&registry.Module{
		Name: "os", Doc: "OS routines for NT or Posix depending on what system we're on.",
		Funcs:   slices.Concat(environFuncs, dirFuncs, statFuncs, scandirFuncs, processFuncs, systemFuncs, programFuncs, descriptorFuncs),
		Classes: []*object.Class{direntryClass, statClass, sizeClass, timesClass, unameClass, pathLike},
		Values:  values,
		Init: func(t *isolate.Thread, m *object.Module) error {
			m.Vars.Set("environ", object.Make(environClass, t, &environ{permit.Environ.In(t.Isolate())}))
			// os.path is there without an import of its own.
			m.Missing = func(t *isolate.Thread, name string) (starlark.Value, error) {
				if name != "path" {
					return nil, nil
				}
				p, err := registry.Get(t, "os.path")
				if err != nil {
					return nil, err
				}
				return p, nil
			}
			return nil
		},
	})
	pathValues := separators()
	pathValues["supports_unicode_filenames"] = starlark.False
	registry.Register(&registry.Module{
		Name: "os.path", Doc: "Common operations on Posix pathnames.", Funcs: pathFuncs, Values: pathValues,
		Init: func(t *isolate.Thread, m *object.Module) error {
			m.Name = "posixpath"
			if runtime.GOOS == "windows" {
				m.Name = "ntpath"
			}
			m.Vars.Set("__name__", starlark.String(m.Name))
			return nil
		},
	})
	own := "posixpath"
	if runtime.GOOS == "windows" {
		own = "ntpath"
	}
	registry.Register(&registry.Module{Name: own, Doc: "Common operations on pathnames.", Funcs: pathFuncs, Values: pathValues})
}
