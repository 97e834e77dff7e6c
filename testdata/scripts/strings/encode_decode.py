# str.encode and bytes.decode with codecs and error handlers.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = "aé€😀"
for codec in ("utf-8", "utf8", "UTF_8", "U8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8-sig", "unicode_escape", "raw_unicode_escape"):
    b = s.encode(codec)
    print(codec, b, b.decode(codec) == s)
print("é".encode("latin-1"), "é".encode("iso-8859-1"), "é".encode("cp1252"), "€".encode("cp1252"), "abc".encode("ascii"), "abc".encode("us-ascii"), "ж".encode("cp1251"), "ж".encode("koi8-r"), "¤".encode("iso8859-15") if False else b"")
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogateescape", "surrogatepass", "nope"):
    attempt(lambda: s.encode("ascii", errors))
    attempt(lambda: s.encode("latin-1", errors))
bad = b"ok\xff\xc3\xe2\x82z\xf0\x9f\x98"
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "xmlcharrefreplace"):
    attempt(lambda: bad.decode("utf-8", errors))
    attempt(lambda: b"a\xe9".decode("ascii", errors))
attempt(lambda: b"\xed\xa0\x80".decode())
attempt(lambda: b"\xed\xa0\x80".decode("utf-8", "surrogatepass"))
attempt(lambda: b"\xc0\x80".decode("utf-8", "replace"))
attempt(lambda: b"\xf5\x80\x80\x80".decode("utf-8", "replace"))
attempt(lambda: b"\x80".decode())
attempt(lambda: b"\xe2\x28\xa1".decode())
attempt(lambda: b"a\xf0\x9f".decode())
attempt(lambda: "\ud800".encode())
attempt(lambda: "x\udc80\udc81y".encode())
attempt(lambda: "\ud800x".encode("utf-8", "replace"))
attempt(lambda: "\ud800".encode("utf-8", "surrogatepass"))
attempt(lambda: "\udcff".encode("utf-8", "surrogateescape"))
attempt(lambda: "ab€".encode("latin-1"))
attempt(lambda: "a".encode("no-such-codec"))
attempt(lambda: b"a".decode("no-such-codec"))
attempt(lambda: "a".encode(5))
attempt(lambda: b"a".decode(errors=5))
attempt(lambda: b"a".decode("utf-16"))
attempt(lambda: b"\x00".decode("utf-32"))
attempt(lambda: "é".encode(encoding="ascii", errors="replace"))
attempt(lambda: str(b"caf\xc3\xa9", "utf8"))
attempt(lambda: b"\\x41\\u00e9\\n".decode("unicode_escape"))
attempt(lambda: b"\xff\xfea\x00".decode("utf-16"))
attempt(lambda: b"".decode() + str(b"", "ascii"))
try:
    "aé€".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, e.args == ("ascii", "aé€", 1, 3, e.reason))
try:
    b"ab\xff".decode("utf-8")
except UnicodeDecodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason, isinstance(e, ValueError))
print("日本".encode().decode("latin-1").encode("latin-1").decode(), len("日本".encode()), b"abc".decode("ascii"), bytearray(b"x\xc3\xa9").decode(), "".encode(), s.encode().hex(" "))
