"""Record the vectors of package text with CPython 3.13.

    python3.13 record.py [FOLDER [SHARE]]

writes the .tsv files into FOLDER (this one by default). SHARE is the part of
the calls that is kept, from 0 to 1: by default a small one for each file, so
that the folder stays small; 1 keeps all, for a check by hand with

    go test ./builtins/text -args -vectors FOLDER

The Go tests read only what is recorded and never need Python.
"""

import _string
import codecs
import io
import math
import os
import random
import string
import struct
import sys

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
SHARE = float(sys.argv[2]) if len(sys.argv) > 2 else None
SHARES = {
    "bytesmethods": 0.07,
    "codecs": 0.05,
    "format": 0.11,
    "methods": 0.04,
    "number": 0.14,
    "percent": 0.11,
    "repr": 0.3,
    "round": 0.12,
    "strformat": 0.22,
}


def quote(x):
    """Return a value as one field: text percent-encoded, a list joined by |."""
    if isinstance(x, bool):
        return "1" if x else "0"
    if isinstance(x, int):
        return str(x) if abs(x) < 10**4000 else hex(x)
    if isinstance(x, float):
        return x.hex()
    if isinstance(x, complex):
        return x.real.hex() + "," + x.imag.hex()
    if isinstance(x, (list, tuple)):
        return "|".join(quote(i) for i in x) if x else "[]"
    if x is None:
        return "None"
    data = x.encode("utf-8", "surrogatepass") if isinstance(x, str) else bytes(x)
    return "".join(chr(c) if 0x20 <= c < 0x7F and c not in b"%|" else "%%%02X" % c for c in data)


def quote_error(e):
    s = "!" + type(e).__name__
    if str(e):
        s += ": " + quote(str(e))
    if isinstance(e, (UnicodeDecodeError, UnicodeEncodeError)):
        s += " @%s,%d,%d,%s" % (e.encoding, e.start, e.end, quote(e.reason))
    return s


class File:
    """A file of vectors; case() calls a function and records the result."""

    def __init__(self, name):
        self.f = open(os.path.join(FOLDER, name + ".tsv"), "w")
        self.share = SHARES[name] if SHARE is None else SHARE
        self.seen = set()

    def case(self, name, func, *args):
        try:
            result = "=" + quote(func(*args))
        except Exception as e:
            result = quote_error(e)
        line = "\t".join([name] + [quote(a) for a in args] + [result])
        # What is kept depends on the line alone, so that a new case moves no other.
        if line not in self.seen and random.Random(line).random() < self.share:
            self.seen.add(line)
            self.f.write(line + "\n")


def random_float():
    kind = random.random()
    if kind < 0.3:
        return struct.unpack("<d", struct.pack("<Q", random.getrandbits(64)))[0]
    if kind < 0.6:
        return round(random.uniform(-1000, 1000), random.randint(0, 6))
    if kind < 0.8:
        return random.randint(-(10**6), 10**6) / 8
    return random.uniform(-1, 1) * 10.0 ** random.randint(-20, 20)


# format(), round() and repr()

random.seed(1)
F = File('format')
ints = [0, 1, -1, 7, 10, 42, -42, 255, 999, 1000, 1234567, -1234567, 12345, 2 ** 31, 2 ** 63, -2 ** 63,
    2 ** 63 - 1, 10 ** 20, -10 ** 30, 2 ** 100, 1114111, 65, 128512, 55296, 1114112, 10 ** 400]
floats = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 0.1, 1 / 3, -2 / 3, 123.456, -123.456, 1e+16, 1000000000000000.0,
    9999999999999998.0, 0.0001, 1e-05, 1.5e-07, 1e+22, 1e+23, 1e+100, 1e+300, 1.7976931348623157e+308, 5e-324,
    2.2250738585072014e-308, 999999.5, 9999995.0, 1.234e-05, 100.0, 1234567.891, math.inf, -math.inf, math.nan,
    0.001, -0.001, -0.4, 99.5, 0.995, 100000.0, 123456789.0]
strs = ['', 'a', 'abc', 'hello world', 'é', '日本語', 'a\ud800b', '😀x', "it's"]
fills = ['', '<', '>', '^', '=', '*<', '*>', '*^', '*=', '0=', 'é^', '0<', '😀>', '\ud800<', '<<', '>=', '=^', '{<']
signs = ['', '', '', '+', '-', ' ']
zs = ['', '', '', '', 'z']
alts = ['', '', '#']
zeros = ['', '', '0']
widths = ['', '', '1', '5', '8', '10', '11', '12', '13', '20', '007', '٣']
groups = ['', '', ',', '_', ',_', '_,', ',,']
precs = ['', '', '.0', '.1', '.2', '.3', '.5', '.10', '.17', '.20', '.', '.x']
itypes = ['', 'd', 'b', 'o', 'x', 'X', 'n', 'c', 'e', 'f', 'g', 'G', 'E', 'F', '%', 's', 'q', 'é', '\x07', 'dd', 'r']
ftypes = ['', 'e', 'f', 'g', 'G', 'E', 'F', 'n', '%', 'd', 's', 'x', 'é', 'ff', 'r']
stypes = ['', 's', 'd', 'x', 'ss', 'é', '\t', 'n', '%', 'f']
def maybe(chance, options):
    return random.choice(options) if random.random() < chance else ''


