# yield from: delegation of values, send, throw and return values.
def inner(tag):
    received = []
    try:
        while True:
            x = yield (tag, len(received))
            if x is None:
                return received
            received.append(x)
    except ZeroDivisionError:
        print("inner caught")
        yield "recovered"
        return "after error"
    finally:
        print("inner done", tag)


def outer():
    first = yield from inner("a")
    print("first ->", first)
    second = yield from inner("b")
    print("second ->", second)
    third = yield from [7, 8]
    print("third ->", third)
    return "all"


g = outer()
print(next(g))
print(g.send(1))
print(g.send(2))
print(g.send(None))
print(g.throw(ZeroDivisionError))
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)


def flatten(x):
    if isinstance(x, (list, tuple)):
        for item in x:
            yield from flatten(item)
    elif isinstance(x, dict):
        yield from x.items()
    else:
        yield x


print(list(flatten([1, [2, (3, [4]), {"k": 5}], "text"])))


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for c in self.children:
            yield from c


print(*Tree(1, Tree(2, Tree(3)), Tree(4)))


def relay():
    try:
        yield from plain()
    finally:
        print("relay finally")


def plain():
    try:
        yield "p"
    finally:
        print("plain finally")


r = relay()
print(next(r))
r.close()


def bad():
    yield from 5


try:
    next(bad())
except TypeError as e:
    print(e)


def expr():
    total = (yield 1) + (yield 2)
    yield total


e = expr()
next(e)
print(e.send(10), e.send(20))


def countdown(n):
    if n:
        yield n
        yield from countdown(n - 1)


print(list(countdown(20)))
