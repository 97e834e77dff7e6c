# Start methods and contexts. All methods start the same kind of worker.


_method = ['spawn', False]
_METHODS = ['spawn', 'fork', 'forkserver']


def get_all_start_methods():
    return list(_METHODS)


def get_start_method(allow_none=False):
    return _method[0]


def set_start_method(method, force=False):
    if _method[1] and not force:
        raise RuntimeError('context has already been set')
    if method is not None and method not in _METHODS:
        raise ValueError('cannot find context for ' + repr(method))
    _method[0] = method or 'spawn'
    _method[1] = method is not None


def freeze_support():
    pass


def set_executable(executable):
    pass


def set_forkserver_preload(module_names):
    pass


def get_logger():
    import logging
    logger = logging.getLogger('multiprocessing')
    logger.propagate = False
    return logger


def log_to_stderr(level=None):
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter('[%(levelname)s/%(processName)s] %(message)s'))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    return logger


class BaseContext:
    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError
    Process = SpawnProcess
    Queue = Queue
    JoinableQueue = JoinableQueue
    SimpleQueue = SimpleQueue
    Lock = Lock
    RLock = RLock
    Semaphore = Semaphore
    BoundedSemaphore = BoundedSemaphore
    Event = Event
    Condition = Condition
    Barrier = Barrier
    Pool = Pool
    Value = staticmethod(Value)
    Array = staticmethod(Array)
    RawValue = staticmethod(RawValue)
    RawArray = staticmethod(RawArray)
    Pipe = staticmethod(Pipe)
    Manager = staticmethod(Manager)
    cpu_count = staticmethod(cpu_count)
    current_process = staticmethod(current_process)
    parent_process = staticmethod(parent_process)
    active_children = staticmethod(active_children)
    freeze_support = staticmethod(freeze_support)
    set_executable = staticmethod(set_executable)
    set_forkserver_preload = staticmethod(set_forkserver_preload)
    get_logger = staticmethod(get_logger)
    log_to_stderr = staticmethod(log_to_stderr)
    get_all_start_methods = staticmethod(get_all_start_methods)

    def __init__(self, method):
        self._name = method

    def get_start_method(self, allow_none=False):
        return self._name or get_start_method()

    def set_start_method(self, method, force=False):
        set_start_method(method, force)

    def get_context(self, method=None):
        return get_context(method) if method else self


def get_context(method=None):
    if method is not None and method not in _METHODS:
        raise ValueError('cannot find context for ' + repr(method))
    return BaseContext(method)
