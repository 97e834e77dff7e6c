# Sizes that cannot be: memory-safe errors, and big numbers that must work.
def attempt(f):
    try:
        r = f()
        print("ok", len(r) if hasattr(r, "__len__") else r)
    except (MemoryError, IndexError, OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__ + ":", e)


huge = 10 ** 30
attempt(lambda: [0] * huge)
attempt(lambda: (0,) * huge)
attempt(lambda: "ab" * huge)
attempt(lambda: b"ab" * huge)
attempt(lambda: bytes(huge))
attempt(lambda: bytearray(huge))
attempt(lambda: 1 << huge)
attempt(lambda: 1 >> huge)
attempt(lambda: -1 >> huge)
attempt(lambda: 0 << huge)
attempt(lambda: "x".ljust(huge))
attempt(lambda: "x".zfill(huge))
attempt(lambda: "x".center(huge))
attempt(lambda: float(10 ** 400))
attempt(lambda: 10 ** 400 / 1)
attempt(lambda: 10 ** 400 / 10 ** 399)
attempt(lambda: 10 ** 400 * 1.0)
attempt(lambda: int("9" * 5000))
attempt(lambda: str(10 ** 5000))
attempt(lambda: "%d" % 10 ** 5000)
attempt(lambda: [1, 2, 3][huge])
attempt(lambda: "abc"[-huge])
attempt(lambda: [1, 2, 3][-huge:huge])
attempt(lambda: range(huge)[huge - 1] == huge - 1)
attempt(lambda: huge in range(huge * 2))
attempt(lambda: list(range(huge, huge + 3)))
attempt(lambda: "a".find("b", huge))
attempt(lambda: [0].insert(huge, 1))
attempt(lambda: [1].pop(huge))
attempt(lambda: chr(huge))
attempt(lambda: round(1.5, huge) if False else 0)
attempt(lambda: 2.0 ** huge if False else 0)
attempt(lambda: format(1, "99999999999999999999d"))
attempt(lambda: "%99999999999999999999d" % 1)
attempt(lambda: f"{1:.99999999999999999999f}")
attempt(lambda: len(hex(1 << 100000)))
attempt(lambda: (2 ** 10000) % 1000007)
attempt(lambda: pow(3, 10 ** 18, 998244353))
attempt(lambda: len(str(2 ** 10000)))
f = 1
for i in range(1, 101):
    f *= i
print(f, sum(map(int, str(f))), f.bit_length(), f // 10 ** 150, -f % 1000003, -f // 7 % 1000)
a, b = 2 ** 521 - 1, 3 ** 200
print((a * b) % 10 ** 20, a // b % 10 ** 10, divmod(-a, b)[1] % 10 ** 10, a & b & 0xFFFFFFFF, (a ^ b) >> 500, ~a >> 515, a > b, hash(a), hash(b), hash(-b), float(b), int(float(b)) % 10 ** 12)
