# split, rsplit, splitlines, join in every form.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = "  one two\t three\n four  "
print(s.split(), s.split(None, 1), s.rsplit(None, 1), s.split(maxsplit=2), s.split(" "), s.split(" ", 2))
print("a,b,,c,".split(","), "a,b,,c,".split(",", 2), "a,b,,c,".rsplit(",", 2), "".split(), "".split(","), "   ".split(), ",".split(","), "abc".split("abc"), "a--b--c".split("--"), "a,b".split(",", 0), " a b ".split(None, 0), "a b c".split(sep=None, maxsplit=-1), "aXXXb".split("XX"))
print("a\u2003b\xa0c\u200bd".split(), "x\x1cy\x85z".split())
text = "l1\nl2\r\nl3\rl4\x0bl5\x0cl6\x1cl7\x85l8\u2028l9\n"
print(text.splitlines())
print(text.splitlines(True), text.splitlines(keepends=True) == text.splitlines(True))
print("".splitlines(), "\n".splitlines(), "a\n\nb".splitlines(), "a".splitlines(), "a\n".splitlines(True), "\r\n\r\n".splitlines())
print(",".join(["a", "b"]), "".join("abc"), "-".join([]), ", ".join({"x": 1, "y": 2}), "x".join(["only"]), "|".join(str(i) for i in range(4)), "ab".join("123"), " ".join(map(str, (1, 2.5, None))), "".join(reversed("olleh")), ", ".join(("t",)))
attempt(lambda: ",".join([1, 2]))
attempt(lambda: ",".join(["a", None]))
attempt(lambda: ",".join([b"x"]))
attempt(lambda: ",".join(5))
attempt(lambda: ",".join())
attempt(lambda: ",".join(["a"], ["b"]))
attempt(lambda: "a".split(""))
attempt(lambda: "a".split(5))
attempt(lambda: "a".split(",", "x"))
attempt(lambda: "a".split(",", maxsplit=1.5))
attempt(lambda: "a".rsplit(""))
attempt(lambda: "a".split(b","))
print([line.split("=", 1) for line in "a=1\nb=x=y\nc".splitlines()], dict(p.split(":") for p in "k:v q:w".split()))
print("日本 語".split(), "日、本、語".split("、"), "a😀b😀c".rsplit("😀", 1), "éàé".split("à"))


class Str(str): pass


print(Str("a b").split(), type(Str("a b").split()[0]) is str, Str("-").join("ab"), type(Str("-").join(["a"])) is str)
csv = 'name, age ,city\n"Bob" , 42,  Paris\n'
print([[c.strip().strip('"') for c in row.split(",")] for row in csv.splitlines()])
words = {}
for w in "a b a c b a".split():
    words[w] = words.get(w, 0) + 1
print(words, " ".join(sorted(words, key=words.get, reverse=True)))
