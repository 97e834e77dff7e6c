# global, nonlocal, closures over loop variables, and names that become local.
x = "module"


def reads():
    return x


def shadows():
    x = "local"
    return x, reads()


def rebinds():
    global x, made_here
    x = "rebound"
    made_here = [1]


print(reads(), shadows())
rebinds()
print(x, made_here)


def bank(balance=0):
    def deposit(n):
        nonlocal balance
        balance += n
        return balance

    def audit():
        def inner():
            nonlocal balance
            balance *= 2
            return balance
        return inner()

    return deposit, audit, lambda: balance


d, a, b = bank(5)
print(d(10), a(), b(), d(1), b())


def local_too_late():
    print(x)
    x = 1


try:
    local_too_late()
except UnboundLocalError as e:
    print(e)


def free_too_early():
    def show():
        return later
    try:
        show()
    except NameError as e:
        print(e)
    later = 3
    return show()


print(free_too_early())
print([f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])

fs = []
for i in range(3):
    def f(): return i
    fs.append(f)
i = "changed"
print([f() for f in fs])


def deleted():
    y = 1
    del y
    return y


try:
    deleted()
except UnboundLocalError as e:
    print(e)


class C:
    x = "class"
    y = [x for _ in range(2)]

    def method(self):
        return x


print(C.y, C().method())


def outer():
    x = "outer"

    class D:
        nonlocal x
        x = "changed by class body"
        seen = x
    return x, D.seen, hasattr(D, "x")


print(outer())


def conditional(flag):
    if flag:
        global x
    x = "cond"


conditional(False)
print(x)
del x
try:
    reads()
except NameError as e:
    print(e)
