package command

// This file defines what the program does with signals.

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"starpool/host"
)

// flushTime is how long the program may take to write what was printed after a
// second Ctrl-C.
const flushTime = 200 * time.Millisecond

// interruptOn makes Ctrl-C raise KeyboardInterrupt in the main thread, and a
// second one end the program. It closes ended before it does so: what the program
// makes of its end is then of no interest.
func interruptOn(in *host.Interpreter, ended chan<- struct{}, stderr io.Writer) (stop func()) {
	ch := make(chan os.Signal, 2)
	signal.Notify(ch, os.Interrupt)
	done := make(chan struct{})
	go func() {
		for first := true; ; first = false {
			select {
			case <-done:
				return
			case <-ch:
				if !in.Interrupt(int(syscall.SIGINT)) || !first {
					close(ended)
					// What was printed must not be lost, but nothing may hold this up.
					flushed := make(chan struct{})
					go func() { in.Close(); close(flushed) }()
					select {
					case <-flushed:
					case <-time.After(flushTime):
					}
					fmt.Fprintln(stderr, "\nKeyboardInterrupt")
					os.Exit(exitInterrupted)
				}
			}
		}
	}()
	return func() {
		signal.Stop(ch)
		close(done)
	}
}