def rspec(types, gp=0.7):
    head = maybe(0.6, fills) + random.choice(signs) + random.choice(zs) + random.choice(alts)
    head += random.choice(zeros) + random.choice(widths)
    return head + maybe(gp, groups) + maybe(0.6, precs) + random.choice(types)


def ispec():
    head = maybe(0.6, fills) + random.choice(signs) + random.choice(alts) + random.choice(zeros)
    head += random.choice(widths) + random.choice(['', '', ',', '_'])
    return head + random.choice(['', 'd', 'b', 'o', 'x', 'X', 'n', 'c', 'f', 'e', 'g'])


for _ in range(900):
    F.case('int', format, random.choice(ints), ispec())
for _ in range(300):
    F.case('int', format, random.choice(ints), rspec(itypes))
for x in ints:
    for s in ['', ',', '_', 'd', 'x', '#x', '#X', '#o', '#b', '010', '+', 'e', '.3f', '%', '_b', '_x', 'c', '08,',
        '012,d', '020_x', '#020_b', '.2e', '.0f', 'g']:
        F.case('int', format, x, s)
for w in range(1, 24):
    for v in (0, 7, -7, 123, 1234, -1234, 1234567):
        F.case('int', format, v, '0%d,' % w)
    F.case('int', format, 19088743, '0%d_x' % w)
    F.case('int', format, -74565, '#0%d_x' % w)
    F.case('float', format, 1234.5, '0%d,.2f' % w)
    F.case('float', format, -1234567.5, '0%d_.1f' % w)
for x in [True, False]:
    F.case('bool', lambda s: format(True, s), 'd')
    F.case('bool', lambda s: format(True, s), 's')
    F.case('bool', lambda s: format(True, s), '5')
    F.case('bool', lambda s: format(True, s), 'ab')
for _ in range(1500):
    F.case('float', format, random.choice(floats), rspec(ftypes, 0.3))
for x in floats:
    for s in ['', 'e', 'f', 'g', 'n', '%', '.0f', '.1f', '.2f', '.3f', '.10f', '.0e', '.3e', '.0g', '.3g', '.15g',
        '.17g', '.0', '.1', '.3', '.6', '.17', '#', '#.0f', '#.0e', '#g', '#.3g', '#.3', '#.0', '+', '+.1f', ' ',
        '10', '<10', '010', '^10.2', ',', '_', ',.2f', '_.2f', 'z', 'z.0f', 'z.1f', 'z.0e', 'z.2', '.30', '.30f',
        '.30g', '.50e', '.40g', 'F', 'E', 'G', 'G', '%', '.0%', '.400g', '.340f']:
        if len(s) > 3 and s in ('.400g', '.340f') and (abs(x) > 0.001) and (abs(x) != 5e-324):
            continue
        F.case('float', format, x, s)
for _ in range(500):
    F.case('float', format, random_float(), random.choice(['', '.0f', '.1f', '.2f', '.3f', '.6f', '.1e', '.5e',
        '.3g', '.10g', '.17g', 'g', '.2', '.5', '.12', '#.3g', '.1%', 'z.1f', ',.1f']))
for _ in range(700):
    F.case('str', format, random.choice(strs), rspec(stypes, 0.15))
for s in strs:
    for sp in ['', 's', '5', '<5', '>5', '^5', '^6', '05', '*^9', '.2', '5.1', '.0', '>3.2s', '=5', '+', '-', ' ',
        'z', '#', 'é^7', ',', '_', ',s', '.', '10.', 'abc', '😀^8', '9' * 30, '.' + '9' * 25, '٣']:
        F.case('str', format, s, sp)
cx = [0j, 1j, -1j, 1 + 2j, -0.0 + 1j, complex(1, -0.0), complex(math.inf, math.nan), complex(math.nan, -math.inf),
    1234.5 - 6789.25j, 1e+16 + 1e-05j, 0.1 + 0.2j, complex(0, 1e+20)]
for x in cx:
    F.case('repr_complex', repr, x)
    for sp in ['', '.2f', 'e', 'g', '.3', '20', '<20', '^20', '>30.1f', '*^30.2e', '+', '+.1f', ' ', '010', '=10',
        ',', '_.2f', ',.1f', 'n', '%', 'd', 's', '#', '#.3g', 'z.0f', '.0', 'G', '#.0f', '^31']:
        F.case('complex', format, x, sp)
R = File('round')
for x in floats + [2.675, 1.005, 0.15, 0.25, 0.35, 5.015, 12345.678, 1e+22, 5000000000000000.0,
    12345678901.234568, 25.0, 35.0, 15.0, -25.0, 150.0, 250.0, 149.99999999999997, 1.7e+308]:
    for n in list(range(-6, 8)) + [15, 17, 22, 23, 50, 308, 323, 324, 400, -20, -100, -307, -308, -309, -400]:
        R.case('roundf', round, x, n)
    R.case('roundi', round, x)
    R.case('inti', int, x)
for _ in range(300):
    R.case('roundf', round, random_float(), random.randint(-5, 12))
