# UnicodeEncodeError, UnicodeDecodeError: attributes, messages and handlers.
cases = [
    lambda: "é".encode("ascii"), lambda: "ab€cd".encode("latin-1"), lambda: "é€".encode("ascii"), lambda: "\ud800".encode("utf-8"), lambda: "a\ud800\udfffb".encode("utf-8"),
    lambda: b"\xff".decode(), lambda: b"a\xffb".decode("utf-8"), lambda: b"\xc3".decode(), lambda: b"\xc3\x28".decode(), lambda: b"\xe2\x82".decode(), lambda: b"\xe2\x82\x28".decode(), lambda: b"\xed\xa0\x80".decode(), lambda: b"\xf4\x90\x80\x80".decode(), lambda: b"\xc0\xaf".decode(), lambda: b"\xf0\x80\x80\x80".decode(), lambda: b"caf\xe9".decode("ascii"), lambda: b"\x80\x81".decode("ascii"), lambda: b"\xff\xfe\x00".decode("utf-16"), lambda: b"\x00\xd8".decode("utf-16-le"), lambda: b"\x00\x00\x11\x00".decode("utf-32-le"), lambda: b"\x81".decode("cp1252"), lambda: "ж".encode("cp1252"), lambda: "😀".encode("latin-1"), lambda: b"\\x4".decode("unicode_escape"),
]
for f in cases:
    try:
        print("ok", ascii(f()))
    except UnicodeError as e:
        print(type(e).__name__, "|", e, "|", e.encoding, ascii(e.object), e.start, e.end, e.reason)
for make in (lambda: UnicodeDecodeError("enc", b"xyz", 1, 2, "why"), lambda: UnicodeDecodeError("enc", b"xyz", 0, 3, "why"), lambda: UnicodeEncodeError("enc", "xéz", 1, 2, "why"), lambda: UnicodeEncodeError("enc", "x\U0001F600", 1, 2, "why"), lambda: UnicodeEncodeError("enc", "\u1234", 0, 1, "why")):
    e = make()
    print(e, ascii(e.args), ascii(repr(e)))
try:
    raise UnicodeDecodeError("mine", b"\x01\x02", 0, 1, "custom reason")
except ValueError as e:
    print("as ValueError:", e)
text = "naïve café ☕ 😀"
for codec in ("ascii", "latin-1", "cp1252", "utf-8", "utf-16-le"):
    for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
        print(codec, handler, text.encode(codec, handler))
data = b"caf\xe9 \xf0\x9f\x98\x80 \xf0\x9f z\xc3\xa9 \xe2\x98"
for handler in ("ignore", "replace", "backslashreplace", "surrogateescape"):
    s = data.decode("utf-8", handler)
    print(handler, ascii(s), len(s), s.encode("utf-8", "surrogateescape") == data)
for codec in ("none-such", "", "utf-9", "latin 1"):
    try:
        print("x".encode(codec))
    except LookupError as e:
        print(type(e).__name__, e)
try:
    "é".encode("ascii", "no-handler")
except LookupError as e:
    print(e)
print("plain".encode("ascii", "no-handler"))
with open("bad.txt", "wb") as f:
    f.write(b"good\nbad \xff\n")
try:
    for line in open("bad.txt", encoding="utf-8"):
        print(line)
except UnicodeDecodeError as e:
    print(e.reason, e.start)
