//go:build unix

package socket

// This file defines the numbers of the operating system.

import "golang.org/x/sys/unix"

const (
	afUnspec   = unix.AF_UNSPEC
	afInet     = unix.AF_INET
	afInet6    = unix.AF_INET6
	afUnix     = unix.AF_UNIX
	sockStream = unix.SOCK_STREAM
	sockDgram  = unix.SOCK_DGRAM
	sockRaw    = unix.SOCK_RAW
	solSocket  = unix.SOL_SOCKET
	soType     = unix.SO_TYPE

	maxUnixPath = len(unix.RawSockaddrUnix{}.Path) - 1
)

func closeNumber(n int) error { return unix.Close(n) }

func dupNumber(n int) (int, error) { return unix.FcntlInt(uintptr(n), unix.F_DUPFD_CLOEXEC, 0) }

// constants are those that all systems of this kind have; more are in more.
var constants = map[string]int{
	"AF_UNSPEC": unix.AF_UNSPEC, "AF_INET": unix.AF_INET, "AF_INET6": unix.AF_INET6, "AF_UNIX": unix.AF_UNIX,
	"SOCK_STREAM": unix.SOCK_STREAM, "SOCK_DGRAM": unix.SOCK_DGRAM, "SOCK_RAW": unix.SOCK_RAW, "SOCK_RDM": unix.SOCK_RDM,
	"SOCK_SEQPACKET": unix.SOCK_SEQPACKET,
	"SOL_SOCKET":     unix.SOL_SOCKET, "SOL_IP": 0, "SOL_TCP": 6, "SOL_UDP": 17,
	"SO_ACCEPTCONN": unix.SO_ACCEPTCONN, "SO_BROADCAST": unix.SO_BROADCAST, "SO_DEBUG": unix.SO_DEBUG, "SO_DONTROUTE": unix.SO_DONTROUTE,
	"SO_ERROR": unix.SO_ERROR, "SO_KEEPALIVE": unix.SO_KEEPALIVE, "SO_LINGER": unix.SO_LINGER, "SO_OOBINLINE": unix.SO_OOBINLINE,
	"SO_RCVBUF": unix.SO_RCVBUF, "SO_RCVLOWAT": unix.SO_RCVLOWAT, "SO_RCVTIMEO": unix.SO_RCVTIMEO, "SO_REUSEADDR": unix.SO_REUSEADDR,
	"SO_REUSEPORT": unix.SO_REUSEPORT, "SO_SNDBUF": unix.SO_SNDBUF, "SO_SNDLOWAT": unix.SO_SNDLOWAT, "SO_SNDTIMEO": unix.SO_SNDTIMEO,
	"SO_TYPE":    unix.SO_TYPE,
	"IPPROTO_IP": unix.IPPROTO_IP, "IPPROTO_ICMP": unix.IPPROTO_ICMP, "IPPROTO_TCP": unix.IPPROTO_TCP, "IPPROTO_UDP": unix.IPPROTO_UDP,
	"IPPROTO_IPV6": unix.IPPROTO_IPV6, "IPPROTO_RAW": unix.IPPROTO_RAW, "IPPROTO_ICMPV6": unix.IPPROTO_ICMPV6,
	"TCP_NODELAY": unix.TCP_NODELAY, "TCP_MAXSEG": unix.TCP_MAXSEG, "TCP_KEEPCNT": unix.TCP_KEEPCNT, "TCP_KEEPINTVL": unix.TCP_KEEPINTVL,
	"IP_TOS": unix.IP_TOS, "IP_TTL": unix.IP_TTL, "IP_HDRINCL": unix.IP_HDRINCL, "IP_OPTIONS": unix.IP_OPTIONS,
	"IP_MULTICAST_IF": unix.IP_MULTICAST_IF, "IP_MULTICAST_LOOP": unix.IP_MULTICAST_LOOP, "IP_MULTICAST_TTL": unix.IP_MULTICAST_TTL,
	"IP_ADD_MEMBERSHIP": unix.IP_ADD_MEMBERSHIP, "IP_DROP_MEMBERSHIP": unix.IP_DROP_MEMBERSHIP,
	"IPV6_V6ONLY": unix.IPV6_V6ONLY, "IPV6_UNICAST_HOPS": unix.IPV6_UNICAST_HOPS, "IPV6_MULTICAST_HOPS": unix.IPV6_MULTICAST_HOPS,
	"IPV6_MULTICAST_IF": unix.IPV6_MULTICAST_IF, "IPV6_MULTICAST_LOOP": unix.IPV6_MULTICAST_LOOP,
	"IPV6_JOIN_GROUP": unix.IPV6_JOIN_GROUP, "IPV6_LEAVE_GROUP": unix.IPV6_LEAVE_GROUP,
	"MSG_OOB": unix.MSG_OOB, "MSG_PEEK": unix.MSG_PEEK, "MSG_DONTWAIT": unix.MSG_DONTWAIT, "MSG_WAITALL": unix.MSG_WAITALL,
	"MSG_TRUNC": unix.MSG_TRUNC, "MSG_CTRUNC": unix.MSG_CTRUNC, "MSG_EOR": unix.MSG_EOR, "MSG_DONTROUTE": unix.MSG_DONTROUTE,
	"SHUT_RD": unix.SHUT_RD, "SHUT_WR": unix.SHUT_WR, "SHUT_RDWR": unix.SHUT_RDWR,
}
