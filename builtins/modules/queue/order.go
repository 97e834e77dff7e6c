package queue

// This file defines the orders in which queues hand out their items.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// An order stores a queue's items.
type order interface {
	len() int
	push(t *isolate.Thread, v starlark.Value) error
	pop(t *isolate.Thread) (starlark.Value, error)
	list() []starlark.Value // for the attribute `queue`
}

// fifo is a ring that grows.
type fifo struct {
	ring    []starlark.Value
	head, n int
}

func (f *fifo) len() int { return f.n }

func (f *fifo) push(t *isolate.Thread, v starlark.Value) error {
	if f.n == len(f.ring) {
		f.ring, f.head = append(f.list(), make([]starlark.Value, f.n+8)...), 0
	}
	f.ring[(f.head+f.n)%len(f.ring)] = v
	f.n++
	return nil
}

func (f *fifo) pop(t *isolate.Thread) (starlark.Value, error) {
	v := f.ring[f.head]
	f.ring[f.head] = nil
	f.head = (f.head + 1) % len(f.ring)
	f.n--
	return v, nil
}

func (f *fifo) list() []starlark.Value {
	out := make([]starlark.Value, f.n)
	for i := range out {
		out[i] = f.ring[(f.head+i)%len(f.ring)]
	}
	return out
}

// lifo is a stack.
type lifo struct{ stack []starlark.Value }

func (l *lifo) len() int { return len(l.stack) }

func (l *lifo) push(t *isolate.Thread, v starlark.Value) error {
	l.stack = append(l.stack, v)
	return nil
}

func (l *lifo) pop(t *isolate.Thread) (starlark.Value, error) {
	i := len(l.stack) - 1
	v := l.stack[i]
	l.stack[i] = nil
	l.stack = l.stack[:i]
	return v, nil
}

func (l *lifo) list() []starlark.Value { return append([]starlark.Value(nil), l.stack...) }

// priority is a binary heap, the least item first. A comparison may run script
// code and fail; the heap then still holds every item.
type priority struct{ heap []starlark.Value }

func (p *priority) len() int { return len(p.heap) }

func (p *priority) push(t *isolate.Thread, v starlark.Value) error {
	p.heap = append(p.heap, v)
	for i := len(p.heap) - 1; i > 0; {
		parent := (i - 1) / 2
		less, err := object.Less(t, p.heap[i], p.heap[parent])
		if err != nil {
			return err
		}
		if !less {
			break
		}
		p.heap[i], p.heap[parent] = p.heap[parent], p.heap[i]
		i = parent
	}
	return nil
}

func (p *priority) pop(t *isolate.Thread) (starlark.Value, error) {
	top, last := p.heap[0], len(p.heap)-1
	p.heap[0] = p.heap[last]
	p.heap[last] = nil
	p.heap = p.heap[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			return top, nil
		}
		if child+1 < last {
			less, err := object.Less(t, p.heap[child+1], p.heap[child])
			if err != nil {
				return nil, err
			}
			if less {
				child++
			}
		}
		less, err := object.Less(t, p.heap[child], p.heap[i])
		if err != nil {
			return nil, err
		}
		if !less {
			return top, nil
		}
		p.heap[i], p.heap[child] = p.heap[child], p.heap[i]
		i = child
	}
}

func (p *priority) list() []starlark.Value { return append([]starlark.Value(nil), p.heap...) }
