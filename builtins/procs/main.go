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
	in, out := connected()
	os.Exit(serve(make, bufio.NewReaderSize(in, 1<<16), &frameWriter{w: out}))
}

// exitLost is the exit status of a worker whose parent is gone.
const exitLost = 1

func serve(make_ Maker, r *bufio.Reader, w *frameWriter) int {
	kind, data, err := readFrame(r)
	var s Setup
	if err != nil || kind != frameSetup || json.Unmarshal(data, &s) != nil {
		return exitLost
	}
	current.Store(&s)
	stdout := &lineWriter{pass: func(b []byte) error { return w.write(frameOut, b) }}
	stderr := &lineWriter{pass: func(b []byte) error { return w.write(frameErr, b) }}
	in, err := make_(s, stdout, stderr)
	if err != nil {
		w.write(frameErr, []byte("starpool: worker: "+strings.TrimSpace(err.Error())+"\n"))
		return exitLost
	}
	server := NewServer(in.Isolate, stdout, stderr)
	asking.Store(&asker{w: w})
	calls := make(chan []byte, 1)
	bye := make(chan int, 1)
	go func() {
		for {
			kind, data, err := readFrame(r)
			switch {
			case err != nil:
				os.Exit(exitLost) // the parent is gone: so is whoever wants a result
			case kind == frameCall:
				calls <- data
			case kind == frameAnswer:
				asking.Load().answered(data)
			case kind == frameBye:
				code := 0
				if len(data) > 0 {
					code = int(data[0])
				}
				select {
				case bye <- code:
				default:
				}
				// Read on: a parent that dies now must still be noticed.
			}
		}
	}()
	for {
		select {
		case request := <-calls:
			if w.write(frameReply, server.Handle(request)) != nil {
				return exitLost
			}
		case code := <-bye:
			in.Finish()
			server.flush()
			return code
		}
	}
}

// current is the setup of this process if it is a worker.
var current atomic.Pointer[Setup]

// Current returns the setup of this process, or nil if it is no worker.
func Current() *Setup { return current.Load() }
