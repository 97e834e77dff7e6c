# printf-style formatting with every flag and kind.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print("%d %i %u" % (1, -2, 3), "%5d|%-5d|%05d|%+d|% d" % (42, 42, 42, 42, 42), "%x %X %#x %#X %o %#o" % (255, 255, 255, 255, 8, 8))
print("%f %.2f %10.3f %-10.1f| %+.1f %010.2f" % (1.5, 2.345, 3.14159, 2.5, 1.0, -3.5), "%e %.3E %g %G %.3g %g" % (12345.678, 0.00012, 1e10, 1e-10, 1234567, 100000))
print("%s %r %a %5s %-5s| %.2s %5.1s" % ("a", "é", "é", "x", "y", "long", "zz"), "%c%c" % ("A", 66), "%% %d%%" % 50, "%s" % None, "%s" % [1, "b"], "%s" % (("t",),), "%r" % ((1, 2),))
print("%(name)s is %(age)d, %(name)r %(pi).2f %%" % {"name": "Bob", "age": 42, "pi": 3.14159}, "%(a)s" % {"a": 1, "b": 2}, "no args" % {}, "none" % (), "%(x)5s|%(x)-5s|" % {"x": 1})
print("%*d|%-*d|%.*f|%*.*f" % (5, 1, 5, 2, 2, 3.14159, 8, 3, 2.71828), "%s and %s" % ("a", "b"), "%d" % 3.99, "%d" % True, "%s" % True, "%x" % -255, "%#b" % 5 if False else "", "%5%" % () if False else "%")
print("%.0f %.0f %.1f" % (0.5, 1.5, 0.25), "%d" % 10 ** 20, "%i" % -0.5, "%08.3f" % -1.5, "%+05d" % 7, "% 05d" % 7, "%-05d|" % 7, "%#.3g" % 1.0, "%s" % 1e16, "%s" % 0.1, "%r" % 1.0, "%5.1f%%" % 45.678, "%ld %hd" % (5, 6))
print("%f %e %g" % (float("inf"), float("nan"), float("-inf")), "%5s" % "日本", "%.1s" % "日本", "%c" % "日", "%c" % 0x1F600, "%a" % "😀", "%s" % b"x", "%s" % "%d", "%" "d" % 5, "%.3d" % 5, "%10.4d|" % 42, "%.2x" % 5, "%x" % 2 ** 70)
for f in (lambda: "%d" % "x", lambda: "%d %d" % 1, lambda: "%d" % (1, 2), lambda: "%s" % (), lambda: "%z" % 1, lambda: "%" % 1, lambda: "%d" % None, lambda: "%(a)s" % 5, lambda: "%(a)s" % {}, lambda: "%f" % "x", lambda: "%c" % "ab", lambda: "%c" % -1, lambda: "%c" % 1.5, lambda: "%x" % 1.5, lambda: "%d" % [], lambda: "abc" % 1, lambda: "%s %s" % "a", lambda: "%(a" % {"a": 1}, lambda: "%*d" % ("x", 1), lambda: "%d" % 1j, lambda: "%i" % float("inf"), lambda: "%s" % (1, 2, 3), lambda: "%5" % 1, lambda: "%(a)d" % {"a": "s"}, lambda: "%y %s" % ("a", "b"), lambda: "plain" % [1], lambda: "%c" % 0x110000, lambda: "%s %(a)s" % {"a": 1}):
    attempt(f)


class D(dict):
    def __missing__(self, k): return "<%s>" % k


class N:
    def __int__(self): return 7
    def __index__(self): return 8
    def __float__(self): return 2.5
    def __str__(self): return "N!"
    def __repr__(self): return "N()"


print("%(here)s %(gone)s" % D(here=1), "%s %r %d %x %f" % (N(), N(), N(), N(), N()))
rows = [("apple", 1.5, 3), ("kiwi", 0.25, 12)]
for row in rows:
    print("%-10s|%8.2f|%4d" % row)
print("|".join(["%s"] * 3) % tuple("xyz"), "%s=%s&" * 2 % ("a", 1, "b", 2))
