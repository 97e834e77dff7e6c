# assert with and without a message, evaluated lazily; pass and expression statements.
def check(f):
    try:
        f()
    except AssertionError as e:
        print(type(e).__name__, repr(str(e)), e.args)
    else:
        print("passed")


def plain(x): assert x
def message(x): assert x, "x must be true, got %r" % (x,)
def tuple_message(): assert False, ("a", 1)
def lazy(): assert True, 1 / 0
def expr(): assert 1 + 1 == 3, f"{1 + 1=}"
def none_message(): assert 0, None
def exc_message(): assert [], ValueError("inner")


for f in (lambda: plain(1), lambda: plain([]), lambda: message(0), lambda: message("ok"), tuple_message, lazy, expr, none_message, exc_message):
    check(f)
try:
    assert 0, 1 / 0
except ZeroDivisionError as e:
    print("message failed:", e)


def stub(): pass
def ellipsis(): ...
class Empty: pass
class Dots: ...


print(stub(), ellipsis(), Empty.__name__, Dots.__name__, ..., type(...), Ellipsis is ...)
for _ in range(2): pass
while False: pass
if True: pass
else: pass
try: pass
finally: pass
with open("f.txt", "w") as fh: pass
"a string statement"
42
[print("side effect")]
print("x") if True else None
not True
-5
lambda: 1 / 0


def documented():
    "first string is the docstring"
    "second is not"
    return documented.__doc__


print(documented())


def nodoc():
    f"not a docstring"


print(nodoc.__doc__)


def validate(age):
    assert isinstance(age, int), "age must be int, not " + type(age).__name__
    assert 0 <= age < 150, "age out of range: {}".format(age)
    return age


for a in (5, "x", 200):
    check(lambda: validate(a))
