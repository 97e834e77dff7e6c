package procs

// This file defines Main, the program of a worker process.

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"starpool/builtins/isolate"
)

// An Interpreter is what a worker runs its calls in. The host makes it.
type Interpreter struct {
	Isolate *isolate.Isolate
	// Finish runs what the end of a program entails.
	Finish func()
	// Close ends what is left after that.
	Close func()
}

// A Maker makes an interpreter with these standard streams for a worker.
type Maker func(s Setup, stdout, stderr io.Writer) (*Interpreter, error)

// Main makes this process a worker if it was started as one, and then never
// returns. Otherwise it notes that this executable can be one. It must be called
// before the program does anything else.
func Main(make Maker) {
	if os.Getenv(Variable) == "" {
		enabled.Store(true)
		return
	}
	os.Unsetenv(Variable)
	enabled.Store(true)
	RelaxCollector()
	l, err := connected()
	if err != nil {
		os.Exit(exitLost)
	}
	os.Exit(serve(make, l))
}

// exitLost is the exit status of a worker whose parent is gone.
const exitLost = 1

// serve works for one pool after another, and returns the exit status.
func serve(make_ Maker, l *link) int {
	w := &workplace{make: make_, aside: &frameWriter{w: l.out}}
	w.replies = w.aside
	r := l.reader()
	w.next = func() (byte, []byte, error) { return readFrame(r) }
	if l.aside != nil {
		w.aside = &frameWriter{w: l.aside}
	}
	asking.Store(&asker{w: w.aside})
	if l.aside == nil {
		w.next = apart(w.next)
	} else {
		go listen(l.aside)
	}
	for again := false; ; again = true {
		kind, data, err := w.next()
		if err == nil && kind == frameBye {
			return 0 // nobody needs it any more
		}
		var s Setup
		if err != nil || kind != frameSetup || json.Unmarshal(data, &s) != nil {
			return exitLost
		}
		if again {
			w.aside.write(frameReady)
		}
		current.Store(&s)
		if code, done := w.work(s); done {
			return code
		}
	}
}

// A workplace is what a worker keeps from one pool to the next.
type workplace struct {
	make           Maker
	replies, aside *frameWriter
	next           func() (kind byte, data []byte, err error)
}

// work works for one pool. It returns false if the worker is as good as new
// afterwards, or its exit status.
func (w *workplace) work(s Setup) (code int, done bool) {
	before := takeFootprint()
	v := &voice{replies: w.replies, aside: w.aside}
	stdout := &lineWriter{pass: v.output(frameOut)}
	stderr := &lineWriter{pass: v.output(frameErr)}
	in, err := w.make(s, stdout, stderr)
	if err != nil {
		v.output(frameErr)([]byte("starpool: worker: " + strings.TrimSpace(err.Error()) + "\n"))
		return exitLost, true
	}
	server := NewServer(in.Isolate, stdout, stderr)
	for {
		kind, data, err := w.next()
		switch {
		case err != nil:
			return exitLost, true // the parent is gone: so is whoever wants a result
		case kind == frameCall:
			v.begin()
			if v.reply(server.Handle(data)) != nil {
				return exitLost, true
			}
		case kind == frameBye:
			in.Finish()
			server.flush()
			if len(data) > 0 {
				code = int(data[0])
			}
			if len(data) < 2 || data[1] == 0 {
				return code, true
			}
			clean := in.Isolate.Stopped() == nil && before.owned() && alone(in.Isolate)
			if clean {
				v.mute()
				in.Close()
				in, server = nil, nil // what scripts left open is collected
				clean = before.left()
			}
			if !clean {
				w.aside.write(frameDone, []byte{0})
				return code, true
			}
			return 0, w.aside.write(frameDone, []byte{1}) != nil
		}
	}
}

// listen hears what comes aside, until the parent is gone, which is noticed
// whatever the script does.
func listen(aside io.Reader) {
	r := bufio.NewReader(aside)
	for {
		kind, data, err := readFrame(r)
		if err != nil {
			os.Exit(exitLost)
		}
		if kind == frameAnswer {
			asking.Load().answered(data)
		}
	}
}

// apart reads on a goroutine of its own where all frames come one way: answers
// come while a call runs, and the parent may go.
func apart(next func() (byte, []byte, error)) func() (byte, []byte, error) {
	type frame struct {
		kind byte
		data []byte
	}
	frames := make(chan frame, 2)
	go func() {
		for {
			kind, data, err := next()
			switch {
			case err != nil:
				os.Exit(exitLost)
			case kind == frameAnswer:
				asking.Load().answered(data)
			default:
				frames <- frame{kind, data}
			}
		}
	}()
	return func() (byte, []byte, error) {
		f := <-frames
		return f.kind, f.data, nil
	}
}

// current is the setup of this process if it is a worker.
var current atomic.Pointer[Setup]

// Current returns the setup of this process, or nil if it is no worker.
func Current() *Setup { return current.Load() }
