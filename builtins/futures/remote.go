package futures

// This file defines what the process and the interpreter pool share: each worker
// of the engine's pool has a seat, and in the seat a heap of its own that runs
// the calls.

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/modules/sys"
	"starpool/builtins/object"
	"starpool/builtins/procs"
	"starpool/pool"
)

// A remote is what an executor has whose calls run in other heaps.
type remote struct {
	start func(t *isolate.Thread, name string) (procs.Worker, error)
	// process says that the workers are to Python processes, whatever runs them.
	process bool
	name    string // of the worker processes, to which a number is added
	tasks   int    // after how many tasks a worker is replaced; 0: never
	cause   string // what broke the pool; guarded by the lock

	mu     sync.Mutex
	seats  []*seat
	killed bool                 // kill was called
	end    func(*procs.Process) // how force ends workers, once it was called
}

// A seat is the place of one worker. Its fields are used by the engine's worker
// with the lock held, except worker, which the remote's mu guards as well.
type seat struct {
	worker procs.Worker
	caller *procs.Caller
	tasks  int
	ending sync.WaitGroup // workers that have left it and are about to end
}

type seatKey struct{}

// RemoteTraceback is the cause of an exception that was raised in another heap:
// its traceback there, as text.
var RemoteTraceback = exceptionClass("concurrent.futures.process", "_RemoteTraceback", object.Exception)

func newRemoteTraceback(text string) *object.Instance {
	return object.NewException(RemoteTraceback, starlark.String("\n\"\"\"\n"+text+"\"\"\""))
}

// errKilled is why the workers of a pool ended that was told to kill them.
var errKilled = errors.New("the workers were killed")

// seatOf returns the seat of an engine's worker. The lock is held.
func (r *remote) seatOf(t *isolate.Thread) *seat {
	if s, ok := t.Locals[seatKey{}].(*seat); ok {
		return s
	}
	s := &seat{}
	t.Locals[seatKey{}] = s
	r.mu.Lock()
	r.seats = append(r.seats, s)
	r.mu.Unlock()
	return s
}

// leave ends what is in the seat of an engine's worker that stops. The lock is
// not held.
func (r *remote) leave(t *isolate.Thread) {
	t.Acquire()
	s, _ := t.Locals[seatKey{}].(*seat)
	last := over.In(t.Isolate()).closed // no pool comes after this one
	t.Release()
	if s == nil {
		return
	}
	r.mu.Lock()
	w := s.worker
	s.worker = nil
	for i, other := range r.seats {
		if other == s {
			r.seats = append(r.seats[:i:i], r.seats[i+1:]...)
			break
		}
	}
	killed, reuse := r.killed, !last && r.end == nil && r.tasks == 0
	r.mu.Unlock()
	p, ok := w.(*procs.Process)
	switch {
	case w == nil:
	case killed:
		w.Kill()
		w.Close()
	case ok && reuse:
		p.Park()
	default:
		w.Close()
	}
	s.ending.Wait()
}

// workers returns what sits in the seats.
func (r *remote) workers() []procs.Worker {
	r.mu.Lock()
	defer r.mu.Unlock()
	var out []procs.Worker
	for _, s := range r.seats {
		if s.worker != nil {
			out = append(out, s.worker)
		}
	}
	return out
}

// kill ends all workers at once, and those that are about to start.
func (r *remote) kill() {
	r.mu.Lock()
	r.killed = true
	r.mu.Unlock()
	for _, w := range r.workers() {
		w.Kill()
	}
}

// dismiss ends a worker in the middle of its call, without harm to the pool: the
// seat gets another one with the next task.
func (r *remote) dismiss(s *seat, w procs.Worker) {
	r.mu.Lock()
	if s.worker == w {
		s.worker = nil
	}
	r.mu.Unlock()
	w.Kill()
	w.Close()
}

// sitting returns the worker in a seat, or nil: a call that was ended takes its
// worker along at any time.
func (r *remote) sitting(s *seat) procs.Worker {
	r.mu.Lock()
	defer r.mu.Unlock()
	return s.worker
}

// fill starts a worker in an empty seat.
func (r *remote) fill(t *isolate.Thread, x *executor, s *seat) error {
	if r.sitting(s) != nil {
		return nil
	}
	w, err := r.start(t, t.Name)
	if err != nil {
		return err
	}
	r.mu.Lock()
	s.worker = w
	killed, end := r.killed, r.end
	r.mu.Unlock()
	s.caller, s.tasks = procs.NewCaller(), 0
	w.Refer(s.caller)
	if killed {
		w.Kill()
	}
	p, ok := w.(*procs.Process)
	if ok {
		go x.watch(p, s)
	}
	switch {
	case end == nil:
	case ok:
		end(p)
	default:
		w.Kill()
	}
	if x.initializer != nil {
		return x.initializeIn(t, s)
	}
	return nil
}

// watch breaks the pool when a worker process ends that was not told to, also
// between tasks.
func (x *executor) watch(p *procs.Process, s *seat) {
	<-p.Gone()
	r := x.remote
	r.mu.Lock()
	mine := s.worker == procs.Worker(p)
	r.mu.Unlock()
	if !mine || p.Dismissed() {
		return
	}
	t := x.iso.NewThread("Dummy")
	t.Hide()
	t.Acquire()
	x.died(t, p.Death())
	t.Release()
	t.Exit()
}

