# warnings, secrets, errno, gc.
import errno
import gc
import secrets
import warnings

with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("old", DeprecationWarning)
    warnings.warn(RuntimeWarning("third"))
print([(str(w.message), w.category.__name__) for w in log], log[0].lineno, log[0].filename == __file__)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("boom", UserWarning)
    except UserWarning as e:
        print("raised", e)
    warnings.filterwarnings("ignore", message="qui")
    warnings.warn("quiet please")
try:
    warnings.warn("x", int)
except TypeError as e:
    print(e)
print(repr(warnings.formatwarning("m", UserWarning, "f.none", 3)))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.randbelow(1), secrets.choice([7]), secrets.compare_digest("a", "a"), 0 <= secrets.randbits(4) < 16, len(secrets.token_urlsafe(3)))
print(errno.ENOENT, errno.errorcode[13], errno.EEXIST, gc.isenabled(), gc.collect() >= 0)
try:
    open("none")
except OSError as e:
    print(e.errno == errno.ENOENT, errno.errorcode[e.errno])
