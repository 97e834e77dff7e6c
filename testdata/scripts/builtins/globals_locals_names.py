# globals(), locals(), vars() and dynamic names.
import sys
x = 1
g = globals()
g["dynamic"] = 5
print(dynamic, g["x"], "g" in g, g["__name__"], g is globals(), isinstance(g, dict), vars() is globals(), sys.modules["__main__"].x)
del g["dynamic"]
try:
    dynamic
except NameError as e:
    print(e)


def f(a, b=2, *args, **kw):
    c = a + b
    snapshot = locals()
    d = 1
    return snapshot, sorted(locals())


print(f(1), f(1, 2, 3, k=4)[1])


def nested():
    outer = 1

    def inner(p):
        return outer, sorted(locals()), "outer" in globals()
    return inner(5)


print(nested())


class C:
    a = 1
    names = sorted(n for n in locals() if not n.startswith("__"))
    def m(self): return sorted(locals())


print(C.names, C().m(), [k for k in vars(C) if not k.startswith("_")])
for name in ("alpha", "beta"):
    globals()[f"get_{name}"] = lambda name=name: name.upper()
print(get_alpha(), get_beta())
print({k: v for k, v in globals().items() if k.startswith("x")}, "print" in globals())


def modify():
    globals()["x"] = 99
    global made
    made = "made"


modify()
print(x, made, __name__, __doc__)
print([n for n in dir() if n in ("x", "f", "C", "zzz")], callable(globals))
def shadow(print=print, len=lambda v: "shadowed"):
    print(len([1]))
shadow()
list = [1, 2]
try:
    list("ab")
except TypeError as e:
    print(e)
del list
print(list("ab"))
max = 5
print(max)
del max
print(max(1, 2))
