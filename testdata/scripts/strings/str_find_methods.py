# find, index, count, startswith, endswith, in, with bounds and tuples.
s = "the cat sat on the mat — the end"
print(s.find("the"), s.rfind("the"), s.find("the", 1), s.find("the", 1, 10), s.find("zzz"), s.find(""), s.rfind(""), s.find("", 100), s.find("", len(s)), s.find("—"), s.rfind("at", 0, 11), s.find("t", -3), s.find("the", None, 5))
print(s.index("cat"), s.rindex("e"), s.count("at"), s.count("the", 5), s.count(""), s.count("zz"), "aaaa".count("aa"), "".count(""), "abc".count("", 1, 2))
for f in (lambda: s.index("zzz"), lambda: s.rindex("zzz", 3), lambda: s.find(5), lambda: s.count(), lambda: s.find("a", "b"), lambda: s.index(None), lambda: s.startswith(5), lambda: s.endswith(["a"]), lambda: s.startswith((1,)), lambda: s.startswith(), lambda: 5 in s):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(s.startswith("the"), s.startswith("cat", 4), s.startswith(("x", "the")), s.startswith(()), s.startswith(""), s.startswith("the", 0, 2), s.endswith("end"), s.endswith(("mat", "end")), s.endswith("the", 0, 18), s.endswith(""), "".startswith(""), "abc".startswith("", 5), "abc".endswith("", 4), "abc".startswith("bc", -2))
print("cat" in s, "dog" not in s, "" in "", "é" in "café", "e\u0301" in "é", "日" in "日本")
t = "日本語テキスト日本"
print(t.find("本"), t.rfind("本"), t.index("テ"), t.count("日本"), t[t.find("語"):], t.startswith("本", 1), t.endswith("日本"))
print(s.removeprefix("the "), s.removesuffix(" end"), s.removeprefix("zzz") == s, "aaa".removeprefix("a"), "abab".removesuffix("ab"), "".removeprefix("x"), "x".removesuffix(""))
print(s.partition(" "), s.rpartition(" "), s.partition("zz"), s.rpartition("zz"), "a::b::c".partition("::"), "a::b::c".rpartition("::"))
for f in (lambda: "a".partition(""), lambda: "a".partition(5), lambda: "a".removeprefix(1), lambda: "a".rpartition("")):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def positions(text, sub):
    at = -1
    while (at := text.find(sub, at + 1)) >= 0:
        yield at


print(list(positions("abracadabra", "a")), list(positions("aaaa", "aa")), list(positions("x", "y")))
emoji = "a😀b😀c"
print(emoji.find("😀", 2), emoji.index("c"), len(emoji), emoji[1], emoji.count("😀"), emoji.rfind("b"), emoji[::-1])
