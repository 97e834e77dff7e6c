// Package command is the command line: flags, the script to run, signals, exit
// statuses. It is a package so that tests run the program without building it.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"strings"

	"starpool/host"
)

// Exit statuses, as Python's.
const (
	exitOK          = 0
	exitError       = 1   // an uncaught exception, a script that cannot be read
	exitUsage       = 2   // a wrong command line, a script that cannot be opened
	exitInterrupted = 130 // Ctrl-C
)

const usage = `usage: starpool                          a prompt, if standard input is a terminal
       starpool [flags] SCRIPT [ARG...]
       starpool [flags] -c CODE [ARG...]
       starpool [flags] - [ARG...]

Runs a Python-like script on the Starlark interpreter.

  SCRIPT              a file, or a folder with __main__.py
  -                   read the script from standard input
  -c CODE             run CODE
  -m MODULE           run a module as the program: one found by import, or one of
                      unittest, json.tool, timeit, calendar, gzip, http.server, zipfile
  -i                  open a prompt after the script
  --dialect NAME      python (default) or starlark
  --timeout SECONDS   stop the script after that time
  --max-steps N       stop it after N steps of the interpreter
  --max-memory SIZE   stop it when it needs more: bytes, or 64K, 64M, 2G
  --max-output SIZE   stop it when it prints more
  --max-depth N       stop it when its calls nest deeper
  --max-threads N     stop it when it has more threads at once
  --max-workers N     stop it when it has more worker processes at once
  --max-queued N      stop it when more tasks are queued at once
  --no-unretrieved    do not report tasks' exceptions that nobody asked for
  -V, --version       print the version
  -h, --help          print this text
`

// flags are what the command line says.
type flags struct {
	dialect     host.Dialect
	code        *string
	module      string
	script      string
	args        []string
	interactive bool
	unretrieved bool
	sandbox     bool
	allows      string        // the --allow flag that was given last
	grants      []host.Option // of --allow and --deny flags
	limits      []host.Option
	version     bool
	help        bool
}

// errUsage is a wrong command line.
type errUsage string

func (e errUsage) Error() string { return string(e) }

// parse reads the flags, which end at the script's name: what follows is the
// script's own.
func parse(args []string) (*flags, error) {
	f := &flags{unretrieved: true}
	value := func(i *int, name string) (string, error) {
		if *i+1 >= len(args) {
			return "", errUsage(fmt.Sprintf("argument expected for the %s option", name))
		}
		*i++
		return args[*i], nil
	}
	for i := 0; i < len(args); i++ {
		a := args[i]
		if known, err := f.permission(a); err != nil {
			return nil, err
		} else if known {
			continue
		}
		name, val, hasVal := strings.Cut(a, "=")
		switch {
		case a == "-h" || a == "--help":
			f.help = true
			return f, nil
		case a == "-i":
			f.interactive = true
		case a == "-V" || a == "--version":
			f.version = true
			return f, nil
		case a == "-c":
			code, err := value(&i, a)
			if err != nil {
				return nil, err
			}
			f.code, f.args = &code, args[i+1:]
			return f, nil
		case a == "-m":
			m, err := value(&i, a)
			if err != nil {
				return nil, err
			}
			f.module, f.args = m, args[i+1:]
			return f, nil
		case name == "--dialect":
			if !hasVal {
				v, err := value(&i, a)
				if err != nil {
					return nil, err
				}
				val = v
			}
			d, ok := host.ParseDialect(val)
			if !ok {
				return nil, errUsage(fmt.Sprintf("unknown dialect %q: it is python or starlark", val))
			}
			f.dialect = d
		case limitFlags[name] != nil:
			if !hasVal {
				v, err := value(&i, a)
				if err != nil {
					return nil, err
				}
				val = v
			}
			o, err := limitFlags[name](val)
			if err != nil {
				return nil, errUsage(fmt.Sprintf("%s: %v", name, err))
			}
			f.limits = append(f.limits, o)
		case a == "--no-unretrieved":
			f.unretrieved = false
		case a == "-u" || a == "-B" || a == "-s" || a == "-E" || a == "-I":
			// Flags of python3 that mean nothing here or are so anyway.
		case a == "--":
			if i+1 < len(args) {
				f.script, f.args = args[i+1], args[i+2:]
			}
			return f, nil
		case a != "-" && strings.HasPrefix(a, "-"):
			return nil, errUsage("unknown option " + a)
		default:
			f.script, f.args = a, args[i+1:]
			return f, nil
		}
	}
	return f, nil
}

