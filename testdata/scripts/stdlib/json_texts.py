# Reading and writing JSON.
import io
import json

data = {"a": [1, 2.5, None, True, "é\n\"q\"\x01\U0001f600"], "b": {"c": (), "d": {}, "e": [[]]}, 3: 1e100, None: -0.0, True: 10**20}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
print(json.dumps({"b": 1, "a": 2, "c": [3]}, sort_keys=True, indent="\t"))
print(json.dumps([float("nan"), float("inf"), -float("inf")]))
print(json.loads('{"a": [1, -2.5e3, null, true, false, "x\\u00e9\\ud83d\\ude00\\n"], "big": 123456789012345678901234567890}'))
print(json.loads(b'[1, "\xc3\xa9"]'), json.loads(' [ ] '), json.loads('"x"'), json.loads("1E5"), json.loads("-0"), json.loads("NaN"))
print(json.loads('{"x": 1, "y": {"z": 2}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"x": 1, "x": 2}', object_pairs_hook=list), json.loads('{"x": 1, "x": 2}'))
print(json.loads('[1.5, 2, NaN]', parse_float=str, parse_int=lambda s: s + "!", parse_constant=lambda s: s))
for bad in ['', '{', '{"a"', '{"a":', '{"a":1', '{"a":1,}', '[1,]', '[1', '[1 2]', '{a: 1}', '"abc', '"a\nb"', '"\\x"', '"\\u12"',
            '1 2', 'nul', '{"a" 1}', "{'a': 1}", '[1,\n2,\n oops]', '\ufeff1', '-', '01', '{"é": x}', '[,]', '1.', 'tru']:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), e, e.msg, e.pos, e.lineno, e.colno)
for bad in [{1, 2}, object, {(1, 2): 3}, 3j, b"x"]:
    try:
        print(json.dumps(bad))
    except TypeError as e:
        print(e)
print(json.dumps({(1, 2): 3, "k": 1}, skipkeys=True))
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)
try:
    json.dumps(float("nan"), allow_nan=False)
except ValueError as e:
    print(e)
try:
    json.loads(5)
except TypeError as e:
    print(e)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


print(json.dumps([Point(1, 2)], cls=Encoder), json.dumps(Point(1, 2), default=lambda o: o.__dict__), Encoder(indent=1).encode({"p": Point(3, 4)}))
try:
    json.dumps({1}, cls=Encoder)
except TypeError as e:
    print(e)
f = io.StringIO()
json.dump({"a": 1}, f, indent=4)
f.seek(0)
print(f.getvalue(), json.load(f))
print(json.JSONDecoder().raw_decode('{"a": 1} tail'), json.JSONDecoder(object_hook=len).decode('{"q": {}}'))


class MyStr(str):
    pass


class MyInt(int):
    def __repr__(self):
        return "my"


print(json.dumps([MyStr("s"), MyInt(5), {MyStr("k"): 1, MyInt(3): 4}]))
print(issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError.__module__, json.decoder.JSONDecodeError is json.JSONDecodeError)
with open("data.json", "w") as out:
    json.dump([1, {"k": "v"}], out)
with open("data.json") as src:
    print(json.load(src))
print(json.loads(json.dumps("\ud800")) == "\ud800", json.dumps("\ud800"), json.dumps([1, [2, [3]]], indent=0))
