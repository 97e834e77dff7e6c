package procs

// This file defines Process, a worker in a process of its own.

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
)

// Variable is the environment variable that tells this executable to be a
// worker.
const Variable = "STARPOOL_WORKER"

// A Setup is what a worker process needs before its first request.
type Setup struct {
	Args   []string // sys.argv
	Path   []string // sys.path
	Name   string   // of the process, as current_process() shows it
	Parent int      // the parent's pid
	Limits isolate.Limits
	Rights // what its scripts may do
}

// Rights are what a worker inherits from the interpreter that it works for. The
// zero value allows nothing.
type Rights struct {
	Unlimited bool
	Policy    *permit.Policy // unless Unlimited
	Dir       string         // the working directory, if not the process's
	Env       map[string]string
}

// RightsOf returns what an isolate hands on. The lock is held.
func RightsOf(iso *isolate.Isolate) Rights {
	p := permit.PolicyIn.In(iso)
	return Rights{Unlimited: p == nil, Policy: p, Dir: permit.Dir(iso), Env: maps.Clone(permit.Environ.In(iso))}
}

// Give makes an isolate inherit the rights. The lock is held.
func (r Rights) Give(iso *isolate.Isolate) {
	p := r.Policy
	switch {
	case r.Unlimited:
		p = nil
	case p == nil:
		p = new(permit.Policy)
	}
	permit.PolicyIn.Set(iso, p)
	permit.SetDir(iso, r.Dir)
	if r.Env != nil {
		permit.Environ.Set(iso, maps.Clone(r.Env))
	}
}

// HereIn says that the workers of an isolate must be isolates of this process: it
// has rights or sources that cannot be sent.
var HereIn = isolate.NewKey(func(*isolate.Isolate) bool { return false })

// Processes reports whether workers of an isolate may be processes. The lock is
// held.
func Processes(iso *isolate.Isolate) bool {
	p := permit.PolicyIn.In(iso)
	return Enabled() && !HereIn.In(iso) && (p == nil || p.AllowNet == nil)
}

// enabled is set once Main was called: this executable can be a worker.
var enabled atomic.Bool

// Enabled reports whether worker processes can be started.
func Enabled() bool { return enabled.Load() }

// A Process is a worker process.
type Process struct {
	cmd  *exec.Cmd
	link *link
	sink *Sink
	name string
	w    *frameWriter  // requests
	back *frameWriter  // answers
	ear  *ear          // output between calls
	gone chan struct{} // closed when it has been waited for
	tidy atomic.Bool   // it was told to end

	caller  atomic.Pointer[Caller]
	calling sync.Mutex    // held while a call is under way
	replies *bufio.Reader // guarded by calling; nil if all comes one way
	reply   chan []byte   // if all comes one way; closed when the worker is gone

	leases leases

	object *object.Instance // what a script sees; guarded by the lock
}

// Start starts a worker process. What it prints goes to sink.
func Start(sink *Sink, s Setup) (_ *Process, err error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	iso := sink.t.Isolate()
	budget := iso.Budget()
	dismiss, err := hire(budget)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			dismiss()
		}
	}()
	s.Limits = budget.Limits()
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), Variable+"="+strconv.Itoa(os.Getpid()))
	cmd.Stderr = os.Stderr
	s.Parent = os.Getpid()
	setup, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	l, err := connect(cmd)
	if err != nil {
		return nil, fmt.Errorf("starting a worker: %w", err)
	}
	p := &Process{cmd: cmd, link: l, sink: sink, name: s.Name, w: &frameWriter{w: l.out}, ear: newEar(), gone: make(chan struct{})}
	if l.aside != nil {
		p.back, p.replies = &frameWriter{w: l.aside}, l.reader()
		go p.listen(bufio.NewReader(l.aside))
	} else {
		p.back, p.reply = p.w, make(chan []byte, 1)
		go p.listen(l.reader())
	}
	unhook := p.killWhenStopped(iso)
	go func() {
		<-p.gone
		unhook()
		dismiss()
		p.giveBack(budget)
	}()
	// A worker that has died already is noticed by the first request.
	p.w.write(frameSetup, setup)
	return p, nil
}

// PID is the worker's process id.
func (p *Process) PID() int { return p.cmd.Process.Pid }

// Name is the worker's name.
func (p *Process) Name() string { return p.name }

