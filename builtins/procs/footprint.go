package procs

// This file defines how a worker finds out whether anything of a pool's work is
// left in its process: if so, no other pool gets it.

import (
	"os"
	"runtime"
	"runtime/metrics"
	"strings"
	"time"

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
	for end := time.Now().Add(endingTime); runtime.NumGoroutine() > f.goroutines; time.Sleep(100 * time.Microsecond) {
		if time.Now().After(end) {
			return false
		}
	}
	return f.owned() && !hasChildren() && held() <= maxHeld && f.descriptors != "" && f.descriptors == descriptors()
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
