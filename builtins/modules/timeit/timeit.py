# The module timeit.

import time as _time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = _time.perf_counter


class Timer:
    """Class for timing execution speed of small code snippets."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._globals = {} if globals is None else globals
        for name, value in (('stmt', stmt), ('setup', setup)):
            if not isinstance(value, str) and not callable(value):
                raise ValueError(f'{name} is neither a string nor callable')
        self._stmt, self._setup = stmt, setup

    def timeit(self, number=default_number):
        """Time 'number' executions of the main statement."""
        space = dict(self._globals)
        if callable(self._setup):
            self._setup()
        else:
            exec(self._setup, space)
        stmt, timer = self._stmt, self.timer
        if not callable(stmt):
            body = '\n'.join('        ' + line for line in stmt.strip('\n').split('\n'))
            exec(f'def _timed(_it, _timer):\n    _start = _timer()\n    for _i in _it:\n{body}\n    return _timer() - _start\n', space)
            return space['_timed'](range(number), timer)
        start = timer()
        for _ in range(number):
            stmt()
        return timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        """Call timeit() a few times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """Return the number of loops and time taken so that total time >= 0.2."""
        i = 1
        while True:
            for j in (1, 2, 5):
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """Convenience function to create Timer object and call timeit method."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """Convenience function to create Timer object and call repeat method."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
