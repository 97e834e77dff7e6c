# The module tqdm.contrib.

import os as _os
from contextlib import contextmanager as _contextmanager

from tqdm.std import TqdmWarning, tqdm

__all__ = ['tenumerate', 'tzip', 'tmap']


class DummyTqdmFile:
    """A file whose whole lines are written above the bars."""

    def __init__(self, wrapped):
        self._wrapped = wrapped
        self._held = []

    def __getattr__(self, name):
        return getattr(self._wrapped, name)

    def write(self, x, nolock=False):
        newline = b"\n" if isinstance(x, bytes) else "\n"
        before, found, after = x.rpartition(newline)
        if not found:
            self._held.append(x)
            return
        empty = newline[:0]
        tqdm.write(empty.join(self._held + [before, found]), end=empty, file=self._wrapped, nolock=nolock)
        self._held = [after]


def tenumerate(iterable, start=0, total=None, tqdm_class=tqdm, **tqdm_kwargs):
    """enumerate() with a bar."""
    return enumerate(tqdm_class(iterable, total=total, **tqdm_kwargs), start)


def tzip(iter1, *iter2plus, tqdm_class=tqdm, **tqdm_kwargs):
    """zip() with a bar over its first argument."""
    yield from zip(tqdm_class(iter1, **tqdm_kwargs), *iter2plus)


def tmap(function, *sequences, **tqdm_kwargs):
    """map() with a bar."""
    for items in tzip(*sequences, **tqdm_kwargs):
        yield function(*items)


def _length_hint(iterable):
    try:
        return len(iterable)
    except TypeError:
        pass
    hint = getattr(iterable, '__length_hint__', None)
    size = NotImplemented if hint is None else hint()
    return 0 if size is NotImplemented else size


@_contextmanager
def _ensure_lock(tqdm_class, lock_name=""):
    before = getattr(tqdm_class, '_lock', None)
    lock = before or tqdm_class.get_lock()
    lock = getattr(lock, lock_name, lock) if lock_name else lock
    tqdm_class.set_lock(lock)
    try:
        yield lock
    finally:
        if before is None:
            tqdm_class._lock = None
        else:
            tqdm_class.set_lock(before)


def _executor_map(executor_class, fn, iterables, options):
    options = dict(options)
    if 'total' not in options:
        options['total'] = _length_hint(iterables[0])
    tqdm_class = options.pop('tqdm_class', tqdm)
    max_workers = options.pop('max_workers', min(32, _os.cpu_count() + 4))
    chunksize = options.pop('chunksize', 1)
    options.pop('lock_name', None)
    with _ensure_lock(tqdm_class):
        with executor_class(max_workers=max_workers) as ex:
            return list(tqdm_class(ex.map(fn, *iterables, chunksize=chunksize), **options))


def _thread_map(fn, *iterables, **tqdm_kwargs):
    """list(map(fn, *iterables)) on a ThreadPoolExecutor, with a bar."""
    from concurrent.futures import ThreadPoolExecutor
    return _executor_map(ThreadPoolExecutor, fn, iterables, tqdm_kwargs)


def _process_map(fn, *iterables, **tqdm_kwargs):
    """list(map(fn, *iterables)) on a ProcessPoolExecutor, with a bar."""
    from concurrent.futures import ProcessPoolExecutor
    if iterables and 'chunksize' not in tqdm_kwargs:
        longest = max(map(_length_hint, iterables))
        if longest > 1000:
            from warnings import warn
            warn("Iterable length %d > 1000 but `chunksize` is not set."
                 " This may seriously degrade multiprocess performance."
                 " Set `chunksize=1` or more." % longest, TqdmWarning, stacklevel=2)
    return _executor_map(ProcessPoolExecutor, fn, iterables, tqdm_kwargs)
