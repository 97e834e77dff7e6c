package socket

// This file defines the numbers of Windows.

import "golang.org/x/sys/windows"

const (
	afUnspec   = 0
	afInet     = windows.AF_INET
	afInet6    = windows.AF_INET6
	afUnix     = 1
	sockStream = windows.SOCK_STREAM
	sockDgram  = windows.SOCK_DGRAM
	sockRaw    = windows.SOCK_RAW
	solSocket  = windows.SOL_SOCKET
	soType     = 0x1008
	kindFlags  = 0

	maxUnixPath = 107
)

func closeNumber(n int) error { return sysError(windows.Closesocket(windows.Handle(n))) }

func dupNumber(n int) (int, error) { return 0, windows.ERROR_NOT_SUPPORTED }

var constants = map[string]int{
	"AF_UNSPEC": 0, "AF_INET": windows.AF_INET, "AF_INET6": windows.AF_INET6,
	"SOCK_STREAM": windows.SOCK_STREAM, "SOCK_DGRAM": windows.SOCK_DGRAM, "SOCK_RAW": windows.SOCK_RAW, "SOCK_RDM": 4, "SOCK_SEQPACKET": 5,
	"SOL_SOCKET": windows.SOL_SOCKET, "SOL_IP": 0, "SOL_TCP": 6, "SOL_UDP": 17,
	"SO_DEBUG": 1, "SO_ACCEPTCONN": 2, "SO_REUSEADDR": 4, "SO_KEEPALIVE": 8, "SO_DONTROUTE": 16, "SO_BROADCAST": 32, "SO_LINGER": 128,
	"SO_OOBINLINE": 256, "SO_SNDBUF": 0x1001, "SO_RCVBUF": 0x1002, "SO_SNDTIMEO": 0x1005, "SO_RCVTIMEO": 0x1006, "SO_ERROR": 0x1007,
	"SO_TYPE": 0x1008, "SO_EXCLUSIVEADDRUSE": -5,
	"IPPROTO_IP": 0, "IPPROTO_ICMP": 1, "IPPROTO_TCP": 6, "IPPROTO_UDP": 17, "IPPROTO_IPV6": 41, "IPPROTO_RAW": 255, "IPPROTO_ICMPV6": 58,
	"TCP_NODELAY": 1, "IP_TTL": 4, "IP_TOS": 3, "IP_MULTICAST_IF": 9, "IP_MULTICAST_TTL": 10, "IP_MULTICAST_LOOP": 11,
	"IP_ADD_MEMBERSHIP": 12, "IP_DROP_MEMBERSHIP": 13, "IPV6_V6ONLY": 27,
	"MSG_OOB": 1, "MSG_PEEK": 2, "MSG_DONTROUTE": 4, "MSG_WAITALL": 8,
	"SHUT_RD": 0, "SHUT_WR": 1, "SHUT_RDWR": 2,
}

var more = map[string]int{"SOMAXCONN": 0x7fffffff}