// listen passes on what the worker sends by itself until it is gone.
func (p *Process) listen(r *bufio.Reader) {
	for {
		kind, data, err := readWithin(r, p.sink.t.Isolate().Budget())
		if err != nil {
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
			p.lease(p.sink.t.Isolate().Budget(), data)
		default:
			p.output(kind, data)
			p.ear.count()
		}
	}
	p.ear.end()
	p.cmd.Process.Kill() // it closed its end: it is ending, or it never will
	p.cmd.Wait()
	close(p.gone)
	if p.reply != nil {
		close(p.reply)
	}
	p.calling.Lock() // a reply that it has given is still read
	p.link.close()
	p.calling.Unlock()
}

// output passes on what the worker printed.
func (p *Process) output(kind byte, data []byte) {
	switch kind {
	case frameOut:
		p.sink.write(false, data)
	case frameErr:
		p.sink.write(true, data)
	}
}

// await waits for the reply to a call, and passes on what comes with it. It
// returns false if the worker is gone.
func (p *Process) await() ([]byte, bool) {
	if p.reply != nil {
		b, ok := <-p.reply
		return b, ok
	}
	for {
		kind, data, err := readWithin(p.replies, p.sink.t.Isolate().Budget())
		switch {
		case err != nil:
			return nil, false
		case kind == frameReply:
			return data, true
		case kind == frameSaid:
			if len(data) == 8 {
				p.ear.wait(binary.LittleEndian.Uint64(data))
			}
		default:
			p.output(kind, data)
		}
	}
}

func (p *Process) answer(data []byte) {
	if Answer == nil || len(data) < askHead {
		return
	}
	p.back.write(frameAnswer, data[:askHead], Answer(p.sink.t.Isolate(), p.caller.Load(), p.gone, data[askHead:]))
}

// askHead is the length of the number that ties an answer to what was asked.
const askHead = 8

// Refer implements Worker.
func (p *Process) Refer(c *Caller) { p.caller.Store(c) }

// Do implements Worker.
func (p *Process) Do(request []byte) ([]byte, error) {
	p.calling.Lock()
	calls.Add(1)
	if err := p.w.write(frameCall, request); err != nil {
		p.Kill() // it may have died after a reply to nobody
	}
	reply, ok := p.await()
	calls.Add(-1)
	p.calling.Unlock()
	if !ok {
		return nil, p.dead()
	}
	return reply, nil
}

// Dismissed reports whether the worker was told to end.
func (p *Process) Dismissed() bool { return p.tidy.Load() }

// Death describes how a worker ended that has.
func (p *Process) Death() *DeadError { return p.dead() }

func (p *Process) dead() *DeadError {
	<-p.gone
	code := p.ExitCode()
	e := &DeadError{PID: p.PID(), Code: code, How: fmt.Sprintf("exit code %d", code)}
	if name := signalName(p.cmd.ProcessState); name != "" {
		e.How = "signal " + name
	}
	return e
}

// ExitCode is the exit status of a worker that has ended, or minus the signal
// that ended it.
func (p *Process) ExitCode() int {
	state := p.cmd.ProcessState
	if n := signalNumber(state); n > 0 {
		return -n
	}
	return state.ExitCode()
}

// Gone returns a channel that is closed when the worker has ended.
func (p *Process) Gone() <-chan struct{} { return p.gone }

// closeTimeout is how long a worker gets to end in good order.
const closeTimeout = 10 * time.Second

// Close implements Worker.
func (p *Process) Close() {
	p.Bye()
	select {
	case <-p.gone:
	case <-time.After(closeTimeout):
		p.Kill()
		<-p.gone
	}
}

// Bye tells the worker that there will be no more requests, and does not wait.
func (p *Process) Bye() { p.Exit(0) }

// Exit is Bye with the exit status that the worker is to end with.
func (p *Process) Exit(code int) {
	if p.tidy.CompareAndSwap(false, true) {
		p.w.write(frameBye, []byte{byte(code)})
	}
}

// Kill implements Worker.
func (p *Process) Kill() { p.cmd.Process.Kill() }

// Terminate asks the operating system to end the worker: SIGTERM where there is
// one.
func (p *Process) Terminate() { terminate(p.cmd.Process) }

// Wait waits until the worker has ended or the context has.
func (p *Process) Wait(ctx context.Context) error {
	select {
	case <-p.gone:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

var _ Worker = (*Process)(nil)
