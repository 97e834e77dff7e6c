# The format mini-language through f-strings: alignment, sign, grouping, precision, kinds.
n, big, neg, f = 42, 1234567, -98765, 3.14159265
for spec in ("<8", ">8", "^8", "=8", "08", "+8", " 8", "*<8", "0>8", "é^9", "=+9", "+08d", "x=+8d", "8_", "_^8"):
    print(spec.ljust(6), "|".join(f"{v:{spec}}" for v in (n, neg)))
for spec in (",", "_", ",d", "_d", "_x", "_b", "_o", "#_x", "#_b", "020,", "+,", "20_d", "^20,", "=20,", "*=20,"):
    print(spec.ljust(6), "|".join(f"{v:{spec}}" for v in (n, big, neg)))
for spec in (".0f", ".1f", ".3", ".10f", "10.2f", "<10.2f", "^+10.2f", "010.2f", ",.2f", "015,.2f", "e", ".0e", "#.0e", "E", "g", ".2g", "#.2g", "G", "%", ".0%", "n", "_.3f", "z.0f"):
    print(spec.ljust(8), "|".join(f"{v:{spec}}" for v in (f, -f * 1e6, 1e-9, -0.0)))
for spec in ("", "10", "<10", ">10", "^10", ".2", "10.2", "*^10.3", "s", "010", "<010"):
    print(spec.ljust(7), "|".join(f"{v:{spec}}" for v in ("abcdef", "日本", "")) + "|")
print([f"{v:b} {v:o} {v:x} {v:X} {v:#b} {v:#o} {v:#x} {v:#X} {v:d} {v:n}" for v in (0, 10, -255)])
print(f"{97:c}{0x1F600:c}", f"{65:>3c}|{65:<3c}|", f"{True:d} {True:>6} {True!s:>6} {False:x}", f"{10**20:,} {10**20:e} {10**20:g} {2**64:#x}", f"{5:.2f} {5:e} {5:%} {5:g} {10**16:.3g}")
for v in (float("inf"), float("-inf"), float("nan")):
    print(f"{v:f} {v:F} {v:e} {v:E} {v:g} {v:+} {v:8.2f}| {v:08.2f} {v:<8}| {v:%} {v:,} {v: }")
for v in (0.5, 1.5, 2.5, 0.125, 0.375, 1e15 + 0.5, 2.675, 1.005, 99.995, 0.05, 0.15, 999999.5):
    print(f"{v:.0f} {v:.1f} {v:.2f} {v:g} {v:.3g} {v}", end="; ")
print()
for v in (1e5, 1e6, 123456.0, 1234567.0, 1e16, 1e17, 1e-4, 1e-5, 12345678901234567890.0, 1.0, 100.0):
    print(f"{v} {v:g} {v:.1f} {v:.4} {v:e} {v:.17g} {v!r}", end="; ")
print()
print(f"{1+2j:.2f} {1+2j} {3j:>10} {-1.5-2j:+.1f} {1j:g} {1+1e20j:.3g}")
print(f"{'x':{'-'}{'^'}{5}}", f"{f:{8}.{3}}", f"{n:{'x'}}", f"{f:.{n - 40}f}", f"{'a':>{n // 10}}", f"{n:{'+'}{6}}")
for v, spec in ((5, ".2d"), (5, "s"), ("x", "d"), ("x", "+"), ("x", ","), ("x", "=5"), ("x", " "), (5, ",x"), (5, ",_"), (5, "5.5"), (1.5, "d"), (1.5, "x"), (1.5, "c"), (5, "y"), (1.5, "s"), ("x", "q"), (5, "-5-"), (5, "<<<5"), ("x", "05d"), (1.5, "_,"), (5, "c5"), ("x", "#"), (1j, "d"), (1j, "=10"), (1j, "08"), (5, "+c"), (5, "#c"), (True, "s"), ("x", "z")):
    try:
        print(repr(format(v, spec)))
    except ValueError as e:
        print(repr(v), spec, "->", e)
