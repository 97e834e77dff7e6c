package isolate

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var errStop = errors.New("stop")

// loop runs an endless Starlark loop on t and returns the error that ended it.
func loop(t *Thread, body string) error {
	t.Acquire()
	defer t.Release()
	opts := &syntax.FileOptions{While: true, TopLevelControl: true, GlobalReassign: true}
	_, err := starlark.ExecFileOptions(opts, t.Starlark(), "loop", "x = 'a' * 100000\nwhile True:\n  "+body+"\n", nil)
	if p := t.Pending(); p != nil {
		return p
	}
	return err
}

func TestInterruptStopsALoop(t *testing.T) {
	for _, body := range []string{"pass", "y = x + x", "x.replace('a', 'b')"} {
		iso := New(context.Background())
		ended := make(chan error)
		go func() { ended <- loop(iso.Main(), body) }()
		time.Sleep(10 * time.Millisecond)
		iso.Main().Interrupt(errStop)
		if err := <-ended; err != errStop {
			t.Errorf("%s: got %v", body, err)
		}
		// The thread can run and block again.
		iso.Main().Acquire()
		if _, err := starlark.ExecFile(iso.Main().Starlark(), "again", "x = [i for i in range(10)]", nil); err != nil {
			t.Errorf("%s: run again: %v", body, err)
		}
		if err := iso.Main().Block(func(ctx context.Context) error { return ctx.Err() }); err != nil {
			t.Errorf("%s: block again: %v", body, err)
		}
		iso.Main().Release()
		iso.Close()
	}
}

func TestInterruptEndsAWait(t *testing.T) {
	iso := New(context.Background())
	defer iso.Close()
	ended := make(chan error)
	go func() {
		iso.Main().Acquire()
		defer iso.Main().Release()
		var q WaitQueue
		woken, err := q.Wait(iso.Main(), Forever)
		if woken || q.Len() != 0 {
			t.Error("woken by nobody")
		}
		ended <- err
	}()
	time.Sleep(5 * time.Millisecond)
	iso.Main().Interrupt(errStop)
	if err := <-ended; err != errStop {
		t.Errorf("got %v", err)
	}
}

// TestThreadsTakeTurns has threads that count under the lock, while others hold it
// for as long as they may and one is interrupted again and again.
func TestThreadsTakeTurns(t *testing.T) {
	iso := New(context.Background())
	var busy, counters sync.WaitGroup
	threads := make([]*Thread, 2)
	for i := range threads {
		threads[i] = iso.NewThread("busy")
		busy.Go(func() {
			defer threads[i].Exit()
			for loop(threads[i], "y = x + x") == errStop && iso.Context().Err() == nil {
			}
		})
	}
	n := 0
	for range 4 {
		counters.Go(func() {
			th := iso.NewThread("counter")
			defer th.Exit()
			for range 50 {
				th.Acquire()
				n++
				th.Block(func(context.Context) error { return nil })
				th.Release()
			}
		})
	}
	for range 20 {
		threads[0].Interrupt(errStop)
		time.Sleep(time.Millisecond)
	}
	counters.Wait()
	iso.Close()
	for _, th := range threads {
		th.Interrupt(context.Canceled)
	}
	busy.Wait()
	if n != 200 {
		t.Errorf("counted %d, want 200", n)
	}
}
