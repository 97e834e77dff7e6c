"""Helper module."""
import sys

print("loading _plain once", __name__)
value = 1
_secret = 2
__dunder = 3


def bump():
    global value
    value += 1
    return value


def whoami():
    return __name__, sys.modules[__name__].value
