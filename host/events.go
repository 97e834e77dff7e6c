package host

// This file defines how a host is told of tasks and workers.

import (
	"context"
	"log/slog"

	"starpool/builtins/futures"
)

// A Listener is a set of optional functions that are told of what happens in a
// script's executors: see its fields. They must be quick and must not call the
// interpreter.
type Listener = futures.Listener

// What a Listener is told.
type (
	TaskEvent     = futures.TaskEvent
	WorkerEvent   = futures.WorkerEvent
	PoolEvent     = futures.PoolEvent
	DeadlockEvent = futures.DeadlockEvent
	// A TaskError is the exception with which a task failed, in a TaskEvent.
	TaskError = futures.TaskError
)

// WithListener sets who is told of the tasks and workers of the interpreter's
// executors of every kind, and of those of its worker isolates. What happens in a
// worker process beyond the tasks that it is given is not told. Default: nobody,
// at no cost.
func WithListener(l Listener) Option { return func(c *config) { c.listener = &l } }

// LogListener returns a Listener that logs: what fails as errors or warnings, the
// rest at level Debug. The attributes have the names of the events' fields in lower
// case.
func LogListener(log *slog.Logger) Listener {
	task := func(level slog.Level, msg string) func(TaskEvent) {
		return func(e TaskEvent) {
			if log.Enabled(context.Background(), level) {
				log.LogAttrs(context.Background(), level, msg, taskAttrs(e)...)
			}
		}
	}
	worker := func(msg string) func(WorkerEvent) {
		return func(e WorkerEvent) {
			log.LogAttrs(context.Background(), slog.LevelDebug, msg, slog.String("executor", e.Executor), slog.String("kind", e.Kind), slog.Int("worker", e.Worker))
		}
	}
	return Listener{
		TaskSubmitted: task(slog.LevelDebug, "task submitted"),
		TaskStarted:   task(slog.LevelDebug, "task started"),
		TaskFinished:  task(slog.LevelDebug, "task finished"),
		TaskFailed:    task(slog.LevelWarn, "task failed"),
		TaskCancelled: task(slog.LevelDebug, "task cancelled"),
		Unretrieved:   task(slog.LevelWarn, "exception that nobody asked for"),
		WorkerStarted: worker("worker started"),
		WorkerStopped: worker("worker stopped"),
		PoolBroken: func(e PoolEvent) {
			log.LogAttrs(context.Background(), slog.LevelError, "executor broken", slog.String("executor", e.Executor), slog.String("kind", e.Kind), slog.Any("err", e.Err))
		},
		Deadlock: func(e DeadlockEvent) {
			names := make([]string, len(e.Tasks))
			for i, t := range e.Tasks {
				names[i] = t.Function
			}
			log.LogAttrs(context.Background(), slog.LevelError, "deadlock", slog.String("executor", e.Executor), slog.Any("tasks", names), slog.Any("err", e.Err))
		},
	}
}

func taskAttrs(e TaskEvent) []slog.Attr {
	attrs := []slog.Attr{
		slog.String("executor", e.Executor), slog.String("kind", e.Kind), slog.Uint64("task", uint64(e.Task)), slog.String("function", e.Function),
	}
	if e.Submitted != "" {
		attrs = append(attrs, slog.String("submitted", e.Submitted))
	}
	if e.Worker >= 0 {
		attrs = append(attrs, slog.Int("worker", e.Worker), slog.Duration("queued", e.Queued))
	}
	if e.Run > 0 {
		attrs = append(attrs, slog.Duration("run", e.Run))
	}
	if e.Err != nil {
		attrs = append(attrs, slog.Any("err", e.Err))
	}
	return attrs
}
