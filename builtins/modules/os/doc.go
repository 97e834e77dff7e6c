// Package os is the modules os and os.path.
//
//	environ           environ.go
//	files, folders    dirs.go, scandir.go, stat.go
//	processes         process.go
//	programs          programs.go, programs.py
//	the system        system.go
//	os.path           path.go
//	the modules       module.go
package os
