//go:build !unix

package repl

import (
	"os"
	"time"
)

const (
	pollTime   = time.Duration(0)
	escapeTime = time.Duration(0)
)

// readable cannot be told here: the plain editor is used.
func readable(*os.File, time.Duration) bool { return true }

const canEdit = false
