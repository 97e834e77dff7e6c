# The modules cProfile and profile.

__all__ = ["run", "runctx", "Profile"]


class Profile:
    """Samples the program between enable() and disable()."""

    def __init__(self, timer=None, timeunit=0.0, subcalls=True, builtins=True):
        self._sampler = None
        self._looks = 0
        self._seconds = 0.0
        self.stats = {}

    def enable(self, subcalls=True, builtins=True):
        """Begin to collect."""
        if self._sampler is None:
            self._sampler = _start()

    def disable(self):
        """End collecting; what has been collected stays."""
        if self._sampler is None:
            return
        looks, seconds, functions = _stop(self._sampler)
        self._sampler = None
        self._looks += looks
        self._seconds += seconds
        for key, calls, own, whole, callers in functions:
            if key[0].startswith('<frozen cProfile') or key[0].startswith('<frozen profile'):
                continue
            if 'cProfile' in key[2] and key[0] == '~':
                continue
            before = self.stats.get(key, (0, 0, 0.0, 0.0, {}))
            self.stats[key] = (before[0] + calls, before[1] + calls, before[2] + own, before[3] + whole,
                               {**before[4], **callers})

    def clear(self):
        """Forget what was collected."""
        self.stats = {}
        self._looks, self._seconds = 0, 0.0

    def create_stats(self):
        self.disable()

    snapshot_stats = create_stats

    def print_stats(self, sort=-1):
        """Print a report."""
        import pstats
        keys = sort if isinstance(sort, tuple) else (sort,)
        pstats.Stats(self).strip_dirs().sort_stats(*keys).print_stats()

    def dump_stats(self, file):
        """Write what was collected to a file, for pstats."""
        import pickle
        self.create_stats()
        with open(file, 'wb') as f:
            pickle.dump({'looks': self._looks, 'seconds': self._seconds, 'stats': self.stats}, f)

    def run(self, cmd):
        """Profile the execution of a statement."""
        import __main__
        return self.runctx(cmd, vars(__main__), vars(__main__))

    def runctx(self, cmd, globals, locals):
        self.enable()
        try:
            exec(cmd, globals, locals)
        finally:
            self.disable()
        return self

    def runcall(self, func, /, *args, **kw):
        """Profile a call."""
        self.enable()
        try:
            return func(*args, **kw)
        finally:
            self.disable()

    def __enter__(self):
        self.enable()
        return self

    def __exit__(self, *exc_info):
        self.disable()


def _report(profile, filename, sort):
    if filename is not None:
        profile.dump_stats(filename)
    else:
        profile.print_stats(sort)


def run(statement, filename=None, sort=-1):
    """Run a statement under the profiler, with a report or into a file."""
    import __main__
    runctx(statement, vars(__main__), vars(__main__), filename, sort)


def runctx(statement, globals, locals, filename=None, sort=-1):
    """Run a statement under the profiler, with globals and locals of its own."""
    profile = Profile()
    try:
        profile.runctx(statement, globals, locals)
    except SystemExit:
        pass
    finally:
        _report(profile, filename, sort)


def main():
    import argparse
    import os
    import sys
    parser = argparse.ArgumentParser(prog='starpool -m ' + __name__, description='Run a script under the profiler.')
    parser.add_argument('-o', '--outfile', help='save the profile to a file')
    parser.add_argument('-s', '--sort', default=2, help='what to sort the report by')
    parser.add_argument('script')
    parser.add_argument('args', nargs=argparse.REMAINDER)
    options = parser.parse_args()
    with open(options.script, encoding='utf-8') as f:
        source = f.read()
    sys.argv[:] = [options.script] + options.args
    sys.path.insert(0, os.path.dirname(os.path.abspath(options.script)))
    space = {'__name__': '__main__', '__file__': options.script}
    runctx(compile(source, options.script, 'exec'), space, space, options.outfile, options.sort)
