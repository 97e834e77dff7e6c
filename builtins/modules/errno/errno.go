// Package errno is the module errno.
package errno

import (
	"syscall"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var codes = map[string]syscall.Errno{
	"EPERM": syscall.EPERM, "ENOENT": syscall.ENOENT, "ESRCH": syscall.ESRCH, "EINTR": syscall.EINTR, "EIO": syscall.EIO,
	"ENXIO": syscall.ENXIO, "E2BIG": syscall.E2BIG, "ENOEXEC": syscall.ENOEXEC, "EBADF": syscall.EBADF, "ECHILD": syscall.ECHILD,
	"EAGAIN": syscall.EAGAIN, "EWOULDBLOCK": syscall.EWOULDBLOCK, "ENOMEM": syscall.ENOMEM, "EACCES": syscall.EACCES,
	"EFAULT": syscall.EFAULT, "EBUSY": syscall.EBUSY, "EEXIST": syscall.EEXIST, "EXDEV": syscall.EXDEV, "ENODEV": syscall.ENODEV,
	"ENOTDIR": syscall.ENOTDIR, "EISDIR": syscall.EISDIR, "EINVAL": syscall.EINVAL, "ENFILE": syscall.ENFILE, "EMFILE": syscall.EMFILE,
	"ENOTTY": syscall.ENOTTY, "EFBIG": syscall.EFBIG, "ENOSPC": syscall.ENOSPC, "ESPIPE": syscall.ESPIPE, "EROFS": syscall.EROFS,
	"EMLINK": syscall.EMLINK, "EPIPE": syscall.EPIPE, "EDOM": syscall.EDOM, "ERANGE": syscall.ERANGE, "EDEADLK": syscall.EDEADLK,
	"ENAMETOOLONG": syscall.ENAMETOOLONG, "ENOSYS": syscall.ENOSYS, "ENOTEMPTY": syscall.ENOTEMPTY, "ELOOP": syscall.ELOOP,
	"ENOTSOCK": syscall.ENOTSOCK, "EADDRINUSE": syscall.EADDRINUSE, "EADDRNOTAVAIL": syscall.EADDRNOTAVAIL,
	"ENETDOWN": syscall.ENETDOWN, "ENETUNREACH": syscall.ENETUNREACH, "ECONNABORTED": syscall.ECONNABORTED,
	"ECONNRESET": syscall.ECONNRESET, "ENOTCONN": syscall.ENOTCONN, "ETIMEDOUT": syscall.ETIMEDOUT,
	"ECONNREFUSED": syscall.ECONNREFUSED, "EHOSTUNREACH": syscall.EHOSTUNREACH, "EALREADY": syscall.EALREADY,
	"EINPROGRESS": syscall.EINPROGRESS, "EOVERFLOW": syscall.EOVERFLOW, "EPROTO": syscall.EPROTO, "ENOTSUP": syscall.ENOTSUP,
	"EOPNOTSUPP": syscall.EOPNOTSUPP, "EISCONN": syscall.EISCONN, "EMSGSIZE": syscall.EMSGSIZE,
}

func init() {
	values := make(map[string]starlark.Value, len(codes))
	for name, n := range codes {
		values[name] = starlark.MakeInt(int(n))
	}
	registry.Register(&registry.Module{
		Name: "errno", Doc: "This module makes available standard errno system symbols.", Values: values,
		Init: func(t *object.Thread, m *object.Module) error {
			d := starlark.NewDict(len(codes))
			for name, n := range codes {
				// Of two names for a number CPython knows the first.
				if name != "EWOULDBLOCK" && name != "EOPNOTSUPP" || n != syscall.EAGAIN && n != syscall.ENOTSUP {
					d.SetKey(starlark.MakeInt(int(n)), starlark.String(name))
				}
			}
			for name, n := range allCodes() {
				if _, known := codes[name]; known {
					continue
				}
				m.Vars.Set(name, starlark.MakeInt(int(n)))
				if _, named, _ := d.Get(starlark.MakeInt(int(n))); !named {
					d.SetKey(starlark.MakeInt(int(n)), starlark.String(name))
				}
			}
			m.Vars.Set("errorcode", d)
			return nil
		},
	})
}
