package os

// This file defines what starts programs and asks how they ended: system, popen,
// the exec and spawn functions; their code is in the language (programs.py).

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

//go:embed programs.py
var programs string

func init() {
	registry.Register(&registry.Module{Name: "_osprograms", Source: programs})
}

// inLanguage is a function that programs.py defines.
func inLanguage(sig, doc string) object.Def {
	name := object.NewFunc(object.Def{Sig: sig}).Name()
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		m, err := registry.Import(t, "_osprograms")
		if err != nil {
			return nil, err
		}
		fn, err := object.GetAttr(t, m, name)
		if err != nil {
			return nil, err
		}
		var positional starlark.Tuple
		for _, v := range a {
			if rest, ok := v.(starlark.Tuple); ok {
				positional = append(positional, rest...)
				continue
			}
			positional = append(positional, v)
		}
		return object.Call(t, fn, positional, nil)
	}}
}

// exec replaces the process with a program, as execve does. The program must be
// allowed, and the process the script's own.
func exec(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	path, err := Fspath(t, a[0], "path")
	if err != nil {
		return nil, err
	}
	argv, err := textList(t, a[1])
	if err != nil {
		return nil, err
	}
	env, err := textList(t, a[2])
	if err != nil {
		return nil, err
	}
	if len(argv) == 0 {
		return nil, object.Raise(object.ValueError, "execv() arg 2 must not be empty")
	}
	if err := permit.Owns(t, "replacing the process"); err != nil {
		return nil, err
	}
	real, err := permit.Of(t).Run(path, path)
	if err != nil {
		return nil, permit.Raise(err)
	}
	if err := replaceProcess(real, argv, env); err != nil {
		return nil, object.RaiseOS(err, "")
	}
	return starlark.None, nil
}

func textList(t *isolate.Thread, v starlark.Value) ([]string, error) {
	list, err := object.Slice(t, v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(list))
	for i, e := range list {
		if out[i], err = Fspath(t, e, ""); err != nil {
			return nil, err
		}
	}
	return out, nil
}

var programFuncs = []object.Def{
	inLanguage("system(command)", "Execute the command in a subshell."),
	inLanguage("def popen(cmd, mode='r', buffering=-1)", "Open a pipe to or from a command."),
	inLanguage("def execv(path, argv)", "Execute an executable path with arguments, replacing current process."),
	inLanguage("def execve(path, argv, env)", "Execute an executable path with arguments and an environment, replacing current process."),
	inLanguage("def execvp(file, args)", "Execute the executable file (which is searched for along $PATH), replacing current process."),
	inLanguage("def execl(file, *args)", "Execute the executable file with argument list args, replacing the current process."),
	inLanguage("def execlp(file, *args)", "Execute the executable file (which is searched for along $PATH), replacing the current process."),
	inLanguage("def spawnv(mode, file, args)", "Execute file with arguments from args in a subprocess."),
	inLanguage("def spawnl(mode, file, *args)", "Execute file with arguments from args in a subprocess."),
	inLanguage("def spawnvp(mode, file, args)", "Execute file (which is looked for along $PATH) in a subprocess."),
	inLanguage("def spawnlp(mode, file, *args)", "Execute file (which is looked for along $PATH) in a subprocess."),
	{Sig: "_exec(path, argv, env, /)", Fn: exec},
	status("WIFEXITED", "Return True if the process returning status exited via the exit() system call.", func(n int) starlark.Value { return starlark.Bool(n&0x7f == 0) }),
	status("WEXITSTATUS", "Return the process return code from status.", func(n int) starlark.Value { return starlark.MakeInt(n >> 8 & 0xff) }),
	status("WIFSIGNALED", "Return True if the process returning status was terminated by a signal.", func(n int) starlark.Value { return starlark.Bool(n&0x7f != 0 && n&0x7f != 0x7f) }),
	status("WTERMSIG", "Return the signal that terminated the process that provided the status value.", func(n int) starlark.Value { return starlark.MakeInt(n & 0x7f) }),
	status("WIFSTOPPED", "Return True if the process returning status was stopped.", func(n int) starlark.Value { return starlark.Bool(n&0xff == 0x7f) }),
	status("WSTOPSIG", "Return the signal that stopped the process that provided the status value.", func(n int) starlark.Value { return starlark.MakeInt(n >> 8 & 0xff) }),
	status("WCOREDUMP", "Return True if the process returning status was dumped to a core file.", func(n int) starlark.Value { return starlark.Bool(n&0x80 != 0) }),
	status("waitstatus_to_exitcode", "Convert a wait status to an exit code.", func(n int) starlark.Value {
		if n&0x7f == 0 {
			return starlark.MakeInt(n >> 8 & 0xff)
		}
		return starlark.MakeInt(-(n & 0x7f))
	}),
}

// status is a function of a wait status.
func status(name, doc string, fn func(n int) starlark.Value) object.Def {
	return object.Def{Sig: name + "(status)", Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		n, err := object.Int(t, a[0])
		if err != nil {
			return nil, err
		}
		return fn(n), nil
	}}
}
