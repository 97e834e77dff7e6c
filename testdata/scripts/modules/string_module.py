# string: constants, capwords, Template, Formatter.
import string
from string import Template, Formatter


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(string.ascii_lowercase, string.ascii_uppercase, string.ascii_letters == string.ascii_lowercase + string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits, repr(string.punctuation), repr(string.whitespace), len(string.printable), string.printable[:10])
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"), repr(string.capwords("  x y ")), string.capwords("éa ÀB"))
t = Template("$who likes ${what}s, $$5 and $who_2")
print(t.substitute(who="Al", what="cat", who_2="Bo"), t.safe_substitute(who="Al"), t.substitute({"who": 1, "what": 2}, who_2=3), t.template, Template("no fields").substitute(), t.get_identifiers(), t.is_valid(), Template("$").is_valid())
attempt(lambda: t.substitute(who="x"))
attempt(lambda: Template("cost $5").substitute())
attempt(lambda: Template("a\nb $").substitute())
attempt(lambda: Template("${unclosed").substitute(unclosed=1))
print(Template("cost $5 ${bad").safe_substitute(), Template("$a$b").safe_substitute(a=1), Template("${a}${b}").substitute(dict(a="x", b="y")), Template("$A_b1!").substitute(A_b1="ok"))


class Percent(Template):
    delimiter = "%"


print(Percent("%name is 100%% $literal").substitute(name="x"))
f = Formatter()
print(f.format("{0} {name!r:>6} {1:.2f}", "a", 2, name="n"), f.vformat("{} {}", (1, 2), {}), list(f.parse("a{b!r:c}d{{}}{}")), list(f.parse("")), list(f.parse("x{0.a[1]:{w}}")), f.get_field("0.real", (5,), {}), f.convert_field(5, "r"), f.format_field(3.14159, ".2f"), f.get_value(0, ("v",), {}), f.get_value("k", (), {"k": 1}))


class Defaulting(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def format_field(self, value, spec):
        return str(value).upper() if spec == "up" else super().format_field(value, spec)


print(Defaulting().format("{a} {b} {c:up}", a=1, c="shout"))
attempt(lambda: f.format("{}"))
attempt(lambda: f.format("{0} {}", 1, 2))
attempt(lambda: f.format("{x}", 1))
attempt(lambda: f.format("{!z}", 1))
attempt(lambda: string.nope)
attempt(lambda: string.capwords(5))
table = str.maketrans(string.ascii_lowercase, string.ascii_lowercase[13:] + string.ascii_lowercase[:13])
print("hello".translate(table), "hello".translate(table).translate(table), "Hi, there!".translate(str.maketrans("", "", string.punctuation)), [c in string.hexdigits for c in "fG9"], all(c in string.printable for c in "abc\n"), "".join(sorted(set(string.ascii_letters) - set(string.hexdigits)))[:10])


def to_base(n, b):
    digits = string.digits + string.ascii_lowercase
    out = ""
    while n:
        n, r = divmod(n, b)
        out = digits[r] + out
    return out or "0"


print(to_base(255, 16), to_base(255, 2), to_base(123456789, 36), int(to_base(123456789, 36), 36), to_base(0, 5))
def strength(pw):
    kinds = [string.ascii_lowercase, string.ascii_uppercase, string.digits, string.punctuation]
    return sum(any(c in k for c in pw) for k in kinds)
print([strength(p) for p in ("abc", "Abc1", "Abc1!", "")])
mail = Template("Dear $name,\nyour balance is $$${amount}.\n")
for name, amount in (("Ann", "1.50"), ("Bob", 20)):
    print(mail.substitute(locals()), end="")
