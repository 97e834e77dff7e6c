# The module subprocess.

import os as _os
import sys as _sys
import time as _time

__all__ = ['Popen', 'PIPE', 'STDOUT', 'call', 'check_call', 'getstatusoutput', 'getoutput', 'check_output', 'run',
           'CalledProcessError', 'DEVNULL', 'SubprocessError', 'TimeoutExpired', 'CompletedProcess', 'list2cmdline']

PIPE = -1
STDOUT = -2
DEVNULL = -3


class SubprocessError(Exception):
    """Base class of the errors of this module."""


class CalledProcessError(SubprocessError):
    """Raised when run() is called with check=True and the process returns a non-zero exit status."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            import signal
            try:
                return f"Command '{self.cmd}' died with {signal.Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value

    def __reduce__(self):
        return type(self), (self.returncode, self.cmd, self.output, self.stderr)


class TimeoutExpired(SubprocessError):
    """Raised when the timeout expires while waiting for a child process."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value

    def __reduce__(self):
        return type(self), (self.cmd, self.timeout, self.output, self.stderr)


class CompletedProcess:
    """A process that has finished running."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        parts = [f'args={self.args!r}', f'returncode={self.returncode!r}']
        if self.stdout is not None:
            parts.append(f'stdout={self.stdout!r}')
        if self.stderr is not None:
            parts.append(f'stderr={self.stderr!r}')
        return f"{type(self).__name__}({', '.join(parts)})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


class Popen:
    """Execute a child program in a new process."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None,
                 group=None, extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1,
                 process_group=None):
        if not isinstance(bufsize, int):
            raise TypeError('bufsize must be an integer')
        if preexec_fn is not None:
            raise SubprocessError('preexec_fn is not supported')
        for name, value in (('user', user), ('group', group), ('extra_groups', extra_groups)):
            if value is not None:
                raise SubprocessError(f'{name} is not supported')
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError('Cannot disambiguate when both text and universal_newlines are supplied but '
                                  'different. Pass one or the other.')
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        if isinstance(args, (str, bytes)) or hasattr(args, '__fspath__'):
            argv = [args]
        else:
            argv = list(args)
        if shell:
            argv = ['/bin/sh' if _os.name == 'posix' else 'cmd.exe', '-c' if _os.name == 'posix' else '/c'] + argv
            if executable is not None:
                argv[0] = executable
        layer = (encoding or '', errors or '') if self.text_mode else None
        self._process, self.stdin, self.stdout, self.stderr = _spawn(
            argv, executable, cwd, env, stdin, stdout, stderr, layer, bufsize, bool(start_new_session), process_group)
        self.pid = self._process.pid
        self._input_given = False

    def __repr__(self):
        return f'<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>'

    @property
    def universal_newlines(self):
        return self.text_mode

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for stream in (self.stdout, self.stderr):
            if stream:
                stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        except OSError as exc:
            # EBADF: communicate(), given up on a timeout, has closed the pipe.
            if exc.errno != 9:
                raise
        finally:
            self.wait()

    def poll(self):
        """Check if child process has terminated. Set and return returncode attribute."""
        if self.returncode is None:
            self.returncode = self._process.poll()
        return self.returncode

    def wait(self, timeout=None):
        """Wait for child process to terminate; returns self.returncode."""
        if self.returncode is None:
            code = self._process.wait(timeout)
            if code is None:
                raise TimeoutExpired(self.args, timeout)
            self.returncode = code
        return self.returncode

    def send_signal(self, sig):
        """Send a signal to the process."""
        if self.poll() is None:
            self._process.send(sig)

    def terminate(self):
        """Terminate the process with SIGTERM."""
        self.send_signal(15)

    def kill(self):
        """Kill the process with SIGKILL."""
        self.send_signal(9)

    def _decode(self, data):
        return data.decode(self.encoding or 'utf-8', self.errors or 'strict').replace('\r\n', '\n').replace('\r', '\n')

    def communicate(self, input=None, timeout=None):
        """Interact with process: send data to stdin and close it, read data from stdout and stderr until end."""
        if self._input_given and input:
            raise ValueError('Cannot send input after starting communication')
        self._input_given = True
        if input is None:
            data = b''
        elif isinstance(input, str):
            if not self.text_mode:
                raise TypeError("memoryview: a bytes-like object is required, not 'str'")
            data = input.encode(self.encoding or 'utf-8', self.errors or 'strict')
        else:
            if self.text_mode:
                raise AttributeError(f"'{type(input).__name__}' object has no attribute 'encode'")
            data = input
        if self.stdin and not self.stdin.closed:
            try:
                self.stdin.flush()
            except BrokenPipeError:
                pass
        result = self._process.communicate(data, timeout)
        if result is None:
            out, err = self._process.output()
            raise TimeoutExpired(self.args, timeout, out or None, err or None)
        self.returncode = self._process.poll()
        out = err = None
        if self.stdout:
            out = self._decode(result[0]) if self.text_mode else result[0]
            self.stdout.close()
        if self.stderr:
            err = self._decode(result[1]) if self.text_mode else result[1]
            self.stderr.close()
        if self.stdin:
            try:
                self.stdin.close()
            except OSError:
                pass
        return out, err


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run command with arguments and return a CompletedProcess instance."""
    if input is not None:
        if kwargs.get('stdin') is not None:
            raise ValueError('stdin and input arguments may not both be used.')
        kwargs['stdin'] = PIPE
    if capture_output:
        if kwargs.get('stdout') is not None or kwargs.get('stderr') is not None:
            raise ValueError('stdout and stderr arguments may not be used with capture_output.')
        kwargs['stdout'] = PIPE
        kwargs['stderr'] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired as exc:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        code = process.poll()
    if check and code:
        raise CalledProcessError(code, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, code, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    """Run command with arguments. Wait for command to complete or timeout, then return the returncode attribute."""
    process = Popen(*popenargs, **kwargs)
    try:
        return process.wait(timeout=timeout)
    except:
        process.kill()
        raise


def check_call(*popenargs, **kwargs):
    """Run command with arguments; raise CalledProcessError unless it exits with zero."""
    code = call(*popenargs, **kwargs)
    if code:
        cmd = kwargs.get('args')
        raise CalledProcessError(code, popenargs[0] if cmd is None else cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    """Run command with arguments and return its output."""
    for name in ('stdout', 'check'):
        if name in kwargs:
            raise ValueError(f'{name} argument not allowed, it will be overridden.')
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    """Return (exitcode, output) of executing cmd in a shell."""
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT, encoding=encoding, errors=errors)
    output = done.stdout
    if output[-1:] == '\n':
        output = output[:-1]
    return done.returncode, output


def getoutput(cmd, *, encoding=None, errors=None):
    """Return output (stdout or stderr) of executing cmd in a shell."""
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def list2cmdline(seq):
    """Translate a sequence of arguments into a command line string, as Windows programs read it."""
    out = []
    for arg in map(_os.fsdecode, seq):
        quote = not arg or ' ' in arg or '\t' in arg
        text, slashes = '', 0
        for c in arg:
            if c == '\\':
                slashes += 1
                continue
            if c == '"':
                text += '\\' * (2 * slashes) + '\\"'
            else:
                text += '\\' * slashes + c
            slashes = 0
        text += '\\' * (slashes * 2 if quote else slashes)
        out.append(f'"{text}"' if quote else text)
    return ' '.join(out)
