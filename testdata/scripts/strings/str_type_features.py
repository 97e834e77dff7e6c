# str as a type: subclass, unbound methods, comparison, hashing, slicing, immutability.
class Name(str):
    def __new__(cls, first, last):
        self = super().__new__(cls, first + " " + last)
        self.first, self.last = first, last
        return self

    def initials(self): return self.first[0] + self.last[0]

    def upper(self): return "<" + super().upper() + ">"


n = Name("ada", "lovelace")
print(n, n.initials(), n.upper(), n.title(), len(n), n == "ada lovelace", {n: 1}["ada lovelace"], isinstance(n, str), type(n + "!") is str, type(n[:]) is str, n[0], repr(n), f"{n:>15}", "%s" % n, n.split(), n in ["ada lovelace"], str(n) == n, type(str(n)))
print(str.upper("abc"), list(map(str.strip, [" a ", "b "])), str.join("-", "abc"), str.__len__("abc"), "abc".__add__("d"), "abc".__contains__("b"), "a".__eq__("a"), "a".__eq__(1), "abc".__getitem__(1), "a".__mul__(3), "b".__lt__("c"), "x".__hash__() == hash("x"), "%s".__mod__(5), "abc".__iter__().__next__(), "a".__class__, "a".__ne__("b"), "é".__sizeof__() > 0)
for f in (lambda: "abc".__setitem__(0, "x"), lambda: setattr("abc", "x", 1), lambda: "abc".append("d"), lambda: str.upper(5), lambda: str.upper(), lambda: "a" < 1, lambda: "abc".__add__(1), lambda: str("a", "b", "c", "d"), lambda: "abc"(1), lambda: iter("abc").__next__(1)):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def assign():
    s = "abc"
    s[0] = "x"


def delete():
    s = "abc"
    del s[0]


for f in (assign, delete):
    try:
        f()
    except TypeError as e:
        print(e)
s = "abcdefgh"
print(s[2:5], s[:-3], s[-3:], s[::3], s[::-2], s[5:1:-1], s[10:], s[-100:3], s[3:3], s[True], s[-0], s[slice(1, 4)], [s[i:i + 3] for i in range(0, len(s), 3)])
it = iter("añ😀")
print(next(it), next(it), next(it), next(it, "end"), [c for c in "añ"], dict(enumerate("ab")), dict.fromkeys("aba"), [*"xy"], "a" "b" in "cab", list(zip("ab", "cd")))
for a, b in ("xy", "zw"):
    print(a, b)
c, *d = "unpack"
print(c, d, max("b", "abc"), "10" < "9", "a" < "ab", "B" < "a", "" == "", sorted(["b", "a", "C"]), min("é", "z"))
x = y = "same"
x += " not"
print(x, y, x is y, "a" * 3 == "aaa", "abc" != "abd", not "", bool(" "))
text = ""
for i in range(5):
    text += str(i) * i
    text = text[::-1]
print(text, text.count("4"), hash(text) == hash("".join(text)))
assert "abc".isalpha() and "x".join("ab") == "axb"
print(str.mro() if False else str.__mro__, str.__name__, str.__bases__, "method" if callable(str.split) else "")
