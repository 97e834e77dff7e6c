# Every way in which the parts of try, with and loops can leave, against CPython.

import itertools
def matrix():
    out = []
    def run(b, h, e, f, loop):
        log = []
        def inner():
            for i in range(2):
                log.append(i)
                try:
                    log.append("b")
                    if b == "raise": raise ValueError("b")
                    if b == "return": return "rb"
                    if b == "break": break
                    if b == "continue": continue
                except ValueError as ex:
                    log.append("h")
                    if h == "raise": raise KeyError("h")
                    if h == "return": return "rh"
                    if h == "break": break
                    if h == "continue": continue
                else:
                    log.append("e")
                    if e == "raise": raise KeyError("e")
                    if e == "return": return "re"
                    if e == "break": break
                    if e == "continue": continue
                finally:
                    log.append("f")
                    if f == "raise": raise IndexError("f")
                    if f == "return": return "rf"
                    if f == "break": break
                    if f == "continue": continue
                log.append("after")
            else:
                log.append("else")
            return "end"
        try:
            r = inner()
        except Exception as ex:
            r = (type(ex).__name__, str(ex), type(ex.__context__).__name__)
        return r, log
    acts = ["pass", "raise", "return", "break", "continue"]
    for c in itertools.product(acts, repeat=4):
        out.append((c, run(*c, True)))
    return out
for c, r in matrix(): print(c, r)

class M:
    def __init__(self, sup, log): self.sup, self.log = sup, log
    def __enter__(self): self.log.append("enter"); return self
    def __exit__(self, *a): self.log.append(("exit", a[0] and a[0].__name__)); return self.sup
def withs(act, sup, act2):
    log = []
    def inner():
        for i in range(2):
            with M(sup, log) as m:
                with M(False, log):
                    try:
                        if act == "raise": raise ValueError(1)
                        if act == "return": return i
                        if act == "break": break
                        if act == "continue": continue
                    finally:
                        if act2 == "raise": raise KeyError(2)
                        if act2 == "return": return -1
                        if act2 == "break": break
                        if act2 == "continue": continue
                log.append("in")
            log.append("out")
        else: log.append("else")
        return "end"
    try: r = inner()
    except Exception as e: r = repr(e), repr(e.__context__)
    return r, log
for a in ["pass", "raise", "return", "break", "continue"]:
    for s in (True, False):
        for b in ["pass", "raise", "return", "break", "continue"]:
            print(a, s, b, withs(a, s, b))
def gen(act):
    try:
        x = yield 1
        if x == "raise": raise ValueError("g")
        if x == "return": return 5
        y = yield 2
    except ValueError as e:
        z = yield repr(e)
    except GeneratorExit:
        print("exit"); raise
    finally:
        print("fin")
    try:
        yield from inner_gen()
    finally:
        print("fin2")
def inner_gen():
    try:
        r = yield "i1"
        print("r", r)
    except KeyError as e:
        yield "handled"
    return 7
for act in ["raise", "return", None]:
    g = gen(act); print(next(g))
    try:
        print(g.send(act)); print(next(g)); print(next(g)); print(g.throw(KeyError("k"))); print(next(g))
    except StopIteration as e: print("stop", e.value)
    g.close()
def nested():
    try:
        raise ValueError(1)
    except ValueError:
        try:
            raise KeyError(2)
        except KeyError as e:
            print(repr(e.__context__))
        try:
            {}["x"]
        except KeyError as e:
            print(repr(e.__context__))
        def f():
            raise
        try: f()
        except ValueError as e: print("reraised", e, e.__context__)
nested()
def loopvars():
    res = []
    for i in range(3):
        try:
            v = 10 // i
        except ZeroDivisionError:
            v = None
        else:
            w = v
        res.append(v)
    return res, w
print(loopvars())
def dels():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
    x = 2
    def g(): return x
    del x
    try: g()
    except NameError as e: print(type(e).__name__, e)
dels()
def walrus(xs):
    if (n := len(xs)) > 2 and (m := n * 2) > 5: print(n, m)
    print([y for x in xs if (y := x * 2) > 2], y)
    while (k := len(xs)) and xs.pop(): pass
    print(k, (a := 1) + (b := 2), a, b)
    f = lambda q: (z := q) + z
    print(f(3))
walrus([1, 2, 3])
