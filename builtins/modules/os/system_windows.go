package os

// This file defines what Windows has of the functions that ask about the
// process.

import (
	"errors"
	"os"
	"runtime"
	"syscall"
	"time"

	"starpool/builtins/object"
)

var openFlags = map[string]int{"O_BINARY": 0x8000, "O_TEXT": 0x4000, "O_NOINHERIT": 0x80}

func processTimes() (user, system, childUser, childSystem time.Duration) {
	var created, exited, kernel, own syscall.Filetime
	h, err := syscall.GetCurrentProcess()
	if err == nil && syscall.GetProcessTimes(h, &created, &exited, &kernel, &own) == nil {
		d := func(f syscall.Filetime) time.Duration {
			return time.Duration(int64(f.HighDateTime)<<32|int64(f.LowDateTime)) * 100
		}
		user, system = d(own), d(kernel)
	}
	return
}

func systemNames() [5]string {
	host, _ := os.Hostname()
	return [5]string{"Windows", host, "", "", runtime.GOARCH}
}

func abort() {}

func replaceProcess(string, []string, []string) error { return errors.ErrUnsupported }

var platformFuncs []object.Def
