package files

// This file defines open().

import (
	"context"
	"os"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/text"
	"starpool/builtins/types"
)

// Path returns the text of a path argument: a str, bytes, or an object with
// __fspath__.
func Path(t *object.Thread, v starlark.Value) (string, error) {
	if s, ok := pathText(v); ok {
		if strings.IndexByte(s, 0) >= 0 {
			return "", object.Raise(object.ValueError, "embedded null byte")
		}
		return s, nil
	}
	if r, found, err := object.CallSpecial(t, v, "__fspath__"); found {
		if err != nil {
			return "", err
		}
		s, ok := pathText(r)
		if !ok {
			return "", object.Raise(object.TypeError, "expected %s.__fspath__() to return str or bytes, not %s", object.TypeName(v), object.TypeName(r))
		}
		return s, nil
	}
	return "", object.Raise(object.TypeError, "expected str, bytes or os.PathLike object, not %s", object.TypeName(v))
}

func pathText(v value) (string, bool) {
	if s, ok := object.Text(v); ok {
		return s, true
	}
	if object.IsInstance(v, object.BytesType) {
		return types.BytesLike(v)
	}
	return "", false
}

// A mode is open's mode argument, understood.
type mode struct {
	text                              string
	create, read, write, append, plus bool
	binary                            bool
}

func parseMode(s string) (mode, error) {
	m := mode{text: s}
	invalid := func() error { return object.Raise(object.ValueError, "invalid mode: %s", text.Repr(s)) }
	seen, isText := 0, false
	for _, c := range s {
		bit := strings.IndexRune("xrwa+tb", c)
		if bit < 0 || seen&(1<<bit) != 0 {
			return m, invalid()
		}
		seen |= 1 << bit
		switch c {
		case 'x':
			m.create = true
		case 'r':
			m.read = true
		case 'w':
			m.write = true
		case 'a':
			m.append = true
		case '+':
			m.plus = true
		case 't':
			isText = true
		case 'b':
			m.binary = true
		}
	}
	if isText && m.binary {
		return m, object.Raise(object.ValueError, "can't have text and binary mode at once")
	}
	kinds := 0
	for _, b := range []bool{m.create, m.read, m.write, m.append} {
		if b {
			kinds++
		}
	}
	if kinds > 1 {
		return m, object.Raise(object.ValueError, "must have exactly one of create/read/write/append mode")
	}
	return m, nil
}

// rawMode is the mode that FileIO shows.
func (m mode) rawMode() string {
	switch {
	case m.create && m.plus:
		return "xb+"
	case m.create:
		return "xb"
	case m.append && m.plus:
		return "ab+"
	case m.append:
		return "ab"
	case m.plus:
		return "rb+"
	case m.write:
		return "wb"
	}
	return "rb"
}

func (m mode) flags() int {
	f := os.O_RDONLY
	if !m.read {
		f = os.O_WRONLY | os.O_CREATE
	}
	if m.plus {
		f = f&^os.O_WRONLY | os.O_RDWR
	}
	switch {
	case m.write:
		f |= os.O_TRUNC
	case m.create:
		f |= os.O_EXCL
	case m.append:
		f |= os.O_APPEND
	}
	return f
}

// Open is open(file, mode, buffering, encoding, errors, newline, closefd,
// opener): the Fn of the built-in function.
func Open(t *object.Thread, a object.Args) (starlark.Value, error) {
	file := a[0]
	_, isNumber := object.Base(file).(starlark.Int)
	path := ""
	if !isNumber {
		p, err := Path(t, file)
		if err != nil {
			return nil, err
		}
		path = p
		if x, ok := file.(*object.Instance); ok && object.Base(x) == starlark.Value(x) {
			file = starlark.String(p)
		}
	}
	modeText, ok := object.Text(a[1])
	if !ok {
		return nil, object.Raise(object.TypeError, "open() argument 'mode' must be str, not %s", object.TypeName(a[1]))
	}
	buffering, err := object.Int(t, a[2])
	if err != nil {
		return nil, err
	}
	m, err := parseMode(modeText)
	if err != nil {
		return nil, err
	}
	if err := textArguments(a); err != nil {
		return nil, err
	}
	if m.binary {
		for i, what := range []string{"an encoding", "an errors", "a newline"} {
			if a[3+i] != starlark.None {
				return nil, object.Raise(object.ValueError, "binary mode doesn't take %s argument", what)
			}
		}
	}
	if !m.create && !m.read && !m.write && !m.append {
		return nil, object.Raise(object.ValueError, "Must have exactly one of create/read/write/append mode and at most one plus")
	}
	keep := false
	if closefd, err := object.Truth(t, a[6]); err != nil {
		return nil, err
	} else if !closefd {
		if !isNumber {
			return nil, object.Raise(object.ValueError, "Cannot use closefd=False with file name")
		}
		keep = true
	}
	r, err := openFile(t, file, path, m, a[7])
	if err != nil {
		return nil, err
	}
	r.keep = keep
	v, err := wrap(t, r, m, buffering, a)
	if err != nil {
		r.close()
		return nil, err
	}
	return v, nil
}

