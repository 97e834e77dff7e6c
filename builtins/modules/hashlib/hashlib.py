# The module hashlib: what needs no speed.

algorithms_guaranteed = set(_names)
algorithms_available = set(_names)
__all__ = _names + ['new', 'algorithms_guaranteed', 'algorithms_available', 'file_digest', 'pbkdf2_hmac', 'scrypt']


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    """Hash the contents of a file-like object. Returns a digest object."""
    h = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, 'getbuffer'):
        h.update(fileobj.getbuffer())
        return h
    if not (hasattr(fileobj, 'read') and hasattr(fileobj, 'readable') and fileobj.readable()) or hasattr(fileobj, 'encoding'):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while data := fileobj.read(_bufsize):
        h.update(data)
    return h
