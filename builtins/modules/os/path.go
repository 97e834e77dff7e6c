package os

// This file defines os.path. Texts are joined and split as posixpath does, and
// by filepath's rules on Windows.

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

// text defines a function from a path to a path.
func text(sig, doc string, fn func(t *isolate.Thread, p string) (string, error)) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, bytes, err := fspath(t, a[0], "")
		if err != nil {
			return nil, err
		}
		r, err := fn(t, p)
		if err != nil {
			return nil, err
		}
		return sameKind(r, bytes), nil
	}}
}

func sameKind(s string, bytes bool) starlark.Value {
	if bytes {
		return newBytes([]byte(s))
	}
	return starlark.String(s)
}

// test defines a predicate on a file; a path that cannot be looked at is False.
func test(sig, doc string, stat func(permit.FS, string) (os.FileInfo, error), ok func(os.FileInfo) bool) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "stat")
		if err != nil {
			return nil, err
		}
		var info os.FileInfo
		f := permit.Files(t)
		err = do(t, p, func() (err error) { info, err = stat(f, p); return err })
		if err != nil {
			if !permit.IsDenied(err) && object.IsCaught(t, err, object.OSError) || object.IsCaught(t, err, object.ValueError) {
				return starlark.False, nil
			}
			return nil, err
		}
		return starlark.Bool(ok(info)), nil
	}}
}

func isSep(c byte) bool { return c == '/' || runtime.GOOS == "windows" && c == '\\' }

// split cuts a path into what is before the last separator and what is after.
func split(p string) (head, tail string) {
	vol := len(filepath.VolumeName(p))
	i := len(p)
	for i > vol && !isSep(p[i-1]) {
		i--
	}
	head, tail = p[:i], p[i:]
	trimmed := head
	for len(trimmed) > vol && isSep(trimmed[len(trimmed)-1]) {
		trimmed = trimmed[:len(trimmed)-1]
	}
	if len(trimmed) > vol {
		head = trimmed
	}
	return head, tail
}

// splitExt cuts off the extension; leading dots of a name are no extension.
func splitExt(p string) (root, ext string) {
	base := len(p)
	for base > 0 && !isSep(p[base-1]) {
		base--
	}
	name := p[base:]
	dot := strings.LastIndexByte(name, '.')
	if dot <= 0 || strings.Trim(name[:dot], ".") == "" {
		return p, ""
	}
	return p[:base+dot], name[dot:]
}

// Join joins as os.path.join: an absolute part drops what is before it.
func Join(parts ...string) string {
	out := parts[0]
	for _, p := range parts[1:] {
		switch {
		case p != "" && isSep(p[0]) || filepath.VolumeName(p) != "":
			out = p
		case out == "" || isSep(out[len(out)-1]):
			out += p
		default:
			out += string(filepath.Separator) + p
		}
	}
	return out
}

// Normpath is os.path.normpath.
func Normpath(p string) string {
	if p == "" {
		return "."
	}
	if runtime.GOOS != "windows" && strings.HasPrefix(p, "//") && !strings.HasPrefix(p, "///") {
		return "/" + filepath.Clean(p) // POSIX keeps two leading slashes
	}
	return filepath.Clean(p)
}

// Abspath is os.path.abspath.
func Abspath(t *isolate.Thread, p string) (string, error) {
	if filepath.IsAbs(p) {
		return Normpath(p), nil
	}
	dir, err := permit.Files(t).Getwd()
	if err != nil {
		return "", object.RaiseOS(err, "")
	}
	return Normpath(Join(dir, p)), nil
}

func expandUser(t *isolate.Thread, p string) (string, error) {
	if !strings.HasPrefix(p, "~") {
		return p, nil
	}
	end := 1
	for end < len(p) && !isSep(p[end]) {
		end++
	}
	if end > 1 {
		return p, nil
	}
	variable := "HOME"
	if runtime.GOOS == "windows" {
		variable = "USERPROFILE"
	}
	home, _, err := permit.Getenv(t, variable)
	if err != nil || home == "" {
		return p, err
	}
	if rest := strings.TrimRight(home, "/") + p[1:]; rest != "" {
		return rest, nil
	}
	return "/", nil
}

func expandVars(t *isolate.Thread, p string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(p); {
		if p[i] != '$' {
			b.WriteByte(p[i])
			i++
			continue
		}
		name, end := "", i+1
		if end < len(p) && p[end] == '{' {
			if j := strings.IndexByte(p[end:], '}'); j > 0 {
				name, end = p[end+1:end+j], end+j+1
			}
		} else {
			for end < len(p) && (p[end] == '_' || p[end] >= '0' && p[end] <= '9' || p[end]|0x20 >= 'a' && p[end]|0x20 <= 'z') {
				end++
			}
			name = p[i+1 : end]
		}
		v, ok := "", false
		if name != "" {
			var err error
			if v, ok, err = permit.Getenv(t, name); err != nil {
				return "", err
			}
		}
		if ok {
			b.WriteString(v)
		} else {
			b.WriteString(p[i:end])
		}
		i = end
	}
	return b.String(), nil
}