func textArguments(a args) error {
	for i, name := range []string{"encoding", "errors", "newline"} {
		if v := a[3+i]; v != starlark.None {
			if _, ok := object.Text(v); !ok {
				return object.Raise(object.TypeError, "open() argument '%s' must be str or None, not %s", name, object.TypeName(v))
			}
		}
	}
	return nil
}

// openFile opens what file names: a path, a descriptor, or what the script's
// opener returns.
func openFile(t *thread, file value, path string, m mode, opener value) (*raw, error) {
	r := &raw{name: file, mode: m.rawMode(), readable: m.read || m.plus, writable: !m.read || m.plus, append: m.append}
	if n, ok := object.Base(file).(starlark.Int); ok {
		fd, _ := n.Int64()
		if fd < 0 {
			return nil, object.Raise(object.ValueError, "negative file descriptor")
		}
		if permit.OwnsDescriptors(t.Isolate()) {
			r.f = os.NewFile(uintptr(fd), "")
		} else {
			// The file itself, not its number, which may be another's once it is closed.
			r.f = permit.KnownFile(t.Isolate(), int(fd))
			r.lent = fd <= 2
		}
		if r.f == nil {
			return nil, object.RaiseErrno(9, "")
		}
		if _, err := r.f.Stat(); err != nil {
			return nil, badDescriptor(file)
		}
		r.r, r.w = r.f, r.f
		return r, nil
	}
	if err := FlushLocked(t); err != nil {
		return nil, err
	}
	if opener != starlark.None {
		v, err := object.Call(t, opener, starlark.Tuple{file, starlark.MakeInt(m.flags())}, nil)
		if err != nil {
			return nil, err
		}
		fd, err := object.Int(t, v)
		if err != nil {
			return nil, object.Raise(object.TypeError, "expected integer from opener")
		}
		if fd < 0 {
			return nil, object.Raise(object.ValueError, "opener returned %d", fd)
		}
		if permit.OwnsDescriptors(t.Isolate()) {
			r.f = os.NewFile(uintptr(fd), path)
		} else if r.f = permit.KnownFile(t.Isolate(), fd); r.f == nil {
			return nil, object.RaiseErrno(9, "")
		}
		r.r, r.w = r.f, r.f
		return r, nil
	}
	fs := permit.Files(t)
	err := t.Block(func(context.Context) error {
		f, err := fs.OpenFile(path, m.flags(), 0o666)
		if err != nil {
			return err
		}
		if st, err := f.Stat(); err == nil && st.IsDir() {
			f.Close()
			return object.RaiseErrno(21, path)
		}
		if m.append {
			f.Seek(0, 2) // a stream that cannot seek is at its end
		}
		r.f = f
		return nil
	})
	if err != nil {
		if e := object.RaiseOS(err, path); object.IsException(e, object.OSError) && !permit.IsDenied(e) {
			// The file name is what the script passed.
			setFilename(e, file)
			return nil, e
		}
		return nil, permit.Raise(err)
	}
	r.r, r.w = r.f, r.f
	return r, nil
}

func badDescriptor(file value) error {
	err := object.RaiseErrno(9, "")
	return err
}

func setFilename(err error, file value) {
	if e, ok := err.(*object.Error); ok {
		e.Exc.Exception().SetField("filename", file)
	}
}

// wrap puts the buffer and the text layer over a raw file.
func wrap(t *thread, r *raw, m mode, buffering int, a args) (value, error) {
	if buffering == 0 {
		if !m.binary {
			return nil, object.Raise(object.ValueError, "can't have unbuffered text I/O")
		}
		return object.Make(FileIO, t, r), nil
	}
	if buffering < -1 {
		return nil, object.Raise(object.ValueError, "invalid buffering size")
	}
	b := newBuffered(t, r, buffering)
	class := BufferedReader
	switch {
	case m.plus:
		class = BufferedRandom
	case r.writable:
		class = BufferedWriter
	}
	x := object.Make(class, t, b)
	if m.binary {
		return x, nil
	}
	newline, err := newlineArg(a[5])
	if err != nil {
		return nil, err
	}
	encoding, errors := "UTF-8", "strict"
	if s, ok := object.Text(a[3]); ok && s != "locale" {
		encoding = s
	}
	if s, ok := object.Text(a[4]); ok {
		errors = s
	}
	w := &Text{buffer: b, object: x, mode: m.text, lines: buffering == 1 || r.isatty()}
	w.setNewline(newline)
	if err := w.setEncoding(encoding, errors); err != nil {
		return nil, err
	}
	if m.append && r.f != nil {
		if pos, err := r.f.Seek(0, 1); err == nil {
			w.started = pos > 0
		}
	}
	return object.Make(TextIOWrapper, t, w), nil
}
