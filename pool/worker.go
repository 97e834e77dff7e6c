package pool

// This file defines Worker: a goroutine of a pool, and how it takes tasks, parks and ends. The rules are in executor.go.

import (
	"context"
	"time"
)

// Worker is one goroutine of a pool.
type Worker struct {
	pool  *Pool
	index int
	value any           // the owner's; used by the worker's goroutine only
	wake  chan struct{} // made when the goroutine starts

	// Guarded by the pool's mutex.
	place  int   // in Pool.workers
	task   *core // the last one taken
	inTask bool
	lent   int  // how many waits have lent the worker's place; the first one gives it, the last one takes it back
	quit   bool // set for a parked worker that is to end

	begun    bool // the goroutine has been started
	ready    bool // WorkerStart has succeeded
	failed   bool // a start hook called runtime.Goexit
	stopping bool // the stop hooks have been called
	retired  bool // the worker has ended itself in good order
}

// Index returns the worker's number, from 0, in order of start. It is never reused.
func (w *Worker) Index() int { return w.index }

// Pool returns the worker's pool.
func (w *Worker) Pool() *Pool { return w.pool }

// Value returns what SetValue stored last. Like SetValue it must be called on the worker's goroutine only: in the worker's
// hooks and in its tasks.
func (w *Worker) Value() any { return w.value }

// SetValue stores a value of the owner's, such as an interpreter's thread.
func (w *Worker) SetValue(v any) { w.value = v }

// Context returns the pool's context with the worker but no task: what runs on the worker between tasks, such as a done
// callback, waits with it. Such a wait lends the worker's place but is no part of a cycle.
func (w *Worker) Context() context.Context { return partyContext{w.pool.ctx, w} }

func (w *Worker) node() *core { return nil } // a job only by rule 5 of core.go
func (w *Worker) run(*Worker) {}
func (w *Worker) fail(error)  {}

// signal brings the worker up, for the first time or again. The worker is out of the idle list, so it has one signaller.
func (w *Worker) signal() {
	if !w.begun {
		w.begun = true
		w.wake = make(chan struct{}, 1)
		go w.main()
		return
	}
	w.wake <- struct{}{}
}

// main is the worker's goroutine. A task that calls runtime.Goexit unwinds it; another one then goes on.
func (w *Worker) main() {
	defer func() {
		if !w.retired {
			go w.main()
		}
	}()
	p := w.pool
	p.mu.Lock()
	if w.inTask { // the goroutine before this one was unwound by its task
		w.comeBack()
	} else if w.failed || !w.ready && !w.start() {
		w.retire()
		return
	}
	w.loop()
	w.retire()
}

// start runs the hooks of a new worker. p.mu is held before and after.
func (w *Worker) start() bool {
	p := w.pool
	p.waking = false
	if p.opts.WorkerStart == nil && p.opts.Initializer == nil && p.opts.Events.WorkerStarted == nil {
		w.ready = true
		return true
	}
	p.starting++
	next := p.kick()
	p.mu.Unlock()
	if next != nil {
		next.signal()
	}
	err := w.hook(p.opts.WorkerStart)
	if err == nil {
		w.ready = true
		if p.opts.Events.WorkerStarted != nil {
			contain(p, func() { p.opts.Events.WorkerStarted(w) })
		}
		err = w.hook(p.opts.Initializer)
	}
	if err != nil {
		p.Break(&InitializerError{Worker: w.index, Err: err})
	}
	p.mu.Lock()
	p.starting--
	return err == nil
}

func (w *Worker) hook(fn func(*Worker) error) (err error) {
	if fn == nil {
		return nil
	}
	returned := false
	defer func() {
		if returned {
			return
		}
		if v := recover(); v != nil {
			err = newPanicError(v)
		} else {
			p := w.pool
			w.failed = true // main goes on in another goroutine, to retire
			p.Break(&InitializerError{Worker: w.index, Err: ErrGoexit})
			p.mu.Lock()
			p.starting--
			p.mu.Unlock()
		}
	}()
	err = fn(w)
	returned = true
	return err
}

// loop takes tasks until the worker is to end. p.mu is held before and after.
func (w *Worker) loop() {
	p := w.pool
	for {
		switch {
		case p.active > p.opts.MaxWorkers: // rule 4: a lender has come back
			if !w.park() {
				return
			}
		case p.head != nil && p.mortal && p.ctx.Err() != nil:
			p.mu.Unlock()
			p.abort()
			p.mu.Lock()
		case p.head != nil:
			j, c := p.dequeue()
			w.task = c
			w.inTask = true
			p.busy++
			next := p.kick()
			p.mu.Unlock()
			if next != nil {
				next.signal()
			}
			j.run(w)
			p.mu.Lock()
			w.comeBack()
		default:
			if !w.park() {
				return
			}
		}
	}
}

// comeBack notes the end of a task. p.mu is held.
func (w *Worker) comeBack() {
	p := w.pool
	w.task = nil
	w.inTask = false
	p.busy--
	if p.busy == 0 && p.queued == 0 {
		p.settleDown()
	}
}

// park gives the worker's place up and blocks until it is brought up again. It returns false if the worker is to end
// instead, with its place still counted. p.mu is held before and after.
func (w *Worker) park() bool {
	p := w.pool
	if p.closed && p.queued == 0 || len(p.workers)-p.lent > p.opts.MaxWorkers || p.opts.IdleTimeout < 0 {
		return false
	}
	p.active--
	p.idle = append(p.idle, w)
	stranded := p.queued > 0
	p.mu.Unlock()
	if stranded {
		graph.relieve(p)
	}
	if p.opts.IdleTimeout == 0 {
		<-w.wake
	} else {
		timer := time.NewTimer(p.opts.IdleTimeout)
		select {
		case <-w.wake:
			timer.Stop()
		case <-timer.C:
			p.mu.Lock()
			for i, other := range p.idle {
				if other == w {
					p.idle = append(p.idle[:i], p.idle[i+1:]...)
					p.active++ // as the caller expects
					return false
				}
			}
			p.mu.Unlock()
			<-w.wake // taken from the list just now
		}
	}
	p.mu.Lock()
	if w.quit {
		return false
	}
	p.waking = false
	return true
}

// retire ends the worker. p.mu is held before and not after.
func (w *Worker) retire() {
	p := w.pool
	p.mu.Unlock()
	if w.ready && !w.stopping {
		w.stopping = true
		if p.opts.Events.WorkerStopped != nil {
			contain(p, func() { p.opts.Events.WorkerStopped(w) })
		}
		if p.opts.WorkerStop != nil {
			contain(p, func() { p.opts.WorkerStop(w) })
		}
	}
	w.value = nil
	w.retired = true
	p.mu.Lock()
	last := len(p.workers) - 1
	p.workers[w.place] = p.workers[last]
	p.workers[w.place].place = w.place
	p.workers[last] = nil
	p.workers = p.workers[:last]
	p.active--
	next := p.kick() // a task may have come while the hooks ran
	stranded := p.queued > 0
	gone := p.settleDown()
	p.mu.Unlock()
	if next != nil {
		next.signal()
	}
	if stranded {
		graph.relieve(p)
	}
	if gone {
		p.finish()
	}
}
