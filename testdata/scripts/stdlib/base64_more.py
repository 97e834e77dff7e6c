# base64: the rarer alphabets.
import base64

for data in (b'', b'a', b'ab', b'abc', b'abcd', b'hello world', bytes(8), b'    x', bytes(range(256))):
    codes = [f(data) for f in (base64.b32encode, base64.b32hexencode, base64.a85encode, base64.b85encode, base64.z85encode)]
    print(codes if len(data) < 20 else [len(c) for c in codes])
    print([f(c) == data for f, c in zip((base64.b32decode, base64.b32hexdecode, base64.a85decode, base64.b85decode, base64.z85decode), codes)])
print(base64.a85encode(b'    ab', foldspaces=True), base64.a85decode(b'y@:B', foldspaces=True), base64.a85encode(b'x' * 30, wrapcol=10), base64.a85encode(b'abc', adobe=True), base64.a85decode(b'<~@:E^~>', adobe=True), base64.a85encode(b'a', pad=True), base64.b85encode(b'a', pad=True))
print(base64.a85encode(b'y' * 11, wrapcol=5, adobe=True), base64.a85decode('@:E ^\n'), base64.b32decode('mfrgg===', casefold=True), base64.b32decode('M0RGG===', map01='I'))
for call in (lambda: base64.b85decode(b'"'), lambda: base64.b85decode(b'~~~~~'), lambda: base64.a85decode(b'v'), lambda: base64.a85decode(b'uuuuu'), lambda: base64.a85decode(b'abz'), lambda: base64.a85decode(b'abc', adobe=True), lambda: base64.b32hexdecode(b'ZZZZZZZZ'), lambda: base64.z85decode(b'~'), lambda: base64.b85encode('x'), lambda: base64.b32decode('A')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
