package functools

// This file defines update_wrapper and wraps.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var (
	wrapperAssignments = textTuple("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
	wrapperUpdates     = textTuple("__dict__")
)

func updateWrapper(t *thread, wrapper, wrapped, assigned, updated value) error {
	err := object.ForEach(t, assigned, func(n value) error {
		name, _ := object.Text(n)
		v, err := object.GetAttr(t, wrapped, name)
		if err != nil {
			if object.IsCaught(t, err, object.AttributeError) {
				return nil
			}
			return err
		}
		return object.SetAttr(t, wrapper, name, v)
	})
	if err != nil {
		return err
	}
	err = object.ForEach(t, updated, func(n value) error {
		name, _ := object.Text(n)
		into, err := object.GetAttr(t, wrapper, name)
		if err != nil {
			return err
		}
		from, err := object.GetAttr(t, wrapped, name)
		if err != nil {
			if object.IsCaught(t, err, object.AttributeError) {
				return nil
			}
			return err
		}
		if n, err := object.Len(t, from); err == nil && n == 0 {
			return nil
		}
		_, err = object.CallMethod(t, into, "update", from)
		return err
	})
	if err != nil {
		return err
	}
	return object.SetAttr(t, wrapper, "__wrapped__", wrapped)
}

var updateWrapperDef = object.Def{
	Sig: "def update_wrapper(wrapper, wrapped, assigned=..., updated=...)",
	Doc: "Update a wrapper function to look like the wrapped function",
	Fn: func(t *thread, a args) (value, error) {
		assigned, updated := value(wrapperAssignments), value(wrapperUpdates)
		if a[2] != nil {
			assigned = a[2]
		}
		if a[3] != nil {
			updated = a[3]
		}
		return a[0], updateWrapper(t, a[0], a[1], assigned, updated)
	},
}

var wrapsDef = object.Def{
	Sig: "def wraps(wrapped, assigned=..., updated=...)",
	Doc: "Decorator factory to apply update_wrapper() to a wrapper function",
	Fn: func(t *thread, a args) (value, error) {
		assigned, updated := value(wrapperAssignments), value(wrapperUpdates)
		if a[1] != nil {
			assigned = a[1]
		}
		if a[2] != nil {
			updated = a[2]
		}
		x, err := newPartial(t, partialClass, updateWrapperFunc, nil, keys{
			{starlark.String("wrapped"), a[0]}, {starlark.String("assigned"), assigned}, {starlark.String("updated"), updated},
		})
		return x, err
	},
}

var updateWrapperFunc = object.NewModuleFunc("functools", updateWrapperDef)
