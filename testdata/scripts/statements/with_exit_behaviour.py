# Exceptions raised by __exit__, replaced exceptions, and with inside generators and try.
from contextlib import contextmanager


class Exiting:
    def __init__(self, raises=None, result=None):
        self.raises, self.result = raises, result

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        if self.raises:
            raise self.raises
        return self.result


try:
    with Exiting(raises=RuntimeError("from exit")):
        pass
except RuntimeError as e:
    print(e, e.__context__)

try:
    with Exiting(raises=RuntimeError("replaced")):
        raise KeyError("original")
except RuntimeError as e:
    print(e, repr(e.__context__))

for truthy in (True, 1, "yes", [0]):
    with Exiting(result=truthy):
        raise ValueError
for falsy in (False, 0, "", None):
    try:
        with Exiting(result=falsy):
            raise ValueError("kept")
    except ValueError as e:
        print("not suppressed by", repr(falsy), e)


@contextmanager
def section(name):
    print("<%s>" % name)
    try:
        yield len(name)
    except LookupError as e:
        print("lookup in", name, repr(e))
    finally:
        print("</%s>" % name)


with section("head") as n:
    print(n)
with section("body"):
    [][1]
try:
    with section("foot"):
        raise TypeError("out")
except TypeError as e:
    print("propagated", e)


def numbers():
    with section("gen"):
        for i in range(5):
            yield i


for i in numbers():
    print(i)
    if i == 1:
        break
g = numbers()
print(next(g))
g.close()
print("closed")


def value():
    with section("ret"):
        return "value"


print(value())
total = 0
for i in range(4):
    with section("l"):
        if i % 2:
            continue
        total += i
print(total)
