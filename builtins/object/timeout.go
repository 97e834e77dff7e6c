package object

// This file defines how the timeout arguments of the waits of threading and
// concurrent.futures are read.

import (
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
)

// MaxTimeout is threading.TIMEOUT_MAX, in seconds.
const MaxTimeout = 9223372036.0

// Timeout reads a timeout: isolate.Forever for None, otherwise a number of
// seconds, of which those that are not above 0 poll. It fails as CPython's
// Condition.wait does, which compares with 0 first.
func Timeout(t *isolate.Thread, v starlark.Value) (time.Duration, error) {
	if v == nil || v == starlark.None {
		return isolate.Forever, nil
	}
	s, err := Float(t, v)
	if err != nil {
		if _, cerr := Compare(t, syntax.GT, v, starlark.MakeInt(0)); cerr != nil {
			err = cerr
		}
		return 0, err
	}
	if s > MaxTimeout {
		return 0, TooLong(v)
	}
	return isolate.Seconds(s), nil
}

// TooLong is the exception for a number of seconds beyond MaxTimeout.
func TooLong(seconds starlark.Value) error {
	if _, isFloat := Base(seconds).(starlark.Float); isFloat {
		return Raise(OverflowError, "timestamp out of range for platform time_t")
	}
	return Raise(OverflowError, "timestamp too large to convert to C PyTime_t")
}
