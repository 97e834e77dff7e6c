package logging

// This file finds out who called, and fills records.

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// began is when the isolate first had use of this package.
var began = isolate.NewKey(func(*isolate.Isolate) *time.Time {
	now := time.Now()
	return &now
})

// caller returns (file, line, function) of the code that called into logging:
// the first frame that is not this module's, and stacklevel-1 further out.
func caller(t *thread, a args) (value, error) {
	level, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	st := t.Starlark()
	own := ""
	var last starlark.Tuple
	for i := 0; i < st.CallStackDepth(); i++ {
		fr := st.DebugFrame(i)
		fn, ok := fr.Callable().(*starlark.Function)
		if !ok {
			continue
		}
		pos := fr.Position()
		if own == "" {
			own = pos.Filename() // we were called by this module's script
		}
		info := object.InfoAt(t, fn.Name(), pos)
		if pos.Filename() == own || info != nil && info.Hidden() {
			continue
		}
		name := fn.Name()
		switch {
		case name == "<toplevel>":
			name = "<module>"
		case info != nil:
			name = info.Name
		}
		last = starlark.Tuple{starlark.String(object.FileName(pos.Filename())), starlark.MakeInt(int(pos.Line)), starlark.String(strings.TrimPrefix(name, "$"))}
		// A level beyond the stack means its outermost frame.
		if level--; level <= 0 {
			return last, nil
		}
	}
	if last != nil {
		return last, nil
	}
	return starlark.Tuple{starlark.String("(unknown file)"), starlark.MakeInt(0), starlark.String("(unknown function)")}, nil
}

// outer returns how many of the innermost frames that a script counts are this
// module's own.
func outer(t *thread, a args) (value, error) {
	st := t.Starlark()
	own, n := "", 0
	for i := 0; i < st.CallStackDepth(); i++ {
		fr := st.DebugFrame(i)
		fn, ok := fr.Callable().(*starlark.Function)
		if !ok {
			continue
		}
		pos := fr.Position()
		if own == "" {
			own = pos.Filename()
		}
		if pos.Filename() != own {
			break
		}
		if info := object.InfoAt(t, fn.Name(), pos); info == nil || !info.Hidden() {
			n++
		}
	}
	return starlark.MakeInt(n), nil
}

// fill sets a record's attributes.
func fill(t *thread, a args) (value, error) {
	record, ok := a[0].(*object.Instance)
	if !ok {
		return nil, object.Raise(object.TypeError, "expected a LogRecord, got %s", object.TypeName(a[0]))
	}
	module, err := registry.Get(t, "logging")
	if err != nil {
		return nil, err
	}
	now := time.Now()
	name, level, pathname, lineno, msg, values, excInfo, function, stack := a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9]
	set := record.Attrs.Set
	set("name", name)
	set("msg", msg)
	// A single mapping serves %(key)s in the message.
	if tup, ok := values.(starlark.Tuple); ok && len(tup) == 1 {
		if d, ok := object.Base(tup[0]).(*starlark.Dict); ok && d.Len() > 0 {
			values = tup[0]
		}
	}
	set("args", values)
	levelName, err := object.CallMethod(t, module, "getLevelName", level)
	if err != nil {
		return nil, err
	}
	set("levelname", levelName)
	set("levelno", level)
	set("pathname", pathname)
	filename, stem := pathname, value(starlark.String("Unknown module"))
	if path, ok := object.Text(pathname); ok {
		base := ""
		if path != "" {
			base = path[strings.LastIndexAny(path, pathSeparators)+1:]
		}
		short := base
		if ext := filepath.Ext(base); strings.TrimLeft(base[:len(base)-len(ext)], ".") != "" {
			short = base[:len(base)-len(ext)]
		}
		filename, stem = starlark.String(base), starlark.String(short)
	}
	set("filename", filename)
	set("module", stem)
	set("exc_info", excInfo)
	set("exc_text", starlark.None)
	set("stack_info", stack)
	set("lineno", lineno)
	set("funcName", function)
	created := float64(now.UnixNano()) / 1e9
	msecs := float64(now.Nanosecond() / 1e6)
	if msecs == 999 && int64(math.Floor(created)) != now.Unix() {
		msecs = 0 // the float has rounded up
	}
	set("created", starlark.Float(created))
	set("msecs", starlark.Float(msecs))
	set("relativeCreated", starlark.Float(float64(now.Sub(*began.In(t.Isolate())))/1e6))
	none := value(starlark.None)
	id, threadName, processName, process := none, none, none, none
	if module.Get("logThreads") != starlark.False {
		threading, err := registry.Get(t, "threading")
		if err != nil {
			return nil, err
		}
		if id, err = object.CallMethod(t, threading, "get_ident"); err != nil {
			return nil, err
		}
		threadName = starlark.String(t.Name)
	}
	if module.Get("logMultiprocessing") != starlark.False {
		processName = starlark.String("MainProcess")
		if mp, ok, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String("multiprocessing")); ok {
			if p, err := object.CallMethod(t, mp, "current_process"); err == nil {
				if n, err := object.GetAttr(t, p, "name"); err == nil {
					processName = n
				}
			}
		}
	}
	if module.Get("logProcesses") != starlark.False {
		process = starlark.MakeInt(os.Getpid())
	}
	set("thread", id)
	set("threadName", threadName)
	set("processName", processName)
	set("process", process)
	set("taskName", starlark.None)
	return starlark.None, nil
}

// pathSeparators part the folders of a path on any system: a record may come from
// another one.
const pathSeparators = string(filepath.Separator) + "/"