// Main runs the program and returns its exit status. It takes over SIGINT while
// a script runs.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	f, err := parse(args)
	if err == nil {
		err = f.checkPermissions()
	}
	if err != nil {
		fmt.Fprintf(stderr, "starpool: %v\nTry `starpool --help' for more information.\n", err)
		return exitUsage
	}
	switch {
	case f.help:
		fmt.Fprint(stdout, usage+permissionUsage)
		return exitOK
	case f.version:
		fmt.Fprintln(stdout, "starpool "+Version())
		return exitOK
	case f.script == "" && f.code == nil && f.module == "":
		if f.interactive || onTerminal(stdin) {
			return prompt(f, stdin, stdout, stderr)
		}
		f.script = "-"
	case f.interactive && (f.module != "" || f.script == "-"):
		fmt.Fprintln(stderr, "starpool: -i opens a prompt after a file or -c CODE")
		return exitUsage
	case f.interactive:
		return prompt(f, stdin, stdout, stderr)
	}
	return run(f, stdin, stdout, stderr)
}

// Version is the module's version as the Go tool recorded it.
func Version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "(devel)"
}

func run(f *flags, stdin io.Reader, stdout, stderr io.Writer) int {
	argv0 := f.script
	switch {
	case f.code != nil:
		argv0 = "-c"
	case f.module != "":
		argv0 = "-m"
	}
	end := ending{ended: make(chan struct{})}
	in, err := host.New(slices.Concat(f.options(), []host.Option{
		host.WithUncaught(func(err error) { end.report(err, stdout, stderr) }),
		host.WithStdin(stdin), host.WithStdout(stdout), host.WithStderr(stderr),
		host.WithArgs(append([]string{argv0}, f.args...)...),
		host.WithDialect(f.dialect),
		host.WithUnretrieved(f.unretrieved),
	}, f.limits)...)
	if err != nil {
		fmt.Fprintf(stderr, "starpool: %v\n", err)
		return exitError
	}
	defer in.Close()
	stop := interruptOn(in, end.ended, stderr)
	defer stop()
	defer catchBrokenPipe()()

	ctx := context.Background()
	switch {
	case f.code != nil:
		err = in.Run(ctx, "<string>", []byte(*f.code+"\n"))
	case f.module != "":
		err = in.RunModule(ctx, f.module)
	case f.script == "-":
		src, rerr := io.ReadAll(stdin)
		if rerr != nil {
			fmt.Fprintf(stderr, "starpool: can't read standard input: %v\n", rerr)
			return exitError
		}
		err = in.Run(ctx, "<stdin>", src)
	default:
		err = in.RunFile(ctx, f.script)
	}
	return end.report(err, stdout, stderr)
}

// An ending is what has been said of how the program ended. ended is closed when
// a signal ends the process.
type ending struct {
	said  error
	ended chan struct{}
}

// report prints how the program ended, unless it has, and returns its exit
// status. A program fails in the middle, before its remaining tasks run, and
// Ctrl-C may then end the wait for those.
func (e *ending) report(err error, stdout, stderr io.Writer) int {
	var exit *host.ExitError
	var exc *host.Error
	var open *host.OpenError
	select {
	case <-e.ended:
		select {} // the process ends in a moment
	default:
	}
	// A program that was stopped ends with another error of the same words.
	quiet := err == e.said || err != nil && e.said != nil && err.Error() == e.said.Error()
	e.said = err
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		if exit.Message != "" && !quiet {
			fmt.Fprintln(stderr, exit.Message)
		}
		return exit.Code & 0xff
	case errors.As(err, &exc):
		// A reader that has had enough is no failure worth a traceback; CPython's
		// documentation recommends this status.
		if exc.Class == "BrokenPipeError" && readerGone(stdout) {
			return exitError
		}
		if !quiet {
			fmt.Fprint(stderr, paint(exc.Traceback, stderr))
		}
		if exc.Class == "KeyboardInterrupt" {
			return exitInterrupted
		}
		return exitError
	case errors.As(err, &open):
		fmt.Fprintf(stderr, "starpool: %v\n", open)
		return exitUsage
	}
	if !quiet {
		fmt.Fprintf(stderr, "starpool: %v\n", err)
	}
	return exitError
}
