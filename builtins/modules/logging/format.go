package logging

// This file defines how a record becomes text where the formatter and its style
// are this module's own.

import (
	"fmt"
	"math"
	"strings"
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

// A piece of a format is text, or an attribute of the record with the conversion
// that it gets: "%s", "%03d".
type piece struct {
	text       string
	name       string
	conversion string
}

// maxFormats bounds how many formats are remembered.
const maxFormats = 100

// pieces takes a % format apart. It returns nil for one that only % itself can
// tell the meaning of.
func (c *core) pieces(format string) []piece {
	if p, ok := c.formats[format]; ok {
		return p
	}
	var out []piece
	for rest := format; rest != ""; {
		i := strings.IndexByte(rest, '%')
		if i < 0 {
			out = append(out, piece{text: rest})
			break
		}
		if i > 0 {
			out = append(out, piece{text: rest[:i]})
		}
		rest = rest[i:]
		end := strings.IndexByte(rest, ')')
		if !strings.HasPrefix(rest, "%(") || end < 0 || strings.Contains(rest[2:end], "(") {
			out = nil
			break
		}
		stop := end + 1 + len(rest[end+1:]) - len(strings.TrimLeft(rest[end+1:], "-+ #0123456789."))
		if stop >= len(rest) || !strings.Contains("sdifr", rest[stop:stop+1]) {
			out = nil
			break
		}
		out = append(out, piece{name: rest[2:end], conversion: "%" + rest[end+1:stop+1]})
		rest = rest[stop+1:]
	}
	if len(c.formats) >= maxFormats {
		clear(c.formats)
	}
	c.formats[format] = out
	return out
}

// text is formatter.format(record), without exception and stack. ok is false where
// a script has to do it: because something is overridden, or is wrong, which it
// is to say.
func (c *core) text(t *thread, formatter value, record *object.Instance) (s string, ok bool, err error) {
	if formatter == nil || formatter == starlark.None {
		module, err := registry.Get(t, "logging")
		if err != nil {
			return "", false, err
		}
		formatter = module.Get("_defaultFormatter")
	}
	f, isObject := formatter.(*object.Instance)
	if !isObject || !own(f, c.formatter) || !own(record, c.getMessage) {
		return "", false, nil
	}
	for _, name := range [...]string{"exc_info", "exc_text", "stack_info"} {
		if record.Attrs.Get(name) != starlark.None {
			return "", false, nil
		}
	}
	style, isObject := f.Attrs.Get("_style").(*object.Instance)
	if !isObject || style.Class() != c.percentStyle || !own(style, c.style) || style.Attrs.Get("_defaults") != starlark.None {
		return "", false, nil
	}
	format, isText := style.Attrs.Get("_fmt").(starlark.String)
	if !isText {
		return "", false, nil
	}
	pieces := c.pieces(string(format))
	if pieces == nil {
		return "", false, nil
	}
	message, err := c.message(t, record)
	if err == nil {
		record.Attrs.Set("message", message)
		if strings.Contains(string(format), "%(asctime)") {
			when, known := c.asctime(f, record)
			if !known {
				return "", false, nil
			}
			record.Attrs.Set("asctime", when)
		}
		s, ok, err = write(t, pieces, record)
	}
	if err != nil && object.IsCaught(t, err, object.Exception) {
		return "", false, nil // said again by the script
	}
	return s, ok, err
}

// message is record.getMessage().
func (c *core) message(t *thread, record *object.Instance) (value, error) {
	msg := record.Attrs.Get("msg")
	text, err := object.Str(t, msg)
	if err != nil {
		return nil, err
	}
	values := record.Attrs.Get("args")
	if yes, err := object.Truth(t, values); err != nil || !yes {
		return starlark.String(text), err
	}
	return object.Binary(t, syntax.PERCENT, starlark.String(text), values)
}

// asctime is formatter.formatTime(record), if that gives the usual text.
func (c *core) asctime(f, record *object.Instance) (value, bool) {
	created, ok := record.Attrs.Get("created").(starlark.Float)
	msecs, isFloat := record.Attrs.Get("msecs").(starlark.Float)
	if !ok || !isFloat || created < 0 || created > 1e11 || msecs < 0 || msecs >= 1000 {
		return nil, false
	}
	if f.Attrs.Get("datefmt") != starlark.None || !own(f, c.formatTime) {
		return nil, false
	}
	if c.time.Get("localtime") != c.localtime || c.time.Get("strftime") != c.strftime {
		return nil, false
	}
	when := time.Unix(int64(math.Floor(float64(created))), 0)
	return starlark.String(fmt.Sprintf("%s,%03d", when.Format(time.DateTime), int(msecs))), true
}

// write puts the pieces together. ok is false if the record lacks an attribute.
func write(t *thread, pieces []piece, record *object.Instance) (string, bool, error) {
	var b strings.Builder
	for i := range pieces {
		p := &pieces[i]
		if p.name == "" {
			b.WriteString(p.text)
			continue
		}
		v := record.Attrs.Get(p.name)
		if v == nil {
			return "", false, nil
		}
		if p.conversion == "%s" {
			s, err := object.Str(t, v)
			if err != nil {
				return "", false, err
			}
			b.WriteString(s)
			continue
		}
		r, err := object.Binary(t, syntax.PERCENT, starlark.String(p.conversion), starlark.Tuple{v})
		if err != nil {
			return "", false, err
		}
		s, _ := object.Text(r)
		b.WriteString(s)
	}
	return b.String(), true, nil
}