for x in [0, 5, 15, 25, -15, -25, 149, 150, 151, 12345, 10 ** 30 + 5 * 10 ** 10, -10 ** 30 - 5 * 10 ** 10,
    3 * 5 * 10 ** 10]:
    for n in [0, -1, -2, -3, -11, -40]:
        R.case('roundint', round, x, n)
P = File('repr')
for s in strs + ["'", '"', '\'"', '\\', '\n\r\t\x00\x1f\x7f\x80\xa0\xadÿ', '\u200b\u2028\ufeff\ue000',
    '\U0010ffff\U000e0001', '\ud800\udfff', '𮯰⿼\u0378', 'a' * 20 + "'"]:
    P.case('repr', repr, s)
    P.case('ascii', ascii, s)
for b in [b'', b'abc', b"'", b'"', b'\'"', bytes(range(256)), b'\\\n\r\t']:
    P.case('repr_bytes', repr, b)
for x in floats:
    P.case('repr_float', repr, x)
for _ in range(200):
    P.case('repr_float', repr, random_float())
for x in [0, 10 ** 4299, 10 ** 4300, -10 ** 4299, -10 ** 4300, 10 ** 4300 - 1, 2 ** 20000, 123, -2 ** 64]:
    P.case('int_text', str, x)

# The methods of str and bytes, and the properties of every code point

random.seed(2)
M = File('methods')
S = ['', 'a', 'abc', 'abcabc', 'aXbXc', '  a b  c ', '\t\n x\u2003y\u3000', 'é', '日本語日本', 'a\ud800b\udc00', '😀a😀',
    'ΑΣ', 'ὈΔΥΣΣΕΎΣ', 'ß', 'ŉ', 'İ', 'ﬁ', 'Hello World', "they're bill's", 'HELLO', 'hello', 'Dž', 'DŽ', 'dž', '12',
    '１２', '²', '½', '五', 'a1', '_a', '1a', 'a b', '\x1c', '\x85x', 'a\r\nb\n\rc\x0bd\x0ce\x1cf\x85g\u2028h\u2029',
    '-42', '+1', '--1', '\ta\tbc\r\td', 'xxaxx', 'ΐ', 'ǰ', 'ÁΣ', 'Σ', 'aΣ', 'aΣ.b', 'aΣ.', '.Σ', 'ᾳ', 'ᾼ', 'Ꭰ', 'ꭰ',
    'ᏸ', 'ⅠⒶ', 'ªº', 'ʰ', 'aʰ', 'ſ', 'K', 'a,b,,c', '::', 'a\x00b']
big = sys.maxsize
for s in S:
    for m in ['upper', 'lower', 'title', 'capitalize', 'swapcase', 'casefold', 'isalpha', 'isalnum', 'isdecimal',
        'isdigit', 'isnumeric', 'isspace', 'isprintable', 'isidentifier', 'isupper', 'islower', 'istitle', 'strip',
        'lstrip', 'rstrip', 'isascii']:
        M.case(m, getattr(str, m), s)
    for k in (False, True):
        M.case('splitlines', lambda s, k: s.splitlines(k), s, k)
    for n in (-1, 0, 1, 2):
        M.case('split_ws', lambda s, n: s.split(None, n), s, n)
        M.case('rsplit_ws', lambda s, n: s.rsplit(None, n), s, n)
    for t in (8, 4, 1, 0, -1, 3):
        M.case('expandtabs', str.expandtabs, s, t)
    for w in (-1, 0, 2, 5, 6, 9):
        M.case('zfill', str.zfill, s, w)
        for f in ('*', 'é', '\ud800'):
            for m in ('center', 'ljust', 'rjust'):
                M.case(m, getattr(str, m), s, w, f)
    for a in (0, 1, 2, -1, -2, -9, 9):
        M.case('at', lambda s, i: s[i], s, a)
        for b in (0, 1, 3, -1, -3, 9, -9):
            for c in (1, 2, -1, -2, 3):
                if random.random() < 0.35:
                    M.case('slice', lambda s, a, b, c: s[a:b:c], s, a, b, c)
    for n in (None,):
        for c in (1, 2, -1, -2, -3, 7):
            M.case('slice_all', lambda s, c: s[::c], s, c)
    for sub in ['', 'a', 'b', 'X', '日', '本語', '\ud800', '😀', 'abc', 'zz', ',', ':', ' ', 'Σ']:
        if sub and sub not in s and (random.random() < 0.8):
            continue
        for a, b in [(0, big), (1, big), (0, 2), (-2, big), (2, 1), (0, -1), (9, big), (3, 3), (-100, 100)]:
            for m in ('find', 'rfind', 'count', 'startswith', 'endswith'):
                M.case(m, getattr(str, m), s, sub, a, b)
            if a == 1:
                M.case('index', str.index, s, sub, a, b)
                M.case('rindex', str.rindex, s, sub, a, b)
        for n in (-1, 0, 1, 2):
            M.case('replace', str.replace, s, sub, '<é>', n)
            M.case('split', str.split, s, sub, n)
            M.case('rsplit', str.rsplit, s, sub, n)
            M.case('replace', str.replace, s, sub, '', n)
        M.case('partition', str.partition, s, sub)
        M.case('rpartition', str.rpartition, s, sub)
        M.case('removeprefix', str.removeprefix, s, sub)
        M.case('removesuffix', str.removesuffix, s, sub)
    for ch in ['', 'a', 'xa', ' a', '日本', 'éa', '\ud800a', '😀', '-+']:
        for m in ('strip', 'lstrip', 'rstrip'):
            M.case(m + '_chars', getattr(str, m), s, ch)
    M.case('translate', lambda s: s.translate({97: None, 98: '<b>', 233: 'e', 26085: 128512}), s)
