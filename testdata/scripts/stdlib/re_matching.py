# Regular expressions.
import re

m = re.match(r"(?P<year>\d{4})-(?P<month>\d\d)(-(\d\d))?", "2024-05 rest")
print(m, m.group(), m.group(1, "month"), m.groups(), m.groups("x"), m.groupdict(), m.span(), m.span(2), m.start("year"), m.end(), m[1], m["month"], m.lastindex, m.lastgroup, m.string, m.pos, m.endpos, m.regs)
print(re.search("b+", "aabbb").span(), re.match("b", "ab"), re.fullmatch("a|ab", "ab"), re.search("z", "abc"))
print(re.findall(r"\d+", "a1b22c333"), re.findall(r"(\w)(\d)", "a1b2"), re.findall(r"(\w)\d", "a1b2"), re.findall("", "ab"), re.findall("x*", "axb"), re.findall("a|", "aab"))
print([m.span() for m in re.finditer(r"\w+", "hi there")], re.split(r"[,;]\s*", "a, b;c"), re.split(r"(-)", "a-b-c", maxsplit=1), re.split(r"\b", "hi yo"), re.split("x*", "axbc"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("a", lambda m: m.group().upper(), "banana", count=2), re.subn("a", "-", "banana"), re.sub(r"(?P<n>\d)", r"<\g<n>\g<0>\g<1>>", "a1b2"), re.sub("x*", "-", "abxd"), re.sub(r"\n", r"\\n\t", "a\nb"))
print(re.sub("(a)?b", r"[\1]", "b ab"), re.escape("a.b*c [x] é_1"), re.escape(b"a.b"))
print(re.findall(r"(?i)hello", "Hello HELLO"), re.findall("^x", "x\nx", re.M), re.findall("a.b", "a\nb", re.S), re.compile("a b # c", re.X).match("ab"), re.findall("(?im)^ab$", "AB\nab"), re.search(r"(?s:.)x(?-i:Y)", "\nXY", re.I))
print(re.search(r"(?<=\$)\d+", "cost $45").group(), re.findall(r"\w+(?=!)", "a! b c!"), re.search(r"(?<!x)y", "xy y").start(), re.findall(r"q(?!u)", "qu qa"))
print(re.match(r"(a+)\1", "aaaa").group(1), re.search(r"(?P<q>['\"]).*?(?P=q)", "say 'hi' \"x\"").group(), re.match(r"(<)?x(?(1)>|!)", "<x>").group(), re.match(r"(<)?x(?(1)>|!)", "x!").group())
print(re.match(r"a*?b", "aab").group(), re.match(r"a{2,3}", "aaaa").group(), re.match(r"a{,2}", "aaa").group(), re.match(r"a{2}?", "aaa").group(), re.match("x{a", "x{a").group(), re.match(r"a++b", "aab").group(), re.match(r"a*+a", "aaa"), re.match(r"(?>a+)b", "aab").group())
print(re.findall(r"\w+", "naïve café 42 x_y"), re.findall(r"\w+", "naïve", re.A), re.findall(rb"\w+", b"ab \xff cd"), re.findall(r"[^\W\d_]+", "a1é_b"), re.findall(r"\d", "3٣"), re.findall(r"[\W]", "a b-c"), re.findall(r"\bfoo\b", "foo food"), re.findall(r"[\D\s]", "1a 2"))
p = re.compile(r"(?P<a>x)(y)?", re.I | re.M)
print(p, p.pattern, p.flags, p.groups, dict(p.groupindex), p == re.compile(r"(?P<a>x)(y)?", re.I | re.M), re.compile("a"), re.compile(b"x", re.S))
print(p.search("aaxy", 3), p.search("aaX", 1).pos, p.match("axy", 1).span(), p.findall("x x x", 1, 4), p.fullmatch("xy", 0, 1))
print(re.I, repr(re.I | re.M), re.IGNORECASE == 2, re.NOFLAG, int(re.X), re.compile("x", re.I).flags & re.I)
for bad in ["(", ")", "[a", "*a", "a**", "a{3,2}", "(?P<n>a)(?P<n>b)", r"\1", "(?P=x)", "[z-a]", r"\q", "a\\", "(?P<1>x)", "(?z)", "(?x", "(?<", "a(?i)b", "(?P<a", "x{2}{3}", r"(a\1)", "(?(x)a)", r"\x1", "(?P>x)", "(?#abc"]:
    try:
        re.compile(bad)
        print(bad, "compiles")
    except re.error as e:
        print(repr(bad), e, e.pos, e.msg)
for bad in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 3), lambda: re.match("(a)", "a").group(2), lambda: re.match("(a)", "a").group("n"), lambda: re.sub("a", r"\2", "a"), lambda: re.sub("a", r"\g<n>", "a"), lambda: re.sub("a", r"\z", "a"), lambda: re.compile(3), lambda: re.compile(re.compile("a"), re.I)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(re.match(r"(a)|(b)", "b").lastindex, re.match(r"((a)(b))", "ab").lastindex, re.match(r"(a)(b)?", "a").groups(), bool(re.match("", "")), m.expand(r"\g<month>/\1"), re.match("a", "a").re.pattern)
email = re.compile(r"""
    ^ (?P<user> [\w.+-]+ )   # user
    @ (?P<host> [\w-]+ (?: \. [\w-]+ )+ ) $
""", re.VERBOSE)
print(email.match("joe.bloggs@example.co.uk").groupdict(), email.match("nope"))
log = '127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326'
print(re.match(r'(\S+) \S+ \S+ \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d{3}) (\d+)', log).groups())
print(re.sub(r"(?<!^)(?=[A-Z])", "_", "camelCaseName").lower(), re.sub(r"\s+", " ", "  a \n b  ").strip(), re.findall(r"[^]a]", "a]b"), re.findall(r"[a\-z]", "a-z"), re.findall(r"[\]\[]", "[]"), re.split(r"\s*,\s*", "a , b,c"))
print(re.findall(r"$", "a\n"), re.findall(r"a$", "a\n"), re.findall(r"a\Z", "a\n"), re.search(r"\Aa", "ba"), re.findall(r".", "é\U0001f600x"), re.search("x", "é\U0001f600x").span())
