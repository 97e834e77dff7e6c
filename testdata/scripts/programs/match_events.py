"""Event stream processed by match statements, generators, itertools and contextvars in worker threads."""
import collections
import contextvars
import dataclasses
import enum
import itertools as it
import json
import queue
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import KW_ONLY, InitVar, dataclass, field
from functools import cached_property, partial, partialmethod, reduce, singledispatch, singledispatchmethod

request_id = contextvars.ContextVar("request_id", default="-")


class Level(enum.Enum):
    LOW, HIGH = 1, 2

    def __str__(self):
        return self.name.lower()


@dataclass
class Click:
    x: int
    y: int
    _: KW_ONLY
    button: str = "left"
    __match_args__ = ("x", "y")


@dataclass(frozen=True)
class Key:
    name: str
    mods: frozenset = frozenset()


@dataclass
class Session:
    user: str
    raw: InitVar[str] = ""
    events: list = field(default_factory=list, repr=False)
    total: int = field(init=False, default=0)

    def __post_init__(self, raw):
        self.events.extend(parse(raw))
        self.total = len(self.events)

    @cached_property
    def summary(self):
        print("computing", self.user)
        return collections.Counter(type(e).__name__ for e in self.events)


def parse(raw):
    for tok in raw.split():
        if m := re.match(r"c(\d+),(\d+)(!)?$", tok):
            yield Click(int(m[1]), int(m[2]), button="right" if m[3] else "left")
        elif m := re.match(r"k(?P<mods>[\^+]*)(?P<key>\w+)$", tok):
            yield Key(m["key"], frozenset({"^": "ctrl", "+": "shift"}[c] for c in m["mods"]))
        elif tok[:1] in "{[":
            yield json.loads(tok)
        else:
            yield tok


def describe(ev):
    match ev:
        case Click(0, 0):
            return "corner"
        case Click(x, y, button="right") if x == y:
            return f"diagonal right {x}"
        case Click(x=x, button=b):
            return f"{b} at x={x}"
        case Key("q" | "quit", mods=m) if "ctrl" in m:
            return "quit"
        case Key(name=n, mods=m):
            return "+".join([*sorted(m), n])
        case {"type": "scroll", "by": int() | float() as d, **rest}:
            return f"scroll {d:+} {rest}"
        case {"level": 1 | 2 as n}:
            return f"level {Level(n)}"
        case [x]:
            return f"one {x}"
        case [("add" | "mul") as op, *nums] if nums:
            return f"{op} {reduce({'add': int.__add__, 'mul': int.__mul__}[op], nums)}"
        case [first, *_, last]:
            return f"from {first} to {last}"
        case str(s) if s.isdigit():
            return f"number {int(s):,}"
        case "" | None:
            return "nothing"
        case _:
            return f"? {ev!r}"


@singledispatch
def cost(ev):
    return 1


@cost.register
def _(ev: Click):
    return 2 + (ev.button == "right")


@cost.register(Key)
@cost.register(str)
def _(ev):
    return 3


class Machine:
    table = {("idle", "start"): "run", ("run", "pause"): "hold", ("hold", "start"): "run", ("run", "stop"): "idle"}

    def __init__(self):
        self.state, self.trail = "idle", []

    def fire(self, ev, strict=False):
        match self.table.get((self.state, ev)):
            case None if strict:
                raise RuntimeError(f"no {ev} in {self.state}")
            case None:
                pass
            case new:
                self.trail.append(f"{self.state}->{new}")
                self.state = new
        return self

    start = partialmethod(fire, "start")
    stop = partialmethod(fire, "stop", strict=True)


def windowed(seq, n):
    d = collections.deque(maxlen=n)
    for x in seq:
        d.append(x)
        if len(d) == n:
            yield tuple(d)


def averager():
    total = n = 0
    avg = None
    while True:
        try:
            x = yield avg
        except ValueError as e:
            avg = f"reset by {e}"
            total = n = 0
            continue
        if x is None:
            return f"final {total / n if n else 0:.2f}"
        total, n = total + x, n + 1
        avg = total / n


def handle(name, raw):
    token = request_id.set(name)
    try:
        s = Session(name, raw)
        return [f"{request_id.get()}:{describe(e)}:{cost(e)}" for e in s.events]
    finally:
        request_id.reset(token)


def main():
    inputs = {"ann": "c0,0 c3,3! c4,5 k^quit k^+x kz", "bob": '{"type":"scroll","by":-2,"dx":1} {"level":2} [7] ["add",1,2,3] [1,2,3] 123456 hmm',
              "eve": '["mul",4,5] {"level":3} []'}
    with ThreadPoolExecutor(3, initializer=request_id.set, initargs=("init",)) as ex:
        for lines in ex.map(handle, inputs, inputs.values()):
            print(*lines, sep="\n")
        print(set(ex.map(lambda _: request_id.get(), range(3))), request_id.get())
    s = Session("zoe", "c1,2 ka kb")
    print(s.summary, s.summary is s.summary, s, dataclasses.asdict(s)["events"][0])
    ctx = contextvars.copy_context()
    print(ctx.run(lambda: (request_id.set("inner"), request_id.get())[1]), request_id.get(), request_id in ctx)
    m = Machine().start().fire("pause").fire("nope").start().stop()
    print(m.state, m.trail)
    try:
        m.stop()
    except RuntimeError as e:
        print(e)
    g = averager(); next(g)
    print(g.send(10), g.send(20), g.throw(ValueError("x")), g.send(5))
    try:
        g.send(None)
    except StopIteration as e:
        print(e.value)
    print(list(windowed(range(5), 3)), list(it.batched("abcdefg", 3)), list(it.pairwise([1, 4, 9])))
    print(list(it.zip_longest("ab", "c", fillvalue="-")), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress("abcd", [1, 0, 1])),
          list(it.takewhile(lambda x: x < 3, it.count())), list(it.dropwhile(str.islower, "abCd")), [(k, len([*v])) for k, v in it.groupby("aabc")], list(it.combinations("abc", 2))[:2], len(list(it.permutations(range(4)))), list(it.product([0, 1], repeat=2)), list(it.filterfalse(None, [0, 1, ""])), list(it.chain([1], [2])), next(it.islice(it.cycle("xy"), 3, None)))
    try:
        Key("a").name = "b"
    except dataclasses.FrozenInstanceError as e:
        print(type(e).__name__, e)
    try:
        Click(1)
    except TypeError as e:
        print(e)
    try:
        Click(1, 2, "left")
    except TypeError as e:
        print(e)
    data = {"a": [1, {"b": "c"}]}
    print(f"{data['a'][1]["b"]!r:>6}|{ {k: v for k, v in data.items()} }|{'nested ' + f'{1 + 1:0{2 + 1}d}'}|{3.14159:{'.'}{2}f}|{data=!s:.12}")


if __name__ == "__main__":
    main()
