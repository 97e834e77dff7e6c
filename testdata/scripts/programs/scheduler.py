"""A dependency scheduler: topological order, priorities, cancellation of dependants."""
from __future__ import annotations

import heapq
import itertools
import threading
from collections import deque
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import Callable, Generic, Iterable, NamedTuple, Protocol, TypeVar, runtime_checkable

T = TypeVar("T")


class CycleError(ValueError):
    pass


@runtime_checkable
class Runnable(Protocol):
    name: str

    def __call__(self, inputs: dict) -> object: ...


class Job(Generic[T]):
    __slots__ = ("name", "fn", "needs", "prio", "__weakref__")

    def __init__(self, name: str, fn: Callable[..., T], needs: Iterable[str] = (), prio: int = 0):
        self.name, self.fn, self.needs, self.prio = name, fn, tuple(needs), prio

    def __call__(self, inputs):
        return self.fn(*(inputs[n] for n in self.needs))

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, needs={self.needs})"


class Outcome(NamedTuple):
    name: str
    value: object = None
    error: BaseException | None = None

    @property
    def ok(self) -> bool:
        return self.error is None


class Graph(dict[str, Job]):
    def add(self, name, *needs, prio=0):
        def deco(fn):
            if name in self:
                raise KeyError(f"duplicate job {name!r}")
            self[name] = Job(name, fn, needs, prio)
            return fn
        return deco

    def order(self) -> list[str]:
        degree = {n: len(j.needs) for n, j in self.items()}
        for j in self.values():
            if unknown := set(j.needs) - self.keys():
                raise LookupError(f"{j.name} needs unknown {', '.join(sorted(unknown))}")
        seq = itertools.count()
        ready = [(-self[n].prio, next(seq), n) for n, d in degree.items() if not d]
        heapq.heapify(ready)
        out = []
        while ready:
            *_, n = heapq.heappop(ready)
            out.append(n)
            for m, j in self.items():
                if n in j.needs:
                    degree[m] -= 1
                    if degree[m] == 0:
                        heapq.heappush(ready, (-j.prio, next(seq), m))
        if len(out) != len(self):
            raise CycleError("cycle among: " + ", ".join(sorted(self.keys() - set(out))))
        return out


class Scheduler:
    def __init__(self, workers=3):
        self.pool = ThreadPoolExecutor(workers, thread_name_prefix="sched")
        self.log, self.lock = deque(maxlen=50), threading.RLock()

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.pool.shutdown(wait=True, cancel_futures=True)
        return False

    def run(self, graph: Graph) -> dict[str, Outcome]:
        futures: dict[str, Future] = {}

        def call(job):
            inputs = {}
            for n in job.needs:
                try:
                    inputs[n] = futures[n].result()
                except CancelledError:
                    raise
                except Exception as e:
                    raise RuntimeError(f"{job.name} skipped") from e
            return job(inputs)

        for n in graph.order():
            futures[n] = self.pool.submit(call, graph[n])
            futures[n].add_done_callback(lambda f, n=n: self.log.append(n))
        results = {}
        for n, f in futures.items():
            err = f.exception()
            results[n] = Outcome(n, None if err else f.result(), err)
        return results


def main():
    g = Graph()
    g.add("load")(lambda: list(range(10)))
    g.add("square", "load")(lambda xs: [x * x for x in xs])
    g.add("sum", "square", prio=2)(sum)
    g.add("broken", "load")(lambda xs: xs[100])
    g.add("after", "broken", "sum")(lambda a, b: a + b)
    g.add("last", "after")(print)

    @g.add("report", "sum", "load")
    def report(total, xs):
        return f"{total=} {len(xs)=} {max(xs):>5}|{total:^9}|{total/3:.3e}"

    print(g.order())
    print(isinstance(g["load"], Runnable), g["after"], Job[int])
    with Scheduler() as s:
        res = s.run(g)
    for name, o in res.items():
        chain, e = [], o.error
        while e:
            chain.append(f"{type(e).__name__}: {e}")
            e = e.__cause__
        print(f"{name:8} {'ok ' if o.ok else 'ERR'} {o.value if o.ok else ' <- '.join(chain)}")
    print(sorted(s.log) == sorted(g))
    with suppress(RuntimeError):
        s.pool.submit(print)
        print("unreachable")
    g.add("x", "y")(id); g.add("y", "x")(id)
    try:
        g.order()
    except CycleError as e:
        print(e)
    del g["y"]
    try:
        g.order()
    except LookupError as e:
        print(type(e).__mro__[1].__name__, e)
    try:
        g.add("x")(id)
    except KeyError as e:
        print("KeyError", e, e.args)


main()
