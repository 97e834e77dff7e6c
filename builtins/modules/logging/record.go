package logging

// This file finds out who called, and fills records.

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"sync"
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
	file, line, function := callerOf(t, "", level)
	return starlark.Tuple{file, line, function}, nil
}

// callerOf is caller for a module whose file is called own; if that is "", the
// innermost frame is the module's.
func callerOf(t *thread, own string, level int) (file, line, function value) {
	file, line, function = starlark.String("(unknown file)"), starlark.MakeInt(0), starlark.String("(unknown function)")
	st := t.Starlark()
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
		file, line, function = starlark.String(object.FileName(pos.Filename())), starlark.MakeInt(int(pos.Line)), starlark.String(strings.TrimPrefix(name, "$"))
		// A level beyond the stack means its outermost frame.
		if level--; level <= 0 {
			break
		}
	}
	return file, line, function
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
	return starlark.None, fillRecord(t, module, record, a[1:10])
}

// recordLayout is the order of a record's attributes; a formatter adds the last two.
var recordLayout = object.NewLayout(recordNames[:]...)

var recordNames = [...]string{"name", "msg", "args", "levelname", "levelno", "pathname", "filename", "module",
	"exc_info", "exc_text", "stack_info", "lineno", "funcName", "created", "msecs", "relativeCreated",
	"thread", "threadName", "processName", "process", "taskName", "message", "asctime"}

// processID does not change: asking for it is a call of the system.
var processID = sync.OnceValue(func() value { return starlark.MakeInt(os.Getpid()) })

// fillRecord sets a record's attributes. from is what LogRecord is called with.
func fillRecord(t *thread, module *object.Module, record *object.Instance, from []value) error {
	now := time.Now()
	name, level, pathname, lineno, msg, values, excInfo, function, stack := from[0], from[1], from[2], from[3], from[4], from[5], from[6], from[7], from[8]
	// A single mapping serves %(key)s in the message.
	if tup, ok := values.(starlark.Tuple); ok && len(tup) == 1 {
		if d, ok := object.Base(tup[0]).(*starlark.Dict); ok && d.Len() > 0 {
			values = tup[0]
		}
	}
	levelName, err := nameOfLevel(t, module, level)
	if err != nil {
		return err
	}
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
	created := float64(now.UnixNano()) / 1e9
	msecs := float64(now.Nanosecond() / 1e6)
	if msecs == 999 && int64(math.Floor(created)) != now.Unix() {
		msecs = 0 // the float has rounded up
	}
	none := value(starlark.None)
	id, threadName, processName, process := none, none, none, none
	if module.Get("logThreads") != starlark.False {
		threading, err := registry.Get(t, "threading")
		if err != nil {
			return err
		}
		if id, err = object.CallMethod(t, threading, "get_ident"); err != nil {
			return err
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
		process = processID()
	}
	all := [...]value{name, msg, values, levelName, level, pathname, filename, stem, excInfo, none, stack, lineno, function,
		starlark.Float(created), starlark.Float(msecs), starlark.Float(float64(now.Sub(*began.In(t.Isolate()))) / 1e6),
		id, threadName, processName, process, none}
	if record.Attrs.Len() == 0 {
		record.Attrs.Fill(recordLayout, all[:])
		return nil
	}
	for i, v := range all { // a subclass has set some before
		record.Attrs.Set(recordNames[i], v)
	}
	return nil
}

// nameOfLevel is getLevelName, which a script may have its own of.
func nameOfLevel(t *thread, module *object.Module, level value) (value, error) {
	if c := coreIn.In(t.Isolate()); c.ready && module.Get("getLevelName") == c.getLevelName {
		if names, ok := module.Get("_levelToName").(*starlark.Dict); ok {
			if v, found, err := names.Get(level); err == nil && found {
				return v, nil
			}
		}
	}
	return object.CallMethod(t, module, "getLevelName", level)
}

// pathSeparators part the folders of a path on any system: a record may come from
// another one.
const pathSeparators = string(filepath.Separator) + "/"
