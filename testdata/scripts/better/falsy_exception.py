# CPython 3.13 loses an exception that is false in a boolean context.
from concurrent.futures import Future, ThreadPoolExecutor


class Falsy(Exception):
    def __bool__(self): return False
    def __len__(self): return 0


f = Future()
f.set_exception(Falsy("falsy"))
try:
    print("lost", f.result())
except Falsy as e:
    print("raised", e)


def fail():
    raise Falsy("in a task")


with ThreadPoolExecutor(1) as pool:
    g = pool.submit(fail)
    try:
        print("lost", g.result())
    except Falsy as e:
        print("raised", e, g.exception() is e)
