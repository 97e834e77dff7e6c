package text

import "fmt"

// This file defines the package's error type and the bounds on what a call may
// allocate.

// Error is a Python exception that the object model can raise as it is.
type Error struct {
	// Class is the name of the built-in exception class, such as "ValueError".
	Class string
	// Msg is what str() of the exception gives.
	Msg string

	// Encoding, Object, Start, End and Reason are the arguments of a
	// UnicodeDecodeError or UnicodeEncodeError, empty otherwise. Object holds
	// the raw bytes or the text; Start and End count in its own unit, bytes
	// or code points.
	Encoding string
	Object   string
	Start    int
	End      int
	Reason   string
}

// Error returns the class and the message, as the last line of a traceback.
func (e *Error) Error() string {
	if e.Msg == "" {
		return e.Class
	}
	return e.Class + ": " + e.Msg
}

func valueError(format string, args ...any) *Error {
	return &Error{Class: "ValueError", Msg: fmt.Sprintf(format, args...)}
}

func typeError(format string, args ...any) *Error {
	return &Error{Class: "TypeError", Msg: fmt.Sprintf(format, args...)}
}

func overflowError(format string, args ...any) *Error {
	return &Error{Class: "OverflowError", Msg: fmt.Sprintf(format, args...)}
}

func memoryError() *Error { return &Error{Class: "MemoryError"} }

// DefaultMaxBytes is the size in bytes of the longest result that a call makes
// when its Limits do not say otherwise.
const DefaultMaxBytes = 1 << 29

// DefaultMaxDigits is CPython's default for sys.set_int_max_str_digits.
const DefaultMaxDigits = 4300

// Limits bounds what a call may allocate. The zero value has the defaults.
type Limits struct {
	// MaxBytes is the size of the longest result in bytes; what would be longer
	// is a MemoryError, raised before anything is allocated. 0 means
	// DefaultMaxBytes.
	MaxBytes int
	// MaxDigits is the longest decimal int that is converted from or to text
	// (sys.set_int_max_str_digits). 0 means DefaultMaxDigits, negative no limit.
	MaxDigits int
	// Fits, if not nil, is asked besides whether a result of n bytes may be made.
	Fits func(n int64) bool
}

func (l Limits) maxBytes() int {
	if l.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return l.MaxBytes
}

// maxDigits returns the limit, or 0 for none.
func (l Limits) maxDigits() int {
	switch {
	case l.MaxDigits == 0:
		return DefaultMaxDigits
	case l.MaxDigits < 0:
		return 0
	}
	return l.MaxDigits
}

// check returns a MemoryError if a result of n bytes is too long. A negative n
// is one that overflowed.
func (l Limits) check(n int) error {
	if n < 0 || n > l.maxBytes() || l.Fits != nil && !l.Fits(int64(n)) {
		return memoryError()
	}
	return nil
}

// mulSat returns a*b for non-negative a and b, or -1 when that overflows.
func mulSat(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	if a < 0 || b < 0 || a > maxInt/b {
		return -1
	}
	return a * b
}

// addSat returns a+b, or -1 when that overflows or one of them is negative.
func addSat(a, b int) int {
	if a < 0 || b < 0 || a > maxInt-b {
		return -1
	}
	return a + b
}

const maxInt = int(^uint(0) >> 1)
