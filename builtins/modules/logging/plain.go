package logging

// This file defines what a call on a logger does that is enabled, as long as all
// it goes through is this module's own: no class or object overrides a method,
// there are no filters, the factory of records is LogRecord. At each point where
// something is not, the script's method is called in its place.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// A core is this module's own methods, by which it is known that others have not
// taken their place.
type core struct {
	ready        bool
	file         string // of the module's script
	record       *object.Class
	percentStyle *object.Class
	time         *object.Module
	getLevelName value

	logger, loggerFilter, recordInit, getMessage []method
	handle, filter, emit, fileEmit, flush        []method
	format, formatter, formatTime, style         []method
	localtime, strftime                          value
	formats                                      map[string][]piece
}

// A method is a name and what it means when nobody overrides it.
type method struct {
	name string
	fn   value
}

var coreIn = isolate.NewKey(func(*isolate.Isolate) *core { return new(core) })

// settle remembers the methods of the classes that the module has made.
func settle(t *thread, a args) (value, error) {
	classes := a[0].(starlark.Tuple)
	of := func(i int, names ...string) []method {
		var out []method
		for _, n := range names {
			out = append(out, method{n, classes[i].(*object.Class).Lookup(n)})
		}
		return out
	}
	const logger, filterer, record, handler, stream, file, formatter, style, levelName, clock = 0, 1, 2, 3, 4, 5, 6, 7, 8, 9
	c := coreIn.In(t.Isolate())
	c.record = classes[record].(*object.Class)
	c.percentStyle = classes[style].(*object.Class)
	c.getLevelName = classes[levelName]
	c.time = classes[clock].(*object.Module)
	c.localtime, c.strftime = c.time.Get("localtime"), c.time.Get("strftime")
	c.logger = of(logger, "_log", "findCaller", "makeRecord", "handle", "callHandlers")
	c.loggerFilter = of(filterer, "filter")
	c.recordInit = of(record, "__init__")
	c.getMessage = of(record, "getMessage")
	c.handle = of(handler, "handle")
	c.filter = of(filterer, "filter")
	c.format = of(handler, "format")
	c.emit = of(stream, "emit")
	c.fileEmit = of(file, "emit")
	c.flush = of(stream, "flush")
	c.formatter = of(formatter, "format", "usesTime", "formatMessage")
	c.formatTime = of(formatter, "formatTime", "converter", "default_time_format", "default_msec_format")
	c.style = of(style, "usesTime", "format", "_format", "_values", "asctime_search")
	c.formats = make(map[string][]piece)
	if fn, ok := c.logger[0].fn.(*starlark.Function); ok {
		c.file = fn.Position().Filename()
		c.ready = true
	}
	return starlark.None, nil
}

// own reports whether each of the methods is what x has under its name.
func own(x *object.Instance, methods []method) bool {
	for i := range methods {
		m := &methods[i]
		if x.Class().Lookup(m.name) != m.fn || x.Attrs.Get(m.name) != nil {
			return false
		}
	}
	return true
}

// unfiltered reports whether no filter is asked about what x handles.
func unfiltered(x *object.Instance, c *core) bool {
	filters, ok := x.Attrs.Get("filters").(*starlark.List)
	return ok && filters.Len() == 0 && own(x, c.filter)
}

// logPlain logs a message, unless the logger or what it makes is not plain: then it
// returns false and has done nothing.
func logPlain(t *thread, x *object.Instance, level, msg value, values starlark.Tuple) (bool, error) {
	c := coreIn.In(t.Isolate())
	if !c.ready || !own(x, c.logger) || !unfiltered(x, c) {
		return false, nil
	}
	module, err := registry.Get(t, "logging")
	if err != nil || module == nil || module.Get("_logRecordFactory") != value(c.record) || c.record.Lookup("__init__") != c.recordInit[0].fn {
		return false, err
	}
	if len(values) == 1 {
		switch values[0].(type) {
		case starlark.String, starlark.Int, starlark.Float, starlark.Bool, starlark.NoneType, starlark.Tuple, *starlark.List, *starlark.Dict:
		default:
			return false, nil // it may be a mapping
		}
	}
	name := x.Attrs.Get("name")
	if name == nil {
		return false, nil
	}
	file, line, function := callerOf(t, c.file, 1)
	record := object.NewInstance(c.record, t)
	none := value(starlark.None)
	from := [...]value{name, level, file, line, msg, values, none, function, none}
	if err := fillRecord(t, module, record, from[:]); err != nil {
		return true, err
	}
	n, _ := starlark.AsInt32(level)
	return true, c.callHandlers(t, x, record, n)
}