// died breaks the pool because a worker is gone, and ends the others. The lock
// is held.
func (x *executor) died(t *isolate.Thread, err error) error {
	r := x.remote
	if r.cause == "" {
		r.cause = err.Error()
	}
	x.setting = t
	x.pool.Break(err)
	x.setting = nil
	r.kill()
	return &pool.BrokenError{Pool: x.prefix, Cause: err}
}

// initializeIn runs the initializer in a new worker.
func (x *executor) initializeIn(t *isolate.Thread, s *seat) error {
	_, err := x.do(t, s, x.initializer, x.initargs, nil)
	var te *taskError
	if errors.As(err, &te) {
		logRemote(t, te.exc)
		x.remote.cause = "its initializer failed: " + object.DescribeException(te.exc)
		return x.died(t, err)
	}
	return err
}

// logRemote logs the failure of an initializer as its worker saw it.
func logRemote(t *isolate.Thread, exc *object.Instance) {
	const msg = "Exception in initializer:"
	if c := exc.Exception().Cause; c != nil && c.Class() == RemoteTraceback {
		text, _ := object.Text(c.Exception().Args[0])
		text = strings.TrimSuffix(strings.TrimPrefix(text, "\n\"\"\"\n"), "\"\"\"")
		logTo(t, "critical", msg+"\n"+strings.TrimRight(text, "\n"), nil)
		return
	}
	logTo(t, "critical", msg, exc)
}

// runRemote runs the future's call in the seat of the worker that has taken it.
func (f *future) runRemote(t *isolate.Thread) (v starlark.Value, err error) {
	x := f.executor
	defer func() {
		if err == nil {
			f.fn = nil
		}
		f.args, f.kwargs = nil, nil
		f.ran.Store(true)
	}()
	s := x.remote.seatOf(t)
	if err := x.remote.fill(t, x, s); err != nil {
		var broken *pool.BrokenError
		var te *taskError
		if errors.As(err, &broken) || errors.As(err, &te) {
			return nil, err
		}
		return nil, x.died(t, err)
	}
	v, err = x.do(t, s, f.fn, f.args, f.kwargs)
	s.tasks++
	if r := x.remote; r.tasks > 0 && s.tasks >= r.tasks {
		r.mu.Lock()
		w := s.worker
		s.worker = nil
		r.mu.Unlock()
		if w != nil {
			s.ending.Add(1)
			go func() {
				defer s.ending.Done()
				w.Close()
			}()
		}
	}
	return v, err
}

// do makes a call in a seat's worker. The lock is held, and given up while the
// worker runs.
func (x *executor) do(t *isolate.Thread, s *seat, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	depth := t.Starlark().CallStackDepth()
	local := func(err error) error {
		exc := object.Catch(t, err, depth)
		if exc == nil {
			return err
		}
		return newTaskError(exc)
	}
	request, err := s.caller.Request(t, fn, args, kwargs)
	if err != nil {
		return nil, local(err)
	}
	w := x.remote.sitting(s)
	if w == nil {
		return nil, &object.Cancellation{Err: errKilled}
	}
	var reply []byte
	stopped := t.Block(func(ctx context.Context) error {
		s.ending.Add(1) // here, so that the seat is not left meanwhile
		end := context.AfterFunc(ctx, func() {
			defer s.ending.Done()
			x.remote.dismiss(s, w)
		})
		defer func() {
			if end() {
				s.ending.Done()
			}
		}()
		reply, err = w.Do(request)
		return nil
	})
	if stopped != nil {
		return nil, stopped // the host ended what the call ran for
	}
	if err != nil {
		return nil, x.died(t, err)
	}
	v, err := s.caller.Value(t, reply)
	if err == nil {
		return v, nil
	}
	var re *procs.RemoteError
	if !errors.As(err, &re) {
		return nil, local(err)
	}
	state := re.Exc.Exception()
	state.Cause, state.Traceback = newRemoteTraceback(re.Traceback), nil
	return nil, newTaskError(re.Exc)
}

// SetupOf is what a new worker is told of the program.
func SetupOf(t *isolate.Thread, name string) procs.Setup {
	return procs.Setup{Name: name, Args: sys.Texts(t, "argv"), Path: sys.Texts(t, "path"), Rights: procs.RightsOf(t.Isolate())}
}

// startIsolated starts an isolate as a worker.
func startIsolated(t *isolate.Thread, name string) (procs.Worker, error) {
	make := procs.MakeIn.In(t.Isolate())
	if make == nil {
		return nil, fmt.Errorf("this interpreter cannot make others")
	}
	sink, setup := procs.SinkOf(t), SetupOf(t, name)
	var w *procs.Isolated
	err := t.Block(func(context.Context) error {
		var err error
		w, err = procs.StartIsolated(make, sink, setup)
		return err
	})
	if err != nil {
		return nil, err
	}
	return w, nil
}

// startProcess starts a process as a worker, or an isolate where this program
// has not made worker processes possible. Unless it must be a new one, it may be one
// that has worked for an earlier pool.
func startProcess(t *isolate.Thread, name string, fresh bool) (procs.Worker, error) {
	if !procs.Processes(t.Isolate()) {
		return startIsolated(t, name)
	}
	sink, setup := procs.SinkOf(t), SetupOf(t, name)
	var p *procs.Process
	err := t.Block(func(context.Context) error {
		var err error
		if !fresh {
			p, err = procs.Resume(sink, setup)
		}
		if p == nil && err == nil {
			p, err = procs.Start(sink, setup)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return p, nil
}
