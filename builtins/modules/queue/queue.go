// Package queue is the module queue: Queue, LifoQueue, PriorityQueue and
// SimpleQueue (queue.go), and the order in which each hands items out
// (order.go).
package queue

// This file defines the queue classes.

import (
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var (
	queueClass    = object.NewClass(object.Spec{Name: "Queue", Module: "queue", Doc: "Create a queue object with a given maximum size."})
	lifoClass     = object.NewClass(object.Spec{Name: "LifoQueue", Module: "queue", Base: queueClass, Doc: "Variant of Queue that retrieves most recently added entries first."})
	priorityClass = object.NewClass(object.Spec{Name: "PriorityQueue", Module: "queue", Base: queueClass, Doc: "Variant of Queue that retrieves open entries in priority order (lowest first)."})
	simpleClass   = object.NewClass(object.Spec{Name: "SimpleQueue", Module: "_queue", Doc: "Simple, unbounded, reentrant FIFO queue."})

	emptyError    = object.NewClass(object.Spec{Name: "Empty", Module: "_queue", Base: object.Exception})
	fullError     = object.NewClass(object.Spec{Name: "Full", Module: "queue", Base: object.Exception})
	shutDownError = object.NewClass(object.Spec{Name: "ShutDown", Module: "queue", Base: object.Exception})
)

// A queue is the State of all of them. The interpreter lock guards it.
type queue struct {
	items      order
	maxsize    int
	unfinished int
	shut       bool
	notEmpty   isolate.WaitQueue
	notFull    isolate.WaitQueue
	allDone    isolate.WaitQueue
}

func stateOf(v starlark.Value) *queue {
	if x, ok := v.(*object.Instance); ok {
		q, _ := x.State.(*queue)
		return q
	}
	return nil
}

// waitTime reads block and timeout.
func waitTime(t *isolate.Thread, block, timeout starlark.Value) (time.Duration, error) {
	b, err := object.Truth(t, block)
	if err != nil {
		return 0, err
	}
	if !b {
		return 0, nil
	}
	if timeout == starlark.None {
		return isolate.Forever, nil
	}
	s, err := object.Float(t, timeout)
	if err != nil {
		return 0, object.Raise(object.TypeError, "'<' not supported between instances of '%s' and 'int'", object.TypeName(timeout))
	}
	if s < 0 {
		return 0, object.Raise(object.ValueError, "'timeout' must be a non-negative number")
	}
	return isolate.Seconds(s), nil
}

// await waits in q until ready, the timeout (false) or an interrupt.
func await(t *isolate.Thread, q *isolate.WaitQueue, d time.Duration, ready func() bool) (bool, error) {
	var until time.Time
	if d > 0 {
		until = time.Now().Add(d)
	}
	for !ready() {
		left := d
		if d > 0 {
			left = max(0, time.Until(until))
		}
		woke, err := q.Wait(t, left)
		if err != nil {
			return false, err
		}
		if !woke && d >= 0 && !ready() {
			return false, nil
		}
	}
	return true, nil
}

func (q *queue) full() bool { return q.maxsize > 0 && q.items.len() >= q.maxsize }

func (q *queue) put(t *isolate.Thread, item starlark.Value, d time.Duration) error {
	if q.shut {
		return object.Raise(shutDownError, "")
	}
	ok, err := await(t, &q.notFull, d, func() bool { return q.shut || !q.full() })
	if err != nil {
		return err
	}
	switch {
	case q.shut:
		return object.Raise(shutDownError, "")
	case !ok:
		return object.Raise(fullError, "")
	}
	if err := q.items.push(t, item); err != nil {
		return err
	}
	q.unfinished++
	q.notEmpty.Wake(1)
	return nil
}

func (q *queue) get(t *isolate.Thread, d time.Duration) (starlark.Value, error) {
	ok, err := await(t, &q.notEmpty, d, func() bool { return q.items.len() > 0 || q.shut })
	if err != nil {
		return nil, err
	}
	switch {
	case !ok:
		return nil, object.Raise(emptyError, "")
	case q.items.len() == 0:
		return nil, object.Raise(shutDownError, "")
	}
	v, err := q.items.pop(t)
	if err != nil {
		return nil, err
	}
	q.notFull.Wake(1)
	return v, nil
}

func (q *queue) taskDone() error {
	if q.unfinished <= 0 {
		return object.Raise(object.ValueError, "task_done() called too many times")
	}
	q.unfinished--
	if q.unfinished == 0 {
		q.allDone.WakeAll()
	}
	return nil
}

func (q *queue) shutdown(t *isolate.Thread, immediate bool) error {
	q.shut = true
	if immediate {
		for q.items.len() > 0 {
			if _, err := q.items.pop(t); err != nil {
				return err
			}
			if q.unfinished > 0 {
				q.unfinished--
			}
		}
		q.allDone.WakeAll()
	}
	q.notEmpty.WakeAll()
	q.notFull.WakeAll()
	return nil
}

func init() {
	for _, c := range []*object.Class{emptyError, fullError, shutDownError} {
		c.Exception = true
	}
	alloc := func(items func() order) func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
			return object.Make(c, t, &queue{items: items()}), nil
		}
	}
	queueClass.New = alloc(func() order { return new(fifo) })
	lifoClass.New = alloc(func() order { return new(lifo) })
	priorityClass.New = alloc(func() order { return new(priority) })
	simpleClass.New = alloc(func() order { return new(fifo) })

	none := func(err error) (starlark.Value, error) { return starlark.None, err }
	put := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		d, err := waitTime(t, a[2], a[3])
		if err != nil {
			return nil, err
		}
		return none(stateOf(a[0]).put(t, a[1], d))
	}
	get := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		d, err := waitTime(t, a[1], a[2])
		if err != nil {
			return nil, err
		}
		return stateOf(a[0]).get(t, d)
	}
	size := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.MakeInt(stateOf(a[0]).items.len()), nil
	}
	empty := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.Bool(stateOf(a[0]).items.len() == 0), nil
	}
	putNow := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return none(stateOf(a[0]).put(t, a[1], 0))
	}
	getNow := func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return stateOf(a[0]).get(t, 0) }

	queueClass.AddMethods(
		object.Def{Sig: "def __init__(self, maxsize=0)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			n, err := object.Int(t, a[1])
			if err != nil {
				return nil, err
			}
			stateOf(a[0]).maxsize = n
			return none(useScript(t, a[0].(*object.Instance), a[1]))
		}},
		object.Def{Sig: "def put(self, item, block=True, timeout=None)", Doc: "Put an item into the queue.", Fn: put},
		object.Def{Sig: "def get(self, block=True, timeout=None)", Doc: "Remove and return an item from the queue.", Fn: get},
		object.Def{Sig: "def put_nowait(self, item)", Doc: "Put an item into the queue without blocking.", Fn: putNow},
		object.Def{Sig: "def get_nowait(self)", Doc: "Remove and return an item from the queue without blocking.", Fn: getNow},
		object.Def{Sig: "def qsize(self)", Doc: "Return the approximate size of the queue.", Fn: size},
		object.Def{Sig: "def empty(self)", Doc: "Return True if the queue is empty, False otherwise.", Fn: empty},
		object.Def{Sig: "def full(self)", Doc: "Return True if the queue is full, False otherwise.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.Bool(stateOf(a[0]).full()), nil
		}},
		object.Def{Sig: "def task_done(self)", Doc: "Indicate that a formerly enqueued task is complete.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return none(stateOf(a[0]).taskDone())
		}},
		object.Def{Sig: "def join(self)", Doc: "Blocks until all items in the queue have been gotten and processed.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			q := stateOf(a[0])
			_, err := await(t, &q.allDone, isolate.Forever, func() bool { return q.unfinished == 0 })
			return none(err)
		}},
		object.Def{Sig: "def shutdown(self, immediate=False)", Doc: "Shut-down the queue, making queue gets and puts raise ShutDown.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			now, err := object.Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			return none(stateOf(a[0]).shutdown(t, now))
		}},
		object.Def{Sig: "def __class_getitem__(cls, item)", Class: true, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return a[0], nil }},
	)
	queueClass.AddAttrs(
		object.Attr{Name: "maxsize", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.MakeInt(stateOf(self).maxsize), nil
		}, Set: func(t *isolate.Thread, self, v starlark.Value) error {
			n, err := object.Int(t, v)
			stateOf(self).maxsize = n
			return err
		}},
		object.Attr{Name: "unfinished_tasks", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.MakeInt(stateOf(self).unfinished), nil
		}},
		object.Attr{Name: "is_shutdown", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.Bool(stateOf(self).shut), nil
		}},
		object.Attr{Name: "queue", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			x := self.(*object.Instance)
			if v := x.Attrs.Get("queue"); v != nil {
				return v, nil
			}
			return storage(t, x, stateOf(x).items.list())
		}, Set: func(t *isolate.Thread, self, v starlark.Value) error {
			self.(*object.Instance).Attrs.Set("queue", v)
			return nil
		}},
	)
	simpleClass.AddMethods(
		object.Def{Sig: "put(self, item, block=True, timeout=None)", Fn: put},
		object.Def{Sig: "get(self, block=True, timeout=None)", Fn: get},
		object.Def{Sig: "put_nowait(self, item)", Fn: putNow},
		object.Def{Sig: "get_nowait(self)", Fn: getNow},
		object.Def{Sig: "qsize(self, /)", Fn: size},
		object.Def{Sig: "empty(self, /)", Fn: empty},
	)
	registry.Register(&registry.Module{
		Name: "queue", Doc: "A multi-producer, multi-consumer queue.",
		Classes: []*object.Class{queueClass, lifoClass, priorityClass, simpleClass, emptyError, fullError, shutDownError},
	})
}
