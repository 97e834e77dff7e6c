# strip family, padding, expandtabs, replace, translate, encode-free transforms.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = "\t  xx hello xx \n"
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), s.strip().strip("x"), "xyxhixyx".strip("xy"), "xyxhi".lstrip("yx"), "hixyx".rstrip("xy"), repr("abc".strip("")), repr("".strip()), repr("\u3000a\xa0".strip()), "éaé".strip("é"), "www.example.com".strip("cmowz."), repr("  ".strip()), "x".strip(None))
attempt(lambda: "a".strip(5))
attempt(lambda: "a".strip("a", "b"))
print([f("ab", 6) for f in (str.ljust, str.rjust, str.center)], [f("ab", 7, "*") for f in (str.ljust, str.rjust, str.center)], [f("abc", 6, "-") for f in (str.ljust, str.rjust, str.center)], "toolong".ljust(3), "x".center(0), "日本".center(6, "＊"), "a".center(4), "ab".center(5), "a".rjust(-1))
attempt(lambda: "a".ljust(5, "ab"))
attempt(lambda: "a".ljust(5, ""))
attempt(lambda: "a".ljust("5"))
attempt(lambda: "a".center())
attempt(lambda: "a".rjust(5, 1))
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "".zfill(3), "abc".zfill(2), "--1".zfill(5), "-".zfill(3), "é".zfill(3))
print(repr("a\tb\tcc\td".expandtabs()), "a\tb".expandtabs(4), "\t|".expandtabs(2), "01\t012\t0123".expandtabs(4), "a\tb".expandtabs(0), "a\nb\tc".expandtabs(4), "x\ty".expandtabs(tabsize=3))
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "abc".replace("x", "y"), "aaaa".replace("aa", "b"), "".replace("", "x"), "日本".replace("本", ""), "abc".replace("b", "", 0), "abc".replace("b", "BB", -1), "a.b.c".replace(".", "::"), "aXbX".replace("X", "y", count=1))
attempt(lambda: "a".replace("a"))
attempt(lambda: "a".replace("a", 5))
attempt(lambda: "a".replace(1, "b"))
attempt(lambda: "a".replace("a", "b", "c"))
table = str.maketrans("abc", "xyz", "d")
print("abcd".translate(table), sorted(table.items()), "abc".translate({97: "AA", 98: None, 99: 0x263A}), "abc".translate({}), str.maketrans({"a": "1", 98: None}), "héllo".translate(str.maketrans("é", "e")), "abc".translate({ord("a"): "é"}))
attempt(lambda: str.maketrans("ab", "c"))
attempt(lambda: str.maketrans({"ab": 1}))
attempt(lambda: str.maketrans("a"))
attempt(lambda: str.maketrans(1, 2))
attempt(lambda: "a".translate())
attempt(lambda: "a".translate({97: 1.5}))
attempt(lambda: "a".translate({97: -1}))


class Drop:
    def __getitem__(self, code):
        if chr(code) in "aeiou":
            return None
        if code == 0x20:
            return "_"
        raise LookupError


print("remove the vowels".translate(Drop()))
print("x" * 3 + "-" * 0 + 2 * "ab", "abc" * True, "a" + "b" "c", "abc"[1] + "é"[0], max("hello"), min("hello"), sorted("cab"), list("é日"), tuple("ab"), set("aa"), "".join(sorted(set("mississippi"))))
attempt(lambda: "a" + 1)
attempt(lambda: 1 + "a")
attempt(lambda: "a" * "b")
attempt(lambda: "a" * 1.0)
attempt(lambda: "a" - "b")
attempt(lambda: "a"[5])
attempt(lambda: "a"["x"])
attempt(lambda: -"a")
attempt(lambda: "a" + None)
attempt(lambda: "a" + b"b")
attempt(lambda: "abc".nope)
attempt(lambda: "a" // 2)
attempt(lambda: "a" ** 2)
attempt(lambda: "a" & "b")
