package repl

// This file defines keys, the keyboard as the line editor reads it.

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"
)

// Terminals put these around pasted text once they are asked to.
const (
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
	pasteOn    = "\x1b[?2004h"
	pasteOff   = "\x1b[?2004l"
)

// newlineRune stands for a newline in the one line that readline edits: cells of
// several lines are recalled and edited as one.
const newlineRune = '⏎'

// keys hands the bytes of a terminal to the editor, which reads them only while a
// line is being typed; those typed ahead stay with the system, where input()
// finds them. A pasted text is handed on as its lines, without the marks around
// it, and counted, so that the session knows what was pasted.
type keys struct {
	tty *os.File

	mu     sync.Mutex
	queue  []byte // to be handed on
	pasted int    // line ends in the queue that are of a paste
	tail   bool   // the paste goes on behind its last line end
	closed bool
}

// Read implements io.Reader. It returns one byte at a time, so that nobody holds
// bytes that are not theirs.
func (k *keys) Read(p []byte) (int, error) {
	if b, ok := k.next(); ok {
		p[0] = b
		return 1, nil
	}
	var one [1]byte
	if n, err := k.get(one[:]); n == 0 || err != nil {
		return 0, eof(err)
	}
	if one[0] != 0x1b {
		p[0] = one[0]
		return 1, nil
	}
	k.escape()
	b, _ := k.next()
	p[0] = b
	return 1, nil
}

func eof(err error) error {
	if err == nil {
		return io.EOF
	}
	return err
}

// get reads from the terminal, unless keys is closed meanwhile.
func (k *keys) get(p []byte) (int, error) {
	for {
		k.mu.Lock()
		closed := k.closed
		k.mu.Unlock()
		if closed {
			return 0, io.EOF
		}
		if readable(k.tty, pollTime) {
			return k.tty.Read(p)
		}
	}
}

func (k *keys) next() (byte, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.queue) == 0 {
		return 0, false
	}
	b := k.queue[0]
	k.queue = k.queue[1:]
	return b, true
}

// escape reads what follows an ESC as far as it may be the beginning of a paste,
// and queues it or the paste.
func (k *keys) escape() {
	seen := []byte{0x1b}
	for len(seen) < len(pasteBegin) && readable(k.tty, escapeTime) {
		var one [1]byte
		if n, err := k.get(one[:]); n == 0 || err != nil {
			break
		}
		seen = append(seen, one[0])
		if !strings.HasPrefix(pasteBegin, string(seen)) {
			break
		}
	}
	if string(seen) == pasteBegin {
		k.paste()
		return
	}
	k.mu.Lock()
	k.queue = append(k.queue, seen...)
	k.mu.Unlock()
}

// paste reads a pasted text to its end mark.
func (k *keys) paste() {
	var text []byte
	var buf [1]byte
	for !bytes.HasSuffix(text, []byte(pasteEnd)) {
		n, err := k.get(buf[:])
		if n == 0 || err != nil {
			break
		}
		text = append(text, buf[0])
	}
	s := strings.TrimSuffix(string(text), pasteEnd)
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\t", "    ").Replace(s)
	s = strings.Map(func(r rune) rune { // keys that would do things
		if r < ' ' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, s)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.pasted = strings.Count(s, "\n")
	k.tail = k.pasted > 0 && !strings.HasSuffix(s, "\n")
	k.queue = append(k.queue, strings.ReplaceAll(s, "\n", "\r")...)
	if len(k.queue) == 0 {
		k.queue = append(k.queue, 0x07) // a bell is no key: something must be handed on
	}
}

// lineEnded counts a line that the editor has returned. more says that a paste
// goes on behind it.
func (k *keys) lineEnded() (more bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.pasted == 0 {
		return false
	}
	k.pasted--
	return k.pasted > 0 || k.tail
}

// waiting reports whether keys have been pressed that nobody has read.
func (k *keys) waiting() bool {
	k.mu.Lock()
	n := len(k.queue)
	k.mu.Unlock()
	return n > 0 || readable(k.tty, 0)
}

// drop forgets what is left of a paste, after Ctrl-C.
func (k *keys) drop() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.queue, k.pasted, k.tail = nil, 0, false
}

// Close makes a read end.
func (k *keys) Close() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.closed = true
	return nil
}