// paths reads an iterable of paths.
func paths(t *isolate.Thread, v starlark.Value) ([]string, error) {
	vals, err := object.Slice(t, v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(vals))
	for i, e := range vals {
		if out[i], err = Fspath(t, e, ""); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func commonPath(list []string) (string, error) {
	abs := strings.HasPrefix(list[0], "/")
	var common []string
	for i, p := range list {
		if strings.HasPrefix(p, "/") != abs {
			return "", object.Raise(object.ValueError, "Can't mix absolute and relative paths")
		}
		var parts []string
		for _, e := range strings.Split(p, "/") {
			if e != "" && e != "." {
				parts = append(parts, e)
			}
		}
		if i == 0 {
			common = parts
			continue
		}
		n := 0
		for n < len(common) && n < len(parts) && common[n] == parts[n] {
			n++
		}
		common = common[:n]
	}
	out := strings.Join(common, "/")
	if abs {
		out = "/" + out
	}
	return out, nil
}

func relpath(t *isolate.Thread, p, start string) (string, error) {
	if p == "" {
		return "", object.Raise(object.ValueError, "no path specified")
	}
	a, err := Abspath(t, start)
	if err != nil {
		return "", err
	}
	b, err := Abspath(t, p)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(a, b)
	if err != nil {
		return "", object.Raise(object.ValueError, "%s", err.Error())
	}
	return rel, nil
}

func pairOf(sig, doc string, cut func(string) (string, string)) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, bytes, err := fspath(t, a[0], "")
		if err != nil {
			return nil, err
		}
		x, y := cut(p)
		return starlark.Tuple{sameKind(x, bytes), sameKind(y, bytes)}, nil
	}}
}

func floatStat(sig, doc string, get func(statTime, int64) starlark.Value) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		v, err := statWith(permit.FS.Stat, "stat")(t, object.Args{a[0]})
		if err != nil {
			return nil, err
		}
		x := v.(*object.Instance)
		size, _ := x.State.(starlark.Tuple)[6].(starlark.Int).Int64()
		return get(x.Extra.(statTime), size), nil
	}}
}

func seconds(ns int64) starlark.Value { return starlark.Float(float64(ns) / 1e9) }

