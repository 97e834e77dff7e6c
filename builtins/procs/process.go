package procs

// This file defines Process, a worker in a process of its own.

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"strconv"
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

// A Process is a worker process, for as long as it works for one pool.
type Process struct {
	on   *carrier
	sink *Sink
	name string
	ear  *ear          // output between calls
	gone chan struct{} // closed when it has ended, for whoever started it
	tidy atomic.Bool   // it was told to end

	caller atomic.Pointer[Caller]
	reply  chan []byte // if all comes one way; closed when the worker is gone

	leases leases
	depart func() // gives back what it has of the limits

	// Guarded by the lot's mu.
	killed  bool // it was told to end at once
	parking bool // it was told to finish and park
	parted  bool // it has, so the carrier is no longer its own

	object *object.Instance // what a script sees; guarded by the lock
}

// newProcess makes a Process that counts as a worker of its isolate's run, until
// it departs.
func newProcess(sink *Sink, name string) (*Process, error) {
	iso := sink.t.Isolate()
	budget := iso.Budget()
	dismiss, err := hire(budget)
	if err != nil {
		return nil, err
	}
	p := &Process{sink: sink, name: name, ear: newEar(), gone: make(chan struct{})}
	unhook := func() bool { return false }
	p.depart = func() {
		unhook()
		dismiss()
		p.giveBack(budget)
	}
	unhook = p.killWhenStopped(iso)
	return p, nil
}

// Start starts a worker process. What it prints goes to sink.
func Start(sink *Sink, s Setup) (_ *Process, err error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	setup, err := s.encode(sink)
	if err != nil {
		return nil, err
	}
	p, err := newProcess(sink, s.Name)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), Variable+"="+strconv.Itoa(os.Getpid()))
	cmd.Stderr = os.Stderr
	from := currentOrigin()
	l, err := connect(cmd)
	if err != nil {
		p.depart()
		return nil, fmt.Errorf("starting a worker: %w", err)
	}
	c := newCarrier(cmd, l, sink, from)
	c.carry(p)
	// A worker that has died already is noticed by the first request.
	c.w.write(frameSetup, setup)
	return p, nil
}

// encode is the form in which a setup is sent.
func (s Setup) encode(sink *Sink) ([]byte, error) {
	s.Limits = sink.t.Isolate().Budget().Limits()
	s.Parent = os.Getpid()
	return json.Marshal(s)
}

// PID is the worker's process id.
func (p *Process) PID() int { return p.on.cmd.Process.Pid }

// Name is the worker's name.
func (p *Process) Name() string { return p.name }

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
		kind, data, err := readWithin(p.on.replies, p.sink.t.Isolate().Budget())
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
	p.on.back.write(frameAnswer, data[:askHead], Answer(p.sink.t.Isolate(), p.caller.Load(), p.gone, data[askHead:]))
}

// askHead is the length of the number that ties an answer to what was asked.
const askHead = 8

// Refer implements Worker.
func (p *Process) Refer(c *Caller) { p.caller.Store(c) }

// Do implements Worker.
func (p *Process) Do(request []byte) ([]byte, error) {
	p.on.calling.Lock()
	if p.hasParted() {
		p.on.calling.Unlock()
		return nil, p.dead()
	}
	calls.Add(1)
	if err := p.on.w.write(frameCall, request); err != nil {
		p.Kill() // it may have died after a reply to nobody
	}
	reply, ok := p.await()
	calls.Add(-1)
	p.on.calling.Unlock()
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
	if p.hasParted() {
		return e
	}
	if name := signalName(p.on.cmd.ProcessState); name != "" {
		e.How = "signal " + name
	}
	return e
}

// ExitCode is the exit status of a worker that has ended, or minus the signal
// that ended it.
func (p *Process) ExitCode() int {
	if p.hasParted() {
		return 0
	}
	state := p.on.cmd.ProcessState
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
	p.awaitEnd()
}

func (p *Process) awaitEnd() {
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
		p.on.w.write(frameBye, []byte{byte(code)})
	}
}

// Kill implements Worker.
func (p *Process) Kill() { p.end((*os.Process).Kill) }

// Terminate asks the operating system to end the worker: SIGTERM where there is
// one.
func (p *Process) Terminate() {
	p.end(func(o *os.Process) error { terminate(o); return nil })
}

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
