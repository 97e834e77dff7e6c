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

func serve(make_ Maker, l *link) int {
	r := l.reader()
	kind, data, err := readFrame(r)
	var s Setup
	if err != nil || kind != frameSetup || json.Unmarshal(data, &s) != nil {
		return exitLost
	}
	current.Store(&s)
	v := newVoice(l)
	asking.Store(&asker{w: v.aside})
	next := func() (byte, []byte, error) { return readFrame(r) }
	if l.aside == nil {
		next = apart(next)
	} else {
		go listen(l.aside)
	}
	stdout := &lineWriter{pass: v.output(frameOut)}
	stderr := &lineWriter{pass: v.output(frameErr)}
	in, err := make_(s, stdout, stderr)
	if err != nil {
		v.output(frameErr)([]byte("starpool: worker: " + strings.TrimSpace(err.Error()) + "\n"))
		return exitLost
	}
	server := NewServer(in.Isolate, stdout, stderr)
	for {
		kind, data, err := next()
		switch {
		case err != nil:
			return exitLost // the parent is gone: so is whoever wants a result
		case kind == frameCall:
			v.begin()
			if v.reply(server.Handle(data)) != nil {
				return exitLost
			}
		case kind == frameBye:
			code := 0
			if len(data) > 0 {
				code = int(data[0])
			}
			in.Finish()
			server.flush()
			return code
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
