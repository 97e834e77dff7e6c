# Pipes: two ends, each with what the other has sent.


class _End:
    def __init__(self):
        self.inbox = _queue.Queue()
        self.peer = None
        self.ended = False
        self.peeked = []

    def send(self, obj):
        if self.peer is None or self.peer.ended:
            raise BrokenPipeError(32, 'Broken pipe')
        self.peer.inbox.put((obj,))

    def recv(self):
        item = self.peeked.pop() if self.peeked else self.inbox.get()
        if item is None:
            self.peeked.append(None)
            raise EOFError
        return item[0]

    def poll(self, timeout):
        if self.peeked:
            return True
        try:
            if timeout is None:
                self.peeked.append(self.inbox.get())
            elif timeout <= 0:
                self.peeked.append(self.inbox.get(False))
            else:
                self.peeked.append(self.inbox.get(True, timeout))
            return True
        except _queue.Empty:
            return False

    def end(self):
        if not self.ended:
            self.ended = True
            if self.peer is not None:
                self.peer.inbox.put(None)


class Connection(_Shared):
    def __init__(self, end, readable, writable):
        self._own(end)
        self._open(readable, writable)

    def _open(self, readable, writable):
        self.readable = readable
        self.writable = writable
        self.closed = False
        self._sent = False

    def __reduce__(self):
        self._sent = True
        rebuild, args = _Shared.__reduce__(self)
        return _rebuild_connection, args + (self.readable, self.writable)

    def _check(self, ok, what):
        if self.closed:
            raise OSError('handle is closed')
        if not ok:
            raise OSError('connection is ' + what + '-only')

    def send(self, obj):
        self._check(self.writable, 'read')
        self._call('send', obj if self._target is None else _private(obj))

    def recv(self):
        self._check(self.readable, 'write')
        return self._call('recv')

    def send_bytes(self, buf, offset=0, size=None):
        self._check(self.writable, 'read')
        data = bytes(buf)
        if offset < 0:
            raise ValueError('offset is negative')
        if len(data) < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > len(data):
            raise ValueError('buffer length < offset + size')
        self.send(data[offset:offset + size])

    def recv_bytes(self, maxlength=None):
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        data = self.recv()
        if maxlength is not None and len(data) > maxlength:
            self.close()
            raise OSError('bad message length')
        return data

    def recv_bytes_into(self, buf, offset=0):
        view = memoryview(buf)
        if offset < 0:
            raise ValueError('negative offset')
        if offset > len(view):
            raise ValueError('offset too large')
        data = self.recv()
        if len(data) > len(view) - offset:
            raise BufferTooShort(data)
        view[offset:offset + len(data)] = data
        return len(data)

    def fileno(self):
        if self.closed:
            raise OSError('handle is closed')
        return id(self) & 0x7fffffff

    def __repr__(self):
        return '<multiprocessing.connection.Connection object at ' + hex(id(self)) + '>'

    def poll(self, timeout=0.0):
        self._check(self.readable, 'write')
        return self._call('poll', timeout)

    def close(self):
        # An end that was sent elsewhere stays open there.
        if not self.closed:
            self.closed = True
            if self._target is None or not self._sent:
                self._call('end')

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def _rebuild_connection(cls, home, key, readable, writable):
    c = _rebuild(cls, home, key)
    if c._target is None:
        c._open(readable, writable)
    return c


def Pipe(duplex=True):
    a, b = _End(), _End()
    a.peer, b.peer = b, a
    return Connection(a, True, duplex), Connection(b, duplex, True)
