# send, throw, close, return values and the states of generators.
def averager():
    total, count = 0.0, 0
    average = None
    while True:
        term = yield average
        if term is None:
            break
        total += term
        count += 1
        average = total / count
    return count, average


g = averager()
print(next(g), g.send(10), g.send(30), g.send(5))
try:
    g.send(None)
except StopIteration as e:
    print("result", e.value)
print(next(g, "exhausted"))

g = averager()
try:
    g.send(1)
except TypeError as e:
    print(e)


def resilient():
    n = 0
    while True:
        try:
            n += 1
            got = yield n
            print("got", got)
        except ValueError as e:
            print("caught", e)
            n = 100
        except GeneratorExit:
            print("closing at", n)
            raise
        finally:
            print("tick")


r = resilient()
print(next(r))
print(r.send("hello"))
print(r.throw(ValueError("bad")))
print(r.throw(ValueError))
r.close()
r.close()
try:
    next(r)
except StopIteration as e:
    print("stopped", e.value)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)


def leaky():
    yield 1
    raise StopIteration("oops")


try:
    list(leaky())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as e:
    print(e)

unstarted = averager()
try:
    unstarted.throw(KeyError("early"))
except KeyError as e:
    print("early", e, next(unstarted, "finished"))
try:
    averager().throw(3)
except TypeError as e:
    print(e)
print(type(g), callable(g), iter(g) is g, hasattr(g, "__next__"), g.__name__)
