package permit

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// tree makes a folder with files: a path that ends in / is a folder, "a -> b" a
// link, "a = b" a hard link; any other a file that holds its own path.
func tree(t *testing.T, entries ...string) string {
	t.Helper()
	top, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		e = strings.ReplaceAll(e, "TOP", top)
		link, target, isLink := strings.Cut(e, " -> ")
		hard, old, isHard := strings.Cut(e, " = ")
		switch {
		case isLink:
			err = os.Symlink(target, filepath.Join(top, link))
		case isHard:
			err = os.Link(filepath.Join(top, old), filepath.Join(top, hard))
		case strings.HasSuffix(e, "/"):
			err = os.MkdirAll(filepath.Join(top, e), 0o755)
		default:
			os.MkdirAll(filepath.Dir(filepath.Join(top, e)), 0o755)
			err = os.WriteFile(filepath.Join(top, e), []byte(e), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return top
}

func places(t *testing.T, top string, names ...string) []Place {
	t.Helper()
	var out []Place
	for _, n := range names {
		p, err := NewPlace(filepath.Join(top, n))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, p)
	}
	return out
}

func content(f FS, path string) string {
	b, err := f.ReadFile(path, Read)
	var d *Denied
	switch {
	case errors.As(err, &d):
		return "denied"
	case errors.Is(err, fs.ErrNotExist):
		return "none"
	case err != nil:
		return "error"
	}
	return string(b)
}

// Every way to a file ends where the file is.
func TestReadingIsBelowThePlaces(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right there")
	}
	top := tree(t, "in/a", "in/sub/b", "in/sub/c", "secret/s", "in/no/n", "in/no/deep/m", "other",
		"in/out -> ../secret", "in/outabs -> TOP/secret", "in/file -> ../secret/s", "in/back -> sub/../../in/a", "in/self -> self", "in/loop1 -> loop2", "in/loop2 -> loop1",
		"in/abs -> TOP/in/sub/b", "in/up -> ..", "in/root -> /", "in/hidden -> no/n", "in/hiddendir -> no", "in/hard = secret/s", "in/hardno = in/no/n", "in/dangling -> nowhere", "in/ext -> ../in2/x",
		"in2/", "alias -> in", "in/dots -> ./././sub/./b", "in/proc -> /proc/self/root")
	p := &Policy{Read: Paths{Allow: places(t, top, "in"), Deny: places(t, top, "in/no")}}
	f := FS{policy: p, dir: filepath.Join(top, "in")}
	for _, c := range []struct{ path, want string }{
		{"TOP/in/a", "in/a"}, {"a", "in/a"}, {"./a", "in/a"}, {"sub/b", "in/sub/b"}, {"sub/../a", "in/a"}, {"sub//b", "in/sub/b"}, {"sub/./b", "in/sub/b"},
		{"TOP/in/none", "none"}, {"none/x", "none"}, {"a/x", "error"}, {"a/", "error"}, {"dangling", "none"}, {"self", "error"}, {"loop1", "error"}, {"", "none"},
		{"../in/a", "in/a"}, {"../secret/../in/a", "in/a"}, {"../nowhere/../in/a", "in/a"}, {"TOP/nowhere/x/../../in/a", "in/a"},
		{"back", "in/a"}, {"abs", "in/sub/b"}, {"dots", "in/sub/b"}, {"up/in/a", "in/a"}, {"up/in/up/in/sub/b", "in/sub/b"},
		{"TOP/secret/s", "denied"}, {"../secret/s", "denied"}, {"out/s", "denied"}, {"outabs/s", "denied"}, {"file", "denied"}, {"up/secret/s", "denied"}, {"out/none", "denied"},
		{"root" + "TOP/secret/s", "denied"}, {"root/etc/passwd", "denied"}, {"up", "denied"}, {"..", "denied"}, {"TOP/other", "denied"}, {"TOP/none", "denied"}, {"/", "denied"}, {"/etc/passwd", "denied"},
		{"no/n", "denied"}, {"hidden", "denied"}, {"hiddendir/n", "denied"}, {"hiddendir/deep/m", "denied"}, {"sub/../no/n", "denied"}, {"no/none", "denied"}, {"no", "denied"}, {"no/../a", "in/a"},
		{"TOP/alias/a", "denied"}, {"TOP/in2/x", "denied"}, {"TOP/inx", "denied"}, {"TOP/in/../inx", "denied"}, {"ext", "denied"},
		{"/proc/self/root" + "TOP/in/a", "denied"}, {"/proc/self/cwd/go.mod", "denied"}, {"proc/etc/passwd", "denied"}, {"/dev/fd/0", "denied"}, {"/proc/self/environ", "denied"},
		// A hard link is the file itself, put there by whoever could. One to a
		// denied file is denied only if the file is named.
		{"hard", "secret/s"},
	} {
		path := strings.ReplaceAll(c.path, "TOP", top)
		if got := content(f, path); got != c.want {
			t.Errorf("%s: %s, want %s", c.path, got, c.want)
		}
		if c.want != "denied" {
			continue
		}
		for what, err := range map[string]error{
			"Stat": second(f.Stat(path)), "ReadDir": second(f.ReadDir(path)), "Getwd in": second(FS{p, path}.Getwd()),
			"OpenFile": second(f.OpenFile(path, os.O_RDWR, 0)), "Resolve": second(f.Resolve(path)), "Path": second(f.Path(path, Read)),
		} {
			var d *Denied
			if !errors.As(err, &d) && !(what == "Getwd in" && !filepath.IsAbs(path)) {
				t.Errorf("%s(%s): %v", what, c.path, err)
			}
		}
	}
	// A denied file is known under another name, too.
	p.Read.Deny = places(t, top, "in/no/n")
	for path, want := range map[string]string{"hardno": "denied", "no/n": "denied", "hidden": "denied", "no/deep/m": "in/no/deep/m"} {
		if got := content(f, path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// What is allowed by a name that is a link is allowed under both names.
func TestPlaceThatIsALink(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right there")
	}
	top := tree(t, "real/a", "link -> real", "secret/s")
	f := FS{policy: &Policy{Read: Paths{Allow: places(t, top, "link")}}}
	for path, want := range map[string]string{"link/a": "real/a", "real/a": "real/a", "link/../secret/s": "denied", "real/../link/a": "real/a"} {
		if got := content(f, filepath.Join(top)+"/"+path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	// It is what the name meant when it was allowed.
	os.Remove(filepath.Join(top, "link"))
	os.Symlink(filepath.Join(top, "secret"), filepath.Join(top, "link"))
	if got := content(f, filepath.Join(top, "link/s")); got == "secret/s" {
		t.Errorf("a place was exchanged: %s", got)
	}
}

func TestChangesStayBelowThePlaces(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right there")
	}
	top := tree(t, "w/a", "w/sub/b", "w/keep/k", "r/f", "r/d/", "secret/s", "secret/d/", "w/out -> ../secret", "w/file -> ../secret/s", "w/rd -> ../r", "both/x", "w/locked/no/n")
	p := &Policy{
		Read:  Paths{Allow: places(t, top, "r", "both")},
		Write: Paths{Allow: places(t, top, "w", "both"), Deny: places(t, top, "w/keep", "w/locked/no")},
	}
	f := FS{policy: p}
	at := func(s string) string { return filepath.Join(top, s) }
	raw := func(s string) string { return top + "/" + s }
	open := func(path string, flag int) error {
		file, err := f.OpenFile(path, flag, 0o644)
		if err == nil {
			file.Close()
		}
		return err
	}
	for what, err := range map[string]error{
		"write outside":            open(at("secret/s"), os.O_WRONLY),
		"write what may be read":   open(at("r/f"), os.O_WRONLY),
		"empty what may be read":   open(at("r/f"), os.O_RDONLY|os.O_TRUNC),
		"create where one reads":   open(at("r/new"), os.O_RDONLY|os.O_CREATE),
		"append":                   open(at("r/f"), os.O_APPEND),
		"both flags":               open(at("r/f"), 3),
		"through a link":           open(at("w/file"), os.O_WRONLY|os.O_TRUNC),
		"below a link":             open(at("w/out/new"), os.O_WRONLY|os.O_CREATE),
		"to a link":                open(at("w/rd/new"), os.O_WRONLY|os.O_CREATE),
		"read what may be written": open(at("w/a"), os.O_RDWR),
		"kept":                     open(at("w/keep/k"), os.O_WRONLY),
		"mkdir outside":            f.Mkdir(at("secret/n"), 0o777),
		"mkdir below a link":       f.Mkdir(at("w/out/n"), 0o777),
		"mkdir ..":                 f.Mkdir(raw("w/../n"), 0o777),
		"MkdirAll":                 f.MkdirAll(at("secret/x/y"), 0o777),
		"remove outside":           f.Remove(at("secret/s")),
		"remove below a link":      f.Remove(at("w/out/s")),
		"rmdir below a link":       f.RemoveDir(at("w/out/d")),
		"remove kept":              f.Remove(at("w/keep/k")),
		"rename in":                f.Rename(at("secret/s"), at("w/s")),
		"rename out":               f.Rename(at("w/a"), at("secret/a")),
		"rename to be read":        f.Rename(at("w/a"), at("both/a")),
		"rename what is read":      f.Rename(at("r/f"), at("w/f")),
		"rename around kept":       f.Rename(at("w"), at("both/w")),
		"rename parent of kept":    f.Rename(at("w/locked"), at("w/unlocked")),
		"rename kept":              f.Rename(at("w/keep"), at("w/kept")),
		"link what is read":        f.Link(at("r/f"), at("w/f")),
		"link what is outside":     f.Link(at("secret/s"), at("both/s")),
		"link what is not read":    f.Link(at("w/a"), at("both/a")),
		"symlink out":              f.Symlink(at("secret/s"), at("both/s")),
		"symlink out relative":     f.Symlink("../secret/s", at("both/s")),
		"symlink to be read":       f.Symlink(at("r/f"), at("both/f")),
		"symlink by way of a link": f.Symlink("../w/out/s", at("both/s")),
		"symlink to nowhere":       f.Symlink("../nowhere/x", at("both/s")),
		"symlink outside":          f.Symlink(at("both/x"), at("secret/x")),
		"chmod":                    f.Chmod(at("r/f"), 0o777),
		"chmod through a link":     f.Chmod(at("w/file"), 0o777),
		"truncate":                 f.Truncate(at("w/file"), 0),
		"temporary without name":   open(at("secret"), os.O_RDWR|0o20200000),
	} {
		var d *Denied
		if !errors.As(err, &d) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for what, err := range map[string]error{
		"write":        open(at("w/a"), os.O_WRONLY|os.O_TRUNC),
		"create":       open(at("w/new"), os.O_WRONLY|os.O_CREATE|os.O_EXCL),
		"rename":       f.Rename(at("w/sub/b"), at("w/sub/c")),
		"rename over":  f.Rename(at("w/sub/c"), at("w/a")),
		"link":         f.Link(at("both/x"), at("both/y")),
		"symlink":      f.Symlink("x", at("both/z")),
		"symlink none": f.Symlink("none", at("both/zz")),
		"remove link":  f.Remove(at("w/file")),
		"mkdir":        f.Mkdir(at("w/d")+"/", 0o777),
		"MkdirAll":     f.MkdirAll(at("w/e/f/g"), 0o777),
		"again":        f.MkdirAll(at("w/e/f/g"), 0o777),
		"chmod":        f.Chmod(at("both/x"), 0o600),
		"truncate":     f.Truncate(at("w/new"), 3),
		"rmdir":        f.RemoveDir(at("w/e/f/g")),
	} {
		if err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	for path, want := range map[string]string{"secret/s": "secret/s", "r/f": "r/f", "w/keep/k": "w/keep/k"} {
		if got, _ := os.ReadFile(at(path)); string(got) != want {
			t.Errorf("%s has %q", path, got)
		}
	}
	for err, want := range map[error]error{
		open(at("w/new"), os.O_WRONLY|os.O_CREATE|os.O_EXCL): fs.ErrExist, f.Mkdir(at("w/d"), 0o777): fs.ErrExist, f.Mkdir(at("w"), 0o777): fs.ErrExist,
		f.Remove(at("w/none")): fs.ErrNotExist, f.Rename(at("w/none"), at("w/n")): fs.ErrNotExist,
	} {
		if !errors.Is(err, want) {
			t.Errorf("%v is not %v", err, want)
		}
	}
}

// Links that are put in the place of what was checked are not followed.
func TestExchangedWhileItIsUsed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need a right there")
	}
	top := tree(t, "in/d/f", "in/e/f", "out/f", "in/no/f", "in/file")
	p := &Policy{
		Read:  Paths{Allow: places(t, top, "in"), Deny: places(t, top, "in/no")},
		Write: Paths{Allow: places(t, top, "in"), Deny: places(t, top, "in/no")},
	}
	f := FS{policy: p}
	at := func(s string) string { return filepath.Join(top, s) }
	var stop atomic.Bool
	var wg sync.WaitGroup
	// The attacker has all rights here, more than a script would.
	exchange := func(name string, targets ...string) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; !stop.Load(); i++ {
				next := at("in/next-" + name)
				os.Symlink(targets[i%len(targets)], next)
				os.Rename(next, at("in/"+name))
			}
		}()
	}
	os.Symlink("d", at("in/swap"))
	exchange("swap", "d", "../out", at("out"), "no", "e")
	os.Symlink("file", at("in/leaf"))
	exchange("leaf", "file", "../out/f", "no/f")
	wg.Add(1)
	go func() { // a folder that becomes a link and is a folder again
		defer wg.Done()
		for !stop.Load() {
			os.Rename(at("in/e"), at("in/e2"))
			os.Symlink("../out", at("in/e"))
			os.Remove(at("in/e"))
			os.Symlink("no", at("in/e"))
			os.Remove(at("in/e"))
			os.Rename(at("in/e2"), at("in/e"))
		}
	}()
	for range 3000 {
		for _, path := range []string{"in/swap/f", "in/leaf", "in/e/f"} {
			file, err := f.OpenFile(at(path), os.O_RDWR, 0)
			if err != nil {
				continue
			}
			b, _ := io.ReadAll(file)
			file.Close()
			if s := string(b); s == "out/f" || s == "in/no/f" {
				t.Fatalf("%s gave %s", path, s)
			}
		}
		f.Truncate(at("in/leaf"), 7)
		if f, err := f.OpenFile(at("in/swap/new"), os.O_CREATE|os.O_WRONLY, 0o644); err == nil {
			f.Close()
		}
		f.Mkdir(at("in/swap/dir"), 0o755)
		f.Rename(at("in/e/f"), at("in/d/g"))
		f.Rename(at("in/d/g"), at("in/e/f"))
		f.Remove(at("in/swap/new"))
	}
	stop.Store(true)
	wg.Wait()
	for _, dir := range []string{"out", "in/no"} {
		list, _ := os.ReadDir(at(dir))
		b, _ := os.ReadFile(at(dir + "/f"))
		if len(list) != 1 || string(b) != dir+"/f" {
			t.Errorf("%s has %v, its file %q", dir, list, b)
		}
	}
}

func TestNullBytes(t *testing.T) {
	for _, p := range []*Policy{nil, {}} {
		f := FS{policy: p}
		for _, err := range []error{second(f.Open("a\x00b")), second(f.Stat("a\x00b")), f.Mkdir("\x00", 0), f.Rename("a", "b\x00"), second(f.Readlink("\x00"))} {
			if err == nil || !strings.Contains(err.Error(), "ValueError: embedded null byte") {
				var d *Denied
				if !errors.As(err, &d) { // the other path of two came first
					t.Errorf("%v", err)
				}
			}
		}
	}
}

// What the kernel shows of this process is not part of the files that reading
// everything allows, where something else is not allowed.
func TestKernelFiles(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("/proc")
	}
	f := FS{policy: &Policy{Read: Paths{All: true}, Write: Paths{All: true}}}
	for _, path := range []string{"/proc/self/environ", "/proc/self/mem", "/proc/self/root/proc/1/status", "/proc/thread-self/environ", "/proc"} {
		file, err := f.OpenFile(path, os.O_RDONLY, 0)
		if err == nil {
			file.Close()
			t.Errorf("%s was opened", path)
		}
	}
	f.policy.Read.Deny = places(t, t.TempDir(), "x")
	if _, err := f.Open("/proc/self/environ"); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("with a denial: %v", err)
	}
	if file, err := f.Open("/dev/null"); err != nil {
		t.Error(err)
	} else {
		file.Close()
	}
	f.policy = &Policy{Read: Paths{Allow: places(t, "/proc", "self/status", "cpuinfo")}}
	if _, err := f.ReadFile("/proc/cpuinfo", Read); err != nil {
		t.Errorf("named: %v", err)
	}
}
