package procs

// This file defines the parent's side of parking: a worker that has finished for
// one pool waits a while for the next pool of the same isolate.

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/permit"
)

const (
	parkTime     = 2 * time.Second // how long a worker stays parked
	readyTimeout = 5 * time.Second // how long one may take to begin again
)

// A carrier is a process of the operating system with the link to it. It carries
// one Process after another.
type carrier struct {
	cmd   *exec.Cmd
	link  *link
	sink  *Sink
	from  origin
	w     *frameWriter  // requests
	back  *frameWriter  // answers
	ready chan struct{} // the worker has begun again
	gone  chan struct{} // closed when it has been waited for

	calling sync.Mutex    // held while a call is under way
	replies *bufio.Reader // guarded by calling; nil if all comes one way

	// Guarded by the lot's mu.
	serving *Process // nil while parked
	idle    *time.Timer
}

func newCarrier(cmd *exec.Cmd, l *link, sink *Sink, from origin) *carrier {
	return &carrier{cmd: cmd, link: l, sink: sink, from: from, w: &frameWriter{w: l.out},
		ready: make(chan struct{}, 1), gone: make(chan struct{})}
}

// carry begins with the first Process.
func (c *carrier) carry(p *Process) {
	l := c.sink.lot
	l.mu.Lock()
	p.on, c.serving = c, p
	if p.killed {
		c.cmd.Process.Kill()
	}
	l.mu.Unlock()
	if c.link.aside != nil {
		c.back, c.replies = &frameWriter{w: c.link.aside}, c.link.reader()
		go c.listen(bufio.NewReader(c.link.aside))
	} else {
		c.back, p.reply = c.w, make(chan []byte, 1)
		go c.listen(c.link.reader())
	}
}

// listen passes on what the worker sends by itself until it is gone.
func (c *carrier) listen(r *bufio.Reader) {
	budget := c.sink.t.Isolate().Budget()
	for {
		kind, data, err := readWithin(r, budget)
		p := c.sink.lot.served(c)
		if err != nil || p == nil { // who is parked has nothing to say
			break
		}
		switch kind {
		case frameReply:
			if p.reply != nil {
				p.reply <- data
			}
		case frameAsk:
			go p.answer(data)
		case frameLease:
			p.lease(budget, data)
		case frameReady:
			select {
			case c.ready <- struct{}{}:
			default:
			}
		case frameDone:
			c.done(p, len(data) == 1 && data[0] == 1)
		default:
			p.output(kind, data)
			p.ear.count()
		}
	}
	p := c.sink.lot.drop(c)
	if p != nil {
		p.ear.end()
	}
	c.cmd.Process.Kill() // it closed its end: it is ending, or it never will
	c.cmd.Wait()
	close(c.gone)
	if p != nil {
		p.depart()
		close(p.gone)
		if p.reply != nil {
			close(p.reply)
		}
	}
	c.calling.Lock() // a reply that it has given is still read
	c.link.close()
	c.calling.Unlock()
}

// done parks a worker that has finished, if it may work for others, or else lets
// it end.
func (c *carrier) done(p *Process, clean bool) {
	l := c.sink.lot
	l.mu.Lock()
	park := clean && p.parking && !p.killed && !l.closed && len(l.parked) < runtime.GOMAXPROCS(0)
	if park {
		p.parted, c.serving = true, nil
		l.parked = append(l.parked, c)
		c.idle = time.AfterFunc(parkTime, func() { l.evict(c) })
	}
	l.mu.Unlock()
	switch {
	case park:
		p.ear.end()
		p.depart()
		close(p.gone)
	case clean:
		c.w.write(frameBye, []byte{0})
	}
}

// Park lets the worker finish and work for another pool of its isolate afterwards,
// if nothing of its work is left in it; else it ends. To whoever started it, it has
// ended either way when Park returns.
func (p *Process) Park() {
	if p.on.link.aside == nil || p.sink.t.Isolate().Budget().Max(isolate.Workers) > 0 {
		p.Close() // parked ones would be more than the limit
		return
	}
	l := p.sink.lot
	l.mu.Lock()
	p.parking = true
	l.mu.Unlock()
	if p.tidy.CompareAndSwap(false, true) {
		p.on.w.write(frameBye, []byte{0, 1})
	}
	p.awaitEnd()
}

