package repl

// This file defines %pools, and the list of what runs that leaving shows.

import (
	"fmt"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/modules/threading"
	"starpool/builtins/object"
)

// executors describes the live executors.
func (s *session) executors() (out []futures.ExecutorSnapshot) {
	s.host.Do(func(t *isolate.Thread) error {
		out = futures.Snapshot(t)
		return nil
	})
	return out
}

func (s *session) pools(string) error {
	all := s.executors()
	if len(all) == 0 {
		s.say("no live executors\n")
	}
	for _, x := range all {
		state := ""
		if x.Closed {
			state = ", shut down"
		}
		s.say("%s (%s pool%s): %d of %d workers, %d running, %d queued, %d done\n",
			x.Name, x.Kind, state, x.Stats.Workers, x.MaxWorkers, x.Stats.Running, x.Stats.Queued, x.Done)
		for _, task := range x.Tasks {
			s.say("  %s%s\n", task.TaskInfo, waits(task.WaitsFor))
		}
	}
	return nil
}

func waits[T fmt.Stringer](tasks []T) string {
	if len(tasks) == 0 {
		return ""
	}
	names := make([]string, len(tasks))
	for i, task := range tasks {
		names[i] = task.String()
	}
	return " waits for " + strings.Join(names, ", ")
}

// busy names what leaving waits for: the tasks that run and the script's threads
// that are no daemons. It counts the tasks that are queued.
func (s *session) busy() (names []string, queued int) {
	all := s.executors()
	for _, x := range all {
		queued += x.Stats.Queued
		for _, task := range x.Tasks {
			names = append(names, task.Name)
		}
	}
	s.host.Do(func(t *isolate.Thread) error {
		for _, other := range t.Isolate().Threads() {
			if other != t && other != t.Isolate().Main() && !isWorker(other, all) && !isDaemon(t, other) {
				names = append(names, other.Name)
			}
		}
		return nil
	})
	return names, queued
}

// isWorker reports whether a thread is one of an executor's, by its name.
func isWorker(t *isolate.Thread, all []futures.ExecutorSnapshot) bool {
	for _, x := range all {
		if strings.HasPrefix(t.Name, x.Name+"_") {
			return true
		}
	}
	return false
}

func isDaemon(t, other *isolate.Thread) bool {
	v, err := object.GetAttr(t, threading.ObjectOf(other), "daemon")
	if err != nil {
		t.Pending()
		return false
	}
	return v.Truth() == starlark.True
}