M = File('bytesmethods')
S = [b'', b'a', b'abc', b'abcabc', b'aXbXc', b'  a b  c ', b'\t\n x\x0b\x0cy', b'\xe9\xff', b'Hello World',
    b"they're bill's", b'HELLO', b'hello', b'12', b'a1', b'a\r\nb\n\rc\x0bd\x0ce\x1cf\x85g', b'-42', b'+1',
    b'\ta\tbc\r\td', b'xxaxx', b'a,b,,c', b'\x1c ', b'A\xe9b C', b'\n\n']
for s in S:
    for m in ['upper', 'lower', 'title', 'capitalize', 'swapcase', 'isalpha', 'isalnum', 'isdigit', 'isspace',
        'isupper', 'islower', 'istitle', 'strip', 'lstrip', 'rstrip']:
        M.case(m, getattr(bytes, m), s)
    for k in (False, True):
        M.case('splitlines', lambda s, k: s.splitlines(k), s, k)
    for n in (-1, 0, 1, 2):
        M.case('split_ws', lambda s, n: s.split(None, n), s, n)
        M.case('rsplit_ws', lambda s, n: s.rsplit(None, n), s, n)
    for t in (8, 0, 3):
        M.case('expandtabs', bytes.expandtabs, s, t)
    for w in (-1, 0, 5, 6, 9):
        M.case('zfill', bytes.zfill, s, w)
        for m in ('center', 'ljust', 'rjust'):
            M.case(m, getattr(bytes, m), s, w, b'\xfe')
    for sub in [b'', b'a', b'X', b',', b'\xe9', b'abc']:
        for a, b in [(0, big), (1, big), (0, 2), (-2, big), (2, 1), (9, big), (3, 3)]:
            for m in ('find', 'rfind', 'count', 'startswith', 'endswith'):
                M.case(m, getattr(bytes, m), s, sub, a, b)
            if a == 1:
                M.case('index', bytes.index, s, sub, a, b)
                M.case('rindex', bytes.rindex, s, sub, a, b)
        for n in (-1, 0, 1, 2):
            M.case('replace', bytes.replace, s, sub, b'<\xe9>', n)
    for ch in [b'', b'a', b'xa', b' \xe9']:
        for m in ('strip', 'lstrip', 'rstrip'):
            M.case(m + '_chars', getattr(bytes, m), s, ch)
    M.case('translate', lambda s, d: s.translate(bytes.maketrans(b'ab', b'xy'), d), s, b'c\xe9')
N = 1114112
def ranges(pred):
    out = []
    st = None
    for c in range(N + 1):
        v = c < N and pred(chr(c))
        if v and st is None:
            st = c
        elif not v and st is not None:
            out.append((st, c - 1))
            st = None
    return out
def enc(rs):
    out = []
    p = 0
    for a, b in rs:
        out.append('%x%s' % (a - p, '' if a == b else '.%x' % (b - a)))
        p = b
    return ','.join(out)
with open(os.path.join(FOLDER, 'properties.tsv'), 'w') as f:
    for m in ['isalpha', 'isdecimal', 'isdigit', 'isnumeric', 'isspace', 'isprintable', 'isidentifier', 'isupper',
        'islower']:
        f.write(m + '\t' + enc(ranges(lambda ch: getattr(ch, m)())) + '\n')
    f.write('iscontinue\t' + enc(ranges(lambda ch: ('a' + ch).isidentifier())) + '\n')
    f.write('isignorable\t' + enc(ranges(lambda ch: ('aΣ' + ch + 'b').lower()[1] == 'σ' and ('aΣ' + ch).lower()[1] == 'ς')) + '\n')
with open(os.path.join(FOLDER, 'case.tsv'), 'w') as f:
    for c in range(N):
        ch = chr(c)
        v = [getattr(ch, m)() for m in ('upper', 'lower', 'title', 'casefold', 'swapcase')]
        if any((x != ch for x in v)):
            f.write('%x\t' % c + '\t'.join(('' if x == ch else '.'.join(('%x' % ord(y) for y in x)) for x in v)) + '\n')

# str.format, % and numbers from text

random.seed(3)
F = File('strformat')
class Stop(Exception):
    pass
