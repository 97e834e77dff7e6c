package futures

// This file defines Executor.map.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// executorMap submits the calls and returns a generator of their results in
// order. Without buffersize all are submitted at once; with it at most so many
// results are ahead of the consumer, and the iterables are read as it goes.
func executorMap(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	return mapInChunks(t, a, 1)
}

// mapInChunks is executorMap with so many calls in a task.
func mapInChunks(t *isolate.Thread, a object.Args, chunk int) (starlark.Value, error) {
	self, fn, iterables := a[0], a[1], a[2].(starlark.Tuple)
	m := &mapping{self: self, fn: fn, chunk: chunk}
	if a[3] != starlark.None {
		// The clock starts now. A timeout that is no number fails as the sum does.
		if _, err := object.Binary(t, syntax.PLUS, a[3], starlark.Float(0)); err != nil {
			return nil, err
		}
		d, _, err := timeoutOf(t, a[3])
		if err != nil {
			return nil, err
		}
		m.deadline = newDeadline(d)
	}
	var err error
	if a[5] != starlark.None {
		n, ok := object.Base(a[5]).(starlark.Int)
		if !ok {
			return nil, object.Raise(object.TypeError, "buffersize must be an integer or None")
		}
		if n.Sign() <= 0 {
			return nil, object.Raise(object.ValueError, "buffersize must be None or > 0")
		}
		if m.buffer, err = object.ClampedInt(t, n); err != nil {
			return nil, err
		}
	}
	for _, it := range iterables {
		i, err := object.Iter(t, it)
		if err != nil {
			return nil, err
		}
		m.iters = append(m.iters, i)
	}
	for len(m.iters) > 0 && (m.buffer == 0 || len(m.queue) < m.buffer) {
		more, err := m.submit(t)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
	}
	return object.NewGoGenerator("Executor.map.<locals>.result_iterator", m.next, m.close).In(t.Isolate()), nil
}

// A mapping is one map in progress.
type mapping struct {
	self     starlark.Value
	fn       starlark.Value
	iters    []object.Iterator // nil once the shortest has ended
	buffer   int               // 0: everything was submitted at the start
	queue    []starlark.Value  // futures whose results are to come
	deadline *deadline
	chunk    int                // calls in a task
	ready    starlark.Indexable // the results of the chunk at hand
	given    int                // how many of them were given
}

// submit reads one item of each iterable and submits the call. It reports
// whether there was one.
func (m *mapping) submit(t *isolate.Thread) (bool, error) {
	if m.chunk > 1 {
		return m.submitChunk(t)
	}
	args, err := m.read(t)
	if args == nil || err != nil {
		return false, err
	}
	return true, m.send(t, m.fn, args)
}

// submitChunk is submit for several items.
func (m *mapping) submitChunk(t *isolate.Thread) (bool, error) {
	chunk := make([]starlark.Value, 0, min(m.chunk, 1<<16))
	alone := len(m.iters) == 1 // no need to pack one argument
	for len(chunk) < m.chunk && m.iters != nil {
		var v starlark.Value
		var err error
		if alone {
			v, err = m.iters[0].Next(t)
		} else if args, aerr := m.read(t); args != nil || aerr != nil {
			v, err = args, aerr
		}
		if err != nil {
			return false, err
		}
		if v == nil {
			m.iters = nil
			break
		}
		chunk = append(chunk, v)
	}
	if len(chunk) == 0 {
		return false, nil
	}
	run, err := chunkFunction(t)
	if err != nil {
		return false, err
	}
	err = m.send(t, run, starlark.Tuple{m.fn, starlark.NewList(chunk), starlark.Bool(alone)})
	t.Give() // to the pool's workers, which have to write the chunk
	return true, err
}

// read reads one item of each iterable, or returns nil at the shortest's end.
func (m *mapping) read(t *isolate.Thread) (starlark.Tuple, error) {
	args := make(starlark.Tuple, len(m.iters))
	for i, it := range m.iters {
		v, err := it.Next(t)
		if err != nil {
			return nil, err
		}
		if v == nil {
			m.iters = nil
			return nil, nil
		}
		args[i] = v
	}
	return args, nil
}

func (m *mapping) send(t *isolate.Thread, fn starlark.Value, args starlark.Tuple) error {
	// An executor made in Go whose submit a script has not overridden needs no
	// call through the interpreter.
	if x := executorOf(m.self); x != nil && isOwnSubmit(m.self) {
		f, err := x.submit(t, fn, args, nil)
		if err != nil {
			return err
		}
		m.queue = append(m.queue, &f.Instance)
		return nil
	}
	f, err := object.CallMethod(t, m.self, "submit", append(starlark.Tuple{fn}, args...)...)
	if err != nil {
		return err
	}
	m.queue = append(m.queue, f)
	return nil
}

func isOwnSubmit(self starlark.Value) bool {
	return object.IsNativeMethod(object.ClassOf(self).Lookup("submit")) && self.(*object.Instance).Attrs.Get("submit") == nil
}

func (m *mapping) next(t *isolate.Thread) (starlark.Value, error) {
	for m.chunk > 1 {
		if m.ready != nil && m.given < m.ready.Len() {
			v := m.ready.Index(m.given)
			m.given++
			return v, nil
		}
		v, err := m.nextResult(t)
		if v == nil || err != nil {
			return nil, err
		}
		list, ok := object.Base(v).(starlark.Indexable)
		if !ok {
			return nil, object.Raise(object.TypeError, "'%s' object is not iterable", object.TypeName(v))
		}
		m.ready, m.given = list, 0
	}
	return m.nextResult(t)
}

// nextResult waits for the result of the next task.
func (m *mapping) nextResult(t *isolate.Thread) (starlark.Value, error) {
	if len(m.queue) == 0 {
		return nil, nil
	}
	head := m.queue[0]
	m.queue[0] = nil
	m.queue = m.queue[1:]
	if m.buffer > 0 && m.iters != nil {
		if _, err := m.submit(t); err != nil {
			m.queue = append([]starlark.Value{head}, m.queue...)
			return nil, err
		}
	}
	timeout := starlark.Value(starlark.None)
	if m.deadline != nil {
		timeout = m.deadline.left()
	}
	var v starlark.Value
	var err error
	if f := futureOf(head); f != nil {
		v, err = f.result(t, timeout)
	} else {
		v, err = object.CallMethod(t, head, "result", timeout)
	}
	if err != nil {
		m.queue = append([]starlark.Value{head}, m.queue...)
	}
	return v, err
}

// close cancels what has not started.
func (m *mapping) close(t *isolate.Thread) error {
	for _, v := range m.queue {
		if f := futureOf(v); f != nil {
			f.cancel(t)
		} else if _, err := object.CallMethod(t, v, "cancel"); err != nil {
			return err
		}
	}
	m.queue = nil
	return nil
}
