# Packing and unpacking.
import struct

print(struct.pack("<ihB", 1, -2, 255), struct.pack(">IQ", 1, 2), struct.pack("!H4sx?", 80, b"ab", True), struct.calcsize("@bi"), struct.calcsize("<bi"), struct.calcsize("lqn"))
print(struct.unpack("<ihB", struct.pack("<ihB", 1, -2, 255)), struct.unpack(">fd", struct.pack(">fd", 1.5, -0.1)), struct.unpack("<e", struct.pack("<e", 3.140625)), struct.unpack("3s2c", b"abcde"), struct.unpack("<5p", b"\x03abcd"))
s = struct.Struct("<HI")
buf = bytearray(10)
s.pack_into(buf, 2, 7, 9)
print(buf, s.unpack_from(buf, 2), s.size, s.format, list(struct.iter_unpack("<H", b"\x01\x00\x02\x00")), struct.pack("2h", 1, 2), struct.pack(">e", 65504.0), struct.pack("<f", 0.1))
for bad in (lambda: struct.pack("B", 256), lambda: struct.pack("i", "x"), lambda: struct.unpack("<i", b"abc"), lambda: struct.pack("ii", 1), lambda: struct.calcsize("z"), lambda: struct.pack("<h", 40000), lambda: struct.unpack_from("<I", b"abc"), lambda: struct.pack("c", 3), lambda: struct.calcsize("3")):
    try:
        print(bad())
    except struct.error as e:
        print(e)
