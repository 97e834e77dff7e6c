package files

// This file defines Buffered, a stream of bytes with a buffer.

import (
	"bytes"
	"context"
	"io"
	"sync"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// defaultBuffer is the size of a buffer; CPython's is 8 KiB since disks had
// blocks of that size.
const defaultBuffer = 32 << 10

// flushDelay is how long what was printed may stay in the buffer of a standard
// stream: a person does not notice it.
const flushDelay = 50 * time.Millisecond

// A Buffered is the State of BufferedReader, BufferedWriter and BufferedRandom.
//
// Invariants, under mu:
//  1. At most one of in and out holds bytes, but for a stream of two directions.
//  2. The operating system's position is that behind in, or before out.
type Buffered struct {
	raw  *raw
	iso  *isolate.Isolate
	size int

	mu   sync.Mutex
	in   []byte // read, not yet taken
	out  []byte // taken, not yet written
	late *time.Timer
	soon bool // write out within flushDelay
	err  error
}

func newBuffered(t *thread, r *raw, size int) *Buffered {
	if size <= 1 {
		size = defaultBuffer
	}
	return &Buffered{raw: r, iso: t.Isolate(), size: size}
}

// lock takes the stream for t. It gives the interpreter lock up while another
// thread has the stream.
func (b *Buffered) lock(t *thread) error {
	if b.mu.TryLock() {
		return nil
	}
	err := t.Block(func(context.Context) error { b.mu.Lock(); return nil })
	if err != nil { // interrupted meanwhile
		b.mu.Unlock()
	}
	return err
}

func (b *Buffered) checkClosed(msg string) error {
	if b.raw.closed {
		return object.Raise(object.ValueError, "%s", msg)
	}
	return nil
}

// write takes p; flush says to write it out at once.
func (b *Buffered) write(t *thread, p string, flush bool) error {
	if err := b.lock(t); err != nil {
		return err
	}
	defer b.mu.Unlock()
	if err := b.checkClosed("write to closed file"); err != nil {
		return err
	}
	return b.writeLocked(t, p, flush)
}

func (b *Buffered) writeLocked(t *thread, p string, flush bool) error {
	if err := b.dropInput(); err != nil {
		return err
	}
	if len(b.out) == 0 && p != "" {
		dirtyIn(b.iso).add(b)
		if b.soon && !flush {
			b.flushLater()
		}
	}
	b.out = append(b.out, p...)
	if flush || len(b.out) >= b.size {
		return b.flushLocked(t)
	}
	return nil
}

// dropInput forgets what was read ahead and goes back to where the script is.
func (b *Buffered) dropInput() error {
	if n := len(b.in); n > 0 && !b.raw.duplex() {
		b.in = nil
		if _, err := b.raw.seek(int64(-n), io.SeekCurrent); err != nil {
			return err
		}
	}
	return nil
}

func (b *Buffered) flush(t *thread) error {
	if err := b.lock(t); err != nil {
		return err
	}
	defer b.mu.Unlock()
	return b.flushLocked(t)
}

func (b *Buffered) flushLocked(t *thread) error {
	if err := b.err; err != nil { // from flushLater
		b.err = nil
		return object.RaiseOS(err, "")
	}
	if len(b.out) == 0 {
		return nil
	}
	p := b.out
	b.out = nil
	dirtyIn(b.iso).remove(b)
	err := b.raw.write(t, p)
	if b.out == nil {
		b.out = p[:0]
	}
	return err
}

// flushAside is flush on behalf of another stream. Who writes or flushes here next
// hears of its error, at the latest the end of the program.
func (b *Buffered) flushAside(t *thread) {
	if err := b.lock(t); err != nil {
		return
	}
	defer b.mu.Unlock()
	if err := b.flushLocked(t); err != nil && !object.IsCancellation(err) {
		b.err = err
		dirtyIn(b.iso).add(b)
	}
}

// flushLater writes out in a while. The timer's goroutine needs no script
// values, so it does not take the interpreter lock.
func (b *Buffered) flushLater() {
	if b.late == nil {
		b.late = time.AfterFunc(flushDelay, func() {
			b.mu.Lock()
			defer b.mu.Unlock()
			b.writeOut()
		})
		return
	}
	b.late.Reset(flushDelay)
}

func (b *Buffered) stopLater() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.late != nil {
		b.late.Stop()
	}
}

