# What pickle carries, and what it refuses in which words.
import collections
import io
import pickle
import queue
import sys
import threading


class Plain:
    def __init__(self):
        self.x = 1

    def method(self):
        return self.x


class Slotted:
    __slots__ = ('a', 'b')


class Stateful:
    def __init__(self):
        self.a = 1
        self.lock = threading.Lock()

    def __getstate__(self):
        state = dict(self.__dict__)
        del state['lock']
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = 'new'


class NewArgs:
    def __new__(cls, v):
        self = super().__new__(cls)
        self.v = v
        return self

    def __getnewargs__(self):
        return (self.v + 1,)

    def __getstate__(self):
        return None


class MyList(list):
    pass


class Reduced:
    def __init__(self, v):
        self.v = v

    def __reduce__(self):
        return Reduced, (self.v * 2,), {'extra': 'state'}


class BadReduce:
    def __init__(self, r):
        self.r = r

    def __reduce__(self):
        return self.r


Point = collections.namedtuple('Point', 'x y', defaults=[7])


def generator():
    yield 1


def outer():
    def inner():
        pass

    class Local:
        pass
    return inner, Local


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__module__, type(e).__qualname__, e)


def copy(v):
    return pickle.loads(pickle.dumps(v))


for v in [None, True, 0, -1, 2**31, -2**63, 2**64, -10**40, 1.5, float('inf'), -0.0, 1j, 'é\U0001f600', '', b'\x00\xff', bytearray(b'ab'),
          ..., NotImplemented, range(3, 10, 2), range(2**70), slice(1, None, 'x'), [1, [2]], (), (1,), {'a': {'b': (1, 2)}}, set(),
          frozenset([3]), int, ValueError, type(None), len, str.upper, Plain, outer.__class__ is None, Point(1), Point]:
    w = copy(v)
    print(repr(w)[:60] if not callable(v) else (w is v or w() == v()), type(w) is type(v), w == v)

x = [1]
x.append(x)
y = copy(x)
print(y[1] is y)
t = ([],)
t[0].append(t)
y = copy(t)
print(y[0][0] is y)
shared = {}
y = copy([shared, shared, {'k': shared}])
print(y[0] is y[1], y[2]['k'] is y[0])
p = Plain()
p.me = p
q = copy(p)
print(q.me is q, q.x, q.method(), copy(p.method)())
s = Slotted()
s.a = 5
print(copy(s).a, hasattr(copy(s), 'b'))
print(sorted(copy(Stateful()).__dict__.items()))
print(copy(NewArgs(4)).v)
m = MyList([1, 2])
m.name = 'n'
m.append(m)
n = copy(m)
print(type(n).__name__, n[:2], n.name, n[2] is n)
r = copy(Reduced(3))
print(r.v, r.extra)
print(copy(collections.deque([1, 2], 5)), copy(collections.Counter('aab')), copy(collections.OrderedDict(a=1)), copy(collections.defaultdict(list, {1: [2]})))
e = copy(ValueError('x', 2))
print(repr(e), e.__cause__, e.__traceback__)
e = copy(FileNotFoundError(2, 'No such file', 'f'))
print(repr(e), e.filename, e.errno, e.strerror)

for v in [threading.Lock(), threading.RLock(), generator(), (i for i in ()), sys, threading.Event(), threading.Condition(),
          threading.Semaphore(), queue.Queue(), queue.SimpleQueue(), threading.local(), memoryview(b'1'), {}.keys(), {}.values(), {}.items()]:
    show(lambda: pickle.dumps(v))
show(lambda: pickle.dumps(outer()[0]))
show(lambda: pickle.dumps(outer()[1]()))
for r in [5, (1, 2, 3, 4, 5, 6, 7), (1, 2), (int, 2)]:
    show(lambda: pickle.dumps(BadReduce(r)))
Renamed = Plain
class Plain:
    pass
show(lambda: pickle.dumps(Renamed()))
del Plain
show(lambda: pickle.dumps(Renamed()))
deep = []
for i in range(100000):
    deep = [deep]
show(lambda: pickle.dumps(deep))
while deep:
    deep = deep[0]
show(lambda: pickle.loads(b''))
show(lambda: pickle.loads(1))
show(lambda: pickle.load(1))
show(lambda: pickle.dump(1, 1))
show(lambda: pickle.dumps(1, 99))
show(lambda: pickle.loads(pickle.dumps([1, 2, 3])[:-3]))
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL)
print([c.__name__ for c in pickle.PicklingError.__mro__], issubclass(pickle.UnpicklingError, pickle.PickleError))
f = io.BytesIO()
for v in ([1, 2], 'text', {'k': None}):
    pickle.dump(v, f)
f.seek(0)
print(pickle.load(f), pickle.load(f), pickle.load(f))
show(lambda: pickle.load(f))
