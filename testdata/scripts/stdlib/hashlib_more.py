# hashlib: blake2, shake, scrypt, pbkdf2, file_digest.
import hashlib
import io

print(hashlib.blake2b(b'hello').hexdigest(), hashlib.blake2s(b'hello').hexdigest())
print(hashlib.blake2b().hexdigest()[:20], hashlib.blake2s(digest_size=8).hexdigest(), hashlib.blake2b(b'x' * 1000, digest_size=20).hexdigest())
print(hashlib.blake2b(b'm', key=b'secret', salt=b'salt', person=b'me', digest_size=16).hexdigest(), hashlib.blake2s(b'm', key=b'k' * 32, salt=b's', person=b'p').hexdigest())
print(hashlib.blake2b(b'm', fanout=2, depth=3, leaf_size=4096, node_offset=5, node_depth=1, inner_size=32, last_node=True).hexdigest()[:30], hashlib.blake2s(b'm', fanout=0, depth=255, leaf_size=1, node_offset=2, node_depth=3, inner_size=4, last_node=True).hexdigest()[:30])
h = hashlib.blake2b(b'part')
c = h.copy()
h.update(b'ial' * 100)
print(h.hexdigest()[:20], c.hexdigest()[:20], h.name, h.digest_size, h.block_size, hashlib.blake2s().block_size, len(h.digest()), hashlib.new('blake2b', b'q').hexdigest()[:10])
print(hashlib.blake2b.MAX_DIGEST_SIZE, hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2b.SALT_SIZE, hashlib.blake2b.PERSON_SIZE, hashlib.blake2s.SALT_SIZE)
s = hashlib.shake_128(b'hello')
print(s.hexdigest(10), s.digest(4), s.name, s.digest_size, s.block_size, hashlib.shake_256(b'').hexdigest(32), hashlib.new('shake_256', b'x').hexdigest(5))
t = s.copy()
t.update(b' more')
print(s.hexdigest(8), t.hexdigest(8), s.hexdigest(0))
for n in (1, 64, 127, 128, 129, 256, 257):
    print(n, hashlib.blake2b(b'a' * n).hexdigest()[:16], hashlib.blake2s(b'a' * n).hexdigest()[:16], hashlib.sha3_256(b'a' * n).hexdigest()[:16])
print(hashlib.scrypt(b'password', salt=b'NaCl', n=1024, r=8, p=4, dklen=64).hex())
print(hashlib.scrypt(b'', salt=b'', n=16, r=1, p=1).hex()[:40], hashlib.scrypt(b'pw', salt=b's', n=2, r=1, p=1, dklen=5))
print(hashlib.pbkdf2_hmac('sha256', b'password', b'salt', 1000).hex(), hashlib.pbkdf2_hmac('sha1', b'p', b's', 2, 10).hex())
print(hashlib.file_digest(io.BytesIO(b'abc' * 1000), 'sha256').hexdigest(), hashlib.file_digest(io.BytesIO(b'abc'), hashlib.blake2b).hexdigest()[:10])
with open('f', 'wb') as f:
    f.write(b'data' * 5000)
with open('f', 'rb') as f:
    print(hashlib.file_digest(f, 'md5').hexdigest())
print({'blake2b', 'blake2s', 'shake_128', 'shake_256', 'sha512', 'md5', 'sha3_512'} <= hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
for call in (lambda: hashlib.blake2b(digest_size=65), lambda: hashlib.blake2s(digest_size=0), lambda: hashlib.blake2b(key=b'x' * 65), lambda: hashlib.blake2s(salt=b'x' * 9), lambda: hashlib.blake2b(person=b'x' * 17), lambda: hashlib.blake2b(fanout=256), lambda: hashlib.blake2b(depth=0),
             lambda: hashlib.blake2b('text'), lambda: hashlib.new('nope'), lambda: hashlib.scrypt(b'x', salt=b'', n=3, r=1, p=1), lambda: hashlib.sha256('x'), lambda: hashlib.file_digest(io.StringIO('x'), 'md5')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).split(' 0x')[0])
