# StopIteration by hand, in generators (RuntimeError), in next() and in for.
def gen_raises():
    yield 1
    raise StopIteration(5)


def gen_next():
    it = iter([1])
    while True:
        yield next(it)


def gen_returns():
    yield "a"
    return "value"


def wrapper():
    got = yield from gen_returns()
    print("got", got)


for g in (gen_raises(), gen_next()):
    try:
        print(list(g))
    except RuntimeError as e:
        print(e, "|", repr(e.__cause__), e.__cause__ is e.__context__)
g = gen_returns()
next(g)
try:
    next(g)
except StopIteration as e:
    print(e.value, e.args, repr(e))
print(list(wrapper()))
it = iter([1, 2])
for x in it:
    print(x, next(it, "none"))
try:
    next(it)
except StopIteration as e:
    print(e.value, str(e) == "", e.args)


class Stops:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration("ignored value")
        return self.n


print(list(Stops()), max(Stops()), [*Stops()], dict(zip("ab", Stops())))
try:
    [next(iter([])) for _ in range(2)]
except StopIteration:
    print("a list comprehension lets it through")
try:
    list(next(iter([])) for _ in range(2))
except RuntimeError as e:
    print("a generator expression does not:", e)
print(list(map(lambda x: next(iter(())), [1, 2])), "map stops quietly")
try:
    g = (x for x in [1])
    g.throw(StopIteration("thrown"))
except RuntimeError as e:
    print(e)
except StopIteration as e:
    print("unstarted generator:", e)
def catches():
    try:
        yield 1
    except StopIteration as e:
        yield "caught " + str(e)
c = catches()
next(c)
print(c.throw(StopIteration("in")))