// writeOut is flushLocked without a thread. The stream stays on the list of
// dirty ones, which does no harm.
func (b *Buffered) writeOut() {
	if len(b.out) == 0 || b.raw.closed {
		return
	}
	if _, script := b.raw.w.(*objectStream); script {
		return // only its thread may write
	}
	if _, err := b.raw.w.Write(b.out); err != nil {
		b.err = err
	}
	b.out = b.out[:0]
}

// fill reads once into an empty in; false at the end.
func (b *Buffered) fill(t *thread) (bool, error) {
	if len(b.out) > 0 {
		if err := b.flushLocked(t); err != nil {
			return false, err
		}
	}
	p := make([]byte, b.size)
	n, err := b.raw.read(t, p)
	if err != nil {
		return false, err
	}
	b.in = p[:n]
	return n > 0, nil
}

// read returns n bytes, all that is left if n < 0, fewer only at the end. With
// once it returns after one read of the operating system's at most.
func (b *Buffered) read(t *thread, n int, once bool) (string, error) {
	if err := b.lock(t); err != nil {
		return "", err
	}
	defer b.mu.Unlock()
	if err := b.checkClosed("read of closed file"); err != nil {
		return "", err
	}
	return b.readLocked(t, n, once)
}

func (b *Buffered) readLocked(t *thread, n int, once bool) (string, error) {
	var out []byte
	for n < 0 || len(out) < n {
		if len(b.in) == 0 {
			if once && len(out) > 0 {
				break
			}
			more, err := b.fill(t)
			if err != nil {
				return "", err
			}
			if !more {
				break
			}
		}
		k := len(b.in)
		if n >= 0 {
			k = min(k, n-len(out))
		}
		if out == nil && (once || k == n) {
			s := string(b.in[:k])
			b.in = b.in[k:]
			return s, nil
		}
		if err := object.Charge(t, 2*int64(k)); err != nil {
			return "", err
		}
		out = append(out, b.in[:k]...)
		b.in = b.in[k:]
	}
	return string(out), nil
}

// readline returns the next line with its \n, at most limit bytes if limit >= 0.
func (b *Buffered) readline(t *thread, limit int) (string, error) {
	if err := b.lock(t); err != nil {
		return "", err
	}
	defer b.mu.Unlock()
	if err := b.checkClosed("readline of closed file"); err != nil {
		return "", err
	}
	var out []byte
	for limit < 0 || len(out) < limit {
		if len(b.in) == 0 {
			more, err := b.fill(t)
			if err != nil {
				return "", err
			}
			if !more {
				break
			}
		}
		k := bytes.IndexByte(b.in, '\n') + 1
		found := k > 0
		if !found {
			k = len(b.in)
		}
		if limit >= 0 && k > limit-len(out) {
			k, found = limit-len(out), true
		}
		if err := object.Charge(t, 2*int64(k)); err != nil {
			return "", err
		}
		out = append(out, b.in[:k]...)
		b.in = b.in[k:]
		if found {
			break
		}
	}
	return string(out), nil
}

func (b *Buffered) peek(t *thread, n int) (string, error) {
	if err := b.lock(t); err != nil {
		return "", err
	}
	defer b.mu.Unlock()
	if err := b.checkClosed("peek of closed file"); err != nil {
		return "", err
	}
	if len(b.in) == 0 {
		if _, err := b.fill(t); err != nil {
			return "", err
		}
	}
	return string(b.in), nil
}

func (b *Buffered) seek(t *thread, offset int64, whence int) (int64, error) {
	if err := b.lock(t); err != nil {
		return 0, err
	}
	defer b.mu.Unlock()
	if err := b.checkClosed("seek of closed file"); err != nil {
		return 0, err
	}
	if err := b.flushLocked(t); err != nil {
		return 0, err
	}
	if whence == io.SeekCurrent {
		offset -= int64(len(b.in))
	}
	in := b.in
	b.in = nil
	pos, err := b.raw.seek(offset, whence)
	if err != nil {
		b.in = in
	}
	return pos, err
}

