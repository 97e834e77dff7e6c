package host

// This file defines how the main program's file is read, and the one line that
// a person gets when it cannot be.

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"sync"
	"unicode/utf8"

	"starpool/builtins/object"
)

// An OpenError says why a script cannot be read. Its text is one line that also
// says what to do.
type OpenError struct {
	Path string
	Err  error
}

var (
	errFolder   = errors.New("it is a folder without __main__.py; name the script inside it")
	errBinary   = errors.New("it is not text; starpool runs source files (.py, .star)")
	errNoModule = errors.New("no such module here or in STARPOOL_PATH")
	errPackage  = errors.New("it is a package without __main__")
	errBuiltIn  = errors.New("it is built in and no program")
)

// Error implements error.
func (e *OpenError) Error() string {
	switch {
	case errors.Is(e.Err, fs.ErrNotExist):
		return fmt.Sprintf("can't open '%s': there is no such file%s", e.Path, e.hint())
	case errors.Is(e.Err, fs.ErrPermission):
		return fmt.Sprintf("can't read '%s': permission denied; ask for the right to read it (chmod +r)", e.Path)
	}
	return fmt.Sprintf("can't run '%s': %v", e.Path, e.Err)
}

// hint names a file that may have been meant, or the folder that was searched.
func (e *OpenError) hint() string {
	dir, base := filepath.Split(e.Path)
	list := dir
	if list == "" {
		list = "."
	}
	entries, err := os.ReadDir(list)
	if err != nil {
		return fmt.Sprintf(", nor the folder '%s'", filepath.Clean(dir))
	}
	var names []string
	for _, entry := range entries {
		for _, ext := range extensions {
			if entry.Name() == base+ext {
				return fmt.Sprintf("; did you mean '%s'?", dir+base+ext)
			}
		}
		names = append(names, entry.Name())
	}
	if near := object.NearestName(base, names); near != "" {
		return fmt.Sprintf("; did you mean '%s'?", dir+near)
	}
	if filepath.IsAbs(e.Path) {
		return ""
	}
	return " in " + getwd()
}

// Unwrap returns the operating system's error, if that is the reason.
func (e *OpenError) Unwrap() error { return e.Err }

// readScript reads a script's file; a folder stands for its __main__.py.
func readScript(path string) (string, []byte, error) {
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		path = filepath.Join(path, "__main__.py")
		if _, err := os.Stat(path); err != nil {
			return path, nil, &OpenError{filepath.Dir(path), errFolder}
		}
	}
	src, err := os.ReadFile(path)
	if err != nil {
		var pe *os.PathError
		if errors.As(err, &pe) {
			err = pe.Err
		}
		return path, nil, &OpenError{path, err}
	}
	if isBinary(src) {
		return path, nil, &OpenError{path, errBinary}
	}
	if !utf8.Valid(src) && !coding().Match(src) {
		return path, nil, &OpenError{path, notUTF8(src)}
	}
	return path, src, nil
}

// coding is the comment in one of the first two lines that names another
// encoding (PEP 263).
var coding = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[ \t\f]*(?:#[^\n]*)?\n)?[ \t\f]*#[^\n]*coding[:=][ \t]*[-\w.]`)
})

// notUTF8 says where src stops being UTF-8.
func notUTF8(src []byte) error {
	i := 0
	for i < len(src) {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		i += n
	}
	line := 1 + bytes.Count(src[:i], []byte("\n"))
	return fmt.Errorf("it is not UTF-8 (byte 0x%02x in line %d); save it as UTF-8, or name its encoding in the first line, as in # coding: latin-1", src[i], line)
}

// isBinary recognises executables, images and the like by their first bytes.
func isBinary(src []byte) bool {
	n := min(len(src), 512)
	control := 0
	for _, c := range src[:n] {
		switch {
		case c == 0:
			return true
		case c < 8 || c > 13 && c < 27 || c > 27 && c < 32:
			control++
		}
	}
	return control > n/10
}
