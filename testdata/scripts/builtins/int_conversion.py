# int(): text, bases, floats, objects, and messages.
def attempt(*a, **k):
    try:
        print(repr(int(*a, **k)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for text in ("42", " -7\n", "+3", "1_000", "0", "-0", "٤٢", "００７", "12345678901234567890123"):
    attempt(text)
for text in ("", " ", "1.0", "1e3", "abc", "0x10", "--1", "1 2", "1_", "_1", "1__2", "é", "10L", "None", "1\x00"):
    attempt(text)
for text, base in (("ff", 16), ("0xFF", 16), ("0XfF", 0), ("0b101", 0), ("0o17", 0), ("17", 8), ("zz", 36), ("101", 2), ("-0b11", 2), ("0", 0), ("0_0", 0)):
    attempt(text, base)
for text, base in (("8", 8), ("2", 2), ("g", 16), ("012", 0), ("1", 1), ("1", 37), ("1", -2), ("0b1", 16), ("", 0), ("0x", 16)):
    attempt(text, base)
attempt()
attempt(3.99)
attempt(-3.99)
attempt(1e20)
attempt(True)
attempt(b"12")
attempt(bytearray(b" 13 "))
attempt("1", base=10)
attempt(base=10)
attempt(5, 10)
attempt("1", "2")
attempt([1])
attempt(None)
attempt({})
attempt(1j)
attempt(float("nan"))
attempt(float("inf"))
attempt(b"x")
attempt("1", 2, 3)


class I:
    def __int__(self): return 77


class X:
    def __index__(self): return 78


class T:
    def __trunc__(self): return 79


class Bad:
    def __int__(self): return "no"


attempt(I())
attempt(X())
attempt(Bad())
attempt(object())
print(int.from_bytes(b"\x01\x00", "big"), int.from_bytes(b"\x01\x00", "little"), int.from_bytes(b"\xff", "big", signed=True), int.from_bytes([1, 2]))
print((1024).to_bytes(2, "big"), (-1).to_bytes(2, "little", signed=True), (5).to_bytes())
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: (1).to_bytes(1, "middle")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print((10).bit_count(), (-37).bit_length(), (7).conjugate(), (7).numerator, (7).denominator, (5).imag, (3).as_integer_ratio(), (3).is_integer())
