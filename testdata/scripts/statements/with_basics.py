# with: order of enter and exit, the arguments of __exit__, suppression, several managers.
class Res:
    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return isinstance(value, self.swallow)


with Res("a") as a:
    print("body", a)

with Res("a") as x, Res("b") as y:
    print(x, y)

with (
    Res("p") as p,
    Res("q"),
    Res("r") as (r0, *r1),
):
    print(p, r0, r1)

with Res("s", ValueError):
    int("z")
print("suppressed")

try:
    with Res("outer"), Res("inner", KeyError):
        raise TypeError("through")
except TypeError as e:
    print("got", e)

with Res("outer"), Res("inner", KeyError):
    raise KeyError("k")


def early():
    for i in range(3):
        with Res("loop%d" % i):
            if i == 0:
                continue
            if i == 1:
                return "returned %d" % i


print(early())


class BadEnter:
    def __enter__(self):
        raise OSError("cannot open")

    def __exit__(self, *a):
        print("not called")


try:
    with Res("first"), BadEnter():
        print("not reached")
except OSError as e:
    print(e)


class Neither:
    pass


class OnlyEnter:
    def __enter__(self): return 1


for thing in (Neither(), OnlyEnter(), 3):
    try:
        with thing:
            pass
    except TypeError as e:
        print(e)

holder = {}
with Res("k") as holder["key"]:
    print(holder)


class Box: pass


box = Box()
with Res("attr") as box.value:
    print(box.value)
