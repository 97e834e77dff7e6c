# KeyError, IndexError, ValueError, AttributeError texts as str(e), repr(e) and args.
def show(f):
    try:
        print("no error:", f())
    except Exception as e:
        print(f"{type(e).__name__} str={str(e)!r} args={e.args!r}")


class Obj:
    __slots__ = ("a",)


class Plain:
    @property
    def ro(self): return 1


for f in (lambda: {}["k"], lambda: {}[1], lambda: {}[None], lambda: {}[(1, "a")], lambda: {}[1.5], lambda: {}["it's"], lambda: {"a": {}}["a"]["b"], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: set().pop(), lambda: {1}.remove(2), lambda: {1}.remove("s"), lambda: {}.__getitem__("z"),
          lambda: [][0], lambda: [1, 2][2], lambda: [1][-5], lambda: ()[0], lambda: ""[0], lambda: b""[0], lambda: bytearray()[0], lambda: range(0)[0], lambda: [].pop(), lambda: [1].pop(3), lambda: bytearray().pop(), lambda: "{}".format(), lambda: "{1}".format(0), lambda: "{k}".format(), lambda: "%(k)s" % {}, lambda: memoryview(b"")[0],
          lambda: [].remove(1), lambda: [].index("x"), lambda: ().index(1), lambda: "a".index("b"), lambda: b"a".index(b"b"), lambda: range(3).index(5), lambda: int("x"), lambda: int("12", 2), lambda: int("x" * 300) if False else int("q\n"), lambda: float("y"), lambda: complex("z"), lambda: chr(-1), lambda: list(zip([1], [], strict=True)), lambda: "a".split(""), lambda: max([]), lambda: min([], key=abs), lambda: [1, 2][::0], lambda: range(1, 2, 0), lambda: bytes([256]), lambda: bytes.fromhex("0"), lambda: "a".encode("ascii").decode("x-none"), lambda: "x".center(3, "ab"), lambda: (1).to_bytes(1, "x"), lambda: int("1", 99), lambda: "abc".format_map(None), lambda: "%d" % "x", lambda: "%q" % 1, lambda: "{:q}".format(1), lambda: dict([(1,)]), lambda: pow(1, 1, 0), lambda: round(1.5, "x"),
          lambda: Plain().x, lambda: Plain.x, lambda: Plain().ro.y, lambda: setattr(Plain(), "ro", 1), lambda: delattr(Plain(), "ro"), lambda: Obj().a, lambda: Obj().b, lambda: setattr(Obj(), "b", 1), lambda: (1).x, lambda: "s".x, lambda: [].x, lambda: None.x, lambda: len.x, lambda: int.x, lambda: (lambda: 0).x, lambda: {}.keys().x, lambda: ().append, lambda: "".push, lambda: print.x, lambda: type.x, lambda: object.x, lambda: (i for i in ()).x, lambda: ValueError().x, lambda: True.x, lambda: 1.5.x, lambda: b"".x, lambda: range(1).x, lambda: slice(1).x, lambda: Ellipsis.x, lambda: super().x, lambda: [].__dict__, lambda: del_missing()):
    show(f)


def del_missing():
    p = Plain()
    del p.never


show(del_missing)


def name():
    return undefined_thing


def unbound():
    y = y + 1


def free():
    def inner(): return late
    inner()
    late = 1


for f in (name, unbound, free):
    show(f)
try:
    undefined_thing
except NameError as e:
    print(e.name, e.args)
try:
    Plain().zzz
except AttributeError as e:
    print(e.name, type(e.obj).__name__)
try:
    import nope_module
except ImportError as e:
    print(e.name, e.path, e.msg)
try:
    from math import nope_name
except ImportError as e:
    print(e.name, e.msg.split(" (")[0])
for e in (KeyError("a"), KeyError(KeyError("n")), IndexError("i"), ValueError(), LookupError(1, 2)):
    print([str(e)], [repr(e)], f"{e} {e!r} {e!s}", "%s" % e)
