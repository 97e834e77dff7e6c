package procs

// This file defines how workers keep to the limits of the run that they work for.
// An isolate shares its parent's budget. A worker process has one of its own and
// leases what it uses from its parent, which may itself be a worker: so the sum
// holds. The parent watches time and output, and kills.

import (
	"context"
	"encoding/binary"
	"sync"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// leaseSize is the length of a lease's request: a limit and an amount. The amount
// 0 says that the limit was exceeded.
const leaseSize = 9

// Leased returns the budget of a worker process under these limits.
func Leased(l isolate.Limits) *isolate.Budget {
	l[isolate.Time], l[isolate.Output] = 0, 0 // the parent's to watch
	if !l.Any() {
		return nil
	}
	return isolate.NewBudget(l, func(l isolate.Limit, n int64) bool {
		request := binary.LittleEndian.AppendUint64([]byte{byte(l)}, uint64(n))
		answer, err := exchange(frameLease, request)
		return err == nil && len(answer) == 1 && answer[0] == 1
	})
}

// leases are what a worker process has leased.
type leases struct {
	mu   sync.Mutex
	held isolate.Limits
}

// lease answers a request for a lease.
func (p *Process) lease(budget *isolate.Budget, data []byte) {
	if len(data) != askHead+leaseSize {
		return
	}
	l := isolate.Limit(data[askHead])
	n := int64(binary.LittleEndian.Uint64(data[askHead+1:]))
	granted := byte(0)
	p.leases.mu.Lock()
	switch {
	case int(l) >= len(p.leases.held):
	case n == 0:
		budget.Exceed(l)
	case n < 0 && p.leases.held[l]+n < 0: // it gives back what it never had
	case budget.Lease(l, n):
		granted = 1
		p.leases.held[l] += n
	}
	p.leases.mu.Unlock()
	p.on.back.write(frameAnswer, data[:askHead], []byte{granted})
}

// giveBack returns what a worker that has ended held. Steps stay used.
func (p *Process) giveBack(budget *isolate.Budget) {
	p.leases.mu.Lock()
	defer p.leases.mu.Unlock()
	for l, n := range p.leases.held {
		if n > 0 && isolate.Limit(l) != isolate.Steps {
			budget.Lease(isolate.Limit(l), -n)
		}
	}
	p.leases.held = isolate.Limits{}
}

// hire takes a worker of the limit and returns what gives it back.
func hire(budget *isolate.Budget) (func(), error) {
	if err := budget.Use(isolate.Workers, 1); err != nil {
		return nil, &object.Cancellation{Err: err}
	}
	return sync.OnceFunc(func() { budget.Free(isolate.Workers, 1) }), nil
}

// killWhenStopped ends the worker with the run, if a limit ends that.
func (p *Process) killWhenStopped(iso *isolate.Isolate) (unhook func() bool) {
	return context.AfterFunc(iso.Context(), func() {
		if iso.Stopped() != nil {
			p.Kill()
		}
	})
}
