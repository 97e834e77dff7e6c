//go:build unix && !linux

package socket

// This file defines the numbers of systems other than Linux.

import "golang.org/x/sys/unix"

const kindFlags = 0

var more = map[string]int{"SOMAXCONN": unix.SOMAXCONN}
