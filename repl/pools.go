package repl

// This file defines %pools, and the list of what runs that leaving shows.

import (
	"fmt"
	"strings"

	"starpool/builtins/futures"
	"starpool/builtins/isolate"
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

// busy names the tasks that run, and counts those that are queued.
func (s *session) busy() (names []string, queued int) {
	for _, x := range s.executors() {
		queued += x.Stats.Queued
		for _, task := range x.Tasks {
			names = append(names, task.Name)
		}
	}
	return names, queued
}
