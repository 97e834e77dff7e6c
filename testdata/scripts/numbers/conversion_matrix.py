# Every number kind converted to every other, mixed arithmetic results, and printing of each.
values = [0, 1, -1, True, False, 2 ** 70, 0.0, -0.0, 1.5, -2.5, 1e20, 1j, 2 + 0j, "7", "-3.5", "0x1f", "", "nan", None, b"8", [1]]
kinds = [int, float, complex, bool, str, round, abs, hash, bin]


def attempt(f, v):
    try:
        r = f(v)
    except Exception as e:
        return type(e).__name__
    if f is hash: return "h"
    return repr(r)


for v in values:
    print(repr(v).ljust(22), " | ".join(attempt(k, v) for k in kinds))
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b, "<": lambda a, b: a < b, "==": lambda a, b: a == b, "&": lambda a, b: a & b, "<<": lambda a, b: a << b}
operands = [True, 3, 2.5, 1 + 1j, "s", None]
for name, op in ops.items():
    row = []
    for a in operands:
        for b in operands:
            try:
                r = op(a, b)
                row.append(type(r).__name__[0])
            except Exception as e:
                row.append("T" if type(e) is TypeError else "Z" if type(e) is ZeroDivisionError else "?")
    print(name.ljust(2), "".join(row))
print(3 + True, 3 * False, True / 2, 2 ** True, 5 // 2.0, 5 % 2.5, 2 ** -2, 2.0 ** 2, 7 // 1, 7.0 // 1, True + 1.5, 1 + 1j, 1.5 * 2j, divmod(7, 2.0), pow(2, 3.0), round(7), round(7.0), abs(True), -True, +False, ~True, int(True), float(True), complex(True), str(True), True & 1, True | False, True ^ True, True << 2, 10 ** 2, 10 ** 2.0, 10 ** -2, 1 // 1j if False else "")
print([int(x) for x in (1.9, -1.9, "12", b"12", True, 1e15)], [float(x) for x in (1, "1e3", True, 10 ** 15)], [bool(x) for x in (0, 0.0, 0j, -1, 0.1, 1j, "", "0")], [complex(x) for x in (1, 1.5, "1j", True)], [str(x) for x in (1, 1.0, 1e16, 1j, 1.5e-7, 10 ** 18)], [repr(x) for x in (0.1, 1e5, 123456789012345678)])
print(f"{3:d} {3.0:.1f} {True:d} {3:f} {3:e} {3:%} {3.5:g} {255:x} {1e10:g} {10 ** 10:g} {2.0} {2} {2j} {True}", "%d %i %f %g %s %r %x" % (3.9, True, 2, 3, 4.0, 5.0, 255), int("0b101", 0), int("0o17", 0), int("0xff", 0), int("077", 10), float("1_000.5"), int("1_000"))
