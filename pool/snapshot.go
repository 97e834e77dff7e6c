package pool

// This file defines Snapshot: a pool and its tasks at one moment, for people to look at.

// maxWaits is how many of the futures that a task waits for a snapshot names.
const maxWaits = 8

// A Snapshot describes a pool at one moment.
type Snapshot struct {
	Name       string
	MaxWorkers int
	Stats      Stats
	Done       int // tasks that are over, cancelled ones included
	Closed     bool
	Tasks      []TaskSnapshot // those that run
}

// A TaskSnapshot describes a task that runs, and what it waits for.
type TaskSnapshot struct {
	TaskInfo
	WaitsFor []TaskInfo // tasks and futures that are not done, at most 8
}

// Snapshot describes the pool. It calls the TaskName and SubmittedAt of the tasks that it names.
func (p *Pool) Snapshot() Snapshot {
	running := p.tasks()
	waits := make([][]*core, len(running))
	graph.mu.Lock()
	for i, c := range running {
		if x := c.ext.Load(); x != nil && x.blocked != nil {
			x.blocked.each(func(k *core) bool {
				if !k.state().Settled() {
					waits[i] = append(waits[i], k)
				}
				return len(waits[i]) < maxWaits
			})
		}
	}
	graph.mu.Unlock()

	s := Snapshot{Name: p.opts.Name, MaxWorkers: p.opts.MaxWorkers, Stats: p.Stats()}
	p.mu.Lock()
	s.Closed = p.closed
	s.Done = max(0, int(p.number)-p.queued-s.Stats.Running)
	p.mu.Unlock()
	for i, c := range running {
		t := TaskSnapshot{TaskInfo: (*Task)(c).Info()}
		for _, k := range waits[i] {
			t.WaitsFor = append(t.WaitsFor, (*Task)(k).Info())
		}
		s.Tasks = append(s.Tasks, t)
	}
	return s
}
