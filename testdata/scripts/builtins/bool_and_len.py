# Truth, len() and their protocols.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class L:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n


class B:
    def __init__(self, b): self.b = b
    def __bool__(self): return self.b


class Both(L):
    def __bool__(self): return True


falsy = [None, False, 0, 0.0, 0j, "", b"", [], (), {}, set(), frozenset(), range(0), bytearray(), L(0), B(False)]
truthy = [True, 1, -1, 0.1, "0", " ", b"\0", [0], (None,), {0: 0}, {0}, range(1), object(), len, L(2), B(True), Both(0), int, float("nan"), ...]
print([bool(v) for v in falsy], [bool(v) for v in truthy].count(True) == len(truthy), bool())
print([not v for v in falsy].count(True), ["T" if v else "F" for v in (L(0), L(1), "", "x")])
attempt(lambda: bool(1, 2))
attempt(lambda: bool(B(5)))
attempt(lambda: bool(B(None)))
attempt(lambda: not B("x"))
attempt(lambda: len(L(-1)))
attempt(lambda: bool(L(-1)))
attempt(lambda: len(L("a")))
attempt(lambda: len(L(1.0)))
attempt(lambda: len(5))
attempt(lambda: len(None))
attempt(lambda: len(int))
attempt(lambda: len())
attempt(lambda: len([], []))
attempt(lambda: len(i for i in []))
attempt(lambda: len(obj=[1]))
attempt(lambda: len(object()))
print(len("日本😀"), len("e\u0301"), len(b"\xc3\xa9"), len({1: 2, 3: 4}), len({1, 1, 2}), len(range(0, 10, 3)), len([[]]), len(((),)), len({}.keys()), len(L(7)))
attempt(lambda: len(range(10 ** 30)))
attempt(lambda: len(L(10 ** 30)))
print(True + True, True * 3, False - 1, True / 2, -True, ~True, True & False, True | False, True ^ True, True & 3, True == 1, True is not 1, str(True), int(True), float(False), True << 3, [10, 20][True], {1: "one"}[True], sum([True, False, True]), max(True, 0), True < 2, isinstance(True & True, bool), type(True + 0), type(True & 1))
print(True and "x", "" or False, not not "a", bool("False"), any([False, 0]), all([True, 1]))
