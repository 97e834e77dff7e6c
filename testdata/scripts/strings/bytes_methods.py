# The methods of bytes.
b = b"Hello World\xff"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b.capitalize(), b"xyz".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" \t".isspace(), b"ab".islower(), b"AB".isupper(), b"Ab Cd".istitle(), b"abc".isascii(), b.isascii(), b"".isalpha())
print(b.find(b"o"), b.rfind(b"o"), b.find(111), b.find(b"z"), b.index(b"W"), b.count(b"l"), b.count(108), b.rindex(b"l"), b.find(b"o", 5), b.startswith(b"He"), b.endswith((b"x", b"\xff")), b.startswith(b"W", 6))
print(b" a b ".strip(), b"xxaxx".strip(b"x"), b"xxa".lstrip(b"x"), b"axx".rstrip(b"x"), b"a,b,,c".split(b","), b" a  b ".split(), b"a,b,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(), b"a\nb".splitlines(True), b"a=b=c".partition(b"="), b"a=b=c".rpartition(b"="))
print(b", ".join([b"a", bytearray(b"b")]), b"".join([]), b"abc".replace(b"b", b"XX"), b"aaa".replace(b"a", b"b", 2), b"ab".ljust(5), b"ab".rjust(5, b"*"), b"ab".center(6, b"-"), b"-42".zfill(6), b"a\tb".expandtabs(4), b"prefix".removeprefix(b"pre"), b"file.txt".removesuffix(b".txt"))
print(bytes.maketrans(b"abc", b"xyz")[97:100], b"aabbcc".translate(bytes.maketrans(b"ab", b"xy")), b"hello".translate(None, b"l"), b"hello".translate(None, delete=b"eo"))
print(b"\x00\x01".hex(), bytes.fromhex("de ad BE ef"), b"abc".decode(), b"\xe9".decode("latin-1"), b"a" + b"b", b"ab" * 2, 3 * b"x", b"abc"[1], b"abc"[-1:], b"abc"[::-1], len(b"\xff\x00"), list(b"ab"), b"abc"[1:][0])
print(b"a" < b"b", b"a" == b"a", b"a" == "a", b"" < b"\x00", b"abc" > b"ab", b"b" in b"abc", 99 in b"abc", max(b"abc"), sorted(b"cab"), bytes(reversed(b"abc")), hash(b"x") == hash(b"x"), b"x" in {b"x": 1}, bool(b""), bool(b"\0"))
for f in (lambda: b"a".find("a"), lambda: b"a".split(b""), lambda: b"a".join(["x"]), lambda: b",".join([1]), lambda: b"a".replace("a", "b"), lambda: b"a".index(b"z"), lambda: b"a".ljust(3, b"xx"), lambda: b"a".startswith("a"), lambda: b"a".strip("a"), lambda: b"a" + "a", lambda: b"a" + 1, lambda: b"a" * b"a", lambda: b"a"[9], lambda: b"a"["x"], lambda: b"a".encode(), lambda: "a".decode(), lambda: b"a" < "b", lambda: b"abc".count(300), lambda: bytes.maketrans(b"a", b"bc"), lambda: b"a".translate(b"short"), lambda: b"a".center(), lambda: b"x" % 1, lambda: b"%d" % "a", lambda: b"%s" % "text", lambda: b"a".partition(b""), lambda: b"%c" % 256, lambda: b"%(k)s" % {"k": 1}):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(b"%d %5.2f %s %r %x %c %%" % (5, 1.5, b"s", "r", 255, b"z"), b"%(a)d" % {b"a": 3}, b"%-5d|%05d" % (1, 2), b"%.2s|" % b"abc")
print(b"tab\tnew\nquote'\"\\", b'"', b"'", repr(b"\x1b[0m"), str(b"x"), f"{b'x'}", b"a" b"b", rb"\n", bytes(b"copy"), [b"in list"])