ARGS = ('xy', 5, [1, 2, {'k': 3, '0': 'z', ']': 1}], 1.5)
KW = {'a': 'A', 'b': [4, ['q']], 'w': 8, 'é': 'E', '0 ': 'o', 'k!': 1}
pieces = ['{', '}', '{{', '}}', '{}', '{0}', '{1}', '{2}', '{3}', '{4}', '{a}', '{b}', '{w}', '{é}', '{0!r}',
    '{!s}', '{a!a}', '{1:>{w}}', '{:{w}}', '{3:.{1}f}', '{2[0]}', '{2[2][k]}', '{b[1][0]}', '{zz}', 'text', 'é',
    '{1:05d}', '{a:*^9}', '{2[2][]}', '{2[}', '{.}', '{a.}', '{b[0]x}', '{0!x}', '{0!}', '{:', '{0!r:', '{0:{',
    '{a:{a:{a}}}', '{{0}}', '{2[2][0]}', '{0:q}', '{01}', '{٣}', '{b[٠]}', '{99999999999999999999}', '{a{}',
    '{0!rr}', '{3:{{}', '{-1}', '{a!r:>6}', '{0!é}', '{1:,}', '{3!s:>5}', '{0 }', '{b[99999999999999999999]}',
    '{b[1]y}', '\ud800', '{0:\ud800<4}', '{k!}', '{2[2][{]}', '{a!\x07}', '{0:}}', '{:}}', '{0:{}}', '{:{0}}', '{0[',
    '{b[}]}']
fmt = lambda s: s.format(*ARGS, **KW)
def good(s):
    try:
        s.format(*ARGS, **KW)
    except (AttributeError, TypeError):
        return False
    except IndexError as e:
        return 'Replacement' in str(e)
    except Exception:
        pass
    return True
for p in pieces:
    if good(p):
        F.case('format', fmt, p)
for _ in range(900):
    s = ''.join((random.choice(pieces) for _ in range(random.randint(2, 3))))
    if good(s):
        F.case('format', fmt, s)
alpha = '{}[]!:.a0bw1 r'
for _ in range(900):
    s = ''.join((random.choice(alpha) for _ in range(random.randint(1, 9))))
    if good(s):
        F.case('format', fmt, s)
for s in ['{a}', '{0}', '{}', '{zz}', 'x', '{a:{w}}|', '{w}{}']:
    F.case('format_map', lambda s: s.format_map(KW), s)
def parse(s):
    out = []
    for lit, n, sp, c in string.Formatter().parse(s):
        out.append(lit)
        out.append('-' if n is None else '+' + n + '/' + sp + '/' + (c or ''))
    return out
for p in pieces:
    F.case('parse', parse, p)
    F.case('parse', parse, 'a' + p + 'b')
for _ in range(200):
    F.case('parse', parse, ''.join((random.choice(alpha) for _ in range(random.randint(1, 9)))))
def split(n):
    f, r = _string.formatter_field_name_split(n)
    out = ['#%d' % f if isinstance(f, int) else f]
    for at, k in r:
        out.append(('.' if at else '[') + ('#%d' % k if isinstance(k, int) else k))
    return out
for s in ['a', '0', 'a.b', 'a[0]', 'a[b].c[1]', '', '.a', '[0]', 'a.', 'a[', 'a[]', 'a[0]x', '0.a', '01', '-1',
    '9' * 30, 'a..b', 'a[b]c', 'a[9' + '9' * 30 + ']', 'a]', 'a[[]', '٣', 'a[٣]', 'a[9' + '9' * 30 + 'x]']:
    F.case('split', split, s)
P = File('percent')
vals = {'i5': 5, 'im': -255, 'big': 10 ** 25, 's': 'abc', 'u': 'é日😀', 'e': '', 'f': 3.14159, 'fm': -0.5,
    'inf': math.inf, 'nan': math.nan, 'b': b'xy', 'n': None, 't': True, 'c': 'z', 'neg': -7, 'i3': 3, 'i65': 65,
    'huge': 10 ** 400, 'hb': 2 ** 70, 'by': b'\xff', 'e9': 'é'}
names = list(vals)
flags = ['', '', '', '-', '+', ' ', '#', '0', '-0', '+0', '#0', ' 0', '-+']
widths = ['', '', '1', '5', '10', '*']
precs = ['', '', '.', '.0', '.2', '.5', '.*']
convs = list('diuoxXeEfFgGcrsa%') + ['y', 'b', 'é', '\n', '\x7f', 'ld', 'hs', 'Lf', 'll', '']
def spec():
    return '%' + random.choice(flags) + random.choice(widths) + random.choice(precs) + random.choice(convs)
def call(s, kind, ns, raw=False):
    a = tuple((vals[n] for n in ns))
    if kind == 'one':
        a = a[0]
    return s % a
for _ in range(2600):
    s = spec()
    ns = []
    if random.random() < 0.9:
        for _ in range(s.count('*')):
            ns.append(random.choice(['i5', 'neg', 'i3', 'i3', 's', 'hb'] if random.random() < 0.3 else ['i5',
                'neg', 'i3']))
        ns.append(random.choice(names))
    else:
        ns = [random.choice(names) for _ in range(random.randint(0, 2))]
    if random.random() < 0.15:
        s += random.choice(['é %d', '%s', '%%', '|'])
    kind = 'tuple'
    if len(ns) == 1 and random.random() < 0.3:
        kind = 'one'
    P.case('str', lambda s, k, n: call(s, k, n), s, kind, ns)
