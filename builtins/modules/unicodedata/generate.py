"""Writes tables.z: what CPython's unicodedata says of every character.

    python3.13 generate.py

The file is zlib data. It holds lines: first the version; then, up to an empty
line, ranges of characters that are alike ("count category bidi combining width
mirrored"); then, to an empty line, decompositions ("hex text") and, to the end
of the next, numbers ("hex decimal digit numeric", - for none); then names ("hex
name"). Characters are given as the distance from the one before. Names that
follow from the number (ideographs, Hangul) are left out.
"""

import fractions
import pathlib
import sys
import unicodedata as u
import zlib

lines = [u.unidata_version]
last, count = None, 0
for code in range(sys.maxunicode + 1):
    c = chr(code)
    kind = f'{u.category(c)} {u.bidirectional(c) or "-"} {u.combining(c)} {u.east_asian_width(c)} {u.mirrored(c)}'
    if kind != last:
        if last:
            lines.append(f'{count} {last}')
        last, count = kind, 0
    count += 1
lines += [f'{count} {last}', '']


def section(of):
    before = 0
    for code in range(sys.maxunicode + 1):
        text = of(chr(code), code)
        if text is not None:
            lines.append(f'{code - before:x} {text}')
            before = code
    lines.append('')


def hangul(code):
    return 0xac00 <= code <= 0xd7a3


section(lambda c, code: None if hangul(code) else u.decomposition(c) or None)


def numbers(c, code):
    n = u.numeric(c, None)
    if n is None:
        return None
    return f'{u.decimal(c, "-")} {u.digit(c, "-")} {fractions.Fraction(n).limit_denominator(1000)}'


def name(c, code):
    text = u.name(c, None)
    if text is None or hangul(code) or text == f'CJK UNIFIED IDEOGRAPH-{code:X}':
        return None
    return text


section(numbers)
section(name)
path = pathlib.Path(__file__).with_name('tables.z')
path.write_bytes(zlib.compress('\n'.join(lines).encode('ascii'), 9))
print(path, path.stat().st_size)
