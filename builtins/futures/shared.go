package futures

// This file defines what the executors made in Go have in common as classes:
// submit, shutdown, __init__ and the attributes that tests and tools read.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// sharedAttrs are the attributes that tests and tools read of any pool.
func sharedAttrs() []object.Attr {
	return []object.Attr{
		attr("_max_workers", func(t *isolate.Thread, x *executor) (starlark.Value, error) {
			return starlark.MakeInt(x.workers), nil
		}),
		attr("_broken", func(t *isolate.Thread, x *executor) (starlark.Value, error) {
			if err := x.pool.Err(); err != nil && isBrokenError(err) {
				return starlark.String(x.brokenText()), nil
			}
			return starlark.False, nil
		}),
		attr("_initializer", func(t *isolate.Thread, x *executor) (starlark.Value, error) {
			if x.initializer == nil {
				return starlark.None, nil
			}
			return x.initializer, nil
		}),
		attr("_work_queue", func(t *isolate.Thread, x *executor) (starlark.Value, error) {
			return object.Make(workQueueClass, t, x), nil
		}),
	}
}

// initBy makes the initialiser of a class out of its __init__ method.
func initBy(c *object.Class) func(*isolate.Thread, starlark.Value, starlark.Tuple, []starlark.Tuple) error {
	return func(t *isolate.Thread, self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		init := c.Dict.Get("__init__").(*object.Func)
		_, err := init.Call(t, append(starlark.Tuple{self}, args...), kwargs)
		return err
	}
}

func submitMethod() object.Def {
	return executorMethod("def submit(self, fn, /, *args, **kwargs)", "Submits a callable to be executed with the given arguments.",
		func(t *isolate.Thread, x *executor, a object.Args) (starlark.Value, error) {
			f, err := x.submit(t, a[1], a[2].(starlark.Tuple), a[3].(*starlark.Dict).Items())
			if err != nil {
				return nil, err
			}
			return &f.Instance, nil
		})
}

func shutdownMethod() object.Def {
	return executorMethod("def shutdown(self, wait=True, *, cancel_futures=False)", "Clean-up the resources associated with the Executor.",
		func(t *isolate.Thread, x *executor, a object.Args) (starlark.Value, error) {
			wait, err := object.Truth(t, a[1])
			if err != nil {
				return nil, err
			}
			cancel, err := object.Truth(t, a[2])
			if err != nil {
				return nil, err
			}
			return starlark.None, x.shutdown(t, wait, cancel)
		})
}
