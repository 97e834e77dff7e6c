# hashlib, hmac, base64, binascii.
import base64
import binascii
import hashlib
import hmac
import io

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512"):
    h = hashlib.new(name, b"abc")
    print(h.name, h.digest_size, h.block_size, h.hexdigest()[:32], getattr(hashlib, name)(b"abc").digest() == h.digest(), name in hashlib.algorithms_available)
h = hashlib.sha256()
h.update(b"a")
c = h.copy()
h.update(bytearray(b"bc"))
c.update(b"x" * 100000)
print(h.hexdigest() == hashlib.sha256(b"abc").hexdigest(), c.hexdigest()[:16], h.digest()[:4])
print(hashlib.file_digest(io.BytesIO(b"abc"), "sha256").hexdigest()[:16], hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 10).hex()[:16])
for bad in (lambda: hashlib.sha256("text"), lambda: hashlib.new("nope"), lambda: h.update(3)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
m = hmac.new(b"key", b"msg", hashlib.sha256)
print(m.hexdigest()[:20], m.name, hmac.digest(b"key", b"msg", "sha256") == m.digest(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"), hmac.new(b"k" * 100, b"", "md5").hexdigest())
print(base64.b64encode(b"hello \xff\xfe"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.urlsafe_b64decode("__79"), base64.b32encode(b"hi there"), base64.b32decode(b"NBUSA5DIMVZGK==="), base64.b16encode(b"\x01\xab"), base64.b16decode("01AB"), base64.encodebytes(b"x" * 60))
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("a"), lambda: base64.b64encode("s"), lambda: base64.b64decode("ab!=", validate=True), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz")):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(binascii.hexlify(b"\x00\xff"), binascii.hexlify(b"abcd", "-"), binascii.crc32(b"hello"), binascii.a2b_base64(b"aGk=\n"), binascii.b2a_base64(b"hi"))
