//go:build !unix

package time

import "time"

// cpuTime is the time since the start where the system offers no cheap answer.
func cpuTime() time.Duration { return time.Since(start) }
