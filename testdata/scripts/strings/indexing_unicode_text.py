# Indexing, slicing and iterating over text that is not ASCII.
s = "aé日😀z"
print(len(s), s[1], s[2], s[3], s[-1], s[-2], s[1:4], s[::-1], s[::2], s[3:], s[:3], s[-3:-1], list(s), s[2:2] == "")
for i, c in enumerate(s):
    print(i, c, ord(c), hex(ord(c)), len(c.encode()), s.index(c), s.find(c, i), end="; ")
print()
print(s.find("😀"), s.rfind("z"), s.count("é"), s.replace("😀", "!!"), s.split("日"), s.partition("😀"), s.upper(), s.center(9, "·"), s.ljust(7, "é") + "|", s.zfill(7), "é" in s, "éz" in s, s.startswith("aé"), s.endswith("😀z"), s.startswith("日", 2), s.startswith("日", 2, 3))
try:
    s[5]
except IndexError as e:
    print(e)
print(s * 2, s + s[0], max(s), min(s), sorted(s), "".join(sorted(s, reverse=True)), s < "b", s[3] > s[2], s.encode()[1:3], s.encode().decode() == s, s.encode("utf-16-le").decode("utf-16-le") == s)
big = s * 200
print(len(big), big[501], big[503], big[-2], big.count("日"), big.find("z", 990), big[995:], big[::250], big.rindex("a"), len(big[7:-7]), big[4::5] == "z" * 200)
text = ""
for i in range(300):
    text += chr(0x3b1 + i % 24)
print(len(text), text[24], text[100:103], text.index("ψ"), text.count("α"), text[::-1][0], len(set(text)))
it = iter("é日")
print(next(it), next(it), next(it, "end"), [c for c in reversed("é日")], dict.fromkeys("é日é"), {c: i for i, c in enumerate("日é")}, list(zip("é日", "ab")), [*"😀é"], tuple("é😀"), *"日本")
a, *b = "é😀日"
print(a, b, "é" "日", "%s-%5s|" % ("é", "日"), f"{'日':>4}|{'é':<3}|{s[3]!r}", "{0[0]}{0[3]}".format(s), ascii(s), repr(s), s.isprintable(), s.isascii(), s[:1].isascii(), s.casefold(), s.swapcase())
print("日本語".translate({ord("日"): "J", ord("語"): None}), "日本語".expandtabs(), "\t日".expandtabs(4), "é,日".split(","), "日本 語\n本".split(), "日\n本\r\n語".splitlines(), "xéx".strip("x"), "ééaé".strip("é"), "日本".removeprefix("日"), "日本".removesuffix("本"), "é".join("abc"), "ÀÉ".lower(), "ß".upper(), "ŉ".upper(), "ǆ".title())
n = 0
for c in s * 50:
    if ord(c) > 0xFFFF: n += 1
print(n, [s.find(c) for c in "zé😀"], s.find(""), s.find("", 3), s.count(""), s.rfind(""), "e\u0301"[0], len("e\u0301"), "e\u0301" == "é", "\U0001F468\u200d\U0001F469"[1] == "\u200d", len("🇫🇷"), "👍🏽"[0])
