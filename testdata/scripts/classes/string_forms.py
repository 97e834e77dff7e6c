# __repr__, __str__, __format__, __bytes__ and what falls back to what.
class R:
    def __repr__(self): return "R-repr"


class S:
    def __str__(self): return "S-str"


class RS(R):
    def __str__(self): return "RS-str"
    def __format__(self, spec): return f"RS<{spec}>"
    def __bytes__(self): return b"RS-bytes"


r, s, rs = R(), S(), RS()
print(r, s, rs, [r], [rs], {"k": rs}, (r,), {r: rs}, {rs}, sep=" | ")
print(str(r), repr(rs), f"{r} {s} {rs} {rs!r} {rs!s} {rs:x y} {r!s:>8}", "{} {!r} {:z}".format(rs, rs, rs), "%s %r %a" % (rs, rs, rs), ascii(rs), format(rs), format(rs, "q"), bytes(rs), str([rs]), "".join(map(str, [r, rs])))
print(repr(s).startswith("<__main__.S object at 0x"), str(object()).startswith("<object object at 0x"))
try:
    format(r, "5")
except TypeError as e:
    print(e)


class Uni:
    def __repr__(self): return "é😀"


print(Uni(), [Uni()], ascii(Uni()), "%a" % Uni())


class Bad:
    def __repr__(self): return 1
    def __str__(self): return None


class Raises:
    def __repr__(self): raise ValueError("repr failed")


class BadFormat:
    def __format__(self, spec): return 3


class BadBytes:
    def __bytes__(self): return "s"


for f in (lambda: repr(Bad()), lambda: str(Bad()), lambda: print(Bad()), lambda: f"{Bad()}", lambda: [Bad()].__repr__(), lambda: str(Raises()), lambda: f"{[Raises()]}", lambda: "%s" % Raises(), lambda: format(BadFormat()), lambda: f"{BadFormat()}", lambda: bytes(BadBytes()), lambda: bytes(r), lambda: "".join([r]), lambda: "a" + s):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"{type(self).__name__}(x={self.x!r}, y={self.y!r})"
    def __format__(self, spec):
        if spec in ("", "c"): return f"({self.x}, {self.y})"
        if spec == "p": return "polar"
        return f"({self.x:{spec}}, {self.y:{spec}})"


class P3(Point): pass


p = Point(1.5, "two")
print(p, [p, P3(1, Point(2, 3))], f"{p}", f"{Point(1, 2):.2f}", f"{p:p}", f"{p!r:>30}", str(p) == repr(p))
class StrSub(str):
    def __str__(self): return "sub str"
    def __repr__(self): return "sub repr"
    def __format__(self, spec): return "sub format"
x = StrSub("value")
print(x, [x], f"{x}", "%s" % x, str(x), x + "", "".join([x]), x.upper(), "{}".format(x), type(str(x)).__name__)
class IntSub(int):
    def __repr__(self): return "I" + int.__repr__(self)
print(IntSub(5), [IntSub(6)], f"{IntSub(7)}", "%d %s" % (IntSub(8), IntSub(8)), str(IntSub(9)), IntSub(1) + 1)
class L(list):
    def __repr__(self): return f"L{super().__repr__()}"
class D(dict):
    def __str__(self): return "D-str"
print(L([1, L()]), D(a=1), [D(a=1)], f"{L('ab')}", str(D()), repr(D()))
class K:
    """Docs."""
    class Inner:
        def m(self): pass
    def method(self): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
mask = lambda t: " ".join(w for w in t.split() if not w.startswith("0x"))
print(K, K.Inner, mask(repr(K())), mask(repr(K.Inner())), mask(repr(K.method)), mask(repr(K().method)), mask(repr(K.c)), mask(repr(K.s)), mask(repr(K.Inner().m)), mask(repr(lambda: 0)))
def outer():
    class Local: pass
    def fn(): pass
    return Local, fn
print(outer()[0], mask(repr(outer()[1])), mask(repr(outer()[0]())))
