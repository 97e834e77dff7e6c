# The module tqdm.contrib.itertools: the bar knows how much is to come.

import itertools as _itertools
import math as _math

from tqdm.std import tqdm as _bar

__all__ = ['chain', 'product', 'permutations', 'combinations', 'combinations_with_replacement', 'batched']


def _lengths(iterables):
    try:
        return [len(it) for it in iterables]
    except (TypeError, AttributeError):
        return None


def chain(*iterables, total=None, tqdm_class=_bar, **kwargs):
    lengths = _lengths(iterables)
    if total is None and lengths is not None:
        total = sum(lengths)
    return tqdm_class(_itertools.chain(*iterables), total=total, **kwargs)


def product(*iterables, repeat=1, total=None, tqdm_class=_bar, **kwargs):
    lengths = _lengths(iterables)
    if total is None and lengths is not None:
        total = _math.prod(lengths) ** repeat
    yield from tqdm_class(_itertools.product(*iterables, repeat=repeat), total=total, **kwargs)


def permutations(iterable, r=None, total=None, tqdm_class=_bar, **kwargs):
    lengths = _lengths([iterable])
    if total is None and lengths is not None:
        total = _math.perm(lengths[0], lengths[0] if r is None else r)
    return tqdm_class(_itertools.permutations(iterable, r), total=total, **kwargs)


def combinations(iterable, r, total=None, tqdm_class=_bar, **kwargs):
    lengths = _lengths([iterable])
    if total is None and lengths is not None:
        total = _math.comb(lengths[0], r)
    return tqdm_class(_itertools.combinations(iterable, r), total=total, **kwargs)


def combinations_with_replacement(iterable, r, total=None, tqdm_class=_bar, **kwargs):
    lengths = _lengths([iterable])
    if total is None and lengths is not None:
        total = _math.comb(lengths[0] + r - 1, r) if lengths[0] else 0
    return tqdm_class(_itertools.combinations_with_replacement(iterable, r), total=total, **kwargs)


def batched(iterable, n, total=None, tqdm_class=_bar, **kwargs):
    lengths = _lengths([iterable])
    if total is None and lengths is not None:
        total = lengths[0]
    return tqdm_class(_itertools.batched(iterable, n), unit_scale=n,
                      total=None if total is None else (total + n - 1) // n, **kwargs)
