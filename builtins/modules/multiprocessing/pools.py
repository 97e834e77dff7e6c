# Pool, over the executors of concurrent.futures.


class AsyncResult:
    def __init__(self, future, callback=None, error_callback=None, finish=None):
        self._future = future
        self._finish = finish
        if callback is not None or error_callback is not None:
            def done(f):
                e = f.exception()
                if e is None:
                    if callback is not None:
                        callback(self._value())
                elif error_callback is not None:
                    error_callback(e)
            future.add_done_callback(done)

    def _value(self):
        v = self._future.result()
        return v if self._finish is None else self._finish(v)

    def get(self, timeout=None):
        _futures.wait([self._future], timeout)
        if not self._future.done():
            raise TimeoutError
        return self._value()

    def wait(self, timeout=None):
        _futures.wait([self._future], timeout)

    def ready(self):
        return self._future.done()

    def successful(self):
        if not self.ready():
            raise ValueError(repr(self) + ' not ready')
        return self._future.exception() is None


ApplyResult = AsyncResult


class _All:
    # The outcome of several futures as one, for map_async.
    def __init__(self, parts):
        self._parts = parts
        self._whole = _futures.Future()
        self._left = len(parts)
        self._lock = _threading.Lock()
        if not parts:
            self._whole.set_result([])
        for f in parts:
            f.add_done_callback(self._one)

    def _one(self, f):
        with self._lock:
            self._left -= 1
            if self._whole.done():
                return
            e = f.exception()
            if e is not None:
                self._whole.set_exception(e)
            elif self._left == 0:
                out = []
                for p in self._parts:
                    out.extend(p.result())
                self._whole.set_result(out)


def _run_chunk(star, func, chunk):
    if star:
        return [func(*a) for a in chunk]
    return [func(a) for a in chunk]


class _Results:
    def __init__(self, source):
        self._source = source

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._source)

    def next(self, timeout=None):
        return next(self._source)


class Pool:
    _executor_class = _futures.ProcessPoolExecutor

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            processes = os.process_cpu_count() or 1
        if processes < 1:
            raise ValueError('Number of processes must be at least 1')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._processes = processes
        self._state = 'RUN'
        self._executor = self._make(processes, initializer, initargs, maxtasksperchild)

    def _make(self, processes, initializer, initargs, maxtasksperchild):
        return _futures.ProcessPoolExecutor(processes, initializer=initializer, initargs=initargs,
                                            max_tasks_per_child=maxtasksperchild)

    def _check(self):
        if self._state != 'RUN':
            raise ValueError('Pool not running')

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check()
        return AsyncResult(self._executor.submit(func, *args, **kwds), callback, error_callback)

    def _chunks(self, star, func, iterable, chunksize):
        self._check()
        items = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(items), self._processes * 4)
            if extra:
                chunksize += 1
        chunksize = max(1, chunksize)
        return [self._executor.submit(_run_chunk, star, func, items[i:i + chunksize])
                for i in range(0, len(items), chunksize)]

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return AsyncResult(_All(self._chunks(False, func, iterable, chunksize))._whole, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return AsyncResult(_All(self._chunks(True, func, iterable, chunksize))._whole, callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def _lazily(self, func, iterable, chunksize, ordered):
        if chunksize < 1:
            raise ValueError('Chunksize must be 1+, not ' + format(chunksize, 'n'))
        parts = self._chunks(False, func, iterable, chunksize)

        def results():
            for f in parts if ordered else _futures.as_completed(parts):
                for v in f.result():
                    yield v
        return _Results(results())

    def imap(self, func, iterable, chunksize=1):
        return self._lazily(func, iterable, chunksize, True)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._lazily(func, iterable, chunksize, False)

    def close(self):
        if self._state == 'RUN':
            self._state = 'CLOSE'
            self._executor.shutdown(wait=False)

    def terminate(self):
        self._state = 'TERMINATE'
        self._executor.kill_workers()

    def join(self):
        if self._state == 'RUN':
            raise ValueError('Pool is still running')
        self._executor.shutdown(wait=True)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.terminate()


class ThreadPool(Pool):
    def _make(self, processes, initializer, initargs, maxtasksperchild):
        return _futures.ThreadPoolExecutor(processes, initializer=initializer, initargs=initargs)

    def terminate(self):
        self._state = 'TERMINATE'
        self._executor.shutdown(wait=False, cancel_futures=True)
