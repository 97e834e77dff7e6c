# tomllib: values, tables, errors.
import io
import tomllib
from decimal import Decimal

doc = r'''
title = "TOML \"quoted\" \u00e9 \U0001F600"
'quoted key' = 'literal \n'
a.b.c = 1
ints = [1, +2, -3, 1_000, 0xDEAD_beef, 0o17, 0b101]
floats = [1.5, -0.01, 5e+22, 1e06, 6.626e-34, 1_0.0_1, inf, -inf]
bools = [true, false]
dates = [1979-05-27T07:32:00Z, 1979-05-27T00:32:00.999999-07:00, 1979-05-27T07:32:00, 1979-05-27 07:32:00.5, 1979-05-27, 07:32:00, 00:32:00.123456789]
multi = """
one \
    two
three ""quotes"" """
lit = @@@
raw \ text
@@@
empty = []
nested = [[1, 2], ["a", 'b',], # comment
  {x = 1, y.z = "q"},
]
[table]
key = "v"
[table.sub]
k = {}
[[products]]
name = "Hammer"
[[products]]
[[products.parts]]
n = 1
[[products.parts]]
n = 2
[ spaced . "key.dotted" ]
x = 1
'''.replace('@@@', "'" * 3)
data = tomllib.loads(doc)
for key, value in data.items():
    print(key, '=', value)
print(tomllib.loads(''), tomllib.loads('# only'), tomllib.loads('x = 1.10', parse_float=Decimal), tomllib.loads('a = 1\r\nb = 2'))
print(tomllib.load(io.BytesIO('s = "ü"'.encode())))
for bad in ('x', 'x =', 'x = ', '= 1', 'x = 1 y = 2', 'x = 1\nx = 2', '[a]\n[a]', '[a', '[[a]', 'x = [1, 2', 'x = {a = 1', 'x = {a = 1, a = 2}', 'x = "open', 'x = "bad \\q"', 'x = "\\u12"', 'x = "\\ud800"', "x = 'a\nb'", 'x = 01', 'x = 1__0', 'x = 1979-13-01', 'x = 2021-02-30',
            'x = tru', 'a.b = 1\n[a]', 'a = 1\na.b = 2', '[a]\nb = 1\n[a.b]', 'a = []\n[[a]]', 'a = {}\n[a.b]', 'x = """open', 'x = "tab\x01"', '# bad \x00', 'x = 1.', 'x = .5', '"" = 1\n"" = 2', '\ufeffx = 1', 'a = {b = 1}\na.c = 2', 'x = {a = 1,}', '[[a]]\n[a]', 'x = @'):
    try:
        print(repr(bad), tomllib.loads(bad))
    except tomllib.TOMLDecodeError as e:
        print(repr(bad), e)
for call in (lambda: tomllib.loads(b'x = 1'), lambda: tomllib.load(io.StringIO('x = 1')), lambda: tomllib.loads('x = 1.5', parse_float=lambda s: {})):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(issubclass(tomllib.TOMLDecodeError, ValueError))
