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


def _parse(args):
    # The options of the command line.
    import getopt
    options, args = getopt.getopt(args, "n:u:s:r:pvh", ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    found = {'number': 0, 'setup': [], 'repeat': default_repeat, 'unit': None, 'verbose': 0, 'process': False, 'help': False}
    for option, value in options:
        name = {'n': 'number', 'u': 'unit', 's': 'setup', 'r': 'repeat', 'p': 'process', 'v': 'verbose', 'h': 'help'}.get(option.lstrip('-'), option.lstrip('-'))
        if name == 'setup':
            found['setup'].append(value)
        elif name == 'verbose':
            found['verbose'] += 1
        elif name in ('process', 'help'):
            found[name] = True
        elif name == 'unit':
            found['unit'] = value
        else:
            found[name] = int(value)
    return found, args


_units = {'nsec': 1e-9, 'usec': 1e-6, 'msec': 1e-3, 'sec': 1.0}


def _duration(seconds, unit, precision):
    if unit is None:
        unit = next((u for u, size in reversed(_units.items()) if seconds >= size), 'nsec')
    return '%.*g %s' % (precision, seconds / _units[unit], unit)


def main(args=None, *, _wrap_timer=None):
    """Measure a statement given on the command line."""
    import getopt
    import sys
    try:
        options, words = _parse(sys.argv[1:] if args is None else args)
    except (getopt.error, ValueError) as err:
        print(err)
        print('use -h/--help for command line help')
        return 2
    if options['help']:
        print('usage: timeit [-n N] [-r N] [-s SETUP] [-u UNIT] [-p] [-v] [STATEMENT ...]')
        return 0
    if options['unit'] is not None and options['unit'] not in _units:
        print('Unrecognized unit. Please select nsec, usec, msec, or sec.', file=sys.stderr)
        return 2
    precision = 3 + max(0, options['verbose'] - 1)
    timer = _time.process_time if options['process'] else default_timer
    if _wrap_timer is not None:
        timer = _wrap_timer(timer)
    t = Timer('\n'.join(words) or 'pass', '\n'.join(options['setup']) or 'pass', timer)
    number, repeats = options['number'], max(1, options['repeat'])
    show = lambda seconds: _duration(seconds, options['unit'], precision)
    if not number:
        def told(number, taken):
            print(f'{number} loop{"s" * (number != 1)} -> {show(taken)}')
        number, _ = t.autorange(told if options['verbose'] else None)
        if options['verbose']:
            print()
    raw = t.repeat(repeats, number)
    if options['verbose']:
        print('raw times: %s' % ', '.join(map(show, raw)))
        print()
    each = [taken / number for taken in raw]
    best, worst = min(each), max(each)
    print('%d loop%s, best of %d: %s per loop' % (number, 's' if number != 1 else '', repeats, show(best)))
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit('The test results are likely unreliable. The worst time (%s) was more than four times '
                               'slower than the best time (%s).' % (show(worst), show(best)), UserWarning, '', 0)
    return None