var pathFuncs = []object.Def{
	{Sig: "def join(a, /, *p)", Doc: "Join two or more pathname components, inserting '/' as needed.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		first, bytes, err := fspath(t, a[0], "")
		if err != nil {
			return nil, err
		}
		parts := []string{first}
		for _, v := range a[1].(starlark.Tuple) {
			s, b, err := fspath(t, v, "")
			if err != nil {
				if object.IsException(err, object.TypeError) {
					err = object.Raise(object.TypeError, "join() argument must be str, bytes, or os.PathLike object, not '%s'", object.TypeName(v))
				}
				return nil, err
			}
			if b != bytes {
				return nil, object.Raise(object.TypeError, "Can't mix strings and bytes in path components")
			}
			parts = append(parts, s)
		}
		return sameKind(Join(parts...), bytes), nil
	}},
	text("def basename(p)", "Returns the final component of a pathname.", func(t *isolate.Thread, p string) (string, error) { _, tail := split(p); return tail, nil }),
	text("def dirname(p)", "Returns the directory component of a pathname.", func(t *isolate.Thread, p string) (string, error) { head, _ := split(p); return head, nil }),
	pairOf("def split(p)", "Split a pathname into (head, tail).", split),
	pairOf("def splitext(p)", "Split the extension from a pathname.", splitExt),
	pairOf("def splitdrive(p)", "Split a pathname into drive and path.", func(p string) (string, string) {
		v := filepath.VolumeName(p)
		return v, p[len(v):]
	}),
	{Sig: "def splitroot(p)", Doc: "Split a pathname into drive, root and tail.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, bytes, err := fspath(t, a[0], "")
		if err != nil {
			return nil, err
		}
		vol := len(filepath.VolumeName(p))
		root := vol
		for root < len(p) && root < vol+2 && isSep(p[root]) {
			root++
		}
		// POSIX: exactly two leading separators are a root of their own.
		if root == vol+2 && (root < len(p) && isSep(p[root]) || runtime.GOOS == "windows") {
			root = vol + 1
		}
		return starlark.Tuple{sameKind(p[:vol], bytes), sameKind(p[vol:root], bytes), sameKind(p[root:], bytes)}, nil
	}},
	text("def normpath(path)", "Normalize path, eliminating double slashes, etc.", func(t *isolate.Thread, p string) (string, error) { return Normpath(p), nil }),
	text("def normcase(s)", "Normalize case of pathname.", func(t *isolate.Thread, p string) (string, error) {
		if runtime.GOOS == "windows" {
			p = strings.ToLower(strings.ReplaceAll(p, "/", "\\"))
		}
		return p, nil
	}),
	text("def abspath(path)", "Return an absolute path.", func(t *isolate.Thread, p string) (string, error) { return Abspath(t, p) }),
	text("def realpath(filename, *, strict=False)", "Return the canonical path of the specified filename, eliminating any symbolic links.", func(t *isolate.Thread, p string) (string, error) {
		f, real := permit.Files(t), ""
		err := do(t, p, func() (err error) { real, err = f.Realpath(p); return err })
		return real, err
	}),
	text("def expanduser(path)", "Expand ~ and ~user constructions.", func(t *isolate.Thread, p string) (string, error) { return expandUser(t, p) }),
	text("def expandvars(path)", "Expand shell variables of form $var and ${var}.", func(t *isolate.Thread, p string) (string, error) { return expandVars(t, p) }),
	{Sig: "def isabs(s)", Doc: "Test whether a path is absolute.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "")
		return starlark.Bool(filepath.IsAbs(p)), err
	}},
	{Sig: "def relpath(path, start=None)", Doc: "Return a relative version of a path.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "")
		if err != nil {
			return nil, err
		}
		start, err := optPath(t, a[1], "")
		if err != nil {
			return nil, err
		}
		r, err := relpath(t, p, start)
		return starlark.String(r), err
	}},
	{Sig: "def commonpath(paths)", Doc: "Given a sequence of path names, returns the longest common sub-path.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		list, err := paths(t, a[0])
		if err != nil {
			return nil, err
		}
		if len(list) == 0 {
			return nil, object.Raise(object.ValueError, "commonpath() arg is an empty sequence")
		}
		s, err := commonPath(list)
		return starlark.String(s), err
	}},
	{Sig: "def commonprefix(m)", Doc: "Given a list of pathnames, returns the longest common leading component.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		list, err := paths(t, a[0])
		if err != nil || len(list) == 0 {
			return starlark.String(""), err
		}
		p := list[0]
		for _, s := range list[1:] {
			for !strings.HasPrefix(s, p) {
				p = p[:len(p)-1]
			}
		}
		return starlark.String(p), nil
	}},
	test("def exists(path)", "Test whether a path exists.", permit.FS.Stat, func(os.FileInfo) bool { return true }),
	test("def lexists(path)", "Test whether a path exists. Returns True for broken symbolic links.", permit.FS.Lstat, func(os.FileInfo) bool { return true }),
	test("def isfile(path)", "Test whether a path is a regular file.", permit.FS.Stat, func(i os.FileInfo) bool { return i.Mode().IsRegular() }),
	test("def isdir(s)", "Return true if the pathname refers to an existing directory.", permit.FS.Stat, os.FileInfo.IsDir),
	test("def islink(path)", "Test whether a path is a symbolic link.", permit.FS.Lstat, func(i os.FileInfo) bool { return i.Mode()&os.ModeSymlink != 0 }),
	{Sig: "def ismount(path)", Doc: "Test whether a path is a mount point.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		p, err := Fspath(t, a[0], "")
		return starlark.Bool(Normpath(p) == "/"), err
	}},
	{Sig: "def samefile(f1, f2)", Doc: "Test whether two pathnames reference the same actual file or directory.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		var infos [2]os.FileInfo
		for i := range infos {
			p, err := Fspath(t, a[i], "stat")
			if err != nil {
				return nil, err
			}
			f := permit.Files(t)
			if err := do(t, p, func() (err error) { infos[i], err = f.Stat(p); return err }); err != nil {
				return nil, err
			}
		}
		return starlark.Bool(os.SameFile(infos[0], infos[1])), nil
	}},
	floatStat("def getsize(filename)", "Return the size of a file.", func(s statTime, n int64) starlark.Value { return starlark.MakeInt64(n) }),
	floatStat("def getmtime(filename)", "Return the last modification time of a file.", func(s statTime, n int64) starlark.Value { return seconds(s.mtime) }),
	floatStat("def getatime(filename)", "Return the last access time of a file.", func(s statTime, n int64) starlark.Value { return seconds(s.atime) }),
	floatStat("def getctime(filename)", "Return the metadata change time of a file.", func(s statTime, n int64) starlark.Value { return seconds(s.ctime) }),
}
