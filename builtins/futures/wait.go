package futures

// This file defines wait.

import (
	"context"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/pool"
)

// A deadline is a moment on the monotonic clock.
type deadline struct{ at time.Time }

func newDeadline(d time.Duration) *deadline { return &deadline{time.Now().Add(d)} }

// left is the time that remains, in seconds, as a timeout argument.
func (d *deadline) left() starlark.Value {
	return starlark.Float(max(0, time.Until(d.at).Seconds()))
}

// collect makes a list of the futures in fs, each once.
func collect(t *isolate.Thread, fs starlark.Value) ([]*future, error) {
	var out []*future
	seen := make(map[*future]bool)
	err := object.ForEach(t, fs, func(v starlark.Value) error {
		f := futureOf(v)
		if f == nil {
			return object.Raise(object.AttributeError, "'%s' object has no attribute '_condition'", object.TypeName(v))
		}
		if !seen[f] {
			seen[f] = true
			out = append(out, f)
		}
		return nil
	})
	return out, err
}

// A pending is the not_done set that wait returned, as long as nobody looks into
// it: the engine's set of futures and how many of them are done. Handed back to
// wait, it costs nothing that grows with its size.
type pending struct {
	set  *pool.WaitSet[*future]
	seen int
}

// Len implements object.Lazy.
func (p *pending) Len() int { return p.set.Len() - p.seen }

// Force implements object.Lazy.
func (p *pending) Force() starlark.Value {
	rest := p.set.NotDone(p.seen)
	out := starlark.NewSet(len(rest))
	for _, f := range rest {
		out.Insert(&f.Instance)
	}
	return out
}

// wait is concurrent.futures.wait(fs, timeout=None, return_when=ALL_COMPLETED).
func wait(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	d, has, err := timeoutOf(t, a[1])
	if err != nil {
		return nil, err
	}
	p := &pending{}
	if x, ok := a[0].(*object.Instance); ok {
		if again, ok := x.State.(*pending); ok {
			*p = *again
		}
	}
	if p.set == nil {
		fs, err := collect(t, a[0])
		if err != nil {
			return nil, err
		}
		p.set = pool.NewWaitSet(fs)
	}
	done := p.set.Done(p.seen)
	if len(done) == p.Len() {
		return result(t, done, &pending{set: p.set, seen: p.seen + len(done)})
	}
	// As in CPython the condition is looked at only when there is one to wait for.
	name, ok := object.Text(a[2])
	cond := pool.Condition(name)
	if !ok || cond.Valid() != nil {
		s, err := object.Repr(t, a[2])
		if err != nil {
			return nil, err
		}
		return nil, object.Raise(object.ValueError, "Invalid return condition: %s", s)
	}
	if !holds(cond, done, p) {
		task := currentTask(t)
		err := blockFor(t, d, has, func(ctx context.Context) error {
			_, err := p.set.Wait(pool.WithTask(ctx, task), cond, p.seen)
			return err
		})
		if err != nil && err != errTimedOut {
			return nil, waitError(err)
		}
		done = p.set.Done(p.seen)
	}
	return result(t, done, &pending{set: p.set, seen: p.seen + len(done)})
}

// holds reports whether wait may return at once.
func holds(cond pool.Condition, done []*future, p *pending) bool {
	switch cond {
	case pool.FirstCompleted:
		return len(done) > 0
	case pool.FirstException:
		for _, f := range done {
			if _, _, err := f.Peek(); err != nil && !f.Future.Cancelled() {
				return true
			}
		}
	}
	return false
}

// resultType is DoneAndNotDoneFutures, made by the collections module as any
// other named tuple.
var resultType = isolate.NewKey(func(*isolate.Isolate) *starlark.Value { return new(starlark.Value) })

func result(t *isolate.Thread, done []*future, rest *pending) (starlark.Value, error) {
	set := starlark.NewSet(len(done))
	for _, f := range done {
		if err := set.Insert(&f.Instance); err != nil {
			return nil, err
		}
	}
	class := resultType.In(t.Isolate())
	if *class == nil {
		m, err := registry.Get(t, "collections")
		if err != nil {
			return nil, err
		}
		if m == nil {
			return nil, object.Raise(object.ModuleNotFoundError, "No module named 'collections'")
		}
		c, err := object.CallMethod(t, m, "namedtuple", starlark.String("DoneAndNotDoneFutures"), starlark.String("done not_done"))
		if err != nil {
			return nil, err
		}
		*class = c
	}
	notDone := object.Make(object.SetType, t, rest)
	return object.Call(t, *class, starlark.Tuple{set, notDone}, nil)
}
