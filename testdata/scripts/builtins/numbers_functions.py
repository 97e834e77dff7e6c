# abs, round, pow, divmod, sum, min, max, hex, oct, bin, chr, ord, complex.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(abs(-3), abs(2.5), abs(-0.0), abs(True), abs(3 - 4j), abs(-2 ** 70))
attempt(lambda: abs("x"))
attempt(lambda: abs())
attempt(lambda: abs(1, 2))
print(round(2.5), round(3.5), round(-0.5), round(0.5), round(2.567, 2), round(2.5, 0), round(1234.5, -2), round(1e16 + 1), round(5), round(25, -1), round(35, -1), round(-15, -1), round(1.005, 2), round(7, 3), round(2.5, None), type(round(2.0)), round(True))
attempt(lambda: round("x"))
attempt(lambda: round(1.5, "x"))
attempt(lambda: round(1.5, 1.0))
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(7, 2, 5), pow(3, -1, 11), pow(-2, 3, 5), pow(0, 0), pow(base=2, exp=3, mod=5), pow(2, 200, 10 ** 9 + 7), pow(5, 0, 1))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow(2, -1, 4))
attempt(lambda: pow(2.0, 3, 5))
attempt(lambda: pow("a", 2))
attempt(lambda: 0 ** -1)
print(divmod(7, 3), divmod(-7, 3), divmod(7, -3), divmod(7.5, 2), divmod(True, 2))
attempt(lambda: divmod(1, 0))
attempt(lambda: divmod("x", 1))
print(sum([]), sum([1, 2.5]), sum(range(101)), sum([[1], [2]], []), sum((1,), 10), sum([1], start=5), sum([(1,), (2,)], ()), sum([0.1, 0.2, 0.3]), sum([True, True]), sum([1e100, 1, -1e100]))
attempt(lambda: sum(["a", "b"]))
attempt(lambda: sum(["a"], ""))
attempt(lambda: sum([b"a"], b""))
attempt(lambda: sum(5))
attempt(lambda: sum([1], [2]))
attempt(lambda: sum([None]))
print(min(3, 1, 2), max("apple", "fig", key=len), min([], default="d"), max([1, 5, 5.0]), min("cab"), max({"a": 1, "b": 0}), max([[1, 2], [1, 3]]), min(2, 1, key=lambda v: -v), max(range(5), key=lambda v: v % 3))
attempt(lambda: min([]))
attempt(lambda: max(()))
attempt(lambda: max(5))
attempt(lambda: max())
attempt(lambda: max(1, 2, default=3))
attempt(lambda: max(1, "a"))
attempt(lambda: min([1], foo=2))
attempt(lambda: max([1, 2], key=5))
print(hex(255), hex(-255), oct(8), oct(-8), bin(5), bin(-5), hex(0), bin(0), oct(0), hex(2 ** 70), bin(True))
attempt(lambda: hex(1.5))
attempt(lambda: bin("1"))
print(chr(97), chr(0x1F600), repr(chr(0)), ord("a"), ord("😀"), ord(b"x"), repr(chr(0xD800)), chr(0x10FFFF) == "\U0010ffff")
for bad in (-1, 0x110000, "a", 1.5, 2 ** 80):
    attempt(lambda: chr(bad))
for bad in ("", "ab", 5, b"ab"):
    attempt(lambda: ord(bad))
print(complex(1, 2), complex("1+2j"), complex(3), complex("-j"), complex(1.5, -0.5), (1 + 2j).conjugate(), complex(), (2 + 3j).imag, 1j ** 2, (1 + 1j) / (1 - 1j))
attempt(lambda: complex("1 + 2j"))
attempt(lambda: complex("x"))


class Num:
    def __abs__(self): return "abs!"
    def __round__(self, n=None): return ("round", n)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __divmod__(self, o): return ("divmod", o)
    def __index__(self): return 65


n = Num()
print(abs(n), round(n), round(n, 2), pow(n, 2), pow(n, 2, 3), n ** 4, divmod(n, 5), hex(n), bin(n), oct(n), chr(n))
