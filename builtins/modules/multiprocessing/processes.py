# Processes that run one call.


_children = []
_counter = [0]


def _bootstrap(name, run, args, kwargs):
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
        sys.stderr.write('Process ' + name + ':\n' + _traceback.format_exc())
        code = 1
    return code


class Process:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        _counter[0] += 1
        self._name = name or type(self).__name__ + '-' + str(_counter[0])
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._daemon = bool(daemon)
        self._process = None
        self._parent_pid = os.getpid()

    def __getstate__(self):
        state = dict(self.__dict__)
        state['_process'] = None
        return state

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        if self._process is not None:
            raise AssertionError('cannot start a process twice')
        if self._parent_pid != os.getpid():
            raise AssertionError('can only start a process object created by current process')
        if type(self).run is Process.run:
            if self._target is None:
                call = (self._name, len, ('',), {})
            else:
                call = (self._name, self._target, self._args, self._kwargs)
        else:
            call = (self._name, self.run, (), {})
        self._process = _start(self._name, self._daemon, _bootstrap, call)
        _children.append(self)

    def _started(self, what):
        if self._process is None:
            raise AssertionError('can only ' + what + ' a started process')

    def join(self, timeout=None):
        self._started('join')
        self._process.join(timeout)

    def is_alive(self):
        return self._process is not None and self._process.is_alive()

    def terminate(self):
        self._process.terminate()

    def kill(self):
        self._process.kill()

    def close(self):
        if self.is_alive():
            raise ValueError('Cannot close a process while it is still running. You should first call join() or terminate().')

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, value):
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
        return self._process and self._process.pid

    @property
    def ident(self):
        return self.pid

    @property
    def exitcode(self):
        return self._process and self._process.exitcode

    def __repr__(self):
        status = 'initial'
        if self._process is not None:
            code = self.exitcode
            if code is None:
                status = 'started'
            elif code:
                status = 'stopped exitcode=' + str(code)
            else:
                status = 'stopped exitcode=0'
        pid = ' pid=' + str(self.pid) if self._process is not None else ''
        return '<' + type(self).__name__ + ' name=' + repr(self._name) + pid + ' parent=' + str(self._parent_pid) + ' ' + status + (' daemon' if self._daemon else '') + '>'


class SpawnProcess(Process):
    pass


class _Current:
    def __init__(self, name, pid, parent):
        self.name = name
        self.pid = pid
        self.ident = pid
        self.daemon = False
        self.exitcode = None
        self._parent_pid = parent

    def is_alive(self):
        return True

    def __repr__(self):
        kind = '_MainProcess' if self.name == 'MainProcess' else 'Process'
        parent = ' parent=' + str(self._parent_pid) if self._parent_pid else ''
        return '<' + kind + ' name=' + repr(self.name) + parent + ' started>'


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
    return _Current('MainProcess', _current._parent_pid, None)


def active_children():
    _children[:] = [p for p in _children if p.is_alive()]
    return list(_children)
