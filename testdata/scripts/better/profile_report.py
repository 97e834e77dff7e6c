# cProfile samples here: CPython counts every call, and slows the program down for it.
import cProfile
import io
import os
import pstats
import tempfile
import time


def busy(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total


def slow():
    time.sleep(0.15)


def work():
    slow()
    end = time.perf_counter() + 0.15
    while time.perf_counter() < end:
        busy(2000)


out = io.StringIO()
with cProfile.Profile() as p:
    work()
s = pstats.Stats(p, stream=out).strip_dirs().sort_stats('cumulative')
s.print_stats()
lines = out.getvalue().splitlines()
print(lines[0].strip().split()[1:5], lines[2].strip())
print(lines[4])
by_name = {function[2]: entry for function, entry in s.stats.items()}
work_, slow_, busy_ = by_name['work'], by_name['slow'], by_name['busy']
print(work_[3] >= slow_[3] + busy_[3] - 0.05, 0.1 < slow_[3] < 5, slow_[2] < 0.1, busy_[3] > 0.05)
print(by_name['{built-in method time.sleep}'][2] > 0.1)
print([f[2] for f in s.get_print_list(['slow|busy|work'])][0])
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, 'out.prof')
    p.dump_stats(path)
    again = pstats.Stats(path, stream=out).strip_dirs()
    print(sorted(again.stats) == sorted(s.stats), round(again.total_tt, 6) == round(s.total_tt, 6))
print(cProfile.Profile().runcall(busy, 10))
cProfile.runctx('x = busy(5)', globals(), locals(), filename=os.devnull)
print(x)
for key in ('time', 'tottime', 'cumtime', 'ncalls', 'name', pstats.SortKey.LINE, 1, -1):
    s.sort_stats(key)
try:
    s.sort_stats('wrong')
except KeyError as e:
    print('KeyError', e)
