# multiprocessing.dummy: the interface of multiprocessing over threads.

import sys
import threading as _threading
from multiprocessing import pool as _pool
from multiprocessing.dummy import connection
from multiprocessing.dummy.connection import Pipe
from queue import Queue, SimpleQueue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

JoinableQueue = Queue

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition',
           'Event', 'Barrier', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']


class DummyProcess(_threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        _threading.Thread.__init__(self, group, target, name, args, kwargs)
        self._pid = None
        self._parent = current_process()

    def start(self):
        if self._parent is not current_process():
            raise RuntimeError('Parent is {0!r} but current_process is {1!r}'.format(self._parent, current_process()))
        self._start_called = True
        _children.append(self)
        _threading.Thread.start(self)

    @property
    def exitcode(self):
        if getattr(self, '_start_called', False) and not self.is_alive():
            return 0
        return None


Process = DummyProcess
current_process = _threading.current_thread
_children = []


def active_children():
    _children[:] = [c for c in _children if c.is_alive()]
    return list(_children)


def freeze_support():
    pass


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = [k + '=' + repr(v) for k, v in sorted(self.__dict__.items()) if not k.startswith('_')]
        return '%s(%s)' % (type(self).__name__, ', '.join(items))


def Array(typecode, sequence, lock=True):
    from array import array
    return array(typecode, sequence)


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value

    def __repr__(self):
        return '<%s(%r, %r)>' % (type(self).__name__, self._typecode, self._value)


def Manager():
    return sys.modules[__name__]


def shutdown():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    return _pool.ThreadPool(processes, initializer, initargs)
