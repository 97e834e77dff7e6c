// Package signal is the module signal. A handler runs on a thread of its own
// while the main thread waits; what it raises appears in the main thread.
package signal

import (
	"context"
	_ "embed"
	"os"
	"os/signal"
	"strconv"
	"sync"
	"syscall"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

var (
	//go:embed signal.py
	source string
	//go:embed names.py
	nameSource string
)

func init() {
	registry.Register(&registry.Module{
		Name: "signal", Doc: "This module provides mechanisms to use signal handlers in Python.",
		Funcs: []object.Def{
			{Sig: "_install(signum, action, handler, /)", Fn: install},
			{Sig: "_kill(signum, /)", Fn: kill},
			{Sig: "_timer(seconds, interval, /)", Fn: setTimer},
			{Sig: "pause()", Doc: "Wait until a signal arrives.", Fn: pause},
		},
		Init: func(t *thread, m *object.Module) error {
			d := starlark.NewDict(len(names))
			for _, s := range names {
				d.SetKey(starlark.String(s.name), starlark.MakeInt(int(s.number)))
			}
			m.Vars.Set("_signals", d)
			return nil
		},
		Source: source,
		Parts:  []registry.Part{{Names: sync.OnceValue(enumerated), Source: nameSource}},
	})
}

// enumerated are the names that names.py defines.
func enumerated() []string {
	out := []string{"Signals", "Handlers", "SIG_DFL", "SIG_IGN"}
	for _, s := range names {
		out = append(out, s.name)
	}
	return out
}

type named struct {
	name   string
	number syscall.Signal
}

// handlers are what an isolate's scripts installed.
type handlers struct {
	mu      sync.Mutex
	iso     *isolate.Isolate
	calls   map[int]value
	sources map[int]chan os.Signal
	arrived chan struct{} // closed and replaced when a handler ran

	timer    *time.Timer
	fires    time.Time
	interval time.Duration
}

var handlersIn = isolate.NewKey(func(iso *isolate.Isolate) *handlers {
	h := &handlers{iso: iso, calls: make(map[int]value), sources: make(map[int]chan os.Signal), arrived: make(chan struct{})}
	iso.SetSignalHook(h.handles)
	iso.OnClose(h.stop)
	return h
})

func (h *handlers) stop() {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, ch := range h.sources {
		signal.Stop(ch)
		close(ch)
	}
	clear(h.sources)
	if h.timer != nil {
		h.timer.Stop()
	}
}

// handles is asked by the host when it gets a signal that it would act on.
func (h *handlers) handles(n int) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	_, ok := h.calls[n]
	return ok
}

func install(t *thread, a args) (value, error) {
	n, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	action, err := object.Int(t, a[1])
	if err != nil {
		return nil, err
	}
	if err := permit.Owns(t, "handling signal "+strconv.Itoa(n)+" of the process"); err != nil {
		return nil, err
	}
	h := handlersIn.In(t.Isolate())
	h.mu.Lock()
	defer h.mu.Unlock()
	if ch := h.sources[n]; ch != nil {
		signal.Stop(ch)
		close(ch)
		delete(h.sources, n)
	}
	delete(h.calls, n)
	switch action {
	case 1:
		signal.Ignore(syscall.Signal(n))
		h.calls[n] = nil
	case 2:
		h.calls[n] = a[2]
		ch := make(chan os.Signal, 8)
		h.sources[n] = ch
		signal.Notify(ch, syscall.Signal(n))
		go func() {
			for range ch {
				h.deliver(n)
			}
		}()
	default:
		if n != int(syscall.SIGINT) {
			signal.Reset(syscall.Signal(n))
		}
	}
	return starlark.None, nil
}

// deliver runs the handler of a signal.
func (h *handlers) deliver(n int) {
	h.mu.Lock()
	fn := h.calls[n]
	h.mu.Unlock()
	if fn == nil {
		return
	}
	t := h.iso.NewThread("MainThread")
	t.Acquire()
	_, err := object.Call(t, fn, starlark.Tuple{starlark.MakeInt(n), starlark.None}, nil)
	if err != nil {
		if exc := object.Catch(t, err, 0); exc != nil {
			h.iso.Main().Interrupt(object.RaiseValue(exc))
		}
	}
	t.Release()
	t.Exit()
	h.mu.Lock()
	close(h.arrived)
	h.arrived = make(chan struct{})
	h.mu.Unlock()
}

func kill(t *thread, a args) (value, error) {
	n, err := object.Int(t, a[0])
	if err != nil {
		return nil, err
	}
	if err := permit.Owns(t, "sending signal "+strconv.Itoa(n)+" to the process"); err != nil {
		return nil, err
	}
	p, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = p.Signal(syscall.Signal(n))
	}
	return starlark.None, object.RaiseOS(err, "")
}

// setTimer starts the timer of SIGALRM (0 stops it, None leaves it) and returns
// what was left of the previous one and its interval.
func setTimer(t *thread, a args) (value, error) {
	if a[0] != starlark.None {
		if err := permit.Owns(t, "setting the process's timer"); err != nil {
			return nil, err
		}
	}
	h := handlersIn.In(t.Isolate())
	h.mu.Lock()
	defer h.mu.Unlock()
	left := 0.0
	if h.timer != nil {
		left = max(0, time.Until(h.fires).Seconds())
	}
	previous := starlark.Tuple{starlark.Float(left), starlark.Float(h.interval.Seconds())}
	if a[0] == starlark.None {
		return previous, nil
	}
	s, err := object.Float(t, a[0])
	if err != nil {
		return nil, err
	}
	every, err := object.Float(t, a[1])
	if err != nil {
		return nil, err
	}
	if h.timer != nil {
		h.timer.Stop()
		h.timer = nil
	}
	h.interval = isolate.Seconds(every)
	if s > 0 {
		d := isolate.Seconds(s)
		h.fires = time.Now().Add(d)
		h.timer = time.AfterFunc(d, h.alarm)
	}
	return previous, nil
}

func (h *handlers) alarm() {
	h.mu.Lock()
	_, handled := h.calls[alarmSignal]
	if h.interval > 0 && h.timer != nil {
		h.fires = time.Now().Add(h.interval)
		h.timer.Reset(h.interval)
	} else {
		h.timer = nil
	}
	h.mu.Unlock()
	if handled {
		h.deliver(alarmSignal)
		return
	}
	if p, err := os.FindProcess(os.Getpid()); err == nil {
		p.Signal(syscall.Signal(alarmSignal))
	}
}

func pause(t *thread, a args) (value, error) {
	h := handlersIn.In(t.Isolate())
	h.mu.Lock()
	arrived := h.arrived
	h.mu.Unlock()
	return starlark.None, t.Block(func(ctx context.Context) error {
		select {
		case <-arrived:
		case <-ctx.Done():
		}
		return nil
	})
}
