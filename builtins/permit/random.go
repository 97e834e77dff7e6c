package permit

// This file defines where an isolate's randomness comes from.

import (
	"crypto/rand"
	"io"
	"sync"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// RandomIn is the source of an isolate's randomness: os.urandom, secrets,
// uuid.uuid4, the seed that random begins with. The host may set another, which
// need not be safe for concurrent use if Locked makes it so.
var RandomIn = isolate.NewKey(func(*isolate.Isolate) io.Reader { return rand.Reader })

// Random fills b with random bytes. The lock is held.
func Random(t *object.Thread, b []byte) error {
	_, err := io.ReadFull(RandomIn.In(t.Isolate()), b)
	if err != nil {
		return object.Raise(object.OSError, "the source of randomness failed: %s", err.Error())
	}
	return nil
}

// Locked returns r for use by several goroutines.
func Locked(r io.Reader) io.Reader { return &locked{r: r} }

type locked struct {
	mu sync.Mutex
	r  io.Reader
}

func (l *locked) Read(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.r.Read(b)
}
