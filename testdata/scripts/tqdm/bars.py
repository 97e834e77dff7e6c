# What bars write, under a clock that moves when it is told to.
import io
import sys
from tqdm import tqdm, trange
from tqdm.auto import tqdm as auto
from tqdm.contrib import tenumerate, tmap, tzip
from tqdm.contrib import itertools as titertools


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def steady(bar, clock):
    bar._time = clock
    bar.start_t = bar.last_print_t = clock()
    return bar


def show(what, out):
    text = out.getvalue()
    print(what)
    for line in text.split('\r'):
        print('  ', repr(line))
    out.seek(0)
    out.truncate()


out = io.StringIO()
clock = Clock()

bar = steady(tqdm(range(12), file=out, ncols=70, desc='steady'), clock)
for i in bar:
    clock.now += 0.04
show('iterate', out)

bar = steady(tqdm(range(12), file=out, ncols=70, mininterval=0, miniters=5), clock)
for i in bar:
    clock.now += 0.5
show('miniters', out)

bar = steady(tqdm(iter('abcd'), file=out, mininterval=0, miniters=1), clock)
for i in bar:
    clock.now += 2
show('unknown total', out)

bar = steady(tqdm(total=10, file=out, mininterval=0.1, miniters=1, smoothing=0, leave=False), clock)
print([bar.update(2), bar.n, bar.last_print_n])
clock.now += 1
print([bar.update(2), bar.n, bar.last_print_n])
clock.now += 0.05
print([bar.update(), bar.update(), bar.n])
clock.now += 0.06
print([bar.update(), bar.n, bar.update(-3), bar.n])
bar.close()
bar.update(5)
print(bar.n, bar.disable)
show('updates, not left', out)

with steady(tqdm(total=3, file=out, ascii=False, bar_format='{l_bar}{bar}| {n_fmt} {postfix}'), clock) as bar:
    bar.set_description('one')
    bar.set_description_str('two ', refresh=False)
    bar.set_postfix(b=1.23456789, a='text', c=10, d=[1])
    bar.set_postfix({'z': 1, 'y': 2.5}, x=3)
    bar.set_postfix_str('as it is')
    bar.set_postfix(refresh=False)
    bar.n = 2
    bar.refresh()
    bar.total = 4
    bar.refresh()
    bar.reset(total=8)
    bar.update(8)
show('settings', out)

bar = steady(tqdm(total=5, file=out, ncols=60, mininterval=0, miniters=0), clock)
clock.now += 10
bar.unpause()
clock.now += 1
bar.update()
bar.clear()
bar.display('a message')
bar.close()
show('pause', out)

outer = steady(tqdm(total=2, file=out, ncols=60, desc='outer', mininterval=0, miniters=1), clock)
inner = steady(tqdm(total=2, file=out, ncols=60, desc='inner', mininterval=0, miniters=1, leave=False), clock)
fixed = steady(tqdm(total=2, file=out, ncols=60, desc='fixed', position=4, leave=None), clock)
print(outer.pos, inner.pos, fixed.pos, len(tqdm._instances))
clock.now += 1
inner.update()
outer.update()
inner.close()
third = steady(tqdm(total=2, file=out, ncols=60, desc='third'), clock)
print(third.pos, sorted(b.pos for b in tqdm._instances))
third.close()
fixed.close()
outer.close()
print(len(tqdm._instances))
show('several', out)
with tqdm(total=2, file=out, bar_format='{n}') as bar:
    tqdm.write('a line', file=out)
    tqdm.write('no end', file=out, end='!')
    bar.write('from the bar', file=out)
    with tqdm.external_write_mode(file=out):
        out.write('direct\n')
    tqdm.write('elsewhere', file=io.StringIO())
show('write', out)

with tqdm(total=100, file=out, nrows=3) as a, tqdm(total=100, file=out, nrows=3) as b, tqdm(total=100, file=out, nrows=3) as c:
    pass
show('rows', out)

for i in tqdm(range(5), file=out, ncols=40, bar_format='{n}/{total}'):
    if i == 2:
        break
show('break', out)
try:
    for i in tqdm(range(5), file=out, bar_format='{n}/{total}'):
        1 / (2 - i)
except ZeroDivisionError as e:
    print(e)
show('raise', out)
for i, x in enumerate(tqdm('abcde', file=out, bar_format='{n}/{total}')):
    if i == 3:
        break
show('break of enumerate', out)

print(list(tqdm([3, 1, 2], file=out, disable=True)), repr(out.getvalue()))
print(list(tqdm([3, 1, 2], file=out, disable=None)), repr(out.getvalue()))
bar = tqdm(total=3, disable=True)
print(bar.n, bar.total, bar.disable, bar.update(2), bar.n, bar.format_dict['unit'], bar.pos)
bar.set_description('x', refresh=False)
bar.close()

print(list(trange(3, file=out, bar_format='{n}')), list(auto(range(2), file=out, bar_format='{n}')))
print(list(tenumerate('ab', start=5, file=out, bar_format='{n}')), list(tzip('ab', [1, 2], file=out, bar_format='{n}')))
print(list(tmap(lambda a, b: a + b, [1, 2], [3, 4], file=out, bar_format='{n}')))
print(len(list(titertools.product('ab', 'cd', file=out, bar_format='{n}/{total}'))))
show('wrappers', out)

bar = tqdm([1, 2, 3], file=out, bar_format='{n}')
print(len(bar), bool(bar), 2 in bar)
empty, unknown = tqdm(total=0, file=out, bar_format='{n}'), tqdm(file=out, bar_format='{n}')
print(bool(empty))
try:
    bool(unknown)
except TypeError as e:
    print(e)
bar.close()
empty.close()
unknown.close()
show('container', out)
try:
    tqdm(total=3, file=out, wrong=1)
except KeyError as e:
    print(type(e).__name__, e)
show('left', out)


class Steps(tqdm):
    def to(self, n, size=1, total=None):
        if total is not None:
            self.total = total
        return self.update(n * size - self.n)

    @property
    def format_dict(self):
        d = super().format_dict
        d['twice'] = d['n'] * 2
        return d


with Steps(file=out, mininterval=0, miniters=1, bar_format='{n}/{total} twice {twice}') as bar:
    for n in range(3):
        bar.to(n, 10, 20)
show('subclass', out)

with tqdm.wrapattr(io.BytesIO(b'x' * 5000), 'read', total=5000, file=out, mininterval=0, miniters=1, bar_format='{n_fmt}/{total_fmt}{unit}') as f:
    while f.read(2000):
        pass
show('wrapattr', out)

closed = io.StringIO()
bar = tqdm(total=3, file=closed, mininterval=0)
closed.close()
bar.update()
bar.close()
print('closed file', bar.n)

lock = tqdm.get_lock()
with lock:
    print(tqdm.get_lock() is lock)
bar = steady(tqdm(total=10**6, file=out, miniters=None, bar_format='{n}'), clock)
for k in range(1, 9):
    clock.now += 0.15
    bar.update(10 * k)
    print(bar.n, bar.last_print_n, '%.6f' % bar.miniters)
clock.now += 20
bar.update(1000)
print(bar.n, bar.last_print_n, '%.6f' % bar.miniters)
bar.close()
show('dynamic', out)
bar = steady(tqdm(total=4, file=out, initial=2, delay=1, bar_format='{n}'), clock)
bar.update()
show('delay', out)
clock.now += 2
bar.update()
bar.close()
show('after delay', out)
