# Chained comparison evaluates each operand once; is, in, not; rich comparison results.
calls = []


def v(x):
    calls.append(x)
    return x


print(v(1) < v(2) < v(3), calls); calls.clear()
print(v(5) < v(2) < v(3), calls); calls.clear()
print(v(1) < v(3) > v(2) != v(4) == v(4), calls); calls.clear()
print(1 < 2 == 2, (1 < 2) == 2, 1 == 1.0 == True, 3 > 2 is not None)
print(1 in [1, 2] == True, "a" in "abc" in ["abc"], 1 not in [2] != [3])
a = []
print(a is a, a is [], a is not None, None is None, not a is a, not 1 == 2)
print(() == [], [1, 2] == (1, 2), {1: 2} == {1.0: 2.0}, "1" == 1, b"a" == "a")
print("abc" < "abd", "Z" < "a", "" < "a", [1, 2] < [1, 2, 0], (1, "b") > (1, "a"), [] < [[]])
print({1} < {1, 2}, {1} <= {1}, {1, 2} > {3}, {1} == frozenset([1]))
nan = float("nan")
print(nan == nan, nan != nan, nan < 1, nan in [nan], [nan] == [nan], nan is nan)
print(1 < 1.5 < 2, 2 ** 70 > 1e20, 10 ** 30 == 1e30, 2 ** 53 + 1 == float(2 ** 53 + 1), True < 2, False == 0)

for f in (lambda: 1 < "a", lambda: [] < (), lambda: {} < {}, lambda: None < 1, lambda: 1j < 2,
          lambda: "a" > b"a", lambda: object() <= 3, lambda: range(3) > range(2), lambda: 1 in 2,
          lambda: 1 in "a", lambda: sorted([1, "a"]), lambda: max([], None), lambda: "a" in b"abc",
          lambda: len < print, lambda: int < str):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Odd:
    def __lt__(self, other): return "less"
    def __gt__(self, other): return []
    def __contains__(self, x): return "truthy"
    def __eq__(self, other): return NotImplemented
    def __ne__(self, other): return "ne"


o = Odd()
print(o < 1, o > 1, 1 < o, 1 > o, 5 in o, 5 not in o, o == 1, o == o, o != 1)
print(0 < 1 < o, o < 3 < 2)
print(b"a" < b"b", bytearray(b"x") == b"x", b"\xff" > b"\x00\x01")
print(range(0) == range(2, 2), range(0, 10, 3) == range(0, 11, 3), range(3) == [0, 1, 2])
print(type(1) is int, type(None) is type(None))
