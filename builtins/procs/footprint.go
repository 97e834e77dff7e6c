package procs

// This file defines how a worker finds out whether anything of a pool's work is
// left in its process: if so, no other pool gets it.

import (
	"os"
	"runtime"
	"runtime/metrics"
	"strings"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/permit"
)

const (
	// endingTime is how long goroutines get to end that were told to.
	endingTime = 10 * time.Millisecond
	// maxHeld is how much memory a parked worker may hold, garbage included.
	maxHeld = 64 << 20
)

// A footprint is the state of this process that a pool's work must leave as it was.
type footprint struct {
	goroutines  int
	descriptors string
	changes     uint64
}

func takeFootprint() footprint {
	return footprint{goroutines: runtime.NumGoroutine(), descriptors: descriptors(), changes: permit.Changes()}
}

// owned reports whether no script has changed the process itself: its umask, its
// priority, its signals.
func (f footprint) owned() bool { return f.changes == permit.Changes() }

// left reports whether all that runs, all that is open, all child processes and all
// that takes much memory is gone.
func (f footprint) left() bool {
	ended := soon(func() bool { return runtime.NumGoroutine() <= f.goroutines })
	return ended && f.owned() && !hasChildren() && held() <= maxHeld && f.closed()
}

// closed reports whether the open descriptors are those of before. Files that a
// script has not closed are closed when they are collected as garbage.
func (f footprint) closed() bool {
	same := func() bool { return f.descriptors == descriptors() }
	if f.descriptors == "" {
		return false
	}
	for range 3 { // what a pool of memory holds is let go by the second
		if same() {
			return true
		}
		runtime.GC()
	}
	return soon(same)
}

// alone reports whether an isolate has no threads but its main thread.
func alone(iso *isolate.Isolate) bool { return soon(func() bool { return len(iso.Threads()) == 1 }) }

// soon reports whether a condition holds, or does a moment later.
func soon(holds func() bool) bool {
	for end := time.Now().Add(endingTime); !holds(); time.Sleep(100 * time.Microsecond) {
		if time.Now().After(end) {
			return false
		}
	}
	return true
}

// held is how much memory the heap has of the operating system.
func held() uint64 {
	samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}, {Name: "/memory/classes/heap/free:bytes"}}
	metrics.Read(samples)
	var n uint64
	for _, s := range samples {
		n += s.Value.Uint64()
	}
	return n
}

// descriptors names the open file descriptors, and what they are as far as the
// system says. It is empty if that cannot be found out.
func descriptors() string {
	dir := "/dev/fd"
	if runtime.GOOS == "linux" {
		dir = "/proc/self/fd"
	}
	f, err := os.Open(dir)
	if err != nil {
		return ""
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return ""
	}
	var b strings.Builder
	for _, name := range names {
		target, _ := os.Readlink(dir + "/" + name)
		b.WriteString(name + " " + target + "\n")
	}
	return b.String()
}
