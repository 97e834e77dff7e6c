# CPython pickles functions by name: here lambdas, closures, classes and what exec made run in process and interpreter pools.
import collections
import dataclasses
import enum
import functools
import threading
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor

K = 10
STATE = 'unset'


def helper(x):
    return x + K


def scaled(x):
    return helper(x) * 2


class Animal:
    sound = 'none'

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f'{self.name} says {self.sound}'


class Dog(Animal):
    sound = 'woof'

    def speak(self):
        return super().speak() + '!'

    @staticmethod
    def static(x):
        return helper(x)

    @classmethod
    def make(cls, name):
        return cls(name)

    @property
    def loud(self):
        return self.name.upper()


class Color(enum.Enum):
    RED = 1
    BLUE = 2

    def describe(self):
        return self.name.lower()


@dataclasses.dataclass
class Account:
    owner: str
    amounts: list[int] = dataclasses.field(default_factory=list)

    def total(self):
        return sum(self.amounts)


Pair = collections.namedtuple('Pair', 'left right')


class Difficult(Exception):
    def __init__(self, code, text):
        super().__init__(f'{code}: {text}')
        self.code = code


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def traced(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        return f.__name__, f(*args, **kwargs)
    return wrapper


@traced
def decorated(x):
    return x


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


def counter(step):
    count = 0

    def inner(x):
        nonlocal count
        count += step
        return x * step + count
    return inner


def numbers(n):
    for i in range(n):
        yield i * K


def remember(v):
    global STATE
    STATE = v


def recall():
    return STATE


def difficult():
    raise Difficult(7, 'seven')


def cause():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError('outer') from e


def printing(n):
    for i in range(n):
        print('line', i)
    return n


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for make in (InterpreterPoolExecutor, ProcessPoolExecutor):
    print(make.__name__)
    with make(1) as pool:
        call = lambda f, *args, **kwargs: pool.submit(f, *args, **kwargs).result()
        print(call(scaled, 5), list(pool.map(scaled, range(4))), call(lambda x, y=3: x * y + K, 4))
        dog = Dog('rex')
        print(call(dog.speak), call(Dog.static, 1), call(Dog.make, 'ann').speak())
        back = call(lambda d: d, dog)
        print(type(back) is Dog, back.loud, isinstance(back, Animal), call(lambda: Dog) is Dog)
        print(call(lambda c: c, Color.RED) is Color.RED, call(Color.BLUE.describe), call(lambda: [c.name for c in Color]))
        print(call(lambda a: a.total(), Account('x', [1, 2])), call(lambda a: a, Account('y', [3])))
        print(call(lambda p: p._replace(left=9), Pair(1, 2)), type(call(lambda p: p, Pair(1, 2))) is Pair)
        print(call(fib, 40), call(decorated, 3), call(even, 10), call(counter(3), 5), call(lambda: list(numbers(3))))
        print(call(functools.partial(pow, 2), 10), call('abc'.upper), call(str.upper, 'x'), call(sum, [1, 2, 3]))
        for i in range(2):
            print([f.result() for f in [pool.submit((lambda k: lambda: k * 10)(i)) for i in range(3)]])
        call(remember, 'set')
        print(call(recall), STATE)
        try:
            call(difficult)
        except Difficult as e:
            print('Difficult', e, e.code, type(e.__cause__).__name__, 'Difficult: 7: seven' in str(e.__cause__))
        try:
            call(cause)
        except ValueError as e:
            print(repr(e), 'ZeroDivisionError' in str(e.__cause__))
        loop = [1]
        loop.append(loop)
        a, b = call(lambda v: (v, v), loop)
        print(a is b, a[1] is a)
        print(call(printing, 2))
        show(call, numbers, 3)
        show(call, print, threading.Lock())
        show(call, 5)
        scope = {}
        exec('N = 5\ndef g(): return 1\ndef f(): return g() + N\nclass A:\n  v = "old"\ndef mk(): return A()', scope)
        print(call(scope['f']), call(scope['mk']).v)
        exec('N = 6\ndef g(): return 2\nclass A:\n  v = "new"', scope)
        print(call(scope['f']), call(scope['mk']).v, type(call(scope['mk'])) is scope['A'])
