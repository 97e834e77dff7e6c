# C3 linearisation, super() with and without arguments, cooperative inheritance.
class Base:
    def __init__(self, **kw):
        self.trail = ["Base"]
        assert not kw, kw

    def who(self): return ["Base"]


class Left(Base):
    def __init__(self, *, left=1, **kw):
        super().__init__(**kw)
        self.left = left
        self.trail.append("Left")

    def who(self): return ["Left"] + super().who()


class Right(Base):
    def __init__(self, *, right=2, **kw):
        super(Right, self).__init__(**kw)
        self.right = right
        self.trail.append("Right")

    def who(self): return ["Right"] + super(Right, self).who()


class Both(Left, Right):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.trail.append("Both")

    def who(self): return ["Both"] + super().who()


b = Both(left=10, right=20)
print(b.trail, b.left, b.right, b.who())
print([c.__name__ for c in Both.__mro__], [c.__name__ for c in Both.mro()], Both.__bases__, Both.__base__.__name__)
print(super(Left, b).who(), super(Both, b).who(), super(Right, b).who(), Left.who(b), Right.who(b))


class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C, B): pass


for make in (lambda: type("F", (D, E), {}), lambda: type("G", (A, B), {}), lambda: type("H", (A, A), {}), lambda: type("I", (object, A), {})):
    try:
        make()
    except TypeError as e:
        print(str(e).replace("\n", " / "))


class O: pass
class X(O): pass
class Y(O): pass
class Z(O): pass
class K1(X, Y): pass
class K2(Y, Z): pass
class K3(X, Z): pass
class M(K1, K3, K2): pass


print([c.__name__ for c in M.__mro__])


class Parent:
    value = "parent"

    @classmethod
    def make(cls, *a): return cls.__name__, a

    @staticmethod
    def stat(): return "parent static"

    @property
    def prop(self): return "parent prop"

    def __getitem__(self, k): return ("item", k)

    def __len__(self): return 3


class Child(Parent):
    value = "child"

    @classmethod
    def make(cls, *a): return ("child",) + super().make(*a, "extra")

    @staticmethod
    def stat(): return "child over " + Parent.stat()

    @property
    def prop(self): return "child of " + super().prop

    def __getitem__(self, k): return super().__getitem__(k * 2)

    def __len__(self): return super().__len__() + 1

    def parent_value(self): return super().value

    def nested(self):
        def inner(): return super(Child, self).value
        return inner(), [super(Child, self).value for _ in range(1)]

    def missing(self): return super().nothing

    def setting(self):
        super().__setattr__("via_super", 1)
        return self.via_super


c = Child()
print(c.make(1), Child.make(), c.stat(), c.prop, c[3], len(c), c.parent_value(), c.nested(), c.setting())
try:
    c.missing()
except AttributeError as e:
    print(e)
print(repr(super(Child, c)).split(" at ")[0][:30], super(Child, c).__thisclass__.__name__, super(Child, Child).make(5))
try:
    super(Child, Parent())
except TypeError as e:
    print(str(e)[:60])
try:
    super()
except RuntimeError as e:
    print(e)
def outside(self): return super().x
try:
    outside(c)
except RuntimeError as e:
    print(e)
class Late(Parent):
    def __init__(this): super().__init__(); this.ok = this.value
print(Late().ok, Late.__mro__[1] is Parent, issubclass(Child, Parent), Child.__subclasses__(), [s.__name__ for s in Parent.__subclasses__()])
