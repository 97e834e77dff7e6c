# Identifiers, keywords as attribute-like names, soft keywords, underscore names.
größe = 5
π = 3.14
名前 = "name"
_ = "underscore"
__x__ = 1
Ünïcödé_1 = [größe]
print(größe, π, 名前, _, __x__, Ünïcödé_1)


def функция(параметр=1, *, 値=2):
    return параметр + 値


print(функция(値=10), функция(3))
print({"größe": größe}["größe"], f"{größe=} {π:.1f}")


class Étudiant:
    âge = 20

    def saluer(self): return f"{self.âge} {type(self).__name__}"


print(Étudiant().saluer(), getattr(Étudiant, "âge"))
match = case = type = _type = 1
print(match, case, type, match + case)
match.real
match = [1, 2]
match[0] = 5
print(match, match[0])
def case(x): return x * 2
print(case(4))
print = print
print(soft := "soft")
def f(match, case=2, *type, **_): return match, case, type, _
print(f(1), f(1, 2, 3, x=4))
ﬁ = "ligature"
print(fi)
try:
    undefined_π
except NameError as e:
    print(e)
nonascii_str = "ключ"
print({nonascii_str: 1}, [nonascii_str], repr(nonascii_str), ascii(nonascii_str))
ª = 1
print(a)
True_ = 1
None_, _True = 2, 3
print(True_, None_, _True)
class async_: await_ = 5
print(async_.await_)
