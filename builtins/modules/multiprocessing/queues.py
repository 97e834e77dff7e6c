# Queues.


class _Queue(_Shared):
    def put(self, obj, block=True, timeout=None):
        self._call('put', self._given(obj), block, timeout)

    def get(self, block=True, timeout=None):
        return self._call('get', block, timeout)

    def put_nowait(self, obj):
        self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return self._call('qsize')

    def empty(self):
        return self._call('empty')

    def full(self):
        return self._call('full')

    def _given(self, obj):
        return obj if self._target is None else _private(obj)


class Queue(_Queue):
    _closed = False

    def __init__(self, maxsize=0, *, ctx=None):
        self._own(_queue.Queue(maxsize))

    def put(self, obj, block=True, timeout=None):
        if self._closed:
            raise ValueError('Queue ' + repr(self) + ' is closed')
        super().put(obj, block, timeout)

    def get(self, block=True, timeout=None):
        if self._closed:
            raise ValueError('Queue ' + repr(self) + ' is closed')
        return super().get(block, timeout)

    def close(self):
        self._closed = True

    def join_thread(self):
        if not self._closed:
            raise AssertionError('Queue ' + repr(self) + ' not closed')

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    def task_done(self):
        self._call('task_done')

    def join(self):
        self._call('join')


class SimpleQueue(_Queue):
    def __init__(self, *, ctx=None):
        self._own(_queue.SimpleQueue())

    def put(self, obj):
        self._call('put', self._given(obj))

    def get(self):
        return self._call('get')

    def empty(self):
        return self._call('empty')

    def close(self):
        pass
