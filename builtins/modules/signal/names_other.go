//go:build !unix

package signal

import "syscall"

const alarmSignal = int(syscall.SIGALRM)

var names = []named{
	{"SIGINT", syscall.SIGINT}, {"SIGILL", syscall.SIGILL}, {"SIGABRT", syscall.SIGABRT}, {"SIGFPE", syscall.SIGFPE},
	{"SIGSEGV", syscall.SIGSEGV}, {"SIGTERM", syscall.SIGTERM},
}