// Resume returns a parked worker that has begun to work again, or nil if there is
// none that is like a new one would be. What it prints goes to sink.
func Resume(sink *Sink, s Setup) (*Process, error) {
	l := sink.lot
	if l.empty() {
		return nil, nil
	}
	setup, err := s.encode(sink)
	if err != nil {
		return nil, err
	}
	for from := currentOrigin(); ; {
		p, err := newProcess(sink, s.Name)
		if err != nil {
			return nil, err
		}
		c := l.take(p, from)
		if c == nil {
			p.depart()
			return nil, nil
		}
		c.w.write(frameSetup, setup)
		select {
		case <-c.ready:
			return p, nil
		case <-c.gone: // it had died
		case <-time.After(readyTimeout):
			p.Kill()
		}
		<-p.gone
	}
}

// hasParted reports whether the worker has finished and its process has not.
func (p *Process) hasParted() bool {
	l := p.sink.lot
	l.mu.Lock()
	defer l.mu.Unlock()
	return p.parted
}

// end makes an end of the worker, unless its process works for others by now.
func (p *Process) end(by func(*os.Process) error) {
	l := p.sink.lot
	l.mu.Lock()
	defer l.mu.Unlock()
	p.killed = true
	if p.on != nil && !p.parted {
		by(p.on.cmd.Process)
	}
}

// A lot holds the parked workers of an isolate.
type lot struct {
	mu     sync.Mutex
	parked []*carrier
	closed bool
}

var lots = isolate.NewKey(func(iso *isolate.Isolate) *lot {
	l := new(lot)
	iso.OnClose(l.close)
	return l
})

func (l *lot) empty() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.parked) == 0
}

// served returns the Process that a carrier carries, or nil.
func (l *lot) served(c *carrier) *Process {
	l.mu.Lock()
	defer l.mu.Unlock()
	return c.serving
}

// take takes a parked worker for p that was started as one would be now, the last
// one first. Others are of no use any more.
func (l *lot) take(p *Process, from origin) *carrier {
	l.mu.Lock()
	defer l.mu.Unlock()
	for n := len(l.parked); n > 0; n = len(l.parked) {
		c := l.parked[n-1]
		l.parked = l.parked[:n-1]
		c.idle.Stop()
		if c.from != from || p.killed {
			c.cmd.Process.Kill()
			continue
		}
		p.on, c.serving = c, p
		return c
	}
	return nil
}

// drop forgets a worker that is gone, and returns the Process that it carried.
func (l *lot) drop(c *carrier) *Process {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(l.parked, c); i >= 0 {
		l.parked = slices.Delete(l.parked, i, i+1)
	}
	if c.idle != nil {
		c.idle.Stop()
	}
	return c.serving
}

// evict ends a worker if it is parked still.
func (l *lot) evict(c *carrier) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if i := slices.Index(l.parked, c); i >= 0 {
		l.parked = slices.Delete(l.parked, i, i+1)
		c.cmd.Process.Kill()
	}
}

// clear ends all parked workers and waits until they have.
func (l *lot) clear() {
	l.mu.Lock()
	list := l.parked
	l.parked = nil
	for _, c := range list {
		c.idle.Stop()
		c.cmd.Process.Kill()
	}
	l.mu.Unlock()
	for _, c := range list {
		<-c.gone
	}
}

// close is clear for good.
func (l *lot) close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.clear()
}

// EndParked ends the parked workers of an isolate, because its program is over.
func EndParked(t *isolate.Thread) {
	if l := lots.In(t.Isolate()); !l.empty() {
		t.Block(func(context.Context) error { l.clear(); return nil })
	}
}

// An origin is what a new process inherits from this one.
type origin struct {
	dir, env       string
	stdout, stderr *os.File
	changes        uint64
}

func currentOrigin() origin {
	dir, _ := os.Getwd()
	return origin{dir: dir, env: strings.Join(os.Environ(), "\x00"), stdout: os.Stdout, stderr: os.Stderr, changes: permit.Changes()}
}
