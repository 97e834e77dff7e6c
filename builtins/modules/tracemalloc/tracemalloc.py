# The module tracemalloc: snapshots, which hold no traces.

import time as _time


def get_traceback_limit():
    """How many frames a trace has."""
    return 1


def get_tracemalloc_memory():
    """What the measuring itself takes."""
    return 0


def clear_traces():
    """Forget all traces: there are none."""


def get_object_traceback(obj):
    """Where an object was allocated, which is not known."""
    return None


class Filter:
    """Chooses traces by file name."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        self.inclusive = inclusive
        self.filename_pattern = filename_pattern
        self.lineno = lineno
        self.all_frames = all_frames
        self.domain = domain


class DomainFilter:
    """Chooses traces by domain."""

    def __init__(self, inclusive, domain):
        self.inclusive = inclusive
        self.domain = domain


class Snapshot:
    """The memory at a time: its size, without a word about lines."""

    def __init__(self, traces=(), traceback_limit=1):
        self.traces = list(traces)
        self.traceback_limit = traceback_limit
        self.taken = _time.time()
        self.size, self.peak = get_traced_memory()

    def statistics(self, key_type, cumulative=False):
        """The traces by line or file: none."""
        if key_type not in ('traceback', 'filename', 'lineno'):
            raise ValueError("unknown key_type: %r" % (key_type,))
        return []

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        """The difference to another snapshot by line or file: none."""
        return self.statistics(key_type, cumulative)

    def filter_traces(self, filters):
        """A snapshot with the traces that filters leave."""
        return self


def take_snapshot():
    """Take a snapshot."""
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot()
