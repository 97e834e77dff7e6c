# bytes and bytearray construction, and memoryview basics.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes("é", "latin-1"), bytes(b"x"), bytes(bytearray(b"y")), bytes(range(5)), bytes((65, 66)), bytes("x", encoding="ascii", errors="strict"), bytes(i for i in (1, 2)))
attempt(lambda: bytes("text"))
attempt(lambda: bytes([256]))
attempt(lambda: bytes([-1]))
attempt(lambda: bytes(-1))
attempt(lambda: bytes(["a"]))
attempt(lambda: bytes(1.5))
attempt(lambda: bytes(None))
attempt(lambda: bytes(b"x", "utf-8"))
attempt(lambda: bytes("é", "ascii"))
attempt(lambda: bytes(5, "utf-8"))
attempt(lambda: bytes("x", "nope"))
attempt(lambda: bytes(1, 2, 3, 4))
ba = bytearray(b"hello")
ba[0] = 72
ba.append(33)
ba += b"??"
ba.extend([1, 2])
ba.insert(1, 0)
print(ba, len(ba), ba[0], ba[-1], ba.pop(), ba.pop(0), bytes(ba))
ba.remove(0)
ba.reverse()
print(ba, ba.copy() == ba, ba.count(b"?"), ba * 2, b"pre" + ba, ba + b"post")
ba.clear()
print(ba, bytearray(2), bytearray("ü", "utf-8"), bytearray([1]), bytearray(b"a") == b"a", type(b"" + bytearray()), type(bytearray() + b""))
attempt(lambda: ba.pop())
attempt(lambda: ba.append(256))
attempt(lambda: ba.append("a"))
attempt(lambda: ba.remove(1))
attempt(lambda: bytearray(b"x").__setitem__(5, 1))
attempt(lambda: bytearray("x"))
attempt(lambda: b"a" + "b")
attempt(lambda: "a" + b"b")
attempt(lambda: b"abc"[5])
attempt(lambda: b"a".__setitem__)
attempt(lambda: hash(bytearray()))
attempt(lambda: b"a" * "b")
attempt(lambda: b"%d" % "x")
print(b"%s=%d %x %5.1f %r %%" % (b"k", 5, 255, 2.5, "q"), b"%b" % b"raw", b"%c" % 65, b"%a" % "é")
print(hash(b"a") == hash(b"a"), {b"k": 1}[b"k"], b"a" in {b"a"}, b"b" in b"abc", 98 in b"abc", list(b"ab"), b"abc" < b"abd", b"a" != "a")
attempt(lambda: "a" in b"abc")
attempt(lambda: 300 in b"abc")
print(bytes.fromhex("00 ff 10"), b"\x01\xab".hex(), b"\x01\xab\xcd".hex("-"), b"\x01\x02\x03\x04\x05".hex(":", 2), bytearray.fromhex("aB"), b"\x00" * 3)
attempt(lambda: bytes.fromhex("0"))
attempt(lambda: bytes.fromhex("zz"))
mv = memoryview(b"abcdef")
print(mv[1], bytes(mv[2:4]), len(mv), mv.tolist()[:2], mv == b"abcdef", mv.readonly)
buf = bytearray(b"12345")
w = memoryview(buf)
w[0] = 65
w[1:3] = b"xy"
print(buf, bytes(w), w.nbytes)


class B:
    def __bytes__(self): return b"custom"


class Bad:
    def __bytes__(self): return "text"


print(bytes(B()))
attempt(lambda: bytes(Bad()))
for x in b"hi":
    print(x, end=" ")
print()
