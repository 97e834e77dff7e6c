# The texts of bars: every argument of format_meter, and the numbers in them.
from tqdm import tqdm

cases = [
    dict(n=0, total=10, elapsed=0),
    dict(n=3, total=10, elapsed=1.5),
    dict(n=10, total=10, elapsed=2),
    dict(n=11, total=10, elapsed=2),
    dict(n=10.4, total=10, elapsed=2),
    dict(n=0, total=0, elapsed=0),
    dict(n=5, total=None, elapsed=3),
    dict(n=5, total=float('inf'), elapsed=3),
    dict(n=1, total=1000, elapsed=13.37),
    dict(n=231, total=1000, elapsed=392),
    dict(n=10000, total=1000, elapsed=13),
    dict(n=1, total=3, elapsed=100000),
    dict(n=1, total=3, elapsed=3725, prefix='work'),
    dict(n=1, total=3, elapsed=3725, prefix='work: '),
    dict(n=1, total=None, elapsed=3725, prefix='work'),
    dict(n=1, total=None, elapsed=3725, prefix='work: '),
    dict(n=20, total=100, elapsed=12, ncols=0),
    dict(n=20, total=100, elapsed=12, ncols=1),
    dict(n=20, total=100, elapsed=12, ncols=14, bar_format=r'{l_bar}{bar}|{n_fmt}/{total_fmt}'),
    dict(n=20, total=100, elapsed=12, ncols=30),
    dict(n=20, total=100, elapsed=12, ncols=81),
    dict(n=23, total=100, elapsed=12, ncols=120, ascii=True),
    dict(n=23, total=100, elapsed=12, ncols=120, ascii=' .oO0'),
    dict(n=23, total=100, elapsed=12, ncols=120, ascii=' .'),
    dict(n=23, total=None, elapsed=12, ncols=12),
    dict(n=20, total=100, elapsed=12, ncols=80, unit='files'),
    dict(n=2000, total=3141592, elapsed=12, unit='B', unit_scale=True),
    dict(n=2000, total=3141592, elapsed=12, unit='B', unit_scale=True, unit_divisor=1024),
    dict(n=2000, total=None, elapsed=12, unit='B', unit_scale=1),
    dict(n=2, total=30, elapsed=1200, unit='B', unit_scale=True),
    dict(n=2, total=30, elapsed=12, unit_scale=100),
    dict(n=2, total=30, elapsed=12, unit_scale=0.25),
    dict(n=2, total=30, elapsed=12, rate=0.1),
    dict(n=2, total=30, elapsed=12, rate=1e9, unit_scale=True),
    dict(n=2, total=30, elapsed=12, rate=0),
    dict(n=2, total=30, elapsed=12, initial=2),
    dict(n=12, total=30, elapsed=12, initial=2),
    dict(n=12, total=30, elapsed=12, postfix='loss=0.1'),
    dict(n=12, total=30, elapsed=12, postfix=''),
    dict(n=12, total=30, elapsed=12, postfix=['not', 'text']),
    dict(n=12, total=30, elapsed=12, postfix=('p', 1), bar_format='{postfix[0]}|{bar}|'),
    dict(n=12, total=30, elapsed=12, colour='green'),
    dict(n=12, total=30, elapsed=12, colour='#00ff88', ncols=60),
    dict(n=12, total=30, elapsed=12, bar_format='{desc}: {bar}{r_bar}'),
    dict(n=12, total=30, elapsed=12, bar_format='{desc}: {bar}{r_bar}', prefix='x'),
    dict(n=12, total=30, elapsed=12, bar_format='{l_bar}'),
    dict(n=12, total=30, elapsed=12, bar_format='{l_bar}', ncols=3),
    dict(n=12, total=30, elapsed=12, bar_format='[{bar:20}]', ncols=60),
    dict(n=12, total=30, elapsed=12, bar_format='[{bar:-20}]', ncols=60),
    dict(n=12, total=30, elapsed=12, bar_format='[{bar:20a}] [{bar:5u}] [{bar:b}]', ncols=60),
    dict(n=12, total=30, elapsed=12, bar_format='[{bar}] [{bar:-10b}]', ncols=40),
    dict(n=12, total=30, elapsed=12, bar_format='{percentage:6.2f} {n} {total} {elapsed} {elapsed_s:.1f} {remaining} {remaining_s:.2f}'),
    dict(n=12, total=30, elapsed=12, bar_format='{rate:.3f} {rate_fmt} {rate_noinv:.2f} {rate_noinv_fmt} {rate_inv:.2f} {rate_inv_fmt}'),
    dict(n=3, total=30, elapsed=12, bar_format='{rate:.3f} {rate_fmt} {rate_noinv:.2f} {rate_noinv_fmt} {rate_inv:.2f} {rate_inv_fmt}'),
    dict(n=12, total=None, elapsed=12, bar_format='{l_bar}{bar}{r_bar}'),
    dict(n=12, total=None, elapsed=12, bar_format='{l_bar}{bar:20}{r_bar}', ncols=70),
    dict(n=12, total=None, elapsed=12, bar_format='{percentage} {n_fmt}'),
    dict(n=12, total=30, elapsed=12, prefix='日本語', ncols=50),
    dict(n=12, total=30, elapsed=12, prefix='日本語日本語日本語', ncols=12),
    dict(n=12, total=30, elapsed=12, prefix='\x1b[31mred\x1b[0m', ncols=50),
    dict(n=12, total=30, elapsed=12, prefix='\x1b[31mred\x1b[0m', ncols=7),
    dict(n=12, total=30, elapsed=12, bar_format='{extra} {n}', extra='given'),
    dict(n=2**70, total=2**71, elapsed=12),
    dict(n=0.5, total=1.5, elapsed=12),
    dict(n=-1, total=None, elapsed=12),
]
for case in cases:
    print(repr(tqdm.format_meter(**case)), sorted(case.items(), key=lambda kv: kv[0])[:2])

for width in (1, 7, 10, 23):
    for n in (0, 1, 5, 13, 50, 87, 99, 100):
        print(tqdm.format_meter(n, 100, 1, bar_format='{bar:%d}|' % width), end='')
        print(tqdm.format_meter(n, 100, 1, bar_format='{bar:%da}|' % width))

try:
    tqdm.format_meter(1, 2, 3, bar_format='{nothing}')
except KeyError as e:
    print('KeyError', e)
try:
    tqdm.format_meter(1)
except TypeError as e:
    print('TypeError')

for x in (0, 1, 9.994, 9.995, 99.94, 99.95, 999.4, 999.5, 1000, 12345, 1e6, 1e9, 1e12, 1e15, 1e18, 1e21, 1e24, 1e27, -5, -12345):
    print(tqdm.format_sizeof(x), tqdm.format_sizeof(x, 'B', 1024), end='; ')
print()
for x in (0, 1, 59, 60, 61, 3599, 3600, 86400, 360000, 59.99, -1, -61, -3661):
    print(tqdm.format_interval(x), end=' ')
print()
for x in (0, 1, 12, 1234, 123456, 1234567, 0.1, 1 / 3, 1e-5, 123e-9, 1e100, 1e10, -1234567, 1.0, 0.30000000000000004):
    print(tqdm.format_num(x), end=' ')
print()
