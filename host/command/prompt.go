package command

// This file defines how the program opens a prompt.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/mattn/go-isatty"

	"starpool/host"
	"starpool/repl"
)

// onTerminal reports whether a person types at r.
func onTerminal(r io.Reader) bool {
	f, ok := r.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}

// prompt opens a session, after the script or code that the flags name.
func prompt(f *flags, stdin io.Reader, stdout, stderr io.Writer) int {
	if f.dialect != host.Python {
		fmt.Fprintln(stderr, "starpool: the prompt speaks the python dialect only")
		return exitUsage
	}
	in, err := host.New(append(f.options(),
		host.WithStdin(stdin), host.WithStdout(stdout), host.WithStderr(stderr),
		host.WithArgs(append([]string{f.script}, f.args...)...),
		host.WithUnretrieved(f.unretrieved),
	)...)
	if err != nil {
		fmt.Fprintf(stderr, "starpool: %v\n", err)
		return exitError
	}
	defer in.Close()
	opts := []repl.Option{repl.WithSignals(), repl.WithScript(f.script)}
	if f.code != nil {
		opts = append(opts, repl.WithCode(*f.code))
	}
	if f.script == "" && f.code == nil {
		opts = append(opts, repl.WithBanner("starpool "+Version()+" (%help lists commands, Ctrl-D leaves)"))
	}
	if onTerminal(stdin) {
		opts = append(opts, repl.WithHistory(repl.DefaultHistory()), repl.WithStartup(os.Getenv("STARPOOL_STARTUP")))
	}
	err = repl.Run(context.Background(), in, opts...)
	var exit *host.ExitError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &exit):
		if exit.Message != "" {
			fmt.Fprintln(stderr, exit.Message)
		}
		return exit.Code & 0xff
	}
	fmt.Fprintf(stderr, "starpool: %v\n", err)
	return exitError
}
