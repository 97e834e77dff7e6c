# str(), repr(), ascii() of every kind of value.
class OnlyRepr:
    def __repr__(self): return "OnlyRepr()"


class OnlyStr:
    def __str__(self): return "as str"


class Both(OnlyRepr, OnlyStr): pass


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


values = [None, True, 0, -5, 1.0, 1e100, 2 + 1j, -0j, "", "it's", 'say "x"', "both ' and \"", "tab\t", "\x00\x1b", "é", "日", "😀", "\u200b", "\xad", "\ud83d",
          b"", b"it's", b"\x00\xff'\"", bytearray(b"x"), [], [1, [2]], (), (1,), (1, 2), {}, {"a": [1], 2: (3,)}, set(), {1}, frozenset(), frozenset([2]),
          range(3), range(0, 10, 2), slice(1, 2), Ellipsis, NotImplemented, int, list, ValueError, ValueError("x"), ValueError("a", 1), KeyError(), OnlyRepr(), memoryview]
for v in values:
    print(repr(v), "|", ascii(str(v)), "|", ascii(v))
print(str(OnlyRepr()), [OnlyRepr()], "%s %r" % (OnlyRepr(), OnlyRepr()), str(Both()), repr(OnlyStr())[:17], str(OnlyStr()))
for f in (len, print, abs, "".join, [].append, {}.get, str.upper, dict.fromkeys, int.__add__, (5).__add__):
    text = repr(f)
    print(text.split(" at 0x")[0])
def func(): pass
class K:
    def m(self): pass
print(repr(func).split(" at ")[0], repr(K), repr(K()).split(" at ")[0], repr(K.m).split(" at ")[0], repr(K().m).split(" at ")[0], repr(lambda: 0).split(" at ")[0])
print(repr(iter([])).split(" at ")[0], repr(iter("")).split(" at ")[0], repr(zip()).split(" at ")[0], repr(map(str, [])).split(" at ")[0], repr(enumerate([])).split(" at ")[0], repr((i for i in [])).split(" at ")[0], repr(reversed([])).split(" at ")[0], repr(iter({})).split(" at ")[0], repr(iter({}.items())).split(" at ")[0], repr(iter(set())).split(" at ")[0], repr(iter(range(1))).split(" at ")[0], repr(object()).split(" at ")[0], repr(filter(None, [])).split(" at ")[0])
print({}.keys(), {"a": 1}.values(), {"a": 1}.items(), repr(super), repr(type), repr(property), repr(object))
print(str(b"ab", "ascii"), str(b"\xc3\xa9", "utf-8"), str(b"\xff", errors="replace"), str(bytearray(b"q"), encoding="latin-1"), str(object=5), str())
attempt(lambda: str(b"\xff", "utf-8"))
attempt(lambda: str("x", "utf-8"))
attempt(lambda: str(5, "utf-8"))
attempt(lambda: str(b"x", "no-such"))
attempt(lambda: str(b"x", 5))


class BadStr:
    def __str__(self): return 5


class BadRepr:
    def __repr__(self): return None


attempt(lambda: str(BadStr()))
attempt(lambda: repr(BadRepr()))
attempt(lambda: repr())
attempt(lambda: [BadRepr()].__repr__())
x = [1]
x.append(x)
d = {"self": None}
d["self"] = d
t = ([],)
t[0].append(t)
print(x, d, t)
print(repr("a" * 3), repr("\\"), repr("\\'"), repr("\r\n"), repr("\x7f"), repr("\x85"), repr("\ue000"), repr("\U0010ffff"), repr("ÿ"))
