# The module sched.

import heapq as _heapq
import threading as _threading
import time as _time
from collections import namedtuple as _namedtuple

__all__ = ['scheduler']


class Event(_namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')):
    __slots__ = ()


class scheduler:
    """Runs functions at given times."""

    def __init__(self, timefunc=_time.monotonic, delayfunc=_time.sleep):
        self._queue = []
        self._lock = _threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._count = 0

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        """Enter a new event in the queue at an absolute time."""
        with self._lock:
            self._count += 1
            event = Event(time, priority, self._count, action, argument, {} if kwargs is None else kwargs)
            _heapq.heappush(self._queue, (time, priority, self._count, event))
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        """A variant that specifies the time as a relative time."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Remove an event from the queue."""
        with self._lock:
            for i, item in enumerate(self._queue):
                if item[3] is event:
                    del self._queue[i]
                    _heapq.heapify(self._queue)
                    return
        raise ValueError('list.remove(x): x not in list')

    def empty(self):
        """Check whether the queue is empty."""
        return not self._queue

    def run(self, blocking=True):
        """Execute events until the queue is empty."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0][3]
                now = self.timefunc()
                late = event.time - now
                if late <= 0:
                    _heapq.heappop(self._queue)
            if late > 0:
                if not blocking:
                    return late
                self.delayfunc(late)
                continue
            event.action(*event.argument, **event.kwargs)
            self.delayfunc(0)

    @property
    def queue(self):
        """An ordered list of upcoming events."""
        return [item[3] for item in sorted(self._queue, key=lambda item: item[:3])]
