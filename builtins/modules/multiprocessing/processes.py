# Processes that run one call.


_children = []
_sentinels = {}
_counter = [0]
_no_signal = {}


def _bootstrap(info, run, args, kwargs):
    _current._become(*info)
    code = 0
    try:
        run(*args, **kwargs)
    except SystemExit as e:
        if e.code is None:
            code = 0
        elif isinstance(e.code, int):
            code = e.code & 0xff
        else:
            sys.stderr.write(str(e.code) + '\n')
            code = 1
    except BaseException:
        sys.stderr.write('Process ' + info[0] + ':\n' + _traceback.format_exc())
        code = 1
    return code


def _nothing():
    pass


def _signal_name(number):
    if not _no_signal:
        import signal
        _no_signal.update({int(s): s.name for s in signal.Signals})
    return _no_signal.get(number, str(number))


class BaseProcess:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        _counter[0] += 1
        self._identity = _current._identity + (_counter[0],)
        self._name = name or type(self).__name__ + '-' + ':'.join([str(i) for i in self._identity])
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._daemon = _current.daemon if daemon is None else bool(daemon)
        self._process = None
        self._closed = False
        self._parent_pid = os.getpid()
        self._parent_name = _current.name

    def __getstate__(self):
        state = dict(self.__dict__)
        state['_process'] = None
        return state

    def _check_closed(self):
        if self._closed:
            raise ValueError('process object is closed')

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        if self._process is not None:
            raise AssertionError('cannot start a process twice')
        if self._parent_pid != os.getpid():
            raise AssertionError('can only start a process object created by current process')
        if _current.daemon:
            raise AssertionError('daemonic processes are not allowed to have children')
        info = (self._name, self._identity, self._daemon, self._parent_name)
        if type(self).run is not BaseProcess.run:
            call = (info, self.run, (), {})
        else:
            call = (info, self._target or _nothing, self._args, self._kwargs)
        self._process = _start(self._name, self._daemon, _bootstrap, call)
        _children.append(self)
        self._target = self._args = self._kwargs = None

    def _started(self, what):
        self._check_closed()
        if self._parent_pid != os.getpid():
            raise AssertionError('can only ' + what + ' a child process')

    def join(self, timeout=None):
        self._started('join')
        if self._process is None:
            raise AssertionError('can only join a started process')
        self._process.join(timeout)
        if not self._process.is_alive() and self in _children:
            _children.remove(self)

    def is_alive(self):
        self._check_closed()
        if self is _current:
            return True
        if self._parent_pid != os.getpid():
            raise AssertionError('can only test a child process')
        return self._process is not None and self._process.is_alive()

    def terminate(self):
        self._check_closed()
        self._process.terminate()

    def kill(self):
        self._check_closed()
        self._process.kill()

    def interrupt(self):
        self._check_closed()
        import signal
        os.kill(self._process.pid, signal.SIGINT)

    def close(self):
        if not self._closed and self._process is not None:
            if self._process.is_alive():
                raise ValueError('Cannot close a process while it is still running. You should first call join() or terminate().')
            _sentinels.pop(self._process.pid, None)
            if self in _children:
                _children.remove(self)
        self._process = None
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
        if not isinstance(value, str):
            raise AssertionError('name must be a string')
        self._name = value

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, value):
        if self._process is not None:
            raise AssertionError('process has already started')
        self._daemon = bool(value)

    @property
    def pid(self):
        self._check_closed()
        return self._process and self._process.pid

    ident = pid

    @property
    def exitcode(self):
        self._check_closed()
        return self._process and self._process.exitcode

    @property
    def sentinel(self):
        self._check_closed()
        if self._process is None:
            raise ValueError('process not started')
        _sentinels[self._process.pid] = self._process
        return self._process.pid

    @property
    def authkey(self):
        return _current.authkey

    @authkey.setter
    def authkey(self, value):
        _current.authkey = bytes(value)

    def __repr__(self):
        info = [type(self).__name__, 'name=' + repr(self._name)]
        if self._closed:
            status = 'closed'
        elif self._process is None:
            status = 'initial'
        else:
            info.append('pid=' + str(self._process.pid))
            code = self._process.exitcode
            if code is None:
                status = 'started'
            else:
                status = 'stopped'
        if self._parent_pid != os.getpid():
            status = 'unknown'
        info.append('parent=' + str(self._parent_pid))
        info.append(status)
        if status == 'stopped':
            info.append('exitcode=' + ('-' + _signal_name(-code) if code < 0 else str(code)))
        if self._daemon:
            info.append('daemon')
        return '<' + ' '.join(info) + '>'


class Process(BaseProcess):
    pass


class SpawnProcess(BaseProcess):
    pass


class _Current:
    # The process that this is.
    exitcode = None

    def __init__(self, name, pid, parent):
        self.name = name
        self.pid = pid
        self.ident = pid
        self.daemon = False
        self.authkey = b''
        self._identity = ()
        self._parent_pid = parent
        self._parent_name = 'MainProcess'

    def _become(self, name, identity, daemon, parent):
        self.name, self._identity, self.daemon, self._parent_name = name, identity, daemon, parent

    def is_alive(self):
        return self.pid == os.getpid() or os.getppid() == self.pid

    def join(self, timeout=None):
        raise AssertionError('can only join a child process')

    def __repr__(self):
        if self.name == 'MainProcess':
            kind, parent = '_MainProcess', ' parent=None'
        else:
            kind, parent = 'Process', ' parent=' + str(self._parent_pid)
        return '<' + kind + ' name=' + repr(self.name) + parent + ' started' + (' daemon' if self.daemon else '') + '>'


class _Parent(_Current):
    def __repr__(self):
        return '<_ParentProcess name=' + repr(self.name) + ' parent=None ' + ('started' if self.is_alive() else 'unknown') + '>'

    def join(self, timeout=None):
        end = None if timeout is None else _time.monotonic() + timeout
        while self.is_alive() and (end is None or _time.monotonic() < end):
            _time.sleep(0.01)


def _make_current():
    setup = _setup()
    if setup is None:
        return _Current('MainProcess', os.getpid(), None)
    return _Current(setup[0], os.getpid(), setup[1])


_current = _make_current()


def current_process():
    return _current


def parent_process():
    if _current._parent_pid is None:
        return None
    return _Parent(_current._parent_name, _current._parent_pid, None)


def active_children():
    _children[:] = [p for p in _children if not p._closed and p.is_alive()]
    return list(_children)
