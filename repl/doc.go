// Package repl is the interactive session: what a person sees who starts starpool
// on a terminal, and what a Go program opens on its own interpreter with Run.
//
//	Run, Option          opening one, its loop, how it ends      repl.go, options.go
//	session              lines to cells, running them            session.go, input.go
//	display              values as text over several lines       display.go
//	theme, highlight     colours                                 theme.go, highlight.go
//	editor               one line from a person: its interface,
//	                     and the one over an io.Reader           editor.go
//	lineEditor           the one over chzyer/readline            lineeditor.go
//	keys                 the keyboard: pasted text               keys.go
//	screen               output while a line is being typed      screen.go
//	history              the cells of earlier sessions           history.go
//	completer            what Tab offers                         complete.go
//	inspect              x?, signatures                          inspect.go
//	commands             %time, %run, %pools …                   commands.go, pools.go
//
// # Cells
//
// A cell is what is run at once: the lines from the first prompt to where Python
// would say that the input is complete. The editors know lines only; the session
// puts cells together above them. Each cell is compiled under a file name of its
// own, <stdin-1>, <stdin-2> …, so that tracebacks show its lines, and runs with
// live variables (host.Session).
//
// # Who has the terminal
//
// While a line is typed the editor has it, in raw mode: Ctrl-C and Ctrl-D are
// keys. While a cell runs it is as it was: Ctrl-C is a signal, and input() reads.
// What tasks print in the background goes through screen, which puts whole
// lines above the line being typed.
package repl
