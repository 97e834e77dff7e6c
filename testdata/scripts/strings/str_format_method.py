# str.format and format_map: fields, attributes, indexes, nesting, conversions, errors.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class P:
    def __init__(self, x, y): self.x, self.y = x, y
    def __str__(self): return "P!"
    def __format__(self, spec): return f"P<{spec}>"


print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{0} {k}".format(5, k=6), "{{}} {{{}}}".format(7), "".format(), "plain".format(1, 2))
print("{0.x} {0.y[1]} {1[0]} {2[key]} {2[two words]} {p.x.real}".format(P(1, [2, 3]), "str", {"key": "v", "two words": 2}, p=P(9, 0)), "{[1]} {.x}".format([4, 5], P(6, 7)), "{0[-1]}".format({"-1": "neg key"}))
print("{!r} {!s} {!a} {0!r:>6}".format("é", "é", "é") if False else "{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}|{0!s:<6}|{0:^6}|".format("é"))
print("{:>10} {:<10} {:^10} {:*^10}|".format("r", "l", "c", "s"), "{:05d} {:+d} {:x} {:#b} {:,} {:_}".format(42, 42, 255, 5, 1234567, 1234567), "{:.2f} {:8.3f} {:e} {:%} {:g}".format(3.14159, 2.5, 12345.6, 0.25, 1e-7))
print("{:{}}|{:{w}.{p}f}|{:{a}{w}}|{0:{0}}".format(1, 2, 3, 4, w=8, p=2, a="^") if False else "{:{}}|{:{w}.{p}f}|{:{a}{w}}|".format("x", 5, 3.14159, "y", w=8, p=2, a="^"))
print("{:d}".format(True), "{}".format(True), "{:10}|{:10}|".format(True, 1.5), "{:s}".format("s"), "{:5}".format("ab") + "|", "{:5}".format(3) + "|", "{:}".format("e"), "{:spec}".format(P(0, 0)), "{}".format(P(0, 0)), "{!s}".format(P(0, 0)))
print("{a[0]}{a[1]}".format(a="hi"), "{0:{fill}{align}{width}}".format("m", fill="-", align=">", width=4), "{:{{}}".format(1) if False else "ok", "{0}{1}{0}".format(*"ab"), "{x}{y}".format(**{"x": 1, "y": 2}))
for f in (lambda: "{} {}".format(1), lambda: "{2}".format(1), lambda: "{a}".format(), lambda: "{".format(), lambda: "}".format(), lambda: "{0} {}".format(1, 2), lambda: "{} {0}".format(1, 2), lambda: "{0.nope}".format(5), lambda: "{0[5]}".format([1]), lambda: "{0[k]}".format([1]), lambda: "{0[k]}".format({}), lambda: "{!x}".format(1), lambda: "{!}".format(1), lambda: "{:d}".format("x"), lambda: "{:s}".format(5), lambda: "{:5}".format(None), lambda: "{:5}".format([1]), lambda: "{0!r".format(1), lambda: "{a b}".format(**{"a b": 3}), lambda: "{:.2d}".format(5), lambda: "{0[}".format([1]), lambda: "{0[]}".format([1]), lambda: "{0.}".format(1), lambda: "{:{:{}}}".format(1, 2, 3), lambda: "{!r:}".format("x"), lambda: "{a.b[c]}".format(a=1), lambda: "{:z}".format(5), lambda: "{!rx}".format(1), lambda: "{0[a}".format({}), lambda: "{-1}".format(1)):
    attempt(f)
print("{name} {age:>4}".format_map({"name": "Z", "age": 3}))


class Default(dict):
    def __missing__(self, key): return key.upper()


print("{a} {zz}".format_map(Default(a=1)))
attempt(lambda: "{a}".format_map({}))
attempt(lambda: "{}".format_map({"a": 1}))
attempt(lambda: "{0}".format_map([1]))
template = "{:<8}{:>8.2f}{:>6}"
for row in (("tea", 2.5, 3), ("coffee", 3.75, 12)):
    print(template.format(*row))
print(template.replace("8", "4").format("a", 1, 2), str.format("{}-{}", 1, 2), "{0:>{1}}".format("r", 6), "{:>{w}}".format("z", w=3))