// callHandlers passes the record to the handlers of the logger and of those above.
func (c *core) callHandlers(t *thread, x *object.Instance, record *object.Instance, level int) error {
	found := false
	for logger := value(x); ; {
		handlers, err := object.GetAttr(t, logger, "handlers")
		if err != nil {
			return err
		}
		list, ok := handlers.(*starlark.List)
		if !ok {
			return object.Raise(object.TypeError, "'%s' object is not iterable", object.TypeName(handlers))
		}
		for i := 0; i < list.Len(); i++ {
			found = true
			h := list.Index(i)
			least, err := object.GetAttr(t, h, "level")
			if err != nil {
				return err
			}
			want, err := object.Int(t, least)
			if err != nil {
				return err
			}
			if level < want {
				continue
			}
			if err := c.handleRecord(t, h, record); err != nil {
				return err
			}
		}
		up, err := object.GetAttr(t, logger, "propagate")
		if err != nil {
			return err
		}
		if yes, err := object.Truth(t, up); err != nil || !yes {
			if err != nil {
				return err
			}
			break
		}
		if logger, err = object.GetAttr(t, logger, "parent"); err != nil {
			return err
		}
		if logger == starlark.None {
			break
		}
	}
	if found {
		return nil
	}
	_, err := object.CallMethod(t, x, "callHandlers", record) // the last resort
	return err
}

// handleRecord is handler.handle(record).
func (c *core) handleRecord(t *thread, handler value, record *object.Instance) error {
	h, ok := handler.(*object.Instance)
	if !ok || !own(h, c.handle) || !unfiltered(h, c) {
		_, err := object.CallMethod(t, handler, "handle", record)
		return err
	}
	lock, err := object.GetAttr(t, h, "lock")
	if err != nil {
		return err
	}
	if lock == starlark.None {
		_, err := object.CallMethod(t, handler, "handle", record)
		return err
	}
	if _, err := object.CallMethod(t, lock, "acquire"); err != nil {
		return err
	}
	err = c.emitRecord(t, h, record)
	if _, e := object.CallMethod(t, lock, "release"); err == nil {
		err = e
	}
	return err
}

// emitRecord is handler.emit(record).
func (c *core) emitRecord(t *thread, h, record *object.Instance) error {
	stream := value(nil)
	if (own(h, c.emit) || own(h, c.fileEmit)) && h.Class().Lookup("stream") == nil {
		stream = h.Attrs.Get("stream")
	}
	if stream == nil || stream == starlark.None || !own(h, c.format) {
		_, err := object.CallMethod(t, h, "emit", record)
		return err
	}
	text, ok, err := c.text(t, h.Attrs.Get("formatter"), record)
	if err != nil {
		return err
	}
	end := h.Attrs.Get("terminator")
	if end == nil {
		end = h.Class().Lookup("terminator")
	}
	terminator, isText := object.Text(end)
	if !ok || !isText {
		_, err := object.CallMethod(t, h, "emit", record)
		return err
	}
	err = c.write(t, h, stream, text+terminator)
	if err == nil {
		return nil
	}
	depth := t.Starlark().CallStackDepth()
	x := object.Catch(t, err, depth)
	if x == nil || !x.Class().IsSubclass(object.Exception) {
		if x != nil {
			err = &object.Error{Exc: x}
		}
		return err
	}
	module, err := registry.Get(t, "logging")
	if err == nil {
		_, err = object.CallMethod(t, module, "_failed", h, record, x)
	}
	return err
}

// write writes to a handler's stream and flushes it.
func (c *core) write(t *thread, h *object.Instance, stream value, text string) error {
	if _, err := object.CallMethod(t, stream, "write", starlark.String(text)); err != nil {
		return err
	}
	if !own(h, c.flush) {
		_, err := object.CallMethod(t, h, "flush")
		return err
	}
	flush, err := object.GetAttr(t, stream, "flush")
	if err != nil {
		if object.IsCaught(t, err, object.AttributeError) {
			return nil
		}
		return err
	}
	_, err = object.Call(t, flush, nil, nil)
	return err
}