for n in names:
    for c in 'diuoxXefgGcrsa':
        P.case('str', lambda s, k, n: call(s, k, n), '%' + c, 'one', [n])
    for c in ['d', '5x', '+.1f', 'c', 's', 'a']:
        P.case('bytes', lambda s, k, n: call(s.encode(), k, n), '%' + c, 'one', [n])
for s in ['%(s)s', '%(i5)05d|%(f).2f', '%(x', '%(zz)s', '%(s)s %s', '%s', 'abc', '%(a(b)c)s', '%((', '%(s)*d',
    '%(s)%', '%%', '%(i5)d%', '%(f)', '%(s)y', '%(u)-6.2s|']:
    P.case('map', lambda s: s % vals if '%s' not in s.replace('%(s)s', '') or s == '%(s)s %s' else s % {'s': 1},
        s) if s != '%s' else None
for _ in range(700):
    s = spec().replace('é', 'ÿ')
    ns = []
    for _ in range(s.count('*')):
        ns.append(random.choice(['i5', 'neg', 'i3', 's']))
    ns.append(random.choice(names))
    P.case('bytes', lambda s, k, n: call(s, k, n), s.encode('latin-1'), 'tuple', ns)
for s, ns in [('%99999999999999999999d', ['i5']), ('%.99999999999999999999d', ['i5']), ('%.2147483648d', ['i5']),
    ('%.2147483647x', ['i5']), ('%d%', ['i5']), ('%l', ['i5']), ('%', []), ('%', ['i5']), ('%5', ['i5']), ('%(s)s',
    ['i5']), ('%s', []), ('%s %s', ['i5']), ('abc', ['i5']), ('abc', []), ('%s', ['i5', 'i5'])]:
    P.case('str', lambda s, k, n: call(s, k, n), s, 'tuple', ns)
    P.case('bytes', lambda s, k, n: call(s.encode(), k, n), s, 'tuple', ns)
N = File('number')
ints = ['', '0', '1', '-1', ' 42 ', '+7', '--1', '+ 1', '1_000', '1__0', '_1', '1_', '0_7', '0x1f', '0X1F',
    '0x_f', '0x__f', '0x', '0b101', '0o17', '017', '00', '0_0', '00_0', '0b2', 'zz', 'Zz', 'ff', 'é', '１２', '٣٤',
    '１_２', '1\u2003', '\u20031', '\x1c1', '1\x00', '1.5', '1e5', '9' * 19, '9' * 20, '-9223372036854775808',
    '-9223372036854775809', '9223372036854775807', '9223372036854775808', '0x' + 'f' * 17, '-0b' + '1' * 70,
    '0o' + '7' * 30, '1' * 4300, '1' * 4301, '-' + '1' * 4301, '0' * 4301, "it's", '\ud800', 'x' * 250, 'é' * 250,
    '\t1\n', '1 2', '0xg', '-0x10', '+0b1', '٣x', 'v' * 20, '0x1_0', '\x851']
for s in ints:
    for b in (10, 0, 16, 2, 8, 36, 32, 3, 7):
        if len(s) > 300 and b not in (10, 16, 3):
            continue
        N.case('int', int, s, b)
    try:
        e = s.encode('latin-1')
        N.case('intb', int, e)
    except UnicodeError:
        pass
for b in (1, 37, -1, -16):
    N.case('int', int, '1', b)
fl = ['', '0', '1.5', '-1.5', '+.5', '5.', '.', '1e5', '1E-5', '1e', '1e+', 'e5', '.e5', '1.e5', '1_0', '1__0',
    '_1', '1_', '1_e5', '1e_5', '1e5_0', '1._5', '1_.5', '1.5_5', 'nan', 'NaN', '-nan', '+nan', 'inf', '-INF',
    'Infinity', 'infinit', 'infinityx', '+ 1', '１.５', '\x1c1', '1é', '0x1', '0x1p3', '1 2', ' 1\n', '\u20031\u2003',
    '1\x00', '1e999', '-1e999', '1e-999', '179769313486231580793e289', '4.9e-324', '2.4e-324', '2.5e-324', '0.1',
    '123456789012345678901234567890', '9007199254740993', '1' + '0' * 400, '0.' + '0' * 400 + '1', '1d5', '1f',
    "it's", '\ud800', '1e400000000000', '-0', '١.٥']
for s in fl:
    N.case('float', float, s)
    try:
        N.case('floatb', float, s.encode('latin-1'))
    except UnicodeError:
        pass
for _ in range(150):
    s = random.choice(['%r', '%.20g', '%.15e', '%.17f']) % random_float()
    if len(s) < 80:
        N.case('float', float, s)
cx = ['', '1', 'j', '-j', '+J', '1j', '1+j', '1-j', '1+2j', '-1.5e3-2.5e-3j', 'nan+infj', 'nan-nanj', 'infj',
    '(1+2j)', '( 1+2j )', '(1+2j', '1+2j)', '((1))', '()', '1 + 2j', '1+2', '1+', '1j+2', '1_0j', '1__0j', '1_+2j',
    ' 1 ', '１+２j', '1e5j', '1jj', '1+-2j', '1--2j', 'inf', '-infj', '(j)', '\x1c1', ' ( 1j ) ', '1\u2003', 'é']
for s in cx:
    N.case('complex', complex, s)
