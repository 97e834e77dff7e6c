# import in all its forms, for built-in modules and for files beside the script.
import math, os.path, collections as coll
import os.path as osp
from math import pi, sqrt as root
from collections import (
    deque,
    Counter as C,
)
import concurrent.futures
from concurrent import futures
import concurrent.futures as cf
from concurrent.futures import ThreadPoolExecutor, wait

print(math.floor(2.7), os.path.join("a", "b"), coll.deque is deque, osp is os.path)
print(root(16), round(pi, 3), C("aab").most_common(1))
print(concurrent.futures is futures is cf, futures.wait is wait, cf.ThreadPoolExecutor is ThreadPoolExecutor)

import _plain
import _plain as again
from _plain import value, bump

print(_plain is again, value, bump(), bump(), value, _plain.value, _plain.whoami())
print(_plain.__name__, _plain.__doc__, type(_plain), "_plain" in __import__("sys").modules)
_plain.value = 50
print(bump())

from _shop import *
print(VERSION, "unlisted" in globals(), "_private" in globals(), prices.price("pear"))
print(Basket().add("apple", "pear", "pear").total())
import _shop.deep.leaf
from _shop.deep import leaf
from _shop import cart, _private
print(_shop.deep.leaf is leaf, leaf.LEAF, cart.Cart is Basket, _private, _shop.unlisted)
import _cycle_a
print(_cycle_a.partner(), _cycle_a._cycle_b.partner())


def local():
    import string
    from os import sep, path as p
    return string.digits, sep, p is os.path


print(local(), "string" in globals())
for attempt in (lambda: __import__("no_such_module"), lambda: __import__("_shop.nothing")):
    try:
        attempt()
    except ModuleNotFoundError as e:
        print(type(e).__name__, e, e.name)


def errors():
    try:
        import not_there_at_all
    except ImportError as e:
        print(type(e).__name__, e)
    try:
        import math.inner
    except ImportError as e:
        print(type(e).__name__, e)
    try:
        from math import nothing_like_this
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (")[0])
    try:
        from _plain import absent
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (")[0])
    for _ in range(2):
        try:
            import _broken
        except ZeroDivisionError as e:
            print("broken:", e)
    try:
        _plain.absent
    except AttributeError as e:
        print(e)
    try:
        from . import sibling
    except ImportError as e:
        print(e)


errors()
if __name__ == "__main__":
    print("main", __name__)
