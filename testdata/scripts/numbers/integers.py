# Integer arithmetic: floor division and modulo signs, bit operations, big numbers, methods.
pairs = [(7, 3), (-7, 3), (7, -3), (-7, -3), (6, 3), (0, 5), (10 ** 20, 7), (-10 ** 20, 10 ** 19), (2 ** 64, -2 ** 32)]
for a, b in pairs:
    q, r = divmod(a, b)
    print(a, b, a // b, a % b, q * b + r == a, a & b, a | b, a ^ b, a / b, (a > b) - (a < b))
for n in (0, 1, -1, 255, -256, 2 ** 31 - 1, -2 ** 31, 2 ** 63, -2 ** 63 - 1, 10 ** 30):
    print(n, ~n, -n, abs(n), n.bit_length(), n.bit_count(), hex(n), n << 3, n >> 3, n >> 100, bool(n), n.__index__() == n, str(n)[::-1])
print(2 ** 100, 3 ** 50, (-2) ** 63, 2 ** 0, 0 ** 0, (-1) ** 101, 7 ** 77 % 1000, pow(7, 77, 1000), pow(-3, 5, 7), pow(3, -2, 7), 10 ** 18 * 10 ** 18)
print(1 << 64, (1 << 64) - 1 & 0xFFFF, -1 >> 1, -1 << 2, 5 & -2, ~0 << 4, 0xF0 ^ 0xFF, (1 << 200) >> 199, -(1 << 70) >> 69, 1 << 0, 0 >> 5)
print(int.from_bytes(b"\x01\x02\x03", "big"), (66051).to_bytes(4, "big"), (66051).to_bytes(3, "little"), (-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True), (0).to_bytes(1, "big"), (10 ** 20).to_bytes(9, "big").hex(), int.from_bytes(bytes(range(20)), "little"))
print((12).as_integer_ratio(), (5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (5).__class__, (True).__class__, int.__add__(2, 3), (5).__radd__(1), (7).__divmod__(2), (2).__pow__(3, 5), (5).__truediv__(2), (3).__eq__(3), (3).__lt__("a"), (5).__floor__(), (5).__round__(), (1234).__round__(-2), (5).is_integer())
print(round(15, -1), round(25, -1), round(-15, -1), round(149, -2), round(150, -2), round(250, -2), round(10 ** 20 + 5, -1), round(5, 2), round(5, -3), round(-555, -2))
print(7 == 7.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > float("inf"), -10 ** 400 > float("-inf"), 10 ** 22 == 1e22, 10 ** 23 == 1e23, 1 < 1.5 < 2, hash(2 ** 61) == hash(1), hash(2 ** 61 - 1), hash(10 ** 30) == hash(10.0 ** 30) or "differs")


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x: x, y = y, (y + n // y) // 2
    return x


def egcd(a, b): return (a, 1, 0) if b == 0 else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))


def is_prime(n, bases=(2, 3, 5, 7, 11, 13, 17)):
    if n < 2: return False
    for p in bases:
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in bases:
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else:
            return False
    return True


print(isqrt(10 ** 40), egcd(240, 46), [n for n in range(60) if is_prime(n)], is_prime(2 ** 61 - 1), is_prime(2 ** 61 + 1))
p, q, e = 10 ** 9 + 7, 998244353, 65537
n, d = p * q, pow(e, -1, (p - 1) * (q - 1))
msg = int.from_bytes(b"hi rsa", "big")
print(pow(msg, e, n), pow(pow(msg, e, n), d, n).to_bytes(6, "big"), sum(map(int, str(2 ** 1000))), len(str(3 ** 1000)), str(2 ** 200)[:10], int(str(7 ** 100)) == 7 ** 100)
a, b = 0, 1
for _ in range(300): a, b = b, a + b
print(a, a % 10 ** 9, a // b, b // a, a.bit_length())