hx = ['', '0x1p0', '1', '0x.8', '0x1.8p1', '-0x1.8p-1', 'inf', '-INF', 'nan', 'infinity', '0x', '0x.', 'p1',
    '0x1p', '0x1p+', '0x1p1024', '0x1.fffffffffffffp1023', '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7p1023',
    '0x1p-1074', '0x1p-1075', '0x1.8p-1075', '0x1p-9999', '0x0p99999999999999', '1.8', ' 0x1 ', '0x1 p1', '0xg',
    '1e5', '0x1p1.5', '0X1P3', '+0x1', '--1', '0x' + '0' * 50 + '1p-5', '0x0.' + '0' * 300 + '1p1204',
    '0x123456789abcdef123p0', '0x1.00000000000008p0', '0x1.00000000000018p0', '0x1.0000000000000801p0',
    '1p-99999999999999999999', '1p99999999999999999999', 'é', '0x1_0']
for s in hx:
    N.case('fromhex', float.fromhex, s)
for x in [0.0, -0.0, 1.0, 1.5, -0.1, 5e-324, 1e+308, math.inf, math.nan, 2.2250738585072014e-308, 1e-310]:
    N.case('hex', float.hex, x)
for s in ['', 'a', 'ab', 'abc', 'ab c', 'a b', 'ab\xa0cd', 'zz', 'é', 'ab cd\n', '0g', 'AbCd', '\tab\x0b', 'éab',
    'ab é', '\x1cab']:
    N.case('bytes_fromhex', bytes.fromhex, s)
for b in [b'', b'\x00', b'\x01\xff\xa0', bytes(range(9))]:
    N.case('bytes_hex', bytes.hex, b)
    for sep in ['-', '', 'ab', 'é']:
        for g in (1, 2, 3, -1, -2, -4, 0, 99):
            N.case('bytes_hex', bytes.hex, b, sep, g)

# Codecs and newlines

random.seed(4)
C = File('codecs')
E = ['strict', 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace', 'surrogateescape', 'surrogatepass',
    'foo']
encs = ['utf-8', 'utf-8-sig', 'ascii', 'latin-1', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le',
    'utf-32-be', 'cp1252', 'koi8-r', 'cp437', 'iso8859-15', 'cp1253', 'mac-roman']
T = ['', 'abc', 'é', '€', '日本😀', 'a\udc80b', '\ud800', 'a\udcff\udc80\ud800z', '\xa0ÿ', 'xéêy€€', 'жя', '\ufeffx',
    '\udc7f', '\udc80', '\U0010ffff', 'a\udc41', 'é\udce9\ud800']
for e in encs:
    for t in T:
        for h in E:
            C.case('encode', str.encode, t, e, h)
B = [b'', b'abc', b'\xc3\xa9', b'\xe9', b'\x80\x81\xff', b'\xc3', b'\xe2\x82', b'\xe2\x82\xac',
    b'\xf0\x9f\x98\x80', b'\xf0\x9f\x98', b'\xf0\x9f', b'\xf0\x8f\x80\x80', b'\xf4\x90\x80\x80', b'\xf5\x80',
    b'\xc0\x80', b'\xc1', b'\xed\xa0\x80', b'\xed\xa0', b'\xed', b'\xe0\x80\x80', b'\xe0\xa0', b'\xe2(\xa1',
    b'\xe2\x82(', b'\xf0\x9f(\x80', b'a\xff\xfeb', b'\xef\xbb\xbfx', b'\xff\xfea\x00', b'\xfe\xff\x00a',
    b'a\x00b\x00c', b'a\x00\x00\xd8', b'\x00\xd8a\x00', b'\x00\xdca\x00', b'=\xd8\x00\xde', b'\xd8=\xde\x00',
    b'\xff\xfe\x00\x00a\x00\x00\x00', b'\x00\x00\xfe\xff\x00\x00\x00a', b'a\x00\x00\x00b', b'\x00\xd8\x00\x00',
    b'\x00\x00\x11\x00', b'\xff\xff\xff\xff', b'\xff\xfe', b'\xff\xfea', bytes(range(128, 256)), b'\xef\xbb',
    b'\xef\xbb\xbf\xff', b'\xff\xfe\x00\xdc', b'\xfe\xff\xd8\x00\x00a', b'\xfe\xff\xdc']
for e in encs:
    for b in B:
        for h in E:
            C.case('decode', bytes.decode, b, e, h)
for _ in range(500):
    b = bytes((random.choice([65, 128, 191, 195, 224, 160, 237, 240, 144, 244, 226, 130, 255,
        192]) for _ in range(random.randint(1, 7))))
    C.case('decode', bytes.decode, b, 'utf-8', random.choice(E[:4] + E[5:7]))
