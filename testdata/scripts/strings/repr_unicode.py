# repr and ascii of unusual text; len, iteration and comparison by code point.
samples = ["", "plain", "'", '"', "'\"", "\\", "\n\r\t\v\f\b\a\0", "\x1f\x20\x7e\x7f\x80\x9f\xa0\xa1\xad", "é", "e\u0301", "\u0378", "\u200b\u200d\u2028\u2029\ufeff", "😀", "\U000e0001", "\U0010fffe", "\ue000", "\ud800", "\udfff", "日本語", "\u3000", "\u0600", "ａ", "\N{ZERO WIDTH JOINER}", "👨\u200d👩", "\u00ff\u0100"]
for s in samples:
    print(ascii(s), len(s), ascii(repr(s)), repr(s).isprintable())
print([ascii(c) for c in "a\u0301😀"], ascii("".join(reversed("a\u0301b"))), [hex(ord(c)) for c in "é😀"], list(map(ascii, sorted("é😀a日\ue000"))))
print("a" < "é" < "日" < "\uffff" < "😀", max("a", "😀", "日"), "é" == "e\u0301", "\u00e9" == "é", "ﬁ" == "fi", hash("é") == hash("\u00e9"))
d = {"é": 1, "日": 2}
d["\u00e9"] += 5
print(d, repr({"k\n": "v\t"}), [("'", '"')], {"it's"}, str(["\\"]), "%r" % "\x00", f"{'tab	'!r}")
s = "x😀y"
print(s[1], s[1:], s[::-1], s.index("y"), s * 2, s.upper(), s.center(7, "·"), s.split("😀"), len(s.encode()), s.find("y"), s.replace("😀", "é"))
print("\x41\101\u0041\U00000041\N{LATIN CAPITAL LETTER A}", "\N{GREEK SMALL LETTER PI}\N{INFINITY}\N{EURO SIGN}".isprintable(), "\N{SPACE}|\N{NO-BREAK SPACE}|".split())
for name in (b"x", b"\x00\t\n\r\\'", b'"', b"'\"", b"\x7f\x80\xff", bytearray(b"'")):
    print(repr(name), str(name), len(name), name[:1])
print(ascii({"é": ["日", ("😀",)]}), ascii(Exception("é")), ascii(b"\xe9"), ascii(1.5))
lone = "\ud83d\ude00"
print(len(lone), lone == "😀", ascii(lone), lone[0] == "\ud83d", lone.isprintable(), ascii(lone + "x"), ascii(lone.encode("utf-16-le", "surrogatepass")))
try:
    print(lone.encode("utf-8"))
except UnicodeEncodeError as e:
    print(e)
for c in "éß日😀\u0301\u200b5²":
    print(hex(ord(c)), c.isalpha(), c.isnumeric(), c.isprintable(), c.isidentifier(), len(c.encode()))
