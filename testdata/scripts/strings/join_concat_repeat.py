# Building text: +, +=, *, join, lists of parts, multiline output, numbers into text.
parts = []
for i in range(5):
    parts.append(f"{i}:{i * i}")
print(", ".join(parts), "".join(parts), "\n".join(parts[:2]), "-" * 10, "ab" * 3, "=" * 0 + "|", 3 * "xy", "a" + "b" * 2 + "c", sep="\n")
s = ""
for w in "to be or not to be".split():
    s += w.capitalize() + " "
print(repr(s), s.strip(), len(s))
t = s
t += "!"
print(t is s, s.endswith(" "), t[-1])
print("a" "b" 'c', "x" + 'y', "tab\t" + r"\t", "é" + "日", "" + "", "%d" % 5 + "%", str(1) + str(2.0) + str(None) + str([1]) + str(True), "1" * 3, int("1" * 3) + 1, "5" + str(5), "5" * 5)
table = [("id", "name", "score"), (1, "ann", 9.5), (22, "bob", 10.25), (333, "cy", 0)]
widths = [max(len(str(row[i])) for row in table) for i in range(3)]
for row in table:
    print(" | ".join(str(c).ljust(w) if isinstance(c, str) else str(c).rjust(w) for c, w in zip(row, widths)))
print("+".join("-" * (w + 2) for w in widths))
for r in range(1, 6):
    print(" " * (5 - r) + "*" * (2 * r - 1))
print("\n".join(" ".join(f"{i * j:3d}" for j in range(1, 6)) for i in range(1, 6)))
print(*("{}={}".format(k, v) for k, v in {"a": 1, "b": 2}.items()), sep="&")
big = "".join(chr(97 + i % 26) for i in range(10000))
print(len(big), big[9999], big.count("abc"), (big + big)[10000:10003], len(big * 10), hash(big) == hash("".join(list(big))))
out = []
n = 255
while n:
    out.append("0123456789abcdef"[n % 16])
    n //= 16
print("".join(reversed(out)), "".join(out[::-1]), "".join(["%02x" % b for b in b"hi"]), "".join(map(chr, range(65, 70))), "".join(c * 2 for c in "abc"), "".join(x for t in zip("ace", "bdf") for x in t))
for f in (lambda: "a" + 1, lambda: 1 + "a", lambda: "a" * "b", lambda: "a" * 1.5, lambda: "-".join([1]), lambda: "a" - "a", lambda: "a" + None, lambda: "-".join(None), lambda: "a" + ["b"], lambda: "a" * -1 + "|", lambda: "a" * True, lambda: "a".join("b"), lambda: "".join(["a", b"b"])):
    try:
        print(repr(f()))
    except TypeError as e:
        print(e)
poem = """Roses are red,
  Violets are blue;
\tTabs are wide,
And so are you."""
print(poem, [len(l) for l in poem.splitlines()], max(poem.split(), key=len), poem.title().split("\n")[1], "\n".join(l.strip().rjust(20) for l in poem.splitlines()), sep="\n")
