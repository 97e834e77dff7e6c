# Case methods over ASCII and Unicode.
samples = ["hello World", "ÀÉÎ straße", "ǆ", "ŉ", "ΑΣΣΟΣ", "ﬁnd", "İstanbul", "they're bill's", "3d x2y", "", "ǅ", "ß", "日本", "ﬀ"]
for s in samples:
    print(ascii(s), *(ascii(f(s)) for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)))
tests = ["abc", "ABC", "aBc", "Abc Def", "abc1", "123", "", "a b", "ß", "٣", "²", "½", "Ⅷ", "_x", "x_1", "1x", "class", "\t\n", "é", "日", "\x00", "A1", "ǅ", " "]
names = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "islower", "isupper", "istitle", "isidentifier", "isprintable", "isascii"]
for t in tests:
    print(ascii(t).ljust(12), "".join(str(int(getattr(t, n)())) for n in names))
print("Straße".casefold() == "STRASSE".casefold(), "ς".lower() == "Σ".lower(), "Σ".casefold() == "ς".casefold())
print("x".upper().lower().title(), "AbC".swapcase().swapcase(), "o'neil mc-donald".title(), "ab\ncd".title(), "éa".capitalize(), "ÉA".capitalize(), "ǳ".capitalize())
print("".join(c for c in "A b\tC\u00a0D\u2003E\x1fF" if not c.isspace()), "\x85".isspace(), "\u200b".isspace(), "\x1c".isspace())
print(sorted(["b", "á", "a", "Z", "ä"]), sorted(["Straße", "STRASSE", "strasse"], key=str.casefold))
for bad in (lambda: "a".upper(1), lambda: "a".isalpha(1), lambda: str.upper(5), lambda: str.title()):
    try:
        bad()
    except TypeError as e:
        print(e)