func (b *Buffered) tell(t *thread) (int64, error) {
	if err := b.lock(t); err != nil {
		return 0, err
	}
	defer b.mu.Unlock()
	if err := b.checkClosed("I/O operation on closed file"); err != nil {
		return 0, err
	}
	pos, err := b.raw.seek(0, io.SeekCurrent)
	if err != nil {
		return 0, err
	}
	if b.raw.append && len(b.out) > 0 {
		// What is in the buffer will go to the end.
		if pos, err = b.raw.seek(0, io.SeekEnd); err != nil {
			return 0, err
		}
	}
	return pos - int64(len(b.in)) + int64(len(b.out)), nil
}

// truncate cuts at size, or at the position if size < 0.
func (b *Buffered) truncate(t *thread, size int64) (int64, error) {
	if size < 0 {
		pos, err := b.tell(t)
		if err != nil {
			return 0, err
		}
		size = pos
	}
	if err := b.flush(t); err != nil {
		return 0, err
	}
	if err := b.lock(t); err != nil {
		return 0, err
	}
	defer b.mu.Unlock()
	if err := b.dropInput(); err != nil {
		return 0, err
	}
	return size, b.raw.truncate(size)
}

func (b *Buffered) close(t *thread) error {
	if err := b.lock(t); err != nil {
		return err
	}
	defer b.mu.Unlock()
	if b.raw.closed {
		return nil
	}
	err := b.flushLocked(t)
	if b.late != nil {
		b.late.Stop()
	}
	if cerr := b.raw.close(); err == nil {
		err = cerr
	}
	return err
}

// dirtySet are the streams whose buffers may hold bytes that nobody has written
// out. It has a lock of its own, because a host flushes without the interpreter
// lock.
type dirtySet struct {
	mu  sync.Mutex
	set map[*Buffered]bool
}

var dirtySets sync.Map // *isolate.Isolate → *dirtySet, until the isolate closes

func dirtyIn(iso *isolate.Isolate) *dirtySet {
	if d, ok := dirtySets.Load(iso); ok {
		return d.(*dirtySet)
	}
	d, loaded := dirtySets.LoadOrStore(iso, &dirtySet{set: make(map[*Buffered]bool)})
	if !loaded {
		iso.OnClose(func() {
			FlushAll(iso)
			for _, b := range d.(*dirtySet).list() {
				b.stopLater() // or the timer would keep the isolate
			}
			dirtySets.Delete(iso)
		})
	}
	return d.(*dirtySet)
}

func (d *dirtySet) add(b *Buffered) {
	d.mu.Lock()
	d.set[b] = true
	d.mu.Unlock()
}

func (d *dirtySet) remove(b *Buffered) {
	d.mu.Lock()
	delete(d.set, b)
	d.mu.Unlock()
}

func (d *dirtySet) list() []*Buffered {
	d.mu.Lock()
	defer d.mu.Unlock()
	out := make([]*Buffered, 0, len(d.set))
	for b := range d.set {
		out = append(out, b)
	}
	return out
}

// FlushLocked writes out what the buffers of all files hold: before another way
// to a file's content is taken (opening it, its size, a process), and when the
// program ends. The caller holds the interpreter lock. It returns the first
// error.
func FlushLocked(t *object.Thread) error {
	var first error
	for _, b := range dirtyIn(t.Isolate()).list() {
		if err := b.flush(t); err != nil && first == nil {
			first = err
		}
	}
	return first
}

// FlushAll is FlushLocked for a caller without the interpreter lock. A later
// operation of the script's reports its errors.
func FlushAll(iso *isolate.Isolate) {
	for _, b := range dirtyIn(iso).list() {
		b.mu.Lock()
		b.writeOut()
		b.mu.Unlock()
	}
}
