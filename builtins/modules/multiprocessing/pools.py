# Pool, over the executors of concurrent.futures.


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class MaybeEncodingError(Exception):
    def __init__(self, exc, value):
        self.exc = repr(exc)
        self.value = repr(value)
        super().__init__(self.exc, self.value)

    def __str__(self):
        return "Error sending result: '%s'. Reason: '%s'" % (self.value, self.exc)

    def __repr__(self):
        return '<%s: %s>' % (type(self).__name__, self)


def _raised(future):
    # The exception of a future, told as this module does.
    e = future.exception()
    cause = e and e.__cause__
    if type(cause).__name__ == '_RemoteTraceback':
        e.__cause__ = RemoteTraceback(str(cause))
    return e


class ApplyResult:
    # The outcome of one call. A callback has run before anybody sees the outcome.
    def __init__(self, pool, callback=None, error_callback=None):
        self._pool = pool
        self._event = _threading.Event()
        self._callback = callback
        self._error_callback = error_callback
        self._success = None
        self._value = None

    def _set(self, success, value):
        self._success, self._value = success, value
        try:
            if success and self._callback:
                self._callback(value)
            if not success and self._error_callback:
                self._error_callback(value)
        finally:
            self._callback = self._error_callback = None
            self._event.set()

    def _done(self, future):
        e = _raised(future)
        if e is None:
            self._set(True, future.result())
        else:
            self._set(False, e)

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError('{0!r} not ready'.format(self))
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def __repr__(self):
        return '<multiprocessing.pool.' + type(self).__name__ + ' object at ' + hex(id(self)) + '>'


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    # The outcomes of several calls as one. The first that fails is the outcome, once all have ended.
    def __init__(self, pool, callback, error_callback):
        super().__init__(pool, callback, error_callback)
        self._lock = _threading.Lock()
        self._failed = None

    def _over(self, parts):
        self._left = len(parts)
        self._parts = parts
        if not parts:
            self._set(True, [])
        for f in parts:
            f.add_done_callback(self._one)

    def _one(self, f):
        e = _raised(f)
        with self._lock:
            self._left -= 1
            if self._failed is None:
                self._failed = e
            if self._left > 0:
                return
        parts, self._parts = self._parts, None
        if self._failed is not None:
            self._set(False, self._failed)
            return
        out = []
        for p in parts:
            out.extend(p.result())
        self._set(True, out)


def _run_chunk(func, chunk):
    return [func(a) for a in chunk]


def _run_star(func, chunk):
    return [func(*a) for a in chunk]


class IMapIterator:
    # The results of calls that a thread of its own submits as it reads the iterable.
    def __init__(self, pool, func, iterable, chunksize, ordered):
        self._queue = _queue.SimpleQueue()
        self._ordered = ordered
        self._items = []
        self._ended = False
        self._left = 0
        self._total = None
        self._current = None
        feeder = _threading.Thread(target=self._feed, args=(pool, func, iterable, chunksize), daemon=True)
        feeder.start()

    def _feed(self, pool, func, iterable, chunksize):
        n = 0
        try:
            chunk = []
            for x in iterable:
                if pool._state == 'TERMINATE':
                    return
                chunk.append(x)
                if len(chunk) == chunksize:
                    self._submit(pool, func, chunk)
                    n += 1
                    chunk = []
            if chunk:
                self._submit(pool, func, chunk)
                n += 1
        except BaseException as e:
            failed = _futures.Future()
            failed.set_exception(e)
            self._queue.put(failed)
            n += 1
        self._queue.put(n)

    def _submit(self, pool, func, chunk):
        f = pool._executor.submit(_run_chunk, func, chunk)
        if self._ordered:
            self._queue.put(f)
        else:
            f.add_done_callback(self._queue.put)

    def __iter__(self):
        return self

    def next(self, timeout=None):
        end = None if timeout is None else _time.monotonic() + timeout
        while not self._items:
            if self._total is not None and self._left >= self._total:
                raise StopIteration
            f = self._current
            try:
                if f is None:
                    f = self._queue.get(True, None if end is None else max(0, end - _time.monotonic()))
                    if isinstance(f, int):
                        self._total = f
                        continue
                    self._current = f
                values = f.result(None if end is None else max(0, end - _time.monotonic()))
            except _queue.Empty:
                raise TimeoutError from None
            except _futures.TimeoutError:
                if not f.done():
                    raise TimeoutError from None
                self._took()
                raise
            except BaseException:
                self._took()
                _raised(f)
                raise
            self._took()
            self._items = list(values)
            self._items.reverse()
        return self._items.pop()

    __next__ = next

    def _took(self):
        self._current = None
        self._left += 1


class IMapUnorderedIterator(IMapIterator):
    pass


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if maxtasksperchild is not None:
            if not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0:
                raise ValueError('maxtasksperchild must be a positive int or None')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._state = 'RUN'
        self._executor = self._make(processes, initializer, tuple(initargs), maxtasksperchild)

    @staticmethod
    def Process(ctx, *args, **kwds):
        return ctx.Process(*args, **kwds)

    def _make(self, processes, initializer, initargs, maxtasksperchild):
        executor = _futures.ProcessPoolExecutor(processes, initializer=initializer, initargs=initargs,
                                                max_tasks_per_child=maxtasksperchild)
        executor._worker_name = 'SpawnPoolWorker'
        return executor

    def _check_running(self):
        if self._state != 'RUN':
            raise ValueError('Pool not running')

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        result = ApplyResult(self, callback, error_callback)
        self._executor.submit(func, *args, **kwds).add_done_callback(result._done)
        return result

    def _map_async(self, run, func, iterable, chunksize, callback, error_callback):
        self._check_running()
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), self._processes * 4)
            if extra:
                chunksize += 1
        chunksize = max(1, chunksize)
        result = MapResult(self, callback, error_callback)
        result._over([self._executor.submit(run, func, items[i:i + chunksize]) for i in range(0, len(items), chunksize)])
        return result

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(_run_chunk, func, iterable, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(_run_star, func, iterable, chunksize, callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def _imap(self, kind, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError('Chunksize must be 1+, not {0:n}'.format(chunksize))
        return kind(self, func, iterable, chunksize, kind is IMapIterator)

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, func, iterable, chunksize)

    def close(self):
        if self._state == 'RUN':
            self._state = 'CLOSE'

    def terminate(self):
        if self._state != 'TERMINATE':
            self._state = 'TERMINATE'
            self._stop()

    def _stop(self):
        self._executor.kill_workers()

    def join(self):
        if self._state == 'RUN':
            raise ValueError('Pool is still running')
        self._executor.shutdown(wait=True)

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError('pool objects cannot be passed between processes or pickled')

    def __repr__(self):
        return '<multiprocessing.pool.' + type(self).__name__ + ' state=' + self._state + ' pool_size=' + str(self._processes) + '>'


class ThreadPool(Pool):
    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    @staticmethod
    def Process(ctx, *args, **kwds):
        return _threading.Thread(*args, **kwds)

    def _make(self, processes, initializer, initargs, maxtasksperchild):
        return _futures.ThreadPoolExecutor(processes, initializer=initializer, initargs=initargs)

    def _stop(self):
        self._executor.shutdown(wait=False, cancel_futures=True)