for n in ['utf8', 'UTF8', 'Utf_8', 'utf 8', 'UTF-8 ', 'u8', 'U8', 'utf', 'latin1', 'L1', 'l1', 'ISO-8859-1',
    'iso_8859_1', 'iso8859-1', '8859', 'cp819', 'ASCII', 'us-ascii', '646', 'windows-1252', 'cp1252', 'CP-1252',
    '1252', 'utf16', 'UTF-16LE', 'utf_16_be', 'u16', 'utf32', 'ibm437', '437', 'foo', '', 'hex', 'rot13', 'base64',
    'utf-8-sig', 'utf_8_sig', 'UTF-8-SIG', 'koi8_r', 'mac_roman', 'macintosh', 'iso-8859-15', 'latin9', 'l9', 'x.y',
    'utf.8', '--utf--8--', 'é', 'latin-2', 'cp65001', 'utf8é', 'greek', 'cyrillic', 'csisolatin1', 'thai']:
    C.case('encode', str.encode, 'é', n, 'strict')
    C.case('lookup', lambda n: codecs.lookup(n).name, n) if n not in ('hex', 'rot13', 'base64', '') else None
for e in ['cp437', 'cp850', 'cp852', 'cp855', 'cp858', 'cp862', 'cp866', 'cp874', 'cp1250', 'cp1251', 'cp1252',
    'cp1253', 'cp1254', 'cp1255', 'cp1256', 'cp1257', 'cp1258'] + ['iso8859_%d' % i for i in list(range(2,
    12)) + list(range(13, 17))] + ['koi8_r', 'koi8_u', 'mac_roman', 'mac_cyrillic']:
    C.case('decode', bytes.decode, bytes(range(256)), e, 'replace')
    s = bytes(range(256)).decode(e, 'ignore')
    C.case('encode', str.encode, s, e, 'strict')
def inc(b, enc, err, cuts):
    d = codecs.getincrementaldecoder(enc)(err)
    out = []
    p = 0
    for c in cuts + [len(b)]:
        out.append(d.decode(b[p:c], c == len(b)))
        p = c
    return out
def incs(s, enc, err, *cuts):
    return inc(s, enc, err, list(cuts))
for e in ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-be', 'utf-32', 'cp1252', 'ascii', 'utf-32-le']:
    for t in ['aé日😀b', '\ufeffxé', '']:
        try:
            b = t.encode(e, 'ignore')
        except Exception:
            continue
        for c in range(1, len(b)):
            C.case('inc', incs, b, e, 'strict', c)
        if len(b) > 4:
            C.case('inc', incs, b, e, 'strict', 1, 2, 3, 4)
for b in [b'a\xff', b'\xe2\x82', b'\xe2\x82x', b'\xff\xfea', b'ab\x00', b'\xef\xbb', b'\xed\xa0\x80',
    b'\xf0\x9f\x98', b'\x00\xd8\x00\xdc', b'\xff\xfe\x00\xd8\x00\xdc']:
    for e in ['utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'ascii', 'utf-32']:
        for h in ['strict', 'replace', 'surrogateescape']:
            for c in range(1, len(b)):
                C.case('inc', incs, b, e, h, c)
for b in [b'', b'abc', b'a\\n\\t\\\\\\x41\\101\\u00e9\\U0001f600', b'\xe9', b'\\', b'a\\', b'\\x', b'\\x4', b'\\x4g', b'\\u12',
        b'\\u12g4', b'\\U00110000', b'\\U0011', b'\\q\\"\\\'', b'\\8', b'\\400', b'\\777', b'\\\nx', b'\\0', b'\\ud800',
        b'\\\\u0041', b'\\N', b'\\N{', b'\\N{}', b'\\N{zz zz}x', b'\\N{ab', b'\\a\\b\\f\\v\\r']:
    for e in ['unicode_escape', 'raw_unicode_escape']:
        for h in ['strict', 'replace', 'ignore', 'backslashreplace']:
            C.case('decode', bytes.decode, b, e, h)
for t in T + ['\n\t\r\\\'"\x00\x7f', 'Ā']:
    for e in ['unicode_escape', 'raw_unicode_escape']:
        C.case('encode', str.encode, t, e, 'strict')


def nl(s, tr, *cuts):
    d = io.IncrementalNewlineDecoder(None, bool(tr))
    out = []
    p = 0
    for c in list(cuts) + [len(s)]:
        out.append(d.decode(s[p:c], c == len(s)))
        p = c
    n = d.newlines
    out.append(','.join((('cr', 'lf', 'crlf')[['\r', '\n', '\r\n'].index(x)] for x in ((n,) if isinstance(n,
        str) else n or ()))))
    return out
for s in ['a\r\nb\rc\nd', '\r\r\n\r', 'abc', 'a\n', '\r\n\r\n', 'a\r', '']:
    for tr in (0, 1):
        C.case('newline', nl, s, tr)
        for c in range(1, len(s)):
            C.case('newline', nl, s, tr, c)
for n in ['', '\n', '\r', '\r\n', 'x', '\n\r', "a'b"]:
    C.case('checknl', lambda n: (io.TextIOWrapper(io.BytesIO(b''), newline=n), '')[1], n)
    if n in ('', '\n', '\r', '\r\n'):
        C.case('lines', lambda n: list(io.TextIOWrapper(io.BytesIO(b'a\r\nb\rc\nd\r'), newline=n)), n)

        def w(n):
            b = io.BytesIO()
            t = io.TextIOWrapper(b, newline=n)
            t.write('a\nb\r\nc')
            t.flush()
            return b.getvalue()
        C.case('write', w, n)
