// Package socket is the module socket: sockets of the operating system.
//
//	handle     a socket that never blocks a thread of the system   sys_*.go
//	socket     the class _socket.socket                            socket.go
//	           connecting and transferring                         transfer.go
//	address    addresses of scripts and of the system, names       address.go
//	           the module's functions                              resolve.go
//	stream     what makefile reads and writes                      makefile.go
//	Conn       a socket as Go's net.Conn, for other modules        conn.go
//	           waiting for many descriptors                        poll.go
//
// socket.py is the rest in the language itself: the class socket,
// create_connection and create_server; names.py the enumerations.
//
// An operation is first tried with the interpreter lock held, since it does not
// wait. Where it would, the lock is given up and Go's poller waits, until the
// socket's timeout or until the script thread is interrupted. What a script has
// left open is closed when the isolate closes, or by the garbage collector.
package socket

import (
	_ "embed"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var (
	//go:embed socket.py
	source string
	//go:embed names.py
	nameSource string
)

// What getaddrinfo and getnameinfo take; the numbers are those of the GNU library.
const (
	aiPassive     = 1
	aiCanonName   = 2
	aiNumericHost = 4
	niNumericHost = 1
	niNumericServ = 2
	niNameReqd    = 8
)

var names = map[string]int{
	"AI_PASSIVE": aiPassive, "AI_CANONNAME": aiCanonName, "AI_NUMERICHOST": aiNumericHost, "AI_V4MAPPED": 8, "AI_ALL": 16,
	"AI_ADDRCONFIG": 32, "AI_NUMERICSERV": 1024,
	"NI_NUMERICHOST": niNumericHost, "NI_NUMERICSERV": niNumericServ, "NI_NOFQDN": 4, "NI_NAMEREQD": niNameReqd, "NI_DGRAM": 16,
	"NI_MAXHOST": 1025, "NI_MAXSERV": 32,
	"EAI_BADFLAGS": -1, "EAI_NONAME": -2, "EAI_AGAIN": -3, "EAI_FAIL": -4, "EAI_NODATA": -5, "EAI_FAMILY": -6, "EAI_SOCKTYPE": -7,
	"EAI_SERVICE": -8, "EAI_ADDRFAMILY": -9, "EAI_MEMORY": -10, "EAI_SYSTEM": -11, "EAI_OVERFLOW": -12,
	"INADDR_ANY": 0, "INADDR_BROADCAST": 0xffffffff, "INADDR_LOOPBACK": 0x7f000001, "INADDR_NONE": 0xffffffff,
	"INADDR_UNSPEC_GROUP": 0xe0000000, "INADDR_ALLHOSTS_GROUP": 0xe0000001, "INADDR_MAX_LOCAL_GROUP": 0xe00000ff,
	"IPPORT_RESERVED": 1024, "IPPORT_USERRESERVED": 5000,
}

func init() {
	values := map[string]starlark.Value{"has_ipv6": starlark.True}
	for _, m := range []map[string]int{names, constants, more} {
		for n, v := range m {
			values[n] = starlark.MakeInt(v)
		}
	}
	registry.Register(&registry.Module{
		Name: "_socket", Doc: "Sockets of the operating system.",
		Funcs: append(funcs, pollFunc), Classes: []*object.Class{gaiError, hError}, Values: values,
		Init: func(t *object.Thread, m *object.Module) error {
			m.Vars.Set("socket", Class)
			m.Vars.Set("SocketType", Class)
			m.Vars.Set("timeout", object.TimeoutError)
			m.Vars.Set("error", object.OSError)
			return nil
		},
	})
	registry.Register(&registry.Module{Name: "socket", Doc: "Sockets and the names and numbers of networks.", Source: source,
		Parts: []registry.Part{{Names: sync.OnceValue(enumerated), Source: nameSource}}})
}

// enumerated are the names that names.py defines.
func enumerated() []string {
	out := []string{"AddressFamily", "SocketKind", "MsgFlag", "AddressInfo"}
	for _, m := range []map[string]int{names, constants, more} {
		for n := range m {
			switch prefix, _, _ := strings.Cut(n, "_"); prefix {
			case "AF", "SOCK", "MSG", "AI":
				out = append(out, n)
			}
		}
	}
	return out
}
