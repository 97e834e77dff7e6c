# How exceptions look when formatted in every usual way.
class Plain(Exception): pass
class WithStr(Exception):
    def __str__(self): return "custom str"
class WithRepr(Exception):
    def __repr__(self): return "custom repr"
class Multi(Exception): pass


cases = [Plain(), Plain("one"), Plain("one", 2), Plain(None), Plain(""), Plain(["list"]), Plain({"d": 1}), Plain(b"bytes"), Plain(1.5), Plain(("t",)), WithStr("x"), WithRepr("x"), KeyError("k"), KeyError(5), KeyError("a", "b"), KeyError(("t",)), IndexError("i"), OSError("plain"), OSError(1, "two"), OSError(2, "no", "f"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad"), SystemExit(3), StopIteration(1), ImportError("m", name="n"), SyntaxError("bad"), ExceptionGroup("g", [Plain("in")]), NotImplementedError("todo"), RecursionError("deep"), TimeoutError(), ConnectionResetError(104, "reset"), Plain("é😀"), Plain("line\nbreak"), Plain(Plain("nested"))]
for e in cases:
    print(f"{e}|{e!r}|{e!s:>5}", "%s" % e, "%r" % (e,), "{}".format(e), sep=" ; ")
print([str(e) for e in cases[:4]], [cases[1]], {"e": cases[2]}, (cases[0],))
print("Error: " + str(cases[1]), "Error: %s (%s)" % (cases[1], type(cases[1]).__name__), f"{type(cases[2]).__name__}: {cases[2]}", f"{cases[1]:>10}|{cases[1]:<6}|" if False else "", ascii(Plain("é")))
try:
    f"{cases[1]:>10}"
except TypeError as e:
    print(e)
try:
    "a" + cases[1]
except TypeError as e:
    print(e)
print(Plain.__name__, Plain.__qualname__, Plain.__module__, type(cases[0]), Plain, repr(Plain), Plain("a").args[0], len(Plain(1, 2).args), bool(Plain()), Plain("x") == Plain("x"))
